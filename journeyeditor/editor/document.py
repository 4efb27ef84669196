"""A journey and the file that it lies in, if any."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from journeyeditor.assets import resource
from journeyeditor.editor.sheets import with_a_sheet
from journeyeditor.edits.history import History
from journeyeditor.errors import BadInput, CannotWrite, Message, message
from journeyeditor.files import Loaded, Saved, is_protected, load, save
from journeyeditor.model.journey import Journey

if TYPE_CHECKING:
    from journeyeditor.files.locks import Lock

Locking = Literal["", "yes", "from whomever"]
NEWER = message("Only a newer version of the program may edit this file.")
OTHER_NAME = message("Save it under another name.")
PROTECTED = message("This file is read-only. Save it under another name to keep what you change.")


class Document:
    """One journey with its history, where it was opened, and whether the file still has what was read."""

    def __init__(self, journey: Journey, *, saved: bool = False) -> None:
        """A journey that lies in no file yet; `saved` says that nothing of it would be lost."""
        self.journey = journey
        self.history = History(journey, saved=saved)
        self.path: Path | None = None
        self.hash: str | None = None
        """Of the file's bytes as they were last read or written here."""
        self.read_only = False
        self.open_elsewhere = False
        """Somebody else has the file: this one can be edited, and is saved under another name."""
        self.is_protected = False
        """The system lets nobody write over its file: this one can be edited, and is saved under another name."""
        self.copy_of: Path | None = None
        """The file that a document without one was made of."""
        self.lock: Lock | None = None
        """Tells others that the file is open here, where that can be told."""
        self.notes: tuple[Message, ...] = ()
        """What there is to say about what was opened."""

    @classmethod
    def opened(cls, loaded: Loaded) -> Document:
        """The document of a file that was read."""
        of_the_sheet = with_a_sheet(loaded.journey)
        document = cls(loaded.journey, saved=True)
        document.path, document.hash = loaded.path, loaded.hash
        document.read_only, document.notes = loaded.read_only, (*loaded.notes, *of_the_sheet)
        if loaded.path is not None and is_protected(loaded.path) and resource("templates") not in loaded.path.parents:
            document.is_protected = True
            document.notes = (*document.notes, PROTECTED)
        return document

    @classmethod
    def open(cls, path: str | Path) -> Document:
        """Opens a file. Raises BadInput with a sentence for everything that is not a whole journey."""
        return cls.opened(load(path))

    def copy(self, found: Loaded | None = None) -> Document:
        """A document without a file, made of this one as it is or of an earlier version: nothing is written over."""
        of_the_sheet = () if found is None else with_a_sheet(found.journey)
        copy = Document(self.journey if found is None else found.journey, saved=self.is_saved or found is not None)
        copy.read_only = self.read_only if found is None else found.read_only
        copy.notes = self.notes if found is None else (*found.notes, *of_the_sheet)
        copy.copy_of = self.path or self.copy_of
        return copy

    @property
    def must_move(self) -> bool:
        """Whether it can only be saved under another name, whatever the reason."""
        return self.read_only or self.open_elsewhere or self.is_protected

    @property
    def is_saved(self) -> bool:
        """Whether closing would lose nothing."""
        return self.history.is_saved

    def take_lock(self, *, from_whomever: bool = False) -> None:
        """Locks its file, as the last step of opening it. Raises InUse, unless it is taken `from_whomever`."""
        if self.path is None or self.read_only or self.lock is not None:
            return
        if resource("templates") not in self.path.parents:  # what is shipped is nobody's
            self.lock = _taken(self.path, from_whomever=from_whomever)

    def release_lock(self) -> None:
        """Its file is open here no more."""
        if self.lock is not None:
            self.lock.release()
            self.lock = None

    def save(
        self,
        path: Path | None = None,
        *,
        over_strangers: bool = False,
        preview: bytes | None = None,
        locking: Locking = "",
    ) -> Saved:
        """Saves to its own file, or to another that becomes its own; with `locking`, its lock goes along.

        Raises CannotWrite with a way out, `ChangedOnDisk` if somebody else saved the file in the meantime (unless
        `over_strangers`), `InUse` if somebody has the other file open (unless locking `from whomever`), BadInput for a
        document that only a newer program may edit or that has no file yet. The document, its path and its lock stay
        as they were then. What is only tried is taken back first.
        """
        target = path or self.path
        if target is None:
            raise BadInput(message("This map lies in no file yet."), message("Save it under a name."))
        moves = self.path is None or os.path.realpath(target) != os.path.realpath(self.path)
        self._refuse_own_file(moves=moves)
        lock = _taken(target, from_whomever=locking == "from whomever") if locking and moves else None
        known = self.hash if not moves and not over_strangers else None
        self.history.let_go()
        try:
            saved = save(self.journey, target, preview=preview, expected=known)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        if moves:
            self.release_lock()
            self.lock = lock
        self.path, self.hash = saved.path, saved.hash
        self.read_only = self.open_elsewhere = self.is_protected = False
        self.copy_of = None
        self.history.mark_saved()
        return saved

    def _refuse_own_file(self, *, moves: bool) -> None:
        if self.read_only and not moves:
            raise BadInput(NEWER, OTHER_NAME)
        if self.open_elsewhere and not moves:
            raise CannotWrite(message("Somebody else had this file open when it was opened here."), OTHER_NAME)


def _taken(path: Path, *, from_whomever: bool = False) -> Lock | None:
    from journeyeditor.files.locks import take  # noqa: PLC0415 - only a window locks

    return take(path, from_whomever=from_whomever)
