"""Which pain an opportunity in the hand is on, though the map makes room for it meanwhile and the pains move.

A pain is met where it lies without the preview, else where it is seen. One that was met where a preview showed it
stays met as long as the hand is within its old or its new place, and on no other pain's own place: so what the hint
says when the hand lets go is what happens.
"""

from __future__ import annotations

import msgspec

from journeyeditor.drawing import Group
from journeyeditor.geometry import Box
from journeyeditor.tools.desk import Desk
from journeyeditor.tools.places import found_at


class Aim(msgspec.Struct, frozen=True):
    """A pain, and where it was when the hand met it, mm of the board."""

    pain: str
    box: Box

    def holds(self, x: float, y: float, desk: Desk) -> bool:
        """Whether a place still means this pain."""
        own = found_at(desk.ground, x, y, _is_pain)
        if own is not None:
            return own[0] == self.pain
        return any(box.contains(x, y) for box in (self.box, *desk.board.boxes(self.pain, "pain")))


def aim_at(x: float, y: float, desk: Desk) -> Aim | None:
    """The pain at a place of the board (mm); None if there is none."""
    found = found_at(desk.ground, x, y, _is_pain) or found_at(desk.board, x, y, _is_pain)
    return Aim(*found) if found is not None else None


def _is_pain(group: Group) -> bool:
    return group.role == "pain"
