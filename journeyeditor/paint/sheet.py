"""Sheets that can be painted, and their places as a PDF counts them: in points, from the lower left corner."""

from __future__ import annotations

import math

from journeyeditor.drawing import Drawing
from journeyeditor.errors import BadInput, message
from journeyeditor.geometry import Box
from journeyeditor.paint.numbers import POINTS_PER_MM, assert_finite


def check_sheet(drawing: Drawing) -> None:
    """Raises BadInput for a sheet whose sides are not lengths."""
    if not all(math.isfinite(side) and side > 0 for side in (drawing.width, drawing.height)):
        raise BadInput(message("A sheet needs a width and a height above zero."), message("Choose another paper size."))


def points(length: float) -> str:
    """A length in mm as points."""
    return f"{length * POINTS_PER_MM:.6f}"


def spot(drawing: Drawing, x: float, y: float) -> str:
    """A place on the sheet as a place on its page. Raises JourneyError for one that is nowhere."""
    found = f"{points(drawing.surround + x)} {points(drawing.surround + drawing.height - y)}"
    assert_finite(found)
    return found


def corners(drawing: Drawing, box: Box) -> str:
    """A part of the sheet as a rectangle on its page. Raises JourneyError for one that is nowhere."""
    return f"[{spot(drawing, box.x, box.bottom)} {spot(drawing, box.right, box.y)}]"
