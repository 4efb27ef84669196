"""The pages after the poster, for every example on every sheet: whole, readable, nothing over anything else."""

from __future__ import annotations

import functools
from collections.abc import Iterable

import pytest

from journeyeditor.drawing import Drawing, Group, Symbol, Words
from journeyeditor.drawing.bounds import group_box, shape_box
from journeyeditor.drawing.themes import THEMES
from journeyeditor.errors import BadInput
from journeyeditor.layout import Paper, find_paper
from journeyeditor.layout.footer import footer_row
from journeyeditor.layout.further import KINDS, Further, pages
from journeyeditor.layout.further.frame import body_size
from journeyeditor.layout.sheet import CAPTION
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Entry,
    Gain,
    Head,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
)
from tests.drawing.checks import beyond_sheet, overlapping_words, overlaps, word_boxes
from tests.layout.further_maps import EXAMPLES, Size, arabic, example, large, unplaced
from tests.layout.maps import Sample, sheet_of

SHEETS = (("A4", "portrait"), ("A4", "landscape"), ("A3", "landscape"), ("A0", "portrait"), ("600x200mm", "landscape"))
MAKERS = {name: functools.partial(example, name) for name in EXAMPLES} | {"arabic": arabic}
CASES = [(name, paper, orientation) for name in MAKERS for paper, orientation in SHEETS]
LARGE = {"A4": "portrait", "A3": "landscape"}


@functools.cache
def journey(name: str) -> Journey:
    return MAKERS[name]()


@functools.cache
def shown(name: str, paper: str, orientation: str) -> Further:
    return pages(journey(name), KINDS, find_paper(paper, orientation))


@functools.cache
def vast(paper: str) -> Journey:
    """Two hundred actions and twelve personas; a third of it where a page holds more."""
    return large() if paper == "A4" else large(Size(actions=70, personas=4, pains=25, notes=15), seed=2)


@functools.lru_cache(maxsize=2)
def vast_pages(paper: str) -> Further:
    return pages(vast(paper), KINDS, find_paper(paper, LARGE[paper]))


every_case = pytest.mark.parametrize(("name", "paper", "orientation"), CASES)
every_size = pytest.mark.parametrize("paper", LARGE)


def squeezed(text: str) -> str:
    return "".join(text.split())


def said(drawings: Iterable[Drawing], record: str = "") -> str:
    """All words on some pages, or those of one record, without spaces."""
    groups = [group for drawing in drawings for group in drawing.groups if not record or group.record == record]
    return squeezed("".join(s.line.text for group in groups for s in group.shapes if isinstance(s, Words)))


def of_kind(found: Further, kind: str) -> list[Drawing]:
    return [drawing for drawing, own in zip(found.drawings, found.kinds, strict=True) if own == kind]


def unit(drawing: Drawing) -> float:
    """A millimetre of the drawn target, told from the footer's type."""
    return min(words.size for words in word_boxes(drawing) if words.role in {"footer", "artifact"}) / CAPTION


def check_sheet(drawing: Drawing, paper: Paper) -> None:
    """Nothing over anything else, all within the margins, nothing too small to read."""
    mm = unit(drawing)
    pairs = [(a.text, b.text) for a, b in overlapping_words(drawing, 0.45 * mm)]
    assert pairs == [], drawing.bookmarks
    assert [(group.role, group.record) for group in beyond_sheet(drawing, 0.6 * min(paper.margins))] == []
    assert min(words.size for words in word_boxes(drawing)) >= paper.least_type - 0.01
    cards = [(group.box, group) for group in drawing.groups if group.role == "item" and group.box is not None]
    assert overlaps(cards, 0.01) == []
    for box, group in cards:
        for words in word_boxes(Drawing(1, 1, (group,))):
            assert box.grown(0.6 * mm).holds(words.box), words.text


# -- the examples -----------------------------------------------------------------------------------------------------
@every_case
def test_nothing_overlaps_leaves_the_sheet_or_is_too_small(name: str, paper: str, orientation: str) -> None:
    found = shown(name, paper, orientation)
    for drawing in found.drawings:
        check_sheet(drawing, find_paper(paper, orientation))
    assert found.notices == ()


@every_case
def test_each_kind_of_an_example_takes_one_page(name: str, paper: str, orientation: str) -> None:
    if paper == "600x200mm":
        pytest.skip("a banner takes what it takes")
    found = shown(name, paper, orientation)
    assert len(found.drawings) == len(KINDS) - 1 + len(journey(name).personas())


@every_case
def test_all_text_is_there(name: str, paper: str, orientation: str) -> None:
    check_text(journey(name), shown(name, paper, orientation))


def check_text(source: Journey, found: Further) -> None:
    check_actions(source, of_kind(found, "actions"), of_kind(found, "priorities"))
    check_people(source, of_kind(found, "personas"))
    parked = of_kind(found, "parking-lot")
    waiting = [one for kind in (Pain, Gain, Opportunity, Quote, Entry) for one in unplaced(source.all(kind))]
    for record in (*source.all(Note), *waiting):
        assert squeezed(record.text) in said(parked, record.id)
    for measure in source.all(Measure):
        assert squeezed(measure.name) in said(of_kind(found, "measures"), measure.id)


def check_actions(source: Journey, listed: list[Drawing], priorities: list[Drawing]) -> None:
    for one in source.all(Opportunity):
        own = said(listed, one.id)
        assert squeezed(one.text) in own
        assert squeezed(one.owner) in own
        assert squeezed(one.text) in said(priorities, one.id)
        assert all(squeezed(getattr(source.get(pain), "text", "-")) in own for pain in source.answered(one.id))
    for pain in source.all(Pain):
        assert squeezed(pain.text) in said(priorities, pain.id)


def check_people(source: Journey, people: list[Drawing]) -> None:
    everything = said(people)
    for persona in source.all(Persona):
        own = said(people, persona.id)
        for text in (persona.quote, persona.bio, *persona.goals, *persona.needs, *persona.frustrations):
            assert squeezed(text) in own
        assert squeezed(persona.name) in everything
    for kind in (Pain, Gain, Quote):
        assert all(squeezed(record.text) in everything for record in source.all(kind))


@every_case
def test_every_page_can_be_found_and_read_aloud(name: str, paper: str, orientation: str) -> None:
    found = shown(name, paper, orientation)
    titles = [drawing.bookmarks[0][0] for drawing in found.drawings]
    assert len(set(titles)) == len(titles)
    for drawing, kind in zip(found.drawings, found.kinds, strict=True):
        roles = [group.role for group in drawing.groups]
        assert roles.count("title") == 1
        if kind != "personas":
            own = set(roles) - {group.role for group in footer_row(sheet_of(Sample()), 1, 2).draw(0, 9)} - {"legend"}
            assert own <= {"title", "heading", "item", "figure", "text", "artifact"}
        assert all(group.description for group in drawing.groups if group.role == "figure")


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_can_be_asked_for(theme: str) -> None:
    paper = find_paper("A4")
    drawings = pages(journey(EXAMPLES[1]), KINDS, paper, theme=theme).drawings
    assert len(drawings) >= len(KINDS) - 1
    for drawing in drawings:
        check_sheet(drawing, paper)
        assert drawing.background == THEMES[theme].paper


def test_a_map_from_right_to_left_is_mirrored() -> None:
    drawing = of_kind(shown("arabic", "A4", "landscape"), "actions")[0]
    discs = [shape for group in drawing.groups if group.role == "item" for shape in group.shapes[:1]]
    assert discs
    assert all(isinstance(disc, Symbol) and disc.x > 0.9 * drawing.width for disc in discs)


# -- a map that is too large in every way -----------------------------------------------------------------------------
@every_size
def test_a_large_map_is_whole(paper: str) -> None:
    found = vast_pages(paper)
    for drawing in found.drawings:
        check_sheet(drawing, find_paper(paper, LARGE[paper]))
    check_text(vast(paper), found)


@every_size
def test_no_page_but_the_last_is_half_empty(paper: str) -> None:
    found = vast_pages(paper)
    titles = [drawing.bookmarks[0][0].partition(" (")[0] for drawing in found.drawings]
    assert len(set(titles)) < len(titles), "no kind takes several pages"
    for drawing, own, following in zip(found.drawings, titles, titles[1:], strict=False):
        if own == following:
            frame = {"footer", "legend", "artifact", "title"}
            inner = [group_box(group) for group in drawing.groups if group.role not in frame]
            assert max(box.bottom for box in inner if box is not None) > 0.62 * drawing.height, drawing.bookmarks


@every_size
def test_columns_have_their_heads_on_every_page(paper: str) -> None:
    listed = of_kind(vast_pages(paper), "actions")
    assert len(listed) > 5
    assert all("Owner,due,status" in said([d]) or "OwnerDueStatus" in said([d]) for d in listed)


def test_no_row_is_cut_over_two_pages() -> None:
    listed = of_kind(vast_pages("A4"), "actions")
    shown_on = [record for d in listed for record in {g.record for g in d.groups if g.role == "item"}]
    assert len(shown_on) == len(set(shown_on)) == 200


@pytest.mark.parametrize(("paper", "orientation"), [("A4", "portrait"), ("A5", "landscape")])
def test_long_names_have_room_everywhere(paper: str, orientation: str) -> None:
    long = ("a rather long name that somebody typed in a hurry " * 5)[:200].strip()
    source = large(Size(actions=6, personas=2, stages=4, touchpoints=2, pains=6, measures=3, notes=3), title=long)
    changed = []
    for record in source:
        fields = {name: long for name in ("title", "name", "role", "owner") if getattr(record, name, "")}
        changed.append(record if isinstance(record, Head) else _with(record, fields))
    sheet = find_paper(paper, orientation)
    found = pages(Journey.of(source.head, [r for r in changed if not isinstance(r, Head)]), KINDS, sheet)
    for drawing in found.drawings:
        check_sheet(drawing, sheet)


def _with(record: object, fields: dict[str, str]) -> object:
    import msgspec  # noqa: PLC0415

    return msgspec.structs.replace(record, **fields)  # type: ignore[type-var]


def test_a_text_that_is_longer_than_a_page_goes_on_to_the_next() -> None:
    source = large(Size(actions=2, personas=1, stages=2, touchpoints=2, pains=2, measures=1, notes=1))
    more = [
        Opportunity(id="long", text="word " * 3000),
        Note(id="longer", order="a0", text="note " * 3000),
        Pain(id="longest", text="x" * 9000),
    ]
    rest = [record for record in source if not isinstance(record, Head)]
    paper = find_paper("A4")
    found = pages(Journey.of(source.head, [*rest, *more]), KINDS, paper)
    for drawing in found.drawings:
        check_sheet(drawing, paper)
    assert said(of_kind(found, "actions"), "long").count("word") == 3000
    assert said(of_kind(found, "parking-lot"), "longer").count("note") == 3000
    assert said(of_kind(found, "priorities"), "longest").count("x") == 9000


# -- what may be asked for --------------------------------------------------------------------------------------------
def test_an_unknown_kind_is_answered_with_the_known_ones() -> None:
    with pytest.raises(BadInput) as caught:
        pages(journey(EXAMPLES[0]), ["actions", "horoscope"], find_paper("A4"))
    assert "horoscope" in caught.value.problem.english()
    assert caught.value.advice is not None
    assert all(kind in caught.value.advice.english() for kind in KINDS)


def test_an_unknown_theme_is_answered() -> None:
    with pytest.raises(BadInput):
        pages(journey(EXAMPLES[0]), ["actions"], find_paper("A4"), theme="mauve")


def test_what_has_nothing_to_show_gives_a_notice_and_no_page() -> None:
    found = pages(Journey(Head(id="head")), KINDS, find_paper("A4"))
    assert found.drawings == ()
    assert len({notice.english() for notice in found.notices}) == len(KINDS)


def test_kinds_come_in_the_order_they_were_asked_for_and_once() -> None:
    found = pages(journey(EXAMPLES[0]), ["measures", "actions", "measures"], find_paper("A4"))
    assert found.kinds == ("measures", "actions")


def test_pages_are_numbered_after_those_before_them() -> None:
    found = pages(journey(EXAMPLES[1]), ["actions", "measures"], find_paper("A4"), before=1)
    assert ["page2of3" in said([d]) for d in found.drawings] == [True, False]
    assert "page3of3" in said(found.drawings[1:])


def test_only_the_chosen_persona_is_shown() -> None:
    source = journey(EXAMPLES[1])
    chosen = source.personas()[1]
    found = pages(source, KINDS, find_paper("A4"), personas=[chosen.id])
    assert len(of_kind(found, "personas")) == 1
    assert squeezed(chosen.name) in said(of_kind(found, "personas"))
    others = {p.id for p in source.personas()} - {chosen.id}
    foreign = [pain for pain in source.all(Pain) if pain.personas and set(pain.personas) <= others]
    assert foreign
    assert not any(said(of_kind(found, "priorities"), pain.id) for pain in foreign)


def test_type_grows_with_the_sheet_but_less_than_it() -> None:
    small, large_one = (body_size(find_paper(name)) for name in ("A4", "A0"))
    assert 8 <= small <= 9.5
    assert 2 * small < large_one < 3 * small


def groups_of(drawing: Drawing, role: str) -> list[Group]:
    return [group for group in drawing.groups if group.role == role]


def test_discs_on_the_grid_never_cover_one_another() -> None:
    for drawing in (
        *of_kind(vast_pages("A4"), "priorities")[:1],
        *of_kind(shown(EXAMPLES[0], "A4", "portrait"), "priorities"),
    ):
        (figure,) = groups_of(drawing, "figure")
        discs = [(box, n) for n, s in enumerate(figure.shapes) if isinstance(s, Symbol) and (box := shape_box(s))]
        assert len(discs) > 5
        assert overlaps(discs, 0.5 * 1.2) == []  # a stroke's corners count as sharp: boxes are a little too large
