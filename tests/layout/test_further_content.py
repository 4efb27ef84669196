"""What the pages after the poster say: the plan and its order, the grid, the ranking, a curve of one, the charts."""

from __future__ import annotations

from typing import Any

import pytest

from journeyeditor.drawing import Drawing, Group, Sketch, Symbol, Words
from journeyeditor.drawing.themes import CALM
from journeyeditor.geometry.outline import extent
from journeyeditor.layout import find_paper
from journeyeditor.layout.further import pages
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Answers,
    AnyRecord,
    Emotion,
    Head,
    Lane,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
    Value,
    answers_id,
    emotion_id,
)

A4 = find_paper("A4")
MAP: list[AnyRecord] = [
    Stage(id="s0", order="a0", title="Search"),
    Stage(id="s1", order="a1", title="Buy"),
    Touchpoint(id="t0", stage="s0", order="a0", title="Advert"),
    Touchpoint(id="t1", stage="s0", order="a1", title="Website"),
    Touchpoint(id="t2", stage="s1", order="a0", title="Till"),
    Persona(id="ann", order="a0", name="Ann", style=1),
    Persona(id="bob", order="a1", name="Bob", style=2),
]


def journey(*more: AnyRecord) -> Journey:
    return Journey.of(Head(id="head", title="A map"), [*MAP, *more])


def page(kind: str, *more: AnyRecord, **asked: Any) -> Drawing:
    (drawing,) = pages(journey(*more), [kind], A4, **asked).drawings
    return drawing


def items(drawing: Drawing) -> list[str]:
    return [group.record for group in drawing.groups if group.role == "item"]


def of(drawing: Drawing, record: str, role: str = "item") -> Group:
    return next(group for group in drawing.groups if (group.record, group.role) == (record, role))


def lines(group: Group) -> list[str]:
    return [shape.line.text for shape in group.shapes if isinstance(shape, Words)]


def everything(drawing: Drawing) -> str:
    return " ".join(line for group in drawing.groups for line in lines(group))


def rules(group: Group) -> int:
    """How many blank rules there are to write on."""
    return sum(
        isinstance(shape, Sketch) and shape.stroke is not None and shape.stroke.colour == CALM.muted
        for shape in group.shapes
    )


def dots(group: Group) -> list[Symbol]:
    return [shape for shape in group.shapes if isinstance(shape, Symbol) and shape.name == "dot"]


# -- the action list --------------------------------------------------------------------------------------------------
def test_what_is_open_comes_by_due_date_then_undated_then_done_then_dropped() -> None:
    drawing = page(
        "actions",
        Opportunity(id="dropped", text="a", status="dropped", due="2026-01"),
        Opportunity(id="done", text="a", status="done", due="2026-01"),
        Opportunity(id="undated", text="a", status="doing"),
        Opportunity(id="year", text="a", due="2027"),
        Opportunity(id="day", text="a", due="2027-03-31", status="planned"),
        Opportunity(id="month", text="a", due="2027-04"),
    )
    assert items(drawing) == ["day", "month", "year", "undated", "done", "dropped"]
    headings = [lines(group)[0] for group in drawing.groups if group.role == "heading"]
    assert headings == ["To do, by due date", "To do, without a date", "Done", "Dropped"]


def test_an_action_says_what_it_answers_where_who_and_when() -> None:
    drawing = page(
        "actions",
        Pain(id="worse", text="Nobody answers", severity=5),
        Pain(id="bad", text="No price", severity=2),
        Opportunity(
            id="o", text="Call back", owner="Ruth", due="2027-02-12", impact=4, effort=1, votes=7, status="doing",
            first="t0", last="t0",
        ),
        Answers(id=answers_id("o", "bad"), opportunity="o", pain="bad"),
        Answers(id=answers_id("o", "worse"), opportunity="o", pain="worse"),
    )  # fmt: skip
    said = lines(of(drawing, "o"))
    assert said == [
        "1",
        "Call back",
        "Nobody answers",
        "No price",
        "Search\xa0· Advert",
        "Ruth",
        "Feb 12, 2027",
        "in progress",
        "7",
    ]
    filled = [dot.fill for dot in dots(of(drawing, "o"))[1:]]
    assert [filled[n : n + 5].count(None) for n in range(0, 20, 5)] == [0, 3, 1, 4]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [({}, 2), ({"owner": "Ruth"}, 1), ({"owner": "Ruth", "due": "2027"}, 0), ({"text": ""}, 3)],
)
def test_what_nobody_has_said_leaves_a_rule_to_write_on(fields: dict[str, str], expected: int) -> None:
    drawing = page("actions", Opportunity(id="o", **{"text": "Call back", **fields}))
    assert rules(of(drawing, "o")) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("s0", "s0", "Search"),
        ("t0", "t1", "Search\xa0· Advert – Website"),
        ("t1", "s1", "Search\xa0· Website – Buy"),
        (None, None, ""),
    ],
)
def test_where_it_hangs(first: str | None, last: str | None, expected: str) -> None:
    drawing = page("actions", Opportunity(id="o", text="x", owner="o", due="2027", first=first, last=last))
    found = " ".join(lines(of(drawing, "o"))[2:-3])
    assert found == expected


def test_an_action_has_one_number_on_all_pages() -> None:
    records = [
        Opportunity(id="late", text="a", due="2028", impact=1, effort=5),
        Opportunity(id="soon", text="a", due="2026", impact=2, effort=5),
        Opportunity(id="unrated", text="a"),
    ]
    listed, ranked = page("actions", *records), page("priorities", *records)
    for name, number in (("soon", "1"), ("late", "2"), ("unrated", "3")):
        assert lines(of(listed, name))[0] == lines(of(ranked, name))[0] == number


# -- priorities -------------------------------------------------------------------------------------------------------
def figure(drawing: Drawing) -> Group:
    return next(group for group in drawing.groups if group.role == "figure")


def place(drawing: Drawing, number: str) -> tuple[float, float]:
    """Where a disc stands on the grid: from left and top, as parts of the figure."""
    group = figure(drawing)
    assert group.box is not None
    shapes = list(group.shapes)
    at = next(
        n
        for n, s in enumerate(shapes)
        if isinstance(s, Words) and s.line.text == number and isinstance(shapes[n - 1], Symbol)
    )
    disc = shapes[at - 1]
    assert isinstance(disc, Symbol)
    return (disc.x - group.box.x) / group.box.width, (disc.y - group.box.y) / group.box.height


def test_much_impact_for_little_effort_stands_at_the_upper_left() -> None:
    drawing = page(
        "priorities",
        Opportunity(id="a", text="a", due="2026", impact=5, effort=1),
        Opportunity(id="b", text="b", due="2027", impact=1, effort=5),
        Opportunity(id="c", text="c", due="2028", impact=3, effort=3),
    )
    assert place(drawing, "1") < (0.3, 0.3)
    assert place(drawing, "1")[1] < 0.3
    assert all(part > 0.7 for part in place(drawing, "2"))
    assert all(0.4 < part < 0.6 for part in place(drawing, "3"))
    assert {"Quick wins", "Big bets", "Fill-ins", "Think twice"} <= set(lines(figure(drawing)))


def test_several_in_one_cell_stand_side_by_side() -> None:
    drawing = page("priorities", *(Opportunity(id=f"{n}", text="a", impact=4, effort=2) for n in range(7)))
    spots = {place(drawing, f"{n}") for n in range(1, 8)}
    assert len(spots) == 7
    told = figure(drawing).description
    assert told.count("impact 4, effort 2") == 7


def test_too_many_for_a_cell_are_counted() -> None:
    many = [Opportunity(id=f"{n}", text="a", impact=1 + n % 5, effort=1 + n // 5 % 5) for n in range(900)]
    first = pages(journey(*many), ["priorities"], A4).drawings[0]
    assert "× 36" in lines(figure(first))


def test_what_is_not_rated_is_listed_with_dots_to_fill_in() -> None:
    drawing = page(
        "priorities",
        Opportunity(id="rated", text="a", impact=2, effort=2),
        Opportunity(id="half", text="b", impact=2),
        Opportunity(id="none", text="c"),
    )
    assert "Not rated yet" in everything(drawing)
    assert items(drawing) == ["rated", "half", "none"]
    assert [len(dots(of(drawing, name))) - 1 for name in ("rated", "half", "none")] == [0, 10, 10]
    assert sum(dot.fill is not None for dot in dots(of(drawing, "half"))[1:]) == 2


def bar(group: Group) -> float:
    """Length of a pain's bar, mm."""
    for shape in group.shapes:
        if isinstance(shape, Sketch) and shape.fill is not None:
            left, _, right, _ = extent(shape.outline)
            return right - left
    return 0.0


def test_pains_are_ranked_by_severity_times_votes() -> None:
    drawing = page(
        "priorities",
        Pain(id="mild", text="a", severity=1, votes=30),
        Pain(id="worst", text="b", severity=5, votes=12),
        Pain(id="quiet", text="c", severity=5),
    )
    assert items(drawing) == ["worst", "mild", "quiet"]
    assert bar(of(drawing, "mild")) == pytest.approx(bar(of(drawing, "worst")) / 2)
    assert bar(of(drawing, "quiet")) == 0
    assert [lines(of(drawing, name))[1] for name in ("worst", "mild", "quiet")] == ["60", "30", "0"]


def test_without_any_vote_severity_alone_counts() -> None:
    drawing = page("priorities", Pain(id="a", text="a", severity=2), Pain(id="b", text="b", severity=4))
    assert items(drawing) == ["b", "a"]
    assert "Pain points by severity 2" in everything(drawing)


# -- personas ---------------------------------------------------------------------------------------------------------
def felt(persona: str, touchpoint: str, value: float, words: str = "") -> Emotion:
    return Emotion(id=emotion_id(persona, touchpoint), persona=persona, touchpoint=touchpoint, value=value, words=words)


def test_a_persona_has_only_their_own_curve_and_findings() -> None:
    source = journey(
        felt("ann", "t0", 1), felt("ann", "t1", -1), felt("bob", "t0", -2), felt("bob", "t2", 2),
        Pain(id="hers", text="Hers", personas=("ann",)), Pain(id="his", text="His", personas=("bob",)),
        Pain(id="all", text="All of them"), Quote(id="said", text="Well!", personas=("bob",)),
    )  # fmt: skip
    hers, his = pages(source, ["personas"], A4).drawings
    for drawing, name, other in ((hers, "ann", "bob"), (his, "bob", "ann")):
        emotions = [group.record for group in drawing.groups if group.role == "emotion"]
        assert emotions
        assert all(record.startswith(f"emotion:{name}:") for record in emotions)
        assert other not in {group.record for group in drawing.groups}
    assert set(items(hers)) == {"hers", "all"}
    assert set(items(his)) == {"his", "all", "said"}
    assert "Well!" in everything(his)


def test_a_persona_without_feelings_has_no_curve() -> None:
    hers, _ = pages(journey(felt("bob", "t0", 1)), ["personas"], A4).drawings
    assert not [group for group in hers.groups if group.role in {"curve", "lane"}]


def test_a_quote_beside_the_curve_is_not_printed_twice() -> None:
    quote = Quote(id="q", text="A fine day", first="t0", last="t0", personas=("ann",))
    hers, _ = pages(journey(felt("ann", "t0", 2), felt("ann", "t1", -1), quote), ["personas"], A4).drawings
    assert everything(hers).count("A fine day") == 1


def test_a_long_map_is_broken_into_several_runs_of_stages() -> None:
    more: list[AnyRecord] = []
    for n in range(12):
        more.append(Stage(id=f"x{n}", order=f"b{n:02d}1", title=f"Stage {n}"))
        for k in range(6):
            more.append(Touchpoint(id=f"x{n}_{k}", stage=f"x{n}", order=f"a{k}", title=f"Contact {n} {k}"))
            more.append(felt("ann", f"x{n}_{k}", (n + k) % 5 - 2))
    drawings = pages(journey(*more), ["personas"], A4, personas=["ann"]).drawings
    curves = [group for drawing in drawings for group in drawing.groups if group.role == "curve"]
    assert len(curves) > 1
    words = " ".join(everything(drawing) for drawing in drawings).split()
    assert all(f"{n}" in words for n in range(12))


# -- what has no place ------------------------------------------------------------------------------------------------
def test_the_parking_lot_holds_what_has_no_place_by_kind() -> None:
    drawing = page(
        "parking-lot",
        Note(id="note", order="a0", text="Ask the till"),
        Note(id="placed", order="a1", text="On the map", first="s0", last="s0"),
        Pain(id="pain", text="Queue"),
        Pain(id="elsewhere", text="Not here", first="t0", last="t0"),
        Measure(id="nps", name="NPS"),
        Quote(id="quote", text="Hm."),
    )
    assert items(drawing) == ["note", "pain", "quote", "nps", "placed"]
    headings = [lines(group)[0] for group in drawing.groups if group.role == "heading"]
    assert headings == ["Notes", "Pain points", "Quotes", "Measures", "Notes on the map"]
    assert rules(of(drawing, "note")) == 1
    assert lines(of(drawing, "placed"))[0] == "Search"


def test_a_note_that_a_lane_of_the_map_shows_is_not_printed_twice() -> None:
    placed = Note(id="placed", order="a1", text="On the map", first="s0", last="s0")
    waiting = Note(id="note", order="a0", text="Ask the till")
    assert items(page("parking-lot", waiting, placed, Lane(id="notes", order="z0", kind="free"))) == ["note"]


# -- measures ---------------------------------------------------------------------------------------------------------
WAIT = Measure(
    id="wait", name="Waiting time", unit="min", target=10, better="lower", first="t2", last="t2",
    values=(Value(date="2026-05", value=8, sample=31), Value(date="2026-01", value=14, sample=40)),
)  # fmt: skip


def test_a_measure_shows_its_values_in_time_with_target_and_samples() -> None:
    drawing = page("measures", WAIT)
    said = lines(of(drawing, "wait", "figure"))
    assert {"14", "8", "target 10", "Jan 2026", "May 2026", "n = 40", "n = 31"} <= set(said)
    details = lines(of(drawing, "wait", "text"))
    assert {"8", "min", "target met", "lower is better\xa0· Buy\xa0· Till"} <= set(details)
    assert lines(of(drawing, "wait", "heading")) == ["Waiting time"]


def test_a_value_that_reaches_the_target_is_full_one_that_does_not_is_hollow() -> None:
    drawing = page("measures", WAIT)
    missed, met = sorted(dots(of(drawing, "wait", "figure")), key=lambda dot: dot.x)
    assert (missed.fill, met.fill) == (CALM.paper, CALM.ink)
    assert missed.y < met.y


def test_a_measure_without_values_says_so() -> None:
    drawing = page("measures", Measure(id="nps", name="NPS", minimum=-100, maximum=100, target=30))
    assert "no value yet" in lines(of(drawing, "nps", "text"))
    assert {"-100", "target +30"} & set(lines(of(drawing, "nps", "figure")))


def test_measures_come_in_the_order_of_the_map() -> None:
    names = ["left", "right", "parked"]
    anchors = {"left": "t0", "right": "t2", "parked": None}
    drawing = page("measures", *(Measure(id=n, name=n, first=anchors[n], last=anchors[n]) for n in reversed(names)))
    assert [group.record for group in drawing.groups if group.role == "figure"] == names
