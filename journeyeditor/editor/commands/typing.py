"""Opening texts, and going from one to the next."""

from __future__ import annotations

from journeyeditor.editor.commands.walking import here
from journeyeditor.editor.editor import Editor
from journeyeditor.editor.pointed import open_text_of
from journeyeditor.editor.texting import fields_of, next_field, usual_field
from journeyeditor.editor.walking import onward


def open_text(editor: Editor) -> object:
    """Opens the text of what is selected, to be typed in place."""
    key = editor.selection[-1] if editor.selection else ""
    record, meant = editor.journey.get(key), editor.meant
    if meant is not None and meant.record == key:
        return open_text_of(editor, key, meant.field, at=meant.at)
    return open_text_of(editor, key, usual_field(record)) if record is not None and usual_field(record) else None


def next_text(editor: Editor) -> object:
    """Keeps what was typed and opens the next text: of the same record, else of the next one. Else goes on."""
    return _turn(editor, back=False)


def previous_text(editor: Editor) -> object:
    """Keeps what was typed and opens the text before. Else goes back."""
    return _turn(editor, back=True)


def _turn(editor: Editor, *, back: bool) -> object:
    typing = editor.typing
    by = -1 if back else 1
    if typing is None:
        return editor.cursor.go(onward(editor.cursor.grid, here(editor), by))
    key, field = typing.key, typing.field
    typing.commit()
    record = editor.journey.get(key)
    following = next_field(record, field, back) if record is not None else None
    if following is not None:
        return open_text_of(editor, key, following)
    cell = here(editor)
    while True:
        found = onward(editor.cursor.grid, cell, by)
        if found == cell:
            return None
        record, cell = editor.journey.get(found.record), found
        if record is not None and fields_of(record):
            editor.cursor.go(found)
            return open_text_of(editor, record.id, fields_of(record)[-1 if back else 0])
