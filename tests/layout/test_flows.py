"""Flows: each is drawn once with its share, keeps off circles and names, and can be told from the others."""

from __future__ import annotations

import itertools
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from journeyeditor.drawing import Group, Symbol
from journeyeditor.drawing.bounds import words_box
from journeyeditor.drawing.shapes import Words
from journeyeditor.geometry import Box
from journeyeditor.layout.touchpoints.circle import radius
from journeyeditor.model.records import Emotion, Flow, Persona, emotion_id
from tests.drawing.checks import beyond_sheet, overlapping_words
from tests.layout.little_maps import Fields, Shown, holds, journey, shown, squeezed, strokes, text_of

LABELS = ("", "reviennent", "abandonnent puis reprennent plus tard", "Datenschutzerklärung unterschrieben")
CHANNELS = ("channel:web", "channel:shop", "channel:phone")
PEOPLE = [Persona(id="p", order="a0", name="Camille"), Persona(id="q", order="a1", name="Marc", style=2)]

LANES = st.sampled_from(
    [({},), ({"channels": ("channel:web",)}, {}), ({"channels": ("channel:web",)}, {"channels": ("channel:shop",)}, {})]
)


@st.composite
def maps(draw: st.DrawFn) -> tuple[list[tuple[Fields, list[Fields]]], list[Flow], tuple[Fields, ...]]:
    """A map of up to 15 touchpoints with up to 8 flows between them and their stages."""
    sizes = draw(st.lists(st.integers(0, 5), min_size=1, max_size=3))
    columns = [
        (
            {"title": "Achat", "phase": draw(st.sampled_from(["before", "during", None]))},
            [
                {
                    "title": "Essai en boutique",
                    "channel": draw(st.sampled_from(CHANNELS)),
                    "ends_here": draw(st.booleans()),
                    "moment_of_truth": draw(st.sampled_from([None, ""])),
                }
                for _ in range(size)
            ],
        )
        for size in sizes
    ]
    ends = [f"t{n}" for n in range(sum(sizes))] + [f"s{n}" for n in range(len(sizes))]
    flows = [
        Flow(
            id=f"f{n}",
            source=draw(st.sampled_from(ends)),
            target=draw(st.sampled_from(ends)),
            label=draw(st.sampled_from(LABELS)),
            share=draw(st.sampled_from([None, 5.0, 62.5])),
            personas=draw(st.sampled_from([(), ("p",), ("p", "q")])),
        )
        for n in range(draw(st.integers(0, 8)))
    ]
    return columns, flows, draw(LANES)


@settings(max_examples=60, deadline=None)
@given(maps())
def test_every_flow_is_drawn_once_with_its_share_and_its_words(
    given_map: tuple[list[tuple[Fields, list[Fields]]], list[Flow], tuple[Fields, ...]],
) -> None:
    columns, flows, lanes = given_map
    made = shown(journey(columns, [*PEOPLE, *flows], lanes))
    for flow in flows:
        (group,) = made.of(flow.id)
        share = "" if flow.share is None else made.sheet.speech.percent(flow.share)
        assert text_of([group]) == squeezed(share + flow.label)
        assert strokes(group)
        assert group.box is not None


@settings(max_examples=60, deadline=None)
@given(maps())
def test_no_line_crosses_a_circle_or_a_name_and_no_text_covers_another(
    given_map: tuple[list[tuple[Fields, list[Fields]]], list[Flow], tuple[Fields, ...]],
) -> None:
    columns, flows, lanes = given_map
    made = shown(journey(columns, [*PEOPLE, *flows], lanes))
    assert beyond_sheet(made.drawing, 1.0) == ()
    assert [(a.text, b.text) for a, b in overlapping_words(made.drawing, 0.3 * made.sheet.unit)] == []
    _lines_keep_off(made)


def _lines_keep_off(made: Shown) -> None:
    """No arrow comes into a circle or over the name of a touchpoint."""
    r = radius(made.sheet)
    circles = list(made.circles().values())
    names = [
        words_box(shape)
        for group in made.groups
        if group.role in {"touchpoint", "touchpoint_name"}
        for shape in group.shapes
        if isinstance(shape, Words) and shape.y > min(y for _, y in circles)
    ]
    below = [box for box in names if box is not None and not any(abs(box.bottom - y) < r for _, y in circles)]
    for group in made.groups:
        if group.role in {"flow", "step"}:
            for line in strokes(group):
                for point in line:
                    assert all((point[0] - x) ** 2 + (point[1] - y) ** 2 > (0.99 * r) ** 2 for x, y in circles)
                    assert not any(holds(box, point, 0.2) for box in below if _is_name(box, circles, r)), group.record


def _is_name(box: object, circles: list[tuple[float, float]], r: float) -> bool:
    """True for text under a circle; what stands above one tells who enters."""
    from journeyeditor.geometry import Box  # noqa: PLC0415

    assert isinstance(box, Box)
    return any(y + r < box.y < y + 6 * r and box.x < x < box.right for x, y in circles)


def plain(count: int = 6, stages: int = 3) -> list[tuple[Fields, list[str]]]:
    return [({"title": "Achat"}, ["Essai"] * (count // stages)) for _ in range(stages)]


def heads(groups: list[Group]) -> list[tuple[float, float]]:
    """Tips of arrowheads: the first corner of each filled triangle."""
    return [
        (shape.outline[0][1][0], shape.outline[0][1][1])
        for group in groups
        for shape in group.shapes
        if getattr(shape, "fill", None) and not isinstance(shape, Symbol) and getattr(shape, "stroke", None) is None
    ]


def test_neighbours_are_joined_by_plain_arrows() -> None:
    made = shown(journey(plain()))
    steps = [group for group in made.groups if group.role == "step"]
    assert len(steps) == 5
    circles = made.circles()
    for n, (x, y) in enumerate(heads(steps), 1):
        assert circles[f"t{n - 1}"][0] < x < circles[f"t{n}"][0]
        assert y == pytest.approx(circles["t0"][1])


def test_a_stored_flow_replaces_the_plain_arrow() -> None:
    made = shown(journey(plain(), [Flow(id="f", source="t2", target="t3", share=48)], language="fr"))
    assert len([group for group in made.groups if group.role == "step"]) == 4
    assert "48" in text_of(made.of("f"))


def test_a_flow_between_neighbouring_stages_is_the_arrow_between_them() -> None:
    made = shown(journey(plain(), [Flow(id="f", source="s0", target="s1", share=48)]))
    assert len([group for group in made.groups if group.role == "step"]) == 4
    assert "loops" not in made.rows


def test_where_the_journey_ends_no_plain_arrow_leaves() -> None:
    columns = [({"title": "Achat"}, [{"title": "Essai", "ends_here": True}, {"title": "Mail"}])]
    made = shown(journey(columns))
    assert not [group for group in made.groups if group.role == "step"]
    assert "ends_here" in made.marks


def test_a_way_back_bends_over_the_circles_and_comes_down_on_its_target() -> None:
    made = shown(journey(plain(), [Flow(id="f", source="t1", target="t0", share=28)]))
    (group,) = made.of("f")
    (tip,) = heads([group])
    circles, r = made.circles(), radius(made.sheet)
    assert abs(tip[0] - circles["t0"][0]) < r
    assert tip[1] < circles["t0"][1] - 0.5 * r
    assert min(y for line in strokes(group) for _, y in line) < circles["t0"][1] - r
    assert "backward" in made.marks


def test_a_flow_to_itself_is_a_small_bow() -> None:
    made = shown(journey(plain(), [Flow(id="f", source="t2", target="t2", share=5)]))
    xs = [x for line in strokes(made.of("f")[0]) for x, _ in line]
    middle = made.circles()["t2"][0]
    assert min(xs) < middle < max(xs)
    assert max(xs) - min(xs) < 3 * radius(made.sheet)


def test_bows_that_nest_do_not_cross() -> None:
    flows = [Flow(id="a", source="t0", target="t5"), Flow(id="b", source="t1", target="t4")]
    made = shown(journey(plain(), flows))
    outer, inner = ([y for line in strokes(made.of(key)[0]) for _, y in line] for key in ("a", "b"))
    assert min(outer) < min(inner)


def test_a_far_way_back_goes_through_the_loop_channel() -> None:
    made = shown(journey(plain(), [Flow(id="f", source="t5", target="t0", share=62, label="reviennent")]))
    top, height = made.rows["loops"]
    assert "loop" in made.marks
    (group,) = made.of("f")
    assert min(y for line in strokes(group) for _, y in line) >= top
    assert max(y for line in strokes(group) for _, y in line) <= top + height + 10


def test_a_flow_of_one_persona_has_its_colour_and_marker() -> None:
    flow = Flow(id="f", source="t0", target="t1", share=10, personas=("q",))
    made = shown(journey(plain(), [*PEOPLE, flow]))
    (group,) = made.of("f")
    look = made.sheet.theme.persona(2)
    assert any(isinstance(shape, Symbol) and shape.name == f"marker-{look.marker}" for shape in group.shapes)
    assert any(getattr(shape, "fill", None) == look.colour for shape in group.shapes if not isinstance(shape, Symbol))
    assert "persona:q" in made.marks


def test_a_flow_of_hidden_personas_is_not_drawn_and_the_plain_arrow_is() -> None:
    people = [Persona(id="p", order="a0", name="Camille"), Persona(id="q", order="a1", name="Marc", hidden=True)]
    made = shown(journey(plain(2, 1), [*people, Flow(id="f", source="t0", target="t1", personas=("q",))]))
    assert not made.of("f")
    assert [group.role for group in made.groups].count("step") == 1


def test_two_flows_between_the_same_neighbours_are_both_drawn() -> None:
    flows = [Flow(id="f", source="t0", target="t1", share=60), Flow(id="g", source="t0", target="t1", share=40)]
    made = shown(journey(plain(2, 1), flows))
    assert len(made.of("f")) == len(made.of("g")) == 1
    assert not [group for group in made.groups if group.role == "step"]


def test_flows_between_lanes_lead_from_one_to_the_other() -> None:
    members = [{"title": "x", "channel": f"channel:{name}"} for name in ("web", "shop", "web")]
    made = shown(journey([({"title": "A"}, members)], lanes=({"channels": ("channel:web",)}, {})))
    circles, r = made.circles(), radius(made.sheet)
    steps = [group for group in made.groups if group.role == "step"]
    assert len(steps) == 2
    for group, (source, target) in zip(steps, (("t0", "t1"), ("t1", "t2")), strict=True):
        line = max(strokes(group), key=len)
        (tip,) = heads([group])
        assert _away(line[0], circles[source]) < 2 * r
        assert _away(tip, circles[target]) < 2 * r


def _away(one: tuple[float, float], other: tuple[float, float]) -> float:
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("several", [False, True])
def test_on_an_ordinary_map_no_line_runs_through_words(seed: int, several: bool) -> None:
    dice = random.Random(seed)  # noqa: S311 - a map, not a secret
    members = [{"title": "Essai en boutique", "channel": dice.choice(CHANNELS)} for _ in range(3)]
    flows = [
        Flow(
            id=f"f{n}",
            source=f"t{dice.randrange(15)}",
            target=f"t{dice.randrange(15)}",
            label=dice.choice(["", "reviennent", "corrigent une pièce"]),
            share=dice.choice([None, 20, 48]),
        )
        for n in range(4)
    ]
    lanes = ({"channels": ("channel:web",)}, {"channels": ("channel:shop",)}, {}) if several else ({},)
    made = shown(journey([({"title": "Achat", "phase": "before"}, members)] * 5, flows, lanes))
    words = [words_box(s) for g in made.groups if g.role != "lane" for s in g.shapes if isinstance(s, Words)]
    points = [p for g in made.groups if g.role in {"flow", "step"} for line in strokes(g) for p in line]
    rim = 0.45 * made.sheet.unit  # a label's own line may pass through its rim
    assert not [box for box in words if box is not None for point in points if holds(box, point, rim)]


# -- a map in several runs of stages ----------------------------------------------------------------------------------
def test_a_run_of_stages_leads_on_to_the_next() -> None:
    made = journey(plain())
    first, second = shown(made, window=(0, 2)), shown(made, window=(2, 3))
    for run, steps in ((first, 4), (second, 2)):
        assert [group.role for group in run.groups].count("step") == steps
        assert beyond_sheet(run.drawing, 1.0) == ()
    (leaving,) = (
        tip for tip in heads([g for g in first.groups if g.role == "step"]) if tip[0] > first.circles()["t3"][0]
    )
    assert leaving[0] <= first.sheet.right
    (arriving,) = (
        tip for tip in heads([g for g in second.groups if g.role == "step"]) if tip[0] < second.circles()["t4"][0]
    )
    assert arriving[0] > second.sheet.map_left


def test_a_flow_to_the_next_run_says_its_share_where_it_leaves() -> None:
    made = journey(plain(), [Flow(id="f", source="t3", target="t4", share=48)], language="fr")
    assert text_of(shown(made, window=(0, 2)).of("f")) == "48%"
    assert not shown(made, window=(2, 3)).of("f")


def test_a_loop_between_two_runs_names_the_other_end_on_both() -> None:
    columns = [({"title": name}, ["Essai"]) for name in ("Recherche", "Achat", "Usage", "Bilan")]
    made = journey(columns, [Flow(id="f", source="s3", target="s0", share=62, label="reviennent")], language="en")
    first, second = shown(made, window=(0, 2)), shown(made, window=(2, 4))
    assert text_of(second.of("f")) == "62%reviennenttoRecherche"
    assert text_of(first.of("f")) == "fromBilan"
    assert heads(second.of("f"))[0][0] == pytest.approx(second.sheet.map_left)
    assert heads(first.of("f"))[0][0] < first.sheet.columns[0].right
    for run in (first, second):
        assert beyond_sheet(run.drawing, 1.0) == ()


def test_personas_who_entered_before_are_not_announced_again() -> None:
    emotions = [
        Emotion(id=emotion_id(p, t), persona=p, touchpoint=t, value=0)
        for p, t in (("p", "t0"), ("p", "t4"), ("q", "t1"), ("q", "t4"))
    ]
    made = journey(plain(), [*PEOPLE, *emotions], language="en")
    assert "enters" in shown(made, window=(0, 2)).marks
    assert "enters" not in shown(made, window=(2, 3)).marks


@settings(max_examples=30, deadline=None)
@given(maps(), st.integers(1, 3))
def test_every_flow_is_told_in_some_run(
    given_map: tuple[list[tuple[Fields, list[Fields]]], list[Flow], tuple[Fields, ...]], border: int
) -> None:
    columns, flows, lanes = given_map
    made = journey(columns, [*PEOPLE, *flows], lanes)
    border = min(border, len(columns))
    runs = [shown(made, window=run) for run in ((0, border), (border, len(columns))) if run[0] < run[1]]
    for flow in flows:
        groups = [group for run in runs for group in run.of(flow.id)]
        assert 1 <= len(groups) <= 2
        if flow.share is not None:
            share = squeezed(runs[0].sheet.speech.percent(flow.share))
            assert sum(share in text_of([group]) for group in groups) == 1
    for run in runs:
        assert beyond_sheet(run.drawing, 1.0) == ()
        assert [(a.text, b.text) for a, b in overlapping_words(run.drawing, 0.3 * run.sheet.unit)] == []


def test_a_hidden_lane_takes_its_flows_along() -> None:
    members = [{"title": "x", "channel": f"channel:{name}"} for name in ("web", "shop", "web")]
    lanes = ({"channels": ("channel:web",)}, {"hidden": True})
    made = shown(journey([({"title": "A"}, members)], [Flow(id="f", source="t0", target="t1")], lanes))
    assert not made.of("f")
    assert not made.of("t1")


def test_a_long_label_is_never_shortened() -> None:
    label = "reprennent tout depuis le début parce que le formulaire a perdu leurs pièces jointes " * 4
    made = shown(journey(plain(), [Flow(id="f", source="t1", target="t0", label=label, share=3)], language="fr"))
    assert text_of(made.of("f")) == squeezed("3 %" + label)
    assert beyond_sheet(made.drawing, 1.0) == ()


def test_a_thousand_touchpoints_and_flows_take_no_time() -> None:
    columns = [({"title": f"Stage {n}"}, [f"Step {n} {k}" for k in range(100)]) for n in range(10)]
    flows = [
        Flow(id=f"f{n}", source=f"t{n * 7 % 1000}", target=f"t{n * 13 % 1000}", share=n % 100) for n in range(1000)
    ]
    made = journey(columns, flows)
    start = time.process_time()
    drawn = shown(made, body=2.0)
    assert time.process_time() - start < 4.0  # about 0.8 s on an idle machine
    assert len([group for group in drawn.groups if group.role == "flow"]) == 1000


# -- what stands above the circles ------------------------------------------------------------------------------------
def labels(made: Shown) -> list[tuple[str, Box]]:
    """The record and the box of every label above the circles: shares and words of flows, and who enters where."""
    r = radius(made.sheet)
    highest = {record: y - r for record, (_, y) in made.circles().items()}
    found: list[tuple[str, Box]] = []
    for group in made.groups:
        if group.role in {"flow", "touchpoint"}:
            words = [replace(shape, halo=None) for shape in group.shapes if isinstance(shape, Words)]
            boxes = [box for shape in words if (box := words_box(shape))]
            above = [box for box in boxes if group.role == "flow" or box.bottom < highest[group.record]]
            found += [(group.record, Box.around(above))] if above else []
    return found


def stems(made: Shown) -> list[tuple[float, float, float]]:
    """x, upper and lower end of every line that leads from a label down to the circle where somebody enters."""
    r = radius(made.sheet)
    found = []
    for record, (x, y) in made.circles().items():
        lines = strokes(made.of(record, "touchpoint")[0])
        upright = [line for line in lines if all(abs(px - x) < 0.01 and py < y - r for px, py in line)]
        found += [(x, min(py for _, py in line), max(py for _, py in line)) for line in upright]
    return found


def apart(a: Box, b: Box) -> float:
    """How far two boxes are from each other, level or upright, whichever is more; negative if they overlap."""
    return max(a.x - b.right, b.x - a.right, a.y - b.bottom, b.y - a.bottom)


@settings(max_examples=60, deadline=None)
@given(maps())
def test_labels_of_different_things_stand_apart_and_no_leader_crosses_one(
    given_map: tuple[list[tuple[Fields, list[Fields]]], list[Flow], tuple[Fields, ...]],
) -> None:
    columns, flows, lanes = given_map
    made = shown(journey(columns, [*PEOPLE, *flows], lanes))
    found = labels(made)
    for (one, a), (other, b) in itertools.combinations(found, 2):
        assert apart(a, b) >= 0.6 * made.sheet.unit, (one, other)
    for x, top, bottom in stems(made):
        assert not [key for key, box in found if box.x < x < box.right and box.y < bottom and top < box.bottom - 0.3]


@settings(max_examples=60, deadline=None)
@given(maps())
def test_who_enters_is_never_said_inside_a_bow_and_a_bows_label_neither(
    given_map: tuple[list[tuple[Fields, list[Fields]]], list[Flow], tuple[Fields, ...]],
) -> None:
    columns, flows, _ = given_map
    made = shown(journey(columns, [*PEOPLE, *flows]))
    boxes = labels(made)
    for bow in everything_above(made):
        tops = [(min(x for x, _ in line), max(x for x, _ in line), min(y for _, y in line)) for line in strokes(bow)]
        top = min(y for _, _, y in tops)
        left, right = min(x for x, _, _ in tops), max(x for _, x, _ in tops)
        for record, box in boxes:
            inside = left < box.x and box.right < right and box.y > top
            assert not (inside and (record == bow.record or record.startswith("t"))), (bow.record, record)


def everything_above(made: Shown) -> list[Group]:
    """The flows that are bows over the circles of the only lane."""
    middle = max((y for _, y in made.circles().values()), default=0.0)
    lane, _ = made.rows["l0"]
    found = []
    for group in made.groups:
        ys = [y for line in strokes(group) for _, y in line] if group.role == "flow" else []
        if ys and min(ys) > lane and min(ys) < middle - radius(made.sheet):
            found.append(group)
    return found


def test_who_enters_under_a_bow_is_said_above_it() -> None:
    felt = [Emotion(id=emotion_id(p, t), persona=p, touchpoint=t, value=1) for p, t in (("p", "t0"), ("q", "t2"))]
    flow = Flow(id="f", source="t1", target="t3", share=41, label="passent en magasin", personas=("p",))
    made = shown(journey(plain(), [*PEOPLE, *felt, flow], language="fr"))
    boxes = dict(labels(made))
    line = min(y for stroke in strokes(made.of("f")[0]) for _, y in stroke)
    assert boxes["t2"].bottom < line
    assert len(stems(made)) == 2


def test_a_short_label_stands_in_a_gap_of_its_bow() -> None:
    made = shown(journey(plain(), [Flow(id="f", source="t1", target="t0", share=28)]))
    ((_, box),) = labels(made)
    points = [point for line in strokes(made.of("f")[0]) for point in line]
    line = min(y for _, y in points)
    assert box.y < line < box.bottom
    assert not [point for point in points if holds(box, point, 0.0)]


def test_a_long_label_stands_over_its_bow_with_air_between() -> None:
    made = shown(journey(plain(12, 3), [Flow(id="f", source="t1", target="t0", share=28, label="repartent comparer")]))
    ((_, box),) = labels(made)
    line = min(y for stroke in strokes(made.of("f")[0]) for _, y in stroke)
    assert line - box.bottom >= 0.8 * made.sheet.unit


def test_two_who_enter_side_by_side_are_said_without_crossing() -> None:
    felt = [Emotion(id=emotion_id(p, t), persona=p, touchpoint=t, value=1) for p, t in (("p", "t0"), ("q", "t1"))]
    made = shown(journey(plain(18, 3), [*PEOPLE, *felt]))
    found = labels(made)
    assert len(found) == len(stems(made)) == 2
    for x, top, bottom in stems(made):
        assert not [key for key, box in found if box.x < x < box.right and box.y < bottom and top < box.bottom - 0.3]


def test_a_share_keeps_off_the_line_between_two_stages() -> None:
    made = shown(journey(plain(), [Flow(id="f", source="t1", target="t2", share=36)]))
    ((_, box),) = labels(made)
    border = made.sheet.columns[1].x
    assert not box.x < border < box.right
    assert made.circles()["t1"][0] < box.x < box.right < made.circles()["t2"][0]
