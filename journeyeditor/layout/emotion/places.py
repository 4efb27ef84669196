"""Finding the best place for a call-out: near its point, away from all lines, markers and words."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator, Sequence

from journeyeditor.geometry import Box
from journeyeditor.geometry.cells import Columns
from journeyeditor.layout.emotion.callouts import CallOut, Form, PlacedCallOut, Side
from journeyeditor.layout.emotion.frame import Frame
from journeyeditor.layout.emotion.ground import AIR, BORDER, Ground
from journeyeditor.layout.emotion.lines import Mark
from journeyeditor.layout.sheet import Sheet

NEAR, FARTHER, NEAR_STEP, WIDE_STEP = 58.0, 90.0, 3.0, 8.0
"""Places up to so far from the point (or farther, if need be) are tried at the fine step; all over the lane at the
wide one (units)."""
MOST = 46.0
"""A place that costs more is too far from its point, or covers too much."""
BESIDE, ABOVE = 8.0, 4.0
"""Best length of a leader to the side, and upwards or downwards, in units."""
TRUTH, LEVEL, TINTED, WRONG_SIDE = 14.0, 3.0, 3.0, 4.0
"""What it costs to cover a moment of truth's line, the zero line, the tint; to stand at the less usual side."""
CROSSING, COVERING, AGAINST = 12.0, 30.0, 8.0
"""What it costs a leader to cross a line, to run over words, to go down from a peak or up from a dip."""
OVER, SLANTED, FARTHER_OFF = 6.0, 14.0, 1.2
"""What it costs to stand above or below the point, or aslant of it; and every unit that a slanting leader is long."""
TOGETHER = 0.3
"""Boxes that begin within this part of their width are ruled out together where they can be."""
SLACK = 1e-6
"""Of two costs: sums in another order may differ by less."""

Leader = tuple[tuple[float, float], tuple[float, float]]


def find_place(
    sheet: Sheet,
    frame: Frame,
    ground: Ground,
    callout: CallOut,
    mark: Mark,
    hint: Callable[[], Box | None] = lambda: None,
    limits: Sequence[float] = (MOST,),
) -> PlacedCallOut | None:
    """The cheapest free place of a call-out that costs less than the first of some ascending limits that leads to
    one, or None.

    `hint` tells a place that was free in a smaller frame, if it is asked.
    """
    finite = [most for most in limits if most < math.inf]
    # what costs less than a lower limit is found on the way to a higher one
    found = _cheapest(sheet, frame, ground, callout, mark, finite[-1])
    for most in finite:
        if found is not None and found.cost < most:
            return found
        hinted = _hinted(sheet, frame, ground, callout, mark, hint(), most)
        if hinted is not None:
            return hinted
    return _cheapest(sheet, frame, ground, callout, mark, math.inf) if len(finite) < len(limits) else None


def _cheapest(
    sheet: Sheet, frame: Frame, ground: Ground, callout: CallOut, mark: Mark, most: float
) -> PlacedCallOut | None:
    """The cheapest free place that costs less than `most`, or None."""
    best: PlacedCallOut | None = None
    limit, air = most, AIR * sheet.unit
    ring = frame.marks.ring / 2
    for form in callout.forms:
        if best is not None and best.cost <= form.cost:
            break
        tall, half = form.height + 2 * air, form.height / 2
        strips = (
            _strips(sheet, ground, callout, form, mark, ring) if most < math.inf else _all_strips(sheet, ground, form)
        )
        known = strips.known
        for number, (x, least, first, after) in enumerate(strips.near if most <= MOST else strips.far):
            if form.cost + least > limit + SLACK:
                continue
            hopeful = known[number]
            if not (strips.look(number) if hopeful is None else hopeful):
                continue
            for top, bottom in ground.all.gaps_between(first, after, tall):
                y = min(max(mark.y - half, top + air), bottom - air - form.height)
                box = Box(x, y, form.width, form.height)
                found = _judged(sheet, frame, ground, callout, form, box, mark, limit)
                if found is not None:
                    best, limit = found, found.cost
    return best


def _hinted(
    sheet: Sheet, frame: Frame, ground: Ground, callout: CallOut, mark: Mark, known: Box | None, most: float
) -> PlacedCallOut | None:
    """The call-out at a known place, in the first form that is free there and costs less than `most`."""
    if known is None:
        return None
    for form in callout.forms:
        box = Box(known.x, known.middle[1] - form.height / 2, form.width, form.height)
        if ground.bounds.holds(box) and ground.all.is_free(box, 0.5 * AIR * sheet.unit):
            found = _judged(sheet, frame, ground, callout, form, box, mark, most)
            if found is not None:
                return found
    return None


Strip = tuple[float, float, int, int]
"""A left side that is tried, what a call-out there costs at least, and the columns that it takes with its air."""


class _Strips:
    """The left sides that are tried for one form of a call-out, on a ground and on all its copies."""

    def __init__(self, sheet: Sheet, base: Ground, form: Form, far: Sequence[Strip], near: int) -> None:
        """The first `near` ones are within the usual reach."""
        air = AIR * sheet.unit
        self.near, self.far = far[:near], far
        self._clearing, self._tall = base.all, form.height + 2 * air
        self._left, self._share = base.bounds.x, TOGETHER * form.width
        self._common = self._share - air, form.width + air
        self._groups: dict[int, bool] = {}
        self.known: list[bool | None] = [None] * len(far)
        """Of each, whether there may be a gap; None where nobody has looked yet."""

    def look(self, number: int) -> bool:
        """False if there is no gap even before any text stands on the ground; where there is none in what all boxes
        that begin nearby have in common, they are ruled out together."""
        x, _, first, after = self.far[number]
        group = int((x - self._left) / self._share)
        if group not in self._groups:
            start = self._left + group * self._share
            self._groups[group] = self._clearing.has_gap(start + self._common[0], start + self._common[1], self._tall)
        found = self._groups[group] and self._clearing.gap_between(first, after, self._tall)
        self.known[number] = found
        return found


def _strips(sheet: Sheet, ground: Ground, callout: CallOut, form: Form, mark: Mark, ring: float) -> _Strips:
    """The left sides around a point."""
    base = ground.base or ground

    def make() -> tuple[_Strips, object]:
        ends = base.bounds.x, base.bounds.right - form.width
        far, near = _sides(sheet.unit, ends, form.width, mark.x, ring, _usual(callout), base.all.columns)
        return _Strips(sheet, base, form, far, near), (form, mark)

    # the form and the mark are kept with what was found, so that their ids stay theirs
    return ground.once(("strips", id(form), id(mark)), make)[0]


@functools.lru_cache(maxsize=200)
def _sides(
    unit: float, ends: tuple[float, float], wide: float, x: float, ring: float, usual: Side, columns: Columns
) -> tuple[tuple[Strip, ...], int]:
    """The left sides around a point that are tried, and how many of them, the first ones, are within usual reach."""
    air = AIR * unit
    far = [
        (left, _least_cost(unit, ring, wide, x, usual, left), *columns.across(left - air, left + wide + air))
        for left in _near(unit, ends, wide, x, FARTHER)
    ]
    return tuple(far), sum(1 for _ in _near(unit, ends, wide, x, NEAR))


def _all_strips(sheet: Sheet, ground: Ground, form: Form) -> _Strips:
    """Left sides all over the lane."""
    air = AIR * sheet.unit
    xs = _anywhere(sheet, ground, form)
    far = [(x, 0.0, *ground.all.columns.across(x - air, x + form.width + air)) for x in xs]
    return _Strips(sheet, ground, form, far, 0)


def last_place(sheet: Sheet, frame: Frame, ground: Ground, callout: CallOut, mark: Mark) -> PlacedCallOut:
    """Where a call-out does the least harm when nothing is free: along the upper or the lower edge of the lane."""
    form, bounds = callout.widest, ground.bounds
    edges = (bounds.y, max(bounds.y, bounds.bottom - form.height))
    boxes = [Box(x, y, form.width, form.height) for x in _anywhere(sheet, ground, form) for y in edges]
    boxes = boxes or [Box(bounds.x, y, form.width, form.height) for y in edges]
    box = min(boxes, key=lambda box: (ground.texts.covered(box), ground.all.covered(box)))
    found = _judged(sheet, frame, ground, callout, form, box, mark, math.inf)
    if found is not None:
        return found
    x, y = mark.x, mark.y
    return PlacedCallOut(callout, form, box, "top" if box.y > y else "bottom", ((x, y), (x, y)), math.inf)


def _near(unit: float, ends: tuple[float, float], wide: float, x: float, reach: float) -> Iterator[float]:
    """Left sides of boxes around a point, those beside it first."""
    left, right = ends
    beside = (x + (BESIDE + 3.5) * unit, x - (BESIDE + 3.5) * unit - wide, x - wide / 2)
    yield from (x for x in beside if left <= x <= right)
    step = NEAR_STEP * unit
    first = beside[0]
    for n in range(1, int((reach * unit + wide) / step)):
        for side in (first + n * step, first - n * step):
            if left <= side <= right:
                yield side


def _anywhere(sheet: Sheet, ground: Ground, form: Form) -> Iterator[float]:
    left, right = ground.bounds.x + BORDER * sheet.unit, ground.bounds.right - form.width - BORDER * sheet.unit
    if left > right:
        return
    count = min(90, int((right - left) / (WIDE_STEP * sheet.unit)) + 1)
    for n in range(count + 1):
        yield left + (right - left) * n / count


def _usual(callout: CallOut) -> Side:
    """Where the bar of a call-out is rather than on the other side."""
    return "left" if callout.extreme.high else "right"


def _least_cost(unit: float, ring: float, wide: float, point: float, usual: Side, x: float) -> float:
    """What a call-out at x costs in any case beside its form, however high or low it stands: far sooner known than
    what is free."""
    right = x > point
    aside = x - point if right else point - x - wide
    if aside < 3 * unit:
        above = x + 2.5 * unit <= point <= x + wide - 2.5 * unit
        return OVER if above else SLANTED
    length = (aside - ring) / unit
    cost = SLANTED + FARTHER_OFF * length
    if length >= 3 - SLACK:
        cost = min(cost, abs(length - BESIDE) * (2.0 if length < BESIDE else 1.0))
    return cost + (WRONG_SIDE if usual != ("left" if right else "right") else 0.0)


def _judged(
    sheet: Sheet, frame: Frame, ground: Ground, callout: CallOut, form: Form, box: Box, mark: Mark, most: float
) -> PlacedCallOut | None:
    """What a place costs, and how the leader gets there. None if it is too near its point or costs `most` or more."""
    unit = sheet.unit
    way = _way(unit, frame.marks.ring / 2, box, mark)
    if way is None:
        return None
    cost, side, leader = way
    cost += form.cost
    cost += WRONG_SIDE if side in ("left", "right") and side != _usual(callout) else 0.0
    if cost >= most:
        return None  # what follows only adds to it
    cost += TRUTH * ground.truths_over(box, unit)
    cost += LEVEL if box.y < frame.zero < box.bottom else 0.0
    cost += AGAINST if side == ("top" if callout.extreme.high else "bottom") else 0.0
    if cost < most:
        cost += TINTED if _tinted(frame, ground, box) else 0.0
    if cost < most:
        cost += CROSSING * ground.met(*leader, skip=5.0 * unit)
    if cost < most:
        cost += COVERING * ground.met(*leader, skip=1.8 * unit, texts=True)
    return PlacedCallOut(callout, form, box, side, leader, cost) if cost < most else None


def _way(unit: float, ring: float, box: Box, mark: Mark) -> tuple[float, Side, Leader] | None:
    """Cost, side of the bar, and leader from the ring to a box."""
    x, y = mark.x, mark.y
    if box.y + 1.5 * unit <= y <= box.bottom - 1.5 * unit:
        right = box.x > x
        length = (box.x - x if right else x - box.right) - ring
        if length < 3 * unit:
            return None
        start, end = (x + ring, box.x) if right else (x - ring, box.right)
        cost = abs(length / unit - BESIDE) * (2.0 if length < BESIDE * unit else 1.0)
        return cost, "left" if right else "right", ((start, y), (end, y))
    if box.x + 2.5 * unit <= x <= box.right - 2.5 * unit:
        above = box.bottom < y
        length = (y - box.bottom if above else box.y - y) - ring
        if length < 2 * unit:
            return None
        start, end = (y - ring, box.bottom) if above else (y + ring, box.y)
        return OVER + abs(length / unit - ABOVE), "bottom" if above else "top", ((x, start), (x, end))
    return _slanted(unit, ring, box, mark)


def _slanted(unit: float, ring: float, box: Box, mark: Mark) -> tuple[float, Side, Leader] | None:
    """The way to a box that lies neither beside nor above nor below the point."""
    aside = max(box.x - mark.x, mark.x - box.right)
    if aside >= 3 * unit:
        right = box.x > mark.x
        end = (box.x if right else box.right, min(max(mark.y, box.y + 1.5 * unit), box.bottom - 1.5 * unit))
        side: Side = "left" if right else "right"
    else:
        above = box.bottom < mark.y
        end = (min(max(mark.x, box.x + 2.5 * unit), box.right - 2.5 * unit), box.bottom if above else box.y)
        side = "bottom" if above else "top"
    dx, dy = end[0] - mark.x, end[1] - mark.y
    length = math.hypot(dx, dy)
    if length < ring + 2.5 * unit:
        return None
    start = (mark.x + dx * ring / length, mark.y + dy * ring / length)
    return SLANTED + FARTHER_OFF * (length - ring) / unit, side, (start, end)


def _tinted(frame: Frame, ground: Ground, box: Box) -> bool:
    """True if the box's middle lies between a curve and zero."""
    x, y = box.middle
    for plot in ground.plots:
        for curve in plot.curves:
            if curve.left < x < curve.right and (y - frame.zero) * (y - curve.at(x)) < 0:
                return True
    return False
