"""Pictures and files dropped on the map or pasted; choices at the pointer."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journeyeditor.editor import Told
from journeyeditor.edits.deleting import delete
from journeyeditor.model.records import Lane
from journeyeditor.qt.canvas.text_field import TextField
from journeyeditor.tools.marks import Glow
from tests.qt.canvas.conftest import Hand

COPY, LEFT, PLAIN = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def picture(path: Path, size: int = 40) -> Path:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor("#AA3300"))
    assert image.save(str(path))
    return path


def of_files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(hand: Hand, mime: QMimeData, point: QPoint) -> bool:
    viewport = hand.canvas.viewport()
    QApplication.sendEvent(viewport, QDragEnterEvent(point, COPY, mime, LEFT, PLAIN))
    QApplication.sendEvent(viewport, QDragMoveEvent(point, COPY, mime, LEFT, PLAIN))
    event = QDropEvent(QPointF(point), COPY, mime, LEFT, PLAIN)
    QApplication.sendEvent(viewport, event)
    return event.isAccepted()


def test_a_picture_is_dropped_on_a_touchpoint_as_one_step(hand: Hand, tmp_path: Path) -> None:
    key, path = hand.touchpoints[3], picture(tmp_path / "photo.png")
    assert drop(hand, of_files(path), hand.at(key, "touchpoint"))
    image = hand.editor.journey.get(key).image  # type: ignore[union-attr]
    assert hand.editor.journey.images.get(image) == path.read_bytes()
    assert hand.editor.history.position == 1
    hand.editor.undo()
    assert hand.editor.journey.get(key).image is None  # type: ignore[union-attr]


def test_a_source_that_proposes_to_move_is_told_of_a_copy(hand: Hand, tmp_path: Path) -> None:
    viewport, shift = hand.canvas.viewport(), Qt.KeyboardModifier.ShiftModifier
    actions = COPY | Qt.DropAction.MoveAction
    good, bad = picture(tmp_path / "photo.png"), tmp_path / "bad.png"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    for path, taken in ((good, True), (bad, False)):
        mime, point = of_files(path), hand.at(hand.touchpoints[3], "touchpoint")
        QApplication.sendEvent(viewport, QDragEnterEvent(point, actions, mime, LEFT, shift))
        event = QDropEvent(QPointF(point), actions, mime, LEFT, shift)
        assert event.proposedAction() == Qt.DropAction.MoveAction
        QApplication.sendEvent(viewport, event)
        assert event.isAccepted() == taken
        assert event.dropAction() == (COPY if taken else Qt.DropAction.IgnoreAction)
    mime = of_files(good)
    entering = QDragEnterEvent(point, Qt.DropAction.MoveAction, mime, LEFT, PLAIN)
    QApplication.sendEvent(viewport, entering)
    assert not entering.isAccepted()


def test_a_touchpoint_lights_up_under_a_picture(hand: Hand, tmp_path: Path) -> None:
    mime = of_files(picture(tmp_path / "photo.png"))
    viewport = hand.canvas.viewport()
    point = hand.at(hand.touchpoints[3], "touchpoint")
    QApplication.sendEvent(viewport, QDragEnterEvent(point, COPY, mime, LEFT, PLAIN))
    QApplication.sendEvent(viewport, QDragMoveEvent(point, COPY, mime, LEFT, PLAIN))
    assert any(isinstance(mark, Glow) for mark in hand.desk.marks)
    QApplication.sendEvent(viewport, QDragMoveEvent(QPoint(3, 3), COPY, mime, LEFT, PLAIN))
    assert not hand.desk.marks


def test_a_picture_brings_the_lane_that_shows_it_and_both_go_as_one(hand: Hand, tmp_path: Path) -> None:
    told: list[Told] = []
    hand.editor.told.listen(told.append)
    for lane in hand.editor.journey.all(Lane):
        if lane.kind == "images":
            hand.editor.do(lambda journey, lane=lane: delete(journey, [lane.id]))  # type: ignore[misc]
    key, before = hand.touchpoints[3], {one.id for one in hand.editor.journey}
    steps = hand.editor.history.position
    mime, viewport = of_files(picture(tmp_path / "photo.png")), hand.canvas.viewport()
    point = hand.at(key, "touchpoint")
    QApplication.sendEvent(viewport, QDragEnterEvent(point, COPY, mime, LEFT, PLAIN))
    QApplication.sendEvent(viewport, QDragMoveEvent(point, COPY, mime, LEFT, PLAIN))
    assert hand.desk.hint is not None
    assert hand.desk.hint.how is not None
    assert hand.desk.hint.how.english() == "A lane “Images” comes along"
    assert drop(hand, mime, point)
    assert hand.editor.board.boxes(key, "image"), "the map shows it"
    assert [one.problem.english() for one in told] == ["Lane “Images” added"]
    assert hand.editor.history.position == steps + 1
    hand.editor.undo()
    assert {one.id for one in hand.editor.journey} == before


def test_a_picture_that_is_none_is_told_and_changes_nothing(hand: Hand, tmp_path: Path) -> None:
    told: list[Told] = []
    hand.editor.told.listen(told.append)
    path = tmp_path / "photo.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    drop(hand, of_files(path), hand.at(hand.touchpoints[3], "touchpoint"))
    assert hand.editor.history.position == 0
    assert "cannot be used" in told[0].problem.english()
    assert told[0].advice is not None


def test_a_picture_dropped_beside_everything_is_told_where_it_goes(hand: Hand, tmp_path: Path) -> None:
    told: list[Told] = []
    hand.editor.told.listen(told.append)
    assert not drop(hand, of_files(picture(tmp_path / "photo.png")), QPoint(3, 3))
    assert [one.problem.english() for one in told] == ["Where does the picture go?"]
    assert hand.editor.history.position == 0


def test_files_of_journeys_are_handed_on(hand: Hand, tmp_path: Path, qtbot: QtBot) -> None:
    paths = [tmp_path / "one.journey", tmp_path / "two.csv", tmp_path / "three.mmd"]
    for path in paths:
        path.write_text("x")
    with qtbot.waitSignal(hand.canvas.files_dropped) as heard:
        assert drop(hand, of_files(*paths), QPoint(300, 300))
    assert heard.args == [paths]


def test_a_file_is_not_typed_into_the_text_that_is_open(hand: Hand, tmp_path: Path) -> None:
    assert hand.canvas.open_text(hand.touchpoints[3])
    field = hand.canvas.findChild(TextField)
    assert field is not None
    mime = of_files(picture(tmp_path / "photo.png"))
    event = QDragEnterEvent(QPoint(5, 5), COPY, mime, LEFT, PLAIN)
    QApplication.sendEvent(field.viewport(), event)
    assert event.position() != QPointF(5, 5), "the map under it has it, not the text"
    words, written = QMimeData(), QPoint(5, 5)
    words.setText("words")
    event = QDragEnterEvent(written, COPY, words, LEFT, PLAIN)
    QApplication.sendEvent(field.viewport(), event)
    assert (event.isAccepted(), event.position()) == (True, QPointF(5, 5))


def test_other_files_are_refused(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "program.exe"
    path.write_bytes(b"MZ")
    mime = of_files(path)
    event = QDragEnterEvent(QPoint(300, 300), COPY, mime, LEFT, PLAIN)
    QApplication.sendEvent(hand.canvas.viewport(), event)
    assert not event.isAccepted()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_choice_is_asked_for_in_words_at_the_pointer(hand: Hand, qtbot: QtBot, language: str) -> None:
    from journeyeditor.words import speak  # noqa: PLC0415

    hand.editor.speak(speak(language))
    chosen: list[str] = []
    channels = sorted({one.channel for one in hand.editor.journey.touchpoints() if one.channel})[:2]
    hand.desk.pick("channel", channels, chosen.append)
    menu = hand.canvas.findChild(QMenu)
    assert menu is not None
    words = [action.text() for action in menu.actions()]
    known = [hand.editor.journey.channel(key) for key in channels]
    assert words == [speak(language).term("channel", one.icon) for one in known if one is not None]
    menu.actions()[1].trigger()
    assert chosen == channels[1:]
    menu.close()
