"""The canvas as a screen reader meets it: a list of all that is on the map, in reading order."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleSelectionInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

from journeyeditor.qt.accessible.following import Following
from journeyeditor.qt.accessible.record import NOTHING, PartInterface, RecordInterface
from journeyeditor.qt.accessible.records import Records

if TYPE_CHECKING:
    from journeyeditor.qt.canvas.canvas import Canvas


class MapInterface(QAccessibleWidget):
    """Records, then the empty cell that the cursor is in, then the widgets that lie on the canvas.

    PySide keeps what a factory has made for as long as the program runs, so this lets go of the canvas when that goes.
    """

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, QAccessible.Role.List, "")
        self._records: Records | None = Records(canvas, self)
        self.following: Following | None = Following(self._records)
        """Tells what happens on the map; None once the canvas is gone."""
        self._selection: MapSelection | None = MapSelection(self._records)
        canvas.destroyed.connect(_closing(self))

    def close(self) -> None:
        """The canvas is gone."""
        if self.following is not None and self._records is not None:
            self.following.close()
            self._records.close()
        self._records = self.following = self._selection = None

    # -- children ---------------------------------------------------------------------------------------------------
    def childCount(self) -> int:  # noqa: N802
        """How many records there are, and what else lies on the canvas."""
        records = self._records
        if records is None:
            return 0
        return len(records.keys) + (records.empty is not None) + len(_widgets(records.canvas))

    def child(self, index: int) -> QAccessibleInterface:
        """One of them."""
        records = self._records
        if records is None or index < 0:
            return None  # type: ignore[return-value]
        count = len(records.keys)
        if index < count:
            return records.of(records.keys[index])  # type: ignore[return-value]
        others: list[QAccessibleInterface] = [records.empty] if records.empty is not None else []
        others += [QAccessible.queryAccessibleInterface(one) for one in _widgets(records.canvas)]
        return others[index - count] if index - count < len(others) else None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        """The number of one of them; -1 for anything else."""
        records = self._records
        if records is None or child is None:
            return -1
        if isinstance(child, RecordInterface):
            return records.numbers.get(child.key, -1)
        others: list[Any] = [records.empty] if records.empty is not None else []
        others += _widgets(records.canvas)
        wanted: Any = child if isinstance(child, PartInterface) else child.object()
        return next((len(records.keys) + number for number, one in enumerate(others) if one is wanted), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: N802
        """What is at a point of the screen: a widget on the canvas, else a record; None on bare paper."""
        records = self._records
        if records is None or not self.rect().contains(x, y):
            return None  # type: ignore[return-value]
        canvas = records.canvas
        over = canvas.childAt(canvas.mapFromGlobal(QPoint(x, y)))
        viewport = canvas.viewport()
        if over is not None and over is not viewport:
            direct = next(one for one in _widgets(canvas) if one is over or one.isAncestorOf(over))
            return QAccessible.queryAccessibleInterface(direct)
        return records.at(x, y)  # type: ignore[return-value]

    def focusChild(self) -> QAccessibleInterface:  # noqa: N802
        """Where the keys are: a record or an empty cell, or a text that is open."""
        records = self._records
        focus = QApplication.focusWidget()
        if records is None or focus is None:
            return None  # type: ignore[return-value]
        if focus is records.canvas:
            return records.focused() or self
        inside = records.canvas.isAncestorOf(focus)
        return QAccessible.queryAccessibleInterface(focus) if inside else None  # type: ignore[return-value]

    # -- itself -----------------------------------------------------------------------------------------------------
    def state(self) -> QAccessible.State:
        """As of any widget; several records can be selected."""
        state = super().state()
        state.multiSelectable = state.extSelectable = True
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """It is the map."""
        if kind == QAccessible.Text.Name and self._records is not None:
            return self._records.editor.speech.say("Map")
        return super().text(kind)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """What is selected can be asked for and changed."""
        if kind == QAccessible.InterfaceType.SelectionInterface:
            return self._selection if self._selection is not None else NOTHING
        found = super().interface_cast(kind)
        return found if found is not None else NOTHING


class MapSelection(QAccessibleSelectionInterface):
    """What is selected on the map."""

    def __init__(self, records: Records) -> None:
        super().__init__()
        self._records = records

    def _keys(self) -> list[str]:
        return [key for key in self._records.editor.selection if key in self._records.numbers]

    def selectedItemCount(self) -> int:  # noqa: N802
        """How many records are selected."""
        return len(self._keys())

    def selectedItems(self) -> list[QAccessibleInterface]:  # noqa: N802
        """They, the last one chosen last."""
        return [one for key in self._keys() if (one := self._records.of(key)) is not None]

    def selectedItem(self, number: int) -> QAccessibleInterface:  # noqa: N802
        """One of them."""
        keys = self._keys()
        return self._records.of(keys[number]) if 0 <= number < len(keys) else None  # type: ignore[return-value]

    def isSelected(self, child: QAccessibleInterface) -> bool:  # noqa: N802
        """Whether a record is."""
        return isinstance(child, RecordInterface) and child.key in self._records.editor.selection

    def select(self, child: QAccessibleInterface) -> bool:
        """Adds a record."""
        return self._change(child, lambda others, key: [*others, key])

    def unselect(self, child: QAccessibleInterface) -> bool:
        """Takes a record out."""
        return self._change(child, lambda others, _: others)

    def selectAll(self) -> bool:  # noqa: N802
        """Selects everything that can be seen."""
        from journeyeditor.editor.commands.selecting import select_all  # noqa: PLC0415 - asked for rarely

        select_all(self._records.editor)
        return True

    def clear(self) -> bool:
        """Selects nothing."""
        self._records.editor.select([])
        return True

    def _change(self, child: QAccessibleInterface, choose: Callable[[list[str], str], list[str]]) -> bool:
        if not isinstance(child, RecordInterface) or not child.isValid():
            return False
        others = [key for key in self._records.editor.selection if key != child.key]
        self._records.editor.select(choose(others, child.key))
        return True


def _widgets(canvas: Canvas) -> list[QWidget]:
    """What Qt shows on a canvas: the viewport, with the text that is open, and messages."""
    return [one for one in canvas.children() if isinstance(one, QWidget) and not one.isWindow() and one.isVisible()]


def _closing(interface: MapInterface) -> Callable[[], None]:
    """The canvas's Python side is gone when this is called, so that it cannot be a method of anything that has it."""

    def close() -> None:
        interface.close()

    return close
