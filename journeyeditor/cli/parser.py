"""The command line's parser: it speaks the user's language, and answers a wrong line with a sentence."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from journeyeditor import __version__
from journeyeditor.cli.completion import SHELLS, completion
from journeyeditor.cli.console import PROGRAM, Console


class UsageError(Exception):
    """A command line that cannot be understood; its text is in the user's language."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class Parser(argparse.ArgumentParser):
    """An argparse parser that speaks through a console and never ends the process by itself for an error."""

    def __init__(self, *, console: Console, examples: Sequence[str] = (), **options: Any) -> None:
        self.console = console
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        if examples:
            lines = textwrap.indent("\n".join(f"{PROGRAM} {example}" for example in examples), "  ")
            options["epilog"] = console.words.say("examples:") + "\n" + lines
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        """Raises UsageError with where to find help."""
        say = self.console.words.say
        hint = say("See “{command} --help”.", command=self.prog)
        raise UsageError(f"{message}. {hint}")

    def print_help(self, file: Any = None) -> None:
        """Help goes where results go."""
        del file
        self.console.write(self.format_help())


class _Say(argparse.Action):
    """An option that is answered at once, with a text."""

    def __init__(
        self, *, text: Callable[[argparse.ArgumentParser, Any], str], nargs: int | None = 0, **options: Any
    ) -> None:
        super().__init__(nargs=nargs, **options)
        self._text = text

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: str | None = None
    ) -> None:
        del namespace, option
        if isinstance(parser, Parser):
            parser.console.write(self._text(parser, values))
        parser.exit()


def parser(console: Console) -> Parser:
    """The grammar of the whole command line, its help in the console's language."""
    from journeyeditor.cli.grammar import COMMANDS  # noqa: PLC0415 - it is made of parsers

    say = console.words.say
    whole = Parser(
        console=console,
        prog=PROGRAM,
        description=say("Map customer journeys in the room, offline, and leave with a poster on the wall."),
        examples=(
            "new map.journey --template loyalty-6 --lang fr",
            "export map.journey poster.pdf --paper A0",
            "export map.journey sheets.pdf --paper A1 --tile A4",
            "import diagram.mmd -o map.journey",
            "check map.journey",
        ),
    )
    whole.add_argument(
        "--version",
        action=_Say,
        text=lambda *_: f"{PROGRAM} {__version__}\n",
        help=say("show the version and exit"),
    )
    whole.add_argument(
        "--print-completion",
        action=_Say,
        text=completion,
        nargs=None,
        choices=SHELLS,
        metavar="SHELL",
        help=say("print what a shell needs to complete this command line ({shells})", shells=", ".join(SHELLS)),
    )
    commands = whole.add_subparsers(
        title=say("commands"),
        metavar="COMMAND",
        required=True,
        parser_class=Parser,
    )
    for add in COMMANDS:
        add(commands, console)
    return whole
