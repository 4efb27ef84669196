"""An opportunity that is added while pains are selected answers them, as one that is dropped on a pain does."""

from __future__ import annotations

import pytest

from journeyeditor.editor.commands.adding import add_item
from journeyeditor.edits.findings import add_finding
from journeyeditor.model.records import Answers, Opportunity, Pain
from tests.editor.keys import Keys
from tests.edits.samples import small


@pytest.fixture
def keys() -> Keys:
    return Keys(small())


def test_an_opportunity_added_on_pains_answers_them(keys: Keys) -> None:
    keys.editor.do(lambda journey: add_finding(journey, Pain, "till", id="dear", text="Too dear"))
    keys.editor.cursor.show("queue")
    keys.press("O")
    keys.write("A second till")
    keys.press("Enter")
    (opportunity,) = keys.journey.all(Opportunity)
    assert keys.journey.answered(opportunity.id) == ["queue"]
    assert keys.editor.history.undo_name is not None
    keys.press("Esc")
    assert keys.editor.selection == ("queue",)
    keys.press("Ctrl+Z")
    assert not list(keys.journey.all(Opportunity))
    assert not list(keys.journey.all(Answers))
    keys.editor.select(["queue", "dear"])
    add_item(keys.editor, "opportunity")
    keys.press("Esc")
    assert not list(keys.journey.all(Answers)), "what is not written leaves no link"
    keys.editor.select(["queue", "dear"])
    keys.press("O")
    keys.write("Both at once")
    keys.press("Enter")
    (opportunity,) = keys.journey.all(Opportunity)
    assert set(keys.journey.answered(opportunity.id)) == {"queue", "dear"}


def test_an_opportunity_beside_a_touchpoint_answers_nothing_by_itself(keys: Keys) -> None:
    keys.editor.select(["queue", "till"])
    keys.press("O")
    keys.write("A second till")
    keys.press("Enter")
    assert not list(keys.journey.all(Answers))
