"""Bands: a map that is too long for its type is broken after stages, as a text is broken into lines."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence

import msgspec

from journeyeditor.layout.columns import beats
from journeyeditor.layout.page import BAND_GAP, Band, Page, assemble, measure_band, needed
from journeyeditor.layout.sheet import Fit, Sheet

COMFORT = 1.2
"""Body type in bands, as a multiple of the paper's least type: larger than captions, and no larger than need be."""
SLOTS = (18.0, 13.0, 24.0)
"""Widths of a touchpoint's slot in units that are tried until one gives bands that pages can hold."""


class Banded(msgspec.Struct, frozen=True):
    """A map in bands on one or more pages."""

    sheet: Sheet
    pages: tuple[Page, ...]

    @property
    def bands(self) -> int:
        """How many there are."""
        return sum(len(page.bands) for page in self.pages)


def split(weights: Sequence[float], count: int) -> list[tuple[int, int]]:
    """Divides a row of weights into at most `count` runs, the heaviest as light as can be, the others alike.

    Each run is (first, after the last).
    """
    low, high = max(weights), sum(weights)
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(weights, [middle])) <= count else (middle, high)
    return _evenly(weights, high + 1e-9)


def _evenly(weights: Sequence[float], most: float) -> list[tuple[int, int]]:
    """As few runs of at most `most` as there can be, each about as heavy as the others."""
    wanted = len(_filled(weights, [most]))
    runs: list[tuple[int, int]] = []
    start = 0
    while start < len(weights):
        left = wanted - len(runs)
        share = sum(weights[start:]) / left
        after, used = start + 1, weights[start]
        while after < len(weights):
            fits = used + weights[after] <= most
            rest_fits = len(_filled(weights[after:], [most])) < left
            if rest_fits and (not fits or used + weights[after] / 2 > share):
                break
            used += weights[after]
            after += 1
        runs.append((start, after))
        start = after
    return runs


def _filled(weights: Sequence[float], rooms: Sequence[float]) -> list[tuple[int, int]]:
    """Runs of a row of weights, each as long as its room allows; those after the last room have as much as that."""
    runs: list[tuple[int, int]] = []
    start, used = 0, 0.0
    for n, weight in enumerate(weights):
        if used + weight > rooms[min(len(runs), len(rooms) - 1)] and n > start:
            runs.append((start, n))
            start, used = n, 0.0
        used += weight
    return [*runs, (start, len(weights))]


def in_bands(sheet: Sheet) -> Banded | None:
    """The map on as few pages as its least comfortable type allows; None if a single stage is too high for a page."""
    least = sheet.paper.least_type
    for body in (math.ceil(2 * COMFORT * least) / 2, least):
        sized = dataclasses.replace(sheet, fit=Fit(body))
        for slot in SLOTS:
            if (banded := _with_slots(sized, slot)) is not None:
                return banded
    return None


def _with_slots(sheet: Sheet, slot: float) -> Banded | None:
    stages = sheet.journey.stages()
    weights = beats(sheet.journey, stages)
    width = sheet.right - sheet.map_left
    count = max(2, math.ceil(sum(weights) * slot * sheet.unit / width))
    if len(weights) < 2:
        return None
    bands = [measure_band(dataclasses.replace(sheet, window=run)) for run in split(weights, count)]
    pages = _paged(sheet, bands)
    return None if pages is None else Banded(sheet, pages)


def _paged(sheet: Sheet, bands: Sequence[Band]) -> tuple[Page, ...] | None:
    """As many bands under one another as a sheet holds, then evenly over the pages that takes."""
    frames = [assemble(sheet, bands, number, 2) for number in (1, 2)]
    _, height = sheet.paper.printable
    rooms = [height - frame.header.height - sum(r.height for r in frame.below) - 6 * sheet.unit for frame in frames]
    heights = [band.height + BAND_GAP * sheet.unit for band in bands]
    if max(heights) > min(rooms):
        return None
    groups = _filled(heights, rooms)
    if len(groups) > 1:
        even = sum(heights) / len(groups)
        groups = _balanced(heights, rooms, even) or groups
    pages = tuple(
        assemble(sheet, bands[first:after], number, len(groups)) for number, (first, after) in enumerate(groups, 1)
    )
    return pages if all(needed(sheet, page, share=0.0) <= height + 1e-6 for page in pages) else None


def _balanced(heights: Sequence[float], rooms: Sequence[float], even: float) -> list[tuple[int, int]] | None:
    """The same number of pages, each about equally full; None if that does not come out."""
    wanted = len(_filled(heights, rooms))
    for part in (1.02, 1.08, 1.15, 1.25, 1.4):
        groups = _filled(heights, [min(room, part * even) for room in rooms])
        if len(groups) == wanted:
            return groups
    return None
