"""Which options of `export` go together. What makes no sense is refused; a setting that has no use here is told of."""

from __future__ import annotations

import argparse
from collections.abc import Callable

import msgspec

from journeyeditor.cli.console import PIPE, Console
from journeyeditor.errors import BadInput, Message, message
from journeyeditor.publish.options import DRAWN, Kind, kind_name
from journeyeditor.words import languages, speak

TEXTUAL: tuple[Kind, ...] = ("mermaid", "csv", "markdown")
ONE_PAGE: tuple[Kind, ...] = ("svg", "png")


class Rule(msgspec.Struct, frozen=True):
    """An option, how to tell that it was given, and the kinds of files that it has a meaning for."""

    option: str
    name: str
    kinds: tuple[Kind, ...]

    def given(self, chosen: argparse.Namespace) -> bool:
        """Whether it stands on the command line."""
        return getattr(chosen, self.name) not in (None, False)


WISHES = (
    Rule("--blank", "blank", DRAWN),
    Rule("--bleed", "bleed", DRAWN),
    Rule("--tile", "tile", DRAWN),
    Rule("--with", "further", DRAWN),
    Rule("--table", "table", ("csv",)),
    Rule("--persona", "personas", (*DRAWN, *TEXTUAL)),
    Rule("--each-persona", "each_persona", (*DRAWN, *TEXTUAL)),
)
"""They ask for something that other kinds of files do not have: refused there."""
SETTINGS = (
    Rule("--paper", "paper", DRAWN),
    Rule("--landscape, --portrait", "orientation", DRAWN),
    Rule("--margin", "margin", DRAWN),
    Rule("--theme", "theme", DRAWN),
    Rule("--grey", "grey", DRAWN),
    Rule("--dpi", "dpi", ("png",)),
    Rule("--lang", "lang", (*DRAWN, *TEXTUAL)),
)
"""They say how; where there is nothing to do so with, the file is the same without them."""
NEEDS = (
    ("--keep", "keep", "--blank", "blank"),
    ("--sheets", "sheets", "--tile", "tile"),
    ("--tile-margin", "tile_margin", "--tile", "tile"),
    ("--overlap", "overlap", "--tile", "tile"),
)
"""Options that say more about another one."""


def check(chosen: argparse.Namespace, kind: Kind, console: Console) -> None:
    """Raises BadInput for options that make no sense together, before any work is done."""
    for option, name, other, needed in NEEDS:
        if getattr(chosen, name) is not None and not getattr(chosen, needed):
            raise BadInput(
                message("{option} says more about {other}, which is not there.", option=option, other=other),
                message("Add {other}, or leave {option} out.", option=option, other=other),
            )
    for rule in WISHES:
        if rule.given(chosen) and kind not in rule.kinds:
            raise BadInput(
                message("{option} has no meaning for {kind}.", option=rule.option, kind=kind_name(kind)),
                message("Leave it out, or write {kinds}.", kinds=", ".join(kind_name(one) for one in rule.kinds)),
            )
    for impossible, problem, advice in _clashes(chosen, kind):
        if impossible():
            raise BadInput(problem, advice)
    for rule in SETTINGS:
        if rule.given(chosen) and kind not in rule.kinds:
            console.tell(message("{option} changes nothing in {kind}.", option=rule.option, kind=kind_name(kind)))
    if chosen.lang is not None and kind in (*DRAWN, *TEXTUAL):
        _tell_language(chosen.lang, console)


def _tell_language(language: str, console: Console) -> None:
    """Says that the words of a language are not there, which would else be noticed on paper."""
    if speak(language).language != language.partition("-")[0].lower():
        with console.about("--lang"):
            console.tell(
                message("There are no words in “{language}”: they will be English.", language=language),
                message(
                    "Dates and numbers follow the language; there are words in {languages}.",
                    languages=", ".join(languages()),
                ),
            )


def _clashes(chosen: argparse.Namespace, kind: Kind) -> list[tuple[Callable[[], bool], Message, Message]]:
    """What cannot be had at once."""
    return [
        (
            lambda: bool(chosen.tile and chosen.bleed),
            message("--tile is for a printer of your own, --bleed for a print shop that cuts the whole poster."),
            message("Leave one of them out."),
        ),
        (
            lambda: bool(chosen.table and (chosen.each_persona or chosen.personas)),
            message("The lists of --table are those of the whole map."),
            message("Leave --persona and --each-persona out."),
        ),
        (
            lambda: chosen.output == PIPE and _writes_several(chosen, kind),
            message("Several files cannot go to standard output."),
            message("Give the name of a file, or write a PDF, which holds all pages."),
        ),
    ]


def _writes_several(chosen: argparse.Namespace, kind: Kind) -> bool:
    if kind in ONE_PAGE:
        return bool(chosen.each_persona or chosen.tile or chosen.further)
    return kind in TEXTUAL and bool(chosen.each_persona)
