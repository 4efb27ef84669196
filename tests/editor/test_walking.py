"""Arrow keys walk the map cell by cell, and the selection goes with them."""

from __future__ import annotations

import pytest

from journeyeditor.editor.cursor import cursor_box
from journeyeditor.editor.grid import Cell
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.touchpoints import add_touchpoint
from journeyeditor.errors import message
from journeyeditor.geometry import Box
from journeyeditor.model.blank import blank
from journeyeditor.model.change import Change, replaced
from tests.editor.keys import Keys
from tests.edits.samples import empty, full, small


def walked(keys: Keys, *pressed: str) -> list[str]:
    """What the cursor is on after each key: a record, or the row and column of an empty cell."""
    found = []
    for key in pressed:
        keys.press(key)
        cell = keys.editor.cursor.cell
        assert cell is not None
        found.append(cell.record or f"{cell.row}/{cell.column}")
        assert keys.editor.selection == ((cell.record,) if cell.record else ())
    return found


def test_the_first_key_goes_to_the_first_stage() -> None:
    assert walked(Keys(small()), "Right", "Right", "Right") == ["search", "buy", "buy"]


def test_up_and_down_go_through_every_row_and_keep_the_column() -> None:
    keys = Keys(small())
    keys.editor.cursor.show("buy")
    down = walked(keys, "Down", "Down", "Down")
    assert down == ["till", "emotion:marie:till", "emotion:marie:till"]
    assert walked(keys, "Up", "Up", "Up", "Down", "Down") == ["till", "buy", "journey", "buy", "till"]


def test_a_cell_without_a_record_can_be_stood_on() -> None:
    keys = Keys(small())
    keys.editor.cursor.show("advert")
    assert walked(keys, "Down") == ["curve/advert"]
    assert keys.said[-1] == "Emotion curve, empty, at Advert"


def test_several_cards_of_a_cell_are_walked_one_after_the_other() -> None:
    keys = Keys(full())
    keys.editor.activate("p0")
    keys.editor.cursor.go(Cell("l3", "t0", "e0"))
    assert walked(keys, "Down", "Up", "Right", "Left") == ["e1", "e0", "e4", "e0"]


def test_every_visible_row_is_walked_and_no_hidden_one() -> None:
    keys = Keys(full())
    grid = keys.editor.cursor.grid
    assert grid.rows == ("header", "stages", "l0", "l1", "l2", "l3", "l4", "line", "l5", "l6", "l7")
    keys.editor.cursor.go(Cell("stages", "s0", "s0"))
    rows = []
    for _ in range(40):
        keys.press("Down")
        assert keys.editor.cursor.cell is not None
        rows.append(keys.editor.cursor.cell.row)
    assert tuple(dict.fromkeys(rows)) == grid.rows[2:]


def test_home_end_and_the_corners() -> None:
    keys = Keys(full())
    keys.editor.cursor.go(Cell("l6", "t3", "pain0"))
    assert walked(keys, "Home", "Home", "End") == ["l6/t0", "l6", "l6/s3"]
    assert walked(keys, "Ctrl+Home", "Right", "Ctrl+End") == ["journey", "p0", "l7/s3"]


def test_what_spans_is_walked_where_it_begins() -> None:
    keys = Keys(full())
    assert keys.editor.cursor.show("pain2")
    assert keys.editor.cursor.cell == Cell("l6", "t3", "pain2")
    assert not keys.editor.cursor.show("chance1")


def test_a_map_from_right_to_left_is_walked_mirrored() -> None:
    journey = small()
    head = journey.head
    journey.apply(Change(message("Test"), {head.id: (head, replaced(head, language="ar"))}))
    assert walked(Keys(journey), "Left", "Left", "Right") == ["search", "buy", "search"]


def test_shift_extends_the_selection_and_goes_back() -> None:
    keys = Keys(full())
    keys.editor.cursor.go(Cell("stages", "s0", "s0"))
    keys.press("Shift+Right", "Shift+Right")
    assert keys.editor.selection == ("s0", "s1", "s2")
    keys.press("Shift+Left")
    assert keys.editor.selection == ("s0", "s1")
    assert keys.said[-1] == "Selected: 2 stages"
    keys.press("Right")
    assert keys.editor.selection == ("s2",)


@pytest.mark.parametrize(
    ("start", "gone", "selected"),
    [
        (Cell("header", "p0", "p0"), "p0", {"journey"}),
        (Cell("l4", "t0", "e2"), "l4", {"e0", "e1"}),
        (Cell("stages", "s0", "s0"), "s0", {"s1", "journey"}),
    ],
)
def test_where_extending_began_can_go_meanwhile(start: Cell, gone: str, selected: set[str]) -> None:
    keys = Keys(full())
    keys.editor.cursor.go(start)
    keys.press("Shift+Left" if gone == "p0" else "Shift+Right" if gone == "s0" else "Shift+Up")
    keys.editor.do(lambda journey: delete(journey, [gone]))
    keys.press("Shift+Up")
    assert set(keys.editor.selection) == selected


def test_the_cursor_follows_the_selection() -> None:
    keys = Keys(full())
    keys.editor.select(["t1"])
    assert keys.editor.cursor.cell is not None
    assert keys.editor.cursor.cell.record == "t1"


def test_the_cursor_stays_near_when_its_record_goes() -> None:
    keys = Keys(small())
    keys.editor.cursor.show("till")
    keys.press("Del")
    assert keys.editor.cursor.cell == Cell("touchpoints", "buy")
    keys.press("Ctrl+Z")
    assert keys.editor.selection == ("till",)


def test_on_an_empty_map_there_is_a_place_for_the_first_stage() -> None:
    keys = Keys(empty())
    keys.press("Right", "Down", "Left", "End", "PgDown", "Tab")
    assert keys.editor.cursor.cell is not None
    keys.press("Enter")
    keys.write("First")
    keys.press("Enter")
    assert [stage.title for stage in keys.journey.stages()] == ["First"]


def test_page_keys_go_from_stage_to_stage_on_one_band() -> None:
    keys = Keys(full())
    keys.editor.cursor.go(Cell("l6", "t1", "pain1"))
    assert walked(keys, "PgDown", "PgDown", "PgUp") == ["pain0", "l6/t5", "pain0"]


def test_flows_are_reached_from_a_step_and_lead_to_their_ends() -> None:
    keys = Keys(full())
    keys.editor.cursor.show("t4")
    first, second, again = walked(keys, "F", "F", "F")
    assert {first, second} == {"skip", "step"}
    assert again == first
    assert walked(keys, "Left") == ["t0" if first == "skip" else "t3"]
    keys.editor.cursor.show("t4")
    keys.press("F", "Esc")
    assert keys.editor.selection == ("t4",)
    keys.editor.cursor.show("t7")
    keys.press("F")
    assert keys.told == ["No flow leads from here or to here."]


def box(keys: Keys, *pressed: str) -> Box:
    keys.press(*pressed)
    found = cursor_box(keys.editor)
    assert found is not None
    return found


def test_the_focus_is_painted_where_the_cursor_is() -> None:
    keys = Keys(small(), laid_out=True)
    assert cursor_box(keys.editor) is None
    stage, touchpoint, nothing = box(keys, "Right"), box(keys, "Down"), box(keys, "Down")
    head = box(keys, "Left")
    assert stage.bottom <= touchpoint.y < touchpoint.bottom <= nothing.y
    assert touchpoint.x == pytest.approx(nothing.x)
    assert head.right <= nothing.x + 1e-6
    assert head.y == nothing.y
    assert box(keys, "Ctrl+Home").y < stage.y


def test_page_keys_go_from_band_to_band_where_there_are_several() -> None:
    journey = blank(stages=40)
    for stage in journey.stages():
        for number in range(5):
            journey.apply(add_touchpoint(journey, stage.id, title=f"A touchpoint of a long name {number}"))
    keys = Keys(journey, laid_out=True)
    bands = keys.editor.board.bands()
    assert len(bands) > 1
    lane = journey.rows()[0].id
    keys.editor.cursor.go(Cell(lane, journey.touchpoints()[1].id, journey.touchpoints()[1].id))
    keys.press("PgDown")
    assert keys.editor.cursor.cell is not None
    assert (keys.editor.cursor.cell.row, keys.editor.cursor.cell.column) == (
        lane,
        bands[1].stages[0].slots[0].touchpoint,
    )
    here = box(keys)
    assert bands[1].header[1] <= here.y
    keys.press("PgUp", "PgUp")
    assert keys.editor.cursor.cell.column == journey.touchpoints()[0].id
