"""The picture of a version, as a sheet on the desk."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from journeyeditor.qt.look import colour, watcher
from journeyeditor.qt.parts.sheets import paint_picture, paint_shadow

MARGIN = 20


class SheetPicture(QWidget):
    """A picture in the middle, as large as it goes; a sentence where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: QPixmap | None = None
        self.text = ""
        self.setMinimumSize(QSize(360, 260))
        watcher.changed.connect(self.update)

    def show_picture(self, data: bytes | None, text: str) -> None:
        """A PNG, and what is said instead where there is none."""
        picture = QPixmap()
        self.picture = picture if data is not None and picture.loadFromData(data, "PNG") else None
        self.text = text if self.picture is None else ""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Desk, shadow, sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("desk"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if self.picture is not None:
            area = self._sheet(self.picture.size())
            paint_shadow(painter, area)
            paint_picture(painter, area, self.picture)
        elif self.text:
            painter.setPen(colour("muted"))
            box = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.text)
        painter.end()

    def _sheet(self, size: QSize) -> QRectF:
        room = self.size() - QSize(2 * MARGIN, 2 * MARGIN)
        fitting = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - fitting.width()) / 2, (self.height() - fitting.height()) / 2
        return QRectF(left, top, fitting.width(), fitting.height())
