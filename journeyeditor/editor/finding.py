"""Find and replace over all text of a journey, in reading order."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from journeyeditor.edits.replacing import TextPlace, replace_texts, text_at
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Anchored,
    AnyRecord,
    Channel,
    Emotion,
    Entry,
    Flow,
    Gain,
    Head,
    Lane,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Record,
    Stage,
    Touchpoint,
)

TEXTS: dict[type[Record], tuple[str, ...]] = {
    Head: ("title", "scenario", "goal", "owner", "facilitator", "version", "phase_titles"),
    Persona: ("name", "role", "quote", "bio", "goals", "needs", "frustrations"),
    Stage: ("title", "goal", "description", "duration", "loyalty_critical", "blind_spot"),
    Touchpoint: ("title", "description", "moment_of_truth"),
    Emotion: ("words",),
    Entry: ("title", "text"),
    Pain: ("text",),
    Gain: ("text",),
    Quote: ("text", "source"),
    Opportunity: ("text", "owner"),
    Measure: ("name", "unit"),
    Flow: ("label",),
    Lane: ("title",),
    Channel: ("title",),
    Note: ("text",),
}
"""The texts of each kind of record, kinds in the order in which they are read at one place."""
ORDER = {kind: number for number, kind in enumerate(TEXTS)}


class Match(msgspec.Struct, frozen=True):
    """Where a text was found: characters `start` to `end` of a text of a record (see `TextPlace`)."""

    record: str
    field: str
    start: int
    end: int


class Search(msgspec.Struct, frozen=True):
    """What is looked for, and how strictly."""

    text: str
    match_case: bool = False
    whole_words: bool = False
    match_accents: bool = False


def find(journey: Journey, search: Search) -> list[Match]:
    """Every place of a text, in reading order; none for an empty one."""
    needle = _fold(search.text, search)
    if not needle:
        return []
    return [
        Match(record.id, field, start, end)
        for record in reading(journey)
        for field, text in texts_of(record)
        for start, end in _places(text, needle, search)
    ]


def replace_all(journey: Journey, search: Search, by: str) -> Change:
    """Puts another text wherever one is found, as one step."""
    return _replaced(journey, find(journey, search), by)


def replace_one(journey: Journey, match: Match, by: str) -> Change:
    """Puts another text at one place. Raises BadInput if nothing is there any more."""
    return _replaced(journey, [match], by)


def reading(journey: Journey) -> list[AnyRecord]:
    """The records that hold texts, as they are read: title, personas, stage by stage, lanes, parking lot."""
    order = journey.reading()
    persona = {one.id: number for number, one in enumerate(journey.personas())}
    rows = {row.id: number for number, row in enumerate(journey.rows())}

    def place(record: AnyRecord) -> tuple[int, int, int, int, str]:
        kind = ORDER[type(record)]
        if isinstance(record, Head):
            return 0, 0, 0, kind, ""
        if isinstance(record, Persona):
            return 1, persona[record.id], 0, kind, record.id
        if isinstance(record, Lane | Channel):
            return 3, rows.get(record.id, len(rows)), 0, kind, record.id
        starts = order.starts(_step(record) or "")
        if starts is None:
            return 4, 0, 0, kind, str(getattr(record, "order", "")) + record.id
        return 2, starts[0], starts[1] + (not isinstance(record, Stage)), kind, record.id

    return sorted((record for record in journey if type(record) in TEXTS), key=place)


def texts_of(record: AnyRecord) -> Iterator[tuple[str, str]]:
    """Name and words of every text of a record that is not empty."""
    for name in TEXTS.get(type(record), ()):
        value = getattr(record, name)
        if isinstance(value, tuple):
            yield from ((f"{name}.{number}", text) for number, text in enumerate(value) if text)
        elif isinstance(value, dict):
            yield from ((f"{name}.{part}", text) for part, text in value.items() if text)
        elif value:
            yield name, value


def _step(record: AnyRecord) -> str | None:
    """The step at which a record is read."""
    if isinstance(record, Stage | Touchpoint):
        return record.id
    if isinstance(record, Anchored):
        return record.first
    if isinstance(record, Emotion):
        return record.touchpoint
    return record.source if isinstance(record, Flow) else None


def _replaced(journey: Journey, matches: Sequence[Match], by: str) -> Change:
    places: dict[TextPlace, list[Match]] = defaultdict(list)
    for match in matches:
        places[match.record, match.field].append(match)
    texts: dict[TextPlace, str] = {}
    for (key, field), some in places.items():
        record = journey.get(key)
        text = text_at(record, field) if record is not None else ""
        for match in sorted(some, key=lambda one: one.start, reverse=True):
            text = text[: match.start] + by + text[match.end :]
        texts[key, field] = text
    return replace_texts(journey, texts)


def _fold(text: str, search: Search) -> str:
    """A text as it is compared."""
    folded = text if search.match_case else text.casefold()
    if search.match_accents or folded.isascii():
        return folded
    return "".join(part for part in unicodedata.normalize("NFD", folded) if not unicodedata.combining(part))


def _folded(text: str, search: Search) -> tuple[str, Sequence[int]]:
    """The text as it is compared, and for each of its characters the place in the text that it came from."""
    if text.isascii():
        return _fold(text, search), range(len(text))
    letters = [_fold(letter, search) for letter in text]
    return "".join(letters), [place for place, folded in enumerate(letters) for _ in folded]


def _places(text: str, needle: str, search: Search) -> Iterator[tuple[int, int]]:
    """Start and end of each place of a folded text in another; they never overlap."""
    if needle not in _fold(text, search):
        return
    folded, places = _folded(text, search)
    at = folded.find(needle)
    while at >= 0:
        after = at + len(needle)
        start, end = places[at], places[after - 1] + 1
        while not search.match_accents and end < len(text) and unicodedata.combining(text[end]):
            end += 1
        split = (at > 0 and places[at - 1] == start) or (after < len(places) and places[after] == places[after - 1])
        if not split and not (search.whole_words and _inside_word(text, start, end)):
            yield start, end
            at = folded.find(needle, after)
        else:
            at = folded.find(needle, at + 1)


def _inside_word(text: str, start: int, end: int) -> bool:
    """Whether letters go on before or behind a place."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    return _is_letter(before) or _is_letter(behind)


def _is_letter(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
