"""A lock beside a document: who has it open. It keeps nobody from working, it lets people know of each other.

A small hidden file of our own and not Qt's `QLockFile`, which knows no name of a person, keeps a handle open on the
folder (a memory stick could not be taken out), and removes by itself what it takes for stale. This one says whose it
is. Where it cannot be written, work goes on without: what a save replaces is compared with what was read, lock or no.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import time
from pathlib import Path
from typing import Literal

import msgspec

from journeyeditor.errors import CannotWrite, message
from journeyeditor.files import machine
from journeyeditor.model.text import clean

SILENT = 3600.0
"""Seconds without a sign of life after which another computer may have gone without a word."""
_LONGEST = 4096
"""Bytes that are read of a lock: anybody may have written it."""
_LONGEST_NAME = 80
_WRITING = 0.25
"""Seconds in which a lock that was just made gets its contents."""

State = Literal["here", "elsewhere", "silent", "gone", "unknown"]


class Holder(msgspec.Struct, frozen=True):
    """Who has a document open, as the lock says."""

    person: str = ""
    host: str = ""
    machine: str = ""
    process: int = 0
    started: str = ""
    since: float = 0.0
    """When it was opened (seconds since 1970)."""
    token: str = ""
    """Of this one lock."""
    seen: float = 0.0
    """The last sign of life."""

    @property
    def is_this_process(self) -> bool:
        """Whether it is this very program."""
        return self.machine == machine.machine() and self.process == os.getpid() and self._is_the_same

    @property
    def state(self) -> State:
        """`here`: open on this computer. `elsewhere`: on another one. `silent`: that one has given no sign for long.
        `gone`: the program has ended without a word. `unknown`: the lock cannot be read.
        """
        if not self.token:
            return "unknown"
        if self.machine == machine.machine():
            return "here" if machine.runs(self.process) and self._is_the_same else "gone"
        return "silent" if time.time() - self.seen > SILENT else "elsewhere"

    @property
    def _is_the_same(self) -> bool:
        now = machine.started(self.process)
        return not self.started or not now or self.started == now


class InUse(CannotWrite):
    """The document is open elsewhere."""

    def __init__(self, holder: Holder) -> None:
        problem = message("This file is open elsewhere.")
        if holder.is_this_process:
            problem = message("This file is open in another window.")
        elif holder.person:
            problem = message("{person} has this file open on “{host}”.", person=holder.person, host=holder.host)
        super().__init__(problem, message("Save it under another name."))
        self.holder = holder


class Lock:
    """A lock that is held."""

    def __init__(self, place: Path, token: str) -> None:
        self.place, self.token = place, token

    @property
    def is_mine(self) -> bool:
        """Whether nobody has taken it over."""
        found = _read(self.place)
        return found is not None and found.token == self.token

    def renew(self) -> bool:
        """Gives a sign of life; False where somebody else has taken it over, or taken it away."""
        if not self.is_mine:
            return False
        with contextlib.suppress(OSError):
            os.utime(self.place)
        return True

    def release(self) -> None:
        """Takes it away, if it is still this one."""
        if self.is_mine:
            with contextlib.suppress(OSError):
                self.place.unlink()


def take(path: str | Path, *, from_whomever: bool = False) -> Lock | None:
    """Locks a document; None where no lock can be written. What a program that has ended left behind is taken over.

    Raises InUse where somebody has it open, unless it is taken `from_whomever`.
    """
    place = lock_place(path)
    for _ in range(3):
        try:
            return _make(place)
        except FileExistsError:
            holder = _read(place, patient=True)
            if holder is None:
                continue  # it has just gone
            if holder.state != "gone" and not from_whomever:
                raise InUse(holder) from None
            _take_away(place, holder)
        except (OSError, ValueError):
            return None
    return None


def holder_of(path: str | Path) -> Holder | None:
    """Who has a document open."""
    return _read(lock_place(path))


def lock_place(path: str | Path) -> Path:
    """Where a document's lock lies: beside the file itself, also if it was opened through a link. Programs that copy
    folders from computer to computer know this kind of name and leave it alone.
    """
    target = Path(os.path.realpath(path))
    return target.with_name(f".~lock.{target.name}#")


def _make(place: Path) -> Lock:
    """Raises FileExistsError where there is one already, OSError where none can be written."""
    process = os.getpid()
    mine = Holder(
        person=machine.person()[:_LONGEST_NAME],
        host=machine.host()[:_LONGEST_NAME],
        machine=machine.machine(),
        process=process,
        started=machine.started(process),
        since=time.time(),
        token=secrets.token_hex(8),
    )
    data = msgspec.json.encode(mine)
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0), 0o644)
    try:
        whole = os.write(descriptor, data) == len(data)
    except OSError:
        whole = False
    finally:
        os.close(descriptor)
    if not whole:  # a full disk: half a lock would only frighten
        with contextlib.suppress(OSError):
            place.unlink()
        raise OSError
    return Lock(place, mine.token)


def _read(place: Path, *, patient: bool = False) -> Holder | None:
    """What a lock says; None where there is none. One that cannot be read has a holder without a token."""
    end = time.monotonic() + _WRITING
    while True:
        try:
            status = place.lstat()
            data = _beginning(place) if stat.S_ISREG(status.st_mode) else b""
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            return Holder()
        holder = _said(data, status.st_mtime)
        if holder.token or data or not patient or time.monotonic() > end:
            return holder
        time.sleep(0.02)


def _beginning(place: Path) -> bytes:
    with place.open("rb") as file:
        return file.read(_LONGEST)


def _said(data: bytes, seen: float) -> Holder:
    try:
        found = msgspec.json.decode(data, type=Holder)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return Holder(seen=seen)
    return msgspec.structs.replace(
        found, person=_short(found.person), host=_short(found.host), seen=max(seen, min(found.since, time.time()))
    )


def _short(name: str) -> str:
    return " ".join(clean(name).split())[:_LONGEST_NAME]


def _take_away(place: Path, holder: Holder) -> None:
    """Removes the lock that was judged, and no other one that came in its place in the meantime."""
    aside = place.with_name(f"{place.name[:100]}{secrets.token_hex(4)}")
    with contextlib.suppress(OSError):
        place.rename(aside)
        found = _read(aside)
        if found is not None and found.token != holder.token and not place.exists():
            aside.rename(place)
        else:
            aside.unlink()
