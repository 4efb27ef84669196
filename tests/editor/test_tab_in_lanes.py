"""Tab in a lane goes from cell to cell, as in a table; what is not written yet is made there, and lanes keep names."""

from __future__ import annotations

import pytest

from journeyeditor.edits.entries import add_entry
from journeyeditor.edits.lanes import add_lane
from journeyeditor.model.records import Entry, Lane, Pain
from tests.editor.keys import Keys
from tests.edits.doing import need
from tests.edits.samples import contents, small


@pytest.fixture
def keys() -> Keys:
    """Two stages of a touchpoint each; lanes of touchpoints, the curve, what customers do, pains."""
    made = Keys(small())
    made.editor.do(lambda journey: add_lane(journey, "actions", id="actions"))
    made.editor.do(lambda journey: add_lane(journey, "pains", id="pains"))
    return made


def begin(keys: Keys, column: str) -> None:
    """The keys are in the empty cell of "Customer actions" at a touchpoint; Enter opens a text there."""
    keys.editor.cursor.show("actions")
    keys.press("Right")
    while keys.editor.cursor.cell is None or keys.editor.cursor.cell.column != column:
        keys.press("Right")
    keys.press("Enter")


def written(keys: Keys) -> dict[str | None, str]:
    return {one.first: one.text for one in keys.journey.all(Entry)}


def test_tab_goes_to_the_next_cell_and_never_into_the_name_of_a_lane(keys: Keys) -> None:
    names = {one.id: one.title for one in keys.journey.all(Lane)}
    begin(keys, "advert")
    keys.write("Reads it")
    keys.press("Tab")
    keys.write("Queues")
    keys.press("Tab")
    assert keys.editor.typing is not None
    assert keys.editor.typing.key == "queue", "from the end of a lane on to what is written in the next one"
    keys.press("Shift+Tab", "Shift+Tab")
    assert keys.editor.typing.text == "Queues"
    keys.press("Shift+Tab")
    assert keys.editor.typing.text == "Reads it"
    keys.press("Enter")
    assert written(keys) == {"advert": "Reads it", "till": "Queues"}
    assert {one.id: one.title for one in keys.journey.all(Lane)} == names


def test_back_over_an_empty_cell_too_and_what_stays_empty_leaves_nothing(keys: Keys) -> None:
    begin(keys, "till")
    keys.write("Queues")
    keys.press("Enter")
    before, steps = contents(keys.journey), len(keys.editor.history.names)
    keys.press("F2", "Shift+Tab")
    assert keys.editor.typing is not None
    assert keys.editor.typing.is_new
    keys.press("Tab")
    assert keys.editor.typing.text == "Queues"
    keys.press("Shift+Tab", "Esc")
    assert contents(keys.journey) == before
    assert len(keys.editor.history.names) == steps


def test_behind_a_text_of_a_whole_stage_one_of_the_next_stage_is_written(keys: Keys) -> None:
    keys.editor.cursor.show("search")
    keys.do("next_touchpoint")
    keys.write("Leaflet")
    keys.press("Enter")
    keys.editor.do(lambda journey: add_entry(journey, "actions", "search", id="look", text="Looks about"))
    keys.editor.cursor.show("look")
    keys.press("F2", "Tab")
    keys.write("Buys")
    keys.press("Enter")
    assert written(keys) == {"search": "Looks about", "buy": "Buys"}


def test_findings_too_and_a_lane_of_touchpoints_gets_none_by_it(keys: Keys) -> None:
    keys.editor.cursor.show("queue")
    keys.press("F2", "Shift+Tab")
    keys.write("Hard to find")
    keys.press("Enter")
    assert {one.text: one.first for one in keys.journey.all(Pain)} == {"The queue": "till", "Hard to find": "advert"}
    keys.editor.cursor.show("till")
    keys.press("F2", "Tab", "Esc")
    assert len(keys.journey.touchpoints()) == 2
    assert need(keys.journey, "curve", Lane).title is None
