"""What can be seen on the map, what still lies beside it, and what it all rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from journeyeditor.errors import Message, counted, message
from journeyeditor.insight.finding import Check, Found
from journeyeditor.insight.naming import names, title
from journeyeditor.insight.survey import Survey
from journeyeditor.model.channels import lane_for
from journeyeditor.model.homes import HOMES
from journeyeditor.model.order import in_order
from journeyeditor.model.records import (
    Anchored,
    Entry,
    Gain,
    Lane,
    LaneKind,
    Measure,
    Note,
    Opportunity,
    Pain,
    Quote,
)


# -- lanes -------------------------------------------------------------------------------------------------------------
def lane_shows_nothing(survey: Survey) -> Iterator[Found]:
    """An empty row on a map that is begun."""
    if not survey.places.touchpoints:
        return
    full = _full_lanes(survey)
    for lane in survey.lanes:
        if lane.hidden:
            continue
        if not survey.people.shows(lane.personas):
            hidden = [persona for persona in survey.people.personas if persona.id in lane.personas]
            found = message(
                "The lane “{lane}” is for hidden personas ({names}).", lane=title(lane), names=names(survey, hidden)
            )
            yield Found((lane.id, *(persona.id for persona in hidden)), found)
        elif lane.id not in full:
            yield Found((lane.id,), message("The lane “{lane}” shows nothing.", lane=title(lane)))


def _full_lanes(survey: Survey) -> set[str]:
    """Ids of the lanes that something stands in."""
    shown = [lane for lane in survey.lanes if not lane.hidden and survey.people.shows(lane.personas)]
    channels = {touchpoint.channel for touchpoint in survey.places.touchpoints}
    full = {lane.id for channel in channels if (lane := lane_for(survey.lanes, channel)) is not None}
    full |= {entry.lane for entry in survey.places.all(Entry) if _is_seen(survey, entry)}
    pictures = any(one.image is not None and one.image in survey.journey.images for one in survey.places.touchpoints)
    for lane in shown:
        if lane.kind == "emotions":
            feeling = any(
                survey.people.feelings[key]
                for key in survey.people.shown_ids
                if not lane.personas or key in lane.personas
            )
            full |= {lane.id} if feeling else set()
        elif lane.kind == "images" and pictures:
            full.add(lane.id)
    for record_kind, kind in HOMES.items():
        cards = [record for record in survey.journey.all(record_kind) if _is_seen(survey, record)]
        full |= _holding([lane for lane in shown if lane.kind == kind], cards)
    return full


def _is_seen(survey: Survey, record: Anchored) -> bool:
    return survey.places.stretch(record) is not None and survey.people.shows(record.personas)


def _holding(lanes: list[Lane], cards: Iterable[Anchored]) -> set[str]:
    """Ids of those lanes, all of one kind, that hold a card: lanes of personas theirs, the first of everyone the rest.

    Where every lane is some persona's, the first of them holds what is said of everyone.
    """
    own = [(lane, frozenset(lane.personas)) for lane in lanes if lane.personas]
    rest = next((lane for lane in lanes if not lane.personas), lanes[0] if lanes else None)
    found: set[str] = set()
    for people in {card.personas for card in cards}:
        takers = {lane.id for lane, theirs in own if not theirs.isdisjoint(people)}
        fits = rest is not None and (not people or not rest.personas)
        found |= takers or ({rest.id} if rest is not None and fits else set())
    return found


def kind_without_lane(survey: Survey) -> Iterator[Found]:
    """Findings that cannot be seen because the map has no lane for their kind."""
    kinds = {lane.kind for lane in survey.lanes}
    told: tuple[tuple[LaneKind, type[Anchored], Callable[[int], Message]], ...] = (
        (
            "pains",
            Pain,
            lambda n: counted("No lane shows the pain point.", "No lane shows the {n} pain points.", n),
        ),
        ("gains", Gain, lambda n: counted("No lane shows the gain.", "No lane shows the {n} gains.", n)),
        (
            "opportunities",
            Opportunity,
            lambda n: counted("No lane shows the opportunity.", "No lane shows the {n} opportunities.", n),
        ),
        (
            "measures",
            Measure,
            lambda n: counted("No lane shows the measure.", "No lane shows the {n} measures.", n),
        ),
    )
    if "emotions" not in kinds and any(survey.people.feelings.values()):
        yield Found((survey.head.id,), message("No lane shows the emotion curve."))
    for kind, record_kind, say in told:
        cards = [record.id for record in survey.places.all(record_kind) if _is_seen(survey, record)]
        if cards and kind not in kinds:
            yield Found(tuple(cards), say(len(cards)))


# -- the parking lot ---------------------------------------------------------------------------------------------------
def parked_finding(survey: Survey) -> Iterator[Found]:
    """A finding without a place on the map."""
    for kind in (Pain, Gain, Quote, Opportunity, Measure, Entry):
        for record in survey.places.all(kind):
            if survey.places.stretch(record) is None:
                yield Found(
                    (record.id,),
                    message("“{finding}” has no place on the map yet.", finding=title(survey.journey.get(record.id))),
                )


def parked_notes(survey: Survey) -> Iterator[Found]:
    """Notes that still lie beside the map, all together."""
    notes = [note for note in in_order(survey.journey.all(Note)) if survey.places.stretch(note) is None]
    if notes:
        found = counted("{n} note lies in the parking lot.", "{n} notes lie in the parking lot.", len(notes))
        yield Found(tuple(note.id for note in notes), found)


# -- evidence ----------------------------------------------------------------------------------------------------------
def evidence_unmarked(survey: Survey) -> Iterator[Found]:
    """Nobody has said whether it is known or assumed. One finding for each kind."""
    touchpoints = [one.id for one in survey.places.touchpoints if one.evidence is None]
    pains = [one.id for one in survey.places.all(Pain) if one.evidence is None]
    gains = [one.id for one in survey.places.all(Gain) if one.evidence is None]
    if touchpoints:
        found = counted(
            "{n} touchpoint is marked neither as assumption nor as research.",
            "{n} touchpoints are marked neither as assumption nor as research.",
            len(touchpoints),
        )
        yield Found(tuple(touchpoints), found)
    if pains:
        found = counted(
            "{n} pain point is marked neither as assumption nor as research.",
            "{n} pain points are marked neither as assumption nor as research.",
            len(pains),
        )
        yield Found(tuple(pains), found)
    if gains:
        found = counted(
            "{n} gain is marked neither as assumption nor as research.",
            "{n} gains are marked neither as assumption nor as research.",
            len(gains),
        )
        yield Found(tuple(gains), found)


# -- the list ----------------------------------------------------------------------------------------------------------
CHECKS: tuple[Check, ...] = (
    Check(
        "lane-shows-nothing",
        "hint",
        lane_shows_nothing,
        message("An empty row takes room on the poster from the others."),
        message("Fill it, hide it, or remove it."),
    ),
    Check(
        "kind-without-lane",
        "hint",
        kind_without_lane,
        message("What no lane shows is missing on the poster."),
        message("Add a lane for it; you can hide the lane if that is what you want."),
    ),
    Check(
        "evidence-unmarked",
        "hint",
        evidence_unmarked,
        message("The group should know what it knows and what it believes."),
        message("Mark what is backed by research; all else is an assumption to check."),
    ),
    Check(
        "finding-in-parking-lot",
        "hint",
        parked_finding,
        message("What has no place is not on the map."),
        message("Drag it to a touchpoint or a stage, or remove it."),
    ),
    Check(
        "notes-in-parking-lot",
        "hint",
        parked_notes,
        message("Somebody thought of this, and it should not be forgotten."),
        message(
            "Go through the notes: give each a place, make it a touchpoint, a pain point, a gain or an opportunity, "
            "or remove it."
        ),
    ),
)
