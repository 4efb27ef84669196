"""Words of feeling at the turning points of the lines."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import msgspec

from journeyeditor import fonts
from journeyeditor.geometry import Box
from journeyeditor.layout.emotion.ground import WORD_AIR, Ground
from journeyeditor.layout.emotion.lines import Mark
from journeyeditor.layout.emotion.texts import OTHER_SIDE, Placed, led, rimmed, take
from journeyeditor.layout.emotion.tracks import turning_points
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import Paragraph

WORDS_ROOM = 30.0
"""Width at which words of feeling are broken, in units."""
RING = (22.0, 21.0)
"""Words with a leader stand at most so far to the side, and up or down, in units."""
MOST_WORDS = 300
"""So many words of feeling are tried; beyond it there is no room for any more."""
ROUNDS, MOST_AGAIN = 4, 60
"""So often all are placed anew, those without a place first; with more words than this only once, without leaders."""


class Wanted(msgspec.Struct, frozen=True):
    """A word of feeling that wants a place, in the shapes it may take."""

    mark: Mark
    high: bool
    shapes: tuple[Paragraph, ...]


def place_words(sheet: Sheet, ground: Ground, called: Sequence[str]) -> tuple[list[Placed], int]:
    """Words of feeling at turning points, and how many found no place; those `called` out already are left out.

    The strongest feelings come first; but if some find no place, all are placed again with those at the head.
    """
    order = ground.once(("wanted", tuple(called)), lambda: wanted(sheet, ground, called))
    best: list[Placed] | None = None
    chosen = ground
    for _ in range(ROUNDS if len(order) <= MOST_AGAIN else 1):
        tried = ground.copy()
        placed, left = _all(sheet, tried, order[:MOST_WORDS], leaders=len(order) <= MOST_AGAIN)
        if best is None or len(placed) > len(best):
            best, chosen = placed, tried
        if not left:
            break
        order = [*left, *(one for one in order if one not in left)]
    ground.become(chosen)
    found = best or []
    return found, len(order) - len(found)


def wanted(sheet: Sheet, ground: Ground, called: Sequence[str]) -> list[Wanted]:
    """The words at turning points, the strongest feelings first."""
    found = []
    for plot in ground.plots:
        marks = {mark.feeling.record.id: mark for mark in plot.marks}
        for run in plot.track.runs:
            for n, high in turning_points(run).items():
                record = run[n].record
                if record.words.strip() and record.id not in called:
                    found.append(Wanted(marks[record.id], high, tuple(_shapes(sheet, marks[record.id]))))
    return sorted(found, key=lambda one: -abs(one.mark.feeling.value))


def _shapes(sheet: Sheet, mark: Mark) -> Iterator[Paragraph]:
    text, style = mark.feeling.record.words.strip(), sheet.caption(italic=True)
    usual = rimmed(sheet, text, style, mark.track, WORDS_ROOM * sheet.unit)
    yield usual
    narrow = rimmed(sheet, text, style, mark.track, max(fonts.longest_word(text, style), 0.65 * usual.width) + 1e-6)
    if len(narrow.lines) == len(usual.lines) + 1:
        yield narrow


def _all(sheet: Sheet, ground: Ground, order: Sequence[Wanted], *, leaders: bool) -> tuple[list[Placed], list[Wanted]]:
    placed: list[Placed] = []
    left: list[Wanted] = []
    for one in order:
        found = _beside(sheet, ground, one) or (_led(sheet, ground, one) if leaders else None)
        if found is None:
            left.append(one)
        else:
            take(ground, found)
            placed.append(found)
    return placed, left


def _beside(sheet: Sheet, ground: Ground, one: Wanted) -> Placed | None:
    """Right at the point."""
    for words in one.shapes:
        places = functools.partial(around_turn, sheet, one.mark, words, high=one.high)
        box = ground.best_near((one.mark, words), places, WORD_AIR * sheet.unit)
        if box is not None:
            return Placed(one.mark, one.mark, words, box)
    return None


def _led(sheet: Sheet, ground: Ground, one: Wanted) -> Placed | None:
    """A little farther off with a leader."""
    mark = one.mark
    for words in one.shapes:
        found = led(sheet, ground, mark, words, RING, one.high)
        if found is not None:
            return Placed(mark, mark, words, found[0], leader=found[1])
    return None


def around_turn(sheet: Sheet, mark: Mark, words: Paragraph, *, high: bool) -> Iterator[tuple[float, Box]]:
    """Places for a word of feeling, the cheapest first: above a high, below a low, a little aside, at last on the
    other side.
    """
    unit, x, y = sheet.unit, mark.x, mark.y
    wide, tall = words.width, words.height
    gap = 0.6 * mark.size + (WORD_AIR + 0.1) * unit
    for cost, (side, aside, away) in _ranked(high):
        if side in ("left", "right"):
            yield cost, Box(x + gap if side == "right" else x - gap - wide, y - tall / 2 + away * tall, wide, tall)
        else:
            top = y - gap - tall - away * unit if side == "above" else y + gap + away * unit
            yield cost, Box(x - wide / 2 + aside * (wide + mark.size), top, wide, tall)


@functools.cache
def _ranked(high: bool) -> tuple[tuple[float, tuple[str, float, float]], ...]:
    """What each place costs and where it is: on which side, how far aside (in widths), how far away (in units)."""
    found: list[tuple[float, tuple[str, float, float]]] = []
    usual, other = ("above", "below") if high else ("below", "above")
    for away in (0.0, 1.5, 3.0, 4.5):
        for aside in (0.0, 0.25, -0.25, 0.5, -0.5):
            cost = away + 5 * abs(aside)
            found += [(cost, (usual, aside, away)), (cost + OTHER_SIDE, (other, aside, away))]
    for side in ("right", "left"):
        for down in (0.0, -0.4, 0.4):  # so much lower, in heights
            outward = (down < 0) == high
            found.append((4.5 + (0.0 if outward else 1.5), (side, 0.0, down)))
    return tuple(sorted(found, key=lambda place: place[0]))
