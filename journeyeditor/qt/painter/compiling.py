"""A group of a drawing becomes parts that are ready for Qt, when it is first seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath

from journeyeditor.drawing import Drawing, Group, Inset, Picture, Shape, Sketch, Symbol, Words, shape_box
from journeyeditor.drawing.bounds import group_box
from journeyeditor.fonts import EMBOLDEN
from journeyeditor.geometry import Box
from journeyeditor.qt.painter.forms import ink_at, path_at, symbol_ink, symbol_path
from journeyeditor.qt.painter.lettering import Placed
from journeyeditor.qt.painter.parts import Area, Letters, Line, Lines, Part, Photograph, Rim
from journeyeditor.qt.painter.pens import fill_of, path_of, pen_of, solid, straight_pieces
from journeyeditor.qt.painter.ruling import Ruled, can_be_ruled
from journeyeditor.qt.painter.view import View

OVERHANG = 0.25
"""How far a letter may reach beyond the width of its line, in ems."""
_Key = tuple[str, float, bool, bool, str]


class Compiled:
    """What a group looks like: the parts that paint it, worked out when they are first needed."""

    __slots__ = ("_box", "_clip", "_ink", "_known", "_parts", "_source")

    def __init__(self, group: Group) -> None:
        self._source = group
        self._ink: Box | None = None
        self._box: Box | None = None
        self._known = False
        self._parts: list[Part] | None = None
        self._clip: QPainterPath | None = None

    @property
    def ink(self) -> Box | None:
        """What `group_box` says of it."""
        self._measure()
        return self._ink

    @property
    def box(self) -> Box | None:
        """Where it may leave ink, mm, letters that hang over the ends of their line too; None if it paints nothing."""
        self._measure()
        return self._box

    def _measure(self) -> None:
        if not self._known:
            self._known = True
            self._ink = group_box(self._source)
            self._box = _painted(self._source, self._ink)

    @property
    def ready(self) -> bool:
        """Whether its parts have been worked out."""
        return self._parts is not None

    def compile(self) -> list[Part]:
        """Works out its parts, once."""
        if self._parts is None:
            self._parts = list(_parts(self._source.shapes))
            self._clip = path_of(self._source.clip) if self._source.clip is not None else None
            self._measure()
        return self._parts

    def parts_kept(self) -> int:
        """How many parts have been worked out."""
        return len(self._parts) if self._parts is not None else 0

    def forget(self) -> None:
        """Lets go of its parts; they are worked out again when they are needed."""
        self._parts = None

    def shows(self, group: Group) -> bool:
        """Whether that group looks like this, whatever else is known of it."""
        own = self._source
        return own is group or (own.shapes == group.shapes and own.clip == group.clip)

    def paint(self, view: View) -> None:
        """Puts it on the view's painter."""
        parts = self._parts if self._parts is not None else self.compile()
        reach = view.reach
        parts = [part for part in parts if part.box.intersects(reach)]
        if self._clip is None:
            for part in parts:
                part.paint(view)
            return
        view.millimetres()
        view.painter.save()
        view.painter.setClipPath(self._clip, Qt.ClipOperation.IntersectClip)
        for part in parts:
            part.paint(view)
        view.millimetres()
        view.painter.restore()


class Shown(msgspec.Struct, frozen=True):
    """A group of the drawing, and its look, which may have been worked out for a former drawing."""

    group: Group
    look: Compiled


class Sheet(Part):
    """Another drawing behind its window."""

    __slots__ = ("compiled", "ground", "inset")

    def __init__(self, inset: Inset) -> None:
        self.inset = inset
        self.compiled: list[Compiled] | None = None
        self.ground = QColor(inset.drawing.background)
        self.box = QRectF(inset.box.x, inset.box.y, inset.box.width, inset.box.height)

    def paint(self, view: View) -> None:
        """Its ground and its groups, cut to the window."""
        inset, painter = self.inset, view.painter
        if self.compiled is None:
            self.compiled = [Compiled(group) for group in inset.drawing.groups if not group.screen_only]
        view.millimetres()
        painter.save()
        window = self.box
        painter.setClipRect(window, Qt.ClipOperation.IntersectClip)
        painter.translate(inset.x, inset.y)
        painter.scale(inset.scale, inset.scale)
        painter.fillRect(ground_of(inset.drawing), self.ground)
        scale = inset.scale
        seen = QRectF(
            (window.x() - inset.x) / scale,
            (window.y() - inset.y) / scale,
            window.width() / scale,
            window.height() / scale,
        )
        inner = view.inside(scale, seen)
        for compiled in self.compiled:
            compiled.paint(inner)
        inner.finish()
        painter.restore()


def ground_of(drawing: Drawing) -> QRectF:
    """The sheet as far as its background reaches, mm."""
    edge = drawing.bleed
    return QRectF(-edge, -edge, drawing.width + 2 * edge, drawing.height + 2 * edge)


def _painted(group: Group, box: Box | None) -> Box | None:
    if box is None or group.clip is not None:
        return box
    wide = [_wide(shape) for shape in group.shapes if isinstance(shape, Words)]
    return Box.around([box, *(one for one in wide if one is not None)])


def _wide(words: Words) -> Box | None:
    box = shape_box(words)
    return None if box is None else box.grown(OVERHANG * words.line.style.em, 0.0)


def _parts(shapes: Sequence[Shape]) -> Iterator[Part]:
    """The parts of some shapes, in painting order; neighbouring lines of text become one."""
    waiting: dict[_Key, list[Placed]] = {}
    for shape in shapes:
        if isinstance(shape, Words):
            if shape.halo is not None:
                yield from _letters(waiting)
                yield from _rims(shape)
            _gather(shape, waiting)
            continue
        yield from _letters(waiting)
        if isinstance(shape, Sketch):
            yield from _sketch(shape)
        elif isinstance(shape, Symbol):
            yield from _symbol(shape)
        elif shape.box.width > 0 and shape.box.height > 0:
            if isinstance(shape, Picture):
                yield Photograph(shape)
            elif shape.scale > 0:
                yield Sheet(shape)
    yield from _letters(waiting)


def _gather(words: Words, waiting: dict[_Key, list[Placed]]) -> None:
    for run in words.line.runs:
        if run.glyphs and run.em > 0:
            key = (run.face, run.em, run.embolden, run.slant, words.colour)
            waiting.setdefault(key, []).append((words.x, words.y, run))


def _letters(waiting: dict[_Key, list[Placed]]) -> Iterator[Part]:
    for key, runs in waiting.items():
        yield Letters(key[-1], runs)
    waiting.clear()


def _rims(words: Words) -> Iterator[Part]:
    halo = words.halo
    if halo is None or halo.width <= 0:
        return
    for run in words.line.runs:
        if run.glyphs and run.em > 0:
            reach = halo.width + (run.em * EMBOLDEN / 2 if run.embolden else 0)
            yield Rim([(words.x, words.y, run)], reach, solid(halo.colour))


def _sketch(sketch: Sketch) -> Iterator[Part]:
    stroke = sketch.stroke
    if not sketch.outline or (sketch.fill is None and stroke is None):
        return
    lines = straight_pieces(sketch.outline) if sketch.fill is None else None
    if lines is not None and stroke is not None:
        ruled = [line for line in lines if can_be_ruled(line, stroke)]
        rest = [line for line in lines if line not in ruled] if ruled else lines
        yield from (Ruled(line, stroke) for line in ruled)
        if rest:
            yield Lines(rest, pen_of(stroke))
        return
    if sketch.fill is not None:
        yield Area(*path_at(sketch.outline), fill_of(sketch))
    if stroke is not None:
        brush = solid(stroke.colour, stroke.opacity)
        ink = [Area(*one, brush) for one in ink_at(sketch.outline, stroke)]
        if sketch.fill is None:
            yield Line(path_of(sketch.outline), pen_of(stroke), ink)
        else:
            yield from ink


def _symbol(symbol: Symbol) -> Iterator[Part]:
    outline, scale, stroke = symbol.outline, symbol.scale, symbol.stroke
    if not outline or scale <= 0:
        return
    if symbol.fill is not None:
        yield Area(symbol_path(outline, scale), symbol.x, symbol.y, solid(symbol.fill))
    if stroke is not None:
        brush = solid(stroke.colour, stroke.opacity)
        for ink in symbol_ink(outline, stroke, scale):
            yield Area(ink, symbol.x, symbol.y, brush)
