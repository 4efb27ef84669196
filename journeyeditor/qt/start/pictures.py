"""Pictures of maps on the start page: shipped ones lie ready, those of people's files come from the files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPixmap

from journeyeditor.assets import resource
from journeyeditor.errors import JourneyError
from journeyeditor.files import preview

PAPER = QColor("#FFFFFF")


def template_picture(path: Path) -> QPixmap | None:
    """The picture of a template: the one that was made with it, else the one that its file carries."""
    ready = resource("templates") / "thumbnails" / f"{path.name.removesuffix('.journey')}.png"
    if path.parent == resource("templates") and ready.is_file():
        found = QPixmap(str(ready))
        if not found.isNull():
            return found
    return file_picture(path)


def file_picture(path: Path) -> QPixmap | None:
    """The picture that a journey's file carries; None where it has none or cannot be read."""
    try:
        data = preview(path)
    except (JourneyError, OSError):
        return None
    picture = QPixmap()
    return picture if data is not None and picture.loadFromData(data, "PNG") else None


def paint_picture(painter: QPainter, area: QRectF, picture: QPixmap | None, opacity: float = 1.0) -> None:
    """A map as a small sheet of paper: cut to nothing, its middle in the middle of the area."""
    painter.save()
    painter.setOpacity(opacity)
    painter.fillRect(area, PAPER)
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
