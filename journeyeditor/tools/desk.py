"""All that a tool may touch: a few verbs, and no editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, Protocol

import msgspec

from journeyeditor.geometry import Box
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.tools.board import Board
from journeyeditor.tools.events import Event
from journeyeditor.tools.marks import Hint, Mark

Part = Literal["body", "handle", "edge", "point", "head", "start", "end", "near", "far", "text"]
"""Of what is under the pointer: a record itself; a touchpoint's handle to connect from; a stage's far edge; the point
of a curve; the label of a lane; where a flow begins or ends; the two ends of a finding's card, which draw its span; a
text that stands apart from the rest of its record."""

Wish = Callable[[Journey], Change]
"""An edit that still needs its journey."""


class Target(msgspec.Struct, frozen=True):
    """What is under the pointer. `record` is empty on bare paper; `page` is True where there is paper at all."""

    record: str = ""
    role: str = ""
    """That of the drawing's group."""
    part: Part = "body"
    box: Box | None = None
    page: bool = True
    field: str = ""
    """Of the part `text`: the field of the record that stands there, or would."""


class Sight(Protocol):
    """What tools see of the map. Places in mm of the board."""

    @property
    def journey(self) -> Journey:
        """To be read only; while a preview lasts it holds the previewed change."""

    @property
    def board(self) -> Board:
        """What lies where, the preview included."""

    @property
    def ground(self) -> Board:
        """What lies where without the preview. Where something lands is decided there, so that the place under a hand
        that rests never changes, however the map makes room for what is in it.
        """

    @property
    def pixel(self) -> float:
        """One logical pixel of the screen in mm, for distances that a hand means."""

    @property
    def selection(self) -> tuple[str, ...]:
        """Ids of what is selected."""

    @property
    def persona(self) -> str | None:
        """The active persona; None = everyone."""

    @property
    def hint(self) -> Hint | None:
        """What the status bar says now; after a preview that could not be, why."""

    @property
    def is_trying(self) -> bool:
        """Whether a preview is shown. Whatever is done by other ways than a gesture takes it back."""


class Desk(Sight, Protocol):
    """What tools work on. Places in mm of the board."""

    def target(self, x: float, y: float) -> Target:
        """What a press at a point would grip: small parts (handles, edges, points) before bodies."""

    def select(self, keys: Sequence[str], *, keep: bool = False) -> None:
        """Selects these, or adds them to the selection if it is to be kept."""

    def stand(self, x: float, y: float) -> None:
        """Keys and pasting go on from the cell at a place, if there is one; nothing is selected in it."""

    def preview(self, wish: Wish | None) -> bool:
        """Shows what a change would make; the former preview is taken back first. None shows the map as it is.

        False if the wish cannot be fulfilled (a BadInput): nothing is previewed then, and why is told as a hint.
        """

    def keep(self) -> tuple[str, ...]:
        """The preview becomes one step of the history; ids of records that came with it. Nothing if there is none."""

    def take_back(self) -> None:
        """The step that was just kept is taken back, as if it had never been."""

    def let_go(self) -> None:
        """The preview is taken back; the map is as it was."""

    def show(self, *marks: Mark, hint: Hint | None = None) -> None:
        """What is drawn over the map from now on, in place of what was; nothing clears it."""

    def hover(self, target: Target | None) -> None:
        """What the pointer is over, for its feedback and the shape of the cursor."""

    def open_text(self, key: str, field: str = "", at: tuple[float, float] | None = None) -> None:
        """Opens a record's text to be typed in place; the one that stands `at` a place, else the one that names it."""

    def pick(self, what: str, choices: Sequence[str], then: Callable[[str], None]) -> None:
        """Asks the hand to choose one of a few (a channel of a lane that has several; a kind of lane), then goes on."""


class Tool(Protocol):
    """A state of a gesture."""

    def on(self, event: Event, desk: Desk) -> Tool:
        """The next state."""


def home_of(tool: Tool) -> Tool:
    """The tool that the hand goes back to when a gesture ends; one that is in no gesture is its own."""
    return getattr(tool, "home", tool)
