"""A kernel: sections under one another over pages, each of one strip of blocks or of several side by side."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import msgspec

from journeyeditor.geometry import Box
from journeyeditor.layout.further.flow import Block, Page, Slot, flow


class Stream(msgspec.Struct, frozen=True):
    """Blocks in a strip of their own; x is its left end, mm."""

    x: float
    blocks: tuple[Block, ...]


Section = Sequence[Stream]


def stacked(sections: Sequence[Section], area: Box, gap: float) -> list[Page]:
    """The sections on pages: each begins where the lowest strip of the one before it ends, `gap` mm below."""
    pages: list[Page] = []
    top = area.y
    for section in sections:
        columns = [_flowed(stream, area, top) for stream in section if stream.blocks]
        below = [tuple(itertools.chain.from_iterable(row)) for row in itertools.zip_longest(*columns, fillvalue=())]
        if not below:
            continue
        if pages:
            pages[-1] = (*pages[-1], *below[0])
            pages += below[1:]
        else:
            pages = below
        top = bottom(pages[-1], area) + gap
    return pages


def bottom(page: Page, area: Box) -> float:
    """Where the lowest block of a page ends, mm."""
    return max((one.top + one.block.height for one in page), default=area.y)


def _flowed(stream: Stream, area: Box, top: float) -> tuple[Page, ...]:
    first, other = Slot(stream.x, top, area.bottom - top), Slot(stream.x, area.y, area.height)
    return flow(stream.blocks, lambda page: [other if page else first])
