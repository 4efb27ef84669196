"""Laws that hold whatever keys are pressed."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyeditor.editor.clipboard import Clipboard
from journeyeditor.editor.commands import capturing
from journeyeditor.model.records import Note
from tests.editor.keys import BY_NAME, Keys
from tests.edits.samples import SIZES, assert_sound, contents, picture, steady_ids

TEXTS = ("", "Word", " two words ", "a\tb\nc\td", "one\ntwo\n- three", "\x00\ud800", "2026-13", "-1,5 sad")
WORDS = st.sampled_from(TEXTS)
ACTS = st.one_of(
    st.sampled_from(sorted(BY_NAME)).map(lambda name: ("command", name)),
    st.sampled_from(["go_down", "go_right", "go_up", "go_left", "enter", "add_pain"]).map(
        lambda name: ("command", name)
    ),
    WORDS.map(lambda text: ("type", text)),
    WORDS.map(lambda text: ("clipboard", text)),
    WORDS.map(lambda text: ("capture", text)),
    st.integers(0, 20).map(lambda number: ("select", str(number))),
    st.sampled_from(["answer", "picture", "send", "rest"]).map(lambda act: (act, "")),
)
QUICK = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=120)


def act(keys: Keys, what: str, detail: str) -> None:
    editor = keys.editor
    if what == "command":
        BY_NAME[detail](editor)
    elif what == "type" and editor.typing is not None:
        editor.typing.typed(detail)
    elif what == "rest" and editor.typing is not None:
        editor.typing.rest()
    elif what == "clipboard":
        editor.clipboard = Clipboard(text=detail)
    elif what == "picture":
        editor.clipboard = Clipboard(picture=picture())
    elif what == "capture":
        capturing.capture(editor, detail)
    elif what == "send" and editor.cursor.cell is not None:
        capturing.send(editor, [note.id for note in editor.journey.all(Note)], editor.cursor.cell)
    elif what == "answer" and keys.asked:
        ask = keys.asked.pop()
        ask.then(ask.choices[0].key)
    elif what == "select":
        ids = sorted(record.id for record in editor.journey)
        editor.select([ids[int(detail) % len(ids)]])


@QUICK
@given(size=st.sampled_from(sorted(SIZES)), acts=st.lists(ACTS, max_size=40))
@steady_ids()
def test_any_commands_leave_a_sound_journey_and_can_be_undone(size: str, acts: list[tuple[str, str]]) -> None:
    journey = SIZES[size]()
    first = contents(journey)
    keys = Keys(journey)
    for what, detail in acts:
        act(keys, what, detail)
        cell = keys.editor.cursor.cell
        if cell is not None:
            grid = keys.editor.cursor.grid
            assert cell.row in grid.rows or cell.row == "flows"
            assert cell.record == "" or cell.record in journey
            assert cell.row == "flows" or cell.column in grid.cells(cell.row)
            assert cell.record == "" or cell.row == "flows" or cell.record in grid.records(cell.row, cell.column)
        assert all(key in journey for key in keys.editor.selection)
    if keys.editor.typing is not None:
        keys.editor.typing.commit()
    assert_sound(journey)
    while keys.editor.history.position:
        BY_NAME["undo"](keys.editor)
    assert contents(journey) == first
