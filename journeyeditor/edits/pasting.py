"""Paste a clip into its own journey or another, under new ids; duplicate.

References inside the clip follow the new ids. References to what was not copied are kept where the journey holds the
same id (the journey that it came from, its to-be copy), and else become what `loose` says. Personas who were not
copied are those of the same name; findings that were for others alone are for everyone, and what others feel stays
away. A text whose lane was not copied comes into a lane of the same kind, which is made if there is none; a channel
of the other journey's own comes along. So does a lane for findings that none would show; of what hangs on copied
steps only where the journey shows all of its kind that it has (a copy of a stage need not show what the stage does
not).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, TypeVar

from journeyeditor.edits.anchoring import anchor_ends
from journeyeditor.edits.clip import Clip, copied
from journeyeditor.edits.draft import Draft
from journeyeditor.edits.entries import texts_at
from journeyeditor.edits.homes import house, house_pictures, unhoused
from journeyeditor.edits.labels import DUPLICATE, label_for
from journeyeditor.edits.loose import without
from journeyeditor.edits.personas import copy_into, free_style, unvoted
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.ids import new_id
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import Ordered, in_order
from journeyeditor.model.plain import kind_name
from journeyeditor.model.reading import phase_between
from journeyeditor.model.records import (
    Anchored,
    AnyRecord,
    Channel,
    Entry,
    Lane,
    Line,
    Note,
    Persona,
    Record,
    Stage,
    Touchpoint,
)
from journeyeditor.model.references import derived_id, rereferred, with_known_pictures

SomeRecord = TypeVar("SomeRecord", bound=Record)


def paste(
    journey: Journey, clip: Clip, first: str | None = None, last: str | None = None, at: int | None = None
) -> Change:
    """Puts a clip into a journey. Its pictures go into the journey's store.

    `first` is the stage or touchpoint that was pointed at: touchpoints come into that stage (before the one at `at`,
    None = behind the touchpoint, or at the stage's end), findings whose place was not copied hang there (to `last`).
    Without it things come beside their originals, else at the end, and stages before the one at `at`. Raises BadInput
    if touchpoints are pasted where there is no stage.
    """
    draft = Draft(journey)
    _Pasting(draft, clip).run(first, last, at)
    for blob in clip.images.values():
        journey.images.add(blob)
    return draft.change(message("Paste"))


def duplicate(journey: Journey, keys: Collection[str]) -> Change:
    """A copy of each record of a selection, with what belongs to it (see `copied`), beside the original.

    Nobody has voted for a copy. A persona is copied with all they feel.
    """
    draft = Draft(journey)
    records = [draft.find(key) for key in keys]
    others = [record.id for record in records if not isinstance(record, Persona | Line)]
    if others:
        clip = copied(journey, others)
        _Pasting(draft, Clip(tuple(unvoted(one) for one in clip.records), clip.context)).run(None, None, None)
    for record in records:
        if isinstance(record, Persona):
            copy_into(draft, record.id, None)
    change = draft.change(label_for(DUPLICATE, records))
    if not change:
        raise BadInput(
            message("Nothing of this can be copied."),
            message("Choose stages, touchpoints, findings, texts, lanes or personas."),
        )
    return change


def known_people(people: Sequence[Persona], clip: Clip) -> dict[str, str]:
    """Who of these is meant, by the id of a persona whom a clip names: the one of that id, else the first of that name
    (capitals and blanks around it aside)."""
    keys = {one.id for one in people}
    names = {_plain_name(one): one.id for one in reversed(people) if _plain_name(one)}
    named = [one for one in clip.context if isinstance(one, Persona)]
    return {
        one.id: one.id if one.id in keys else names[_plain_name(one)]
        for one in named
        if one.id in keys or _plain_name(one) in names
    }


def strangers(people: Sequence[Persona], clip: Clip) -> list[Persona]:
    """Personas whom a clip names and who are not among these, in their order."""
    known = known_people(people, clip)
    return in_order([one for one in clip.context if isinstance(one, Persona) and one.id not in known])


def _plain_name(persona: Persona) -> str:
    return " ".join(persona.name.split()).casefold()


class _Pasting:
    """One paste while it is worked out: the draft, the clip, and new ids for old ones."""

    def __init__(self, draft: Draft, clip: Clip) -> None:
        self.draft = draft
        self.clip = clip
        self.ids = {one.id: new_id(kind_name(one)) for one in clip.records if derived_id(one) is None}
        self.ends: dict[str, str | None] = {"first": None, "last": None}
        self.strangers = {one.id for one in strangers(draft.all(Persona), clip)}

    def run(self, first: str | None, last: str | None, at: int | None) -> None:
        """Drafts everything, what is named before what names it."""
        self.ends = anchor_ends(self.draft, first, last)
        self.ids.update(known_people(self.draft.all(Persona), self.clip))
        for channel in self.clip.context:
            if isinstance(channel, Channel):
                self._bring_channel(channel)
        for channel in self._of(Channel):
            self._put(channel)
        self._stages(at if first is None else None)
        self._personas()
        self._rows()
        self._touchpoints(first, at)
        self._findings()
        for record in self.clip.records:
            if not isinstance(record, Anchored | Stage | Touchpoint | Persona | Lane | Line | Channel):
                self._put(record)
        self._house()

    # -- names ----------------------------------------------------------------------------------------------------
    def _of(self, kind: type[SomeRecord]) -> list[SomeRecord]:
        return [record for record in self.clip.records if isinstance(record, kind)]

    def _name(self, key: str) -> str | None:
        """What an id of the clip is called here; None if there is nothing of it."""
        if key in self.ids:
            return self.ids[key]
        return key if key in BUILT_IN_CHANNELS or self.draft.get(key) is not None else None

    def _put(self, record: AnyRecord, **fixed: Any) -> None:
        """Drafts a record under its new id, less what it names and is not here; not at all if it cannot be so.

        `fixed` are fields that already speak of the journey it comes into.
        """
        if isinstance(record, Anchored) and record.personas and self.strangers.issuperset(record.personas):
            fixed["personas"] = ()
        left = without(replaced(record, **fixed), lambda key: self._name(key) is None)
        if left is not None:
            renamed = with_known_pictures(rereferred(left, self._name), self._has_picture)
            self.draft.put(replaced(renamed, id=self.ids.get(record.id, renamed.id), **fixed))

    def _has_picture(self, key: str) -> bool:
        return key in self.clip.images or key in self.draft.journey.images

    # -- one kind after another -----------------------------------------------------------------------------------
    def _line_up(self, records: Sequence[Stage | Persona], siblings: Sequence[Ordered], at: int) -> None:
        """Drafts records in the order they had, before the sibling at `at`."""
        for record, order in zip(in_order(records), self.draft.place(siblings, at, len(records)), strict=True):
            self._put(record, order=order)

    def _stages(self, at: int | None) -> None:
        """Stages come before the one at `at`, else behind their originals; inside a band they take its phase."""
        stages, coming = self.draft.all(Stage), self._of(Stage)
        position = _behind(stages, coming) if at is None else max(0, min(at, len(stages)))
        before = stages[position - 1] if position else None
        after = stages[position] if position < len(stages) else None
        in_band = [replaced(stage, phase=phase_between(before, after, stage.phase)) for stage in coming]
        self._line_up(in_band, stages, position)

    def _bring_channel(self, channel: Channel) -> None:
        """Finds the journey's channel that stands for one that was not copied, or adds it."""
        if self.draft.get(channel.id) is not None:
            return
        same = [one for one in self.draft.all(Channel) if (one.title, one.icon) == (channel.title, channel.icon)]
        self.ids[channel.id] = same[0].id if same else new_id("channel")
        if not same:
            self.draft.put(replaced(channel, id=self.ids[channel.id]))

    def _personas(self) -> None:
        """Personas come in a style that nobody has, if theirs is taken."""
        taken = {persona.style for persona in self.draft.all(Persona)}
        personas = self.draft.all(Persona)
        self._line_up(self._of(Persona), personas, _behind(personas, self._of(Persona)))
        for persona in in_order(self._of(Persona)):
            if persona.style in taken:
                self.draft.set(self.ids[persona.id], {"style": free_style(self.draft)})
            taken.add(persona.style)

    def _rows(self) -> None:
        """Lanes, also those of texts whose lane was not copied, and lines that the map does not have."""
        kinds = {line.kind for line in self.draft.all(Line)}
        lines = [line for line in self._of(Line) if line.kind not in kinds]
        copies: list[Lane | Line] = [*self._of(Lane), *lines]
        for lane in self.clip.context:
            if isinstance(lane, Lane) and self.draft.get(lane.id) is None and self._texts_of(lane):
                same = [one for one in self.draft.all(Lane) if one.kind == lane.kind]
                alike = [one for one in same if one.title == lane.title] or same
                self.ids[lane.id] = alike[0].id if alike else new_id("lane")
                copies.extend([] if alike else [lane])
        rows = self.draft.rows()
        orders = self.draft.place(rows, _behind(rows, copies), len(copies))
        for row, order in zip(in_order(copies), orders, strict=True):
            known = (
                {"personas": self._known(row.personas), "channels": self._known(row.channels)}
                if isinstance(row, Lane)
                else {}
            )
            self._put(row, order=order, **known)

    def _texts_of(self, lane: Lane) -> bool:
        return any(text.lane == lane.id for text in self._of(Entry))

    def _known(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """A lane that was asked for comes even if nobody is here whom it was for: then it is for everyone."""
        return tuple(name for key in keys if (name := self._name(key)) is not None)

    def _touchpoints(self, first: str | None, at: int | None) -> None:
        """Those of copied stages keep their order; the others come into one stage, or beside their originals."""
        homes: dict[str, list[Touchpoint]] = {}
        for touchpoint in self._of(Touchpoint):
            if touchpoint.stage in self.ids:
                self._put(touchpoint)
            else:
                homes.setdefault(self._home(touchpoint, first), []).append(touchpoint)
        for stage, coming in homes.items():
            column = self.draft.touchpoints(stage)
            pointed_at = [self.draft.get(first)] if first is not None else coming
            position = _behind(column, pointed_at) if at is None or first is None else at
            for touchpoint, order in zip(coming, self.draft.place(column, position, len(coming)), strict=True):
                self._put(touchpoint, stage=stage, order=order)

    def _home(self, touchpoint: Touchpoint, first: str | None) -> str:
        """The stage that a touchpoint without its own comes into."""
        pointed = self.draft.get(first) if first is not None else None
        if pointed is not None:
            return pointed.stage if isinstance(pointed, Touchpoint) else pointed.id
        stages = self.draft.all(Stage)
        if not stages:
            raise BadInput(message("A touchpoint needs a stage: add one first."))
        return touchpoint.stage if isinstance(self.draft.get(touchpoint.stage), Stage) else stages[-1].id

    def _hang(self, record: Anchored) -> dict[str, str | None]:
        """Where a finding hangs if its place was not copied: on what was pointed at, else where it hung."""
        return {} if self._is_along(record) or self.ends["first"] is None else self.ends

    def _is_along(self, record: Anchored) -> bool:
        """Whether a finding hangs on what was copied with it."""
        return record.first in self.ids and record.last in self.ids

    def _house(self) -> None:
        """Lanes for what would have none."""
        findings = [record for record in self._of(Anchored) if record.id in self.ids]
        alone = [self.ids[one.id] for one in findings if not self._is_along(one)]
        house(self.draft, alone)
        along = [one for one in findings if self._is_along(one)]
        if along:
            unseen = unhoused(self.draft)
            house(self.draft, [self.ids[one.id] for one in along if type(one) not in unseen], reveal=False)
        came = [self.draft.get(self.ids[one.id]) for one in self._of(Touchpoint) if one.id in self.ids]
        pictured = any(isinstance(one, Touchpoint) and one.image is not None for one in came)
        if pictured and all(one.image is None for one in self.draft.journey.touchpoints()):
            house_pictures(self.draft, reveal=False)

    def _findings(self) -> None:
        """Notes come last of all notes, texts last in their cell."""
        notes = in_order(self._of(Note))
        for note, order in zip(notes, self.draft.place(self.draft.all(Note), None, len(notes)), strict=True):
            self._put(note, order=order, **self._hang(note))
        for text in in_order(self._of(Entry)):
            hung = {"first": text.first, "last": text.last, **self._hang(text)}
            lane = self._name(text.lane)
            there = texts_at(self.draft, lane, hung["first"], hung["last"]) if lane is not None else []
            self._put(text, order=self.draft.place(there, None)[0] if there else text.order, **self._hang(text))
        for record in self.clip.records:
            if isinstance(record, Anchored) and not isinstance(record, Note | Entry):
                self._put(record, **self._hang(record))


def _behind(siblings: Sequence[Ordered], originals: Iterable[Record | None]) -> int:
    """The position behind the last of the originals; the end if none is among the siblings."""
    keys = {one.id for one in originals if one is not None}
    return max((n for n, sibling in enumerate(siblings, start=1) if sibling.id in keys), default=len(siblings))
