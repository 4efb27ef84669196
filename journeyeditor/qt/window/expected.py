"""What a window shows until it is furnished: its bands, and on the desk the small picture that lies in the file.

It stands before anything of the house is loaded, so it imports nothing but Qt and Python's own library; words, which
would need a language, it has none. Nor does it name `Qt.`: making all that is in there takes a seventh of the time in
which a bare window stands.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QRect, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

MOST_BYTES = 64 * 1024 * 1024
"""Of a file that is looked into for its picture; larger ones show an empty sheet until they are open."""
MOST_PICTURE_BYTES, MOST_PIXELS = 4 * 1024 * 1024, 4_000_000
BANDS = (22 + 48, 32)
"""Height of menus and toolbar above, of the status bar below, px."""
MARGIN = 48
"""Between the sheet and the bands, px."""
A3 = (420, 297)
FAINT = 0.5
"""Of the picture: it is not the map yet."""


class Expected(QWidget):
    """A page that is there at once. `path` is the file to be opened, None for the start page."""

    painted = Signal()

    def __init__(self, path: Path | None, chrome: QColor, desk: QColor) -> None:
        super().__init__()
        self._path, self._chrome, self._desk = path, _ground(chrome), _ground(desk)
        self._picture = _picture_in(path) if path is not None else QImage()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Desk, bands and sheet."""
        painter = QPainter(self)
        painter.drawPixmap(self.rect(), self._desk)
        if self._path is not None:
            above, below = BANDS
            painter.drawPixmap(QRect(0, 0, self.width(), above), self._chrome)
            painter.drawPixmap(QRect(0, self.height() - below, self.width(), below), self._chrome)
            self._paint_sheet(painter, self.rect().adjusted(MARGIN, above + MARGIN, -MARGIN, -below - MARGIN))
        painter.end()
        self.painted.emit()

    def _paint_sheet(self, painter: QPainter, room: QRect) -> None:
        wide, high = A3 if self._picture.isNull() else self._picture.size().toTuple()
        scale = max(min(room.width() / wide, room.height() / high), 0.0)
        sheet = QRect(0, 0, round(wide * scale), round(high * scale))
        sheet.moveCenter(room.center())
        painter.drawPixmap(sheet, _ground(QColor("white")))
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(FAINT)
            painter.drawImage(sheet, self._picture)


def _ground(colour: QColor) -> QPixmap:
    """A surface of one colour, drawn as large as it is asked for. (`fillRect` would need `Qt.`.)"""
    ground = QPixmap(1, 1)
    ground.fill(colour)
    return ground


def _picture_in(path: Path) -> QImage:
    """The picture that was saved with a journey; a null image where there is none that can be had at once."""
    import zipfile  # noqa: PLC0415 - only where there is a file
    import zlib  # noqa: PLC0415

    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return QImage()
        with zipfile.ZipFile(path) as parts, parts.open("preview.png") as part:
            data = part.read(MOST_PICTURE_BYTES + 1)
    except (OSError, ValueError, KeyError, RuntimeError, NotImplementedError, EOFError, zipfile.BadZipFile, zlib.error):
        return QImage()
    if len(data) > MOST_PICTURE_BYTES:
        return QImage()
    held = QByteArray(data)  # the buffer only points at it
    buffer = QBuffer(held)
    reader = QImageReader(buffer, QByteArray(b"png"))
    size = reader.size()
    return reader.read() if 0 < size.width() * size.height() <= MOST_PIXELS else QImage()
