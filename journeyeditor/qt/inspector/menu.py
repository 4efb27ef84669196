"""What can be done with what the inspector shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu

from journeyeditor.editor import Editor
from journeyeditor.edits.anchoring import park
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.describing import hide
from journeyeditor.edits.pasting import duplicate
from journeyeditor.errors import Message, message
from journeyeditor.model.records import Anchored, Channel, Emotion, Flow, Head, Lane, Line, Persona, Touchpoint
from journeyeditor.qt.inspector.reading import record_of

DELETE = message("Delete")
Deed = tuple[Message, Callable[[], object]]


def fill_menu(menu: QMenu, editor: Editor, keys: Sequence[str], inspect: Callable[[Sequence[str]], None]) -> None:
    """Puts in what fits these records."""
    for text, deed in deeds(editor, keys, inspect):
        if text == DELETE:
            menu.addSeparator()
        menu.addAction(editor.speech.say(text)).triggered.connect(lambda _checked=False, deed=deed: deed())


def deeds(editor: Editor, keys: Sequence[str], inspect: Callable[[Sequence[str]], None] | None = None) -> list[Deed]:
    """What can be done with these records, all at once: what it is called, and the deed."""
    journey = editor.journey
    records = [record for key in keys if (record := record_of(journey, key)) is not None]
    found: list[Deed] = []

    def entry(text: Message, then: Callable[[], object]) -> None:
        found.append((text, then))

    if all(not isinstance(record, Head | Line | Flow | Emotion | Channel) for record in records):
        entry(message("Duplicate"), lambda: _duplicate(editor, keys))
    if all(isinstance(record, Lane | Persona) for record in records):
        hidden = all(getattr(record, "hidden", False) for record in records)
        entry(
            message("Show") if hidden else message("Hide"),
            lambda: editor.do(lambda journey: hide(journey, keys, hidden=not hidden)),
        )
    if all(isinstance(record, Anchored) and record.first is not None for record in records):
        entry(message("Put in parking lot"), lambda: editor.do(lambda journey: park(journey, keys)))
    channels = {record.channel for record in records if isinstance(record, Touchpoint) and record.channel}
    if len(channels) == 1 and inspect is not None:
        entry(message("Edit the channel"), lambda: inspect(list(channels)))
    if all(not isinstance(record, Head) and record.id in journey for record in records):
        entry(DELETE, lambda: editor.do(lambda journey: delete(journey, keys)))
    return found


def _duplicate(editor: Editor, keys: Sequence[str]) -> None:
    kinds = {type(editor.journey.get(key)) for key in keys}
    change = editor.do(lambda journey: duplicate(journey, keys))
    if change is not None:
        editor.select([record.id for record in change.added() if type(record) in kinds])
