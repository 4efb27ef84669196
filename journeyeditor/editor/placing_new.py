"""Adding at the selection: where a new thing goes when it is clicked and not dragged."""

from __future__ import annotations

from typing import Any

from journeyeditor.editor.editor import Editor
from journeyeditor.edits.findings import FindingKind, add_finding
from journeyeditor.edits.lanes import add_lane, add_line
from journeyeditor.edits.notes import add_note
from journeyeditor.edits.personas import add_persona
from journeyeditor.edits.stages import add_stage
from journeyeditor.edits.touchpoints import add_touchpoint
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Anchored,
    Entry,
    Gain,
    Lane,
    Line,
    Measure,
    Note,
    Opportunity,
    Pain,
    Quote,
    Record,
    Stage,
    Touchpoint,
)
from journeyeditor.tools.events import ItemKind

FINDINGS: dict[str, FindingKind] = {
    "pain": Pain,
    "gain": Gain,
    "quote": Quote,
    "opportunity": Opportunity,
    "measure": Measure,
}


def add_here(editor: Editor, item: ItemKind, detail: str = "", **fields: Any) -> str | None:
    """Adds something at the selection, selects it, and returns its id; None if it could not be, which is told."""
    chosen = [record for key in editor.selection if (record := editor.journey.get(key)) is not None]
    last = chosen[-1] if chosen else None
    if item in FINDINGS and item != "measure" and editor.persona is not None:
        fields.setdefault("personas", (editor.persona,))
    change = editor.do(lambda journey: _wish(journey, item, detail, last, fields))
    if change is None:
        return None
    added = next((record.id for record in change.added()), None)
    if added is not None:
        editor.select([added])
    return added


def stage_of(journey: Journey, record: Record | None) -> str | None:
    """The stage that a record lies in or hangs on."""
    if isinstance(record, Stage):
        return record.id
    if isinstance(record, Touchpoint):
        return record.stage
    if isinstance(record, Anchored) and record.first is not None:
        return stage_of(journey, journey.get(record.last or record.first))
    return None


def _wish(journey: Journey, item: ItemKind, detail: str, last: Record | None, fields: dict[str, Any]) -> Change:
    if item == "stage":
        stage = stage_of(journey, last)
        keys = [one.id for one in journey.stages()]
        return add_stage(journey, None if stage is None else keys.index(stage) + 1, **fields)
    if item == "touchpoint":
        return _touchpoint(journey, last, fields)
    if item in ("lane", "line"):
        rows = [row.id for row in journey.rows()]
        row = last.lane if isinstance(last, Entry) else last.id if isinstance(last, Lane | Line) else None
        at = rows.index(row) + 1 if row in rows and row is not None else None
        kind: Any = detail
        return add_lane(journey, kind or "free", at, **fields) if item == "lane" else add_line(journey, kind, at)
    if item == "persona":
        return add_persona(journey, **fields)
    first, end = _anchor(last)
    if item == "note":
        return add_note(journey, first, end, **fields)
    return add_finding(journey, FINDINGS[item], first, end, **fields)


def _touchpoint(journey: Journey, last: Record | None, fields: dict[str, Any]) -> Change:
    stages = journey.stages()
    stage = stage_of(journey, last) or (stages[-1].id if stages else None)
    if stage is None:
        raise BadInput(message("A touchpoint needs a stage to lie in."), message("Add a stage first."))
    column = [one.id for one in journey.touchpoints(stage)]
    at = column.index(last.id) + 1 if last is not None and last.id in column else None
    if isinstance(last, Touchpoint):
        fields = {"channel": last.channel, **fields} if last.channel else fields
    return add_touchpoint(journey, stage, at, **fields)


def _anchor(last: Record | None) -> tuple[str | None, str | None]:
    """Where a finding hangs: on what is selected, or where the selected finding hangs."""
    if isinstance(last, Stage | Touchpoint):
        return last.id, None
    if isinstance(last, Anchored):
        return last.first, last.last
    return None, None


def add_to(editor: Editor, kind: type[Record], place: str) -> str | None:
    """A finding on a step, for the active persona, or a note there; its id."""
    if kind is Note:
        noted = editor.do(lambda journey: add_note(journey, place))
        return next((record.id for record in noted.added()), None) if noted is not None else None
    known = next((found for found in FINDINGS.values() if found is kind), None)
    if known is None:
        return None
    people = () if known is Measure or editor.persona is None else (editor.persona,)
    change = editor.do(lambda journey: add_finding(journey, known, place, personas=people))
    return next((record.id for record in change.added()), None) if change is not None else None
