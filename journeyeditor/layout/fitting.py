"""What `fit` chooses: type size, bands, the heights of rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Run = tuple[int, int]
"""First stage and the one after the last."""


@dataclass(frozen=True)
class BandFit:
    """What a band got: its run of stages (None = all of them) and the height of each of its rows by name, in mm."""

    stages: Run | None
    heights: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class PageFit:
    """What a page got: its bands, the heights of header, legend and footer, and what every gap grew by, in mm."""

    bands: tuple[BandFit, ...]
    frame: Mapping[str, float] = field(default_factory=dict)
    spare: float = 0.0


@dataclass(frozen=True)
class Fit:
    """What `fit` chooses: the size of body type in points, and what that made of pages, bands and rows.

    Without pages the whole map stands in one band whose rows fill the page.
    """

    body: float
    pages: tuple[PageFit, ...] = ()
