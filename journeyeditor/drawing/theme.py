"""A theme: what colour, marker and dash mean. Plain data; every text colour keeps 4.5:1 on its own ground."""

from __future__ import annotations

from typing import Literal

import msgspec

Marker = Literal["circle", "triangle", "square", "diamond", "cross", "star"]


class PersonaStyle(msgspec.Struct, frozen=True):
    """How one persona is drawn everywhere: colour `#rrggbb`, marker, dash (mm at A3; empty = solid)."""

    colour: str
    marker: Marker
    dash: tuple[float, ...] = ()
    double: bool = False


class Tint(msgspec.Struct, frozen=True):
    """The colours of one phase: strong (type, bars), ordinary header, header of a loyalty-critical stage."""

    strong: str
    ground: str
    deep: str


class Theme(msgspec.Struct, frozen=True):
    """The colours of a poster, all `#rrggbb`."""

    name: str
    ink: str
    muted: str
    hairline: str
    wash: str
    paper: str
    zero: str
    flow: str
    grid: str
    hatch: str
    pain: str
    gain: str
    gain_ground: str
    opportunity: str
    opportunity_ground: str
    truth: str
    star: str
    phases: dict[str, Tint] = msgspec.field(default_factory=dict)
    """`before`, `during`, `after`, and `none` for a stage without a phase."""
    personas: tuple[PersonaStyle, ...] = ()
    severity: tuple[float, ...] = (0.05, 0.08, 0.14, 0.23, 0.38)
    """Depth of the pain's tint by severity 1 to 5."""
    voice: float = 0.08
    """Depth of the tint under what somebody said, in the colour of who said it."""
    shade: float = 1.0
    """How deep the area between a curve and zero is, beside that of `calm`."""
    outline: str | None = None
    """Edge of cards where their ground alone would not show; None = no edge."""

    def persona(self, style: int) -> PersonaStyle:
        """The style of a persona's number, 1 to 12."""
        return self.personas[(style - 1) % len(self.personas)]

    def phase(self, phase: str | None) -> Tint:
        """The colours of a phase."""
        return self.phases[phase or "none"]


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of `#rrggbb`, each 0 to 1."""
    return tuple(int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))  # type: ignore[return-value]


def mixed(colour: str, ground: str, depth: float) -> str:
    """The colour laid over a ground at an opacity of 0 to 1, as one opaque `#RRGGBB`."""
    parts = (
        round(255 * (a * depth + b * (1 - depth))) for a, b in zip(channels(colour), channels(ground), strict=True)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, ground: str = "#FFFFFF", least: float = 4.5) -> str:
    """The colour, darkened step by step until its contrast on the ground is at least `least`."""
    depth = 0.0
    while contrast(found := mixed("#000000", colour, depth), ground) < least and depth < 1:
        depth += 0.04
    return found
