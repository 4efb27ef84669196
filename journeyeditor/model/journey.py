"""The journey: one networkx graph of frozen records, written through `apply` alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from journeyeditor.errors import BadInput, StaleChange, message
from journeyeditor.model.change import Change
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.images import Images
from journeyeditor.model.records import Answers, AnyRecord, Channel, Emotion, Flow, Head, ends
from journeyeditor.model.references import Referrers, derived_id, references
from journeyeditor.model.rules import KINDS
from journeyeditor.model.view import JourneyView

EDGES = (Flow, Emotion, Answers)
Listener = Callable[[Change], None]


class Journey(JourneyView):
    """A map of one customer journey: what `JourneyView` reads, and the one door by which it is written."""

    def __init__(self, head: Head, images: Images | None = None) -> None:
        super().__init__(head.id)
        self.images = images if images is not None else Images()
        self._referrers: Referrers | None = None
        self._listeners: list[Listener] = []
        self.writes = 0
        """How many changes it has been given: whoever remembers something of it sees whether that may be old."""
        self._put(head)

    @classmethod
    def of(cls, head: Head, records: Iterable[AnyRecord], images: Images | None = None) -> Journey:
        """A new journey made of these records at once, quicker than a `Change`: for one that was just read.

        The caller answers for them: `rules.broken_rules` finds nothing in the head and the records together.
        """
        journey = cls(head, images)
        kinds = journey._kinds
        for kind, run in groupby(records, type):
            kinds.setdefault(kind, {}).update({record.id: record for record in run})
        for some in kinds.values():
            journey._records.update(some)
        return journey

    def referrers(self, key: str) -> frozenset[str]:
        """Ids of the records that name this one in any of their fields."""
        if self._referrers is None:
            self._referrers = Referrers(self._records.values())
        return self._referrers.of(key)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` with every change after it was carried out; the answer, when called, ends that."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def apply(self, change: Change) -> None:
        """Carries out a change: the only write, all of it or nothing.

        Raises StaleChange if a "before" is not what the journey holds, or if the change would leave a reference to
        what is not there: it must name all that it takes along. Raises BadInput if it is not sound in itself.
        """
        if not change:
            return
        self._check(change)
        self._write(change)
        self.writes += 1
        for listener in tuple(self._listeners):
            listener(change)

    def _write(self, change: Change) -> None:
        """Edges go first and come last, for an edge without its ends cannot be."""
        nodes = [pair for pair in change.pairs.values() if not isinstance(pair[0] or pair[1], EDGES)]
        edges = [pair for pair in change.pairs.values() if isinstance(pair[0] or pair[1], EDGES)]
        for before, after in edges:
            if before is not None and not _joins_the_same(before, after):
                self._drop(before)
        for before, after in nodes:
            if after is not None:
                self._put(after, before)
            elif before is not None:
                self._drop(before)
        for before, after in edges:
            if after is not None:
                self._put(after, before if _joins_the_same(before, after) else None)

    def _check(self, change: Change) -> None:
        for key, (before, after) in change.pairs.items():
            _check_pair(key, before, after)
            if self._records.get(key) != before:
                raise StaleChange(message("The map has changed in the meantime."), message("Try the edit again."))
            if isinstance(before or after, Head) and (before is None or after is None):
                raise BadInput(message("A journey has one head, which cannot be added or taken away."))
        for key, (_, after) in change.pairs.items():
            loose = (
                not (key in BUILT_IN_CHANNELS or self.referrers(key) <= change.pairs.keys())
                if after is None
                else not all(self._leads_somewhere(change, ref.kinds, target) for ref, target in references(after))
            )
            if loose:
                raise StaleChange(message("This edit would leave loose ends."), message("Try the edit again."))

    def _leads_somewhere(self, change: Change, kinds: tuple[type, ...], target: str) -> bool:
        record = change.pairs[target][1] if target in change.pairs else self._records.get(target)
        if record is None:
            return Channel in kinds and target in BUILT_IN_CHANNELS
        return isinstance(record, kinds)

    def _put(self, record: AnyRecord, before: AnyRecord | None = None) -> None:
        self._remembered.written(before, record)
        self._records[record.id] = record
        self._kinds.setdefault(type(record), {})[record.id] = record
        if self._referrers is not None:
            if before is not None:
                self._referrers.remove(before)
            self._referrers.add(record)
        if self._made is None:
            return
        if isinstance(record, EDGES):
            self._made.add_edge(*ends(record), key=record.id, record=record)
        else:
            self._made.add_node(record.id, record=record)

    def _drop(self, record: AnyRecord) -> None:
        self._remembered.written(record, None)
        del self._records[record.id]
        del self._kinds[type(record)][record.id]
        if self._referrers is not None:
            self._referrers.remove(record)
        if self._made is None:
            return
        if isinstance(record, EDGES):
            self._made.remove_edge(*ends(record), key=record.id)
        else:
            self._made.remove_node(record.id)


def _joins_the_same(before: AnyRecord | None, after: AnyRecord | None) -> bool:
    """True for an edge that stays between its ends."""
    if not isinstance(before, EDGES) or not isinstance(after, EDGES):
        return False
    return ends(before) == ends(after)


def _check_pair(key: str, before: AnyRecord | None, after: AnyRecord | None) -> None:
    """Raises BadInput unless the pair speaks of one record of one known kind, under its own id."""
    sound = not (before is None and after is None)
    for record in (before, after):
        if record is not None:
            sound = sound and type(record) in KINDS and record.id == key
            sound = sound and derived_id(record) in {None, key}
    if before is not None and after is not None:
        sound = sound and type(before) is type(after)
    if not sound:
        raise BadInput(message("This edit is not well formed."))
