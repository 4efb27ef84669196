"""The sizes of type on a sheet: everything is in proportion to the body type that was chosen."""

from __future__ import annotations

import functools
from typing import Any

from journeyeditor.fonts import Style
from journeyeditor.layout.fitting import Fit
from journeyeditor.layout.paper import Paper
from journeyeditor.model.journey import Journey

BODY, CAPTION, STAGE, TITLE = 9.0, 6.8, 12.2, 34.0
"""Type sizes of the drawn target, in points on A3; everything else on the sheet is in proportion to `BODY`."""


class TypeSizes:
    """The half of a sheet that speaks of type, in points."""

    journey: Journey
    paper: Paper
    fit: Fit
    own: dict[object, Any]

    @functools.cached_property
    def unit(self) -> float:
        """How long one millimetre of the drawn target is here: all distances are multiples of it."""
        return self.fit.body / BODY

    def style(self, size: float, *, bold: bool = False, italic: bool = False) -> Style:
        """Type of a size in points, in the journey's language."""
        name = (size, bold, italic)
        known: Style | None = self.own.get(name)
        if known is None:
            known = self.own[name] = Style(size, bold=bold, italic=italic, language=self.journey.head.language)
        return known

    def caption(self, *, bold: bool = False, italic: bool = False) -> Style:
        """The smallest type; raised to the paper's least before anything shrinks."""
        return self.style(self.caption_size, bold=bold, italic=italic)

    @functools.cached_property
    def caption_size(self) -> float:
        """Points."""
        return max(CAPTION * self.unit, min(self.paper.least_type, self.fit.body))

    def body(self, *, bold: bool = False, italic: bool = False) -> Style:
        """Cards, touchpoints, lane labels, quotes."""
        return self.style(self.fit.body, bold=bold, italic=italic)

    def stage(self, *, bold: bool = True) -> Style:
        """Stage names, persona names, values of measures."""
        return self.style(STAGE * self.unit, bold=bold)
