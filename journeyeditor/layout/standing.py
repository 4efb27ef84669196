"""How the pages of a live poster stand at a time, and where something that is only tried began."""

from __future__ import annotations

import msgspec

from journeyeditor.errors import Message
from journeyeditor.layout.drawn import DrawnPage
from journeyeditor.layout.ground_plan import BandPlan
from journeyeditor.layout.page import Page
from journeyeditor.layout.sheet import Fit, Sheet
from journeyeditor.model.change import Change
from journeyeditor.model.reading import ReadingOrder
from journeyeditor.model.records import Head


class Shown(msgspec.Struct):
    """A page as it is now. What is None has not been asked for yet; `past` is how it was drawn before."""

    page: Page
    past: DrawnPage | None = None
    drawn: DrawnPage | None = None
    plans: tuple[BandPlan, ...] | None = None
    said: tuple[Message, ...] | None = None
    unknown: set[str] | None = None

    @property
    def latest(self) -> DrawnPage | None:
        """How it was drawn last."""
        return self.drawn or self.past


Told = dict[object, tuple[str, object]]
"""What is told in one band because of all others, each with its touchpoint."""


class Standing(msgspec.Struct, frozen=True, eq=False):
    """How everything stands at a time."""

    pages: tuple[Shown, ...]
    base: Sheet
    fit: Fit
    reading: ReadingOrder
    head: Head
    told: Told

    def is_like(self, head: Head, fit: Fit) -> bool:
        """Whether headers and footers say the same."""
        return self.head is head and len(self.pages) == len(fit.pages)


class Trial(msgspec.Struct, eq=False):
    """Where something that is only tried began, and what has changed since."""

    start: Standing
    change: Change | None = None
