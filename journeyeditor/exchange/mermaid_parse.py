"""The statements of a Mermaid journey as plain data: title, sections, steps.

Rules from mermaid's own grammar (`user-journey/parser/journey.jison`), read more kindly: whatever Mermaid refuses, or
takes wrongly without a word, is accepted where its meaning is plain, and reported.
"""

from __future__ import annotations

import re

import msgspec

from journeyeditor.errors import BadInput, message
from journeyeditor.exchange.building import MOST_PERSONAS, MOST_STAGES, MOST_TOUCHPOINTS
from journeyeditor.exchange.mermaid_blocks import Block
from journeyeditor.exchange.mermaid_task import (
    Task,
    fields_of,
    plain,
    read_task,
    score_place,
    shortened,
    tell_semicolon,
    tell_signs,
    text_of,
    without_comment,
)
from journeyeditor.exchange.report import Report

MOST_SECTIONS, MOST_TASKS, MOST_ACTORS, MOST_SCORES = MOST_STAGES, MOST_TOUCHPOINTS, MOST_PERSONAS, 100_000
LONGEST_LINE, LONGEST_DESCRIPTION = 20_000, 50_000
"""Far beyond any workshop, and still drawn in a bearable time: what is above is refused with a sentence."""

KEYWORD = re.compile(r"(title|section|journey)(?:\s+(.*)|\s*[:：]\s*(.*))?$", re.IGNORECASE)
ACCESSIBLE = re.compile(r"(accTitle|accDescr)\s*[:：]\s*(.*)$", re.IGNORECASE)
ACCESSIBLE_BLOCK = re.compile(r"accDescr\s*\{(.*)$", re.IGNORECASE)
ENTITY_FIRST = re.compile(r"#\w+;")


class Section(msgspec.Struct):
    """One section and its steps. The name is empty for steps that stand before any section."""

    name: str
    line: int
    tasks: list[Task] = msgspec.field(default_factory=list)


class Diagram(msgspec.Struct):
    """What a journey diagram says. `title` None = it says none."""

    title: str | None = None
    accessible_title: str = ""
    description: str = ""
    sections: list[Section] = msgspec.field(default_factory=list)
    actors: dict[str, None] = msgspec.field(default_factory=dict)
    """Names in the order in which they first appear."""


def parse(block: Block, report: Report) -> Diagram:
    """The journey of one block.

    Raises BadInput, naming the line, for a step whose score is missing, a description that is not closed and a diagram
    beyond all measure.
    """
    reader = _Reader(Diagram(title=block.title), report)
    for number, text in block.lines:
        reader.read(text, number)
    reader.finish()
    reader.diagram.description = reader.diagram.description.strip()
    return reader.diagram


class _Reader:
    """Reads line after line into a diagram."""

    def __init__(self, diagram: Diagram, report: Report) -> None:
        self.diagram = diagram
        self._report = report
        self._begun = False
        self._describing = False
        self._described_from = 0
        self._tasks = self._scores = 0

    def read(self, raw: str, number: int) -> None:
        """Takes in one line of the file."""
        if len(raw) > LONGEST_LINE:
            raise BadInput(
                message("Line {line} is longer than {most} characters.", line=number, most=LONGEST_LINE),
                message("Divide it into several steps."),
            )
        text = raw.strip()
        if self._describing:
            self._describe(text, number)
        elif not text.startswith("#") or ENTITY_FIRST.match(text):
            text = without_comment(text, number, self._report).strip()
            if text:
                self._statement(text, number)

    def _statement(self, text: str, number: int) -> None:
        if found := ACCESSIBLE_BLOCK.match(text):
            self._described_from = number
            self._describe(found[1], number)
        elif found := ACCESSIBLE.match(text):
            tell_signs(found[2], number, self._report)
            self._accessible(found[1].lower(), text_of(found[2]))
        elif found := KEYWORD.match(text):
            self._keyword(found, text, number)
        else:
            self._task(text, number)

    def finish(self) -> None:
        """Raises BadInput for a description that is never closed: all that follows it would be taken for its text."""
        if self._describing:
            raise BadInput(
                message("Line {line}: the description (accDescr) is not closed.", line=self._described_from),
                message("Write } behind its last line."),
            )

    def _describe(self, text: str, number: int) -> None:
        more, brace, _ = text.partition("}")
        tell_signs(more, number, self._report)
        if len(self.diagram.description) + len(more) > LONGEST_DESCRIPTION:
            raise BadInput(
                message("The description (accDescr) is longer than {most} characters.", most=LONGEST_DESCRIPTION),
                message("Close it with }, or shorten it."),
            )
        self.diagram.description = f"{self.diagram.description}\n{text_of(more)}".lstrip()
        self._describing = not brace

    def _accessible(self, keyword: str, text: str) -> None:
        if keyword == "acctitle":
            self.diagram.accessible_title = text
        else:
            self.diagram.description = text

    def _keyword(self, found: re.Match[str], text: str, number: int) -> None:
        word, after_blank, after_colon = found[1].lower(), found[2], found[3]
        scored = score_place(fields_of(text)) is not None
        if word == "journey":
            self._journey(text, after_blank, after_colon, number)
            return
        if after_colon is not None and scored:
            self._task(text, number)
            return
        if scored:
            self._report.guessed(
                message("“{text}” looks like a step; it was read as what its first word says.", text=shortened(text)),
                number,
            )
        if after_colon is not None:
            self._report.guessed(message("The colon after “{word}” was left out.", word=found[1]), number)
        tell_semicolon(text, number, self._report)
        tell_signs(after_blank or after_colon or "", number, self._report)
        name = text_of(after_blank or after_colon or "")
        if word == "title":
            self._title(name, number)
        else:
            self._open(name, number)

    def _journey(self, text: str, after_blank: str | None, after_colon: str | None, number: int) -> None:
        first, self._begun = not self._begun, True
        if first and after_colon is None:
            if after_blank:
                self._statement(after_blank, number)
        elif after_blank or after_colon is not None:
            self._task(text, number)
        else:
            self._report.dropped(message("A second line that says only “journey” was left out."), number)

    def _title(self, name: str, number: int) -> None:
        if self.diagram.title and self.diagram.title != name:
            old = shortened(self.diagram.title)
            self._report.dropped(message("The earlier title “{title}” was left out.", title=old), number)
        self.diagram.title = name

    def _open(self, name: str, number: int) -> None:
        if len(self.diagram.sections) >= MOST_SECTIONS:
            raise _too_much(number)
        self.diagram.sections.append(Section(name, number))

    def _task(self, text: str, number: int) -> None:
        task = read_task(text, number, self._report)
        if task is None:
            name = shortened(fields_of(text)[0])
            raise BadInput(
                message(
                    "Line {line}: the score of “{text}” is missing.", line=number, text=shortened(text.rstrip(" :：\t"))
                ),
                message("Write a number from 1 to 5 behind the name, for example “{text}: 3”.", text=name),
            )
        if not self.diagram.sections:
            self._report.guessed(message("Steps before the first section became a stage without a name."), number)
            self._open("", number)
        if task.score is not None and not task.actors:
            name = shortened(task.name)
            self._report.dropped(
                message(
                    "Nobody is named at “{name}”: its score {score} is not shown.", name=name, score=plain(task.score)
                ),
                number,
            )
        self._count(task)
        self.diagram.sections[-1].tasks.append(task)

    def _count(self, task: Task) -> None:
        self.diagram.actors.update(dict.fromkeys(task.actors))
        self._tasks += 1
        self._scores += len(task.actors)
        if self._tasks > MOST_TASKS or self._scores > MOST_SCORES or len(self.diagram.actors) > MOST_ACTORS:
            raise _too_much(task.line)


def _too_much(line: int) -> BadInput:
    return BadInput(
        message(
            "From line {line} on this is too much for one map: at most {sections} sections, {tasks} steps and "
            "{actors} actors.",
            line=line,
            sections=MOST_SECTIONS,
            tasks=MOST_TASKS,
            actors=MOST_ACTORS,
        ),
        message("Divide the diagram into several files."),
    )
