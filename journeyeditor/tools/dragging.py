"""Something in the hand: the one state of every drag. What is carried says where it lands and what that changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import msgspec

from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.tools.desk import Desk, Tool
from journeyeditor.tools.events import Carry, Escape, Event, ItemKind, Leave, Modifiers, Move, Press, Release
from journeyeditor.tools.marks import Hint, Mark


class Landing(Protocol):
    """Where something would land. Two that are equal are the same place, so nothing is shown anew."""

    def change(self, journey: Journey) -> Change:
        """What letting go here would do to the map as it was. Raises BadInput if it cannot be."""

    def marks(self, desk: Desk) -> Sequence[Mark]:
        """What shows the place, on the board as it is now: with the change."""

    def drop(self, desk: Desk) -> None:
        """Lets go here, while the change is shown: keeps it, and does what goes with it."""


@runtime_checkable
class Holding(Protocol):
    """A landing that stays while the hand is still on what it was aimed at, though the preview has moved that."""

    def holds(self, x: float, y: float, keys: Modifiers, desk: Desk) -> bool:
        """Whether this is still meant at another place."""


class Cargo(Protocol):
    """What is in the hand."""

    def landing(self, x: float, y: float, keys: Modifiers, desk: Desk) -> Landing | None:
        """Where it would land if it were let go here; None where nothing would happen.

        It is decided on `desk.ground`, by this place alone: whatever way the hand came, and whatever is shown. Only a
        card that takes what is dropped on it is asked of the board too, where it is seen (`aiming`).
        """

    def in_hand(self, x: float, y: float, landing: Landing | None, desk: Desk) -> Sequence[Mark]:
        """How it looks in the hand."""

    def hint(self, desk: Desk, landing: Landing | None) -> Hint | None:
        """What the status bar says."""


Brought = tuple[ItemKind, str, tuple[str, ...]]
"""Item, detail and records of a `Carry`; while they are the same it is the same thing that is carried on."""


def brought(event: Carry) -> Brought:
    """What an event brings."""
    return event.item, event.detail, event.records


class Dragging(msgspec.Struct, frozen=True):
    """Something follows the pointer until it is let go; then the hand goes back to `home`."""

    home: Tool
    cargo: Cargo
    landing: Landing | None = None
    refusal: Hint | None = None
    """Why it cannot land where it is."""
    place: tuple[float, float, Modifiers] | None = None
    """Where the hand was last, with its keys: while it rests there nothing changes."""
    brought: Brought | None = None
    """What came onto the canvas from outside, and leaves it with the pointer."""

    def on(self, event: Event, desk: Desk) -> Tool:
        """The next state."""
        if isinstance(event, Move) or (isinstance(event, Carry) and brought(event) == self.brought):
            return self.to(event, desk)
        if isinstance(event, Release):
            return self.to(event, desk).dropped(desk)
        if isinstance(event, Leave) and self.brought is None:
            return self
        desk.let_go()
        desk.show()
        if isinstance(event, Leave):
            return self.home
        if isinstance(event, Escape):
            return Waiting(self.home)
        return self.home.on(event, desk)

    def to(self, event: Press | Move | Release | Carry, desk: Desk) -> Dragging:
        """The pointer is somewhere else; the map is shown anew only if the landing place is another."""
        place = event.x, event.y, event.keys
        rests = place == self.place
        landing = self.landing if rests or self._holds(event, desk) else self.cargo.landing(*place, desk)
        refusal = self.refusal
        if landing is None:
            refusal = None
            if self.landing is not None:
                desk.let_go()
        elif landing != self.landing or (refusal is None and not desk.is_trying):  # a key may have taken it back
            refusal = None if desk.preview(landing.change) else desk.hint
        marks = landing.marks(desk) if landing is not None and refusal is None else ()
        hint = refusal or self.cargo.hint(desk, landing)
        desk.show(*marks, *self.cargo.in_hand(event.x, event.y, landing, desk), hint=hint)
        return Dragging(self.home, self.cargo, landing, refusal, place, self.brought)

    def _holds(self, event: Press | Move | Release | Carry, desk: Desk) -> bool:
        landing: object = self.landing
        return isinstance(landing, Holding) and landing.holds(event.x, event.y, event.keys, desk)

    def dropped(self, desk: Desk) -> Tool:
        """It is let go."""
        desk.show()
        if self.landing is None or self.refusal is not None:
            desk.let_go()
        else:
            self.landing.drop(desk)
        return self.home


class Waiting(msgspec.Struct, frozen=True):
    """The hand has let go while the button is still down: nothing happens until it goes up, or Escape comes again."""

    home: Tool

    def on(self, event: Event, desk: Desk) -> Tool:
        """The next state."""
        if isinstance(event, Release | Leave):
            return self.home
        if isinstance(event, Escape):
            return self.home
        if isinstance(event, Move):
            desk.hover(desk.target(event.x, event.y))
            return self
        return self.home.on(event, desk)
