"""The bytes of a table as rows of cells: separator and headers found, quotation marks minded, size bounded."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Mapping

import msgspec

from journeyeditor.errors import BadInput, message
from journeyeditor.exchange.report import Report
from journeyeditor.exchange.table.columns import MOST_COLUMNS, Columns, check_found, check_keys, columns_of
from journeyeditor.exchange.text import decoded
from journeyeditor.model.text import clean

SEPARATORS = (",", ";", "\t", "|")
HINT = re.compile(r"sep=(\t|[^\w\s\"])\n", re.IGNORECASE)
"""Excel's own first line."""
SAMPLE = 65_536
SAMPLE_ROWS = 40
HEADER_WITHIN = 20
"""So many rows at the top are searched for the headers."""
MOST_ROWS = 100_000
LONGEST_CELL = 100_000
"""Characters; as much as a text of the map may have."""
END = "\ue000"
"""A last line of its own: where it is not the last row, a quotation mark was never closed."""


class Row(msgspec.Struct, frozen=True):
    """One row: its cells, and the line of the file that it begins in (from 1)."""

    line: int
    cells: list[str]


class Sheet(msgspec.Struct, frozen=True):
    """A table: its columns, the rows under the headers, and what stood above them."""

    columns: Columns
    rows: list[Row]
    above: list[Row]
    example: str = ""
    """The name of a column that may well hold the stages."""
    separator: str = ","


class Way(msgspec.Struct, frozen=True):
    """How a person wants a table to be read; None = as it seems to be meant."""

    separator: str | None = None
    """What stands between the columns, one of `SEPARATORS`."""
    encoding: str | None = None
    """One of `text.ENCODINGS`."""
    places: Mapping[str, int] | None = None
    """Which column (counted from 0) holds what (one of `KEYS`); what is not named is not read."""


AS_IT_SEEMS = Way()


def read_sheet(data: bytes, asked: Mapping[str, str], report: Report, way: Way = AS_IT_SEEMS) -> Sheet:
    """The table in a file. Raises BadInput for one that cannot be read, or that says nothing of stages."""
    sheet = open_sheet(data, asked, report, way)
    if way.places is None:
        check_found(sheet.columns, asked, sheet.example)
    elif not {"stage", "touchpoint"} & set(way.places):
        raise BadInput(
            message("No column is chosen for the stages."), message("Say which column holds stages or touchpoints.")
        )
    return sheet


def open_sheet(data: bytes, asked: Mapping[str, str], report: Report, way: Way = AS_IT_SEEMS) -> Sheet:
    """The table in a file, whatever it holds. Raises BadInput for one that cannot be read."""
    check_keys(asked)
    text = decoded(data, report, way.encoding).replace("\r\n", "\n").replace("\r", "\n")
    hint = HINT.match(text)
    separator = way.separator or (hint[1] if hint else separator_of(text, asked))
    if separator != "," and way.separator is None:
        shown = message("tabs") if separator == "\t" else f"“{separator}”"
        report.guessed(message("The columns are separated by {sign}.", sign=shown))
    rows = _rows(text[hint.end() :] if hint else text, separator, first=2 if hint else 1)
    if not rows:
        raise BadInput(message("This table is empty."), message("Choose a file that holds a journey."))
    place = _header_place(rows, asked)
    columns = columns_of(rows[place].cells, asked)
    if way.places is not None:
        columns = Columns(way.places, columns.headers)
    return Sheet(columns, rows[place + 1 :], rows[:place], _example(rows, place), separator)


def has_headers(data: bytes) -> bool:
    """Whether a row near the top of a file names the stages and something else. Raises BadInput for what is no text."""
    sample = data[:SAMPLE]
    if len(data) > SAMPLE and (end := sample.rfind(b"\n")) > 0:
        # A sign that is cut in two would change what the encoding seems to be.
        sample = sample[: end + 1]
    text = decoded(sample, Report("csv")).replace("\r\n", "\n").replace("\r", "\n")
    hint = HINT.match(text)
    rows = _first_rows(text[hint.end() :] if hint else text, hint[1] if hint else separator_of(text, {}))
    found = [columns_of(row, {}).places for row in rows[:HEADER_WITHIN]]
    return any("stage" in places and len(places) > 1 for places in found)


def separator_of(text: str, asked: Mapping[str, str]) -> str:
    """What most likely stands between the columns: what makes known headers of a row, else what makes even rows."""
    return max(SEPARATORS, key=lambda separator: _evenness(text[:SAMPLE], separator, asked))


def _evenness(sample: str, separator: str, asked: Mapping[str, str]) -> tuple[int, int, int]:
    rows = _first_rows(sample, separator)
    known = max((len(columns_of(row, asked).places) for row in rows[:HEADER_WITHIN]), default=0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, count = max(widths.items(), key=lambda item: item[1], default=(0, 0))
    return known, count, width


def _first_rows(sample: str, separator: str) -> list[list[str]]:
    """The rows at the top, however the text is cut; none where no cell has an end."""
    try:
        return list(itertools.islice(csv.reader(io.StringIO(sample, newline=""), delimiter=separator), SAMPLE_ROWS))
    except csv.Error:
        return []


def _rows(text: str, separator: str, first: int) -> list[Row]:
    """Every row that holds anything. `first` is the number of the text's first line."""
    reader = csv.reader(itertools.chain(io.StringIO(text, newline=""), ("\n", END)), delimiter=separator)
    rows: list[Row] = []
    line, begun, closed = first, first, False
    try:
        for cells in reader:
            closed = cells == [END]
            if not closed and any(cell.strip() for cell in cells):
                rows.append(Row(line, _checked(cells, line)))
                if len(rows) > MOST_ROWS:
                    raise _too_many_rows()
            begun, line = line, first + reader.line_num
    except csv.Error:
        raise _cell_too_long(line) from None
    if not closed:
        raise BadInput(
            message("Line {line}: a quotation mark is never closed.", line=begun),
            message("Put a second one behind the text, or take it away."),
        )
    return rows


def _checked(cells: list[str], line: int) -> list[str]:
    if len(cells) > MOST_COLUMNS:
        raise BadInput(
            message("Line {line} has more than {most} columns.", line=line, most=MOST_COLUMNS),
            message("Check what stands between the columns."),
        )
    if any(len(cell) > LONGEST_CELL for cell in cells):
        raise _cell_too_long(line)
    return [clean(cell) for cell in cells]


def _too_many_rows() -> BadInput:
    return BadInput(message("This table has more than {most} rows.", most=MOST_ROWS), message("Give only the journey."))


def _cell_too_long(line: int) -> BadInput:
    return BadInput(
        message("Line {line}: a cell holds more than {most} characters.", line=line, most=LONGEST_CELL),
        message("Shorten it, or look for a quotation mark there that is never closed."),
    )


def _header_place(rows: list[Row], asked: Mapping[str, str]) -> int:
    """The row whose cells are headers: the one with the most that are known, else the first of the fullest."""

    def weight(row: Row) -> tuple[int, int]:
        return len(columns_of(row.cells, asked).places), sum(bool(cell.strip()) for cell in row.cells)

    return max(range(min(len(rows), HEADER_WITHIN)), key=lambda place: weight(rows[place]))


def _example(rows: list[Row], place: int) -> str:
    """The name of a column that may well hold stages: the first whose first value is a word."""
    headers = rows[place].cells
    below = rows[place + 1].cells if place + 1 < len(rows) else []
    named = [header for header in headers if header.strip()]
    worded = (header for header, value in zip(headers, below, strict=False) if header.strip() and value[:1].isalpha())
    return next(worded, named[0] if named else "stage")
