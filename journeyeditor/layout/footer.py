"""Who, when, which version; the sheet, its scale and a ruler."""

from __future__ import annotations

from msgspec.structs import replace

from journeyeditor import fonts
from journeyeditor.drawing import Group, Shape, Sketch, Stroke, Words
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import Paragraph, paragraph

FACTS: tuple[str, ...] = ("owner", "facilitator", "date", "version", "next_review")
"""The fields of the head whose values stand in the footer, bold, in this order; those that are empty are left out."""
RULERS = (200.0, 100.0, 50.0, 20.0)
"""Lengths that the ruler may have, in mm."""
PAIR_GAP, NAME_GAP = 5.5, 1.4


def _facts(sheet: Sheet) -> list[tuple[str, str]]:
    head, speech = sheet.journey.head, sheet.speech
    facts = {
        "owner": (speech.say("Owner"), head.owner),
        "facilitator": (speech.say("Facilitator"), head.facilitator),
        "date": (speech.say("Workshop of"), speech.date(head.date)),
        "version": (speech.say("Version"), head.version),
        "next_review": (speech.say("Next review"), speech.date(head.next_review)),
    }
    return [facts[field] for field in FACTS if facts[field][1].strip()]


def _lines(sheet: Sheet, room: float) -> list[list[tuple[Paragraph, Paragraph]]]:
    """Name and value of each fact, in as many lines as they need."""
    unit = sheet.unit
    lines: list[list[tuple[Paragraph, Paragraph]]] = []
    used = 0.0
    for name, value in _facts(sheet):
        first = paragraph(name, sheet.caption(), sheet.theme.muted, room)
        second = paragraph(value, sheet.caption(bold=True), sheet.theme.ink, room - first.width - NAME_GAP * unit)
        second = replace(second, room=second.width)  # one that runs from right to left stands beside its name too
        wide = first.width + NAME_GAP * unit + second.width
        if lines and used + PAIR_GAP * unit + wide <= room:
            used += PAIR_GAP * unit + wide
            lines[-1].append((first, second))
        else:
            used = wide
            lines.append([(first, second)])
    return lines


def footer_row(sheet: Sheet, page: int = 1, pages: int = 1) -> Row:
    """A hairline, the facts at the left, the ruler at the right."""
    unit, theme = sheet.unit, sheet.theme
    ruler = next((length for length in RULERS if length <= 0.15 * (sheet.right - sheet.left)), RULERS[-1])
    says = sheet.speech.say("{paper}, scale 1:1", paper=sheet.paper.name)
    if pages > 1:
        says += " · " + sheet.speech.say("page {page} of {pages}", page=page, pages=pages)
    paper = fonts.shape(says, sheet.caption())
    end = fonts.shape(sheet.speech.say("{length} mm", length=f"{ruler:g}"), sheet.caption())
    zero = fonts.shape("0", sheet.caption())
    taken = paper.width + 5 * unit + zero.width + 2 * unit + ruler + 1.4 * unit + end.width
    lines = _lines(sheet, sheet.right - sheet.left - taken - 8 * unit)
    tall = [max(max(a.height, b.height) for a, b in line) for line in lines]
    step = 0.8 * unit
    natural = 2.0 * unit + max(sum(tall) + step * max(0, len(tall) - 1), 3.6 * unit)

    def draw(top: float, height: float) -> list[Group]:
        rule = Sketch(polyline([(sheet.left, top), (sheet.right, top)]), None, Stroke(theme.hairline, 0.25 * unit))
        shapes: list[Shape] = [rule]
        y = top + 2.0 * unit
        for line, high in zip(lines, tall, strict=True):
            x = sheet.left + 2 * unit
            for name, value in line:
                shapes += name.at(x, y)
                shapes += value.at(x + name.width + NAME_GAP * unit, y)
                x += name.width + (NAME_GAP + PAIR_GAP) * unit + value.width
            y += high + step
        base = top + 2.0 * unit + fonts.ascent(sheet.caption())
        x = sheet.right - taken
        scale: list[Shape] = [Words(x, base, paper, theme.muted)]
        x += paper.width + 5 * unit
        scale.append(Words(x, base, zero, theme.muted))
        scale += _ruler(sheet, x + zero.width + 2 * unit, base, ruler)
        scale.append(Words(sheet.right - end.width, base, end, theme.muted))
        return [
            Group("footer", "footer", tuple(shapes), Box(sheet.left, top, sheet.right - sheet.left, height)),
            Group("footer", "scale", tuple(scale), Box(sheet.right - taken, top, taken, height)),
        ]

    return Row("footer", natural, draw, washed=False, gap=0.0)


def _ruler(sheet: Sheet, left: float, base: float, length: float) -> list[Shape]:
    """A scale ticked every 5 mm (every 10 when it is long)."""
    unit = sheet.unit
    pen = Stroke(sheet.theme.muted, 0.25 * unit)
    pitch = 5.0 if length <= 50 else 10.0
    ticks = int(length / pitch)
    shapes: list[Shape] = [Sketch(polyline([(left, base), (left + length, base)]), None, pen)]
    for n in range(ticks + 1):
        high = (2.2 if n in (0, ticks) else 1.1) * unit
        shapes.append(Sketch(polyline([(left + n * pitch, base), (left + n * pitch, base - high)]), None, pen))
    return shapes
