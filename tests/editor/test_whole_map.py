"""A whole map from nothing, with keys alone."""

from __future__ import annotations

from itertools import count

from journeyeditor.model.blank import blank
from journeyeditor.model.records import Emotion, Pain, Stage
from journeyeditor.model.rules import broken_rules
from tests.editor.keys import Keys

STAGES = ("Search", "Select", "Buy", "Use", "Get help", "Renew")
PAINS = {2: "Too many offers", 9: "The queue is long", 17: "Nobody answers"}


def test_six_stages_and_twenty_four_touchpoints() -> None:
    keys = Keys(blank("My map"))
    for name in ("Nadia", "Karim"):
        keys.do("add_persona_here")
        keys.write(name)
        keys.press("Enter")
    nadia, karim = keys.journey.personas()
    numbers = count()
    for title in STAGES:
        keys.press("Ctrl+Return")
        keys.write(title)
        keys.press("Enter")
        for _ in range(4):
            number = next(numbers)
            keys.press("Enter")
            keys.write(f"Contact {number}")
            keys.press("Enter")
            keys.press("Ctrl+1", str(number % 5 + 1), "Ctrl+2", str(5 - number % 5))
            if number in PAINS:
                keys.press("P")
                keys.write(PAINS[number])
                keys.press("Enter", "5", "+", "+")
                keys.press("Up", "Up", "Up", "Up")
                assert keys.editor.selection == (keys.journey.touchpoints()[-1].id,)
    journey = keys.journey
    assert [stage.title for stage in journey.stages()] == list(STAGES)
    assert [one.title for one in journey.touchpoints()] == [f"Contact {n}" for n in range(24)]
    assert [len(journey.touchpoints(stage.id)) for stage in journey.all(Stage)] == [4] * 6
    assert [journey.emotions(nadia.id)[one.id].value for one in journey.touchpoints()] == [n % 5 - 2 for n in range(24)]
    assert [journey.emotions(karim.id)[one.id].value for one in journey.touchpoints()] == [2 - n % 5 for n in range(24)]
    pains = {one.text: one for one in journey.all(Pain)}
    assert set(pains) == set(PAINS.values())
    assert {(one.severity, one.votes, one.personas) for one in pains.values()} == {(5, 2, (karim.id,))}
    assert [journey.touchpoints()[n].id for n in PAINS] == [pains[text].first for text in PAINS.values()]
    assert broken_rules(journey) == []
    assert keys.told == []
    assert keys.asked == []
    while keys.editor.history.position:
        keys.press("Ctrl+Z")
    assert not journey.stages()
    assert not journey.all(Emotion)
