"""A window that is closed is gone, with its editor and all its panels."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from journeyeditor.assets import resource
from journeyeditor.editor.document import Document
from journeyeditor.editor.editor import Editor
from journeyeditor.errors import BadInput, message
from journeyeditor.qt import messages
from journeyeditor.qt.actions.table import BY_ID
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


def test_dialogs_and_questions_end_with_their_answer(window):
    seen = []

    def answer():
        for shown in (one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()):
            seen.append(type(shown).__name__)
            shown.reject()

    timer = QTimer(window)
    timer.timeout.connect(answer)
    timer.start(20)
    for action in ("settings", "shortcuts", "about", "save-template"):
        window.action_set.do(BY_ID[action])
    messages.ask(window, window.speech, message("Save?"), "", (messages.CANCEL,))
    messages.tell_error(window, window.speech, BadInput(message("No."), message("Try another.")))
    timer.stop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert seen == ["SettingsDialog", "ShortcutSheet", "QMessageBox", "TemplateDialog", "QMessageBox", "QMessageBox"]
    assert window.findChildren(QDialog) == []


def test_a_window_that_the_system_closes_takes_an_open_dialog_along(program, window):
    QTimer.singleShot(100, window.close_at_once)
    window.action_set.do(BY_ID["settings"])
    assert program.windows == []
