"""Pictures and files that are dropped on the map, or pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from journeyeditor.editor import Editor, Told
from journeyeditor.edits.describing import describe
from journeyeditor.errors import message
from journeyeditor.files.limits import IMAGE_BYTES
from journeyeditor.files.pictures import MEND, PICTURES, why_not
from journeyeditor.model.records import Persona, Touchpoint

FILES = (".journey", ".json", ".csv", ".tsv", ".mmd", ".mermaid", ".md", ".xlsx", ".txt")


def dropped_files(mime: QMimeData) -> list[Path]:
    """Paths of local files that are to be opened or imported."""
    return [path for path in _paths(mime) if path.suffix.lower() in FILES]


def holds_picture(mime: QMimeData) -> bool:
    """Whether there is a picture in what is dropped or pasted."""
    return mime.hasImage() or any(path.suffix.lower() in PICTURES for path in _paths(mime))


def takes_picture(editor: Editor, key: str) -> bool:
    """Whether a record has room for a picture."""
    return isinstance(editor.journey.get(key), Touchpoint | Persona)


def put_picture(editor: Editor, key: str, mime: QMimeData) -> bool:
    """Gives a touchpoint its picture or a persona its portrait; False if it cannot be used, which is told."""
    record = editor.journey.get(key)
    if not isinstance(record, Touchpoint | Persona):
        advice = message("Drop it on a touchpoint or a persona.")
        editor.told.tell(Told(message("Where does the picture go?"), advice))
        return False
    data = _picture_bytes(mime)
    if data is None:
        return False
    reason = why_not(data)
    if reason is not None:
        problem = message("This picture cannot be used: {reason}.", reason=reason)
        editor.told.tell(Told(problem, MEND))
        return False
    image = editor.journey.images.add(data)
    fields = {"portrait": image} if isinstance(record, Persona) else {"image": image}
    return editor.do(lambda journey: describe(journey, key, **fields)) is not None


def _paths(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _picture_bytes(mime: QMimeData) -> bytes | None:
    """The bytes of a picture's file as they are; a picture without a file becomes a PNG."""
    for path in _paths(mime):
        if path.suffix.lower() in PICTURES:
            try:
                with path.open("rb") as stream:
                    return stream.read(IMAGE_BYTES + 1)
            except OSError:
                return b""
    image = mime.imageData() if mime.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    data: QByteArray = buffer.data()
    return bytes(data.data())
