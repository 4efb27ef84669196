"""Pains, the worst first, each with a bar: severity times votes."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from journeyeditor import fonts
from journeyeditor.drawing import Shape, Sketch
from journeyeditor.geometry.outline import rectangle
from journeyeditor.layout.findings import votes
from journeyeditor.layout.foot import dots_piece, fold, foot, markers_piece
from journeyeditor.layout.further.cells import Mark, Part, foot_mark, rule_mark
from journeyeditor.layout.further.plan import where
from journeyeditor.layout.inks import mixed, readable
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.text import paragraph
from journeyeditor.model.records import Pain

BAR, BAR_HEIGHT = 2.2, 3.4
"""Thickness of a bar, and the room that it has, in units."""
PALE, STEP = 0.25, 0.15
"""Depth of a bar's colour at severity 1, and how much each step adds."""


class Ranked(msgspec.Struct, frozen=True):
    """A pain with its weight; `share` of the heaviest."""

    pain: Pain
    weight: int
    share: float


def ranked(sheet: Sheet) -> tuple[Ranked, ...]:
    """The pains that are shown, the heaviest first. While nobody has voted on any of them, severity alone counts."""
    pains = [pain for pain in sheet.journey.all(Pain) if sheet.concerns(pain.personas)]
    voted = any(pain.votes for pain in pains)
    weights = {pain.id: pain.severity * (pain.votes if voted else 1) for pain in pains}
    pains.sort(key=lambda pain: (-weights[pain.id], -pain.severity, pain.text, pain.id))
    most = max(weights.values(), default=0) or 1
    return tuple(Ranked(pain, weights[pain.id], weights[pain.id] / most) for pain in pains)


def is_voted(found: Sequence[Ranked]) -> bool:
    """True if votes count in the ranking."""
    return any(one.pain.votes for one in found)


def pain_parts(sheet: Sheet, one: Ranked, room: float, number: float) -> list[Part]:
    """Text, bar, and a foot with severity, votes and place. `number` is the room for the widest weight, mm."""
    theme, pain = sheet.theme, one.pain
    plain = sheet.caption()
    words: Part = paragraph(pain.text, sheet.body(), theme.ink, room)
    if not pain.text.strip():
        words = rule_mark(sheet, room, sheet.body())
    place = where(sheet, pain)
    pieces = [
        dots_piece(sheet, pain.severity, 5, readable(theme.pain)),
        votes(sheet, pain.votes, theme.ink),
        *(fold(place, plain, theme.muted, room) if place else ()),
        markers_piece(sheet, pain.personas),
    ]
    return [words, _bar(sheet, one, room, number), foot_mark(foot(sheet, [pieces], room), room)]


def _bar(sheet: Sheet, one: Ranked, room: float, number: float) -> Mark:
    """The bar with its weight at its end."""
    unit, theme = sheet.unit, sheet.theme
    style = sheet.caption(bold=True)
    wide = max(0.0, room - number - 1.4 * unit) * one.share
    depth = PALE + STEP * (one.pain.severity - 1)

    def draw(x: float, top: float) -> list[Shape]:
        middle = top + BAR_HEIGHT * unit / 2
        found: list[Shape] = []
        if wide:
            bar = rectangle(x, middle - BAR / 2 * unit, wide, BAR * unit, 0.5 * unit)
            found.append(Sketch(bar, mixed(theme.pain, theme.paper, depth)))
        words = paragraph(sheet.speech.number(one.weight), style, theme.ink, room)
        left = x + wide + (1.4 * unit if wide else 0.0)
        return [*found, *words.at(left, middle - 0.53 * fonts.ascent(style))]

    return Mark(room, BAR_HEIGHT * unit, draw, 20 * unit)
