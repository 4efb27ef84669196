"""Turns a drawing for readers from right to left: places change sides, letters and icons stay as they are."""

from __future__ import annotations

from msgspec.structs import replace

from journeyeditor.drawing import Drawing, Group, Picture, Shape, Sketch, Symbol, Words
from journeyeditor.geometry import Box, Outline
from journeyeditor.geometry.outline import extent

RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"})
"""Languages whose maps run from right to left (ISO 639)."""


def runs_leftward(language: str) -> bool:
    """True if a map in this language is mirrored."""
    return language.replace("_", "-").partition("-")[0].lower() in RIGHT_TO_LEFT


def mirrored(drawing: Drawing) -> Drawing:
    """The same drawing with left and right exchanged."""
    wide = drawing.width
    return replace(
        drawing,
        groups=tuple(_group(group, wide) for group in drawing.groups),
        bookmarks=tuple((title, wide - x, y) for title, x, y in drawing.bookmarks),
        cuts=(tuple(wide - x for x in reversed(drawing.cuts[0])), drawing.cuts[1]),
    )


def _group(group: Group, wide: float) -> Group:
    return replace(
        group,
        shapes=tuple(_shape(shape, wide) for shape in group.shapes),
        box=None if group.box is None else _box(group.box, wide),
        clip=None if group.clip is None else _outline(group.clip, wide),
    )


def _shape(shape: Shape, wide: float) -> Shape:
    if isinstance(shape, Words):
        return replace(shape, x=wide - shape.x - shape.line.width)
    if isinstance(shape, Symbol):
        left, _, right, _ = extent(shape.outline)
        return replace(shape, x=wide - shape.x - (left + right) * shape.scale)
    if isinstance(shape, Picture):
        clip = None if shape.clip is None else _outline(shape.clip, wide)
        return replace(shape, box=_box(shape.box, wide), clip=clip)
    assert isinstance(shape, Sketch)  # noqa: S101 - the last of the four
    return replace(shape, outline=_outline(shape.outline, wide))


def _box(box: Box, wide: float) -> Box:
    return Box(wide - box.right, box.y, box.width, box.height)


def _outline(outline: Outline, wide: float) -> Outline:
    return tuple(
        (op, tuple(value if n % 2 else wide - value for n, value in enumerate(numbers))) for op, numbers in outline
    )
