"""Runs one command line: reads it, carries it out, and turns whatever goes wrong into a sentence and a status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from journeyeditor.cli import interruption
from journeyeditor.cli.console import Console, ReaderGone
from journeyeditor.cli.parser import UsageError, parser
from journeyeditor.cli.stock import speaking
from journeyeditor.errors import CannotWrite, JourneyError, message
from journeyeditor.words import language_of_user, speak

DONE, FINDINGS, BAD_INPUT, CANNOT_WRITE, FAULT, INTERRUPTED = 0, 1, 2, 3, 70, 130
DEBUG = "JOURNEYEDITOR_DEBUG"


def run(arguments: Sequence[str] | None = None) -> int:
    """Carries out a command line (that of the process if none is given) and returns the exit status."""
    interruption.listen()
    console = Console(speak(language_of_user(os.environ)))
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments), console)
    except ReaderGone:
        return DONE
    except UsageError as error:
        console.tell_text(error.text)
        return BAD_INPUT
    except JourneyError as error:
        if error.place.startswith("--"):
            console.file = error.place  # about an option, and no fault of the file
        console.tell(error.problem, error.advice)
        return CANNOT_WRITE if isinstance(error, CannotWrite) else BAD_INPUT
    except KeyboardInterrupt:
        console.tell(message("Interrupted. Nothing was left half written."))
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last door: whatever comes here is our fault, and is told as one
        return _fault(error, console)


def _run(arguments: list[str], console: Console) -> int:
    with speaking(console.words.language):
        try:
            chosen = parser(console).parse_args(arguments)
        except SystemExit as done:  # --help and --version have said what they had to
            return int(done.code or DONE)
    status: int = chosen.run(chosen, console)
    return status


def _fault(error: Exception, console: Console) -> int:
    if os.environ.get(DEBUG):
        raise error
    from journeyeditor.cli.fault_log import write_log  # noqa: PLC0415

    path = write_log(error)
    if path is None:
        console.tell(
            message("The program has a fault and could not go on ({kind}).", kind=type(error).__name__),
            message("Set {variable}=1 to see where.", variable=DEBUG),
        )
    else:
        console.tell(
            message("The program has a fault and could not go on ({kind}).", kind=type(error).__name__),
            message("What happened is written down in {path}.", path=str(path)),
        )
    return FAULT
