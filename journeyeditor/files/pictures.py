"""Checks pictures from a file before anything looks at their pixels."""

from __future__ import annotations

import io
import warnings

from journeyeditor.errors import Message, message
from journeyeditor.files import limits
from journeyeditor.model.images import Images, image_type

PICTURES = (".png", ".jpg", ".jpeg", ".webp")
"""Endings of pictures that are read."""
UNREAD = (".heic", ".heif", ".avif", ".bmp", ".gif", ".tif", ".tiff")
"""Endings of pictures that are not."""
READ = message("Pictures are read as PNG, JPEG or WebP: save it as one of these, and put it on a touchpoint.")
MEND = message("Save it as PNG or JPEG in a program for pictures, smaller if it is too large, and try again.")
_MOST_CHUNKS = 100_000
"""Of a PNG. A picture of the largest size has 10,000."""
_MOST_SEGMENTS = 1_000
"""Of a JPEG before its picture begins. A camera writes 20."""
_MOST_PADDING = 65_536
"""Bytes between the segments of a JPEG that belong to none."""


def keep(images: Images, key: str, data: bytes) -> Message | None:
    """Puts a picture into the store, if it is one and is the one that its name says; else says why not."""
    reason = why_not(data)
    if reason is None and images.add(data) != key:
        return message("it is damaged")
    return reason


def why_not(data: bytes) -> Message | None:
    """Why a picture is refused, or None. Only its outline is read: a small file may claim a huge picture."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - a map without pictures opens without Pillow

    kind = image_type(data)
    if kind is None:
        return message("it is not a PNG, JPEG or WebP picture")
    if len(data) > limits.IMAGE_BYTES:
        return message("it is larger than {size} MB", size=limits.IMAGE_BYTES // limits.MEGABYTE)
    if (kind == "png" and _is_flooded_png(data)) or (kind == "jpeg" and _is_flooded_jpeg(data)):
        return message("it is damaged")
    too_large = message(
        "it is too large; it may have {size} million pixels, 8000 wide and 5000 high for instance",
        size=limits.IMAGE_PIXELS // 1_000_000,
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it tells of odd EXIF data and the like
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as picture:
                width, height = picture.size
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return too_large
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, MemoryError, OverflowError):
        return message("it is damaged")
    return too_large if width * height > limits.IMAGE_PIXELS else None


def _is_flooded_png(data: bytes) -> bool:
    """Whether a PNG consists of so many chunks that walking over them (0.3 µs here, 3 µs in Pillow) takes minutes."""
    position = 8
    for _ in range(_MOST_CHUNKS):
        position += 12 + int.from_bytes(data[position : position + 4], "big")
        if position >= len(data):
            return False
    return True


def _is_flooded_jpeg(data: bytes) -> bool:
    """The same for the segments that stand before a JPEG's picture, and for what lies between them."""
    position, padding = 2, 0
    for _ in range(_MOST_SEGMENTS):
        start = data.find(b"\xff", position)
        marker = data[start + 1 : start + 2]
        padding += max(0, start - position) + (marker == b"\xff")
        if start < 0 or not marker or marker == b"\xda" or padding > _MOST_PADDING:
            return padding > _MOST_PADDING
        bare = marker in b"\x00\x01\xd0\xd1\xd2\xd3\xd4\xd5\xd6\xd7\xd8\xd9"
        length = 0 if bare else int.from_bytes(data[start + 2 : start + 4], "big")
        position = start + 1 if marker == b"\xff" else start + 2 + length
    return True
