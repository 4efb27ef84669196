"""The painted viewport, kept: moved when the view is moved, and painted again only where it must be."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRegion

from journeyeditor.geometry import Box
from journeyeditor.qt.canvas.view import View

Paint = Callable[[QPainter, View, Box], None]
"""Paints a part of the viewport (px), which the painter is cut to."""

MARGIN = 64
"""Device pixels at the left and at the top of the pixmap that are never seen. Without them letters that begin left of
the viewport would be painted a fraction of a pixel beside their place: Qt rounds negative places the other way.
"""
EDGE = 8
"""The same at the right and at the bottom: thin lines lose ink in the last row that a painter has."""
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
    def visible(self) -> QRect:
        """The part of the pixmap that is the viewport, device pixels."""
        return self._pixmap.rect().adjusted(MARGIN, MARGIN, -EDGE, -EDGE)

    def draw(self, painter: QPainter, target: QRectF | None = None) -> None:
        """Copies it as it is, fresh or not, to the upper left corner, or into a target of another size."""
        source = QRectF(self.visible)
        if target is None:
            painter.drawPixmap(QPointF(0, 0), self._pixmap, source)
        else:
            painter.drawPixmap(target, self._pixmap, source)

    def image(self) -> QImage:
        """The viewport as it was painted last."""
        return self._pixmap.copy(self.visible).toImage()

    def colour(self, x: float, y: float) -> QColor:
        """The colour of a point of the viewport (px) as it was painted last."""
        seen, ratio = self.visible, self._pixmap.devicePixelRatio()
        left = max(seen.left(), min(seen.right(), seen.left() + round(x * ratio)))
        top = max(seen.top(), min(seen.bottom(), seen.top() + round(y * ratio)))
        return self._pixmap.copy(left, top, 1, 1).toImage().pixelColor(0, 0)

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
            part = QRect(QPoint(left, top), QPoint(right, bottom)).translated(MARGIN, MARGIN)
            part = part.intersected(self.visible)
            if not part.isEmpty():
                self._stale += part

    def freshen(self, view: View) -> None:
        """Makes it the viewport as a view shows it."""
        if not self._can_move_to(view):
            start = time.perf_counter()
            self._begin(view)
            self._stale = QRegion(self.visible)
            self._mend()
            self.whole_time = time.perf_counter() - start
            return
        self._move_to(view)
        if not self._stale.isEmpty():
            self._mend()

    def _can_move_to(self, view: View) -> bool:
        old = self.view
        return old is not None and replace(old, left=view.left, top=view.top) == view

    def _begin(self, view: View) -> None:
        width, height = math.ceil(view.width * view.ratio), math.ceil(view.height * view.ratio)
        width, height = max(1, width) + MARGIN + EDGE, max(1, height) + MARGIN + EDGE
        if (self._pixmap.width(), self._pixmap.height()) != (width, height):
            self._pixmap = QPixmap(width, height)
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
        whole = self.visible
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
            seen = part.translated(-MARGIN, -MARGIN)
            x, y, width, height = (n / view.ratio for n in (seen.x(), seen.y(), seen.width(), seen.height()))
            area = Box(x, y, width, height)
            with QPainter(self._pixmap) as painter:
                painter.translate(MARGIN / view.ratio, MARGIN / view.ratio)
                painter.setClipRect(QRectF(area.x, area.y, area.width, area.height))
                self._paint(painter, view, area)
