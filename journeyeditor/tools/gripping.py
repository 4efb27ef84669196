"""What a press takes into the hand once it becomes a drag."""

from __future__ import annotations

from journeyeditor.model.records import Touchpoint
from journeyeditor.tools.carried_touchpoints import Touchpoints
from journeyeditor.tools.desk import Desk, Target
from journeyeditor.tools.dragging import Cargo
from journeyeditor.tools.events import Press


def cargo_of(target: Target, press: Press, desk: Desk) -> Cargo | None:  # noqa: ARG001
    """What is carried from what was gripped; None for what cannot be moved."""
    record = desk.journey.get(target.record)
    if isinstance(record, Touchpoint) and target.part == "body":
        return Touchpoints.gripped(target.record, desk)
    return None
