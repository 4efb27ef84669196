"""Where a key leads on the map: pure steps over the grid."""

from __future__ import annotations

from typing import Literal

from journeyeditor.editor.grid import FLOWS, HEADER, STAGES, Cell, Grid
from journeyeditor.model.records import Flow, Lane

Way = Literal["left", "right", "up", "down"]
"""On the screen."""


def first_cell(grid: Grid) -> Cell:
    """Where keys begin: the first stage."""
    return at(grid, STAGES, grid.cells(STAGES)[0])


def at(grid: Grid, row: str, column: str, *, last: bool = False) -> Cell:
    """A cell with the first record in it, or the last."""
    records = grid.records(row, column)
    return Cell(row, column, "" if not records else records[-1] if last else records[0])


def step(grid: Grid, cell: Cell, way: Way, home: str, *, leftward: bool = False) -> Cell:
    """The next place in a direction; the same one where there is none.

    `home` is the column that going up and down keeps to (empty for the heads of lanes), `leftward` says that the map is
    read from right to left.
    """
    if cell.row == FLOWS:
        return _from_flow(grid, cell, way, leftward)
    if way in {"left", "right"}:
        columns = grid.cells(cell.row)
        by = 1 if (way == "right") != leftward else -1
        number = columns.index(cell.column) + by if cell.column in columns else 0
        return at(grid, cell.row, columns[number]) if 0 <= number < len(columns) else cell
    within = _within(grid, cell, 1 if way == "down" else -1)
    return within or beside(grid, cell, 1 if way == "down" else -1, home)


def beside(grid: Grid, cell: Cell, by: int, home: str) -> Cell:
    """The cell in the row below (`by` 1) or above (-1)."""
    number = (grid.rows.index(cell.row) if cell.row in grid.rows else 1) + by
    if not 0 <= number < len(grid.rows):
        return cell
    row = grid.rows[number]
    return at(grid, row, _column(grid, row, home), last=by < 0)


def edge(grid: Grid, cell: Cell, *, last: bool) -> Cell:
    """The first or last cell of a row; from the first of a lane its head."""
    row = cell.row if cell.row in grid.rows else STAGES
    columns = grid.cells(row)
    if last or len(columns) == 1:
        return at(grid, row, columns[-1])
    first = 1 if isinstance(grid.lanes.get(row), Lane) and cell.column != columns[1] else 0
    return at(grid, row, columns[first])


def corner(grid: Grid, *, last: bool) -> Cell:
    """The very first cell of the map, or the very last."""
    row = grid.rows[-1] if last else grid.rows[0]
    return at(grid, row, grid.cells(row)[-1 if last else 0], last=last)


def stage_on(grid: Grid, cell: Cell, by: int) -> Cell:
    """The first cell of the next stage (`by` 1), or of the one before, in the same row."""
    stages = grid.cells(STAGES)
    here = grid.stage_of(cell.column)
    number = stages.index(here) + by if here in stages else 0
    if not 0 <= number < len(stages):
        return cell
    return in_row(grid, cell.row, stages[number])


def in_row(grid: Grid, row: str, stage: str) -> Cell:
    """The first cell of a stage in a row; in the row of stages where the row has no cell of it."""
    column = grid.column_of(stage)
    if row in {HEADER, STAGES, FLOWS} or column not in grid.cells(row):
        return at(grid, STAGES, stage)
    return at(grid, row, column)


def onward(grid: Grid, cell: Cell, by: int) -> Cell:
    """The next record of the map, row by row, empty cells left out (`by` -1: the one before); the same at the end."""
    found = cell
    while True:
        within = _within(grid, found, by)
        if within is not None:
            return within
        following = _neighbour(grid, found, by)
        if following is None:
            return cell
        found = following
        if found.record:
            return found


def along(grid: Grid, cell: Cell, by: int) -> Cell | None:
    """The next record of a lane, or the next empty cell of it (`by` -1: the one before); None behind its last cell."""
    found = _within(grid, cell, by) or _neighbour(grid, cell, by)
    return found if found is not None and found.row == cell.row and found.column in grid.numbers else None


def _neighbour(grid: Grid, cell: Cell, by: int) -> Cell | None:
    """The next cell of the row, or the first of the next row."""
    row = cell.row if cell.row in grid.rows else STAGES
    columns = grid.cells(row)
    number = (columns.index(cell.column) if cell.column in columns else 0) + by
    if 0 <= number < len(columns):
        return at(grid, row, columns[number], last=by < 0)
    place = grid.rows.index(row) + by
    if not 0 <= place < len(grid.rows):
        return None
    columns = grid.cells(grid.rows[place])
    return at(grid, grid.rows[place], columns[0 if by > 0 else -1], last=by < 0)


def _within(grid: Grid, cell: Cell, by: int) -> Cell | None:
    """Another record of the same cell."""
    records = grid.records(cell.row, cell.column)
    if cell.record not in records:
        return None
    number = records.index(cell.record) + by
    return Cell(cell.row, cell.column, records[number]) if 0 <= number < len(records) else None


def _column(grid: Grid, row: str, home: str) -> str:
    """The column of a row that is nearest to the one kept to."""
    columns = grid.cells(row)
    if row == STAGES:
        stage = grid.stage_of(home)
        return stage if stage in columns else columns[0]
    if home in columns:
        return home
    return columns[0]


def _from_flow(grid: Grid, cell: Cell, way: Way, leftward: bool) -> Cell:
    """From a flow left and right lead to its ends, up and down to the other flows of the same step."""
    flow = grid.journey.get(cell.record)
    if not isinstance(flow, Flow):
        return first_cell(grid)
    if way in {"left", "right"}:
        key = flow.target if (way == "right") != leftward else flow.source
        return grid.cell_of(key) or first_cell(grid)
    return next_flow(grid, cell.column, cell.record, 1 if way == "down" else -1) or cell


def flows_of(grid: Grid, step: str) -> tuple[str, ...]:
    """Ids of the flows that leave or reach a step: those that leave it first."""
    some = [grid.journey.get(key) for key in grid.journey.referrers(step)]
    flows = [one for one in some if isinstance(one, Flow)]
    return tuple(one.id for one in sorted(flows, key=lambda flow: (flow.source != step, flow.id)))


def next_flow(grid: Grid, step: str, flow: str, by: int = 1) -> Cell | None:
    """The flow of a step that comes after one, the first after the last; None if it has none."""
    flows = flows_of(grid, step)
    if not flows:
        return None
    number = (flows.index(flow) + by) % len(flows) if flow in flows else 0
    return Cell(FLOWS, step, flows[number])
