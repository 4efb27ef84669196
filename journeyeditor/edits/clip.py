"""What is copied: a selection of records with what they carry, fit for a clipboard and for another journey."""

from __future__ import annotations

import base64
from collections.abc import Collection, Mapping
from typing import Any

import msgspec

from journeyeditor.edits.deleting import take_away
from journeyeditor.edits.draft import Draft
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.journey import Journey
from journeyeditor.model.plain import record_from_plain, record_to_plain
from journeyeditor.model.records import (
    Answers,
    AnyRecord,
    Channel,
    Emotion,
    Entry,
    Finding,
    Flow,
    Head,
    Lane,
    Persona,
    Stage,
    Touchpoint,
)
from journeyeditor.model.references import pictures, references


class Clip(msgspec.Struct, frozen=True):
    """Records that were copied; lanes, channels and personas that they name without being copied; their pictures."""

    records: tuple[AnyRecord, ...]
    context: tuple[AnyRecord, ...] = ()
    images: Mapping[str, bytes] = msgspec.field(default_factory=dict)

    def to_plain(self) -> dict[str, Any]:
        """The clip as plain builtins, for a clipboard."""
        return {
            "records": [record_to_plain(record) for record in self.records],
            "context": [record_to_plain(record) for record in self.context],
            "images": [base64.b64encode(data).decode("ascii") for data in self.images.values()],
        }

    @classmethod
    def from_plain(cls, plain: Any, journey: Journey) -> Clip:
        """The clip of plain builtins; its pictures are checked by the store of the journey that it is meant for.

        Raises BadInput for anything else.
        """
        try:
            records, context = ([record_from_plain(one) for one in plain[part]] for part in ("records", "context"))
            blobs = [base64.b64decode(one, validate=True) for one in plain["images"]]
        except (KeyError, TypeError, ValueError) as problem:
            raise BadInput(message("What lies on the clipboard is not from this program.")) from problem
        if any(isinstance(record, Head) for record in (*records, *context)):
            raise BadInput(message("What lies on the clipboard is not from this program."))
        return cls(tuple(records), tuple(context), {journey.images.add(blob): blob for blob in blobs})


def copied(journey: Journey, keys: Collection[str]) -> Clip:
    """A selection, with what belongs to it.

    A stage brings its touchpoints, a lane its texts. Steps bring the findings that hang on them alone, and what is
    felt there; personas what they feel. Flows come if both their ends do, links of opportunities if one does. Raises
    BadInput if nothing in the selection can be copied.
    """
    draft = Draft(journey)
    chosen = _with_contents(draft, keys)
    edges: dict[str, AnyRecord] = {}
    for key in chosen:
        for record in draft.referrers(key):
            inside = [target in chosen for _, target in references(record)]
            if isinstance(record, Emotion | Answers) or (isinstance(record, Flow) and inside[0] and inside[1]):
                edges[record.id] = record
    if not chosen:
        raise BadInput(
            message("Nothing of this can be copied."),
            message("Choose stages, touchpoints, findings, texts, lanes or personas."),
        )
    reading = draft.reading()
    nodes = sorted(chosen.values(), key=lambda record: reading.starts(record.id) or (0, 0))
    records = (*nodes, *edges.values())
    images = {key: data for one in records for key in pictures(one) if (data := journey.images.get(key)) is not None}
    return Clip(records, tuple(_context(draft, {record.id: record for record in records})), images)


def cut(journey: Journey, keys: Collection[str]) -> tuple[Clip, Change]:
    """A selection as `copied` takes it, and the change that deletes the same records."""
    clip = copied(journey, keys)
    draft = Draft(journey)
    take_away(draft, {record.id for record in clip.records})
    return clip, draft.change(message("Cut"))


def _with_contents(draft: Draft, keys: Collection[str]) -> dict[str, AnyRecord]:
    """The nodes of a selection, with what lies in its stages and lanes and hangs on its steps alone."""
    chosen: dict[str, AnyRecord] = {}
    for key in keys:
        record = draft.find(key)
        if not isinstance(record, Head | Emotion | Flow | Answers):
            chosen[key] = record
    for key in list(chosen):
        for record in draft.referrers(key):
            inside = (isinstance(record, Touchpoint) and record.stage == key) or (
                isinstance(record, Entry) and record.lane == key
            )
            if inside:
                chosen[record.id] = record
    steps = {key for key, record in chosen.items() if isinstance(record, Stage | Touchpoint)}
    for key in sorted(steps):
        for record in draft.referrers(key):
            if isinstance(record, Finding) and {record.first, record.last} <= steps:
                chosen[record.id] = record
    return chosen


def _context(draft: Draft, chosen: Mapping[str, AnyRecord]) -> list[AnyRecord]:
    """Lanes, channels of the journey's own and personas that the chosen records name and are not among them."""
    named: dict[str, AnyRecord] = {}
    for record in chosen.values():
        for _, key in references(record):
            target = draft.get(key)
            if isinstance(target, Lane | Channel | Persona) and key not in chosen and key not in BUILT_IN_CHANNELS:
                named[key] = target
    return list(named.values())
