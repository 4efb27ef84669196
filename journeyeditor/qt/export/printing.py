"""Printing through the system: our PDF's pages, made into pixels strip by strip, at their true size."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from journeyeditor.qt.export.making import INCH, POINTS

if TYPE_CHECKING:
    import pypdfium2

DPI = 300
"""As fine as the eye sees on paper in the hand."""
STRIP = 600
"""Rows of pixels made at once: a whole A0 at 300 dpi would take 560 MB."""

Stop = Callable[[int, int], bool]
"""Is told the page and how many there are; True ends the printing."""


def page_sizes(data: bytes) -> list[tuple[float, float]]:
    """Width and height of each page of a PDF, mm."""
    import pypdfium2  # noqa: PLC0415 - only when something is printed

    document = pypdfium2.PdfDocument(data)
    try:
        return [(page.get_size()[0] / POINTS * INCH, page.get_size()[1] / POINTS * INCH) for page in document]
    finally:
        document.close()


def prepared(printer: QPrinter, size: tuple[float, float]) -> None:
    """The printer set up for pages of a size (mm): that paper, that way round, the whole sheet, no margins."""
    width, height = size
    paper = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    way = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(paper, way, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter))
    if printer.printerState() != QPrinter.PrinterState.Active:  # it is one for all pages
        printer.setResolution(DPI)


def print_pages(data: bytes, printer: QPrinter, numbers: list[int], stop: Stop) -> bool:
    """Prints pages of our PDF, counted from nought, at true scale; False if it was stopped.

    Every page keeps its size in mm and its upper left corner lies in that of the paper.
    """
    import pypdfium2  # noqa: PLC0415

    document = pypdfium2.PdfDocument(data)
    painter: QPainter | None = None
    try:
        for count, number in enumerate(numbers):
            if stop(count, len(numbers)):
                return False
            page = document[number]
            width, height = page.get_size()
            prepared(printer, (width / POINTS * INCH, height / POINTS * INCH))
            if painter is None:
                painter = QPainter(printer)
            else:
                printer.newPage()
            _paint(painter, page, printer.resolution())
            page.close()
        return True
    finally:
        if painter is not None:
            painter.end()
        document.close()


def _paint(painter: QPainter, page: pypdfium2.PdfPage, resolution: int) -> None:
    """A page in strips, each exactly below the one before."""
    height = page.get_height()
    scale = DPI / POINTS
    device = resolution / POINTS
    tall = STRIP / scale
    top = 0.0
    while top < height:
        part = min(tall, height - top)
        bitmap = page.render(
            scale=scale, crop=(0, height - top - part, 0, top), rev_byteorder=True, prefer_bgrx=True, optimize_mode=None
        )
        strip = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
        # A begun pixel is a whole one: the strip is drawn as large as its pixels are, so nothing is stretched.
        size = (bitmap.width / scale * device, bitmap.height / scale * device)
        painter.drawImage(QRectF(0, top * device, *size), strip)
        bitmap.close()
        top += part
