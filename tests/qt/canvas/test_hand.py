"""The mouse on the map: hovering, selecting, dragging, letting go, scrolling at the edges, bringing things in."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.qt.canvas import hand as hands
from journeyeditor.qt.canvas.hand import keys_of
from journeyeditor.qt.canvas.over.outlines import record_boxes
from journeyeditor.tools.desk import Target
from journeyeditor.tools.events import Modifiers
from journeyeditor.tools.marks import InHand
from journeyeditor.tools.pointing import Pointing
from tests.qt.canvas.conftest import Hand

ACCENT = (0x25, 0x63, 0xEB)


def near(hand: Hand, point: QPoint, reach: int = 70) -> set[tuple[int, int, int]]:
    """The colours on the screen around a point."""
    image = hand.canvas.viewport().grab().toImage()
    xs = range(max(0, point.x() - reach), min(image.width(), point.x() + reach))
    ys = range(max(0, point.y() - reach), min(image.height(), point.y() + reach))
    return {image.pixelColor(x, y).getRgb()[:3] for x in xs for y in ys}


def test_what_the_pointer_is_over_is_told_and_its_plate_shows(hand: Hand) -> None:
    key = hand.touchpoints[2]
    before = hand.canvas.viewport().grab().toImage()
    hand.hover(hand.at(key, "touchpoint"))
    assert hand.desk.hovered is not None
    assert hand.desk.hovered.record == key
    assert hand.canvas.viewport().grab().toImage() != before
    QApplication.sendEvent(hand.canvas.viewport(), QEvent(QEvent.Type.Leave))
    assert hand.desk.hovered is None
    assert hand.canvas.viewport().grab().toImage() == before


def test_a_click_selects_and_an_outline_shows(hand: Hand) -> None:
    key = hand.touchpoints[1]
    point = hand.at(key, "touchpoint")
    assert ACCENT not in near(hand, point)
    hand.click(point)
    assert hand.editor.selection == (key,)
    assert ACCENT in near(hand, point)
    hand.click(hand.canvas.to_view(2, 2).toPoint())
    assert hand.editor.selection == ()


def test_shift_and_click_select_more(hand: Hand) -> None:
    first, second = hand.touchpoints[:2]
    hand.click(hand.at(first, "touchpoint"))
    hand.click(hand.at(second, "touchpoint"), Qt.KeyboardModifier.ShiftModifier)
    assert hand.editor.selection == (first, second)


def test_a_touchpoint_is_dragged_to_another_place(hand: Hand) -> None:
    one, two, three = hand.touchpoints[:3]
    start, end = hand.at(one, "touchpoint"), hand.at(three, "touchpoint")
    hand.drag(start, end + QPoint(3, 0))
    order = hand.touchpoints
    assert order.index(one) > order.index(two)
    assert hand.editor.history.position == 1
    assert not hand.desk.marks


def test_escape_puts_back_what_is_dragged_and_it_flies_home(hand: Hand, qtbot: QtBot) -> None:
    one, _, three = hand.touchpoints[:3]
    before = hand.touchpoints
    hand.grip(hand.at(one, "touchpoint"), hand.at(three, "touchpoint") + QPoint(8, 0))
    assert any(isinstance(mark, InHand) for mark in hand.desk.marks)
    hand.canvas.viewport().grab()
    hand.press(Qt.Key.Key_Escape)
    assert not hand.desk.marks
    assert hand.touchpoints == before
    assert hand.canvas._flight.is_on
    qtbot.waitUntil(lambda: not hand.canvas._flight.is_on, timeout=1000)
    hand.touch("release", hand.at(three, "touchpoint"))
    assert hand.touchpoints == before
    assert hand.editor.history.position == 0
    assert isinstance(hand.editor.tool, Pointing)


def test_nothing_flies_where_less_motion_is_wanted(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeyeditor.qt.canvas.flight.less_motion", lambda: True)
    one, _, three = hand.touchpoints[:3]
    hand.grip(hand.at(one, "touchpoint"), hand.at(three, "touchpoint") + QPoint(8, 0))
    hand.press(Qt.Key.Key_Escape)
    assert not hand.canvas._flight.is_on


def test_what_is_in_the_hand_hangs_on_the_pointer(hand: Hand) -> None:
    one, two = hand.touchpoints[0], hand.touchpoints[5]
    place = hand.at(two, "touchpoint") + QPoint(0, 160)
    hand.grip(hand.at(one, "touchpoint"), place)
    assert ACCENT in near(hand, place - QPoint(40, 30), 45)


def test_the_map_scrolls_while_something_is_held_at_its_edge(hand: Hand, qtbot: QtBot) -> None:
    hand.canvas.zoom_by(3, QPointF(hand.at(hand.touchpoints[0], "touchpoint")))
    start = hand.at(hand.touchpoints[0], "touchpoint")
    edge = QPoint(int(hand.canvas.view.width) - 4, start.y())
    left, top = hand.canvas.view.left, hand.canvas.view.top
    hand.grip(start, edge)
    qtbot.waitUntil(lambda: hand.canvas.view.left > left + 60, timeout=3000)
    hand.press(Qt.Key.Key_Escape)
    qtbot.wait(80)
    found = hand.canvas.view
    assert (found.left, found.top) == pytest.approx((left, top), abs=0.6), "Escape gives back the view too"


def stages(hand: Hand) -> list[str]:
    return [stage.id for stage in hand.editor.journey.stages()]


def test_a_stage_held_at_the_edge_goes_to_the_end_of_the_map_and_no_farther(hand: Hand, qtbot: QtBot) -> None:
    first, *others = stages(hand)
    hand.canvas.zoom_by(3, QPointF(hand.at(first, "stage")))
    start = hand.at(first, "stage")
    hand.grip(start, QPoint(int(hand.canvas.view.width) - 4, start.y()))
    end = hand.editor.board.width * hand.canvas.view.zoom - hand.canvas.view.width
    qtbot.waitUntil(lambda: hand.canvas.view.left >= end - 1, timeout=6000)
    qtbot.wait(100)
    assert hand.canvas.view.left <= end + 1
    assert stages(hand) == [*others, first], "it is shown where it would land, though the hand has not moved"
    hand.touch("release", QPoint(int(hand.canvas.view.width) - 4, start.y()))
    assert stages(hand) == [*others, first]
    assert hand.editor.history.position == 1


def test_the_map_scrolls_under_what_is_brought_from_the_palette(hand: Hand, qtbot: QtBot) -> None:
    known = stages(hand)
    hand.canvas.zoom_by(3, QPointF(hand.at(stages(hand)[0], "stage")))
    point = QPoint(int(hand.canvas.view.width) - 3, hand.at(stages(hand)[0], "stage").y())
    place = hand.canvas.viewport().mapToGlobal(point)
    hand.canvas.carry_begin("stage")
    hand.canvas.carry_move(place, Modifiers())
    (new,) = set(stages(hand)) - set(known)
    assert stages(hand)[-1] != new
    qtbot.waitUntil(lambda: stages(hand)[-1] == new, timeout=6000)
    hand.canvas.carry_cancel()
    assert stages(hand) == known


def test_the_landing_follows_when_the_wheel_moves_the_map_under_the_hand(hand: Hand) -> None:
    first = stages(hand)[0]
    hand.canvas.zoom_by(3, QPointF(hand.at(first, "stage")))
    start = hand.at(first, "stage")
    hand.grip(start, start + QPoint(8, 0))
    assert stages(hand)[0] == first
    down = QPoint(0, -120)
    for _ in range(40):
        event = QWheelEvent(
            QPointF(start), hand.canvas.viewport().mapToGlobal(QPointF(start)), QPoint(), down,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003
        )  # fmt: skip
        QApplication.sendEvent(hand.canvas.viewport(), event)
        if stages(hand)[0] != first:
            break
    assert stages(hand)[0] != first
    hand.press(Qt.Key.Key_Escape)
    hand.touch("release", start)
    assert stages(hand)[0] == first


def test_a_click_near_the_edge_does_not_scroll(hand: Hand, qtbot: QtBot) -> None:
    before = hand.canvas.view
    hand.touch("press", QPoint(5, 300))
    qtbot.wait(60)
    hand.touch("release", QPoint(5, 300))
    qtbot.wait(300)
    assert hand.canvas.view == before


def test_something_is_brought_in_from_the_palette(hand: Hand) -> None:
    def screen(point: QPoint) -> QPoint:
        return hand.canvas.viewport().mapToGlobal(point)

    before = len(hand.of_kind("Pain"))
    place = hand.at(hand.of_kind("Pain")[0])
    hand.canvas.carry_begin("pain")
    hand.canvas.carry_move(screen(QPoint(-50, 100)), Modifiers())
    assert not hand.desk.marks
    hand.canvas.carry_move(screen(place), Modifiers())
    assert any(isinstance(mark, InHand) for mark in hand.desk.marks)
    assert hand.canvas.carry_end(screen(place), Modifiers())
    assert len(hand.of_kind("Pain")) == before + 1


def test_what_leaves_the_canvas_again_leaves_nothing_behind(hand: Hand) -> None:
    def screen(point: QPoint) -> QPoint:
        return hand.canvas.viewport().mapToGlobal(point)

    before = hand.of_kind("Pain")
    hand.canvas.carry_begin("pain")
    hand.canvas.carry_move(screen(hand.at(before[0])), Modifiers())
    hand.canvas.carry_move(screen(QPoint(-50, 100)), Modifiers())
    assert not hand.desk.marks
    assert not hand.canvas.carry_end(screen(QPoint(-50, 100)), Modifiers())
    assert hand.of_kind("Pain") == before


def test_option_copies_on_a_mac_while_something_is_dragged(monkeypatch: pytest.MonkeyPatch) -> None:
    option = Qt.KeyboardModifier.AltModifier
    assert not keys_of(option, drags=True).control
    monkeypatch.setattr(hands.sys, "platform", "darwin")
    assert keys_of(option, drags=True).control
    assert not keys_of(option).control
    assert keys_of(Qt.KeyboardModifier.ControlModifier).control


def test_a_context_menu_is_asked_for_what_is_under_the_pointer(hand: Hand, qtbot: QtBot) -> None:
    key = hand.touchpoints[3]
    point = hand.at(key, "touchpoint")
    place = hand.canvas.viewport().mapToGlobal(point)
    with qtbot.waitSignal(hand.canvas.menu_wanted) as heard:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place)
        QApplication.sendEvent(hand.canvas.viewport(), event)
    target, where = heard.args
    assert isinstance(target, Target)
    assert (target.record, where) == (key, place)


def test_the_menu_key_asks_for_what_is_selected(hand: Hand, qtbot: QtBot) -> None:
    key = hand.touchpoints[4]
    hand.editor.select([key])
    with qtbot.waitSignal(hand.canvas.menu_wanted) as heard:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(hand.canvas, event)  # where the window system sends it: who has the keyboard
    target, where = heard.args
    assert target.record == key
    inside = hand.canvas.viewport().mapFromGlobal(where)
    assert (inside - hand.at(key, "touchpoint")).manhattanLength() < 60


def test_keys_that_are_no_gesture_are_the_windows(hand: Hand) -> None:
    from PySide6.QtGui import QKeyEvent  # noqa: PLC0415

    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_P, Qt.KeyboardModifier.NoModifier, "p")
    event.accept()
    hand.canvas.keyPressEvent(event)
    assert not event.isAccepted()


def test_the_focus_shows_after_a_key_and_not_after_a_click(hand: Hand) -> None:
    key = hand.touchpoints[2]
    hand.click(hand.at(key, "touchpoint"))
    QApplication.sendEvent(hand.canvas.viewport(), QEvent(QEvent.Type.Leave))
    plain = hand.canvas.viewport().grab().toImage()
    hand.press(Qt.Key.Key_Shift)
    assert hand.canvas.viewport().grab().toImage() != plain


def test_ctrl_copies_as_soon_as_it_goes_down_and_not_only_when_the_hand_moves_on(hand: Hand) -> None:
    one, _, three = hand.touchpoints[:3]
    many = len(hand.touchpoints)
    hand.grip(hand.at(one, "touchpoint"), hand.at(three, "touchpoint") + QPoint(8, 0))
    assert len(hand.touchpoints) == many
    QTest.keyPress(hand.canvas, Qt.Key.Key_Control)
    assert len(hand.touchpoints) == many + 1
    QTest.keyRelease(hand.canvas, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert len(hand.touchpoints) == many
    hand.press(Qt.Key.Key_Escape)
    hand.touch("release", hand.at(three, "touchpoint"))
    assert hand.touchpoints[0] == one


def test_what_is_put_down_flies_to_where_it_is_now(hand: Hand, qtbot: QtBot) -> None:
    one, _, three = hand.touchpoints[:3]
    hand.grip(hand.at(one, "touchpoint"), hand.at(three, "touchpoint") + QPoint(8, 0))
    hand.touch("release", hand.at(three, "touchpoint") + QPoint(8, 0))
    flight = hand.canvas._flight
    assert flight.is_on
    end = flight._animation.endValue() + QPointF(
        flight._plate.deviceIndependentSize().width() / 2, flight._plate.deviceIndependentSize().height() / 2
    )
    place = hand.canvas.to_view(*record_boxes(hand.editor, one)[0].middle)
    assert (end - place).manhattanLength() < 1
    qtbot.waitUntil(lambda: not flight.is_on, timeout=1000)
