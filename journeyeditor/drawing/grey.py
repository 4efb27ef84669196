"""Drawings without colours: each colour becomes the grey that is as bright, so that all contrasts stay."""

from __future__ import annotations

import functools

from msgspec.structs import replace

from journeyeditor.drawing.shapes import Drawing, Group, Halo, Inset, Picture, Shape, Sketch, Stroke, Words
from journeyeditor.drawing.theme import luminance

BALANCE = 0.179
"""The luminance that stands out as much from black as from white."""


@functools.lru_cache(maxsize=2_000)
def grey_of(colour: str) -> str:
    """The grey with the relative luminance of `#rrggbb` (WCAG 2.2).

    What is darker than the balance of black and white is rounded down, what is lighter up: no contrast that lets a
    text be read becomes less.
    """
    bright = luminance(colour)
    steps = range(255, -1, -1) if bright < BALANCE else range(256)
    fits = (n for n in steps if (luminance(_hex(n)) <= bright if bright < BALANCE else luminance(_hex(n)) >= bright))
    return _hex(next(fits, 0 if bright < BALANCE else 255))


def _hex(level: int) -> str:
    return f"#{level:02X}{level:02X}{level:02X}"


def greyed(drawing: Drawing) -> Drawing:
    """The drawing without colours, its pictures too."""
    return Greyer().drawing(drawing)


class Greyer:
    """Takes the colours from several drawings. One that is shown in many of them stays one."""

    def __init__(self) -> None:
        self._insets: dict[int, tuple[Drawing, Drawing]] = {}
        """Coloured and grey, by the id of the coloured one."""

    def drawing(self, drawing: Drawing) -> Drawing:
        """A drawing without colours."""
        groups = tuple(self._group(group) for group in drawing.groups)
        return replace(drawing, groups=groups, background=grey_of(drawing.background))

    def _group(self, group: Group) -> Group:
        return replace(group, shapes=tuple(self._shape(shape) for shape in group.shapes))

    def _shape(self, shape: Shape) -> Shape:
        if isinstance(shape, Picture):
            return replace(shape, grey=True)
        if isinstance(shape, Inset):
            key = id(shape.drawing)
            if key not in self._insets:
                self._insets[key] = shape.drawing, self.drawing(shape.drawing)
            return replace(shape, drawing=self._insets[key][1])
        if isinstance(shape, Sketch):
            return replace(shape, fill=_fill(shape.fill), stroke=_stroke(shape.stroke))
        if isinstance(shape, Words):
            return replace(shape, colour=grey_of(shape.colour), halo=_halo(shape.halo))
        return replace(shape, fill=_fill(shape.fill), stroke=_stroke(shape.stroke))


def _fill(colour: str | None) -> str | None:
    return None if colour is None else grey_of(colour)


@functools.lru_cache(maxsize=2_000)
def _stroke(stroke: Stroke | None) -> Stroke | None:
    return None if stroke is None else replace(stroke, colour=grey_of(stroke.colour))


def _halo(halo: Halo | None) -> Halo | None:
    return None if halo is None else replace(halo, colour=grey_of(halo.colour))
