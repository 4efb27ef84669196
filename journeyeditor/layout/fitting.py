"""What `fit` chooses: type size, bands, the heights of rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

Run = tuple[int, int]
"""First stage and the one after the last."""


class Margins(msgspec.Struct, frozen=True):
    """What an emotion lane keeps free above +2 and below -2: strips for call-outs in mm, and room for a low name."""

    strips: tuple[float, float] = (0.0, 0.0)
    ends_low: bool = False
    covers: bool = False
    """True if call-outs found no free place on this paper and stand over something. Else one that finds none while the
    margins are kept is left out until the type is chosen again."""


class Stand:
    """How an emotion lane stands in its strip. It is found out when it is first asked for, since that takes long."""

    def __init__(self, find: Callable[[], Margins]) -> None:
        self._find: Callable[[], Margins] | None = find

    @cached_property
    def margins(self) -> Margins:
        """What it keeps free."""
        find, self._find = self._find, None  # what it was found out from need not be remembered
        return find() if find is not None else Margins()


@dataclass(frozen=True)
class BandFit:
    """What a band got: its run of stages (None = all of them) and the height of each of its rows by name, in mm."""

    stages: Run | None
    heights: Mapping[str, float] = field(default_factory=dict)
    stands: Mapping[str, Stand] = field(default_factory=dict, compare=False)
    """How its emotion lanes stand in their strips, by name."""


class PageFit(msgspec.Struct, frozen=True):
    """What a page got: its bands, the heights of header, legend and footer, and what every gap grew by, in mm."""

    bands: tuple[BandFit, ...]
    frame: Mapping[str, float] = msgspec.field(default_factory=dict)
    spare: float = 0.0


class Fit(msgspec.Struct, frozen=True):
    """What `fit` chooses: the size of body type in points, and what that made of pages, bands and rows.

    Without pages the whole map stands in one band whose rows fill the page.
    """

    body: float
    pages: tuple[PageFit, ...] = ()
