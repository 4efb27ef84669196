from __future__ import annotations

import pytest

from journeyeditor.edits.channels import add_channel, replace_channel
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.describing import describe
from journeyeditor.edits.touchpoints import ChannelNeeded, add_touchpoint, move_touchpoints
from journeyeditor.errors import BadInput
from journeyeditor.model.change import replaced
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Channel, Lane, Touchpoint
from tests.edits.doing import done, need, new
from tests.edits.samples import full, small

# Lanes of the full journey: l0 for web and app, l1 for fax, l2 for the rest.


def column(journey: Journey, stage: str) -> list[str]:
    return [touchpoint.id for touchpoint in journey.touchpoints(stage)]


def test_a_touchpoint_is_added_between_two_with_one_order_key() -> None:
    journey = full()  # t1 and t2 share a key
    touchpoint = new(journey, add_touchpoint(journey, "s0", 2, title="Between"), Touchpoint)
    assert column(journey, "s0") == ["t0", "t1", touchpoint.id, "t2"]


def test_touchpoints_move_to_another_stage_in_the_order_they_had() -> None:
    journey = full()
    done(journey, move_touchpoints(journey, ["t7", "t0", "t4"], "s1", 1))
    assert column(journey, "s1") == ["t3", "t0", "t4", "t7", "t8"]
    assert column(journey, "s0") == ["t1", "t2"]


def test_within_a_stage_and_to_where_it_stands() -> None:
    journey = full()
    done(journey, move_touchpoints(journey, ["t2"], "s0", 0))
    assert column(journey, "s0") == ["t2", "t0", "t1"]
    assert not move_touchpoints(journey, ["t2"], "s0", 0)


def test_in_a_lane_of_one_channel_it_takes_that_channel() -> None:
    journey = full()
    done(journey, move_touchpoints(journey, ["t0"], lane="l1"))
    assert need(journey, "t0", Touchpoint).channel == "fax"
    assert new(journey, add_touchpoint(journey, "s0", lane="l1"), Touchpoint).channel == "fax"
    assert not move_touchpoints(journey, ["t0"], lane="l1")


def test_in_a_lane_of_several_it_asks_and_then_takes_what_is_said() -> None:
    journey = full()
    with pytest.raises(ChannelNeeded) as question:
        move_touchpoints(journey, ["t3"], "s1", 0, lane="l0")
    assert question.value.choices == ("channel:web", "channel:app")
    assert question.value.advice is not None
    done(journey, move_touchpoints(journey, ["t3"], "s1", 0, lane="l0", channel="channel:app"))
    assert need(journey, "t3", Touchpoint).channel == "channel:app"
    with pytest.raises(BadInput):
        move_touchpoints(journey, ["t3"], lane="l0", channel="fax")


def test_in_the_lane_of_the_rest_it_may_not_keep_the_channel_of_another_lane() -> None:
    journey = full()
    with pytest.raises(ChannelNeeded) as question:
        move_touchpoints(journey, ["t0"], lane="l2")
    assert "channel:shop" in question.value.choices
    assert "fax" not in question.value.choices
    done(journey, move_touchpoints(journey, ["t4"], lane="l2"))
    assert new(journey, add_touchpoint(journey, "s0", lane="l2"), Touchpoint).channel is None


@pytest.mark.parametrize("lane", ["l6", "t0", "nothing"])
def test_only_lanes_of_touchpoints_hold_them(lane: str) -> None:
    with pytest.raises(BadInput):
        move_touchpoints(full(), ["t0"], lane=lane)


def test_a_lane_whose_channels_another_takes_holds_nothing() -> None:
    journey = full()
    done(journey, describe(journey, "l2", channels=["fax"]))
    with pytest.raises(BadInput):
        move_touchpoints(journey, ["t0"], lane="l2")


def test_a_channel_of_ones_own() -> None:
    journey = small()
    channel = new(journey, add_channel(journey, "Carrier pigeon", icon="post"), Channel)
    done(journey, describe(journey, "till", channel=channel.id))
    done(journey, replace_channel(journey, channel.id, "channel:post"))
    assert need(journey, "till", Touchpoint).channel == "channel:post"
    assert journey.get(channel.id) is None


def test_a_built_in_channel_can_be_renamed_and_falls_back_to_its_standard_word() -> None:
    journey = small()
    assert not describe(journey, "channel:shop", title=None)
    done(journey, describe(journey, "channel:shop", title="Counter"))
    assert journey.channel("channel:shop") == Channel(id="channel:shop", title="Counter", icon="shop")
    done(journey, delete(journey, ["channel:shop"]))
    assert need(journey, "till", Touchpoint).channel == "channel:shop"


def test_a_deleted_channel_leaves_its_touchpoints_without_and_takes_its_lane_along() -> None:
    journey = full()
    done(journey, delete(journey, ["fax"]))
    assert need(journey, "t3", Touchpoint).channel is None
    assert journey.get("l1") is None, "it must not become a second lane for everything"
    assert journey.lane_of(need(journey, "t3", Touchpoint)) == journey.get("l2")


def test_the_last_lane_of_touchpoints_stays_when_its_channel_goes() -> None:
    journey = full()
    done(journey, delete(journey, ["l0", "l2"]))
    done(journey, delete(journey, ["fax"]))
    assert need(journey, "l1", Lane) == replaced(need(full(), "l1", Lane), channels=())
