"""Pictures that people bring: checked by content before anything looks at their pixels, and made small to be kept."""

from __future__ import annotations

import functools
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QImageReader, QImageWriter, QPixmap

from journeyeditor.editor.editor import Editor, Told
from journeyeditor.errors import BadInput, message
from journeyeditor.files import limits
from journeyeditor.files.loading import read_bytes
from journeyeditor.files.pictures import MEND, why_not


def taken(editor: Editor, source: Path | bytes, name: str) -> tuple[bytes, QImage] | None:
    """The bytes and the picture of a file, or of bytes that are called `name`; None if that is none, which is told."""
    try:
        data = source if isinstance(source, bytes) else read_bytes(source, limits.IMAGE_BYTES)
        return data, picture_of(data, name)
    except BadInput as error:
        editor.told.tell(Told(error.problem, MEND))
        return None


def picture_of(data: bytes, name: str) -> QImage:
    """The picture of some bytes. Raises BadInput, before a pixel is read, for what is none or too large."""
    wrong = why_not(data)
    image = QImage()
    if wrong is None:
        held = QByteArray(data)  # the buffer only points at it
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer)
        reader.setAutoTransform(True)
        reader.setAllocationLimit(512)
        image = reader.read()
        wrong = message("it is damaged") if image.isNull() else None
    if wrong is not None:
        raise BadInput(message("“{name}” cannot be used: {reason}.", name=name, reason=wrong), MEND)
    return image


def stored(image: QImage, most: int, square: QRect | None = None) -> bytes:
    """A picture as it is kept: cut out, at most `most` px, PNG where it is see-through and JPEG elsewhere."""
    cut = image.copy(square) if square is not None else image
    if max(cut.width(), cut.height()) > most:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        cut = cut.scaled(most, most, keep, smooth)
    if cut.hasAlphaChannel() and _is_see_through(cut):
        return png(cut)
    return _written(cut.convertToFormat(QImage.Format.Format_RGB32), b"jpeg", 88)


def png(image: QImage) -> bytes:
    """The bytes of a picture as PNG."""
    return _written(image, b"png")


@functools.lru_cache(maxsize=64)
def thumbnail(data: bytes, width: int, height: int) -> QIcon:
    """A picture as small as that (px), sharp on fine screens too; an empty icon for what is no picture."""
    image = QImage.fromData(data)
    if image.isNull():
        return QIcon()
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return QIcon(QPixmap.fromImage(image.scaled(QSize(width, height) * 2, keep, smooth)))


def _written(image: QImage, form: bytes, quality: int = -1) -> bytes:
    made = QByteArray()
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(form))
    writer.setQuality(quality)
    writer.write(image)
    buffer.close()
    return bytes(made.data())


def _is_see_through(image: QImage) -> bool:
    small = image.scaled(64, 64)
    return any(QColor.fromRgba(small.pixel(x, y)).alpha() < 255 for x in range(64) for y in range(64))
