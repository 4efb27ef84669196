"""A page for each persona: who they are, how the journey feels to them, what hurts, what delights, what they say."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from journeyeditor.geometry import Box
from journeyeditor.layout.cards import Card
from journeyeditor.layout.findings import gain_cards, marks_of, pain_cards, quote_cards
from journeyeditor.layout.further.card_rows import GAP, Heap, card_rows, heaped, lone_card
from journeyeditor.layout.further.curve import Curve, Run, curve
from journeyeditor.layout.further.flow import Block, Page
from journeyeditor.layout.further.frame import Frame, frame
from journeyeditor.layout.further.headings import heading
from journeyeditor.layout.further.made import Made, made
from journeyeditor.layout.further.profile import profile
from journeyeditor.layout.further.stack import Stream, bottom, stacked
from journeyeditor.layout.header.cards import what_they_are
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.naming import persona_name
from journeyeditor.model.records import Anchored, Gain, Pain, Persona, Quote

Some = TypeVar("Some", Pain, Gain, Quote)

CARD = 47.0
"""A card is at least so wide, in units."""
AROUND = 4.2
"""Between profile, curve and cards, in units."""
ENOUGH = 0.36
"""The curve gets this part of the page where not all has room on it."""
ALONE = 0.7
"""A first page that is less full than this is no page to be proud of."""
MOST = 0.6
"""Part of the page that the curve takes at most."""


def persona_pages(sheet: Sheet) -> Made | None:
    """The pages of all personas that are shown; None without any."""
    found = [
        page for persona in sheet.personas for page in _pages(dataclasses.replace(sheet, chosen=(persona.id,)), persona)
    ]
    return tuple(found) or None


def _pages(sheet: Sheet, persona: Persona) -> Made:
    line = curve(sheet, persona)
    around = _frame(sheet, persona, line)
    area = around.area
    runs = line.runs if line is not None else ()
    who = profile(sheet, persona, area, area.height)
    cards = _streams(sheet, area, line.quotes if line is not None else frozenset())
    return made(around, _arranged(sheet, area, who, runs, cards))


def _arranged(
    sheet: Sheet, area: Box, who: Sequence[Block], runs: Sequence[Run], cards: Sequence[Stream]
) -> list[Page]:
    """Profile, curve, cards; the cards before the curve where the profile would be left alone on its page."""
    gap = AROUND * sheet.unit
    top = [Stream(area.x, tuple(replace(block, gap=gap) for block in who))]

    def stack(heights: Sequence[float], *, cards_first: bool = False) -> list[Page]:
        blocks = [_run_block(run, tall, gap) for run, tall in zip(runs, heights, strict=True)]
        middle = [Stream(area.x, tuple(blocks))]
        sections = [top, cards, middle] if cards_first else [top, middle, cards]
        return stacked(sections, area, gap)

    heights = [run.least for run in runs]
    pages = stack(heights)
    if len(pages) > 1 and runs:
        heights = [min(max(tall, ENOUGH * area.height / len(runs)), area.height) for tall in heights]
        usual = stack(heights)
        pages = usual if len(usual) <= len(pages) else pages
        heights = heights if pages is usual else [run.least for run in runs]
        turned = stack(heights, cards_first=True)
        alone = bottom(pages[0], area) - area.y < ALONE * area.height
        if alone and len(turned) <= len(pages):
            return stack(_stretched(turned, runs, heights, area), cards_first=True)
    return stack(_stretched(pages, runs, heights, area))


def _run_block(run: Run, tall: float, gap: float) -> Block:
    return Block(tall, lambda _, top: run.draw(top, tall), gap, owner=run)


def _stretched(pages: Sequence[Page], runs: Sequence[Run], heights: Sequence[float], area: Box) -> list[float]:
    """Heights with which the curves fill their pages."""
    found = list(heights)
    for page in pages:
        owners = {id(one.block.owner) for one in page}
        here = [n for n, run in enumerate(runs) if id(run) in owners]
        free = max(0.0, area.bottom - bottom(page, area) - 1e-6)
        for n in here:
            found[n] = max(found[n], min(found[n] + free / len(here), MOST * area.height))
    return found


def _frame(sheet: Sheet, persona: Persona, line: Curve | None) -> Frame:
    say = sheet.speech
    marks = set(line.marks if line is not None else ()) | marks_of([*_shown(sheet, Pain), *_shown(sheet, Gain)])
    marks = {mark for mark in marks if mark != f"persona:{persona.id}"}
    return frame(
        sheet,
        persona_name(persona, say),
        what_they_are(sheet, persona),
        marks=frozenset(marks),
        colour=sheet.theme.persona(persona.style).colour,
    )


# -- cards ------------------------------------------------------------------------------------------------------------
def _shown(sheet: Sheet, kind: type[Some]) -> list[Some]:
    return [one for one in sheet.journey.all(kind) if sheet.concerns(one.personas)]


def _streams(sheet: Sheet, area: Box, called: frozenset[str]) -> list[Stream]:
    """Strips of cards side by side, each with as many cards in a row as makes the highest strip lowest.

    Where there is no room for so many strips, the kinds follow one another in one.
    """
    unit = sheet.unit
    gap = GAP * unit
    count = max(1, int((area.width + gap) // (CARD * unit + gap)))
    width = (area.width + gap) / count - gap
    heaps = _heaps(sheet, called, (width, 0.85 * area.height))
    if not heaps:
        return []
    if len(heaps) > count:
        blocks = [block for heap in heaps for block in _blocks(sheet, heap, count, width)]
        return [Stream(area.x, tuple(blocks))]
    beside = [1] * len(heaps)
    while sum(beside) < count:
        tall = [_height(_blocks(sheet, heap, n, width)) for heap, n in zip(heaps, beside, strict=True)]
        able = [n for n, heap in enumerate(heaps) if beside[n] < len(heap.slips)]
        if not able:
            break
        beside[max(able, key=lambda n: tall[n])] += 1
    width = (area.width + gap) / sum(beside) - gap
    xs = [area.x + sum(beside[:n]) * (width + gap) for n in range(len(heaps))]
    return [Stream(x, tuple(_blocks(sheet, heap, n, width))) for x, heap, n in zip(xs, heaps, beside, strict=True)]


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.height + block.gap for block in blocks)


def _blocks(sheet: Sheet, heap: Heap, beside: int, width: float) -> list[Block]:
    room = beside * (width + GAP * sheet.unit) - GAP * sheet.unit
    title = heading(sheet, heap.name, room, heap.colour, count=heap.count, air=(0.0, 1.6))
    return [title, *card_rows(sheet, heap.slips, beside, width)]


def _heaps(sheet: Sheet, called: frozenset[str], room: tuple[float, float]) -> list[Heap]:
    """Pains, the worst first, gains, the strongest first, and quotes. Those beside the curve stay there."""
    theme, term = sheet.theme, sheet.speech.term
    order = {key: n for n, key in enumerate(_reading(sheet))}
    pains = sorted(_shown(sheet, Pain), key=lambda one: (-one.severity, -one.votes, one.id))
    gains = sorted(_shown(sheet, Gain), key=lambda one: (-one.strength, -one.votes, one.id))
    quotes = [one for one in _shown(sheet, Quote) if one.id not in called]
    quotes.sort(key=lambda one: (order.get(one.first or "", len(order)), one.id))
    kinds: list[tuple[str, str, Sequence[Anchored], Callable[..., list[Card]]]] = [
        ("pains", theme.pain, pains, pain_cards),
        ("gains", theme.gain, gains, gain_cards),
        ("quotes", theme.ink, quotes, quote_cards),
    ]
    return [
        heap
        for name, colour, records, build in kinds
        for heap in heaped(
            sheet, (term("lane", name), colour), records, functools.partial(lone_card, sheet, build), room
        )
    ]


def _reading(sheet: Sheet) -> list[str]:
    """Ids of stages and touchpoints in reading order."""
    return [
        key
        for stage in sheet.journey.stages()
        for key in (stage.id, *(touchpoint.id for touchpoint in sheet.journey.touchpoints(stage.id)))
    ]
