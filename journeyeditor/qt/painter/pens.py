"""Colours, outlines and pens of a drawing as Qt wants them. Lengths stay in millimetres."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPolygonF,
    QTransform,
)

from journeyeditor.drawing import Sketch, Stroke
from journeyeditor.drawing.bounds import MITRE
from journeyeditor.geometry import Outline

FINEST = 40.0
"""Device pixels per mm up to which a curve that was cut into straight pieces still looks round."""
DASHES = 6
"""A line of more dashes than this is painted in parts: a path of many pieces that lie apart is slow to fill."""
TOGETHER = 8
"""So many dashes are a part."""


@functools.lru_cache(maxsize=2_000)
def colour(name: str, opacity: float = 1.0) -> QColor:
    """`#rrggbb` at an opacity of 0 to 1."""
    found = QColor(name)
    if opacity < 1:
        found.setAlphaF(max(0.0, opacity))
    return found


@functools.lru_cache(maxsize=2_000)
def solid(name: str, opacity: float = 1.0) -> QBrush:
    """A brush of one colour."""
    return QBrush(colour(name, opacity))


def fill_of(sketch: Sketch) -> QBrush:
    """What fills a sketch that has a fill: one colour, or one whose opacity changes down the sheet."""
    name = sketch.fill or "#000000"
    if len(sketch.fade) < 2:
        return solid(name, sketch.opacity)
    top, bottom = sketch.fade[0][0], sketch.fade[-1][0]
    gradient = QLinearGradient(0, top, 0, bottom)
    for y, opacity in sketch.fade:
        gradient.setColorAt((y - top) / (bottom - top) if bottom > top else 0.0, colour(name, opacity))
    return QBrush(gradient)


def path_of(outline: Outline) -> QPainterPath:
    """The outline as a path that is filled by the non-zero rule, as paper has it."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    steps = {"M": path.moveTo, "L": path.lineTo, "C": path.cubicTo, "Z": path.closeSubpath}
    for operator, numbers in outline:
        steps[operator](*numbers)  # type: ignore[operator]
    return path


@functools.lru_cache(maxsize=2_000)
def pen_of(stroke: Stroke) -> QPen:
    """The pen, `stroke.width` mm wide."""
    pen = QPen(colour(stroke.colour, stroke.opacity))
    pen.setWidthF(stroke.width)
    if stroke.dash and stroke.width > 0 and sum(stroke.dash) > 0:
        lengths = stroke.dash if len(stroke.dash) % 2 == 0 else stroke.dash * 2
        pen.setDashPattern([length / stroke.width for length in lengths])
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if stroke.round else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if stroke.round else Qt.PenJoinStyle.SvgMiterJoin)
    pen.setMiterLimit(MITRE)
    return pen


def straight_pieces(outline: Outline) -> list[QLineF] | None:
    """The lines of an outline that is nothing but single straight lines, such as a hatch; None for any other."""
    if len(outline) % 2:
        return None
    lines = []
    for (one, start), (two, end) in zip(outline[::2], outline[1::2], strict=True):
        if one != "M" or two != "L":
            return None
        lines.append(QLineF(*start, *end))
    return lines


def inked(path: QPainterPath, stroke: Stroke, *, scale: float = 1.0) -> list[QPainterPath]:
    """What a pen leaves on the paper, to be filled: made once, it is painted faster than a stroke.

    `scale` is how many mm a unit of the path is. The work is done in units that are finer than any pixel, because Qt
    measures how far dashes have come along a curve to half a unit.
    """
    fine = FINEST * scale
    pen = QPen(pen_of(stroke))
    pen.setWidthF(stroke.width * fine)
    ink = QPainterPathStroker(pen).createStroke(QTransform.fromScale(fine, fine).map(path))
    back = QTransform.fromScale(1 / fine, 1 / fine)
    dashes = ink.toSubpathPolygons() if stroke.dash else []
    if len(dashes) <= DASHES:
        return [back.map(ink)]
    fours = [dashes[n : n + TOGETHER] for n in range(0, len(dashes), TOGETHER)]
    return [_filled([back.map(dash) for dash in some]) for some in fours]


def _filled(polygons: Sequence[QPolygonF]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for polygon in polygons:
        path.addPolygon(polygon)
        path.closeSubpath()
    return path
