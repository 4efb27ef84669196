"""What a hand does, in mm of the board."""

from __future__ import annotations

from typing import Literal

import msgspec

ItemKind = Literal[
    "stage",
    "touchpoint",
    "lane",
    "line",
    "pain",
    "gain",
    "opportunity",
    "quote",
    "measure",
    "note",
    "persona",
    "parked",
    "entry",
    "flow",
]
"""What can be in the hand. From outside come all but the last two; `parked` is a record of the parking lot."""


class Modifiers(msgspec.Struct, frozen=True):
    """Keys held down. `control` is Option on macOS where a drag copies, and Ctrl (Command) where a click adds."""

    shift: bool = False
    control: bool = False
    alt: bool = False


NONE = Modifiers()


class Press(msgspec.Struct, frozen=True):
    """The main button goes down."""

    x: float
    y: float
    keys: Modifiers = NONE


class DoublePress(msgspec.Struct, frozen=True):
    """The main button goes down for the second time at once."""

    x: float
    y: float
    keys: Modifiers = NONE


class Move(msgspec.Struct, frozen=True):
    """The pointer moves, with the button down or not."""

    x: float
    y: float
    keys: Modifiers = NONE


class Release(msgspec.Struct, frozen=True):
    """The main button goes up."""

    x: float
    y: float
    keys: Modifiers = NONE


class Leave(msgspec.Struct, frozen=True):
    """The pointer leaves the canvas; something that came from outside is carried out again."""


class Escape(msgspec.Struct, frozen=True):
    """Let go."""


class Carry(msgspec.Struct, frozen=True):
    """Something from outside is over the canvas: an item of the palette, or notes of the parking lot.

    It is then moved by `Move`, or by the same `Carry` again, and ends with `Release`, `Leave` or `Escape`.

    `detail` is more exactly what it is (a kind of lane or of line), `keys` of records are those that are carried.
    """

    x: float
    y: float
    item: ItemKind
    detail: str = ""
    records: tuple[str, ...] = ()
    keys: Modifiers = NONE


Event = Press | DoublePress | Move | Release | Leave | Escape | Carry
