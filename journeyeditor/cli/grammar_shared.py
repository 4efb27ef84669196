"""Arguments that several commands have."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from journeyeditor.cli import completion, values
from journeyeditor.cli.console import Console


def add_input(command: argparse.ArgumentParser, console: Console) -> None:
    """IN."""
    argument = command.add_argument(
        "input", metavar="IN", help=console.words.say("the file to read; - for standard input")
    )
    completion.file(argument)


def add_reading(command: argparse.ArgumentParser, console: Console, kinds: Sequence[str]) -> None:
    """How IN is to be read."""
    say = console.words.say
    group = command.add_argument_group(say("reading IN"))
    group.add_argument("--from", dest="read_as", choices=kinds, help=say("what IN is (default: told from the file)"))
    group.add_argument(
        "--block",
        type=values.block(console.words),
        metavar="N",
        help=say("which journey of a Markdown file with several, from 1"),
    )
    column = group.add_argument(
        "--column",
        action="append",
        dest="columns",
        metavar=say("KEY=NAME"),
        help=say("the column of a CSV table that holds {keys}; may be repeated", keys=", ".join(values.COLUMNS)),
    )
    completion.suggest(column, lambda: [f"{key}=" for key in values.COLUMNS])


def add_language(command: argparse.ArgumentParser, console: Console, text: str) -> None:
    """A language."""
    argument = command.add_argument("--lang", type=values.language(console.words), metavar="fr", help=text)
    completion.suggest(argument, completion.languages)
