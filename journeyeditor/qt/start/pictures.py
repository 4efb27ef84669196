"""Pictures of maps on the start page: shipped ones lie ready, those of people's files come from the files."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QPixmap

from journeyeditor.assets import resource
from journeyeditor.errors import JourneyError
from journeyeditor.files import load, preview


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


class LatePictures:
    """Pictures of files that carry none, drawn one after the other beside the window. Ask now and then what is there.

    Each is drawn once as long as the program runs and the file stays as it is.
    """

    _drawn: ClassVar[dict[tuple[str, float], bytes | None]] = {}

    def __init__(self, paths: Iterable[Path]) -> None:
        self._keys = {path: (str(path), _changed(path)) for path in paths}
        missing = [(path, key) for path, key in self._keys.items() if key not in self._drawn]
        if missing:
            threading.Thread(target=self._draw, args=(missing,), daemon=True).start()

    @property
    def all_there(self) -> bool:
        """Whether there is nothing to wait for."""
        return all(key in self._drawn for key in self._keys.values())

    def get(self, path: Path) -> QPixmap | None:
        """The picture of one of the files, if it is there."""
        data = self._drawn.get(self._keys.get(path, ("", 0.0)))
        picture = QPixmap()
        return picture if data is not None and picture.loadFromData(data, "PNG") else None

    def _draw(self, missing: list[tuple[Path, tuple[str, float]]]) -> None:
        from journeyeditor.publish import preview as drawn  # noqa: PLC0415 - only where a file has no picture

        for path, key in missing:
            try:
                self._drawn[key] = drawn(load(path).journey)
            except (JourneyError, OSError):
                self._drawn[key] = None


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
