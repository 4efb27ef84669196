"""An end of a flow is led elsewhere with keys alone."""

from __future__ import annotations

import pytest

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.edits.deleting import delete
from journeyeditor.model.records import Flow
from journeyeditor.tools.events import Escape
from journeyeditor.tools.marks import Connection
from tests.editor.keys import Keys
from tests.edits.doing import need
from tests.edits.samples import contents, full


class Hands(Keys):
    """Keys, and the desk that shows what they lead."""

    def __init__(self) -> None:
        super().__init__(full(), laid_out=True)
        self.desk = EditorDesk(self.editor)

    @property
    def how(self) -> str:
        """What the status line says is to be done."""
        hint = self.desk.hint
        return hint.how.english() if hint is not None and hint.how is not None else ""


@pytest.fixture
def keys() -> Hands:
    made = Hands()
    made.editor.cursor.show("t0")
    made.press("F")
    assert made.editor.selection == ("skip",)
    return made


def ends(keys: Hands, flow: str = "skip") -> tuple[str, str]:
    found = need(keys.journey, flow, Flow)
    return found.source, found.target


def line(keys: Hands) -> Connection:
    (found,) = keys.desk.marks
    assert isinstance(found, Connection)
    return found


@pytest.mark.parametrize("taken", ["Enter", "K"])
def test_the_end_goes_to_the_step_that_keys_walk_to(keys: Hands, taken: str) -> None:
    before = contents(keys.journey)
    assert ends(keys) == ("t0", "t4")
    keys.press("Ctrl+K")
    desk = keys.desk
    assert keys.editor.selection == ("t4",), "one begins where it ends now"
    assert keys.how == "Go to its new end and press Enter"
    first = line(keys)
    keys.press("Left")
    assert line(keys).x1 == first.x1
    assert line(keys).x2 < first.x2
    assert contents(keys.journey) == before
    keys.press(taken)
    assert ends(keys) == ("t0", "t3"), "the column that the cursor is in, if another lane's cell"
    assert keys.editor.selection == ("skip",)
    assert (desk.marks, desk.hint, keys.editor.typing) == ((), None, None)
    assert [name.english() for name in keys.editor.history.names] == ["Reconnect flow"]
    keys.press("Ctrl+Z")
    assert contents(keys.journey) == before


def test_the_start_goes_elsewhere_and_the_line_ends_where_it_did(keys: Hands) -> None:
    keys.press("Ctrl+Shift+K")
    assert keys.editor.selection == ("t0",)
    first = line(keys)
    keys.press("Right")
    assert line(keys).x2 == first.x2
    assert line(keys).x1 > first.x1
    (step,) = keys.editor.selection
    keys.press("Enter")
    assert ends(keys) == (step, "t4")


def test_escape_leaves_all_as_it_was_and_goes_back_to_the_flow(keys: Hands) -> None:
    before = contents(keys.journey)
    keys.press("Ctrl+K", "Right", "Right")
    keys.desk.handle(Escape())
    assert contents(keys.journey) == before
    assert keys.editor.history.names == []
    assert keys.editor.selection == ("skip",)
    assert keys.desk.hint is None
    keys.press("Ctrl+K", "Enter")
    assert contents(keys.journey) == before
    assert keys.editor.history.names == [], "led to where it was it is no step"


def test_it_cannot_end_where_it_begins_and_the_hand_keeps_it(keys: Hands) -> None:
    keys.press("Ctrl+K")
    keys.editor.cursor.show("t0")
    keys.press("Enter")
    assert keys.told == ["A flow leads from one step to another."]
    keys.editor.cursor.show(keys.journey.head.id)
    keys.press("Enter")
    assert len(keys.told) == 2
    keys.editor.cursor.show("t2")
    keys.press("Enter")
    assert ends(keys) == ("t0", "t2")


def test_what_is_gone_meanwhile_is_not_led(keys: Hands) -> None:
    keys.press("Ctrl+K")
    keys.editor.do(lambda journey: delete(journey, ["skip"]))
    keys.press("Right")
    assert keys.desk.marks == ()
    flows = len(list(keys.journey.all(Flow)))
    keys.press("K")
    assert len(list(keys.journey.all(Flow))) == flows
    assert keys.how == "Go to its end and connect there"


def test_without_a_flow_it_says_what_to_select(keys: Hands) -> None:
    keys.editor.cursor.show("t0")
    keys.press("Ctrl+K")
    assert keys.told == ["Select a flow first."]
    assert keys.editor.connecting == ""
