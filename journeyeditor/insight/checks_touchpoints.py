"""Touchpoints, and whether customers can get to them: the questions of the graph."""

from __future__ import annotations

from collections.abc import Iterator

from journeyeditor.errors import Message, counted, message
from journeyeditor.insight.finding import Check, Found
from journeyeditor.insight.naming import names, one_line, persona_name, step_title, title
from journeyeditor.insight.survey import Survey
from journeyeditor.insight.ways import ALL, by_way, unreached
from journeyeditor.model.channels import lane_for
from journeyeditor.model.records import Flow, Persona

MANY_TOUCHPOINTS = 33
"""Up to about thirty fit on a poster that is read from two metres; a few more are nobody's mistake."""
LOSS = 20.0
"""Per cent of customers who leave at one touchpoint, from which on the map should say why."""


# -- touchpoints -------------------------------------------------------------------------------------------------------
def no_touchpoints(survey: Survey) -> Iterator[Found]:
    """Nothing happens in any stage."""
    if survey.places.reading.stages and not survey.places.touchpoints:
        yield Found((survey.head.id,), message("The map has no touchpoints yet."))


def many_touchpoints(survey: Survey) -> Iterator[Found]:
    """Too much happens."""
    count = len(survey.places.touchpoints)
    if count > MANY_TOUCHPOINTS:
        found = counted("The map has {n} touchpoint.", "The map has {n} touchpoints.", count)
        yield Found((survey.head.id,), found)


def touchpoint_without_title(survey: Survey) -> Iterator[Found]:
    """A circle that nobody can read."""
    for stage in survey.places.reading.stages:
        for number, touchpoint in enumerate(survey.places.reading.column(stage.id), 1):
            if not one_line(touchpoint.title):
                found = message("Touchpoint {number} of “{stage}” has no title.", number=number, stage=title(stage))
                yield Found((touchpoint.id,), found)


def touchpoint_without_channel(survey: Survey) -> Iterator[Found]:
    """Nobody has said where it happens."""
    for touchpoint in survey.places.touchpoints:
        if touchpoint.channel is None:
            found = message("“{touchpoint}” has no channel.", touchpoint=step_title(survey, touchpoint.id))
            yield Found((touchpoint.id,), found)


def touchpoint_in_no_lane(survey: Survey) -> Iterator[Found]:
    """Its channel is in no lane, so it cannot be seen."""
    lanes = {channel: lane_for(survey.lanes, channel) for channel in {one.channel for one in survey.places.touchpoints}}
    for touchpoint in survey.places.touchpoints:
        if lanes[touchpoint.channel] is None:
            yield Found(
                (touchpoint.id,),
                message("“{touchpoint}” lies in no lane.", touchpoint=step_title(survey, touchpoint.id)),
            )


# -- the graph ---------------------------------------------------------------------------------------------------------
def unreachable(survey: Survey) -> Iterator[Found]:
    """No way leads there for anybody."""
    for head, *others in unreached((*survey.ways, survey.everyone), survey.everyone.taken):
        step = step_title(survey, head)
        found = message("No way leads to “{step}”.", step=step)
        if others:
            found = counted(
                "No way leads to “{step}” and to {n} step after it.",
                "No way leads to “{step}” and to {n} steps after it.",
                len(others),
                step=step,
            )
        yield Found((head, *others), found)


def off_the_path(survey: Survey) -> Iterator[Found]:
    """A persona feels something where their own way does not lead, though that of others does."""
    anybody = frozenset[str]().union(*(way.reached for way in (*survey.ways, survey.everyone)))
    for way in survey.ways:
        for persona in way.personas:
            for place in survey.people.feelings[persona.id]:
                touchpoint = survey.places.touchpoints[place]
                if touchpoint.id in anybody and touchpoint.id not in way.reached_by(persona.id):
                    found = message(
                        "{persona} feels something at “{touchpoint}”, but does not get there.",
                        persona=persona_name(survey, persona),
                        touchpoint=step_title(survey, touchpoint.id),
                    )
                    yield Found((touchpoint.id, persona.id), found)


def shares_above_all(survey: Survey) -> Iterator[Found]:
    """More customers go on than were there."""
    for (step, total), personas in by_way(survey.ways, lambda way: way.overfull()).items():
        told = step_title(survey, step)
        share = round(total, 1)
        found = message("The flows out of “{step}” add up to {share}%.", step=told, share=share)
        if personas:
            found = message(
                "The flows out of “{step}” add up to {share}% for {personas}.",
                step=told,
                share=share,
                personas=names(survey, personas),
            )
        yield Found(_with((step,), personas), found)


def loop_without_exit(survey: Survey) -> Iterator[Found]:
    """Whoever comes in goes round for ever."""
    for steps, personas in by_way(survey.ways, lambda way: way.traps()).items():
        step = step_title(survey, steps[0])
        found = message("From “{step}” on customers go round in circles: no way leads out.", step=step)
        if personas:
            who = names(survey, personas)
            found = message("From “{step}” on no way leads out of the circle for {personas}.", step=step, personas=who)
        yield Found(_with(steps, personas), found)


def dead_end(survey: Survey) -> Iterator[Found]:
    """Nothing leads on, and nobody has said that the journey ends."""
    for step, personas in by_way(survey.ways, lambda way: way.dead_ends()).items():
        told = step_title(survey, step)
        found = message("Nothing leads on from “{step}”.", step=told)
        if personas:
            who = names(survey, personas)
            found = message("Nothing leads on from “{step}” for {personas}.", step=told, personas=who)
        yield Found(_with((step,), personas), found)


def most_leave(survey: Survey) -> Iterator[Found]:
    """The greatest loss of customers on the map, where no pain point tells why. All of them: that is a dead end."""
    losses = by_way(survey.ways, lambda way: (loss for loss in way.early_losses() if loss.share < ALL))
    worst = max((loss.share for loss in losses), default=0.0)
    for loss, personas in losses.items():
        if loss.share < max(worst, LOSS) or _explained(survey, loss.step, personas):
            continue
        share, step = round(loss.share, 1), step_title(survey, loss.step)
        found = message("{share}% of customers leave at “{step}”; nowhere else do more.", share=share, step=step)
        yield Found(_with((loss.step,), personas), found)


def _explained(survey: Survey, step: str, personas: tuple[Persona, ...]) -> bool:
    place = survey.places.of(step)
    who = personas or survey.people.shown
    if place >= len(survey.places.touchpoints):
        return False
    return any(survey.covers.pains.at(place, persona.id) for persona in who) or survey.covers.pains.at(place)


def _with(steps: tuple[str, ...], personas: tuple[Persona, ...]) -> tuple[str, ...]:
    return (*steps, *(persona.id for persona in personas))


# -- flows -------------------------------------------------------------------------------------------------------------
def flow_of_hidden_persona(survey: Survey) -> Iterator[Found]:
    """A flow is for somebody who is not shown."""
    people = {persona.id: persona for persona in survey.people.personas}
    for flow in sorted(survey.flows, key=lambda flow: survey.places.of(flow.source)):
        hidden = [people[key] for key in flow.personas if key not in survey.people.shown_ids]
        if hidden:
            yield Found((flow.id, *(persona.id for persona in hidden)), _hidden(survey, flow, hidden))


def _hidden(survey: Survey, flow: Flow, hidden: list[Persona]) -> Message:
    ends = {
        "source": step_title(survey, flow.source),
        "target": step_title(survey, flow.target),
        "names": names(survey, hidden),
    }
    if len(hidden) == len(flow.personas):
        return message("The flow from “{source}” to “{target}” is only for hidden personas ({names}).", **ends)
    return message("The flow from “{source}” to “{target}” is also for hidden personas ({names}).", **ends)


# -- the list ----------------------------------------------------------------------------------------------------------
CHECKS: tuple[Check, ...] = (
    Check(
        "no-touchpoints",
        "problem",
        no_touchpoints,
        message("Touchpoints are where customer and company meet: without them there is nothing to improve."),
        message("Go through the stages with the group, and write down every contact."),
    ),
    Check(
        "many-touchpoints",
        "hint",
        many_touchpoints,
        message("About thirty can be taken in on one poster; with more, the group loses sight of the whole."),
        message("Keep those that matter to the customer, and give the densest stage a map of its own."),
    ),
    Check(
        "touchpoint-without-title",
        "problem",
        touchpoint_without_title,
        message("On the poster it is a circle without a name."),
        message("Name the contact as the customer would, or remove it."),
    ),
    Check(
        "touchpoint-without-channel",
        "problem",
        touchpoint_without_channel,
        message("The channel says where they meet, and so who in the company can change something."),
        message("Choose a channel: shop, website, phone, or one of your own."),
    ),
    Check(
        "touchpoint-in-no-lane",
        "problem",
        touchpoint_in_no_lane,
        message("No lane takes its channel, so neither the map nor the poster shows it."),
        message("Add its channel to a lane, or add a lane of touchpoints for all channels."),
    ),
    Check(
        "unreachable-touchpoint",
        "problem",
        unreachable,
        message("If no customer gets there, it is on the wrong map or a flow is missing."),
        message("Draw a flow that leads there, or check where the journey is marked as ended before it."),
    ),
    Check(
        "emotion-off-the-path",
        "problem",
        off_the_path,
        message("Nobody feels anything where they never are."),
        message("Draw the persona’s flow to the touchpoint, or clear the emotion."),
    ),
    Check(
        "shares-above-100",
        "problem",
        shares_above_all,
        message("More customers cannot go on than were there."),
        message("Correct the shares, or say for which personas each flow holds."),
    ),
    Check(
        "loop-without-exit",
        "problem",
        loop_without_exit,
        message("Real customers give up at some point; the map should show where."),
        message("Draw a flow that leads out, lower the share that turns back, or mark where the journey may end."),
    ),
    Check(
        "dead-end",
        "problem",
        dead_end,
        message("Customers get this far, and the map does not say what becomes of them."),
        message("Draw a flow that leads on, or mark that the journey may end here."),
    ),
    Check(
        "most-leave-here",
        "hint",
        most_leave,
        message("This is where most customers are lost, and no pain point says why."),
        message("Ask those who left, and write down what hurts here."),
    ),
    Check(
        "flow-of-hidden-persona",
        "hint",
        flow_of_hidden_persona,
        message("The map shows a way without showing who takes it."),
        message("Show the persona, or take them off the flow."),
    ),
)
