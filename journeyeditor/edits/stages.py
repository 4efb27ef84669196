"""Stages: add, move, give a phase, merge, split."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import made
from journeyeditor.edits.placing import put_at
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.journey import Journey
from journeyeditor.model.reading import ReadingOrder, phase_between
from journeyeditor.model.records import Finding, Flow, Phase, Stage
from journeyeditor.model.references import rereferred


def add_stage(journey: Journey, /, at: int | None = None, **fields: Any) -> Change:
    """A new stage before the one at `at` (None = at the end). It goes on with the phase of the one before it."""
    draft = Draft(journey)
    stages = draft.all(Stage)
    position = len(stages) if at is None else max(0, min(at, len(stages)))
    (order,) = draft.place(stages, position)
    stage = made(Stage, fields, order=order)
    draft.put(stage if "phase" in fields else _in_band(stage, stages, position))
    return draft.change(message("Add stage"))


def move_stages(journey: Journey, keys: Collection[str], at: int | None = None) -> Change:
    """Moves stages before the one at `at`, counted among those that stay. Inside a band they take its phase;
    those without a phase go on with the one before them."""
    draft = Draft(journey)
    stages = draft.all(Stage)
    staying = [stage for stage in stages if stage.id not in keys]
    position = len(staying) if at is None else max(0, min(at, len(staying)))
    if put_at(draft, stages, keys, at):
        for key in keys:
            draft.put(_in_band(draft.need(key, Stage), staying, position))
    return draft.change(message("Move stage"))


def set_phase(journey: Journey, keys: Collection[str], phase: Phase | None) -> Change:
    """Gives stages a phase, or none."""
    draft = Draft(journey)
    for key in keys:
        draft.need(key, Stage)
        draft.set(key, {"phase": phase})
    return draft.change(message("Set phase"))


def split_stage(journey: Journey, touchpoint: str, title: str = "") -> Change:
    """Splits a stage: this touchpoint and those after it get a new stage, which keeps phase, marks and room.

    Findings and flows of the whole stage go on covering the whole: they span both, or leave from the second.
    """
    draft = Draft(journey)
    reading = draft.reading()
    place = reading.starts(touchpoint)
    if place is None or place[1] == 0:
        raise BadInput(message("A stage is split at one of its touchpoints, but not at the first."))
    first = reading.stages[place[0]]
    (order,) = draft.place(reading.stages, place[0] + 1)
    marks = {"phase": first.phase, "loyalty_critical": first.loyalty_critical, "blind_spot": first.blind_spot}
    second = made(Stage, {"title": title, "room": first.room, **marks}, order=order)
    draft.put(second)
    for moved in reading.column(first.id)[place[1] :]:
        draft.put(replaced(moved, stage=second.id))
    for record in draft.referrers(first.id):
        if isinstance(record, Flow) and record.source == first.id:
            draft.put(replaced(record, source=second.id))
        elif isinstance(record, Finding) and record.first is not None:
            _widen(draft, record, reading, first.id, second.id)
    return draft.change(message("Split stage"))


def _widen(draft: Draft, record: Finding, reading: ReadingOrder, first: str, second: str) -> None:
    """Lets a span that ended with the whole first stage end with the second."""
    ends = (record.first, record.last)
    backwards = (reading.starts(str(record.first)) or ()) > (reading.starts(str(record.last)) or ())
    start, stop = reversed(ends) if backwards else ends
    if stop == first:
        draft.put(replaced(record, first=start, last=second))


def merge_stages(journey: Journey, keys: Collection[str]) -> Change:
    """Makes one stage of several: the leftmost takes the touchpoints of the others, in reading order, and their words.

    Findings of any of them become findings of the whole. A flow to or from one of them goes on leading where it led,
    now to or from the touchpoint at which that stage began or ended.
    """
    draft = Draft(journey)
    reading = draft.reading()
    merged = [stage for stage in reading.stages if stage.id in set(keys)]
    if len(merged) < 2 or len(merged) != len(set(keys)):
        raise BadInput(message("Choose two or more stages to merge."))
    first, others = merged[0], [stage.id for stage in merged[1:]]
    moving = [touchpoint for key in others for touchpoint in reading.column(key)]
    orders = draft.place(reading.column(first.id), None, len(moving))
    for touchpoint, order in zip(moving, orders, strict=True):
        draft.put(replaced(touchpoint, stage=first.id, order=order))
    for flow in draft.all(Flow):
        _reroute(draft, flow, reading, [stage.id for stage in merged])
    for key in others:
        for record in draft.referrers(key):
            if isinstance(record, Finding):
                draft.put(rereferred(record, lambda named: first.id if named in others else named))
    draft.drop(others)
    draft.put(_joined(merged))
    return draft.change(message("Merge stages"))


def _reroute(draft: Draft, flow: Flow, reading: ReadingOrder, merged: list[str]) -> None:
    """Keeps a flow of merged stages leading where it led; one that would lead nowhere else is dropped."""
    source, target, whole = flow.source, flow.target, merged[0]
    if source in merged:
        source = whole if source == merged[-1] else reading.left_at(source)
    if target in merged:
        target = whole if target == whole else reading.entered_at(target)
    if source == whole == target:
        columns = [touchpoint.id for key in merged for touchpoint in reading.column(key)]
        source, target = (columns[-1], columns[0]) if columns else (whole, whole)
    source, target = (whole if key in merged else key for key in (source, target))
    if source == target and flow.source != flow.target:
        draft.drop([flow.id])
    elif (source, target) != (flow.source, flow.target):
        draft.put(replaced(flow, source=source, target=target))


def _joined(stages: list[Stage]) -> Stage:
    """The first stage with the words and marks of all."""
    return replaced(
        stages[0],
        title=_words(" / ", (stage.title for stage in stages)),
        goal=_words("\n", (stage.goal for stage in stages)),
        description=_words("\n", (stage.description for stage in stages)),
        duration=_words(" + ", (stage.duration for stage in stages)),
        phase=next((stage.phase for stage in stages if stage.phase is not None), None),
        loyalty_critical=_reasons(stage.loyalty_critical for stage in stages),
        blind_spot=_reasons(stage.blind_spot for stage in stages),
        room=max(stage.room for stage in stages),
        journey=next((stage.journey for stage in stages if stage.journey is not None), None),
    )


def _words(glue: str, texts: Iterable[str]) -> str:
    return glue.join(dict.fromkeys(text for text in texts if text))


def _reasons(reasons: Iterable[str | None]) -> str | None:
    given = [reason for reason in reasons if reason is not None]
    return _words("\n", given) if given else None


def _in_band(stage: Stage, staying: list[Stage], position: int) -> Stage:
    """With the phase of its place. One that has none goes on with that of its left neighbour, or at the very beginning
    with that of its right one: no hole is left in the band.
    """
    before = staying[position - 1] if position else None
    after = staying[position] if position < len(staying) else None
    phase = phase_between(before, after, stage.phase)
    beside = before or after
    if phase is None and beside is not None:
        phase = beside.phase
    return replaced(stage, phase=phase)
