"""A graph that was filled at once is the graph that networkx's own calls make."""

from __future__ import annotations

import gc

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.model.bulk import fill_edges, fill_nodes
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import AnyRecord, Emotion, Flow, Head, Persona, Stage, Touchpoint, emotion_id

NAMES = st.sampled_from("abcde")


@given(st.lists(NAMES, unique=True), st.data())
def test_it_is_the_graph_of_single_calls(names: list[str], data: st.DataObject) -> None:
    ends = st.sampled_from(names) if names else st.nothing()
    keys = data.draw(st.lists(st.tuples(ends, ends, st.sampled_from("xyz")), unique_by=lambda edge: edge))
    quick: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    slow: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    fill_nodes(quick, {name: name.upper() for name in names})
    fill_edges(quick, [(edge, "".join(edge)) for edge in keys])
    for name in names:
        slow.add_node(name, record=name.upper())
    for source, target, key in keys:
        slow.add_edge(source, target, key=key, record=f"{source}{target}{key}")
    assert list(quick.nodes(data=True)) == list(slow.nodes(data=True))
    assert list(quick.edges(keys=True, data=True)) == list(slow.edges(keys=True, data=True))
    assert list(quick.in_edges(keys=True, data=True)) == list(slow.in_edges(keys=True, data=True))
    for graph in (quick, slow):
        graph.remove_nodes_from(names[:1])
        graph.add_edge("new", "end", key="k", record="r")
    assert list(quick.edges(keys=True, data=True)) == list(slow.edges(keys=True, data=True))
    assert nx.utils.graphs_equal(quick, slow)


def test_what_was_asked_before_is_worked_out_again() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    fill_nodes(graph, {"a": 1})
    assert list(graph.nodes) == ["a"]
    assert list(graph.edges) == []
    fill_nodes(graph, {"b": 2})
    fill_edges(graph, [(("a", "b", "k"), 3)])
    assert list(graph.nodes) == ["a", "b"]
    assert list(graph.edges(keys=True)) == [("a", "b", "k")]
    assert graph.adj["a"]["b"]["k"]["record"] == graph.pred["b"]["a"]["k"]["record"] == 3


def test_a_journey_of_records_answers_as_one_that_was_written_to() -> None:
    records: list[AnyRecord] = [
        Stage(id="s", order="a0"),
        Emotion(id=emotion_id("p", "t"), persona="p", touchpoint="t", value=1.0),
        Touchpoint(id="t", stage="s", order="a0"),
        Flow(id="f", source="t", target="s"),
        Persona(id="p", order="a0"),
        Flow(id="g", source="t", target="s"),
    ]
    journey = Journey.of(Head(id="h"), records)
    assert journey.emotions("p") == {"t": records[1]}
    assert journey.flows("t") == [records[3], records[5]]
    assert sorted(one.id for one in journey) == sorted(["h", *(one.id for one in records)])


def test_the_search_for_dead_cycles_passes_records_by() -> None:
    assert not gc.is_tracked(Stage(id="s", order="a0"))
