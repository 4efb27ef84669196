"""The small picture that a journey's file carries for file managers."""

from __future__ import annotations

from journeyeditor.errors import JourneyError
from journeyeditor.model.journey import Journey
from journeyeditor.publish.exporting import painted
from journeyeditor.publish.options import Options
from journeyeditor.publish.posters import laid_out

PREVIEW_WIDTH = 512
"""Pixels."""
MM_PER_INCH = 25.4


def preview(journey: Journey) -> bytes | None:
    """A PNG of the poster, about 512 px wide, of its first page; None where no poster can be made.

    A picture beside the work must never keep the work from being saved.
    """
    try:
        laid = laid_out(journey, Options())
        dpi = PREVIEW_WIDTH / (laid.paper.width / MM_PER_INCH)
        return next(painted(journey, (laid.drawing,), "png", Options(dpi=dpi)))
    except (JourneyError, ValueError, ArithmeticError, LookupError, MemoryError):
        return None
