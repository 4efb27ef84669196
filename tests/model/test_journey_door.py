"""`Journey.apply` is the only write: all of a change or nothing."""

from __future__ import annotations

import pytest

from journeyeditor.errors import BadInput, StaleChange, message
from journeyeditor.model.blank import BLANK_LANES, blank
from journeyeditor.model.change import Change, Pair, difference, replaced
from journeyeditor.model.fingerprint import fingerprint
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    AnyRecord,
    Channel,
    Emotion,
    Flow,
    Head,
    Lane,
    Pain,
    Record,
    Stage,
    Touchpoint,
    emotion_id,
)
from journeyeditor.model.rules import broken_rules
from tests.edits.samples import assert_sound, contents, full, small


def change(**pairs: Pair) -> Change:
    return Change(message("Edit"), pairs)


def added(*records: AnyRecord) -> Change:
    return Change(message("Edit"), {record.id: (None, record) for record in records})


STAGE = Stage(id="new", order="a5")
BAD: dict[str, Change] = {
    "the id is not the key": change(other=(None, STAGE)),
    "nothing becomes nothing": change(new=(None, None)),
    "no known kind": change(new=(None, Record(id="new"))),  # type: ignore[arg-type]
    "another kind under the same id": change(queue=(small().get("queue"), Stage(id="queue", order="a0"))),
    "a second head": added(Head(id="new")),
    "the head is taken away": change(journey=(small().head, None)),
    "a derived id is wrong": added(Emotion(id="new", persona="marie", touchpoint="advert", value=1)),
    "an end of an edge is missing": added(Flow(id="new", source="advert", target="nowhere")),
    "an end of an edge is of a wrong kind": added(Flow(id="new", source="advert", target="marie")),
    "the stage of a touchpoint is missing": added(Touchpoint(id="new", stage="nowhere", order="a0")),
    "the stage of a touchpoint goes": change(buy=(small().get("buy"), None)),
    "a persona goes, a feeling stays": change(marie=(small().get("marie"), None)),
    "an anchor leads nowhere": added(Pain(id="new", first="nowhere", last="nowhere")),
    "a persona of the poster is missing": change(
        journey=(small().head, replaced(small().head, poster=replaced(small().head.poster, personas=("nobody",))))  # type: ignore[type-var]
    ),
    "a channel is missing": added(Lane(id="new", order="a9", kind="touchpoints", channels=("telex",))),
    "it was made for another state": change(search=(Stage(id="search", order="a9"), STAGE)),
}


@pytest.mark.parametrize("reason", BAD)
def test_a_bad_change_is_refused_and_writes_nothing(reason: str) -> None:
    journey = small()
    heard: list[Change] = []
    journey.listen(heard.append)
    before = contents(journey)
    harmless = {"ok": (None, Stage(id="ok", order="a7"))}
    with pytest.raises((StaleChange, BadInput)) as refusal:
        journey.apply(Change(message("Edit"), {**harmless, **BAD[reason].pairs}))
    assert refusal.value.problem.english()
    assert contents(journey) == before
    assert heard == []
    assert_sound(journey)


def test_a_change_may_bring_what_it_names_in_any_order() -> None:
    journey = small()
    feeling = Emotion(id=emotion_id("marie", "tp"), persona="marie", touchpoint="tp", value=-1)
    journey.apply(added(feeling, Touchpoint(id="tp", stage="new", order="a0", channel="channel:web"), STAGE))
    assert journey.emotions("marie")["tp"] == feeling
    assert_sound(journey)


def test_the_record_of_a_built_in_channel_may_go_while_it_is_used() -> None:
    journey = small()
    own = Channel(id="channel:shop", title="Counter", icon="shop")
    journey.apply(added(own))
    assert journey.channel("channel:shop") == own
    journey.apply(added(own).inverse())
    assert journey.channel("channel:shop").title is None  # type: ignore[union-attr]
    assert_sound(journey)


def test_listeners_hear_every_change_until_they_stop() -> None:
    journey = small()
    heard: list[Change] = []
    stop = journey.listen(heard.append)
    one, two = added(STAGE), added(Stage(id="newer", order="a6"))
    journey.apply(one)
    journey.apply(Change(message("Nothing")))
    stop()
    stop()
    journey.apply(two)
    assert heard == [one]


def test_a_journey_made_at_once_is_as_one_made_by_changes() -> None:
    made = full()
    slow = Journey(made.head, made.images)
    slow.apply(added(*(record for record in made if not isinstance(record, Head))))
    assert contents(slow) == contents(made)
    assert_sound(slow)
    assert fingerprint(slow) == fingerprint(made)


def test_the_fingerprint_follows_the_contents() -> None:
    journey = small()
    before = fingerprint(journey)
    edit = added(STAGE)
    journey.apply(edit)
    assert fingerprint(journey) != before
    journey.apply(edit.inverse())
    assert fingerprint(journey) == before


def test_a_blank_journey_has_its_rows_and_breaks_no_rule() -> None:
    journey = blank("My map", "fr", stages=3)
    assert [lane.kind for lane in journey.all(Lane)] == list(BLANK_LANES)
    assert len(journey.stages()) == 3
    assert (journey.head.title, journey.head.language) == ("My map", "fr")
    assert broken_rules(journey) == []


def test_the_difference_of_two_journeys_leads_from_one_to_the_other() -> None:
    journey, target = small(), full()
    head = replaced(target.head, id="journey")
    target = Journey.of(head, (record for record in target if not isinstance(record, Head)), target.images)
    journey.apply(difference(journey, target, message("All")))
    assert contents(journey) == contents(target)
