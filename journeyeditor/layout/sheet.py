"""What every part of the poster needs to know: the journey, the paper, the type sizes and the columns."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from journeyeditor import fonts
from journeyeditor.drawing.theme import Theme
from journeyeditor.fonts import Style
from journeyeditor.layout.columns import Column, columns
from journeyeditor.layout.paper import Paper
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Lane, Persona, Touchpoint
from journeyeditor.words import Words as Speech

BODY, CAPTION, STAGE, TITLE = 9.0, 6.8, 12.2, 34.0
"""Type sizes of the drawn target, in points on A3; everything else on the sheet is in proportion to `BODY`."""
LABEL_WIDTH, LABEL_AIR, WIDEST_LABEL = 31.0, 3.6, 0.26
"""Of the column of labels: its width and the air beside its words in units, and the most of the sheet it may take."""


Made = TypeVar("Made")
Run = tuple[int, int]
"""First stage and the one after the last."""


@dataclass(frozen=True)
class BandFit:
    """What a band got: its run of stages (None = all of them) and the height of each of its rows by name, in mm."""

    stages: Run | None
    heights: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class PageFit:
    """What a page got: its bands, the heights of header, legend and footer, and what every gap grew by, in mm."""

    bands: tuple[BandFit, ...]
    frame: Mapping[str, float] = field(default_factory=dict)
    spare: float = 0.0


@dataclass(frozen=True)
class Fit:
    """What `fit` chooses: the size of body type in points, and what that made of pages, bands and rows.

    Without pages the whole map stands in one band whose rows fill the page.
    """

    body: float
    pages: tuple[PageFit, ...] = ()


class Recall:
    """What was measured when a band was laid out last, by name, each with all that it depended on.

    It is asked while a band is measured and taken away afterwards, so that what is drawn keeps nothing older alive.
    """

    def __init__(self) -> None:
        self.past: dict[object, tuple[object, Any]] = {}
        self.now: dict[object, tuple[object, Any]] = {}

    def again(self, name: object, causes: object, make: Callable[[], Made]) -> Made:
        """What `make` made last time, if the causes are the same; else what it makes now."""
        known = self.past.get(name)
        entry = known if known is not None and known[0] == causes else (causes, make())
        self.now[name] = entry
        return cast("Made", entry[1])

    def taken(self) -> dict[object, tuple[object, Any]]:
        """All that was asked for; nothing is left behind."""
        now, self.now, self.past = self.now, {}, {}
        return now


@dataclass(frozen=True, eq=False)
class Sheet:
    """One poster in the making. All lengths in mm, type in points."""

    journey: Journey
    paper: Paper
    theme: Theme
    speech: Speech
    fit: Fit
    chosen: tuple[str, ...] = ()
    """Ids of the personas to show; empty = all that are not hidden."""
    window: tuple[int, int] | None = None
    """First stage and the one after the last, where only a run of stages is shown; None = all."""
    widths: tuple[float, ...] = ()
    """Widths of the stages in mm where they are given, as for a poster to stick notes on; empty = by touchpoints."""
    shared: dict[object, Any] = field(default_factory=dict)
    """What was worked out for the whole journey and is the same on each of its bands; the key says for whom."""
    own: dict[object, Any] = field(default_factory=dict, init=False)
    """What was worked out for this sheet alone; see `once`."""
    recall: Recall = field(default_factory=Recall, init=False)

    @property
    def unit(self) -> float:
        """How long one millimetre of the drawn target is here: all distances are multiples of it."""
        return self.fit.body / BODY

    def once(self, name: object, make: Callable[[], Made]) -> Made:
        """What is worked out once for this sheet."""
        if name not in self.own:
            self.own[name] = make()
        return cast("Made", self.own[name])

    def common(self, name: object, make: Callable[[], Made]) -> Made:
        """What is worked out once for the journey and those who are shown, for all bands."""
        key = (name, id(self.journey), self.chosen)
        if key not in self.shared:
            self.shared[key] = make()
        return cast("Made", self.shared[key])

    @functools.cached_property
    def grid(self) -> tuple[tuple[float, float, bool], ...]:
        """What cards depend on of the columns: where each begins, how wide it is, and whether it is a blind spot."""
        return tuple((column.x, column.width, column.stage.blind_spot is not None) for column in self.columns)

    def reading_order(self) -> tuple[list[Touchpoint], dict[str, int]]:
        """All touchpoints of the journey as they are read, and the number of each by id."""

        def count() -> tuple[list[Touchpoint], dict[str, int]]:
            order = self.journey.reading().touchpoints
            return order, {touchpoint.id: number for number, touchpoint in enumerate(order)}

        return self.common("order", count)

    # -- type -----------------------------------------------------------------------------------------------------
    def style(self, size: float, *, bold: bool = False, italic: bool = False) -> Style:
        """Type of a size in points, in the journey's language."""
        name = (size, bold, italic)
        if name not in self.own:
            self.own[name] = Style(size, bold=bold, italic=italic, language=self.journey.head.language)
        return cast("Style", self.own[name])

    def caption(self, *, bold: bool = False, italic: bool = False) -> Style:
        """The smallest type; raised to the paper's least before anything shrinks."""
        return self.style(self.caption_size, bold=bold, italic=italic)

    @functools.cached_property
    def caption_size(self) -> float:
        """Points."""
        return max(CAPTION * self.unit, min(self.paper.least_type, self.fit.body))

    def body(self, *, bold: bool = False, italic: bool = False) -> Style:
        """Cards, touchpoints, lane labels, quotes."""
        return self.style(self.fit.body, bold=bold, italic=italic)

    def stage(self, *, bold: bool = True) -> Style:
        """Stage names, persona names, values of measures."""
        return self.style(STAGE * self.unit, bold=bold)

    # -- places ---------------------------------------------------------------------------------------------------
    @property
    def left(self) -> float:
        """Left end of what is printed."""
        return self.paper.margins[0]

    @property
    def right(self) -> float:
        """Right end of what is printed."""
        return self.paper.width - self.paper.margins[2]

    @functools.cached_property
    def label_width(self) -> float:
        """The column of lane labels at the left: wider where a title's longest word asks for it."""
        whole = self.right - self.left
        if self.widths:
            return whole - sum(self.widths)
        lanes = [lane for lane in self.journey.all(Lane) if not lane.hidden]
        titles = [lane.title or self.speech.term("lane", lane.kind) for lane in lanes]
        word = max((fonts.longest_word(title, self.body(bold=True)) for title in titles), default=0.0)
        wanted = min(word + LABEL_AIR * self.unit, WIDEST_LABEL * whole)
        return max(min(LABEL_WIDTH * self.unit, 0.16 * whole), wanted)

    @property
    def map_left(self) -> float:
        """Where the first stage begins."""
        return self.left + self.label_width

    @functools.cached_property
    def columns(self) -> tuple[Column, ...]:
        """One for every stage, from the left; together they fill the map's width."""
        return columns(self, self.map_left, self.right - self.map_left)

    @functools.cached_property
    def centres(self) -> dict[str, float]:
        """x of every touchpoint's middle, by id."""
        return {slot.touchpoint.id: slot.x for column in self.columns for slot in column.slots}

    @functools.cached_property
    def slot_widths(self) -> dict[str, float]:
        """Width of every touchpoint's slot, by id."""
        return {slot.touchpoint.id: slot.width for column in self.columns for slot in column.slots}

    # -- who travels ------------------------------------------------------------------------------------------------
    @functools.cached_property
    def personas(self) -> tuple[Persona, ...]:
        """Those who are shown, in their order."""
        everyone = self.journey.personas()
        if self.chosen:
            return tuple(persona for persona in everyone if persona.id in self.chosen)
        return tuple(persona for persona in everyone if not persona.hidden)

    def concerns(self, personas: Sequence[str]) -> bool:
        """True if something said of these personas (none = everyone) is to be shown."""
        return not personas or any(persona.id in personas for persona in self.personas)
