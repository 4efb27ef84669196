"""The command line's grammar: commands, options, and their help in the user's language."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from journeyeditor import __version__
from journeyeditor.cli import values
from journeyeditor.cli.console import PROGRAM, Console

FILE_COMPLETION = {"bash": "_shtab_compgen_files", "zsh": "_files", "tcsh": "f"}
"""What shtab wants to see on an argument that names a file."""
SHELLS = ("bash", "zsh", "tcsh")

Command = Callable[[argparse.Namespace, Console], int]


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
    say = console.words.say
    whole = Parser(
        console=console,
        prog=PROGRAM,
        description=say("Map customer journeys in the room, offline, and leave with a poster on the wall."),
        examples=(
            "new map.journey --template loyalty-6 --lang fr",
            "export map.journey poster.pdf --paper A0",
            "import diagram.mmd -o map.journey",
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
        text=_completion,
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
    for add in (_add_templates, _add_new, _add_import, _add_export, _add_info, _add_schema):
        add(commands, console)
    return whole


def _completion(whole: argparse.ArgumentParser, shell: str) -> str:
    import shtab  # noqa: PLC0415 - costs more than all the rest, and is wanted once in a lifetime

    return str(shtab.complete(whole, shell)) + "\n"


def _file(action: argparse.Action) -> None:
    action.complete = FILE_COMPLETION  # type: ignore[attr-defined]


def _add_templates(commands: Any, console: Console) -> None:
    say = console.words.say
    text = say("list the templates: name, languages, title, what each is for")
    command = commands.add_parser(
        "templates", console=console, help=text, description=text, examples=("templates", "templates --json")
    )
    command.add_argument("--json", action="store_true", help=say("as JSON"))
    command.set_defaults(run=_templates)


def _add_new(commands: Any, console: Console) -> None:
    say = console.words.say
    text = say("make a new journey from a template")
    command = commands.add_parser(
        "new",
        console=console,
        help=text,
        description=text,
        examples=(
            "new map.journey --template loyalty-6 --lang fr --title 'Louer un vélo'",
            "new next.journey --template last-year.journey --empty",
        ),
    )
    _file(
        command.add_argument(
            "output", metavar="OUT", help=say("the new file, .journey or .journey.json; - for standard output")
        )
    )
    _file(
        command.add_argument(
            "--template",
            default="blank",
            metavar=say("NAME|FILE"),
            help=say("a template's name, or any journey file (default: {default})", default="blank"),
        )
    )
    command.add_argument("--title", help=say("the title of the new map"))
    command.add_argument(
        "--empty", action="store_true", help=say("without emotions, findings and names: for sticky notes")
    )
    _language(command, console, say("which language of the template; for a file, the language of its texts"))
    _written_as(command, console)
    command.set_defaults(run=_new)


def _add_import(commands: Any, console: Console) -> None:
    say = console.words.say
    text = say("make a journey file of a Mermaid diagram or of bare JSON")
    command = commands.add_parser(
        "import",
        console=console,
        help=text,
        description=text,
        examples=("import diagram.mmd -o map.journey", "import notes.md -o map.journey --block 2 --report report.json"),
    )
    _file(command.add_argument("input", metavar="IN", help=say("the file to read; - for standard input")))
    _file(
        command.add_argument(
            "-o",
            "--output",
            required=True,
            metavar="OUT",
            help=say("the journey to write, .journey or .journey.json; - for standard output"),
        )
    )
    _read_as(command, console, ("mermaid", "json"))
    _written_as(command, console)
    _file(
        command.add_argument(
            "--report", metavar="FILE.json", help=say("write what was guessed, changed or dropped as JSON")
        )
    )
    _language(command, console, say("the language of the texts (default: guessed)"))
    command.set_defaults(run=_import)


def _add_export(commands: Any, console: Console) -> None:
    say = console.words.say
    text = say("make a poster, a picture, a document or data of a journey or a Mermaid diagram")
    command = commands.add_parser(
        "export",
        console=console,
        help=text,
        description=text,
        examples=(
            "export map.journey poster.pdf",
            "export map.journey poster.pdf --paper A0 --portrait --margin 10",
            "export diagram.mmd poster.png --paper auto --dpi 200",
            "export - - --from mermaid --to svg < diagram.mmd > poster.svg",
        ),
    )
    _file(command.add_argument("input", metavar="IN", help=say("the file to read; - for standard input")))
    _file(command.add_argument("output", metavar="OUT", help=say("the file to write; - for standard output")))
    command.add_argument(
        "--to", choices=values.EXPORT_KINDS, help=say("the kind of file (default: by the ending of OUT)")
    )
    _read_as(command, console, ("journey", "json", "mermaid"))
    _add_poster_options(command, console)
    _language(command, console, say("the language of legend, standard titles, dates and numbers (default: the map's)"))
    command.set_defaults(run=_export)


def _add_poster_options(command: argparse.ArgumentParser, console: Console) -> None:
    say = console.words.say
    poster = command.add_argument_group(
        say("the poster"), say("What is not given comes from the map's own poster settings.")
    )
    poster.add_argument(
        "--paper",
        metavar="A3|auto|WxHmm",
        help=say("the sheet: A0 to A5, Letter, Tabloid, a size, or auto: the smallest that can be read"),
    )
    direction = poster.add_mutually_exclusive_group()
    direction.add_argument(
        "--landscape", dest="orientation", action="store_const", const="landscape", help=say("the long side lies")
    )
    direction.add_argument(
        "--portrait", dest="orientation", action="store_const", const="portrait", help=say("the long side stands")
    )
    poster.add_argument("--margin", type=values.margin(console.words), metavar="MM", help=say("the margin in mm"))
    poster.add_argument("--theme", metavar=say("NAME"), help=say("the colours"))
    poster.add_argument(
        "--dpi",
        type=values.dpi(console.words),
        metavar="N",
        help=say("dots per inch of a PNG (default: {dpi})", dpi=150),
    )


def _add_info(commands: Any, console: Console) -> None:
    say = console.words.say
    text = say("tell what is in a journey: title, counts, personas, languages, format version")
    command = commands.add_parser(
        "info", console=console, help=text, description=text, examples=("info map.journey", "info map.journey --json")
    )
    _file(command.add_argument("input", metavar="IN", help=say("the file to read; - for standard input")))
    _read_as(command, console, ("journey", "json", "mermaid"))
    command.add_argument("--json", action="store_true", help=say("as JSON"))
    command.set_defaults(run=_info)


def _add_schema(commands: Any, console: Console) -> None:
    text = console.words.say("print the JSON Schema of the file")
    command = commands.add_parser(
        "schema", console=console, help=text, description=text, examples=("schema > journey.schema.json",)
    )
    command.set_defaults(run=_schema)


def _read_as(command: argparse.ArgumentParser, console: Console, kinds: Sequence[str]) -> None:
    say = console.words.say
    command.add_argument("--from", dest="read_as", choices=kinds, help=say("what IN is (default: told from the file)"))
    command.add_argument(
        "--block",
        type=values.block(console.words),
        metavar="N",
        help=say("which journey of a Markdown file with several, from 1"),
    )


def _written_as(command: argparse.ArgumentParser, console: Console) -> None:
    command.add_argument(
        "--to",
        choices=("journey", "json"),
        help=console.words.say("the form of the file (default: by the ending of OUT)"),
    )


def _language(command: argparse.ArgumentParser, console: Console, text: str) -> None:
    command.add_argument("--lang", type=values.language(console.words), metavar="fr", help=text)


# Each command is loaded when it is run.
def _templates(chosen: argparse.Namespace, console: Console) -> int:
    from journeyeditor.cli.commands import templates  # noqa: PLC0415

    return templates.run(chosen, console)


def _new(chosen: argparse.Namespace, console: Console) -> int:
    from journeyeditor.cli.commands import new  # noqa: PLC0415

    return new.run(chosen, console)


def _import(chosen: argparse.Namespace, console: Console) -> int:
    from journeyeditor.cli.commands import bring_in  # noqa: PLC0415

    return bring_in.run(chosen, console)


def _export(chosen: argparse.Namespace, console: Console) -> int:
    from journeyeditor.cli.commands import export  # noqa: PLC0415

    return export.run(chosen, console)


def _info(chosen: argparse.Namespace, console: Console) -> int:
    from journeyeditor.cli.commands import info  # noqa: PLC0415

    return info.run(chosen, console)


def _schema(chosen: argparse.Namespace, console: Console) -> int:
    from journeyeditor.cli.commands import schema  # noqa: PLC0415

    return schema.run(chosen, console)
