"""From one drawing to the next: which groups stay as they were, and where the sheet looks different."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from journeyeditor.drawing import Drawing
from journeyeditor.geometry import Box
from journeyeditor.qt.painter.compiling import Compiled, Shown

Key = tuple[str, str, int]
"""Record, role, and the how-many-th group of these two."""


def matched(before: Sequence[Shown], drawing: Drawing) -> list[Shown]:
    """The groups of a drawing; those that look as a former one looked keep what was worked out for it."""
    same = {id(one.group): one for one in before}
    named: dict[Key, Shown] | None = None
    counts: Counter[tuple[str, str]] = Counter()
    found: list[Shown] = []
    for group in drawing.groups:
        name = (group.record, group.role)
        known = same.get(id(group))
        if known is None:
            named = _named(before) if named is None else named
            former = named.get((*name, counts[name]))
            kept = former is not None and former.look.shows(group)
            known = Shown(group, former.look if former is not None and kept else Compiled(group))
        counts[name] += 1
        found.append(known)
    return found


def changed_areas(former: Drawing, before: Sequence[Shown], drawing: Drawing, after: Sequence[Shown]) -> list[Box]:
    """Where two drawings look different; the whole sheet if size, ground or order of painting is another."""
    whole = [Box(0, 0, drawing.width, drawing.height)]
    if _sheet(former) != _sheet(drawing):
        return whole
    old, new = _named(before), _named(after)
    if [key for key in old if key in new] != [key for key in new if key in old]:
        return whole
    touched = [one for key, one in old.items() if key not in new]
    for key, one in new.items():
        past = old.get(key)
        if past is None:
            touched.append(one)
        elif past.look is not one.look:
            touched += [past, one]
    return [box for one in touched if (box := one.look.box) is not None]


def _sheet(drawing: Drawing) -> tuple[float, float, float, str]:
    return drawing.width, drawing.height, drawing.bleed, drawing.background


def _named(groups: Sequence[Shown]) -> dict[Key, Shown]:
    counts: Counter[tuple[str, str]] = Counter()
    named: dict[Key, Shown] = {}
    for one in groups:
        name = (one.group.record, one.group.role)
        named[(*name, counts[name])] = one
        counts[name] += 1
    return named
