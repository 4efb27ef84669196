"""Pieces become a line: put in visual order, scaled to the type size, gathered into runs."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from journeyeditor.fonts.direction import visual_order
from journeyeditor.fonts.line import Line, Run, Shaped, Style
from journeyeditor.fonts.paragraph import Placed


def set_line(text: str, pieces: Sequence[Placed], style: Style, *, rightward: bool) -> Line:
    """The line that these pieces, given in logical order, make in a style."""
    # The hottest loop of a layout: `max` and a generator in it would make it take twice as long.
    em = style.em
    runs: list[Run] = []
    shown: list[Shaped] = []
    first: Placed | None = None
    x = start = rise = fall = 0.0
    if any([placed.level for placed in pieces]):  # noqa: C419
        pieces = visual_order(pieces, attrgetter("level"))
    for placed in pieces:
        piece = placed.piece
        if not piece.glyphs:
            continue  # invisible characters alone
        if first is None:
            first = placed
        elif (piece.cut is not first.piece.cut and piece.cut != first.piece.cut) or placed.level != first.level:
            runs.append(_run(first, em, start, shown))
            first, start, shown = placed, x, []
        x += piece.width * em
        if piece.rise > rise:  # noqa: PLR1730
            rise = piece.rise
        if piece.fall > fall:  # noqa: PLR1730
            fall = piece.fall
        shown.append(piece.glyphs)
    if first is not None:
        runs.append(_run(first, em, start, shown))
    return Line(text, x, tuple(runs), style, rightward, rise * em, fall * em)


def _run(placed: Placed, em: float, start: float, pieces: list[Shaped]) -> Run:
    """Neighbouring pieces that share face, direction and level with this one."""
    cut = placed.piece.cut
    rightward = placed.piece.rightward
    return Run(cut.face.name, em, start, tuple(pieces), rightward, cut.embolden, cut.slant, placed.level)


def logical(line: Line) -> str:
    """What the glyphs of a line stand for, put together in the order in which it is read."""
    clusters: list[tuple[int, str]] = []
    for run in line.runs:
        clusters += [(run.level, glyph.text) for glyph in run.glyphs if glyph.text]
    return "".join(text for _, text in visual_order(clusters, lambda cluster: cluster[0]))
