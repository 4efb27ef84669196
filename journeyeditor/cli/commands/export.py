"""`journeyeditor export`: a journey or a diagram becomes a poster, a picture, a document or data."""

from __future__ import annotations

import argparse

from journeyeditor.cli.console import PIPE, Console
from journeyeditor.cli.progress import Progress
from journeyeditor.cli.source import read_source
from journeyeditor.cli.target import refuse_terminal, write_bytes
from journeyeditor.errors import BadInput, message
from journeyeditor.files import SUFFIX
from journeyeditor.publish.options import ENDINGS, USUAL_DPI, Kind, Options, kind_of
from journeyeditor.publish.posters import Facts, export

TEXTS: tuple[Kind, ...] = ("svg", "json", "markdown")


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Exports one journey."""
    kind = _kind(chosen, console)
    if chosen.output == PIPE:
        refuse_terminal(console, binary=kind not in TEXTS)
    with Progress(console.words) as progress:
        progress.step(message("Reading"))
        source = read_source(chosen.input, console, read_as=chosen.read_as, block=chosen.block)
        options = Options(
            paper=chosen.paper,
            orientation=chosen.orientation,
            margin=chosen.margin,
            theme=chosen.theme,
            language=chosen.lang,
            dpi=chosen.dpi or USUAL_DPI,
        )
        with console.about(source.name):
            published = export(source.journey, kind, options, progress.step)
            for notice in published.notices:
                console.tell(notice)
        progress.step(message("Saving"))
        write_bytes(chosen.output, published.data, console)
    if chosen.output != PIPE:
        console.write(_said(chosen.output, published.facts, console) + "\n")
    return 0


def _kind(chosen: argparse.Namespace, console: Console) -> Kind:
    """What to write, before any work is done."""
    kind: Kind | None = chosen.to or kind_of(chosen.output)
    if kind is not None:
        return kind
    with console.about(console.label(chosen.output, reading=False)):
        if chosen.output == PIPE:
            raise BadInput(
                message("It has no ending that says what to write."), message("Add --to, for example --to pdf.")
            )
        if chosen.output.lower().endswith(SUFFIX):
            raise BadInput(
                message("An export makes posters, documents and data, not journey files."),
                message("Use “journeyeditor import” for that."),
            )
        raise BadInput(
            message("This name has no ending that says what to write."),
            message("Use {endings}, or add --to.", endings=", ".join(ENDINGS)),
        )


def _said(place: str, facts: Facts | None, console: Console) -> str:
    """What was written, and the facts that a print shop asks for."""
    words = console.words
    if facts is None:
        return words.say("Written: {file}", file=place)
    return words.say(
        "Written: {file} ({paper}, {width} × {height} mm, smallest type {size} pt)",
        file=place,
        paper=facts.paper,
        width=words.number(facts.width, 1) if facts.width % 1 else words.number(facts.width, 0),
        height=words.number(facts.height, 1) if facts.height % 1 else words.number(facts.height, 0),
        size=words.number(facts.smallest_type, 1),
    )
