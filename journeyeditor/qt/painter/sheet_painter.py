"""The sheet on the screen: what paper shows, glyph by glyph, as fast as a hand moves."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from journeyeditor.drawing import Drawing, Group, Index
from journeyeditor.geometry import Box
from journeyeditor.qt.painter.changing import changed_areas, matched
from journeyeditor.qt.painter.compiling import Shown, ground_of
from journeyeditor.qt.painter.order import lifted
from journeyeditor.qt.painter.pictures import Images, PictureStock
from journeyeditor.qt.painter.view import View

FRINGE = 2.0
"""Device pixels that smoothed edges may reach beyond a shape's box."""


class SheetPainter:
    """Paints one sheet. `image` finds the bytes of a picture of the journey's store by its hash."""

    def __init__(self, image: Images) -> None:
        self._stock = PictureStock(image)
        self._drawing = Drawing(0, 0, ())
        self._groups: list[Shown] = []
        self._index: Index | None = None

    @property
    def drawing(self) -> Drawing:
        """What is shown."""
        return self._drawing

    @property
    def index(self) -> Index:
        """Finds the groups of the drawing shown by place; made when it is first asked for."""
        if self._index is None:
            self._index = Index(self._drawing)
        return self._index

    def show(self, drawing: Drawing) -> list[Box]:
        """Takes a new drawing, keeps what it can of the former; where the two look different, mm."""
        former, before = self._drawing, self._groups
        if drawing is former:
            return []
        self._drawing, self._index = drawing, None
        self._groups = matched(before, drawing)
        return changed_areas(former, before, drawing, self._groups)

    def paint(
        self,
        painter: QPainter,
        scale: float,
        area: Box,
        *,
        on_top: str | None = None,
        faded: Callable[[Group], float] | None = None,
    ) -> None:
        """Paints what of the sheet lies in `area` (mm). The painter's origin is the sheet's upper left corner.

        `scale` is device-independent pixels per mm. `on_top`: the persona whose curve, tint and faces are painted over
        those of others. `faded` gives the opacity of a group, 0 to 1.
        """
        self._live(painter, scale, area, on_top, faded)

    def warm(self, scale: float, milliseconds: float) -> bool:
        """Works ahead for that scale; True while something is left to do."""
        end = time.perf_counter() + milliseconds / 1000
        for shown in self._groups:
            if not shown.look.ready:
                shown.look.compile()
                if time.perf_counter() > end:
                    return True
        return False

    def _live(
        self,
        painter: QPainter,
        scale: float,
        area: Box,
        on_top: str | None,
        faded: Callable[[Group], float] | None,
    ) -> None:
        device = scale * painter.deviceTransform().m11()
        reach = area.grown(FRINGE / device)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(reach.x, reach.y, reach.width, reach.height), Qt.ClipOperation.IntersectClip)
        painter.fillRect(ground_of(self._drawing), QColor(self._drawing.background))
        view = View(painter, device, self._stock)
        for shown in lifted(self._groups, on_top):
            box = shown.look.box
            if box is None or not box.meets(reach, FRINGE / device):
                continue
            opacity = 1.0 if faded is None else faded(shown.group)
            if opacity <= 0:
                continue
            painter.setOpacity(opacity)
            shown.look.paint(view)
        painter.setOpacity(1.0)
        view.finish()
        painter.restore()
