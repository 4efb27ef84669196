"""The pages of the board on the desk: paper, shadow and what is printed on it, each page by its own painter."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from journeyeditor.drawing import Drawing, Group, Words
from journeyeditor.geometry import Box
from journeyeditor.qt.canvas.shadow import REACH, paint_shadow
from journeyeditor.qt.canvas.view import View
from journeyeditor.qt.painter.pictures import Images
from journeyeditor.qt.painter.sheet_painter import SheetPainter
from journeyeditor.tools.board import Board

PATIENCE = 0.1
"""Seconds that a frame may take to draw pages that come into view for the first time."""
FRINGE = 4.0
"""Pixels around an area that are looked at too: pens are wider than the lines that they draw."""
Faded = Callable[[Group], float]


class Pages:
    """One painter for each page of a board, told again and again what the board looks like."""

    def __init__(self, image: Images) -> None:
        self._image = image
        self._painters: list[SheetPainter] = []
        self.board = Board()
        self._hidden: tuple[str, tuple[Words, ...]] | None = None
        self._without: dict[int, tuple[Drawing, Drawing]] = {}
        """Pages as they are, and without what is hidden."""
        self._blank: set[int] = set()
        """Pages in view that were shown as bare paper, because there are many and none of them was drawn."""

    def show(self, board: Board, seen: Box | None = None) -> list[Box] | None:
        """Takes another board; the areas of it (mm) that look otherwise, or None for all of it.

        Pages beyond what is `seen` (mm of the board) are drawn when they are painted; nothing is said of them.
        """
        before, self.board = self.board, board
        self._blank.clear()
        same = [leaf.height for leaf in before.leaves] == [leaf.height for leaf in board.leaves]
        while len(self._painters) < len(board.leaves):
            self._painters.append(SheetPainter(self._image))
        del self._painters[len(board.leaves) :]
        if not same or before.width != board.width:
            return None
        areas: list[Box] = []
        for number in board.pages_in(seen.y, seen.bottom) if seen is not None else ():
            top = board.top(number)
            areas += [area.moved(0, top) for area in self._painters[number].show(self._seen(number))]
        return areas

    def hide(self, record: str, words: Sequence[Words]) -> bool:
        """Leaves these lines of a record (places of the board) out of what is shown; True if others than before."""
        hidden = (record, tuple(words)) if words else None
        other = hidden != self._hidden
        if other:
            self._hidden, self._without = hidden, {}
        return other

    def _seen(self, number: int) -> Drawing:
        """A page as it is to be shown: the same object as long as it is the same."""
        drawing = self.board.leaves[number].drawing
        if self._hidden is None:
            return drawing
        known = self._without.get(number)
        if known is None or known[0] is not drawing:
            known = self._without[number] = drawing, without(drawing, *self._hidden, self.board.top(number))
        return known[1]

    def _painter(self, number: int) -> SheetPainter:
        """That of a page, which shows it as it is now."""
        painter, drawing = self._painters[number], self._seen(number)
        if painter.drawing is not drawing:
            painter.show(drawing)
        return painter

    def paint(
        self,
        painter: QPainter,
        view: View,
        area: Box,
        *,
        on_top: str | None = None,
        faded: Faded | None = None,
        in_view: bool = False,
        only: int | None = None,
    ) -> None:
        """Paints what is in an area of the viewport (px). `on_top` is the persona whose curve lies over the others;
        `faded` the opacity of each group, 0 to 1; `in_view`: this is what `warm` works for;
        `only`: the number of the one page that is painted.
        """
        end = time.perf_counter() + PATIENCE
        first, last = (self.board.page_at(view.to_board(0, y)[1]) for y in (area.y - REACH, area.bottom + REACH))
        for number in range(first, min(last + 1, len(self.board.leaves))):
            paper = self.paper(view, number)
            if only not in (None, number) or not paper.grown(REACH + 1).meets(area):
                continue
            leaf = self.board.leaves[number]
            paint_shadow(painter, paper, view.ratio, area)
            rectangle = QRectF(paper.x, paper.y, paper.width, paper.height)
            if in_view and not leaf.is_drawn and time.perf_counter() > end:
                self._blank.add(number)
                painter.fillRect(rectangle, QColor(self.board.leaves[first].drawing.background))
                continue
            painter.fillRect(rectangle, QColor(leaf.drawing.background))
            seen = view.area(area).grown(FRINGE / view.zoom).moved(0, -self.board.top(number))
            painter.save()
            painter.setClipRect(rectangle.intersected(QRectF(area.x, area.y, area.width, area.height)))
            painter.translate(QPointF(*view.to_view(0, self.board.top(number))))
            self._painter(number).paint(painter, view.zoom, seen, on_top=on_top, faded=faded, in_view=in_view)
            painter.restore()

    def paper(self, view: View, number: int) -> Box:
        """Where a page's paper is seen (px), on whole device pixels, so that its edges are sharp."""
        box = view.box(self.board.page_box(number))
        left, top, right, bottom = (round(n * view.ratio) / view.ratio for n in (box.x, box.y, box.right, box.bottom))
        return Box(left, top, right - left, bottom - top)

    @property
    def crude(self) -> bool:
        """Whether a page in view was shown crudely, and will be painted better after `warm`."""
        return bool(self._blank) or any(one.crude for one in self._painters)

    def better(self) -> list[Box]:
        """Where (mm of the board) pages lie that were shown crudely and can be painted well by now; says so once."""
        drawn = {number for number in self._blank if self.board.leaves[number].is_drawn}
        self._blank -= drawn
        found = [self.board.page_box(number) for number in drawn]
        for number, one in enumerate(self._painters):
            if one.better:
                one.crude = False
                found.append(self.board.page_box(number))
        return found

    def warm(self, zoom: float, milliseconds: float) -> bool:
        """Prepares what is not in view for so long at the most; True while something is left to prepare."""
        end = time.perf_counter() + milliseconds / 1000
        more = False
        for one in self._painters:
            left = (end - time.perf_counter()) * 1000
            if left <= 0:
                return True
            more = one.warm(zoom, left) or more
        return more or self._draw_ahead()

    def _draw_ahead(self) -> bool:
        """Draws a page that was not asked for yet, those in view first; False if there is none left."""
        leaves = self.board.leaves
        missing = next(
            (number for number in (*sorted(self._blank), *range(len(leaves))) if not leaves[number].is_drawn), None
        )
        if missing is None:
            return False
        _ = leaves[missing].drawing, leaves[missing].plans
        return True


def without(drawing: Drawing, record: str, words: Sequence[Words], top: float = 0.0) -> Drawing:
    """A page without some lines of a record, whose places are counted from `top` mm above the page."""
    hidden = {(id(line.line), round(line.x, 6), round(line.y - top, 6)) for line in words}

    def cut(group: Group) -> Group:
        kept = tuple(
            shape
            for shape in group.shapes
            if not isinstance(shape, Words) or (id(shape.line), round(shape.x, 6), round(shape.y, 6)) not in hidden
        )
        return replace(group, shapes=kept) if len(kept) != len(group.shapes) else group

    groups = tuple(cut(group) if group.record == record else group for group in drawing.groups)
    return replace(drawing, groups=groups)


def picture_of(pages: Sequence[Drawing], image: Images, area: Box | None, scale: float) -> QImage:
    """Those pages as a picture without desk and shadow, `scale` px per mm; the part in `area` (mm of the board)."""
    own = Pages(image)
    own.show(Board.of(tuple(pages)))
    box = area or Box(0, 0, own.board.width, own.board.height)
    made = QImage(max(1, round(box.width * scale)), max(1, round(box.height * scale)), QImage.Format.Format_ARGB32)
    made.fill(QColor("#FFFFFF"))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    view = View(scale, box.x * scale, box.y * scale, made.width(), made.height())
    own.paint(painter, view, Box(0, 0, made.width(), made.height()))
    painter.end()
    return made
