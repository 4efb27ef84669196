"""Chooses the type size: the largest at which everything has its place. It has no memory, so a file prints the same."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from journeyeditor.layout.columns import HEADER_PADDING
from journeyeditor.layout.page import EMOTION_SHARE, Page, measure, needed
from journeyeditor.layout.paper import SERIES, Paper, find_paper
from journeyeditor.layout.sheet import BODY, CAPTION, Fit, Sheet

STEP = 0.5
"""Points between two sizes that are tried; half of it under 6 points."""
LARGEST = 3.4
"""Body type is never more than this many times the drawn target's, in proportion to the sheet."""
SMALLEST = 1.5
FRAME_SHARE = 0.30
"""Header, legend and footer together take at most this part of the height."""


@dataclass(frozen=True)
class Fitted:
    """A sheet whose type has been chosen, and its rows."""

    sheet: Sheet
    page: Page

    @property
    def smallest_type(self) -> float:
        """Points."""
        return self.sheet.caption_size

    @property
    def readable(self) -> bool:
        """True if no type is under the least of the paper."""
        return self.smallest_type >= self.sheet.paper.least_type - 1e-6


def sizes(paper: Paper) -> list[float]:
    """The body sizes that may be tried on a sheet, in points, ascending."""
    a3 = find_paper("A3").diagonal
    most = BODY * LARGEST * paper.diagonal / a3
    found = []
    size = SMALLEST
    while size <= most:
        found.append(size)
        size += STEP if size >= 6 else STEP / 2
    return found


def fits(sheet: Sheet, page: Page, share: float, *, whole: bool = True) -> bool:
    """True if a page has room on its sheet, no word is broken where all should be `whole`, and the frame is small."""
    if whole and any(row.cramped for row in page.rows):
        return False
    _, room = sheet.paper.printable
    frame = page.above[0].height + sum(row.height for row in page.below)
    if needed(sheet, page, share=share) > room or (frame > FRAME_SHARE * room and sheet.unit > 1e-3):
        return False
    squeezed = any(column.width < HEADER_PADDING * sheet.unit for column in sheet.columns)
    return not squeezed


def fit(sheet: Sheet) -> Fitted:
    """The sheet with the largest type that fits; the smallest there is when nothing does."""
    best = _largest(sheet, EMOTION_SHARE)
    if best is None or not best.readable:
        tighter = _largest(sheet, 0.0)
        if tighter is not None and (best is None or tighter.smallest_type > best.smallest_type):
            best = tighter
    if best is None or not best.readable:
        # words are broken rather than set too small to be read, but no larger than that
        most = sheet.paper.least_type * BODY / CAPTION
        broken = _largest(sheet, 0.0, whole=False, most=most)
        if broken is not None and (best is None or broken.smallest_type > best.smallest_type):
            best = broken
    if best is None:
        smallest = replace(sheet, fit=Fit(SMALLEST))
        best = Fitted(smallest, measure(smallest))
    return best


def _largest(sheet: Sheet, share: float, *, whole: bool = True, most: float = math.inf) -> Fitted | None:
    candidates = [size for size in sizes(sheet.paper) if size <= most]
    low, high = 0, len(candidates) - 1
    best: Fitted | None = None
    while low <= high:
        middle = (low + high) // 2
        tried = replace(sheet, fit=Fit(candidates[middle]))
        page = measure(tried)
        if fits(tried, page, share, whole=whole):
            best = Fitted(tried, page)
            low = middle + 1
        else:
            high = middle - 1
    return best


def smallest_readable(sheet: Sheet, orientation: str, margin: float | None = None) -> Fitted:
    """The smallest paper of the A series on which no type is too small; A0 if there is none."""
    found: Fitted | None = None
    for name in SERIES:
        found = fit(replace(sheet, paper=find_paper(name, orientation, margin)))
        if found.readable:
            break
    assert found is not None  # noqa: S101 - the series is not empty
    return found
