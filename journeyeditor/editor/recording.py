"""Keeps the recovery log of a document: what was done and not saved yet."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from journeyeditor.editor.document import Document
from journeyeditor.editor.sheets import with_a_sheet
from journeyeditor.files import to_bytes
from journeyeditor.files.recovery import Facts, Recovered, RecoveryLog
from journeyeditor.model.change import Change


class Recording:
    """Listens to a document's journey. What is only tried (a drag that is not let go yet) is not logged.

    `jotted` tells what is being typed and is no part of the journey yet. Where a folder takes nothing (any more), the
    last of the `folders` is taken, with the whole journey.
    """

    def __init__(self, document: Document, *folders: Path, jotted: Callable[[], str] = str) -> None:
        self.document = document
        self._jotted = jotted
        self._last_resort = folders[-1]
        self.log = RecoveryLog(folders[0])
        self._former: list[RecoveryLog] = []
        """Logs whose work a newer one is to hold."""
        self._pending: Change | None = None
        self._has_snapshot = False
        self._known: set[str] = set()
        self._logged = ("", "", "")
        """What was jotted, path and hash, as the log has them."""
        self._end = document.journey.listen(self._heard)

    @property
    def waits(self) -> bool:
        """Whether something is to be written."""
        if bool(self._pending) or self._has_snapshot == self._is_empty:
            return True
        return self._has_snapshot and self._logged != self._told()

    def flush(self) -> None:
        """Gives what was done to the log; empties it where nothing would be lost."""
        if self.document.history.is_trying:
            return
        if self.log.trouble:  # something is missing in it
            self._begin(self._last_resort)
        self._forget_former()
        pending, self._pending = self._pending, None
        if self._is_empty:
            if self._has_snapshot:
                self.log.clear()
                self._has_snapshot = False
        elif not self._has_snapshot:
            self.log.snapshot(to_bytes(self.document.journey), self._facts())
            self._known = set(self.document.journey.images)
            self._has_snapshot = True
        elif pending:
            images = self.document.journey.images
            new = {key: data for key in images if key not in self._known and (data := images.get(key)) is not None}
            self._known |= set(new)
            self.log.append(pending, new, self._facts())
        elif self._logged != self._told():
            self.log.note(self._facts())
        self._logged = self._told()

    @property
    def folder(self) -> Path:
        """Where the log lies."""
        return self.log.path.parent

    @property
    def can_fall_back(self) -> bool:
        """Whether there is another folder than this one."""
        return self.folder != self._last_resort

    def move(self, *folders: Path) -> None:
        """Keeps the log elsewhere from now on."""
        self._last_resort = folders[-1]
        if self.folder != folders[0]:
            self._begin(folders[0])
            self.flush()

    def _begin(self, folder: Path) -> None:
        """Another log. The one before goes as soon as this one holds everything."""
        self.log.leave()
        self._former.append(self.log)
        self.log, self._has_snapshot = RecoveryLog(folder), False

    def _forget_former(self) -> None:
        """Throws away what is held by the log of now, or what was saved, and what never held anything."""
        is_held = self._is_empty or (self._has_snapshot and self.log.is_idle and not self.log.trouble)
        gone = [log for log in self._former if log.has_ended and (is_held or not log.holds_work)]
        for log in gone:
            log.close(keep=False)
            self._former.remove(log)

    def close(self, *, keep: bool) -> None:
        """Ends it. What was not saved is kept for the next start, or thrown away if the person wants that."""
        if keep:
            self.document.history.let_go()
        self._end()
        if keep:
            self.flush()
            self.log.wait()
            if self.log.trouble and self.can_fall_back:
                self.flush()
                self.log.wait()
        keep = keep and not self._is_empty
        is_held = keep and not self.log.trouble
        self.log.close(keep=keep)
        for log in self._former:
            log.close(keep=keep and not is_held)

    @property
    def _is_empty(self) -> bool:
        """Whether nothing would be lost."""
        return self.document.is_saved and not self._jotted().strip()

    def _told(self) -> tuple[str, str, str]:
        return self._jotted(), str(self.document.path or ""), self.document.hash or ""

    def _heard(self, change: Change) -> None:
        self._pending = change if self._pending is None else self._pending.then(change)

    def _facts(self) -> Facts:
        document = self.document
        return Facts(
            title=document.journey.head.title,
            path=str(document.path or ""),
            hash=document.hash or "",
            steps=len(document.history.unsaved),
            changed=time.time(),
            jotted=self._jotted(),
        )


def document_of(found: Recovered) -> Document:
    """The document of recovered work: unsaved, and belonging to the file that it belonged to."""
    of_the_sheet = with_a_sheet(found.journey)
    document = Document(found.journey, saved=False)
    document.notes = of_the_sheet
    if found.facts.path:
        document.path, document.hash = Path(found.facts.path), found.facts.hash or None
    return document
