"""From the export's one line on map health to its list."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from journeyeditor.qt.export.dialog import ExportDialog
from journeyeditor.qt.parts.dimming import Shade


def test_the_window_is_dimmed_behind_the_export_and_the_hints_lead_to_their_list(window, qtbot):
    dimmed = []

    def press():
        shown = QApplication.activeModalWidget()
        if isinstance(shown, ExportDialog):
            timer.stop()
            dimmed.extend(shade.isVisible() for shade in window.findChildren(Shade))
            shown.facts.all_wanted.emit()

    timer = QTimer(window)
    timer.timeout.connect(press)
    timer.start(20)
    window.actions_by_id["export"].trigger()
    assert dimmed == [True]
    qtbot.wait(100)
    assert window.work.health.is_open
