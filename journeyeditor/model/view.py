"""The reading half of a journey: every question that is answered from the records alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar, cast

from journeyeditor.model.channels import BUILT_IN_CHANNELS, lane_for
from journeyeditor.model.order import in_order
from journeyeditor.model.path import path_through
from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import (
    Answers,
    AnyRecord,
    Channel,
    Emotion,
    Flow,
    Head,
    Lane,
    Line,
    Persona,
    Record,
    Stage,
    Touchpoint,
)
from journeyeditor.model.remembered import COLUMNS, EMOTIONS, READING, Remembered

if TYPE_CHECKING:
    import networkx as nx

SomeRecord = TypeVar("SomeRecord", bound=Record)


class JourneyView:
    """A map of one customer journey, to be read.

    It is a `networkx.MultiDiGraph` whose nodes and edges carry one record each (`graph.py`); a dict by id and one dict
    by kind are indexes of the same records for fast reads. The graph is made of them when it is first asked, and every
    write keeps it in step from then on: no drawing asks it, and to load networkx takes longer than to draw a small map.
    """

    def __init__(self, head_id: str) -> None:
        self._made: nx.MultiDiGraph[str] | None = None
        """The graph, once it has been asked."""
        self._records: dict[str, AnyRecord] = {}
        self._kinds: dict[type[Record], dict[str, AnyRecord]] = {}
        self._head_id = head_id
        self._remembered = Remembered()

    @property
    def _graph(self) -> nx.MultiDiGraph[str]:
        if self._made is None:
            from journeyeditor.model.graph import graph_of  # noqa: PLC0415 - networkx is loaded when it is first asked

            self._made = graph_of(self._kinds)
        return self._made

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
        return list(self._remembered.once(kind, (kind,), lambda: self._sorted(kind)))

    def _sorted(self, kind: type[SomeRecord]) -> list[SomeRecord]:
        found = self._of(kind)
        if "order" in kind.__struct_fields__:
            return cast("list[SomeRecord]", in_order(cast("Iterable[Stage]", found)))
        return sorted(found, key=lambda record: record.id)

    def stages(self) -> list[Stage]:
        """The columns, from the left."""
        return self.all(Stage)

    def touchpoints(self, stage: str | None = None) -> list[Touchpoint]:
        """The touchpoints of one stage in their order, or all in reading order (stage by stage)."""
        columns = self._remembered.once(COLUMNS, (Stage, Touchpoint), self._by_stage)
        if stage is not None:
            return list(columns.get(stage, ()))
        return [touchpoint for column in columns.values() for touchpoint in column]

    def _by_stage(self) -> dict[str, list[Touchpoint]]:
        """Every stage, also one that is missing or empty, with its touchpoints."""
        columns: dict[str, list[Touchpoint]] = {stage.id: [] for stage in self.stages()}
        for touchpoint in in_order(self._of(Touchpoint)):
            columns.setdefault(touchpoint.stage, []).append(touchpoint)
        return columns

    def reading(self) -> ReadingOrder:
        """Stages and touchpoints as they are read: what comes before what, and what an anchor covers."""
        return self._remembered.once(
            READING, (Stage, Touchpoint), lambda: ReadingOrder(self.stages(), self.touchpoints())
        )

    def path(self, persona: str | None = None) -> nx.MultiDiGraph[str]:
        """The way of one persona, or of everyone, as a graph of flows and implied steps (see `path.py`)."""
        return path_through(self.reading(), self.flows(), persona)

    def personas(self) -> list[Persona]:
        """Who travels, in their order, hidden ones included."""
        return self.all(Persona)

    def rows(self) -> list[Lane | Line]:
        """Lanes and lines together, from the top."""
        return in_order([*self._of(Lane), *self._of(Line)])

    def lane_of(self, touchpoint: Touchpoint) -> Lane | None:
        """The lane that a touchpoint lies in: the first that names its channel, else the first that names none."""
        return lane_for(self.all(Lane), touchpoint.channel)

    def channel(self, key: str | None) -> Channel | None:
        """The channel of an id: the journey's own record, else the built-in one, else None."""
        if key is None:
            return None
        own = self._records.get(key)
        return own if isinstance(own, Channel) else BUILT_IN_CHANNELS.get(key)

    def emotions(self, persona: str) -> dict[str, Emotion]:
        """What one persona feels, by touchpoint id."""
        return dict(self._remembered.once(EMOTIONS, (Emotion,), self._by_persona).get(persona, {}))

    def _by_persona(self) -> dict[str, dict[str, Emotion]]:
        feelings: dict[str, dict[str, Emotion]] = {}
        for record in self._of(Emotion):
            feelings.setdefault(record.persona, {})[record.touchpoint] = record
        return feelings

    def flows(self, key: str | None = None) -> list[Flow]:
        """All stored flows, or those that leave one touchpoint or stage, by id."""
        if key is None:
            return self.all(Flow)
        if key not in self._graph:
            return []
        leaving = (data["record"] for *_, data in self._graph.out_edges(key, data=True))
        return sorted((edge for edge in leaving if isinstance(edge, Flow)), key=lambda flow: flow.id)

    def answered(self, opportunity: str) -> list[str]:
        """Ids of the pains that an opportunity answers."""
        return list(self._remembered.once("answered", (Answers,), self._by_opportunity).get(opportunity, ()))

    def _by_opportunity(self) -> dict[str, list[str]]:
        pains: dict[str, list[str]] = {}
        for link in self._of(Answers):
            pains.setdefault(link.opportunity, []).append(link.pain)
        return {opportunity: sorted(some) for opportunity, some in pains.items()}

    def _of(self, kind: type[SomeRecord]) -> Iterable[SomeRecord]:
        return cast("Iterable[SomeRecord]", self._kinds.get(kind, {}).values())
