"""Forms that recur: what was worked out for Qt once is moved to wherever the same form stands again.

A circle of one size, a card, a tick: a sheet has thousands of forms and few that differ, and whatever is dragged along
is the same form elsewhere. Forms are told apart to a millionth of a millimetre.

Qt fills straight pieces five to ten times as fast as curves (measured with 6.11), so a form is painted as pieces that
are finer than can be seen; they are nearer to the true shape than Qt's own curves (`tests/qt/painter/test_forms.py`).
"""

from __future__ import annotations

import functools
import math

from PySide6.QtGui import QPainterPath, QTransform

from journeyeditor.drawing import Stroke
from journeyeditor.geometry import Outline
from journeyeditor.qt.painter.pens import inked, path_of
from journeyeditor.qt.painter.piecewise import inked_in_pieces

MOST_SEGMENTS = 16
"""Outlines of more segments are hardly ever there twice."""
DIGITS = 6
"""Decimals of a millimetre to which forms are told apart."""
FINE = 6.0
"""Pieces are as long as suits so many times as many pixels, at least."""
LEVELS = 3
"""For so many zooms, each twice the other, pieces are kept."""


def level_of(scale: float) -> int:
    """Which pieces suit so many device pixels per mm: the same ones up to twice as many."""
    return math.frexp(scale)[1]


class Form:
    """A path, mm from a place of its own, and the same in straight pieces."""

    __slots__ = ("_straight", "box", "path")

    def __init__(self, path: QPainterPath) -> None:
        self.path = path
        self.box = path.controlPointRect()
        self._straight: dict[int, QPainterPath] = {}

    def straight(self, level: int) -> QPainterPath:
        """The path in straight pieces, fine enough for a zoom."""
        found = self._straight.get(level)
        if found is None:
            while len(self._straight) >= LEVELS:
                self._straight.pop(next(iter(self._straight)))
            found = self._straight[level] = self._cut(FINE * 2.0**level)
        return found

    def _cut(self, finer: float) -> QPainterPath:
        cut = QPainterPath()
        cut.setFillRule(self.path.fillRule())
        back = QTransform.fromScale(1 / finer, 1 / finer)
        for polygon in self.path.toSubpathPolygons(QTransform.fromScale(finer, finer)):
            cut.addPolygon(back.map(polygon))
            cut.closeSubpath()
        return cut


Placed = tuple[Form, float, float]
"""A form, and where its own place goes, mm."""


def path_at(outline: Outline) -> Placed:
    """An outline to be filled."""
    if not 0 < len(outline) <= MOST_SEGMENTS:
        return Form(path_of(outline)), 0.0, 0.0
    x, y = outline[0][1][:2]
    return _path(_seen_from(outline, x, y)), x, y


def ink_at(outline: Outline, stroke: Stroke) -> list[Placed]:
    """What a pen leaves on the paper when it follows an outline."""
    if not 0 < len(outline) <= MOST_SEGMENTS:
        return [(Form(ink), 0.0, 0.0) for ink in inked_in_pieces(outline, stroke)]
    x, y = outline[0][1][:2]
    return [(form, x, y) for form in _ink(_seen_from(outline, x, y), stroke)]


@functools.lru_cache(maxsize=1_000)
def symbol_path(outline: Outline, scale: float) -> Form:
    """The outline of a symbol, a unit of which is `scale` mm."""
    return Form(QTransform.fromScale(scale, scale).map(path_of(outline)))


@functools.lru_cache(maxsize=1_000)
def symbol_ink(outline: Outline, stroke: Stroke, scale: float) -> list[Form]:
    """What a pen leaves of a symbol, a unit of which is `scale` mm."""
    whole = QTransform.fromScale(scale, scale)
    return [Form(whole.map(ink)) for ink in inked(path_of(outline), stroke, scale=scale)]


def _seen_from(outline: Outline, x: float, y: float) -> Outline:
    found: list[tuple[str, tuple[float, ...]]] = []
    for operator, numbers in outline:
        if len(numbers) == 2:
            found.append((operator, (round(numbers[0] - x, DIGITS), round(numbers[1] - y, DIGITS))))
        elif numbers:
            a, b, c, d, e, f = numbers
            handles = round(a - x, DIGITS), round(b - y, DIGITS), round(c - x, DIGITS), round(d - y, DIGITS)
            found.append((operator, (*handles, round(e - x, DIGITS), round(f - y, DIGITS))))
        else:
            found.append((operator, numbers))
    return tuple(found)


@functools.lru_cache(maxsize=4_000)
def _path(outline: Outline) -> Form:
    return Form(path_of(outline))


@functools.lru_cache(maxsize=2_000)
def _ink(outline: Outline, stroke: Stroke) -> list[Form]:
    return [Form(ink) for ink in inked_in_pieces(outline, stroke)]
