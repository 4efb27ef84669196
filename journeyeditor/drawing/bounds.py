"""Where shapes and groups lie."""

from __future__ import annotations

from collections.abc import Iterable

from journeyeditor.drawing.shapes import Group, Inset, Picture, Shape, Stroke, Symbol, Words
from journeyeditor.fonts import ascent, descent
from journeyeditor.geometry import Box, Outline
from journeyeditor.geometry.outline import extent

MITRE = 4.0
"""How far a sharp corner of a stroke may reach, in half widths. Painters set the same limit."""


def shape_box(shape: Shape) -> Box | None:
    """A box that holds the ink of one shape, mm; None for a shape without points or letters.

    Curves count with their handles, strokes with their width, words with the room of their type size.
    """
    if isinstance(shape, Words):
        return words_box(shape)
    if isinstance(shape, Picture | Inset):
        return shape.box
    if isinstance(shape, Symbol):
        own = _outline_box(shape.outline, shape.stroke)
        if own is None:
            return None
        x, y, k = shape.x, shape.y, shape.scale
        return Box(x + own.x * k, y + own.y * k, own.width * k, own.height * k)
    return _outline_box(shape.outline, shape.stroke)


def words_box(words: Words) -> Box | None:
    """The room of a line of text: its width, from the top of tall letters to the foot of `g`, or to where its ink ends.

    None for a line without letters.
    """
    line = words.line
    if not line.runs:
        return None
    up, down = max(ascent(line.style), line.ascent), max(descent(line.style), line.descent)
    rim = words.halo.width if words.halo else 0.0
    return Box(words.x, words.y - up, line.width, up + down).grown(rim)


def group_box(group: Group) -> Box | None:
    """A box around all that a group draws, cut to its clip; None if it draws nothing."""
    box = _around(shape_box(shape) for shape in group.shapes)
    if box is None or group.clip is None:
        return box
    clip = _outline_box(group.clip, None)
    return _common(box, clip) if clip is not None else None


def _around(boxes: Iterable[Box | None]) -> Box | None:
    found = [box for box in boxes if box is not None]
    return Box.around(found) if found else None


def _outline_box(outline: Outline, stroke: Stroke | None) -> Box | None:
    if not any(numbers for _, numbers in outline):
        return None
    left, top, right, bottom = extent(outline)
    box = Box(left, top, right - left, bottom - top)
    if stroke is None:
        return box
    return box.grown(stroke.width / 2 * (1.0 if stroke.round else MITRE))


def _common(one: Box, other: Box) -> Box | None:
    """What two boxes share; None if they lie apart."""
    left, top = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Box(left, top, right - left, bottom - top) if left <= right and top <= bottom else None
