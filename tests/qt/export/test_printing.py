"""What goes to the printer is our own PDF, at its true size."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from journeyeditor.files import load
from journeyeditor.publish import Options, Tile, export
from journeyeditor.qt.export.printing import page_sizes, prepared, print_pages

ROOT = Path(__file__).resolve().parents[3]
MAP = ROOT / "resources" / "templates" / "ambassador-4.en.journey"


@pytest.fixture(scope="module")
def tiles() -> bytes:
    options = Options(paper="A3", tile=Tile("A4"))
    return export(load(MAP).journey, "pdf", options).data


def printed(data: bytes, where: Path, numbers: list[int]) -> bytes:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(where))
    prepared(printer, page_sizes(data)[numbers[0]])
    assert print_pages(data, printer, numbers, lambda _page, _count: False)
    return where.read_bytes()


def test_every_page_keeps_its_size(qapp: object, tiles: bytes, tmp_path: Path) -> None:
    out = printed(tiles, tmp_path / "out.pdf", [0, 1, 2])
    for ours, theirs in zip(page_sizes(tiles)[:3], page_sizes(out), strict=True):
        assert theirs == pytest.approx(ours, abs=0.5)


def test_ink_lies_where_it_lies_in_the_pdf(qapp: object, tiles: bytes, tmp_path: Path) -> None:
    out = printed(tiles, tmp_path / "out.pdf", [1])
    ours = pypdfium2.PdfDocument(tiles)[1].render(scale=1).to_pil().convert("L")
    theirs = pypdfium2.PdfDocument(out)[0].render(scale=1).to_pil().convert("L").resize(ours.size)
    dark = [(x, y) for x in range(0, ours.width, 3) for y in range(0, ours.height, 3) if ours.getpixel((x, y)) < 90]
    assert len(dark) > 50
    near = sum(
        any(
            theirs.getpixel((min(max(x + dx, 0), ours.width - 1), min(max(y + dy, 0), ours.height - 1))) < 170
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
        )
        for x, y in dark
    )
    assert near / len(dark) > 0.97


def test_printing_can_be_stopped(qapp: object, tiles: bytes, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    seen: list[int] = []

    def stop(page: int, _count: int) -> bool:
        seen.append(page)
        return page == 1

    assert not print_pages(tiles, printer, [0, 1, 2], stop)
    assert seen == [0, 1]
