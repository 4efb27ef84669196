"""Measures over time: one value per date."""

from __future__ import annotations

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import checked
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Measure, Value


def set_value(journey: Journey, measure: str, date: str, value: float, sample: int | None = None) -> Change:
    """Notes what was measured on a date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`); another value of that date gives way."""
    draft = Draft(journey)
    record = draft.need(measure, Measure)
    if not date:
        raise BadInput(message("A value needs a date."))
    new = Value(**checked(Value, {"date": date, "value": value, "sample": sample}))
    others = [old for old in record.values if old.date != date]
    draft.set(measure, {"values": sorted([*others, new], key=lambda one: one.date)})
    return draft.change(message("Set value"))


def remove_value(journey: Journey, measure: str, date: str) -> Change:
    """Takes back what was measured on a date."""
    draft = Draft(journey)
    record = draft.need(measure, Measure)
    draft.set(measure, {"values": [old for old in record.values if old.date != date]})
    return draft.change(message("Remove value"))
