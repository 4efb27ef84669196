"""Who can get where, where do they stop, go in circles, or leave? Asked of networkx on `journey.path(persona)`.

A `Way` is the path that some personas share. Its `taken` part leaves out the steps that nobody takes: flows with a
share of 0 %, and the implied step out of a touchpoint whose flows already carry all of its customers elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec

from journeyeditor.model.journey import Journey
from journeyeditor.model.network import nx
from journeyeditor.model.records import Persona, Stage, Touchpoint

ALL = 100.0
"""All customers of a touchpoint, in per cent."""
ROUNDING = 0.5
"""How far shares may be off together: 33.4 + 33.4 + 33.4 is nobody's mistake."""

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]
SomeFact = TypeVar("SomeFact")


class Loss(NamedTuple):
    """Of the customers at a touchpoint, the share in per cent that takes none of the ways on."""

    step: str
    share: float


class Way(msgspec.Struct, frozen=True, dict=True):
    """The path that some personas share; without personas, the path of everyone."""

    personas: tuple[Persona, ...]
    path: Graph
    entrances: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Where personas enter later than at the first step: ids of touchpoints, by persona."""

    @cached_property
    def last(self) -> str | None:
        """The last step in reading order."""
        return next(reversed(list(self.path)), None)

    @cached_property
    def stated(self) -> dict[str, float]:
        """Sum of the shares of the flows out of each step that has any with a share."""
        known: Graph = nx.MultiDiGraph()
        known.add_edges_from(
            (source, target, {"share": data["share"]})
            for source, target, data in self.path.edges(data=True)
            if data["share"] is not None
        )
        return {step: float(total) for step, total in known.out_degree(weight="share") if known.out_degree(step)}

    @cached_property
    def taken(self) -> Graph:
        """The path without the steps that nobody takes."""
        graph: Graph = nx.MultiDiGraph()
        graph.add_nodes_from(self.path)
        graph.add_edges_from(
            (source, target, key) for source, target, key, data in self.path.edges(keys=True, data=True)
            if self._is_taken(source, data)
        )  # fmt: skip
        return graph

    def _is_taken(self, source: str, data: dict[str, Any]) -> bool:
        if data["flow"] is None:
            return self.stated.get(source, 0.0) < ALL
        return data["share"] is None or data["share"] > 0

    def reached_by(self, persona: str | None) -> frozenset[str]:
        """The steps that one of the personas can come to, from the first step and from where they enter."""
        entrance = self.entrances.get(persona) if persona is not None else None
        if entrance not in self._reached:
            starts = [step for step in (next(iter(self.path), None), entrance) if step is not None]
            self._reached[entrance] = frozenset(chain.from_iterable(nx.bfs_layers(self.taken, starts)))
        return self._reached[entrance]

    @cached_property
    def _reached(self) -> dict[str | None, frozenset[str]]:
        return {}

    @cached_property
    def reached(self) -> frozenset[str]:
        """The steps that any of the personas can come to."""
        return self.reached_by(None).union(*(self.reached_by(persona.id) for persona in self.personas))

    def ends_here(self, step: str) -> bool:
        """Whether the map says that the customer's way may end at this step."""
        record = self.path.nodes[step]["record"]
        return isinstance(record, Touchpoint) and record.ends_here

    def losses(self) -> list[Loss]:
        """Where customers leave, the greatest share first: all ways out have shares, and they do not add up to all."""
        unknown = {source for source, _, data in self.path.edges(data=True) if data["share"] is None}
        found = [
            Loss(step, ALL - total)
            for step, total in self.stated.items()
            if step not in unknown and total < ALL - ROUNDING
        ]
        return sorted(found, key=lambda loss: -loss.share)

    def early_losses(self) -> list[Loss]:
        """The same without the last step and those where the way may end: to end is not to leave."""
        return [loss for loss in self.losses() if loss.step != self.last and not self.ends_here(loss.step)]

    def overfull(self) -> Iterator[tuple[str, float]]:
        """Steps whose flows carry more customers away than there are, with the sum."""
        return ((step, total) for step, total in self.stated.items() if total > ALL + ROUNDING)

    def dead_ends(self) -> Iterator[str]:
        """Steps that can be reached, but from which nothing leads on although the map does not say that it ends."""
        for step, degree in self.taken.out_degree():
            if degree == 0 and step != self.last and step in self.reached and not self.ends_here(step):
                yield step

    def traps(self) -> Iterator[tuple[str, ...]]:
        """Loops that cannot be left, each in reading order."""
        places = {step: place for place, step in enumerate(self.path)}
        exits = {loss.step for loss in self.losses()}
        if self.last is not None and self.stated.get(self.last, 0.0) < ALL - ROUNDING:
            exits.add(self.last)
        for component in nx.attracting_components(self.taken):
            steps = tuple(sorted(component, key=places.__getitem__))
            turns = len(steps) > 1 or self.taken.has_edge(steps[0], steps[0])
            if turns and exits.isdisjoint(component) and not any(map(self.ends_here, steps)):
                yield steps


def ways(journey: Journey, personas: Sequence[Persona], entrances: Mapping[str, str]) -> tuple[Way, ...]:
    """The ways of these personas, one for all who share it; that of everyone if there are none.

    `entrances` are the touchpoints at which they enter, by persona.
    """
    if not personas:
        return (_way(journey, (), entrances),)
    named = [flow for flow in journey.flows() if flow.personas]
    own: dict[str, list[str]] = {persona.id: [] for persona in personas}
    for flow in named:
        for key in flow.personas:
            if key in own:
                own[key].append(flow.id)
    groups: dict[tuple[str, ...], list[Persona]] = defaultdict(list)
    for persona in personas:
        groups[tuple(own[persona.id])].append(persona)
    return tuple(_way(journey, tuple(group), entrances) for group in groups.values())


def everyone(journey: Journey) -> Way:
    """The way with all flows, whoever they are for."""
    return _way(journey, (), {})


def _way(journey: Journey, personas: tuple[Persona, ...], entrances: Mapping[str, str]) -> Way:
    path = journey.path(personas[0].id if personas else None)
    here = {persona.id: entrances[persona.id] for persona in personas if entrances.get(persona.id) in path}
    return Way(personas, path, here)


def unreached(all_ways: Iterable[Way], graph: Graph) -> list[tuple[str, ...]]:
    """The steps of a graph that nobody can come to: one group for each that nothing leads to, with what follows it.

    The first of each group is the one to look at; the others are in reading order.
    """
    lost = set(graph).difference(*(way.reached for way in all_ways))
    if not lost:
        return []
    places = {step: place for place, step in enumerate(graph)}
    rest: nx.DiGraph[Any] = nx.DiGraph(graph.subgraph(lost))
    pieces = nx.condensation(rest)
    heads = [min(pieces.nodes[n]["members"], key=places.__getitem__) for n, before in pieces.in_degree() if not before]
    groups = {head: [head] for head in sorted(heads, key=places.__getitem__)}
    root = object()
    rest.add_edges_from((root, head) for head in groups)
    group_of = {head: head for head in groups}
    for step, before in nx.bfs_predecessors(rest, root):
        if before is not root:
            group_of[step] = group_of[before]
            groups[group_of[step]].append(step)
    return [(head, *sorted(others, key=places.__getitem__)) for head, *others in groups.values()]


def by_way(all_ways: Iterable[Way], facts: Callable[[Way], Iterable[SomeFact]]) -> dict[SomeFact, tuple[Persona, ...]]:
    """What is true on some ways, with the personas it is true of; without personas where it is true of everyone."""
    everything = list(all_ways)
    found: dict[SomeFact, list[Way]] = {}
    for way in everything:
        for fact in facts(way):
            found.setdefault(fact, []).append(way)
    return {
        fact: () if len(some) == len(everything) else tuple(chain.from_iterable(way.personas for way in some))
        for fact, some in found.items()
    }


def leaving(journey: Journey, persona: str | None = None) -> tuple[tuple[Touchpoint | Stage, float], ...]:
    """Where most customers leave, as far as shares are on the map: steps with the share in per cent, greatest first.

    The last step and those where the map says that the way may end are left out: to end is not to leave. `persona`
    is an id; None = the flows of everyone taken together.
    """
    path = journey.path(persona)
    return tuple((path.nodes[loss.step]["record"], loss.share) for loss in Way((), path).early_losses())
