"""A poster that follows its journey: laid out again after each change, with the type that was chosen once.

Only what a change concerns is laid out again: bands without one of its stages stay as they are, and in the others
every row whose causes are the same. A page is drawn when it is asked for. What looks as before is the very same
object as before, so that comparing two drawings is quick.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from journeyeditor.drawing import Drawing
from journeyeditor.errors import Message
from journeyeditor.layout.concerned import Concern, concern
from journeyeditor.layout.drawn import DrawnPage, draw_page
from journeyeditor.layout.drawn import notices as left_out
from journeyeditor.layout.emotion.tracks import same_extremes, whole_extremes
from journeyeditor.layout.fit import Fitted
from journeyeditor.layout.fit import fit as choose
from journeyeditor.layout.frozen import carried, frozen, measured_pages
from journeyeditor.layout.ground_plan import BandPlan
from journeyeditor.layout.page import Band, Page, assemble, measure_band
from journeyeditor.layout.paper import Paper
from journeyeditor.layout.plans import page_plans
from journeyeditor.layout.poster import Laid, bare_sheet, laid_of, letters_told, size_notices, unknown_in
from journeyeditor.layout.sheet import Fit, PageFit, Run, Sheet
from journeyeditor.layout.standing import Shown, Standing, Told, Trial
from journeyeditor.layout.touchpoints.entrances import entrances
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import Emotion, Flow, Head, Lane, Quote, Stage, Touchpoint


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
        self._pages: list[Shown] = []
        self._followed = -1
        """How many writes of the journey are shown."""
        self._laid: Laid | None = None
        self._size_said: Sequence[Message] | None = None
        self._trial: Trial | None = None
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

    def _drawn(self, shown: Shown) -> DrawnPage:
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
        self._size_said, self._trial = None, None
        self._remember()

    # -- following ----------------------------------------------------------------------------------------------------
    def begin_trial(self) -> None:
        """What follows is only tried, one change in place of the other: until `end_trial` it is laid out from how it
        stands now, so it does not matter what was tried before, and what is taken back is as it was.
        """
        self._trial = Trial(self._standing())

    def end_trial(self) -> None:
        """How it stands now stays."""
        self._trial = None

    def follow(self, change: Change) -> bool:
        """Lays out again what a change concerns, after it was carried out; the type stays as it is.

        True if all that was tried has been taken back by it.
        """
        if not change:
            return False
        now, trial = self._standing(), self._trial
        found = since = concern(change, self._journey, now.reading)
        start = now
        if trial is not None:
            start = trial.start
            trial.change = change if trial.change is None else trial.change.then(change)
            if start.base is not now.base:
                forget(start.base, change, order=found.order)
            since = concern(trial.change, self._journey, start.reading)
        taken_back = trial is not None and not trial.change
        if taken_back:
            forget(start.base, change, order=found.order)
            self._pages, self._base, self.fit, self._laid = list(start.pages), start.base, start.fit, None
        else:
            self._lay_out(
                change, found, (now, start), (found.stages, since.stages), found.everything or since.everything
            )
        self._remember()
        return taken_back

    def _lay_out(
        self,
        change: Change,
        found: Concern,
        froms: tuple[Standing, Standing],
        concerned: tuple[frozenset[str], frozenset[str]],
        everything: bool,
    ) -> None:
        """Lays out again. `froms` are how it stood before the change and where what is tried began, each with the
        stages that are `concerned` since.
        """
        now, start = froms
        stages = [stage.id for stage in self._journey.stages()]
        moved = carried(start.fit, [stage.id for stage in start.reading.stages], stages)
        self.fit = moved.fit
        if everything:
            self._base = dataclasses.replace(bare_sheet(*self._wish), fit=Fit(self.fit.body))
            fresh: list[tuple[Standing, frozenset[str]]] = []
        else:
            self._base = start.base
            forget(self._base, change, order=found.order)
            told = self._told_now()
            fresh = [(one, keys | self._differing(one.told, told)) for one, keys in zip(froms, concerned, strict=True)]
        known = {band.stages: band for shown in now.pages for band in shown.page.bands}
        pages = []
        for number, (given, origins) in enumerate(zip(self.fit.pages, moved.origins, strict=True)):
            bands = [
                self._band(stages, fitted.stages, (known, start.pages[page].page.bands[band]), fresh)
                for fitted, (page, band) in zip(given.bands, origins, strict=True)
            ]
            old = [one.pages[number].page for one, _ in fresh if one.is_like(self._journey.head, self.fit)]
            pages.append(self._page(bands, number, given, old))
        self._show(pages, [self._past(number, origins[0][0], froms) for number, origins in enumerate(moved.origins)])

    def _band(
        self,
        stages: Sequence[str],
        run: Run | None,
        known: tuple[Mapping[tuple[str, ...], Band], Band],
        fresh: Sequence[tuple[Standing, frozenset[str]]],
    ) -> Band:
        """A band as it is now: the one of just before, or of where what is tried began, where nothing concerns it."""
        keys = tuple(stages if run is None else stages[slice(*run)])
        before, origin = known[0].get(keys), known[1]
        for band, (standing, concerned) in zip((before, origin), fresh, strict=False):
            if band is None or band.stages != keys or not concerned.isdisjoint(keys):
                continue
            count = len(standing.reading.stages)
            if _at_ends(run, len(stages)) == _at_ends(band.sheet.window, count):
                return (
                    band if band.sheet.window == run else band.counted_anew(dataclasses.replace(self._base, window=run))
                )
        memory = (before or origin).memory if fresh else None
        return measure_band(dataclasses.replace(self._base, window=run), memory)

    def _page(self, bands: Sequence[Band], number: int, given: PageFit, old: Sequence[Page]) -> Page:
        """A page of bands: an old one where it has the same bands."""
        for page in old:
            same = len(bands) == len(page.bands) and all(map(operator.is_, bands, page.bands))
            if same and page.given == given:
                return page
        recall = self._base.recall
        recall.past |= recall.now
        return assemble(self._base, bands, number + 1, len(self.fit.pages), given)

    def _past(self, number: int, origin: int, froms: tuple[Standing, Standing]) -> DrawnPage | None:
        """How a page was drawn last, so that what looks as it did stays the same object."""
        now, start = froms
        shown = now.pages[number] if now is not start and len(now.pages) == len(self.fit.pages) else None
        return (shown.latest if shown is not None else None) or start.pages[origin].latest

    def _show(self, pages: Sequence[Page], pasts: Sequence[DrawnPage | None]) -> None:
        """These pages from now on; those that are the same stay as they are."""
        olds = [self._pages, self._trial.start.pages] if self._trial is not None else [self._pages]
        shown: list[Shown] = []
        for number, page in enumerate(pages):
            known = (old[number] for old in olds if number < len(old) and old[number].page is page)
            past = pasts[number] if number < len(pasts) else None
            shown.append(next(known, None) or Shown(page, past))
        self._pages, self._laid = shown, None

    # -- what depends on the whole journey ----------------------------------------------------------------------------
    def _standing(self) -> Standing:
        return Standing(tuple(self._pages), self._base, self.fit, self._reading, self._head, self._told)

    def _remember(self) -> None:
        self._followed = self._journey.writes
        self._reading: ReadingOrder = self._journey.reading()
        self._head: Head = self._journey.head
        self._told = self._told_now()

    def _told_now(self) -> Told:
        """What is told in one band because of all others, each with its touchpoint; nothing where there is one band."""
        if self.fit.pages[0].bands[0].stages is None:
            return {}
        told: Told = {
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

    def _differing(self, before: Told, after: Told) -> frozenset[str]:
        """The stages in which that is not told as before."""
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
    voices = order or Quote in kinds
    felt = [record for pair in change.pairs.values() for record in pair if isinstance(record, Emotion)]
    for key in [key for key in sheet.shared if isinstance(key, tuple)]:
        name = key[0]
        kind = name[0] if isinstance(name, tuple) else ""
        if name in untrue or (kind == "hanging" and order) or (kind == "extremes" and voices):
            del sheet.shared[key]
        elif kind == "extremes" and felt:
            lane = sheet.journey.get(name[1])
            if not isinstance(lane, Lane) or not same_extremes(sheet, lane, sheet.shared[key], felt):
                del sheet.shared[key]
