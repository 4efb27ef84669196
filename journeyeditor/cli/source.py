"""Reads IN: a journey in either form, a Mermaid diagram or a CSV table, from a file or a pipe.

What it is, its name and its contents tell.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from journeyeditor.cli.console import PIPE, Console
from journeyeditor.cli.progress import Progress
from journeyeditor.errors import BadInput, message
from journeyeditor.exchange.outcome import Imported
from journeyeditor.exchange.recognising import kind_of
from journeyeditor.exchange.report import Notice, Report
from journeyeditor.files import load
from journeyeditor.files.limits import FILE_BYTES, MEGABYTE
from journeyeditor.files.loading import read_bytes
from journeyeditor.files.problems import FEWER_PICTURES
from journeyeditor.model.journey import Journey
from journeyeditor.publish.options import about

MOST_NOTICES = 20
"""More lines than this are no report but a flood; the whole goes into --report."""


class Source(msgspec.Struct, frozen=True):
    """A journey that was read, and where it came from."""

    journey: Journey
    name: str
    """What to call it in a sentence."""
    format_version: int | None
    """The version of our own format; None for another."""
    read_only: bool = False
    report: Report | None = None
    """Of an import; None for our own files, whose notes have been told."""


class Reading(msgspec.Struct, frozen=True):
    """How IN is to be read: as what, which block of a Markdown file, which columns of a table, in which language."""

    read_as: str | None = None
    block: int | None = None
    columns: Sequence[str] = ()
    language: str | None = None


def reading_of(
    chosen: argparse.Namespace, console: Console, progress: Progress, *, language: str | None = None
) -> Source:
    """The journey that a command line names, its notices told. `language` is that of an import's texts.

    Raises BadInput.
    """
    progress.step(message("Reading"))
    how = Reading(chosen.read_as, chosen.block, chosen.columns or (), language)
    return read_source(chosen.input, console, how)


def read_source(place: str, console: Console, how: Reading) -> Source:
    """The journey of an argument, its notices told. Raises BadInput."""
    name = console.label(place, reading=True)
    with console.about(name):
        data = _stdin() if place == PIPE else read_bytes(Path(place))
        kind = how.read_as or kind_of(place, data)
        if how.block is not None and kind != "mermaid":
            raise BadInput(
                message("Only a Markdown or Mermaid file has blocks."), message("Leave --block out."), "--block"
            )
        if how.columns and kind != "csv":
            raise BadInput(message("Only a CSV table has columns."), message("Leave --column out."), "--column")
        if how.language is not None and kind not in ("mermaid", "csv"):
            raise BadInput(
                message("A journey says itself in which language it is."), message("Leave --lang out."), "--lang"
            )
        if kind in ("mermaid", "csv"):
            title = "" if place == PIPE else Path(place).stem
            came = _diagram(data, title, how) if kind == "mermaid" else _table(data, title, how)
            tell_notices(list(came.report), console, came.report.more)
            return Source(came.journey, name, None, report=came.report)
        loaded = load(data, name)
        for note in loaded.notes:
            console.tell(note)
        return Source(loaded.journey, name, loaded.format_version, read_only=loaded.read_only)


def _stdin() -> bytes:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise BadInput(message("It is closed."), message("Give the name of a file instead."))
    try:
        data: bytes = stream.read(FILE_BYTES + 1)
    except OSError as error:
        raise BadInput(
            message("It cannot be read ({reason}).", reason=error.strerror or "?"),
            message("Give the name of a file instead."),
        ) from None
    if len(data) > FILE_BYTES:
        raise BadInput(message("It is larger than {size} MB.", size=FILE_BYTES // MEGABYTE), FEWER_PICTURES)
    return data


def _diagram(data: bytes, title: str, how: Reading) -> Imported:
    from journeyeditor.exchange.mermaid import read_mermaid  # noqa: PLC0415

    return read_mermaid(data, name=title, block=how.block, language=how.language)


def _table(data: bytes, title: str, how: Reading) -> Imported:
    from journeyeditor.exchange.table import columns_asked, read_csv  # noqa: PLC0415

    with about("--column"):
        columns = columns_asked(how.columns)
    return read_csv(data, name=title, columns=columns, language=how.language)


def tell_notices(notices: Sequence[Notice], console: Console, more: int = 0) -> None:
    """Notices on standard error, a line each, with the line of the file; `more` is how many are not among them."""
    for notice in notices[:MOST_NOTICES]:
        console.tell_text(notice.told(console.words, in_full=True))
    more += len(notices[MOST_NOTICES:])
    if more:
        console.tell_text(console.words.plural("… and {n} more remark.", "… and {n} more remarks.", more))
