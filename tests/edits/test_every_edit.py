"""Laws that hold for every edit and for any list of them."""

from __future__ import annotations

import json

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyeditor.errors import BadInput, StaleChange, message
from journeyeditor.files import load, to_bytes
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from tests.edits.edit_table import EDITS, Hand
from tests.edits.samples import SIZES, assert_sound, contents, steady_ids

QUICK = settings(deadline=None, suppress_health_check=list(HealthCheck))


def attempt(name: str, journey: Journey, data: st.DataObject) -> Change | None:
    """The change of an edit with arguments of its kind; None if it is refused with a sentence."""
    try:
        return EDITS[name](journey, Hand(journey, data.draw))
    except BadInput:
        return None


@pytest.mark.parametrize("name", EDITS)
def test_each_edit_runs_undoes_and_redoes(name: str) -> None:
    effects = 0

    @settings(QUICK, max_examples=40)
    @given(size=st.sampled_from(["full", "full", "full", "small", "empty"]), data=st.data())
    @steady_ids()
    def run(size: str, data: st.DataObject) -> None:
        nonlocal effects
        journey = SIZES[size]()
        first, graph = contents(journey), journey._graph.copy()
        change = attempt(name, journey, data)
        assert contents(journey) == first, "an edit must not write"
        if change is None:
            return
        assert change.label.english()
        assert all(before != after for before, after in change.pairs.values()), "a pair without effect"
        effects += bool(change)
        journey.apply(change)
        assert_sound(journey)
        then = contents(journey)
        assert (then != first) == bool(change)
        assert Change.from_plain(json.loads(json.dumps(change.to_plain()))) == change
        journey.apply(change.inverse())
        assert contents(journey) == first
        assert nx.utils.graphs_equal(journey._graph, graph)
        journey.apply(change)
        assert contents(journey) == then
        if change:
            with pytest.raises(StaleChange):
                journey.apply(change)
            assert contents(journey) == then

    run()
    assert effects, "the table's arguments hardly ever do anything"


@settings(QUICK, max_examples=120)
@given(size=st.sampled_from(sorted(SIZES)), data=st.data())
@steady_ids()
def test_undo_of_any_list_of_edits_is_the_first_journey(size: str, data: st.DataObject) -> None:
    journey = SIZES[size]()
    first, graph = contents(journey), journey._graph.copy()
    squashed, done = Change(message("All")), []
    for name in data.draw(st.lists(st.sampled_from(sorted(EDITS)), max_size=12)):
        change = attempt(name, journey, data)
        if change is not None:
            journey.apply(change)
            done.append(change)
            squashed = squashed.then(change)
    assert_sound(journey)
    last = contents(journey)
    loaded = load(to_bytes(journey))
    assert contents(loaded.journey) == last, "what an edit makes, a file can hold"
    assert loaded.notes == ()
    for change in reversed(done):
        journey.apply(change.inverse())
    assert contents(journey) == first
    assert nx.utils.graphs_equal(journey._graph, graph)
    journey.apply(squashed)
    assert contents(journey) == last
    assert_sound(journey)
    journey.apply(squashed.inverse())
    assert contents(journey) == first


@settings(QUICK, max_examples=40)
@given(data=st.data())
@steady_ids()
def test_a_stale_change_is_refused_and_writes_nothing(data: st.DataObject) -> None:
    journey = SIZES["full"]()
    one = attempt(data.draw(st.sampled_from(sorted(EDITS))), journey, data)
    other = attempt(data.draw(st.sampled_from(sorted(EDITS))), journey, data)
    if one is None or other is None:
        return
    journey.apply(one)
    before = contents(journey)
    if not one.pairs.keys() & other.pairs.keys():
        return
    heard: list[Change] = []
    journey.listen(heard.append)
    try:
        journey.apply(other)
    except StaleChange:
        assert contents(journey) == before
        assert heard == []
    else:
        assert all(one.pairs[key][1] == other.pairs[key][0] for key in one.pairs.keys() & other.pairs.keys())
    assert_sound(journey)
