"""Is it said whose way this is, to what, and from where to where? Head, personas, stages and phases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from journeyeditor.errors import Message, counted, message
from journeyeditor.insight.finding import Check, Found
from journeyeditor.insight.naming import names, one_line, persona_name, title
from journeyeditor.insight.survey import Survey
from journeyeditor.model.reading import phase_bands
from journeyeditor.model.records import PHASES, Phase
from journeyeditor.words import TERMS

FEWEST_STAGES, MOST_STAGES = 5, 9


# -- head --------------------------------------------------------------------------------------------------------------
def without_title(survey: Survey) -> Iterator[Found]:
    """The journey has no title."""
    if not one_line(survey.head.title):
        yield Found((survey.head.id,), message("The journey has no title."))


def without_scenario(survey: Survey) -> Iterator[Found]:
    """Nobody has said in which situation the journey begins."""
    if not one_line(survey.head.scenario):
        yield Found((survey.head.id,), message("The journey has no scenario."))


def without_goal(survey: Survey) -> Iterator[Found]:
    """Nobody has said what the customer wants."""
    if not one_line(survey.head.goal):
        yield Found((survey.head.id,), message("The journey does not say what the customer wants to reach."))


# -- personas ----------------------------------------------------------------------------------------------------------
def no_persona(survey: Survey) -> Iterator[Found]:
    """There is nobody."""
    if not survey.people.personas:
        yield Found((survey.head.id,), message("Nobody travels on this map yet."))


def no_persona_shown(survey: Survey) -> Iterator[Found]:
    """There is somebody, but hidden."""
    if survey.people.personas and not survey.people.shown:
        yield Found(
            tuple(persona.id for persona in survey.people.personas),
            message("Every persona is hidden ({names}).", names=names(survey, survey.people.personas)),
        )


def persona_without_name(survey: Survey) -> Iterator[Found]:
    """A shown persona who is nobody."""
    for persona in survey.people.shown:
        if not one_line(persona.name):
            yield Found((persona.id,), message("{persona} has no name.", persona=persona_name(survey, persona)))


# -- stages ------------------------------------------------------------------------------------------------------------
def no_stages(survey: Survey) -> Iterator[Found]:
    """There is no column."""
    if not survey.places.reading.stages:
        yield Found((survey.head.id,), message("The map has no stages yet."))


def few_stages(survey: Survey) -> Iterator[Found]:
    """There are fewer columns than a whole journey usually has."""
    count = len(survey.places.reading.stages)
    if 0 < count < FEWEST_STAGES:
        yield _stages(survey, counted("The map has only {n} stage.", "The map has only {n} stages.", count))


def many_stages(survey: Survey) -> Iterator[Found]:
    """There are more columns than anybody can hold in mind."""
    count = len(survey.places.reading.stages)
    if count > MOST_STAGES:
        yield _stages(survey, counted("The map has {n} stage.", "The map has {n} stages.", count))


def _stages(survey: Survey, found: Message) -> Found:
    return Found((survey.head.id, *(stage.id for stage in survey.places.reading.stages)), found)


def stage_without_title(survey: Survey) -> Iterator[Found]:
    """A column without a heading."""
    for number, stage in enumerate(survey.places.reading.stages, 1):
        if not one_line(stage.title):
            yield Found((stage.id,), message("Stage {number} has no title.", number=number))


def no_beginning(survey: Survey) -> Iterator[Found]:
    """The first of several stages is empty while others are not."""
    stages = survey.places.reading.stages
    if survey.places.touchpoints and len(stages) > 1 and not survey.places.reading.column(stages[0].id):
        yield Found(
            (stages[0].id,),
            message(
                "The journey has no beginning: nothing happens in its first stage, “{stage}”.", stage=title(stages[0])
            ),
        )


def no_end(survey: Survey) -> Iterator[Found]:
    """The last of several stages is empty while others are not."""
    stages = survey.places.reading.stages
    if survey.places.touchpoints and len(stages) > 1 and not survey.places.reading.column(stages[-1].id):
        yield Found(
            (stages[-1].id,),
            message("The journey has no end: nothing happens in its last stage, “{stage}”.", stage=title(stages[-1])),
        )


def stage_without_touchpoints(survey: Survey) -> Iterator[Found]:
    """A stage between others is empty while others are not, and nobody says that it cannot be seen into."""
    if not survey.places.touchpoints:
        return
    for stage in survey.places.reading.stages[1:-1]:
        if not survey.places.reading.column(stage.id) and stage.blind_spot is None:
            yield Found((stage.id,), message("“{stage}” has no touchpoints.", stage=title(stage)))


# -- phases ------------------------------------------------------------------------------------------------------------
def no_phases(survey: Survey) -> Iterator[Found]:
    """No stage says whether it is before, during or after."""
    stages = survey.places.reading.stages
    if stages and not phase_bands(stages):
        yield _stages(survey, message("No stage is marked as before, during or after."))


def before_not_covered(survey: Survey) -> Iterator[Found]:
    """Other phases are there, but not the one before."""
    if _lacks(survey, "before"):
        yield Found((survey.head.id,), message("The map does not show what happens before."))


def after_not_covered(survey: Survey) -> Iterator[Found]:
    """Other phases are there, but not the one after."""
    if _lacks(survey, "after"):
        yield Found((survey.head.id,), message("The map does not show what happens after."))


def _lacks(survey: Survey, phase: Phase) -> bool:
    phases = {band.phase for band in phase_bands(survey.places.reading.stages)}
    return bool(phases) and phase not in phases


def phase_interrupted(survey: Survey) -> Iterator[Found]:
    """One phase in several bands."""
    bands = phase_bands(survey.places.reading.stages)
    times = Counter(band.phase for band in bands)
    for phase in PHASES:
        if times[phase] > 1:
            yield Found(
                tuple(stage.id for band in bands if band.phase == phase for stage in band.stages),
                counted(
                    "The phase “{phase}” stands on the map {n} time.",
                    "The phase “{phase}” is interrupted: it stands on the map {n} times.",
                    times[phase],
                    phase=_phase(survey, phase),
                ),
            )


def phases_out_of_order(survey: Survey) -> Iterator[Found]:
    """No phase is interrupted, yet a later one comes first."""
    bands = phase_bands(survey.places.reading.stages)
    order = [PHASES.index(band.phase) for band in bands]
    if len(set(order)) < len(order):
        return
    for n in range(1, len(bands)):
        if order[n] < order[n - 1]:
            yield Found(
                tuple(stage.id for band in bands[n - 1 : n + 1] for stage in band.stages),
                message(
                    "The phase “{late}” stands before “{early}”.",
                    late=_phase(survey, bands[n - 1].phase),
                    early=_phase(survey, bands[n].phase),
                ),
            )


def _phase(survey: Survey, phase: Phase) -> str | Message:
    return one_line(survey.head.phase_titles.get(phase, "")) or TERMS["phase"][phase]


# -- the list ----------------------------------------------------------------------------------------------------------
CHECKS: tuple[Check, ...] = (
    Check(
        "journey-without-title",
        "problem",
        without_title,
        message("The title is the first thing that people read on the poster."),
        message("Say in a few words whose way this is, and to what."),
    ),
    Check(
        "journey-without-scenario",
        "problem",
        without_scenario,
        message("Without a situation to begin with, everyone in the room maps another journey."),
        message("Write in a sentence or two who wants what, and when."),
    ),
    Check(
        "journey-without-goal",
        "problem",
        without_goal,
        message("Only the goal tells whether a stage brings the customer any further."),
        message("Write what the customer wants to have reached in the end."),
    ),
    Check(
        "no-persona",
        "problem",
        no_persona,
        message("A journey is told through somebody’s eyes; an average customer feels nothing."),
        message("Add at least one persona, and give them a name."),
    ),
    Check(
        "persona-without-name",
        "problem",
        persona_without_name,
        message("With a name, the group talks about a person instead of a target group."),
        message("Give the persona a first name and a role."),
    ),
    Check(
        "no-persona-shown",
        "hint",
        no_persona_shown,
        message("Neither the map nor the poster shows an emotion curve."),
        message("Show the personas that this map is about."),
    ),
    Check(
        "no-stages",
        "problem",
        no_stages,
        message("Stages are the columns of the map: everything else hangs on them."),
        message("Add five to nine stages, from the first idea to what comes after."),
    ),
    Check(
        "few-stages",
        "hint",
        few_stages,
        message("With fewer than five stages, much of what customers go through hides inside one of them."),
        message("See whether a stage is really two, or leave it if the journey is that short."),
    ),
    Check(
        "many-stages",
        "hint",
        many_stages,
        message("Nobody keeps more than nine stages in mind, and the poster gets crowded."),
        message("Merge neighbouring stages, or give the densest one a map of its own."),
    ),
    Check(
        "stage-without-title",
        "problem",
        stage_without_title,
        message("People find their way on a map by its headings."),
        message("Name the stage after what the customer does in it."),
    ),
    Check(
        "no-beginning",
        "problem",
        no_beginning,
        message("The map should show what sets the customer going."),
        message("Add the first contact to this stage, or remove the stage."),
    ),
    Check(
        "no-end",
        "problem",
        no_end,
        message("How a journey ends is what customers remember of it."),
        message("Add the last contact to this stage, or remove the stage."),
    ),
    Check(
        "stage-without-touchpoints",
        "hint",
        stage_without_touchpoints,
        message("A stage in which nothing happens is a blank in the story."),
        message("Ask what the customer does there, mark the stage as a blind spot, or remove it."),
    ),
    Check(
        "no-phases",
        "hint",
        no_phases,
        message("Before, during and after make a map readable from afar, and remind the group of both ends."),
        message("Give each stage a phase."),
    ),
    Check(
        "before-not-covered",
        "hint",
        before_not_covered,
        message("Much is decided before customers first speak to you."),
        message("Add a stage for what leads up to it, or set the phase of the first stages."),
    ),
    Check(
        "after-not-covered",
        "hint",
        after_not_covered,
        message("Whether customers come back is decided after the purchase."),
        message("Add a stage for what follows, or set the phase of the last stages."),
    ),
    Check(
        "phase-interrupted",
        "hint",
        phase_interrupted,
        message("A phase is one stretch of time; here it shows as several bands."),
        message("Move the stages of the phase together, or give those between them the same phase."),
    ),
    Check(
        "phases-out-of-order",
        "hint",
        phases_out_of_order,
        message("People read the map from one end to the other, as time goes by."),
        message("Move the stages, or correct their phases."),
    ),
)
