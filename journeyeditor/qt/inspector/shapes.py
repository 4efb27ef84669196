"""What a table of fields is made of."""

from __future__ import annotations

from typing import Literal

import msgspec

from journeyeditor.errors import Message
from journeyeditor.model.records import Record

Shape = Literal[
    "line",
    "text",
    "lines",
    "date",
    "owner",
    "number",
    "segments",
    "choice",
    "switch",
    "reason",
    "dots",
    "stage",
    "channel",
    "lane",
    "step",
    "personas",
    "channels",
    "pains",
    "opportunities",
    "picture",
    "pictures",
    "icon",
    "style",
    "paper",
    "colour",
    "closer",
    "values",
    "feeling",
]
"""How a field is edited."""


class Field(msgspec.Struct, frozen=True):
    """One row. `name` is the record's field, a dot leads into a part."""

    name: str
    shape: Shape
    label: Message
    terms: str = ""
    """Kind of standard words (`words.terms`) that its values have."""
    values: tuple[str, ...] = ()
    icons: tuple[str, ...] = ()
    most: int = 5
    role: str = "text"
    empty: bool = True
    """Whether it may be empty."""
    tip: Message | None = None


class Rows(msgspec.Struct, frozen=True):
    """A section of rows; without a title it stands under the record's own."""

    fields: tuple[Field, ...]
    title: Message | None = None


class Cards(msgspec.Struct, frozen=True):
    """The findings of a kind that hang here, as cards with "+"."""

    kind: type[Record]


class Feelings(msgspec.Struct, frozen=True):
    """What each persona feels at a touchpoint."""


Section = Rows | Cards | Feelings


class Page(msgspec.Struct, frozen=True):
    """What is shown of one kind. `title` is the field that is typed in large, if there is one."""

    title: str
    placeholder: Message
    sections: tuple[Section, ...] = msgspec.field(default=())
