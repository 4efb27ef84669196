"""Pains and what is done about them: opportunities, owners, dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from journeyeditor.errors import Message, message
from journeyeditor.insight.finding import Check, Found
from journeyeditor.insight.naming import one_line, title
from journeyeditor.insight.survey import Survey
from journeyeditor.model.records import AnyRecord, Gain, Measure, Opportunity, Pain, Quote

SEVERE = 4
"""Severity from which on a pain must not be left without an answer."""
DECIDED = frozenset({"planned", "doing"})
OPEN = frozenset({"idea", *DECIDED})


# -- pains and their answers -------------------------------------------------------------------------------------------
def severe_pain_without_opportunity(survey: Survey) -> Iterator[Found]:
    """What hurts most is left as it is."""
    for pain in sorted(survey.places.all(Pain), key=lambda pain: (-pain.severity, -pain.votes)):
        if pain.severity >= SEVERE and pain.id not in survey.covers.answered:
            found = message(
                "No opportunity answers “{pain}” (severity {severity}).", pain=title(pain), severity=pain.severity
            )
            yield Found((pain.id,), found)


def opportunity_without_pain(survey: Survey) -> Iterator[Found]:
    """Something is to be done, but nobody has said against what."""
    for opportunity in survey.covers.live:
        if not survey.journey.answered(opportunity.id):
            yield Found(
                (opportunity.id,), message("“{opportunity}” answers no pain point.", opportunity=title(opportunity))
            )


# -- actions -----------------------------------------------------------------------------------------------------------
def action_without_owner(survey: Survey) -> Iterator[Found]:
    """Decided, but nobody does it."""
    for opportunity in survey.covers.live:
        if opportunity.status in DECIDED and not one_line(opportunity.owner):
            yield Found((opportunity.id,), message("“{opportunity}” has no owner.", opportunity=title(opportunity)))


def action_without_date(survey: Survey) -> Iterator[Found]:
    """Decided, but for no day."""
    for opportunity in survey.covers.live:
        if opportunity.status in DECIDED and not opportunity.due:
            yield Found((opportunity.id,), message("“{opportunity}” has no due date.", opportunity=title(opportunity)))


def idea_not_assigned(survey: Survey) -> Iterator[Found]:
    """An idea that nobody has taken up yet."""
    for opportunity in survey.covers.live:
        lacking = _lacking(opportunity)
        if opportunity.status == "idea" and lacking is not None:
            yield Found((opportunity.id,), lacking)


def _lacking(opportunity: Opportunity) -> Message | None:
    owned, dated = bool(one_line(opportunity.owner)), bool(opportunity.due)
    name = title(opportunity)
    if not owned and not dated:
        return message("The idea “{opportunity}” has no owner and no due date.", opportunity=name)
    if not owned:
        return message("The idea “{opportunity}” has no owner.", opportunity=name)
    return None if dated else message("The idea “{opportunity}” has no due date.", opportunity=name)


def overdue(survey: Survey) -> Iterator[Found]:
    """Not done, though its day had passed on the journey's own date."""
    today = survey.head.date
    for opportunity in survey.covers.live:
        if opportunity.status in OPEN and _is_before(opportunity.due, today):
            yield Found((opportunity.id,), message("“{opportunity}” is overdue.", opportunity=title(opportunity)))


# -- dates and numbers -------------------------------------------------------------------------------------------------
def impossible_date(survey: Survey) -> Iterator[Found]:
    """The 30th of February."""
    for record, name, date in _dates(survey):
        if not _is_possible(date):
            yield Found(
                (record.id,), message("{date} is no date of the calendar (in “{place}”).", date=date, place=name)
            )


def _dates(survey: Survey) -> Iterator[tuple[AnyRecord, str | Message, str]]:
    head = survey.head
    for date in (head.date, head.next_review):
        yield head, title(head), date
    for opportunity in survey.places.all(Opportunity):
        yield opportunity, title(opportunity), opportunity.due
    for quote in survey.places.all(Quote):
        yield quote, title(quote), quote.date
    for measure in survey.places.all(Measure):
        for value in measure.values:
            yield measure, title(measure), value.date


def _is_possible(date: str) -> bool:
    """Whether a day, month or year of the file is in the calendar; nothing said is possible."""
    try:
        return date == "" or dt.date.fromisoformat(f"{date}-01-01"[:10] if len(date) < 10 else date) is not None
    except ValueError:
        return False


def _is_before(date: str, other: str) -> bool:
    """Whether a date is over when the other begins, as far as both are said."""
    length = min(len(date), len(other))
    return date[:length] < other[:length]


def review_before_date(survey: Survey) -> Iterator[Found]:
    """The next review is earlier than the map."""
    if _is_before(survey.head.next_review, survey.head.date):
        yield Found((survey.head.id,), message("The next review is earlier than the date of the journey."))


def measure_off_scale(survey: Survey) -> Iterator[Found]:
    """A value or a target that the measure's own scale does not have."""
    for measure in survey.places.all(Measure):
        low, high = measure.minimum, measure.maximum
        values = [value.value for value in measure.values]
        numbers = values if measure.target is None else [*values, measure.target]
        off = next((n for n in numbers if (low is not None and n < low) or (high is not None and n > high)), None)
        if off is not None:
            found = message("{value} is outside the scale of “{measure}”.", value=off, measure=title(measure))
            yield Found((measure.id,), found)


# -- what cannot be read -----------------------------------------------------------------------------------------------
def card_without_text(survey: Survey) -> Iterator[Found]:
    """An empty card."""
    for pain in survey.places.all(Pain):
        if not one_line(pain.text):
            yield Found((pain.id,), message("A pain point has no text."))
    for gain in survey.places.all(Gain):
        if not one_line(gain.text):
            yield Found((gain.id,), message("A gain has no text."))
    for opportunity in survey.places.all(Opportunity):
        if not one_line(opportunity.text):
            yield Found((opportunity.id,), message("An opportunity has no text."))
    for quote in survey.places.all(Quote):
        if not one_line(quote.text):
            yield Found((quote.id,), message("A quote has no text."))


# -- the list ----------------------------------------------------------------------------------------------------------
CHECKS: tuple[Check, ...] = (
    Check(
        "severe-pain-without-opportunity",
        "problem",
        severe_pain_without_opportunity,
        message("This is what hurts customers most."),
        message("Find an opportunity and link it to the pain point, or say that it will stay as it is."),
    ),
    Check(
        "opportunity-without-pain",
        "hint",
        opportunity_without_pain,
        message("What helps nobody with anything is soon given up."),
        message("Link it to the pain point that it answers, or write that pain point down."),
    ),
    Check(
        "action-without-owner",
        "problem",
        action_without_owner,
        message("What everybody is to do, nobody does."),
        message("Agree on one name before the group leaves the room."),
    ),
    Check(
        "action-without-date",
        "problem",
        action_without_date,
        message("Without a date there is no day on which anyone asks about it."),
        message("Agree on a date, even a rough one such as a month."),
    ),
    Check(
        "idea-not-assigned",
        "hint",
        idea_not_assigned,
        message("An idea lives on only if somebody takes it further."),
        message("Give it an owner and a date, or drop it."),
    ),
    Check(
        "action-overdue",
        "hint",
        overdue,
        message("Its due date is earlier than the date of the journey, and it is not done."),
        message("Mark it as done, or agree on a new date."),
    ),
    Check(
        "impossible-date",
        "problem",
        impossible_date,
        message("Nobody can keep a date that does not come."),
        message("Correct the date."),
    ),
    Check(
        "review-before-date",
        "hint",
        review_before_date,
        message("A review looks back on what was agreed, so it comes later."),
        message("Correct one of the two dates."),
    ),
    Check(
        "measure-off-scale",
        "problem",
        measure_off_scale,
        message("A value that the scale does not have is a slip, or the scale is another one."),
        message("Correct the value, the target, or the ends of the scale."),
    ),
    Check(
        "card-without-text",
        "hint",
        card_without_text,
        message("An empty card on the poster only raises questions."),
        message("Write a few words on it, or remove it."),
    ),
)
