"""A small kit for flat pictures: shapes in a square (or wide) sheet of plain colours, drawn large and scaled down.

Used by `draw_portraits.py` and `draw_scenes.py`. Coordinates are pixels of the finished picture, y downwards.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

PICTURES = Path(__file__).resolve().parent / "templates" / "pictures"

Point = tuple[float, float]
Colour = tuple[int, int, int]

PERSONA_COLOURS = ("#0B6AA8", "#B84A00", "#00755A", "#9C3F78", "#7A5A00", "#4B4FA8")
"""Persona styles 1 to 6 of the theme `calm`."""

OVERSAMPLING = 4


def rgb(hexadecimal: str) -> Colour:
    """`#rrggbb` as three numbers of 0 to 255."""
    digits = hexadecimal.lstrip("#")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def tint(colour: str, strength: float) -> Colour:
    """The colour mixed with white (strength 0 = white, 1 = the colour) or, above 1, with black (2 = black)."""
    red, green, blue = rgb(colour)
    ground, share = (255, strength) if strength <= 1 else (0, 2 - strength)
    return tuple(round(ground + (part - ground) * share) for part in (red, green, blue))  # type: ignore[return-value]


def arc(centre: Point, radii: Point, start: float, end: float, count: int = 40) -> list[Point]:
    """Points along an ellipse; degrees, 0 = right, 90 = down."""
    steps = [math.radians(start + (end - start) * n / count) for n in range(count + 1)]
    return [(centre[0] + radii[0] * math.cos(a), centre[1] + radii[1] * math.sin(a)) for a in steps]


def spline(points: Sequence[Point], closed: bool = False, count: int = 16) -> list[Point]:
    """A smooth line through all points (Catmull-Rom)."""
    known = list(points)
    around = [known[-1], *known, known[0], known[1]] if closed else [known[0], *known, known[-1]]
    line: list[Point] = []
    for a, b, c, d in zip(around, around[1:], around[2:], around[3:], strict=False):
        for n in range(count):
            t = n / count
            line.append(
                (
                    0.5 * (2 * b[0] + (c[0] - a[0]) * t + (2 * a[0] - 5 * b[0] + 4 * c[0] - d[0]) * t**2
                           + (3 * b[0] - a[0] - 3 * c[0] + d[0]) * t**3),
                    0.5 * (2 * b[1] + (c[1] - a[1]) * t + (2 * a[1] - 5 * b[1] + 4 * c[1] - d[1]) * t**2
                           + (3 * b[1] - a[1] - 3 * c[1] + d[1]) * t**3),
                )
            )  # fmt: skip
    return line if closed else [*line, known[-1]]


def mirrored(points: Sequence[Point], axis: float) -> list[Point]:
    """The points reflected on the upright line x = axis, in reverse, so that a half makes a whole outline."""
    return [(2 * axis - x, y) for x, y in reversed(points)]


class Sheet:
    """A picture in the making."""

    def __init__(self, width: int, height: int, ground: Colour) -> None:
        self.size = (width, height)
        self.image = Image.new("RGB", (width * OVERSAMPLING, height * OVERSAMPLING), ground)
        self.draw = ImageDraw.Draw(self.image)

    def shape(self, points: Sequence[Point], fill: Colour) -> None:
        """A filled outline."""
        self.draw.polygon([(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in points], fill=fill)

    def blob(self, points: Sequence[Point], fill: Colour) -> None:
        """A filled smooth outline through all points."""
        self.shape(spline(points, closed=True), fill)

    def oval(self, centre: Point, radii: Point, fill: Colour) -> None:
        """A filled ellipse."""
        self.shape(arc(centre, radii, 0, 360, 120), fill)

    def dot(self, centre: Point, radius: float, fill: Colour) -> None:
        """A filled circle."""
        self.oval(centre, (radius, radius), fill)

    def ring(self, centre: Point, radii: Point, width: float, fill: Colour) -> None:
        """The outline of an ellipse."""
        self.line(arc(centre, radii, 0, 360, 120), width, fill)

    def line(self, points: Sequence[Point], width: float, fill: Colour) -> None:
        """A line with round joints and ends."""
        scaled = [(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in points]
        self.draw.line(scaled, fill=fill, width=round(width * OVERSAMPLING), joint="curve")
        for x, y in (points[0], points[-1]):
            self.dot((x, y), width / 2, fill)

    def curve(self, points: Sequence[Point], width: float, fill: Colour) -> None:
        """A smooth line through all points."""
        self.line(spline(points), width, fill)

    def box(self, left: float, top: float, right: float, bottom: float, fill: Colour, radius: float = 0) -> None:
        """A filled rectangle, with round corners if wished."""
        edges = [round(part * OVERSAMPLING) for part in (left, top, right, bottom)]
        self.draw.rounded_rectangle(edges, radius * OVERSAMPLING, fill=fill)

    def finished(self, window: tuple[float, float, float, float] | None = None) -> Image.Image:
        """The picture in its own size, in a palette of few colours, so that the file is small.

        `window` (left, top, right, bottom) enlarges a part of it.
        """
        box = None if window is None else tuple(part * OVERSAMPLING for part in window)
        small = self.image.resize(self.size, Image.Resampling.LANCZOS, box=box)
        return small.quantize(colors=96, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)

    def save(self, name: str, window: tuple[float, float, float, float] | None = None) -> None:
        """Writes the picture, or an enlarged part of it, as PNG beside the templates' sources."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.finished(window).save(PICTURES / f"{name}.png", optimize=True)
