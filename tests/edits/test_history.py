from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyeditor.edits.deleting import delete
from journeyeditor.edits.describing import rename
from journeyeditor.edits.history import History
from journeyeditor.edits.stages import add_stage
from journeyeditor.errors import BadInput, StaleChange, message
from journeyeditor.model.change import Change
from journeyeditor.model.records import Stage
from tests.edits.doing import need
from tests.edits.edit_table import EDITS, Hand
from tests.edits.samples import SIZES, assert_sound, contents, small, steady_ids


def typed(history: History, *texts: str, run: str | None = "title of buy") -> None:
    for text in texts:
        history.do(rename(history.journey, "buy", text), run)


def title(history: History) -> str:
    return need(history.journey, "buy", Stage).title


def test_undo_and_redo_go_by_name() -> None:
    history = History(small())
    assert (history.undo_name, history.redo_name, history.undo(), history.redo()) == (None, None, None, None)
    history.do(add_stage(history.journey))
    history.do(delete(history.journey, ["till"]))
    assert [name.english() for name in history.names] == ["Add stage", "Delete touchpoint"]
    history.undo()
    assert history.undo_name == message("Add stage")
    assert history.redo_name == message("Delete touchpoint")
    assert "till" in history.journey
    history.redo()
    assert "till" not in history.journey
    assert history.redo_name is None


def test_a_new_step_forgets_what_was_taken_back() -> None:
    history = History(small())
    typed(history, "One", "Two", run=None)
    history.undo()
    typed(history, "Three", run=None)
    assert history.redo() is None
    assert [history.position, title(history)] == [2, "Three"]


def test_typing_is_one_step_until_it_goes_by_another_name() -> None:
    history = History(small())
    typed(history, "B", "Bu", "Buy!")
    assert history.position == 1
    typed(history, "Buy!!", run="title of buy, later")
    assert history.position == 2
    history.undo()
    assert title(history) == "Buy!"
    typed(history, "Other")
    assert history.position == 2, "undo ends a run"
    history.undo()
    history.undo()
    assert title(history) == "Buy"


def test_another_run_or_a_plain_step_ends_a_run() -> None:
    history = History(small())
    typed(history, "A")
    history.do(rename(history.journey, "search", "S"), "title of search")
    typed(history, "AB")
    history.do(add_stage(history.journey))
    typed(history, "ABC")
    assert history.position == 5


def test_typing_that_comes_to_nothing_is_no_step() -> None:
    history = History(small())
    typed(history, "Buys", "Buy")
    assert history.position == 0
    assert history.is_saved
    typed(history, "Buyer")
    assert history.position == 1


def test_saving_marks_a_place_and_clears_nothing() -> None:
    history = History(small())
    assert history.is_saved
    typed(history, "A", run=None)
    assert not history.is_saved
    history.mark_saved()
    typed(history, "B", run=None)
    history.undo()
    assert history.is_saved
    history.undo()
    assert not history.is_saved, "undone past the place of saving"
    history.redo()
    assert history.is_saved


def test_a_saved_state_that_cannot_be_reached_again_is_never_said_to_be_there() -> None:
    history = History(small())
    typed(history, "A", "B", run=None)
    history.mark_saved()
    history.undo()
    typed(history, "C", run=None)
    assert not history.is_saved
    history.undo()
    history.undo()
    assert not history.is_saved


def test_typing_goes_on_in_a_new_step_after_saving() -> None:
    history = History(small())
    typed(history, "A")
    history.mark_saved()
    typed(history, "AB")
    assert (history.position, history.is_saved) == (2, False)
    history.undo()
    assert history.is_saved


def test_a_journey_that_lies_in_no_file_is_not_saved() -> None:
    assert not History(small(), saved=False).is_saved


def test_one_can_jump_to_any_place() -> None:
    history = History(small())
    states = [contents(history.journey)]
    for text in "ABCDE":
        typed(history, text, run=None)
        states.append(contents(history.journey))
    heard: list[Change] = []
    history.journey.listen(heard.append)
    for place in (1, 4, 0, 5, 3):
        history.jump(place)
        assert contents(history.journey) == states[place]
    assert len(heard) == 5, "a jump is told as one change"
    assert history.jump(3) is None
    history.jump(99)
    assert contents(history.journey) == states[5]


def test_a_group_is_one_step() -> None:
    history = History(small())
    with history.group(message("Workshop")):
        typed(history, "A", "B", run=None)
        with history.group(message("Inner")):
            history.do(add_stage(history.journey))
        assert history.undo() is None
    assert [name.english() for name in history.names] == ["Workshop"]
    history.undo()
    assert contents(history.journey) == contents(small())
    with history.group(message("Nothing")):
        pass
    assert history.redo_name == message("Workshop"), "an empty group is no step"


def test_a_group_that_fails_leaves_nothing() -> None:
    history = History(small())

    def workshop() -> None:
        with history.group(message("Workshop")):
            typed(history, "A", run=None)
            delete(history.journey, ["nothing"])

    with pytest.raises(BadInput):
        workshop()
    assert contents(history.journey) == contents(small())
    assert history.position == 0
    typed(history, "A", run=None)
    assert history.position == 1


def test_no_edit_passes_the_history_by() -> None:
    history = History(small())
    history.journey.apply(rename(history.journey, "buy", "Direct"))
    history.undo()
    assert title(history) == "Buy"


def test_a_refused_change_is_no_step() -> None:
    history = History(small())
    change = rename(history.journey, "buy", "A")
    history.do(change)
    with pytest.raises(StaleChange):
        history.do(change)
    assert history.position == 1
    history.do(Change(message("Nothing")))
    assert history.position == 1


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=60)
@given(size=st.sampled_from(sorted(SIZES)), data=st.data())
@steady_ids()
def test_whatever_is_done_and_undone_every_place_is_found_again(size: str, data: st.DataObject) -> None:
    history = History(SIZES[size]())
    states = [contents(history.journey)]
    saved: int | None = 0
    actions = st.sampled_from(["undo", "redo", "save", "jump", *[*EDITS] * 2])
    for action in data.draw(st.lists(actions, max_size=14)):
        if action in {"undo", "redo"}:
            getattr(history, action)()
        elif action == "save":
            history.mark_saved()
            saved = history.position
        elif action == "jump":
            history.jump(data.draw(st.integers(0, len(states) - 1)))
        else:
            try:
                change = EDITS[action](history.journey, Hand(history.journey, data.draw))
            except BadInput:
                continue
            place = history.position
            history.do(change)
            if change:
                saved = None if saved is not None and saved > place else saved
                states[place + 1 :] = [contents(history.journey)]
        assert contents(history.journey) == states[history.position]
        assert history.is_saved == (saved == history.position)
        assert len(history.names) == len(states) - 1
    assert_sound(history.journey)
