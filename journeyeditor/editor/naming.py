"""What a record or an empty cell is called aloud: short sentences for those who listen instead of looking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from journeyeditor.editor.grid import STAGES, Cell
from journeyeditor.editor.text_apart import PHASE_TITLES, is_apart
from journeyeditor.editor.texting import label_of, text_of
from journeyeditor.editor.voice import Voice
from journeyeditor.errors import counted, message
from journeyeditor.model.naming import COUNTED
from journeyeditor.model.records import (
    Answers,
    AnyRecord,
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

if TYPE_CHECKING:
    from journeyeditor.editor.editor import Editor


def spoken(editor: Editor, record: AnyRecord) -> str:
    """A record in a sentence of the interface's language: what it is, its words, where it is, what is said of it."""
    build = _SENTENCES.get(type(record))
    return build(Voice(editor), record) if build is not None else ""


def spoken_text(editor: Editor, record: AnyRecord, field: str) -> str:
    """A text of a record that is opened: its record in a sentence, or what it is where it stands apart from that."""
    if not is_apart(record, field):
        return spoken(editor, record)
    voice, own = Voice(editor), text_of(record, field)
    if field in PHASE_TITLES:
        title = own.strip() or editor.speech.term("phase", field.partition(".")[2])
        return voice.say(message("Phase: {title}", title=voice.words(title)))
    label = label_of(field)
    return "" if label is None else voice.listed(voice.say(label), own)


def spoken_cell(editor: Editor, cell: Cell | None) -> str:
    """What is at a cell; for an empty one its row and its column."""
    record = editor.journey.get(cell.record) if cell is not None and cell.record else None
    if record is not None:
        return spoken(editor, record)
    return "" if cell is None else _empty(Voice(editor), cell)


def spoken_title(editor: Editor, key: str) -> str:
    """What a stage or touchpoint is called, and never nothing."""
    return Voice(editor).step(key)


def selection_spoken(editor: Editor) -> str:
    """How many of which kind are selected; the one that is, if it is one."""
    records = [record for key in editor.selection if (record := editor.journey.get(key)) is not None]
    if not records:
        return editor.speech.say("Nothing is selected")
    if len(records) == 1:
        return spoken(editor, records[0])
    kinds = Counter(type(record) for record in records)
    parts = [editor.speech.say(COUNTED[kind].counting(n)) for kind, n in kinds.items() if kind in COUNTED]
    return editor.speech.say("Selected: {list}", list=editor.speech.list(parts))


def _empty(voice: Voice, cell: Cell) -> str:
    if cell.row == STAGES:
        return voice.say(message("No stage yet. Enter adds the first."))
    lane = voice.journey.get(cell.row)
    row = voice.lane(lane) if isinstance(lane, Lane) else ""
    return voice.say(message("{lane}, empty, at {step}", lane=row, step=voice.step(cell.column)))


def _head(voice: Voice, record: Head) -> str:
    return voice.say(message("Journey: {title}", title=voice.words(record.title)))


def _stage(voice: Voice, record: Stage) -> str:
    stages = [one.id for one in voice.journey.stages()]
    place = message("{number} of {count}", number=stages.index(record.id) + 1, count=len(stages))
    phase = voice.editor.speech.term("phase", record.phase) if record.phase else ""
    count = len(voice.journey.touchpoints(record.id))
    holds = counted("{n} touchpoint", "{n} touchpoints", count)
    marks = voice.listed(
        voice.say(message("loyalty-critical")) if record.loyalty_critical is not None else "",
        voice.say(message("blind spot")) if record.blind_spot is not None else "",
    )
    title = voice.say(message("Stage: {title}", title=voice.words(record.title)))
    return voice.joined(voice.listed(title, voice.say(place), phase), voice.say(holds), marks)


def _touchpoint(voice: Voice, record: Touchpoint) -> str:
    title = voice.say(message("Touchpoint: {title}", title=voice.words(record.title)))
    stage = voice.say(message("stage {title}", title=voice.step(record.stage)))
    marks = voice.listed(
        voice.say(message("moment of truth")) if record.moment_of_truth is not None else "",
        voice.editor.speech.term("evidence", record.evidence) if record.evidence else "",
    )
    where = voice.listed(title, stage, voice.channel(record.channel))
    return voice.joined(where, *voice.feelings(record.id), marks)


def _persona_sentence(voice: Voice, record: Persona) -> str:
    name = voice.say(message("Persona: {name}", name=voice.words(record.name)))
    maturity = voice.editor.speech.term("maturity", record.maturity) if record.maturity else ""
    active = voice.say(message("active")) if voice.editor.persona == record.id else ""
    hidden = voice.say(message("hidden")) if record.hidden else ""
    return voice.joined(voice.listed(name, record.role, maturity), active, hidden)


def _lane_sentence(voice: Voice, record: Lane) -> str:
    title = voice.say(message("Lane: {title}", title=voice.lane(record)))
    hidden = voice.say(message("hidden")) if record.hidden else ""
    return voice.joined(voice.listed(title, voice.people(record.personas)), hidden)


def _line(voice: Voice, record: Line) -> str:
    return voice.editor.speech.term("line", record.kind)


def _channel_sentence(voice: Voice, record: Channel) -> str:
    return voice.say(message("Channel: {title}", title=voice.channel(record.id)))


def _entry(voice: Voice, record: Entry) -> str:
    lane = voice.journey.get(record.lane)
    row = voice.lane(lane) if isinstance(lane, Lane) else ""
    text = voice.words(" ".join(part for part in (record.title, record.text) if part))
    title = voice.say(message("{lane}: {text}", lane=row, text=text))
    return voice.listed(title, voice.place(record), voice.people(record.personas))


def _pain(voice: Voice, record: Pain) -> str:
    title = voice.say(message("Pain point: {text}", text=voice.words(record.text)))
    severity = voice.say(message("severity {severity} of 5", severity=record.severity))
    return voice.finding(title, record, severity, record.votes)


def _gain(voice: Voice, record: Gain) -> str:
    title = voice.say(message("Gain: {text}", text=voice.words(record.text)))
    strength = voice.say(message("strength {strength} of 3", strength=record.strength))
    return voice.finding(title, record, strength, record.votes)


def _opportunity(voice: Voice, record: Opportunity) -> str:
    title = voice.say(message("Opportunity: {text}", text=voice.words(record.text)))
    due = voice.say(message("due {date}", date=voice.editor.speech.date(record.due))) if record.due else ""
    status = voice.editor.speech.term("status", record.status)
    return voice.finding(title, record, voice.listed(record.owner, due, status), record.votes)


def _quote(voice: Voice, record: Quote) -> str:
    title = voice.say(message("Quote: {text}", text=voice.words(record.text)))
    return voice.finding(title, record, voice.listed(record.source, voice.editor.speech.date(record.date)))


def _measure(voice: Voice, record: Measure) -> str:
    title = voice.say(message("Measure: {name}", name=voice.words(record.name)))
    last = record.values[-1] if record.values else None
    value = f"{voice.editor.speech.number(last.value)} {record.unit}".strip() if last is not None else ""
    aim = record.target
    target = "" if aim is None else voice.say(message("target {value}", value=voice.editor.speech.number(aim)))
    return voice.finding(title, record, voice.listed(value, target))


def _note(voice: Voice, record: Note) -> str:
    return voice.finding(voice.say(message("Note: {text}", text=voice.words(record.text))), record)


def _flow(voice: Voice, record: Flow) -> str:
    way = message("Flow from {source} to {target}", source=voice.step(record.source), target=voice.step(record.target))
    share = voice.editor.speech.percent(record.share) if record.share is not None else ""
    return voice.joined(voice.say(way), voice.listed(record.label, share), voice.people(record.personas))


def _emotion(voice: Voice, record: Emotion) -> str:
    return voice.listed(f"{voice.felt(record)} {voice.at(record.touchpoint)}", record.words)


def _answers(voice: Voice, record: Answers) -> str:
    texts = [getattr(voice.journey.get(key), "text", "") for key in (record.opportunity, record.pain)]
    return voice.say(message("“{opportunity}” answers “{pain}”", opportunity=texts[0], pain=texts[1]))


_SENTENCES: dict[type[Record], Callable[[Voice, Any], str]] = {
    Head: _head,
    Stage: _stage,
    Touchpoint: _touchpoint,
    Channel: _channel_sentence,
    Persona: _persona_sentence,
    Lane: _lane_sentence,
    Line: _line,
    Entry: _entry,
    Pain: _pain,
    Gain: _gain,
    Quote: _quote,
    Opportunity: _opportunity,
    Measure: _measure,
    Note: _note,
    Flow: _flow,
    Emotion: _emotion,
    Answers: _answers,
}
