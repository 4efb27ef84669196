"""A canvas over a shipped map, and what a hand does on it with real events."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.qt.canvas.canvas import Canvas
from journeyeditor.tools.pointing import Pointing
from journeyeditor.words import speak

TEMPLATES = Path(__file__).resolve().parents[3] / "resources" / "templates"
NO_KEYS = Qt.KeyboardModifier.NoModifier


def open_editor(name: str = "loyalty-6.en") -> Editor:
    return Editor(Document.open(TEMPLATES / f"{name}.journey"))


class Hand:
    """Does on a canvas what a person does."""

    def __init__(self, canvas: Canvas, qtbot: QtBot) -> None:
        self.canvas, self.qtbot = canvas, qtbot
        self.editor, self.desk = canvas.editor, canvas.desk

    # -- the mouse
    def at(self, key: str, role: str = "") -> QPoint:
        """The middle of a record in the viewport."""
        boxes = self.editor.board.boxes(key, *([role] if role else []))
        return self.canvas.to_view(*boxes[0].middle).toPoint()

    def touch(self, kind: str, point: QPoint, *, down: bool = False, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        types = {
            "move": QMouseEvent.Type.MouseMove,
            "press": QMouseEvent.Type.MouseButtonPress,
            "release": QMouseEvent.Type.MouseButtonRelease,
            "double": QMouseEvent.Type.MouseButtonDblClick,
        }
        viewport = self.canvas.viewport()
        place = QPointF(point)
        button = none if kind == "move" else left
        held = left if down or kind in {"press", "double"} else none
        event = QMouseEvent(types[kind], place, QPointF(viewport.mapToGlobal(point)), button, held, keys)
        QApplication.sendEvent(viewport, event)

    def hover(self, point: QPoint) -> None:
        self.touch("move", point)

    def click(self, point: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.touch("move", point)
        self.touch("press", point, keys=keys)
        self.touch("release", point, keys=keys)

    def double_click(self, point: QPoint) -> None:
        self.click(point)
        self.touch("double", point)
        self.touch("release", point)

    def grip(self, start: QPoint, *way: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Presses, and moves on without letting go."""
        self.touch("move", start)
        self.touch("press", start)
        for point in way:
            self.touch("move", (start + point) / 2, down=True, keys=keys)
            self.touch("move", point, down=True, keys=keys)

    def drag(self, start: QPoint, *way: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.grip(start, *way, keys=keys)
        self.touch("release", way[-1], keys=keys)

    def wheel(
        self, point: QPoint, angle: QPoint, keys: Qt.KeyboardModifier = NO_KEYS, pixels: QPoint | None = None
    ) -> None:
        viewport = self.canvas.viewport()
        event = QWheelEvent(
            QPointF(point),
            QPointF(viewport.mapToGlobal(point)),
            pixels or QPoint(),
            angle,
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt knows no names for its arguments
        )
        QApplication.sendEvent(viewport, event)

    # -- keys
    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """A key, for whatever has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.canvas, key, keys)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.canvas, text)

    # -- what there is
    @property
    def touchpoints(self) -> list[str]:
        return [one.id for one in self.editor.journey.touchpoints()]

    def of_kind(self, name: str) -> list[str]:
        return [record.id for record in self.editor.journey if type(record).__name__ == name]

    def value(self, key: str, field: str = "title") -> str:
        return str(getattr(self.editor.journey.get(key), field))

    def rest(self) -> None:
        """Until a zoom has come to rest and is painted sharply."""
        self.qtbot.waitUntil(lambda: not self.canvas._zooming)


def shown(qtbot: QtBot, editor: Editor, width: int = 1200, height: int = 800) -> Canvas:
    canvas = Canvas(EditorDesk(editor))
    qtbot.addWidget(canvas)
    canvas.resize(width, height)
    with qtbot.waitActive(canvas):
        canvas.show()
        canvas.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(lambda: canvas.view.width == width)
    return canvas


@pytest.fixture(scope="module")
def shared(qapp: QApplication) -> Iterator[Canvas]:
    """One canvas for a module: laying a map out anew for every test would take most of its time."""
    canvas = Canvas(EditorDesk(open_editor()))
    yield canvas
    canvas.editor.close()
    canvas.close()
    canvas.deleteLater()


@pytest.fixture
def hand(qtbot: QtBot, shared: Canvas) -> Iterator[Hand]:
    """A hand on a canvas that shows a whole page."""
    canvas = shared
    canvas.resize(1200, 800)
    with qtbot.waitActive(canvas):
        canvas.show()
        canvas.activateWindow()
    canvas.setFocus()
    canvas.fit_page()
    qtbot.waitUntil(lambda: canvas.view.width == 1200)
    made = Hand(canvas, qtbot)
    made.rest()
    canvas.viewport().grab()
    yield made
    as_it_was(canvas)


def as_it_was(canvas: Canvas) -> None:
    """Nothing is held, open, selected or changed."""
    editor = canvas.editor
    canvas.cancel_text()
    canvas._hand.let_go()
    canvas._hand._waits = canvas._hand.space = canvas._by_keys = False
    editor.use(Pointing())
    while editor.history.position:
        editor.undo()
    editor.select([])
    editor.speak(speak("en"))
    canvas.desk.show()
    canvas.desk.hover(None)
    editor.settle()
