"""Set any plain field of any record: rename, describe, hide, say whom it is for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import with_fields
from journeyeditor.edits.homes import house_pictures
from journeyeditor.edits.labels import EDIT, RENAME, label_for
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    ENTRY_LANES,
    Anchored,
    AnyRecord,
    Channel,
    Emotion,
    Entry,
    Flow,
    Lane,
    Measure,
    Persona,
    Record,
    Touchpoint,
)

NAMING: dict[type[Record], str] = {Persona: "name", Measure: "name", Flow: "label", Emotion: "words"}
"""The field that names a record, where it is neither `title` nor `text`."""

PLACES = frozenset(
    {"id", "order", "stage", "lane", "first", "last", "source", "target"}
    | {"persona", "touchpoint", "opportunity", "pain", "foreign"}
)
"""Fields that say where a record is, or what it joins: they change by moving, anchoring and connecting."""

ENDS = frozenset({"source", "target"})
"""Those of a flow alone: a quote has a source and a measure a target, which are words and numbers."""


def describe(journey: Journey, /, key: str, **fields: Any) -> Change:
    """Other values in some fields of one record, the journey's head included.

    A built-in channel gets a record of its own; a touchpoint's picture brings the lane that shows it. Raises BadInput
    for a value that cannot stand in its field.
    """
    draft = Draft(journey)
    record = _record_of(draft, key)
    for name in fields:
        if name in PLACES and not (name in ENDS and not isinstance(record, Flow)):
            raise BadInput(message("There is no field “{field}” here.", field=name), place=name)
    _set(draft, record, fields)
    _check_lane(draft, key)
    _house_picture(draft, [record], fields)
    return draft.change(label_for(EDIT, [record]))


def describe_all(journey: Journey, /, keys: Collection[str], **fields: Any) -> Change:
    """The same values in the same fields of several records, as one edit."""
    draft = Draft(journey)
    for key in keys:
        for _, after in describe(journey, key, **fields).pairs.values():
            if after is not None and after.id == key:
                draft.put(after)
    _house_picture(draft, [record for key in keys if (record := journey.get(key)) is not None], fields)
    return draft.change(label_for(EDIT, [_record_of(draft, key) for key in keys]))


def naming_field(record: AnyRecord) -> str | None:
    """The field that a record is called by, or None for lines and links."""
    named = NAMING.get(type(record))
    if named is not None:
        return named
    return next((name for name in ("title", "text") if name in record.__struct_fields__), None)


def rename(journey: Journey, key: str, text: str) -> Change:
    """Another name, title or wording. An empty one gives a lane or channel its standard word back."""
    draft = Draft(journey)
    record = _record_of(draft, key)
    field = naming_field(record)
    if field is None:
        raise BadInput(message("This has no name."))
    value = None if isinstance(record, Lane | Channel) and not text.strip() else text
    _set(draft, record, {field: value})
    return draft.change(label_for(RENAME, [record]))


def hide(journey: Journey, keys: Collection[str], hidden: bool = True) -> Change:
    """Hides personas and lanes, on the screen and on paper, or shows them again; nothing is lost."""
    draft = Draft(journey)
    for key in keys:
        draft.need(key, Lane, Persona)
        draft.set(key, {"hidden": hidden})
    return draft.change(message("Hide") if hidden else message("Show"))


def set_personas(journey: Journey, keys: Collection[str], personas: Sequence[str]) -> Change:
    """Says whom findings, flows and lanes are for; no persona = everyone."""
    draft = Draft(journey)
    for key in keys:
        draft.need(key, Anchored, Flow, Lane)
        draft.set(key, {"personas": tuple(dict.fromkeys(personas))})
    return draft.change(message("Choose personas"))


def _record_of(draft: Draft, key: str) -> AnyRecord:
    """The record of an id; for a built-in channel the one it would have."""
    if draft.get(key) is None and key in BUILT_IN_CHANNELS:
        return BUILT_IN_CHANNELS[key]
    return draft.find(key)


def _set(draft: Draft, record: AnyRecord, fields: Mapping[str, Any]) -> None:
    """Sets fields; a built-in channel that stays as it is gets no record."""
    new = with_fields(record, fields)
    if new != record or draft.get(record.id) is not None:
        draft.put(new)


def _house_picture(draft: Draft, records: Sequence[AnyRecord], fields: Mapping[str, Any]) -> None:
    """A lane for the picture that some of the records, given as they were, now have."""
    image = fields.get("image")
    if image is not None and any(isinstance(one, Touchpoint) and one.image != image for one in records):
        house_pictures(draft)


def _check_lane(draft: Draft, key: str) -> None:
    """Raises BadInput if a lane with texts becomes of a kind that holds none."""
    lane = draft.get(key)
    holds_none = isinstance(lane, Lane) and lane.kind not in ENTRY_LANES
    if holds_none and any(isinstance(record, Entry) for record in draft.referrers(key)):
        raise BadInput(message("This lane holds texts; another kind of lane would lose them."), place="kind")
