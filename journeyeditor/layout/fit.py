"""Chooses the type size: the largest at which everything has its place. It has no memory, so a file prints the same.

A map that would need type too small to read is broken into bands; only what even bands cannot hold is set smaller.
"""

from __future__ import annotations

import bisect
import dataclasses
import functools
import math
from collections.abc import Callable

import msgspec

from journeyeditor.layout.bands import in_bands
from journeyeditor.layout.columns import HEADER_PADDING
from journeyeditor.layout.page import EMOTION_SHARE, Page, measure, needed
from journeyeditor.layout.paper import SERIES, Paper, find_paper
from journeyeditor.layout.sheet import BODY, CAPTION, Fit, Sheet

STEP = 0.5
"""Points between two sizes that are tried; half of it under 6 points."""
LARGEST = 3.4
"""Body type is never more than this many times the drawn target's, in proportion to the sheet."""
SMALLEST = 1.5
NARROWEST_SLOT = 7.5
"""Width of a touchpoint's slot in units under which circles and arrows run into each other."""
FRAME_SHARE = 0.30
"""Header, legend and footer together take at most this part of the height."""

LEAPS = 5
"""How often the next size to be tried is told from how full the page was, before the rest is halved."""
GROWTH = 1.5
"""Power of the type size with which the height of texts grows: 2 for long ones, 1 for those that keep their lines."""
LESS_EMOTION = (0.23, 0.2, 0.17)
"""Parts of the height that the emotion lane gets where it cannot have its whole share, even with the least type."""

Measured = Callable[[float], Page]
"""A body size in points -> the page at that size."""


class Fitted(msgspec.Struct, frozen=True):
    """A sheet whose type has been chosen, and its pages."""

    sheet: Sheet
    pages: tuple[Page, ...]

    @property
    def smallest_type(self) -> float:
        """Points."""
        return self.sheet.caption_size

    @property
    def readable(self) -> bool:
        """True if no type is under the least of the paper."""
        return self.smallest_type >= self.sheet.paper.least_type - 1e-6

    @property
    def bands(self) -> int:
        """How many bands the map was broken into."""
        return sum(len(page.bands) for page in self.pages)


def sizes(paper: Paper) -> list[float]:
    """The body sizes that may be tried on a sheet, in points, ascending; the least readable one is among them."""
    most = BODY * LARGEST * paper.diagonal / find_paper("A3").diagonal
    found = {paper.least_type}
    size = SMALLEST
    while size <= most:
        found.add(size)
        size += STEP if size >= 6 else STEP / 2
    return sorted(found)


def fits(sheet: Sheet, page: Page, share: float, *, whole: bool = True) -> bool:
    """True if a page has room on its sheet, no word is broken where all should be `whole`, and the frame is small."""
    if whole and any(row.cramped for row in page.rows):
        return False
    _, room = sheet.paper.printable
    frame = page.header.height + sum(row.height for row in page.below)
    if frame > FRAME_SHARE * room or needed(sheet, page, share=share, roughly=True) > room:
        return False
    return needed(sheet, page, share=share) <= room


def is_wide_enough(sheet: Sheet) -> bool:
    """True if touchpoints and stages are not squeezed. Asked before anything is measured, because it costs nothing."""
    beat = min((slot.width for column in sheet.columns for slot in column.slots), default=math.inf)
    narrowest = min((column.width for column in sheet.columns), default=math.inf)
    return beat >= NARROWEST_SLOT * sheet.unit and narrowest >= HEADER_PADDING * sheet.unit


def fit(sheet: Sheet) -> Fitted:
    """The sheet with the largest type that fits in one band; in bands where that would be too small to read."""
    measured = _measured(sheet)
    size = _readable_size(sheet, measured)
    if size is None:
        banded = in_bands(sheet)
        if banded is not None:
            return Fitted(banded.sheet, banded.pages)
        small = [size for size in sizes(sheet.paper) if size < sheet.paper.least_type]
        size = _largest(sheet, measured, small, 0.0, whole=False) or SMALLEST
    return Fitted(dataclasses.replace(sheet, fit=Fit(size)), (measured(size),))


def _measured(sheet: Sheet) -> Measured:
    return functools.cache(lambda size: measure(dataclasses.replace(sheet, fit=Fit(size))))


def _readable_size(sheet: Sheet, measured: Measured) -> float | None:
    """The largest readable body size for one band; None if there is none.

    First with words whole and room for the curve; then with less and less room for the curve; then with words broken,
    but no larger than they need be.
    """
    least = sheet.paper.least_type
    readable = [size for size in sizes(sheet.paper) if size >= least]
    # What has room at any size has room at the least, which need not be measured then.
    usual = readable[_usual(readable)]
    sized = dataclasses.replace(sheet, fit=Fit(usual))
    if is_wide_enough(sized) and _filling(sized, measured(usual), EMOTION_SHARE) > least:
        found = _largest(sheet, measured, readable, EMOTION_SHARE, whole=True)
        if found is not None:
            return found
    sized = dataclasses.replace(sheet, fit=Fit(least))
    if not is_wide_enough(sized) or not fits(sized, measured(least), 0.0, whole=False):
        return None
    modest = [size for size in readable if size <= max(least, least * BODY / CAPTION)]
    shares = (_largest(sheet, measured, readable, share, whole=True) for share in (EMOTION_SHARE, *LESS_EMOTION, 0.0))
    return next(filter(None, shares), None) or _largest(sheet, measured, modest, 0.0, whole=False)


def _usual(candidates: list[float]) -> int:
    """Where the search begins: most maps end not far above the least size."""
    return len(candidates) // 6


def _largest(sheet: Sheet, measured: Measured, candidates: list[float], share: float, *, whole: bool) -> float | None:
    """The largest candidate that fits. Each page that is measured says how far to go, before the rest is halved."""
    low, high = 0, len(candidates) - 1
    best: float | None = None
    guess = _usual(candidates)
    leaps = LEAPS
    while low <= high:
        middle = min(max(guess, low), high) if leaps else (low + high) // 2
        size = candidates[middle]
        tried = dataclasses.replace(sheet, fit=Fit(size))
        wide = is_wide_enough(tried)
        if wide and fits(tried, measured(size), share, whole=whole):
            best, low = size, middle + 1
        else:
            high = middle - 1
        leaps = max(0, leaps - 1) if wide else 0
        if leaps:
            guess = bisect.bisect_right(candidates, _filling(tried, measured(size), share)) - 1
    return best


def _filling(sheet: Sheet, page: Page, share: float) -> float:
    """The size at which a page would fill the sheet: all but the emotion lane grows with it, and faster than it."""
    _, room = sheet.paper.printable
    elastic = sum(max(row.bound, share * room / len(page.bands)) for row in page.rows if math.isinf(row.stretch))
    taken = needed(sheet, page, share=share, roughly=True) - elastic
    growth: float = (max(room - elastic, 0.1 * room) / max(taken, 0.01 * room)) ** (1 / GROWTH)
    return sheet.fit.body * growth


def smallest_readable(sheet: Sheet, orientation: str, margin: float | None = None) -> Paper | None:
    """The smallest paper of the A series on which the whole map can be read in one band; None if A0 is too small."""
    for name in SERIES:
        paper = find_paper(name, orientation, margin)
        tried = dataclasses.replace(sheet, paper=paper, fit=Fit(paper.least_type))
        if is_wide_enough(tried) and fits(tried, measure(tried), 0.0, whole=False):
            return paper
    return None
