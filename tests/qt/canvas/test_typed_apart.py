"""Phases, footer and goals are typed on the map, with real keys and a real hand, as every other text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.editor.commands.typing import edit_footer, next_text, open_text, rename_phase
from journeyeditor.editor.text_apart import meant_boxes
from journeyeditor.editor.text_place import text_place
from journeyeditor.edits.describing import describe, rename
from journeyeditor.edits.head import set_phase_title, set_poster
from journeyeditor.edits.touchpoints import add_touchpoint
from journeyeditor.model.records import Persona
from journeyeditor.qt.canvas.text_field import TextField
from journeyeditor.qt.canvas.view import TRUE_SIZE
from tests.edits.doing import need
from tests.qt.canvas.conftest import Hand, as_it_was, open_editor, shown
from tests.qt.canvas.test_typed_as_printed import Kinds, caret_of, different

HEBREW = {
    "title": "מסע הלקוח",
    "scenario": "משפחה שמחפשת מכונה שקטה",
    "owner": "רונית לוי",
    "facilitator": "סטודיו גשר",
    "version": "3",
}


@pytest.fixture
def near(hand: Hand) -> Hand:
    """Looking at the map as large as it is printed."""
    hand.canvas.zoom_to(TRUE_SIZE)
    hand.rest()
    return hand


def field(hand: Hand) -> TextField:
    found = hand.canvas._typing.field
    assert found is not None, "no text is open"
    return found


def point_at(hand: Hand, name: str, key: str = "") -> QPoint:
    """In the middle of the first printed line of a text, which is brought into view."""
    editor = hand.editor
    place = text_place(editor.journey, editor.board, editor.live.body_type, key or editor.journey.head.id, name)
    assert place is not None
    first = (place.lines or place.hidden)[0]
    hand.canvas._look_at(first.x, first.y)
    hand.canvas.viewport().grab()
    return hand.canvas.to_view(first.x + first.line.width / 2, first.y - 0.3 * first.line.style.em).toPoint()


@pytest.mark.parametrize("name", ["phase_titles.before", "phase_titles.after", "owner", "version"])
def test_a_double_click_opens_it_enter_keeps_it_and_one_undo_takes_it_back(near: Hand, name: str) -> None:
    head, before = near.editor.journey.head, near.editor.history.position
    point = point_at(near, name)
    near.hover(point)
    assert near.canvas.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
    near.double_click(point)
    opened = near.editor.typing
    assert opened is not None
    assert (opened.key, opened.field) == (head.id, name)
    assert field(near).geometry().contains(point)
    near.type("Autre 7")
    near.press(Qt.Key.Key_Return)
    now = near.editor.journey.head
    assert "Autre 7" in {now.owner, now.version, *now.phase_titles.values()}
    assert near.editor.history.position == before + 1
    assert near.editor.selection == (head.id,)
    near.editor.undo()
    assert near.editor.journey.head == head


def test_a_click_chooses_it_and_f2_opens_it_until_something_else_is_chosen(near: Hand) -> None:
    head = near.editor.journey.head.id
    near.click(point_at(near, "phase_titles.during"))
    assert near.editor.selection == (head,)
    (box,) = meant_boxes(near.editor, head)
    (phase,) = near.editor.board.boxes("during", "phase")
    assert box.holds(phase)
    open_text(near.editor)
    assert near.editor.typing is not None
    assert near.editor.typing.field == "phase_titles.during"
    near.press(Qt.Key.Key_Escape)
    near.editor.cursor.show(head)
    assert meant_boxes(near.editor, head) == []
    open_text(near.editor)
    assert near.editor.typing.field == "title"


def test_escape_gives_back_the_standard_word_and_what_is_emptied_has_it_again(near: Hand) -> None:
    before = near.editor.journey.head
    for keys in (["x", Qt.Key.Key_Escape], ["x", Qt.Key.Key_Return]):
        near.double_click(point_at(near, "phase_titles.before"))
        assert field(near).text() == ""
        near.type(str(keys[0]))
        near.press(keys[1])
    assert near.editor.journey.head.phase_titles == {"before": "x"}
    near.double_click(point_at(near, "phase_titles.before"))
    near.press(Qt.Key.Key_Delete)
    near.canvas._typing.rest()
    place = near.canvas._typing._place
    assert place is not None
    assert [words.line.text for words in place.hidden] == ["Before"]
    near.press(Qt.Key.Key_Return)
    assert near.editor.journey.head == before


def test_a_missing_fact_is_typed_where_it_will_stand_and_tab_goes_on(near: Hand) -> None:
    head = near.editor.journey.head
    assert head.facilitator == ""
    near.double_click(point_at(near, "owner"))
    near.press(Qt.Key.Key_Tab)
    typing = near.canvas._typing
    assert typing._place is not None
    before = typing._place.box
    near.type("Claire")
    typing.rest()
    assert typing._place.text == "Claire"
    assert (typing._place.box.x, typing._place.baseline) == pytest.approx((before.x, before.bottom), abs=1.5)
    near.press(Qt.Key.Key_Tab)
    assert near.editor.typing is not None
    assert near.editor.typing.field == "date"
    near.press(Qt.Key.Key_Return)
    assert near.editor.journey.head.facilitator == "Claire"


def test_beside_the_facts_of_the_footer_the_first_that_is_missing_is_meant(near: Hand) -> None:
    point = point_at(near, "next_review")
    (footer,) = near.editor.board.boxes("footer", "footer")
    free = near.canvas.to_view(footer.x + 0.7 * footer.width, footer.middle[1]).toPoint()
    assert free.x() > point.x()
    near.double_click(free)
    assert near.editor.typing is not None
    assert near.editor.typing.field == "facilitator"


def test_a_double_click_on_a_goal_opens_that_goal_in_its_own_type(near: Hand) -> None:
    persona = near.editor.journey.personas()[0]
    near.double_click(point_at(near, "goals.1", persona.id))
    assert near.editor.typing is not None
    assert near.editor.typing.field == "goals.1"
    assert field(near).text() == persona.goals[1]
    next_text(near.editor)
    near.type("Stay calm")
    near.press(Qt.Key.Key_Return)
    assert need(near.editor.journey, persona.id, Persona).goals == (*persona.goals, "Stay calm")


def test_keys_alone_come_to_phase_and_footer_and_go_back_to_the_stage(near: Hand) -> None:
    stage = near.editor.journey.stages()[2]
    near.editor.cursor.show(stage.id)
    rename_phase(near.editor)
    assert near.editor.typing is not None
    assert near.editor.typing.field == f"phase_titles.{stage.phase}"
    near.press(Qt.Key.Key_Return)
    near.press(Qt.Key.Key_Escape)
    assert near.editor.selection == (stage.id,)
    edit_footer(near.editor)
    assert near.editor.typing.field == "owner"


def test_what_stands_on_several_pages_is_typed_where_it_was_pressed(qtbot: QtBot) -> None:
    editor = open_editor("blank.en")
    for stage in editor.journey.stages():
        for _ in range(9):
            editor.do(lambda journey, stage=stage: add_touchpoint(journey, stage=stage.id, title="Step"))
    editor.do(lambda journey: set_poster(journey, paper="A5"))
    editor.do(lambda journey: describe(journey, journey.head.id, owner="Nora"))
    hand = Hand(shown(qtbot, editor), qtbot)
    hand.canvas.zoom_to(2 * TRUE_SIZE)
    lane = next(row.id for row in editor.journey.rows())
    for record, role in (("footer", "footer"), (lane, "lane")):
        boxes = editor.board.boxes(record, role)
        assert len(boxes) > 1
        box = boxes[-1]
        hand.canvas._look_at(*box.middle)
        place = text_place(
            editor.journey, editor.board, editor.live.body_type,
            editor.journey.head.id if role == "footer" else lane, "owner" if role == "footer" else "title", box.middle,
        )  # fmt: skip
        assert place is not None
        words = (place.lines or place.hidden)[0]
        assert box.grown(1, 1).contains(words.x, words.y)
        hand.double_click(hand.canvas.to_view(words.x + 1, words.y - 0.5).toPoint())
        found = hand.canvas._typing._place
        assert found is not None
        assert box.grown(1, 1).contains(found.box.middle[0] if role == "lane" else words.x, found.baseline)
        hand.press(Qt.Key.Key_Escape)
    editor.close()


@pytest.fixture(scope="module")
def leftward(qapp: QApplication) -> Iterator[Kinds]:
    editor = open_editor()
    editor.do(lambda journey: describe(journey, journey.head.id, language="he", **HEBREW))
    for phase, name in (("before", "לפני הקנייה"), ("during", "Pendant"), ("after", "אחרי הקנייה")):
        editor.do(lambda journey, phase=phase, name=name: set_phase_title(journey, phase, name))
    for persona in editor.journey.personas():
        editor.do(lambda journey, key=persona.id: rename(journey, key, "נועה"))
        goals = ("לבחור נכון בפעם הראשונה", "Laver la nuit")
        editor.do(lambda journey, key=persona.id, goals=goals: describe(journey, key, goals=goals))
    made = Kinds(editor)
    yield made
    as_it_was(made.canvas)
    editor.close()
    made.canvas.close()
    made.canvas.deleteLater()


@pytest.mark.parametrize(
    "name",
    ["phase_titles.before", "phase_titles.during", "owner", "facilitator", "version", "goals.0", "goals.1"],
)
def test_on_a_map_that_runs_leftward_it_looks_as_it_is_printed_too(leftward: Kinds, name: str) -> None:
    text = next(text for (_, found, _), text in leftward.texts.items() if found == name)
    closed, opened, shown_field, corner = leftward.pictures(text, 1.34)
    assert different(closed, opened, caret_of(shown_field, corner)) == 0
    place = leftward.canvas._typing._place
    assert place is not None
    right = max(words.x + words.line.width for words in place.lines)
    if not name.startswith("goals"):
        assert place.align == "end"
        assert place.box.right == pytest.approx(right, abs=1)
    leftward.close()
