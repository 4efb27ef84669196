"""Saving a journey as a template of one's own: under a name, beside the others on the start page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from journeyeditor.editor.file_names import file_name
from journeyeditor.errors import CannotWrite, JourneyError, message
from journeyeditor.publish.templates import own_titles, titled, users_folder
from journeyeditor.qt.files.saving import preview_of
from journeyeditor.qt.look import label, wear
from journeyeditor.qt.messages import tell_error
from journeyeditor.qt.parts.arranging import foot
from journeyeditor.qt.parts.on_screen import run
from journeyeditor.qt.window.deeds import say_quietly
from journeyeditor.words import Words

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

WIDTH = 480
LONGEST = 200
"""Characters of a template's name."""


class TemplateDialog(QDialog):
    """Asks for the name; where a template has it already the button says that it will be replaced."""

    def __init__(self, title: str, speech: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say = speech.say
        self._own = own_titles()
        self.setWindowTitle(say("Save as template"))
        self.setMinimumWidth(WIDTH)
        self.field = QLineEdit(title)
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(say("Name of the template"))
        self.field.selectAll()
        self.told = label(look="muted", wraps=True)
        self.cancel_button = QPushButton(say("Cancel"))
        self.save_button = wear(QPushButton(), "filled")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(say("Save as template"), "title"))
        column.addWidget(label(say("Name of the template")))
        column.addWidget(self.field)
        column.addWidget(self.told)
        column.addSpacing(8)
        column.addLayout(foot(self.cancel_button, self.save_button))
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.field.textChanged.connect(self._look)
        self._look()
        QTimer.singleShot(0, self.field, self.field.setFocus)

    @property
    def name(self) -> str:
        """What the template shall be called."""
        return " ".join(self.field.text().split())

    @property
    def replaced(self) -> Path | None:
        """The template that has this name already."""
        path = users_folder() / file_name(self.name, "-")
        return self._own.get(self.name) or (path if path.exists() else None)

    def _look(self) -> None:
        there = self.replaced is not None
        self.save_button.setEnabled(bool(self.name))
        self.save_button.setText(self._say("Replace") if there else self._say("Save"))
        self.told.setText(
            self._say("There is a template of this name already. Replace writes this journey over it.")
            if there
            else self._say("You find it on the start page, before the templates that every copy has.")
        )


def save_as_template(window: MainWindow) -> bool:
    """Asks for a name and puts a copy into the user's own library; True if it is there."""
    window.commit_text()
    dialog = TemplateDialog(window.title, window.speech, window if window.isVisible() else None)
    if not run(dialog) or not dialog.name:
        return False
    return _write(window, dialog.name, dialog.replaced or users_folder() / file_name(dialog.name, "-"))


def _write(window: MainWindow, name: str, path: Path) -> bool:
    from journeyeditor.files import save as write  # noqa: PLC0415

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(titled(window.document.journey, name), path, preview=preview_of(window))
    except OSError as error:
        problem = message("The folder of templates cannot be made ({reason}).", reason=error.strerror or "?")
        tell_error(window, window.speech, CannotWrite(problem, message("Save the journey as a file instead.")))
        return False
    except JourneyError as error:
        tell_error(window, window.speech, error, path.name)
        return False
    say_quietly(window, message("Saved as a template: “{title}”", title=name), message("It stands on the start page."))
    return True
