"""The settings. Everything is taken over at once; there is nothing to confirm."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.errors import CannotWrite, Message, message
from journeyeditor.files.recovery import checked_folder
from journeyeditor.qt.actions.journey_actions import PAPERS, THEMES
from journeyeditor.qt.look import label, wear
from journeyeditor.qt.parts.arranging import foot, stacked
from journeyeditor.qt.parts.labels import CAPTION, Tone
from journeyeditor.qt.parts.on_screen import open_as, stay_on_screen

if TYPE_CHECKING:
    from journeyeditor.qt.application import Program

LANGUAGES: dict[str, Message | str] = {"": message("As the system"), "en": "English", "fr": "Français"}
APPEARANCES: dict[str, Message] = {
    "system": message("As the system"),
    "light": message("Light"),
    "dark": message("Dark"),
}
WIDE, LABELS = 540, 176
"""Width of the dialog and of its column of labels, px."""
LEAST_TYPE, MOST_TYPE = 6, 24


class SettingsDialog(QDialog):
    """Language, looks, and what new journeys begin with."""

    def __init__(self, program: Program, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self.setMinimumWidth(440)
        self._title = label(look="title")
        self._groups: list[tuple[QLabel, Message]] = []
        self._labels: list[tuple[QLabel, Message]] = []
        self._hints: list[tuple[QLabel, Message]] = []
        self.language, self.appearance = QComboBox(), QComboBox()
        self.theme, self.paper, self.orientation = QComboBox(), QComboBox(), QComboBox()
        self.reading_size = QSpinBox()
        self.reading_size.setRange(LEAST_TYPE, MOST_TYPE)
        self.reading_size.lineEdit().setTextMargins(6, 0, 0, 0)
        self.facilitator = QLineEdit()
        self.folder, self.folder_button = QLineEdit(), QPushButton()
        self.folder_problem = Tone("", "pain", CAPTION)
        self.folder_problem.setWordWrap(True)
        self.folder_problem.hide()
        self._refused: CannotWrite | None = None
        self.done_button = wear(QPushButton(), "filled")
        self._lay_out()
        self._fill()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._form = wear(QWidget(), "chrome")
        column = QVBoxLayout(self._form)
        column.setContentsMargins(24, 20, 24, 8)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addSpacing(8)
        self._group(column, message("The window"), (
            (message("Language"), self.language, None),
            (message("Appearance"), self.appearance, None),
            (message("Smallest type on opening"), self.reading_size,
             message("A dense map opens so large that its texts have at least this many pixels.")),
        ))  # fmt: skip
        column.addSpacing(12)
        self._group(column, message("New journeys"), (
            (message("Theme of the poster"), self.theme, None),
            (message("Paper"), self._side_by_side(self.paper, self.orientation), None),
            (message("Facilitator"), self.facilitator, message("Your name, as it stands in the foot of new posters.")),
        ))  # fmt: skip
        column.addSpacing(12)
        self._group(column, message("If the program or the computer stops"), (
            (message("Kept in the folder"), self._folder_fields(),
             message("What is not saved yet is kept here within a second, and offered at the next start. Empty is the "
                     "usual place, which also stands in when nothing can be written here.")),
        ))  # fmt: skip
        column.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keys
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._form)
        row = foot(self.done_button)
        row.setContentsMargins(24, 8, 24, 20)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(row)

    def _group(
        self, column: QVBoxLayout, title: Message, rows: tuple[tuple[Message, QWidget, Message | None], ...]
    ) -> None:
        heading = label(look="section")
        self._groups.append((heading, title))
        column.addWidget(heading)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field, hint in rows:
            said = label(look="muted")
            said.setMinimumWidth(LABELS)
            said.setBuddy(field)
            self._labels.append((said, name))
            form.addRow(said, field)
            if hint is not None:
                explained = label(look="caption", wraps=True)
                self._hints.append((explained, hint))
                form.addRow(label(), explained)
        column.addLayout(form)

    def _folder_fields(self) -> QWidget:
        """The folder, and under it why it cannot be taken."""
        fields, whole = self._side_by_side(self.folder, self.folder_button, stretch=(1, 0)), QWidget()
        column = stacked(fields, self.folder_problem, gap=2)
        column.setContentsMargins(0, 0, 0, 0)
        whole.setLayout(column)
        whole.setFocusProxy(self.folder)
        return whole

    @staticmethod
    def _side_by_side(*fields: QWidget, stretch: tuple[int, ...] = (1, 1)) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field, part in zip(fields, stretch, strict=True):
            row.addWidget(field, part)
        both.setFocusProxy(fields[0])
        return both

    # -- contents ---------------------------------------------------------------------------------------------------
    def _fill(self) -> None:
        settings = self._program.settings
        self._choose(self.language, {key: key for key in LANGUAGES}, settings.language)
        self._choose(self.appearance, {key: key for key in APPEARANCES}, settings.appearance)
        self._choose(self.theme, {key: key for key in THEMES}, settings.theme)
        self._choose(self.paper, {key: key for key in PAPERS}, settings.paper)
        self._choose(self.orientation, {"landscape": "", "portrait": ""}, settings.orientation)
        self.reading_size.setValue(settings.reading_size)
        self.facilitator.setText(settings.facilitator)
        self.folder.setText(settings.autosave_folder)
        self._tried = settings.autosave_folder

    @staticmethod
    def _choose(box: QComboBox, items: dict[str, str], value: str) -> None:
        for key, text in items.items():
            box.addItem(text, key)
        box.setCurrentIndex(max(0, box.findData(value)))

    def _connect(self) -> None:
        for box in (self.language, self.appearance, self.theme, self.paper, self.orientation):
            box.activated.connect(lambda _index: self._take())
        self.reading_size.valueChanged.connect(lambda _value: self._take())
        self.facilitator.editingFinished.connect(self._take)
        self.folder.editingFinished.connect(self._take)
        self.folder_button.clicked.connect(self._choose_folder)
        self.done_button.clicked.connect(self.accept)

    def _take(self) -> None:
        """Takes everything over as it stands."""
        wished = {
            "language": self.language.currentData(),
            "appearance": self.appearance.currentData(),
            "theme": self.theme.currentData(),
            "paper": self.paper.currentData(),
            "orientation": self.orientation.currentData(),
            "reading_size": self.reading_size.value(),
            "facilitator": self.facilitator.text().strip(),
            "autosave_folder": self._folder_wished(),
        }
        self._program.change(msgspec.structs.replace(self._program.settings, **wished))
        self.retranslate()

    def _folder_wished(self) -> str:
        """The folder in the field; where it can hold nothing, that is said under it, and the one before stays."""
        before, typed = self._program.settings.autosave_folder, self.folder.text().strip()
        if typed == self._tried:
            return before
        self._tried, self._refused = typed, None
        try:
            return checked_folder(typed)
        except CannotWrite as refused:
            self._refused = refused
            return before

    def _choose_folder(self) -> None:
        say = self._program.speech.say
        chosen = QFileDialog.getExistingDirectory(self, say("Choose a folder on this computer"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)
            self._take()

    def done(self, result: int) -> None:
        """What stands in the fields is what was wanted, however the dialog is closed; Done waits for a good folder."""
        self._take()
        if self._refused is not None and result == int(QDialog.DialogCode.Accepted):
            self.folder.setFocus()
            self.folder.selectAll()
            return
        super().done(result)

    def retranslate(self) -> None:
        """Everything in the language as it is now."""
        say = self._program.speech.say
        self.setWindowTitle(say("Settings"))
        self._title.setText(say("Settings"))
        for widget, text in (*self._groups, *self._labels, *self._hints):
            widget.setText(say(text))
        for (said, text), field in zip(self._labels, self._fields(), strict=True):
            field.setAccessibleName(said.text() or say(text))
        self._name(self.language, LANGUAGES)
        self._name(self.appearance, APPEARANCES)
        self._name(self.theme, THEMES)
        self._name(self.orientation, {"landscape": message("Landscape"), "portrait": message("Portrait")})
        self.orientation.setAccessibleName(say("Orientation"))
        self.reading_size.setSuffix(say(" px"))
        self.reading_size.setLocale(QLocale(self._program.speech.tag))
        self.folder.setPlaceholderText(say("the usual place"))
        refused = self._refused
        parts = [] if refused is None else [refused.problem, *([refused.advice] if refused.advice is not None else [])]
        self.folder_problem.setText(" ".join(say(part) for part in parts))
        self.folder_problem.setVisible(bool(parts))
        self.folder.setAccessibleDescription(self.folder_problem.text())
        self.folder_button.setText(say("Choose…"))
        self.folder_button.setAccessibleName(say("Choose the folder"))
        self.done_button.setText(say("Done"))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """How high its texts are is known by now."""
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        """As high as the form is in this language, if the screen is."""
        wide = max(self.width(), self.minimumWidth()) if self.isVisible() else WIDE
        form, whole = self._form.layout(), self.layout()
        if form is None or whole is None:
            return
        self.ensurePolished()
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        form.invalidate()
        form.activate()  # the forms inside remember how high the texts of another language were
        foot = whole.totalSizeHint().height() - self._scroll.sizeHint().height()
        beside = self._scroll.verticalScrollBar().sizeHint().width()  # as if it were there, so that it need not come
        open_as(self, wide, form.totalHeightForWidth(wide - beside) + foot)
        if self.isVisible():
            stay_on_screen(self)

    def _fields(self) -> tuple[QWidget, ...]:
        return (
            self.language,
            self.appearance,
            self.reading_size,
            self.theme,
            self.paper,
            self.facilitator,
            self.folder,
        )

    def _name(self, box: QComboBox, texts: Mapping[str, Message | str]) -> None:
        for number in range(box.count()):
            text = texts[box.itemData(number)]
            box.setItemText(number, text if isinstance(text, str) else self._program.speech.say(text))
