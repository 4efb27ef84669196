"""Questions that tests ask of a drawing: what overlaps, what leaves the sheet, where all its ink lies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from journeyeditor.drawing.bounds import group_box, words_box
from journeyeditor.drawing.shapes import Drawing, Group, Words
from journeyeditor.geometry import Box

T = TypeVar("T")


class WordBox(msgspec.Struct, frozen=True):
    """One line of text on the sheet: where it stands, what it says, how large (pt), and whose it is."""

    box: Box
    text: str
    size: float
    role: str
    record: str
    group: int
    """Which of the drawing's groups it belongs to."""


def word_boxes(drawing: Drawing, *, screen: bool = False) -> tuple[WordBox, ...]:
    """All lines of text with their boxes, in reading order; those for the screen only too if `screen`."""
    return tuple(
        WordBox(box, shape.line.text, shape.line.style.size, group.role, group.record, number)
        for number, group in enumerate(drawing.groups)
        if screen or not group.screen_only
        for shape in group.shapes
        if isinstance(shape, Words) and (box := words_box(shape)) is not None
    )


def overlaps(boxes: Sequence[tuple[Box, T]], slack: float = 0.0) -> list[tuple[T, T]]:
    """The pairs of things whose boxes cover one another by more than `slack` mm, swept from left to right."""
    pairs: list[tuple[T, T]] = []
    waiting: list[tuple[Box, T]] = []
    for box, thing in sorted(boxes, key=lambda entry: entry[0].x):
        waiting = [entry for entry in waiting if entry[0].right > box.x]
        pairs += [(other, thing) for near, other in waiting if near.meets(box, -slack)]
        waiting.append((box, thing))
    return pairs


def overlapping_words(drawing: Drawing, slack: float = 0.0) -> list[tuple[WordBox, WordBox]]:
    """The pairs of lines of text that cover one another by more than `slack` mm."""
    return overlaps([(words.box, words) for words in word_boxes(drawing)], slack)


def beyond_sheet(drawing: Drawing, margin: float = 0.0) -> tuple[Group, ...]:
    """The groups whose ink leaves the sheet, or comes nearer than `margin` mm to its edge."""
    sheet = Box(0, 0, drawing.width, drawing.height).grown(-margin)
    return _leaving(sheet, (group for group in drawing.groups if not group.screen_only))


def _leaving(sheet: Box, groups: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(group for group in groups if (box := group_box(group)) is not None and not sheet.holds(box))


def drawing_box(drawing: Drawing) -> Box | None:
    """A box around all that a drawing puts on paper; None for an empty sheet."""
    boxes = [box for group in drawing.groups if not group.screen_only and (box := group_box(group)) is not None]
    return Box.around(boxes) if boxes else None
