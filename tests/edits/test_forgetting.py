"""Steps of the history that are joined, or taken back as if they had never been."""

from __future__ import annotations

import pytest

from journeyeditor.edits.capturing import add_notes, lines_of
from journeyeditor.edits.describing import rename
from journeyeditor.edits.history import History
from journeyeditor.edits.replacing import replace_texts, text_at
from journeyeditor.edits.touchpoints import add_touchpoint
from journeyeditor.errors import BadInput
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Lane, Note, Persona, Touchpoint
from tests.edits.doing import done, need
from tests.edits.samples import contents, full, small


def started() -> tuple[Journey, History, str]:
    journey = small()
    history = History(journey)
    change = add_touchpoint(journey, "buy", title="New")
    history.do(change)
    return journey, history, change.added()[0].id


def test_what_is_named_after_it_was_made_is_one_step() -> None:
    journey, history, key = started()
    history.go_on("naming")
    assert history.is_running("naming")
    history.do(rename(journey, key, "Receipt"), "naming")
    assert [name.english() for name in history.names] == ["Add touchpoint"]
    history.undo()
    assert key not in journey
    assert not history.is_running("naming")
    history.redo()
    assert need(journey, key, Touchpoint).title == "Receipt"


def test_a_step_that_is_forgotten_cannot_be_done_again() -> None:
    journey, history, key = started()
    before = contents(small())
    assert history.last is not None
    taken = history.forget()
    assert taken is not None
    assert contents(journey) == before
    assert (history.names, history.redo_name, history.last) == ([], None, None)
    assert history.is_saved
    assert history.forget() is None
    assert key not in journey


def test_a_saved_step_that_is_forgotten_leaves_the_journey_unsaved() -> None:
    journey, history, _ = started()
    history.mark_saved()
    history.forget()
    assert not history.is_saved
    history.do(rename(journey, "till", "Desk"))
    assert not history.is_saved


def test_nothing_goes_on_where_nothing_was_done() -> None:
    history = History(small())
    history.go_on("naming")
    assert not history.is_running("naming")


def test_lines_become_notes_in_their_order() -> None:
    journey = small()
    lines = lines_of(" - one\n\n\u2022 two\r\n* three\n   \n-1 is said\n")
    assert lines == ["one", "two", "three", "-1 is said"]
    change = add_notes(journey, lines)
    assert change.label.english() == "Add 4 notes"
    done(journey, change)
    assert [one.text for one in journey.all(Note)][1:] == lines
    assert all(one.first is None for one in journey.all(Note))
    assert not add_notes(journey, [])


def test_texts_are_put_at_their_places() -> None:
    journey = full()
    change = replace_texts(journey, {("p0", "goals.0"): "Save money", ("l0", "title"): " ", ("t0", "title"): "\x00Web"})
    done(journey, change)
    assert need(journey, "p0", Persona).goals == ("Save money",)
    assert need(journey, "l0", Lane).title is None
    assert text_at(need(journey, "t0", Touchpoint), "title") == "Web"
    assert text_at(need(journey, "p0", Persona), "goals.7") == ""


@pytest.mark.parametrize("place", [("p0", "goals.7"), ("p0", "goals"), ("nobody", "title"), ("t0", "nothing")])
def test_a_text_that_is_not_there_is_refused(place: tuple[str, str]) -> None:
    with pytest.raises(BadInput):
        replace_texts(full(), {place: "x"})
