"""The commands and their options, but for those of `export`, which has a file of its own."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from journeyeditor.cli import completion, values
from journeyeditor.cli.console import Console
from journeyeditor.cli.grammar_export import add_export
from journeyeditor.cli.grammar_shared import add_input, add_language, add_reading


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
    completion.file(
        command.add_argument(
            "output", metavar="OUT", help=say("the new file, .journey or .journey.json; - for standard output")
        )
    )
    template = command.add_argument(
        "--template",
        default="blank",
        metavar=say("NAME|FILE"),
        help=say("a template's name, or any journey file (default: {default})", default="blank"),
    )
    completion.suggest(template, completion.templates)
    command.add_argument("--title", help=say("the title of the new map"))
    command.add_argument(
        "--empty", action="store_true", help=say("without emotions, findings and names: for sticky notes")
    )
    add_language(command, console, say("which language of the template; for a file, the language of its texts"))
    _written_as(command, console)
    command.set_defaults(run=_new)


def _add_import(commands: Any, console: Console) -> None:
    say = console.words.say
    text = say("make a journey file of a Mermaid diagram, a CSV table or bare JSON")
    command = commands.add_parser(
        "import",
        console=console,
        help=text,
        description=text,
        examples=(
            "import diagram.mmd -o map.journey",
            "import notes.md -o map.journey --block 2 --report report.json",
            "import table.csv -o map.journey --column stage=Moment --column pains=Douleurs",
        ),
    )
    add_input(command, console)
    completion.file(
        command.add_argument(
            "-o",
            "--output",
            required=True,
            metavar="OUT",
            help=say("the journey to write, .journey or .journey.json; - for standard output"),
        )
    )
    add_reading(command, console, values.IMPORT_KINDS)
    _written_as(command, console)
    completion.file(
        command.add_argument(
            "--report", metavar="FILE.json", help=say("write what was guessed, changed or dropped as JSON")
        )
    )
    add_language(command, console, say("the language of the texts (default: guessed)"))
    command.set_defaults(run=_import)


def _add_check(commands: Any, console: Console) -> None:
    say = console.words.say
    text = say("tell what a map still lacks, why it matters and what to do; exit status 1 if it lacks anything")
    command = commands.add_parser(
        "check",
        console=console,
        help=text,
        description=text,
        examples=("check map.journey", "check map.journey --json"),
    )
    add_input(command, console)
    add_reading(command, console, values.READ_KINDS)
    command.add_argument("--json", action="store_true", help=say("as JSON"))
    command.set_defaults(run=_check)


def _add_info(commands: Any, console: Console) -> None:
    say = console.words.say
    text = say("tell what is in a journey: title, counts, personas, languages, format version")
    command = commands.add_parser(
        "info", console=console, help=text, description=text, examples=("info map.journey", "info map.journey --json")
    )
    add_input(command, console)
    add_reading(command, console, values.READ_KINDS)
    command.add_argument("--json", action="store_true", help=say("as JSON"))
    command.set_defaults(run=_info)


def _add_schema(commands: Any, console: Console) -> None:
    text = console.words.say("print the JSON Schema of the file")
    command = commands.add_parser(
        "schema", console=console, help=text, description=text, examples=("schema > journey.schema.json",)
    )
    command.set_defaults(run=_schema)


def _written_as(command: argparse.ArgumentParser, console: Console) -> None:
    command.add_argument(
        "--to",
        choices=("journey", "json"),
        help=console.words.say("the form of the file (default: by the ending of OUT)"),
    )


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


def _check(chosen: argparse.Namespace, console: Console) -> int:
    from journeyeditor.cli.commands import check  # noqa: PLC0415

    return check.run(chosen, console)


def _info(chosen: argparse.Namespace, console: Console) -> int:
    from journeyeditor.cli.commands import info  # noqa: PLC0415

    return info.run(chosen, console)


def _schema(chosen: argparse.Namespace, console: Console) -> int:
    from journeyeditor.cli.commands import schema  # noqa: PLC0415

    return schema.run(chosen, console)


COMMANDS: tuple[Callable[[Any, Console], None], ...] = (
    _add_templates,
    _add_new,
    _add_import,
    add_export,
    _add_check,
    _add_info,
    _add_schema,
)
"""What adds each command to the grammar, in the order in which `--help` names them."""
