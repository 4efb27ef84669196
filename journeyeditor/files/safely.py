"""The one way in which this program writes a file: the old one stays whole until the new one is whole.

Bytes go into a new file beside the target, are counted, made durable, read back and compared; then the new file takes
the target's place and the folder is made durable. It never falls back to cutting the old file short and writing over
it. Exporters write through this too.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar

import msgspec

from journeyeditor.errors import CannotWrite, Message, counted, message
from journeyeditor.files import litter
from journeyeditor.files.problems import cannot_write

Check = Callable[[bytes], None]
AnyPlace = TypeVar("AnyPlace", str, Path)

_WINDOWS_BUSY = frozenset({5, 32, 33})
"""Access denied, sharing violation, lock violation: a virus scanner or a cloud folder holds the file for a moment."""
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.2)
"""Seconds between attempts, under three in all."""
_NO_SYNC = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
"""Some network and virtual file systems have no fsync to offer; that is no failure to write."""
_SAVE_AS = message("Save it under another name or in another place.")


class _StillHeld(CannotWrite):
    """The target could not be replaced, and the new file was kept for the user."""


def write_safely(path: str | Path, data: bytes, *, check: Check | None = None) -> tuple[Message, ...]:
    """Puts `data` into the file of a path, all of it or none. Returns what a person should know about it.

    `check` is given the bytes as they were read back from the disk, before the old file is replaced; what it raises
    leaves the old file as it was. Raises CannotWrite with a sentence and a way out.
    """
    return prepare(path, data, check=check).put_in_place()


def write_all(
    contents: Mapping[AnyPlace, bytes],
    about: Callable[[AnyPlace], AbstractContextManager[None]] = lambda _place: contextlib.nullcontext(),
) -> dict[AnyPlace, tuple[Message, ...]]:
    """Puts several files in place, each only after all of them lie whole on the disk.

    Returns what a person should know about each. What is done for a file is done inside `about` it, which can say of
    which one it is that a CannotWrite tells.
    """
    prepared: dict[AnyPlace, Prepared] = {}
    notes = {}
    try:
        for place, data in contents.items():
            with about(place):
                prepared[place] = prepare(place, data)
        for place in contents:
            with about(place):
                notes[place] = prepared.pop(place).put_in_place()
    finally:
        for unused in prepared.values():
            unused.discard()
    return notes


class Prepared(msgspec.Struct, frozen=True):
    """New contents that lie whole beside the file that they are to replace, which is still as it was."""

    target: Path
    beside: Path
    data: bytes
    notes: tuple[Message, ...]

    def put_in_place(self) -> tuple[Message, ...]:
        """Replaces the file. Returns what a person should know. Raises CannotWrite; the old file is whole then."""
        try:
            try:
                _replace(self.beside, self.target)
            except _StillHeld:
                raise
            except BaseException:
                self.discard()
                raise
            _sync_folder(self.target.parent)
            _compare(self.target, self.data)
        except (OSError, ValueError) as error:
            raise cannot_write(error) from None
        return self.notes

    def discard(self) -> None:
        """Leaves the old file as it is."""
        with contextlib.suppress(OSError):
            self.beside.unlink(missing_ok=True)


def prepare(path: str | Path, data: bytes, *, check: Check | None = None) -> Prepared:
    """The first half of `write_safely`.

    Raises CannotWrite, and then leaves nothing behind.
    """
    try:
        target = Path(os.path.realpath(path))
        old = _status(target)
        notes = _checked_target(target, old)
        litter.sweep(target)
        prepared = Prepared(target, litter.name_beside(target), data, notes)
        try:
            _write_new(prepared.beside, data, old)
            _compare(prepared.beside, data)
            if check is not None:
                check(data)
        except BaseException:
            prepared.discard()
            raise
    except OSError as error:
        raise cannot_write(error, Path(os.path.realpath(path)).parent) from None
    except ValueError as error:
        raise cannot_write(error) from None
    return prepared


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def is_protected(path: Path, status: os.stat_result | None = None) -> bool:
    """Whether a file that is there must not be written over."""
    status = status or _status(path)
    if status is None:
        return False
    return not status.st_mode & 0o222 or not os.access(path, os.W_OK)  # the first is for root, who may do anything


def _checked_target(target: Path, old: os.stat_result | None) -> tuple[Message, ...]:
    """Refuses what must not be replaced; tells of hard links, which replacing parts."""
    if old is None:
        return ()
    if stat.S_ISDIR(old.st_mode):
        raise CannotWrite(message("This is a folder, not a file."), _SAVE_AS)
    if not stat.S_ISREG(old.st_mode):
        raise CannotWrite(message("This is not an ordinary file."), message("Use - to write to a pipe."))
    if is_protected(target, old):
        raise CannotWrite(message("The file is read-only."), _SAVE_AS)
    if old.st_nlink < 2:
        return ()
    others = counted(
        "The file has another name elsewhere (a hard link), which keeps the old contents.",
        "The file has {n} other names elsewhere (hard links), which keep the old contents.",
        old.st_nlink - 1,
    )
    return (others,)


def _write_new(beside: Path, data: bytes, old: os.stat_result | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(beside, flags, 0o666)
    try:
        written = 0
        view = memoryview(data)
        while written < len(data):
            count = os.write(descriptor, view[written : written + 2**24])
            if count <= 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            written += count
        if old is not None:
            _keep_mode(descriptor, old)
        _sync_file(descriptor)
        if os.fstat(descriptor).st_size != len(data):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
    finally:
        os.close(descriptor)


def _keep_mode(descriptor: int, old: os.stat_result) -> None:
    """Owner and group where that is allowed, and the mode bits."""
    if sys.platform == "win32":
        return
    new = os.fstat(descriptor)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with contextlib.suppress(OSError):
            os.fchown(descriptor, old.st_uid, old.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _sync_file(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - not there on Windows

        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    _sync(descriptor)


def _sync(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def _sync_folder(folder: Path) -> None:
    """Makes the new name durable. Windows has no such thing."""
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:  # a folder that may be written but not listed
        return
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def _compare(path: Path, data: bytes) -> None:
    """Reads back: a network share may say yes and keep half."""
    try:
        same = path.read_bytes() == data
    except FileNotFoundError:
        same = False
    if not same:
        raise CannotWrite(
            message("What lies on the disk is not what was written."),
            message("Keep the program open and save in another place, best on this computer's own disk."),
        )


def _replace(beside: Path, target: Path) -> None:
    """Puts the new file in the old one's place, with patience for whoever holds the old one for a moment."""
    for pause in (*_PAUSES, None):
        try:
            beside.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _WINDOWS_BUSY:
                raise
            if pause is None:
                kept = litter.kept_for_user(beside, target)
                raise _StillHeld(
                    message("Another program holds the file and does not let go."),
                    message("The new contents lie beside it, in “{name}”. Close the other program.", name=kept.name),
                ) from None
            time.sleep(pause)
        else:
            return
