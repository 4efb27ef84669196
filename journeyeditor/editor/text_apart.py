"""Texts of the journey as a whole that stand apart from its title: the names of its phases, the facts of its footer."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Group, Words
from journeyeditor.editor.text_lines import INK, Align, TextPlace, squeezed
from journeyeditor.edits.replacing import text_at
from journeyeditor.fonts import Style, ascent, line_height
from journeyeditor.geometry import Box
from journeyeditor.layout.footer import FACTS, NAME_GAP
from journeyeditor.layout.sheet import BODY, CAPTION
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import PHASES, AnyRecord, Head
from journeyeditor.tools.board import Board
from journeyeditor.tools.desk import Target

if TYPE_CHECKING:
    from journeyeditor.editor.editor import Editor

PHASE_TITLES: tuple[str, ...] = tuple(f"phase_titles.{phase}" for phase in PHASES)
"""The names of the phases, as fields of the head."""
APART: tuple[str, ...] = (*PHASE_TITLES, *FACTS)
ROLES = frozenset({"phase", "footer"})
"""Of the groups in which they stand."""
ROUND = 1.0
"""Beside such a text, mm: there its outline has its corners."""
SPARE = 8.0
"""Between the facts of a footer and its ruler, units of the poster."""
Place = tuple[float, float]
"""Of the board, mm."""


class Meant(msgspec.Struct, frozen=True):
    """Which text of a record that is selected is meant, and where on the board: one may stand there several times."""

    record: str
    field: str
    at: Place


class Fact(msgspec.Struct, frozen=True):
    """What a footer says in one field: the lines of its name and those of its value, in places of the board."""

    name: tuple[Words, ...]
    value: tuple[Words, ...]


def is_apart(record: AnyRecord | None, field: str) -> bool:
    """Whether a text of a record is one of these."""
    return isinstance(record, Head) and field in APART


def shown_phases(journey: Journey) -> tuple[str, ...]:
    """The names of the phases that stand on the poster, in the order of time."""
    shown = {stage.phase for stage in journey.stages()}
    return tuple(field for phase, field in zip(PHASES, PHASE_TITLES, strict=True) if phase in shown)


# -- what is meant --------------------------------------------------------------------------------------------------
def mean(editor: Editor, target: Target, at: Place) -> None:
    """Takes over which text of what is selected was pressed, if it is one of these: the next F2 opens it."""
    known = target.field and editor.selection == (target.record,)
    editor.meant = Meant(target.record, target.field, at) if known else None


def meant_boxes(editor: Editor, key: str) -> list[Box]:
    """Where the text of a record stands that is meant; nothing if none is."""
    meant = editor.meant
    if meant is None or meant.record != key:
        return []
    found = _group(editor.board, meant.field, meant.at)
    if found is None:
        return []
    group, top = found
    fact = _facts(editor.journey.head, group, top).get(meant.field) if meant.field in FACTS else None
    if meant.field in FACTS:
        return [_around(fact).grown(ROUND, 0)] if fact is not None else []
    return [group.box.moved(0, top).grown(ROUND, 0)] if group.box is not None else []


def apart_at(journey: Journey, group: Group, top: float, x: float, y: float) -> Target | None:
    """What a group at a place of the board means, if it shows such texts; `top` is where its page begins.

    Beside the facts of a footer the first is meant that is missing there.
    """
    if group.role not in ROLES or group.box is None:
        return None
    head = journey.head
    if group.role == "phase":
        box = group.box.moved(0, top).grown(ROUND, 0)
        return Target(head.id, "phase", "text", box, field=f"phase_titles.{group.record}")
    facts = _facts(head, group, top)
    for field, fact in facts.items():
        box = _around(fact)
        if box.grown(box.height / 4, box.height / 4).contains(x, y):
            return Target(head.id, "footer", "text", box.grown(ROUND, 0), field=field)
    missing = next((field for field in FACTS if field not in facts), None)
    return None if missing is None else Target(head.id, "footer", "text", field=missing)


# -- where they stand -----------------------------------------------------------------------------------------------
def apart_place(journey: Journey, board: Board, body: float, field: str, near: Place | None) -> TextPlace | None:
    """Where one of these texts stands or would stand, the one nearest to a place; None if it is not on the board."""
    found = _group(board, field, near)
    if found is None:
        return None
    if field in FACTS:
        return _fact_place(journey.head, board, body, field, *found)
    group, top = found
    lines = tuple(_words(group, top))
    box = (group.box or Box(0, 0, 0, 0)).moved(0, top)
    if not lines:
        return None
    first, last = lines[0], lines[-1]
    leftward = board.leftward or not first.line.rightward
    height = last.y - first.y + line_height(first.line.style)
    text = text_at(journey.head, field)
    is_own = bool(squeezed(text))
    return TextPlace(
        Box(box.x, first.y - ascent(first.line.style), box.width, height),
        first.y,
        first.line.style,
        first.colour,
        "end" if leftward else "start",
        lines=lines if is_own else (),
        text=text if is_own else "",
        hidden=lines,
        shown=group.record,
    )


def _fact_place(head: Head, board: Board, body: float, field: str, group: Group, top: float) -> TextPlace:
    """Where a fact of the footer stands; at the end of all facts if it is missing."""
    facts = _facts(head, group, top)
    align: Align = "end" if board.leftward else "start"
    unit, room = body / BODY, group.box or Box(0, 0, 0, 0)
    width = room.width - _ruler_width(board, group, top) - SPARE * unit
    fact = facts.get(field)
    if fact is None:
        style = Style(max(CAPTION * unit, 1.0), bold=True)
        ends = [_around(one) for one in facts.values()]
        x = max((box.right for box in ends), default=room.x) + 2 * unit
        if board.leftward:
            x = min((box.x for box in ends), default=room.right) - 2 * unit - 6 * style.em
        y = max((one.value[-1].y for one in facts.values()), default=room.y + top + 2 * unit + ascent(style))
        box = Box(x, y - ascent(style), 6 * style.em, line_height(style))
        return TextPlace(box, y, style, INK, align, new=True, shown=group.record)
    first, last = fact.value[0], fact.value[-1]
    style = first.line.style
    width -= max((line.line.width for line in fact.name), default=0.0) + NAME_GAP * unit
    width = max(width, *(line.line.width for line in fact.value))
    x = first.x + first.line.width - width if board.leftward else first.x
    others = [line.line.text for line in _words(group, top) if line not in fact.value]
    return TextPlace(
        Box(x, first.y - ascent(style), width, last.y - first.y + line_height(style)),
        first.y,
        style,
        first.colour,
        align,
        lines=fact.value,
        text=text_at(head, field),
        hidden=fact.value,
        beside=frozenset(others),
        shown=group.record,
    )


def _group(board: Board, field: str, near: Place | None) -> tuple[Group, float] | None:
    """The group in which a text stands, the one nearest to a place, and where its page begins on the board."""
    record, role = (field.partition(".")[2], "phase") if field in PHASE_TITLES else ("footer", "footer")
    pages = list(range(len(board.leaves)))
    if near is not None and pages:
        pages.sort(key=lambda page: page != board.page_at(near[1]))
    for page in pages:
        top = board.top(page)
        found = [group for group in board.leaves[page].by_record.get(record, ()) if group.role == role and group.box]
        if found:
            return min(found, key=lambda group: _away(group, top, near)), top
    return None


def _away(group: Group, top: float, near: Place | None) -> float:
    if near is None or group.box is None:
        return 0.0
    x, y = group.box.moved(0, top).middle
    return math.hypot(x - near[0], y - near[1])


def _facts(head: Head, group: Group, top: float) -> dict[str, Fact]:
    """What a footer says, by the fields of the head. A value is bold and its name, which comes before it, is not."""
    runs = [
        (bold, tuple(lines)) for bold, lines in groupby(_words(group, top), key=lambda words: words.line.style.bold)
    ]
    names = [lines for bold, lines in runs if not bold]
    values = [lines for bold, lines in runs if bold]
    told = [field for field in FACTS if squeezed(text_at(head, field))]
    return {field: Fact(name, value) for field, name, value in zip(told, names, values, strict=False)}


def _ruler_width(board: Board, group: Group, top: float) -> float:
    """How much of a footer its scale and ruler take, mm."""
    beside = board.leaves[board.page_at(top)].by_record.get(group.record, ())
    return max((one.box.width for one in beside if one.role == "scale" and one.box is not None), default=0.0)


def _words(group: Group, top: float) -> Iterator[Words]:
    """All lines of a group, in places of the board."""
    return (replace(shape, y=shape.y + top) for shape in group.shapes if isinstance(shape, Words))


def _around(fact: Fact) -> Box:
    return _box_of((*fact.name, *fact.value))


def _box_of(lines: Sequence[Words]) -> Box:
    return Box.around(
        [Box(one.x, one.y - ascent(one.line.style), one.line.width, line_height(one.line.style)) for one in lines]
    )
