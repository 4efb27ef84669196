"""Keeps a person's work from being written over by mistake: what is read, and what another kind of file is."""

from __future__ import annotations

from pathlib import Path

from journeyeditor.cli.console import PIPE, Console
from journeyeditor.errors import BadInput, Message, message
from journeyeditor.files import BARE_SUFFIX, SUFFIX
from journeyeditor.publish.options import Kind, kind_name, kind_of

WORK: dict[str, Message] = {
    SUFFIX: message("a journey"),
    BARE_SUFFIX: message("a journey"),
    ".mmd": message("a Mermaid diagram"),
    ".mermaid": message("a Mermaid diagram"),
    ".md": message("a Markdown document"),
    ".markdown": message("a Markdown document"),
    ".csv": message("a CSV table"),
    ".tsv": message("a CSV table"),
}
"""Endings of files that are read: somebody has worked on them, and no export brings them back."""


def refuse_input(place: str, read: str, console: Console) -> None:
    """Raises BadInput where what is to be written is the very file that is read, by whatever name or link."""
    if PIPE not in (place, read) and _same(place, read):
        with console.about(place):
            raise BadInput(message("This is the file that is read: it would be lost."), message("Give another name."))


def refuse_work(place: str, kind: Kind, console: Console) -> None:
    """Raises BadInput where a file is there whose name says that it is work of another kind."""
    what = next((what for ending, what in WORK.items() if place.lower().endswith(ending)), None)
    if what is None or kind_of(place) in (kind, _also(kind)) or not Path(place).is_file():
        return
    _refuse(place, what, kind_name(kind), console)


def refuse_journey(place: str, console: Console) -> None:
    """Raises BadInput where a report would take the place of a journey."""
    if place.lower().endswith((SUFFIX, BARE_SUFFIX)) and Path(place).is_file():
        _refuse(place, WORK[SUFFIX], "JSON", console)


def refuse_newer(*, read_only: bool) -> None:
    """Raises BadInput where a journey of a newer version would come out as one of ours, without what we do not know."""
    if not read_only:
        return
    raise BadInput(
        message(
            "This file was written by a newer version: a copy that is made here would lack what only that can read."
        ),
        message("Use the newer version, or export it as a poster, as Markdown or as a table."),
    )


def _refuse(place: str, what: Message, kind: str, console: Console) -> None:
    with console.about(place):
        raise BadInput(
            message("This is {what}, and would be lost.", what=what),
            message("Give the {kind} another name.", kind=kind),
        )


def _also(kind: Kind) -> Kind:
    """The kind whose ending a kind may have too: diagrams stand in Markdown documents."""
    return "markdown" if kind == "mermaid" else kind


def _same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False
