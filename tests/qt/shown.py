"""What stands for the canvas where only its dealings with a list beside it are tested."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Shown(QWidget):
    """Keeps what it was asked to show."""

    def __init__(self) -> None:
        super().__init__()
        self.gone: list[str] = []

    def show_record(self, key: str) -> None:
        self.gone.append(key)
