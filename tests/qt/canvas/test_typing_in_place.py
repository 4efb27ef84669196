"""Typing on the map itself, with real keys."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QAction, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.drawing import Words
from journeyeditor.editor.commands import adding, typing
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.describing import describe, rename
from journeyeditor.edits.stages import add_stage
from journeyeditor.edits.touchpoints import add_touchpoint
from journeyeditor.qt.canvas.canvas import Canvas
from journeyeditor.qt.canvas.text_field import TextField
from tests.qt.canvas.conftest import Hand, open_editor, shown

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def field(hand: Hand) -> TextField:
    found = hand.canvas._typing.field
    assert found is not None, "no text is open"
    return found


@pytest.fixture
def near(hand: Hand) -> Hand:
    """Looking at the first touchpoints at a size in which they can be typed in place."""
    hand.canvas.zoom_by(2.2, QPointF(hand.at(hand.touchpoints[1], "touchpoint")))
    hand.rest()
    hand.canvas.viewport().grab()
    return hand


def test_a_double_click_opens_the_text_where_it_stands_in_its_own_size(near: Hand) -> None:
    key = near.touchpoints[1]
    point = near.at(key, "touchpoint")
    near.double_click(point)
    if not near.canvas.is_typing:
        near.canvas.open_text(key)
    opened = field(near)
    box = near.canvas.view.box(near.editor.board.boxes(key)[0])
    assert opened.text() == near.value(key)
    assert opened.hasFocus()
    assert abs(opened.geometry().center().x() - (box.x + box.width / 2)) < 3
    assert box.y < opened.geometry().center().y() < box.bottom + 8
    em = near.editor.live.laid.body_type * 25.4 / 72 * near.canvas.zoom
    assert opened.pixels == pytest.approx(em, rel=0.001)
    assert opened.document().defaultFont().families()[0] == "Noto Sans"


def test_it_stays_on_its_text_at_every_zoom(near: Hand) -> None:
    key = near.touchpoints[1]
    near.canvas.open_text(key)
    for factor in (1.4, 0.9, 1.3):
        near.canvas.zoom_by(factor)
        em = near.editor.live.laid.body_type * 25.4 / 72 * near.canvas.zoom
        assert field(near).pixels == pytest.approx(em, rel=0.001)
        slot = near.editor.board.slot(key)
        assert slot is not None
        middle = near.canvas.to_view(slot[1].x, 0).x()
        assert abs(field(near).geometry().center().x() - middle) < 4


def body(hand: Hand) -> float:
    """The size of the map's own text as it is seen, px."""
    return hand.editor.live.laid.body_type * 25.4 / 72 * hand.canvas.zoom


@pytest.mark.parametrize("way", ["double click", "F2", "new", "Tab"])
def test_far_from_the_map_one_comes_near_enough_to_read_and_stays_there(hand: Hand, way: str) -> None:
    key = hand.touchpoints[3]
    hand.canvas.zoom_by(0.6)
    assert body(hand) < 7
    if way == "double click":
        hand.double_click(hand.at(key, "touchpoint"))
    elif way == "new":
        hand.editor.select([key])
        adding.next_touchpoint(hand.editor)
    else:
        hand.editor.select([key])
        typing.open_text(hand.editor)
    if way == "Tab":
        hand.canvas.zoom_by(0.5)
        hand.press(Qt.Key.Key_Tab)
    opened, viewport = field(hand), hand.canvas.viewport().rect()
    assert not hand.canvas._typing.is_on_card
    assert opened.pixels >= 8
    assert body(hand) >= 10 - 1e-3
    assert viewport.contains(opened.geometry())
    zoom = hand.canvas.zoom
    for _ in range(4):
        hand.press(Qt.Key.Key_Tab)
        assert hand.canvas.zoom == zoom
    hand.press(Qt.Key.Key_Escape)
    assert hand.canvas.zoom == zoom


def test_what_is_under_the_pointer_stays_there_as_one_comes_near(hand: Hand) -> None:
    key = hand.touchpoints[4]
    hand.canvas.zoom_by(0.7)
    place = hand.canvas._typing._find(key, "title")
    assert place is not None
    before = hand.canvas.to_view(*place.box.middle)
    hand.canvas.open_text(key)
    after = hand.canvas.to_view(*place.box.middle)
    assert (after - before).manhattanLength() < 60


def test_a_text_that_can_be_read_is_typed_from_where_one_is(hand: Hand) -> None:
    head = hand.editor.journey.head.id
    place = hand.canvas._typing._find(head, "title")
    assert place is not None
    hand.canvas.zoom_to(11 / place.style.em)
    zoom = hand.canvas.zoom
    hand.canvas.open_text(head, "title")
    assert hand.canvas.zoom == zoom


def test_type_too_small_to_read_lies_on_a_small_card_over_it(hand: Hand) -> None:
    key = hand.touchpoints[2]
    hand.canvas.open_text(key)
    hand.canvas.zoom_by(0.4)
    typing = hand.canvas._typing
    assert typing.is_on_card
    assert field(hand).pixels >= 11
    assert typing._place is not None
    printed = hand.canvas.to_view(*typing._place.box.middle)
    assert (field(hand).geometry().center() - printed.toPoint()).manhattanLength() <= 4
    hand.canvas.zoom_by(5)
    assert not typing.is_on_card


@pytest.mark.parametrize("corner", [(0, 0), (1, 0), (0, 1), (1, 1)])
def test_the_card_is_never_cut_by_the_edge_of_the_view(hand: Hand, corner: tuple[int, int]) -> None:
    key = hand.of_kind("Pain")[0]
    hand.canvas.open_text(key)
    hand.canvas.zoom_by(0.4)
    place, viewport = hand.canvas._typing._place, hand.canvas.viewport()
    assert place is not None
    seen = hand.canvas.to_view(*place.box.middle)
    hand.canvas.scroll_by(corner[0] * viewport.width() - seen.x(), corner[1] * viewport.height() - seen.y())
    assert hand.canvas._typing.is_on_card
    assert viewport.rect().contains(field(hand).geometry())


def test_enter_keeps_what_was_typed_as_one_step(near: Hand) -> None:
    key = near.touchpoints[1]
    near.canvas.open_text(key)
    near.type("Asks a friend")
    near.press(Qt.Key.Key_Return)
    assert not near.canvas.is_typing
    assert near.value(key) == "Asks a friend"
    assert near.editor.history.position == 1
    assert near.canvas.hasFocus()
    near.editor.undo()
    assert near.value(key) != "Asks a friend"


def test_what_is_typed_is_in_the_journey_after_half_a_second(near: Hand, qtbot: QtBot) -> None:
    key = near.touchpoints[1]
    near.canvas.open_text(key)
    near.type("Asks")
    qtbot.waitUntil(lambda: near.value(key) == "Asks", timeout=1500)
    near.type(" a friend")
    qtbot.waitUntil(lambda: near.value(key) == "Asks a friend", timeout=1500)
    assert near.canvas.is_typing
    assert field(near).text() == "Asks a friend"
    near.press(Qt.Key.Key_Return)
    assert near.editor.history.position == 1


def test_escape_gives_back_what_was_even_after_a_rest(near: Hand, qtbot: QtBot) -> None:
    key = near.touchpoints[1]
    before = near.value(key)
    near.canvas.open_text(key)
    near.type("Nonsense")
    qtbot.waitUntil(lambda: near.value(key) == "Nonsense", timeout=1500)
    near.press(Qt.Key.Key_Escape)
    assert near.value(key) == before
    assert near.editor.history.position == 0
    assert not near.canvas.is_typing


def test_undo_in_the_text_takes_typing_back_first_and_then_the_step_before(near: Hand) -> None:
    key, other = near.touchpoints[1], near.touchpoints[0]
    first = near.value(other)
    near.canvas.open_text(other)
    near.type("Earlier")
    near.press(Qt.Key.Key_Return)
    before = near.value(key)
    near.canvas.open_text(key)
    near.type("Later")
    near.press(Qt.Key.Key_Z, CONTROL)
    assert near.canvas.is_typing
    assert field(near).text() == before
    near.press(Qt.Key.Key_Z, CONTROL)
    assert not near.canvas.is_typing
    assert (near.value(key), near.value(other)) == (before, first)


def test_shift_enter_begins_a_new_line_and_the_field_grows(near: Hand) -> None:
    key = near.of_kind("Pain")[0]
    near.canvas.open_text(key)
    near.press(Qt.Key.Key_End, CONTROL)
    height = field(near).height()
    for _ in range(3):
        near.press(Qt.Key.Key_Return, SHIFT)
        near.type("more")
    assert field(near).height() > height
    near.press(Qt.Key.Key_Return)
    assert near.value(key, "text").endswith("\nmore\nmore\nmore")


def test_tab_keeps_and_goes_on_and_shift_tab_comes_back(near: Hand) -> None:
    first, second = near.touchpoints[:2]
    near.canvas.open_text(first)
    near.type("One")
    near.press(Qt.Key.Key_Tab)
    assert near.value(first) == "One"
    assert near.editor.typing is not None
    assert near.editor.typing.key == second
    near.type("Two")
    near.press(Qt.Key.Key_Backtab, SHIFT)
    assert near.value(second) == "Two"
    assert near.editor.typing is not None
    assert near.editor.typing.key == first
    assert field(near).hasFocus()
    near.press(Qt.Key.Key_Escape)
    assert near.value(first) == "One"
    assert near.editor.history.position == 2


def test_tab_goes_from_a_stages_title_to_its_goal(near: Hand) -> None:
    stage = near.editor.journey.stages()[0].id
    near.canvas.open_text(stage)
    near.press(Qt.Key.Key_Tab)
    assert near.editor.typing is not None
    assert (near.editor.typing.key, near.editor.typing.field) == (stage, "goal")


def test_a_click_elsewhere_keeps_what_was_typed(near: Hand) -> None:
    key, other = near.touchpoints[:2]
    near.canvas.open_text(key)
    near.type("Kept")
    near.click(near.at(other, "touchpoint"))
    assert near.value(key) == "Kept"
    assert not near.canvas.is_typing
    assert near.editor.selection == (other,)


def test_going_to_another_part_of_the_window_keeps_what_was_typed(qtbot: QtBot) -> None:
    near = Hand(Canvas(EditorDesk(open_editor())), qtbot)
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    line = QLineEdit()
    box.addWidget(line)
    box.addWidget(near.canvas)
    window.resize(1200, 900)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    key = near.touchpoints[0]
    near.canvas.open_text(key)
    near.type("Kept too")
    line.setFocus()
    assert near.value(key) == "Kept too"
    assert not near.canvas.is_typing
    near.editor.close()


def test_keys_of_commands_are_letters_while_a_text_is_open(near: Hand) -> None:
    fired: list[str] = []
    for keys in ("P", "1", "+", "Return", "Escape", "Del", "Tab", "Ctrl+Z", "Ctrl+S"):
        action = QAction(near.canvas)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, keys=keys: fired.append(keys))
        near.canvas.addAction(action)
    key = near.touchpoints[0]
    near.canvas.open_text(key)
    near.type("P1+x")
    near.press(Qt.Key.Key_Z, CONTROL)
    assert fired == []
    near.press(Qt.Key.Key_S, CONTROL)
    assert fired == ["Ctrl+S"]
    near.press(Qt.Key.Key_Escape)
    assert fired == ["Ctrl+S"]
    assert not near.canvas.is_typing
    near.press(Qt.Key.Key_P)
    assert fired == ["Ctrl+S", "P"]


def test_a_new_touchpoint_opens_empty_and_escape_takes_it_away(near: Hand) -> None:
    stage, before = near.editor.journey.stages()[0].id, near.touchpoints
    change = near.editor.do(lambda journey: add_touchpoint(journey, stage=stage))
    assert change is not None
    key = next(record.id for record in change.added())
    near.editor.fresh = key
    near.canvas.open_text(key)
    assert field(near).text() == ""
    near.press(Qt.Key.Key_Escape)
    assert near.touchpoints == before
    assert near.editor.history.position == 0


def test_a_new_touchpoint_and_its_name_are_one_step(near: Hand) -> None:
    stage, before = near.editor.journey.stages()[0].id, near.touchpoints
    change = near.editor.do(lambda journey: add_touchpoint(journey, stage=stage))
    assert change is not None
    key = next(record.id for record in change.added())
    near.editor.fresh = key
    near.canvas.open_text(key)
    near.type("Reads a test")
    near.press(Qt.Key.Key_Return)
    assert near.value(key) == "Reads a test"
    near.editor.undo()
    assert near.touchpoints == before


def test_a_record_that_goes_takes_its_open_text_along(near: Hand) -> None:
    key = near.touchpoints[0]
    near.canvas.open_text(key)
    near.type("Gone")
    near.editor.do(lambda journey: delete(journey, [key]))
    assert not near.canvas.is_typing
    assert near.canvas._typing.field is None


def test_closing_keeps_what_was_typed(qtbot: QtBot) -> None:
    near = Hand(shown(qtbot, open_editor()), qtbot)
    key = near.touchpoints[0]
    near.canvas.open_text(key)
    near.type("Last words")
    near.canvas.close()
    assert near.value(key) == "Last words"
    assert not near.canvas.is_typing
    near.editor.close()


def test_the_type_is_held_while_a_text_is_open_and_chosen_again_after(near: Hand, qtbot: QtBot) -> None:
    near.canvas.open_text(near.of_kind("Pain")[0])
    QApplication.clipboard().setText("many words " * 40)
    near.press(Qt.Key.Key_V, CONTROL)
    qtbot.wait(700)
    assert not near.editor.is_settled
    near.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: near.editor.is_settled, timeout=3000)


def test_pasted_rich_text_is_plain(near: Hand) -> None:
    key = near.touchpoints[0]
    near.canvas.open_text(key)
    near.type("<b>Bold</b>")
    near.press(Qt.Key.Key_Return)
    assert near.value(key) == "<b>Bold</b>"


def test_a_note_in_the_parking_lot_is_not_typed_on_the_map(near: Hand) -> None:
    parked = [key for key in near.of_kind("Note") if near.editor.journey.get(key).first is None]  # type: ignore[union-attr]
    for key in parked[:1]:
        assert not near.canvas.open_text(key)
        assert near.editor.typing is None
    assert not near.canvas.open_text("nobody")


def test_the_caret_stands_on_the_printed_baseline(near: Hand) -> None:
    key = near.of_kind("Pain")[0]
    near.canvas.show_record(key)
    near.canvas.open_text(key)
    place = near.canvas._typing._place
    assert place is not None
    printed = near.canvas.to_view(0, place.baseline).y()
    layout = field(near).document().firstBlock().layout()
    line = layout.lineAt(0)
    assert field(near).y() + line.y() + line.ascent() == pytest.approx(printed, abs=0.6)
    assert field(near).x() + line.x() == pytest.approx(near.canvas.to_view(place.box.x, 0).x(), abs=0.6)
    near.press(Qt.Key.Key_Home, CONTROL)
    assert field(near).x() + field(near).cursorRect().x() == pytest.approx(field(near).x() + line.x(), abs=1)


def test_no_break_spaces_outlive_an_opening_and_a_copy(near: Hand) -> None:
    key = near.of_kind("Pain")[0]
    near.editor.do(lambda journey: describe(journey, key, text="Trop long\u202f: 12\u00a0pages"))
    near.canvas.open_text(key)
    near.press(Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "Trop long\u202f: 12\u00a0pages"
    steps = near.editor.history.position
    near.press(Qt.Key.Key_Return)
    assert near.value(key, "text") == "Trop long\u202f: 12\u00a0pages"
    assert near.editor.history.position == steps


def test_an_accent_that_an_input_method_has_at_hand_is_seen_and_then_kept(near: Hand) -> None:
    key = near.touchpoints[1]
    near.canvas.open_text(key)
    near.type("Caf")
    width = field(near).extent().width
    QApplication.sendEvent(field(near), QInputMethodEvent("´", []))
    before = near.canvas.viewport().grab().toImage()
    made = QInputMethodEvent("", [])
    made.setCommitString("é")
    QApplication.sendEvent(field(near), made)
    assert field(near).text() == "Café"
    assert field(near).extent().width > width
    assert near.canvas.viewport().grab().toImage() != before
    near.press(Qt.Key.Key_Return)
    assert near.value(key) == "Café"


def test_a_persona_without_a_name_is_typed_in_its_colour_and_its_standard_name_is_gone(near: Hand) -> None:
    key = near.of_kind("Persona")[0]
    named = near.canvas._typing._find(key, "name")
    near.editor.do(lambda journey: rename(journey, key, ""))
    near.canvas.open_text(key, "name")
    place = near.canvas._typing._place
    assert named is not None
    assert place is not None
    assert place.colour == named.colour
    assert place.style == named.style
    assert place.baseline == pytest.approx(named.baseline, abs=0.5)
    assert [line.line.text for line in place.hidden] != []
    assert near.editor.history.position == 1, "looking where it will stand is no step"
    shown = {shape.line.text for group in near.canvas._pages._seen(0).groups if group.record == key
             for shape in group.shapes if isinstance(shape, Words)}  # fmt: skip
    assert not shown & {line.line.text for line in place.hidden if line.line.style == place.style}


def test_who_looks_after_commands_hears_of_a_text_that_opens_and_closes(near: Hand) -> None:
    told: list[bool] = []
    near.desk.marked.listen(lambda _: told.append(near.canvas.is_typing))
    near.canvas.open_text(near.touchpoints[0])
    assert told[-1] is True
    near.press(Qt.Key.Key_Escape)
    assert told[-1] is False


def two_lines(near: Hand) -> tuple[TextField, int]:
    """A text on two printed lines, open at a size where it is typed in place, and where its second line begins."""
    key = next(
        key for key in near.touchpoints
        if (place := near.canvas._typing._find(key, "title")) is not None and len(place.lines) == 2
    )  # fmt: skip
    near.canvas.show_record(key)
    near.canvas.open_text(key)
    assert not near.canvas._typing.is_on_card
    layout = field(near).document().firstBlock().layout()
    assert layout.lineCount() == 2
    return field(near), layout.lineAt(1).textStart()


def test_arrow_keys_walk_the_lines_of_the_poster(near: Hand) -> None:
    opened, second = two_lines(near)
    near.press(Qt.Key.Key_End, CONTROL)
    near.press(Qt.Key.Key_Home)
    assert opened.textCursor().position() == second
    near.press(Qt.Key.Key_Up)
    assert opened.textCursor().position() < second
    near.press(Qt.Key.Key_Down)
    assert opened.textCursor().position() >= second
    near.press(Qt.Key.Key_Home, SHIFT | CONTROL)
    assert opened.textCursor().selectedText() == opened.text()[: opened.textCursor().selectionEnd()]


def test_a_click_puts_the_caret_between_the_letters_and_a_drag_selects_them(near: Hand) -> None:
    opened, second = two_lines(near)
    points = []
    for place in (1, second + 1):
        cursor = opened.textCursor()
        cursor.setPosition(place)
        opened.setTextCursor(cursor)
        points.append(opened.cursorRect().center())
    QTest.mouseClick(opened.viewport(), Qt.MouseButton.LeftButton, pos=points[1])
    assert opened.textCursor().position() == second + 1
    QTest.mousePress(opened.viewport(), Qt.MouseButton.LeftButton, pos=points[0])
    QTest.mouseMove(opened.viewport(), points[1])
    QTest.mouseRelease(opened.viewport(), Qt.MouseButton.LeftButton, pos=points[1])
    assert opened.textCursor().position() == second + 1
    before = near.canvas.viewport().grab().toImage()
    near.press(Qt.Key.Key_End, CONTROL)
    assert near.canvas.viewport().grab().toImage() != before


def test_a_screen_reader_hears_the_text_and_where_its_letters_are(near: Hand) -> None:
    opened, second = two_lines(near)
    near.press(Qt.Key.Key_End, CONTROL)
    told = QAccessible.queryAccessibleInterface(opened)
    text = told.textInterface()
    assert text.text(0, text.characterCount()) == opened.text()
    assert text.cursorPosition() == len(opened.text())
    first, other = text.characterRect(0), text.characterRect(second)
    assert other.y() > first.y()
    corner = opened.viewport().mapToGlobal(opened.viewport().rect().topLeft())
    assert opened.rect().contains(first.translated(-corner).center())


def test_letters_from_right_to_left_are_pointed_at_where_they_are(near: Hand) -> None:
    key = near.touchpoints[1]
    near.editor.do(lambda journey: rename(journey, key, "زيارة الطبيب مع ابنته"))
    near.canvas.show_record(key)
    near.canvas.open_text(key)
    opened = field(near)
    for place in range(len(opened.text())):
        cursor = opened.textCursor()
        cursor.setPosition(place)
        opened.setTextCursor(cursor)
        assert opened.cursorForPosition(opened.cursorRect().center()).position() == place


def test_a_new_stage_has_nothing_over_its_neighbours_and_pale_words_until_one_is_typed(near: Hand) -> None:
    change = near.editor.do(lambda journey: add_stage(journey, at=1))
    assert change is not None
    key = next(record.id for record in change.added())
    near.editor.fresh = key
    near.canvas.show_record(key)
    near.canvas.open_text(key)
    opened, board = field(near), near.editor.board
    following = board.boxes(near.editor.journey.stages()[2].id, "stage")[0]
    neighbour = near.canvas.view.box(following)
    assert opened.geometry().right() <= neighbour.x + 12
    frame = near.canvas._typing._frame
    assert frame is not None, "one sees where one types"
    assert QRectF(near.canvas.viewport().rect()).contains(frame)
    assert frame.right() <= neighbour.x + 12
    assert frame.contains(QPointF(opened.geometry().center()))
    inside, ground = (frame.topLeft() + QPointF(4, 4)).toPoint(), near.canvas._typing._ground
    assert near.canvas.viewport().grab().toImage().pixelColor(inside) != ground
    near.type("Weigh")
    assert opened.text() == "Weigh"
    assert near.canvas._typing._frame is None, "what is typed looks as it is printed"
    assert near.canvas.viewport().grab().toImage().pixelColor(inside) == ground
    near.press(Qt.Key.Key_Return)
    assert near.value(key) == "Weigh"


def test_the_windows_own_type_does_not_come_into_the_text(near: Hand) -> None:
    try:
        near.canvas.setStyleSheet("QTextEdit, QWidget { font-size: 31px; font-weight: bold; }")
        opened, _ = two_lines(near)
        QApplication.processEvents()
        near.press(Qt.Key.Key_End, CONTROL)
        place, layout = near.canvas._typing._place, opened.document().firstBlock().layout()
        assert place is not None
        printed = place.lines[-1]
        end = near.canvas.to_view(printed.x + printed.line.width, 0).x()
        assert opened.x() + opened.cursorRect().x() == pytest.approx(end, abs=1.5)
        assert layout.lineAt(0).height() < 31
    finally:
        near.canvas.setStyleSheet("")
