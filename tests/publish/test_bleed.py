"""A poster for the print shop."""

import io
import math

import pypdfium2
import pytest
from PIL import Image

from journeyeditor.drawing import Drawing, Group, Sketch, Words, shape_box
from journeyeditor.errors import BadInput
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import extent, rectangle
from journeyeditor.paint import Metadata, pdf, png, svg
from journeyeditor.publish.bleed import with_bleed

MM = 25.4 / 72


def no_images(_: str) -> bytes | None:
    return None


def sheet(background: str = "#F4D5D2") -> Drawing:
    card = Group(
        "r", "pain", (Sketch(rectangle(40, 30, 20, 10), "#1F2933"),), Box(40, 30, 20, 10), "https://example.org"
    )
    return Drawing(297, 210, (card,), background, bookmarks=(("Card", 40, 30),))


@pytest.mark.parametrize("bleed", [0, 3, 5.5])
def test_the_boxes_are_right_to_a_tenth_of_a_millimetre(bleed: float) -> None:
    document = pypdfium2.PdfDocument(pdf([with_bleed(sheet(), bleed)], Metadata(), no_images))
    media, trim, beyond = (
        [edge * MM for edge in getattr(document[0], f"get_{name}box")()] for name in ("media", "trim", "bleed")
    )
    document.close()
    left, bottom, right, top = trim
    assert (right - left, top - bottom) == pytest.approx((297, 210), abs=0.01)
    assert beyond == pytest.approx([left - bleed, bottom - bleed, right + bleed, top + bleed], abs=0.01)
    assert media[:2] == [0, 0]
    assert media[2] - right == pytest.approx(left, abs=0.01)
    assert left >= bleed + 6


def test_a_sheet_without_bleed_has_no_further_boxes() -> None:
    document = pypdfium2.PdfDocument(pdf([sheet()], Metadata(), no_images))
    assert document[0].get_trimbox(fallback_ok=False) is None
    document.close()


def pixels(drawing: Drawing) -> Image.Image:
    return Image.open(io.BytesIO(png(pdf([drawing], Metadata(), no_images), 254))).convert("RGB")


def test_the_background_reaches_over_the_edge_and_not_to_the_marks() -> None:
    drawing = with_bleed(sheet("#FF0000"), 3)
    picture = pixels(drawing)
    edge = round(drawing.surround * 10)
    assert picture.getpixel((edge - 29, edge + 500)) == (255, 0, 0)
    assert picture.getpixel((edge - 31, edge + 500)) == (255, 255, 255)
    assert picture.getpixel((picture.width - edge + 28, edge + 500)) == (255, 0, 0)


def test_the_sheet_inside_is_the_sheet() -> None:
    drawing = with_bleed(sheet(), 3)
    picture, alone = pixels(drawing), pixels(sheet())
    edge = round(drawing.surround * 10)
    assert picture.crop((edge, edge, edge + alone.width, edge + alone.height)).tobytes() == alone.tobytes()


def test_crop_marks_point_to_the_corners_and_stay_outside_the_bleed() -> None:
    drawing = with_bleed(sheet(), 3)
    lines = [extent(mark.outline) for mark in drawing.groups[-1].shapes if isinstance(mark, Sketch)]
    assert len(lines) == 8
    assert sum(left == right and left in (0, 297) for left, _, right, _ in lines) == 4
    assert sum(top == bottom and top in (0, 210) for _, top, _, bottom in lines) == 4
    room = Box(-drawing.surround, -drawing.surround, 297 + 2 * drawing.surround, 210 + 2 * drawing.surround)
    bleed = Box(-3, -3, 303, 216)
    for left, top, right, bottom in lines:
        line = Box(left, top, right - left, bottom - top)
        assert room.holds(line)
        assert not line.meets(bleed)


def test_what_runs_over_the_edge_ends_with_the_bleed() -> None:
    wide = Group("", "pain", (Sketch(rectangle(-50, 50, 500, 20), "#FF0000"),))
    drawing = with_bleed(Drawing(297, 210, (wide,)), 3)
    picture = pixels(drawing)
    y = round((drawing.surround + 60) * 10)
    assert picture.getpixel((round(drawing.surround * 10) - 28, y)) == (255, 0, 0)
    assert picture.getpixel((round(drawing.surround * 10) - 32, y)) == (255, 255, 255)


def test_a_note_for_the_print_shop_stands_outside() -> None:
    drawing = with_bleed(sheet(), 3, "A4 · 297 × 210 mm")
    note = next(mark for mark in drawing.groups[-1].shapes if isinstance(mark, Words))
    box = shape_box(note)
    assert box is not None
    assert box.y > 213
    assert box.bottom < 210 + drawing.surround


def test_a_note_that_has_no_room_is_left_out() -> None:
    drawing = with_bleed(sheet(), 3, "far too long " * 30)
    assert not [mark for mark in drawing.groups[-1].shapes if isinstance(mark, Words)]


def test_links_and_bookmarks_move_with_the_sheet() -> None:
    drawing = with_bleed(sheet(), 3)
    document = pypdfium2.PdfDocument(pdf([drawing], Metadata(), no_images))
    left, top, _ = next(iter(document.get_toc())).get_dest().get_view()[1]
    height = document[0].get_height()
    document.close()
    assert (left * MM, (height - top) * MM) == pytest.approx((40 + drawing.surround, 30 + drawing.surround), abs=0.01)


def test_an_svg_has_the_same_room_around_it() -> None:
    drawing = with_bleed(sheet(), 3)
    text = svg(drawing, Metadata(), no_images).decode()
    assert f'viewBox="-{drawing.surround:g} -{drawing.surround:g} 321 234"' in text
    assert '<rect x="-3" y="-3" width="303" height="216" fill="#F4D5D2"/>' in text


@pytest.mark.parametrize("bleed", [-1, 51, math.nan, math.inf])
def test_a_bleed_that_is_none_is_refused(bleed: float) -> None:
    with pytest.raises(BadInput, match="bleed must be a length"):
        with_bleed(sheet(), bleed)


def test_a_sheet_that_becomes_too_large_with_its_bleed_is_refused() -> None:
    with pytest.raises(BadInput, match="larger than a PDF can be"):
        pdf([with_bleed(Drawing(5075, 100, ()), 3)], Metadata(), no_images)
