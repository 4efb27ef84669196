"""A journey as it will be after an edit: what the edit has put and dropped so far lies over the journey as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar, cast

from journeyeditor.edits.fields import with_fields
from journeyeditor.errors import BadInput, Message, message
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.channels import lane_for
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import Ordered, in_order, place_between
from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import AnyRecord, Lane, Line, Record, Stage, Touchpoint
from journeyeditor.model.references import references
from journeyeditor.model.rules import record_problems, reference_problems

SomeRecord = TypeVar("SomeRecord", bound=Record)


class Draft:
    """Where an edit is worked out. Nothing is written; `change` gives what is other than before."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self._after: dict[str, AnyRecord | None] = {}

    # -- reading ------------------------------------------------------------------------------------------------
    def get(self, key: str) -> AnyRecord | None:
        """The record of an id as it will be, or None."""
        return self._after[key] if key in self._after else self.journey.get(key)

    def find(self, key: str) -> AnyRecord:
        """The record of an id, which must be there. Raises BadInput if it is not."""
        record = self.get(key)
        if record is None:
            raise BadInput(message("What you wanted to edit is no longer on the map."), place=key)
        return record

    def need(self, key: str, *kinds: type[SomeRecord]) -> SomeRecord:
        """The record of an id, which must be there and of one of these kinds. Raises BadInput if it is not."""
        record = self.find(key)
        if not isinstance(record, kinds):
            raise BadInput(message("This cannot be done with what you have chosen."), place=key)
        return record

    def all(self, kind: type[SomeRecord]) -> list[SomeRecord]:
        """All records of one kind: in their order where they have one, else by id."""
        found = {record.id: record for record in self.journey.all(kind)}
        for key, record in self._after.items():
            found.pop(key, None)
            if isinstance(record, kind):
                found[key] = record
        if "order" in kind.__struct_fields__:
            return cast("list[SomeRecord]", in_order(cast("Iterable[Stage]", found.values())))
        return sorted(found.values(), key=lambda record: record.id)

    def touchpoints(self, stage: str) -> list[Touchpoint]:
        """The touchpoints of one stage, in their order."""
        return [touchpoint for touchpoint in self.all(Touchpoint) if touchpoint.stage == stage]

    def reading(self) -> ReadingOrder:
        """Stages and touchpoints as they will be read."""
        return ReadingOrder(self.all(Stage), self.all(Touchpoint))

    def rows(self) -> list[Lane | Line]:
        """Lanes and lines together, from the top."""
        return in_order([*self.all(Lane), *self.all(Line)])

    def lane_of(self, channel: str | None) -> Lane | None:
        """The lane for touchpoints of a channel."""
        return lane_for(self.all(Lane), channel)

    def referrers(self, key: str) -> list[AnyRecord]:
        """The records that name this one, by id."""
        keys = {other for other in self.journey.referrers(key) if other not in self._after}
        for other, record in self._after.items():
            if record is not None and any(target == key for _, target in references(record)):
                keys.add(other)
        return [record for other in sorted(keys) if (record := self.get(other)) is not None]

    # -- drafting -----------------------------------------------------------------------------------------------
    def put(self, *records: AnyRecord) -> None:
        """These records as they will be, new or changed."""
        for record in records:
            self._after[record.id] = record

    def set(self, key: str, fields: Mapping[str, Any]) -> None:
        """Other values in some fields of a record, each checked."""
        self.put(with_fields(self.find(key), fields))

    def drop(self, keys: Iterable[str]) -> None:
        """Takes records away, each alone: `deleting.take_away` minds what hangs on them."""
        for key in keys:
            self._after[key] = None

    def place(self, siblings: Sequence[Ordered], at: int | None, count: int = 1) -> tuple[str, ...]:
        """Order keys for newcomers before the sibling at `at` (None = the end); siblings make room if they must."""
        placement = place_between(siblings, len(siblings) if at is None else at, count)
        for key, order in placement.rekeyed.items():
            self.put(replaced(self.find(key), order=order))
        return placement.keys

    # -- the outcome --------------------------------------------------------------------------------------------
    def change(self, label: Message) -> Change:
        """What is other than before, as a `Change`. Raises BadInput if a record would break a rule."""
        pairs = {key: (self.journey.get(key), after) for key, after in self._after.items()}
        pairs = {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}
        for _, after in pairs.values():
            if after is not None:
                for broken in (*record_problems(after), *reference_problems(after, self.get)):
                    raise BadInput(broken.problem, place=f"{broken.id} {broken.field}")
        return Change(label, pairs)
