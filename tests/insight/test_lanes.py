"""Which lanes show nothing: the same as on the poster."""

from __future__ import annotations

import pytest

from journeyeditor.insight import health
from journeyeditor.layout import lanes as poster_lanes
from journeyeditor.layout.anchors import hanging
from journeyeditor.layout.cards import anchored
from journeyeditor.model.records import Entry, Gain, Lane, Measure, Pain, Persona, Touchpoint
from tests.edits.samples import picture
from tests.insight.good_map import Map


def empty_lanes(at: Map) -> list[str]:
    return [finding.records[0] for finding in at.health() if finding.code == "lane-shows-nothing"]


def test_a_second_lane_for_everything_shows_nothing() -> None:
    at = Map()
    at.add(*(Lane(id=f"again-{kind}", order="b0", kind=kind) for kind in ("touchpoints", "gains")))
    assert empty_lanes(at) == ["again-gains", "again-touchpoints"]


def test_a_lane_of_channels_that_nobody_uses_shows_nothing() -> None:
    at = Map()
    at.add(Lane(id="web", order="Zz", kind="touchpoints", channels=("channel:web", "channel:app")))
    assert empty_lanes(at) == ["web"]
    at.set("t4", channel="channel:app")
    assert empty_lanes(at) == []


def test_lanes_of_personas_divide_the_findings() -> None:
    at = Map()
    at.set("gains", personas=("ana",))
    at.add(Lane(id="his", order="b0", kind="gains", personas=("ben",)))
    assert empty_lanes(at) == ["his"]
    at.set("ride", personas=("ben",))
    assert empty_lanes(at) == ["gains"]
    at.add(Lane(id="all", order="b1", kind="gains"))
    assert empty_lanes(at) == ["gains", "all"]


def test_an_emotion_lane_of_one_who_feels_nothing_shows_nothing() -> None:
    at = Map()
    at.add(
        Persona(id="cleo", order="a2", name="Cleo"), Lane(id="hers", order="b0", kind="emotions", personas=("cleo",))
    )
    assert empty_lanes(at) == ["hers"]
    at.feel("cleo", "t1", 0)
    assert empty_lanes(at) == []


def test_what_lies_in_the_parking_lot_or_is_for_hidden_personas_does_not_show() -> None:
    at = Map()
    at.add(Persona(id="cleo", order="a2", name="Cleo", hidden=True), Lane(id="free", order="b0", kind="free"))
    at.add(Entry(id="e", lane="free", order="a0", text="Later"))
    at.set("nps", personas=("cleo",))
    assert empty_lanes(at) == ["measures", "free"]
    at.set("e", first="s1", last="s1")
    assert empty_lanes(at) == ["measures"]


def test_a_hidden_lane_is_left_alone() -> None:
    at = Map()
    at.add(Lane(id="free", order="b0", kind="free", hidden=True))
    assert empty_lanes(at) == []


def test_a_lane_of_images_shows_pictures_that_are_there() -> None:
    at = Map()
    at.add(Lane(id="images", order="b0", kind="images"))
    journey = at.journey
    key = journey.images.add(picture())
    assert [finding.records for finding in health(journey)] == [("images",)]
    at.set("t1", image=key)
    with_picture = at.journey
    with_picture.images.add(picture())
    assert health(with_picture) == ()


@pytest.mark.parametrize("people", [(), ("ana",), ("ben",), ("ana", "ben")])
@pytest.mark.parametrize(
    "lanes", [[()], [("ana",)], [(), ("ana",)], [("ben",), ("ana",)], [("ben",), (), ("ana", "ben")]]
)
def test_the_poster_agrees(people: tuple[str, ...], lanes: list[tuple[str, ...]]) -> None:
    from tests.layout.little_maps import shown  # noqa: PLC0415 - only here

    at = Map()
    at.drop("gains", "ride")
    at.add(Gain(id="gain", first="t6", last="t6", text="The ride", personas=people, evidence="research"))
    at.add(*(Lane(id=f"lane{n}", order=f"b{n}0", kind="gains", personas=who) for n, who in enumerate(lanes)))
    sheet = shown(at.journey).sheet
    rows = [row for row in poster_lanes.visible(sheet) if isinstance(row, Lane) and row.kind == "gains"]
    cards = poster_lanes.gain_cards(sheet, anchored(sheet, hanging(sheet, Gain)))
    bare = [row.id for row in rows if not poster_lanes.of_lane(sheet, row, cards)]
    assert empty_lanes(at) == bare


def test_findings_without_a_lane_of_their_kind_are_told_and_not_twice() -> None:
    at = Map()
    at.drop("pains", "opportunities", "measures")
    found = {finding.records: finding.message.english() for finding in at.health()}
    assert found == {
        ("queue",): "No lane shows the pain point.",
        ("till",): "No lane shows the opportunity.",
        ("nps",): "No lane shows the measure.",
    }
    at.add(Pain(id="more", first="t1", last="t1", text="More", evidence="research"), Measure(id="parked", name="CES"))
    assert any("2 pain points" in finding.message.english() for finding in at.health())


def test_a_touchpoint_without_a_channel_lies_in_the_lane_of_all() -> None:
    at = Map()
    at.set("t1", channel=None)
    assert isinstance(at.records["t1"], Touchpoint)
    assert [finding.code for finding in at.health()] == ["touchpoint-without-channel"]
    at.set("touchpoints", channels=("channel:shop",))
    assert [finding.code for finding in at.health()] == ["touchpoint-without-channel", "touchpoint-in-no-lane"]
