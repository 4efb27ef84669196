"""Drawings become a PDF, one page each."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from journeyeditor.drawing import Drawing
from journeyeditor.errors import BadInput, JourneyError, message
from journeyeditor.geometry import Box
from journeyeditor.paint.bookmarks import bookmark, name_pages
from journeyeditor.paint.content import Content
from journeyeditor.paint.embedding import stream
from journeyeditor.paint.marks import Images, Marks
from journeyeditor.paint.metadata import Metadata
from journeyeditor.paint.numbers import POINTS_PER_MM, assert_finite
from journeyeditor.paint.reportlab_objects import number_of, pdfdoc, text_string
from journeyeditor.paint.resources import resources
from journeyeditor.paint.sheet import check_sheet, corners, points
from journeyeditor.paint.structure import Live, Tree, reference
from journeyeditor.paint.tags import PageTags
from journeyeditor.paint.writing import written
from journeyeditor.paint.xmp import PRODUCER, xmp

LARGEST = 5_080
"""Longest side of a page, mm: 14,400 points, beyond which Acrobat shows nothing."""


def pdf(pages: Sequence[Drawing], metadata: Metadata, images: Images) -> bytes:
    """The bytes of a PDF with one page for each drawing, tagged for readers; the same drawings give the same bytes.

    Each drawing is asked for once, and let go when it is painted, so that a sequence may make them as they are needed.
    `images` finds the bytes of a picture by its hash. Raises BadInput for a page that no PDF can hold.
    """
    if not pages:
        raise JourneyError(message("There is no page to write."))
    marks = Marks(images)
    document = pdfdoc().PDFDocument(invariant=1, pdfVersion=(1, 7), lang=metadata.language or None)
    sheets = [_page(document, number) for number in range(len(pages))]
    # The structure's elements take the numbers that follow; all else is entered when it is known how many they are.
    tree = Tree(document.objectcounter + 1, len(pages), metadata.language)
    painted = []
    bare: list[Drawing] = []
    for page, drawing in zip(sheets, pages, strict=True):
        _check_size(drawing)
        _measure(page, drawing)
        painted.append(_paint(document, page, drawing, marks, tree))
        bare.append(replace(drawing, groups=()))
        marks.let_go()
    document.objectcounter = tree.next - 1
    common = document.Reference(resources(document, marks))
    for page, drawing, (contents, areas) in zip(sheets, bare, painted, strict=True):
        page["Contents"], page["Resources"] = document.Reference(contents), common
        _link(document, page, drawing, areas, tree)
    tree.finish()
    _describe(document, metadata, tree)
    name_pages(document, bare)
    bookmark(document, bare)
    return written(document, dict(enumerate(tree.elements, start=tree.first)))


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


def _page(document: Any, number: int) -> Any:
    """A page, entered in the document, with its number among the pages."""
    objects = pdfdoc()
    page = objects.PDFDictionary({"Type": objects.PDFName("Page"), "Parent": document.Reference(document.Pages)})
    page["StructParents"] = number
    document.addPage(page)
    return page


def _measure(page: Any, drawing: Drawing) -> None:
    """Says how large a page is."""
    page["MediaBox"] = _grown(drawing, drawing.surround)
    if drawing.surround:
        page["BleedBox"], page["TrimBox"] = _grown(drawing, drawing.bleed), _grown(drawing, 0)


def _grown(drawing: Drawing, beyond: float) -> str:
    """The sheet, so much larger on each side, as a box of the page."""
    return corners(drawing, Box(0, 0, drawing.width, drawing.height).grown(beyond))


def _paint(document: Any, page: Any, drawing: Drawing, marks: Marks, tree: Tree) -> tuple[Any, list[Live]]:
    """What is on the page, as a stream that is not entered yet, and its live areas."""
    tags = PageTags(tree, drawing, number_of(document, page))
    content = Content(marks)
    content.drawing(drawing, tags)
    tags.done()
    scale = f"{POINTS_PER_MM:.7f}"
    left, top = points(drawing.surround), points(drawing.surround + drawing.height)
    operators = "\n".join([f"{scale} 0 0 -{scale} {left} {top} cm", *content.operators, ""])
    assert_finite(operators)
    data = operators.encode("ascii")
    contents = stream(data)
    document.updateSignature(hashlib.sha256(contents.content).digest())
    return contents, tags.live


def _link(document: Any, page: Any, drawing: Drawing, areas: Sequence[Live], tree: Tree) -> None:
    """Makes the areas of a page live."""
    if not areas:
        return
    objects = pdfdoc()
    links = []
    for area in areas:
        action = {"S": objects.PDFName("URI"), "URI": objects.PDFString(area.address)}
        entries = {
            "Type": objects.PDFName("Annot"),
            "Subtype": objects.PDFName("Link"),
            "Rect": corners(drawing, area.box),
            "Border": "[0 0 0]",
            "F": 4,  # printed
            "Contents": text_string(area.said),
            "A": objects.PDFDictionary(action),
        }
        annotation = objects.PDFDictionary(entries)
        links.append(document.Reference(annotation))
        annotation["StructParent"] = tree.link(area, number_of(document, annotation))
    page["Annots"] = objects.PDFArray(links)
    page["Tabs"] = objects.PDFName("S")


def _describe(document: Any, metadata: Metadata, tree: Tree) -> None:
    """Title and the like; no dates, so that the same journey gives the same bytes."""
    objects = pdfdoc()
    said = {
        "Title": metadata.title,
        "Author": metadata.author,
        "Subject": metadata.subject,
        "Keywords": metadata.keywords,
        "Creator": metadata.creator,
        "Producer": PRODUCER,
    }
    document.info = objects.PDFDictionary({key: text_string(text) for key, text in said.items() if text})
    catalogue = document.Catalog
    if metadata.title:
        catalogue.ViewerPreferences = objects.PDFDictionary({"DisplayDocTitle": "true"})
    catalogue.MarkInfo = objects.PDFDictionary({"Marked": "true"})
    catalogue.StructTreeRoot = reference(tree.first)
    packet = {"Type": objects.PDFName("Metadata"), "Subtype": objects.PDFName("XML")}
    data = xmp(metadata)
    catalogue.Metadata = objects.PDFStream(objects.PDFDictionary(packet), data, filters=[])
    document.updateSignature(hashlib.sha256(data).digest())
