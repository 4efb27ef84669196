"""Puts what the operating system says about a file into a sentence and a way out."""

from __future__ import annotations

import errno

from journeyeditor.errors import BadInput, CannotWrite, Message, message

_ELSEWHERE = message("Save it under another name or in another place.")

_READING: dict[int, Message] = {
    errno.ENOENT: message("There is no such file."),
    errno.ENOTDIR: message("There is no such file."),
    errno.EACCES: message("You may not read this file."),
    errno.EPERM: message("You may not read this file."),
    errno.ELOOP: message("This link leads in a circle."),
    errno.ENAMETOOLONG: message("The name of the file is too long."),
    errno.EIO: message("The disk or the network does not give the file back."),
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
        return BadInput(message("This is not the name of a file."))
    return BadInput(_READING.get(number, message("The file cannot be read ({reason}).", reason=error.strerror or "?")))  # type: ignore[union-attr]


def cannot_write(error: OSError | ValueError) -> CannotWrite:
    """The sentence for a file that cannot be written, with a way out."""
    number = error.errno if isinstance(error, OSError) else None
    if number is None:
        return CannotWrite(message("This is not the name of a file."), _ELSEWHERE)
    reason = getattr(error, "strerror", None) or "?"
    return CannotWrite(
        *_WRITING.get(number, (message("The file cannot be written ({reason}).", reason=reason), _ELSEWHERE))
    )
