"""What one drawing has that another has not, by group: what a screen must paint again, what a reader should look at."""

from __future__ import annotations

from collections import Counter

import msgspec

from journeyeditor.drawing.bounds import group_box
from journeyeditor.drawing.shapes import Drawing, Group
from journeyeditor.geometry import Box

Key = tuple[str, str, int]
"""Record, role, and the how-many-th group of these two."""


class Difference(msgspec.Struct, frozen=True):
    """Groups that came, went, or look or lie otherwise. `whole`: the sheet or the order of painting is another."""

    added: tuple[Group, ...] = ()
    changed: tuple[tuple[Group, Group], ...] = ()
    """Before and after."""
    removed: tuple[Group, ...] = ()
    whole: bool = False

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.whole)

    def areas(self) -> tuple[Box, ...]:
        """The boxes in which the two drawings look different (all of the sheet, if `whole`)."""
        touched = [*self.added, *self.removed, *(group for pair in self.changed for group in pair)]
        return tuple(box for group in touched if (box := group_box(group)) is not None)


def difference(before: Drawing, after: Drawing) -> Difference:
    """Compares two drawings group by group; a group is known by its record, its role and their count."""
    old, new = _keyed(before), _keyed(after)
    sheet = (before.width, before.height, before.background) != (after.width, after.height, after.background)
    order = [key for key in old if key in new] != [key for key in new if key in old]
    return Difference(
        added=tuple(group for key, group in new.items() if key not in old),
        changed=tuple(
            (old[key], group)
            for key, group in new.items()
            if key in old and old[key] is not group and old[key] != group
        ),
        removed=tuple(group for key, group in old.items() if key not in new),
        whole=sheet or order,
    )


def _keyed(drawing: Drawing) -> dict[Key, Group]:
    counts: Counter[tuple[str, str]] = Counter()
    keyed: dict[Key, Group] = {}
    for group in drawing.groups:
        name = (group.record, group.role)
        keyed[(*name, counts[name])] = group
        counts[name] += 1
    return keyed
