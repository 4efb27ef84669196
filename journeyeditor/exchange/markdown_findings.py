"""One sentence for each thing that hangs on a map: pains, gains, opportunities, quotes, measures, entries, notes."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from journeyeditor.exchange.markdown_text import escaped, one_line, quotation
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Anchored,
    Entry,
    Finding,
    Gain,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
    Value,
)
from journeyeditor.words import Words

BETWEEN = " · "


class Teller(msgspec.Struct, frozen=True):
    """Tells findings of one journey in one language."""

    journey: Journey
    words: Words

    def told(self, finding: Finding) -> str:
        """The finding as escaped Markdown, without the mark of a list item."""
        match finding:
            case Pain() | Gain():
                return self._hurt_or_delight(finding)
            case Opportunity():
                return self._opportunity(finding)
            case Quote():
                return self._quote(finding)
            case Measure():
                return self._measure(finding)
            case Entry():
                return self._entry(finding)
            case Note():
                return self._with(finding.text, self._reach(finding))

    def name(self, persona: Persona) -> str:
        """What a persona is called, on one line."""
        number = self.journey.personas().index(persona) + 1
        return one_line(persona.name) or one_line(persona.role) or self.words.say("Persona {number}", number=number)

    def names(self, keys: Sequence[str]) -> str:
        """Several personas by name; the empty text stands for everyone."""
        found = [record for key in keys if isinstance(record := self.journey.get(key), Persona)]
        return self.words.list([self.name(persona) for persona in found])

    def title(self, key: str | None) -> str:
        """What a stage or touchpoint is called, on one line."""
        record = self.journey.get(key) if key else None
        title = one_line(record.title) if isinstance(record, Stage | Touchpoint) else ""
        return title or self.words.say("without a title")

    def pair(self, label: str, value: str) -> str:
        """A name and its value, set as the language does."""
        return self.words.say("{label}: {value}", label=label, value=value)

    def evidence(self, value: str | None) -> str:
        """The word for what a statement rests on."""
        return self.words.term("evidence", value) if value else ""

    def votes(self, count: int) -> str:
        """How many voted; nothing for none."""
        return self.words.plural("{n} vote", "{n} votes", count) if count else ""

    # -- kinds --------------------------------------------------------------------------------------------------
    def _with(self, text: str, *details: str) -> str:
        told = [detail for detail in details if detail]
        body = escaped(text) or self.words.say("without a text")
        return f"{body} ({BETWEEN.join(told)})" if told else body

    def _reach(self, finding: Anchored) -> str:
        """For whom it holds and how far it goes, where that is not everyone and one place."""
        parts = [self.names(finding.personas)]
        if finding.last != finding.first:
            parts.append(self.words.say("up to {title}", title=self.words.quoted(self.title(finding.last))))
        return BETWEEN.join(part for part in parts if part)

    def _hurt_or_delight(self, finding: Pain | Gain) -> str:
        weight = (
            self.words.say("severity {value} of {most}", value=finding.severity, most=5)
            if isinstance(finding, Pain)
            else self.words.say("strength {value} of {most}", value=finding.strength, most=3)
        )
        return self._with(
            finding.text, weight, self.votes(finding.votes), self.evidence(finding.evidence), self._reach(finding)
        )

    def _opportunity(self, finding: Opportunity) -> str:
        say = self.words.say
        details = [
            self.pair(say("owner"), one_line(finding.owner) or say("still open")),
            self.pair(say("due"), one_line(self.words.date(finding.due)) or say("still open")),
            self.words.term("status", finding.status),
            say("impact {value} of {most}", value=finding.impact, most=5) if finding.impact else "",
            say("effort {value} of {most}", value=finding.effort, most=5) if finding.effort else "",
            self.votes(finding.votes),
            self._reach(finding),
        ]
        pains = [
            record for key in self.journey.answered(finding.id) if isinstance(record := self.journey.get(key), Pain)
        ]
        pains.sort(key=lambda pain: (-pain.severity, pain.text))
        answers = self.words.list([self.words.quoted(one_line(pain.text)) for pain in pains])
        told = self._with(finding.text, *details)
        answering = self.pair(say("answers"), answers)
        return f"{told}\n{answering}" if answers else told

    def _quote(self, finding: Quote) -> str:
        who = [self.names(finding.personas), one_line(finding.source), one_line(self.words.date(finding.date))]
        source = ", ".join(part for part in who if part)
        return quotation(self.words.quoted(escaped(finding.text)), source)

    def _measure(self, finding: Measure) -> str:
        values = sorted(finding.values, key=lambda value: value.date)
        name = one_line(finding.name) or self.words.say("without a name")
        latest = self._value(values[-1], finding.unit) if values else self.words.say("no value yet")
        details = []
        if finding.target is not None:
            target = self.pair(self.words.say("target"), self._amount(finding.target, finding.unit))
            details.append(target)
            if values:
                details.append(
                    self.words.say("target met") if _is_met(finding, values[-1]) else self.words.say("target missed")
                )
        if finding.minimum is not None and finding.maximum is not None:
            low, high = self.words.number(finding.minimum), self.words.number(finding.maximum)
            details.append(self.words.say("scale from {low} to {high}", low=low, high=high))
        details.append(self.words.term("better", finding.better))
        if earlier := values[:-1]:
            told = ", ".join(self._value(value, finding.unit) for value in earlier)
            details.append(self.pair(self.words.say("before"), told))
        details.append(self._reach(finding))
        return f"{self.pair(name, f'**{latest}**')} ({BETWEEN.join(detail for detail in details if detail)})"

    def _amount(self, value: float, unit: str) -> str:
        number = self.words.number(value)
        return f"{number}\u00a0{one_line(unit)}" if unit.strip() else number

    def _value(self, value: Value, unit: str) -> str:
        details = [one_line(self.words.date(value.date))]
        if value.sample is not None:
            details.append(self.words.plural("{n} answer", "{n} answers", value.sample))
        told = ", ".join(detail for detail in details if detail)
        return f"{self._amount(value.value, unit)} ({told})" if told else self._amount(value.value, unit)

    def _entry(self, finding: Entry) -> str:
        title, text = one_line(finding.title), escaped(finding.text)
        lane = self.journey.get(finding.lane)
        if text and getattr(lane, "kind", "") == "thoughts":
            text = self.words.quoted(text)
        both = self.pair(f"**{title}**", text) if title and text else title or text or self.words.say("without a text")
        reach = self._reach(finding)
        return f"{both} ({reach})" if reach else both


def _is_met(measure: Measure, value: Value) -> bool:
    if measure.target is None:
        return False
    return value.value >= measure.target if measure.better == "higher" else value.value <= measure.target
