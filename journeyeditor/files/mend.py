"""Makes what was read into one sound journey, with a note for everything that had to be changed.

Afterwards `rules.broken_rules` finds nothing in it. References are mended in `loose_ends`.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import cast

import msgspec

from journeyeditor.errors import BadInput, Message, message
from journeyeditor.files.decode import Parsed
from journeyeditor.files.faults import ADVICE, named
from journeyeditor.files.loose_ends import Kinds, LooseEnds
from journeyeditor.files.notes import Notes
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.images import Images
from journeyeditor.model.links import is_safe_path, safe_link
from journeyeditor.model.records import Answers, AnyRecord, Channel, Emotion, Head, Measure, Persona, Stage, Touchpoint
from journeyeditor.model.references import FINDINGS, PICTURES, derived_id, pictures

_ID = attrgetter("id")


def mended(
    parsed: Parsed, images: Images, refused: Mapping[str, Message], notes: Notes
) -> tuple[Head, list[AnyRecord]]:
    """The head and the records, sound. `refused` says why a picture of the file is not in `images`.

    Raises BadInput where two records have one id: which of them is meant, only a person can say.
    """
    kinds: Kinds = {Head: [parsed.head]}
    for record in parsed.records:
        kinds.setdefault(type(record), []).append(record)
    _mend_ids(kinds, notes, read_only=parsed.read_only)
    _mend_links(kinds, notes)
    _mend_measures(kinds, notes)
    _mend_anchors(kinds)
    LooseEnds(kinds, notes).mend()
    _tell_pictures(kinds, images, refused, notes)
    head = cast("Head", kinds.pop(Head)[0])
    return head, [record for some in kinds.values() for record in some]


def _mend_ids(kinds: Kinds, notes: Notes, *, read_only: bool) -> None:
    for kind, first, second in ((Emotion, "persona", "touchpoint"), (Answers, "opportunity", "pain")):
        some = kinds.get(kind, [])
        word = kind.__name__.lower()
        derived = [f"{word}:{a}:{b}" for a, b in map(attrgetter(first, second), some)]
        if derived != list(map(_ID, some)):
            kinds[kind] = [msgspec.structs.replace(record, id=derived_id(record)) for record in some]
    count = sum(map(len, kinds.values()))
    ids = set().union(*(map(_ID, some) for some in kinds.values()))
    own = set(map(_ID, kinds.get(Channel, [])))
    if len(ids) < count or not (ids & BUILT_IN_CHANNELS.keys()) <= own:
        _refuse_doubles(kinds, notes, read_only=read_only)


def _refuse_doubles(kinds: Kinds, notes: Notes, *, read_only: bool) -> None:
    seen: dict[str, AnyRecord] = {}
    for kind, some in kinds.items():
        kept = []
        for record in some:
            other = seen.get(record.id) or (BUILT_IN_CHANNELS.get(record.id) if kind is not Channel else None)
            if other is None:
                seen[record.id] = record
                kept.append(record)
                continue
            problem = message(
                "“{title}” and “{other}” have the same id, {id}.",
                title=named(record),
                other=named(other),
                id=record.id,
            )
            if not read_only:
                raise BadInput(problem, ADVICE, record.id)
            notes.add(message("Not understood and left out: {problem}", problem=problem))
        kinds[kind] = kept


def _mend_links(kinds: Kinds, notes: Notes) -> None:
    for kind in (Stage, Touchpoint):
        some = kinds.get(kind, [])
        closer = filter(None, map(attrgetter("journey"), some))
        if not all(is_safe_path(journey.path) for journey in closer):
            kinds[kind] = [_with_safe_path(record, notes) for record in some]
    touchpoints = kinds.get(Touchpoint, [])
    if any(link != safe_link(link) for links in map(attrgetter("links"), touchpoints) for link in links):
        kinds[Touchpoint] = [_with_safe_links(touchpoint, notes) for touchpoint in touchpoints]


def _with_safe_links(touchpoint: Touchpoint, notes: Notes) -> Touchpoint:
    safe = [(link, safe_link(link)) for link in touchpoint.links]
    for link, kept in safe:
        if kept is None:
            notes.add(
                message(
                    "The link “{link}” of “{title}” was left out: only http, https and mailto are opened.",
                    link=link[:200],
                    title=named(touchpoint),
                )
            )
    return msgspec.structs.replace(touchpoint, links=tuple(kept for _, kept in safe if kept is not None))


def _with_safe_path(record: Stage | Touchpoint, notes: Notes) -> Stage | Touchpoint:
    if record.journey is None or is_safe_path(record.journey.path):
        return record
    notes.add(
        message(
            "“{title}” led to a closer map on another computer, “{path}”; that link was left out.",
            title=named(record),
            path=record.journey.path[:200],
        )
    )
    return msgspec.structs.replace(record, journey=msgspec.structs.replace(record.journey, path=""))


def _mend_measures(kinds: Kinds, notes: Notes) -> None:
    for index, measure in enumerate(cast("list[Measure]", kinds.get(Measure, []))):
        low, high = measure.minimum, measure.maximum
        if low is not None and high is not None and low >= high:
            notes.add(message("The range of “{title}” was left out: it does not go upwards.", title=named(measure)))
            kinds[Measure][index] = msgspec.structs.replace(measure, minimum=None, maximum=None)


def _mend_anchors(kinds: Kinds) -> None:
    """An anchor of which one end is given covers that end alone; files by hand often leave `last` out."""
    for kind in FINDINGS:
        some = kinds.get(kind, [])
        firsts, lasts = (list(map(attrgetter(end), some)) for end in ("first", "last"))
        if any((first is None) != (last is None) for first, last in zip(firsts, lasts, strict=True)):
            kinds[kind] = [
                msgspec.structs.replace(one, first=one.first or one.last, last=one.last or one.first) for one in some
            ]


def _tell_pictures(kinds: Kinds, images: Images, refused: Mapping[str, Message], notes: Notes) -> None:
    """The hash of a picture that is not there stays, so that it can come back from another copy of the file."""
    for kind in (Head, Touchpoint, Persona):
        some = kinds.get(kind, [])
        for record in some if kind is Head else filter(attrgetter(*PICTURES[kind]), some):
            for key in pictures(record):
                if key not in images:
                    why = refused.get(key, message("it is not in the file"))
                    notes.add(message("A picture of “{title}” cannot be shown: {why}.", title=named(record), why=why))
