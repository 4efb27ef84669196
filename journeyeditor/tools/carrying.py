"""What comes onto the canvas from outside: items of the palette, and records of the parking lot."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from journeyeditor.tools.carried_new import KINDS, NewFinding, Parked
from journeyeditor.tools.carried_rows import Personas, Rows
from journeyeditor.tools.carried_stages import Stages
from journeyeditor.tools.carried_touchpoints import Touchpoints
from journeyeditor.tools.desk import Desk, Tool
from journeyeditor.tools.dragging import Cargo, Dragging, brought
from journeyeditor.tools.events import Carry, ItemKind

MAKERS: Mapping[ItemKind, Callable[[Desk], Cargo]] = {
    "stage": Stages.another,
    "touchpoint": Touchpoints.another,
    "persona": Personas.another,
}


def carried(home: Tool, event: Carry, desk: Desk) -> Tool:
    """It is in the hand now; the state is `home` again when it was let go or carried out."""
    cargo = _cargo(event, desk)
    if cargo is None:
        return home
    return Dragging(home, cargo, brought=brought(event)).to(event, desk)


def _cargo(event: Carry, desk: Desk) -> Cargo | None:
    item = event.item
    if item in KINDS:
        return NewFinding.of(item) if item != "entry" else None
    if item in {"lane", "line"}:
        return Rows.another(item, event.detail, desk)
    if item == "parked":
        return Parked.of(event.records, desk)
    make = MAKERS.get(item)
    return make(desk) if make is not None else None
