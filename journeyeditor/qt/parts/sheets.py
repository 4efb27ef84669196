"""A map as a small sheet of paper, with its shadow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintDevice, QPainter, QPixmap

from journeyeditor.qt.look import colour, paper_colour


def paint_picture(painter: QPainter, area: QRectF, picture: QPixmap | None, opacity: float = 1.0) -> None:
    """A map as a small sheet of paper: cut to nothing, its middle in the middle of the area."""
    painter.save()
    painter.setOpacity(opacity)
    painter.fillRect(area, paper_colour("paper"))
    if picture is not None:
        device = painter.device()
        ratio = device.devicePixelRatio() if isinstance(device, QPaintDevice) else 1.0
        pixels = QSize(round(area.width() * ratio), round(area.height() * ratio))
        scaled = picture.scaled(pixels, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        width, height = scaled.width() / ratio, scaled.height() / ratio
        left, top = area.center().x() - width / 2, area.center().y() - height / 2
        painter.drawPixmap(QRectF(left, top, width, height), scaled, QRectF(scaled.rect()))
    painter.restore()


def paint_shadow(painter: QPainter, area: QRectF) -> None:
    """The quiet shadow of a sheet."""
    ink = colour("text")
    painter.setPen(Qt.PenStyle.NoPen)
    for reach, part in ((4.0, 0.02), (2.5, 0.03), (1.0, 0.07)):
        ink.setAlphaF(part)
        painter.setBrush(ink)
        painter.drawRoundedRect(area.adjusted(-reach / 2, -reach / 2 + 1, reach / 2, reach / 2 + 1), 2, 2)
