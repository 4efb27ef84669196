"""Windows and dialogs that are closed are gone; painting and undoing for a day costs no memory."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from journeyeditor.editor.document import Document
from journeyeditor.qt import look
from journeyeditor.qt.application import Program
from journeyeditor.qt.export.dialog import ExportDialog
from journeyeditor.qt.priorities.dialog import PrioritiesDialog
from journeyeditor.qt.settings.dialog import SettingsDialog
from journeyeditor.qt.settings.shortcuts import ShortcutSheet
from tests.qt.whole.conftest import shop
from tests.qt.whole.hand import Hand


def settled() -> None:
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def open_and_close(program: Program) -> weakref.ref[object]:
    window = program.new_window(Document(shop(), saved=True))
    window.show()
    hand = Hand(window)
    hand.rest()
    for page in ("table", "compare", "map"):
        window.turn_to(page)
    hand.menu("find")
    window.work.part("find").hide()
    window.work.toggle_history()
    window.work.health.toggle()
    window.editor.activate(None)
    editor = weakref.ref(window.editor)
    window.close_at_once()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return editor


def test_twenty_windows_leave_nothing(running: Program) -> None:
    open_and_close(running)
    settled()
    before = len(QApplication.allWidgets())
    editors = [open_and_close(running) for _ in range(20)]
    settled()
    assert len(QApplication.allWidgets()) <= before
    assert not any(editor() is not None for editor in editors)
    assert not running.windows


def nothing_waits(hand: Hand, qtbot: QtBot) -> None:
    """The inspector has made its pages, which it does while nothing happens, and the map is painted and prepared."""
    work = hand.work
    qtbot.waitUntil(lambda: not (work.inspector._ahead.isActive() or hand.canvas._idle.isActive()), timeout=20_000)


def dialogs(hand: Hand) -> list[Callable[[], object]]:
    window = hand.window
    return [
        lambda: SettingsDialog(window.program, window),
        lambda: ShortcutSheet(window.speech, window),
        lambda: PrioritiesDialog(window.desk, window),
        lambda: ExportDialog(window.document, window.speech, window),
        lambda: window.work.panels.part("inspector").menu(),
    ]


def test_fifty_dialogs_leave_nothing(hand: Hand, qtbot: QtBot) -> None:
    kinds = dialogs(hand)
    nothing_waits(hand, qtbot)

    def once(number: int) -> None:
        dialog = kinds[number % len(kinds)]()
        dialog.show()
        QApplication.processEvents()
        dialog.close()
        dialog.deleteLater()

    for number in range(len(kinds)):
        once(number)
    settled()
    widgets, listening = len(QApplication.allWidgets()), listeners(hand)
    for number in range(50):
        once(number)
        settled() if number % 10 == 9 else None
    settled()
    assert len(QApplication.allWidgets()) <= widgets
    assert listeners(hand) == listening


@pytest.mark.parametrize("name", ["settings", "shortcuts", "export", "print"])
def test_what_a_menu_opens_is_gone_once_it_is_closed(hand: Hand, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Rejected)
    settled()
    before = len(hand.window.findChildren(QDialog))
    if name == "print":
        hand.window.turn_to("compare")
        hand.work.part("compare").print_button.click()
        hand.window.turn_to("map")
    else:
        with hand.meanwhile(lambda _dialog: None):
            hand.menu(name)
    settled()
    assert len(hand.window.findChildren(QDialog)) == before


def listeners(hand: Hand) -> int:
    editor = hand.editor
    signals = (editor.changed, editor.selected, editor.viewed, editor.told, editor.asked, editor.texts, editor.relaid)
    heard = sum(len(signal._listeners) for signal in signals) + len(editor.journey._listeners)
    return heard + look.watcher.receivers("2changed()")


def grown(work: Callable[[], object], warm: int, times: int) -> int:
    """How many objects doing something so many times leaves, after it was done `warm` times.

    The least of four runs: what is made once (another fit, as soon as the hands rest) is no growth.
    """
    for _ in range(warm):
        work()
    settled()
    counts = [len(gc.get_objects())]
    for _ in range(4):
        for _ in range(times // 4):
            work()
        settled()
        counts.append(len(gc.get_objects()))
    return min(later - earlier for earlier, later in pairwise(counts))


def repaint(hand: Hand) -> Callable[[], None]:
    viewport = hand.canvas.viewport()
    image = QImage(viewport.size(), QImage.Format.Format_RGB32)
    steps = iter(range(10**9))

    def once() -> None:
        hand.canvas.scroll_by(1 if next(steps) % 2 else -1, 0)
        viewport.render(image)

    return once


def undo_redo(hand: Hand) -> Callable[[], None]:
    hand.click("Pay")
    hand.press("T", "P")
    hand.type("x")
    hand.press("Enter", "Alt+1", "1")

    def once() -> None:
        for _ in range(3):
            hand.editor.undo()
        for _ in range(3):
            hand.editor.redo()

    return once


@pytest.mark.parametrize(
    "times", [pytest.param(300, id="quick"), pytest.param(20_000, id="long", marks=pytest.mark.slow)]
)
def test_painting_costs_no_memory(hand: Hand, qtbot: QtBot, times: int) -> None:
    nothing_waits(hand, qtbot)
    more = grown(repaint(hand), 60, times)
    assert more < 200, f"{more} objects more after {times} repaints"


@pytest.mark.parametrize("times", [pytest.param(20, id="quick"), pytest.param(830, id="long", marks=pytest.mark.slow)])
def test_undo_and_redo_cost_no_memory(hand: Hand, qtbot: QtBot, times: int) -> None:
    """Six steps each: 120, or 5,000."""
    nothing_waits(hand, qtbot)
    more = grown(undo_redo(hand), 10, times)
    assert more < 200, f"{more} objects more after {6 * times} steps"
