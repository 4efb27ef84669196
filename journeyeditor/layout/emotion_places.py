"""Finding the best place for a call-out: near its point, away from all lines, markers and words."""

from __future__ import annotations

import math
from collections.abc import Iterator

from journeyeditor.geometry import Box
from journeyeditor.layout.callouts import CallOut, Form, PlacedCallOut, Side
from journeyeditor.layout.emotion_frame import Frame
from journeyeditor.layout.emotion_ground import AIR, BORDER, Ground
from journeyeditor.layout.emotion_lines import Mark
from journeyeditor.layout.sheet import Sheet

NEAR, NEAR_STEP, WIDE_STEP = 75.0, 3.0, 8.0
"""Places up to so far from the point are tried at the fine step, all others at the wide one (units)."""
GOOD = 26.0
"""A place that costs less than this needs no search farther away."""
BESIDE, ABOVE = 8.0, 4.0
"""Best length of a leader to the side, and upwards or downwards, in units."""
TRUTH, LEVEL, TINTED, CROSSING, WRONG_SIDE = 14.0, 3.0, 3.0, 12.0, 4.0
"""What it costs to cover a moment of truth's line, the zero line, the tint; to cross a line; the less usual side."""

Leader = tuple[tuple[float, float], tuple[float, float]]


def find_place(
    sheet: Sheet, frame: Frame, ground: Ground, callout: CallOut, mark: Mark, hint: Box | None = None
) -> PlacedCallOut | None:
    """The cheapest free place of a call-out, or None. `hint` is a place that was free in a smaller frame."""
    best: PlacedCallOut | None = None
    for form in callout.forms:
        if best is not None and best.cost <= form.cost:
            break
        for xs in (_near(sheet, ground, form, mark), _anywhere(sheet, ground, form)):
            for box in _free(sheet, ground, form, mark, xs):
                found = _judged(sheet, frame, ground, callout, form, box, mark)
                if found is not None and (best is None or found.cost < best.cost):
                    best = found
            if best is not None and best.cost < GOOD:
                break
    if best is None and hint is not None:
        for form in callout.forms:
            box = Box(hint.x, hint.middle[1] - form.height / 2, form.width, form.height)
            if ground.bounds.holds(box) and ground.all.is_free(box.grown(0.5 * AIR * sheet.unit)):
                best = best or _judged(sheet, frame, ground, callout, form, box, mark)
    return best


def _near(sheet: Sheet, ground: Ground, form: Form, mark: Mark) -> Iterator[float]:
    step = NEAR_STEP * sheet.unit
    left, right = ground.bounds.x, ground.bounds.right - form.width
    reach = int((NEAR * sheet.unit + form.width) / step)
    first = mark.x + 3.5 * sheet.unit + BESIDE * sheet.unit
    for n in range(-reach, reach + 1):
        x = first + n * step
        if left <= x <= right:
            yield x
    yield from (
        x for x in (mark.x - (BESIDE + 3.5) * sheet.unit - form.width, mark.x - form.width / 2) if left <= x <= right
    )


def _anywhere(sheet: Sheet, ground: Ground, form: Form) -> Iterator[float]:
    left, right = ground.bounds.x + BORDER * sheet.unit, ground.bounds.right - form.width - BORDER * sheet.unit
    if left > right:
        return
    count = min(90, int((right - left) / (WIDE_STEP * sheet.unit)) + 1)
    for n in range(count + 1):
        yield left + (right - left) * n / count


def _free(sheet: Sheet, ground: Ground, form: Form, mark: Mark, xs: Iterator[float]) -> Iterator[Box]:
    """For every x the free boxes, each as near the height of its point as its gap lets it be."""
    air = AIR * sheet.unit
    for x in xs:
        for top, bottom in ground.all.gaps(x - air, x + form.width + air, form.height + 2 * air):
            y = min(max(mark.y - form.height / 2, top + air), bottom - air - form.height)
            yield Box(x, y, form.width, form.height)


def _judged(
    sheet: Sheet, frame: Frame, ground: Ground, callout: CallOut, form: Form, box: Box, mark: Mark
) -> PlacedCallOut | None:
    """What a place costs, and how the leader gets there. None if it is too near its point."""
    unit = sheet.unit
    way = _way(unit, frame.marks.ring / 2, box, mark)
    if way is None:
        return None
    cost, side, leader = way
    cost += form.cost
    usual: Side = "left" if callout.extreme.high else "right"
    cost += WRONG_SIDE if side in ("left", "right") and side != usual else 0.0
    cost += TRUTH * sum(box.x - unit < x < box.right + unit and box.y < low for x, low in ground.truths)
    cost += LEVEL if box.y < frame.zero < box.bottom else 0.0
    cost += TINTED if _tinted(frame, ground, box) else 0.0
    cost += CROSSING * ground.met(*leader, skip=5.0 * unit)
    return PlacedCallOut(callout, form, box, side, leader, cost)


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
        return 6 + abs(length / unit - ABOVE), "bottom" if above else "top", ((x, start), (x, end))
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
    return 14 + 1.2 * (length - ring) / unit, side, (start, end)


def _tinted(frame: Frame, ground: Ground, box: Box) -> bool:
    """True if the box's middle lies between a curve and zero."""
    x, y = box.middle
    for plot in ground.plots:
        for curve in plot.curves:
            if curve.left < x < curve.right and (y - frame.zero) * (y - curve.at(x)) < 0:
                return True
    return False
