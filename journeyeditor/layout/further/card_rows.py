"""Cards side by side in rows of one height; a card with more text than a page holds becomes several."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from journeyeditor.drawing import Group
from journeyeditor.geometry import Box
from journeyeditor.layout.anchors import Reach
from journeyeditor.layout.cards import Card
from journeyeditor.layout.further.flow import Block
from journeyeditor.layout.further.plan import weight_told, where
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import Paragraph, paragraph
from journeyeditor.model.records import Anchored

GAP = 2.6
"""Between two cards, in units."""
WIDEST = 58.0
NARROWEST = 46.0
"""Of a card, in units."""
CAPTION_GAP = 0.8
"""Between a caption and the card under it, in units."""
NOWHERE = Reach(-1, -1, 0.0)
"""Where a card hangs that stands on no map."""


def columns(sheet: Sheet, width: float) -> tuple[int, float]:
    """How many cards stand side by side in a width, and how wide each is (mm)."""
    gap = GAP * sheet.unit
    count = max(1, int((width + gap) // (WIDEST * sheet.unit + gap)))
    if (width + gap) / count - gap > 1.3 * WIDEST * sheet.unit:
        count += 1
    return count, (width + gap) / count - gap


def lone_card(sheet: Sheet, cards: Callable[..., list[Card]], record: Anchored) -> Card:
    """The card of a finding that stands on no map."""
    (card,) = cards(sheet, [(record, NOWHERE)])
    return card


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


class Slip(msgspec.Struct, frozen=True):
    """A card, and a caption over it that says where it belongs."""

    card: Card
    place: str = ""

    def caption(self, sheet: Sheet, width: float) -> Paragraph:
        """The words over the card."""
        return paragraph(self.place, sheet.caption(), sheet.theme.muted, width)


class Heap(msgspec.Struct, frozen=True):
    """Cards of one kind, and the name that stands over them."""

    name: str
    colour: str
    slips: tuple[Slip, ...]
    count: int
    """Of records: one with much text may have several cards."""


def heaped(
    sheet: Sheet,
    title: tuple[str, str],
    records: Sequence[Anchored],
    build: Callable[..., Card],
    room: tuple[float, float],
) -> list[Heap]:
    """The cards of some records as one heap; no heap without any record.

    `title` is its name and colour; `build` makes the card of a record; `room` is the width of a card and the most that
    it may be high, mm.
    """
    slips = [Slip(card, where(sheet, one)) for one in records for card in whole(one, build, *room)]
    return [Heap(*title, tuple(slips), len(records))] if slips else []


def card_rows(sheet: Sheet, slips: Sequence[Slip], count: int, width: float) -> list[Block]:
    """Rows of `count` cards, each `width` mm wide; the cards of a row share top and foot."""
    return [_row(sheet, slips[n : n + count], width) for n in range(0, len(slips), count)]


def _row(sheet: Sheet, slips: Sequence[Slip], width: float) -> Block:
    gap = GAP * sheet.unit
    captions = [slip.caption(sheet, width) for slip in slips]
    above = max(caption.height for caption in captions)
    above += CAPTION_GAP * sheet.unit if above else 0.0
    tall = max(slip.card.height(width) for slip in slips)

    def draw(x: float, top: float) -> list[Group]:
        groups = []
        for number, (slip, caption) in enumerate(zip(slips, captions, strict=True)):
            box = Box(x + number * (width + gap), top + above, width, tall)
            words = caption.at(box.x, box.y - CAPTION_GAP * sheet.unit - caption.height)
            own, *inner = slip.card.draw(box)  # a card begins with its ground
            room = Box(box.x, top, width, above + tall)
            told = slip.card.description or weight_told(sheet, slip.card.record)
            groups.append(Group(slip.card.record.id, "item", (own, *words, *inner), room, description=told))
        return groups

    return Block(above + tall, draw, gap)
