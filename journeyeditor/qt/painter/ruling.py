"""Long dashed lines along an axis: Qt would work out each of their dashes anew whenever they are painted."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient

from journeyeditor.drawing import Stroke
from journeyeditor.qt.painter.parts import Part
from journeyeditor.qt.painter.pens import colour, pen_of
from journeyeditor.qt.painter.view import View

FEW_DASHES = 12
"""A line of fewer dashes than this is left to Qt."""
ROUND = 2.5
"""Device pixels from which the round ends of dashes are seen."""
ROUNDNESS = math.pi / 4
"""Of round ends that are painted square: they cover as much."""
_STEP = 1e-6


class Ruled(Part):
    """One such line: a box filled with a brush that repeats the dashes; where their round ends show, a stroke."""

    __slots__ = ("_brush", "_line", "_pen", "_period", "_round", "_width")

    def __init__(self, line: QLineF, stroke: Stroke) -> None:
        lengths = _even(stroke.dash)
        self._line = QLineF(line)
        self._pen = pen_of(stroke)
        self._width = stroke.width
        self._round = stroke.round
        self._period = sum(lengths)
        half = stroke.width / 2
        end = half if stroke.round else 0.0
        box = QRectF(line.p1(), line.p2()).normalized()
        self.box = box.adjusted(-half, -end, half, end) if line.dx() == 0 else box.adjusted(-end, -half, end, half)
        self._brush = QBrush(_repeated(line, lengths, ROUNDNESS * 2 * end, colour(stroke.colour, stroke.opacity)))

    def paint(self, view: View) -> None:
        """All dashes at once, or those in view."""
        view.millimetres()
        if not self._round or self._width * view.scale < ROUND:
            view.painter.fillRect(self.box, self._brush)
            return
        seen = self._seen(view.reach)
        if seen is not None:
            view.painter.setPen(self._pen)
            view.painter.drawLine(seen)

    def _seen(self, reach: QRectF) -> QLineF | None:
        """The part of the line that is in view, from the beginning of a dash."""
        box = self.box.intersected(reach)
        if box.isEmpty():
            return None
        line, whole = self._line, self._line.length()
        ahead = [
            (x - line.x1()) * line.dx() / whole + (y - line.y1()) * line.dy() / whole
            for x, y in ((box.left(), box.top()), (box.right(), box.bottom()))
        ]
        start = max(0.0, (math.floor(min(ahead) / self._period) - 1) * self._period)
        end = min(whole, max(ahead) + self._period)
        return QLineF(line.pointAt(start / whole), line.pointAt(end / whole)) if end > start else None


def can_be_ruled(line: QLineF, stroke: Stroke) -> bool:
    """Whether a line is one of those."""
    lengths = _even(stroke.dash)
    if not lengths or min(lengths) < 0 or (line.dx() != 0 and line.dy() != 0):
        return False
    if stroke.round and min(lengths[1::2]) <= stroke.width:
        return False
    return 0 < sum(lengths) * FEW_DASHES < line.length()


def _even(dash: tuple[float, ...]) -> tuple[float, ...]:
    return dash if len(dash) % 2 == 0 else dash * 2


def _repeated(line: QLineF, lengths: tuple[float, ...], longer: float, ink: QColor) -> QLinearGradient:
    """Dashes, `longer` mm longer than they are said to be, again and again along the line."""
    bare = QColor(ink)
    bare.setAlpha(0)
    period, whole = sum(lengths), line.length()
    first = -longer / 2 / whole
    gradient = QLinearGradient(line.pointAt(first), line.pointAt(first + period / whole))
    gradient.setSpread(QLinearGradient.Spread.RepeatSpread)
    place = 0.0
    for n, length in enumerate(lengths):
        shade = bare if n % 2 else ink
        gradient.setColorAt(min(1.0, place / period + _STEP), shade)
        place += length + (-longer if n % 2 else longer)
        gradient.setColorAt(min(1.0, place / period), shade)
    return gradient
