"""The names of edits, as they stand in the history: one sentence per verb and kind, so that each can be translated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeyeditor.errors import Message, message
from journeyeditor.model.records import (
    Answers,
    Channel,
    Emotion,
    Entry,
    Flow,
    Gain,
    Head,
    Lane,
    Line,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Record,
    Stage,
    Touchpoint,
)

Labels = Mapping[type[Record], Message]
"""By kind; under `Record` the name for several kinds at once."""

ADD: Labels = {
    Stage: message("Add stage"),
    Touchpoint: message("Add touchpoint"),
    Channel: message("Add channel"),
    Persona: message("Add persona"),
    Lane: message("Add lane"),
    Line: message("Add line"),
    Entry: message("Add text"),
    Pain: message("Add pain point"),
    Gain: message("Add gain"),
    Quote: message("Add quote"),
    Opportunity: message("Add opportunity"),
    Measure: message("Add measure"),
    Note: message("Add note"),
    Flow: message("Connect"),
}
RENAME: Labels = {
    Head: message("Rename journey"),
    Stage: message("Rename stage"),
    Touchpoint: message("Rename touchpoint"),
    Channel: message("Rename channel"),
    Persona: message("Rename persona"),
    Lane: message("Rename lane"),
    Entry: message("Rename text"),
    Pain: message("Reword pain point"),
    Gain: message("Reword gain"),
    Quote: message("Reword quote"),
    Opportunity: message("Reword opportunity"),
    Measure: message("Rename measure"),
    Note: message("Reword note"),
    Flow: message("Label flow"),
    Emotion: message("Reword emotion"),
    Record: message("Rename several things"),
}
EDIT: Labels = {
    Head: message("Edit journey"),
    Stage: message("Edit stage"),
    Touchpoint: message("Edit touchpoint"),
    Channel: message("Edit channel"),
    Persona: message("Edit persona"),
    Lane: message("Edit lane"),
    Line: message("Edit line"),
    Entry: message("Edit text"),
    Pain: message("Edit pain point"),
    Gain: message("Edit gain"),
    Quote: message("Edit quote"),
    Opportunity: message("Edit opportunity"),
    Measure: message("Edit measure"),
    Note: message("Edit note"),
    Flow: message("Edit flow"),
    Emotion: message("Edit emotion"),
    Answers: message("Edit link"),
    Record: message("Edit several things"),
}
MOVE: Labels = {
    Stage: message("Move stage"),
    Touchpoint: message("Move touchpoint"),
    Persona: message("Move persona"),
    Lane: message("Move lane"),
    Line: message("Move line"),
    Entry: message("Move text"),
    Pain: message("Move pain point"),
    Gain: message("Move gain"),
    Quote: message("Move quote"),
    Opportunity: message("Move opportunity"),
    Measure: message("Move measure"),
    Note: message("Move note"),
    Record: message("Move several things"),
}
DUPLICATE: Labels = {
    Stage: message("Duplicate stage"),
    Touchpoint: message("Duplicate touchpoint"),
    Channel: message("Duplicate channel"),
    Persona: message("Copy persona"),
    Lane: message("Duplicate lane"),
    Entry: message("Duplicate text"),
    Pain: message("Duplicate pain point"),
    Gain: message("Duplicate gain"),
    Quote: message("Duplicate quote"),
    Opportunity: message("Duplicate opportunity"),
    Measure: message("Duplicate measure"),
    Note: message("Duplicate note"),
    Record: message("Duplicate several things"),
}
DELETE: Labels = {
    Stage: message("Delete stage"),
    Touchpoint: message("Delete touchpoint"),
    Channel: message("Delete channel"),
    Persona: message("Delete persona"),
    Lane: message("Delete lane"),
    Line: message("Delete line"),
    Entry: message("Delete text"),
    Pain: message("Delete pain point"),
    Gain: message("Delete gain"),
    Quote: message("Delete quote"),
    Opportunity: message("Delete opportunity"),
    Measure: message("Delete measure"),
    Note: message("Delete note"),
    Flow: message("Delete flow"),
    Emotion: message("Clear emotion"),
    Answers: message("Unlink opportunity"),
    Record: message("Delete several things"),
}


def label_for(labels: Labels, records: Iterable[Record]) -> Message:
    """The label of an edit that touches these records: that of their kind, or a general one for several kinds."""
    kinds = {type(record) for record in records}
    only = kinds.pop() if len(kinds) == 1 else Record
    return labels.get(only, labels[Record])
