"""The structure tree: what the marks on the pages are, in the order in which they are read (ISO 32000-1, 14.7).

Its elements are written as text at once and get their numbers in the file before the file is made: a large map has ten
thousand of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from journeyeditor.geometry import Box
from journeyeditor.paint.letters import utf16


def text_of(words: str) -> str:
    """A text outside the pages, in any script."""
    return f"<FEFF{utf16(words)}>"


class Live(msgspec.Struct):
    """A live area: its element and what that holds, where it is on the sheet, and where it leads."""

    element: int
    parent: int
    kids: list[str]
    more: str
    box: Box
    address: str
    said: str


class Tree(msgspec.Struct):
    """The elements of a document. Numbers from `first`: the root, the document itself, the way back from marks."""

    first: int
    pages: int
    language: str = ""
    elements: list[str] = msgspec.field(default_factory=lambda: ["", "", ""])
    level: int = 0
    """Of the last heading: a further one goes at most one deeper."""
    _parts: list[str] = msgspec.field(default_factory=list)
    _marked: list[int] = msgspec.field(default_factory=list)
    _links: list[int] = msgspec.field(default_factory=list)

    @property
    def next(self) -> int:
        """The number that the next element will have."""
        return self.first + len(self.elements)

    def add(self, text: str = "") -> int:
        """Enters an element, or keeps a place for it; returns its number."""
        self.elements.append(text)
        return self.first + len(self.elements) - 1

    def put(self, number: int, text: str) -> None:
        """Fills a place that was kept."""
        self.elements[number - self.first] = text

    def begin_page(self) -> int:
        """The number of the element that holds what is on the next page."""
        return self.first + 1 if self.pages == 1 else self.add()

    def end_page(self, holder: int, kids: Iterable[int], marked: Sequence[int]) -> None:
        """Enters what is on a page: elements, and for each mark the element that it belongs to."""
        if self.pages == 1:
            self._parts += map(reference, kids)
        else:
            self.put(holder, element("Sect", self.first + 1, " ".join(map(reference, kids))))
            self._parts.append(reference(holder))
        self._marked.append(self.add(f"[{' '.join(map(reference, marked))}]"))

    def link(self, live: Live, annotation: int) -> int:
        """Ties a live area to its element; returns the key under which it finds it."""
        kids = [*live.kids, f"<</Type/OBJR/Obj {annotation} 0 R>>"]
        self.put(live.element, element("Link", live.parent, " ".join(kids), live.more))
        self._links.append(live.element)
        return self.pages + len(self._links) - 1

    def finish(self) -> None:
        """Writes what holds everything, once all pages and links are entered."""
        found = [f"{key} {number} 0 R" for key, number in enumerate([*self._marked, *self._links])]
        root, document, tree = self.first, self.first + 1, self.first + 2
        self.put(tree, f"<</Nums[{' '.join(found)}]>>")
        self.put(document, element("Document", root, " ".join(self._parts)))
        parents = f"/ParentTree {tree} 0 R/ParentTreeNextKey {self.pages + len(self._links)}"
        self.put(root, f"<</Type/StructTreeRoot/K {document} 0 R{parents}>>")


def reference(number: int) -> str:
    """How an object is named by others."""
    return f"{number} 0 R"


def element(kind: str, parent: int, kids: str, more: str = "") -> str:
    """One element as text."""
    return f"<</S/{kind}/P {parent} 0 R/K[{kids}]{more}>>"
