"""The options of `export`: the poster, other ways to print it, whose journey, and data."""

from __future__ import annotations

import argparse
from typing import Any

from journeyeditor.cli import completion, values
from journeyeditor.cli.console import Console
from journeyeditor.cli.grammar_shared import add_input, add_language, add_reading

EXAMPLES = (
    "export map.journey poster.pdf",
    "export map.journey poster.pdf --paper A0 --portrait --margin 10",
    "export map.journey sheets.pdf --paper A1 --tile A4",
    "export map.journey sheets.pdf --tile A4-landscape --sheets 3x2 --grey",
    "export map.journey empty.pdf --paper auto --blank --keep touchpoints",
    "export map.journey shop.pdf --paper B1 --bleed 3 --theme vivid",
    "export map.journey report.pdf --paper A3 --with actions,personas,priorities,parking-lot,measures",
    "export map.journey nadia.svg --persona nadia",
    "export map.journey people.pdf --each-persona",
    "export map.journey table.csv",
    "export map.journey actions.csv --table actions",
    "export map.journey page.md --to mermaid",
    "export diagram.mmd poster.png --paper auto --dpi 200",
    "export - - --from mermaid --to svg < diagram.mmd > poster.svg",
)


def add_export(commands: Any, console: Console) -> None:
    """The command `export`."""
    say = console.words.say
    text = say("make a poster, a picture, a document or data of a journey or of a file that can be imported")
    command = commands.add_parser("export", console=console, help=text, description=text, examples=EXAMPLES)
    add_input(command, console)
    completion.file(command.add_argument("output", metavar="OUT", help=say("the file to write; - for standard output")))
    command.add_argument(
        "--to", choices=values.EXPORT_KINDS, help=say("the kind of file (default: by the ending of OUT)")
    )
    add_language(
        command, console, say("the language of legend, standard titles, dates and numbers (default: the map's)")
    )
    add_reading(command, console, values.READ_KINDS)
    _add_poster(command, console)
    _add_printing(command, console)
    _add_sheets(command, console)
    _add_people(command, console)
    _add_data(command, console)
    command.set_defaults(run=_export)


def _add_poster(command: argparse.ArgumentParser, console: Console) -> None:
    say = console.words.say
    poster = command.add_argument_group(
        say("the poster"), say("What is not given comes from the map's own poster settings.")
    )
    paper = poster.add_argument(
        "--paper",
        metavar="A3|auto|WxHmm",
        help=say(
            "the sheet: A0 to A5, B0 to B4, Letter, Legal, Tabloid, ArchC to ArchE, a size, or auto: the smallest on "
            "which the whole map can be read"
        ),
    )
    completion.suggest(paper, completion.papers)
    direction = poster.add_mutually_exclusive_group()
    direction.add_argument(
        "--landscape", dest="orientation", action="store_const", const="landscape", help=say("the long side lies")
    )
    direction.add_argument(
        "--portrait", dest="orientation", action="store_const", const="portrait", help=say("the long side stands")
    )
    poster.add_argument("--margin", type=values.margin(console.words), metavar="MM", help=say("the margin in mm"))
    theme = poster.add_argument(
        "--theme", metavar=say("NAME"), help=say("the colours: calm, vivid for a large wall, ink for cheap printers")
    )
    completion.suggest(theme, completion.themes)
    poster.add_argument("--grey", action="store_true", help=say("without colours"))
    poster.add_argument(
        "--dpi",
        type=values.dpi(console.words),
        metavar="N",
        help=say("dots per inch of a PNG (default: {dpi})", dpi=150),
    )


def _add_printing(command: argparse.ArgumentParser, console: Console) -> None:
    say = console.words.say
    group = command.add_argument_group(say("for the workshop and the print shop"))
    group.add_argument(
        "--blank",
        action="store_true",
        help=say("the empty poster: cells for sticky notes, a curve to draw; --paper auto means A0"),
    )
    group.add_argument(
        "--keep", choices=values.KEPT, metavar="touchpoints", help=say("what --blank prints all the same")
    )
    group.add_argument(
        "--bleed",
        type=values.length(console.words),
        metavar="MM",
        help=say("let the ground reach so far beyond the sheet, with crop marks around it"),
    )
    further = group.add_argument(
        "--with",
        dest="further",
        action="extend",
        type=values.further(console.words),
        metavar=say("PAGES"),
        help=say("pages after the poster, joined by commas: {kinds}", kinds=", ".join(values.FURTHER)),
    )
    completion.suggest(further, lambda: values.FURTHER)


def _add_sheets(command: argparse.ArgumentParser, console: Console) -> None:
    say = console.words.say
    group = command.add_argument_group(
        say("the poster on the sheets of an ordinary printer"),
        say("A sheet map comes first, then the sheets by row and column, to be cut and glued."),
    )
    tile = group.add_argument(
        "--tile",
        metavar="A4[-landscape|-portrait]",
        help=say("the printer's paper; without a way round, whichever needs fewer sheets"),
    )
    completion.suggest(tile, completion.sheets)
    group.add_argument(
        "--sheets",
        type=values.sheets(console.words),
        metavar="CxR",
        help=say("so many columns and rows of sheets: the poster is scaled to them, such as 3x2"),
    )
    group.add_argument(
        "--tile-margin",
        type=values.margin(console.words),
        metavar="MM",
        help=say("what the printer leaves white at the edges of its sheets (default: {default} mm)", default=5),
    )
    group.add_argument(
        "--overlap",
        type=values.length(console.words),
        metavar="MM",
        help=say("what two neighbouring sheets both show (default: {default} mm)", default=10),
    )


def _add_people(command: argparse.ArgumentParser, console: Console) -> None:
    say = console.words.say
    group = command.add_argument_group(say("whose journey"))
    group.add_argument(
        "--persona",
        action="append",
        dest="personas",
        metavar=say("NAME"),
        help=say("only this persona, by name or by its beginning; may be repeated"),
    )
    group.add_argument(
        "--each-persona",
        action="store_true",
        help=say("each persona by itself: pages of one PDF, or a file each, such as OUT-01-nadia.svg"),
    )


def _add_data(command: argparse.ArgumentParser, console: Console) -> None:
    say = console.words.say
    group = command.add_argument_group(say("data"))
    group.add_argument(
        "--table",
        choices=values.TABLES,
        help=say("of a CSV: only this list, in place of the whole map"),
    )


def _export(chosen: argparse.Namespace, console: Console) -> int:
    from journeyeditor.cli.commands import export  # noqa: PLC0415

    return export.run(chosen, console)
