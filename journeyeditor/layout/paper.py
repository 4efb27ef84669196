"""Sheets of paper, and the least type that can be read on each."""

from __future__ import annotations

import itertools
import math
import re

import msgspec
from msgspec.structs import replace

from journeyeditor.errors import BadInput, message

SIZES: dict[str, tuple[float, float]] = {
    "A0": (841, 1189),
    "A1": (594, 841),
    "A2": (420, 594),
    "A3": (297, 420),
    "A4": (210, 297),
    "A5": (148, 210),
    "B0": (1000, 1414),
    "B1": (707, 1000),
    "B2": (500, 707),
    "B3": (353, 500),
    "B4": (250, 353),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
    "Tabloid": (279.4, 431.8),
    "Arch C": (457.2, 609.6),
    "Arch D": (609.6, 914.4),
    "Arch E": (914.4, 1219.2),
}
"""Width and height in mm, portrait. ISO 216; ANSI/ASME Y14.1 for Letter, Legal, Tabloid and the Arch sizes."""

SERIES = ("A5", "A4", "A3", "A2", "A1", "A0")
"""The papers that `auto` chooses from, smallest first."""

MARGINS_AT_A3 = (12.0, 11.0, 12.0, 9.0)
"""Left, top, right, bottom of the standard margins on A3, in mm; other sheets scale them by their diagonal."""

LONGEST_SIDE = 5080.0
"""mm (14,400 pt): pages beyond it do not open everywhere."""
SHORTEST_SIDE = 90.0


class Paper(msgspec.Struct, frozen=True):
    """A sheet: its name, size and margins (left, top, right, bottom) in mm."""

    name: str
    width: float
    height: float
    margins: tuple[float, float, float, float]

    @property
    def printable(self) -> tuple[float, float]:
        """Width and height inside the margins."""
        left, top, right, bottom = self.margins
        return self.width - left - right, self.height - top - bottom

    @property
    def diagonal(self) -> float:
        """mm."""
        return math.hypot(self.width, self.height)

    @property
    def orientation(self) -> str:
        """`portrait` if it stands, `landscape` if it lies or is square."""
        return "portrait" if self.height > self.width else "landscape"

    @property
    def least_type(self) -> float:
        """The smallest type that can be read on this sheet, in points.

        5 pt up to A4, 6 pt at A3, 12 pt at A0, straight-line between on the sheet's diagonal.
        """
        steps = [(math.hypot(*SIZES[name]), points) for name, points in (("A4", 5.0), ("A3", 6.0), ("A0", 12.0))]
        for (short, low), (long, high) in itertools.pairwise(steps):
            if self.diagonal <= long:
                return max(low, low + (high - low) * (self.diagonal - short) / (long - short))
        return 12.0


def find_paper(name: str, orientation: str = "landscape", margin: float | None = None) -> Paper:
    """The sheet of a name (`A3`, `letter`, `600x420mm`). `margin` in mm, None = the standard ones.

    Raises BadInput for an unknown name, an impossible size or a margin that leaves no room.
    """
    width, height = _size(name)
    named = _known(name)
    if named is not None or orientation == "portrait":
        width, height = min(width, height), max(width, height)
        if orientation == "landscape":
            width, height = height, width
    sheet = Paper(named or f"{width:g}x{height:g}mm", width, height, (0, 0, 0, 0))
    scale = sheet.diagonal / math.hypot(*SIZES["A3"])
    left, top, right, bottom = (m * scale if margin is None else margin for m in MARGINS_AT_A3)
    margins = (left, top, right, bottom)
    sheet = replace(sheet, margins=margins)
    if not all(math.isfinite(m) and m >= 0 for m in margins) or min(sheet.printable) < SHORTEST_SIDE / 2:
        raise BadInput(
            message(
                "A margin of {margin} mm leaves no room on {paper}.", margin=round(margins[0], 1), paper=sheet.name
            ),
            message("It may be {most} mm at most.", most=math.floor((min(width, height) - SHORTEST_SIDE / 2) / 2)),
        )
    return sheet


def _known(name: str) -> str | None:
    """The paper that is meant, whatever its capitals, spaces and hyphens: `arch-d`, `ArchD`, `a3`."""
    plain = re.sub(r"[\s_-]", "", name).lower()
    return next((known for known in SIZES if known.replace(" ", "").lower() == plain), None)


def _size(name: str) -> tuple[float, float]:
    known = _known(name)
    if known is not None:
        return SIZES[known]
    found = re.fullmatch(r"\s*(\d+(?:[.,]\d+)?)\s*[x×*]\s*(\d+(?:[.,]\d+)?)\s*(?:mm)?\s*", name, re.IGNORECASE)
    if not found:
        raise BadInput(
            message("There is no paper “{name}”.", name=name),
            message("Use {papers} or a size such as 600x420mm.", papers=", ".join(SIZES)),
        )
    width, height = (float(number.replace(",", ".")) for number in found.groups())
    if not SHORTEST_SIDE <= min(width, height) <= max(width, height) <= LONGEST_SIDE:
        raise BadInput(
            message("A sheet of {width} × {height} mm cannot be made.", width=width, height=height),
            message("Each side must be between {least} and {most} mm.", least=SHORTEST_SIDE, most=LONGEST_SIDE),
        )
    return width, height
