"""The pages of one kind, laid out but not yet numbered."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from journeyeditor.drawing import Drawing, Group
from journeyeditor.layout.further.flow import Page
from journeyeditor.layout.further.frame import Frame


class Sheetful(msgspec.Struct, frozen=True):
    """One page: its frame and what stands in it."""

    frame: Frame
    content: tuple[Group, ...]
    bookmark: str
    again: bool = False
    """True for a page that goes on with what another one began."""

    def drawing(self, page: int, pages: int) -> Drawing:
        """The page with its number."""
        return self.frame.drawing(self.content, (page, pages), self.bookmark, again=self.again)


Made = tuple[Sheetful, ...]


def made(frame: Frame, pages: Sequence[Page], fixed: Sequence[Group] = ()) -> Made:
    """Pages of flowing blocks in one frame; `fixed` stands on the first of them."""
    found = []
    for number, page in enumerate(pages, 1):
        content = [group for placed in page for group in placed.groups()]
        name = frame.title if len(pages) == 1 else f"{frame.title} ({number}/{len(pages)})"
        found.append(Sheetful(frame, (*(fixed if number == 1 else ()), *content), name, number > 1))
    return tuple(found)
