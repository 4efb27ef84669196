"""The pencil: one stroke sets what a persona feels at every touchpoint that it crosses."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from journeyeditor.edits.emotions import set_emotions
from journeyeditor.errors import counted, message
from journeyeditor.layout.ground_plan import EmotionScale, SlotPlace
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.tools.carrying import carried
from journeyeditor.tools.desk import Desk, Tool
from journeyeditor.tools.dragging import Waiting
from journeyeditor.tools.events import Carry, DoublePress, Escape, Event, Leave, Modifiers, Move, Press, Release
from journeyeditor.tools.feeling import HALF_STEPS, called, slot_of_curve, snapped
from journeyeditor.tools.hints import LETS_GO
from journeyeditor.tools.marks import Hint, Pencil
from journeyeditor.tools.pointing import Pointing

NEAR = 0.25
"""A stroke that begins or ends in this part of a slot, about its middle, sets its value too."""
WHOSE = Hint(
    message("Choose a persona whose curve you draw."),
    message("Click a portrait above the map."),
)


class Pencilling(msgspec.Struct, frozen=True):
    """The pencil is in the hand and not on the paper."""

    def on(self, event: Event, desk: Desk) -> Tool:
        """The next state."""
        match event:
            case Press() | DoublePress():
                return self._begin(event, desk)
            case Move():
                desk.hover(desk.target(event.x, event.y))
            case Leave():
                desk.hover(None)
            case Escape():
                return Pointing()
            case Carry():
                return carried(self, event, desk)
        return self

    def _begin(self, event: Press | DoublePress, desk: Desk) -> Tool:
        if desk.persona is None:
            desk.show(hint=WHOSE)
            return self
        found = slot_of_curve(desk, event.x, event.y)
        band = desk.board.band_at(event.y)
        if found is None or band is None:
            return self
        scale, slot = found
        slots = tuple(one for stage in band.stages for one in stage.slots)
        stroke = Stroke(self, desk.persona, scale, slots, ((event.x, event.y),))
        if abs(event.x - slot.x) <= NEAR * slot.width:
            stroke = stroke.with_values({slot.touchpoint: snapped(scale.value(event.y), event.keys)}, desk)
        stroke.show(desk)
        return stroke


class StrokeChange(msgspec.Struct, frozen=True):
    """The values of a stroke, by touchpoint."""

    persona: str
    values: tuple[tuple[str, float], ...]

    def change(self, journey: Journey) -> Change:
        """Sets them all."""
        return set_emotions(journey, self.persona, dict(self.values))


class Stroke(msgspec.Struct, frozen=True):
    """The pencil is on the paper."""

    home: Tool
    persona: str
    scale: EmotionScale
    """The scale as it was when the stroke began: the map may grow meanwhile, and the hand means what it saw."""
    slots: tuple[SlotPlace, ...]
    """Those that it can cross."""
    points: tuple[tuple[float, float], ...]
    values: tuple[tuple[str, float], ...] = ()
    """Touchpoints that were crossed, with their values."""

    def on(self, event: Event, desk: Desk) -> Tool:
        """The next state."""
        if isinstance(event, Move):
            return self._to(event, desk)
        if isinstance(event, Leave):
            return self
        desk.show()
        if isinstance(event, Release):
            self.with_values({}, desk)
            desk.keep()
            return self.home
        desk.let_go()
        return Waiting(self.home) if isinstance(event, Escape) else self.home.on(event, desk)

    def _to(self, event: Move, desk: Desk) -> Stroke:
        crossed = self._crossed(event.x, event.y, event.keys)
        stroke = replace(self, points=(*self.points, (event.x, event.y))).with_values(crossed, desk)
        stroke.show(desk)
        return stroke

    def _crossed(self, x: float, y: float, keys: Modifiers) -> dict[str, float]:
        """Values where the line from the last point to this one crosses the middle of a slot, or rests near it."""
        x0, y0 = self.points[-1]
        found: dict[str, float] = {}
        for slot in self.slots:
            if min(x0, x) <= slot.x <= max(x0, x):
                part = (slot.x - x0) / (x - x0) if x != x0 else 1.0
                found[slot.touchpoint] = snapped(self.scale.value(y0 + part * (y - y0)), keys)
            elif abs(slot.x - x) <= NEAR * slot.width and slot.touchpoint not in dict(self.values):
                found[slot.touchpoint] = snapped(self.scale.value(y), keys)
        return found

    def with_values(self, crossed: Mapping[str, float], desk: Desk) -> Stroke:
        """The stroke with more touchpoints crossed; the curve is shown anew if that makes it another, or if it is shown
        no more."""
        values = tuple({**dict(self.values), **crossed}.items())
        is_shown = values == self.values and desk.is_trying
        if values and not is_shown and not desk.preview(StrokeChange(self.persona, values).change):
            return self
        return replace(self, values=values)

    def show(self, desk: Desk) -> None:
        """The stroke, and how many touchpoints it has crossed."""
        name = called(desk.journey, self.persona)
        what = counted("{persona}: {n} touchpoint", "{persona}: {n} touchpoints", len(self.values), persona=name)
        desk.show(Pencil(self.points, self.persona), hint=Hint(what, HALF_STEPS, LETS_GO))
