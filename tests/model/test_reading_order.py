"""Reading order, spans, phases, and the lane of a touchpoint."""

from __future__ import annotations

import pytest

from journeyeditor.model.journey import Journey
from journeyeditor.model.reading import phase_bands, phase_between
from journeyeditor.model.records import Channel, Head, Lane, LaneKind, Phase, Stage, Touchpoint

LETTERS = {"0": "ab", "1": "", "2": "cde"}


def journey() -> Journey:
    stages = [Stage(id=key, order=f"a{key}") for key in LETTERS]
    touchpoints = [
        Touchpoint(id=letter, stage=stage, order=f"a{place}")
        for stage, letters in LETTERS.items()
        for place, letter in enumerate(letters)
    ]
    return Journey.of(Head(id="journey"), [*reversed(touchpoints), *reversed(stages)])


def test_touchpoints_are_read_stage_by_stage() -> None:
    assert [touchpoint.id for touchpoint in journey().touchpoints()] == list("abcde")
    assert [touchpoint.id for touchpoint in journey().reading().touchpoints] == list("abcde")
    assert [touchpoint.id for touchpoint in journey().touchpoints("2")] == list("cde")


def test_equal_order_keys_are_read_by_id() -> None:
    tied = Journey.of(Head(id="journey"), [Stage(id=key, order="a0") for key in "cab"])
    assert [stage.id for stage in tied.stages()] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("first", "last", "touchpoints", "stages", "whole"),
    [
        ("b", "b", "b", "0", ""),
        ("b", None, "b", "0", ""),
        ("0", "0", "ab", "0", "0"),
        ("1", "1", "", "1", "1"),
        ("b", "d", "bcd", "012", "1"),
        ("d", "b", "bcd", "012", "1"),
        ("1", "2", "cde", "12", "12"),
        ("0", "c", "abc", "012", "01"),
        ("a", "1", "ab", "01", "01"),
        ("2", "d", "cde", "2", "2"),
    ],
)
def test_an_anchor_covers_all_from_its_first_step_to_its_last(
    first: str, last: str | None, touchpoints: str, stages: str, whole: str
) -> None:
    span = journey().reading().span(first, last)
    assert span is not None
    assert "".join(touchpoint.id for touchpoint in span.touchpoints) == touchpoints
    assert "".join(stage.id for stage in span.stages) == stages
    assert "".join(stage.id for stage in span.whole) == whole


def test_the_parking_lot_covers_nothing() -> None:
    assert journey().reading().span(None, None) is None


def stages_of(*phases: Phase | None) -> list[Stage]:
    return [Stage(id=str(number), order=f"a{number}", phase=phase) for number, phase in enumerate(phases)]


def test_a_band_is_a_run_of_stages_with_one_phase() -> None:
    bands = phase_bands(stages_of(None, "before", "before", "during", None, "during", "before"))
    assert [(band.phase, "".join(stage.id for stage in band.stages)) for band in bands] == [
        ("before", "12"),
        ("during", "3"),
        ("during", "5"),
        ("before", "6"),
    ]


def test_inside_a_band_a_stage_takes_its_phase_and_at_a_border_it_keeps_its_own() -> None:
    one, two, three, none = stages_of("before", "before", "after", None)
    assert phase_between(one, two, "after") == "before"
    assert phase_between(two, three, "during") == "during"
    assert phase_between(None, one, None) is None
    assert phase_between(none, none, "after") == "after"


def lane(key: str, kind: LaneKind, *channels: str) -> Lane:
    return Lane(id=key, order=f"a{key}", kind=kind, channels=channels)


def test_a_touchpoint_lies_in_the_first_lane_that_names_its_channel_else_in_the_one_that_names_none() -> None:
    lanes = [
        lane("0", "pains"),
        lane("1", "touchpoints"),
        lane("2", "touchpoints", "channel:web", "fax"),
        lane("3", "touchpoints", "fax"),
        lane("4", "touchpoints"),
    ]
    some = Journey.of(Head(id="journey"), [*lanes, Channel(id="fax", title="Fax")])
    homes = {
        channel: some.lane_of(Touchpoint(id="t", stage="s", order="a0", channel=channel))
        for channel in ("fax", "channel:web", "channel:shop", None)
    }
    assert {channel: home.id for channel, home in homes.items() if home} == {
        "fax": "2",
        "channel:web": "2",
        "channel:shop": "1",
        None: "1",
    }


def test_a_touchpoint_may_have_no_lane() -> None:
    some = Journey.of(Head(id="journey"), [lane("2", "touchpoints", "channel:web")])
    assert some.lane_of(Touchpoint(id="t", stage="s", order="a0")) is None
