"""Laws of every gesture: Escape gives everything back, nothing ever raises, at most one step comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyeditor.model.journey import Journey
from journeyeditor.tools.connecting import Connecting
from journeyeditor.tools.desk import Tool
from journeyeditor.tools.events import (
    Carry,
    DoublePress,
    Escape,
    Event,
    ItemKind,
    Leave,
    Modifiers,
    Move,
    Press,
    Release,
)
from journeyeditor.tools.pencil import Pencilling
from journeyeditor.tools.pointing import Pointing
from tests.edits.samples import assert_sound, contents, empty, full, small, steady_ids
from tests.tools.fake_desk import Hand

Start = Callable[[Hand], object]
HEAD = (20.0, 130.0)
STARTS: dict[str, tuple[Start, Tool]] = {
    "a marquee": (lambda hand: hand.press((1.0, 290.0)), Pointing()),
    "a stage": (lambda hand: hand.press("s0"), Pointing()),
    "stages": (lambda hand: hand.click("s0").hold(shift=True).click("s2").hold().press("s2"), Pointing()),
    "a touchpoint": (lambda hand: hand.press("t0"), Pointing()),
    "a copy": (lambda hand: hand.hold(control=True).press("t0"), Pointing()),
    "a pain": (lambda hand: hand.press("pain0"), Pointing()),
    "a copied pain": (lambda hand: hand.hold(control=True).press("pain1"), Pointing()),
    "a text": (lambda hand: hand.press("e0"), Pointing()),
    "several findings": (
        lambda hand: hand.click("e0").hold(shift=True).click("pain2").hold().press("pain2"),
        Pointing(),
    ),
    "a lane": (lambda hand: hand.press(HEAD), Pointing()),
    "a persona": (lambda hand: hand.press("p0"), Pointing()),
    "a point": (lambda hand: hand.press("emotion:p0:t0"), Pointing()),
    "a flow": (lambda hand: hand.press("skip"), Pointing()),
    "an edge": (
        lambda hand: hand.press((hand.box("s0", "stage").right - 0.1, hand.box("s0", "stage").middle[1])),
        Pointing(),
    ),
    "a line": (lambda hand: hand.press("t0"), Connecting()),
    "a stroke": (lambda hand: hand.press((60.0, hand.desk.board.bands()[0].scales[0].y(0.0))), Pencilling()),
    **{
        f"a new {item}": (lambda hand, item=item: hand.carry(item, (30.0, 30.0), records=("note0",)), Pointing())  # type: ignore[misc]
        for item in get_args(ItemKind)
    },
}
WAY = [(60.0, 60.0), (150.0, 100.0), (260.0, 180.0), (330.0, 250.0), (200.0, 75.0), (-20.0, 90.0), (390.0, 150.0)]


@pytest.mark.parametrize("name", STARTS)
def test_escape_at_any_point_gives_everything_back(name: str) -> None:
    start, tool = STARTS[name]
    for moves in (0, 4):
        hand = Hand(full(), tool)
        hand.desk.persona = "p0"
        before, board = contents(hand.desk.journey), hand.desk.board.pages
        start(hand)
        for place in WAY[:moves]:
            hand.drag(place, steps=1)
        hand.escape()
        assert contents(hand.desk.journey) == before
        assert hand.desk.board.pages == board
        assert (hand.steps, hand.desk.marks, hand.desk.history.is_trying) == (0, (), False)
        hand.drag((100.0, 100.0)).release()
        assert contents(hand.desk.journey) == before, "the hand holds nothing any more"


@pytest.mark.parametrize("name", STARTS)
def test_a_gesture_is_one_step_or_none_and_undo_takes_it_back(name: str) -> None:
    start, tool = STARTS[name]
    hand = Hand(full(), tool)
    hand.desk.persona = "p0"
    before = contents(hand.desk.journey)
    start(hand)
    for place in WAY[:5]:
        hand.drag(place, steps=1)
    hand.release()
    assert not hand.desk.history.is_trying
    assert hand.desk.marks == ()
    assert hand.steps == (contents(hand.desk.journey) != before)
    assert_sound(hand.desk.journey)
    hand.desk.history.undo()
    assert contents(hand.desk.journey) == before


# -- anything at all --------------------------------------------------------------------------------------------------
MAPS: dict[str, Callable[[], Journey]] = {"empty": empty, "small": small, "full": full}
KEYS = st.builds(Modifiers, shift=st.booleans(), control=st.booleans())


def events(hand: Hand) -> st.SearchStrategy[Event]:
    """Anything that a canvas can send, mostly at places where something is."""
    boxes = [group.box for page in hand.desk.board.pages for group in page.groups if group.box is not None]
    somewhere = st.tuples(st.floats(-30, 450), st.floats(-30, 330))
    places = st.one_of(somewhere, st.sampled_from([box.middle for box in boxes])) if boxes else somewhere
    at = places.flatmap(
        lambda place: st.sampled_from([Press, Move, Move, Move, Release, DoublePress]).flatmap(
            lambda kind: st.builds(kind, st.just(place[0]), st.just(place[1]), KEYS)  # type: ignore[arg-type]
        )
    )
    carried = st.builds(
        Carry, st.floats(0, 400), st.floats(0, 300), st.sampled_from(get_args(ItemKind)),
        st.sampled_from(["", "gains", "internal", "nonsense"]),
        st.sampled_from([(), ("note0",), ("note0", "note1", "chance1"), ("t0",), ("gone",)]), KEYS,
    )  # fmt: skip
    return st.one_of(at, at, at, carried, st.just(Leave()), st.just(Escape()))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.sampled_from(sorted(MAPS)), st.sampled_from([Pointing(), Connecting(), Pencilling()]), st.data())
def test_whatever_a_hand_does_nothing_breaks(name: str, tool: Tool, data: st.DataObject) -> None:
    with steady_ids():
        hand = Hand(MAPS[name](), tool)
        before = contents(hand.desk.journey)
        hand.desk.persona = data.draw(st.sampled_from([None, *sorted(one.id for one in hand.desk.journey.personas())]))
        for event in data.draw(st.lists(events(hand), min_size=4, max_size=20)):
            hand.send(event)
        hand.escape()
        assert (hand.desk.history.is_trying, hand.desk.marks) == (False, ())
        assert_sound(hand.desk.journey)
        hand.desk.history.jump(0)
        assert contents(hand.desk.journey) == before


@pytest.mark.slow
@settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(MAPS)), st.sampled_from([Pointing(), Connecting(), Pencilling()]), st.data())
def test_whatever_a_hand_does_for_long_nothing_breaks(name: str, tool: Tool, data: st.DataObject) -> None:
    test_whatever_a_hand_does_nothing_breaks.hypothesis.inner_test(name, tool, data)
