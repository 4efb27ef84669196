"""Facts and warnings of an export, under its pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from journeyeditor.editor.export_facts import Fact
from journeyeditor.qt.look import label, wear
from journeyeditor.qt.parts.emptying import empty
from journeyeditor.qt.parts.sign import Sign

SIGN, APART = 16, 40
"""Of a warning's sign, and between facts; px."""
GAP, MOST_ROOM = 4, 108
"""Between warnings, and the height that they take at most; px."""


class _FactsRow(QWidget):
    """Facts side by side; in as many rows as the width asks for."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(APART)
        self._grid.setVerticalSpacing(6)
        self._facts: list[QWidget] = []
        self._across = 0

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Shows other facts."""
        empty(self._grid)
        self._facts = [_fact(one) for one in facts]
        self._across = 0
        self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as it must be."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Rows come and go."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        across = next((count for count in range(len(self._facts), 1, -1) if self._wide(count) <= self.width()), 1)
        if across == self._across:
            return
        for one in self._facts:
            self._grid.removeWidget(one)
        self._grid.setColumnStretch(self._across, 0)
        for number, one in enumerate(self._facts):
            self._grid.addWidget(one, *divmod(number, across))
        self._grid.setColumnStretch(across, 1)
        self._across = across
        self.updateGeometry()

    def _wide(self, across: int) -> int:
        """The width of so many columns."""
        columns = (self._facts[column::across] for column in range(across))
        return sum(max(one.sizeHint().width() for one in column) + APART for column in columns)


def _fact(fact: Fact) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(6)
    grid.setVerticalSpacing(2)
    grid.addWidget(label(fact.name, "muted"), 0, 0, 1, 3)
    told = label(fact.value)
    font = told.font()
    font.setBold(True)
    told.setFont(font)
    grid.addWidget(told, 1, 0)
    grid.addWidget(label(fact.more, "muted"), 1, 1)
    grid.setColumnStretch(2, 1)
    return made


class FactsPane(QWidget):
    """Facts in a row, warnings under them."""

    wanted = Signal(object)
    """The ids of records (a tuple): where a warning comes from is to be shown."""
    all_wanted = Signal()
    """All hints of map health are to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        wear(self, "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._facts = _FactsRow()
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(GAP)
        inside = QWidget()
        inside.setLayout(self._warnings)
        self._warnings.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFixedHeight(0)
        self.sentences: list[str] = []
        """The warnings that are shown."""
        self.buttons: list[QPushButton] = []
        """Those that lead to a warning's place."""
        self.rows: list[QWidget] = []
        """A line for each warning."""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 10)
        column.setSpacing(8)
        column.addWidget(self._facts)
        column.addWidget(self._scroll)

    def name(self, remarks: str) -> None:
        """What the list of warnings is called for those who do not see it; the keys scroll it."""
        self._scroll.setAccessibleName(remarks)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Each with its name above it."""
        self._facts.show_facts(facts)

    def show_warnings(
        self,
        sentences: Sequence[str],
        places: Sequence[tuple[str, tuple[str, ...]]] = (),
        show: str = "",
        hints: str = "",
    ) -> None:
        """Sentences, each with a sign; they block nothing. `places` are more of them, with the records that they speak
        of: a button beside them, called `show`, leads there. `hints` tells how many more there are on the map; its
        button leads to their list.
        """
        empty(self._warnings)
        self.buttons, self.rows = [], []
        more: list[tuple[str, tuple[str, ...] | None]] = [*places, *([(hints, None)] if hints else [])]
        self.sentences = [*sentences, *(sentence for sentence, _ in more)]
        for sentence, keys in (*((sentence, ()) for sentence in sentences), *more):
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(Sign("triangle-alert", "attention", SIGN), 0, Qt.AlignmentFlag.AlignTop)
            if keys or keys is None:
                row.addWidget(label(sentence))
                row.addWidget(self._link(show, sentence, keys))
                row.addStretch(1)
            else:
                row.addWidget(label(sentence, wraps=True), 1)
            holder = QWidget()
            holder.setLayout(row)
            self._warnings.addWidget(holder)
            self.rows.append(holder)
        self._warnings.addStretch(1)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """So high that the last line that is seen is seen whole."""
        width = self._scroll.viewport().width()
        height, room = 0, 0
        for row in self.rows:
            high = row.heightForWidth(width) if row.hasHeightForWidth() else row.sizeHint().height()
            row.setFixedHeight(high)
            room += high + (GAP if room else 0)
            if height and room > MOST_ROOM:
                break
            height = room
        self._scroll.setFixedHeight(height + 2 * self._scroll.frameWidth() if height else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Longer lines need fewer."""
        super().resizeEvent(event)
        self._fit_rows()

    def _link(self, text: str, sentence: str, keys: tuple[str, ...] | None) -> QPushButton:
        button = wear(QPushButton(text), "link")
        button.setAccessibleDescription(sentence)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.all_wanted.emit() if keys is None else self.wanted.emit(keys))
        self.buttons.append(button)
        return button
