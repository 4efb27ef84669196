"""A canvas that is closed leaves nothing behind; the wheel goes through what lies over the map."""

import gc
import weakref

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.qt.canvas.canvas import Canvas
from tests.qt.canvas.conftest import Hand, open_editor


def listeners(desk: EditorDesk) -> int:
    editor = desk.editor
    signals = (
        editor.relaid, editor.viewed, editor.selected, editor.changed, editor.texts, editor.cursor.moved,
        desk.marked, desk.picks,
    )  # fmt: skip
    return sum(len(signal._listeners) for signal in signals)


def test_a_canvas_that_goes_listens_no_more_and_is_freed(qtbot: QtBot) -> None:
    desk = EditorDesk(open_editor())
    before = listeners(desk)
    canvas = Canvas(desk)
    canvas.resize(600, 400)
    canvas.show()
    canvas.open_text(desk.journey.touchpoints()[0].id)
    canvas.cancel_text()
    assert listeners(desk) > before
    gone = weakref.ref(canvas)
    canvas.close()
    canvas.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qtbot.wait(10)
    assert listeners(desk) == before
    del canvas
    gc.collect()
    assert gone() is None
    desk.editor.close()


def test_the_wheel_zooms_over_an_open_text_and_over_the_overview_too(hand: Hand) -> None:
    hand.canvas.zoom_by(2.5)
    hand.canvas.open_text(hand.touchpoints[1])
    field = hand.canvas._typing.field
    assert field is not None
    for widget in (field.viewport(), hand.canvas._overview):
        before, point = hand.canvas.zoom, QPoint(5, 5)
        event = QWheelEvent(
            QPointF(point),
            QPointF(widget.mapToGlobal(point)),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt knows no names for its arguments
        )
        QApplication.sendEvent(widget, event)
        assert hand.canvas.zoom > before
