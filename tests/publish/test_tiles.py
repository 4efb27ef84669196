"""A poster on sheets: the sheets put together are the poster, and the sheet map says how."""

import io
import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from journeyeditor.drawing import (
    Drawing,
    Group,
    Inset,
    Sketch,
    Stroke,
    Symbol,
    Words,
    group_box,
    shape_box,
)
from journeyeditor.fonts import Style, shape
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import circle, extent, polyline, rectangle
from journeyeditor.layout.paper import find_paper
from journeyeditor.paint import Metadata, pdf, png, svg
from journeyeditor.publish.tiles import tile
from journeyeditor.publish.tiles_marks import Place
from journeyeditor.publish.tiles_plan import Tiling, tiling
from journeyeditor.words import speak
from tests.drawing.checks import beyond_sheet, overlapping_words

EN, FR = speak("en"), speak("fr")
DPI = 101.6
"""Four pixels to the millimetre: sheets of whole millimetres have whole pixels."""
A5 = find_paper("A5")
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not here")
needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not here")


def no_images(_: str) -> bytes | None:
    return None


def poster(width: float = 420, height: float = 297) -> Drawing:
    """A sheet full of everything that a sheet may be cut through."""
    chance = random.Random(3)  # noqa: S311
    colours = ["#0B6AA8", "#B84A00", "#00755A", "#9C3F78", "#F4D5D2", "#1F2933"]
    groups = []
    for number in range(80):
        x, y = width / 8 * (number % 8 + chance.uniform(0, 0.4)), height / 10 * (number // 8 + chance.uniform(0, 0.4))
        colour = chance.choice(colours)
        shapes = (
            Sketch(rectangle(x, y, 40, 24, 2), colour, Stroke("#1F2933", 0.4, (1.5, 1.1)), 0.6),
            Sketch(polyline([(x, y), (x + 60, y + 31)]), None, Stroke(colour, 1.5, round=True)),
            Symbol("dot", circle(0, 0, 1), x + 30, y + 10, 3, colour),
            Words(x + 3, y + 8, shape(f"Card {number}", Style(12)), "#1F2933"),
        )
        groups.append(Group(f"r{number}", "pain", shapes, Box(x, y, 40, 24)))
    fade = Sketch(rectangle(30, 100, 300, 80), "#0B6AA8", fade=((100, 0.4), (140, 0.02), (180, 0.4)))
    edge = Sketch(rectangle(2, 2, width - 4, height - 4), None, Stroke("#B3261E", 3))
    return Drawing(width, height, (*groups, Group("", "tint", (fade,)), Group("", "edge", (edge,))), "#FFFDF5")


def assembled(pages: tuple[Drawing, ...], plan: Tiling, data: bytes) -> Image.Image:
    """The sheets as pictures, each cut at its marks and laid where it belongs."""
    whole = Image.new("RGB", (round(plan.xs[-1] * 4), round(plan.ys[-1] * 4)), "magenta")
    for number, (row, column) in enumerate(plan.places(), start=1):
        place = Place(plan, row, column)
        sheet = Image.open(io.BytesIO(png(data, DPI, number))).convert("RGB")
        assert sheet.size == (plan.width * 4, plan.height * 4)
        left, top = (round(edge * 4) for edge in (place.piece.x, place.piece.y))
        right, bottom = (round(edge * 4) for edge in (place.piece.right, place.piece.bottom))
        dx, dy = (round(edge * 4) for edge in place.origin)
        whole.paste(sheet.crop((left + dx, top + dy, right + dx, bottom + dy)), (left, top))
    return whole


def off(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ by more than 48 of 255 in a colour, as in stored pictures."""
    assert one.size == other.size
    red, green, blue = ImageChops.difference(one, other).split()
    furthest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return float(sum(furthest.histogram()[48:]) / (one.width * one.height))


@pytest.mark.parametrize(
    ("paper", "wish"),
    [
        ("A4", {}),
        ("A4", {"orientation": "landscape", "overlap": 16}),
        ("A3", {"sheets": (1, 2)}),
        ("A5", {"overlap": 0}),
        ("A4", {"sheets": (2, 2), "tile_margin": 8}),
    ],
)
def test_the_sheets_put_together_are_the_poster_to_a_pixel(paper: str, wish: dict[str, object]) -> None:
    """To within one pixel in a thousand: the rasteriser may set a letter one aside, a seam may fall inside one."""
    sheet = find_paper(paper)
    drawing = poster()
    plan = tiling((drawing.width, drawing.height), sheet, **wish)  # type: ignore[arg-type]
    pages = tile(drawing, sheet, speech=EN, **wish)  # type: ignore[arg-type]
    found = assembled(pages, plan, pdf(pages, Metadata(), no_images))
    size = found.width / 4, found.height / 4
    alone = Drawing(*size, (Group("", "", (Inset(drawing, 0, 0, plan.scale, Box(0, 0, *size)),)),))
    should = Image.open(io.BytesIO(png(pdf([alone], Metadata(), no_images), DPI))).convert("RGB")
    assert off(found, should) < 0.001


def test_the_sheets_of_a_poster_are_those_of_its_own_page() -> None:
    drawing = poster()
    plan = tiling((drawing.width, drawing.height), find_paper("A4"))
    pages = tile(drawing, find_paper("A4"), speech=EN)
    found = assembled(pages, plan, pdf(pages, Metadata(), no_images))
    should = Image.open(io.BytesIO(png(pdf([drawing], Metadata(), no_images), DPI))).convert("RGB")
    assert off(found, should) < 0.001


def test_no_mark_touches_what_is_kept() -> None:
    drawing = poster()
    plan = tiling((drawing.width, drawing.height), A5)
    for page, place in zip(tile(drawing, A5, speech=EN)[1:], plan.places(), strict=True):
        kept = Place(plan, *place).kept
        for mark in page.groups[1].shapes:
            ink = shape_box(mark)
            if isinstance(mark, Sketch) and mark.stroke and not mark.fill:  # butt ends: only as long as it is drawn
                left, top, right, bottom = extent(mark.outline)
                half = mark.stroke.width / 2
                ink = Box(left, top - half, right - left, bottom - top + 2 * half)
                if right - left < bottom - top:
                    ink = Box(left - half, top, right - left + 2 * half, bottom - top)
            assert ink is not None
            assert not ink.meets(kept, -1e-6)


def test_each_sheet_says_which_it_is_and_which_is_glued_on() -> None:
    drawing = poster()
    pages = tile(drawing, A5, speech=EN)
    plan = tiling((drawing.width, drawing.height), A5)
    for page, place in zip(pages[1:], plan.places(), strict=True):
        said = {mark.line.text for mark in page.groups[1].shapes if isinstance(mark, Words)}
        at = Place(plan, *place)
        assert page.label == at.name
        assert at.name in said
        assert said - {at.name} == {name for name in (at.neighbour("right"), at.neighbour("bottom")) if name}


def test_names_and_cut_marks_are_printed_where_the_printer_reaches() -> None:
    drawing = poster()
    for page in tile(drawing, A5, speech=EN, tile_margin=7)[1:]:
        reached = Box(0, 0, page.width, page.height).grown(-7)
        marks = [mark for mark in page.groups[1].shapes if isinstance(mark, Words | Symbol)]
        assert len(marks) >= 3
        assert all((box := shape_box(mark)) and reached.holds(box, 0.01) for mark in marks)


@pytest.mark.parametrize("paper", ["A5", "A4", "A3", "Letter", "Tabloid", "100x150mm"])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
@pytest.mark.parametrize("speech", [EN, FR])
def test_the_sheet_map_is_whole_on_every_paper(paper: str, orientation: str, speech: object) -> None:
    title = "A rather long title of a map that somebody has typed without thinking of the paper"
    page = tile(
        poster(800, 560),
        find_paper(paper),
        speech=speech,
        title=title,
        orientation=orientation,  # type: ignore[arg-type]
    )[0]
    assert not beyond_sheet(page, 5)
    names = re.compile(r"\d+-\d+")
    assert not [pair for pair in overlapping_words(page, 0.2) if not any(names.fullmatch(one.text) for one in pair)]
    boxes = [box for group in page.groups if (box := group_box(group))]
    assert not [(a, b) for n, a in enumerate(boxes) for b in boxes[:n] if a.meets(b, -0.5)]


def words_of(page: Drawing) -> str:
    return " ".join(part.line.text for group in page.groups for part in group.shapes if isinstance(part, Words))


def test_the_sheet_map_says_what_it_takes() -> None:
    said = words_of(tile(poster(1189, 841), find_paper("A4"), speech=EN, title="A new hip")[0])
    assert "A new hip" in said
    assert "21 sheets of A4, portrait" in said
    assert "scale 1:1" in said
    assert "1,189 × 841 mm" in said


def test_the_sheet_map_says_the_scale_of_a_poster_that_was_fitted() -> None:
    said = words_of(tile(poster(1189, 841), find_paper("A4"), speech=EN, sheets=(3, 2))[0])
    assert "6 sheets" in said
    assert "scale 48%" in said


def test_the_ruler_is_a_hundred_millimetres_long() -> None:
    page = tile(poster(), find_paper("A4"), speech=EN, sheets=(3, 2))[0]
    ruler = next(group for group in page.groups if group.role == "ruler")
    lengths = [extent(mark.outline) for mark in ruler.shapes if isinstance(mark, Sketch)]
    assert [right - left for left, _, right, _ in lengths] == [pytest.approx(100)]
    assert "100 mm" in words_of(Drawing(1, 1, (ruler,)))


def test_the_sheet_map_shows_every_sheet_where_it_belongs() -> None:
    drawing = poster()
    plan = tiling((drawing.width, drawing.height), A5)
    overview = next(group for group in tile(drawing, A5, speech=EN)[0].groups if group.role == "sheet_map")
    names = {mark.line.text: mark for mark in overview.shapes if isinstance(mark, Words)}
    assert set(names) == {plan.name(*place) for place in plan.places()}
    assert overview.box is not None
    ratio = overview.box.width / plan.xs[-1]
    for place in plan.places():
        piece, name = Place(plan, *place).piece, names[plan.name(*place)]
        middle = overview.box.x + piece.middle[0] * ratio
        assert name.x + name.line.width / 2 == pytest.approx(middle, abs=0.01)


def test_one_sheet_needs_no_scissors_and_no_glue() -> None:
    pages = tile(poster(150, 100), find_paper("A4"), speech=EN)
    assert len(pages) == 2
    assert "glue" not in words_of(pages[0]).lower()
    assert not [mark for mark in pages[1].groups[1].shapes if isinstance(mark, Words)]


@needs_qpdf
def test_the_poster_is_in_the_file_once(tmp_path: Path) -> None:
    drawing = poster()
    pages = tile(drawing, A5, speech=EN)
    data = pdf(pages, Metadata(), no_images)
    (tmp_path / "tiles.pdf").write_bytes(data)
    command = ["qpdf", "--qdf", "--object-streams=disable", str(tmp_path / "tiles.pdf"), "-"]
    plain = subprocess.run(command, capture_output=True, check=True).stdout.decode("latin-1")
    assert len(re.findall(r"/D\d+ Do", plain)) == len(pages)
    assert plain.count("Card") == 0
    assert len(re.findall(r"/BBox \[\s*0\.000\s+0\.000\s+420\.000\s+297\.000", plain)) == 1
    check = subprocess.run(
        ["qpdf", "--check", str(tmp_path / "tiles.pdf")], capture_output=True, text=True, check=False
    )
    assert check.returncode == 0
    assert "WARNING" not in check.stdout + check.stderr


@needs_poppler
def test_what_a_sheet_shows_can_be_searched(tmp_path: Path) -> None:
    drawing = poster()
    plan = tiling((drawing.width, drawing.height), A5)
    (tmp_path / "tiles.pdf").write_bytes(pdf(tile(drawing, A5, speech=EN), Metadata(), no_images))
    for number, place in enumerate(plan.places(), start=2):
        command = ["pdftotext", "-f", str(number), "-l", str(number), str(tmp_path / "tiles.pdf"), "-"]
        said = subprocess.run(command, capture_output=True, check=True, text=True).stdout
        kept = Place(plan, *place).piece
        for group in drawing.groups[:80]:
            words = group.shapes[3]
            assert isinstance(words, Words)
            box = shape_box(words)
            if box is not None and kept.holds(box):
                assert words.line.text in said


def test_a_sheet_as_svg_shows_its_part() -> None:
    drawing = poster()
    page = tile(drawing, A5, speech=EN)[1]
    text = svg(page, Metadata(), no_images).decode()
    assert text.count('<use xlink:href="#D0"') == 1
    assert text.count('<g id="D0">') == 1
    assert text.index('<g id="D0">') < text.index("</defs>")
