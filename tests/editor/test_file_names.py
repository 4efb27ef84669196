"""What files of journeys are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeyeditor.editor.file_names import LONGEST, beside, file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A/B: test?", "A B test.journey"),
        ("  ", "journey.journey"),
        ("..", "journey.journey"),
        ("Élodie’s café", "Élodie’s café.journey"),
        ("x" * 200, "x" * LONGEST + ".journey"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, "journey") == name


@pytest.mark.parametrize("ending", [".journey", ".journey.json"])
def test_a_name_beside_another_is_one_that_nobody_has(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"map{ending}"
    for expected in ("map (mine)", "map (mine 2)", "map (mine 3)"):
        found = beside(path, "mine")
        assert found == tmp_path / f"{expected}{ending}"
        found.touch()
