"""A window that is closed is gone, with its editor and all its panels."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from journeyeditor.assets import resource
from journeyeditor.editor.document import Document
from journeyeditor.editor.editor import Editor
from journeyeditor.qt.window.main_window import MainWindow


def open_and_close(program, qtbot):
    window = program.new_window(Document.open(resource("templates", "blank.en.journey")))
    window.show()
    qtbot.waitUntil(lambda: bool(window.work.panels.all()))
    for page in ("table", "compare", "map"):
        window.turn_to(page)
    window.action_set.actions["history"].trigger()
    window.close_at_once()


def living():
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    return sum(isinstance(one, Editor | MainWindow) for one in gc.get_objects())


def test_closed_windows_leave_nothing_behind(program, qtbot):
    before = living()
    for _ in range(3):
        open_and_close(program, qtbot)
    assert living() <= before
    assert program.windows == []
