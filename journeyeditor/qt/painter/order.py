"""The order of painting when one persona is to lie over the others."""

from __future__ import annotations

from journeyeditor.drawing import Group
from journeyeditor.qt.painter.compiling import Shown

ROLES = ("tint", "curve", "emotion")


def belongs(group: Group, persona: str) -> bool:
    """Whether a group shows how a persona feels."""
    return group.role in ROLES and (group.record == persona or group.record.startswith(f"emotion:{persona}:"))


def lifted(groups: list[Shown], persona: str | None) -> list[Shown]:
    """The groups in painting order, a persona's tint behind all other tints, its curve behind all other curves …

    Only within a role: a tint that came last of all would lie over words.
    """
    if persona is None:
        return groups
    last = {one.group.role: n for n, one in enumerate(groups) if one.group.role in ROLES}
    late: dict[int, list[Shown]] = {}
    ordered: list[Shown] = []
    for n, one in enumerate(groups):
        if belongs(one.group, persona):
            late.setdefault(last[one.group.role], []).append(one)
        else:
            ordered.append(one)
        ordered += late.pop(n, [])
    return ordered
