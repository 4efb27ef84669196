"""A poster that follows its journey is, after every change, what a poster laid out anew with the same fit is."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from benchmarks.journeys import generated
from journeyeditor.drawing import Drawing, Words
from journeyeditor.drawing.difference import difference
from journeyeditor.edits import describing, flows, stages, touchpoints
from journeyeditor.errors import BadInput, message
from journeyeditor.layout import find_paper, poster
from journeyeditor.layout.live import Live
from journeyeditor.layout.paper import Paper
from journeyeditor.layout.poster import choose, place
from journeyeditor.layout.sheet import BandFit, Fit, PageFit
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Emotion, Pain
from tests.edits.edit_table import EDITS, Hand
from tests.edits.samples import SIZES, steady_ids

QUICK = settings(deadline=None, suppress_health_check=list(HealthCheck))
PAPER = replace(find_paper("A4"), width=420.0, height=500.0)


def fit_of(*pages: tuple[tuple[int, int], ...]) -> Fit:
    return Fit(6.0, tuple(PageFit(tuple(BandFit(run) for run in runs)) for runs in pages))


FITS = {
    "one band": None,
    "several bands": fit_of(((0, 2), (2, 3), (3, 4))),
    "several pages": fit_of(((0, 1), (1, 2)), ((2, 4),)),
}


def same(live: Live, journey: Journey, paper: Paper) -> None:
    """The drawings and plans are those of the whole, laid out anew."""
    anew = Live(journey, paper, fit=live.fit)
    for number, (is_now, should_be) in enumerate(zip(drawn(live), drawn(anew), strict=True)):
        found = difference(should_be, is_now)
        assert not found, (number, [(a.record, a.role) for a, _ in found.changed], found.added, found.removed)
        assert is_now == should_be
    assert live.plans == anew.plans


def drawn(live: Live) -> list[Drawing]:
    return [live.page(number) for number in range(live.count)]


def started(journey: Journey, fit: Fit | None) -> Live:
    live = Live(journey, PAPER, fit=fit if len(journey.stages()) == 4 else None)
    drawn(live)  # so that what is old could be kept by mistake
    return live


@pytest.mark.parametrize("kind", FITS)
def test_after_any_edits_it_is_what_the_whole_would_be(kind: str) -> None:
    @settings(QUICK, max_examples=25)
    @given(size=st.sampled_from(["full", "full", "small", "empty"]), data=st.data())
    @steady_ids()
    def run(size: str, data: st.DataObject) -> None:
        journey = SIZES[size]()
        live = started(journey, FITS[kind])
        for name in data.draw(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=6)):
            try:
                change = EDITS[name](journey, Hand(journey, data.draw))
            except BadInput:
                continue
            journey.apply(change)
            live.follow(change)
            same(live, journey, PAPER)

    run()


def rich(language: str = "en") -> Journey:
    """Everything that a real map has, over three pages of bands."""
    journey = generated(20, per_stage=3, personas=2)
    journey.apply(Change(message("test"), {journey.head.id: (journey.head, replaced(journey.head, language=language))}))
    return journey


RICH = fit_of(((0, 2), (2, 4)), ((4, 5),), ((5, 7),))


@settings(QUICK, max_examples=12)
@given(language=st.sampled_from(["en", "ar"]), data=st.data())
@steady_ids()
def test_a_rich_map_on_several_pages_follows_edits_and_their_undo(language: str, data: st.DataObject) -> None:
    journey = rich(language)
    live = Live(journey, PAPER, fit=RICH)
    drawn(live)
    for name in data.draw(st.lists(st.sampled_from(LIVELY), min_size=2, max_size=4)):
        try:
            change = EDITS[name](journey, Hand(journey, data.draw))
        except BadInput:
            continue
        for one in (change, change.inverse(), change):
            journey.apply(one)
            live.follow(one)
        same(live, journey, PAPER)


@pytest.mark.parametrize("kind", FITS)
def test_whatever_is_tried_is_what_the_whole_would_be_and_is_taken_back_as_it_was(kind: str) -> None:
    @settings(QUICK, max_examples=10)
    @given(data=st.data())
    @steady_ids()
    def run(data: st.DataObject) -> None:
        journey = SIZES["full"]()
        live = started(journey, FITS[kind])
        before, fit = drawn(live), live.fit
        live.begin_trial()
        shown = Change(message("Nothing"))
        for name in data.draw(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=4)):
            try_in_place_of(live, journey, shown, Change(message("Nothing")))
            try:
                shown = EDITS[name](journey, Hand(journey, data.draw))
            except BadInput:
                shown = Change(message("Nothing"))
            try_in_place_of(live, journey, Change(message("Nothing")), shown)
            same(live, journey, PAPER)
        try_in_place_of(live, journey, shown, Change(message("Nothing")))
        assert live.fit is fit
        assert all(one is other for one, other in zip(drawn(live), before, strict=True))

    run()


@settings(QUICK, max_examples=12)
@given(language=st.sampled_from(["en", "ar"]), data=st.data())
@steady_ids()
def test_what_is_dragged_over_a_rich_map_is_what_the_whole_would_be(language: str, data: st.DataObject) -> None:
    journey = rich(language)
    live = Live(journey, PAPER, fit=RICH)
    before = drawn(live)
    keys = [stage.id for stage in journey.stages()]
    moving = data.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=2, unique=True))
    live.begin_trial()
    shown = Change(message("Nothing"))
    for at in data.draw(st.lists(st.integers(0, len(keys) - len(moving)), min_size=2, max_size=4)):
        journey.apply(shown.inverse())
        wish = stages.move_stages(journey, moving, at)
        journey.apply(wish)
        live.follow(shown.inverse().then(wish))
        shown = wish
        same(live, journey, PAPER)
    try_in_place_of(live, journey, shown, Change(message("Nothing")))
    assert all(one is other for one, other in zip(drawn(live), before, strict=True))
    live.end_trial()


def try_in_place_of(live: Live, journey: Journey, shown: Change, other: Change) -> None:
    """What is shown is taken back and something else is tried, laid out as one."""
    whole = shown.inverse().then(other)
    journey.apply(whole)
    live.follow(whole)


LIVELY = [name for name in sorted(EDITS) if not any(word in name for word in ("lane", "persona", "channel", "line"))]


def done(live: Live, journey: Journey, change: Change) -> None:
    journey.apply(change)
    live.follow(change)


def test_place_makes_the_same_of_a_fit_as_a_live_poster() -> None:
    journey = rich()
    live = Live(journey, PAPER, fit=RICH)
    done(live, journey, describing.describe(journey, "touchpoint_3_1", title="A title that is a good deal longer"))
    assert tuple(live.laid.drawings) == tuple(place(journey, PAPER, live.fit).drawings)


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_a_fit_that_was_chosen_makes_the_poster(paper: str) -> None:
    journey = generated(30, per_stage=5, personas=2)
    sheet = find_paper(paper)
    made = tuple(poster(journey, sheet).drawings)
    assert tuple(place(journey, sheet, choose(journey, sheet)).drawings) == made
    live = Live(journey, sheet)
    assert tuple(live.laid.drawings) == made
    done(live, journey, describing.describe(journey, "touchpoint_2_1", title="Quite another title"))
    done(live, journey, touchpoints.add_touchpoint(journey, "stage_1", title="New"))
    live.refit()
    assert tuple(live.laid.drawings) == tuple(poster(journey, sheet).drawings)
    assert live.notices == poster(journey, sheet).notices
    assert live.refit() is False


def test_refitting_sees_what_it_was_not_told_of() -> None:
    journey = rich()
    live = Live(journey, find_paper("A3"))
    drawn(live)
    journey.apply(describing.describe(journey, "touchpoint_3_1", title="Nobody told"))
    assert live.refit()
    assert tuple(live.laid.drawings) == tuple(poster(journey, find_paper("A3")).drawings)


def test_what_looks_as_before_is_the_very_object_of_before() -> None:
    journey = rich("ar")
    live = Live(journey, PAPER, fit=RICH)
    before = drawn(live)
    done(live, journey, describing.describe(journey, "touchpoint_3_1", title="Other"))
    assert [live.page(number) is page for number, page in enumerate(before)] == [False, True, True]
    old = {id(group) for group in before[0].groups}
    fresh = [group for group in live.page(0).groups if id(group) not in old]
    assert {(group.record, group.role) for group in fresh} <= {
        ("touchpoint_3_1", "touchpoint"),
        ("touchpoint_3_1", "touchpoint_name"),
        ("persona_0", "curve"),
        ("persona_1", "curve"),
    }


def test_rows_grow_where_they_must_and_the_curve_gives_way() -> None:
    journey = rich()
    live = Live(journey, find_paper("A3"))
    before = live.plans[0]
    pain = next(
        pain for pain in journey.all(Pain) if pain.first in {slot.touchpoint for slot in before.stages[0].slots}
    )
    done(live, journey, describing.describe(journey, pain.id, text="So slow that nobody waits for its end. " * 6))
    after = live.plans[0]
    was, now = ({strip.record: strip.bottom - strip.top for strip in plan.strips} for plan in (before, after))
    assert now["lane_pains"] > was["lane_pains"]
    assert now["lane_emotions"] < was["lane_emotions"]
    assert after.bottom == pytest.approx(before.bottom)
    assert live.laid.body_type == live.fit.body


def test_a_new_stage_joins_the_band_that_it_stands_in() -> None:
    journey = rich()
    live = Live(journey, PAPER, fit=RICH)
    done(live, journey, stages.add_stage(journey, 3, title="Between"))
    counts = [[len(plan.stages) for plan in live.plans_of(number)] for number in range(live.count)]
    assert counts == [[2, 3], [1], [2]]
    done(live, journey, stages.move_stages(journey, ["stage_4"], 0))
    counts = [[len(plan.stages) for plan in live.plans_of(number)] for number in range(live.count)]
    assert counts == [[3, 3], [2]]
    assert [stage.stage for plan in live.plans for stage in plan.stages] == [one.id for one in journey.stages()]


def test_the_highest_point_moves_from_one_band_to_another() -> None:
    journey = rich()
    for one in journey.all(Emotion):
        journey.apply(describing.describe(journey, one.id, value=0.5 if one.touchpoint != "touchpoint_1_1" else 2))
    live = Live(journey, PAPER, fit=RICH)
    last = next(one for one in journey.all(Emotion) if one.touchpoint == "touchpoint_6_1")
    first = [one for one in journey.all(Emotion) if one.touchpoint == "touchpoint_1_1"]
    before = called_out(live)[0]
    done(live, journey, describing.describe(journey, last.id, value=2))
    for one in first:
        done(live, journey, describing.describe(journey, one.id, value=1))
    assert called_out(live)[0] < before
    same(live, journey, PAPER)


def called_out(live: Live) -> dict[int, int]:
    """How many call-outs there are on each page."""
    return {n: sum(group.role == "callout" for group in page.groups) for n, page in enumerate(drawn(live))}


def test_the_title_of_a_stage_is_told_where_a_loop_leads_to_it_from_another_band() -> None:
    journey = rich()
    journey.apply(flows.connect(journey, "touchpoint_6_0", "touchpoint_0_0", label="again"))
    live = Live(journey, PAPER, fit=RICH)
    drawn(live)
    done(live, journey, describing.describe(journey, "stage_0", title="Beginning"))
    told = [shape.line.text for group in live.page(2).groups for shape in group.shapes if isinstance(shape, Words)]
    assert any("Beginning" in text for text in told)
    same(live, journey, PAPER)


@settings(QUICK, max_examples=30)
@given(
    st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from([-2.0, -1.99, 0.0, 1.97, 2.0])), min_size=1, max_size=6)
)
def test_extremes_that_are_kept_are_those_that_would_be_found(edits: list[tuple[int, float]]) -> None:
    journey = generated(20, per_stage=3, personas=2)
    live = Live(journey, PAPER, fit=RICH)
    drawn(live)
    emotions = [emotion.id for emotion in journey.all(Emotion)]
    for number, value in edits:
        change = describing.describe(journey, emotions[number % len(emotions)], value=value)
        journey.apply(change)
        live.follow(change)
    same(live, journey, PAPER)
