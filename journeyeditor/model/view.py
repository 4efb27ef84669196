"""The reading half of a journey: every question that is answered from the records alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar, cast

import networkx as nx

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

SomeRecord = TypeVar("SomeRecord", bound=Record)
Answer = TypeVar("Answer")


class JourneyView:
    """A map of one customer journey, to be read.

    The truth is a `networkx.MultiDiGraph` whose nodes and edges carry one record each; a dict by id and one dict
    by kind are indexes for fast reads.
    """

    def __init__(self, head_id: str) -> None:
        self._graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self._records: dict[str, AnyRecord] = {}
        self._kinds: dict[type[Record], dict[str, AnyRecord]] = {}
        self._head_id = head_id
        self._answers: dict[object, Any] = {}
        """What was asked before and is still true: a layout asks the same for every band. Emptied by every write."""

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
        return list(self._once(kind, lambda: self._sorted(kind)))

    def _sorted(self, kind: type[SomeRecord]) -> list[SomeRecord]:
        found = self._of(kind)
        if "order" in kind.__struct_fields__:
            return cast("list[SomeRecord]", in_order(cast("Iterable[Stage]", found)))
        return sorted(found, key=lambda record: record.id)

    def _once(self, question: object, answer: Callable[[], Answer]) -> Answer:
        """The answer to a question, found once until something is written; nobody may change it."""
        if question not in self._answers:
            self._answers[question] = answer()
        return cast("Answer", self._answers[question])

    def stages(self) -> list[Stage]:
        """The columns, from the left."""
        return self.all(Stage)

    def touchpoints(self, stage: str | None = None) -> list[Touchpoint]:
        """The touchpoints of one stage in their order, or all in reading order (stage by stage)."""
        columns = self._once("columns", self._by_stage)
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
        return self._once("reading", lambda: ReadingOrder(self.stages(), self.touchpoints()))

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
        return dict(self._once(("emotions", persona), lambda: self._emotions(persona)))

    def _emotions(self, persona: str) -> dict[str, Emotion]:
        return {record.touchpoint: record for record in self._leaving(persona) if isinstance(record, Emotion)}

    def flows(self, key: str | None = None) -> list[Flow]:
        """All stored flows, or those that leave one touchpoint or stage, by id."""
        if key is None:
            return self.all(Flow)
        return sorted((edge for edge in self._leaving(key) if isinstance(edge, Flow)), key=lambda flow: flow.id)

    def answered(self, opportunity: str) -> list[str]:
        """Ids of the pains that an opportunity answers."""
        return sorted(link.pain for link in self._leaving(opportunity) if isinstance(link, Answers))

    def _leaving(self, key: str) -> list[AnyRecord]:
        if key not in self._graph:
            return []
        return [data["record"] for *_, data in self._graph.out_edges(key, data=True)]

    def _of(self, kind: type[SomeRecord]) -> Iterable[SomeRecord]:
        return cast("Iterable[SomeRecord]", self._kinds.get(kind, {}).values())
