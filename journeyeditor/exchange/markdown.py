"""The text twin of the poster: the whole map as a readable Markdown document, in reading order.

For those who cannot see the poster, and for e-mail. What is hidden on the poster (a persona, a lane) is hidden here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeyeditor.exchange.markdown_findings import BETWEEN, Teller
from journeyeditor.exchange.markdown_rows import Row, label_of, rows_of
from journeyeditor.exchange.markdown_text import bullet, document, escaped, link, one_line, paragraph, quotation
from journeyeditor.model.journey import Journey
from journeyeditor.model.naming import channel_name
from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import (
    Closer,
    Emotion,
    Entry,
    Finding,
    Flow,
    Gain,
    Line,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
)
from journeyeditor.words import speak


def to_markdown(journey: Journey, *, language: str | None = None, personas: Sequence[str] = ()) -> str:
    """The map as Markdown (CommonMark). `language` is that of its headings, dates and numbers; the journey's if None.

    `personas` (ids) limits who is told of; none = everyone who is not hidden.
    """
    return _Twin(journey, language or journey.head.language, personas).text()


class _Twin:
    """Tells one journey from its title to its parking lot."""

    def __init__(self, journey: Journey, language: str, personas: Sequence[str]) -> None:
        self.journey = journey
        self.words = speak(language)
        self.tell = Teller(journey, self.words)
        self.reading: ReadingOrder = journey.reading()
        self.people = [
            persona for persona in journey.personas() if (persona.id in personas if personas else not persona.hidden)
        ]
        self.feelings: dict[str, dict[str, Emotion]] = {p.id: journey.emotions(p.id) for p in self.people}
        self.rows = rows_of(journey, self.tell, self.reading, {persona.id for persona in self.people})

    def text(self) -> str:
        """The whole document."""
        return document(
            [
                *self._head(),
                *self._who(),
                *self._curves(),
                *(block for number, stage in enumerate(self.reading.stages, 1) for block in self._stage(number, stage)),
                *self._structure(),
                *self._parked(),
            ]
        )

    def _label(self, text: str) -> str:
        """A line that names the list below it."""
        return self.tell.pair(f"**{text}**", "").rstrip()

    # -- what stands above the map ------------------------------------------------------------------------------
    def _head(self) -> Iterator[str]:
        head, say = self.journey.head, self.words.say
        title, kind = one_line(head.title) or say("Untitled journey"), say("Customer journey")
        yield f"# {title}"
        yield f"*{kind}{BETWEEN}{self.words.term('state', head.state)}*"
        for label, text in ((say("Scenario"), head.scenario), (say("Customer goal"), head.goal)):
            if text.strip():
                yield paragraph(self.tell.pair(f"**{label}**", escaped(text)))
        for label, text in (
            (say("Owner"), head.owner),
            (say("Facilitator"), head.facilitator),
            (say("Date"), self.words.date(head.date)),
            (say("Version"), head.version),
            (say("Next review"), self.words.date(head.next_review)),
        ):
            if text.strip():
                yield bullet(self.tell.pair(label, one_line(text)))

    def _who(self) -> Iterator[str]:
        if self.people:
            yield _heading(self.words.say("Personas"))
        for persona in self.people:
            yield from self._persona(persona)

    def _persona(self, persona: Persona) -> Iterator[str]:
        say = self.words.say
        yield f"### {self.tell.name(persona)}"
        maturity = self.words.term("maturity", persona.maturity) if persona.maturity else ""
        role = one_line(persona.role) if persona.name.strip() else ""
        yield BETWEEN.join(part for part in (role, maturity) if part)
        if persona.quote.strip():
            yield quotation(self.words.quoted(escaped(persona.quote)), "")
        if persona.bio.strip():
            yield paragraph(escaped(persona.bio))
        for label, items in (
            (say("Goals"), persona.goals),
            (say("Needs"), persona.needs),
            (say("Frustrations"), persona.frustrations),
        ):
            if any(item.strip() for item in items):
                yield self._label(label)
                yield from (bullet(escaped(item)) for item in items if item.strip())

    def _curves(self) -> Iterator[str]:
        """The highest and the lowest point of each curve: what the eye sees first."""
        order = {touchpoint.id: number for number, touchpoint in enumerate(self.reading.touchpoints)}
        told = []
        for persona in self.people:
            felt = sorted(self.feelings[persona.id].values(), key=lambda emotion: order.get(emotion.touchpoint, 0))
            if not felt:
                continue
            high, low = max(felt, key=lambda e: e.value), min(felt, key=lambda e: e.value)
            told.append(
                bullet(
                    self.words.say(
                        "{name}: highest {high} at {there}, lowest {low} at {here}",
                        name=f"**{self.tell.name(persona)}**",
                        high=self.words.number(high.value, sign=True),
                        there=self.words.quoted(self.tell.title(high.touchpoint)),
                        low=self.words.number(low.value, sign=True),
                        here=self.words.quoted(self.tell.title(low.touchpoint)),
                    )
                )
            )
        if told:
            yield _heading(self.words.term("lane", "emotions"))
            yield self.words.say("Feelings go from -2 (at the end of one's tether) to +2 (delighted).")
            yield from told

    # -- the map ------------------------------------------------------------------------------------------------
    def _stage(self, number: int, stage: Stage) -> Iterator[str]:
        say = self.words.say
        yield f"## {number}. {self.tell.title(stage.id)}"
        yield BETWEEN.join(part for part in (self._phase(stage), one_line(stage.duration)) if part)
        for label, text in ((say("Customer goal"), stage.goal), (say("Description"), stage.description)):
            if text.strip():
                yield paragraph(self.tell.pair(f"**{label}**", escaped(text)))
        yield from self._reasons(
            (say("Loyalty-critical"), stage.loyalty_critical), (say("Blind spot"), stage.blind_spot)
        )
        yield from self._closer(stage.journey)
        yield from self._held(stage.id)
        yield from self._flows(stage.id)
        for place, touchpoint in enumerate(self.reading.column(stage.id), 1):
            yield from self._touchpoint(f"{number}.{place}", touchpoint)

    def _phase(self, stage: Stage) -> str:
        if stage.phase is None:
            return ""
        own = one_line(self.journey.head.phase_titles.get(stage.phase, ""))
        return self.tell.pair(self.words.say("Phase"), own or self.words.term("phase", stage.phase))

    def _reasons(self, *flags: tuple[str, str | None]) -> Iterator[str]:
        for label, reason in flags:
            if reason is not None:
                bold = f"**{label}**"
                yield bullet(self.tell.pair(bold, escaped(reason)) if reason.strip() else bold)

    def _closer(self, closer: Closer | None) -> Iterator[str]:
        if closer is not None and (closer.title or closer.path):
            yield bullet(self.tell.pair(self.words.say("Closer map"), one_line(closer.title or closer.path)))

    def _touchpoint(self, number: str, touchpoint: Touchpoint) -> Iterator[str]:
        say = self.words.say
        yield f"### {number} {self.tell.title(touchpoint.id)}"
        details = [
            self._channel(touchpoint),
            self.words.term("started_by", touchpoint.started_by) if touchpoint.started_by else "",
            self.tell.evidence(touchpoint.evidence),
            say("with a picture") if touchpoint.image else "",
        ]
        yield BETWEEN.join(detail for detail in details if detail)
        if touchpoint.description.strip():
            yield paragraph(escaped(touchpoint.description))
        yield from self._reasons((say("Moment of truth"), touchpoint.moment_of_truth))
        yield from (
            bullet(self.tell.pair(say("Link"), link(address))) for address in touchpoint.links if address.strip()
        )
        yield from self._closer(touchpoint.journey)
        yield from self._held(touchpoint.id)
        yield from self._flows(touchpoint.id)
        if touchpoint.ends_here:
            yield bullet(say("The journey may end here."))

    def _channel(self, touchpoint: Touchpoint) -> str:
        channel = self.journey.channel(touchpoint.channel)
        if channel is None:
            return ""
        name = one_line(channel_name(channel, self.words))
        return self.tell.pair(self.words.say("Channel"), name)

    def _held(self, step: str) -> Iterator[str]:
        """What the lanes hold at one stage or touchpoint, from the top lane down."""
        for row in self.rows:
            if row.kind == "emotions":
                yield from self._felt(row, step)
            elif found := row.held.get(step):
                yield self._label(row.label)
                told = (self.tell.told(finding) for finding in found)
                yield from (text if text.startswith("> ") else bullet(text) for text in told)

    def _felt(self, row: Row, step: str) -> Iterator[str]:
        told = []
        for persona in self.people:
            emotion = self.feelings[persona.id].get(step)
            if emotion is not None and (not row.personas or persona.id in row.personas):
                words = one_line(emotion.words) or self.words.feeling(emotion.value)
                value = self.words.number(emotion.value, sign=True)
                told.append(bullet(self.tell.pair(self.tell.name(persona), f"{value} ({words})")))
        if told:
            yield self._label(row.label)
            yield from told

    def _flows(self, step: str) -> Iterator[str]:
        shown = {persona.id for persona in self.people}
        flows = [flow for flow in self.journey.flows(step) if not flow.personas or shown & set(flow.personas)]
        if flows:
            yield self._label(self.words.say("Flows"))
        yield from (bullet(self._flow(flow)) for flow in flows)

    def _flow(self, flow: Flow) -> str:
        start, goal = self.reading.starts(flow.source), self.reading.starts(flow.target)
        title = self.words.quoted(self.tell.title(flow.target))
        backwards = start is not None and goal is not None and goal <= start
        where = (
            self.words.say("back to {title}", title=title) if backwards else self.words.say("to {title}", title=title)
        )
        share = self.words.percent(flow.share) if flow.share is not None else ""
        details = BETWEEN.join(part for part in (share, self.tell.names(flow.personas)) if part)
        told = f"{where} ({details})" if details else where
        return self.tell.pair(told, escaped(flow.label)) if flow.label.strip() else told

    # -- what stands below the map ------------------------------------------------------------------------------
    def _structure(self) -> Iterator[str]:
        rows = self.journey.rows()
        if any(isinstance(row, Line) for row in rows):
            yield _heading(self.words.say("Rows of the map, from the top"))
            for row in rows:
                if isinstance(row, Line):
                    yield bullet(f"— {self.words.term('line', row.kind)} —")
                elif not row.hidden:
                    yield bullet(label_of(row, self.tell))

    def _parked(self) -> Iterator[str]:
        kinds: tuple[type[Finding], ...] = (Note, Pain, Gain, Opportunity, Quote, Measure, Entry)
        found: list[Finding] = [finding for kind in kinds for finding in self.journey.all(kind)]
        waiting = [finding for finding in found if finding.first is None]
        if waiting:
            yield _heading(self.words.say("Parking lot"))
        for finding in waiting:
            told = self.tell.told(finding)
            yield told if told.startswith("> ") else bullet(told)


def _heading(text: str) -> str:
    return f"## {text}"
