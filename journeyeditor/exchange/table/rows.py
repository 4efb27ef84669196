"""The rows of a table as a map: what each row adds to a journey in the making.

A stage, a touchpoint and a persona are known by what stands in their cells, wherever in the file; a cell that is empty
means the one above. Only where two rows contradict each other is one name taken for two touchpoints.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from journeyeditor.errors import BadInput, counted, message
from journeyeditor.exchange.building import (
    MOST_PERSONAS,
    MOST_STAGES,
    MOST_TOUCHPOINTS,
    Building,
    StageDraft,
    TouchpointDraft,
)
from journeyeditor.exchange.report import Report
from journeyeditor.exchange.short import shortened
from journeyeditor.exchange.table.channels import ChannelBook
from journeyeditor.exchange.table.findings import KINDS, FindingBook
from journeyeditor.exchange.table.items import items_of
from journeyeditor.exchange.table.names import UNTITLED, title_of
from journeyeditor.exchange.table.sheet import LONGEST_CELL

MOST_FINDINGS = 50_000
"""Findings and feelings together."""
MOST_NAMESAKES = 8
"""So many touchpoints of one name are tried before another is made."""


class Felt(msgspec.Struct, frozen=True):
    """What a row says of a feeling."""

    value: float
    words: str


class Entry(msgspec.Struct, frozen=True):
    """One row: what stands under each key, and the feeling it speaks of. `stage` is that of the row above if empty."""

    line: int
    stage: str
    cells: Mapping[str, str]
    felt: Felt | None

    @property
    def people(self) -> list[str]:
        """The personas of the row, each on a line."""
        return [line.strip() for line in self.cells["persona"].split("\n") if line.strip()]


class Doubts(msgspec.Struct):
    """How often something had to be guessed, told once at the end."""

    apart: set[str] = msgspec.field(default_factory=set)
    above: int = 0
    named_by_stage: int = 0
    nobody: int = 0


class RowReader:
    """Takes row after row into a journey."""

    def __init__(self, entries: Sequence[Entry], report: Report) -> None:
        self.building = Building()
        self._report = report
        self._channels = ChannelBook(self.building)
        self._findings = FindingBook()
        self._doubts = Doubts()
        self._stage_forms = {entry.stage for entry in entries}
        self._persona_forms = {name for entry in entries for name in entry.people}
        self._step_forms: dict[str, set[str]] = {}
        for entry in entries:
            self._step_forms.setdefault(entry.stage, set()).add(entry.cells["touchpoint"])
        self._stages: dict[str, StageDraft] = {}
        self._steps: dict[tuple[str, str], list[TouchpointDraft]] = {}
        self._step_count = self._feeling_count = 0
        self._descriptions: dict[str, dict[str, None]] = {}
        self._lengths: dict[str, int] = {}
        self._stage_above: str | None = None
        self._step_above: tuple[tuple[str, str], TouchpointDraft] | None = None
        self._person_above: str | None = None

    def read(self, entry: Entry) -> None:
        """Takes in one row."""
        stage = self._stage(entry)
        people = self._people(entry)
        feeling = people or self._nobody(entry)
        step = self._step(entry, stage, feeling)
        place = step or stage
        self._describe(place, entry)
        if entry.felt is not None and step is not None:
            self._feel(step, feeling, entry.felt, entry.line)
        for key, kind in KINDS.items():
            for item in items_of(entry.cells[key], kind):
                self._findings.add(place.id, kind, item, people)
        if len(self._findings) + self._feeling_count > MOST_FINDINGS:
            raise _too_much(entry.line)

    def finish(self) -> Building:
        """The whole, when all rows are read."""
        for stage in self.building.stages:
            stage.description = "\n".join(self._descriptions.get(stage.id, ()))
            for step in stage.touchpoints:
                step.description = "\n".join(self._descriptions.get(step.id, ()))
        self._findings.keep(self.building)
        self._tell_doubts()
        return self.building

    # -- stages and touchpoints ---------------------------------------------------------------------------------
    def _stage(self, entry: Entry) -> StageDraft:
        key = entry.stage
        if not entry.cells["stage"] and self._stages:
            self._doubts.above += 1
        if key not in self._stages:
            if len(self._stages) >= MOST_STAGES:
                raise _too_much(entry.line)
            self._stages[key] = self.building.stage(title_of(key, self._stage_forms))
        elif key != self._stage_above:
            self._doubts.apart.add(key)
        self._stage_above = key
        return self._stages[key]

    def _step(self, entry: Entry, stage: StageDraft, people: Sequence[str]) -> TouchpointDraft | None:
        """The touchpoint of a row; None for one that speaks of the stage."""
        form = entry.cells["touchpoint"]
        above = self._step_above
        if not form:
            is_below = above is not None and above[0][0] == entry.stage
            if entry.felt is None and (entry.cells["stage"] or not is_below):
                self._step_above = None
                self._leave_out_channel(entry)
                return None
            if above is not None and is_below:
                form = above[0][1]
            else:
                form = stage.title or UNTITLED
                self._doubts.named_by_stage += 1
        return self._matching(entry, stage, form, people)

    def _matching(self, entry: Entry, stage: StageDraft, form: str, people: Sequence[str]) -> TouchpointDraft:
        key = (entry.stage, form)
        named = entry.cells["channel"]
        channel = self._channels.find(named) if named else None
        steps = self._steps.setdefault(key, [])
        above = [self._step_above[1]] if self._step_above is not None and self._step_above[0] == key else []
        step = next((s for s in (*above, *steps[:MOST_NAMESAKES]) if self._fits(s, channel, people, entry)), None)
        if step is None:
            step = self._new_step(entry, stage, form, is_second=bool(steps))
            steps.append(step)
        step.channel = step.channel or channel
        self._step_above = (key, step)
        return step

    def _fits(self, step: TouchpointDraft, channel: str | None, people: Sequence[str], entry: Entry) -> bool:
        """Whether a row may speak of this touchpoint: nothing it says is said otherwise there."""
        if channel is not None and step.channel not in (None, channel):
            return False
        known = [self.building.emotion(person, step.id) for person in people]
        return entry.felt is None or all(one is None or one.value == entry.felt.value for one in known)

    def _new_step(self, entry: Entry, stage: StageDraft, form: str, *, is_second: bool) -> TouchpointDraft:
        self._step_count += 1
        if self._step_count > MOST_TOUCHPOINTS:
            raise _too_much(entry.line)
        title = title_of(form, self._step_forms[entry.stage])
        if is_second:
            self._report.guessed(
                message("“{name}” is taken as another touchpoint of that name.", name=shortened(title)), entry.line
            )
        return self.building.touchpoint(stage, title)

    def _leave_out_channel(self, entry: Entry) -> None:
        if named := entry.cells["channel"]:
            self._report.dropped(
                message("The channel “{name}” stands at a stage and was left out.", name=shortened(named)), entry.line
            )

    def _describe(self, place: StageDraft | TouchpointDraft, entry: Entry) -> None:
        text = entry.cells["description"]
        known = self._descriptions.setdefault(place.id, {})
        if not text or text in known:
            return
        length = self._lengths.get(place.id, 0) + len(text) + 1
        if length > LONGEST_CELL:
            self._report.dropped(message("A further description was left out: together they are too long."), entry.line)
            return
        if known:
            name = shortened(place.title)
            self._report.changed(
                message("Another description of “{name}” was put below the first.", name=name), entry.line
            )
        known[text] = None
        self._lengths[place.id] = length

    # -- people -------------------------------------------------------------------------------------------------
    def _people(self, entry: Entry) -> list[str]:
        """Ids of the personas of a row. For a feeling an empty cell means the persona above."""
        forms = entry.people
        if not forms and entry.felt is not None and self._person_above is not None:
            forms = [self._person_above]
            name = title_of(self._person_above, self._persona_forms)
            self._report.guessed(
                message("No persona is named; “{name}” from above was taken.", name=shortened(name)), entry.line
            )
        if forms:
            self._person_above = forms[-1]
        return list(dict.fromkeys(self._person(form, entry) for form in forms))

    def _nobody(self, entry: Entry) -> list[str]:
        """Who has the feeling of a row where nobody is named, nor above: a persona without a name."""
        if entry.felt is None:
            return []
        self._doubts.nobody += 1
        return [self._person("", entry)]

    def _person(self, form: str, entry: Entry) -> str:
        key = self.building.persona(form, title_of(form, self._persona_forms))
        if self.building.persona_count > MOST_PERSONAS:
            raise _too_much(entry.line)
        return key

    def _feel(self, step: TouchpointDraft, people: Sequence[str], felt: Felt, line: int) -> None:
        for person in people:
            known = self.building.emotion(person, step.id)
            if known is None or not known.words:
                self.building.feel(person, step.id, felt.value, felt.words)
            elif felt.words and felt.words != known.words:
                words = shortened(felt.words)
                self._report.dropped(
                    message("Further words for the same feeling were left out: “{words}”.", words=words), line
                )
            self._feeling_count += known is None

    # -- the report ---------------------------------------------------------------------------------------------
    def _tell_doubts(self) -> None:
        report, doubts = self._report, self._doubts
        if doubts.above:
            report.guessed(
                counted(
                    "{n} empty cell under the stages means the stage above.",
                    "{n} empty cells under the stages mean the stage above.",
                    doubts.above,
                )
            )
        if apart := len(doubts.apart):
            report.guessed(
                counted(
                    "The rows of {n} stage stand apart; they were put together.",
                    "The rows of {n} stages stand apart; they were put together.",
                    apart,
                )
            )
        if doubts.named_by_stage:
            report.guessed(
                counted(
                    "{n} feeling stands at a stage; a touchpoint of the same name was made for it.",
                    "{n} feelings stand at a stage; touchpoints of the same names were made for them.",
                    doubts.named_by_stage,
                )
            )
        if doubts.nobody:
            report.guessed(message("Nobody is named: the feelings belong to one persona without a name."))


def _too_much(line: int) -> BadInput:
    return BadInput(
        message(
            "From line {line} on this is too much for one map: at most {stages} stages, {touchpoints} touchpoints, "
            "{personas} personas and {findings} findings.",
            line=line,
            stages=MOST_STAGES,
            touchpoints=MOST_TOUCHPOINTS,
            personas=MOST_PERSONAS,
            findings=MOST_FINDINGS,
        ),
        message("Divide the table into several files."),
    )
