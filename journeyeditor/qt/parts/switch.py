"""A switch: on or off, with a knob."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from journeyeditor.qt.look import colour, watcher
from journeyeditor.qt.parts.ring import paint_ring

WIDTH, HEIGHT, AROUND = 34, 20, 3
"""Of the trough, px, and the room around it for the focus ring."""


class Switch(QCheckBox):
    """On, off, or in between for several things that differ; Space turns it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        watcher.changed.connect(self.update)

    def show_state(self, state: bool | None) -> None:
        """Shows on, off, or None for mixed, and tells nobody."""
        with QSignalBlocker(self):
            self.setTristate(state is None)
            if state is None:
                self.setCheckState(Qt.CheckState.PartiallyChecked)
            else:
                self.setChecked(state)
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802
        """From mixed to on, then on and off."""
        mixed = self.checkState() == Qt.CheckState.PartiallyChecked
        self.setTristate(False)
        self.setChecked(mixed or not self.isChecked())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return QSize(WIDTH + 2 * AROUND, HEIGHT + 2 * AROUND)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802
        """The whole of it can be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Qt's."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.55)
        box = QRectF(AROUND, (self.height() - HEIGHT) / 2, WIDTH, HEIGHT)
        state = self.checkState()
        on = state == Qt.CheckState.Checked
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(colour("control-border"), 1))
        painter.setBrush(colour("filled" if on else "trough"))
        inner = box if on else box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, HEIGHT / 2, HEIGHT / 2)
        places = {Qt.CheckState.Unchecked: 0.0, Qt.CheckState.PartiallyChecked: 0.5, Qt.CheckState.Checked: 1.0}
        knob = HEIGHT - 4
        x = box.x() + 2 + places[state] * (WIDTH - HEIGHT)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = box.x() + 2 + (1 - places[state]) * (WIDTH - HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("filled-text" if on else "placeholder"))
        painter.drawEllipse(QRectF(x, box.y() + 2, knob, knob))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), HEIGHT / 2 + AROUND)
