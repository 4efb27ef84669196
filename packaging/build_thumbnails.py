"""Draws the pictures of the templates that the start page shows: `python packaging/build_thumbnails.py [--check]`.

Twice the size at which they are shown, so that they are sharp on fine screens. With `--check` nothing is written; the
exit status is 1 if a picture that lies there is not what its template looks like now.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage

from journeyeditor.files import load
from journeyeditor.layout import find_paper, poster
from journeyeditor.qt.painter.still import thumbnail

TEMPLATES = Path(__file__).resolve().parents[1] / "resources" / "templates"
WIDTH, HEIGHT, RATIO = 282, 199, 2.0
ENOUGH = 0.995
"""Part of the pixels that must agree: letters may differ by a shade from one Qt to the next."""


def drawn(path: Path) -> QImage:
    """The picture of a template, as it looks on A3."""
    journey = load(path).journey
    drawing = poster(journey, find_paper("A3")).drawing
    return thumbnail(drawing, WIDTH, HEIGHT, RATIO, journey.images.get)


def alike(one: QImage, other: QImage) -> bool:
    """True if two pictures look the same."""
    if one.size() != other.size():
        return False
    first, second = (picture.convertToFormat(QImage.Format.Format_RGB888) for picture in (one, other))
    pairs = zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    close = sum(abs(a - b) <= 24 for a, b in pairs)
    return close >= ENOUGH * first.sizeInBytes()


def main() -> int:
    """Writes or checks all of them."""
    application = QGuiApplication.instance() or QGuiApplication([])
    folder = TEMPLATES / "thumbnails"
    folder.mkdir(exist_ok=True)
    stale: list[str] = []
    for path in sorted(TEMPLATES.glob("*.journey")):
        target = folder / f"{path.name.removesuffix('.journey')}.png"
        picture = drawn(path)
        if "--check" in sys.argv:
            if not target.exists() or not alike(picture, QImage(str(target))):
                stale.append(target.name)
            continue
        plain = picture.convertToFormat(QImage.Format.Format_RGBX8888)
        pixels = Image.frombuffer("RGBX", (plain.width(), plain.height()), bytes(plain.constBits()))
        pixels.convert("RGB").quantize(192, dither=Image.Dither.NONE).save(target, optimize=True)
        print(target.name, target.stat().st_size)
    del application
    for name in stale:
        print(f"{name} is not what its template looks like now", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
