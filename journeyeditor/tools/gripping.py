"""What a press takes into the hand once it becomes a drag."""

from __future__ import annotations

from journeyeditor.model.records import Anchored, Emotion, Flow, Lane, Line, Persona, Stage, Touchpoint
from journeyeditor.tools.carried_findings import Findings, Span
from journeyeditor.tools.carried_rows import Personas, Rows, header_personas
from journeyeditor.tools.carried_stages import Edge, Stages
from journeyeditor.tools.carried_touchpoints import Touchpoints
from journeyeditor.tools.desk import Desk, Target, Tool
from journeyeditor.tools.dragging import Cargo, Dragging
from journeyeditor.tools.events import Move, Press
from journeyeditor.tools.feeling import Point
from journeyeditor.tools.joining import Joining, can_join

ENDS = ("start", "end")


def taken(home: Tool, target: Target, press: Press, event: Move, desk: Desk) -> Tool | None:
    """The state in which what was gripped is in the hand; None for what cannot be moved."""
    record = desk.journey.get(target.record)
    if target.part == "handle" and can_join(desk.journey, target.record):
        return joined(Joining(home, target.record), event, desk)
    if isinstance(record, Flow) and target.part in ENDS:
        return joined(Joining.of_flow(home, record, "end" if target.part == "end" else "start"), event, desk)
    cargo = cargo_of(target, press, desk)
    return Dragging(home, cargo).to(event, desk) if cargo is not None else None


def joined(state: Joining, event: Move, desk: Desk) -> Joining:
    """A line that begins to follow the pointer."""
    state.show(event.x, event.y, desk)
    return state


def cargo_of(target: Target, press: Press, desk: Desk) -> Cargo | None:
    """What is carried from what was gripped; None for what cannot be moved."""
    record = desk.journey.get(target.record)
    if isinstance(record, Stage | Touchpoint):
        return _step(target, record, press, desk)
    if isinstance(record, Anchored):
        return _finding(target, press, desk)
    if isinstance(record, Emotion) and target.part == "point":
        return Point.gripped(record, press.y, desk)
    if isinstance(record, Lane | Line) and target.part == "head":
        return Rows.gripped(target.record, desk)
    if isinstance(record, Persona) and _is_in_header(target.record, press, desk):
        return Personas.gripped(target.record, desk)
    return None


def _step(target: Target, record: Stage | Touchpoint, press: Press, desk: Desk) -> Cargo | None:
    if isinstance(record, Touchpoint):
        return Touchpoints.gripped(record.id, desk) if target.role != "image" else None
    if target.part == "edge":
        return Edge.gripped(record.id, press, desk)
    return Stages.gripped(record.id, desk) if target.role == "stage" else None


def _finding(target: Target, press: Press, desk: Desk) -> Cargo | None:
    if target.part in {"near", "far"}:
        return Span.gripped(target.record, desk, far=target.part == "far")
    return Findings.gripped_at(target.record, press.x, press.y, desk) if target.role != "callout" else None


def _is_in_header(persona: str, press: Press, desk: Desk) -> bool:
    """On their portrait, not on their name beside the curve."""
    return any(key == persona and box.contains(press.x, press.y) for key, box in header_personas(desk.board))
