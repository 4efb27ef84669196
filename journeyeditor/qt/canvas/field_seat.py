"""Where the field of an open text is in the viewport: on its own printed place, or on a small card over it."""

from __future__ import annotations

import math

import msgspec
from PySide6.QtCore import QRect, QRectF

from journeyeditor.editor.text_lines import TextPlace
from journeyeditor.geometry import Box
from journeyeditor.qt.canvas.ruled_layout import Seat
from journeyeditor.qt.canvas.view import View
from journeyeditor.tools.board import Board

READABLE = 7.0
"""Type smaller than this (px) is opened on a card of its own, in a size that can be read."""
CARD_TYPE = 11.0
"""That size, px."""
CARD_INSET = 5.0
"""Between the edge of the card and its text, px."""
FRAME_INSET = 2.0
"""Between the frame of an empty text on the map and its pale words, px."""
CARD_LEAST = 3.5
"""Ems that a card or a frame has room for at least."""
SIDE = 4.0
"""Between the card and the edge of the viewport, px."""
CARET_ROOM = 3.0
"""Beside the widest line, so that the caret behind its last letter is seen, px."""
HALF = 0.5 + 1e-4


class Seated(msgspec.Struct, frozen=True):
    """How the board is seen in the field, and where the field and its card are in the viewport, px."""

    seat: Seat
    field: QRect
    card: QRectF | None = None
    """None where the text is typed on the map itself."""
    frame: QRectF | None = None
    """Around the place on the map where nothing is typed yet, for there are only a caret and pale words to see."""


def seated(
    view: View, board: Board, place: TextPlace, extent: Box, middle: tuple[float, float], *, is_empty: bool = False
) -> Seated:
    """Where a text is typed that takes `extent` (mm); `middle` is that of what it was when it was opened."""
    pixels = place.style.em * view.zoom
    if pixels >= READABLE:
        seat = on_the_map(view, board, place)
        room = place.box.height * view.zoom / 2
        frame = _plate(seat, place, extent, FRAME_INSET) if is_empty else None
        return Seated(seat, _around(seat, extent, CARET_ROOM, room / 2), frame=frame)
    scale = CARD_TYPE / place.style.em
    x, y = view.to_view(*middle)
    seat = Seat(x - middle[0] * scale, y - middle[1] * scale, scale)
    card = _plate(seat, place, extent, CARD_INSET)
    dx = _inside(card.left(), card.right(), view.width)
    dy = _inside(card.top(), card.bottom(), view.height)
    card.translate(dx, dy)
    return Seated(Seat(seat.x + dx, seat.y + dy, scale), card.toAlignedRect(), card)


def on_the_map(view: View, board: Board, place: TextPlace) -> Seat:
    """The board as it is painted: each page begins on a whole device pixel."""
    top = board.top(board.page_at(place.baseline))
    x, y = view.to_view(0, top)
    left, upper = (math.floor(n * view.ratio + HALF) / view.ratio for n in (x, y))
    return Seat(left, upper - top * view.zoom, view.zoom)


def _around(seat: Seat, extent: Box, side: float, above: float) -> QRect:
    seen = seat.rectangle(extent.x, extent.y, extent.right, extent.bottom)
    return seen.adjusted(-side, -above, side, above).toAlignedRect()


def _plate(seat: Seat, place: TextPlace, extent: Box, inset: float) -> QRectF:
    """Around the text, and no narrower than a word; it grows where the text grows."""
    seen = seat.rectangle(extent.x, extent.y, extent.right, extent.bottom)
    missing = max(0.0, CARD_LEAST * place.style.em * seat.scale - seen.width())
    before = {"start": 0.0, "middle": missing / 2, "end": missing}[place.align]
    wide = seen.adjusted(-before, 0, missing - before, 0)
    return wide.adjusted(-inset - CARET_ROOM, -inset, inset + CARET_ROOM, inset)


def _inside(start: float, end: float, limit: float) -> float:
    """How far a stretch is moved to lie within 0 and a limit; its start, if it is too long."""
    if start < SIDE or end - start > limit - 2 * SIDE:
        return SIDE - start
    return min(0.0, limit - SIDE - end)
