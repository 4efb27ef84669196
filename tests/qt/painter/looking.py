"""What the screen's painter paints, beside what our PDF looks like."""

import io
import math
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter

from journeyeditor import files
from journeyeditor.assets import resource
from journeyeditor.drawing import Drawing
from journeyeditor.geometry import Box
from journeyeditor.layout import find_paper, poster
from journeyeditor.model.journey import Journey
from journeyeditor.paint import Metadata, pdf
from journeyeditor.qt.painter import SheetPainter
from journeyeditor.qt.painter.pictures import Images

POINTS = 72 / 25.4
FINER = 3


def template(name: str) -> Journey:
    return files.load(Path(resource("templates", f"{name}.journey"))).journey


def sheet(journey: Journey) -> Drawing:
    return poster(journey, find_paper("A3", "landscape")).drawing


def painter_of(drawing: Drawing, images: Images = lambda _: None) -> SheetPainter:
    found = SheetPainter(images)
    found.show(drawing)
    return found


def whole(drawing: Drawing) -> Box:
    return Box(0, 0, drawing.width, drawing.height)


def canvas(drawing: Drawing, scale: float, ratio: float = 1.0) -> QImage:
    """A white image that holds the sheet."""
    wide, high = math.ceil(drawing.width * scale * ratio), math.ceil(drawing.height * scale * ratio)
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.setDevicePixelRatio(ratio)
    return image


def painted(
    painter: SheetPainter, scale: float, ratio: float = 1.0, *, on: QImage | None = None, area: Box | None = None, **how
) -> QImage:
    """The sheet, or an area of it, on a white image or on another one."""
    image = canvas(painter.drawing, scale, ratio) if on is None else on
    brush = QPainter(image)
    painter.paint(brush, scale, area or whole(painter.drawing), **how)
    brush.end()
    return image


def warmed(painter: SheetPainter, scale: float) -> None:
    """Lets the painter work ahead until nothing is left to do."""
    for _ in range(10_000):
        if not painter.warm(scale, 1.0):
            return
    raise AssertionError("the painter never comes to an end")


def same_pixels(one: QImage, other: QImage) -> bool:
    return one.size() == other.size() and bytes(one.constBits()) == bytes(other.constBits())


def plain(image: QImage) -> Image.Image:
    """As Pillow has it."""
    return Image.open(io.BytesIO(png(image))).convert("RGB")


def png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return data.data()


def on_paper(drawing: Drawing, scale: float, images: Images = lambda _: None) -> Image.Image:
    """Our PDF of the drawing, `scale` pixels per mm: painted finer and averaged, because PDFium, too, moves letters to
    whole pixels.
    """
    with pypdfium2.PdfDocument(pdf([drawing], Metadata(), images)) as document:
        large = document[0].render(scale=FINER * scale / POINTS).to_pil().convert("RGB")
    size = large.width // FINER, large.height // FINER
    return large.crop((0, 0, size[0] * FINER, size[1] * FINER)).resize(size, Image.Resampling.BOX)


def off(one: Image.Image, other: Image.Image, visible: int) -> float:
    """The share of pixels that differ by more than `visible` of 255 in a colour."""
    size = min(one.width, other.width), min(one.height, other.height)
    assert abs(one.width - other.width) <= 1
    assert abs(one.height - other.height) <= 1
    corner = (0, 0, *size)
    red, green, blue = ImageChops.difference(one.crop(corner), other.crop(corner)).split()
    furthest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(furthest.histogram()[visible:]) / (size[0] * size[1])


def furthest_off(one: Image.Image, other: Image.Image, cell: int) -> int:
    """How far the mean colours of two pictures lie apart at most, in cells of so many pixels: 0 to 255.

    The smoothing of an edge goes under in it, a letter that is missing does not.
    """
    size = min(one.width, other.width) // cell, min(one.height, other.height) // cell
    corner = (0, 0, size[0] * cell, size[1] * cell)
    means = [picture.crop(corner).resize(size, Image.Resampling.BOX) for picture in (one, other)]
    return max(high for _, high in ImageChops.difference(*means).getextrema())
