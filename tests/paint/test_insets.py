"""A drawing that is shown in another."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from journeyeditor.drawing import Drawing, Group, Inset, Sketch
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import rectangle
from journeyeditor.paint import Metadata, pdf, png, svg
from tests.drawing.checks import beyond_sheet
from tests.paint.sheets import KEY, PORTRAIT, scripts_sheet, shapes_sheet
from tests.paint.test_pdf import needs_qpdf, operators

DPI = 101.6


def images(key: str) -> bytes | None:
    return PORTRAIT if key == KEY else None


def raster(drawing: Drawing) -> Image.Image:
    return Image.open(io.BytesIO(png(pdf([drawing], Metadata(), images), DPI))).convert("RGB")


def shown(drawing: Drawing, *, scale: float = 1.0, times: int = 1) -> Drawing:
    """A sheet with nothing on it but another one."""
    box = Box(0, 0, drawing.width * scale, drawing.height * scale)
    return Drawing(box.width, box.height, (Group("", "tile", (Inset(drawing, 0, 0, scale, box),) * times),))


def off(one: Image.Image, other: Image.Image) -> int:
    """How many of 200,000 pixels differ: the edges of pictures and clips may be rounded to the next."""
    assert one.size == other.size
    return sum(ImageChops.difference(one, other).convert("L").histogram()[16:])


@pytest.mark.parametrize("drawing", [shapes_sheet(), scripts_sheet(bold=True, italic=True)], ids=["shapes", "scripts"])
def test_it_looks_as_it_does_alone(drawing: Drawing) -> None:
    assert off(raster(shown(drawing)), raster(drawing)) < 600


def test_it_can_be_shown_within_what_is_shown() -> None:
    drawing = shapes_sheet()
    both = Group(
        "", "", (Inset(drawing, 0, 0, 1, Box(0, 0, 60, 102)), Inset(shown(drawing), 0, 0, 1, Box(60, 0, 60, 102)))
    )
    assert off(raster(Drawing(120, 102, (both,))), raster(drawing)) < 600


def test_its_window_cuts_it() -> None:
    drawing = Drawing(100, 100, (Group("", "", (Sketch(rectangle(0, 0, 100, 100), "#FF0000"),)),))
    page = Drawing(100, 100, (Group("", "", (Inset(drawing, 10, 10, 1, Box(20, 30, 40, 50)),)),))
    picture = raster(page)
    red = picture.convert("L").point(lambda level: 255 if level < 128 else 0).getbbox()
    assert red == pytest.approx((80, 120, 240, 320), abs=1)
    assert not beyond_sheet(page)


def test_it_brings_its_own_ground() -> None:
    inner = Drawing(50, 50, (), "#FFE0A0")
    page = Drawing(100, 100, (Group("", "", (Inset(inner, 10, 10, 1, Box(0, 0, 100, 100)),)),), "#203040")
    picture = raster(page)
    assert picture.getpixel((100, 100)) == (255, 224, 160)
    assert picture.getpixel((300, 300)) == (32, 48, 64)


@needs_qpdf
def test_it_is_written_once_however_often_it_is_shown(tmp_path: Path) -> None:
    drawing = shapes_sheet()
    text = operators(pdf([shown(drawing, times=3), shown(drawing, scale=0.5)], Metadata(), images), tmp_path)
    assert len(re.findall(r"/D0 Do", text)) == 4
    assert len(re.findall(r"/Subtype /Image", text)) == 1
    assert text.count("/Link") == 0


def test_an_inset_without_room_is_left_out() -> None:
    drawing = shapes_sheet()
    nothing = [Inset(drawing, 0, 0, 1, Box(0, 0, 0, 5)), Inset(drawing, 0, 0, 0, Box(0, 0, 5, 5))]
    page = Drawing(20, 20, (Group("", "", tuple(nothing)),))
    assert raster(page).getcolors() == [(80 * 80, (255, 255, 255))]
    assert b"<use" not in svg(page, Metadata(), images)


def test_an_svg_holds_it_once_too() -> None:
    text = svg(shown(shapes_sheet(), times=3), Metadata(), images).decode()
    assert text.count('<g id="D0">') == 1
    assert text.count('xlink:href="#D0"') == 3
    names = re.findall(r'\bid="([^"]+)"', text)
    assert len(names) == len(set(names))
    assert set(re.findall(r'xlink:href="#([^"]+)"', text)) <= set(names)
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(names)
