"""How personas are called on the map."""

from __future__ import annotations

import pytest

from journeyeditor.layout.short_names import short_name
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
