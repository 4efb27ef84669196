"""One list of a map as a table for people: actions, measures or notes. Its headers are in the reader's language.

These tables go out only; the map itself comes back from `to_csv`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, get_args

from journeyeditor.errors import Message, message
from journeyeditor.exchange.table.cells import Cell, style_for, written
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Anchored, Measure, Note, Opportunity, Pain, Persona, Stage, Touchpoint
from journeyeditor.model.text import clean
from journeyeditor.words import Words, speak

Table = Literal["actions", "measures", "notes"]
TABLES: tuple[Table, ...] = get_args(Table)
"""The lists that can be written."""

WHERE = (message("Stage"), message("Touchpoint"), message("Personas"))
HEADERS: Mapping[Table, tuple[Message, ...]] = {
    "actions": (
        message("Action"),
        message("Owner"),
        message("Due"),
        message("Status"),
        message("Impact"),
        message("Effort"),
        message("Votes"),
        message("Answers"),
        *WHERE,
    ),
    "measures": (
        message("Measure"),
        message("Date"),
        message("Value"),
        message("Unit"),
        message("Sample"),
        message("Target"),
        message("Minimum"),
        message("Maximum"),
        message("Better"),
        *WHERE,
    ),
    "notes": (message("Note"), *WHERE),
}


def table(journey: Journey, kind: Table, *, language: str | None = None) -> bytes:
    """A list of the journey as CSV, in reading order; what has no place yet comes last.

    `language` is that of the headers and standard words, and decides separator and decimal sign; the journey's if None.
    """
    words = speak(language or journey.head.language)
    rows = _ROWS[kind](journey, words)
    return written([[words.say(header) for header in HEADERS[kind]], *rows], style_for(words))


def _actions(journey: Journey, words: Words) -> Iterator[list[Cell]]:
    for action in sorted(journey.all(Opportunity), key=_in_reading_order(journey)):
        pains = [pain for key in journey.answered(action.id) if isinstance(pain := journey.get(key), Pain)]
        pains.sort(key=lambda pain: (-pain.severity, pain.text))
        yield [
            _text(action.text),
            _text(action.owner),
            action.due,
            words.term("status", action.status),
            action.impact,
            action.effort,
            action.votes,
            "\n".join(_line(pain.text) for pain in pains),
            *_where(action, journey, words),
        ]


def _measures(journey: Journey, words: Words) -> Iterator[list[Cell]]:
    for measure in sorted(journey.all(Measure), key=_in_reading_order(journey)):
        values = sorted(measure.values, key=lambda value: value.date)
        dated: list[tuple[str, float | None, int | None]] = [(v.date, v.value, v.sample) for v in values]
        for date, value, sample in dated or [("", None, None)]:
            yield [
                _text(measure.name),
                date,
                value,
                _text(measure.unit),
                sample,
                measure.target,
                measure.minimum,
                measure.maximum,
                words.term("better", measure.better),
                *_where(measure, journey, words),
            ]


def _notes(journey: Journey, words: Words) -> Iterator[list[Cell]]:
    placed = _in_reading_order(journey)
    for note in sorted(journey.all(Note), key=lambda note: (placed(note)[0], note.order, note.id)):
        yield [_text(note.text), *_where(note, journey, words)]


_ROWS: Mapping[Table, Callable[[Journey, Words], Iterator[list[Cell]]]] = {
    "actions": _actions,
    "measures": _measures,
    "notes": _notes,
}


def _in_reading_order(journey: Journey) -> Callable[[Anchored], tuple[tuple[float, ...], str]]:
    reading = journey.reading()
    nowhere = (float("inf"),)

    def place(record: Anchored) -> tuple[tuple[float, ...], str]:
        at = reading.starts(record.first) if record.first else None
        return (nowhere if at is None else at), record.id

    return place


def _where(record: Anchored, journey: Journey, words: Words) -> list[Cell]:
    """Stage, touchpoint and personas of what hangs on the map; both ends of what spans."""
    ends = [key for key in dict.fromkeys((record.first, record.last)) if key is not None]
    stages = list(dict.fromkeys(_stage(key, journey) for key in ends))
    steps = [_line(step.title) for key in ends if isinstance(step := journey.get(key), Touchpoint)]
    people = [_line(p.name) for key in record.personas if isinstance(p := journey.get(key), Persona)]
    return [" – ".join(stages) if stages else words.say("Parking lot"), " – ".join(steps), ", ".join(people)]


def _stage(key: str, journey: Journey) -> str:
    step = journey.get(key)
    stage = journey.get(step.stage) if isinstance(step, Touchpoint) else step
    return _line(stage.title) if isinstance(stage, Stage) else ""


def _text(text: str) -> str:
    return clean(text).strip()


def _line(text: str) -> str:
    return " ".join(clean(text).split())
