"""Rows of cells as the bytes of a CSV file that a spreadsheet opens by a double click.

UTF-8 with its mark (without it Excel takes the file for Windows-1252) and CRLF. Where the decimal sign of a language
is a comma, spreadsheets want semicolons between the columns; else commas.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

import msgspec

from journeyeditor.exchange.short import plain_number
from journeyeditor.model.text import clean
from journeyeditor.words import Words

FORMULA = frozenset("=+-@\t\r'")
"""A text that begins with one of these might be taken for a formula, or loses its apostrophe."""
Cell = str | float | int | None


class Style(msgspec.Struct, frozen=True):
    """How a table is written: what stands between its columns, and the decimal sign of its numbers."""

    separator: str
    decimal: str


def style_for(words: Words) -> Style:
    """The style that the spreadsheets of a language expect."""
    return Style(";", ",") if "," in words.number(1.5, 1) else Style(",", ".")


def written(rows: Iterable[Sequence[Cell]], style: Style) -> bytes:
    """The rows as a file. Texts are guarded against being formulas; numbers stay numbers."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=style.separator, lineterminator="\r\n")
    writer.writerows([_cell(value, style) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """A text with one apostrophe before it where a spreadsheet might run it as a formula."""
    return f"'{text}" if text[:1] in FORMULA and text else text


def unguarded(cell: str) -> str:
    """The text of a cell without the one apostrophe that guards it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA and len(cell) > 1 else cell


def _cell(value: Cell, style: Style) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(clean(value))
    return plain_number(value).replace(".", style.decimal)
