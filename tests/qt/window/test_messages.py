"""The one place that shows what went wrong, and asks."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.editor import Document, Told
from journeyeditor.edits.describing import rename
from journeyeditor.errors import message
from journeyeditor.model.blank import blank
from journeyeditor.qt import look, messages
from journeyeditor.qt.export.saving import Saver
from journeyeditor.qt.export.written import WrittenDialog
from journeyeditor.qt.parts.sign import Sign
from journeyeditor.qt.window.deeds import say_quietly
from journeyeditor.qt.window.main_window import MainWindow
from journeyeditor.words import speak


def test_escape_closes_what_only_says_that_a_file_was_written(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    opened: list[object] = []
    monkeypatch.setattr("journeyeditor.qt.export.written.QDesktopServices.openUrl", opened.append)
    saver = Saver(parent, Document(blank("en")), speak("en"))
    seen: list[str] = []

    def press() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, WrittenDialog):
            timer.stop()
            seen.extend(one.text() for one in shown.texts)
            QTest.keyClick(shown, Qt.Key.Key_Escape)

    timer = QTimer(parent)
    timer.timeout.connect(press)
    timer.start(10)
    saver.offer([tmp_path / "big.png"])
    assert "Written: big.png" in seen
    assert not opened


def test_what_went_well_wears_another_sign_than_what_did_not_in_the_colours_of_now(window: MainWindow) -> None:
    sign = window.work.banner.findChild(Sign)
    worn = []
    for appearance in ("light", "dark"):
        look.apply(appearance)
        say_quietly(window, message("Copied as a picture"))
        worn.append(sign.grab().toImage())
        window.editor.told.tell(Told(message("This cannot be.")))
        worn.append(sign.grab().toImage())
    assert all(one != other for one, other in combinations(worn, 2))


def tell_and_wait(window: MainWindow, told: Told, qtbot: QtBot) -> messages.Banner:
    """Something is told, and the deed that it was told of is over."""
    window.editor.told.tell(told)
    banner = window.work.banner
    qtbot.wait(messages.SETTLES * 2)
    assert banner.isVisible()
    return banner


def test_a_message_goes_with_the_next_change_or_selection(window: MainWindow, qtbot: QtBot) -> None:
    stage, other = (one.id for one in window.editor.journey.stages()[:2])
    banner = tell_and_wait(window, Told(message("A feeling needs a touchpoint.")), qtbot)
    window.editor.select([stage])
    assert not banner.isVisible()
    banner = tell_and_wait(window, Told(message("A feeling needs a touchpoint.")), qtbot)
    window.editor.do(lambda journey: rename(journey, other, "Another deed"))
    assert not banner.isVisible()


def test_a_message_stays_while_work_goes_on_with_what_it_tells_of(window: MainWindow, qtbot: QtBot) -> None:
    stage, other = (one.id for one in window.editor.journey.stages()[:2])
    banner = tell_and_wait(window, Told(message("Here it is."), about=stage), qtbot)
    window.editor.select([stage])
    window.editor.do(lambda journey: rename(journey, stage, "Its name"))
    assert banner.isVisible()
    window.editor.select([other])
    assert not banner.isVisible()


def test_what_is_done_in_the_same_breath_takes_no_message_away(window: MainWindow) -> None:
    window.editor.told.tell(Told(message("This cannot be.")))
    window.editor.select([window.editor.journey.stages()[0].id])
    assert window.work.banner.isVisible()


def test_a_message_goes_by_itself_even_over_a_pointer_that_lies_still(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    banner = window.work.banner
    banner._timer.setInterval(60)
    window.editor.told.tell(Told(message("This cannot be.")))
    still = QPointF(QCursor.pos())
    QApplication.sendEvent(banner, QEnterEvent(QPointF(1, 1), QPointF(1, 1), still))
    qtbot.waitUntil(lambda: not banner.isVisible(), timeout=1000)


def test_who_listens_is_told_too(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("journeyeditor.qt.window.work.announce", lambda _canvas, text: said.append(text))
    window.editor.told.tell(Told(message("This cannot be."), message("Try another one.")))
    assert said == ["This cannot be. Try another one."]


def test_a_message_on_the_screen_is_in_the_language_of_now(window: MainWindow) -> None:
    window.editor.told.tell(Told(message("Copied as a picture"), message("Paste it into a slide or a document.")))
    banner = window.work.banner
    program = window.program
    program.change(msgspec.structs.replace(program.settings, language="fr"))
    french = [speak("fr").say(one) for one in ("Copied as a picture", "Paste it into a slide or a document.")]
    assert french[0] != "Copied as a picture"
    assert banner.isVisible()
    assert banner.accessibleName() == " ".join(french)
