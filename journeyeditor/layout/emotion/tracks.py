"""What each persona feels along the journey: runs of emotions, turning points, the highest and the lowest."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing.theme import PersonaStyle
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.records import HIGHEST_EMOTION, LOWEST_EMOTION, Emotion, Lane, Persona, Quote, Touchpoint

SAME = 0.04
"""Emotions nearer than this cannot be told apart on paper."""


class Feeling(msgspec.Struct, frozen=True):
    """One emotion with its place: `index` of the touchpoint in reading order, its x, and the value between -2 and 2."""

    record: Emotion
    touchpoint: Touchpoint
    index: int
    x: float
    value: float


class Track(msgspec.Struct, frozen=True):
    """The emotions of one persona. A touchpoint without one ends a run."""

    persona: Persona
    look: PersonaStyle
    runs: tuple[tuple[Feeling, ...], ...]
    before: float | None = None
    """Value at the left edge of the map where the line arrives from another band; None if it begins here."""
    after: float | None = None
    """Value at the right edge where it goes on in another band."""

    @property
    def feelings(self) -> Iterator[Feeling]:
        """All of them in reading order."""
        return itertools.chain.from_iterable(self.runs)

    @property
    def last(self) -> Feeling:
        """Where the line ends."""
        return self.runs[-1][-1]


class Extreme(msgspec.Struct, frozen=True):
    """The highest or lowest point of a lane, and what was said there."""

    track: Track
    feeling: Feeling
    high: bool
    quote: Quote | None


def travellers(sheet: Sheet, lane: Lane) -> tuple[Persona, ...]:
    """The personas that a lane speaks of and that are shown."""
    return tuple(persona for persona in sheet.personas if not lane.personas or persona.id in lane.personas)


def tracks(sheet: Sheet, lane: Lane) -> tuple[Track, ...]:
    """One for every persona of the lane who feels something somewhere."""
    places = [(touchpoint, sheet.centres[touchpoint.id]) for touchpoint in shown_touchpoints(sheet)]
    found = []
    for persona in travellers(sheet, lane):
        runs = _runs(sheet, persona, places)
        if runs:
            before, after = _carried(sheet, persona)
            found.append(Track(persona, sheet.theme.persona(persona.style), runs, before, after))
    return tuple(found)


def _carried(sheet: Sheet, persona: Persona) -> tuple[float | None, float | None]:
    """The values with which a line crosses the edges of a band: half-way to the neighbour on the other band."""
    shown = shown_touchpoints(sheet)
    if sheet.window is None or not shown:
        return None, None
    order, numbers = sheet.reading_order()
    first, last = numbers[shown[0].id], numbers[shown[-1].id]
    emotions = sheet.journey.emotions(persona.id)

    def half_way(one: int, other: int) -> float | None:
        both = [emotions.get(order[n].id) for n in (one, other) if 0 <= n < len(order)]
        values = [_clamped(emotion) for emotion in both if emotion is not None]
        return sum(values) / 2 if len(values) == 2 else None

    return half_way(first - 1, first), half_way(last, last + 1)


def _clamped(emotion: Emotion) -> float:
    return min(HIGHEST_EMOTION, max(LOWEST_EMOTION, emotion.value))


def shown_touchpoints(sheet: Sheet) -> list[Touchpoint]:
    """The touchpoints on the sheet from the left."""
    return [slot.touchpoint for column in sheet.columns for slot in column.slots]


def _runs(
    sheet: Sheet, persona: Persona, places: Sequence[tuple[Touchpoint, float]]
) -> tuple[tuple[Feeling, ...], ...]:
    emotions = sheet.journey.emotions(persona.id)
    runs: list[list[Feeling]] = []
    broken = True
    for index, (touchpoint, x) in enumerate(places):
        emotion = emotions.get(touchpoint.id)
        if emotion is None:
            broken = True
            continue
        if broken:
            runs.append([])
        broken = False
        runs[-1].append(Feeling(emotion, touchpoint, index, x, _clamped(emotion)))
    return tuple(tuple(run) for run in runs)


def turning_points(run: Sequence[Feeling]) -> dict[int, bool]:
    """Place in the run -> True for a high, False for a low. The ends count too: they are high above zero, else low.

    A level stretch is one point: its first with words, or its first.
    """
    stretches: list[list[int]] = []
    for n, feeling in enumerate(run):
        if stretches and abs(run[stretches[-1][0]].value - feeling.value) < SAME:
            stretches[-1].append(n)
        else:
            stretches.append([n])
    found: dict[int, bool] = {}
    for n, stretch in enumerate(stretches):
        value = run[stretch[0]].value
        beside = [run[other[0]].value for other in (*stretches[max(0, n - 1) : n], *stretches[n + 1 : n + 2])]
        higher, lower = [value > other for other in beside], [value < other for other in beside]
        if all(higher) or all(lower):
            chosen = next((place for place in stretch if run[place].record.words), stretch[0])
            found[chosen] = all(higher) if len(beside) > 1 else value >= 0
    return found


def extremes(sheet: Sheet, lane: Lane, found: Sequence[Track]) -> tuple[Extreme, ...]:
    """The highest and the lowest point over all tracks; one of them alone where everything is level, and where there is
    a single point only what was said there.

    Of several equal points the one with a quote is taken, then one with words, then the first. Where only a run of
    stages is shown the points of the whole journey count, so a band may have none.
    """
    if sheet.window is not None:
        shown = {feeling.record.id: feeling for track in found for feeling in track.feelings}
        return tuple(
            replace(extreme, feeling=shown[extreme.feeling.record.id])
            for extreme in whole_extremes(sheet, lane)
            if extreme.feeling.record.id in shown
        )
    everything = [(track, feeling) for track in found for feeling in track.feelings]
    if not everything:
        return ()
    quotes = _quotes(sheet)
    top = max(feeling.value for _, feeling in everything)
    foot = min(feeling.value for _, feeling in everything)
    ends = [(top, True), (foot, False)] if top - foot >= SAME else [(top, top >= 0)]
    chosen = []
    for value, high in ends:
        equal = [
            Extreme(track, feeling, high, _said(quotes.get(feeling.touchpoint.id, ()), track.persona))
            for track, feeling in everything
            if abs(feeling.value - value) < SAME / 2
        ]
        chosen.append(min(equal, key=lambda one: (one.quote is None, not one.feeling.record.words)))
    return _told(chosen, len(everything))


def _told(found: Sequence[Extreme], points: int) -> tuple[Extreme, ...]:
    """Those that are called out: a single point is neither the highest nor the lowest; what was said there stays."""
    return tuple(one for one in found if points > 1 or one.quote is not None)


def whole_extremes(sheet: Sheet, lane: Lane) -> tuple[Extreme, ...]:
    """The highest and the lowest point of the whole journey, looked for once for all bands."""
    return sheet.common(("extremes", lane.id), lambda: _whole_extremes(sheet, lane))


def same_extremes(sheet: Sheet, lane: Lane, found: Sequence[Extreme], changed: Iterable[Emotion]) -> bool:
    """True if these extremes of the whole journey are surely what they were after some emotions changed, came or went,
    each given as it was and as it is: what is not as good as they are, and was not one of them, changes nothing.
    """
    if len(found) != 2:
        return False
    people = travellers(sheet, lane)
    ranks = {persona.id: rank for rank, persona in enumerate(people)}
    quotes = sheet.common("quotes", lambda: _quotes(sheet))
    _, numbers = sheet.reading_order()
    high, low = found
    for emotion in changed:
        if emotion.persona not in ranks:
            continue
        if not low.feeling.record.value <= emotion.value <= high.feeling.record.value:
            return False
        for one in found:
            best = one.feeling.record
            if emotion.id == best.id:
                return False
            if abs(emotion.value - best.value) < 2 * SAME:
                quote = _said(quotes.get(emotion.touchpoint, ()), people[ranks[emotion.persona]])
                rank = (quote is None, not emotion.words, ranks[emotion.persona], numbers.get(emotion.touchpoint, -1))
                if rank <= (one.quote is None, not best.words, ranks[best.persona], one.feeling.index):
                    return False
    return True


def _whole_extremes(sheet: Sheet, lane: Lane) -> tuple[Extreme, ...]:
    """As `extremes`, without making a feeling of every emotion: a long journey has tens of thousands."""
    felt = [(persona, list(sheet.journey.emotions(persona.id).values())) for persona in travellers(sheet, lane)]
    values = [emotion.value for _, emotions in felt for emotion in emotions]
    if not values:
        return ()
    top, foot = min(HIGHEST_EMOTION, max(values)), max(LOWEST_EMOTION, min(values))
    if top - foot < SAME:
        return _told([_extreme(sheet, felt, top, high=top >= 0)], len(values))
    return _extreme(sheet, felt, top, high=True), _extreme(sheet, felt, foot, high=False)


def _extreme(sheet: Sheet, felt: Sequence[tuple[Persona, Sequence[Emotion]]], value: float, *, high: bool) -> Extreme:
    """The best of the emotions of a value that none surpasses."""
    order, numbers = sheet.reading_order()
    quotes = sheet.common("quotes", lambda: _quotes(sheet))
    low, up = value - SAME / 2, value + SAME / 2
    best: tuple[tuple[bool, bool, int, int], Persona, Emotion, Quote | None] | None = None
    for rank, (persona, emotions) in enumerate(felt):
        for emotion in [one for one in emotions if low < one.value < up]:
            said = quotes.get(emotion.touchpoint)
            quote = _said(said, persona) if said else None
            wordless = not emotion.words
            if best is not None and (quote is None, wordless) > best[0][:2]:
                continue
            key = (quote is None, wordless, rank, numbers[emotion.touchpoint])
            if best is None or key < best[0]:
                best = (key, persona, emotion, quote)
    assert best is not None  # noqa: S101 - the value is that of one of them
    key, persona, emotion, quote = best
    feeling = Feeling(emotion, order[key[3]], key[3], 0.0, _clamped(emotion))
    return Extreme(Track(persona, sheet.theme.persona(persona.style), ((feeling,),)), feeling, high, quote)


def _quotes(sheet: Sheet) -> dict[str, list[Quote]]:
    """The quotes that hang on one touchpoint, by its id."""
    found: dict[str, list[Quote]] = {}
    for quote in sheet.journey.all(Quote):
        if quote.first is not None and quote.first == (quote.last or quote.first) and quote.text.strip():
            found.setdefault(quote.first, []).append(quote)
    return found


def _said(quotes: Sequence[Quote], persona: Persona) -> Quote | None:
    """What this persona said; else what anyone said."""
    own = [quote for quote in quotes if persona.id in quote.personas]
    return next(iter([*own, *(quote for quote in quotes if not quote.personas)]), None)
