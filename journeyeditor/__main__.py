"""Starts the program: the window, or the command line where its words are given."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Opens the window without arguments or with files, else runs the command line; returns the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if wants_window(given):
            return _open_window(given)
        # A command is soon done and makes next to no dead cycles: searched for as often as Python does by itself, they
        # would take a quarter of the time of a large map.
        gc.set_threshold(100_000, 50, 1_000)
        from journeyeditor.cli import run  # noqa: PLC0415 - an interruption while it loads is answered here too

        return run(given)
    except KeyboardInterrupt:
        return 130


def wants_window(arguments: Sequence[str]) -> bool:
    """True where nothing is given, or only names of files: those have a dot or a separator, which no command has."""
    return all(not word.startswith("-") and any(sign in word for sign in "./\\") for word in arguments)


def _open_window(arguments: Sequence[str]) -> int:
    gc.disable()  # until the first picture is there: see `qt.tidying`
    try:
        from journeyeditor.qt.beginning import run  # noqa: PLC0415
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")):
            raise
        return _without_qt(error)
    return run(arguments)


def _without_qt(error: ImportError) -> int:
    import os  # noqa: PLC0415

    from journeyeditor.words import language_of_user, speak  # noqa: PLC0415

    say = speak(language_of_user(os.environ)).say
    lines = (
        say(
            "The window cannot be opened: PySide6, which draws it, is not there or does not load ({reason}).",
            reason=str(error),
        ),
        say("Install PySide6-Essentials, or use the commands: see “{command} --help”.", command="journeyeditor"),
    )
    print(*lines, file=sys.stderr)  # noqa: T201 - there is nothing else to say it with
    return 70


if __name__ == "__main__":
    sys.exit(main())
