"""Arrangements that many panels and dialogs share."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget


def stacked(*widgets: QWidget, gap: int = 2) -> QVBoxLayout:
    """Widgets below one another, so many px apart: a sentence, and what more there is to say."""
    column = QVBoxLayout()
    column.setSpacing(gap)
    for widget in widgets:
        column.addWidget(widget)
    return column


def foot(*buttons: QPushButton) -> QHBoxLayout:
    """The buttons that end a dialog, at its right."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
