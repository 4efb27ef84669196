"""Priorities: the grid at the left, what was voted for at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.model.records import Gain, Opportunity, Pain
from journeyeditor.qt.look import hairline, label
from journeyeditor.qt.parts.arranging import foot
from journeyeditor.qt.parts.listening import listen
from journeyeditor.qt.parts.on_screen import open_as
from journeyeditor.qt.parts.segmented import Segmented
from journeyeditor.qt.priorities.grid import PriorityGrid
from journeyeditor.qt.priorities.votes import Voted, VotesTable

SIZE = (1180, 720)
KINDS: dict[str, type[Voted]] = {"pains": Pain, "gains": Gain, "opportunities": Opportunity}


class PrioritiesDialog(QDialog):
    """A window beside the map. Everything goes into the map at once, and is undone here and there alike."""

    def __init__(self, desk: EditorDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("priorities")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._editor = desk.editor
        open_as(self, *SIZE)
        self.grid = PriorityGrid(desk, self)
        self.table = VotesTable(desk, self)
        self._left, self._right = label(look="section"), label(look="section")
        self.moving, self._how = label(look="muted", wraps=True), label(look="muted", wraps=True)
        self.kinds = Segmented(list(KINDS), can_be_empty=False)
        self.kinds.show_value("pains")
        self.rank_button, self.close_button = QPushButton(), QPushButton()
        self._arrange()
        self.kinds.chosen.connect(lambda kind: self.table.show_kind(KINDS[kind]))
        self.rank_button.clicked.connect(self.table.rank)
        self.close_button.clicked.connect(self.accept)
        self.grid.chosen.connect(lambda key: self._editor.select([key]))
        for key, do in (("Undo", self._editor.undo), ("Redo", self._editor.redo)):
            shortcut = QShortcut(self)
            shortcut.setKeys(QKeySequence.StandardKey[key])
            shortcut.activated.connect(do)
        self.rank_button.setAutoDefault(False)
        self.close_button.setAutoDefault(False)
        listen(self, self._editor.viewed, self._viewed)
        self.retranslate()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self._left)
        left.addWidget(self.grid, 1)
        left.addWidget(self.moving)
        head = QHBoxLayout()
        head.addWidget(self._right)
        head.addStretch(1)
        head.addWidget(self.rank_button)
        right = QVBoxLayout()
        right.addLayout(head)
        right.addWidget(self.kinds)
        right.addWidget(self.table, 1)
        right.addWidget(self._how)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 6)
        row.addWidget(hairline(upright=True))
        row.addLayout(right, 5)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 12)
        whole.setSpacing(12)
        whole.addLayout(row, 1)
        whole.addLayout(foot(self.close_button))

    def _viewed(self, _none: None) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        """The language as it is now."""
        say = self._editor.speech.say
        self.setWindowTitle(say("Priorities"))
        self._left.setText(say("Opportunities by impact and effort"))
        self._right.setText(say("Votes"))
        self.moving.setText(
            say(
                "Arrow keys move the chosen opportunity, Space chooses the next, Delete makes it “not rated yet” again."
            )
        )
        self._how.setText(say("Type a number and press Enter: the next row waits. + and − count one by one."))
        self.kinds.name([say("Pain points"), say("Gains"), say("Opportunities")])
        self.rank_button.setText(say("Sort by weight"))
        self.rank_button.setToolTip(say("Pain points: severity × votes; the others: votes"))
        self.close_button.setText(say("Done"))
        self.grid.retranslate()
        self.table.setAccessibleName(say("Votes"))
        self.table.retranslate()
