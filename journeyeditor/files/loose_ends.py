"""Mends references that lead nowhere, each with a note. The table of references is the model's.

What has lost its place on the map goes to the parking lot; what has lost its stage or lane gets an empty one; only
links between two things, one of which is not there, are left out.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import msgspec

from journeyeditor.errors import Message, message
from journeyeditor.files.faults import named
from journeyeditor.files.notes import Notes
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.order import in_order, place_between
from journeyeditor.model.records import ENTRY_LANES, Channel, Entry, Lane, Line, Persona, Record, Stage
from journeyeditor.model.references import REFERENCES, Reference, field_value, with_field

Kinds = dict[type[Record], list[Any]]

_NO_STAGE = message("The stage of “{title}” is not in the file; an empty one stands in its place.")
_NO_LANE = message("The lane of “{title}” is not in the file; a free one stands in its place.")
_WRONG_LANE = message("The lane of “{title}” holds no texts of its own; a free one was made for them.")
_PARKED = message("“{title}” hung on a step that is not in the file; it lies in the parking lot now.")
_SHORTER = message("“{title}” reached to a step that is not in the file; it hangs on the other end alone now.")
_NO_PERSONA = message("“{title}” named a persona that is not in the file.")
_NO_CHANNEL = message("“{title}” named a channel that is not in the file.")
_NO_EDGE = message("A link from “{source}” to “{target}” was left out: one of them is not in the file.")


class LooseEnds:
    """One mending of the records of one file, which are changed in place, kind by kind."""

    def __init__(self, kinds: Kinds, notes: Notes) -> None:
        self.kinds = kinds
        self.notes = notes
        self.ids = {kind: {record.id for record in some} for kind, some in kinds.items()}
        self.ids[Channel] = self.ids.get(Channel, set()) | BUILT_IN_CHANNELS.keys()
        self.homes: dict[tuple[type[Record], str], str] = {}

    def mend(self) -> None:
        """Goes through every kind that refers to others."""
        for kind, fields in REFERENCES.items():
            some = self.kinds.get(kind, [])
            if any(self._is_loose(some, reference) for reference in fields):
                mended = (self._mended(record, fields) for record in some)
                self.kinds[kind] = [record for record in mended if record is not None]
        self._mend_entries()

    def _allowed(self, reference: Reference) -> set[str]:
        found = [self.ids.get(kind, set()) for kind in reference.kinds]
        return found[0] if len(found) == 1 else set().union(*found)

    def _is_loose(self, some: list[Any], reference: Reference) -> bool:
        """Quick: asked for every field of every record of each file."""
        values = map(attrgetter(reference.field), some)
        allowed = self._allowed(reference)
        if not reference.many:
            return not set(values) - {None} <= allowed
        lists = {keys for keys in values if keys}
        return any(len(set(keys)) != len(keys) or not allowed.issuperset(keys) for keys in lists)

    def _mended(self, record: Any, fields: tuple[Reference, ...]) -> Any:
        """The record with its loose references mended, or None for a link that has lost an end."""
        if any(f.needed and f.field not in {"stage", "lane"} and self._lost(record, f) for f in fields):
            source, target = (str(field_value(record, f.field)) for f in fields if f.needed)
            self._note(_NO_EDGE, source=source, target=target)
            return None
        for reference in fields:
            if reference.many:
                record = self._with_list(record, reference)
            elif self._lost(record, reference):
                record = self._with_one(record, reference)
        if hasattr(record, "first") and (record.first is None) != (record.last is None):
            self._note(_SHORTER, title=named(record))
            return msgspec.structs.replace(record, first=record.first or record.last, last=record.last or record.first)
        return record

    def _lost(self, record: Any, reference: Reference) -> bool:
        value = field_value(record, reference.field)
        return not reference.many and value is not None and value not in self._allowed(reference)

    def _with_list(self, record: Any, reference: Reference) -> Any:
        keys = field_value(record, reference.field)
        allowed = self._allowed(reference)
        kept = tuple(dict.fromkeys(key for key in keys if key in allowed))
        if kept == keys:
            return record
        if len(kept) < len(set(keys)):
            self._note(_NO_PERSONA if Persona in reference.kinds else _NO_CHANNEL, title=named(record))
        return with_field(record, reference.field, kept)

    def _with_one(self, record: Any, reference: Reference) -> Any:
        value = field_value(record, reference.field)
        if reference.field == "stage":
            return with_field(record, "stage", self._home(Stage, value, record, _NO_STAGE))
        if reference.field == "lane":
            return with_field(record, "lane", self._home(Lane, value, record, _NO_LANE))
        if reference.field == "channel":
            self._note(_NO_CHANNEL, title=named(record))
        elif reference.field == "first" and self._lost_or_none(record, "last"):
            self._note(_PARKED, title=named(record))
        return with_field(record, reference.field, None)

    def _lost_or_none(self, record: Any, field: str) -> bool:
        reference = next(one for one in REFERENCES[type(record)] if one.field == field)
        return getattr(record, field) is None or self._lost(record, reference)

    def _mend_entries(self) -> None:
        lanes = {lane.id: lane for lane in self.kinds.get(Lane, [])}
        entries: list[Entry] = self.kinds.get(Entry, [])
        for index, entry in enumerate(entries):
            if lanes[entry.lane].kind not in ENTRY_LANES:
                home = self._home(Lane, entry.lane, entry, _WRONG_LANE)
                lanes[home] = self.kinds[Lane][-1] if home not in lanes else lanes[home]
                entries[index] = msgspec.structs.replace(entry, lane=home)

    def _home(self, kind: type[Stage | Lane], lost: str, record: Any, note: Message) -> str:
        """The id of the empty stage or lane for what was in `lost`, at the end of the list."""
        if (kind, lost) not in self.homes:
            self._note(note, title=named(record))
            key, number = lost, 1
            while any(key in some for some in self.ids.values()):
                number += 1
                key = f"{lost[:190]}:{number}"
            self.homes[kind, lost] = key
            self.ids.setdefault(kind, set()).add(key)
            order = self._last_order(kind)
            home = Stage(id=key, order=order) if kind is Stage else Lane(id=key, order=order, kind="free")
            self.kinds.setdefault(kind, []).append(home)
        return self.homes[kind, lost]

    def _last_order(self, kind: type[Stage | Lane]) -> str:
        listed = (Stage,) if kind is Stage else (Lane, Line)
        siblings = in_order(record for one in listed for record in self.kinds.get(one, []))
        placed = place_between(siblings, len(siblings))
        for one in listed if placed.rekeyed else ():
            self.kinds[one] = [
                msgspec.structs.replace(record, order=placed.rekeyed.get(record.id, record.order))
                for record in self.kinds.get(one, [])
            ]
        return placed.keys[0]

    def _note(self, note: Message, **arguments: str) -> None:
        self.notes.add(Message(note.text, arguments))
