"""Connecting two steps by key, and leading an end of a flow elsewhere."""

from __future__ import annotations

from journeyeditor.editor.editor import Editor
from journeyeditor.editor.joining import Leading, led
from journeyeditor.editor.naming import spoken
from journeyeditor.editor.pointed import chosen, connect_from, open_text_of, step_under, tell
from journeyeditor.edits.flows import connect as connected
from journeyeditor.edits.flows import reconnect
from journeyeditor.errors import message
from journeyeditor.model.records import Flow


def connect(editor: Editor) -> object:
    """Marks the step under the cursor as the start of a flow; at another step leads it there and opens its label."""
    if led(editor) is not None:
        return take_end(editor)
    if editor.leading is not None:
        connect_from(editor, "")  # the flow that was led is gone
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


def lead_start(editor: Editor) -> object:
    """Takes the start of the flow that is selected into the hand: keys lead it to another step."""
    return _lead(editor, at_start=True)


def lead_end(editor: Editor) -> object:
    """Takes the end of the flow that is selected into the hand: keys lead it to another step."""
    return _lead(editor, at_start=False)


def take_end(editor: Editor) -> object:
    """Leads the end of the flow that is in the hand to the step under the cursor."""
    leading, step = led(editor), step_under(editor)
    if leading is None:
        return None
    if step is None:
        return tell(editor, message("A flow begins and ends at a touchpoint or a stage."), message("Go to one first."))
    if step == editor.connecting:
        return tell(editor, message("A flow leads from one step to another."), message("Go to another step."))
    flow = leading.flow
    ends = {"source": step} if leading.at_start else {"target": step}
    connect_from(editor, "")
    change = editor.do(lambda journey: reconnect(journey, flow, **ends))
    editor.cursor.show(flow)
    return change


def _lead(editor: Editor, *, at_start: bool) -> object:
    flows = chosen(editor, Flow)
    if not flows:
        return tell(editor, message("Select a flow first."))
    flow = flows[-1]
    here, anchor = (flow.source, flow.target) if at_start else (flow.target, flow.source)
    connect_from(editor, anchor, Leading(flow.id, at_start=at_start))
    editor.cursor.show(here)
    said = message("Go to its new start and press Enter") if at_start else message("Go to its new end and press Enter")
    editor.announce.tell(editor.speech.say(said))
    return flow.id
