"""What was in the hand flies back when it is let go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QPainter, QPixmap

from journeyeditor.qt.look import less_motion

DURATION = 120
"""Milliseconds."""


class Flight:
    """One plate on its way back."""

    def __init__(self, parent: QObject, update: Callable[[], None]) -> None:
        self._update = update
        self._plate = QPixmap()
        self._animation = QVariantAnimation(parent)
        self._animation.setDuration(DURATION)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(lambda _: update())
        self._animation.finished.connect(self._landed)

    @property
    def is_on(self) -> bool:
        """Whether something flies."""
        return not self._plate.isNull() and self._animation.state() == QAbstractAnimation.State.Running

    def start(self, plate: QPixmap, start: QPointF, end: QPointF) -> None:
        """Lets a plate fly from one place to another (px); not if the system asks for less motion."""
        if less_motion() or plate.isNull():
            return
        self._animation.stop()
        self._plate = plate
        self._animation.setStartValue(start)
        self._animation.setEndValue(end)
        self._animation.start()

    def paint(self, painter: QPainter) -> None:
        """The plate where it is now."""
        place = self._animation.currentValue()
        if self.is_on and isinstance(place, QPointF):
            painter.drawPixmap(QRectF(place, self._plate.deviceIndependentSize()).topLeft(), self._plate)

    def _landed(self) -> None:
        self._plate = QPixmap()
        self._update()
