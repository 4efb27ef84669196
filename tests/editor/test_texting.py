"""A text that is open: what was typed is safe, is one step, and can be given back."""

from __future__ import annotations

import pytest

from journeyeditor.editor.commands import deleting
from journeyeditor.editor.texting import OpenText, fields_of
from journeyeditor.edits.describing import rename
from journeyeditor.errors import BadInput
from journeyeditor.model.records import Lane, Pain, Stage, Touchpoint
from tests.editor.keys import Keys
from tests.edits.doing import need
from tests.edits.samples import contents, full, small


@pytest.fixture
def keys() -> Keys:
    return Keys(small())


def title(keys: Keys, key: str = "till") -> str:
    return need(keys.journey, key, Touchpoint).title


def test_it_goes_into_the_journey_at_a_rest_and_all_of_it_is_one_step(keys: Keys) -> None:
    text = OpenText(keys.editor, "till")
    assert (text.text, text.field) == ("Till", "title")
    text.typed("Ti")
    assert title(keys) == "Till"
    text.rest()
    assert title(keys) == "Ti"
    text.typed("Time")
    assert text.rest() is not None
    assert text.rest() is None
    text.typed("Time is up ")
    assert text.commit()
    assert title(keys) == "Time is up"
    assert [name.english() for name in keys.editor.history.names] == ["Rename touchpoint"]
    keys.press("Ctrl+Z")
    assert title(keys) == "Till"
    assert keys.editor.typing is None


def test_two_openings_are_two_steps(keys: Keys) -> None:
    for words in ("One", "Two"):
        text = OpenText(keys.editor, "till")
        text.typed(words)
        text.commit()
    keys.press("Ctrl+Z")
    assert title(keys) == "One"


def test_escape_gives_back_what_was_and_leaves_no_step(keys: Keys) -> None:
    before = contents(keys.journey)
    text = OpenText(keys.editor, "till")
    text.typed("Other")
    text.rest()
    assert not keys.editor.document.is_saved
    keys.press("Esc")
    assert contents(keys.journey) == before
    assert keys.editor.history.names == []
    assert not text.is_open


def test_escape_takes_back_only_what_was_typed_there(keys: Keys) -> None:
    keys.editor.do(lambda journey: rename(journey, "till", "Desk"))
    keys.editor.do(lambda journey: rename(journey, "advert", "Poster"))
    text = OpenText(keys.editor, "till")
    text.typed("Other")
    text.rest()
    text.cancel()
    assert title(keys) == "Desk"
    assert title(keys, "advert") == "Poster"
    assert len(keys.editor.history.names) == 2
    assert keys.editor.history.redo_name is None


def test_escape_after_saving_in_between_gives_the_words_back_as_a_step(keys: Keys) -> None:
    text = OpenText(keys.editor, "till")
    text.typed("Other")
    text.rest()
    keys.editor.history.mark_saved()
    text.cancel()
    assert title(keys) == "Till"
    assert not keys.editor.history.is_saved


def test_a_record_made_to_be_typed_goes_with_escape(keys: Keys) -> None:
    before = contents(keys.journey)
    keys.editor.cursor.show("till")
    keys.press("Enter")
    keys.write("Half a")
    assert len(keys.journey.touchpoints()) == 3
    keys.press("Esc")
    assert contents(keys.journey) == before
    assert keys.editor.history.names == []
    assert keys.editor.history.is_saved
    assert keys.editor.cursor.cell is not None


def test_a_record_made_to_be_typed_is_one_step_with_its_words(keys: Keys) -> None:
    keys.editor.cursor.show("till")
    keys.press("Enter")
    keys.write("Card reader")
    keys.press("Enter")
    assert [name.english() for name in keys.editor.history.names] == ["Add touchpoint"]
    keys.press("Ctrl+Z")
    assert [one.title for one in keys.journey.touchpoints()] == ["Advert", "Till"]


def test_a_card_without_any_words_is_not_kept_but_a_touchpoint_is(keys: Keys) -> None:
    keys.editor.cursor.show("till")
    keys.press("P")
    assert len(keys.journey.all(Pain)) == 2
    keys.press("Enter")
    assert len(keys.journey.all(Pain)) == 1
    keys.press("Enter", "Enter")
    assert len(keys.journey.touchpoints()) == 3


def test_a_text_that_was_made_earlier_does_not_go_with_escape(keys: Keys) -> None:
    keys.editor.cursor.show("till")
    keys.press("Enter", "Enter", "F2", "Esc")
    assert len(keys.journey.touchpoints()) == 3


def test_what_cannot_stand_there_yet_waits(keys: Keys) -> None:
    keys = Keys(full())
    text = OpenText(keys.editor, "chance0", "due")
    text.typed("2027-")
    assert text.rest() is None
    assert keys.told == []
    text.typed("2027-03")
    assert text.rest() is not None
    text.typed("soon")
    text.commit()
    assert keys.told != []
    assert keys.journey.get("chance0").due == "2027-03"  # type: ignore[union-attr]


def test_it_ends_when_its_record_goes(keys: Keys) -> None:
    text = OpenText(keys.editor, "till")
    ended: list[bool] = []
    text.closed.listen(ended.append)
    text.typed("Other")
    text.rest()
    keys.editor.do(lambda journey: deleting.delete(journey, ["buy"]))
    assert ended == [False]
    assert keys.editor.typing is None
    assert text.rest() is None
    text.commit()
    text.cancel()
    assert "till" not in keys.journey


def test_others_words_come_into_the_open_text(keys: Keys) -> None:
    text = OpenText(keys.editor, "till")
    seen: list[str] = []
    text.refreshed.listen(seen.append)
    keys.editor.do(lambda journey: rename(journey, "till", "Checkout"))
    assert seen == ["Checkout"]
    assert text.now == "Checkout"
    text.commit()
    assert title(keys) == "Checkout"


def test_opening_another_text_keeps_the_first(keys: Keys) -> None:
    first = OpenText(keys.editor, "till")
    first.typed("Checkout")
    OpenText(keys.editor, "advert")
    assert not first.is_open
    assert title(keys) == "Checkout"


def test_the_type_is_held_while_it_is_open() -> None:
    keys = Keys(small(), laid_out=True)
    text = OpenText(keys.editor, "till")
    text.typed("A much longer title than before")
    text.rest()
    assert not keys.editor.settle()
    assert not keys.editor.is_settled
    text.commit()
    keys.editor.settle()
    assert keys.editor.is_settled


def test_a_lane_gets_its_standard_word_back(keys: Keys) -> None:
    text = OpenText(keys.editor, "curve")
    text.typed("How it feels")
    text.commit()
    text = OpenText(keys.editor, "curve")
    text.typed(" ")
    text.commit()
    assert need(keys.journey, "curve", Lane).title is None


def test_only_texts_can_be_opened(keys: Keys) -> None:
    for key, field in (("nothing", ""), ("till", "ends_here"), ("till", "nothing")):
        with pytest.raises(BadInput):
            OpenText(keys.editor, key, field)
    assert keys.editor.typing is None


def test_tab_walks_the_fields_of_a_record_and_goes_on_to_the_next(keys: Keys) -> None:
    stage = need(keys.journey, "search", Stage)
    assert fields_of(stage) == ("title", "goal", "duration")
    keys.editor.cursor.show("search")
    keys.press("F2")
    keys.write("Seek")
    keys.press("Tab")
    keys.write("To find")
    keys.press("Tab", "Tab")
    assert keys.editor.typing is not None
    assert (keys.editor.typing.key, keys.editor.typing.field) == ("buy", "title")
    keys.press("Shift+Tab")
    assert (keys.editor.typing.key, keys.editor.typing.field) == ("search", "duration")
    stage = need(keys.journey, "search", Stage)
    assert (stage.title, stage.goal) == ("Seek", "To find")
