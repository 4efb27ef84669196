"""An opportunity in the hand meets the pain under it, however the map makes room meanwhile."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from journeyeditor.geometry import Box
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import keys_between
from journeyeditor.model.records import (
    AnyRecord,
    Head,
    Lane,
    Opportunity,
    Pain,
    Stage,
    Touchpoint,
)
from journeyeditor.tools.marks import Glow
from tests.tools.fake_desk import Hand

WORDS = "answers the telephone before anybody has to wait for it, and says when it will be done"
PHASES = (Phase.explicit, Phase.generate)


def restless() -> Journey:
    """Opportunities above the pains: wherever one of them is held the pains move."""
    orders = keys_between(None, None, 6)
    records: list[AnyRecord] = [
        Lane(id=kind, order=order, kind=kind)  # type: ignore[arg-type]
        for kind, order in zip(("touchpoints", "opportunities", "pains"), orders, strict=False)
    ]
    for n, order in enumerate(orders):
        records += [
            Stage(id=f"s{n}", order=order, title=f"Stage {n}"),
            Touchpoint(id=f"t{n}", stage=f"s{n}", order=order, title=f"Step {n}"),
            Pain(id=f"pain{n}", first=f"t{n}", last=f"t{n}", text=f"Waits, number {n}"),
            Opportunity(id=f"chance{n}", first=f"t{n}", last=f"t{n}", text=f"{WORDS}. " * (1 + n % 3)),
        ]
    return Journey.of(Head(id="journey", title="Restless"), records)


def pains_at(hand: Hand, x: float, y: float, *, own: bool) -> list[str]:
    """Pains whose card is at a place: their own place, or where they are seen."""
    board = hand.desk.ground if own else hand.desk.board
    pains = [one.id for one in hand.desk.journey.all(Pain)]
    return [key for key in pains if any(box.contains(x, y) for box in board.boxes(key, "pain"))]


def aimed(hand: Hand) -> str:
    landing = getattr(hand.tool, "landing", None)
    return landing.aim.pain if getattr(landing, "aim", None) is not None else ""


def begin(hand: Hand, item: str) -> None:
    if item == "new":
        hand.carry("opportunity", (2.0, 2.0))
    else:
        hand.press(item)


def test_the_pains_do_move_here() -> None:
    hand = Hand(restless())
    before = hand.box("pain3", "pain")
    hand.press("chance2").drag("t3")
    assert abs(hand.box("pain3", "pain").y - before.y) > before.height / 4


@pytest.mark.parametrize("item", ["chance2", "new"])
@pytest.mark.parametrize("steps", [1, 2, 5, 11])
@pytest.mark.parametrize("pain", ["pain0", "pain3", "pain5"])
def test_dropped_in_the_middle_of_a_pain_as_it_was_it_answers_that(item: str, steps: int, pain: str) -> None:
    hand = Hand(restless())
    place = hand.box(pain, "pain").middle
    begin(hand, item)
    hand.drag(place, steps=steps)
    assert aimed(hand) == pain
    assert hand.marks(Glow)
    assert hand.desk.hint
    assert hand.desk.hint.how
    assert hand.desk.hint.how.english() == "It answers this pain point"
    known = {one.id for one in hand.desk.journey.all(Opportunity)} if item != "new" else set()
    hand.release()
    answers = {one.id for one in hand.desk.journey.all(Opportunity) if pain in hand.desk.journey.answered(one.id)}
    assert answers == ({item} if item != "new" else set(hand.desk.selection))
    assert answers <= known or item == "new"


@pytest.mark.parametrize("item", ["chance2", "new"])
def test_a_pain_met_where_it_is_seen_stays_the_aim_in_its_old_and_new_place(item: str) -> None:
    hand = Hand(restless())
    begin(hand, item)
    hand.drag("t3")
    seen = hand.box("pain3", "pain")
    own = hand.desk.ground.boxes("pain3", "pain")[0]
    bare = [y for n in range(41) if not own.y <= (y := seen.y + 0.02 + (seen.height - 0.04) * n / 40) <= own.bottom]
    for y in (bare or [seen.middle[1]])[:3]:
        hand.drag((seen.middle[0], y), steps=1)
        assert aimed(hand) == "pain3"
    hand.drag((seen.x + 0.2, hand.y), steps=3)
    assert aimed(hand) == "pain3", "it moved away in the preview, and is meant all the same"
    hand.drag(own.middle, steps=1)
    assert aimed(hand) == "pain3"
    hand.release()
    assert any("pain3" in hand.desk.journey.answered(one.id) for one in hand.desk.journey.all(Opportunity))


@pytest.mark.parametrize("item", ["chance0", "new"])
def test_on_no_pain_the_hint_says_so_and_nothing_is_linked(item: str) -> None:
    hand = Hand(restless())
    begin(hand, item)
    hand.drag("t3")
    assert hand.desk.hint
    assert hand.desk.hint.how
    assert hand.desk.hint.how.english().startswith(
        "On a pain point it answers that" if item != "new" else "Let it go over a touchpoint, a stage or the pain point"
    )
    hand.release()
    assert not any(hand.desk.journey.answered(one.id) for one in hand.desk.journey.all(Opportunity))


@settings(max_examples=40, deadline=None, phases=PHASES)
@given(
    st.sampled_from(["chance0", "chance2", "chance5", "new"]),
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=6),
)
def test_what_is_shown_when_the_hand_lets_go_is_what_happens(item: str, way: list[tuple[float, float]]) -> None:
    hand = Hand(restless())
    area = Box.around([box for n in range(6) for box in hand.desk.board.boxes(f"pain{n}", "pain")]).grown(12)
    begin(hand, item)
    for across, down in way:
        x, y = area.x + across * area.width, area.y + down * area.height
        before, seen = aimed(hand), pains_at(hand, x, y, own=False)
        hand.drag((x, y), steps=1)
        own = pains_at(hand, hand.x, hand.y, own=True)
        if own:
            assert aimed(hand) in own, "a pain is met in its own place"
        elif before and before in seen:
            assert aimed(hand) == before, "and stays met where the hand saw it as it went there"
        elif seen:
            assert aimed(hand) in {before, *seen}, "else where it is seen, but for one that was met and is still meant"
        now = aimed(hand)
        hand.drag((hand.x, hand.y), steps=2)
        assert aimed(hand) == now, "a hand that rests keeps it"
    aim = aimed(hand)
    hand.release()
    linked = {pain for one in hand.desk.journey.all(Opportunity) for pain in hand.desk.journey.answered(one.id)}
    assert linked == ({aim} if aim else set())
