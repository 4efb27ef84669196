"""Reads IN: a journey in either form or a Mermaid diagram, from a file or a pipe. Its contents tell what it is."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from journeyeditor.cli.console import PIPE, Console
from journeyeditor.errors import BadInput, message
from journeyeditor.exchange.report import Notice, Report
from journeyeditor.files import load
from journeyeditor.files.limits import FILE_BYTES, MEGABYTE
from journeyeditor.files.loading import read_bytes
from journeyeditor.model.journey import Journey

DIAGRAM_ENDINGS = (".mmd", ".mermaid", ".md", ".markdown")
ZIP, OBJECT = b"PK\x03\x04", b"{"
MOST_NOTICES = 20
"""More lines than this are no report but a flood; the whole goes into --report."""


@dataclass(frozen=True, slots=True)
class Source:
    """A journey that was read, and where it came from."""

    journey: Journey
    name: str
    """What to call it in a sentence."""
    format_version: int | None
    """The version of our own format; None for a diagram."""
    read_only: bool = False
    report: Report | None = None
    """Of an import; None for our own files, whose notes have been told."""


def read_source(
    place: str, console: Console, *, read_as: str | None = None, block: int | None = None, language: str | None = None
) -> Source:
    """The journey of an argument, its notices told. Raises BadInput."""
    name = console.label(place, reading=True)
    with console.about(name):
        data = _stdin() if place == PIPE else read_bytes(Path(place))
        if _is_diagram(place, data, read_as):
            return _diagram(data, place, console, block=block, language=language)
        if block is not None:
            raise BadInput(message("Only a Markdown or Mermaid file has blocks."), message("Leave --block out."))
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
        raise BadInput(message("It cannot be read ({reason}).", reason=error.strerror or "?")) from None
    if len(data) > FILE_BYTES:
        raise BadInput(message("It is larger than {size} MB.", size=FILE_BYTES // MEGABYTE))
    return data


def _is_diagram(place: str, data: bytes, read_as: str | None) -> bool:
    if read_as is not None:
        return read_as == "mermaid"
    if place.lower().endswith(DIAGRAM_ENDINGS):
        return True
    if data.startswith(ZIP) or data.lstrip().startswith(OBJECT):
        return False
    from journeyeditor.exchange.mermaid import looks_like_mermaid  # noqa: PLC0415

    return looks_like_mermaid(data)


def _diagram(data: bytes, place: str, console: Console, *, block: int | None, language: str | None) -> Source:
    from journeyeditor.exchange.mermaid import read_mermaid  # noqa: PLC0415

    title = "" if place == PIPE else Path(place).stem
    came = read_mermaid(data, name=title, block=block, language=language)
    _tell(came.report, console)
    return Source(came.journey, console.file, None, report=came.report)


def _tell(report: Report, console: Console) -> None:
    """The report on standard error, a line each, with the line of the file."""
    for number, notice in enumerate(report):
        if number == MOST_NOTICES:
            more = len(report) - MOST_NOTICES
            console.tell_text(console.words.plural("… and {n} more remark.", "… and {n} more remarks.", more))
            return
        console.tell_text(_sentence(notice, console))


def _sentence(notice: Notice, console: Console) -> str:
    say = console.words.say
    kinds = {"guessed": say("guessed"), "changed": say("changed"), "dropped": say("dropped")}
    where = say("line {line}", line=notice.line) if notice.line is not None else ""
    told = say("{kind}: {sentence}", kind=kinds[notice.kind], sentence=notice.message)
    return say("{place}: {sentence}", place=where, sentence=told) if where else told
