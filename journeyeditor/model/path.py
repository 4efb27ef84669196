"""The path through a journey, as a graph to be asked: who can get where, where do they turn back, where do they stop?

Nodes are touchpoints, by id, in reading order, each with its `record`. Edges are the stored flows, each under its own
id with its `flow` and `share`, and the implied steps under `implied:<from>:<to>` with `flow=None` and `share=None`.

- A stage as the end of a flow is entered at its first touchpoint and left at its last. A stage without touchpoints
  stands for itself: it is a node, in its place in the reading order, but only if a flow names it.
- Neighbours in reading order are joined by an implied step, unless a flow leads from the one to the other (a flow that
  leads back does not count), or the customer's way may end at the first of the two (`ends_here`).
- A persona's path has the flows of that persona and those of everyone; the path of everyone has all flows.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import Flow, Touchpoint

if TYPE_CHECKING:
    import networkx as nx


def concerns(personas: tuple[str, ...], persona: str | None) -> bool:
    """Whether what is noted for these personas (none = everyone) belongs to one persona's map (None = everyone's)."""
    return persona is None or not personas or persona in personas


def path_through(reading: ReadingOrder, flows: Iterable[Flow], persona: str | None = None) -> nx.MultiDiGraph[str]:
    """The path of one persona, or of everyone, as a frozen graph."""
    from journeyeditor.model.network import nx  # noqa: PLC0415 - loaded when it is first asked

    taken = [flow for flow in flows if concerns(flow.personas, persona)]
    named = {end for flow in taken for end in (flow.source, flow.target)}
    steps = reading.steps(named)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for step in steps:
        graph.add_node(step.id, record=step)
    for flow in taken:
        source, target = reading.left_at(flow.source), reading.entered_at(flow.target)
        graph.add_edge(source, target, key=flow.id, flow=flow, share=flow.share)
    for step, following in pairwise(steps):
        stops = isinstance(step, Touchpoint) and step.ends_here
        if not stops and not graph.has_edge(step.id, following.id):
            key = f"implied:{step.id}:{following.id}"
            graph.add_edge(step.id, following.id, key=key, flow=None, share=None)
    nx.freeze(graph)
    return graph
