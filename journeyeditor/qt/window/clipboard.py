"""The system's clipboard, in the four readings that the editor knows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from journeyeditor.editor.clipboard import MIME_TYPE, Clipboard
from journeyeditor.qt.parts.pictures import png

PICTURES = ("image/png", "image/jpeg", "image/webp")
MOST = 64 * 1024 * 1024
"""Bytes of one form that are taken from another program."""


class SystemClipboard(Clipboard):
    """Reads and writes the clipboard that all programs share."""

    def __init__(self) -> None:
        """Nothing is kept here."""

    @property
    def records(self) -> bytes:  # type: ignore[override]
        """What was copied in this program."""
        return _bytes(MIME_TYPE)

    @property
    def text(self) -> str:  # type: ignore[override]
        """Plain text."""
        data = QGuiApplication.clipboard().mimeData()
        return data.text()[:MOST] if data is not None and data.hasText() else ""

    @property
    def picture(self) -> bytes:  # type: ignore[override]
        """A picture: as it is where it is PNG, JPEG or WebP, else made a PNG."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not data.hasImage():
            return b""
        for kind in PICTURES:
            if found := _bytes(kind):
                return found
        image = QImage(data.imageData())
        return b"" if image.isNull() else png(image)

    @property
    def files(self) -> tuple[Path, ...]:  # type: ignore[override]
        """Files of this computer that were copied in a file manager."""
        data = QGuiApplication.clipboard().mimeData()
        urls = data.urls() if data is not None else []
        return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())

    def put(self, records: bytes, text: str) -> None:
        """Puts records and their text on the clipboard."""
        data = QMimeData()
        data.setData(MIME_TYPE, QByteArray(records))
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)


def _bytes(kind: str) -> bytes:
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(kind):
        return b""
    found = bytes(data.data(kind).data())
    return found if len(found) <= MOST else b""
