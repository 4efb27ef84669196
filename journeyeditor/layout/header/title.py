"""The left of the header: kind and state, title, scenario and goal."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor import fonts
from journeyeditor.drawing import Group, Words
from journeyeditor.fonts.catalogue import faces
from journeyeditor.geometry import Box
from journeyeditor.layout.inks import readable
from journeyeditor.layout.sheet import TITLE, Sheet
from journeyeditor.layout.text import Paragraph, paragraph

ONE_LINE = (TITLE, 32.0, 30.0, 28.0, 26.0, 24.0)
"""Sizes of a title on one line, in points of the drawn target, largest first."""
TWO_LINES = (26.0, 24.0, 22.0, 20.0, 18.0, 16.0)
SMALLEST = 15.0
COLUMN, COLUMN_GAP = 84.0, 6.0
"""Width of scenario and goal, and what lies between them, in units."""
FEW_LINES = 2
"""Longer texts than this many lines are given wider columns."""
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class TitleBlock(msgspec.Struct, frozen=True):
    """Kind and state, title, and the columns under it, broken for one width."""

    kind: Paragraph
    title: Paragraph
    size: float
    """Of the title, in points of the drawn target."""
    columns: tuple[tuple[Paragraph, Paragraph], ...]
    column: float
    height: float


def title_colour(sheet: Sheet) -> str:
    """The journey's accent, dark enough to be read, or ink."""
    accent = sheet.journey.head.poster.accent
    return readable(accent) if accent and COLOUR.fullmatch(accent) else sheet.theme.ink


def title_block(sheet: Sheet, room: float) -> TitleBlock:
    """The left of the header in `room` mm."""
    head, speech, theme = sheet.journey.head, sheet.speech, sheet.theme
    state = speech.term("state", head.state)
    kind = speech.say("Customer journey")
    written = head.title.strip()
    above = paragraph(f"{kind} · {state}" if written else state, sheet.body(), theme.muted, room)
    title, size = _title(sheet, written or kind, title_colour(sheet), room)
    texts = [(speech.say("Scenario"), head.scenario), (speech.say("Customer goal"), head.goal)]
    columns, column = _columns(sheet, [(name, text.strip()) for name, text in texts if text.strip()], room)
    block = TitleBlock(above, title, size, columns, column, 0.0)
    return TitleBlock(above, title, size, columns, column, _tops(sheet, block)[-1])


def _title(sheet: Sheet, text: str, colour: str, room: float) -> tuple[Paragraph, float]:
    """One line if it fits, else two, else small type and as many as it takes."""
    for sizes, lines in ((ONE_LINE, 1), (TWO_LINES, 2)):
        for size in sizes:
            style = sheet.style(size * sheet.unit, bold=True)
            if fonts.longest_word(text, style) > room:
                continue
            found = paragraph(text, style, colour, room, balance=True)
            if len(found.lines) <= lines:
                return found, size
    return paragraph(text, sheet.style(SMALLEST * sheet.unit, bold=True), colour, room), SMALLEST


def _columns(
    sheet: Sheet, texts: Sequence[tuple[str, str]], room: float
) -> tuple[tuple[tuple[Paragraph, Paragraph], ...], float]:
    """A bold caption over some lines of body, side by side; wider than usual where the text is long."""
    if not texts:
        return (), 0.0
    widest = (room - COLUMN_GAP * sheet.unit * (len(texts) - 1)) / len(texts)
    width = min(COLUMN * sheet.unit, widest)
    while True:
        built = tuple(
            (
                paragraph(name, sheet.caption(bold=True), sheet.theme.muted, width),
                paragraph(text, sheet.body(), sheet.theme.ink, width, balance=True),
            )
            for name, text in texts
        )
        if width >= widest or max(len(body.lines) for _, body in built) <= FEW_LINES:
            return built, width
        width = min(widest, width * 1.15)


def _tops(sheet: Sheet, block: TitleBlock) -> tuple[float, float, float, float]:
    """Where the title begins, the captions, the texts, and where all ends."""
    unit = sheet.unit
    title = block.kind.height + (1.0 + 0.028 * block.size) * unit
    captions = title + block.title.height + (1.2 + 0.9 * min(1.0, 24 / block.size)) * unit
    if not block.columns:
        return title, captions, captions, title + block.title.height
    texts = captions + max(name.height for name, _ in block.columns) + 1.2 * unit
    return title, captions, texts, texts + max(body.height for _, body in block.columns)


def _lined_up(words: Words, above: Words) -> Words:
    """Large letters stand farther right of their origin than small ones: moved back, their stems line up."""
    if not words.line.rightward or not above.line.rightward:
        return words
    return replace(words, x=words.x - max(0.0, _bearing(words) - _bearing(above)))


def _bearing(words: Words) -> float:
    """Distance from a line's origin to its first ink, mm."""
    if not words.line.runs:
        return 0.0
    run = words.line.runs[0]
    face = faces()[run.face]
    extents = face.font.get_glyph_extents(run.pieces[0][0][0])
    return 0.0 if extents is None else float(extents.x_bearing) / face.units * run.em


def title_groups(sheet: Sheet, block: TitleBlock, x: float, top: float) -> list[Group]:
    """The groups of the block with its upper left corner at (x, top)."""
    head = sheet.journey.head.id
    title, captions, texts, _ = (top + y for y in _tops(sheet, block))
    above = block.kind.at(x, top)
    words = [*above, *(_lined_up(line, above[0]) for line in block.title.at(x, title))]
    wide = max(block.kind.width, block.title.width)
    groups = [Group(head, "title", tuple(words), Box(x, top, wide, title + block.title.height - top))]
    left = x
    for name, body in block.columns:
        lines: list[Words] = [*name.at(left, captions), *body.at(left, texts)]
        box = Box(left, captions, block.column, texts + body.height - captions)
        groups.append(Group(head, "header", tuple(lines), box))
        left += block.column + COLUMN_GAP * sheet.unit
    return groups
