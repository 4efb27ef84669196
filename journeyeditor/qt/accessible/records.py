"""The accessible children of one canvas: kept as long as their records are there, and no longer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface

from journeyeditor.editor.aloud import reading_order
from journeyeditor.editor.cursor import cell_box
from journeyeditor.editor.grid import Cell, Grid
from journeyeditor.geometry import Box
from journeyeditor.qt.accessible.record import CellInterface, RecordInterface
from journeyeditor.qt.canvas.over.outlines import record_boxes
from journeyeditor.qt.canvas.over.pens import rectangle

if TYPE_CHECKING:
    from journeyeditor.qt.canvas.canvas import Canvas


class Records:
    """Makes an interface for a record when it is first asked for, and gives the same one ever after.

    Qt deletes an interface when it is told to; Python keeps it alive until then. So both ends happen here, in `drop`.
    """

    def __init__(self, canvas: Canvas, whole: QAccessibleInterface) -> None:
        self.canvas = canvas
        self.editor = canvas.editor
        self.whole = whole
        """The canvas's own interface, their parent."""
        self.is_open = True
        self.named: dict[str, str] = {}
        """What each record was called when it was last asked for."""
        self._made: dict[str, RecordInterface] = {}
        self._empty: CellInterface | None = None
        self._left: list[CellInterface] = []
        """Cells that the cursor has left. Qt may be asking one of them at this moment, so they go later."""
        self._grid: Grid | None = None
        self._numbers: dict[str, int] = {}

    # -- which there are ------------------------------------------------------------------------------------------
    @property
    def numbers(self) -> Mapping[str, int]:
        """Ids in reading order, with their numbers; worked out anew when anything came, went or moved."""
        grid = self.editor.cursor.grid
        if grid is not self._grid:
            self._grid = grid
            self._numbers = {key: number for number, key in enumerate(reading_order(self.editor.journey))}
            self._keys = tuple(self._numbers)
        return self._numbers

    @property
    def keys(self) -> tuple[str, ...]:
        """Ids in reading order."""
        return self._keys if self.numbers else ()

    _keys: tuple[str, ...] = ()

    def of(self, key: str) -> RecordInterface | None:
        """The interface of a record; None for one that the map does not show."""
        made = self._made.get(key)
        if made is None and self.is_open and key in self.numbers:
            made = self._made[key] = RecordInterface(key, self)
        return made

    def known(self, key: str) -> RecordInterface | None:
        """The interface of a record if somebody has asked for it already."""
        return self._made.get(key)

    @property
    def made(self) -> tuple[str, ...]:
        """Ids of the records whose interfaces there are."""
        return tuple(self._made)

    # -- the keyboard's place ---------------------------------------------------------------------------------------
    @property
    def empty(self) -> CellInterface | None:
        """The cell that the cursor is in, if there is nothing in it; a child like the records, after them."""
        wanted = self._settle_empty()
        if self._empty is None and wanted is not None:
            self._empty = CellInterface(wanted, self)
        return self._empty

    def _settle_empty(self) -> Cell | None:
        """The empty cell that the cursor is in; one that it has left is put aside."""
        cell = None if self.editor.selection or not self.is_open else self.editor.cursor.cell
        wanted = cell if cell is not None and not cell.record else None
        if self._empty is not None and self._empty.cell != wanted:
            self._left.append(self._empty)
            self._empty = None
        return wanted

    def focused(self) -> RecordInterface | CellInterface | None:
        """Where the keys are: what was selected last, else where the cursor is."""
        if not self.is_open:
            return None
        selection, cell = self.editor.selection, self.editor.cursor.cell
        key = selection[-1] if selection else cell.record if cell is not None else ""
        return self.of(key) if key else self.empty

    # -- places -----------------------------------------------------------------------------------------------------
    def place(self, key: str) -> QRect:
        """Where a record is, on the screen; an empty rectangle if it is not drawn."""
        boxes = record_boxes(self.editor, key)
        if boxes:
            return self._on_screen(boxes[0])
        cell = self.editor.cursor.grid.cell_of(key)
        return self.cell_place(cell) if cell is not None else QRect()

    def cell_place(self, cell: Cell) -> QRect:
        """Where a cell is, on the screen."""
        box = cell_box(self.editor, cell)
        return self._on_screen(box) if box is not None else QRect()

    def is_in_view(self, place: QRect) -> bool:
        """Whether any of a place on the screen can be seen in the canvas."""
        viewport = self.canvas.viewport()
        seen = QRect(viewport.mapToGlobal(QPoint(0, 0)), viewport.size())
        return not place.isEmpty() and seen.intersects(place)

    def at(self, x: int, y: int) -> RecordInterface | None:
        """What is at a point of the screen."""
        point = self.canvas.viewport().mapFromGlobal(QPointF(x, y))
        target = self.canvas.desk.seen_at(*self.canvas.to_board(point))
        return self.of(target.record) if target.record else None

    def _on_screen(self, box: Box) -> QRect:
        place = rectangle(self.canvas.view, box).toAlignedRect()
        return place.translated(self.canvas.viewport().mapToGlobal(QPoint(0, 0)))

    # -- ending -----------------------------------------------------------------------------------------------------
    def drop(self, key: str) -> None:
        """A record is gone: nobody will ask for it again."""
        self.named.pop(key, None)
        made = self._made.pop(key, None)
        if made is not None:
            self._forget(made)

    def sweep(self) -> None:
        """Drops the cells that the cursor has left; to be called while Qt asks for nothing."""
        self._settle_empty()
        left, self._left = self._left, []
        for one in left:
            self._forget(one)

    def close(self) -> None:
        """The canvas is gone."""
        self.is_open = False
        for key in self.made:
            self.drop(key)
        if self._empty is not None:
            self._left.append(self._empty)
            self._empty = None
        self.sweep()

    @staticmethod
    def _forget(interface: QAccessibleInterface) -> None:
        """Takes an interface from Qt, which deletes it: it must have a number for that, and gets one if it has none."""
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(interface))
