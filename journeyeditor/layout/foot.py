"""The foot of a card: dots, votes, owner, date, markers, laid out in as many lines as its width asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from journeyeditor import fonts
from journeyeditor.drawing import Shape, Words
from journeyeditor.fonts import Style
from journeyeditor.layout.parts import blank_rule, dots, dots_width, markers_width, persona_markers
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import paragraph

SPACE = 2.6
"""Between two pieces of a foot, in units."""


class Piece(msgspec.Struct, frozen=True):
    """Something in a foot: its width, and how it is drawn from a left end and the middle of a line.

    `last` pieces stand at the right end.
    """

    width: float
    draw: Callable[[float, float], Sequence[Shape]]
    last: bool = False


def words_piece(text: str, style: Style, colour: str, *, last: bool = False) -> Piece:
    """A few words on one line."""
    line = fonts.shape(text, style)
    drop = fonts.ascent(style) * 0.47

    def draw(x: float, middle: float) -> list[Shape]:
        return [Words(x, middle + drop, line, colour)]

    return Piece(line.width, draw, last)


def dots_piece(sheet: Sheet, filled: int, of: int, colour: str) -> Piece:
    """Severity and the like."""
    return Piece(dots_width(sheet, of), lambda x, middle: dots(sheet, x, middle, filled, of, colour))


def markers_piece(sheet: Sheet, personas: Sequence[str]) -> Piece | None:
    """Whom a finding concerns; None when it is everyone."""
    wide = markers_width(sheet, personas)
    if not wide:
        return None
    return Piece(wide, lambda x, middle: persona_markers(sheet, personas, x + wide, middle), last=True)


def rule_piece(sheet: Sheet, width: float, *, last: bool = False) -> Piece:
    """A blank rule to write on."""
    below = fonts.ascent(sheet.caption()) * 0.5
    return Piece(width, lambda x, middle: [blank_rule(sheet, x, middle + below, width)], last)


def fold(text: str, style: Style, colour: str, room: float) -> list[Piece]:
    """Words that may be wider than the card, as one piece a line."""
    if fonts.width(text, style) <= room:
        return [words_piece(text, style, colour)]
    return [words_piece(line.text, style, colour) for line in paragraph(text, style, colour, room).lines]


class Foot(msgspec.Struct, frozen=True):
    """Pieces in lines."""

    lines: tuple[tuple[Piece, ...], ...]
    step: float
    space: float

    @property
    def height(self) -> float:
        """mm."""
        return len(self.lines) * self.step

    def draw(self, left: float, right: float, top: float) -> list[Shape]:
        """The foot between two x, its upper edge at `top`."""
        shapes: list[Shape] = []
        for number, line in enumerate(self.lines):
            middle = top + (number + 0.5) * self.step
            x = left
            for piece in (piece for piece in line if not piece.last):
                shapes += piece.draw(x, middle)
                x += piece.width + self.space
            x = right
            for piece in reversed([piece for piece in line if piece.last]):
                shapes += piece.draw(x - piece.width, middle)
                x -= piece.width + self.space
        return shapes


def foot(sheet: Sheet, groups: Sequence[Sequence[Piece | None]], room: float) -> Foot:
    """Puts pieces into lines of at most `room`, in order; every group begins a line of its own."""
    space = SPACE * sheet.unit
    lines: list[list[Piece]] = []
    for group in groups:
        used = room
        for piece in (piece for piece in group if piece is not None):
            if used + space + piece.width <= room:
                lines[-1].append(piece)
                used += space + piece.width
            else:
                lines.append([piece])
                used = piece.width
    return Foot(tuple(map(tuple, lines)), line_step(sheet), space)


def line_step(sheet: Sheet) -> float:
    """Height of a line of a foot."""
    return sheet.once("foot", lambda: max(fonts.line_height(sheet.caption()), 3.0 * sheet.unit) * 1.06)
