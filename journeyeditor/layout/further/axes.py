"""Kernels for charts: round steps on a scale, and where dates lie in time. They know no journey."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
"""Steps that people count in, times a power of ten."""
FINEST = 1e-12
"""Values that are nearer than this are the same."""


def steps(low: float, high: float, most: int) -> list[float]:
    """Round numbers from at or below `low` to at or above `high`, ascending, as many as fit in `most` or a few less."""
    spread = high - low
    if not spread > max(abs(high) * 1e-9, FINEST):
        spread = abs(high) if abs(high) > FINEST else 1.0
        high = low + spread
    raw = spread / max(1, most - 1)
    power = 10.0 ** math.floor(math.log10(raw))
    for step in (factor * power * ten for ten in (1.0, 10.0) for factor in ROUND):
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        last = max(last, first + 1)
        if last - first + 1 <= max(2, most):
            break
    return [n * step for n in range(first, last + 1)]


def moment(date: str) -> float | None:
    """A date (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`) as a year with a fraction, the middle of what it names; else None."""
    parts = date.split("-") if date else []
    try:
        year, month, day = (int(part) for part in (*parts, *("0" * (3 - len(parts)))))
        if not parts or year < 1:
            return None
        if not month:
            return year + 0.5
        first = dt.date(year, month, day or 15)
    except ValueError:
        return None
    return year + (first.timetuple().tm_yday - (0.5 if day else 0.0)) / 366


def places(dates: Sequence[str]) -> list[float]:
    """Where dates in order lie on an axis from 0 to 1: in time, or evenly where one of them is not known."""
    moments = [moment(date) for date in dates]
    known = [when for when in moments if when is not None]
    if len(known) == len(dates) and len(set(known)) > 1:
        first, last = min(known), max(known)
        return [(when - first) / (last - first) for when in known]
    if len(dates) == 1:
        return [0.5]
    return [n / (len(dates) - 1) for n in range(len(dates))]


def thinned(spans: Sequence[tuple[float, float]], gap: float) -> list[int]:
    """Which of some labels on one line can be shown, so that none is nearer than `gap` to another.

    The last and the first come first, then the others from the left. `spans` are left and right ends in order.
    """
    if not spans:
        return []
    order = [len(spans) - 1, 0, *range(1, len(spans) - 1)]
    chosen: list[int] = []
    for n in dict.fromkeys(order):
        left, right = spans[n]
        if all(right + gap <= spans[k][0] or spans[k][1] + gap <= left for k in chosen):
            chosen.append(n)
    return sorted(chosen)
