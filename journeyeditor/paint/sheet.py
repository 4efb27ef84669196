"""Sheets that can be painted."""

from __future__ import annotations

import math

from journeyeditor.drawing import Drawing
from journeyeditor.errors import BadInput, message


def check_sheet(drawing: Drawing) -> None:
    """Raises BadInput for a sheet whose sides are not lengths."""
    if not all(math.isfinite(side) and side > 0 for side in (drawing.width, drawing.height)):
        raise BadInput(message("A sheet needs a width and a height above zero."), message("Choose another paper size."))
