"""Fills an empty networkx graph with many records at once.

`add_node` and `add_edge` ask for each record what is already there, whether caches must be thrown away, and copy its
attributes: half the time of a load. Here the graph's own dictionaries are written in the form that networkx documents
for its subclasses (node -> attributes; node -> neighbour -> key -> attributes, the same inner dictionary seen from
both ends). A test holds the result against a graph made by `add_node` and `add_edge`.
"""

# ruff: noqa: SLF001 - what begins with one underscore is what subclasses of a networkx graph fill

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx


def fill_nodes(graph: nx.MultiDiGraph[str], nodes: Mapping[str, object]) -> None:
    """Adds nodes that are not there yet, each with its `record`."""
    own: Any = graph
    own._node.update({key: {"record": record} for key, record in nodes.items()})
    own._succ.update({key: {} for key in nodes})
    own._pred.update({key: {} for key in nodes})
    graph.add_nodes_from(())  # makes networkx forget what it has worked out


def fill_edges(graph: nx.MultiDiGraph[str], edges: Iterable[tuple[tuple[str, str, str], object]]) -> None:
    """Adds edges that are not there yet: (source, target, key) and `record` of each. All ends are nodes already."""
    own: Any = graph
    leaving, arriving = own._succ, own._pred
    for (source, target, key), record in edges:
        neighbours = leaving[source]
        if target in neighbours:
            neighbours[target][key] = {"record": record}
        else:
            neighbours[target] = arriving[target][source] = {key: {"record": record}}
    graph.add_nodes_from(())
