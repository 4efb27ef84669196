"""Two groups of controls beside one another, or one below the other where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout


class Beside(QFrame):
    """Nothing in it is ever narrower than it says it must be, so nothing is cut or lies on anything else."""

    def __init__(self, first: QLayout, second: QLayout, *, side: int, above: int, gap: int = 12) -> None:
        """`side`, `above` and `gap` are px around the groups and between them. What is left is given to the first."""
        super().__init__()
        self._first, self._second = first, second
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(side, above, side, above)
        self._row.setSpacing(gap)
        self._row.addLayout(first, 1)
        self._row.addLayout(second)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as the wider one."""
        aside = self._row.contentsMargins().left() + self._row.contentsMargins().right()
        wide = max(part.minimumSize().width() for part in (self._first, self._second)) + aside
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt's."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Other words may need another row."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return done

    def _arrange(self) -> None:
        needed = self._first.minimumSize().width() + self._second.minimumSize().width() + self._row.spacing()
        aside = self._row.contentsMargins().left() + self._row.contentsMargins().right()
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if needed + aside <= self.width() else directions.TopToBottom
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
            self.updateGeometry()
