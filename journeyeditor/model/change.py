"""A `Change`: what one edit did, as records before and after. It is undo, recovery log and comparison in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from journeyeditor.errors import BadInput, Message, StaleChange, message
from journeyeditor.model.plain import record_from_plain, record_to_plain
from journeyeditor.model.records import AnyRecord, Record

SomeRecord = TypeVar("SomeRecord", bound=Record)
Pair = tuple[AnyRecord | None, AnyRecord | None]


class FieldChange(msgspec.Struct, frozen=True):
    """One field of one record, before and after. The field `""` stands for the record as a whole."""

    id: str
    field: str
    before: Any
    after: Any


class Change(msgspec.Struct, frozen=True):
    """Id -> (before, after); None means absent. `label` names the edit in the history."""

    label: Message
    pairs: Mapping[str, Pair] = msgspec.field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.pairs)

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.label, {key: (after, before) for key, (before, after) in self.pairs.items()})

    def then(self, later: Change) -> Change:
        """This change and a later one as one, under this one's label; what comes back to what it was drops out.

        Raises StaleChange if the later one does not begin where this one ends.
        """
        merged: dict[str, Pair] = dict(self.pairs)
        for key, (before, after) in later.pairs.items():
            if key in merged and merged[key][1] != before:
                raise StaleChange(message("The map has changed in the meantime."), message("Try the edit again."))
            merged[key] = (merged[key][0], after) if key in merged else (before, after)
        return Change(self.label, {key: pair for key, pair in merged.items() if pair[0] != pair[1]})

    def labelled(self, label: Message) -> Change:
        """The same change under another name."""
        return replace(self, label=label)

    def added(self) -> list[AnyRecord]:
        """The records that were not there before: what to select after an edit."""
        return [after for before, after in self.pairs.values() if before is None and after is not None]

    def fields(self) -> Iterator[FieldChange]:
        """The same change field by field, for merging two laptops' files."""
        for key, (before, after) in self.pairs.items():
            if before is None or after is None or type(before) is not type(after):
                yield FieldChange(key, "", before, after)
                continue
            for name in before.__struct_fields__:
                if (was := getattr(before, name)) != (now := getattr(after, name)):
                    yield FieldChange(key, name, was, now)

    def to_plain(self) -> dict[str, Any]:
        """The change as plain builtins, for the recovery log or the wire. Pictures stay behind: only their hashes."""
        return {
            "label": _label_to_plain(self.label),
            "records": {
                key: [None if record is None else record_to_plain(record) for record in pair]
                for key, pair in self.pairs.items()
            },
        }

    @classmethod
    def from_plain(cls, plain: Any) -> Change:
        """The change of plain builtins. Raises BadInput for anything else."""
        try:
            label = _label_from_plain(plain["label"])
            records = dict(plain["records"])
            pairs = {str(key): tuple(pair) for key, pair in records.items()}
        except (KeyError, TypeError, ValueError, LookupError, AttributeError) as problem:
            raise BadInput(message("This is not an edit of a journey.")) from problem
        if any(len(pair) != 2 for pair in pairs.values()):
            raise BadInput(message("This is not an edit of a journey."))
        return cls(label, {key: (_record(before), _record(after)) for key, (before, after) in pairs.items()})


def difference(before: Iterable[AnyRecord], after: Iterable[AnyRecord], label: Message) -> Change:
    """The change that leads from one set of records to another; two `Journey`s may be given as they are."""
    was = {record.id: record for record in before}
    now = {record.id: record for record in after}
    keys = [*was, *(key for key in now if key not in was)]
    return Change(label, {key: (was.get(key), now.get(key)) for key in keys if was.get(key) != now.get(key)})


def replaced(record: SomeRecord, **fields: Any) -> SomeRecord:
    """The same record with other values in some fields."""
    return msgspec.structs.replace(record, **fields)


def _record(plain: Any) -> AnyRecord | None:
    return None if plain is None else record_from_plain(plain)


def _label_to_plain(label: Message) -> dict[str, Any]:
    arguments = {
        name: _label_to_plain(value) if isinstance(value, Message) else value for name, value in label.arguments.items()
    }
    return {"text": label.text, "arguments": arguments, "plural": label.plural, "count": label.count}


def _label_from_plain(plain: Any) -> Message:
    arguments = {
        name: _label_from_plain(value) if isinstance(value, dict) else value
        for name, value in dict(plain["arguments"]).items()
    }
    if not all(isinstance(value, str | int | float | Message) for value in arguments.values()):
        raise TypeError
    label = Message(str(plain["text"]), arguments, str(plain["plural"]), int(plain["count"]))
    for _, name, width, conversion in (*Formatter().parse(label.text), *Formatter().parse(label.plural)):
        # A gap is filled as it is: `{n:999999999}` would fill the memory.
        if width or conversion or (name is not None and name not in {*arguments, "n"}):
            raise ValueError
    label.english()
    return label
