"""In a narrow window no word beside a control is cut: what needs more room goes below it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication

from journeyeditor.model.records import Touchpoint
from journeyeditor.qt.inspector.rows import RowsSection
from journeyeditor.qt.parts.segmented import Segmented


def show_at(inspector: Any, width: int) -> None:
    inspector.resize(width, 900)
    for _ in range(3):
        QApplication.processEvents()


def names_beside_sliders(inspector: Any) -> list[bool]:
    """Whether each name is beside its slider; no name is cut."""
    found = []
    for row in inspector.page.feelings().rows:
        if not row.isHidden():
            assert row.name.fontMetrics().horizontalAdvance(row.name.text()) <= row.name.width()
            found.append(row.name.geometry().center().y() > row.slider.geometry().top())
    return found


def test_choices_and_sliders_go_below_their_names_where_there_is_little_room(inspector: Any) -> None:
    key = next(iter(inspector.editor.journey.all(Touchpoint))).id
    inspector.editor.select([key])
    for width, beside in ((280, False), (320, True), (280, False)):
        show_at(inspector, width)
        assert set(names_beside_sliders(inspector)) == {beside}
        section = next(one for one in inspector.page.findChildren(RowsSection) if "evidence" in one.editors)
        editor, label = section.editors["evidence"], section._labels["evidence"]
        assert (editor.geometry().top() < label.geometry().bottom()) is beside
        segments = editor.findChild(Segmented)
        assert segments is not None
        for button in segments.buttons.values():
            words = button.fontMetrics().horizontalAdvance(button.text()) + button.iconSize().width()
            assert words < button.width()
