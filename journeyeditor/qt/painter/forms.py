"""Forms that recur: what was worked out for Qt once is moved to wherever the same form stands again.

A circle of one size, a card, a tick: a sheet has thousands of forms and few that differ, and whatever is dragged along
is the same form elsewhere. Forms are told apart to a millionth of a millimetre.

Qt fills straight pieces five to ten times as fast as curves (measured with 6.11), so a form is painted as pieces that
are finer than can be seen; they are nearer to the true shape than Qt's own curves (`tests/qt/painter/test_forms.py`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from msgspec.structs import replace
from PySide6.QtGui import QPainterPath, QTransform

from journeyeditor.drawing import Stroke
from journeyeditor.fonts import Run
from journeyeditor.geometry import Outline
from journeyeditor.qt.painter.lettering import letter_outline
from journeyeditor.qt.painter.pens import inked, path_of
from journeyeditor.qt.painter.piecewise import inked_in_pieces

MOST_SEGMENTS = 16
"""Outlines of more segments are hardly ever there twice."""
DIGITS = 6
"""Decimals of a millimetre to which forms are told apart."""
FINE = 6.0
"""Pieces are as fine as suits so many times as many pixels, at least."""
ZOOM, STEP = 2.0, 4.0
"""Device pixels per mm up to which the same pieces will do, and how many times as many the next ones are for."""
LEVELS = 3
"""For so many of these zooms pieces are kept."""


def level_of(scale: float) -> int:
    """Which pieces suit so many device pixels per mm: 0 for all that is looked at from afar, 1 for what is near."""
    level = 0
    while scale > ZOOM * STEP**level:
        level += 1
    return level


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
            found = self._straight[level] = self._cut(FINE * ZOOM * STEP**level)
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


def letters_at(x: float, y: float, run: Run) -> Iterator[Placed]:
    """The letters of a run whose line starts at (x, y)."""
    for glyph in run.glyphs:
        form = _letter(replace(run, x=0.0, pieces=()), glyph.id)
        if not form.path.isEmpty():
            yield form, x + glyph.x, y + glyph.y


def rims_at(x: float, y: float, run: Run, reach: float) -> Iterator[Placed]:
    """What a rim of `reach` mm leaves around the letters of a run whose line starts at (x, y)."""
    for glyph in run.glyphs:
        for form in _rim(replace(run, x=0.0, pieces=()), glyph.id, reach):
            yield form, x + glyph.x, y + glyph.y


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


@functools.lru_cache(maxsize=4_000)
def _letter(hand: Run, glyph: int) -> Form:
    """A glyph as a run without glyphs would write it."""
    return Form(letter_outline(hand, glyph))


@functools.lru_cache(maxsize=1_000)
def _rim(hand: Run, glyph: int, reach: float) -> list[Form]:
    letter = _letter(hand, glyph).path
    return [] if letter.isEmpty() else [Form(ink) for ink in inked(letter, Stroke("#000000", 2 * reach, round=True))]
