"""Which text is meant where the names of phases and the facts of the footer stand."""

from __future__ import annotations

import pytest

from journeyeditor.drawing import Words
from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.text_apart import APART, meant_boxes
from journeyeditor.editor.text_place import text_place
from journeyeditor.edits.describing import describe
from journeyeditor.tools.events import DoublePress, Modifiers, Move, Press, Release
from journeyeditor.tools.marks import RubberBand
from tests.tools.fake_desk import template

KEYS = Modifiers()


@pytest.fixture
def editor() -> Editor:
    return Editor(Document(template("example-renovation.fr")))


def first_line(editor: Editor, field: str) -> Words:
    place = text_place(editor.journey, editor.board, editor.live.body_type, editor.journey.head.id, field)
    assert place is not None
    return (place.lines or place.hidden)[0]


def press(desk: EditorDesk, words: Words) -> tuple[float, float]:
    x, y = words.x + words.line.width / 2, words.y - 0.3 * words.line.style.em
    desk.handle(Press(x, y, KEYS))
    desk.handle(Release(x, y, KEYS))
    return x, y


@pytest.mark.parametrize("field", APART)
def test_each_is_hit_chosen_and_opened_by_itself(editor: Editor, field: str) -> None:
    desk = EditorDesk(editor)
    opened: list[tuple[str, str]] = []
    editor.texts.listen(opened.append)
    x, y = press(desk, first_line(editor, field))
    head = editor.journey.head.id
    target = desk.target(x, y)
    assert (target.record, target.part, target.field) == (head, "text", field)
    assert editor.selection == (head,)
    assert target.box is not None
    assert target.box.contains(x, y)
    assert meant_boxes(editor, head) == [target.box]
    desk.handle(DoublePress(x, y, KEYS))
    assert opened == [(head, field)]
    editor.close()


@pytest.mark.parametrize("field", ["phase_titles.during", "owner"])
def test_a_drag_that_begins_there_is_a_marquee(editor: Editor, field: str) -> None:
    desk, words = EditorDesk(editor), first_line(editor, field)
    stage = editor.journey.stages()[-1].id
    (box,) = editor.board.boxes(stage, "stage")
    desk.handle(Press(words.x + 1, words.y - 0.5, KEYS))
    desk.handle(Move(*box.middle, KEYS))
    assert any(isinstance(mark, RubberBand) for mark in desk.marks)
    assert editor.journey.head.id not in editor.selection
    desk.handle(Release(*box.middle, KEYS))
    assert desk.marks == ()
    assert editor.selection
    assert editor.meant is None
    editor.close()


def test_what_is_chosen_is_read_aloud(editor: Editor) -> None:
    desk = EditorDesk(editor)
    said: list[str] = []
    editor.announce.listen(said.append)
    press(desk, first_line(editor, "phase_titles.before"))
    assert said[-1] == "Phase: Avant les travaux"
    press(desk, first_line(editor, "facilitator"))
    assert said[-1] == "Facilitator, Studio Passerelle"
    editor.close()


def test_a_footer_that_says_all_leaves_nothing_to_begin_beside_it(editor: Editor) -> None:
    desk = EditorDesk(editor)
    (box,) = editor.board.boxes("footer", "footer")
    free = (box.x + 0.75 * box.width, box.middle[1])
    assert desk.target(*free).record == ""
    editor.do(lambda journey: describe(journey, journey.head.id, version=""))
    target = desk.target(*free)
    assert (target.record, target.field, target.box) == (editor.journey.head.id, "version", None)
    (scale,) = editor.board.boxes("footer", "scale")
    assert desk.target(*scale.middle).field != "owner"
    editor.close()


def test_facts_are_told_apart_by_what_they_are_and_not_by_what_they_say(editor: Editor) -> None:
    head = editor.journey.head.id
    editor.do(lambda journey: describe(journey, head, owner="4", facilitator="4", version="4", date="2027-05-18"))
    lines = [first_line(editor, field) for field in ("owner", "facilitator", "date", "version", "next_review")]
    assert [words.x for words in lines] == sorted({words.x for words in lines})
    assert [words.line.text for words in lines][:2] == ["4", "4"]
    editor.close()


def test_goals_that_say_the_same_are_told_apart_too(editor: Editor) -> None:
    persona = editor.journey.personas()[0]
    editor.do(lambda journey: describe(journey, persona.id, role="Chez soi", goals=("Chez soi", "", "Chez soi")))
    places = [
        text_place(editor.journey, editor.board, editor.live.body_type, persona.id, field)
        for field in ("role", "goals.0", "goals.2")
    ]
    baselines = [place.baseline for place in places if place is not None]
    assert len(set(baselines)) == 3
    assert baselines == sorted(baselines)
    editor.close()
