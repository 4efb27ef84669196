"""A table of a whole map in: any CSV that has a column for the stages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeyeditor.errors import BadInput, JourneyError, Message, counted, message
from journeyeditor.exchange.building import language_of
from journeyeditor.exchange.left_out import joined
from journeyeditor.exchange.outcome import Imported
from journeyeditor.exchange.report import Report
from journeyeditor.exchange.short import plain_number, shortened
from journeyeditor.exchange.table.cells import unguarded
from journeyeditor.exchange.table.columns import KEYS
from journeyeditor.exchange.table.feelings import OWN, Said, Scale, said_in, scale_of
from journeyeditor.exchange.table.folding import folded
from journeyeditor.exchange.table.names import UNTITLED
from journeyeditor.exchange.table.rows import Entry, Felt, RowReader
from journeyeditor.exchange.table.sheet import AS_IT_SEEMS, Row, Sheet, Way, has_headers, read_sheet
from journeyeditor.model.text import clean

MIDDLE = 0.0
FOR_LANGUAGE = ("stage", "touchpoint", "description", "pains", "gains", "opportunities", "quotes")


def read_csv(
    data: bytes,
    *,
    name: str = "",
    columns: Mapping[str, str] | None = None,
    language: str | None = None,
    way: Way = AS_IT_SEEMS,
) -> Imported:
    """The journey in the bytes of a table.

    `name` is its title where the table has none (the file's name), `columns` says which column (by its header) holds
    what (one of `KEYS`) where that cannot be seen, `language` is what the texts are in, `way` is what a person chose
    who saw the table. Raises BadInput for what is no table, or one in which nothing holds the stages.
    """
    report = Report("csv")
    sheet = read_sheet(data, columns or {}, report, way)
    if not sheet.rows:
        raise BadInput(
            message("Under the headers there are no rows."), message("Write a row for each touchpoint and persona.")
        )
    _tell_columns(sheet, report, way)
    title = _title(sheet.above, clean(name).strip(), report)
    entries = _entries(sheet, report, title)
    reader = RowReader(entries, report)
    for entry in entries:
        reader.read(entry)
    texts = [entry.cells[key] for entry in entries for key in FOR_LANGUAGE]
    chosen = language or language_of([title, *texts], report, sheet.columns.language)
    journey = reader.finish().journey(message("Import from CSV"), title=title, language=chosen)
    return Imported(journey, report)


def looks_like_csv(data: bytes) -> bool:
    """Whether bytes of unknown origin are worth reading as a table: some row names the stages and something else."""
    try:
        return has_headers(data)
    except JourneyError:
        return False


# -- rows ---------------------------------------------------------------------------------------------------------
def _entries(sheet: Sheet, report: Report, title: str) -> list[Entry]:
    """The rows with their feelings read on the scale of them all, and empty stages filled from above.

    Where no column holds the stages all is one, called as the table.
    """
    rows = [(row.line, {key: _cell(sheet, row, key) for key in KEYS}) for row in sheet.rows]
    if "stage" not in sheet.columns.places:
        rows = [(line, {**cells, "stage": " ".join(title.split()) or UNTITLED}) for line, cells in rows]
        report.guessed(message("No column holds the stages: all touchpoints are in one."))
    said = [said_in(cells["emotion"]) for _, cells in rows]
    scale = _scale(said, report)
    entries: list[Entry] = []
    stage = ""
    for (line, cells), feeling in zip(rows, said, strict=True):
        stage = cells["stage"] or stage
        entries.append(Entry(line, stage, cells, _felt(feeling, cells["words"], scale, line, report)))
    return entries


def _cell(sheet: Sheet, row: Row, key: str) -> str:
    text = unguarded(sheet.columns.cell(row.cells, key))
    # The lines of a finding may be indented, and mean something by it.
    return text.strip() if key not in ("pains", "gains", "opportunities", "quotes") else text


def _scale(said: Sequence[Said | None], report: Report) -> Scale | None:
    """The scale that the numbers of the column are on, told where it is not ours."""
    numbers = [one.number for one in said if one is not None and one.number is not None]
    if any(one is not None and one.comma for one in said):
        report.guessed(message("The comma in the numbers is the decimal sign."))
    scale = scale_of(numbers)
    if scale is None:
        report.dropped(
            counted(
                "{n} feeling was left out: the numbers go from {low} to {high}, which is no scale of feelings.",
                "{n} feelings were left out: the numbers go from {low} to {high}, which is no scale of feelings.",
                len(numbers),
                low=plain_number(min(numbers)),
                high=plain_number(max(numbers)),
            )
        )
    elif scale != OWN:
        report.guessed(
            message("The feelings are read on a scale from {low} to {high}.", low=int(scale.low), high=int(scale.high))
        )
    return scale


def _felt(said: Said | None, words: str, scale: Scale | None, line: int, report: Report) -> Felt | None:
    """The feeling of a row, or None where it says none."""
    if said is None and not words:
        return None
    told = words or (said.words if said is not None else "")
    if said is not None and said.feeling is not None:
        return Felt(said.feeling, told)
    if said is not None and said.number is not None:
        return Felt(scale.feeling(said.number), told) if scale is not None else None
    report.guessed(message("How “{words}” feels is not known; it was put in the middle.", words=shortened(told)), line)
    return Felt(MIDDLE, told)


# -- what is not in the rows --------------------------------------------------------------------------------------
def _tell_columns(sheet: Sheet, report: Report, way: Way) -> None:
    columns = sheet.columns
    read: list[Message] = [
        message("“{header}” as {key}", header=shortened(columns.headers[place]), key=key)
        for key, place in columns.places.items()
        if folded(columns.headers[place]) != key
    ]
    if read and way.places is None:
        report.guessed(message("Columns read: {columns}.", columns=joined(read)))
    if "touchpoint" not in columns.places and way.places is None:
        report.guessed(message("No column holds touchpoints."))
    for place in columns.unread():
        filled = sum(place < len(row.cells) and bool(row.cells[place].strip()) for row in sheet.rows)
        if filled:
            header = shortened(columns.headers[place])
            report.dropped(
                counted(
                    "The column “{header}” with {n} filled cell was left out.",
                    "The column “{header}” with {n} filled cells was left out.",
                    filled,
                    header=header,
                ),
                otherwise=message("--column says what it holds."),
            )


def _title(above: Sequence[Row], name: str, report: Report) -> str:
    """A lonely cell above the headers is the title; else the file's name."""
    texts = [[unguarded(cell).strip() for cell in row.cells if cell.strip()] for row in above]
    title = texts[0][0] if texts and len(texts[0]) == 1 else ""
    for row, cells in zip(above[1 if title else 0 :], texts[1 if title else 0 :], strict=True):
        report.dropped(message("“{text}” above the headers was left out.", text=shortened(", ".join(cells))), row.line)
    if title:
        report.guessed(message("“{title}” above the headers became the title.", title=shortened(title)), above[0].line)
    elif name:
        report.guessed(message("A table has no title; “{title}” was taken.", title=shortened(name)))
    return title or name
