"""The page on the window names keys as the table of actions has them."""

from pathlib import Path

import pytest

from journeyeditor.qt.actions.table import BY_ID

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "window.md").read_text(encoding="utf-8")
NAMED = {
    "Ctrl 9 the whole page": ("fit-page", "Ctrl+9"),
    "Ctrl 8 the stage": ("fit-stage", "Ctrl+8"),
    "Ctrl 0 true size": ("zoom-true", "Ctrl+0"),
    "(C; V puts it away)": ("tool-curve", "C"),
    "**Parking lot** (F4)": ("capture", "F4"),
    "**Map health** (F12)": ("health", "F12"),
    "**Table** (Ctrl 2; Ctrl 1 is the map)": ("page-table", "Ctrl+2"),
    "**Compare** (Ctrl 3)": ("page-compare", "Ctrl+3"),
    "**Priorities** (Ctrl Shift O)": ("priorities", "Ctrl+Shift+O"),
    "**Presentation** (F5)": ("present", "F5"),
    "**Earlier versions** (Ctrl Shift H": ("versions", "Ctrl+Shift+H"),
    "Press **F1** for all keys": ("shortcuts", "F1"),
    "S at the touchpoint": ("split-stage", "S"),
    "F to the flow, Ctrl K (its start: Ctrl Shift K)": ("lead-end", "Ctrl+K"),
}


@pytest.mark.parametrize("said", NAMED)
def test_the_key_is_that_of_the_action(said: str) -> None:
    action, key = NAMED[said]
    assert said in PAGE
    assert key in BY_ID[action].keys
