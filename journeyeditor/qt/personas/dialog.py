"""Every field of a persona, in a dialog that writes as one types; what the inspector shows, with more room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.errors import message
from journeyeditor.qt.look import wear
from journeyeditor.qt.parts.listening import listen
from journeyeditor.qt.parts.on_screen import open_as


class PersonaDialog(QDialog):
    """The inspector's page for one persona."""

    def __init__(self, desk: EditorDesk, key: str, parent: QWidget | None = None) -> None:
        from journeyeditor.qt.inspector.panel import InspectorPanel  # noqa: PLC0415 - both rooms know each other

        super().__init__(parent)
        self._editor = desk.editor
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        self.inspector = InspectorPanel(desk, self, fixed=(key,))
        column.addWidget(self.inspector, 1)
        buttons = QDialogButtonBox()
        self._close = wear(buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole), "filled")
        buttons.accepted.connect(self.accept)
        buttons.setContentsMargins(16, 0, 16, 0)
        column.addWidget(buttons)
        listen(self, desk.editor.viewed, self._viewed)
        self._viewed(None)
        open_as(self, 440, 640)
        self.inspector.focus_title()

    def _viewed(self, _none: None) -> None:
        """The language as it is now."""
        say = self._editor.speech.say
        self.setWindowTitle(say(message("Persona")))
        self._close.setText(say(message("Close")))

    def done(self, result: int) -> None:
        """What is being typed is kept."""
        self.inspector.flush()
        super().done(result)
