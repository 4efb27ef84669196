"""Every field of a persona, in a dialog that writes as one types; what the inspector shows, with more room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.errors import message
from journeyeditor.qt.look import wear
from journeyeditor.qt.parts.on_screen import open_as


class PersonaDialog(QDialog):
    """The inspector's page for one persona."""

    def __init__(self, desk: EditorDesk, key: str, parent: QWidget | None = None) -> None:
        from journeyeditor.qt.inspector.panel import InspectorPanel  # noqa: PLC0415 - both rooms know each other

        super().__init__(parent)
        say = desk.editor.speech.say
        self.setWindowTitle(say(message("Persona")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        self.inspector = InspectorPanel(desk, self, fixed=(key,))
        column.addWidget(self.inspector, 1)
        buttons = QDialogButtonBox()
        done = buttons.addButton(say(message("Close")), QDialogButtonBox.ButtonRole.AcceptRole)
        wear(done, "filled")
        buttons.accepted.connect(self.accept)
        buttons.setContentsMargins(16, 0, 16, 0)
        column.addWidget(buttons)
        open_as(self, 440, 640)
        self.inspector.focus_title()

    def done(self, result: int) -> None:
        """What is being typed is kept."""
        self.inspector.flush()
        super().done(result)
