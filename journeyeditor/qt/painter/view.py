"""How a sheet is seen in one go of painting: its scale, and what has to wait until all else is painted."""

from __future__ import annotations

from collections import defaultdict

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QTransform

from journeyeditor.qt.painter.forms import level_of
from journeyeditor.qt.painter.pictures import PictureStock

LEAST_LETTERS = 3.5
"""Ems of fewer device pixels are shown as bars."""
LEAST_BARS = 1.5
"""Ems of fewer device pixels are left out."""
MOST_LETTERS = 60.0
"""Ems of more device pixels are painted as outlines: Qt paints glyph runs up to 64 (measured with 6.11)."""
QUARTER = 0.25
BAR = 0.4
"""Opacity of a bar that stands for a line of text."""


class Detail(msgspec.Struct, frozen=True):
    """What is shown at which size, in device pixels."""

    letters: float = LEAST_LETTERS
    """Ems from which text is shown as letters, below as bars."""
    bars: float = LEAST_BARS
    """Ems from which text is shown as bars, below not at all."""
    swell: float = 1.0
    """How many times wider than on paper curves are."""
    opacity: float = BAR
    """Of bars."""
    rounded: bool = False
    """Whether bars have round ends."""


class View:
    """Wraps a painter whose unit is the mm of the sheet.

    `scale` is device pixels per mm, `reach` what of the sheet is painted. Parts ask for the unit that their places are
    counted in: `millimetres`, or `letters` for glyphs; the painter is told only when it changes.
    """

    def __init__(
        self,
        painter: QPainter,
        scale: float,
        reach: QRectF,
        pictures: PictureStock,
        detail: Detail | None = None,
    ) -> None:
        self.painter = painter
        self.scale = scale
        self.level = level_of(scale)
        self.reach = reach
        self.pictures = pictures
        self.detail = detail or Detail()
        self._base = painter.transform()
        self._unit = 1.0
        self._units: dict[float, tuple[QTransform, QPointF]] = {}
        self._bars: defaultdict[tuple[int, float], list[QRectF]] = defaultdict(list)
        self.opacity = 1.0
        """Of the group that is painted."""

    def inside(self, scale: float, reach: QRectF) -> View:
        """The view of a drawing in this one, whose mm are `scale` of this one's; the painter is there already.

        `reach` is what of that drawing is painted, in its own mm.
        """
        return View(self.painter, self.scale * scale, reach, self.pictures, self.detail)

    def millimetres(self) -> None:
        """From now on the painter's unit is a mm."""
        if self._unit != 1.0:
            self._unit = 1.0
            self.painter.setTransform(self._base)

    def letters(self, size: float) -> QPointF:
        """From now on the painter's unit is `size` mm. Where the origin of glyph runs goes in it.

        Qt cuts the places of glyphs down to a quarter of a device pixel; so they are moved by half of that.
        """
        unit = self._units.get(size)
        if unit is None:
            origin = QPointF(QUARTER / 2 / (size * self.scale), 0)
            unit = self._units[size] = QTransform(self._base).scale(size, size), origin
        if self._unit != size:
            self._unit = size
            self.painter.setTransform(unit[0])
        return unit[1]

    def bar(self, colour: QColor, box: QRectF) -> None:
        """A line of text that cannot be read; painted with all others at the end."""
        self._bars[colour.rgb(), self.opacity].append(box)

    def finish(self) -> None:
        """Paints what has waited."""
        self.millimetres()
        painter = self.painter
        for (rgb, opacity), boxes in sorted(self._bars.items()):  # always in the same order, whatever part is painted
            ink = QColor(rgb)
            ink.setAlphaF(self.detail.opacity * opacity)
            if self.detail.rounded:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink)
                for box in boxes:
                    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
                continue
            brush = QBrush(ink)
            for box in boxes:
                painter.fillRect(box, brush)
        self._bars.clear()
