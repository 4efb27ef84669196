"""What every part of the poster needs to know: the journey, the paper, the type sizes and the columns."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from journeyeditor import fonts
from journeyeditor.drawing.theme import Theme
from journeyeditor.layout.columns import Column, columns
from journeyeditor.layout.fitting import BandFit, Fit, PageFit, Run
from journeyeditor.layout.paper import Paper
from journeyeditor.layout.recall import Recall
from journeyeditor.layout.type_sizes import BODY, CAPTION, STAGE, TITLE, TypeSizes
from journeyeditor.model.journey import Journey
from journeyeditor.model.naming import lane_name
from journeyeditor.model.records import Lane, Persona, Touchpoint
from journeyeditor.words import Words as Speech

__all__ = ["BODY", "CAPTION", "STAGE", "TITLE", "BandFit", "Fit", "PageFit", "Run", "Sheet"]

LABEL_WIDTH, LABEL_AIR, WIDEST_LABEL = 31.0, 3.6, 0.26
"""Of the column of labels: its width and the air beside its words in units, and the most of the sheet it may take."""


Made = TypeVar("Made")


@dataclass(frozen=True, eq=False)
class Sheet(TypeSizes):
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
        titles = [lane_name(lane, self.speech) for lane in lanes]
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
        stages = self.journey.stages()
        if self.window is not None:
            stages = stages[slice(*self.window)]
        return columns(self, stages, self.map_left, self.right - self.map_left, self.widths)

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
