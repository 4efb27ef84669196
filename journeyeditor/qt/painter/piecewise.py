"""A wide curve as pieces: Qt fills several small shapes several times faster than one that reaches far."""

from __future__ import annotations

import math

from msgspec.structs import replace
from PySide6.QtGui import QPainterPath

from journeyeditor.drawing import Stroke
from journeyeditor.geometry import Outline
from journeyeditor.qt.painter.pens import inked, path_of

LEAST = 4
"""Curves of fewer segments stay whole."""
STRAIGHT_ON = 0.02
"""How far the direction may change from one segment to the next (radians) in a curve that has no corners."""


def inked_in_pieces(outline: Outline, stroke: Stroke) -> list[QPainterPath]:
    """What a pen leaves on the paper when it follows an outline: in pieces, if nobody can see where they meet.

    Pieces meet under the round ends of those between the first and the last, which a smooth line has room for.
    """
    if stroke.dash or stroke.opacity < 1 or not _smooth(outline):
        return inked(path_of(outline), stroke)
    round_pen = replace(stroke, round=True)
    found: list[QPainterPath] = []
    at = outline[0][1]
    for n, (operator, numbers) in enumerate(outline[1:], start=1):
        pen = stroke if n in {1, len(outline) - 1} else round_pen
        found += inked(path_of((("M", at), (operator, numbers))), pen)
        at = numbers[-2:]
    return found


def _smooth(outline: Outline) -> bool:
    """Whether an outline is one open line of several curved segments without a corner."""
    if len(outline) <= LEAST or outline[0][0] != "M" or any(operator != "C" for operator, _ in outline[1:]):
        return False
    at = outline[0][1]
    came: float | None = None
    for _, (x1, y1, x2, y2, x, y) in outline[1:]:
        if (x1, y1) == at or (x2, y2) == (x, y):
            return False
        leaves = math.atan2(y1 - at[1], x1 - at[0])
        if came is not None and abs(math.remainder(leaves - came, math.tau)) > STRAIGHT_ON:
            return False
        came, at = math.atan2(y - y2, x - x2), (x, y)
    return True
