"""Asks for a size of paper of one's own."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialog, QDoubleSpinBox, QFormLayout, QPushButton, QVBoxLayout, QWidget

from journeyeditor.layout.paper import LONGEST_SIDE, SHORTEST_SIDE
from journeyeditor.qt.look import label, wear
from journeyeditor.qt.parts.arranging import foot
from journeyeditor.words import Words

WIDTH = 340


class OwnSizeDialog(QDialog):
    """Width and height in mm, within what can be made; it begins with a size that there is."""

    def __init__(self, wide: float, tall: float, speech: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = speech.say
        self.setWindowTitle(say("Paper size of your own"))
        self.setMinimumWidth(WIDTH)
        self.wide, self.tall = self._side(wide, speech), self._side(tall, speech)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(12)
        for name, field in ((say("Width"), self.wide), (say("Height"), self.tall)):
            field.setAccessibleName(name)
            said = label(name, "muted")
            said.setBuddy(field)
            form.addRow(said, field)
        self.take_button, self.cancel_button = wear(QPushButton(say("Take it")), "filled"), QPushButton(say("Cancel"))
        self.take_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(say("Paper size of your own"), "title"))
        column.addLayout(form)
        column.addLayout(foot(self.cancel_button, self.take_button))
        self.take_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)

    @property
    def paper(self) -> str:
        """The size as `layout.find_paper` reads it."""
        return f"{self.wide.value():g}x{self.tall.value():g}mm"

    @property
    def orientation(self) -> str:
        """`portrait` if it stands."""
        return "portrait" if self.tall.value() > self.wide.value() else "landscape"

    @staticmethod
    def _side(length: float, speech: Words) -> QDoubleSpinBox:
        field = QDoubleSpinBox()
        field.setRange(SHORTEST_SIDE, LONGEST_SIDE)
        field.setDecimals(1)
        field.setSuffix(" mm")
        field.setLocale(QLocale(speech.tag))
        field.setValue(length)
        field.lineEdit().setTextMargins(6, 0, 0, 0)
        return field
