"""The wheel over what lies on the map: it is the map's."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget


def pass_on(widget: QWidget, event: QWheelEvent, viewport: QWidget | None) -> None:
    """Gives a wheel event of a widget to the viewport that it lies on, at the same place of the screen."""
    event.accept()
    if viewport is None:
        return
    handed_on = QWheelEvent(
        QPointF(widget.mapTo(viewport, event.position().toPoint())),
        event.globalPosition(),
        event.pixelDelta(),
        event.angleDelta(),
        event.buttons(),
        event.modifiers(),
        event.phase(),
        event.inverted(),
    )
    QApplication.sendEvent(viewport, handed_on)
