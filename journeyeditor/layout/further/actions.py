"""The action list: what to do about which pain, where, who, by when."""

from __future__ import annotations

from collections.abc import Sequence

from journeyeditor.drawing import Group
from journeyeditor.drawing.theme import readable
from journeyeditor.geometry import Box
from journeyeditor.layout.further.cells import Part, dots_mark, markers_mark, rule_mark
from journeyeditor.layout.further.flow import Block, Slot, flow
from journeyeditor.layout.further.frame import Frame, frame
from journeyeditor.layout.further.made import Made, made
from journeyeditor.layout.further.plan import Action, Section, actions, disc_mark, disc_size, sections, summary, where
from journeyeditor.layout.further.table import Column, Table, table
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import paragraph
from journeyeditor.model.records import Pain

ABOVE, BELOW = 4.2, 0.8
"""Room above and below a section's name, in units."""


def action_pages(sheet: Sheet) -> Made | None:
    """The pages of the action list; None without any opportunity."""
    found = sections(sheet)
    if not found:
        return None
    everything = actions(sheet)
    around = frame(sheet, sheet.speech.say("Action list"), summary(sheet, everything), marks=_marks(sheet, everything))
    area = around.area
    laid = table(sheet, _arrangements(sheet, len(everything)), everything, area.width)
    blocks: list[Block] = []
    for section in found:
        heading = _heading(sheet, section, laid, first=section is found[0])
        room = area.height - laid.head.height - heading.height
        blocks.append(heading)
        for action in section.actions:
            blocks += laid.rows(action, action.record.id, room)
    return made(around, flow(blocks, lambda _: [Slot(area.x, area.y, area.height)]))


def _marks(sheet: Sheet, found: Sequence[Action]) -> frozenset[str]:
    marks = {"severity"} if any(action.pains for action in found) else set()
    return frozenset(marks | {f"persona:{key}" for action in found for key in action.record.personas})


def _heading(sheet: Sheet, section: Section, laid: Table[Action], *, first: bool) -> Block:
    """The name of a section and how many it has."""
    unit, theme = sheet.unit, sheet.theme
    above = (2.6 if first else ABOVE) * unit
    name = paragraph(sheet.speech.say(section.name), sheet.body(bold=True), theme.opportunity, sum(laid.widths))
    count = paragraph(f"{len(section.actions)}", sheet.body(), theme.muted, 20 * unit)

    def draw(x: float, top: float) -> list[Group]:
        words = (*name.at(x, top + above), *count.at(x + name.width + 2 * unit, top + above))
        return [Group("", "heading", words, Box(x, top + above, name.width + 2 * unit + count.width, name.height))]

    return Block(above + name.height + BELOW * unit, draw, keeps=True, head=laid.head)


def _arrangements(sheet: Sheet, count: int) -> list[list[Column[Action]]]:
    """From all columns side by side to most of them under one another, for wide and for narrow paper."""
    say = sheet.speech.say
    field = _Fields(sheet, disc_size(sheet, count))
    number: Column[Action] = Column("", field.number)
    answers: Column[Action] = Column(say("Answers"), field.answers, 1.15)
    plan: list[Column[Action]] = [
        Column(say("Owner"), field.owner),
        Column(say("Due"), field.due),
        Column(say("Status"), field.status),
    ]
    weights: list[Column[Action]] = [
        Column(say("Impact"), field.impact),
        Column(say("Effort"), field.effort),
        Column(say("Votes"), field.votes, align="end"),
    ]
    action, placed = say("Action"), f"{say('Action')}, {say('where')}"
    whole: list[Column[Action]] = [
        number, Column(action, field.action, 1.35), answers, Column(say("Where"), field.where, 0.9), *plan, *weights
    ]  # fmt: skip
    folded: list[Column[Action]] = [number, Column(placed, field.action_where, 1.25), answers, *plan, *weights]
    stacked: list[Column[Action]] = [
        number,
        Column(f"{placed}, {say('answers')}", field.everything, 1.6),
        Column(", ".join((say("Owner"), say("due"), say("status"))), field.plan, 0.7),
        Column(", ".join((say("Impact"), say("effort"), say("votes"))), field.weight),
    ]
    narrow: list[Column[Action]] = [
        number, Column(f"{placed}, {say('answers')}", lambda a, w: [*field.everything(a, w), *field.plan(a, w)], 1.0)
    ]  # fmt: skip
    return [whole, folded, stacked, narrow]


class _Fields:
    """The parts of each field of an action, for a room in mm."""

    def __init__(self, sheet: Sheet, across: float) -> None:
        self.sheet = sheet
        self.across = across

    def _ink(self, action: Action) -> str:
        return self.sheet.theme.ink if action.is_open else self.sheet.theme.muted

    def number(self, action: Action, _: float) -> list[Part | None]:
        return [disc_mark(self.sheet, action, self.across, self.sheet.body())]

    def action(self, action: Action, room: float) -> list[Part | None]:
        record, sheet = action.record, self.sheet
        if not record.text.strip():
            return [rule_mark(sheet, room, sheet.body())]
        words = paragraph(record.text, sheet.body(bold=action.is_open), self._ink(action), room)
        return [words, markers_mark(sheet, record.personas, sheet.caption())]

    def where(self, action: Action, room: float) -> list[Part | None]:
        sheet = self.sheet
        return [paragraph(where(sheet, action.record), sheet.body(), sheet.theme.muted, room)]

    def action_where(self, action: Action, room: float) -> list[Part | None]:
        sheet = self.sheet
        words, *markers = self.action(action, room)
        place = paragraph(where(sheet, action.record), sheet.caption(), sheet.theme.muted, room)
        return [words, place, *markers]

    def answers(self, action: Action, room: float) -> list[Part | None]:
        return [part for pain in action.pains for part in self._pain(pain, action, room)]

    def _pain(self, pain: Pain, action: Action, room: float) -> list[Part | None]:
        sheet = self.sheet
        weight = dots_mark(sheet, pain.severity, 5, readable(sheet.theme.pain), sheet.caption())
        return [paragraph(pain.text, sheet.body(), self._ink(action), room), weight]

    def everything(self, action: Action, room: float) -> list[Part | None]:
        return [*self.action_where(action, room), *self.answers(action, room)]

    def owner(self, action: Action, room: float) -> list[Part | None]:
        record, sheet = action.record, self.sheet
        if not record.owner.strip():
            return [rule_mark(sheet, room, sheet.body())]
        colour = sheet.theme.opportunity if action.is_open else sheet.theme.muted
        return [paragraph(record.owner, sheet.body(bold=action.is_open), colour, room)]

    def due(self, action: Action, room: float) -> list[Part | None]:
        record, sheet = action.record, self.sheet
        if not record.due:
            return [rule_mark(sheet, room, sheet.body())]
        return [paragraph(sheet.speech.date(record.due), sheet.body(), self._ink(action), room)]

    def status(self, action: Action, room: float) -> list[Part | None]:
        sheet = self.sheet
        return [paragraph(sheet.speech.term("status", action.record.status), sheet.body(), self._ink(action), room)]

    def plan(self, action: Action, room: float) -> list[Part | None]:
        return [*self.owner(action, room), *self.due(action, room), *self.status(action, room)]

    def impact(self, action: Action, _: float) -> list[Part | None]:
        sheet = self.sheet
        return [dots_mark(sheet, action.record.impact or 0, 5, sheet.theme.opportunity, sheet.body())]

    def effort(self, action: Action, _: float) -> list[Part | None]:
        sheet = self.sheet
        return [dots_mark(sheet, action.record.effort or 0, 5, sheet.theme.muted, sheet.body())]

    def votes(self, action: Action, room: float) -> list[Part | None]:
        record, sheet = action.record, self.sheet
        if not record.votes:
            return []
        return [paragraph(sheet.speech.number(record.votes), sheet.body(), self._ink(action), room)]

    def weight(self, action: Action, room: float) -> list[Part | None]:
        return [*self.impact(action, room), *self.effort(action, room), *self.votes(action, room)]
