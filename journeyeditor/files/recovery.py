"""The recovery log: what was done since the last save, on the local disk, so that a crash or a power cut costs nothing.

One SQLite file for each open document, outside its folder: a snapshot of the journey, and every change after it. It
never writes the user's file, and what it holds is offered, never applied by itself. A running program holds its log
locked, so another start sees only what was left behind.
"""

from __future__ import annotations

import contextlib
import os
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from journeyeditor.errors import BadInput, CannotWrite, JourneyError, message
from journeyeditor.files.loading import from_bytes
from journeyeditor.folders import state_folder
from journeyeditor.model.change import Change
from journeyeditor.model.ids import new_id
from journeyeditor.model.journey import Journey

SUFFIX = ".recovery"
TABLES = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS snapshot (number INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS images (hash TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS changes (number INTEGER PRIMARY KEY AUTOINCREMENT, data BLOB NOT NULL);
"""
Job = Callable[[sqlite3.Connection], object]
LONGEST_WAIT = 5.0
"""Seconds that closing waits for what is still being written."""


class Facts(msgspec.Struct, frozen=True):
    """What a log says of its document. `hash` is the file's as it was last read or saved; `steps` those since."""

    title: str = ""
    path: str = ""
    hash: str = ""
    steps: int = 0
    changed: float = 0.0
    """When it was changed last, seconds since 1970."""
    jotted: str = ""
    """What was being typed for the parking lot and was no note yet."""


class Leftover(msgspec.Struct, frozen=True):
    """Work that was not saved when a program ended."""

    log: Path
    facts: Facts


class Recovered(msgspec.Struct, frozen=True):
    """A journey from a log. `is_whole` is False where its last changes could not be read."""

    journey: Journey
    facts: Facts
    is_whole: bool = True


def recovery_folder() -> Path:
    """Where the logs lie unless a person wants them elsewhere."""
    return state_folder() / "recovery"


def recovery_folders(chosen: str) -> tuple[Path, ...]:
    """Where logs may lie: the folder that a person chose, if any, and the usual one, which stands in for it."""
    usual = recovery_folder()
    return (Path(chosen), usual) if chosen and Path(chosen) != usual else (usual,)


class RecoveryLog:
    """Writes in a thread of its own, in order, each change durable before the next; nobody waits for the disk.

    `trouble` is the first thing that went wrong, if anything did. From then on the log is not whole: another one has
    to begin with a snapshot of its own.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / f"{new_id('log')}{SUFFIX}"
        self.trouble: str = ""
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._turn = threading.Condition()
        self._open_jobs = 0
        self.holds_work = False
        """Whether anything was written."""

    @property
    def is_idle(self) -> bool:
        """Whether all that was given is on the disk, or has come to trouble."""
        return self._open_jobs == 0

    @property
    def has_ended(self) -> bool:
        """Whether nothing is being written any more, after `leave`."""
        return self._thread is None or not self._thread.is_alive()

    def snapshot(self, data: bytes, facts: Facts) -> None:
        """The whole journey as it is now, as a file's bytes; what was logged before is not needed any more."""

        def job(base: sqlite3.Connection) -> None:
            base.execute("DELETE FROM changes")
            base.execute("INSERT OR REPLACE INTO snapshot VALUES (1, ?)", (data,))
            _write_facts(base, facts)

        self._add(job)

    def append(self, change: Change, images: dict[str, bytes], facts: Facts) -> None:
        """One more change, and the pictures that came with it."""
        data = msgspec.json.encode(change.to_plain())

        def job(base: sqlite3.Connection) -> None:
            base.executemany("INSERT OR IGNORE INTO images VALUES (?, ?)", images.items())
            base.execute("INSERT INTO changes (data) VALUES (?)", (data,))
            _write_facts(base, facts)

        self._add(job)

    def note(self, facts: Facts) -> None:
        """Other facts, and no change."""
        self._add(lambda base: _write_facts(base, facts))

    def clear(self) -> None:
        """Nothing would be lost now."""
        if self._thread is not None:
            self._add(_emptied)

    def wait(self) -> None:
        """Returns when all that was given is on the disk, or has come to trouble."""
        with self._turn:
            self._turn.wait_for(lambda: self.is_idle, LONGEST_WAIT)

    def leave(self) -> None:
        """Ends the log and waits for nothing; its file stays."""
        if self._thread is not None:
            self._jobs.put(None)

    def close(self, *, keep: bool) -> None:
        """Ends the log; it is kept for the next start if something would be lost."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join(LONGEST_WAIT)
            self._thread = None
        if not keep:
            discard(self.path)

    def _add(self, job: Job) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="recovery log", daemon=True)
            self._thread.start()
        with self._turn:
            self._open_jobs += 1
        self._jobs.put(job)

    def _run(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            base = sqlite3.connect(self.path, isolation_level=None)
        except (OSError, ValueError, sqlite3.Error) as problem:
            self.trouble = str(problem)
            while self._jobs.get() is not None:  # whoever waits need not
                self._count()
            return
        with contextlib.closing(base):
            try:
                base.executescript("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;")
                base.executescript(TABLES)
            except sqlite3.Error as problem:
                self.trouble = str(problem)
            while (job := self._jobs.get()) is not None:
                self._do(base, job)
                self._count()

    def _count(self) -> None:
        with self._turn:
            self._open_jobs -= 1
            self._turn.notify_all()

    def _do(self, base: sqlite3.Connection, job: Job) -> None:
        try:
            base.execute("BEGIN")
            job(base)
            base.execute("COMMIT")
            self.path.stat()  # what lies on a disk that was pulled out is written to nowhere, and nobody complains
            self.holds_work = True
        except (OSError, sqlite3.Error) as problem:
            self.trouble = self.trouble or str(problem)
            with contextlib.suppress(sqlite3.Error):
                base.execute("ROLLBACK")


def checked_folder(typed: str) -> str:
    """A folder that a person wants the logs in, as it is remembered; empty for the usual one.

    Whether they can be kept there is found out by keeping one; the folder is made for that. Raises CannotWrite.
    """
    if not typed.strip():
        return ""
    folder = Path(os.path.expanduser(typed.strip()))  # noqa: PTH111 - a name that nobody has stays as it is
    log = RecoveryLog(folder)
    if folder.is_absolute():
        log.note(Facts())
        log.wait()
        if log.is_idle:
            log.close(keep=False)
        if log.holds_work:
            return str(folder)
    raise CannotWrite(
        message("Nothing can be kept in “{folder}”.", folder=typed.strip()[:200]),
        message("Choose a folder on this computer, or leave the field empty for the usual place."),
    )


def left_behind(chosen: str) -> list[Leftover]:
    """What programs left behind in the folder that a person chose and in the usual one, the newest first."""
    found = [one for folder in recovery_folders(chosen) for one in leftovers(folder)]
    return sorted(found, key=lambda one: -one.facts.changed)


def leftovers(folder: Path) -> list[Leftover]:
    """What programs left behind in a folder, the newest first. Logs in use, and those without work, are passed over."""
    found: list[Leftover] = []
    try:
        paths = sorted(folder.glob(f"*{SUFFIX}"))
    except (OSError, ValueError):
        return []
    for path in paths:
        with contextlib.suppress(sqlite3.Error, ValueError, OSError), _opened(path) as base:
            facts = _read_facts(base)
            (snapshots,) = base.execute("SELECT count(*) FROM snapshot").fetchone()
            if snapshots:
                found.append(Leftover(path, facts))
    return sorted(found, key=lambda one: -one.facts.changed)


def recovered(leftover: Leftover) -> Recovered:
    """The journey of a log, as far as it can be read. Raises BadInput where not even its beginning can."""
    try:
        with _opened(leftover.log) as base:
            (data,) = base.execute("SELECT data FROM snapshot").fetchone()
            images = base.execute("SELECT data FROM images").fetchall()
            changes = base.execute("SELECT data FROM changes ORDER BY number").fetchall()
    except (sqlite3.Error, TypeError, OSError) as problem:
        raise BadInput(
            message("What was kept of this map cannot be read."), message("Open the file as it was saved last.")
        ) from problem
    journey = from_bytes(bytes(data), leftover.facts.title)
    for (image,) in images:
        with contextlib.suppress(JourneyError):
            journey.images.add(bytes(image))
    for (change,) in changes:
        try:
            journey.apply(Change.from_plain(msgspec.json.decode(change)))
        except (JourneyError, msgspec.DecodeError, ValueError):
            return Recovered(journey, leftover.facts, is_whole=False)
    return Recovered(journey, leftover.facts)


def discard(log: Path) -> None:
    """Throws a log away."""
    for path in (log, log.with_name(log.name + "-wal"), log.with_name(log.name + "-shm")):
        with contextlib.suppress(OSError):
            path.unlink()


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A log that nobody holds, to be read. Raises sqlite3.Error for one in use."""
    base = sqlite3.connect(path, timeout=0.05, isolation_level=None)
    try:
        base.execute("PRAGMA locking_mode=EXCLUSIVE")
        yield base
    finally:
        base.close()


def _emptied(base: sqlite3.Connection) -> None:
    for table in ("changes", "snapshot", "images"):
        base.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own


def _write_facts(base: sqlite3.Connection, facts: Facts) -> None:
    data = msgspec.json.encode(msgspec.to_builtins(facts)).decode()
    base.execute("INSERT OR REPLACE INTO facts VALUES ('document', ?)", (data,))


def _read_facts(base: sqlite3.Connection) -> Facts:
    row = base.execute("SELECT value FROM facts WHERE name = 'document'").fetchone()
    return msgspec.json.decode(row[0], type=Facts) if row is not None else Facts(changed=time.time())
