"""What the commands say, and where: results on standard output, all else on standard error."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from typing import IO

from journeyeditor.cli.progress import Progress
from journeyeditor.errors import CannotWrite, Message, message
from journeyeditor.words import Words

PROGRAM = "journeyeditor"
PIPE = "-"
"""Stands for standard input or output."""


class ReaderGone(Exception):  # noqa: N818 - no failure: whoever read our output has enough
    """The other end of standard output was closed."""


class Console:
    """Standard output and standard error in the user's language.

    `file` is what is being worked on; sentences about it name it.
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self.file = ""
        self._progress: Progress | None = None

    @contextlib.contextmanager
    def about(self, file: str) -> Iterator[None]:
        """Names the file that is worked on. After a failure it stays named, for the sentence that tells of it."""
        before, self.file = self.file, file
        yield
        self.file = before

    @contextlib.contextmanager
    def working(self) -> Iterator[Progress]:
        """While something takes its time: the progress that is told meanwhile, out of the way of all else."""
        with Progress(self.words) as progress:
            self._progress = progress
            try:
                yield progress
            finally:
                self._progress = None

    def label(self, place: str, *, reading: bool) -> str:
        """What to call an argument that names a file or a pipe."""
        if place != PIPE:
            return place
        return self.words.say("standard input") if reading else self.words.say("standard output")

    # -- standard error -----------------------------------------------------------------------------------------
    def tell(self, problem: Message, advice: Message | None = None) -> None:
        """Says `journeyeditor: FILE: what is wrong. What to do.` on standard error."""
        parts = [self.words.say(part) for part in (problem, advice) if part is not None]
        self.tell_text(" ".join(parts))

    def tell_text(self, text: str) -> None:
        """The same with a sentence that is already in the user's words."""
        if self._progress is not None:
            self._progress.wipe()
        place = f"{self.file}: " if self.file else ""
        with contextlib.suppress(OSError, ValueError, AttributeError):
            _write(sys.stderr, f"{PROGRAM}: {place}{text}\n")

    # -- standard output ----------------------------------------------------------------------------------------
    def write(self, text: str) -> None:
        """Lines for a person. A reader who leaves early has read enough: raises ReaderGone, which ends quietly."""
        if sys.stdout is None:
            return
        try:
            _write(sys.stdout, text)
        except BrokenPipeError:
            _silence()
            raise ReaderGone from None
        except OSError as error:
            _silence()
            raise self._cannot_write(error) from None

    def write_data(self, data: bytes) -> None:
        """Bytes for a program, whole or not at all. Raises CannotWrite, also where nobody takes them."""
        self.file = self.label(PIPE, reading=False)
        stream = getattr(sys.stdout, "buffer", None)
        if stream is None:
            raise CannotWrite(message("It is closed."), message("Give the name of a file instead."))
        try:
            stream.write(data)
            stream.flush()
        except OSError as error:
            _silence()
            raise self._cannot_write(error) from None

    @staticmethod
    def _cannot_write(error: OSError) -> CannotWrite:
        from journeyeditor.files.problems import cannot_write  # noqa: PLC0415

        if isinstance(error, BrokenPipeError):
            return CannotWrite(
                message("The program that was to read it has ended."), message("Write to a file instead.")
            )
        return cannot_write(error)

    def is_terminal(self) -> bool:
        """Whether standard output is a screen, which no PDF should be poured upon."""
        try:
            return sys.stdout is not None and sys.stdout.isatty()
        except ValueError:
            return False


def _write(stream: IO[str], text: str) -> None:
    """Writes text whatever the encoding of the stream: what it cannot hold is written as an escape."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def _silence() -> None:
    """Lets Python close standard output in peace when the program ends."""
    with contextlib.suppress(OSError, ValueError, io.UnsupportedOperation, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
