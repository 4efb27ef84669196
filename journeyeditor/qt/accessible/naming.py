"""Names for what Qt leaves without one."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit


def name_clear_button(line: QLineEdit, text: str) -> None:
    """Names the cross that Qt shows in a line which is not empty (see `setClearButtonEnabled`)."""
    for action in line.findChildren(QAction):
        if action.objectName() == "_q_qlineeditclearaction":
            action.setText(text)
