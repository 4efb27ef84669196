"""Somebody who looks into every dialog that opens: presses and clicks something in it by chance, then closes it."""

from __future__ import annotations

import random
from collections.abc import Collection

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, QTimer
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.qt.whole.hand import LEFT, NONE, Hand

HANDLED = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
    QTextEdit,
)  # fmt: skip
"""What invites a hand."""
KEYS = (
    "Tab", "Tab", "Tab", "Shift+Tab", "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown", "Enter", "Enter",
    "Space", "Space", "F2", "Del", "Backspace", "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Z", "Ctrl+Y",
    "Ctrl+Enter", "Shift+Down", "Alt+Down", "Alt+Up", "1", "2", "7", "0", "A", "B", "P", "T", "+", "-", "Escape",
)  # fmt: skip
TEXTS = ("Pay by card", "12", "-1,5", "2026-03", "élève « où » ’", "مرحبا", "x" * 40, " ")
REST = 30
"""Milliseconds after which what has opened is seen."""


class Visitor:
    """Sees to it that nothing waits for an answer for ever."""

    def __init__(self, hand: Hand, seed: int, left_alone: Collection[str] = (), most: int = 12) -> None:
        """At most so many things are done in a dialog; entries of menus with these ids are left alone."""
        self.hand, self.chance = hand, random.Random(seed)  # noqa: S311 - not for secrets
        self.left_alone, self.most = frozenset(left_alone), most
        self._within: list[QWidget] = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """From now on."""
        self._timer.start(REST)

    def end(self) -> None:
        """No more."""
        self._timer.stop()

    def _look(self) -> None:
        waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if isinstance(waiting, QMenu):
            self._answer(waiting)
        elif isinstance(waiting, QMessageBox):
            waiting.close()
        elif isinstance(waiting, QDialog) and waiting not in self._within:
            QTimer.singleShot(0, waiting, lambda: self.visit(waiting))  # Qt calls no timer within itself

    def _answer(self, menu: QMenu) -> None:
        """Chooses something, or nothing."""
        entries = [one for one in menu.actions() if self._may(one)]
        if entries and self.chance.random() < 0.4:
            entry = self.chance.choice(entries)
            print("   menu", entry.text())  # noqa: T201 - pytest shows it where it fails
            menu.close()
            entry.trigger()
        else:
            menu.close()

    def _may(self, entry: QAction) -> bool:
        usual = entry.isEnabled() and entry.menu() is None and not entry.isSeparator()
        return usual and entry.objectName() not in self.left_alone

    def visit(self, window: QWidget) -> None:
        """Does this and that in a window, and closes it."""
        if window in self._within or not window.isVisible():
            return
        self.stay(window)
        if _is_open(window):
            window.close()

    def stay(self, part: QWidget) -> None:
        """Does this and that in a window or a part of one."""
        print("   in", type(part).__name__, end=":")  # noqa: T201
        self._within.append(part.window())
        for _ in range(self.chance.randrange(1, self.most + 1)):
            self.hand.rest()
            if not _is_open(part):
                break
            print("", self._try(part), end=",", flush=True)  # noqa: T201
        print()  # noqa: T201
        self._within.pop()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()

    def _try(self, part: QWidget) -> str:
        number = self.chance.random()
        if number < 0.35:
            key = self.chance.choice(KEYS)
            self.hand.press(key)
            return key
        if number < 0.5:
            text = self.chance.choice(TEXTS)
            self.hand.type(text)
            return repr(text)
        over = QApplication.activePopupWidget() or part
        found = [one for one in over.findChildren(QWidget) if isinstance(one, HANDLED) and one.isVisible()]
        target = self.chance.choice(found) if found else over
        at = QPoint(self.chance.randrange(max(1, target.width())), self.chance.randrange(max(1, target.height())))
        self._click(over.window(), target.mapToGlobal(at), twice=number > 0.9)
        return type(target).__name__

    def _click(self, window: QWidget, at: QPoint, *, twice: bool) -> None:
        kinds = [QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease]
        kinds += [QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease] if twice else []
        for kind in kinds:
            handle = window.windowHandle() if _is_open(window) else None
            if handle is None:
                return
            moved, up = kind == QEvent.Type.MouseMove, kind == QEvent.Type.MouseButtonRelease
            local = QPointF(handle.mapFromGlobal(at))
            event = QMouseEvent(
                kind, local, QPointF(at), NONE if moved else LEFT, NONE if moved or up else LEFT,
                QApplication.keyboardModifiers(),
            )  # fmt: skip
            QApplication.sendEvent(handle, event)


def _is_open(window: QWidget) -> bool:
    return shiboken6.isValid(window) and window.isVisible()
