"""Pictures made of pixels, made ready for paper: decoded by Pillow from bytes, never finer than the paper can show."""

from __future__ import annotations

import io
import math
import warnings
import zlib
from typing import Any, Literal

import msgspec

from journeyeditor.geometry import Box
from journeyeditor.paint.jpeg import stripped

DPI = 300
"""More pixels than this at their final size are not seen on paper."""
MOST_PIXELS = 40_000_000
FORMATS = ("PNG", "JPEG", "WEBP")
QUALITY = 90
"""Of a photograph that had to be made smaller."""

_ORIENTATION = 0x0112
_TURNED = frozenset({5, 6, 7, 8})


class Raster(msgspec.Struct):
    """A picture of the store: its bytes, its size in pixels as it is seen, and how wide it is printed at most (mm)."""

    data: bytes
    name: str
    width: int
    height: int
    printed: float = 0.0
    grey: bool = False
    """Whether it is shown without its colours."""

    def pixels(self) -> tuple[int, int]:
        """Width and height that its print deserves: its own, or less."""
        wide = max(1, math.ceil(self.printed / 25.4 * DPI))
        if wide >= self.width:
            return self.width, self.height
        return wide, max(1, round(self.height * wide / self.width))

    def placed(self, box: Box, fit: Literal["cover", "contain"]) -> tuple[float, float, float]:
        """Where the upper left corner goes and how large a pixel is (mm), the picture in the middle of the box."""
        scale = (max if fit == "cover" else min)(box.width / self.width, box.height / self.height)
        self.printed = max(self.printed, self.width * scale)
        x, y = box.middle
        return x - self.width * scale / 2, y - self.height * scale / 2, scale


class Pixels(msgspec.Struct, frozen=True):
    """A picture as a PDF holds it."""

    width: int
    height: int
    colours: Literal["DeviceRGB", "DeviceGray"]
    packing: Literal["DCTDecode", "FlateDecode"]
    data: bytes
    opacity: Pixels | None = None


def raster(data: bytes, name: str, *, grey: bool = False) -> Raster | None:
    """The picture in the bytes, its pixels not yet touched; None if they hold none that may be shown."""
    image = _opened(data)
    if image is None:
        return None
    width, height = image.size
    if image.getexif().get(_ORIENTATION) in _TURNED:
        width, height = height, width
    return Raster(data, name, width, height, grey=grey)


def _opened(data: bytes) -> Any | None:
    from PIL import Image  # noqa: PLC0415 - loaded when the first picture is met

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            image = Image.open(io.BytesIO(data), formats=FORMATS)
            _ = image.getexif()
    except (OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError):
        return None
    return image if 0 < image.width * image.height <= MOST_PIXELS else None


def pixels(picture: Raster) -> Pixels | None:
    """The picture as a PDF holds it, in the size that its print deserves. None if it is damaged."""
    prepared = _prepared(picture)
    if prepared is None:
        return None
    image, photograph = prepared
    width, height = image.size
    colours: Literal["DeviceRGB", "DeviceGray"] = "DeviceGray" if image.mode.startswith("L") else "DeviceRGB"
    if photograph:
        return Pixels(width, height, colours, "DCTDecode", photograph)
    opacity = None
    if image.mode in {"RGBA", "LA"}:
        mask = image.getchannel("A")
        opacity = Pixels(width, height, "DeviceGray", "FlateDecode", zlib.compress(mask.tobytes(), 6))
        image = image.convert(image.mode.removesuffix("A"))
    return Pixels(width, height, colours, "FlateDecode", zlib.compress(image.tobytes(), 6), opacity)


def web_file(picture: Raster) -> tuple[str, bytes] | None:
    """The picture as a JPEG or PNG file in the size that its print deserves, with its media type. None if damaged."""
    prepared = _prepared(picture)
    if prepared is None:
        return None
    image, photograph = prepared
    if photograph:
        return "image/jpeg", photograph
    out = io.BytesIO()
    image.save(out, "PNG")
    return "image/png", out.getvalue()


def image(picture: Raster) -> Any | None:
    """The picture as Pillow has it: upright, grey, RGB or RGBA, as large as its print deserves. None if damaged."""
    prepared = _prepared(picture)
    return None if prepared is None else prepared[0]


def _prepared(picture: Raster) -> tuple[Any, bytes] | None:
    """The picture in its final size, and its bytes if it is a photograph; a JPEG that may stay as it is stays."""
    image = _opened(picture.data)
    if image is None:
        return None
    photograph = image.format == "JPEG"
    try:
        # Decoded even if the bytes stay: a file that is cut short is found here, not by who prints it.
        fitted = _fitted(image, picture.pixels())
        if picture.grey and fitted.mode != "L":
            fitted = fitted.convert("LA" if fitted.mode == "RGBA" else "L")
    except (OSError, ValueError, SyntaxError):
        return None
    if not photograph:
        return fitted, b""
    if fitted is image:
        return image, stripped(picture.data)
    out = io.BytesIO()
    fitted.save(out, "JPEG", quality=QUALITY, optimize=True)
    return fitted, out.getvalue()


def _fitted(image: Any, size: tuple[int, int]) -> Any:
    """Upright, in grey, RGB or RGBA, and not larger than `size`; the very same image if it is all that already."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - loaded when the first picture is met

    image.load()
    if image.getexif().get(_ORIENTATION, 1) != 1:
        image = ImageOps.exif_transpose(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        if image.getextrema()[3] == (255, 255):
            image = image.convert("RGB")
    elif image.mode not in {"L", "RGB"}:
        image = image.convert("L" if image.mode == "1" or image.mode.startswith("I") else "RGB")
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
