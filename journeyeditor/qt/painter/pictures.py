"""Pictures of the journey's store as Qt paints them: opened once, scaled once per zoom, in a bounded room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from journeyeditor.drawing import Picture

if TYPE_CHECKING:
    import PIL.Image

    from journeyeditor.paint.rasters import Raster

ROOM = 64_000_000
"""Bytes of pixels that are kept."""
MISSING = "#E4E9EF"
"""Stands where a picture should be, as on paper."""
Images = Callable[[str], bytes | None]
Key = tuple[str, bool, int]


class PictureStock:
    """Finds pictures by their hash. What is damaged, or larger than 40 million pixels, is no picture: None."""

    def __init__(self, images: Images, room: int = ROOM) -> None:
        self._images = images
        self._room = room
        self._used = 0
        self._rasters: dict[tuple[str, bool], Raster | None] = {}
        self._scaled: OrderedDict[Key, QImage] = OrderedDict()
        self._damaged: set[str] = set()

    def raster(self, picture: Picture) -> Raster | None:
        """Its size, before any pixel is read; None if there is no picture to be shown."""
        from journeyeditor.paint.rasters import raster  # noqa: PLC0415 - a window without pictures opens sooner

        key = (picture.image, picture.grey)
        if self._rasters.get(key) is None and picture.image not in self._damaged:
            data = self._images(picture.image)
            self._rasters[key] = raster(data, "", grey=picture.grey) if data else None
            if data and self._rasters[key] is None:
                self._damaged.add(picture.image)
        return None if picture.image in self._damaged else self._rasters[key]

    def pixels(self, picture: Picture, found: Raster, width: int) -> QImage | None:
        """The picture, `width` pixels wide or as wide as it was taken; None if it is damaged."""
        width = max(1, min(width, found.width))
        key = (picture.image, picture.grey, width)
        known = self._scaled.get(key)
        if known is None:
            whole = self._whole(picture, found)
            if whole is None:
                self._damaged.add(picture.image)
                return None
            known = whole
            if width < whole.width():
                known = whole.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            self._keep(key, known)
        else:
            self._scaled.move_to_end(key)
        return known

    def bytes_kept(self) -> int:
        """How many bytes of pixels it keeps."""
        return self._used

    def _whole(self, picture: Picture, found: Raster) -> QImage | None:
        """As fine as its print deserves."""
        most = found.pixels()[0]
        key = (picture.image, picture.grey, -most)
        known = self._scaled.get(key)
        if known is None:
            from journeyeditor.paint.rasters import image  # noqa: PLC0415

            opened = image(found)
            if opened is None:
                return None
            known = _qimage(opened)
            self._keep(key, known)
        return known

    def _keep(self, key: Key, pixels: QImage) -> None:
        self._scaled[key] = pixels
        self._used += pixels.sizeInBytes()
        while self._used > self._room and len(self._scaled) > 1:
            _, gone = self._scaled.popitem(last=False)
            self._used -= gone.sizeInBytes()


def _qimage(opened: PIL.Image.Image) -> QImage:
    """What Pillow opened as Qt's own pixels."""
    solid = opened.mode in {"L", "RGB"}
    plain = opened.convert("RGBA")
    image_ = QImage(plain.tobytes(), plain.width, plain.height, plain.width * 4, QImage.Format.Format_RGBA8888)
    form = QImage.Format.Format_RGB32 if solid else QImage.Format.Format_ARGB32_Premultiplied
    return image_.convertToFormat(form).copy()
