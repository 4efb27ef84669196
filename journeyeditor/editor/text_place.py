"""Where a record's text stands on the board and how it is set, so that it can be typed right there."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec.structs import replace

from journeyeditor.drawing import Group, Words
from journeyeditor.editor.text_apart import apart_place, is_apart
from journeyeditor.editor.text_goals import GOALS, beside_goals, goals_on
from journeyeditor.editor.text_lines import INK, Align, Found, TextPlace, find_text
from journeyeditor.editor.texting import DAYS, text_of
from journeyeditor.fonts import Style, ascent, line_height
from journeyeditor.geometry import Box
from journeyeditor.layout.sheet import BODY, CAPTION, STAGE, TITLE
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    AnyRecord,
    Emotion,
    Flow,
    Head,
    Lane,
    Line,
    Measure,
    Opportunity,
    Persona,
    Stage,
    Touchpoint,
)
from journeyeditor.tools.board import Board

PADDING = 0.66
"""Between the edge of a card and its text, ems of its type."""
ROLES: dict[type, tuple[str, ...]] = {
    Stage: ("stage",),
    Touchpoint: ("touchpoint", "touchpoint_name"),
    Head: ("title", "header"),
    Lane: ("lane",),
    Line: ("line",),
}
"""Of the groups in which these records' own texts stand; all others: any group of the record."""
LONG_WORD = 7.0
"""Ems that the words of a flow have room for at least: the poster breaks no word of theirs either."""
LONGEST_DAY = 24
"""Characters of a day as people write it, at most."""
SHARE = re.compile(r"(?=.*[%٪])[\s%٪]*\d[\d.,٫\s]*[\s%٪]*")
"""A share as it is written beside a flow, in any language."""


def text_place(
    journey: Journey, board: Board, body: float, key: str, field: str, near: tuple[float, float] | None = None
) -> TextPlace | None:
    """Where a text stands or would stand; None for a record that is not on the board. `body` is the body type in pt.

    What stands on the poster several times is found where it is `near` a place of the board, mm.
    """
    record = journey.get(key)
    if record is None:
        return None
    if is_apart(record, field):
        return apart_place(journey, board, body, field, near)
    groups = list(_groups(board, key, ROLES.get(type(record), ())))
    if near is not None and isinstance(record, Lane | Line):
        groups = _nearest(groups, near)
    if not groups:
        return None
    room, words = _room(board, key, groups), _words(groups)
    lines, found = _written(groups, record, field)
    standard = [] if found is not None or not isinstance(record, Lane | Line) else _first_run(words)
    if found is None and not standard:
        return _new(record, field, room, body, words)
    shown = lines or standard
    place = _of_flow(shown, words, room, record) if isinstance(record, Flow) else _around(shown, room, record)
    if found is None:
        return replace(place, hidden=tuple(standard))
    beside = frozenset(line.line.text for line in _all_words(board, key) if line not in lines)
    written, before, after = tuple(lines), found.before, found.after
    text = text_of(record, field)
    return replace(place, lines=written, text=text, before=before, after=after, hidden=written, beside=beside)


def emptied(filled: TextPlace, board: Board, key: str) -> TextPlace:
    """The place of a text that is empty now, known from what it was with words in it.

    What stands for the missing words is hidden: all that the record has not shown beside its text.
    """
    standard = [line for line in _all_words(board, filled.shown or key) if line.line.text not in filled.beside]
    like = next((line for line in standard if line.line.style == filled.style), None)
    down = like.y - filled.baseline if like is not None else _below_others(filled, board, key)
    box = filled.box.moved(0, down) if abs(down) < filled.box.height else filled.box
    baseline = filled.baseline + (down if abs(down) < filled.box.height else 0.0)
    return replace(
        filled, box=box, baseline=baseline, new=True, lines=(), text="", before="", after="", hidden=tuple(standard)
    )


def _below_others(filled: TextPlace, board: Board, key: str) -> float:
    """How far down a text begins that was tried among lines which have moved back since, so that it covers none."""
    box, step = filled.box, line_height(filled.style)
    above = [
        line.y
        for line in _all_words(board, filled.shown or key)
        if 0 < filled.baseline - line.y < step and line.x < box.right and box.x < line.x + line.line.width
    ]
    return max(above) + step - filled.baseline if above else 0.0


def field_at(journey: Journey, board: Board, key: str, fields: Sequence[str], at: tuple[float, float]) -> str:
    """Which of some texts of a record is written at a place of the board (mm), or right below it; or nothing."""
    record = journey.get(key)
    groups = list(_groups(board, key, ROLES.get(type(record), ())))
    found: list[tuple[float, str]] = []
    for field in fields:
        for line in _written(groups, record, field)[0] if record is not None and not is_apart(record, field) else ():
            em = line.line.style.em
            box = Box(line.x - em, line.y - 2.4 * em, line.line.width + 2 * em, 2.8 * em)
            if box.contains(*at):
                found.append((abs(at[1] - (line.y - 0.35 * em)), field))
    return min(found)[1] if found else ""


def _groups(board: Board, key: str, roles: Sequence[str]) -> Iterator[tuple[Group, float]]:
    """The groups of a record, with how far down on the board their page begins."""
    for page, group in board.groups(key):
        if (not roles or group.role in roles) and not group.screen_only:
            yield group, board.top(page)


def _nearest(groups: Sequence[tuple[Group, float]], near: tuple[float, float]) -> list[tuple[Group, float]]:
    """The one of some groups that is nearest to a place: the head of a lane stands in every band."""
    placed = [(group.box.moved(0, top).middle, group, top) for group, top in groups if group.box is not None]
    return [min(placed, key=lambda one: math.dist(one[0], near))[1:]] if placed else []


def _words(groups: Sequence[tuple[Group, float]]) -> list[Words]:
    """All lines of text, in places of the board."""
    return [
        replace(shape, y=shape.y + top) for group, top in groups for shape in group.shapes if isinstance(shape, Words)
    ]


def _all_words(board: Board, key: str) -> list[Words]:
    """All lines of text that show a record, those that are seen on the screen alone too."""
    pages = {page for page, _ in board.groups(key)}
    found: list[tuple[Group, float]] = []
    for page in sorted(pages):
        groups = board.leaves[page].drawing.groups
        found += [(group, board.top(page)) for group in groups if group.record == key]
    return _words(found)


def _first_run(words: Sequence[Words]) -> list[Words]:
    """The first lines, as long as their style is the same."""
    return list(takewhile(lambda line: line.line.style == words[0].line.style, words))


def _written(groups: Sequence[tuple[Group, float]], record: AnyRecord, field: str) -> tuple[list[Words], Found | None]:
    """The lines in which a text of a record is written, those of the first group that says most of it."""
    text = text_of(record, field)
    if isinstance(record, Flow) and field == "share":
        lines = [line for line in _words(groups) if SHARE.fullmatch(line.line.text)][:1]
        return (lines, Found(0, 1)) if lines else ([], None)
    if field.startswith(GOALS):
        parts = [(goals_on(group, record).get(field), top) for group, top in groups]
        lines = _words([(part, top) for part, top in parts if part is not None][:1])
        return lines, Found(0, len(lines)) if lines else None
    if isinstance(record, Opportunity) and field in DAYS and text:
        lines = [line for line in _words(groups) if _tells_day(line.line.text, text)][:1]
        return (lines, Found(0, 1)) if lines else ([], None)
    best: Found | None = None
    lines = []
    for group, top in groups:
        words = _words([(beside_goals(group, record), top)])
        found = find_text([line.line for line in words], text, followed=isinstance(record, Flow))
        if found is not None and (best is None or found.merit > best.merit):
            best, lines = found, words[found.first : found.last]
    return lines, best


def _tells_day(line: str, day: str) -> bool:
    """Whether a line is a day (`2027-03-15`) as people write it."""
    found = [int(number) for number in re.findall(r"\d+", line)]
    return bool(found) and {int(day[:4]), int(day[8:] or 0)} <= {*found, 0} and len(line) < LONGEST_DAY


def _room(board: Board, key: str, groups: Sequence[tuple[Group, float]]) -> Box:
    """The card, or the slot of a touchpoint: as wide as its text may become."""
    boxes = [group.box.moved(0, top) for group, top in groups if group.box is not None]
    box = boxes[0] if boxes else Box(0, 0, 0, 0)
    band = board.band_at(box.middle[1]) if boxes and groups[0][0].role in {"lane", "line"} else None
    if band is not None:
        return Box(band.labels[0], box.y, band.labels[1] - band.labels[0], box.height)
    slot = board.slot(key)
    if slot is not None and boxes:
        around = Box.around(boxes)
        return Box(slot[1].x - slot[1].width / 2, around.y, slot[1].width, around.height)
    return box


def _around(lines: Sequence[Words], room: Box, record: object) -> TextPlace:
    """A text that is written already."""
    first, last = lines[0], lines[-1]
    style = first.line.style
    align = _alignment(lines, room, record)
    left, right = min(line.x for line in lines), max(line.x + line.line.width for line in lines)
    if align == "middle":
        middle = (left + right) / 2
        half = max(min(middle - room.x, room.right - middle), (right - left) / 2)
        left, right = middle - half, middle + half
    elif align == "start":
        right = max(right, room.right - min(left - room.x, style.em) if room.width else right)
    else:
        left = min(left, room.x + min(room.right - right, style.em) if room.width else left)
    top = first.y - ascent(style)
    return TextPlace(
        Box(left, top, right - left, last.y - first.y + line_height(style)), first.y, style, first.colour, align
    )


def _of_flow(lines: Sequence[Words], words: Sequence[Words], room: Box, record: Flow) -> TextPlace:
    """The share of a flow, or its words, which leave what is written beside them uncovered."""
    first = lines[0]
    beside = [line for line in words if abs(line.y - first.y) < 0.01 and line != first]
    em = first.line.style.em
    if len(lines) > 1 or not (beside or SHARE.fullmatch(first.line.text)):
        return _with_room(_around(lines, room, record), LONG_WORD * em)
    before = any(line.x < first.x for line in beside)
    left = first.x if before else first.x - 2 * em
    right = max(first.x + first.line.width, first.x + 12 * em) if before else first.x + first.line.width
    box = _line(left, first.y - ascent(first.line.style), right - left, first.line.style)
    return TextPlace(box, first.y, first.line.style, first.colour, "start" if before else "end")


def _with_room(place: TextPlace, least: float) -> TextPlace:
    """A place about the same middle that is at least so wide, mm."""
    box = place.box
    wide = max(box.width, least)
    return replace(place, box=Box(box.middle[0] - wide / 2, box.y, wide, box.height))


def _alignment(lines: Sequence[Words], room: Box, record: object) -> Align:
    if isinstance(record, Touchpoint | Flow):
        return "middle"
    lefts = [line.x for line in lines]
    rights = [line.x + line.line.width for line in lines]
    if isinstance(record, Stage) and len(lines) == 1 and room.right - rights[0] < lefts[0] - room.x:
        return "end"  # its duration beside the title
    if max(lefts) - min(lefts) < 0.05 and (len(lines) > 1 or lines[0].line.rightward):
        return "start"
    if max(rights) - min(rights) < 0.05:
        return "start" if lines[0].line.rightward and rights[0] < room.right - room.width / 2 else "end"
    return "middle"


def _new(record: object, field: str, room: Box, body: float, words: Sequence[Words]) -> TextPlace:
    """Where a text would stand that nobody has written yet."""
    style = _style(record, field, body)
    em = style.em
    if isinstance(record, Touchpoint):
        top = room.bottom + 0.3 * em
        return TextPlace(_line(room.x, top, room.width, style), top + ascent(style), style, INK, "middle", new=True)
    if isinstance(record, Emotion):
        box = _line(room.right + 0.3 * em, room.middle[1] - ascent(style) / 2, 8 * em, style)
        return TextPlace(box, box.y + ascent(style), style, INK, new=True)
    if isinstance(record, Flow) and words:
        return _before_words(words[0], 5 * em)
    if isinstance(record, Flow):
        wide = max(room.width, 12 * em)
        x, y = room.middle
        box = _line(x - wide / 2, y - em, wide, style)
        return TextPlace(box, box.y + ascent(style), style, INK, "middle", new=True)
    inner = PADDING * em
    top = room.y + inner
    if field not in {"title", "text", "name"} and words:
        top = max(line.y for line in words) + 0.3 * em
    beside = isinstance(record, Persona | Measure) and words
    left = min(line.x for line in words) if beside else room.x + inner
    width = max(room.right - inner - left, 6 * em)
    return TextPlace(_line(left, top, width, style), top + ascent(style), style, INK, new=True)


def _before_words(first: Words, width: float) -> TextPlace:
    """The place of a flow's share, before its words as it will be written; or of its words behind its share."""
    style = first.line.style
    behind = SHARE.fullmatch(first.line.text) is not None
    x = first.x + first.line.width + 0.5 * style.em if behind else first.x - 0.5 * style.em - width
    box = _line(x, first.y - ascent(style), 2.4 * width if behind else width, style)
    return TextPlace(box, first.y, style, first.colour, "start" if behind else "end", new=True)


def _style(record: object, field: str, body: float) -> Style:
    unit = body / BODY
    if isinstance(record, Head):
        return Style(TITLE * unit * 0.7, bold=True) if field == "title" else Style(body)
    if isinstance(record, Stage | Persona) and field in {"title", "name"}:
        return Style(STAGE * unit, bold=True)
    return Style(body if field in {"title", "text", "name"} else max(CAPTION * unit, 1.0))


def _line(x: float, y: float, width: float, style: Style) -> Box:
    return Box(x, y, width, line_height(style))
