"""Writing a field of one record or of several: which edit each field goes by. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from journeyeditor.editor.sheets import poster_wish
from journeyeditor.edits.anchoring import anchor
from journeyeditor.edits.describing import describe_all, rename, set_personas
from journeyeditor.edits.emotions import clear_emotion, set_emotions
from journeyeditor.edits.entries import move_entries
from journeyeditor.edits.findings import link, unlink
from journeyeditor.edits.flows import reconnect
from journeyeditor.edits.head import set_phase_title
from journeyeditor.edits.lanes import give_lane
from journeyeditor.edits.stages import set_phase
from journeyeditor.edits.touchpoints import move_touchpoints
from journeyeditor.errors import BadInput, JourneyError, Message, message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Anchored,
    Channel,
    Closer,
    Entry,
    Flow,
    Lane,
    Poster,
    Record,
    Stage,
    Touchpoint,
)
from journeyeditor.model.rules import record_problems, value_problem
from journeyeditor.qt.inspector.reading import value_of
from journeyeditor.tools.desk import Wish

NOTHING = message("Nothing changed")


def wish_for(keys: Sequence[str], kind: type[Record], name: str, value: Any) -> Wish:
    """The edit that gives a field of these records a value."""

    def wish(journey: Journey) -> Change:
        return _change(journey, keys, kind, name, value)

    return wish


def feeling_wish(persona: str, touchpoints: Sequence[str], value: float | None) -> Wish:
    """The edit that sets or clears what somebody feels at some touchpoints."""

    def wish(journey: Journey) -> Change:
        if value is None:
            return _joined([clear_emotion(journey, persona, key) for key in touchpoints])
        return set_emotions(journey, persona, dict.fromkeys(touchpoints, value)).labelled(message("Set emotion"))

    return wish


def words_wish(persona: str, touchpoints: Sequence[str], words: str) -> Wish:
    """The edit that says a feeling in words, where there is one."""

    def wish(journey: Journey) -> Change:
        felt = journey.emotions(persona)
        keys = [felt[key].id for key in touchpoints if key in felt]
        return describe_all(journey, keys, words=words)

    return wish


def refusal(journey: Journey, keys: Sequence[str], kind: type[Record], name: str, value: Any) -> JourneyError | None:
    """Why these records cannot have a value in a field, or None."""
    problem = _type_problem(kind, name, value)
    if problem is not None:
        return BadInput(problem)
    try:
        change = _change(journey, keys, kind, name, value)
    except JourneyError as error:
        return error
    records = (after for _, after in change.pairs.values() if after is not None)
    broken = next((rule for record in records for rule in record_problems(record)), None)
    return BadInput(broken.problem) if broken is not None else None


def _type_problem(kind: type[Record], name: str, value: Any) -> Message | None:
    """Why a value cannot stand in a field at all, or None."""
    first, _, rest = name.partition(".")
    owner: type[msgspec.Struct] = Poster if first == "poster" else kind
    types = {one.name: one.type for one in msgspec.structs.fields(owner)}
    wanted = types.get(rest if first == "poster" else name)
    return None if wanted is None else value_problem(wanted, value)


def _change(journey: Journey, keys: Sequence[str], kind: type[Record], name: str, value: Any) -> Change:
    first, _, rest = name.partition(".")
    if first == "poster":
        return poster_wish(**{rest: value})(journey)
    if first == "phase_titles":
        return set_phase_title(journey, rest, value)  # type: ignore[arg-type]
    special = SPECIAL.get((kind, name)) or SPECIAL.get((None, name))
    if special is not None:
        return special(journey, keys, value)
    return describe_all(journey, keys, **{name: value})


def _reconnected(journey: Journey, keys: Sequence[str], **ends: str) -> Change:
    return _joined([reconnect(journey, key, **ends) for key in keys])


def _given(journey: Journey, keys: Sequence[str], personas: Sequence[str]) -> Change:
    return give_lane(journey, keys[0], personas) if len(keys) == 1 else set_personas(journey, keys, personas)


def _renamed(journey: Journey, keys: Sequence[str], title: str) -> Change:
    """An empty title gives the standard word back."""
    return rename(journey, keys[0], title) if len(keys) == 1 else describe_all(journey, keys, title=title or None)


def _closer(journey: Journey, keys: Sequence[str], value: Closer | None) -> Change:
    """A closer map without path and title is none."""
    empty = value is None or not (value.path or value.title or value.id)
    return describe_all(journey, keys, journey=None if empty else value)


def _anchored(journey: Journey, keys: Sequence[str], name: str, value: str | None) -> Change:
    """Another beginning or end; without a beginning it is parked. What hung on one step stays on one."""
    places: dict[str, tuple[str, str]] = {}
    for key in keys:
        record = journey.get(key)
        if not isinstance(record, Anchored):
            continue
        if value is None:
            return anchor(journey, keys, None)
        spans = record.first is not None and record.first != record.last
        first, last = (value, (record.last or value) if spans else value)
        if name == "last":
            first, last = record.first or value, value
        places[key] = (first, last) if _in_order(journey, first, last) else (value, value)
    return _joined([anchor(journey, [key], *ends) for key, ends in places.items()])


def _in_order(journey: Journey, first: str, last: str) -> bool:
    """Whether one step comes before the other, or is the same or a part of it."""
    reading = journey.reading()
    return (reading.starts(first) or ()) <= (reading.ends(last) or ())


def _to_lane(journey: Journey, keys: Sequence[str], lane: str) -> Change:
    changes = []
    for key in keys:
        record = journey.get(key)
        if isinstance(record, Entry):
            changes.append(move_entries(journey, [key], lane, record.first, record.last))
    return _joined(changes)


def _linked(journey: Journey, keys: Sequence[str], name: str, wanted: Sequence[str]) -> Change:
    """Links and unlinks so that these are joined to those."""
    changes = []
    for key in keys:
        record = journey.get(key)
        if record is None:
            continue
        there = set(value_of(journey, record, name))
        for other in sorted(there ^ set(wanted)):
            opportunity, pain = (key, other) if name == "pains" else (other, key)
            edit = unlink if other in there else link
            changes.append(edit(journey, opportunity, pain))
    return _joined(changes)


def _joined(changes: Sequence[Change]) -> Change:
    """Several edits of different records as one."""
    if not changes:
        return Change(NOTHING)
    pairs = {key: pair for change in changes for key, pair in change.pairs.items()}
    return Change(changes[0].label, pairs)


Special = Callable[[Journey, Sequence[str], Any], Change]
SPECIAL: dict[tuple[type[Record] | None, str], Special] = {
    (None, "pains"): lambda journey, keys, value: _linked(journey, keys, "pains", value),
    (None, "opportunities"): lambda journey, keys, value: _linked(journey, keys, "opportunities", value),
    (None, "first"): lambda journey, keys, value: _anchored(journey, keys, "first", value),
    (None, "last"): lambda journey, keys, value: _anchored(journey, keys, "last", value),
    (None, "journey"): _closer,
    (None, "personas"): set_personas,
    (Flow, "source"): lambda journey, keys, value: _reconnected(journey, keys, source=value),
    (Flow, "target"): lambda journey, keys, value: _reconnected(journey, keys, target=value),
    (Touchpoint, "stage"): move_touchpoints,
    (Entry, "lane"): _to_lane,
    (Stage, "phase"): set_phase,
    (Lane, "personas"): _given,
    (Lane, "title"): _renamed,
    (Channel, "title"): _renamed,
}
"""Fields that change by an edit of their own; `None` = of every kind."""
