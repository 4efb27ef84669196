"""By key too: what would stand nowhere brings its lane, says so, and goes with it."""

from __future__ import annotations

import pytest

from journeyeditor.edits.describing import describe_all, hide
from journeyeditor.edits.personas import add_persona
from journeyeditor.edits.touchpoints import add_touchpoint
from journeyeditor.model.records import Lane, Note, Persona, Quote
from tests.editor.keys import Keys
from tests.edits.samples import contents, small


@pytest.fixture
def keys() -> Keys:
    return Keys(small())


def kinds(keys: Keys) -> set[str]:
    return {lane.kind for lane in keys.journey.all(Lane)}


@pytest.mark.parametrize(
    ("key", "kind", "name"),
    [
        ("Q", "quotes", "Quotes"),
        ("P", "pains", "Pain points"),
        ("G", "gains", "Gains"),
        ("O", "opportunities", "Opportunities"),
        ("M", "measures", "Measures"),
    ],
)
def test_a_key_brings_the_lane_and_one_undo_takes_both(keys: Keys, key: str, kind: str, name: str) -> None:
    before = contents(keys.journey)
    keys.editor.cursor.show("till")
    keys.press(key)
    assert keys.told == [f"Lane “{name}” added"]
    keys.write("Never again")
    keys.press("Enter")
    assert kind in kinds(keys)
    assert keys.editor.cursor.grid.cell_of(keys.editor.selection[-1]) is not None
    keys.press("Ctrl+Z")
    assert contents(keys.journey) == before
    assert keys.told == [f"Lane “{name}” added"]


@pytest.mark.parametrize("end", ["Esc", "Enter"])
def test_a_card_without_words_goes_with_its_lane_and_the_keys_are_back(keys: Keys, end: str) -> None:
    before = contents(keys.journey)
    keys.editor.cursor.show("till")
    keys.press("Q", end)
    assert contents(keys.journey) == before
    cell = keys.editor.cursor.cell
    assert cell is not None
    assert cell.record == "till"


def test_a_note_sent_by_key_is_seen(keys: Keys) -> None:
    keys.editor.cursor.show("buy")
    keys.do("send_here")
    assert keys.told == ["Lane “Notes” added"]
    assert keys.editor.cursor.grid.cell_of("idea") is not None
    keys.press("Ctrl+Z")
    assert (kinds(keys), keys.journey.get("idea").first) == ({"touchpoints", "emotions"}, None)  # type: ignore[union-attr]


def test_a_note_becomes_a_quote_that_is_seen(keys: Keys) -> None:
    keys.editor.cursor.show("buy")
    keys.do("send_here")
    keys.editor.select(["idea"])
    keys.do("become_quote")
    assert keys.told[-1] == "Lane “Quotes” added"
    assert [keys.editor.cursor.grid.cell_of(one.id) is not None for one in keys.journey.all(Quote)] == [True]
    assert not keys.journey.all(Note)


def test_what_is_pasted_is_seen(keys: Keys) -> None:
    keys.editor.cursor.show("till")
    keys.press("M")
    keys.write("NPS")
    keys.press("Enter", "Ctrl+C")
    copied = keys.editor.clipboard.records
    keys.press("Ctrl+Z")
    assert "measures" not in kinds(keys)
    keys.editor.clipboard.put(copied, "NPS")
    keys.editor.cursor.show("advert")
    keys.press("Ctrl+V")
    assert keys.told[-1] == "Lane “Measures” added"
    assert keys.editor.cursor.grid.cell_of(keys.editor.selection[-1]) is not None


def test_for_somebody_hidden_it_is_said(keys: Keys) -> None:
    keys.editor.do(lambda journey: add_persona(journey, name="Paul"))
    paul = next(one.id for one in keys.journey.all(Persona) if one.name == "Paul")
    keys.editor.activate(paul)
    keys.editor.do(lambda journey: hide(journey, [paul], hidden=True))
    keys.editor.cursor.show("till")
    keys.press("G")
    assert keys.told == ["This is for somebody whom the map does not show."]


def test_a_touchpoint_that_no_lane_takes_is_told_of(keys: Keys) -> None:
    (lane,) = [one.id for one in keys.journey.all(Lane) if one.kind == "touchpoints"]
    keys.editor.do(lambda journey: describe_all(journey, ["till", "advert"], channel="channel:shop"))
    keys.editor.do(lambda journey: describe_all(journey, [lane], channels=("channel:shop", "channel:web")))
    assert keys.told == []
    keys.editor.do(lambda journey: describe_all(journey, ["till"], channel="channel:web"))
    keys.editor.do(lambda journey: describe_all(journey, ["till"], title="The till"))
    assert keys.told == []
    keys.editor.do(lambda journey: describe_all(journey, ["till"], channel="channel:phone"))
    assert keys.told == ["No lane takes its channel, so neither the map nor the poster shows it."]
    keys.editor.do(lambda journey: hide(journey, [lane], hidden=True))
    keys.editor.do(lambda journey: add_touchpoint(journey, "buy", channel="channel:shop"))
    assert keys.told[1:] == ["The lane “Touchpoints” is not on the map, so this is not seen."]
