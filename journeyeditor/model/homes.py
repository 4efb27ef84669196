"""Which lane shows a finding or a picture. Lanes of one kind divide their findings by persona, as on the poster."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from journeyeditor.model.records import (
    Anchored,
    Entry,
    Gain,
    Head,
    Lane,
    LaneKind,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
)

FindingKind = type[Pain] | type[Gain] | type[Quote] | type[Opportunity] | type[Measure]

IN_LANES: Mapping[LaneKind, FindingKind] = {
    "pains": Pain,
    "gains": Gain,
    "opportunities": Opportunity,
    "quotes": Quote,
    "measures": Measure,
}
"""The kind of finding that a kind of lane is for."""

HOMES: Mapping[type[Anchored], LaneKind] = {**{kind: lane for lane, kind in IN_LANES.items()}, Note: "free"}
"""The kind of lane that shows a kind of finding. Notes stand among the texts of a lane of free text."""

PICTURES: LaneKind = "images"
"""The kind of lane that shows the pictures of touchpoints: all of them."""


def shown_people(head: Head, personas: Sequence[Persona]) -> tuple[str, ...]:
    """Ids of the personas that the map shows."""
    chosen = head.poster.personas
    return tuple(one.id for one in personas if (one.id in chosen if chosen else not one.hidden))


def is_for(personas: Collection[str], people: Collection[str]) -> bool:
    """Whether something for some personas (none = everyone) concerns one of those who are shown."""
    return not personas or any(one in people for one in personas)


def home_of(finding: Anchored, lanes: Sequence[Lane], people: Collection[str]) -> Lane | None:
    """The first lane that shows a finding which has a place on the map; None if no lane does.

    `lanes` from the top; those that are hidden, or for nobody of the `people` shown, show nothing. Whether the finding
    itself is for somebody who is shown is another question (`is_for`).
    """
    if isinstance(finding, Entry):
        return next((one for one in lanes if one.id == finding.lane and is_shown(one, people)), None)
    kind = HOMES.get(type(finding))
    same = [one for one in lanes if one.kind == kind and is_shown(one, people)]
    own = [one for one in same if one.personas]
    rest = next((one for one in same if not one.personas), None)
    theirs = next((one for one in own if not set(one.personas).isdisjoint(finding.personas)), None)
    left_over = own[0] if own and rest is None and not finding.personas else None
    return theirs or rest or left_over


def picture_home(lanes: Sequence[Lane], people: Collection[str]) -> Lane | None:
    """The first lane, from the top, that shows the pictures of touchpoints; None if no lane does."""
    return next((one for one in lanes if one.kind == PICTURES and is_shown(one, people)), None)


def is_shown(lane: Lane, people: Collection[str]) -> bool:
    """Whether the map has a lane, where these people are shown."""
    return not lane.hidden and is_for(lane.personas, people)
