"""Pieces become a line: put in visual order, scaled to the type size, gathered into runs."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from journeyeditor.fonts.direction import visual_order
from journeyeditor.fonts.line import Glyph, Line, Run, Shaped, Style
from journeyeditor.fonts.paragraph import Placed


def set_line(text: str, pieces: Sequence[Placed], style: Style, *, rightward: bool) -> Line:
    """The line that these pieces, given in logical order, make in a style."""
    em = style.em
    runs: list[Run] = []
    glyphs: list[Glyph] = []
    shown: list[Shaped] = []
    last: Placed | None = None
    x = rise = fall = 0.0
    for placed in visual_order(pieces, attrgetter("level")) if any(placed.level for placed in pieces) else pieces:
        piece = placed.piece
        if not piece.glyphs:
            continue  # invisible characters alone
        if last is not None and (last.piece.cut != piece.cut or last.level != placed.level):
            runs.append(_run(last, em, glyphs, shown))
            glyphs, shown = [], []
        for identity, dx, dy, advance, stands_for in piece.glyphs:
            step = advance * em
            glyphs.append(Glyph(identity, x + dx * em, dy * em, step, stands_for))
            x += step
        rise = max(rise, piece.rise)
        fall = max(fall, piece.fall)
        shown.append(piece.glyphs)
        last = placed
    if last is not None:
        runs.append(_run(last, em, glyphs, shown))
    return Line(text, x, tuple(runs), style, rightward, rise * em, fall * em)


def _run(placed: Placed, em: float, glyphs: list[Glyph], pieces: list[Shaped]) -> Run:
    """The glyphs of neighbouring pieces that share face, direction and level."""
    cut = placed.piece.cut
    rightward = placed.piece.rightward
    return Run(cut.face.name, em, tuple(glyphs), rightward, cut.embolden, cut.slant, placed.level, tuple(pieces))


def logical(line: Line) -> str:
    """What the glyphs of a line stand for, put together in the order in which it is read."""
    clusters: list[tuple[int, str]] = []
    for run in line.runs:
        clusters += [(run.level, glyph.text) for glyph in run.glyphs if glyph.text]
    return "".join(text for _, text in visual_order(clusters, lambda cluster: cluster[0]))
