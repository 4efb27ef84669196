"""Whatever a person pastes into a card is painted, and read back by a machine without a letter lost."""

import unicodedata
from xml.etree import ElementTree as ET

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.drawing import Drawing, Group, Halo, Words
from journeyeditor.fonts import Style, logical, shape
from journeyeditor.paint import Metadata, pdf, svg
from journeyeditor.paint.svg_text import clean

anything = st.text(max_size=24)
mixed = st.text("abc éfi, 12%()ابلاשلםकि्षा顧客😀\u200d\u0301\u064e\u05b8\u00ad\u00a0", max_size=24)
styles = st.builds(
    Style, st.sampled_from([5.0, 9.0, 34.0]), st.booleans(), st.booleans(), st.sampled_from(["", "ja", "ar"])
)
halos = st.none() | st.just(Halo("#FFFFFF", 0.6))


def sheet(text: str, style: Style, halo: Halo | None) -> Drawing:
    return Drawing(400, 60, (Group("r", "card", (Words(10, 30, shape(text, style), "#000000", halo),)),))


@given(anything | mixed, styles, halos)
@settings(max_examples=150, deadline=None)
def test_any_text_makes_a_pdf_that_opens(text: str, style: Style, halo: Halo | None) -> None:
    document = pypdfium2.PdfDocument(pdf([sheet(text, style, halo)], Metadata(text, language="fr"), lambda _: None))
    found = document[0].get_textpage().get_text_range()
    document.close()
    if text.isascii() and text.isalnum():
        assert found == text


@given(anything | mixed, styles, halos)
@settings(max_examples=150, deadline=None)
def test_any_text_stands_in_the_svg_in_reading_order(text: str, style: Style, halo: Halo | None) -> None:
    drawing = sheet(text, style, halo)
    root = ET.fromstring(svg(drawing, Metadata(text), lambda _: None))  # noqa: S314 - ours
    shown = "".join("".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text"))
    line = drawing.groups[0].shapes[0]
    assert isinstance(line, Words)
    assert shown.replace("\r", "\n") == ET.fromstring(f"<t>{clean(logical(line.line))}</t>").text or not shown  # noqa: S314


@given(st.text("abc ابلاשלםكתي", min_size=1, max_size=20))
@settings(max_examples=100, deadline=None)
def test_no_letter_is_lost_or_doubled(text: str) -> None:
    document = pypdfium2.PdfDocument(pdf([sheet(text, Style(9), None)], Metadata(), lambda _: None))
    found = document[0].get_textpage().get_text_range()
    document.close()
    letters = sorted(character for character in found if unicodedata.category(character).startswith("L"))
    assert letters == sorted(text.replace(" ", ""))
