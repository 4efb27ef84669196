"""The ground of the emotion lane: what stands on it already, and where a text still has room."""

from __future__ import annotations

import bisect
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, cast

import msgspec
from msgspec.structs import replace

from journeyeditor.geometry import Box
from journeyeditor.geometry.clearing import Clearing
from journeyeditor.layout.emotion.frame import Frame
from journeyeditor.layout.emotion.lines import Plot
from journeyeditor.layout.sheet import Sheet

AIR = 2.0
"""Clear distance between call-outs and everything else, in units."""
BORDER = 0.5
"""Clear distance between call-outs and the lane's edge, in units."""
RIM = 0.65
"""White rim around words on the curve's ground, in units."""
WORD_AIR = 0.9
"""Clear distance around words on the curve's ground, in units."""


Made = TypeVar("Made")


class Kept(Generic[Made]):
    """Things that are worked out when they are first come to, and kept for whoever asks again."""

    def __init__(self, coming: Iterator[Made]) -> None:
        self._coming = coming
        self._known: list[Made] = []

    def __iter__(self) -> Iterator[Made]:
        yield from self._known
        for thing in self._coming:
            self._known.append(thing)
            yield thing


class Ground(msgspec.Struct, frozen=True):
    """Obstacles: `all` of them, and `texts` alone with the markers, which nothing may ever cover.

    `truths` are the lines of the moments of truth, (x, y of their lower end): no words stand on them, and call-outs
    rather not.
    """

    bounds: Box
    all: Clearing
    texts: Clearing
    plots: tuple[Plot, ...]
    truths: tuple[tuple[float, float], ...]
    zero: float
    pitch: float
    """Fineness of the ground, mm."""
    star: float = 0.0
    """Half the width of the stars at the upper ends of those lines, mm; 0 = none."""
    base: Ground | None = None
    """The ground without any text, which this one was copied from; what is not free there is free on no copy."""
    known: dict[object, Any] = msgspec.field(default_factory=dict)
    """What was found out on the base and holds for all its copies."""

    def copy(self) -> Ground:
        """The same ground, to try something on."""
        return replace(self, all=self.all.copy(), texts=self.texts.copy(), base=self.base or self)

    def once(self, name: object, make: Callable[[], Made]) -> Made:
        """What is worked out once for a ground and its copies."""
        if name not in self.known:
            self.known[name] = make()
        return cast("Made", self.known[name])

    def become(self, other: Ground) -> None:
        """What stands on the other ground stands here too."""
        self.all.block_all(other.all)
        self.texts.block_all(other.texts)

    def take(self, box: Box) -> None:
        """A text stands here now, with its white rim."""
        whole = box.grown(0.4 * self.pitch)
        self.all.block(whole)
        self.texts.block(whole)

    def take_line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """A thin line stands here now."""
        (x0, y0), (x1, y1) = start, end
        count = max(1, int(math.dist(start, end) / self.pitch))
        for n in range(count + 1):
            x, y = x0 + (x1 - x0) * n / count, y0 + (y1 - y0) * n / count
            self.all.block(Box(x, y, 0, 0).grown(0.5 * self.pitch))
            self.texts.block(Box(x, y, 0, 0).grown(0.5 * self.pitch))

    def is_clear(self, box: Box, air: float) -> bool:
        """True if a text may stand here: on the lane, on nothing else, and on no line of a moment of truth."""
        return self.bounds.holds(box) and self.all.is_free(box, air) and not self.truths_over(box, air)

    def best_near(
        self, things: tuple[object, ...], candidates: Callable[[], Iterable[tuple[float, Box]]], air: float
    ) -> Box | None:
        """The cheapest box that is free with some air around it, of candidates that depend on some things alone and
        come with the cheapest first.

        What is free before any text stands on the ground is found out once for all copies, as far as it is asked for.
        """

        def ranked() -> tuple[Kept[tuple[float, Box]], object]:
            return Kept(place for place in candidates() if base.is_clear(place[1], air)), things

        base = self.base or self
        # the things are kept with what was found, so that their ids stay theirs
        free = self.once(tuple(map(id, things)), ranked)[0]
        best: tuple[float, Box] | None = None
        for cost, box in free:
            if best is not None and cost >= best[0]:
                break
            if self.is_clear(box, air):
                whole = cost + self.discord(box)
                best = (whole, box) if best is None or whole < best[0] else best
        return None if best is None else best[1]

    def least_harm(self, candidates: Iterable[tuple[float, Box]]) -> Box | None:
        """The box that covers no text, or the least of them, and then the least of the lines."""
        inside = [(cost, box) for cost, box in candidates if self.bounds.holds(box)]

        def harm(candidate: tuple[float, Box]) -> tuple[float, float, float]:
            return self.texts.covered(candidate[1]), self.all.covered(candidate[1]), candidate[0]

        return min(inside, key=harm)[1] if inside else None

    def discord(self, box: Box) -> float:
        """What it costs to stand on the zero line."""
        return 8.0 if box.y < self.zero < box.bottom else 0.0

    def truths_over(self, box: Box, air: float = 0.0) -> int:
        """How many lines of moments of truth run over a box."""
        if not self.truths:
            return 0
        half = air + (self.star if box.y < self.bounds.y + 3 * self.star else 0.0)
        first = bisect.bisect_left(self.truths, (box.x - half,))
        last = bisect.bisect_right(self.truths, (box.right + half,))
        return sum(box.y < low for _, low in self.truths[first:last])

    def met(self, start: tuple[float, float], end: tuple[float, float], skip: float, *, texts: bool = False) -> int:
        """How many things (or `texts` and markers alone) a straight line runs over, its first `skip` mm not counted."""
        return (self.texts if texts else self.all).met(start, end, skip, self.pitch)


def ground(
    sheet: Sheet, frame: Frame, plots: Sequence[Plot], truths: Sequence[tuple[float, float]], star: float
) -> Ground:
    """The ground with lines, markers and rings on it."""
    unit = sheet.unit
    room = Box(sheet.map_left, frame.box.y, sheet.right - sheet.map_left, frame.box.height)
    wide = room.grown((AIR - BORDER) * unit)
    ink, texts = Clearing(wide, unit), Clearing(wide, unit)
    for plot in plots:
        for curve in plot.curves:
            ink.block_curve(curve, frame.marks.line / 2 + 0.3 * unit)
        for mark in plot.marks:
            texts.block(mark.box)
    ink.block_all(texts)
    return Ground(room, ink, texts, tuple(plots), tuple(truths), frame.zero, unit, star)
