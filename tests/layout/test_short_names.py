"""How personas are called on the map."""

from __future__ import annotations

import pytest

from journeyeditor import fonts
from journeyeditor.fonts import Style
from journeyeditor.layout.short_names import named_within, short_name
from tests.layout.maps import Sample, sheet_of


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("Camille Roussel", "Marc Delattre"), ["Camille", "Marc"]),
        (("Camille Roussel", "Busy parent"), ["Camille", "Busy parent"]),
        (("Persona 1", "Omar Haddad"), ["Persona 1", "Omar"]),
        (("New Customer", "Returning Customer"), ["New Customer", "Returning Customer"]),
        (("Camille Roussel", "Camille Petit"), ["Camille Roussel", "Camille Petit"]),
    ],
)
def test_first_names_stand_for_people_and_not_for_kinds_of_people(names: tuple[str, ...], shown: list[str]) -> None:
    sheet = sheet_of(Sample(personas=tuple({"name": name} for name in names)))
    assert [short_name(sheet, persona) for persona in sheet.personas] == shown


@pytest.mark.parametrize(
    "name",
    [
        "A person of whom there is a whole sentence to be said, and then some more of it",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "古い家に長く住んでいて売ろうかどうかまだ迷っている人たちとその家族のみなさん",
        "Short, " * 40,
        "x" * 5_000,
    ],
)
@pytest.mark.parametrize("lines", [1, 2])
def test_a_name_without_room_is_its_first_words_and_a_sign_that_there_is_more(name: str, lines: int) -> None:
    style, room = Style(9.0, bold=True), 40.0
    shown = named_within(name, style, room, lines)
    assert fonts.line_count(shown, style, room) <= lines
    assert shown.endswith("…")
    kept = shown.removesuffix("…")
    assert name.startswith(kept)
    assert fonts.width(kept, style) > 0.4 * lines * room
    assert not kept.endswith((" ", ","))


def test_a_name_with_room_is_whole() -> None:
    assert named_within("Camille Roussel, locataire", Style(9.0), 40.0, 1) == "Camille Roussel, locataire"
