"""A journey remembers its answers, and forgets them with every write."""

from __future__ import annotations

from journeyeditor.errors import message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import AnyRecord, Emotion, Head, Persona, Stage, Touchpoint, emotion_id


def added(*records: AnyRecord) -> Change:
    return Change(message("Edit"), {record.id: (None, record) for record in records})


def asked(journey: Journey) -> list[object]:
    return [
        [one.id for one in journey.stages()],
        [one.id for one in journey.touchpoints()],
        [one.id for one in journey.touchpoints("s")],
        [one.id for one in journey.touchpoints("t")],
        sorted(journey.emotions("p")),
        journey.reading().starts("b"),
    ]


def test_an_answer_follows_what_is_written() -> None:
    stages = [Stage(id="s", order="a0"), Stage(id="t", order="a1")]
    journey = Journey.of(Head(id="h"), [*stages, Persona(id="p", order="a0")])
    assert asked(journey) == [["s", "t"], [], [], [], [], None]
    felt = Emotion(id=emotion_id("p", "b"), persona="p", touchpoint="b", value=1.0)
    more = added(Touchpoint(id="b", stage="t", order="a0"), Touchpoint(id="a", stage="s", order="a0"), felt)
    journey.apply(more)
    assert asked(journey) == [["s", "t"], ["a", "b"], ["a"], ["b"], ["b"], (1, 0)]
    journey.apply(more.inverse())
    assert asked(journey) == [["s", "t"], [], [], [], [], None]


def test_who_changes_an_answer_changes_nothing_for_others() -> None:
    journey = Journey.of(Head(id="h"), [Stage(id="s", order="a0"), Touchpoint(id="a", stage="s", order="a0")])
    journey.stages().clear()
    journey.touchpoints().clear()
    journey.touchpoints("s").clear()
    journey.emotions("p")["x"] = Emotion(id="x", persona="p", touchpoint="a", value=0.0)
    assert (len(journey.stages()), len(journey.touchpoints()), len(journey.touchpoints("s"))) == (1, 1, 1)
    assert journey.emotions("p") == {}
