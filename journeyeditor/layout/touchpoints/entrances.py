"""Who enters the journey where. Said only when the personas begin at different touchpoints."""

from __future__ import annotations

from collections.abc import Iterable

from journeyeditor import fonts
from journeyeditor.layout.flows.label import Block, inline, stacked
from journeyeditor.layout.inks import readable
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.short_names import named_within, short_name
from journeyeditor.layout.text import paragraph
from journeyeditor.model.records import Persona
from journeyeditor.words import Words as Speech

CROWD = 6
"""More personas than this are a list of who takes part: saying of each where it enters would bury the map."""
WIDEST = 44.0
"""Of a label, in units."""
MOST_LINES = 2
"""A label that is longer shortens names that are sentences: to one line, or in a list to so many each."""


def entrances(sheet: Sheet) -> dict[str, tuple[Persona, ...]]:
    """The personas that begin at a touchpoint, by its id; empty when all begin at the same one, or there is a crowd."""
    return sheet.common("entrances", lambda: _entrances(sheet))


def _entrances(sheet: Sheet) -> dict[str, tuple[Persona, ...]]:
    if len(sheet.personas) > CROWD:
        return {}
    reading = sheet.journey.reading()
    _, numbers = sheet.reading_order()
    own: dict[str, list[str]] = {persona.id: [] for persona in sheet.personas}
    for flow in sheet.journey.flows():
        for key in flow.personas:
            if key in own:
                own[key] += [reading.entered_at(end) for end in (flow.source, flow.target)]
    found: dict[str, list[Persona]] = {}
    for persona in sheet.personas:
        first = _first(numbers, [*sheet.journey.emotions(persona.id), *own[persona.id]])
        if first is not None:
            found.setdefault(first, []).append(persona)
    return {key: tuple(personas) for key, personas in found.items()} if len(found) > 1 else {}


def _first(numbers: dict[str, int], keys: Iterable[str]) -> str | None:
    return min((key for key in keys if key in numbers), key=lambda key: numbers[key], default=None)


def entrance_labels(sheet: Sheet, personas: tuple[Persona, ...]) -> tuple[list[Block], str]:
    """Markers and words in several shapes, the widest first, and their colour: the persona's own if only one enters."""
    theme, style = sheet.theme, sheet.caption()
    colour = readable(theme.persona(personas[0].style).colour, theme.wash) if len(personas) == 1 else theme.muted
    names = [name for persona in personas if (name := short_name(sheet, persona))]
    if not names:
        return [inline(sheet, personas, [], 0.0, halo=True)], colour
    text = _told(sheet.speech, names)
    if fonts.line_count(text, style, WIDEST * sheet.unit) > MOST_LINES:
        most = 1 if len(names) == 1 else MOST_LINES
        text = _told(sheet.speech, [named_within(name, style, WIDEST * sheet.unit, most) for name in names])
    longest = min(fonts.longest_word(text, style), 0.5 * (sheet.right - sheet.map_left))
    blocks: list[Block] = []
    for room in (WIDEST * sheet.unit, 0.45 * WIDEST * sheet.unit, longest):
        lines = paragraph(text, style, colour, max(room, longest) + 1e-6, balance=True).lines
        if len(lines) == 1:
            block = inline(sheet, personas, [(lines[0], colour)], 0.0, halo=True)
        else:
            block = stacked(sheet, inline(sheet, personas, [], 0.0, halo=True), lines, colour)
        if not blocks or block.width < blocks[-1].width - 0.1 * sheet.unit:
            blocks.append(block)
    return blocks, colour


def _told(speech: Speech, names: list[str]) -> str:
    if len(names) == 1:
        return speech.say("{name} enters here", name=names[0])
    return speech.say("{names} enter here", names=speech.list(names))
