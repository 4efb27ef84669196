"""A shaped line back in the order in which it is read: for painters whose readers shape again, such as browsers."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from journeyeditor.fonts import Line, Run
from journeyeditor.paint.spelling import clusters


class Piece(msgspec.Struct, frozen=True):
    """The text of one cluster and the left and right end of its room, mm from the line's start."""

    text: str
    left: float
    right: float


def runs_as_read(line: Line) -> list[Run]:
    """The runs of a line in reading order: rule L2 of UAX 9, undone from the lowest level up."""
    runs = list(line.runs)
    for low in range(1, max(map(_level, runs), default=0) + 1):
        start = 0
        while start < len(runs):
            end = start
            while end < len(runs) and _level(runs[end]) >= low:
                end += 1
            runs[start:end] = reversed(runs[start:end])
            start = max(end, start + 1)
    return runs


def pieces_as_read(run: Run) -> Iterator[Piece]:
    """The clusters of a run in reading order."""
    found = list(clusters(run.glyphs))
    for glyphs, text in found if run.rightward else reversed(found):
        # Marks have no width of their own and may hang out: the letter under them tells where the cluster stands.
        wide = [glyph for glyph in glyphs if glyph.advance > 0] or glyphs
        yield Piece(text, min(glyph.x for glyph in wide), max(glyph.x + glyph.advance for glyph in wide))


def _level(run: Run) -> int:
    return run.level if run.level % 2 == (not run.rightward) else run.level + 1
