"""What to do first: pains by weight, opportunities by what they bring and what they cost."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

from journeyeditor.errors import Message, message
from journeyeditor.insight.survey import Survey
from journeyeditor.model.journey import Journey
from journeyeditor.model.path import concerns
from journeyeditor.model.records import Opportunity, Pain

HIGH = 4
"""From here on an impact or an effort counts as high; the middle of the scale does not yet."""

Quadrant = Literal["quick_wins", "big_projects", "fill_ins", "think_twice"]

QUADRANTS: Mapping[Quadrant, Message] = MappingProxyType(
    {
        "quick_wins": message("Quick wins"),
        "big_projects": message("Big projects"),
        "fill_ins": message("Fill-ins"),
        "think_twice": message("Think twice"),
    }
)
"""The four fields of the grid, what to do first in front: high impact for little effort, high impact for much, low
impact for little, low impact for much."""


class RankedPain(msgspec.Struct, frozen=True):
    """A pain with its weight, severity × votes. Pains of the same weight share a rank; the first rank is 1."""

    pain: Pain
    weight: int
    rank: int


class Priorities(msgspec.Struct, frozen=True):
    """Opportunities by the field of the grid that they belong in, the most worthwhile of each first."""

    fields: Mapping[Quadrant, tuple[Opportunity, ...]]
    """All four, also where a field is empty."""
    unrated: tuple[Opportunity, ...]
    """Those of which impact or effort has not been said, in reading order."""


def ranked_pains(journey: Journey, persona: str | None = None) -> tuple[RankedPain, ...]:
    """All pains, the heaviest first, those in the parking lot included; for one persona: theirs and everyone's.

    Ties go by severity, then by votes, then by place on the map.
    """
    pains = [pain for pain in Survey(journey).places.all(Pain) if concerns(pain.personas, persona)]
    pains.sort(key=lambda pain: (-pain.severity * pain.votes, -pain.severity, -pain.votes))
    found: list[RankedPain] = []
    for number, pain in enumerate(pains, 1):
        weight = pain.severity * pain.votes
        rank = found[-1].rank if found and found[-1].weight == weight else number
        found.append(RankedPain(pain, weight, rank))
    return tuple(found)


def quadrant(opportunity: Opportunity) -> Quadrant | None:
    """The field of the grid that an opportunity belongs in; None until both impact and effort are said."""
    if opportunity.impact is None or opportunity.effort is None:
        return None
    if opportunity.impact >= HIGH:
        return "big_projects" if opportunity.effort >= HIGH else "quick_wins"
    return "think_twice" if opportunity.effort >= HIGH else "fill_ins"


def priorities(journey: Journey, persona: str | None = None) -> Priorities:
    """All opportunities but the dropped ones, on the grid of impact and effort; for one persona: theirs and everyone's.

    Within a field they stand by impact, then by little effort, then by votes, then by place on the map.
    """
    live = [one for one in Survey(journey).covers.live if concerns(one.personas, persona)]
    rated = sorted(
        (one for one in live if quadrant(one) is not None),
        key=lambda one: (-(one.impact or 0), one.effort or 0, -one.votes),
    )
    fields: dict[Quadrant, tuple[Opportunity, ...]] = {
        name: tuple(one for one in rated if quadrant(one) == name) for name in QUADRANTS
    }
    return Priorities(MappingProxyType(fields), tuple(one for one in live if quadrant(one) is None))
