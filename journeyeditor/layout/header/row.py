"""The header: what journey this is, who travels, and whose logos it carries."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator, Sequence

import msgspec

from journeyeditor.drawing import Group, Picture
from journeyeditor.geometry import Box
from journeyeditor.layout.header.cards import CHIP, FULL, SMALL, Card, CardKind, card, card_group
from journeyeditor.layout.header.title import TitleBlock, title_block, title_groups
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import TITLE, Sheet

SHARE = 0.19
"""The header takes at most this part of the printable height, if it can."""
GUTTER, BETWEEN, ROW_GAP = 12.0, 5.0, 4.5
"""Between title and personas, between two personas, and between two rows of them, in units."""
LEAST_TITLE = 96.0
"""The title's block is not made narrower than this, in units."""
LOGO_WIDTH, LOGO_HEIGHT, LOGO_GAP = 27.0, 12.5, 4.0
KINDS = ((FULL, 0.0, 4), (SMALL, 14.0, 8), (CHIP, 75.0, 99))
"""Kinds of card, how much poorer (in units of height) each is than the first, and for how many personas at most."""
ROOMS = (1.0, 0.8, 0.64)
"""Parts of the room beside the title that are tried."""
HOLE = 12.0
"""What every empty place in a grid of several rows costs."""
TOO_HIGH = 4.0
"""What every unit above the header's share costs."""
MOST_COLUMNS = 8
SLACK = 1e-6
"""Of two costs: sums in another order may differ by less."""


class Cast(msgspec.Struct, frozen=True):
    """The personas in a grid."""

    rows: tuple[tuple[Card, ...], ...]
    pitch: float
    """From one column to the next, mm."""
    width: float
    height: float
    below: bool
    """True if it stands under the title, over the whole width, and not at its right."""


class Arrangement(msgspec.Struct, frozen=True):
    """Title and cast, and what this way of putting them costs."""

    title: TitleBlock
    cast: Cast | None
    height: float
    cost: float


def header_row(sheet: Sheet) -> Row:
    """The header over the whole width of the sheet."""
    logos = logos_of(sheet)
    width = sheet.right - sheet.left - (LOGO_WIDTH + GUTTER / 2) * sheet.unit * bool(logos)
    best = _best(sheet, width)
    stack = (LOGO_HEIGHT * len(logos) + LOGO_GAP * (len(logos) - 1)) * sheet.unit
    height = max(best.height, min(stack, 30 * sheet.unit) if logos else 0.0)

    def draw(top: float, _: float) -> list[Group]:
        groups = title_groups(sheet, best.title, sheet.left, top)
        if best.cast is not None:
            groups += _cast_groups(sheet, best, width, top)
        return groups + _logo_groups(sheet, logos, top, height)

    return Row("header", height, draw, washed=False, gap=3.0)


def logos_of(sheet: Sheet) -> list[str]:
    """The logos that the journey has pictures of, by their hashes."""
    return [image for image in sheet.journey.head.poster.logos if image in sheet.journey.images]


def _best(sheet: Sheet, width: float) -> Arrangement:
    """The cheapest arrangement, of several the first. Those that must cost more are not made at all."""
    best: Arrangement | None = None
    ways = _arrangements(sheet, width, lambda: math.inf if best is None else best.cost)
    for one in ways:
        if best is None or one.cost < best.cost:
            best = one
    assert best is not None  # noqa: S101 - there is always one
    return best


def _arrangements(sheet: Sheet, width: float, limit: Callable[[], float]) -> Iterator[Arrangement]:
    """Every reasonable way to put title and personas that may cost less than the limit; at least one."""
    unit = sheet.unit
    most = SHARE * sheet.paper.printable[1]
    alone = title_block(sheet, width)
    if not sheet.personas:
        yield Arrangement(alone, None, alone.height, 0.0)
        return
    for kind, poorer, crowd in KINDS:
        if len(sheet.personas) > crowd:
            continue
        for columns in range(1, min(len(sheet.personas), MOST_COLUMNS) + 1):
            if poorer + _least_height(sheet, kind, columns) > limit() + SLACK:
                continue
            for beside in _beside(sheet, kind, columns, width):
                if poorer + beside.height / unit > limit() + SLACK:
                    continue
                title = title_block(sheet, width - beside.width - GUTTER * unit)
                yield _arrangement(unit, title, beside, max(title.height, beside.height), poorer, most)
            least = alone.height / unit + ROW_GAP + _least_height(sheet, kind, columns) + poorer + 6.0
            under = _cast(sheet, kind, columns, width, below=True) if least <= limit() + SLACK else None
            if under is not None:
                height = alone.height + ROW_GAP * unit + under.height
                yield _arrangement(unit, alone, under, height, poorer + 6.0, most)
    if len(sheet.personas) > MOST_COLUMNS or width < (LEAST_TITLE + CHIP.least) * unit:
        columns = max(1, int(width // ((CHIP.least + BETWEEN) * unit)))
        many = _grid(sheet, CHIP, min(columns, len(sheet.personas)), width, below=True)
        yield _arrangement(unit, alone, many, alone.height + ROW_GAP * unit + many.height, 90.0, most)


def _least_height(sheet: Sheet, kind: CardKind, columns: int) -> float:
    """Height in units that the personas take in so many columns, however little is said of them."""
    rows = math.ceil(len(sheet.personas) / columns)
    return rows * kind.portrait + (rows - 1) * ROW_GAP


def _beside(sheet: Sheet, kind: CardKind, columns: int, width: float) -> Iterator[Cast]:
    """The personas at the title's right, in the widths that are worth a try."""
    room = width - (LEAST_TITLE + GUTTER) * sheet.unit
    seen = None
    for part in ROOMS:
        cast = _cast(sheet, kind, columns, part * room, below=False)
        if cast is None:
            return
        if cast.width != seen:
            yield cast
        seen = cast.width


def _arrangement(unit: float, title: TitleBlock, cast: Cast, height: float, poorer: float, most: float) -> Arrangement:
    shrunk = 0.9 * (TITLE - title.size) + 5.0 * max(0, len(title.title.lines) - 1)
    broken = 3.0 * sum(max(0, len(one.name.lines) - 1) for row in cast.rows for one in row)
    holes = HOLE * sum(len(cast.rows[0]) - len(row) for row in cast.rows)
    cost = poorer + holes + height / unit + shrunk + broken + TOO_HIGH * max(0.0, height - most) / unit
    return Arrangement(title, cast, height, cost)


def _cast(sheet: Sheet, kind: CardKind, columns: int, width: float, *, below: bool) -> Cast | None:
    """The personas in so many columns, or None where their text would get too narrow."""
    rows = math.ceil(len(sheet.personas) / columns)
    if math.ceil(len(sheet.personas) / rows) != columns:
        return None
    room = _room(sheet, kind, columns, width)
    return None if room < kind.least * sheet.unit else _grid(sheet, kind, columns, width, below=below)


def _room(sheet: Sheet, kind: CardKind, columns: int, width: float) -> float:
    unit = sheet.unit
    gaps = BETWEEN * (columns - 1) + (kind.portrait + kind.gap) * columns
    return (width - gaps * unit) / columns


def _grid(sheet: Sheet, kind: CardKind, columns: int, width: float, *, below: bool) -> Cast:
    unit = sheet.unit
    room = min(kind.most * unit, max(_room(sheet, kind, columns, width), 12 * unit))
    if not below and kind is FULL:
        room = min(room, _pleasant(columns) * unit)
    cards = [
        sheet.once(("card", persona.id, kind.name, room), functools.partial(card, sheet, persona, kind, room))
        for persona in sheet.personas
    ]
    rows = tuple(tuple(cards[n : n + columns]) for n in range(0, len(cards), columns))
    used = max((one.width for one in cards), default=room) if not below or columns == 1 else room
    pitch = used + (kind.portrait + kind.gap + BETWEEN) * unit
    height = sum(max(one.height for one in row) for row in rows) + ROW_GAP * unit * (len(rows) - 1)
    return Cast(rows, pitch, pitch * columns - BETWEEN * unit, height, below)


def _pleasant(columns: int) -> float:
    """How wide the text of a full card beside the title is at most, in units."""
    return {1: 84.0, 2: 60.0}.get(columns, 52.0)


def _cast_groups(sheet: Sheet, best: Arrangement, width: float, top: float) -> list[Group]:
    cast = best.cast
    if cast is None:
        return []
    unit = sheet.unit
    y = top + (best.title.height + ROW_GAP * unit if cast.below else 0.0)
    groups = []
    left = sheet.left if cast.below else sheet.left + width - cast.width
    for row in cast.rows:
        groups += [card_group(sheet, one, left + n * cast.pitch, y) for n, one in enumerate(row)]
        y += max(one.height for one in row) + ROW_GAP * unit
    return groups


def _logo_groups(sheet: Sheet, logos: Sequence[str], top: float, height: float) -> list[Group]:
    """The client's logo, the facilitator's under it, at the right end, each as large as its place and not distorted."""
    if not logos:
        return []
    unit = sheet.unit
    each = min(LOGO_HEIGHT * unit, (height - LOGO_GAP * unit * (len(logos) - 1)) / len(logos))
    left = sheet.right - LOGO_WIDTH * unit
    groups = []
    for number, image in enumerate(logos):
        box = Box(left, top + number * (each + LOGO_GAP * unit), LOGO_WIDTH * unit, each)
        picture = Picture(box, image, description=sheet.speech.say("Logo"), fit="contain")
        groups.append(Group(sheet.journey.head.id, "logo", (picture,), box, description=sheet.speech.say("Logo")))
    return groups
