"""What a screen reader can do with a record, or in an empty cell: the same commands as keys and menus."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibleActionInterface, QContextMenuEvent
from PySide6.QtWidgets import QApplication

from journeyeditor.editor.commands.adding import enter
from journeyeditor.editor.commands.deleting import delete_selected
from journeyeditor.editor.commands.feeling import half_step_down, half_step_up
from journeyeditor.editor.texting import usual_field
from journeyeditor.errors import Message, message
from journeyeditor.model.records import Emotion, Head

if TYPE_CHECKING:
    from journeyeditor.qt.accessible.record import CellInterface, RecordInterface

PRESS = QAccessibleActionInterface.pressAction()
FOCUS = QAccessibleActionInterface.setFocusAction()
TOGGLE = QAccessibleActionInterface.toggleAction()
MENU = QAccessibleActionInterface.showMenuAction()
UP, DOWN = QAccessibleActionInterface.increaseAction(), QAccessibleActionInterface.decreaseAction()
EDIT, DELETE = "Edit", "Delete"
"""These two Qt has no names for."""
NAMES: dict[str, Message] = {
    PRESS: message("Select this"),
    FOCUS: message("Go there"),
    TOGGLE: message("Add to the selection or take from it"),
    MENU: message("Show menu"),
    EDIT: message("Edit text"),
    DELETE: message("Delete"),
    UP: message("Half a step better"),
    DOWN: message("Half a step worse"),
}
KEYS: dict[str, str] = {MENU: "Menu", EDIT: "F2", DELETE: "Del", UP: "Shift+Up", DOWN: "Shift+Down"}


class RecordActions(QAccessibleActionInterface):
    """Of one record."""

    def __init__(self, part: RecordInterface) -> None:
        super().__init__()
        self._part = part

    def actionNames(self) -> list[str]:  # noqa: N802
        """Those that fit the record and can be done now."""
        part = self._part
        if not part.isValid():
            return []
        editor = part.home.editor
        record = editor.journey.get(part.key)
        names = [PRESS, FOCUS, TOGGLE, MENU]
        if editor.document.read_only:
            return names
        if record is not None and usual_field(record):
            names.append(EDIT)
        if not isinstance(record, Head):
            names.append(DELETE)
        return [*names, UP, DOWN] if isinstance(record, Emotion) else names

    def localizedActionName(self, name: str) -> str:  # noqa: N802
        """What an action is called, in the interface's language."""
        return self._part.home.editor.speech.say(NAMES[name]) if name in NAMES else name

    def localizedActionDescription(self, name: str) -> str:  # noqa: N802
        """The same: the names are whole sentences."""
        return self.localizedActionName(name)

    def keyBindingsForAction(self, name: str) -> list[str]:  # noqa: N802
        """The key that does the same while the record has the focus."""
        return [KEYS[name]] if name in KEYS else []

    def doAction(self, name: str) -> None:  # noqa: N802
        """Does it at once, as a hand would."""
        if name not in self.actionNames():
            return
        self._part.home.canvas.commit_text()
        deeds: dict[str, Callable[[], object]] = {
            PRESS: self._select,
            FOCUS: self._focus,
            TOGGLE: self._toggle,
            MENU: self._show_menu,
            EDIT: self._edit,
            DELETE: lambda: self._do(delete_selected),
            UP: lambda: self._do(half_step_up),
            DOWN: lambda: self._do(half_step_down),
        }
        deeds[name]()

    def _select(self) -> None:
        part = self._part
        if not part.home.editor.cursor.show(part.key):
            part.home.editor.select([part.key])
        part.home.canvas.show_record(part.key)

    def _focus(self) -> None:
        self._select()
        canvas = self._part.home.canvas
        if not canvas.isActiveWindow():
            canvas.window().activateWindow()
        canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self) -> None:
        editor, key = self._part.home.editor, self._part.key
        others = [one for one in editor.selection if one != key]
        editor.select(others if key in editor.selection else [*others, key])

    def _show_menu(self) -> None:
        """As the key for it does: on what is selected."""
        self._focus()
        canvas = self._part.home.canvas
        middle = self._part.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, canvas.mapFromGlobal(middle), middle)
        QApplication.sendEvent(canvas, event)

    def _edit(self) -> None:
        self._focus()
        part = self._part
        record = part.home.editor.journey.get(part.key)
        if record is not None:
            part.home.canvas.open_text(part.key, usual_field(record))

    def _do(self, command: Callable[..., object]) -> None:
        self._select()
        self._part.home.editor.select([self._part.key])
        command(self._part.home.editor)


class CellActions(QAccessibleActionInterface):
    """Of the empty cell that the keyboard is in."""

    def __init__(self, part: CellInterface) -> None:
        super().__init__()
        self._part = part

    def actionNames(self) -> list[str]:  # noqa: N802
        """Filling it, if the journey can be changed."""
        home = self._part.home
        return [] if not self._part.isValid() or home.editor.document.read_only else [PRESS]

    def localizedActionName(self, name: str) -> str:  # noqa: N802
        """What it is called, in the interface's language."""
        return self._part.home.editor.speech.say(message("Add here")) if name == PRESS else name

    def localizedActionDescription(self, name: str) -> str:  # noqa: N802
        """The same."""
        return self.localizedActionName(name)

    def keyBindingsForAction(self, name: str) -> list[str]:  # noqa: N802
        """Enter does the same."""
        return ["Enter"] if name == PRESS else []

    def doAction(self, name: str) -> None:  # noqa: N802
        """What Enter does there."""
        if name in self.actionNames():
            home = self._part.home
            home.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            home.editor.cursor.go(self._part.cell)
            enter(home.editor)
