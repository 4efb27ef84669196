"""What surrounds the content of a further page: its header, the legend of the marks it uses, the poster's footer."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor import fonts
from journeyeditor.drawing import Drawing, Group, Picture, Shape, Sketch, Stroke
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline
from journeyeditor.layout.footer import footer_row
from journeyeditor.layout.header.row import logos_of
from journeyeditor.layout.header.title import title_colour
from journeyeditor.layout.inks import readable
from journeyeditor.layout.legend.row import legend_row
from journeyeditor.layout.paper import SIZES, Paper
from journeyeditor.layout.row import Row
from journeyeditor.layout.sheet import Fit, Sheet
from journeyeditor.layout.text import DOT, joined, paragraph

BODY, GROWTH = 8.5, 0.65
"""Body type on A4 in points, and the power of the sheet's diagonal with which it grows: A3 11, A0 21."""
MOST, FARTHER = 1.2, 0.2
"""How much larger body type may be on A4, and the power with which that grows."""
LONGEST = 2.2
"""A sheet counts as no longer than this many times its shorter side: a banner is not read from farther away."""
TITLE, SMALL_TITLE = 20.0, 12.2
"""Points of the drawn target."""
LOGO_WIDTH, LOGO_HEIGHT, LOGO_GAP = 21.0, 9.5, 4.0
BELOW = 4.5
"""Between header and content, and between content and legend, in units."""
LEAST = 0.25
"""Part of the page that is left to the content at least."""
RUNNING = 0.12
"""The journey's title takes at most this part of a page's height; a longer one stands on the poster alone."""


def body_size(paper: Paper) -> float:
    """Body type of a further page, in points: read in the hand on A4, from a step away on A0."""
    seen = min(paper.diagonal, LONGEST * min(paper.width, paper.height))
    nominal: float = BODY * (seen / math.hypot(*SIZES["A4"])) ** GROWTH
    return max(nominal, paper.least_type)


def largest_scale(paper: Paper) -> float:
    """How much larger than usual body type may be where there is room: a fifth on A4, half as large again on A0."""
    seen = min(paper.diagonal, LONGEST * min(paper.width, paper.height)) / math.hypot(*SIZES["A4"])
    scale: float = MOST * max(1.0, seen) ** FARTHER
    return scale


def sized(sheet: Sheet, scale: float = 1.0) -> Sheet:
    """The sheet with the body type of further pages, scaled, but never under what can be read."""
    return dataclasses.replace(sheet, fit=Fit(max(scale * body_size(sheet.paper), sheet.paper.least_type)))


class Frame(msgspec.Struct, frozen=True):
    """A page's frame, measured."""

    sheet: Sheet
    title: str
    header: Row
    legend: Row | None

    @property
    def area(self) -> Box:
        """Where the content goes. It is never quite without height, however long a name in the header may be."""
        sheet = self.sheet
        top = sheet.paper.margins[1] + self.header.height + BELOW * sheet.unit
        tall = max(self._below() - BELOW * sheet.unit - top, LEAST * sheet.paper.height)
        return Box(sheet.left, top, sheet.right - sheet.left, tall)

    def _below(self) -> float:
        """Where legend or footer begins. The footer is measured with as long a page number as it may get."""
        sheet = self.sheet
        bottom = sheet.paper.height - sheet.paper.margins[3] - footer_row(sheet, 888, 888).height
        return bottom if self.legend is None else bottom - self.legend.height - self.legend.gap * sheet.unit

    def drawing(self, content: Sequence[Group], number: tuple[int, int], bookmark: str, *, again: bool) -> Drawing:
        """The whole page; `number` is its own and how many there are. `again` if this frame has been read before."""
        sheet = self.sheet
        top = sheet.paper.margins[1]
        above = self.header.draw(top, self.header.height)
        below = [] if self.legend is None else self.legend.draw(self._below(), self.legend.height)
        footer = footer_row(sheet, *number)
        below += footer.draw(sheet.paper.height - sheet.paper.margins[3] - footer.height, footer.height)
        if again:
            above, below = ([replace(group, role="artifact") for group in groups] for groups in (above, below))
        marks = ((bookmark, sheet.left, top),)
        groups = (*above, *content, *below)
        return Drawing(sheet.paper.width, sheet.paper.height, groups, sheet.theme.paper, marks)


def frame(
    sheet: Sheet, title: str, said: str = "", *, marks: frozenset[str] = frozenset(), colour: str | None = None
) -> Frame:
    """The frame of pages of one kind. `said` are a few words beside the title, `colour` is the title's own."""
    return Frame(sheet, title, _header(sheet, title, said, colour), legend_row(sheet, marks))


def _header(sheet: Sheet, title: str, said: str, colour: str | None) -> Row:
    """The journey's name and state over the page's title; a summary at its right or below; logos; a hairline."""
    unit, theme, speech = sheet.unit, sheet.theme, sheet.speech
    logos = logos_of(sheet)
    room = sheet.right - sheet.left - (LOGO_WIDTH + LOGO_GAP) * unit * len(logos)
    state = speech.term("state", sheet.journey.head.state)
    whose = sheet.journey.head.title.strip() or speech.say("Customer journey")
    journey = paragraph(
        joined((whose, state), DOT, sheet.journey.head.language),
        sheet.body(),
        theme.muted,
        room,
    )
    if journey.height > RUNNING * sheet.paper.height:
        journey = paragraph(speech.say("Customer journey"), sheet.body(), theme.muted, room)
    size = next((size for size in (TITLE, 17.0, 14.5) if _is_short(sheet, title, size, room)), SMALL_TITLE)
    name = paragraph(title, sheet.style(size * unit, bold=True), readable(colour or title_colour(sheet)), room)
    summary = paragraph(said, sheet.body(), theme.muted, room - name.width - 6 * unit)
    beside = len(summary.lines) <= 1 and room - name.width > 40 * unit
    if not beside:
        summary = paragraph(said, sheet.body(), theme.muted, room)
    first = journey.height + 1.4 * unit
    tall = first + name.height + (0.0 if beside or not summary.lines else summary.height + 1.2 * unit)
    height = max(tall, LOGO_HEIGHT * unit if logos else 0.0) + 2.2 * unit

    def draw(top: float, height: float) -> list[Group]:
        head = sheet.journey.head.id
        wide = sheet.right - sheet.left
        above: list[Shape] = [*journey.at(sheet.left, top)]
        own: list[Shape] = [*name.at(sheet.left, top + first)]
        base = top + first + name.above
        if beside:
            own += summary.at(sheet.left + name.width + 4 * unit, base - summary.above)
        else:
            own += summary.at(sheet.left, top + first + name.height + 1.2 * unit)
        line = polyline([(sheet.left, top + height), (sheet.right, top + height)])
        rule = Sketch(line, None, Stroke(theme.hairline, 0.25 * unit))
        return [
            Group(head, "artifact", (*above, rule), Box(sheet.left, top, wide, journey.height)),
            Group(head, "title", tuple(own), Box(sheet.left, top + first, wide, tall - first)),
            *_logos(sheet, logos, top),
        ]

    return Row("header", height, draw, washed=False)


def _is_short(sheet: Sheet, title: str, size: float, room: float) -> bool:
    return fonts.width(title, sheet.style(size * sheet.unit, bold=True)) <= room


def _logos(sheet: Sheet, logos: Sequence[str], top: float) -> list[Group]:
    """The logos beside one another at the right end, each as large as its place and not distorted."""
    unit = sheet.unit
    groups: list[Group] = []
    for number, image in enumerate(reversed(logos)):
        left = sheet.right - LOGO_WIDTH * unit - number * (LOGO_WIDTH + LOGO_GAP) * unit
        box = Box(left, top, LOGO_WIDTH * unit, LOGO_HEIGHT * unit)
        picture = Picture(box, image, description=sheet.speech.say("Logo"), fit="contain")
        groups.insert(0, Group(sheet.journey.head.id, "artifact", (picture,), box))
    return groups
