"""Whatever is dropped is copied: a file manager that moves would delete the original."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.editor import Document, Editor
from journeyeditor.errors import message
from journeyeditor.model.blank import blank
from journeyeditor.model.records import Touchpoint
from journeyeditor.qt.application import Program
from journeyeditor.qt.inspector.editors.pictures import PictureEditor
from journeyeditor.qt.inspector.shapes import Field
from journeyeditor.qt.palette.quick_line import QuickLine
from journeyeditor.qt.parts.dropped import answer
from journeyeditor.qt.parts.texts import GrowingText, LineField
from journeyeditor.qt.window.main_window import MainWindow

COPY, MOVE, IGNORE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction, Qt.DropAction.IgnoreAction
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Make = Callable[[], QWidget]


def picture(path: Path) -> Path:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#AA3300"))
    assert image.save(str(path))
    return path


def of_file(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def dropped(widget: QWidget, mime: QMimeData, actions: Qt.DropAction = COPY | MOVE) -> tuple[bool, Qt.DropAction]:
    """What a widget answers to something whose source proposes to move it (Shift is held)."""
    shift = Qt.KeyboardModifier.ShiftModifier
    event = QDropEvent(QPointF(5, 5), actions, mime, LEFT, shift)
    assert event.proposedAction() == MOVE
    widget.dropEvent(event)
    return event.isAccepted(), event.dropAction()


@pytest.fixture
def widgets(qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch) -> dict[str, Make]:
    def added(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        return widget

    def start() -> QWidget:
        page: QWidget = program.new_window().start_page
        page.import_wanted.disconnect()  # type: ignore[attr-defined]
        return page

    monkeypatch.setattr(MainWindow, "open_files", lambda _self, _names: None)
    field = Field("image", "picture", message("Picture"))
    editor = Editor(Document(blank(stages=1)))
    return {
        "window": program.new_window,
        "start": start,
        "field": lambda: added(PictureEditor(field, Touchpoint, editor)),
        "line": lambda: added(QuickLine()),
    }


@pytest.mark.parametrize("name", ["window", "start", "field", "line"])
def test_a_file_is_never_said_to_be_moved(widgets: dict[str, Make], name: str, tmp_path: Path) -> None:
    path = picture(tmp_path / "photo.png")
    assert dropped(widgets[name](), of_file(path)) == (True, COPY)


@pytest.mark.parametrize("name", ["window", "start", "field", "line"])
def test_a_source_that_only_moves_gets_no(widgets: dict[str, Make], name: str, tmp_path: Path) -> None:
    widget, mime = widgets[name](), of_file(picture(tmp_path / "photo.png"))
    assert dropped(widget, mime, MOVE) == (False, IGNORE)
    entering = QDragEnterEvent(QPoint(5, 5), MOVE, mime, LEFT, PLAIN)
    assert not answer(entering, taken=True)
    assert not entering.isAccepted()


def test_a_picture_that_is_refused_is_not_accepted(widgets: dict[str, Make], tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    assert dropped(widgets["field"](), of_file(path)) == (False, IGNORE)


@pytest.mark.parametrize("make", [LineField, GrowingText, QuickLine])
def test_a_file_is_not_dropped_on_a_text_but_on_the_window(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    field = make()
    qtbot.addWidget(field)
    inner = getattr(field, "viewport", lambda: field)()
    text = QMimeData()
    text.setText("words")
    for mime, taken in ((text, True), (of_file(tmp_path / "map.journey"), False)):
        event = QDragEnterEvent(QPoint(5, 5), COPY | MOVE, mime, LEFT, PLAIN)
        QApplication.sendEvent(inner, event)
        assert event.isAccepted() == taken
