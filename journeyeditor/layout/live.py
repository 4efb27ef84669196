"""A poster that follows its journey: laid out again after each change, with the type that was chosen once.

Only what a change concerns is laid out again: bands without one of its stages stay as they are, and in the others
every row whose causes are the same. A page is drawn when it is asked for. What looks as before is the very same
object as before, so that comparing two drawings is quick.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Drawing
from journeyeditor.errors import Message
from journeyeditor.layout.concerned import concern
from journeyeditor.layout.drawn import DrawnPage, draw_page
from journeyeditor.layout.drawn import notices as left_out
from journeyeditor.layout.emotion.tracks import whole_extremes
from journeyeditor.layout.fit import Fitted
from journeyeditor.layout.fit import fit as choose
from journeyeditor.layout.frozen import carried, frozen, measured_pages
from journeyeditor.layout.ground_plan import BandPlan
from journeyeditor.layout.page import Band, Page, assemble, measure_band
from journeyeditor.layout.paper import Paper
from journeyeditor.layout.plans import page_plans
from journeyeditor.layout.poster import Laid, bare_sheet, laid_of, letters_told, size_notices, unknown_in
from journeyeditor.layout.sheet import Fit, PageFit, Run, Sheet
from journeyeditor.layout.touchpoints.entrances import entrances
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import Emotion, Flow, Head, Lane, Quote, Stage, Touchpoint


class _Shown(msgspec.Struct):
    """A page as it is now. What is None has not been asked for yet; `past` is how it was drawn before."""

    page: Page
    past: DrawnPage | None = None
    drawn: DrawnPage | None = None
    plans: tuple[BandPlan, ...] | None = None
    said: tuple[Message, ...] | None = None
    unknown: set[str] | None = None

    @property
    def latest(self) -> DrawnPage | None:
        """How it was drawn last."""
        return self.drawn or self.past


class Live:
    """The pages of a journey as they are now, and where things lie on them.

    `follow` keeps the type size, the bands and the heights that were chosen, so nothing trembles while somebody types
    or drags: a row may grow, and the emotion lane gives way. `refit` chooses again, as `poster` would.

    A window asks for `page(n)` and `plans_of(n)` of the pages that it shows; `laid` and `plans` draw them all.
    """

    def __init__(
        self,
        journey: Journey,
        paper: Paper,
        *,
        theme: str = "calm",
        language: str | None = None,
        personas: Sequence[str] = (),
        fit: Fit | None = None,
    ) -> None:
        """`fit` is kept from the start where it is given; else it is chosen."""
        self._wish = (journey, paper, theme, language, tuple(personas))
        self._journey = journey
        self._pages: list[_Shown] = []
        self._followed = -1
        """How many writes of the journey are shown."""
        self._laid: Laid | None = None
        self._size_said: Sequence[Message] | None = None
        self._fitted: Fitted
        self._base: Sheet
        self.fit: Fit
        """What is kept while the journey changes; `poster.place` makes the same pages of it."""
        if fit is None:
            self._choose()
        else:
            sheet = dataclasses.replace(bare_sheet(*self._wish), fit=Fit(fit.body))
            self._adopt(Fitted(sheet, measured_pages(sheet, fit)), fit)

    # -- what is shown ------------------------------------------------------------------------------------------------
    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of every page, mm."""
        return self._base.paper.width, self._base.paper.height

    @property
    def body_type(self) -> float:
        """The size of the text, points."""
        return self._base.fit.body

    def sign(self, number: int) -> object:
        """Stands for a page, from 0, as it is now: another object whenever the page may look otherwise."""
        return self._pages[number]

    def stages_of(self, number: int) -> frozenset[str]:
        """Ids of the stages on a page, from 0; the page need not be drawn."""
        bands = self._pages[number].page.bands
        return frozenset(column.stage.id for band in bands for column in band.sheet.columns)

    def page(self, number: int) -> Drawing:
        """A page, from 0; drawn now if it has not been."""
        return self._drawn(self._pages[number]).drawing

    def plans_of(self, number: int) -> tuple[BandPlan, ...]:
        """Where things lie on a page, from 0."""
        return self.planner(number)()

    def planner(self, number: int) -> Callable[[], tuple[BandPlan, ...]]:
        """What tells where things lie on a page, from 0, as it is now; it may be asked when the page is another."""
        shown, base = self._pages[number], self._base

        def planned() -> tuple[BandPlan, ...]:
            if shown.plans is None:
                shown.plans = page_plans(base, shown.page, number)
            return shown.plans

        return planned

    @property
    def plans(self) -> tuple[BandPlan, ...]:
        """Where things lie on all pages."""
        return tuple(plan for number in range(self.count) for plan in self.plans_of(number))

    @property
    def laid(self) -> Laid:
        """All pages drawn. What is to be said of them is asked of `notices`, for it takes longer than a key may."""
        if self._laid is None:
            fitted = Fitted(self._base, tuple(shown.page for shown in self._pages))
            self._laid = laid_of(fitted, [self._drawn(shown).drawing for shown in self._pages], ())
        return self._laid

    def _drawn(self, shown: _Shown) -> DrawnPage:
        if shown.drawn is None:
            shown.drawn = draw_page(self._base, shown.page, shown.past)
            shown.past = None
        return shown.drawn

    @property
    def notices(self) -> tuple[Message, ...]:
        """What the fit means, what found no room, and which letters no face has, as `poster` says it."""
        if self._size_said is None:
            self._size_said = size_notices(self._fitted)
        lost: list[Message] = []
        for shown in self._pages:
            if shown.said is None:
                shown.said = left_out(self._base, shown.page)
            if shown.unknown is None:
                shown.unknown = unknown_in(self._drawn(shown).drawing.groups)
            lost += shown.said
        letters = letters_told(set().union(*(shown.unknown or () for shown in self._pages)))
        return (*self._size_said, *lost, *letters)

    # -- choosing -----------------------------------------------------------------------------------------------------
    def refit(self) -> bool:
        """Chooses the type again, as `poster` would; True if a page that was drawn looks otherwise now."""
        before = [shown.latest for shown in self._pages]
        self._choose()
        if len(before) != self.count:
            return True
        return any(old is not None and old.drawing != self.page(n) for n, old in enumerate(before))

    def _choose(self) -> None:
        known: dict[object, Band] = (
            {}
            if self._followed != self._journey.writes
            else {
                ("band", band.sheet.fit.body, band.sheet.window): band
                for shown in self._pages
                for band in shown.page.bands
            }
        )
        bare = bare_sheet(*self._wish)
        bare.shared.update(known)
        fitted = choose(bare)
        for key in known:
            bare.shared.pop(key)
        self._adopt(fitted, frozen(fitted.sheet, fitted.pages))

    def _adopt(self, fitted: Fitted, kept: Fit) -> None:
        """These pages from now on, and this fit."""
        self._fitted, self._base, self.fit = fitted, fitted.sheet, kept
        pages = [replace(page, given=given) for page, given in zip(fitted.pages, kept.pages, strict=True)]
        self._show(pages, [shown.latest for shown in self._pages])
        self._size_said = None
        self._remember()

    # -- following ----------------------------------------------------------------------------------------------------
    def follow(self, change: Change) -> None:
        """Lays out again what a change concerns, after it was carried out; the type stays as it is."""
        if not change:
            return
        found = concern(change, self._journey, self._reading)
        stages = [stage.id for stage in self._journey.stages()]
        moved = carried(self.fit, [stage.id for stage in self._reading.stages], stages)
        self.fit = moved.fit
        if found.everything:
            self._base = dataclasses.replace(bare_sheet(*self._wish), fit=Fit(self.fit.body))
            concerned = frozenset(stages)
        else:
            forget(self._base, change, order=found.order)
            concerned = found.stages | self._differing()
        old = [shown.page for shown in self._pages]
        pages = []
        for number, (given, origins) in enumerate(zip(self.fit.pages, moved.origins, strict=True)):
            bands = [
                self._band(stages, concerned, fitted.stages, old[page].bands[band], everything=found.everything)
                for fitted, (page, band) in zip(given.bands, origins, strict=True)
            ]
            same = old[number] if len(old) == len(self.fit.pages) and not found.everything else None
            pages.append(self._page(bands, number, given, same))
        self._show(pages, [self._pages[origins[0][0]].latest for origins in moved.origins])
        self._remember()

    def _band(
        self, stages: Sequence[str], concerned: frozenset[str], run: Run | None, old: Band, *, everything: bool
    ) -> Band:
        """A band as it is now: the same one where nothing concerns it."""
        keys = stages if run is None else stages[slice(*run)]
        if everything:
            return measure_band(dataclasses.replace(self._base, window=run))
        was = [column.stage.id for column in old.sheet.columns]
        count = len(self._reading.stages)
        moved = list(keys) != was or _at_ends(run, len(stages)) != _at_ends(old.sheet.window, count)
        if moved or not concerned.isdisjoint(keys):
            return measure_band(dataclasses.replace(self._base, window=run), old.memory)
        return old if old.sheet.window == run else old.counted_anew(dataclasses.replace(self._base, window=run))

    def _page(self, bands: Sequence[Band], number: int, given: PageFit, old: Page | None) -> Page:
        """A page of bands: the same one where it has the same bands."""
        if (
            old is not None
            and old.given is given
            and self._journey.head is self._head
            and len(bands) == len(old.bands)
            and all(one is other for one, other in zip(bands, old.bands, strict=True))
        ):
            return old
        recall = self._base.recall
        recall.past |= recall.now
        return assemble(self._base, bands, number + 1, len(self.fit.pages), given)

    def _show(self, pages: Sequence[Page], pasts: Sequence[DrawnPage | None]) -> None:
        """These pages from now on; those that are the same stay as they are."""
        old = self._pages
        self._pages = []
        for number, page in enumerate(pages):
            if number < len(old) and old[number].page is page:
                self._pages.append(old[number])
            else:
                self._pages.append(_Shown(page, pasts[number] if number < len(pasts) else None))
        self._laid = None

    # -- what depends on the whole journey ----------------------------------------------------------------------------
    def _remember(self) -> None:
        self._followed = self._journey.writes
        self._reading: ReadingOrder = self._journey.reading()
        self._head: Head = self._journey.head
        self._told = self._told_now()

    def _told_now(self) -> dict[object, tuple[str, object]]:
        """What is told in one band because of all others, each with its touchpoint; nothing where there is one band."""
        if self.fit.pages[0].bands[0].stages is None:
            return {}
        told: dict[object, tuple[str, object]] = {
            ("enters", touchpoint): (touchpoint, [persona.id for persona in personas])
            for touchpoint, personas in entrances(self._base).items()
        }
        for lane in self._journey.all(Lane):
            if lane.kind == "emotions":
                for extreme in whole_extremes(self._base, lane):
                    quote = extreme.quote.id if extreme.quote is not None else None
                    feeling = extreme.feeling.record
                    told[lane.id, extreme.high] = feeling.touchpoint, (feeling.id, quote)
        return told

    def _differing(self) -> frozenset[str]:
        """The stages in which that is not told as before."""
        before, after = self._told, self._told_now()
        touchpoints = {
            told[0]
            for key in before.keys() | after.keys()
            if before.get(key) != after.get(key)
            for told in (before.get(key), after.get(key))
            if told is not None
        }
        reading = self._journey.reading()
        places = [place for key in touchpoints if (place := reading.starts(key)) is not None]
        return frozenset(reading.stages[place[0]].id for place in places)


def _at_ends(run: Run | None, count: int) -> tuple[bool, bool]:
    """Whether a band begins and ends the journey: its first and its last stage look otherwise there."""
    return (True, True) if run is None else (run[0] == 0, run[1] == count)


def forget(sheet: Sheet, change: Change, *, order: bool) -> None:
    """Empties what is shared by all bands of what a change may have made untrue."""
    kinds = {type(record) for pair in change.pairs.values() for record in pair if record is not None}
    came_or_went = any(None in pair for pair in change.pairs.values())
    untrue: set[object] = {("hanging", kind) for kind in kinds}
    if kinds & {Touchpoint, Stage}:
        untrue.add("order")
    if order or Flow in kinds:
        untrue |= {"flows", "entrances"}
    if Emotion in kinds and came_or_went:
        untrue.add("entrances")
    if Quote in kinds:
        untrue.add("quotes")
    voices = order or bool(kinds & {Emotion, Quote})
    for key in [key for key in sheet.shared if isinstance(key, tuple)]:
        name = key[0]
        kind = name[0] if isinstance(name, tuple) else ""
        if name in untrue or (kind == "hanging" and order) or (kind == "extremes" and voices):
            del sheet.shared[key]
