"""The way in: Qt asks here for what a canvas is to a screen reader. Light, for it is loaded with every canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface

if TYPE_CHECKING:
    from journeyeditor.qt.canvas.canvas import Canvas

CLASS = "Canvas"
"""How Qt calls the class whose interfaces are made here."""
_installed_for: list[QCoreApplication] = []


def install(canvas: Canvas) -> None:  # noqa: ARG001 - whichever canvas is the first
    """Lets canvases be read by screen readers. Costs nothing until one of them, or a test, asks for a canvas."""
    application = QCoreApplication.instance()
    if application is not None and not any(one is application for one in _installed_for):
        _installed_for[:] = [application]
        QAccessible.installFactory(_make)


def announce(canvas: Canvas, text: str) -> None:
    """Says a sentence to those who listen instead of looking, unless they hear it already as the focus arrives."""
    if not QAccessible.isActive() or not text:
        return
    from journeyeditor.qt.accessible.map_interface import MapInterface  # noqa: PLC0415 - only where somebody listens

    interface = QAccessible.queryAccessibleInterface(canvas)
    if isinstance(interface, MapInterface) and interface.following is not None:
        interface.following.announce(text)


def _make(name: str, thing: QObject) -> QAccessibleInterface | None:
    """Called by Qt once for each object that is asked for, with the names of its classes one after another."""
    if name != CLASS:
        return None
    from journeyeditor.qt.accessible.map_interface import MapInterface  # noqa: PLC0415 - only where somebody listens
    from journeyeditor.qt.canvas.canvas import Canvas  # noqa: PLC0415 - knows this module

    return MapInterface(thing) if isinstance(thing, Canvas) else None
