"""The painted viewport, kept: moved when the view is moved, and painted again only where it must be."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap, QRegion

from journeyeditor.geometry import Box
from journeyeditor.qt.canvas.view import View

Paint = Callable[[QPainter, View, Box], None]
"""Paints a part of the viewport (px), which the painter is cut to."""

RIM = 3
"""Pixels around an area that has changed: softened edges reach beyond it."""
MOST_PARTS = 12
"""More parts than this are painted as one."""


class Frame:
    """A pixmap of the viewport as some view shows it, without what lies over the map."""

    def __init__(self, paint: Paint) -> None:
        self._paint = paint
        self._pixmap = QPixmap()
        self._stale = QRegion()
        self.view: View | None = None
        """What the pixmap shows; None before the first time."""
        self.whole_time = 0.0
        """Seconds that painting all of it took the last time."""

    @property
    def pixmap(self) -> QPixmap:
        """As it is, fresh or not."""
        return self._pixmap

    def forget(self) -> None:
        """All of it is painted again the next time."""
        self.view = None

    def spoil(self, areas: Iterable[Box]) -> None:
        """These parts of the board (mm) look otherwise now."""
        if self.view is None:
            return
        view = self.view
        for area in areas:
            seen, ratio = view.box(area), view.ratio
            left, top = math.floor(seen.x * ratio) - RIM, math.floor(seen.y * ratio) - RIM
            right, bottom = math.ceil(seen.right * ratio) + RIM, math.ceil(seen.bottom * ratio) + RIM
            part = QRect(QPoint(left, top), QPoint(right, bottom)).intersected(self._pixmap.rect())
            if not part.isEmpty():
                self._stale += part

    def fresh(self, view: View) -> QPixmap:
        """The viewport as a view shows it."""
        if not self._can_move_to(view):
            start = time.perf_counter()
            self._begin(view)
            self._stale = QRegion(self._pixmap.rect())
            self._mend()
            self.whole_time = time.perf_counter() - start
            return self._pixmap
        self._move_to(view)
        if not self._stale.isEmpty():
            self._mend()
        return self._pixmap

    def _can_move_to(self, view: View) -> bool:
        old = self.view
        return old is not None and replace(old, left=view.left, top=view.top) == view

    def _begin(self, view: View) -> None:
        width, height = math.ceil(view.width * view.ratio), math.ceil(view.height * view.ratio)
        if (self._pixmap.width(), self._pixmap.height()) != (width, height):
            self._pixmap = QPixmap(max(1, width), max(1, height))
        self._pixmap.setDevicePixelRatio(view.ratio)
        self.view = view

    def _move_to(self, view: View) -> None:
        """Shifts what is painted; the strips that come into view are stale."""
        old = self.view
        self.view = view
        assert old is not None  # noqa: S101 - asked before
        dx = round((old.shown_left - view.shown_left) * view.ratio)
        dy = round((old.shown_top - view.shown_top) * view.ratio)
        if not dx and not dy:
            return
        whole = self._pixmap.rect()
        if abs(dx) >= whole.width() or abs(dy) >= whole.height():
            self._stale = QRegion(whole)
            return
        self._pixmap.scroll(dx, dy, whole)
        self._stale = self._stale.translated(dx, dy).intersected(whole)
        self._stale += QRegion(whole).subtracted(QRegion(whole.translated(dx, dy)))

    def _mend(self) -> None:
        view = self.view
        assert view is not None  # noqa: S101 - only called with one
        parts = [*self._stale] if self._stale.rectCount() <= MOST_PARTS else [self._stale.boundingRect()]  # type: ignore[misc]
        self._stale = QRegion()
        for part in parts:
            area = Box(
                part.x() / view.ratio, part.y() / view.ratio, part.width() / view.ratio, part.height() / view.ratio
            )
            painter = QPainter(self._pixmap)
            painter.setClipRect(QRectF(area.x, area.y, area.width, area.height))
            self._paint(painter, view, area)
            painter.end()
