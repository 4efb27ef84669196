"""The map as a table: a row for each touchpoint, a column for each lane, every cell to be typed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from journeyeditor.editor.editor import Editor
from journeyeditor.editor.pointed import tell
from journeyeditor.edits.cards import CARD_LANES, Card, cards_by_lane
from journeyeditor.edits.cell_lines import line_of, lines_in, set_lines
from journeyeditor.edits.channels import add_channel
from journeyeditor.edits.describing import describe, rename
from journeyeditor.edits.emotions import clear_emotion, feeling_of, set_emotion
from journeyeditor.edits.touchpoints import move_touchpoints
from journeyeditor.errors import message
from journeyeditor.model import naming
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.journey import Journey
from journeyeditor.model.naming import NAMELESS, lane_name
from journeyeditor.model.records import (
    Channel,
    Lane,
    Persona,
    Stage,
    Touchpoint,
)
from journeyeditor.tools.desk import Wish


class Column(msgspec.Struct, frozen=True):
    """A column; `key` is a persona's or a lane's id for those that have one."""

    kind: Literal["stage", "title", "channel", "emotion", "lane"]
    heading: str
    key: str = ""

    def is_in(self, journey: Journey) -> bool:
        """Whether the map still has the persona or the lane."""
        return not self.key or self.key in journey


def columns(editor: Editor) -> list[Column]:
    """Stage, touchpoint, channel, each persona's feelings, then the lanes from the top."""
    say, speech = editor.speech.say, editor.speech
    found = [
        Column("stage", say("Stage")),
        Column("title", say("Touchpoint")),
        Column("channel", say("Channel")),
    ]
    people = [one for one in editor.journey.personas() if not one.hidden]
    found += [Column("emotion", one.name.strip() or say(NAMELESS), one.id) for one in people]
    for row in editor.journey.rows():
        if isinstance(row, Lane) and row.kind in CARD_LANES and not row.hidden:
            found.append(Column("lane", lane_name(row, speech), row.id))
    return found


def cell_lines(editor: Editor, touchpoint: Touchpoint, column: Column) -> list[str]:
    """What a cell holds, a line for each card."""
    journey = editor.journey
    match column.kind:
        case "stage":
            stage = journey.get(touchpoint.stage)
            return [stage.title] if isinstance(stage, Stage) else []
        case "title":
            return [touchpoint.title]
        case "channel":
            channel = journey.channel(touchpoint.channel)
            return [channel_name(editor, channel)] if channel is not None else []
        case "emotion":
            feeling = journey.emotions(column.key).get(touchpoint.id)
            if feeling is None:
                return []
            return [f"{editor.speech.signed(feeling.value)} {feeling.words}".strip()]
        case "lane":
            return lines_in(journey, column.key, touchpoint.id)


class Cell(msgspec.Struct, frozen=True):
    """The cards of one cell: `lines` are typed there, `wide` reach farther than its touchpoint and are only shown."""

    lines: list[str]
    wide: list[str]


def cells(editor: Editor) -> dict[tuple[str, str], Cell]:
    """All cells that hold cards, by lane and touchpoint. Cards on a stage or across several touchpoints stand at the
    first touchpoint that they reach, with how far they go.
    """
    journey = editor.journey
    firsts = {touchpoint.stage: touchpoint.id for touchpoint in reversed(journey.touchpoints())}
    found: dict[tuple[str, str], Cell] = {}
    for lane, cards in cards_by_lane(journey).items():
        for card in cards:
            first = journey.get(card.first or "")
            place = firsts.get(first.id) if isinstance(first, Stage) else card.first
            if place is None:
                continue
            cell = found.setdefault((lane, place), Cell([], []))
            if isinstance(first, Touchpoint) and card.last in (card.first, None):
                cell.lines.append(line_of(card))
            else:
                cell.wide.append(_with_reach(editor, card))
    return found


def _with_reach(editor: Editor, card: Card) -> str:
    if card.last in (card.first, None):
        return editor.speech.say("{text} (whole stage)", text=line_of(card))
    last = editor.journey.get(card.last or "")
    title = last.title if isinstance(last, Stage | Touchpoint) else ""
    return editor.speech.say("{text} (as far as “{place}”)", text=line_of(card), place=title)


def choices(editor: Editor, column: Column) -> list[str]:
    """What can be chosen in a column, where that is a list; else empty."""
    if column.kind == "stage":
        return [stage.title for stage in editor.journey.stages()]
    if column.kind == "channel":
        return [channel_name(editor, channel) for channel in channels(editor.journey)]
    return []


def channels(journey: Journey) -> list[Channel]:
    """The journey's own channels, and the built-in ones that it has not made its own."""
    own = {channel.id: channel for channel in journey.all(Channel)}
    return [*own.values(), *(channel for key, channel in BUILT_IN_CHANNELS.items() if key not in own)]


def channel_name(editor: Editor, channel: Channel) -> str:
    """What a channel is called in the interface."""
    return naming.channel_name(channel, editor.speech)


def write(editor: Editor, touchpoint: Touchpoint, column: Column, text: str) -> bool:
    """Puts what was typed into a cell, as one step; False if that cannot be, which is told."""
    match column.kind:
        case "stage":
            return _write_stage(editor, touchpoint, text)
        case "title":
            return _did(editor, lambda j: rename(j, touchpoint.id, " ".join(text.split())))
        case "channel":
            return _write_channel(editor, touchpoint, text.strip())
        case "emotion":
            return _write_feeling(editor, touchpoint, column.key, text.strip())
        case "lane":
            return _did(editor, lambda j: set_lines(j, column.key, touchpoint.id, text.splitlines()))


def empty_cells(editor: Editor, wanted: Sequence[tuple[Touchpoint, Column]]) -> None:
    """Empties cells, as one step. That of its stage cannot be: a touchpoint always stands in one.

    A table may still show what has just gone from the map: that is passed over.
    """
    there = [one for one in wanted if one[0].id in editor.journey and one[1].is_in(editor.journey)]
    found = [(touchpoint, column) for touchpoint, column in there if cell_lines(editor, touchpoint, column)]
    some = [(touchpoint, column) for touchpoint, column in found if column.kind != "stage"]
    if found and not some:
        tell(
            editor, message("A touchpoint always stands in a stage."), message("Write the name of another stage there.")
        )
    if some:
        with editor.together(message("Empty cells")):
            for touchpoint, column in some:
                write(editor, touchpoint, column, "")


def _write_stage(editor: Editor, touchpoint: Touchpoint, text: str) -> bool:
    stage = next((one for one in editor.journey.stages() if _same(one.title, text)), None)
    if stage is not None:
        return _did(editor, lambda j: move_touchpoints(j, [touchpoint.id], stage.id))
    problem = message("There is no stage “{title}”.", title=" ".join(text.split())[:60])
    tell(editor, problem, message("Write the name of a stage as it stands on the map."))
    return False


def _write_channel(editor: Editor, touchpoint: Touchpoint, text: str) -> bool:
    if not text:
        return _did(editor, lambda j: describe(j, touchpoint.id, channel=None))
    known = next((one for one in channels(editor.journey) if _same(channel_name(editor, one), text)), None)
    if known is not None:
        return _did(editor, lambda j: describe(j, touchpoint.id, channel=known.id))
    with editor.together(message("Choose channel")):
        change = editor.do(lambda j: add_channel(j, text))
        if change is None:
            return False
        new = change.added()[0].id
        return _did(editor, lambda j: describe(j, touchpoint.id, channel=new))


def _write_feeling(editor: Editor, touchpoint: Touchpoint, persona: str, text: str) -> bool:
    if not isinstance(editor.journey.get(persona), Persona):
        return False
    if not text:
        return _did(editor, lambda j: clear_emotion(j, persona, touchpoint.id))
    return _did(editor, lambda j: set_emotion(j, persona, touchpoint.id, *feeling_of(text)))


def _did(editor: Editor, wish: Wish) -> bool:
    return editor.do(wish) is not None


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
