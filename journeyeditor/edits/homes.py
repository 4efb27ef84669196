"""A lane for what would have none: nothing that is put on the map vanishes from it.

Where no lane shows a finding or a touchpoint's picture, one of its kind comes along in the same step, or the hidden
one is shown again. Texts are told their lane by whoever adds them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import made
from journeyeditor.errors import Message
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.homes import HOMES, PICTURES, home_of, is_for, is_shown, picture_home, shown_people
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Anchored, Head, Lane, LaneKind, Persona, Quote, Touchpoint
from journeyeditor.words import TERMS

ORDER: tuple[LaneKind, ...] = (
    "touchpoints",
    "images",
    "actions",
    "thoughts",
    "emotions",
    "quotes",
    "gains",
    "pains",
    "opportunities",
    "measures",
    "company_actions",
    "backstage",
    "support",
    "free",
)
"""From the top, as most maps have them; answers right below the pains, so that they are pinned to them."""


def house(draft: Draft, keys: Iterable[str], *, reveal: bool = True) -> None:
    """Sees to it that each of some drafted findings stands in a lane, if it has a place on the map.

    A hidden lane that would show it is shown again, or is enough as it is if not `reveal`.
    """
    people = shown_people(draft.need(draft.journey.head.id, Head), draft.all(Persona))
    for key in keys:
        finding = draft.get(key)
        if type(finding) in HOMES and isinstance(finding, Anchored) and _is_on_map(finding, people):
            _house(draft, finding, people, reveal=reveal)


def house_moved(draft: Draft, keys: Iterable[str]) -> None:
    """Does so for what has come from the parking lot, and for quotes that were moved: without a lane they are told
    beside the curve, but only at its highest and lowest point. What else was on the map is seen as before, or was not.
    """
    parked: list[str] = []
    quotes: list[str] = []
    for key in keys:
        before, after = draft.journey.get(key), draft.get(key)
        if isinstance(before, Anchored) and isinstance(after, Anchored) and _place(before) != _place(after):
            if before.first is None:
                parked.append(key)
            elif isinstance(after, Quote):
                quotes.append(key)
    house(draft, parked)
    house(draft, quotes, reveal=False)


def _place(finding: Anchored) -> tuple[str | None, str | None]:
    return finding.first, finding.last


def house_pictures(draft: Draft, *, reveal: bool = True) -> None:
    """Sees to it that a lane shows the pictures of touchpoints: all stand in the same lanes."""
    people = shown_people(draft.need(draft.journey.head.id, Head), draft.all(Persona))
    _bring(draft, PICTURES, lambda lanes: picture_home(lanes, people), reveal=reveal)


def _house(draft: Draft, finding: Anchored, people: tuple[str, ...], *, reveal: bool) -> None:
    kind = HOMES[type(finding)]
    # beside lanes that are for some personas alone this one is too, so that those keep what is for everyone
    alone = any(one.kind == kind and one.personas for one in draft.all(Lane))
    personas = finding.personas if alone else ()
    _bring(draft, kind, lambda lanes: home_of(finding, lanes, people), personas=personas, reveal=reveal)


def _bring(
    draft: Draft,
    kind: LaneKind,
    home: Callable[[Sequence[Lane]], Lane | None],
    *,
    personas: tuple[str, ...] = (),
    reveal: bool,
) -> None:
    """A lane of a kind for some personas if there is no home among the lanes; a hidden one that would be is shown."""
    lanes = draft.all(Lane)
    if home(lanes) is not None:
        return
    hidden = home([replaced(one, hidden=False) for one in lanes])
    if hidden is None:
        (order,) = draft.place(draft.rows(), _below(draft, kind))
        draft.put(made(Lane, {"kind": kind, "personas": personas}, order=order))
    elif reveal:
        draft.set(hidden.id, {"hidden": False})


def _is_on_map(finding: Anchored, people: tuple[str, ...]) -> bool:
    return finding.first is not None and is_for(finding.personas, people)


def _below(draft: Draft, kind: LaneKind) -> int:
    """The place among lanes and lines right below the last lane that most maps have above one of this kind."""
    rows = draft.rows()
    above = ORDER[: ORDER.index(kind) + 1]
    places = [place for place, row in enumerate(rows, start=1) if isinstance(row, Lane) and row.kind in above]
    return max(places, default=0)


def unhoused(draft: Draft) -> set[type[Anchored]]:
    """Kinds of which the journey has findings on the map that no lane shows."""
    journey = draft.journey
    lanes, people = journey.all(Lane), shown_people(journey.head, journey.personas())
    return {
        kind
        for kind in HOMES
        if any(_is_on_map(one, people) and home_of(one, lanes, people) is None for one in journey.all(kind))
    }


def brought(change: Change) -> list[Lane]:
    """Lanes that a change brought along, or shows again, for what it puts on the map."""
    if not any(_is_put(before, after) for before, after in change.pairs.values()):
        return []
    return [
        after
        for before, after in change.pairs.values()
        if isinstance(after, Lane)
        and not after.hidden
        and (before is None or (isinstance(before, Lane) and before.hidden))
    ]


def without_lanes(change: Change) -> Change:
    """The change less the lanes that it brings: shown while a hand still looks for a place, the map stays as it is."""
    lanes = {lane.id for lane in brought(change)}
    pairs = {key: pair for key, pair in change.pairs.items() if key not in lanes}
    return Change(change.label, pairs)


def name_of(lane: Lane) -> Message | str:
    """What a lane is called: its title, or the word for its kind."""
    return lane.title or TERMS["lane"][lane.kind]


def unseen(journey: Journey, change: Change) -> list[Anchored]:
    """What a change that was carried out has put or changed on the map, and the map shows it no more."""
    if not any(type(after) in HOMES for _, after in change.pairs.values()):
        return []
    lanes, people = journey.all(Lane), shown_people(journey.head, journey.personas())

    def is_seen(finding: Anchored) -> bool:
        return _is_on_map(finding, people) and home_of(finding, lanes, people) is not None

    return [
        after
        for before, after in change.pairs.values()
        if isinstance(after, Anchored)
        and type(after) in HOMES
        and after.first is not None
        and not is_seen(after)
        and (not isinstance(before, Anchored) or before.first is None or is_seen(before))
    ]


def laneless(journey: Journey, change: Change) -> list[Touchpoint]:
    """Touchpoints that a change which was carried out has made, or given another channel, and no lane shows them."""
    people = shown_people(journey.head, journey.personas())

    def is_seen(touchpoint: Touchpoint) -> bool:
        lane = journey.lane_of(touchpoint)
        return lane is not None and is_shown(lane, people)

    return [
        after
        for before, after in change.pairs.values()
        if isinstance(after, Touchpoint)
        and (not isinstance(before, Touchpoint) or (before.channel != after.channel and is_seen(before)))
        and not is_seen(after)
    ]


def _is_put(before: object, after: object) -> bool:
    if isinstance(after, Touchpoint):
        return after.image is not None and after.image != (before.image if isinstance(before, Touchpoint) else None)
    return isinstance(after, Anchored) and after.first is not None and before != after
