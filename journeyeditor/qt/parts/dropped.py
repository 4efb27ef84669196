"""How what is dropped is answered: it is copied, so that the program which it comes from keeps its own."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent


def offers_copy(event: QDropEvent) -> bool:
    """Whether the program that something is dragged from lets it be copied."""
    return bool(event.possibleActions() & Qt.DropAction.CopyAction)


def brings_files(mime: QMimeData) -> bool:
    """Whether files of this computer are dragged: they are the window's, no text is their address."""
    return any(url.isLocalFile() for url in mime.urls())


def answer(event: QDropEvent, *, taken: bool) -> bool:
    """Says to the program that something is dragged from (entering, moving or dropped) whether it is taken.

    It is never told that anything was moved, whatever it proposes: a file manager would delete the original then. One
    that lets nothing be copied gets no for an answer, and False is returned.
    """
    taken = taken and offers_copy(event)
    event.setDropAction(Qt.DropAction.CopyAction if taken else Qt.DropAction.IgnoreAction)
    event.setAccepted(taken)
    return taken


class TakesTexts:
    """Of a field of several lines: texts may be dropped on it, files go on to the window."""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Whether it takes what is dragged."""
        return source.hasText() and not brings_files(source)
