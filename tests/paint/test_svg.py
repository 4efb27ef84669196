"""The SVG: the same sheet, its text still text, its fonts inside, nothing in it acts."""

import base64
import io
import math
import re
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

from journeyeditor.drawing import Drawing, Group, Halo, Sketch, Stroke, Symbol, Words
from journeyeditor.errors import JourneyError
from journeyeditor.fonts import Style, shape
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import circle, polyline, rectangle
from journeyeditor.paint import Metadata, svg
from journeyeditor.paint.reading import pieces_as_read, runs_as_read

NS = {"svg": "http://www.w3.org/2000/svg"}
LINK = "{http://www.w3.org/1999/xlink}href"
INK = "#1F2933"
TEXTS = [
    "Étape d’achat — AVATAR office ffi",
    "e\u0301te\u0301 a\u0300",
    "رحلة العميل مع السلامة",
    "مُحَمَّد كِتَابٌ",
    "מסע הלקוח (42 €) iPhone!",
    "Client العميل 42 ok",
    "ग्राहक यात्रा क्षेत्र",
    "顧客の旅、です。",
    "고객 여정",
    "😀 👨‍👩‍👧 ok",
    "a < b & c > d  \"two  spaces\" 'x'",
]


def no_images(_: str) -> bytes | None:
    return None


def sheet(*shapes: Sketch | Symbol | Words, **more: object) -> Drawing:
    return Drawing(200, 100, (Group("r", "card", shapes, **more),))  # type: ignore[arg-type]


def root(drawing: Drawing, about: Metadata | None = None) -> ET.Element:
    return ET.fromstring(svg(drawing, about or Metadata(), no_images))  # noqa: S314 - ours


def words(text: str, style: Style | None = None, halo: Halo | None = None) -> Words:
    return Words(10, 20, shape(text, style or Style(9)), INK, halo)


def text_of(element: ET.Element) -> str:
    return "".join(element.itertext())


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("style", [Style(9), Style(9, bold=True, italic=True)])
def test_text_stands_there_as_it_was_written(text: str, style: Style) -> None:
    elements = root(sheet(words(text, style))).findall(".//svg:text", NS)
    assert "".join(map(text_of, elements)) == text


@pytest.mark.parametrize("text", TEXTS)
def test_the_pieces_of_a_line_are_found_in_reading_order(text: str) -> None:
    line = shape(text, Style(9))
    pieces = [piece for run in runs_as_read(line) for piece in pieces_as_read(run)]
    assert "".join(piece.text for piece in pieces) == text
    rooms = sorted((piece.left, piece.right) for piece in pieces)
    assert rooms[0][0] == pytest.approx(0, abs=0.2)
    assert rooms[-1][1] == pytest.approx(line.width, abs=0.2)


def test_each_cluster_has_its_own_x_and_a_ligature_one() -> None:
    spans = root(sheet(words("Toffi AV"))).findall(".//svg:tspan", NS)
    assert [span.text for span in spans] == ["Toffi", " AV"]
    line = shape("Toffi AV", Style(9))
    starts = [float(x) for span in spans for x in span.attrib["x"].split()]
    assert starts == pytest.approx([10 + glyph.x for glyph in line.runs[0].glyphs], abs=0.001)
    assert len(starts) == 6  # T, o, ffi, space, A, V


def test_letters_that_join_have_one_x_to_the_word() -> None:
    spans = root(sheet(words("رحلة العميل"))).findall(".//svg:tspan", NS)
    assert [span.text for span in spans] == ["رحلة", " ", "العميل"] or [span.text for span in spans] == [
        "رحلة",
        " العميل",
    ]
    assert {span.attrib["direction"] for span in spans} == {"rtl"}
    assert float(spans[0].attrib["x"].split()[0]) == pytest.approx(10 + shape("رحلة العميل", Style(9)).width, abs=0.01)


def test_its_fonts_are_inside_and_have_every_character_and_its_shapes() -> None:
    style = root(sheet(words("رحلة السلامة"), words("ग्राहक"))).find("svg:style", NS)
    assert style is not None
    sheets = re.findall(
        r'font-family:"(\w+)";font-weight:400;font-style:normal;src:url\("data:font/woff;base64,([^"]+)"',
        style.text or "",
    )
    fonts = {family: TTFont(io.BytesIO(base64.b64decode(data))) for family, data in sheets}
    assert set(fonts) == {"NotoSansArabic", "NotoSansDevanagari"}
    assert set(map(ord, "رحلةالسلامة ")) <= set(fonts["NotoSansArabic"].getBestCmap())
    assert "GSUB" in fonts["NotoSansArabic"]
    assert "GPOS" in fonts["NotoSansDevanagari"]


def test_sizes_and_names() -> None:
    about = Metadata("Un vélo <à> l’année", subject="Parcours & client", language="fr")
    sheet_ = Drawing(420, 297.5, (Group("tp_7f", "card", ()),))
    found = root(sheet_, about)
    assert (found.attrib["width"], found.attrib["height"], found.attrib["viewBox"]) == (
        "420mm",
        "297.5mm",
        "0 0 420 297.5",
    )
    assert (found.attrib["lang"], found.findtext("svg:title", None, NS)) == ("fr", "Un vélo <à> l’année")
    assert found.findtext("svg:desc", None, NS) == "Parcours & client"
    group = found.find("svg:g", NS)
    assert group is not None
    assert (group.attrib["data-record"], group.attrib["data-role"]) == ("tp_7f", "card")


def test_nothing_in_it_acts_and_nothing_is_fetched() -> None:
    shapes = (words("<script>alert(1)</script>"), words('" onload="alert(1)'))
    groups = (
        Group('"><script>', "x' onclick='y", shapes, description="</desc><script>", link="javascript:alert(1)"),
        Group("b", "card", (), Box(0, 0, 1, 1), link="https://example.org/é"),
    )
    found = root(Drawing(100, 100, groups), Metadata("</title><script>", language='fr"><script>'))
    assert not [element for element in found.iter() if element.tag.endswith("script")]
    assert not [name for element in found.iter() for name in element.attrib if name.startswith("on")]
    addresses = [element.attrib[LINK] for element in found.iter() if LINK in element.attrib]
    assert addresses == ["https://example.org/%C3%A9"]


def test_characters_that_no_xml_may_hold_are_replaced() -> None:
    found = root(sheet(words("ok"), description="a\x00b\ud800c\uffff"), Metadata("t\x0bt"))
    assert found.findtext(".//svg:g/svg:desc", None, NS) == "a\ufffdb\ufffdc\ufffd"
    assert found.findtext("svg:title", None, NS) == "t\ufffdt"


def test_symbols_are_defined_once_and_used() -> None:
    dots = [Symbol("dot", circle(0, 0, 1), 3 * n, 10, 1.5, INK) for n in range(9)]
    found = root(sheet(*dots))
    assert len(found.findall(".//svg:symbol", NS)) == 1
    uses = found.findall(".//svg:use", NS)
    assert [use.attrib["transform"] for use in uses][:2] == [
        "translate(0 10) scale(1.5)",
        "translate(3 10) scale(1.5)",
    ]
    assert {use.attrib[LINK] for use in uses} == {"#S0"}


@pytest.mark.parametrize("style", [Style(9), Style(9, bold=True, italic=True)])
@pytest.mark.parametrize("text", ["Usage", "顧客", "السلامة"])
def test_a_rim_lies_under_its_letters_and_the_text_stands_there_once(text: str, style: Style) -> None:
    found = root(sheet(words(text, style, Halo("#FFFFFF", 0.65))))
    group = found.find("svg:g", NS)
    assert group is not None
    rim, letters = group
    assert (rim.attrib["aria-hidden"], rim.attrib["stroke"], text_of(rim).strip()) == ("true", "#FFFFFF", "")
    outlines = {path.attrib["id"] for path in found.findall("svg:defs/svg:path", NS)}
    assert {use.attrib[LINK][1:] for use in rim} == outlines != set()
    assert text_of(letters) == text


def test_clips_dashes_opacity_and_fades_are_kept() -> None:
    line = Sketch(polyline([(0, 0), (9, 9)]), None, Stroke(INK, 0.5, (2, 1), round=True, opacity=0.5))
    tint = Sketch(rectangle(0, 0, 10, 10), "#0B6AA8", fade=((0, 0.2), (5, 0.1), (10, 0.3)))
    found = root(sheet(line, tint, Sketch(rectangle(0, 0, 5, 5), INK, opacity=0.25), clip=rectangle(0, 0, 8, 8)))
    paths = found.findall(".//svg:g/svg:path", NS)
    assert (paths[0].attrib["stroke-dasharray"], paths[0].attrib["stroke-opacity"]) == ("2 1", "0.5")
    assert paths[2].attrib["fill-opacity"] == "0.25"
    stops = found.findall(".//svg:linearGradient/svg:stop", NS)
    assert [(stop.attrib["offset"], stop.attrib["stop-opacity"]) for stop in stops] == [
        ("0.0000", "0.2"),
        ("0.5000", "0.1"),
        ("1.0000", "0.3"),
    ]
    clip = found.find(".//svg:clipPath/svg:path", NS)
    assert clip is not None
    assert clip.attrib["d"] == "M0 0L8 0L8 8L0 8Z"


def test_the_same_drawing_gives_the_same_bytes() -> None:
    drawing = sheet(*(words(text) for text in TEXTS))
    assert svg(drawing, Metadata("x"), no_images) == svg(drawing, Metadata("x"), no_images)


def test_what_is_for_the_screen_only_is_left_out() -> None:
    assert root(sheet(words("no pain noted"), screen_only=True)).find(".//svg:text", NS) is None


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_a_number_that_is_none_is_never_written(bad: float) -> None:
    for shape_ in (
        Sketch(polyline([(0, 0), (bad, 1)]), INK),
        Symbol("d", circle(0, 0, 1), 0, 0, bad, INK),
        Words(bad, 0, shape("x", Style(9)), INK),
    ):
        with pytest.raises(JourneyError, match="no place on the sheet"):
            svg(sheet(shape_), Metadata(), no_images)
