"""Emotions: who feels what where, whether high and low are explained, and whether something is done about each dip."""

from __future__ import annotations

from collections.abc import Iterator

from journeyeditor.errors import Message, message
from journeyeditor.insight.curves import Level, dips, highest, lowest
from journeyeditor.insight.finding import Check, Found
from journeyeditor.insight.naming import names, one_line, persona_name, step_title
from journeyeditor.insight.places import Cover
from journeyeditor.insight.survey import Survey
from journeyeditor.insight.ways import Way
from journeyeditor.model.records import Persona

FEW_GAPS = 10
"""One gap among as many touchpoints, and one in any case, is meant where the rest of the curve is there."""


def persona_without_emotions(survey: Survey) -> Iterator[Found]:
    """A persona without a curve, once there is something to feel."""
    if not survey.places.touchpoints:
        return
    for persona in survey.people.shown:
        if not survey.people.feelings[persona.id]:
            yield Found((persona.id,), message("{persona} feels nothing yet.", persona=persona_name(survey, persona)))


def touchpoint_without_emotion(survey: Survey) -> Iterator[Found]:
    """Nobody says what they feel there, and nothing tells that the gap is meant."""
    felt = frozenset[int]().union(*(survey.people.feelings[persona.id] for persona in survey.people.shown))
    if not felt:
        return
    open_places = [
        place for place in range(len(survey.places.touchpoints)) if place not in felt and not _blind(survey, place)
    ]
    meant = _meant_gaps(survey)
    coming = frozenset[str]().union(*(way.reached for way in survey.ways))
    for place in open_places:
        touchpoint = survey.places.touchpoints[place]
        if touchpoint.id in coming and place not in meant:
            yield Found(
                (touchpoint.id,),
                message("Nobody feels anything at “{touchpoint}”.", touchpoint=step_title(survey, touchpoint.id)),
            )


def _blind(survey: Survey, place: int) -> bool:
    return survey.places.stage_of(survey.places.touchpoints[place]).blind_spot is not None


def _meant_gaps(survey: Survey) -> set[int]:
    """Places of the few gaps, each between two emotions, in curves that are otherwise complete."""
    found: set[int] = set()
    for way in survey.ways:
        for persona in way.personas:
            gaps = _gaps(survey, way, persona)
            inside = [
                place
                for place in gaps
                if place - 1 in survey.people.feelings[persona.id] and place + 1 in survey.people.feelings[persona.id]
            ]
            if len(gaps) <= max(1, (len(gaps) + len(survey.people.feelings[persona.id])) // FEW_GAPS):
                found.update(inside)
    return found


def _gaps(survey: Survey, way: Way, persona: Persona) -> list[int]:
    """Places where a persona comes by from their entrance on, outside blind spots, and feels nothing."""
    felt = survey.people.feelings[persona.id]
    first = survey.places.of(survey.people.entrances.get(persona.id, ""))
    return [
        place
        for place in range(first, len(survey.places.touchpoints))
        if place not in felt
        and survey.places.touchpoints[place].id in way.reached_by(persona.id)
        and not _blind(survey, place)
    ]


def curve_with_gaps(survey: Survey) -> Iterator[Found]:
    """A curve of more gaps than emotions."""
    for way in survey.ways:
        for persona in way.personas:
            felt, gaps = survey.people.feelings[persona.id], _gaps(survey, way, persona)
            if felt and len(gaps) > len(felt):
                found = message(
                    "The curve of {persona} has more gaps than emotions.", persona=persona_name(survey, persona)
                )
                yield Found((persona.id, *(survey.places.touchpoints[place].id for place in gaps)), found)


# -- high and low ------------------------------------------------------------------------------------------------------
def high_unexplained(survey: Survey) -> Iterator[Found]:
    """Nobody says what is so good at the highest point."""
    for persona in survey.people.shown:
        top = highest(survey.people.curves[persona.id])
        if top is not None and not _explained(survey, persona, top, survey.covers.gains):
            yield _unexplained(
                survey,
                persona,
                top,
                message(
                    "Nothing explains why {persona} is at the highest point at “{touchpoint}”.",
                    persona=persona_name(survey, persona),
                    touchpoint=step_title(survey, survey.places.touchpoints[top.places[0]].id),
                ),
            )


def low_unexplained(survey: Survey) -> Iterator[Found]:
    """Nobody says what is so bad at the lowest point."""
    for persona in survey.people.shown:
        foot = lowest(survey.people.curves[persona.id])
        if foot is not None and not _explained(survey, persona, foot, survey.covers.pains):
            yield _unexplained(
                survey,
                persona,
                foot,
                message(
                    "Nothing explains why {persona} is at the lowest point at “{touchpoint}”.",
                    persona=persona_name(survey, persona),
                    touchpoint=step_title(survey, survey.places.touchpoints[foot.places[0]].id),
                ),
            )


def _explained(survey: Survey, persona: Persona, level: Level, cover: Cover) -> bool:
    """By words of the persona, the reason of a moment of truth, a quote, a thought, or a pain or gain."""
    felt = survey.people.feelings[persona.id]
    return any(
        one_line(felt[place].words)
        or one_line(survey.places.touchpoints[place].moment_of_truth or "")
        or cover.at(place, persona.id)
        or survey.covers.voices.at(place, persona.id)
        for place in level.places
    )


def _unexplained(survey: Survey, persona: Persona, level: Level, found: Message) -> Found:
    places = (survey.places.touchpoints[place] for place in level.places)
    return Found((*(touchpoint.id for touchpoint in places), persona.id), found)


# -- dips --------------------------------------------------------------------------------------------------------------
def dip_without_opportunity(survey: Survey) -> Iterator[Found]:
    """A curve dips, and nothing is planned there. One finding for all the personas who dip at a touchpoint."""
    dipping: dict[int, list[Persona]] = {}
    for persona in survey.people.shown:
        for dip in dips(survey.people.curves[persona.id]):
            if not any(survey.covers.opportunities.at(place, persona.id) for place in dip.places):
                dipping.setdefault(dip.places[0], []).append(persona)
    for place, personas in sorted(dipping.items()):
        touchpoint = survey.places.touchpoints[place]
        yield Found(
            (touchpoint.id, *(persona.id for persona in personas)),
            message(
                "The curve dips at “{touchpoint}” ({personas}), and there is no opportunity.",
                touchpoint=step_title(survey, touchpoint.id),
                personas=names(survey, personas),
            ),
        )


# -- the list ----------------------------------------------------------------------------------------------------------
CHECKS: tuple[Check, ...] = (
    Check(
        "persona-without-emotions",
        "problem",
        persona_without_emotions,
        message("Without a curve, nobody sees where this persona suffers and where they are delighted."),
        message("Draw the curve with the group, or hide the persona."),
    ),
    Check(
        "touchpoint-without-emotion",
        "problem",
        touchpoint_without_emotion,
        message("A gap in the curve should mean that you do not know, not that nobody asked."),
        message("Ask the group how it feels there, or mark the stage as a blind spot."),
    ),
    Check(
        "curve-with-gaps",
        "hint",
        curve_with_gaps,
        message("A curve that is mostly gaps shows no ups and downs."),
        message("Fill in what you know, and find out the rest by listening to customers."),
    ),
    Check(
        "high-point-unexplained",
        "hint",
        high_unexplained,
        message("What delights most must not get lost when the rest is improved."),
        message("Add a few words, a gain or a quote."),
    ),
    Check(
        "low-point-unexplained",
        "problem",
        low_unexplained,
        message("Everybody who sees the poster asks what happens at the lowest point."),
        message("Add a few words, a pain point or a quote."),
    ),
    Check(
        "dip-without-opportunity",
        "problem",
        dip_without_opportunity,
        message("A map that shows a dip and leaves it so has changed nothing."),
        message("Look for one thing that would help here, even a small one."),
    ),
)
