"""The records of a journey as one graph: stages, touchpoints and the like are nodes; flows, emotions, answers edges."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from operator import attrgetter

from journeyeditor.model.bulk import fill_edges, fill_nodes
from journeyeditor.model.network import nx
from journeyeditor.model.records import Answers, AnyRecord, Emotion, Flow, Record

_JOINS: dict[type[Record], Callable[[AnyRecord], tuple[str, str, str]]] = {
    Flow: attrgetter("source", "target", "id"),
    Emotion: attrgetter("persona", "touchpoint", "id"),
    Answers: attrgetter("opportunity", "pain", "id"),
}
"""The ends of an edge, as `records.ends` gives them, and its key; quicker for many."""


def graph_of(kinds: Mapping[type[Record], Mapping[str, AnyRecord]]) -> nx.MultiDiGraph[str]:
    """The graph of these records, given by kind and id. Edges lead to records that are among them."""
    collecting = gc.isenabled()
    gc.disable()  # while so many dictionaries are made, a search for dead cycles would find nothing, again and again
    try:
        return _filled(nx.MultiDiGraph(), kinds)
    finally:
        if collecting:
            gc.enable()


def _filled(graph: nx.MultiDiGraph[str], kinds: Mapping[type[Record], Mapping[str, AnyRecord]]) -> nx.MultiDiGraph[str]:
    for kind, some in kinds.items():
        if kind not in _JOINS:
            fill_nodes(graph, some)
    for kind, joins in _JOINS.items():
        edges = kinds.get(kind, {})
        fill_edges(graph, zip(map(joins, edges.values()), edges.values(), strict=True))
    return graph
