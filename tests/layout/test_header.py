"""The header: everything said of the journey and its personas, in a fifth of the sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.drawing import Group, Picture, Sketch, Words
from journeyeditor.drawing.bounds import shape_box
from journeyeditor.drawing.theme import contrast
from journeyeditor.geometry import Box
from journeyeditor.layout.header.cards import initials
from journeyeditor.layout.header.row import header_row
from journeyeditor.layout.page import measure
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.records import Poster
from tests.drawing.checks import overlapping_words
from tests.layout.maps import LONG, Sample, drawn, sheet_of

TOP = 11.0
TITLE = "Un vélo électrique à l’année"
SCENARIO = "Un foyer remplace sa seconde voiture par un vélo électrique loué douze mois, entretien compris."
GOAL = "Rouler chaque jour sans jamais penser ni au contrat ni à l’entretien."
PNG = b"\x89PNG\r\n\x1a\n"


def person(name: str, **fields: Any) -> dict[str, Any]:
    return {
        "name": name,
        "role": "34 ans",
        "maturity": "regular",
        "quote": "Je veux lâcher la voiture, pas gagner un nouveau souci à gérer.",
        "goals": ("Comprendre le prix du premier coup d’œil", "Rouler sans risque avec ses deux enfants"),
        **fields,
    }


def sheet_with(
    personas: Sequence[Mapping[str, Any]], *, images: Sequence[bytes] = (), paper: str = "A3", **head: Any
) -> Sheet:
    head = {"title": TITLE, "scenario": SCENARIO, "goal": GOAL, **head}
    return sheet_of(Sample(personas=personas, felt=(), quotes={}, head=head, images=images), paper)


def groups_of(sheet: Sheet) -> list[Group]:
    row = header_row(sheet)
    return row.draw(TOP, row.height)


def texts(groups: Sequence[Group]) -> list[str]:
    return [shape.line.text for group in groups for shape in group.shapes if isinstance(shape, Words)]


def assert_good(sheet: Sheet) -> None:
    row = header_row(sheet)
    groups = row.draw(TOP, row.height)
    room = Box(sheet.left, TOP, sheet.right - sheet.left, row.height).grown(
        2.5 * sheet.unit
    )  # a butt end counts with a mitre
    for group in groups:
        for shape in group.shapes:
            box = shape_box(shape)
            assert box is None or room.holds(box), (group.role, shape)
    assert [(a.text, b.text) for a, b in overlapping_words(drawn(sheet, groups), 0.05)] == []
    cards = [group.box for group in groups if group.role == "persona" and group.box is not None]
    assert not [one for n, one in enumerate(cards) for two in cards[:n] if one.meets(two)]
    words = [
        box
        for group in groups
        for shape in group.shapes
        if group.role != "persona" and isinstance(shape, Words) and (box := shape_box(shape)) is not None
    ]
    assert not [one for one in cards for two in words if one.meets(two, -0.1)]


NAMES = ("Camille Roussel", "Marc Delattre", "Inès", "Jean-Baptiste de la Rochefoucauld-Montmorency", "Léa", "Ömer")


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 25])
def test_any_number_of_personas_is_named_in_a_fifth_of_the_sheet(count: int) -> None:
    sheet = sheet_with([person(NAMES[n % len(NAMES)]) for n in range(count)])
    assert_good(sheet)
    groups = groups_of(sheet)
    assert [group.record for group in groups if group.role == "persona"] == [f"p{n}" for n in range(count)]
    if count <= 12:
        assert header_row(sheet).height <= 0.2 * sheet.paper.printable[1]


def test_the_drawn_target() -> None:
    sheet = sheet_with([person("Camille Roussel"), person("Marc Delattre")])
    said = " ".join(texts(groups_of(sheet)))
    for text in (
        "Parcours client · état actuel",
        TITLE,
        "Scénario",
        "But du client",
        "Marc Delattre",
        "34 ans · client",
    ):
        assert text in said.replace("\u00a0", " ")
    for word in (*SCENARIO.split(), *GOAL.split(), "souci", "risque"):
        assert word in said
    assert 28 * sheet.unit < header_row(sheet).height < 33 * sheet.unit
    title = next(
        shape.line for group in groups_of(sheet) for shape in group.shapes
        if isinstance(shape, Words) and shape.line.text == TITLE
    )  # fmt: skip
    assert title.style.size == pytest.approx(34)


def test_nothing_said_leaves_no_hole() -> None:
    full, bare = sheet_with([]), sheet_with([], scenario="", goal="")
    assert header_row(bare).height < 0.7 * header_row(full).height
    assert_good(bare)


def test_a_journey_without_a_title_is_still_called_something() -> None:
    sheet = sheet_with([], title="", state="to_be")
    assert "Parcours client" in texts(groups_of(sheet))
    assert "état cible" in texts(groups_of(sheet))


@pytest.mark.parametrize("name", [" ", "\n", "\u00a0", "\u200b"], ids=["space", "line", "hard space", "zero width"])
def test_a_persona_whose_name_nobody_sees_has_a_card(name: str) -> None:
    assert "34 ans" in "".join(texts(groups_of(sheet_with([person(name)]))))


@pytest.mark.parametrize(
    "title", ["Long " * 12, "Très long titre de parcours " * 8, "Donaudampfschifffahrt" * 9, "ولادة " * 20]
)
def test_long_titles_are_whole(title: str) -> None:
    sheet = sheet_with([person("Camille"), person("Marc")], title=title)
    assert_good(sheet)
    groups = [group for group in groups_of(sheet) if group.role == "title"]
    assert "".join("".join(texts(groups)[1:]).split()) == "".join(title.split())
    assert header_row(sheet).height <= 0.25 * sheet.paper.printable[1]


def test_two_hundred_characters_everywhere() -> None:
    people = [person("Camille", role=LONG, quote=LONG, goals=(LONG, LONG)), person("Marc")]
    sheet = sheet_with(people, scenario=LONG, goal=LONG)
    assert_good(sheet)
    said = " ".join(texts(groups_of(sheet))).split()
    assert said.count("réexpliquer") == 6


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "name": st.sampled_from([*NAMES, "", "Ли", "محمد"]),
                "role": st.sampled_from(["", "34 ans", LONG]),
                "quote": st.sampled_from(["", "Enfin.", LONG]),
                "goals": st.lists(st.sampled_from(["Comprendre", LONG]), max_size=4).map(tuple),
            }
        ),
        max_size=8,
    ),
    st.sampled_from([TITLE, "", LONG]),
    st.sampled_from(["", SCENARIO, LONG]),
    st.sampled_from(["A3", "A4", "297x420mm", "600x200mm"]),
)
@settings(max_examples=40, deadline=None)
def test_any_header(personas: list[dict[str, Any]], title: str, scenario: str, paper: str) -> None:
    assert_good(sheet_with(personas, title=title, scenario=scenario, paper=paper))


def test_logos_stand_at_the_right_and_are_not_distorted() -> None:
    sheet = sheet_with([person("Camille"), person("Marc")], images=(PNG + b"1", PNG + b"2"))
    logos = [shape for group in groups_of(sheet) for shape in group.shapes if isinstance(shape, Picture)]
    assert [logo.fit for logo in logos] == ["contain", "contain"]
    assert logos[0].box.bottom < logos[1].box.y
    assert all(logo.box.right == pytest.approx(sheet.right) for logo in logos)
    cards = [group.box for group in groups_of(sheet) if group.role == "persona" and group.box is not None]
    assert not [card for card in cards for logo in logos if card.meets(logo.box)]
    assert_good(sheet)


def test_a_logo_that_the_store_has_not_got_leaves_no_hole() -> None:
    sheet = sheet_with([person("Camille")], poster=Poster(logos=("0" * 64,)))
    assert header_row(sheet).height == header_row(sheet_with([person("Camille")])).height
    cards = [group.box for group in groups_of(sheet) if group.role == "persona" and group.box is not None]
    assert cards[0].right == pytest.approx(sheet.right)


def test_a_portrait_is_cut_round_and_without_one_there_are_initials() -> None:
    sheet = sheet_with([person("Camille Roussel")], images=(PNG + b"1",))
    key = sheet.journey.head.poster.logos[0]
    sheet = sheet_with([person("Camille Roussel", portrait=key), person("Marc Delattre")], images=(PNG + b"1",))
    one, two = (group for group in groups_of(sheet) if group.role == "persona")
    pictures = [shape for shape in one.shapes if isinstance(shape, Picture)]
    assert len(pictures) == 1
    assert pictures[0].clip is not None
    assert "MD" in texts([two])
    assert not any(isinstance(shape, Picture) for shape in two.shapes)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Camille Roussel", "CR"),
        ("Inès", "I"),
        ("", ""),
        ("Jean-Baptiste de la Salle", "JS"),
        ("李 小龙", "李小"),
        ("« »", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize("accent", ["#FFEE00", "#00a0a0", "#123456"])
def test_the_accent_is_darkened_until_it_can_be_read(accent: str) -> None:
    sheet = sheet_with([], poster=Poster(accent=accent))
    title = next(
        shape for group in groups_of(sheet) for shape in group.shapes
        if isinstance(shape, Words) and shape.line.text == TITLE
    )  # fmt: skip
    assert contrast(title.colour, "#FFFFFF") >= 4.5


def test_rings_and_samples_show_dash_and_marker() -> None:
    sheet = sheet_with([person("Camille"), person("Marc")])
    _, marc = (group for group in groups_of(sheet) if group.role == "persona")
    dashes = {shape.stroke.dash for shape in marc.shapes if isinstance(shape, Sketch) and shape.stroke is not None}
    assert all(dash for dash in dashes)
    assert "marker-triangle" in {getattr(shape, "name", "") for shape in marc.shapes}


def test_three_personas_on_a_narrow_sheet_stand_in_one_row() -> None:
    sheet = sheet_of(Sample(personas=[person(f"Persona {n}") for n in range(3)]), "A4", 5.5, "portrait")
    tops = {round(group.box.y, 3) for group in groups_of(sheet) if group.role == "persona" and group.box is not None}
    lefts = {round(group.box.x, 3) for group in groups_of(sheet) if group.role == "persona" and group.box is not None}
    assert len(tops) == 1 or len(lefts) == 1


def test_samples_of_lines_stay_within_the_margin() -> None:
    for style in range(1, 13):
        sheet = sheet_of(Sample(personas=[person("Ana", style=style)], felt=(), quotes={}, truths=()), body=14)
        shapes = [shape for group in groups_of(sheet) for shape in group.shapes]
        boxes = [shape_box(shape) for shape in shapes if isinstance(shape, Sketch) and shape.stroke is not None]
        assert max(box.right for box in boxes if box is not None) <= sheet.right + 0.01


@pytest.mark.parametrize(("count", "listed"), [(3, 2), (42, 1)])
def test_a_crowd_of_personas_is_listed_once(count: int, listed: int) -> None:
    felt = [[1, 0, -1, 0.5]] * count
    sample = Sample((4,), [person(f"Persona{n} X{n}") for n in range(count)], felt, {}, ())
    page = measure(sheet_of(sample, "A2", 5))
    groups = page.header.draw(10, page.header.height) + page.below[0].draw(100, page.below[0].height)
    assert texts(groups).count("Persona1 X1") == listed
