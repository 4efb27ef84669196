"""The action list: what to do about which pain, where, who, by when."""

from __future__ import annotations

from collections.abc import Sequence

from journeyeditor.drawing import Shape
from journeyeditor.drawing.icons import dot
from journeyeditor.layout.further.cells import Listed, Part, dots_mark, markers_mark, rule_mark
from journeyeditor.layout.further.flow import Block, Slot, flow
from journeyeditor.layout.further.frame import frame
from journeyeditor.layout.further.headings import heading
from journeyeditor.layout.further.made import Made, made
from journeyeditor.layout.further.plan import Action, actions, disc_mark, disc_size, sections, summary, told, where
from journeyeditor.layout.further.table import Column, table
from journeyeditor.layout.inks import readable
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import Paragraph, paragraph
from journeyeditor.model.records import Pain

FIRST, ABOVE, BELOW = 2.6, 4.2, 0.8
"""Room above the first section's name and the others', and below them, in units."""
INDENT = 3.4
"""Of a pain that stands under an action, in units."""


def action_pages(sheet: Sheet) -> Made | None:
    """The pages of the action list; None without any opportunity."""
    found = sections(sheet)
    if not found:
        return None
    everything = actions(sheet)
    around = frame(sheet, sheet.speech.say("Action list"), summary(sheet, everything), marks=_marks(everything))
    area = around.area
    laid = table(sheet, _arrangements(sheet, len(everything)), everything, area.width)
    blocks: list[Block] = []
    for section in found:
        name = heading(
            sheet,
            sheet.speech.say(section.name),
            area.width,
            sheet.theme.opportunity,
            count=len(section.actions),
            air=(FIRST if section is found[0] else ABOVE, BELOW),
            head=laid.head,
        )
        room = area.height - name.height - (laid.head.height if laid.head is not None else 0.0)
        blocks.append(name)
        for action in section.actions:
            blocks += laid.rows(action, action.record.id, room, told(sheet, action))
    return made(around, flow(blocks, lambda _: [Slot(area.x, area.y, area.height)]))


def _marks(found: Sequence[Action]) -> frozenset[str]:
    marks = {"severity"} if any(action.pains for action in found) else set()
    return frozenset(marks | {f"persona:{key}" for action in found for key in action.record.personas})


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
        sheet = self.sheet
        indent = INDENT * sheet.unit

        def sign(x: float, y: float) -> list[Shape]:
            return [dot(x, y, 1.5 * sheet.unit, sheet.theme.pain)]

        pains: list[Part | None] = []
        for pain in action.pains:
            words, weight = self._pain(pain, action, room - indent)
            pains += [Listed(words, indent, sign) if isinstance(words, Paragraph) else words, weight]
        return [*self.action_where(action, room), *pains]

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
