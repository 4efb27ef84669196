"""The lane that comes along with what is about to land, a finding or a picture, for the hint in the status bar."""

from __future__ import annotations

from collections.abc import Iterable

from journeyeditor.edits.homes import name_of
from journeyeditor.errors import Message, message
from journeyeditor.model.change import replaced
from journeyeditor.model.homes import HOMES, PICTURES, home_of, is_for, picture_home, shown_people
from journeyeditor.model.records import Anchored, Lane, Touchpoint
from journeyeditor.tools.desk import Desk, Sight
from journeyeditor.words import TERMS


def lane_hint(desk: Desk, keys: Iterable[str]) -> Message | None:
    """Which lane comes for the first of some findings that has none on the map as it was; None if all have theirs."""
    journey = desk.journey
    lanes, people = journey.all(Lane), shown_people(journey.head, journey.personas())
    for key in keys:
        finding = journey.get(key)
        if not isinstance(finding, Anchored) or type(finding) not in HOMES or finding.first is None:
            continue
        if not is_for(finding.personas, people):
            continue
        home = home_of(finding, lanes, people)
        if home is None or not desk.ground.boxes(home.id, "lane"):
            return _comes(TERMS["lane"][HOMES[type(finding)]] if home is None else name_of(home))
    return None


def picture_hint(sight: Sight, key: str) -> Message | None:
    """Which lane comes for the picture of a touchpoint; None if one shows it, and for a portrait."""
    journey = sight.journey
    if not isinstance(journey.get(key), Touchpoint):
        return None
    lanes, people = journey.all(Lane), shown_people(journey.head, journey.personas())
    if picture_home(lanes, people) is not None:
        return None
    hidden = picture_home([replaced(one, hidden=False) for one in lanes], people)
    return _comes(TERMS["lane"][PICTURES] if hidden is None else name_of(hidden))


def _comes(name: Message | str) -> Message:
    return message("A lane “{lane}” comes along", lane=name)
