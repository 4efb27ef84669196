"""Puts what the operating system says about a file into a sentence and a way out."""

from __future__ import annotations

import errno
from pathlib import Path

from journeyeditor.errors import BadInput, CannotWrite, Message, message

OTHER_FILE = message(
    "Journey Editor opens .journey and .journey.json, and imports CSV tables, Mermaid diagrams and bare JSON."
)
SMALLER = message("Divide the map into several, each in a file of its own.")
UNDO = message("Undo the last edits and save again.")
FEWER_PICTURES = message("Use fewer or smaller pictures.")
_BACKUP = message("Try a copy or a backup of the file.")
_LOOK = message("See whether its name and its folder are written rightly.")
_RIGHTS = message("Ask its owner for the right to read it, or copy it to a place of your own.")

_ELSEWHERE = message("Save it under another name or in another place.")

_READING: dict[int, tuple[Message, Message]] = {
    errno.ENOENT: (message("There is no such file."), _LOOK),
    errno.ENOTDIR: (message("There is no such file."), _LOOK),
    errno.EACCES: (message("You may not read this file."), _RIGHTS),
    errno.EPERM: (message("You may not read this file."), _RIGHTS),
    errno.ELOOP: (message("This link leads in a circle."), message("Give the name of the file itself.")),
    errno.ENAMETOOLONG: (message("The name of the file is too long."), _LOOK),
    errno.EIO: (message("The disk or the network does not give the file back."), _BACKUP),
}

_WRITING: dict[int, tuple[Message, Message]] = {
    errno.ENOSPC: (message("The disk is full."), message("Make room, or save in another place.")),
    errno.EDQUOT: (message("Your share of the disk is full."), message("Make room, or save in another place.")),
    errno.EFBIG: (message("The disk cannot hold a file of this size."), _ELSEWHERE),
    errno.EROFS: (message("The disk can only be read."), _ELSEWHERE),
    errno.EACCES: (message("You may not write this file, or not in its folder."), _ELSEWHERE),
    errno.EPERM: (message("You may not write this file, or not in its folder."), _ELSEWHERE),
    errno.ENOENT: (message("The folder is not there."), _ELSEWHERE),
    errno.ENOTDIR: (message("The folder is not there."), _ELSEWHERE),
    errno.ENAMETOOLONG: (message("The name of the file is too long."), _ELSEWHERE),
    errno.ELOOP: (message("This link leads in a circle."), _ELSEWHERE),
    errno.EIO: (message("The disk or the network reports an error."), _ELSEWHERE),
}


def cannot_read(error: OSError | ValueError) -> BadInput:
    """The sentence for a file that cannot be opened (a ValueError is a name with a zero byte in it)."""
    number = error.errno if isinstance(error, OSError) else None
    if number is None:
        return BadInput(message("This is not the name of a file."), _LOOK)
    reason = getattr(error, "strerror", None) or "?"
    problem, advice = _READING.get(number, (message("The file cannot be read ({reason}).", reason=reason), _BACKUP))
    return BadInput(problem, advice)


def cannot_write(error: OSError | ValueError, folder: Path | None = None) -> CannotWrite:
    """The sentence for a file that cannot be written, with a way out. `folder` is where it was to lie."""
    number = error.errno if isinstance(error, OSError) else None
    if number is None:
        return CannotWrite(message("This is not the name of a file."), _ELSEWHERE)
    if number == errno.ENOENT and folder is not None and folder.is_dir():  # such as /proc, which makes its own files
        return CannotWrite(message("Nothing can be written in this folder."), _ELSEWHERE)
    reason = getattr(error, "strerror", None) or "?"
    return CannotWrite(
        *_WRITING.get(number, (message("The file cannot be written ({reason}).", reason=reason), _ELSEWHERE))
    )
