"""The select tool: click, marquee, and the beginning of every drag."""

from __future__ import annotations

import math

import msgspec
from msgspec.structs import replace

from journeyeditor.edits.describing import naming_field
from journeyeditor.geometry import Box
from journeyeditor.model.records import emotion_id
from journeyeditor.tools.carrying import carried
from journeyeditor.tools.desk import Desk, Target, Tool
from journeyeditor.tools.dragging import Dragging, Waiting
from journeyeditor.tools.events import Carry, DoublePress, Escape, Event, Leave, Move, Press, Release
from journeyeditor.tools.feeling import Point
from journeyeditor.tools.gripping import joined, taken
from journeyeditor.tools.joining import Joining
from journeyeditor.tools.making import make_at
from journeyeditor.tools.marks import RubberBand
from journeyeditor.tools.marquee import caught
from journeyeditor.tools.places import found_at, touchpoint_near

NEAR = 20.0
"""Below a touchpoint's name and beside its circle, px: a double press there means the name, and no new touchpoint."""
SLACK = 4.0
"""How far a pressed hand may tremble before it drags, px."""


class Said(msgspec.Struct, frozen=True):
    """A call-out that lay where a click has set a point: a second click means its words, and no point."""

    record: str
    point: str
    """Id of the feeling that the click has set."""
    x: float
    y: float


class Pointing(msgspec.Struct, frozen=True):
    """Nothing is in the hand."""

    said: Said | None = None
    """What the click just before lay on."""

    def on(self, event: Event, desk: Desk) -> Tool:
        """The next state."""
        match event:
            case Move():
                desk.hover(desk.target(event.x, event.y))
                return self if self._is_meant(event, desk) else Pointing()
            case Leave():
                desk.hover(None)
            case Escape():
                desk.select([])
            case Press():
                return pressed(Pointing(), event, desk)
            case DoublePress():
                self._double_pressed(event, desk)
            case Carry():
                return carried(Pointing(), event, desk)
        return Pointing()

    def _double_pressed(self, event: DoublePress, desk: Desk) -> None:
        if self.said is None or not self._is_meant(event, desk) or desk.selection != (self.said.point,):
            double_pressed(event, desk)
            return
        desk.take_back()
        desk.select([self.said.record])
        desk.open_text(self.said.record, at=(event.x, event.y))

    def _is_meant(self, event: Move | DoublePress, desk: Desk) -> bool:
        said = self.said
        return said is not None and math.dist((said.x, said.y), (event.x, event.y)) <= SLACK * desk.pixel


def double_pressed(event: DoublePress, desk: Desk) -> None:
    """Opens the text of what is there, or makes what belongs there and opens that."""
    target = desk.target(event.x, event.y)
    key = target.record
    if not key:
        key = touchpoint_near(desk.board, event.x, event.y, NEAR * desk.pixel) or ""
    record = desk.journey.get(key)
    if record is None:
        make_at(event, desk)
    elif naming_field(record) is not None:
        desk.select([key])
        desk.open_text(key, target.field, at=(event.x, event.y))


def pressed(home: Tool, press: Press, desk: Desk) -> Tool:
    """The button went down: what is there is selected, what is selected may be dragged."""
    target = desk.target(press.x, press.y)
    adds = press.keys.shift or press.keys.control
    if target.record not in desk.journey:
        point = Point.new_at(press.x, press.y, desk) if not adds else None
        if point is not None:
            called = found_at(desk.board, press.x, press.y, lambda group: group.role == "callout")
            if called is not None and isinstance(home, Pointing):
                home = Pointing(Said(called[0], emotion_id(point.persona, point.touchpoint), press.x, press.y))
            return Dragging(home, point).to(press, desk)
        before = desk.selection
        if not adds:
            desk.select([])
        return OnPaper(home, press, before)
    was_selected = target.record in desk.selection
    if not was_selected:
        desk.select([target.record], keep=adds)
    return Gripping(home, press, target, was_selected)


class Gripping(msgspec.Struct, frozen=True):
    """The button is down on something; the hand has not moved yet."""

    home: Tool
    press: Press
    target: Target
    was_selected: bool
    joins: bool = False
    """A line begins here, whatever was gripped."""

    def joining(self) -> Gripping:
        """The same, of the connect tool."""
        return replace(self, joins=self.target.part == "body")

    def on(self, event: Event, desk: Desk) -> Tool:
        """The next state."""
        match event:
            case Move():
                return self._drawn(event, desk) if is_drag(self.press, event, desk) else self
            case Release():
                self._clicked(desk)
                return self.home
            case Escape():
                return Waiting(self.home)
            case Leave():
                return self
        return self.home.on(event, desk)

    def _drawn(self, event: Move, desk: Desk) -> Tool:
        if self.joins:
            return joined(Joining(self.home, self.target.record), event, desk)
        if self.target.part == "text":
            return OnPaper(self.home, self.press, ()).on(event, desk)  # it cannot be moved, and lies on bare paper
        return taken(self.home, self.target, self.press, event, desk) or Waiting(self.home)

    def _clicked(self, desk: Desk) -> None:
        """A click on something selected chooses it alone, or takes it out of what is selected."""
        if self.was_selected and (self.press.keys.shift or self.press.keys.control):
            desk.select([key for key in desk.selection if key != self.target.record])
        elif self.was_selected:
            desk.select([self.target.record])


class OnPaper(msgspec.Struct, frozen=True):
    """The button is down on bare paper: a marquee as soon as the hand moves."""

    home: Tool
    press: Press
    before: tuple[str, ...]
    """What was selected then."""
    drawn: bool = False

    def on(self, event: Event, desk: Desk) -> Tool:
        """The next state."""
        match event:
            case Move():
                if not self.drawn and not is_drag(self.press, event, desk):
                    return self
                self._catch(event, desk)
                return OnPaper(self.home, self.press, self.before, drawn=True)
            case Release():
                desk.show()
                if not self.drawn and not desk.selection:
                    desk.stand(event.x, event.y)
                return self.home
            case Escape():
                desk.show()
                desk.select(self.before)
                return Waiting(self.home)
            case Leave():
                return self
        desk.show()
        return self.home.on(event, desk)

    def _catch(self, event: Move, desk: Desk) -> None:
        box = Box(
            min(self.press.x, event.x),
            min(self.press.y, event.y),
            abs(self.press.x - event.x),
            abs(self.press.y - event.y),
        )
        adds = self.press.keys.shift or self.press.keys.control
        found = caught(desk.board, desk.journey, box)
        wanted = tuple(dict.fromkeys([*(self.before if adds else ()), *found]))
        if wanted != desk.selection:
            desk.select(wanted)
        desk.show(RubberBand(box))


def is_drag(press: Press, event: Move, desk: Desk) -> bool:
    """Whether the hand moved on purpose."""
    return math.dist((press.x, press.y), (event.x, event.y)) > SLACK * desk.pixel
