"""Writes OUT: a file, safely and only when it is complete, or standard output."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from journeyeditor.cli.console import PIPE, Console
from journeyeditor.errors import BadInput, message
from journeyeditor.files import BARE_SUFFIX, SUFFIX, save, to_bytes, write_all
from journeyeditor.model.journey import Journey


def write_bytes(place: str, data: bytes, console: Console) -> None:
    """Puts finished bytes in place. Raises CannotWrite."""
    if place == PIPE:
        console.write_data(data)
    else:
        write_files({place: data}, console)


def write_files(files: Mapping[str, bytes], console: Console) -> None:
    """Puts finished files in place, each only after all of them lie whole on the disk. Raises CannotWrite."""
    for place, notes in write_all(files, console.about).items():
        with console.about(place):
            for note in notes:
                console.tell(note)


def check_journey_target(place: str, written_as: str | None, console: Console) -> bool:
    """Whether OUT is to be the bare form; before any work is done. Raises BadInput for a name that is neither."""
    name = place.lower()
    if place == PIPE:
        refuse_terminal(console, binary=written_as != "json")
        return written_as == "json"
    if written_as is not None:
        bare = name.endswith(".json")
        if bare != (written_as == "json"):
            with console.about(place):
                raise BadInput(
                    message("The ending of the name does not go with --to {kind}.", kind=written_as),
                    message("Use {endings}.", endings=BARE_SUFFIX if written_as == "json" else SUFFIX),
                )
        return bare
    if not name.endswith((SUFFIX, ".json")):
        with console.about(place):
            raise BadInput(
                message("This name has no ending that says what to write."),
                message("Use {endings}.", endings=f"{SUFFIX}, {BARE_SUFFIX}"),
            )
    return name.endswith(".json")


def refuse_terminal(console: Console, *, binary: bool) -> None:
    """Keeps bytes that are no text off a screen. Raises BadInput."""
    if binary and console.is_terminal():
        with console.about(console.label(PIPE, reading=False)):
            raise BadInput(
                message("This is a terminal, and the result is no text."),
                message("Send it on with > or give a file's name."),
            )


def write_journey(journey: Journey, place: str, console: Console, *, bare: bool, told: bool = True) -> None:
    """Saves a journey, with its preview in the zip. Raises CannotWrite.

    Standard output says where it is if that is to be `told`, and is free for something else if not.
    """
    from journeyeditor.publish import preview  # noqa: PLC0415

    with console.working() as progress:
        progress.step(message("Drawing the preview"))
        picture = None if bare else preview(journey)
        if place == PIPE:
            console.write_data(to_bytes(journey, bare=bare, preview=picture))
            return
        progress.step(message("Saving"))
        with console.about(place):
            saved = save(journey, Path(place), preview=picture)
            for note in saved.notes:
                console.tell(note)
    if told:
        console.write(console.words.say("Written: {file}", file=place) + "\n")
