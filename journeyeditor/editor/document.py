"""A journey and the file that it lies in, if any."""

from __future__ import annotations

from pathlib import Path

from journeyeditor.edits.history import History
from journeyeditor.errors import BadInput, Message, message
from journeyeditor.files import Loaded, Saved, load, save
from journeyeditor.model.journey import Journey


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
        self.notes: tuple[Message, ...] = ()
        """What there is to say about what was opened."""

    @classmethod
    def opened(cls, loaded: Loaded) -> Document:
        """The document of a file that was read."""
        document = cls(loaded.journey, saved=True)
        document.path, document.hash = loaded.path, loaded.hash
        document.read_only, document.notes = loaded.read_only, loaded.notes
        return document

    @classmethod
    def open(cls, path: str | Path) -> Document:
        """Opens a file. Raises BadInput with a sentence for everything that is not a whole journey."""
        return cls.opened(load(path))

    @property
    def is_saved(self) -> bool:
        """Whether closing would lose nothing."""
        return self.history.is_saved

    def save(self, path: Path | None = None, *, over_strangers: bool = False, preview: bytes | None = None) -> Saved:
        """Saves to its own file, or to another that becomes its own.

        Raises CannotWrite with a way out, `ChangedOnDisk` if somebody else saved the file in the meantime (unless
        `over_strangers`), BadInput for a document that only a newer program may edit or that has no file yet. The
        document stays as unsaved as it was then.
        """
        target = path or self.path
        if target is None:
            raise BadInput(message("This map lies in no file yet."), message("Save it under a name."))
        if self.read_only and target == self.path:
            raise BadInput(
                message("Only a newer version of the program may edit this file."),
                message("Save it under another name."),
            )
        known = self.hash if target == self.path and not over_strangers else None
        saved = save(self.journey, target, preview=preview, expected=known)
        self.path, self.hash = saved.path, saved.hash
        self.read_only = False
        self.history.mark_saved()
        return saved
