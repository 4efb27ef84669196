"""Pieces become a line: put in visual order, scaled to the type size, gathered into runs."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from journeyeditor.fonts.direction import visual_order
from journeyeditor.fonts.line import Line, Run, Shaped, Style
from journeyeditor.fonts.paragraph import Placed


def set_line(text: str, pieces: Sequence[Placed], style: Style, *, rightward: bool) -> Line:
    """The line that these pieces, given in logical order, make in a style."""
    em = style.em
    runs: list[Run] = []
    shown: list[Shaped] = []
    last: Placed | None = None
    x = start = rise = fall = 0.0
    for placed in visual_order(pieces, attrgetter("level")) if any(placed.level for placed in pieces) else pieces:
        piece = placed.piece
        if not piece.glyphs:
            continue  # invisible characters alone
        if last is not None and (last.piece.cut != piece.cut or last.level != placed.level):
            runs.append(_run(last, em, start, shown))
            start, shown = x, []
        x += piece.width * em
        rise = max(rise, piece.rise)
        fall = max(fall, piece.fall)
        shown.append(piece.glyphs)
        last = placed
    if last is not None:
        runs.append(_run(last, em, start, shown))
    return Line(text, x, tuple(runs), style, rightward, rise * em, fall * em)


def _run(placed: Placed, em: float, start: float, pieces: list[Shaped]) -> Run:
    """Neighbouring pieces that share face, direction and level."""
    cut = placed.piece.cut
    rightward = placed.piece.rightward
    return Run(cut.face.name, em, start, tuple(pieces), rightward, cut.embolden, cut.slant, placed.level)


def logical(line: Line) -> str:
    """What the glyphs of a line stand for, put together in the order in which it is read."""
    clusters: list[tuple[int, str]] = []
    for run in line.runs:
        clusters += [(run.level, glyph.text) for glyph in run.glyphs if glyph.text]
    return "".join(text for _, text in visual_order(clusters, lambda cluster: cluster[0]))
