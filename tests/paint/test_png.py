"""The PNG is the PDF, seen."""

import io
import math
import struct

import pytest
from PIL import Image

from journeyeditor.drawing import Drawing, Group, Sketch
from journeyeditor.errors import BadInput
from journeyeditor.geometry.outline import rectangle
from journeyeditor.paint import Metadata, pdf, png


def page(width: float, height: float, colour: str = "#0B6AA8") -> Drawing:
    """A sheet whose upper left quarter is coloured."""
    return Drawing(width, height, (Group("r", "c", (Sketch(rectangle(0, 0, width / 2, height / 2), colour),)),))


def sheets(*pages: Drawing) -> bytes:
    return pdf(pages, Metadata(), lambda _: None)


def test_it_has_the_pixels_that_the_resolution_asks_for_and_says_so() -> None:
    data = png(sheets(page(100, 50)), 254)
    image = Image.open(io.BytesIO(data))
    assert image.size == (1000, 500)
    assert image.getpixel((100, 100)) == (11, 106, 168)
    assert image.getpixel((900, 400)) == (255, 255, 255)
    at = data.index(b"pHYs") + 4
    assert struct.unpack(">IIB", data[at : at + 9]) == (10_000, 10_000, 1)  # dots per metre


def test_each_page_can_be_had() -> None:
    data = sheets(page(20, 20, "#B3261E"), page(20, 20, "#1B6E3C"))
    colours = [Image.open(io.BytesIO(png(data, 72, number))).getpixel((5, 5)) for number in range(2)]
    assert colours == [(179, 38, 30), (27, 110, 60)]


def test_the_same_page_gives_the_same_bytes() -> None:
    assert png(sheets(page(60, 40)), 100) == png(sheets(page(60, 40)), 100)


def test_more_pixels_than_a_computer_should_be_asked_for_are_refused_with_a_way_out() -> None:
    with pytest.raises(BadInput, match="At 1200 dpi the picture would have 2232 million pixels") as caught:
        png(sheets(page(1189, 841)), 1200)
    assert caught.value.advice is not None
    assert "at most 508 dpi" in caught.value.advice.english()


@pytest.mark.parametrize("dpi", [0, -1, math.nan, math.inf])
def test_a_resolution_that_is_none_is_refused(dpi: float) -> None:
    with pytest.raises(BadInput, match="resolution"):
        png(sheets(page(20, 20)), dpi)
