"""Drawings become a PDF, one page each."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from journeyeditor.drawing import Drawing, group_box
from journeyeditor.errors import BadInput, JourneyError, message
from journeyeditor.paint.content import Content
from journeyeditor.paint.embedding import stream
from journeyeditor.paint.links import safe_address
from journeyeditor.paint.marks import Images, Marks
from journeyeditor.paint.metadata import Metadata
from journeyeditor.paint.numbers import POINTS_PER_MM, assert_finite
from journeyeditor.paint.reportlab_objects import pdfdoc
from journeyeditor.paint.resources import resources
from journeyeditor.paint.sheet import check_sheet

LARGEST = 5_080
"""Longest side of a page, mm: 14,400 points, beyond which Acrobat shows nothing."""


def pdf(pages: Sequence[Drawing], metadata: Metadata, images: Images) -> bytes:
    """The bytes of a PDF with one page for each drawing; the same drawings give the same bytes.

    `images` finds the bytes of a picture by its hash. Raises BadInput for a page that no PDF can hold.
    """
    if not pages:
        raise JourneyError(message("There is no page to write."))
    for drawing in pages:
        _check_size(drawing)
    marks = Marks(images)
    streams = [_operators(drawing, marks) for drawing in pages]
    objects = pdfdoc()
    document = objects.PDFDocument(invariant=1, pdfVersion=(1, 7), lang=metadata.language or None)
    common = document.Reference(resources(document, marks))
    for drawing, operators in zip(pages, streams, strict=True):
        document.addPage(_page(document, drawing, operators, common))
    _describe(document, metadata)
    _bookmark(document, pages)
    document.updateSignature(hashlib.sha256(b"".join(streams)).digest())
    return bytes(document.format())


def _check_size(drawing: Drawing) -> None:
    check_sheet(drawing)
    width, height = (side + 2 * drawing.surround for side in (drawing.width, drawing.height))
    if max(width, height) > LARGEST:
        raise BadInput(
            message(
                "A page of {width} × {height} mm is larger than a PDF can be ({largest} mm).",
                width=round(width),
                height=round(height),
                largest=LARGEST,
            ),
            message("Choose a smaller paper."),
        )


def _operators(drawing: Drawing, marks: Marks) -> bytes:
    content = Content(marks)
    content.drawing(drawing)
    scale = f"{POINTS_PER_MM:.7f}"
    left, top = _points(drawing.surround), _points(drawing.surround + drawing.height)
    operators = "\n".join([f"{scale} 0 0 -{scale} {left} {top} cm", *content.operators, ""])
    assert_finite(operators)
    return operators.encode("ascii")


def _points(length: float) -> str:
    return f"{length * POINTS_PER_MM:.6f}"


def _page(document: Any, drawing: Drawing, operators: bytes, common: Any) -> Any:
    objects = pdfdoc()
    page = objects.PDFPage()
    page.MediaBox = _edges(drawing, drawing.surround)
    if drawing.surround:
        page.BleedBox, page.TrimBox = _edges(drawing, drawing.bleed), _edges(drawing, 0)
    page.Contents = stream(operators)
    page.Resources = common
    links = _links(document, drawing)
    page.Annots = objects.PDFArray(links) if links else None
    return page


def _edges(drawing: Drawing, beyond: float) -> str:
    """The sheet, grown on each side, as a box of the page."""
    low = drawing.surround - beyond
    right, top = low + drawing.width + 2 * beyond, low + drawing.height + 2 * beyond
    return f"[{' '.join(_points(edge) for edge in (low, low, right, top))}]"


def _links(document: Any, drawing: Drawing) -> list[Any]:
    """A live area for each group with an address that may be opened."""
    objects = pdfdoc()
    links = []
    for group in drawing.groups:
        address = safe_address(group.link) if group.link and not group.screen_only else None
        box = (group.box or group_box(group)) if address else None
        if address is None or box is None:
            continue
        left, foot = drawing.surround, drawing.surround + drawing.height
        corners = (left + box.x, foot - box.bottom, left + box.right, foot - box.y)
        assert_finite(str(corners))
        action = {"S": objects.PDFName("URI"), "URI": objects.PDFString(address)}
        entries = {
            "Type": objects.PDFName("Annot"),
            "Subtype": objects.PDFName("Link"),
            "Rect": f"[{' '.join(_points(corner) for corner in corners)}]",
            "Border": "[0 0 0]",
            "F": 4,  # printed
            "Contents": objects.PDFString(group.description or address),
            "A": objects.PDFDictionary(action),
        }
        links.append(document.Reference(objects.PDFDictionary(entries)))
    return links


def _describe(document: Any, metadata: Metadata) -> None:
    """Title and the like; no dates, so that the same journey gives the same bytes."""
    objects = pdfdoc()
    said = {
        "Title": metadata.title,
        "Author": metadata.author,
        "Subject": metadata.subject,
        "Keywords": metadata.keywords,
        "Creator": metadata.creator,
        "Producer": "ReportLab",
    }
    document.info = objects.PDFDictionary({key: text_string(text) for key, text in said.items() if text})
    if metadata.title:
        document.Catalog.ViewerPreferences = objects.PDFDictionary({"DisplayDocTitle": "true"})


def text_string(text: str) -> Any:
    """A text outside the page, in any script."""
    return pdfdoc().PDFString(text.encode("utf-16", "replace").decode("utf-16"))


def _bookmark(document: Any, pages: Sequence[Drawing]) -> None:
    """The outline that a reader shows beside the page: one flat list over all pages."""
    objects = pdfdoc()
    document.Catalog.Outlines = None
    entries = []
    for number, drawing in enumerate(pages):
        page = document.Reference(document.Pages[number])
        for title, x, y in drawing.bookmarks:
            left, foot = drawing.surround, drawing.surround + drawing.height
            place = f"{_points(left + x)} {_points(foot - y)}"
            assert_finite(place)
            goal = objects.PDFArray([page, objects.PDFName("XYZ"), place, "null"])
            entries.append(objects.PDFDictionary({"Title": text_string(title), "Dest": goal}))
    if not entries:
        return
    root = objects.PDFDictionary({"Type": objects.PDFName("Outlines"), "Count": len(entries)})
    references = [document.Reference(entry) for entry in entries]
    root["First"], root["Last"] = references[0], references[-1]
    document.Catalog.Outlines = root
    parent = document.Reference(root)
    for number, entry in enumerate(entries):
        entry["Parent"] = parent
        if number:
            entry["Prev"] = references[number - 1]
        if number + 1 < len(entries):
            entry["Next"] = references[number + 1]
