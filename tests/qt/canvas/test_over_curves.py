"""Beside the curves: the point that a click would set, and the number that leaves words free."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from journeyeditor.edits.deleting import delete
from journeyeditor.edits.emotions import clear_emotion
from journeyeditor.model.records import Emotion, Quote
from journeyeditor.qt.canvas.over.curve_point import bubble_place
from journeyeditor.qt.canvas.over.outlines import outline_of
from tests.qt.canvas.conftest import Hand
from tests.qt.canvas.test_over import changed, screen


def test_the_number_stands_right_of_the_point_where_nothing_is_written() -> None:
    assert bubble_place(QPointF(100, 100), 1000, []) == QRectF(124, 96, 76, 30)
    assert bubble_place(QPointF(950, 100), 1000, []) == QRectF(850, 96, 76, 30)


@pytest.mark.parametrize(
    "written",
    [
        [QRectF(120, 80, 90, 60)],
        [QRectF(120, 80, 90, 60), QRectF(0, 80, 90, 60)],
        [QRectF(0, 60, 90, 45), QRectF(120, 90, 90, 60)],
    ],
)
def test_the_number_covers_no_call_out(written: list[QRectF]) -> None:
    place = bubble_place(QPointF(100, 100), 1000, written)
    assert not any(place.intersects(one) for one in written)
    assert not place.contains(QPointF(100, 100))


def test_where_the_active_persona_feels_nothing_yet_the_point_of_a_click_is_seen(hand: Hand) -> None:
    persona, key = hand.editor.persona, hand.touchpoints[3]
    assert persona is not None
    hand.editor.do(lambda journey: clear_emotion(journey, persona, key))
    band, slot = hand.editor.board.slot(key)
    place = hand.canvas.to_view(slot.x, band.scales[0].y(-1.6)).toPoint()
    empty = screen(hand)
    hand.hover(place)
    shape = changed(empty, screen(hand))
    assert shape.width() == pytest.approx(14, abs=4)
    assert abs(shape.center().y() - hand.canvas.to_view(slot.x, band.scales[0].y(-1.5)).y()) <= 2
    hand.click(place)
    assert hand.editor.journey.emotions(persona)[key].value == -1.5


def test_a_call_out_of_a_selected_feeling_has_no_ellipse_around_it(hand: Hand) -> None:
    quotes = [one.id for one in hand.editor.journey.all(Quote)]
    hand.editor.do(lambda journey: delete(journey, quotes))
    board = hand.editor.board
    key = next(one.id for one in hand.editor.journey.all(Emotion) if board.boxes(one.id, "callout"))
    before = screen(hand)
    hand.editor.select([key])
    after = screen(hand)
    _, callout = outline_of(hand.editor, key, hand.canvas.view)
    corner = callout.topLeft().toPoint()
    assert before.pixelColor(corner.x() + 9, corner.y()) != after.pixelColor(corner.x() + 9, corner.y())
