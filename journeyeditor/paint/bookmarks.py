"""What a reader shows beside the pages: an outline of places, and the pages' names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from journeyeditor.drawing import Drawing
from journeyeditor.paint.reportlab_objects import pdfdoc, text_string
from journeyeditor.paint.sheet import spot


def bookmark(document: Any, pages: Sequence[Drawing]) -> None:
    """The outline: one flat list over all pages, which readers show at once."""
    objects = pdfdoc()
    document.Catalog.Outlines = None
    entries = []
    for number, drawing in enumerate(pages):
        page = document.Reference(document.Pages[number])
        for title, x, y in drawing.bookmarks:
            goal = objects.PDFArray([page, objects.PDFName("XYZ"), spot(drawing, x, y), "null"])
            entries.append(objects.PDFDictionary({"Title": text_string(title), "Dest": goal}))
    if not entries:
        return
    root = objects.PDFDictionary({"Type": objects.PDFName("Outlines"), "Count": len(entries)})
    references = [document.Reference(entry) for entry in entries]
    root["First"], root["Last"] = references[0], references[-1]
    document.Catalog.Outlines = root
    document.Catalog.showOutline()
    parent = document.Reference(root)
    for number, entry in enumerate(entries):
        entry["Parent"] = parent
        if number:
            entry["Prev"] = references[number - 1]
        if number + 1 < len(entries):
            entry["Next"] = references[number + 1]


def name_pages(document: Any, pages: Sequence[Drawing]) -> None:
    """The names under which a reader lists the pages, if any has one of its own."""
    if not any(drawing.label for drawing in pages):
        return
    objects = pdfdoc()
    ranges: list[Any] = []
    for number, drawing in enumerate(pages):
        name = {"P": text_string(drawing.label)} if drawing.label else {"S": objects.PDFName("D"), "St": number + 1}
        ranges += [number, objects.PDFDictionary(name)]
    document.Catalog.PageLabels = objects.PDFDictionary({"Nums": objects.PDFArray(ranges)})
