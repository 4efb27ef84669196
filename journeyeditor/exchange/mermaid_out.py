"""Mermaid `journey` diagrams out: a stage becomes a section, a touchpoint a step, an emotion a score from 1 to 5.

A step has one score for all its actors. So a diagram of several personas says the mean of those who feel something
there, and names them; where all feel alike nothing is lost. A step where nobody feels anything has the score 3 and
nobody's name, which our importer reads as a gap in the curve.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from journeyeditor.errors import counted, message
from journeyeditor.exchange.building import EXACT
from journeyeditor.exchange.left_out import Held, tell_left_out
from journeyeditor.exchange.markdown_text import document, one_line
from journeyeditor.exchange.mermaid_text import NO_TITLE, as_actor, as_description, as_heading, as_task, is_too_long
from journeyeditor.exchange.outcome import Exported
from journeyeditor.exchange.report import Report
from journeyeditor.exchange.short import plain_number
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Emotion, Head, Persona, Stage, Touchpoint
from journeyeditor.model.text import clean
from journeyeditor.words import speak

HELD: Held = {
    Head: ("title", "scenario"),
    Stage: ("title",),
    Touchpoint: ("title",),
    Persona: ("name",),
    Emotion: ("value",),
}
MIDDLE_SCORE = Decimal(3)
MEAN_DIGITS = 2
MOST_CHARACTERS = 50_000
"""Mermaid's `maxTextSize`, unless a page raises it."""


def to_mermaid(journey: Journey, *, personas: Sequence[str] = (), language: str | None = None) -> Exported:
    """A `.mmd`: one diagram of the personas (ids; none = everyone who is not hidden).

    `language` is that of the words that stand in for missing names; the journey's if None.
    """
    export = _Export(journey, personas, language)
    text = export.diagram(export.people)
    return Exported(text.encode("utf-8"), export.told([text]))


def mermaid_of_each(
    journey: Journey, *, personas: Sequence[str] = (), language: str | None = None
) -> list[tuple[Persona, Exported]]:
    """A `.mmd` for each persona, in their order."""
    people = _chosen(journey, personas)
    return [(persona, to_mermaid(journey, personas=(persona.id,), language=language)) for persona in people]


def to_mermaid_markdown(journey: Journey, *, personas: Sequence[str] = (), language: str | None = None) -> Exported:
    """A `.md` with a diagram for each persona under their name; with one of nobody where there are no personas."""
    export = _Export(journey, personas, language)
    heading = one_line(journey.head.title) or speak(language or journey.head.language).say("Untitled journey")
    blocks, texts = [f"# {heading}"], []
    for persona in export.people:
        texts.append(export.diagram([persona]))
        blocks += [f"## {one_line(export.names[persona.id])}", f"```mermaid\n{texts[-1]}```"]
    if not texts:
        texts.append(export.diagram([]))
        blocks.append(f"```mermaid\n{texts[-1]}```")
    return Exported(document(blocks).encode("utf-8"), export.told(texts))


def _chosen(journey: Journey, personas: Sequence[str]) -> list[Persona]:
    """Who is written, in their order."""
    return [p for p in journey.personas() if (p.id in personas if personas else not p.hidden)]


def _named(people: Sequence[Persona], language: str) -> dict[str, str]:
    """What each persona is called in a diagram: their name, on one line, and told from others of that name."""
    say = speak(language).say
    names: dict[str, str] = {}
    times: Counter[str] = Counter()
    taken: set[str] = set()
    for number, persona in enumerate(people, start=1):
        called = _one_line(persona.name) or _one_line(persona.role) or say("Persona {number}", number=number)
        name = called
        while name in taken:
            times[called] += 1
            name = f"{called} {times[called] + 1}"
        taken.add(name)
        names[persona.id] = name
    return names


def _one_line(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(clean(name).split("\n")).strip())


class _Marks(msgspec.Struct):
    """Ids of what could not be written as it is; a set each, for a `.md` writes every step several times."""

    averaged: set[str] = msgspec.field(default_factory=set)
    silent: set[tuple[str, ...]] = msgspec.field(default_factory=set)
    untitled: set[str] = msgspec.field(default_factory=set)
    empty: set[str] = msgspec.field(default_factory=set)
    cut: set[str] = msgspec.field(default_factory=set)


class _Export:
    """Writes diagrams of one journey and keeps what there is to report."""

    def __init__(self, journey: Journey, personas: Sequence[str], language: str | None) -> None:
        self.journey = journey
        self.people = _chosen(journey, personas)
        self.names = _named(self.people, language or journey.head.language)
        self._marks = _Marks()
        self._report = Report("mermaid")

    # -- the diagram --------------------------------------------------------------------------------------------
    def diagram(self, people: Sequence[Persona]) -> str:
        """The journey as these personas feel it."""
        feelings = {persona.id: self.journey.emotions(persona.id) for persona in people}
        return "\n".join([*self._head(), *self._stages(people, feelings)]) + "\n"

    def _head(self) -> Iterator[str]:
        head = self.journey.head
        yield "journey"
        if title := as_heading(self._text(head.title, head.id)):
            yield f"  title {title}"
        if head.scenario.strip():
            lines = as_description(self._text(head.scenario, head.id))
            yield from ("  accDescr {", *(f"    {line}".rstrip() for line in lines), "  }")

    def _stages(self, people: Sequence[Persona], feelings: dict[str, dict[str, Emotion]]) -> Iterator[str]:
        reading = self.journey.reading()
        for number, stage in enumerate(reading.stages):
            column = reading.column(stage.id)
            title = as_heading(self._text(stage.title, stage.id))
            # Steps before any section are an unnamed first stage, in Mermaid and for our importer.
            if title or number or not column:
                yield f"  section {title or self._without_title(stage.id)}"
            if not column:
                self._marks.empty.add(stage.id)
            for touchpoint in column:
                name = as_task(self._text(touchpoint.title, touchpoint.id)) or self._without_title(touchpoint.id)
                yield f"    {name}: {self._data(touchpoint, people, feelings)}"

    def _data(self, touchpoint: Touchpoint, people: Sequence[Persona], feelings: dict[str, dict[str, Emotion]]) -> str:
        """The score of a step and who feels it."""
        felt = {p.id: feelings[p.id][touchpoint.id].value for p in people if touchpoint.id in feelings[p.id]}
        if not felt:
            self._marks.silent.add((touchpoint.id, *(persona.id for persona in people)))
            return str(MIDDLE_SCORE)
        values = [Decimal(repr(round(value, EXACT))) for value in felt.values()]
        score = values[0]
        if len(set(values)) > 1:
            self._marks.averaged.add(touchpoint.id)
            score = round(sum(values, Decimal(0)) / len(values), MEAN_DIGITS)
        names = ", ".join(as_actor(self._text(self.names[key], key)) for key in felt)
        return f"{plain_number(MIDDLE_SCORE + score)}: {names}"

    def _text(self, text: str, key: str) -> str:
        """A text on its way out, noted where it will be cut."""
        if is_too_long(text):
            self._marks.cut.add(key)
        return text

    def _without_title(self, key: str) -> str:
        self._marks.untitled.add(key)
        return NO_TITLE

    # -- the report ---------------------------------------------------------------------------------------------
    def told(self, texts: Sequence[str]) -> Report:
        """Everything that these diagrams of the journey say otherwise or not at all."""
        self._tell_people()
        self._tell_steps()
        if sum(map(len, texts)) > MOST_CHARACTERS and (longest := max(map(len, texts))) > MOST_CHARACTERS:
            self._report.changed(
                message(
                    "A diagram has {count} characters; Mermaid draws at most {most} unless “maxTextSize” is raised.",
                    count=longest,
                    most=MOST_CHARACTERS,
                )
            )
        tell_left_out(self.journey, self._report, HELD, personas={persona.id for persona in self.people})
        return self._report

    def _tell_people(self) -> None:
        report = self._report
        if others := len(self.journey.personas()) - len(self.people):
            report.dropped(
                counted("{n} other persona is not in this file.", "{n} other personas are not in this file.", others)
            )
        if mute := sum(not self.journey.emotions(persona.id) for persona in self.people):
            report.dropped(
                counted(
                    "{n} persona feels nothing anywhere and is named nowhere.",
                    "{n} personas feel nothing anywhere and are named nowhere.",
                    mute,
                )
            )
        if renamed := sum(self.names[persona.id] != _one_line(persona.name) for persona in self.people):
            report.changed(
                counted(
                    "{n} persona without a name of their own got one.",
                    "{n} personas without a name of their own got one.",
                    renamed,
                )
            )
        if averaged := len(self._marks.averaged):
            report.changed(
                counted(
                    "At {n} touchpoint personas feel differently; the mean was written. Choose one with --persona.",
                    "At {n} touchpoints personas feel differently; the mean was written. Choose one with --persona.",
                    averaged,
                )
            )

    def _tell_steps(self) -> None:
        report, marks = self._report, self._marks
        if silent := len(marks.silent):
            report.changed(
                counted(
                    "At {n} touchpoint nobody feels anything; it got score 3, for Mermaid wants one, and no name.",
                    "At {n} touchpoints nobody feels anything; they got score 3, for Mermaid wants one, and no name.",
                    silent,
                )
            )
        if untitled := len(marks.untitled):
            report.changed(
                counted(
                    "{n} stage or touchpoint without a title is called “{mark}”.",
                    "{n} stages or touchpoints without a title are called “{mark}”.",
                    untitled,
                    mark=NO_TITLE,
                )
            )
        if empty := len(marks.empty):
            report.changed(
                counted(
                    "{n} stage without touchpoints is written, but Mermaid does not draw it.",
                    "{n} stages without touchpoints are written, but Mermaid does not draw them.",
                    empty,
                )
            )
        if cut := len(marks.cut):
            report.changed(counted("{n} very long text was cut.", "{n} very long texts were cut.", cut))
