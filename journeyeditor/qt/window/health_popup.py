"""The list of map health over the status bar: made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from journeyeditor.qt.window.mounting import mount

if TYPE_CHECKING:
    from journeyeditor.qt.window.work import Work

NARROWEST, LOWEST, HIGHEST = 320, 120, 520
MARGIN = 8


class HealthPopup(QObject):
    """Opens, closes and places that list."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._work = work
        self._list: Any = None

    @property
    def is_open(self) -> bool:
        """Whether the list can be seen."""
        return self._list is not None and bool(self._list.isVisible())

    def toggle(self) -> None:
        """Opens the list or closes it."""
        if self._list is None:
            self._list = mount("health", self._work.desk, self._work.canvas, self._work)
            self._list.hide()
            self._list.counted.connect(self._counted)
        if self._list.isVisible():
            self._list.hide()
        else:
            self._list.show()
            self.place()
            self._list.raise_()
        self._work.turned.emit()

    def place(self) -> None:
        """Puts it over the left end of the status bar."""
        if not self.is_open:
            return
        work, hint = self._work, self._list.sizeHint()
        floor = work.height() - work.status.height() - MARGIN
        high = min(floor - work.toolbar.height() - MARGIN, HIGHEST, max(LOWEST, hint.height()))
        self._list.setGeometry(MARGIN, floor - high, max(NARROWEST, hint.width()), high)

    def retranslate(self) -> None:
        """The language as it is now."""
        if self._list is not None:
            self._list.retranslate()

    def _counted(self, number: int) -> None:
        self._work.status.show_problems(number)
        QTimer.singleShot(0, self, self.place)
