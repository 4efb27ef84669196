"""Personas: add, move, copy with all they feel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from itertools import count
from typing import Any, TypeVar

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import made
from journeyeditor.edits.placing import put_at
from journeyeditor.errors import message
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.ids import new_id
from journeyeditor.model.journey import Journey
from journeyeditor.model.plain import kind_name
from journeyeditor.model.records import Anchored, Answers, Emotion, Entry, Flow, Head, Lane, Persona, Record, answers_id
from journeyeditor.model.references import rereferred, with_field

SomeRecord = TypeVar("SomeRecord", bound=Record)
STYLES = range(1, 13)


def free_style(draft: Draft) -> int:
    """The style (colour, marker and dash) that the fewest personas have."""
    used = Counter(persona.style for persona in draft.all(Persona))
    return min(STYLES, key=lambda style: (used[style], style))


def add_persona(journey: Journey, /, at: int | None = None, **fields: Any) -> Change:
    """A new persona before the one at `at` (None = the last), in a style of their own unless one is given."""
    draft = Draft(journey)
    (order,) = draft.place(draft.all(Persona), at)
    draft.put(made(Persona, {"style": free_style(draft), **fields}, order=order))
    return draft.change(message("Add persona"))


def move_personas(journey: Journey, keys: Collection[str], at: int | None = None) -> Change:
    """Moves personas before the one at `at`, counted among those that stay."""
    draft = Draft(journey)
    put_at(draft, draft.all(Persona), keys, at)
    return draft.change(message("Move persona"))


def copy_persona(journey: Journey, key: str, name: str | None = None) -> Change:
    """A second persona who feels the same: emotions, findings that were for the first alone, lanes of their own.

    What the first shares with others (findings, lanes, flows, a place on the poster) the copy shares too. The copy
    has a style of its own, is called `name` (or as the first, with a number), and nobody has voted for its findings.
    """
    draft = Draft(journey)
    copy_into(draft, key, name)
    return draft.change(message("Copy persona"))


def copy_into(draft: Draft, key: str, name: str | None = None) -> None:
    """Drafts the copy of a persona."""
    persona = draft.need(key, Persona)
    personas = draft.all(Persona)
    (order,) = draft.place(personas, personas.index(persona) + 1)
    called = _numbered(persona.name, {other.name for other in personas}) if name is None else name
    copy = replaced(persona, id=new_id("persona"), order=order, style=free_style(draft))
    copies = {key: copy.id}
    referrers = draft.referrers(key)
    draft.put(copy)
    draft.set(copy.id, {"name": called})
    for record in referrers:
        if isinstance(record, Lane) and record.personas == (key,):
            _copy_lane(draft, record, copies)
    for record in referrers:
        if record.id in copies or (isinstance(record, Entry) and record.lane in copies):
            continue
        if isinstance(record, Anchored) and record.personas == (key,):
            copies[record.id] = new_id(kind_name(record))
            draft.put(rereferred(unvoted(replaced(record, id=copies[record.id])), lambda k: copies.get(k, k)))
        elif isinstance(record, Emotion):
            draft.put(rereferred(record, lambda k: copies.get(k, k)))
        elif isinstance(record, Anchored | Lane | Flow):
            draft.put(replaced(record, personas=(*record.personas, copy.id)))
        elif isinstance(record, Head):
            draft.put(with_field(record, "poster.personas", (*record.poster.personas, copy.id)))
    copy_links(draft, copies)


def _copy_lane(draft: Draft, lane: Lane, copies: dict[str, str]) -> None:
    """Drafts the copy of a persona's own lane, under it, with its texts; adds all ids to `copies`."""
    rows = draft.rows()
    (order,) = draft.place(rows, [row.id for row in rows].index(lane.id) + 1)
    row: list[Lane | Entry] = [lane]
    row.extend(text for text in draft.referrers(lane.id) if isinstance(text, Entry))
    for record in row:
        copies[record.id] = new_id(kind_name(record))
        draft.put(rereferred(replaced(record, id=copies[record.id]), lambda key: copies.get(key, key)))
    draft.put(replaced(draft.find(copies[lane.id]), order=order))


def copy_links(draft: Draft, copies: Mapping[str, str]) -> None:
    """Copied pains are answered by the same opportunities, copied opportunities answer the same pains."""
    for link in draft.all(Answers):
        opportunity, pain = copies.get(link.opportunity, link.opportunity), copies.get(link.pain, link.pain)
        if (opportunity, pain) != (link.opportunity, link.pain):
            draft.put(Answers(id=answers_id(opportunity, pain), opportunity=opportunity, pain=pain))


def unvoted(record: SomeRecord) -> SomeRecord:
    """The record before anybody voted for it."""
    return replaced(record, votes=0) if "votes" in record.__struct_fields__ else record


def _numbered(name: str, taken: Collection[str]) -> str:
    """The name with the first number that nobody has: `Marie 2`."""
    if not name:
        return name
    return next(numbered for n in count(2) if (numbered := f"{name} {n}") not in taken)
