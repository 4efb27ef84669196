"""How each mark looks in the legend, and what it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journeyeditor.drawing import Shape, Sketch, Stroke
from journeyeditor.drawing.icons import ARROWHEAD, dot, heart, icon, star
from journeyeditor.errors import Message, message
from journeyeditor.geometry.outline import circle, moved, polyline, rectangle
from journeyeditor.layout.parts import dots, dots_width
from journeyeditor.layout.persona_line import sample
from journeyeditor.layout.sheet import Sheet
from journeyeditor.layout.touchpoints.circle import closer_mark
from journeyeditor.model.naming import channel_name, persona_name

MARKS = (
    "persona", "gap", "moment_of_truth", "loyalty_critical", "blind_spot", "research", "assumption", "unmarked",
    "company_starts", "flow", "flow_share", "backward", "loop", "ends_here", "severity", "strength", "target_met",
    "target_missed", "answers", "answers_letter", "closer", "channel",
)  # fmt: skip
"""The names of marks in the order of the legend; `persona` and `channel` are followed by a colon and an id."""

Mark = tuple[float, str, Callable[[float, float], Sequence[Shape]]]
"""Width in mm, meaning, and how it is drawn from a left end and a middle."""


def mark_of(sheet: Sheet, name: str) -> Mark | None:
    """One mark, or None for a name that has no place in the legend."""
    kind, _, record = name.partition(":")
    if kind == "persona":
        return _persona(sheet, record)
    if kind == "channel":
        return _channel(sheet, record)
    build = _BUILDERS.get(kind)
    return None if build is None else build(sheet)


def _persona(sheet: Sheet, record: str) -> Mark | None:
    persona = next((persona for persona in sheet.personas if persona.id == record), None)
    if persona is None:
        return None
    unit, style = sheet.unit, sheet.theme.persona(persona.style)
    wide = 11.0 * unit

    words = persona_name(persona, sheet.speech)
    return wide, words, lambda x, middle: sample(sheet, style, x, middle, wide, 0.78)


def _channel(sheet: Sheet, record: str) -> Mark | None:
    channel = sheet.journey.channel(record)
    if channel is None:
        return None
    unit = sheet.unit
    size = 4.4 * unit
    words = channel_name(channel, sheet.speech)
    return size, words, lambda x, y: [icon(channel.icon, x + size / 2, y, size, sheet.theme.ink, 0.4 * unit)]


def _gap(sheet: Sheet) -> Mark:
    unit = sheet.unit
    wide = 11.0 * unit

    def draw(x: float, middle: float) -> list[Shape]:
        pen = Stroke(sheet.theme.muted, 1.0 * unit)
        parts = [(x, x + 3.4 * unit), (x + wide - 3.4 * unit, x + wide)]
        return [Sketch(polyline([(a, middle), (b, middle)]), None, pen) for a, b in parts]

    return wide, sheet.speech.say("not asked"), draw


def _ring(dashed: bool, ink: str) -> Callable[[Sheet], Mark]:
    texts = {
        "assumption": message("assumption"),
        "research": message("backed by research"),
        "unmarked": message("not marked"),
    }

    def build(sheet: Sheet) -> Mark:
        unit = sheet.unit
        across = 4.4 * unit
        colour = sheet.theme.muted if ink == "unmarked" else sheet.theme.ink
        pen = Stroke(colour, 0.5 * unit, (1.5 * unit, 1.1 * unit) if dashed else ())

        def draw(x: float, middle: float) -> list[Shape]:
            return [Sketch(circle(x + across / 2, middle, across / 2 - pen.width / 2), None, pen)]

        return across, sheet.speech.say(texts[ink]), draw

    return build


def _star(sheet: Sheet) -> Mark:
    size = 4.6 * sheet.unit
    theme = sheet.theme
    return (
        size,
        sheet.speech.say("moment of truth"),
        lambda x, y: [star(x + size / 2, y, size, theme.star, theme.truth)],
    )


def _heart(sheet: Sheet) -> Mark:
    size = 4.0 * sheet.unit
    colour = sheet.theme.ink
    return size, sheet.speech.say("loyalty-critical"), lambda x, y: [heart(x + size / 2, y, size, colour)]


def _blind(sheet: Sheet) -> Mark:
    unit = sheet.unit
    wide, high = 8.0 * unit, 4.4 * unit

    def draw(x: float, middle: float) -> list[Shape]:
        box = rectangle(x, middle - high / 2, wide, high, 0.8 * unit)
        pen = Stroke(sheet.theme.hatch, 0.5 * unit)
        stripes = [
            Sketch(polyline([(x + n * unit, middle + high / 2), (x + n * unit + high, middle - high / 2)]), None, pen)
            for n in (0.4, 2.2)
        ]
        eye = icon("eye_off", x + wide / 2, middle, 3.8 * unit, sheet.theme.ink, 0.4 * unit)
        return [*stripes, Sketch(box, None, Stroke(sheet.theme.muted, 0.25 * unit)), eye]

    return wide, sheet.speech.say("blind spot"), draw


def _arrow(text: Message) -> Callable[[Sheet], Mark]:
    def build(sheet: Sheet) -> Mark:
        unit, colour = sheet.unit, sheet.theme.flow
        wide = 8.0 * unit

        def draw(x: float, middle: float) -> list[Shape]:
            line = Sketch(polyline([(x, middle), (x + wide - unit, middle)]), None, Stroke(colour, 0.45 * unit))
            return [line, Sketch(moved(ARROWHEAD, x + wide, middle, unit), colour)]

        return wide, sheet.speech.say(text), draw

    return build


def _returning(text: Message) -> Callable[[Sheet], Mark]:
    def build(sheet: Sheet) -> Mark:
        unit, colour = sheet.unit, sheet.theme.muted
        wide, rise, corner = 8.0 * unit, 1.8 * unit, 1.4 * unit

        def draw(x: float, middle: float) -> list[Shape]:
            left, right, top = x + unit, x + wide - 0.4 * unit, middle - rise
            outline = (
                ("M", (right, middle + rise)),
                ("L", (right, top + corner)),
                ("C", (right, top, right, top, right - corner, top)),
                ("L", (left + corner, top)),
                ("C", (left, top, left, top, left, top + corner)),
                ("L", (left, middle + 0.6 * unit)),
            )
            head = polyline(
                [
                    (left, middle + rise),
                    (left - 0.9 * unit, middle + 0.2 * unit),
                    (left + 0.9 * unit, middle + 0.2 * unit),
                ],
                closed=True,
            )
            return [Sketch(outline, None, Stroke(colour, 0.6 * unit)), Sketch(head, colour)]

        return wide, sheet.speech.say(text), draw

    return build


def _severity(sheet: Sheet) -> Mark:
    wide = dots_width(sheet, 5)
    return wide, sheet.speech.say("severity 1 to 5"), lambda x, y: dots(sheet, x, y, 3, 5, sheet.theme.pain)


def _strength(sheet: Sheet) -> Mark:
    unit = sheet.unit

    def draw(x: float, middle: float) -> list[Shape]:
        return [
            icon("plus", x + (1.2 + n * 2.7) * unit, middle, 3.6 * unit, sheet.theme.gain, 0.55 * unit)
            for n in range(3)
        ]

    return 8.0 * unit, sheet.speech.say("strength 1 to 3"), draw


def _target(text: Message, *, met: bool) -> Callable[[Sheet], Mark]:
    def build(sheet: Sheet) -> Mark:
        unit, theme = sheet.unit, sheet.theme
        fill = theme.ink if met else theme.paper
        pen = Stroke(theme.ink, 0.45 * unit)
        return 2.4 * unit, sheet.speech.say(text), lambda x, y: [dot(x + 1.2 * unit, y, 1.9 * unit, fill, pen)]

    return build


def _pin(sheet: Sheet) -> Mark:
    unit, colour = sheet.unit, sheet.theme.opportunity

    def draw(x: float, middle: float) -> list[Shape]:
        stem = polyline([(x + unit, middle - 1.6 * unit), (x + unit, middle + 1.8 * unit)])
        return [Sketch(stem, None, Stroke(colour, 0.5 * unit)), dot(x + unit, middle - 1.6 * unit, 1.5 * unit, colour)]

    return 2.4 * unit, sheet.speech.say("answers the pain point"), draw


def _letter(sheet: Sheet) -> Mark:
    unit, colour = sheet.unit, sheet.theme.opportunity

    def draw(x: float, middle: float) -> list[Shape]:
        return [Sketch(rectangle(x, middle - 1.4 * unit, 4.6 * unit, 2.8 * unit, 1.4 * unit), colour)]

    return 4.6 * unit, sheet.speech.say("same letter: answers the pain point"), draw


def _end(sheet: Sheet) -> Mark:
    unit, colour = sheet.unit, sheet.theme.flow

    def draw(x: float, middle: float) -> list[Shape]:
        bar = polyline([(x + 3 * unit, middle - 1.6 * unit), (x + 3 * unit, middle + 1.6 * unit)])
        line = polyline([(x, middle), (x + 3 * unit, middle)])
        return [Sketch(line, None, Stroke(colour, 0.45 * unit)), Sketch(bar, None, Stroke(colour, 0.7 * unit))]

    return 4.0 * unit, sheet.speech.say("the journey may end here"), draw


def _company(sheet: Sheet) -> Mark:
    side = 2.4 * sheet.unit

    def draw(x: float, middle: float) -> list[Shape]:
        return [Sketch(rectangle(x, middle - side / 2, side, side, 0.16 * side), sheet.theme.ink)]

    return side, sheet.speech.say("started by the company"), draw


def _closer(sheet: Sheet) -> Mark:
    size = 3.7 * sheet.unit
    return size, sheet.speech.say("has a closer map"), lambda x, y: closer_mark(sheet, x + size / 2, y, size)


_BUILDERS: dict[str, Callable[[Sheet], Mark]] = {
    "gap": _gap,
    "moment_of_truth": _star,
    "loyalty_critical": _heart,
    "blind_spot": _blind,
    "research": _ring(dashed=False, ink="research"),
    "assumption": _ring(dashed=True, ink="assumption"),
    "unmarked": _ring(dashed=False, ink="unmarked"),
    "company_starts": _company,
    "closer": _closer,
    "flow": _arrow(message("flow")),
    "flow_share": _arrow(message("flow, share")),
    "backward": _returning(message("way back")),
    "loop": _returning(message("returning loop")),
    "ends_here": _end,
    "severity": _severity,
    "strength": _strength,
    "target_met": _target(message("target met"), met=True),
    "target_missed": _target(message("target missed"), met=False),
    "answers": _pin,
    "answers_letter": _letter,
}
