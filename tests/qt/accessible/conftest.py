"""A reader that listens to the window: what it was told, and how it finds its way."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface

from journeyeditor.qt.accessible import following
from journeyeditor.qt.accessible.map_interface import MapInterface
from journeyeditor.qt.accessible.record import RecordInterface

NAME = QAccessible.Text.Name


class Reader:
    """Walks the canvas's interface, and keeps what it hears."""

    def __init__(self, window) -> None:
        self.window, self.editor, self.canvas = window, window.editor, window.canvas
        self.heard: list[tuple[str, str]] = []
        """Kind of event, and the name of what it is about or the sentence."""

    @property
    def map(self) -> MapInterface:
        found = QAccessible.queryAccessibleInterface(self.canvas)
        assert isinstance(found, MapInterface)
        return found

    def children(self) -> list[QAccessibleInterface]:
        return [self.map.child(number) for number in range(self.map.childCount())]

    def records(self) -> list[RecordInterface]:
        return [one for one in self.children() if isinstance(one, RecordInterface)]

    def named(self, start: str) -> RecordInterface:
        """The first record whose name begins so."""
        return next(one for one in self.records() if one.text(NAME).startswith(start))

    def of(self, key: str) -> RecordInterface:
        return next(one for one in self.records() if one.key == key)

    def hear(self, event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            self.heard.append(("Announcement", event.message()))
        else:
            self.heard.append((event.type().name, event.accessibleInterface().text(NAME)))

    def of_kind(self, kind: str) -> list[str]:
        return [what for one, what in self.heard if one == kind]


@pytest.fixture
def reader(window, qtbot, monkeypatch) -> Iterator[Reader]:
    """Listens to a window with a complete journey, whose map has the keys."""
    made = Reader(window)
    really: Callable[[QAccessibleEvent], None] = following.tell

    def tell(event: QAccessibleEvent) -> None:
        made.hear(event)
        really(event)

    monkeypatch.setattr(following, "tell", tell)
    QAccessible.setActive(True)
    assert made.map.childCount()
    window.activateWindow()
    window.canvas.setFocus()
    qtbot.waitUntil(window.canvas.hasFocus)
    window.canvas.fit_page()
    qtbot.wait(10)
    yield made
    QAccessible.setActive(False)
