"""Who travels: chosen, moved, hidden, restyled, pictured."""

import io
import os

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from journeyeditor.edits.personas import add_persona
from journeyeditor.files.limits import IMAGE_PIXELS
from journeyeditor.qt.parts.pictures import stored, taken
from journeyeditor.qt.personas import PersonasBar, portrait
from journeyeditor.qt.personas.dialog import PersonaDialog
from journeyeditor.qt.personas.portrait import CropDialog
from journeyeditor.words import speak


@pytest.fixture
def bar(qtbot, desk):
    made = PersonasBar(desk)
    qtbot.addWidget(made)
    made.resize(900, 60)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def drop_picture(bar, path, place):
    mime, plain = QMimeData(), Qt.KeyboardModifier.NoModifier
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(bar.viewport(), QDragEnterEvent(place, copy, mime, left, plain))
    QApplication.sendEvent(bar.viewport(), QDragMoveEvent(place, copy, mime, left, plain))
    event = QDropEvent(QPointF(place), copy, mime, left, plain)
    QApplication.sendEvent(bar.viewport(), event)
    return event.isAccepted()


def test_a_picture_dropped_on_a_persona_is_her_portrait(bar, desk, tmp_path):
    path = tmp_path / "face.png"
    Image.new("RGB", (30, 30), "#AA3300").save(path)
    second, steps = desk.journey.personas()[1].id, desk.editor.history.position
    assert drop_picture(bar, path, bar.chips[1].geometry().center())
    assert desk.journey.images.get(desk.journey.get(second).portrait) == path.read_bytes()
    assert desk.editor.history.position == steps + 1
    assert not drop_picture(bar, path, bar.everyone.geometry().center())
    path.write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    told = []
    desk.editor.told.listen(told.append)
    assert not drop_picture(bar, path, bar.chips[1].geometry().center())
    assert "cannot be used" in told[0].problem.english()
    assert desk.editor.history.position == steps + 1


def names(desk):
    return [persona.name for persona in desk.journey.personas()]


def test_everyone_comes_first_and_a_click_chooses(bar, desk):
    second = desk.journey.personas()[1]
    QTest.mouseClick(bar.chips[1], Qt.MouseButton.LeftButton)
    assert desk.editor.persona == second.id
    assert [chip.isChecked() for chip in bar.chips] == [False, True, False]
    QTest.mouseClick(bar.everyone, Qt.MouseButton.LeftButton)
    assert desk.editor.persona is None
    assert bar.everyone.x() < bar.chips[0].x() < bar.plus.x()


def test_alt_arrows_move_and_the_focus_follows(bar, desk):
    before = names(desk)
    bar.chips[0].setFocus()
    QTest.keyClick(bar.chips[0], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert names(desk) == [before[1], before[0], before[2]]
    assert bar.chips[1].hasFocus()
    QTest.keyClick(bar.chips[1], Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert names(desk) == before


def test_a_drag_reorders_in_one_step(bar, desk):
    before, steps = names(desk), desk.editor.history.position
    chip, last = bar.chips[0], bar.chips[2]
    QTest.mousePress(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    target = chip.mapFromGlobal(last.mapToGlobal(QPoint(last.width() - 5, 20)))
    QTest.mouseMove(chip, QPoint(60, 20))
    goal = chip.mapFromGlobal(last.mapToGlobal(QPoint(last.width() - 5, 20)))
    QTest.mouseMove(chip, goal)
    QTest.mouseRelease(
        chip, Qt.MouseButton.LeftButton, pos=chip.mapFromGlobal(last.mapToGlobal(QPoint(last.width() - 5, 20)))
    )
    assert target.x() > 0
    assert names(desk) == [before[1], before[2], before[0]]
    assert desk.editor.history.position == steps + 1


def test_the_menu_hides_copies_restyles_and_deletes(bar, desk):
    key = desk.journey.personas()[0].id

    def choose(text):
        menu = bar.menu(key)
        found = [action for action in menu.actions() if action.text() == text]
        found[0].trigger()

    choose("Hide")
    assert desk.journey.get(key).hidden
    assert bar.chips[0].accessibleDescription() == "hidden"
    choose("Show")
    assert not desk.journey.get(key).hidden
    styles = next(action.menu() for action in bar.menu(key).actions() if action.text() == "Colour and marker")
    assert len(styles.actions()) == 12
    styles.actions()[8].trigger()
    assert desk.journey.get(key).style == 9
    choose("Copy")
    assert len(bar.chips) == 4
    choose("Delete")
    assert key not in desk.journey
    assert len(bar.chips) == 3


def test_plus_adds_somebody_who_is_active_and_whose_fields_open(bar, desk, qtbot):
    QTest.mouseClick(bar.plus, Qt.MouseButton.LeftButton)
    new = desk.journey.personas()[-1]
    assert desk.editor.persona == new.id
    dialog = next(child for child in bar.findChildren(PersonaDialog) if child.isVisible())
    title = dialog.inspector.page.title
    QTest.keyClicks(title, "Aylin")
    dialog.accept()
    assert desk.journey.get(new.id).name == "Aylin"


def test_double_click_edits(bar, desk):
    QTest.mouseDClick(bar.chips[1], Qt.MouseButton.LeftButton)
    dialog = next(child for child in bar.findChildren(PersonaDialog) if child.isVisible())
    assert dialog.inspector.keys == (desk.journey.personas()[1].id,)
    dialog.accept()


def test_many_are_scrolled_and_the_language_changes(bar, desk, qtbot):
    for number in range(12):
        desk.editor.do(lambda journey, number=number: add_persona(journey, name=f"Person number {number}"))
    assert len(bar.chips) == 15
    qtbot.waitUntil(lambda: bar.horizontalScrollBar().maximum() > 0)
    desk.editor.speak(speak("fr"))
    assert bar.plus.toolTip() == "Ajouter un persona"


def picture(size, mode="RGB", form="PNG"):
    data = io.BytesIO()
    Image.new(mode, size, (200, 40, 40, 90)[: len(mode)]).save(data, form)
    return data.getvalue()


class TestPortrait:
    def test_a_picture_is_cropped_square_scaled_and_stored(self, bar, desk, tmp_path, monkeypatch):
        path = tmp_path / "face.png"
        path.write_bytes(picture((1400, 900)))
        key = desk.journey.personas()[0].id
        monkeypatch.setattr(portrait, "pick_picture", lambda *_: path)
        portrait.choose_portrait(desk.editor, key, bar)
        dialog = next(child for child in bar.findChildren(CropDialog) if child.isVisible())
        whole = dialog.view.square().width()
        QTest.keyClicks(dialog.view, "++")
        assert dialog.view.square().width() < whole
        dialog.accept()
        data = desk.journey.images.get(desk.journey.get(key).portrait)
        kept = Image.open(io.BytesIO(data))
        assert kept.size == (512, 512)
        assert kept.format == "JPEG"

    def test_a_see_through_picture_stays_a_png(self, desk, tmp_path):
        path = tmp_path / "face.webp"
        path.write_bytes(picture((300, 300), "RGBA", "WEBP"))
        assert stored(taken(desk.editor, path, path.name)[1], 512).startswith(b"\x89PNG")

    @pytest.mark.parametrize("what", ["text", "huge", "endless", "damaged", "missing", "folder"])
    def test_what_is_no_picture_is_told_in_a_sentence(self, desk, tmp_path, what):
        told = []
        desk.editor.told.listen(told.append)
        path = tmp_path / "face.png"
        if what == "huge":
            side = round((IMAGE_PIXELS + 2_000_000) ** 0.5)
            data = io.BytesIO()
            Image.new("1", (side, side)).save(data, "PNG")
            path.write_bytes(data.getvalue())
        elif what == "endless":
            path.write_bytes(b"II*\0")  # as a TIFF begins
            os.truncate(path, 50_000_000_000)
        elif what == "folder":
            path.mkdir()
        elif what != "missing":
            path.write_bytes(b"hello" if what == "text" else picture((80, 80))[:60])
        assert taken(desk.editor, path, path.name) is None
        assert len(told) == 1
        assert told[0].advice is not None


def test_the_dialog_of_a_persona_changes_its_language_while_it_is_open(qtbot, desk):
    dialog = PersonaDialog(desk, desk.journey.personas()[0].id)
    qtbot.addWidget(dialog)
    assert "Close" in [button.text() for button in dialog.findChildren(QPushButton)]
    desk.editor.speak(speak("fr"))
    assert "Close" not in [button.text() for button in dialog.findChildren(QPushButton)]
    assert "Fermer" in [button.text() for button in dialog.findChildren(QPushButton)]
