"""Tells screen readers what happens on the map: where the keys are, what is selected, what came, went or is renamed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QApplication, QWidget

from journeyeditor.editor.naming import spoken

if TYPE_CHECKING:
    from journeyeditor.qt.accessible.records import Records

REST = 200
"""Milliseconds without a change after which what came, went or is renamed is told."""
PORTION = 0.004
"""Seconds of looking over names at a time."""
MANY = 50
"""More than so many at once are told as one."""

Event = QAccessible.Event


class Following:
    """Listens to an editor for as long as its canvas is there, and costs next to nothing while nobody reads."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._focused: QAccessibleInterface | None = None
        """Where the keys were when that was told last."""
        self._selection: tuple[str, ...] = records.editor.selection
        self._there: frozenset[str] = frozenset(records.keys)
        self._to_name: Iterator[str] | None = None
        self._soon = self._timer(0, self.tell_focus)
        self._rest = self._timer(REST, self.settle)
        editor = records.editor
        self._ends: list[Callable[[], object]] = [
            editor.selected.listen(lambda _: self._selected()),
            editor.cursor.moved.listen(lambda _: self._soon.start()),
            editor.changed.listen(lambda _: self._rest.start()),
            editor.viewed.listen(lambda _: self._rest.start()),
        ]
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)
            self._ends.append(lambda: application.focusChanged.disconnect(self._focus_changed))

    def close(self) -> None:
        """The canvas is gone, and its timers with it."""
        for end in self._ends:
            end()
        self._ends.clear()
        self._focused = None

    def _timer(self, milliseconds: int, call: Callable[[], object]) -> QTimer:
        timer = QTimer(self._records.canvas)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        return timer

    # -- what is told -----------------------------------------------------------------------------------------------
    def announce(self, text: str) -> None:
        """Says a sentence, unless the focus that is about to be told says the same."""
        records = self._records
        focused = records.focused() if records.canvas.hasFocus() else None
        if focused is not None and focused is not self._focused and focused.text(QAccessible.Text.Name) == text:
            return
        try:
            from PySide6.QtGui import QAccessibleAnnouncementEvent  # noqa: PLC0415 - from Qt 6.8 on
        except ImportError:
            return
        tell(QAccessibleAnnouncementEvent(records.canvas, text))

    def tell_focus(self) -> None:
        """Tells where the keys are, if they are on the map and somewhere else than before."""
        records = self._records
        if not QAccessible.isActive() or not records.canvas.hasFocus():
            return
        focused = records.focused()
        if focused is not None and focused is not self._focused:
            tell(QAccessibleEvent(focused, Event.Focus))
        self._focused = focused
        self._rest.start()

    def settle(self) -> None:
        """Tells what came and went, then what is called otherwise; forgets what is gone."""
        records = self._records
        before, self._there = self._there, frozenset(records.keys)
        came, gone = self._there - before, before - self._there
        many = len(came) + len(gone) > MANY
        for key in records.made:
            if key not in self._there:
                self._gone(key, quiet=many)
        records.sweep()
        if not QAccessible.isActive():
            return
        if many:
            tell(QAccessibleEvent(records.whole, Event.ObjectReorder))
        else:
            for key in sorted(came, key=lambda one: records.numbers[one]):
                if (made := records.of(key)) is not None:
                    tell(QAccessibleEvent(made, Event.ObjectCreated))
        self._to_name = iter(tuple(records.named))
        self._name_on()

    # -- how --------------------------------------------------------------------------------------------------------
    def _gone(self, key: str, *, quiet: bool) -> None:
        made = self._records.known(key)
        if made is not None and made is self._focused:
            self._focused = None
        if made is not None and not quiet and QAccessible.isActive():
            tell(QAccessibleEvent(made, Event.ObjectDestroyed))
        self._records.drop(key)

    def _name_on(self) -> None:
        """Compares what records are called with what they were, in portions: a touchpoint's name tells feelings too."""
        records, end = self._records, time.perf_counter() + PORTION
        for key in self._to_name or ():
            record, made = records.editor.journey.get(key), records.known(key)
            if record is not None and made is not None and records.named.get(key) != spoken(records.editor, record):
                made.text(QAccessible.Text.Name)
                tell(QAccessibleEvent(made, Event.NameChanged))
            if time.perf_counter() > end:
                QTimer.singleShot(0, records.canvas, self._name_on)
                return
        self._to_name = None

    def _selected(self) -> None:
        before, self._selection = self._selection, self._records.editor.selection
        self._soon.start()
        if not QAccessible.isActive():
            return
        turned: Sequence[str] = list(set(before) ^ set(self._selection))
        made = [one for key in turned if (one := self._records.known(key)) is not None]
        if len(made) <= MANY:
            state = QAccessible.State()
            state.selected = True
            for one in made:
                if one.isValid():
                    tell(QAccessibleStateChangeEvent(one, state))
        tell(QAccessibleEvent(self._records.whole, Event.SelectionWithin))

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The keys came to the map, or left it."""
        self._focused = None
        if new is self._records.canvas:
            self._soon.start()


def tell(event: QAccessibleEvent) -> None:
    """Gives an event to whoever reads the screen."""
    QAccessible.updateAccessibility(event)
