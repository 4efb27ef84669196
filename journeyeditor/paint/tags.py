"""Groups of a page as marked parts, each with its element in the structure tree."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, zip_longest

import msgspec

from journeyeditor.drawing import Drawing, Group, Shape, Words, group_box
from journeyeditor.geometry import Box
from journeyeditor.paint.links import safe_address
from journeyeditor.paint.roles import kind_of
from journeyeditor.paint.sheet import corners
from journeyeditor.paint.structure import Live, Tree, element, reference, text_of

ARTIFACT = "/Artifact BMC"
HEADINGS = {"H1": 1, "H2": 2, "H3": 3}
Part = tuple[str, Sequence[Shape]]
"""An operator that begins a marked part of the page, and what is in it."""


class _Open(msgspec.Struct):
    """An element that is not complete yet."""

    number: int
    kind: str
    parent: int
    kids: list[str] = msgspec.field(default_factory=list)
    more: str = ""


class PageTags:
    """Marks the parts of one page while they are painted. `page` is the number of the page in the file."""

    def __init__(self, tree: Tree, drawing: Drawing, page: int) -> None:
        self.live: list[Live] = []
        self._tree = tree
        self._drawing = drawing
        self._on = f"/Pg {page} 0 R"
        self._holder = tree.begin_page()
        self._kids: list[int] = []
        self._owners: list[int] = []
        self._list: _Open | None = None

    def parts(self, group: Group) -> list[Part]:
        """The shapes of a group, in parts that are marked as what they are."""
        kind = kind_of(group.role)
        worded = Words in map(type, group.shapes)
        address = safe_address(group.link) if group.link else None
        if kind == "Artifact" or not (worded or group.description or address):
            return [(ARTIFACT, group.shapes)]
        if kind == "LI" and worded and not group.description and not address:
            return [self._plain_entry(group)]
        if kind in HEADINGS and worded:
            return self._heading(group, HEADINGS[kind])
        return self._block(group, kind, address, worded=worded)

    def done(self) -> None:
        """Everything on the page has been painted."""
        self._end_list()
        self._tree.end_page(self._holder, self._kids, self._owners)

    # Kinds of groups

    def _plain_entry(self, group: Group) -> Part:
        """An entry of a list, nothing but words and what stands around them. Of these there are thousands."""
        open_list = self._list or self._begin_list()
        tree, owners = self._tree, self._owners
        entry = tree.next
        mark = len(owners)
        owners.append(entry + 1)
        open_list.kids.append(f"{entry} 0 R")
        spoken = self._spoken(group.shapes)
        tree.elements += (
            f"<</S/LI/P {open_list.number} 0 R/K {entry + 1} 0 R>>",
            f"<</S/LBody/P {entry} 0 R{self._on}/K {mark}{spoken}>>",
        )
        return f"/LBody<</MCID {mark}>>BDC", group.shapes

    def _heading(self, group: Group, level: int) -> list[Part]:
        """The largest words are the heading; the others are a paragraph before or after it."""
        largest = max(shape.line.style.size for shape in group.shapes if isinstance(shape, Words))
        level = self._tree.level = min(level, self._tree.level + 1)
        kinds: list[str] = []
        for shape in group.shapes:
            if isinstance(shape, Words):
                kinds.append(f"H{level}" if shape.line.style.size == largest else "P")
            else:
                kinds.append(kinds[-1] if kinds else "")
        kinds = [kind or next(filter(None, kinds)) for kind in kinds]
        opened: dict[str, _Open] = {}
        parts: list[Part] = []
        for kind, numbers in groupby(range(len(kinds)), kinds.__getitem__):
            if kind not in opened:
                alike = [shape for shape, own in zip(group.shapes, kinds, strict=True) if own == kind]
                opened[kind] = self._open(kind, more=self._spoken(alike))
            shapes = [group.shapes[n] for n in numbers]
            parts.append(self._part(opened[kind], shapes))
        for one in opened.values():
            self._close(one)
        return parts

    def _block(self, group: Group, kind: str, address: str | None, *, worded: bool) -> list[Part]:
        """A paragraph, an entry of a list or a figure, live or not.

        What stands before the first words is a figure if the group has a description.
        """
        shapes = group.shapes
        figure = not worded or (kind == "Figure" and bool(group.description))
        box = (group.box or group_box(group)) if address else None
        outer: list[_Open] = []
        if kind == "LI":
            outer.append(self._open("LBody", self._entry()))
        elif not figure or box:
            outer.append(self._open("P"))
        if address and box:
            outer.append(self._open("Link", outer[-1].number))
        first = 0 if not worded else next(n for n, shape in enumerate(shapes) if isinstance(shape, Words))
        parts: list[Part] = []
        if figure:
            parts.append(self._figure(group, shapes, outer))
        else:
            if group.description and first:
                parts.append(self._figure(group, shapes[:first], outer))
                shapes = shapes[first:]
            outer[-1].more = self._spoken(shapes, group.description if parts else "")
            parts.append(self._part(outer[-1], shapes))
        self._close_all(outer, box, address or "", group)
        return parts

    def _figure(self, group: Group, shapes: Sequence[Shape], outer: list[_Open]) -> Part:
        """What is looked at, with its description and its place."""
        made = self._open("Figure", outer[-1].number if outer else None)
        if outer:
            outer[-1].kids.append(reference(made.number))
        box = group.box or group_box(group)
        place = f"/A<</O/Layout/Placement/Block/BBox{corners(self._drawing, box)}>>" if box else ""
        made.more = f"/Alt{text_of(group.description or group.link)}{place}"
        part = self._part(made, shapes)
        self._close(made)
        return part

    # Elements

    def _open(self, kind: str, parent: int | None = None, more: str = "") -> _Open:
        """Begins an element, on the page itself unless it has another parent."""
        number = self._tree.add()
        if parent is None:
            self._end_list()
            self._kids.append(number)
        return _Open(number, kind, self._holder if parent is None else parent, more=more)

    def _close(self, one: _Open) -> None:
        self._tree.put(one.number, element(one.kind, one.parent, " ".join(one.kids), self._on + one.more))

    def _close_all(self, outer: list[_Open], box: Box | None, address: str, group: Group) -> None:
        for one, following in zip_longest(outer, outer[1:]):
            if following is not None:
                one.kids.append(reference(following.number))
            if one.kind == "Link" and box is not None:
                said = group.description or address
                self.live.append(Live(one.number, one.parent, one.kids, self._on + one.more, box, address, said))
            else:
                self._close(one)

    def _part(self, owner: _Open, shapes: Sequence[Shape]) -> Part:
        """Some shapes as a marked part that belongs to an element."""
        mark = self._mark(owner.number)
        owner.kids.append(str(mark))
        return f"/{owner.kind}<</MCID {mark}>>BDC", shapes

    def _mark(self, owner: int) -> int:
        self._owners.append(owner)
        return len(self._owners) - 1

    def _entry(self) -> int:
        """The number of a new entry of the list that is open, or of a new list."""
        open_list = self._list or self._begin_list()
        number = self._tree.next
        open_list.kids.append(reference(number))
        return self._tree.add(f"<</S/LI/P {open_list.number} 0 R/K {number + 1} 0 R>>")

    def _begin_list(self) -> _Open:
        self._list = self._open("L")
        return self._list

    def _end_list(self) -> None:
        if self._list is not None:
            ended, self._list = self._list, None
            self._close(ended)

    def _spoken(self, shapes: Sequence[Shape], before: str = "") -> str:
        """What to add to an element so that its words are read as they should be: their language, if it is not that of
        the document, and what they say, if letters run from the right: those stand on the page from the left.
        """
        language: str | None = None
        leftward = False
        for shape in shapes:
            if isinstance(shape, Words):
                line = shape.line
                if language is None:
                    language = line.style.language
                if not (leftward or line.text.isascii()):
                    leftward = any(not run.rightward for run in line.runs)
        more = f"/Lang{text_of(language)}" if language and language != self._tree.language else ""
        if not leftward:
            return more
        said = [before, *[shape.line.text for shape in shapes if isinstance(shape, Words)]]
        return f"{more}/ActualText{text_of(' '.join(filter(None, said)))}"
