"""`journeyeditor export`: a journey, or a file that can be imported, becomes posters, pictures, a document or data."""

from __future__ import annotations

import argparse
from pathlib import Path

from msgspec.structs import replace

from journeyeditor.cli import combinations
from journeyeditor.cli.console import PIPE, Console
from journeyeditor.cli.overwriting import refuse_input, refuse_newer, refuse_work
from journeyeditor.cli.people import find_personas
from journeyeditor.cli.source import reading_of, tell_notices
from journeyeditor.cli.target import refuse_terminal, write_bytes, write_files
from journeyeditor.errors import BadInput, message
from journeyeditor.files import SUFFIX
from journeyeditor.model.journey import Journey
from journeyeditor.publish.exporting import export
from journeyeditor.publish.options import ENDINGS, OVERLAP, TILE_MARGIN, USUAL_DPI, Kind, Options, Tile, kind_of
from journeyeditor.publish.outcome import Facts, Published

TEXTS: tuple[Kind, ...] = ("svg", "mermaid", "csv", "json", "markdown")


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Exports one journey."""
    kind = _kind(chosen, console)
    combinations.check(chosen, kind, console)
    refuse_input(chosen.output, chosen.input, console)
    refuse_work(chosen.output, kind, console)
    if chosen.output == PIPE:
        refuse_terminal(console, binary=kind not in TEXTS)
    with console.working() as progress:
        source = reading_of(chosen, console, progress)
        with console.about(source.name):
            refuse_newer(read_only=source.read_only and kind == "json")
            options = _options(chosen, kind, source.journey, console)
            published = export(source.journey, kind, options, progress.step)
            for notice in published.notices:
                console.tell(notice)
            _tell_left_out(chosen.output, published, console)
            if chosen.output == PIPE and len(published.files) > 1:
                console.tell(
                    message("Only the first of {pages} pages was written.", pages=len(published.files)),
                    message("Give the name of a file, or write a PDF, which holds them all."),
                )
        progress.step(message("Saving"))
        if chosen.output == PIPE:
            write_bytes(PIPE, published.data, console)
            return 0
        files = {_place(chosen.output, file.suffix): file.data for file in published.files}
        for place in files:
            refuse_input(place, chosen.input, console)
        write_files(files, console)
    console.write(_told(chosen.output, published, console))
    return 0


def _tell_left_out(output: str, published: Published, console: Console) -> None:
    """What the files could not hold: what is true of all of them once, the rest under the name of each."""
    reports = [list(file.report) for file in published.files if file.report is not None]
    common = [notice for notice in reports[0] if all(notice in report for report in reports)] if reports else []
    tell_notices(common, console)
    for file, report in zip(published.files, reports, strict=False):
        with console.about(_place(output, file.suffix)):
            tell_notices([notice for notice in report if notice not in common], console)


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


def _options(chosen: argparse.Namespace, kind: Kind, journey: Journey, console: Console) -> Options:
    return Options(
        paper=chosen.paper,
        orientation=chosen.orientation,
        margin=chosen.margin,
        theme=chosen.theme,
        language=chosen.lang,
        personas=find_personas(journey, chosen.personas, console.words) if chosen.personas else None,
        dpi=chosen.dpi or USUAL_DPI,
        each_persona=chosen.each_persona,
        blank=chosen.blank,
        keep_touchpoints=chosen.keep == "touchpoints",
        further=tuple(chosen.further or ()),
        bleed=chosen.bleed or 0.0,
        tile=_tile(chosen),
        grey=chosen.grey,
        table=chosen.table,
        blocks=kind == "mermaid" and kind_of(chosen.output) == "markdown",
    )


def _tile(chosen: argparse.Namespace) -> Tile | None:
    """The sheets that were asked for. The way round stands behind the paper's name."""
    if chosen.tile is None:
        return None
    tile = Tile(
        chosen.tile,
        margin=TILE_MARGIN if chosen.tile_margin is None else chosen.tile_margin,
        overlap=OVERLAP if chosen.overlap is None else chosen.overlap,
        sheets=chosen.sheets,
    )
    name, _, way = chosen.tile.rpartition("-")
    match way.strip().lower():
        case "landscape":
            return replace(tile, paper=name, orientation="landscape")
        case "portrait":
            return replace(tile, paper=name, orientation="portrait")
        case _:
            return tile


def _place(output: str, suffix: str) -> str:
    """The name that was asked for with something before its ending."""
    if not suffix:
        return output
    ending = Path(output).suffix
    return f"{output.removesuffix(ending)}{suffix}{ending}"


def _told(output: str, published: Published, console: Console) -> str:
    """What was written, a line each."""
    return "".join(f"{_said(_place(output, file.suffix), file.facts, console)}\n" for file in published.files)


def _said(place: str, facts: Facts | None, console: Console) -> str:
    """What was written, and the facts that a print shop asks for."""
    words = console.words
    if facts is None:
        return words.say("Written: {file}", file=place)
    height, width = (words.number(side, 1 if side % 1 else 0) for side in (facts.height, facts.width))
    told = [
        words.plural("{paper}", "{n} pages {paper}", facts.pages, paper=facts.paper),
        words.say("{width} × {height} mm", width=width, height=height),
    ]
    if facts.bleed:
        told.append(words.say("bleed {bleed} mm", bleed=words.number(facts.bleed)))
    if facts.scale == 1:
        told.append(words.say("scale 1:1"))
    elif facts.scale is not None:
        told.append(words.say("scale {percent}", percent=words.percent(round(100 * facts.scale))))
    if facts.smallest_type is not None:
        told.append(words.say("smallest type {size} pt", size=words.number(facts.smallest_type, 1)))
    return words.say("Written: {file} ({facts})", file=place, facts=", ".join(told))
