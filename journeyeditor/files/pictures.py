"""Checks pictures from a file before anything looks at their pixels."""

from __future__ import annotations

import io
import warnings

from journeyeditor.errors import Message, message
from journeyeditor.files import limits
from journeyeditor.model.images import Images, image_type


def keep(images: Images, key: str, data: bytes) -> Message | None:
    """Puts a picture into the store, if it is one and is the one that its name says; else says why not."""
    reason = why_not(data)
    if reason is None and images.add(data) != key:
        return message("it is damaged")
    return reason


def why_not(data: bytes) -> Message | None:
    """Why a picture is refused, or None. Only its first bytes are read: a small file may claim a huge picture."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - a map without pictures opens without Pillow

    if len(data) > limits.IMAGE_BYTES:
        return message("it is larger than {size} MB", size=limits.IMAGE_BYTES // limits.MEGABYTE)
    if image_type(data) is None:
        return message("it is not a PNG, JPEG or WebP picture")
    too_large = message("it has more than {size} million dots", size=limits.IMAGE_PIXELS // 1_000_000)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as picture:
                width, height = picture.size
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return too_large
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, MemoryError, OverflowError):
        return message("it is damaged")
    return too_large if width * height > limits.IMAGE_PIXELS else None
