"""Call-outs: what was said at the highest and at the lowest point of the curve."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import msgspec

from journeyeditor import fonts
from journeyeditor.drawing import Shape, Sketch, Stroke
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline, rectangle
from journeyeditor.layout.emotion.tracks import Extreme
from journeyeditor.layout.inks import mixed, readable
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import DOT, Paragraph, joined, paragraph

Side = Literal["left", "right", "top", "bottom"]
RADIUS, BAR, LEADER = 1.4, 1.1, 0.4
PADDING, TOP, BOTTOM, GAP = 3.6, 2.6, 2.2, 1.2
"""Text from the box's sides, its upper and lower edge, and between its parts, in units."""
ROOMS = (30.0, 40.0, 50.0, 62.0, 76.0, 92.0, 112.0, 136.0, 170.0, 220.0)
"""Widths of text that are tried, in units."""
WHOLE_HEADING = 56.0
"""A heading up to this width (units) is kept on one line."""
SHAPE = 2.3
"""How many times wider than tall a call-out looks best."""
MOST_FORMS = 4


class Form(msgspec.Struct, frozen=True):
    """A call-out's text, broken for one width. `cost` is how far its shape is from the best."""

    width: float
    height: float
    parts: tuple[Paragraph, ...]
    cost: float


class CallOut(msgspec.Struct, frozen=True):
    """What is said of one extreme, in several widths, the best shape first."""

    extreme: Extreme
    forms: tuple[Form, ...]
    widest: Form
    """The flattest form, for a strip of its own above or below the curve."""


class PlacedCallOut(msgspec.Struct, frozen=True):
    """A call-out on the sheet: its bar is on the `side` that the leader comes from."""

    callout: CallOut
    form: Form
    box: Box
    side: Side
    leader: tuple[tuple[float, float], tuple[float, float]]
    cost: float


def callout(sheet: Sheet, extreme: Extreme) -> CallOut:
    """The call-out of an extreme: a caption, the quote (or words of feeling), who said it and when."""
    unit, theme, speech = sheet.unit, sheet.theme, sheet.speech
    colour = extreme.track.look.colour
    ground = mixed(colour, theme.paper, theme.voice)
    heading = speech.say("Highest point") if extreme.high else speech.say("Lowest point")
    words = extreme.feeling.record.words.strip()
    if extreme.quote is not None:
        text = speech.quoted(extreme.quote.text)
        heading = joined((heading, words), DOT, sheet.journey.head.language)
    else:
        text = words
    who = _who(sheet, extreme)
    most = sheet.right - sheet.map_left - (2 * PADDING + 2) * unit
    least = min(fonts.width(heading, sheet.caption(bold=True)), WHOLE_HEADING * unit)
    forms: dict[tuple[int, ...], Form] = {}
    for room in ROOMS:
        wide = min(max(room * unit, least + 0.1), most)
        parts = (
            paragraph(heading, sheet.caption(bold=True), readable(colour, ground), wide, balance=True),
            paragraph(text, sheet.body(italic=True), readable(theme.ink, ground), wide, balance=True),
            paragraph(who, sheet.caption(), readable(theme.muted, ground), wide, balance=True),
        )
        form = _form(unit, tuple(part for part in parts if part.lines))
        forms.setdefault(tuple(len(part.lines) for part in parts), form)
    ranked = sorted(forms.values(), key=lambda form: form.cost)
    flat = [form for form in ranked if form.width <= 0.45 * most] or ranked
    widest = min(flat, key=lambda form: form.height)
    chosen = ranked[:MOST_FORMS]
    return CallOut(extreme, tuple(chosen if widest in chosen else [*chosen, widest]), widest)


def _form(unit: float, parts: Sequence[Paragraph]) -> Form:
    width = max(part.width for part in parts) + (2 * PADDING + 0.4) * unit
    height = sum(part.height for part in parts) + (TOP + BOTTOM + GAP * (len(parts) - 1)) * unit
    return Form(width, height, tuple(parts), 9 * abs(math.log(width / height / SHAPE)))


def _who(sheet: Sheet, extreme: Extreme) -> str:
    """Name, source and date; without a quote the name and the touchpoint."""
    name = extreme.track.persona.name.strip()
    quote = extreme.quote
    if quote is None:
        parts = [name, extreme.feeling.touchpoint.title]
    else:
        anyone = not quote.personas
        source = quote.source
        named = "" if anyone and source else "" if source and _tells(source, name) else name
        parts = [named, source, sheet.speech.date(quote.date)]
    return joined(parts, DOT, sheet.journey.head.language)


def _tells(source: str, name: str) -> bool:
    """True if a source such as “Camille, interview 3” names the persona already."""
    words = name.casefold().split()
    return bool(words) and words[0] in source.casefold()


def callout_shapes(sheet: Sheet, placed: PlacedCallOut) -> list[Shape]:
    """The tinted box, the bar on the side that faces the point, and the text."""
    unit, box, form = sheet.unit, placed.box, placed.form
    colour = placed.callout.extreme.track.look.colour
    fill = mixed(colour, sheet.theme.paper, sheet.theme.voice)
    shapes: list[Shape] = [Sketch(rectangle(box.x, box.y, box.width, box.height, RADIUS * unit), fill)]
    shapes.append(_bar(unit, box, placed.side, colour))
    x = box.x + (PADDING + (0.4 if placed.side == "left" else 0.0 if placed.side == "right" else 0.2)) * unit
    y = box.y + TOP * unit
    room = max(part.width for part in form.parts)
    for part in form.parts:
        fitted = Paragraph(part.lines, part.style, part.colour, room)
        shapes += fitted.at(x, y)
        y += part.height + GAP * unit
    return shapes


def _bar(unit: float, box: Box, side: Side, colour: str) -> Sketch:
    thick, round_end = BAR * unit, 0.4 * unit
    x = box.right - thick if side == "right" else box.x
    y = box.bottom - thick if side == "bottom" else box.y
    wide, high = (thick, box.height) if side in ("left", "right") else (box.width, thick)
    return Sketch(rectangle(x, y, wide, high, round_end), colour)


def leader_shape(sheet: Sheet, placed: PlacedCallOut) -> Sketch:
    """The line from the point to the bar."""
    pen = Stroke(placed.callout.extreme.track.look.colour, LEADER * sheet.unit, round=True)
    return Sketch(polyline(placed.leader), None, pen)
