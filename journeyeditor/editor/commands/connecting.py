"""Connecting two steps by key."""

from __future__ import annotations

from journeyeditor.editor.editor import Editor
from journeyeditor.editor.naming import spoken
from journeyeditor.editor.pointed import connect_from, open_text_of, step_under, tell
from journeyeditor.edits.flows import connect as connected
from journeyeditor.errors import message
from journeyeditor.model.records import Flow


def connect(editor: Editor) -> object:
    """Marks the step under the cursor as the start of a flow; at another step leads it there and opens its label."""
    step = step_under(editor)
    if step is None:
        return tell(editor, message("Where does the flow begin?"), message("Go to a touchpoint or a stage first."))
    start = editor.connecting
    if start not in editor.journey:
        record = editor.journey.get(step)
        name = "" if record is None else spoken(editor, record)
        editor.announce.tell(editor.speech.say(message("A flow begins here. Go to its end. {step}", step=name)))
        return connect_from(editor, step)
    connect_from(editor, "")
    if start == step:
        editor.announce.tell(editor.speech.say(message("No flow was made")))
        return None
    change = editor.do(lambda journey: connected(journey, start, step))
    flows = [] if change is None else [record.id for record in change.added() if isinstance(record, Flow)]
    for key in flows:
        editor.cursor.show(key)
        open_text_of(editor, key)
    return change
