"""A fit that is kept: type size, bands, pages and row heights stay as they were chosen, while the journey changes."""

from __future__ import annotations

import bisect
import dataclasses
import functools
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor.layout.drawn import Placed, placed_bands, placed_rows
from journeyeditor.layout.fitting import Stand
from journeyeditor.layout.page import Band, Page, assemble, heights, measure_band
from journeyeditor.layout.sheet import BandFit, Fit, PageFit, Run, Sheet


class Carried(msgspec.Struct, frozen=True):
    """A fit for other stages than it was made for, and which page and band (from 0) each of its bands was before."""

    fit: Fit
    origins: tuple[tuple[tuple[int, int], ...], ...]


def frozen(sheet: Sheet, pages: Sequence[Page]) -> Fit:
    """The fit of pages that have been measured, with all that they chose: laid out with it they look the same."""
    return Fit(sheet.fit.body, tuple(_page_fit(sheet, page) for page in pages))


def _page_fit(sheet: Sheet, page: Page) -> PageFit:
    _, spare = heights(sheet, page)
    placed = placed_rows(sheet, page)
    bands = tuple(_band_fit(band, (*above, *lanes)) for band, above, lanes in placed_bands(page, placed))
    around = [placed[0], *placed[len(placed) - len(page.below) :]]
    return PageFit(bands, {row.name: height for row, _, height in around}, spare)


def _band_fit(band: Band, placed: Sequence[Placed]) -> BandFit:
    stands = {
        row.name: Stand(functools.partial(row.stand, top, height))
        for row, top, height in placed
        if row.stand is not None
    }
    return BandFit(band.sheet.window, {row.name: height for row, _, height in placed}, stands)


def measured_pages(sheet: Sheet, fit: Fit) -> tuple[Page, ...]:
    """The pages of a fit, measured; one page with the whole map in one band where the fit tells of none."""
    if not fit.pages:
        return (assemble(sheet, [measure_band(sheet)]),)
    return tuple(
        assemble(
            sheet,
            [measure_band(dataclasses.replace(sheet, window=band.stages)) for band in given.bands],
            number,
            len(fit.pages),
            given,
        )
        for number, given in enumerate(fit.pages, 1)
    )


# -- other stages -----------------------------------------------------------------------------------------------------
def carried(fit: Fit, before: Sequence[str], after: Sequence[str]) -> Carried:
    """The fit for other stages (ids in their order): each stage stays in its band where the order allows that.

    A new stage, or one that was moved, joins the band of the one before it. Bands and pages without stages vanish.
    """
    places = [(page, band) for page, given in enumerate(fit.pages) for band in range(len(given.bands))]
    runs = [fit.pages[page].bands[band].stages for page, band in places]
    if None in runs or list(before) == list(after):
        return Carried(fit, tuple(tuple((n, k) for k in range(len(given.bands))) for n, given in enumerate(fit.pages)))
    homes = {key: n for n, run in enumerate(runs) if run is not None for key in before[slice(*run)]}
    found = _runs([homes.get(key) for key in after])
    if not found:
        first = fit.pages[0]
        lone = replace(first, bands=(dataclasses.replace(first.bands[0], stages=None),))
        return Carried(replace(fit, pages=(lone,)), (((0, 0),),))
    pages: list[PageFit] = []
    origins: list[tuple[tuple[int, int], ...]] = []
    for number, given in enumerate(fit.pages):
        here = [n for n, place in enumerate(places) if place[0] == number and n in found]
        if here:
            old = [given.bands[places[n][1]] for n in here]
            bands = tuple(
                one if one.stages == found[n] else dataclasses.replace(one, stages=found[n])
                for n, one in zip(here, old, strict=True)
            )
            pages.append(given if bands == given.bands else replace(given, bands=bands))
            origins.append(tuple(places[n] for n in here))
    return Carried(replace(fit, pages=tuple(pages)), tuple(origins))


def _runs(homes: Sequence[int | None]) -> dict[int, Run]:
    """Band -> its run of stages, from the band that each stage was in (None = none)."""
    staying = _ascending(homes)
    if not staying:
        return {0: (0, len(homes))} if homes else {}
    band = homes[min(staying)] or 0
    runs: dict[int, Run] = {}
    for n, home in enumerate(homes):
        if n in staying and home is not None:
            band = home
        first, _ = runs.get(band, (n, n))
        runs[band] = (first, n + 1)
    return runs


def _ascending(homes: Sequence[int | None]) -> set[int]:
    """The most places whose bands follow one another in their order."""
    tails: list[int] = []
    ends: list[int] = []
    came: dict[int, int | None] = {}
    for n, home in enumerate(homes):
        if home is None:
            continue
        at = bisect.bisect_right(tails, home)
        came[n] = ends[at - 1] if at else None
        tails[at : at + 1] = [home]
        ends[at : at + 1] = [n]
    found: set[int] = set()
    here: int | None = ends[-1] if ends else None
    while here is not None:
        found.add(here)
        here = came[here]
    return found
