"""Pale words on the screen where the map is silent: "no pain noted". They are never printed."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from journeyeditor.editor import Editor
from journeyeditor.geometry import Box
from journeyeditor.qt.canvas.view import View


def paint_hints(painter: QPainter, view: View, area: Box, editor: Editor) -> None:
    """Paints the words of an area of the viewport (px)."""
