"""What somebody is shown who says which column of a table holds what: its first rows, and a guess for each column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import msgspec

from journeyeditor.errors import JourneyError, Message
from journeyeditor.exchange.left_out import WHOLE
from journeyeditor.exchange.report import Report
from journeyeditor.exchange.table.cells import unguarded
from journeyeditor.exchange.table.channels import standard_words
from journeyeditor.exchange.table.columns import ENGLISH, FRENCH, KEYS
from journeyeditor.exchange.table.feelings import said_in
from journeyeditor.exchange.table.folding import folded
from journeyeditor.exchange.table.sheet import AS_IT_SEEMS, Sheet, Way, open_sheet
from journeyeditor.exchange.text import encoding_of
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Emotion, Gain, Opportunity, Pain, Persona, Quote, Record, Stage, Touchpoint

ROWS_SHOWN = 12
ROWS_WEIGHED = 400
"""So many rows are looked at to guess what a column holds."""
LONG = 40
"""Characters: a text that is longer on average describes, and names nothing."""
HALF = 0.5
FURTHEST = 5
"""A feeling in plain numbers is hardly further from zero."""
LIKELY: Mapping[str, str] = {
    "stage": "activity; moment; milestone; period; activité; jalon; période",
    "touchpoint": "task; event; tâche; événement",
    "persona": "resource; user; participant; role; audience; ressource; utilisateur; rôle; public",
    "pains": "negative; barrier; barriers; blocker; blockers; difficulty; difficulties; difficulté; difficultés; "
    "frein; freins",
    "gains": "positive; benefit; benefits; bénéfice; bénéfices",
    "opportunities": "action; actions; todo; next step; next steps; proposition; propositions",
    "quotes": "comment; comments; feedback; said; commentaire; commentaires; avis",
    "description": "note; notes; text; remark; remarks; remarque; remarques; texte",
}
"""Key -> words in a header that may mean it; too vague to be taken without asking."""
CASE = frozenset({"case", "cases", "case id", "caseid", "case concept name", "trace", "trace id", "cas", "id cas"})
ACTIVITY = ("activity", "activity name", "concept name", "activité", "task", "event", "tâche", "événement")
"""Headers of a process log: which case a row belongs to, and what was done, the likeliest first."""
SHOWN: tuple[type[Record], ...] = (Stage, Touchpoint, Persona, Emotion, Pain, Gain, Opportunity, Quote)


class Offer(msgspec.Struct, frozen=True):
    """A table as it lies before somebody who chooses: how it was read, its first rows, what its columns may hold."""

    separator: str
    encoding: str
    headers: tuple[str, ...]
    """Of every column; empty where it has no name."""
    rows: tuple[tuple[str, ...], ...]
    """The first under the headers, each as long as `headers`."""
    count: int
    """Of all rows under the headers."""
    places: Mapping[str, int]
    """Key -> column, as it is known or guessed."""
    doubtful: bool
    """Whether a person is better asked: no column is known to hold the stages, filled ones would be left out, or the
    encoding is a guess."""


def offer(data: bytes, way: Way = AS_IT_SEEMS) -> Offer:
    """A table to choose from. Raises BadInput for a file that is none."""
    encoding, is_guess = (way.encoding, False) if way.encoding is not None else encoding_of(data)
    sheet = open_sheet(data, {}, Report("csv"), way)
    width = max([len(sheet.columns.headers), *(len(row.cells) for row in sheet.rows[:ROWS_WEIGHED])])
    headers = (*sheet.columns.headers, *[""] * (width - len(sheet.columns.headers)))
    rows = tuple(tuple(_cells(row.cells, width)) for row in sheet.rows[:ROWS_WEIGHED])
    known = sheet.columns.places
    places = dict(way.places) if way.places is not None else guessed(headers, rows, known)
    doubtful = is_guess or "stage" not in known or _leaves_out(sheet)
    return Offer(sheet.separator, encoding, headers, rows[:ROWS_SHOWN], len(sheet.rows), places, doubtful)


def doubtful(data: bytes) -> bool:
    """Whether a person is better asked how a table is meant; what is no table at all is no doubt."""
    try:
        return offer(data).doubtful
    except JourneyError:
        return False


def what_came(journey: Journey) -> list[Message]:
    """What an import brought: "6 stages", "24 touchpoints" … Stages and touchpoints are told even if there are none."""
    counts = ((kind, len(journey.all(kind))) for kind in SHOWN)
    return [WHOLE[kind].counting(count) for kind, count in counts if count or kind in {Stage, Touchpoint}]


# -- guesses ------------------------------------------------------------------------------------------------------
def guessed(headers: Sequence[str], rows: Sequence[Sequence[str]], known: Mapping[str, int]) -> dict[str, int]:
    """What the columns may hold: what is known, then by words in their headers, then by what stands in them."""
    places = dict(known)
    values = [[row[place].strip() for row in rows if row[place].strip()] for place in range(len(headers))]
    free = [place for place in range(len(headers)) if values[place] and place not in places.values()]

    def take(key: str, fits: Callable[[int], bool]) -> None:
        found = next((place for place in free if fits(place)), None) if key not in places else None
        if found is not None:
            places[key] = found
            free.remove(found)

    def is_headed(name: str, place: int) -> bool:
        return folded(headers[place]) == folded(name)

    def is_named(key: str, place: int) -> bool:
        return _names(headers[place], key) and _holds(key, values[place])

    if _is_log(headers):
        for name in ACTIVITY:  # what was done is a touchpoint; who does it works there, and is no persona
            take("touchpoint", partial(is_headed, name))
        return {key: places[key] for key in KEYS if key in places}
    for key in ("emotion", *KEYS):  # first, for in what customers feel their own word stands too
        take(key, partial(is_named, key))
    take("emotion", lambda place: _feelings(values[place]))
    take("channel", lambda place: _channels(values[place]))
    take("stage", lambda place: _words(values[place]) and len(set(values[place])) < len(values[place]))
    take("stage", lambda place: _words(values[place]) and _length(values[place]) <= LONG)
    take("touchpoint", lambda place: _words(values[place]) and _length(values[place]) <= LONG)
    take("description", lambda place: _words(values[place]) and _length(values[place]) > LONG)
    return {key: places[key] for key in KEYS if key in places}


def _is_log(headers: Sequence[str]) -> bool:
    """Whether the rows are what was done in one case after another."""
    said = {folded(header) for header in headers}
    return bool(said & CASE) and any(folded(name) in said for name in ACTIVITY)


def _names(header: str, key: str) -> bool:
    """Whether one of the words that mean a key stands in a header."""
    within = f" {folded(header)} "
    said = ";".join(words.get(key, "") for words in (ENGLISH, FRENCH, LIKELY)).split(";")
    return any(f" {folded(word)} " in within for word in said if word.strip())


def _holds(key: str, values: Sequence[str]) -> bool:
    """Whether what stands in a column does not contradict its header."""
    if key == "emotion":
        return _share(values, lambda value: (one := said_in(value)) is not None and _is_felt(one.number, one.feeling))
    return key in {"stage", "touchpoint"} or _words(values)


def _is_felt(number: float | None, feeling: float | None) -> bool:
    return number is not None or feeling is not None


def _feelings(values: Sequence[str]) -> bool:
    """Faces, stars, words of feeling; plain numbers alone only where some are below zero and none is far away."""
    said = [one for value in values if (one := said_in(value)) is not None]
    if sum(one.feeling is not None for one in said) > HALF * len(values):
        return True
    numbers = [one.number for one in said if one.number is not None]
    return len(numbers) == len(values) and min(numbers) < 0 and max(map(abs, numbers)) <= FURTHEST


def _channels(values: Sequence[str]) -> bool:
    return _share(values, lambda value: folded(value) in standard_words())


def _words(values: Sequence[str]) -> bool:
    return _share(values, lambda value: value[:1].isalpha())


def _share(values: Sequence[str], test: Callable[[str], bool]) -> bool:
    """Whether a test holds for more than half of the values."""
    return sum(map(test, values)) > HALF * len(values)


def _length(values: Sequence[str]) -> float:
    return sum(map(len, values)) / len(values)


def _leaves_out(sheet: Sheet) -> bool:
    """Whether something stands in a column that nothing is read from."""
    unread = sheet.columns.unread()
    return any(place < len(row.cells) and row.cells[place].strip() for row in sheet.rows for place in unread)


def _cells(cells: Sequence[str], width: int) -> list[str]:
    return [unguarded(cell) for cell in (*cells, *[""] * (width - len(cells)))][:width]
