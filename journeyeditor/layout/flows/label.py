"""What stands beside a flow: markers of its personas, its share, its words."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor import fonts
from journeyeditor.drawing import Halo, Stroke, Symbol, Words
from journeyeditor.drawing.icons import marker
from journeyeditor.fonts import Line, Style
from journeyeditor.layout.flows.routes import tone, travellers
from journeyeditor.layout.narrow import narrowest
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import paragraph
from journeyeditor.model.records import Flow, Persona

HALO = 0.42
MARKER, MARKER_PITCH, MARKER_LEAST = 0.92, 1.16, 2.3
"""Size and pitch of markers in ems of the type beside them, and their least size in units."""
SPACE = 1.1
MOST_LINES = 3


class Block(msgspec.Struct, frozen=True):
    """Text and marks about x = 0, below y = 0."""

    shapes: tuple[Words | Symbol, ...]
    width: float
    height: float

    def at(self, x: float, top: float) -> tuple[Words | Symbol, ...]:
        """The same with its middle at x and its upper edge at `top`."""
        return tuple(replace(shape, x=shape.x + x, y=shape.y + top) for shape in self.shapes)


Piece = tuple[Line, str]
"""A shaped text and its colour."""


def inline(sheet: Sheet, personas: Sequence[Persona], pieces: Sequence[Piece], top: float, *, halo: bool) -> Block:
    """Markers and texts side by side on one baseline, centred, with the upper edge of the tallest text at `top`."""
    unit = sheet.unit
    rim = Halo(sheet.theme.wash, HALO * unit) if halo else None
    em = min((line.style.em for line, _ in pieces), default=sheet.caption().em)
    size, pitch = max(MARKER * em, MARKER_LEAST * unit), max(MARKER_PITCH * em, 1.25 * MARKER_LEAST * unit)
    marks = size + (len(personas) - 1) * pitch if personas else 0.0
    after = 1.5 * unit if personas and pieces else 0.0
    width = marks + after + SPACE * unit * max(0, len(pieces) - 1) + sum(line.width for line, _ in pieces)
    rise = max((fonts.ascent(line.style) for line, _ in pieces), default=size)
    fall = max((fonts.descent(line.style) for line, _ in pieces), default=0.0)
    x, baseline = -width / 2, top + rise
    shapes: list[Words | Symbol] = []
    for n, persona in enumerate(personas):
        style = sheet.theme.persona(persona.style)
        middle = x + size / 2 + n * pitch
        edge = Stroke(sheet.theme.paper, 0.3 * unit)
        shapes.append(marker(style.marker, middle, baseline - 0.36 * em, size, style.colour, edge))
    x += marks + after
    for line, colour in pieces:
        shapes.append(Words(x, baseline, line, colour, rim))
        x += line.width + SPACE * unit
    return Block(tuple(shapes), width, rise + fall)


def is_labelled(sheet: Sheet, flow: Flow | None) -> bool:
    """True if something stands beside this flow."""
    return flow is not None and bool(flow.label.strip() or flow.share is not None or travellers(sheet, flow))


def _share(sheet: Sheet, flow: Flow, style: Style, colour: str) -> list[Piece]:
    if flow.share is None or not math.isfinite(flow.share):
        return []
    return [(fonts.shape(sheet.speech.percent(flow.share), style), colour)]


def small_label(sheet: Sheet, flow: Flow, room: float) -> Block:
    """The label of an arrow or a bow, in caption type: on one line if that fits `room`, else the words under the share.

    Words that are longer than the room are broken.
    """
    colour = tone(sheet, flow, sheet.theme.muted)
    people = travellers(sheet, flow)
    share = _share(sheet, flow, sheet.caption(bold=True), colour)
    words = paragraph(flow.label, sheet.caption(), sheet.theme.muted, room, balance=True).lines
    if len(words) <= 1:
        single = inline(sheet, people, [*share, *((line, sheet.theme.muted) for line in words)], 0.0, halo=True)
        if single.width <= room or not words or not (share or people):
            return single
    if not share and not people:
        return stacked(sheet, None, words)
    return stacked(sheet, inline(sheet, people, share, 0.0, halo=True), words)


def stacked(sheet: Sheet, head: Block | None, lines: Sequence[Line], colour: str | None = None) -> Block:
    """Centred lines of caption under a head; muted if no colour is given."""
    shapes: list[Words | Symbol] = list(head.shapes) if head is not None else []
    width = head.width if head is not None else 0.0
    height = head.height if head is not None else 0.0
    for line in lines:
        step = fonts.line_height(line.style)
        top = height + (step - fonts.ascent(line.style) - fonts.descent(line.style)) * (1 if height else 0)
        row = inline(sheet, (), [(line, colour or sheet.theme.muted)], top, halo=True)
        shapes += row.shapes
        width, height = max(width, row.width), top + row.height
    return Block(tuple(shapes), width, height)


def small_labels(sheet: Sheet, flow: Flow, room: float) -> list[Block]:
    """The label of an arrow or a bow in several shapes, from the widest that fits `room` to the narrowest.

    No word is broken that the map has room for: words that are longer than the room make it wider.
    """
    most = 0.9 * (sheet.right - sheet.map_left)
    words = min(fonts.longest_word(flow.label, sheet.caption()), most) + 1e-6
    least = least_room(sheet, flow)
    blocks: list[Block] = []
    for width in (max(room, words), max(min(least, room), words), max(min(0.6 * least, room), words)):
        block = small_label(sheet, flow, width)
        if not blocks or block.width < blocks[-1].width - 0.1 * sheet.unit:
            blocks.append(block)
    return blocks


def least_room(sheet: Sheet, flow: Flow) -> float:
    """The narrowest room in which nothing of a small label is broken and it has few lines."""
    colour = sheet.theme.muted
    head = inline(
        sheet, travellers(sheet, flow), _share(sheet, flow, sheet.caption(bold=True), colour), 0.0, halo=False
    )
    most = 0.9 * (sheet.right - sheet.map_left)
    return max(head.width, narrowest(flow.label, sheet.caption(), MOST_LINES, most))


def large_label(sheet: Sheet, flow: Flow, room: float) -> Block | None:
    """The label of a loop: its share in stage type, its words in body type beside it; None if it has neither.

    Words that do not fit one line of `room` are broken and stand centred beside the share.
    """
    people = travellers(sheet, flow)
    share = _share(sheet, flow, sheet.stage(), tone(sheet, flow, sheet.theme.ink))
    if not flow.label.strip():
        return inline(sheet, people, share, 0.0, halo=False) if share or people else None
    head = inline(sheet, people, share, 0.0, halo=False)
    gap = 1.8 * sheet.unit if head.width else 0.0
    words = paragraph(flow.label, sheet.body(), sheet.theme.muted, room - head.width - gap, balance=True)
    if len(words.lines) == 1:
        return inline(sheet, people, [*share, (words.lines[0], sheet.theme.muted)], 0.0, halo=False)
    width = head.width + gap + words.width
    height = max(head.height, words.height)
    left = -width / 2
    beside = words.at(left + head.width + gap, (height - words.height) / 2)
    first = head.at(left + head.width / 2, (height - head.height) / 2)
    return Block((*first, *beside), width, height)


def least_large_room(sheet: Sheet, flow: Flow) -> float:
    """The narrowest room in which no word of a loop's label is broken and it has at most two lines."""
    people = travellers(sheet, flow)
    head = inline(sheet, people, _share(sheet, flow, sheet.stage(), sheet.theme.ink), 0.0, halo=False)
    gap = 1.8 * sheet.unit if head.width and flow.label.strip() else 0.0
    most = 0.9 * (sheet.right - sheet.map_left) - head.width - gap
    return head.width + gap + narrowest(flow.label, sheet.body(), 2, most)
