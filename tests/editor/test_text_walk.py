"""Tab walks the texts of the map as they are read, those of the journey that stand apart from its title too."""

from __future__ import annotations

import pytest

from journeyeditor.edits.describing import describe
from journeyeditor.edits.head import set_phase_title
from journeyeditor.edits.stages import set_phase
from journeyeditor.model.records import Persona
from tests.editor.keys import Keys
from tests.edits.doing import need
from tests.edits.samples import contents, full, small


@pytest.fixture
def keys() -> Keys:
    made = Keys(small())
    stages = [stage.id for stage in made.journey.stages()]
    made.editor.do(lambda journey: set_phase(journey, stages[:1], "before"))
    made.editor.do(lambda journey: set_phase(journey, stages[1:], "after"))
    return made


def opened(keys: Keys) -> tuple[str, str]:
    assert keys.editor.typing is not None
    return keys.editor.typing.key, keys.editor.typing.field


def walked(keys: Keys, key: str) -> list[tuple[str, str]]:
    """All texts from the one that is open to where Tab goes no farther."""
    found = [opened(keys)]
    while True:
        keys.press(key)
        if keys.editor.typing is None:
            return found
        found.append(opened(keys))


def test_tab_goes_from_the_title_over_personas_and_phases_to_the_stages_and_ends_in_the_footer(keys: Keys) -> None:
    head, stages = keys.journey.head.id, keys.journey.stages()
    keys.editor.cursor.show(head)
    keys.press("F2")
    forth = walked(keys, "Tab")
    own = [field for key, field in forth if key == head]
    assert own == [
        "title", "scenario", "goal", "phase_titles.before", "phase_titles.after",
        "owner", "facilitator", "date", "version", "next_review",
    ]  # fmt: skip
    phases = forth.index((head, "phase_titles.before"))
    assert isinstance(keys.journey.get(forth[phases - 1][0]), Persona)
    assert forth[phases + 2] == (stages[0].id, "title")
    assert forth[-1] == (head, "next_review")
    keys.editor.cursor.show(head)
    keys.editor.texts.tell((head, "next_review"))
    assert walked(keys, "Shift+Tab") == forth[::-1]


def test_what_is_typed_on_the_way_is_kept_a_step_each(keys: Keys) -> None:
    head = keys.journey.head.id
    keys.editor.cursor.show(keys.journey.stages()[0].id)
    keys.press("F2", "Shift+Tab", "Shift+Tab")
    assert opened(keys) == (head, "phase_titles.before")
    before = len(keys.editor.history.names)
    keys.write("Long before it")
    keys.press("Tab")
    keys.write("When it is over")
    keys.press("Enter")
    assert keys.journey.head.phase_titles == {"before": "Long before it", "after": "When it is over"}
    assert [name.english() for name in keys.editor.history.names[before:]] == ["Rename phase", "Rename phase"]
    keys.press("Ctrl+Z", "Ctrl+Z")
    assert keys.journey.head.phase_titles == {}


def test_escape_gives_a_phase_and_a_goal_back_and_leaves_no_step(keys: Keys) -> None:
    persona = keys.journey.personas()[0].id
    keys.editor.do(lambda journey: set_phase_title(journey, "before", "First"))
    keys.editor.do(lambda journey: describe(journey, persona, goals=("One", "Two")))
    before, steps = contents(keys.journey), len(keys.editor.history.names)
    for key, field in ((keys.journey.head.id, "phase_titles.before"), (persona, "goals.1"), (persona, "goals.2")):
        keys.editor.texts.tell((key, field))
        keys.write("Something else")
        keys.press("Esc")
        assert contents(keys.journey) == before
    assert len(keys.editor.history.names) == steps


def test_tab_behind_the_last_goal_begins_another_and_an_emptied_one_is_gone(keys: Keys) -> None:
    persona = keys.journey.personas()[0].id
    keys.editor.do(lambda journey: describe(journey, persona, goals=("One",)))
    keys.editor.texts.tell((persona, "goals.0"))
    keys.press("Tab")
    keys.write("Two of them")
    keys.press("Tab")
    assert opened(keys) == (persona, "goals.2")
    keys.write("Three")
    keys.press("Tab", "Enter")
    assert need(keys.journey, persona, Persona).goals == ("One", "Two of them", "Three")
    keys.editor.texts.tell((persona, "goals.1"))
    text = keys.opened[-1]
    text.typed("")
    text.rest()
    assert need(keys.journey, persona, Persona).goals == ("One", "", "Three")
    keys.press("Tab")
    assert opened(keys) == (persona, "goals.1")
    assert keys.opened[-1].text == "Three"
    keys.press("Enter")
    assert need(keys.journey, persona, Persona).goals == ("One", "Three")
    assert keys.editor.history.undo_name is not None
    keys.press("Ctrl+Z")
    assert need(keys.journey, persona, Persona).goals == ("One", "Two of them", "Three")


def test_a_new_goal_without_words_is_no_step() -> None:
    keys = Keys(full())
    persona = keys.journey.personas()[0].id
    before = contents(keys.journey)
    count = len(need(keys.journey, persona, Persona).goals)
    keys.editor.texts.tell((persona, f"goals.{count}"))
    keys.write("x")
    keys.opened[-1].typed("")
    keys.press("Enter")
    assert contents(keys.journey) == before
    assert keys.editor.history.names == []


def test_half_a_date_in_the_footer_is_refused_with_a_sentence(keys: Keys) -> None:
    head = keys.journey.head.id
    keys.editor.texts.tell((head, "date"))
    keys.write("2027-13")
    keys.press("Enter")
    assert keys.journey.head.date == ""
    assert keys.told
    keys.editor.texts.tell((head, "date"))
    keys.write("2027-03-15")
    keys.press("Enter")
    assert keys.journey.head.date == "2027-03-15"
