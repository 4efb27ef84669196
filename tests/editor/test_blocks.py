"""A block from a spreadsheet fills what it can, and says what it left out and wrote over."""

from __future__ import annotations

import pytest

from journeyeditor.editor.editor import Told
from journeyeditor.edits.lanes import add_lane
from journeyeditor.model.records import Emotion
from tests.editor.keys import Keys
from tests.edits.samples import contents, small


def pasted(keys: Keys, text: str) -> list[str]:
    """What is told when a block is pasted at the first touchpoint."""
    said: list[str] = []

    def hear(told: Told) -> None:
        said.extend(one.english() for one in (told.problem, told.advice) if one is not None)

    keys.editor.told.listen(hear)
    keys.editor.cursor.show("advert")
    keys.editor.clipboard.text = text
    keys.press("Ctrl+V")
    return said


def test_a_row_on_a_lane_of_images_is_left_out_and_named() -> None:
    keys = Keys(small())
    keys.editor.do(lambda journey: add_lane(journey, "images", at=1))
    before = contents(keys.journey)
    said = pasted(keys, "Poster\tCounter\nlooks\tpays\n")
    assert said == [
        "2 cells were left out at “Images”.",
        "Text cannot be pasted into this lane. 2 touchpoints have other names now.",
    ]
    assert [one.title for one in keys.journey.touchpoints()] == ["Poster", "Counter"]
    keys.press("Ctrl+Z")
    assert contents(keys.journey) == before


def test_names_that_are_written_over_are_told_of() -> None:
    keys = Keys(small())
    assert pasted(keys, "Poster\tTill") == [
        "1 touchpoint has another name now.",
        "Undo brings back what was there.",
    ]


def test_cells_that_were_empty_need_no_word() -> None:
    keys = Keys(small())
    assert pasted(keys, "Advert\tTill\n-1\t") == []
    assert len(keys.journey.all(Emotion)) == 2


def test_rows_of_an_old_spreadsheet_end_with_a_return() -> None:
    keys = Keys(small())
    pasted(keys, "Poster\tCounter\r-1\t2\r")
    assert [one.title for one in keys.journey.touchpoints()] == ["Poster", "Counter"]
    assert sorted(one.value for one in keys.journey.all(Emotion)) == [-1, 2]


def test_a_cell_that_is_too_long_is_told_of_and_changes_nothing() -> None:
    keys = Keys(small())
    before = contents(keys.journey)
    assert pasted(keys, "Poster\t" + "x" * 200_000) == [
        "A cell of this block is too long.",
        "Paste less at once, or look for a quotation mark that is never closed.",
    ]
    assert contents(keys.journey) == before


@pytest.mark.parametrize("records", [b'{"records": [], "context": [], "images": ["\xc3\xa9"]}', b"[]", b"\xff", b"5"])
def test_what_another_program_has_put_on_the_clipboard_is_told_of(records: bytes) -> None:
    keys = Keys(small())
    before = contents(keys.journey)
    keys.editor.clipboard.records = records
    keys.press("Ctrl+V")
    assert keys.told == ["What lies on the clipboard is not from this program."]
    assert contents(keys.journey) == before
