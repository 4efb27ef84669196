"""One record of the map, and an empty cell of it, as a screen reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface, QAccessibleInterface, QWindow
from shiboken6 import VoidPtr

from journeyeditor.editor.aloud import described, level
from journeyeditor.editor.grid import Cell
from journeyeditor.editor.naming import spoken, spoken_cell
from journeyeditor.editor.texting import usual_field
from journeyeditor.model.records import Emotion, Head, Lane, Line, Note, Record, Stage
from journeyeditor.qt.accessible.actions import CellActions, RecordActions

if TYPE_CHECKING:
    from journeyeditor.qt.accessible.records import Records

ROLES: dict[type[Record], QAccessible.Role] = {
    Head: QAccessible.Role.Heading,
    Stage: QAccessible.Role.ColumnHeader,
    Lane: QAccessible.Role.RowHeader,
    Line: QAccessible.Role.Separator,
    Note: QAccessible.Role.Note,
}
"""Of what stands for a whole column or row, and of the title; all others are items of the map's list."""

NOTHING = VoidPtr(0)
"""What `interface_cast` answers where there is no such interface: None would reach Qt as any address at all."""


class PartInterface(QAccessibleInterface):
    """What records and empty cells have in common: they are leaves, painted by the canvas."""

    def __init__(self, home: Records) -> None:
        super().__init__()
        self.home = home

    def object(self) -> QObject:
        """There is no Qt object behind it."""
        return None  # type: ignore[return-value]

    def parent(self) -> QAccessibleInterface:
        """The canvas."""
        return self.home.whole if self.home.is_open else None  # type: ignore[return-value]

    def window(self) -> QWindow:
        """The window that it is painted in."""
        return self.home.canvas.window().windowHandle() if self.home.is_open else None  # type: ignore[return-value]

    def childCount(self) -> int:  # noqa: N802
        """It has no parts of its own."""
        return 0

    def child(self, index: int) -> QAccessibleInterface:  # noqa: ARG002
        """It has no parts of its own."""
        return None  # type: ignore[return-value]

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: ARG002, N802
        """It has no parts of its own."""
        return None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002, N802
        """It has no parts of its own."""
        return -1

    def setText(self, kind: QAccessible.Text, text: str) -> None:  # noqa: N802
        """Names are given by typing: see the action that edits the text."""

    def _base_state(self) -> QAccessible.State:
        """What holds for each of them; to be asked for while the canvas is there."""
        state = QAccessible.State()
        here = self.home
        state.focusable = True
        state.focused = here.canvas.hasFocus() and here.focused() is self
        state.invisible = not here.canvas.isVisible()
        state.offscreen = not here.is_in_view(self.rect())
        return state


class RecordInterface(PartInterface):
    """A record, by its id."""

    def __init__(self, key: str, home: Records) -> None:
        super().__init__(home)
        self.key = key
        self._actions = RecordActions(self)
        self._attributes = RecordAttributes(self)

    def isValid(self) -> bool:  # noqa: N802
        """Whether the record is still there."""
        return self.home.is_open and self.key in self.home.editor.journey

    def role(self) -> QAccessible.Role:
        """Headers for stages and lanes, items for what lies in them."""
        record = self.home.editor.journey.get(self.key)
        return QAccessible.Role.ListItem if record is None else ROLES.get(type(record), QAccessible.Role.ListItem)

    def rect(self) -> QRect:
        """Where it is on the screen, at the zoom and in the part of the map that are shown now."""
        return self.home.place(self.key) if self.isValid() else QRect()

    def state(self) -> QAccessible.State:
        """What can be done with it, and whether it is selected, focused and in view."""
        if not self.isValid():
            state = QAccessible.State()
            state.invalid = True
            return state
        state = self._base_state()
        editor = self.home.editor
        record = editor.journey.get(self.key)
        state.selectable = True
        state.selected = self.key in editor.selection
        state.editable = record is not None and bool(usual_field(record)) and not editor.document.read_only
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Its name is the sentence that says what it is, where, and what is felt there."""
        record = self.home.editor.journey.get(self.key) if self.home.is_open else None
        if record is None:
            return ""
        if kind == QAccessible.Text.Name:
            name = self.home.named[self.key] = spoken(self.home.editor, record)
            return name
        if kind == QAccessible.Text.Description:
            return described(self.home.editor, record)
        if kind == QAccessible.Text.Value and isinstance(record, Emotion):
            return self.home.editor.speech.number(record.value, sign=True)
        return ""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Actions, and how deep in the map it lies."""
        if kind == QAccessible.InterfaceType.ActionInterface:
            return self._actions
        return self._attributes if kind == QAccessible.InterfaceType.AttributesInterface else NOTHING


class RecordAttributes(QAccessibleAttributesInterface):
    """How deep in the map a record lies."""

    def __init__(self, part: RecordInterface) -> None:
        super().__init__()
        self._part = part

    def attributeKeys(self) -> list[QAccessible.Attribute]:  # noqa: N802
        """There is one."""
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> Any:  # noqa: N802
        """The journey is 1, its stages 2, their touchpoints 3, what hangs there 4."""
        record = self._part.home.editor.journey.get(self._part.key)
        return level(record) if key == QAccessible.Attribute.Level and record is not None else None


class CellInterface(PartInterface):
    """The empty cell that the keyboard is in."""

    def __init__(self, cell: Cell, home: Records) -> None:
        super().__init__(home)
        self.cell = cell
        self._actions = CellActions(self)

    def isValid(self) -> bool:  # noqa: N802
        """Whether the cell is still on the map."""
        grid = self.home.editor.cursor.grid
        return self.home.is_open and (self.cell.row in grid.rows)

    def role(self) -> QAccessible.Role:
        """A cell of the map."""
        return QAccessible.Role.Cell

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self.home.cell_place(self.cell) if self.isValid() else QRect()

    def state(self) -> QAccessible.State:
        """Whether the keyboard is in it, and whether it is in view."""
        if not self.isValid():
            state = QAccessible.State()
            state.invalid = True
            return state
        return self._base_state()

    def text(self, kind: QAccessible.Text) -> str:
        """Its row and its column."""
        return spoken_cell(self.home.editor, self.cell) if kind == QAccessible.Text.Name and self.isValid() else ""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Something can be made in it."""
        return self._actions if kind == QAccessible.InterfaceType.ActionInterface else NOTHING
