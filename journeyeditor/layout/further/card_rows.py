"""Cards side by side in rows of one height; a card with more text than a page holds becomes several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec

from journeyeditor.drawing import Group, Shape
from journeyeditor.geometry import Box
from journeyeditor.layout.anchors import Reach
from journeyeditor.layout.cards import Card
from journeyeditor.layout.further.flow import Block
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import paragraph
from journeyeditor.model.records import Anchored

GAP = 2.6
"""Between two cards, in units."""
WIDEST = 58.0
NARROWEST = 46.0
"""Of a card, in units."""
NOWHERE = Reach(-1, -1, 0.0)
"""Where a card hangs that stands on no map."""


def columns(sheet: Sheet, width: float) -> tuple[int, float]:
    """How many cards stand side by side in a width, and how wide each is (mm)."""
    gap = GAP * sheet.unit
    count = max(1, int((width + gap) // (WIDEST * sheet.unit + gap)))
    if (width + gap) / count - gap > 1.3 * WIDEST * sheet.unit:
        count += 1
    return count, (width + gap) / count - gap


def whole(record: Anchored, build: Callable[..., Card], width: float, most: float) -> list[Card]:
    """The card of a record, or several that share its text where one would be higher than `most` mm."""
    card = build(record)
    text: str = getattr(record, "text", "")
    if card.height(width) <= most or len(text) < 2:
        return [card]
    middle = _middle(text)
    halves = (text[:middle].strip(), text[middle:].strip())
    parts = [msgspec.structs.replace(record, text=half) for half in halves if half]
    if len(parts) < 2:
        return [card]
    return [piece for part in parts for piece in whole(part, build, width, most)]


def _middle(text: str) -> int:
    """A place to part a text: the space nearest to its middle."""
    half = len(text) // 2
    spaces = [n for n, letter in enumerate(text) if letter.isspace() and 0 < n < len(text) - 1]
    return min(spaces, key=lambda n: abs(n - half), default=half)


def labelled(sheet: Sheet, card: Card, text: str) -> Card:
    """The card under a caption that says where it belongs."""
    if not text:
        return card
    gap = 0.8 * sheet.unit

    def above(width: float) -> float:
        return paragraph(text, sheet.caption(), sheet.theme.muted, width).height + gap

    def draw(box: Box) -> list[Shape]:
        words = paragraph(text, sheet.caption(), sheet.theme.muted, box.width)
        tall = words.height + gap
        return [*words.at(box.x, box.y), *card.draw(Box(box.x, box.y + tall, box.width, box.height - tall))]

    return replace(card, height=lambda width: card.height(width) + above(width), draw=draw)


def card_rows(sheet: Sheet, cards: Sequence[Card], count: int, width: float) -> list[Block]:
    """Rows of `count` cards, each `width` mm wide; the cards of a row share top and foot."""
    return [_row(sheet, cards[n : n + count], width) for n in range(0, len(cards), count)]


def _row(sheet: Sheet, cards: Sequence[Card], width: float) -> Block:
    gap = GAP * sheet.unit
    tall = max(card.height(width) for card in cards)

    def draw(x: float, top: float) -> list[Group]:
        groups = []
        for number, card in enumerate(cards):
            box = Box(x + number * (width + gap), top, width, tall)
            groups.append(Group(card.record.id, "item", tuple(card.draw(box)), box, description=card.description))
        return groups

    return Block(tall, draw, gap)
