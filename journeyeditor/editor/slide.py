"""One stage by itself, for a slide: its column beside the names of the lanes, and nothing of its neighbours."""

from __future__ import annotations

from journeyeditor.drawing import Drawing, Group, Inset
from journeyeditor.geometry import Box
from journeyeditor.tools.board import Board

EDGE = 3.0
"""White around it, mm."""


def stage_slide(board: Board, stage: str) -> Drawing | None:
    """The stage as the poster shows it, lane names at its side; None if it is on no page. Lengths in mm."""
    found = board.stage(stage)
    if found is None:
        return None
    band, place = found
    page = board.page_at(band.header[0])
    drawing, above = board.pages[page], board.top(page)
    top, height = band.header[0] - above, band.bottom - band.header[0]
    left, right = band.labels
    windows = sorted([(left, right - left), (place.left, place.right - place.left)])
    groups: list[Group] = []
    x = EDGE
    for start, width in windows:
        inset = Inset(drawing, x - start, EDGE - top, 1.0, Box(x, EDGE, width, height))
        groups.append(Group("", "slide", (inset,)))
        x += width
    return Drawing(x + EDGE, height + 2 * EDGE, tuple(groups), background=drawing.background)
