"""The keyboard's place on the map. The selection follows it, and it follows the selection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journeyeditor.editor.grid import FLOWS, HEADER, STAGES, Cell, Grid, structure
from journeyeditor.editor.naming import selection_spoken, spoken_cell
from journeyeditor.editor.signal import Signal
from journeyeditor.geometry import Box
from journeyeditor.layout.ground_plan import StagePlace
from journeyeditor.model.change import Change
from journeyeditor.model.records import Lane

if TYPE_CHECKING:
    from journeyeditor.editor.editor import Editor


class Cursor:
    """Where the keys are: a cell, or a record in it; nowhere until a key or a click says so."""

    def __init__(self, editor: Editor) -> None:
        self.moved: Signal[Cell | None] = Signal()
        self._editor = editor
        self._cell: Cell | None = None
        self._home: str | None = None
        """The column that going up and down comes back to; empty for the heads of lanes."""
        self._start: Cell | None = None
        """Where extending the selection began."""
        self._numbers = (0, 0)
        """Row and column of the cell when it was last looked up, for when they go."""
        self._grid: Grid | None = None
        self._moved_under = False
        """Whether the cell must be looked for again, for something moved, came or went."""
        self._moving = False
        self.back: tuple[str, Cell] | None = None
        """A record that was made from elsewhere, and where that was: letting go of it leads back there."""
        editor.selected.listen(self._selected)
        editor.changed.listen(self._changed)
        editor.viewed.listen(self._viewed)

    @property
    def grid(self) -> Grid:
        """The rows and columns as they are now."""
        if self._grid is None or self._grid.persona != self._editor.persona:
            self._grid = Grid(self._editor.journey, self._editor.persona)
        return self._grid

    @property
    def cell(self) -> Cell | None:
        """Where it is; somewhere near if what was there is gone."""
        if self._cell is not None and self._moved_under:
            self._cell = self._mended(self._cell)
            self._look_up()
        self._moved_under = False
        return self._cell

    @property
    def home(self) -> str:
        """The column that going up and down comes back to; empty for the heads of lanes."""
        cell = self.cell
        if self._home is not None and (self._home == "" or self._home in self.grid.numbers):
            return self._home
        if cell is not None and (column := self.grid.column_of(cell.column)) is not None:
            return column
        return next(iter(self.grid.columns), "")

    def go(self, cell: Cell, *, extend: bool = False) -> Cell:
        """Goes to a cell, selects what is meant there and returns it; `extend` selects all from where that began."""
        if extend:
            self._start = self._began() or self.cell or cell
        self._put(cell)
        self._moving, self._editor.meant = True, None
        try:
            if extend and self._start is not None:
                self._editor.select(between(self.grid, self._start, cell))
            else:
                self._start = None
                self._editor.select([cell.record] if cell.record else [])
        finally:
            self._moving = False
        many = len(self._editor.selection) > 1
        self._editor.announce.tell(selection_spoken(self._editor) if many else spoken_cell(self._editor, cell))
        self.moved.tell(cell)
        return cell

    def show(self, key: str) -> bool:
        """Goes to a record; False if it is nowhere on the map."""
        cell = self.grid.cell_of(key)
        if cell is not None:
            self.go(cell)
        return cell is not None

    def go_back_from(self, key: str) -> None:
        """Goes to where a record was made from that is gone now; stays where that was its own cell."""
        if self.back is not None and self.back[0] == key and (cell := self.cell) is not None:
            self.back = None
            self.go(cell)

    # -- keeping in step --------------------------------------------------------------------------------------------
    def _put(self, cell: Cell) -> None:
        self._cell, self._moved_under = cell, False
        if cell.row in self.grid.lanes and cell.row == cell.column and isinstance(self.grid.lanes[cell.row], Lane):
            self._home = ""
        elif cell.column in self.grid.numbers or cell.row == STAGES:
            stays = cell.row == STAGES and self._home and self.grid.stage_of(self._home) == cell.column
            self._home = self._home if stays else self.grid.column_of(cell.column)
        self._look_up()

    def _look_up(self) -> None:
        cell = self._cell
        if cell is None:
            return
        rows = self.grid.rows
        columns = self.grid.cells(cell.row) if cell.row != FLOWS else self.grid.columns
        row = rows.index(cell.row) if cell.row in rows else self._numbers[0]
        self._numbers = row, columns.index(cell.column) if cell.column in columns else self._numbers[1]

    def _mended(self, cell: Cell) -> Cell:
        """The same record where it is now; else the same cell; else the nearest. For one that was made from elsewhere
        and is gone, the place where that was.
        """
        grid = self.grid
        if self.back is not None and self.back[0] == cell.record and cell.record not in self._editor.journey:
            cell = self.back[1]  # it was not kept: on from where it was made
        found = self._found(cell)
        if found is not None:
            return found
        row = cell.row if cell.row in grid.rows else grid.rows[min(self._numbers[0], len(grid.rows) - 1)]
        columns = grid.cells(row)
        column = cell.column
        if column not in columns:
            column = columns[max(0, min(self._numbers[1] - (cell.row == FLOWS), len(columns) - 1))]
        return Cell(row, column, next(iter(grid.records(row, column)), ""))

    def _found(self, cell: Cell) -> Cell | None:
        """Where the record of a cell is now: where it was, if it still is; None if it is nowhere."""
        found = self.grid.cell_of(cell.record) if cell.record else None
        return cell if found is not None and cell.record in self.grid.records(cell.row, cell.column) else found

    def _began(self) -> Cell | None:
        """Where extending the selection began, as far as that is still there."""
        start = self._start
        if start is None or start.record:
            return None if start is None else self._found(start)
        return start if start.row in self.grid.rows and start.column in self.grid.cells(start.row) else None

    def _selected(self, keys: Sequence[str]) -> None:
        if self._moving or not keys:
            return
        cell = self.grid.cell_of(keys[-1])
        if len(keys) > 1 or cell is not None:
            many = len(keys) > 1 or cell is None
            self._editor.announce.tell(selection_spoken(self._editor) if many else spoken_cell(self._editor, cell))
        if cell is not None and (self._cell is None or self._cell.record != cell.record):
            self._start = None
            self._put(cell)
            self.moved.tell(cell)

    def _changed(self, change: Change) -> None:
        for before, after in change.pairs.values():
            if before is None or after is None or structure(before) != structure(after):
                self._grid, self._moved_under = None, True
                return

    def _viewed(self, _: None) -> None:
        if self._grid is not None and self._grid.persona != self._editor.persona:
            self._grid, self._moved_under = None, True


def between(grid: Grid, start: Cell, stop: Cell) -> list[str]:
    """Ids of all records in the cells from one to another, that of `stop` last."""
    if HEADER in {start.row, stop.row} or FLOWS in {start.row, stop.row}:
        keys = [key for key in (start.record, stop.record) if key]
        if start.row == stop.row == HEADER:
            cells = grid.cells(HEADER)
            ends = sorted((cells.index(start.column), cells.index(stop.column)))
            keys = list(cells[ends[0] : ends[1] + 1])
        return [*(key for key in keys if key != stop.record), *([stop.record] if stop.record else [])]
    rows = sorted((grid.rows.index(start.row), grid.rows.index(stop.row)))
    ends = sorted(end for cell in (start, stop) for end in _ends(grid, cell))
    found: dict[str, None] = {}
    for row in grid.rows[rows[0] : rows[1] + 1]:
        for column in grid.columns[ends[0] : ends[-1] + 1] if ends else ():
            place = grid.stage_of(column) if row == STAGES else column
            found.update(dict.fromkeys(grid.records(row, place)))
    if start.row == start.column or stop.row == stop.column:
        found = {key: None for row in grid.rows[rows[0] : rows[1] + 1] if (key := row) in grid.lanes}
    if stop.record:
        found.pop(stop.record, None)
        found[stop.record] = None
    return list(found)


def _ends(grid: Grid, cell: Cell) -> list[int]:
    """Numbers of the first and last column of a cell."""
    if cell.row == STAGES and cell.column:
        column = [one.id for one in grid.reading.column(cell.column)] or [cell.column]
        return [grid.numbers[column[0]], grid.numbers[column[-1]]]
    return [grid.numbers[cell.column]] if cell.column in grid.numbers else []


def cursor_box(editor: Editor) -> Box | None:
    """Where the cursor is, in mm of the board, to paint the focus there; None if it is nowhere or not on the board."""
    cell = editor.cursor.cell
    return None if cell is None else cell_box(editor, cell)


def cell_box(editor: Editor, cell: Cell) -> Box | None:
    """Where a cell, or the record in it, lies on the board (mm)."""
    board, grid = editor.board, editor.cursor.grid
    row = grid.lanes.get(cell.row)
    boxes = board.boxes(cell.record) if cell.record else []
    if isinstance(row, Lane) and row.kind == "touchpoints" and cell.record and cell.record != cell.row:
        boxes = []
    if boxes and cell.row not in {STAGES, cell.record}:
        return boxes[0]
    for band in board.bands_of(cell.column or cell.record):
        sides = _sides(grid, cell, band.stages, band.labels)
        if sides is None:
            continue
        if cell.row == STAGES:
            return Box(sides[0], band.header[0], sides[1] - sides[0], band.header[1] - band.header[0])
        for strip in band.strips:
            if strip.record == cell.row:
                return Box(sides[0], strip.top, sides[1] - sides[0], strip.bottom - strip.top)
    return boxes[0] if boxes else None


def _sides(
    grid: Grid, cell: Cell, stages: Sequence[StagePlace], labels: tuple[float, float]
) -> tuple[float, float] | None:
    """Left and right end of a column within a band; None if it is not there."""
    if cell.row == cell.column:
        whole = not isinstance(grid.lanes.get(cell.row), Lane)
        edges = [labels[0], labels[1], *(edge for stage in stages for edge in (stage.left, stage.right))]
        return (min(edges), max(edges)) if whole else labels
    for stage in stages:
        if stage.stage == cell.column:
            return stage.left, stage.right
        for slot in stage.slots:
            if slot.touchpoint == cell.column:
                return slot.x - slot.width / 2, slot.x + slot.width / 2
    return None
