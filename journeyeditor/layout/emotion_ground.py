"""The ground of the emotion lane: what stands on it already, and where a text still has room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeyeditor.geometry import Box
from journeyeditor.geometry.clearing import Clearing
from journeyeditor.layout.emotion_frame import Frame
from journeyeditor.layout.emotion_lines import Plot
from journeyeditor.layout.sheet import Sheet

AIR = 2.0
"""Clear distance between call-outs and everything else, in units."""
BORDER = 0.5
"""Clear distance between call-outs and the lane's edge, in units."""
RIM = 0.65
"""White rim around words on the curve's ground, in units."""
WORD_AIR = 0.9
"""Clear distance around words on the curve's ground, in units."""


@dataclass(frozen=True)
class Ground:
    """Obstacles: `all` of them, and `texts` alone with the markers, which nothing may ever cover.

    `truths` are the lines of the moments of truth, (x, y of their lower end): better not covered.
    """

    bounds: Box
    all: Clearing
    texts: Clearing
    plots: tuple[Plot, ...]
    truths: tuple[tuple[float, float], ...]

    def take(self, box: Box) -> None:
        """A text stands here now."""
        self.all.block(box)
        self.texts.block(box)

    def best(self, candidates: Iterable[tuple[float, Box]], air: float, *, must: bool) -> tuple[float, Box] | None:
        """The cheapest (cost, box) that is free with some air around it.

        If none is and one `must` be: the one that covers the least of the lines and none of the texts.
        """
        ranked = sorted(candidates, key=lambda candidate: candidate[0])
        for cost, box in ranked:
            if self.bounds.holds(box) and self.all.is_free(box.grown(air)):
                return cost, box
        if not must:
            return None
        inside = [candidate for candidate in ranked if self.bounds.holds(candidate[1])] or ranked

        def harm(candidate: tuple[float, Box]) -> tuple[float, float]:
            return self.texts.covered(candidate[1]), self.all.covered(candidate[1])

        return min(inside, key=harm, default=None)


def ground(sheet: Sheet, frame: Frame, plots: Sequence[Plot], truths: Sequence[tuple[float, float]]) -> Ground:
    """The ground with lines, markers and rings on it."""
    unit = sheet.unit
    room = Box(sheet.map_left, frame.box.y, sheet.right - sheet.map_left, frame.box.height)
    wide = room.grown((AIR - BORDER) * unit)
    ink, texts = Clearing(wide, unit), Clearing(wide, unit)
    for plot in plots:
        for curve in plot.curves:
            ink.block_curve(curve, frame.marks.line / 2 + 0.3 * unit)
        for mark in plot.marks:
            ink.block(mark.box)
            texts.block(mark.box)
    return Ground(room, ink, texts, tuple(plots), tuple(truths))
