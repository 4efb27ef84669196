"""The action plan: every opportunity that is shown, in the order in which a facilitator asks for them, and numbered."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from journeyeditor.drawing import Shape, Stroke
from journeyeditor.drawing.icons import dot
from journeyeditor.errors import Message, message
from journeyeditor.fonts import Style
from journeyeditor.layout.further.cells import Mark
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import DOT, joined, paragraph
from journeyeditor.model.records import Anchored, Gain, Opportunity, Pain, Stage, Touchpoint

OPEN = ("doing", "planned", "idea")
CLOSED = ("done", "dropped")
NUMBER = 5.0
"""Across a number's disc, in units."""
BETWEEN = DOT


class Action(msgspec.Struct, frozen=True):
    """An opportunity with its number on all pages, and the pains that it answers, the worst first."""

    number: int
    record: Opportunity
    pains: tuple[Pain, ...]

    @property
    def is_open(self) -> bool:
        """True while something is left to do."""
        return self.record.status in OPEN


class Section(msgspec.Struct, frozen=True):
    """Actions under one heading."""

    name: Message
    actions: tuple[Action, ...]


SECTIONS: tuple[Message, ...] = (
    message("To do, by due date"),
    message("To do, without a date"),
    message("Done"),
    message("Dropped"),
)


def sections(sheet: Sheet) -> tuple[Section, ...]:
    """The plan: what is open by due date, then what has none, then what is done, then what was dropped."""
    shown = [one for one in sheet.journey.all(Opportunity) if sheet.concerns(one.personas)]
    parts: list[list[Opportunity]] = [[] for _ in SECTIONS]
    for one in shown:
        parts[_section(one)].append(one)
    found, number = [], 0
    for name, part in zip(SECTIONS, parts, strict=True):
        part.sort(key=_rank)
        if part:
            numbered = [Action(number + n, one, _pains(sheet, one)) for n, one in enumerate(part, 1)]
            found.append(Section(name, tuple(numbered)))
            number += len(part)
    return tuple(found)


def actions(sheet: Sheet) -> tuple[Action, ...]:
    """All of them, by number."""
    return tuple(action for section in sections(sheet) for action in section.actions)


def _section(one: Opportunity) -> int:
    if one.status in CLOSED:
        return 2 + CLOSED.index(one.status)
    return 0 if one.due else 1


def _rank(one: Opportunity) -> tuple[str, int, int, int, str, str]:
    """By the end of the time that is meant; then what is worth most for least, what has most votes."""
    return _end(one.due), -(one.impact or 0), one.effort or 6, -one.votes, one.text, one.id


def _end(date: str) -> str:
    """The last day of a year or a month, as text that sorts."""
    return date + "-12-31"[3 * (date.count("-")) :] if date else ""


def _pains(sheet: Sheet, one: Opportunity) -> tuple[Pain, ...]:
    found = [pain for key in sheet.journey.answered(one.id) if isinstance(pain := sheet.journey.get(key), Pain)]
    return tuple(sorted(found, key=lambda pain: (-pain.severity, -pain.votes, pain.text, pain.id)))


def where(sheet: Sheet, finding: Anchored) -> str:
    """Where a finding hangs: "Stage · Touchpoint", from one to another where it spans; empty in the parking lot."""
    ends = [_place(sheet, key) for key in (finding.first, finding.last or finding.first) if key is not None]
    named = [end for end in ends if end != ("", "")]
    if not named:
        return ""
    (stage, step), (last_stage, last_step) = named[0], named[-1]
    if (stage, step) == (last_stage, last_step):
        return _both(sheet, stage, step)
    if stage == last_stage and step and last_step:
        return _both(sheet, stage, joined((step, last_step), " – ", sheet.journey.head.language))
    return joined((_both(sheet, stage, step), _both(sheet, last_stage, last_step)), " – ", sheet.journey.head.language)


def _place(sheet: Sheet, key: str) -> tuple[str, str]:
    """The titles of a stage and of a touchpoint in it."""
    record = sheet.journey.get(key)
    if isinstance(record, Stage):
        return record.title.strip() or sheet.speech.say("untitled stage"), ""
    if not isinstance(record, Touchpoint):
        return "", ""
    stage = sheet.journey.get(record.stage)
    return (stage.title.strip() if isinstance(stage, Stage) else ""), record.title.strip()


def _both(sheet: Sheet, *parts: str) -> str:
    return joined(parts, BETWEEN, sheet.journey.head.language)


def told(sheet: Sheet, action: Action) -> str:
    """What the dots of an action say, in words."""
    say, record = sheet.speech.say, action.record
    parts = [
        say("impact {value} of {most}", value=record.impact, most=5) if record.impact else "",
        say("effort {value} of {most}", value=record.effort, most=5) if record.effort else "",
    ]
    return joined(parts, BETWEEN, sheet.journey.head.language)


def weight_told(sheet: Sheet, finding: Anchored) -> str:
    """What the dots of a pain or the signs of a gain say, in words; nothing for anything else."""
    if isinstance(finding, Pain):
        return sheet.speech.say("severity {value} of {most}", value=finding.severity, most=5)
    if isinstance(finding, Gain):
        return sheet.speech.say("strength {value} of {most}", value=finding.strength, most=3)
    return ""


def disc(sheet: Sheet, action: Action, x: float, y: float, across: float, style: Style) -> list[Shape]:
    """An action's number on a disc about (x, y): full while it is open, hollow when it is done or dropped."""
    theme = sheet.theme
    width = 0.35 * sheet.unit
    pen = Stroke(theme.opportunity if action.is_open else theme.muted, width)
    fill, ink = (theme.opportunity, theme.paper) if action.is_open else (theme.paper, theme.muted)
    words = paragraph(f"{action.number}", style, ink, 10 * across)
    # Figures are 0.71 em high and stand on the baseline: their middle goes to the disc's.
    top = y + (0.357 - 0.76) * style.em
    return [dot(x, y, across - width, fill, pen), *words.at(x, top, "middle")]


def disc_size(sheet: Sheet, count: int) -> float:
    """How large discs are whose numbers go up to `count`, mm."""
    style = sheet.caption(bold=True)
    return max(NUMBER * sheet.unit, paragraph(f"{count}", style, "#000000", 1e3).width + 1.7 * sheet.unit)


def disc_mark(sheet: Sheet, action: Action, across: float, beside: Style) -> Mark:
    """The disc in a cell, its middle on that of a line of type beside it."""
    tall = 0.76 * beside.em + 0.24 * beside.em

    def draw(x: float, top: float) -> list[Shape]:
        middle = top + 0.76 * beside.em * 0.53
        return disc(sheet, action, x + across / 2, middle, across, sheet.caption(bold=True))

    return Mark(across, tall, draw, across)


def summary(sheet: Sheet, found: Sequence[Action]) -> str:
    """How many there are, how many are open, and how many of these lack an owner or a date."""
    speech = sheet.speech
    left = [action.record for action in found if action.is_open]
    bare = sum(not one.owner.strip() for one in left)
    undated = sum(not one.due for one in left)
    said = [speech.plural("{n} action", "{n} actions", len(found)), speech.say("{n} to do", n=len(left))]
    if bare:
        said.append(speech.say("{n} without an owner", n=bare))
    if undated:
        said.append(speech.say("{n} without a date", n=undated))
    return BETWEEN.join(said)
