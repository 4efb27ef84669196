"""The way of a persona: flows and implied steps, asked of networkx."""

from __future__ import annotations

import itertools

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.model.journey import Journey
from journeyeditor.model.records import AnyRecord, Flow, Head, Persona, Stage, Touchpoint


def journey_of(*more: AnyRecord, columns: str = "ab|c|", ends: str = "") -> Journey:
    """Stages 0, 1, 2 … with a touchpoint per letter; personas `x` and `y`."""
    records: list[AnyRecord] = [Persona(id="x", order="a0"), Persona(id="y", order="a1")]
    for number, column in enumerate(columns.split("|")):
        records.append(Stage(id=str(number), order=f"a{number}"))
        for place, letter in enumerate(column):
            records.append(Touchpoint(id=letter, stage=str(number), order=f"a{place}", ends_here=letter in ends))
    return Journey.of(Head(id="journey"), [*records, *more])


def steps(graph: nx.MultiDiGraph[str]) -> set[str]:
    return {f"{a}>{b}" if data["flow"] is None else f"{a}={b}" for a, b, data in graph.edges(data=True)}


def test_neighbours_in_reading_order_are_joined_across_stages() -> None:
    path = journey_of().path()
    assert list(path) == ["a", "b", "c"]
    assert steps(path) == {"a>b", "b>c"}
    assert path.nodes["a"]["record"].id == "a"


def test_a_stored_flow_takes_the_place_of_the_implied_step() -> None:
    path = journey_of(Flow(id="f", source="a", target="b", share=40)).path()
    assert steps(path) == {"a=b", "b>c"}
    assert path.edges["a", "b", "f"]["share"] == 40


def test_a_flow_back_does_not() -> None:
    path = journey_of(Flow(id="f", source="b", target="a")).path()
    assert steps(path) == {"a>b", "b=a", "b>c"}
    assert sorted(map(sorted, nx.simple_cycles(path))) == [["a", "b"]]


def test_nothing_follows_where_the_way_ends() -> None:
    path = journey_of(ends="b").path()
    assert steps(path) == {"a>b"}
    assert set(nx.descendants(path, "a")) == {"b"}
    assert [key for key in path if path.out_degree(key) == 0] == ["b", "c"]


def test_a_stage_is_entered_at_its_first_touchpoint_and_left_at_its_last() -> None:
    assert steps(journey_of(Flow(id="f", source="1", target="0")).path()) == {"a>b", "b>c", "c=a"}
    assert steps(journey_of(Flow(id="f", source="0", target="1")).path()) == {"a>b", "b=c"}


def test_a_stage_without_touchpoints_stands_for_itself_if_a_flow_names_it() -> None:
    path = journey_of(Flow(id="f", source="a", target="1"), columns="ab||c").path()
    assert list(path) == ["a", "b", "1", "c"]
    assert steps(path) == {"a>b", "b>1", "1>c", "a=1"}
    assert list(journey_of(columns="ab||c").path()) == ["a", "b", "c"]


def test_a_persona_takes_their_flows_and_everyones() -> None:
    journey = journey_of(
        Flow(id="f", source="a", target="b", personas=("x",)),
        Flow(id="g", source="a", target="c", personas=("y",)),
        Flow(id="h", source="c", target="a"),
    )
    assert steps(journey.path("x")) == {"a=b", "b>c", "c=a"}
    assert steps(journey.path("y")) == {"a>b", "a=c", "b>c", "c=a"}
    assert steps(journey.path()) == {"a=b", "a=c", "b>c", "c=a"}


def test_the_path_cannot_be_written_to() -> None:
    with pytest.raises(nx.NetworkXError):
        journey_of().path().add_edge("a", "c")


@settings(deadline=None, max_examples=50)
@given(
    columns=st.sampled_from(["", "abc", "a||bc|", "|ab|", "||"]),
    pairs=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=5),
    ends=st.sampled_from(["", "a", "abc"]),
)
def test_shares_and_neighbours_add_up(columns: str, pairs: list[tuple[int, int]], ends: str) -> None:
    bare = journey_of(columns=columns)
    keys = [record.id for record in bare if isinstance(record, Stage | Touchpoint)]
    flows = [
        Flow(id=f"f{n}", source=keys[a % len(keys)], target=keys[b % len(keys)], share=10.0)
        for n, (a, b) in enumerate(pairs)
    ]
    journey = journey_of(*flows, columns=columns, ends=ends)
    path = journey.path()
    assert {data["flow"].id for *_, data in path.edges(data=True) if data["flow"]} == {flow.id for flow in flows}
    assert sum(data["share"] or 0 for *_, data in path.edges(data=True)) == 10 * len(flows)
    touchpoints = journey.touchpoints()
    for before, after in itertools.pairwise(touchpoints):
        if before.stage == after.stage:
            assert path.has_edge(before.id, after.id) or before.ends_here
    assert not ends or all(data["flow"] for *_, data in path.out_edges("a", data=True)) if "a" in path else True
