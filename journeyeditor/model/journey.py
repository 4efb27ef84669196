"""The journey: one networkx graph of frozen records, written through `apply` alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar, cast

import networkx as nx

from journeyeditor.errors import StaleChange, message
from journeyeditor.model.change import Change
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.images import Images
from journeyeditor.model.order import in_order
from journeyeditor.model.records import (
    Answers,
    AnyRecord,
    Channel,
    Edge,
    Emotion,
    Flow,
    Head,
    Lane,
    Line,
    Persona,
    Record,
    Stage,
    Touchpoint,
    ends,
)

SomeRecord = TypeVar("SomeRecord", bound=Record)
EDGES = (Flow, Emotion, Answers)


class Journey:
    """A map of one customer journey.

    The truth is a `networkx.MultiDiGraph` whose nodes and edges carry one record each; a dict by id and one dict
    by kind are indexes for fast reads.
    """

    def __init__(self, head: Head, images: Images | None = None) -> None:
        self._graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self._records: dict[str, AnyRecord] = {}
        self._kinds: dict[type[Record], dict[str, AnyRecord]] = {}
        self._head_id = head.id
        self.images = images if images is not None else Images()
        self._put(head)

    @classmethod
    def of(cls, head: Head, records: Iterable[AnyRecord], images: Images | None = None) -> Journey:
        """A new journey made of these records at once, quicker than a `Change`: for one that was just read.

        The caller answers for them: every id is there once, and both ends of every edge are among the records.
        """
        journey = cls(head, images)
        kinds = journey._kinds
        for record in records:
            kinds.setdefault(type(record), {})[record.id] = record
        for kind, some in kinds.items():
            if kind in EDGES:
                continue
            journey._records.update(some)
            journey._graph.add_nodes_from((key, {"record": record}) for key, record in some.items())
        for kind in EDGES:
            for key, record in kinds.get(kind, {}).items():
                journey._records[key] = record
                journey._graph.add_edge(*ends(cast("Edge", record)), key=key, record=record)
        return journey

    # -- reading ------------------------------------------------------------------------------------------------
    @property
    def head(self) -> Head:
        """The one record that speaks of the journey as a whole."""
        return cast("Head", self._records[self._head_id])

    def get(self, key: str) -> AnyRecord | None:
        """The record of an id, or None."""
        return self._records.get(key)

    def __contains__(self, key: str) -> bool:
        return key in self._records

    def __iter__(self) -> Iterator[AnyRecord]:
        return iter(self._records.values())

    def __len__(self) -> int:
        return len(self._records)

    def all(self, kind: type[SomeRecord]) -> list[SomeRecord]:
        """All records of one kind: in their order where they have one, else by id."""
        found = cast("Iterable[SomeRecord]", self._kinds.get(kind, {}).values())
        if "order" in kind.__struct_fields__:
            return cast("list[SomeRecord]", in_order(found))
        return sorted(found, key=lambda record: record.id)

    def stages(self) -> list[Stage]:
        """The columns, from the left."""
        return self.all(Stage)

    def touchpoints(self, stage: str | None = None) -> list[Touchpoint]:
        """The touchpoints of one stage in their order, or all in reading order (stage by stage)."""
        if stage is not None:
            return in_order(t for t in self._of(Touchpoint) if t.stage == stage)
        places = {s.id: n for n, s in enumerate(self.stages())}
        return sorted(self._of(Touchpoint), key=lambda t: (places.get(t.stage, len(places)), t.order, t.id))

    def personas(self) -> list[Persona]:
        """Who travels, in their order, hidden ones included."""
        return self.all(Persona)

    def rows(self) -> list[Lane | Line]:
        """Lanes and lines together, from the top."""
        return in_order([*self._of(Lane), *self._of(Line)])

    def channel(self, key: str | None) -> Channel | None:
        """The channel of an id: the journey's own record, else the built-in one, else None."""
        if key is None:
            return None
        own = self._records.get(key)
        return own if isinstance(own, Channel) else BUILT_IN_CHANNELS.get(key)

    def emotions(self, persona: str) -> dict[str, Emotion]:
        """What one persona feels, by touchpoint id."""
        if persona not in self._graph:
            return {}
        records = [data["record"] for *_, data in self._graph.out_edges(persona, data=True)]
        return {record.touchpoint: record for record in records if isinstance(record, Emotion)}

    def flows(self, key: str | None = None) -> list[Flow]:
        """All stored flows, or those that leave one touchpoint or stage, by id."""
        return [flow for flow in self.all(Flow) if key is None or flow.source == key]

    def answered(self, opportunity: str) -> list[str]:
        """Ids of the pains that an opportunity answers."""
        return [link.pain for link in self.all(Answers) if link.opportunity == opportunity]

    def _of(self, kind: type[SomeRecord]) -> Iterable[SomeRecord]:
        return cast("Iterable[SomeRecord]", self._kinds.get(kind, {}).values())

    # -- writing ------------------------------------------------------------------------------------------------
    def apply(self, change: Change) -> None:
        """Carries out a change: the only write. Raises StaleChange, and writes nothing, if a "before" is not so.

        A change must name all that it takes along: a node that is removed while edges still hang on it is refused
        in the same way.
        """
        self._check(change)
        pairs = change.pairs.values()
        for before, _ in pairs:
            if isinstance(before, EDGES):
                self._drop(before)
        for before, after in pairs:
            if before is not None and after is None and not isinstance(before, EDGES):
                self._drop(before)
        for _, after in pairs:
            if after is not None and not isinstance(after, EDGES):
                self._put(after)
        for _, after in pairs:
            if isinstance(after, EDGES):
                self._put(after)

    def _check(self, change: Change) -> None:
        for key, (before, after) in change.pairs.items():
            if self._records.get(key) != before:
                raise StaleChange(message("The map has changed in the meantime."), message("Try the edit again."))
            if after is None and before is not None and not isinstance(before, EDGES):
                hanging = [
                    k for *_, k in (*self._graph.in_edges(key, keys=True), *self._graph.out_edges(key, keys=True))
                ]
                if key == self._head_id or any(k not in change.pairs for k in hanging):
                    raise StaleChange(message("This edit would leave loose ends."), message("Try the edit again."))

    def _put(self, record: AnyRecord) -> None:
        self._records[record.id] = record
        self._kinds.setdefault(type(record), {})[record.id] = record
        if isinstance(record, EDGES):
            self._graph.add_edge(*ends(record), key=record.id, record=record)
        else:
            self._graph.add_node(record.id, record=record)

    def _drop(self, record: AnyRecord) -> None:
        del self._records[record.id]
        del self._kinds[type(record)][record.id]
        if isinstance(record, EDGES):
            self._graph.remove_edge(*ends(record), key=record.id)
        else:
            self._graph.remove_node(record.id)
