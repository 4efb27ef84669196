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
from journeyeditor.publish.posters import Facts, Published, export

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
        files = {chosen.output: published.data} | _further(chosen.output, published, console)
        for place, data in files.items():
            write_bytes(place, data, console)
    if chosen.output != PIPE:
        console.write("".join(f"{_said(place, published.facts, console)}\n" for place in files))
    return 0


def _further(place: str, published: Published, console: Console) -> dict[str, bytes]:
    """Where the second page and on go, of a kind that holds one page: beside the first, with their number."""
    if not published.further:
        return {}
    if place == PIPE:
        console.tell(
            message("Only the first of {pages} pages was written.", pages=1 + len(published.further)),
            message("Give the name of a file, or write a PDF, which holds them all."),
        )
        return {}
    bare, dot, ending = place.rpartition(".")
    stem, end = (bare, f".{ending}") if dot and "/" not in ending else (place, "")
    return {f"{stem}-{number}{end}": data for number, data in enumerate(published.further, start=2)}


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
    height, width = (words.number(side, 1 if side % 1 else 0) for side in (facts.height, facts.width))
    return words.plural(
        "Written: {file} ({paper}, {width} × {height} mm, smallest type {size} pt)",
        "Written: {file} ({n} pages {paper}, {width} × {height} mm, smallest type {size} pt)",
        facts.pages,
        file=place,
        paper=facts.paper,
        width=width,
        height=height,
        size=words.number(facts.smallest_type, 1),
    )
