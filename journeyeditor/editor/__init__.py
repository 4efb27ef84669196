"""One open journey: its document, history, selection, current tool, and the poster as it looks now.

Rules of this room: it knows no Qt; it writes through `Editor.do` alone, which takes an edit and carries its `Change`
out; whoever shows something listens to the editor's signals. What a person can do by key or menu are functions in
`commands`, each of which takes the editor.
"""

from journeyeditor.editor.document import Document
from journeyeditor.editor.editor import Editor, Told
from journeyeditor.editor.settings import Settings
from journeyeditor.editor.signal import Signal

__all__ = ["Document", "Editor", "Settings", "Signal", "Told"]
