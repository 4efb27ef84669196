"""The connect tool: every press on a touchpoint or a stage begins a line."""

from __future__ import annotations

import msgspec

from journeyeditor.tools.carrying import carried
from journeyeditor.tools.desk import Desk, Tool
from journeyeditor.tools.events import Carry, Escape, Event, Press
from journeyeditor.tools.joining import can_join
from journeyeditor.tools.pointing import Gripping, Pointing, pressed


class Connecting(msgspec.Struct, frozen=True):
    """Nothing is in the hand but the wish to connect."""

    def on(self, event: Event, desk: Desk) -> Tool:
        """The next state."""
        match event:
            case Press():
                state = pressed(self, event, desk)
                joins = isinstance(state, Gripping) and can_join(desk.journey, state.target.record)
                return state.joining() if joins and isinstance(state, Gripping) else state
            case Escape():
                return Pointing()
            case Carry():
                return carried(self, event, desk)
        Pointing().on(event, desk)
        return self
