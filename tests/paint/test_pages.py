"""Several pages of different size in one file."""

import re
from pathlib import Path

import pypdfium2
import pytest

from journeyeditor.drawing import Drawing, Group, Sketch, Words
from journeyeditor.fonts import Style, shape
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import rectangle
from journeyeditor.paint import Metadata, pdf
from tests.paint.test_pdf import needs_qpdf, operators

MM = 25.4 / 72
SIZES = ((210, 297), (1189, 841), (215.9, 279.4))


def no_images(_: str) -> bytes | None:
    return None


def page(width: float, height: float, label: str = "") -> Drawing:
    """A sheet with a live card near its lower right corner."""
    x, y = width - 60, height - 40
    shapes = (Sketch(rectangle(x, y, 40, 20), "#F4D5D2"), Words(x + 2, y + 8, shape(f"{width:g}", Style(9)), "#000000"))
    card = Group("r", "pain", shapes, Box(x, y, 40, 20), link=f"https://example.org/{width:g}")
    return Drawing(width, height, (card,), bookmarks=((f"Stage {width:g}", x, y),), label=label)


def open_pages(*labels: str) -> pypdfium2.PdfDocument:
    drawings = [page(*size, label) for size, label in zip(SIZES, labels, strict=True)]
    return pypdfium2.PdfDocument(pdf(drawings, Metadata("Several", language="en"), no_images))


def test_each_page_has_its_own_size() -> None:
    document = open_pages("", "", "")
    assert [[side * MM for side in found.get_size()] for found in document] == [
        pytest.approx(size, abs=0.01) for size in SIZES
    ]
    document.close()


def test_bookmarks_lead_to_their_place_on_pages_of_any_size() -> None:
    document = open_pages("", "", "")
    for number, (mark, (width, height)) in enumerate(zip(document.get_toc(), SIZES, strict=True)):
        goal = mark.get_dest()
        left, top, _ = goal.get_view()[1]
        assert (mark.get_title(), goal.get_index()) == (f"Stage {width:g}", number)
        assert (left * MM, height - top * MM) == pytest.approx((width - 60, height - 40), abs=0.01)
    document.close()


@needs_qpdf
def test_links_lie_on_their_card_on_pages_of_any_size(tmp_path: Path) -> None:
    text = operators(pdf([page(*size) for size in SIZES], Metadata(), no_images), tmp_path)
    areas = re.findall(r"/Rect \[([^]]+)]", text)
    found = [[float(edge) * MM for edge in area.split()] for area in areas]
    should = sorted([width - 60, 20, width - 20, 40] for width, _ in SIZES)
    assert sorted(found) == [pytest.approx(area, abs=0.01) for area in should]
    assert sorted(re.findall(r"/URI \(https://example.org/([\d.]+)\)", text)) == ["1189", "210", "215.9"]


@needs_qpdf
def test_links_are_found_from_the_structure_after_all_pages(tmp_path: Path) -> None:
    text = operators(pdf([page(*size) for size in SIZES], Metadata(), no_images), tmp_path)
    assert sorted(map(int, re.findall(r"/StructParent (\d+)", text))) == [3, 4, 5]
    assert "/ParentTreeNextKey 6" in text


def test_pages_are_listed_by_their_names() -> None:
    document = open_pages("Sheet map", "1-1", "")
    assert [document.get_page_label(number) for number in range(3)] == ["Sheet map", "1-1", "3"]
    document.close()


@needs_qpdf
def test_pages_without_names_are_only_counted(tmp_path: Path) -> None:
    text = operators(pdf([page(*size) for size in SIZES], Metadata(), no_images), tmp_path)
    assert "/PageLabels" not in text


def test_a_second_page_costs_little() -> None:
    one, two = (len(pdf([page(*SIZES[0])] * count, Metadata(), no_images)) for count in (1, 2))
    assert two - one < 1_000


def test_tags_cost_little() -> None:
    cards = [
        Group(f"r{n}", "pain", (Words(10, 5 + 5 * n, shape(f"A card with some words on it {n}", Style(9)), "#000000"),))
        for n in range(400)
    ]
    data = pdf([Drawing(200, 2100, tuple(cards))], Metadata(), no_images)
    assert len(data) < 30_000
