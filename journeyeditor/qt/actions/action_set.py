"""The table of actions as Qt's actions, for one window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from shiboken6 import isValid

from journeyeditor.qt.actions.action import Action, sequences
from journeyeditor.qt.actions.menu_icons import MENU_ICONS, has_menu_icon
from journeyeditor.qt.actions.on_ring import RingKeys, do_on_ring
from journeyeditor.qt.actions.positions import PositionKeys
from journeyeditor.qt.actions.table import TABLE
from journeyeditor.qt.look import put_icon

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow
    from journeyeditor.qt.window.work import Work

_ROLES = {
    "about": QAction.MenuRole.AboutRole,
    "settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
}


class ActionSet:
    """Qt's actions by id; which of them can be done now follows the window by itself."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._timer = QTimer(window)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        self.actions: dict[str, QAction] = {action.id: self._made(action) for action in TABLE}
        self._keys: PositionKeys | None = None
        self._ring: RingKeys | None = None
        self.retranslate()

    def _made(self, action: Action) -> QAction:
        window = self._window
        made = QAction(window)
        made.setObjectName(action.id)
        made.setCheckable(action.on is not None)
        made.setIconVisibleInMenu(has_menu_icon(action))
        made.setMenuRole(_ROLES.get(action.role, QAction.MenuRole.NoRole))
        # a key that a system has of its own already may be named a second time: twice on one action it would do nothing
        made.setShortcuts(list(dict.fromkeys(sequence for key in action.keys for sequence in sequences(key))))
        if action.map_only:
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            window.addAction(made)
        if icon := action.icon or MENU_ICONS.get(action.id):
            put_icon(made, icon, chosen=None if action.id in ("palette", "inspector", "health") else "accent")
        made.triggered.connect(lambda _checked=False: self.do(action))
        return made

    def do(self, action: Action) -> bool:
        """Does it, if it can be done now: with what is selected, else with what the keys' ring is around."""
        if not action.when(self._window):
            return do_on_ring(self._window, action)
        action.do(self._window)
        if isValid(self._timer):  # the system may have closed the window meanwhile
            self.refresh_soon()
        return True

    def follow(self, work: Work) -> None:
        """From now on what can be done is told by this document, and its canvas hears the keys of the map."""
        editor = work.editor
        signals: tuple[Callable[..., object], ...] = (
            editor.changed.listen,
            editor.selected.listen,
            editor.viewed.listen,
            work.desk.marked.listen,
        )
        for listen in signals:
            listen(lambda _: self.refresh_soon())
        work.turned.connect(self.refresh_soon)
        for action in TABLE:
            if action.map_only:
                work.canvas.addAction(self.actions[action.id])
        self._keys = PositionKeys(self._window, self.do)
        work.canvas.installEventFilter(self._keys)
        self._ring = RingKeys(self._window, lambda action: do_on_ring(self._window, action))
        work.canvas.installEventFilter(self._ring)
        self.refresh_soon()

    def refresh_soon(self) -> None:
        """Looks again at what can be done, once the hands rest for a moment."""
        if not self._timer.isActive():
            self._timer.start(0)

    def refresh(self) -> None:
        """Looks at once at what can be done, what is switched on, and what it is called now."""
        window = self._window
        for action in TABLE:
            made = self.actions[action.id]
            can = action.when(window)
            made.setEnabled(can)
            if action.on is not None:
                made.setChecked(can and action.on(window))
            if action.named is not None:
                made.setText(self._text(action))

    def retranslate(self) -> None:
        """Everything in the language of the window."""
        for action in TABLE:
            made = self.actions[action.id]
            made.setText(self._text(action))
            tip = self._window.speech.say(action.tip)
            keys = made.shortcut().toString(made.shortcut().SequenceFormat.NativeText) or action.position_keys
            made.setToolTip(f"{tip} ({keys})" if keys else tip)
            made.setIconText(" " + self._window.speech.say(action.text))
        self.refresh()

    def _text(self, action: Action) -> str:
        window = self._window
        text = action.named(window) if action.named is not None else action.text
        said = window.speech.say(text).replace("&", "&&")
        return f"{said}\t{action.position_keys}" if action.position_keys else said
