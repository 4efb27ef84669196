"""Paste a block of texts, as a spreadsheet gives it: its rows are lanes, its columns touchpoints.

What a text does depends on its lane: it is the title of a touchpoint, a feeling (`-1.5 lost`), or a new card; in a
lane of measures a number is a value and a word a new measure. Blank cells leave what is there, and a card that is
there word for word is not added again. What cannot go where it would land is left out, and counted.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from journeyeditor.edits.cards import CARD_LANES, Card, cards_from, put_card
from journeyeditor.edits.draft import Draft
from journeyeditor.edits.emotions import feeling_of, put_emotion
from journeyeditor.edits.fields import made, number_of
from journeyeditor.edits.homes import name_of
from journeyeditor.errors import BadInput, Message, message
from journeyeditor.model.change import Change
from journeyeditor.model.homes import is_shown, shown_people
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Emotion, Entry, Head, Lane, Measure, Persona, Stage, Touchpoint, Value


class LeftOut(msgspec.Struct, frozen=True):
    """Cells of a block that a lane did not take; why the first of them was not."""

    lane: Message | str
    cells: int
    why: BadInput


class Filled(msgspec.Struct, frozen=True):
    """What a block does, and what it does not."""

    change: Change
    renamed: int = 0
    """Touchpoints that had another name."""
    replaced: int = 0
    """Feelings and values that were others."""
    left_out: tuple[LeftOut, ...] = ()


def fill_cells(
    journey: Journey,
    cells: Sequence[Sequence[str]],
    lane: str,
    at: str,
    persona: str | None = None,
    date: str = "",
) -> Filled:
    """Fills the lanes from `lane` downwards, and the touchpoints from `at` (or the first of the stage `at`) on.

    Lines, and lanes that the map does not show, are passed over. Touchpoints that are missing at the right are made if
    the block gives them a title. Feelings are those of the lane's persona, else of `persona`, else of the only one;
    values are dated `date`. Raises BadInput where nothing of it can go where it would land, and names the first cell.
    """
    draft = Draft(journey)
    lanes = _lanes_from(draft, lane, len(cells))
    width = max((len(row) for row in cells), default=0)
    columns = _columns_from(draft, at, width, cells, lanes)
    taken = 0
    left_out: list[LeftOut] = []
    for down, (row, target) in enumerate(zip(cells, lanes, strict=True)):
        refused: list[BadInput] = []
        for across, (text, touchpoint) in enumerate(zip(row, columns, strict=False)):
            if text.strip():
                try:
                    _fill(draft, target, touchpoint, text.strip(), persona, date)
                    taken += 1
                except BadInput as problem:
                    place = message("row {row}, column {column}", row=down + 1, column=across + 1)
                    refused.append(BadInput(problem.problem, problem.advice, place.english()))
        if refused:
            left_out.append(LeftOut(name_of(target), len(refused), refused[0]))
    if left_out and not taken:
        raise left_out[0].why
    change = draft.change(message("Paste cells"))
    renamed, replaced = _replaced(change)
    return Filled(change, renamed, replaced, tuple(left_out))


def _replaced(change: Change) -> tuple[int, int]:
    """How many touchpoints had another name, and how many feelings and values were others."""
    renamed = replaced = 0
    for before, after in change.pairs.values():
        if isinstance(before, Touchpoint) and isinstance(after, Touchpoint):
            renamed += bool(before.title.strip()) and before.title != after.title
        elif isinstance(before, Emotion) and isinstance(after, Emotion):
            replaced += 1
        elif isinstance(before, Measure) and isinstance(after, Measure):
            dates = {value.date for value in after.values if value not in before.values}
            replaced += sum(value.date in dates for value in before.values)
    return renamed, replaced


def _lanes_from(draft: Draft, key: str, count: int) -> list[Lane]:
    """As many lanes of the map as the block has rows, from one downwards."""
    draft.need(key, Lane)
    people = shown_people(draft.need(draft.journey.head.id, Head), draft.all(Persona))
    lanes = [row for row in draft.rows() if isinstance(row, Lane) and (row.id == key or is_shown(row, people))]
    start = [row.id for row in lanes].index(key)
    if len(lanes) - start < count:
        raise BadInput(
            message("The block has {rows} rows, but only {lanes} lanes follow.", rows=count, lanes=len(lanes) - start),
            message("Add lanes, or paste further up."),
        )
    return lanes[start : start + count]


def _columns_from(
    draft: Draft, at: str, width: int, cells: Sequence[Sequence[str]], lanes: Sequence[Lane]
) -> list[str]:
    """Ids of as many touchpoints as the block has columns; those that are missing are drafted."""
    start = draft.need(at, Stage, Touchpoint)
    reading = draft.reading()
    touchpoints = [touchpoint.id for touchpoint in reading.touchpoints]
    first = reading.entered_at(at)
    columns = touchpoints[touchpoints.index(first) :][:width] if first in touchpoints else []
    last = draft.get(columns[-1]) if columns else start
    stage = last.stage if isinstance(last, Touchpoint) else start.id
    titles = next((row for row, lane in zip(cells, lanes, strict=True) if lane.kind == "touchpoints"), ())
    for across in range(len(columns), width):
        title = titles[across].strip() if across < len(titles) else ""
        if not title:
            raise BadInput(
                message("The block has {columns} columns, but only {n} touchpoints follow.", columns=width, n=across),
                message("Paste further left, or paste the names of the touchpoints too."),
            )
        home = next(lane for lane in lanes if lane.kind == "touchpoints")
        channel = next((one for one in home.channels if draft.lane_of(one) == home), None)
        (order,) = draft.place(draft.touchpoints(stage), None)
        touchpoint = made(Touchpoint, {"title": title, "channel": channel}, stage=stage, order=order)
        draft.put(touchpoint)
        columns.append(touchpoint.id)
    return columns


def _fill(draft: Draft, lane: Lane, touchpoint: str, text: str, persona: str | None, date: str) -> None:
    """Puts one text where it belongs."""
    if lane.kind == "touchpoints":
        if draft.lane_of(draft.need(touchpoint, Touchpoint).channel) != lane:
            raise BadInput(
                message("This touchpoint lies in another lane."),
                message("Paste names into the lane of their channel."),
            )
        draft.set(touchpoint, {"title": text})
    elif lane.kind == "emotions":
        _fill_emotion(draft, lane, touchpoint, text, persona)
    elif lane.kind == "measures":
        _fill_measure(draft, lane, touchpoint, text, date)
    elif lane.kind in CARD_LANES:
        _fill_card(draft, lane, touchpoint, text)
    else:
        raise BadInput(
            message("Text cannot be pasted into this lane."),
            message("Begin at a lane of touchpoints, feelings, findings or texts."),
        )


def _fill_card(draft: Draft, lane: Lane, touchpoint: str, text: str) -> None:
    if all(text not in _said(card) for card in cards_from(draft, lane, touchpoint)):
        put_card(draft, lane, touchpoint, text)


def _said(card: Card) -> tuple[str, ...]:
    if isinstance(card, Entry):
        return card.title, card.text
    return (card.name if isinstance(card, Measure) else card.text,)


def _fill_emotion(draft: Draft, lane: Lane, touchpoint: str, text: str, persona: str | None) -> None:
    choices = [persona] if persona is not None else [one.id for one in draft.all(Persona)]
    if lane.personas and persona not in lane.personas:
        choices = list(lane.personas)
    if len(choices) != 1:
        raise BadInput(message("Say whose feelings these are: choose a persona."))
    value, words = feeling_of(text)
    put_emotion(draft, choices[0], touchpoint, value, words or None)


def _fill_measure(draft: Draft, lane: Lane, touchpoint: str, text: str, date: str) -> None:
    value = number_of(text)
    if value is None:
        _fill_card(draft, lane, touchpoint, text)
        return
    there = [card for card in cards_from(draft, lane, touchpoint) if isinstance(card, Measure)]
    if len(there) != 1 or not date:
        raise BadInput(
            message("A value needs one measure at its touchpoint, and a date."),
            message("Paste the name of the measure first, then its values."),
        )
    others = [one for one in there[0].values if one.date != date]
    values = sorted([*others, Value(date=date, value=value)], key=lambda one: one.date)
    draft.set(there[0].id, {"values": values})
