"""What a shell needs to complete a command line; shtab writes it from the grammar."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence

SHELLS = ("bash", "zsh", "tcsh", "fish", "powershell")
FILE = {
    "bash": "_shtab_compgen_files",
    "zsh": "_files",
    "tcsh": "f",
    "fish": "(__fish_complete_path (commandline -ct))",
    "powershell": "_shtab_powershell_compgen_files",
}
"""What shtab wants to see on an argument that names a file."""

Suggestions = Callable[[], Sequence[str]]


def file(action: argparse.Action) -> None:
    """Marks an argument as the name of a file."""
    action.complete = FILE  # type: ignore[attr-defined]


def suggest(action: argparse.Action, suggestions: Suggestions) -> None:
    """Words that a shell offers for an argument which takes others too. They are asked for only then."""
    action.suggestions = suggestions  # type: ignore[attr-defined]


def completion(whole: argparse.ArgumentParser, shell: str) -> str:
    """The text that a shell is to read. The grammar is of no use to a command line afterwards."""
    import shtab  # noqa: PLC0415 - costs more than all the rest, and is wanted once in a lifetime

    for action in _actions(whole):
        suggestions: Suggestions | None = getattr(action, "suggestions", None)
        if suggestions is not None:
            action.choices = list(suggestions())
    return str(shtab.complete(whole, shell)) + "\n"


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to ask for them; shtab does the same
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for command in action.choices.values():
                yield from _actions(command)


# -- what is suggested ------------------------------------------------------------------------------------------------
def papers() -> list[str]:
    """Names of papers, without blanks, and `auto`."""
    from journeyeditor.layout.paper import SIZES  # noqa: PLC0415

    return ["auto", *(name.replace(" ", "") for name in SIZES)]


def sheets() -> list[str]:
    """Papers of ordinary printers, with the ways round that they can lie."""
    names = ("A4", "A3", "Letter", "Legal", "Tabloid")
    return [f"{name}{way}" for name in names for way in ("", "-landscape", "-portrait")]


def themes() -> list[str]:
    """Names of themes."""
    from journeyeditor.drawing.themes import THEMES  # noqa: PLC0415

    return list(THEMES)


def templates() -> list[str]:
    """Names of the shipped templates."""
    from journeyeditor.publish.templates import PURPOSES  # noqa: PLC0415

    return list(PURPOSES)


def languages() -> list[str]:
    """Languages that the program speaks."""
    from journeyeditor.words import languages as spoken  # noqa: PLC0415

    return list(spoken())
