"""A `Change`: what one edit did, as records before and after. It is undo, recovery log and comparison in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from journeyeditor.errors import Message
from journeyeditor.model.records import AnyRecord

Pair = tuple[AnyRecord | None, AnyRecord | None]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record, before and after. The field `""` stands for the record as a whole."""

    id: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """Id -> (before, after); None means absent. `label` names the edit in the history."""

    label: Message
    pairs: Mapping[str, Pair] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.pairs)

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.label, {key: (after, before) for key, (before, after) in self.pairs.items()})

    def then(self, later: Change) -> Change:
        """This change and a later one as one; what comes back to what it was drops out."""
        merged: dict[str, Pair] = dict(self.pairs)
        for key, (before, after) in later.pairs.items():
            merged[key] = (merged[key][0], after) if key in merged else (before, after)
        return Change(self.label, {key: pair for key, pair in merged.items() if pair[0] != pair[1]})

    def fields(self) -> Iterator[FieldChange]:
        """The same change field by field, for merging two laptops' files."""
        for key, (before, after) in self.pairs.items():
            if before is None or after is None or type(before) is not type(after):
                yield FieldChange(key, "", before, after)
                continue
            for name in before.__struct_fields__:
                if (was := getattr(before, name)) != (now := getattr(after, name)):
                    yield FieldChange(key, name, was, now)


def replaced(record: AnyRecord, **fields: Any) -> AnyRecord:
    """The same record with other values in some fields."""
    return msgspec.structs.replace(record, **fields)
