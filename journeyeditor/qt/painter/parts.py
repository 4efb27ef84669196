"""What a group is made of, ready for Qt: each part is worked out once and painted many times."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QGlyphRun, QPainterPath, QPen, QTransform

from journeyeditor.drawing import Picture
from journeyeditor.fonts import Run
from journeyeditor.geometry.outline import rectangle
from journeyeditor.qt.painter.forms import Form, letters_at, rims_at
from journeyeditor.qt.painter.lettering import Placed, joined_run, spread_run
from journeyeditor.qt.painter.pens import path_of, solid
from journeyeditor.qt.painter.pictures import MISSING
from journeyeditor.qt.painter.view import MOST_LETTERS, View

LEAST_FORM = 2.0
"""What is smaller than so many device pixels both ways is a flat rectangle."""
BAR_TOP, BAR_HEIGHT = 0.52, 0.5
"""Of the bar that stands for a line, in ems: from the baseline up, and its height."""


class Part(ABC):
    """One thing to paint."""

    __slots__ = ("box",)

    box: QRectF
    """Where it may leave ink, mm."""

    @abstractmethod
    def paint(self, view: View) -> None:
        """Puts it on the view's painter."""


class Area(Part):
    """A filled form, its own place at (x, y), mm."""

    __slots__ = ("_level", "_path", "brush", "form", "size", "x", "y")

    def __init__(self, form: Form, x: float, y: float, brush: QBrush) -> None:
        self.form = form
        self.x, self.y = x, y
        self.brush = brush
        self.box = form.box.translated(x, y)
        self.size = max(self.box.width(), self.box.height())
        self._level: int | None = None
        self._path: QPainterPath | None = None

    def paint(self, view: View) -> None:
        """As a path, or as its box where nobody sees the difference."""
        view.millimetres()
        if self.size * view.scale < LEAST_FORM:
            view.painter.fillRect(self.box, self.brush)
            return
        path = self._path
        if path is None or self._level != view.level:
            self._level = view.level
            path = self._path = self.form.straight(view.level).translated(self.x, self.y)
        view.painter.fillPath(path, self.brush)


class Lines(Part):
    """Single straight lines of one pen."""

    __slots__ = ("lines", "pen")

    def __init__(self, lines: list[QLineF], pen: QPen) -> None:
        self.lines = lines
        self.pen = pen
        half = pen.widthF() / 2
        self.box = united([QRectF(line.p1(), line.p2()).normalized() for line in lines], half)

    def paint(self, view: View) -> None:
        """All of them at once."""
        view.millimetres()
        view.painter.setPen(self.pen)
        view.painter.drawLines(self.lines)


class Line(Part):
    """The middle of a curve with its pen, and the ink that it leaves."""

    __slots__ = ("ink", "path", "pen")

    def __init__(self, path: QPainterPath, pen: QPen, ink: list[Area]) -> None:
        self.path = path
        self.pen = pen
        self.ink = ink
        self.box = united([area.box for area in ink])

    def paint(self, view: View) -> None:
        """The ink as it was worked out; a stroke where curves are to be wider."""
        if view.detail.swell == 1.0:
            for area in self.ink:
                if area.box.intersects(view.reach):
                    area.paint(view)
            return
        view.millimetres()
        pen = QPen(self.pen)
        pen.setWidthF(self.pen.widthF() * view.detail.swell)
        view.painter.strokePath(self.path, pen)


class Letters(Part):
    """Lines of text of one face, size and colour, each run with the place of its line."""

    __slots__ = ("bars", "brush", "em", "ink", "made", "outlines", "place", "run", "runs", "unit")

    def __init__(self, ink: str, runs: list[Placed]) -> None:
        self.runs = runs
        self.em = runs[0][2].em
        self.brush = solid(ink)
        self.ink = self.brush.color()
        self.made = runs[0][2].embolden or runs[0][2].slant
        """Whether the letters are made from those of another face."""
        self.outlines: list[Area] = []
        self.run: QGlyphRun | None = None
        self.place = QPointF()
        """Where the run goes, in its unit."""
        self.unit = 0.0
        self.bars = [_bar(x, y, run) for x, y, run in runs]
        self.box = united(self.bars, self.em)

    def paint(self, view: View) -> None:
        """As letters, as outlines if large, as bars if they cannot be read."""
        size = self.em * view.scale
        if size < view.detail.letters:
            if size >= view.detail.bars:
                for bar in self.bars:
                    view.bar(self.ink, bar)
        elif size > MOST_LETTERS or self.made:
            for outline in self.outlines or self._outlines():
                if view.reach.intersects(outline.box):
                    outline.paint(view)
        else:
            run = self.run or self._run()
            origin = view.letters(self.unit)
            view.painter.setPen(self.ink)
            view.painter.drawGlyphRun(origin + self.place, run)

    def _run(self) -> QGlyphRun:
        self.run, self.place = joined_run(self.runs)
        self.unit = self.em / self.run.rawFont().pixelSize()
        return self.run

    def _outlines(self) -> list[Area]:
        self.outlines = [Area(*letter, self.brush) for one in self.runs for letter in letters_at(*one)]
        return self.outlines


class Rim(Part):
    """The rim around the letters of a line."""

    __slots__ = ("brush", "em", "ink", "letters", "made", "pen", "place", "reach", "runs", "unit")

    def __init__(self, runs: list[Placed], reach: float, brush: QBrush) -> None:
        self.runs = runs
        self.reach = reach
        """How far it goes beyond the letters, mm."""
        self.em = runs[0][2].em
        self.brush = brush
        self.pen = brush.color()
        self.made = runs[0][2].embolden or runs[0][2].slant
        """Whether the letters are made from those of another face."""
        self.ink: list[Area] = []
        self.letters: QGlyphRun | None = None
        self.place = QPointF()
        """Where they go, in their unit."""
        self.unit = 0.0
        self.box = united([_bar(x, y, run) for x, y, run in runs], self.em + reach)

    def paint(self, view: View) -> None:
        """The letters spread all around, or their outlines stroked if large; nothing where letters are bars."""
        size = self.em * view.scale
        if size < view.detail.letters:
            return
        painter = view.painter
        if size > MOST_LETTERS or self.made:
            for ink in self.ink or self._ink():
                if view.reach.intersects(ink.box):
                    ink.paint(view)
            return
        letters = self.letters or self._letters()
        origin = view.letters(self.unit)
        painter.setPen(self.pen)
        painter.drawGlyphRun(origin + self.place, letters)

    def _ink(self) -> list[Area]:
        self.ink = [Area(*rim, self.brush) for one in self.runs for rim in rims_at(*one, self.reach)]
        return self.ink

    def _letters(self) -> QGlyphRun:
        self.letters, self.place = spread_run(self.runs, self.reach)
        self.unit = self.em / self.letters.rawFont().pixelSize()
        return self.letters


class Photograph(Part):
    """A picture of the store in its box."""

    __slots__ = ("clip", "frame", "picture", "shown")

    def __init__(self, picture: Picture) -> None:
        box = picture.box
        self.picture = picture
        self.frame = self.box = QRectF(box.x, box.y, box.width, box.height)
        self.clip = path_of(picture.clip) if picture.clip else None
        self.shown: QPainterPath | None = None

    def paint(self, view: View) -> None:
        """The picture, or a quiet ground if there is none to be shown."""
        view.millimetres()
        painter = view.painter
        found = view.pictures.raster(self.picture)
        pixels = None
        if found is not None:
            x, y, size = found.placed(self.picture.box, self.picture.fit)
            target = QRectF(x, y, found.width * size, found.height * size)
            pixels = view.pictures.pixels(self.picture, found, math.ceil(target.width() * view.scale))
        if pixels is None:
            box = self.picture.box
            ground = self.clip or path_of(rectangle(box.x, box.y, box.width, box.height))
            painter.fillPath(ground, solid(MISSING))
            return
        if self.clip is None:
            painter.save()
            painter.setClipRect(self.frame, Qt.ClipOperation.IntersectClip)
            painter.drawImage(target, pixels)
            painter.restore()
            return
        if self.shown is None:
            self.shown = _within(self.clip, self.frame.intersected(target))
        brush = QBrush(pixels)
        share = target.width() / pixels.width()
        brush.setTransform(QTransform(share, 0, 0, target.height() / pixels.height(), target.x(), target.y()))
        painter.fillPath(self.shown, brush)


def united(boxes: Sequence[QRectF], around: float = 0.0) -> QRectF:
    """A box that holds all of some, and so much around."""
    left, top = min(box.left() for box in boxes), min(box.top() for box in boxes)
    right, bottom = max(box.right() for box in boxes), max(box.bottom() for box in boxes)
    return QRectF(left - around, top - around, right - left + 2 * around, bottom - top + 2 * around)


def _within(clip: QPainterPath, frame: QRectF) -> QPainterPath:
    """What a clip leaves of a frame."""
    if frame.contains(clip.boundingRect()):
        return clip
    whole = QPainterPath()
    whole.addRect(frame)
    return whole.intersected(clip)


def _bar(x: float, y: float, run: Run) -> QRectF:
    first, last = run.glyphs[0], run.glyphs[-1]
    return QRectF(x + first.x, y - BAR_TOP * run.em, last.x + last.advance - first.x, BAR_HEIGHT * run.em)
