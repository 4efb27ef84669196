"""Two versions of one record, made from the same one, joined field by field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from journeyeditor.errors import Message, message
from journeyeditor.model.records import AnyRecord, Poster, Value
from journeyeditor.model.rules import record_problems

Fault = tuple[str, Any, Any, Message]
"""Field, our value, their value, what is wrong."""
Joined = tuple[Any, list[Fault]]

TOGETHER = (("first", "last"), ("stage", "order"), ("lane", "order"), ("source", "target"))
"""Fields that only make sense together."""

BOTH_SET = message("Both sides changed this.")


def joined_records(
    base: AnyRecord | None, ours: AnyRecord | None, theirs: AnyRecord | None
) -> tuple[AnyRecord | None, list[Fault]]:
    """One record of both versions, and where they do not agree; ours is taken there.

    `base` is None if both added it. Both versions are there, or neither: deletions are dealt with before.
    """
    if ours is None or theirs is None:
        return ours or theirs, []
    joined, faults = _joined_structs(base, ours, theirs)
    record: AnyRecord = joined
    broken = next(record_problems(record), None)
    if broken is not None:
        mine, yours = (getattr(one, broken.field, None) for one in (ours, theirs))
        return ours, [*faults, (broken.field, mine, yours, broken.problem)]
    return record, faults


def _joined_structs(base: Any, ours: Any, theirs: Any, prefix: str = "") -> Joined:
    """Fields of a record, or of a part of one, in groups of those that go together."""
    faults: list[Fault] = []
    values: dict[str, Any] = {}
    names = ours.__struct_fields__
    groups = [group for group in TOGETHER if set(group) <= set(names)]
    grouped = {name for group in groups for name in group}
    for group in [*groups, *((name,) for name in names if name not in grouped)]:
        was, mine, yours = (one and tuple(getattr(one, name) for name in group) for one in (base, ours, theirs))
        chosen = mine
        if mine == was:
            chosen = yours
        elif yours != was and len(group) == 1:
            value, more = _joined_values(prefix + group[0], was and was[0], mine[0], yours[0])
            chosen = (value,)
            faults.extend(more)
        elif yours not in (was, mine):
            chosen = yours if mine[0] is None else mine
            faults.append((prefix + group[0], mine, yours, BOTH_SET))
        values.update(zip(group, chosen, strict=True))
    return msgspec.structs.replace(ours, **values), faults


def _joined_values(name: str, base: Any, ours: Any, theirs: Any) -> Joined:
    """The value of a field that both sides changed. `base` is None where there was none."""
    joiner = JOINERS.get(name.rpartition(".")[2])
    if joiner is None and isinstance(ours, dict):
        joiner = _joined_dicts
    elif joiner is None and isinstance(ours, Poster):
        return _joined_structs(base, ours, theirs, f"{name}.")
    if joiner is not None:
        return joiner(name, base, ours, theirs)
    return ours, [] if ours == theirs else [(name, ours, theirs, BOTH_SET)]


def _joined_votes(_: str, base: int | None, ours: int, theirs: int) -> Joined:
    """Votes are counted together."""
    return max(ours, theirs) if base is None else max(0, ours + theirs - base), []


def _joined_ids(name: str, base: tuple[str, ...] | None, ours: tuple[str, ...], theirs: tuple[str, ...]) -> Joined:
    """What is left of both sets. "Everyone" (an empty one) is no set: it must not come about by the way.

    Where it does, the two clash, and the side that names somebody is taken.
    """
    if ours == theirs:
        return ours, []
    before = base or ()
    kept = [key for key in ours if key in theirs or key not in before]
    kept += [key for key in theirs if key not in ours and key not in before]
    if before and ours and theirs and kept:
        return tuple(kept), []
    return ours or theirs, [(name, ours, theirs, BOTH_SET)]


def _joined_readings(
    name: str, base: tuple[Value, ...] | None, ours: tuple[Value, ...], theirs: tuple[Value, ...]
) -> Joined:
    """Values of a measure, joined by their date."""
    dated = [{value.date: value for value in values or ()} for values in (base, ours, theirs)]
    joined, faults = _joined_dicts(name, *dated)
    return tuple(joined[date] for date in sorted(joined)), faults


def _joined_dicts(name: str, base: Any, ours: Any, theirs: Any) -> Joined:
    """Keys that each side added, changed or took away."""
    joined: dict[str, Any] = {}
    faults: list[Fault] = []
    for key in dict.fromkeys([*ours, *theirs]):
        was, mine, yours = (base or {}).get(key), ours.get(key), theirs.get(key)
        value = yours if mine == was else mine
        if mine != was and yours not in (was, mine):
            faults.append((f"{name}.{key}", mine, yours, BOTH_SET))
            value = yours if mine is None else mine
        if value is not None:
            joined[key] = value
    return joined, faults


JOINERS: dict[str, Callable[[str, Any, Any, Any], Joined]] = {
    "votes": _joined_votes,
    "personas": _joined_ids,
    "channels": _joined_ids,
    "values": _joined_readings,
}
"""How fields are joined that are more than one value."""
