"""Pale words on the screen where the map is silent: "no pain noted". They are never printed."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence

import msgspec
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from journeyeditor.editor import Editor
from journeyeditor.errors import Message, message
from journeyeditor.fonts import Line, Style, line_height, shape, wrap
from journeyeditor.fonts.line import MM_PER_POINT
from journeyeditor.geometry import Box
from journeyeditor.layout.ground_plan import Strip
from journeyeditor.model.records import Lane
from journeyeditor.qt.canvas.view import View
from journeyeditor.qt.look import paper_colour
from journeyeditor.qt.painter.lettering import joined_run
from journeyeditor.tools.leaf import Leaf

SAID: dict[str, tuple[str, Message]] = {
    "pains": ("pain", message("no pain noted")),
    "gains": ("gain", message("no gain noted")),
}
"""Kind of lane -> role of its cards, and what is said where there is none."""
LEAST = 4.5
"""Smaller letters (px) are left out."""
SIZES = (1.0, 0.85, 0.72)
"""Parts of the body type that are tried."""
INDENT = 0.7
"""From the edge of the stage, ems."""


class Silence(msgspec.Struct, frozen=True):
    """A stage in which a lane has nothing to say, mm of the board."""

    box: Box
    kind: str
    """Of the lane."""


class Hints:
    """Knows where the map is silent, as long as the board stays the same."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._known: dict[int, tuple[Leaf, float, list[Silence]]] = {}
        """Of each page that was asked for, as it was then and where it began."""

    def paint(self, painter: QPainter, view: View, area: Box) -> None:
        """Paints the words in an area of the viewport (px)."""
        em = self._editor.live.body_type * MM_PER_POINT
        if em * view.zoom < LEAST:
            return
        seen = view.area(area)
        painter.setPen(paper_colour("placeholder"))
        for silence in self._found(seen):
            if silence.box.meets(seen):
                self._say(painter, view, silence, em)

    def _say(self, painter: QPainter, view: View, silence: Silence, em: float) -> None:
        """The words in one stage, broken and somewhat smaller where it is narrow; nothing if they do not fit at all."""
        said = self._editor.speech.say(SAID[silence.kind][1])
        for share in SIZES:
            style = Style(self._editor.live.body_type * share)
            room, step = silence.box.width - INDENT * em, line_height(style)
            if max(shape(word, style).width for word in said.split()) > room:
                continue
            lines = wrap(said, style, room, balance=True)
            if len(lines) * step <= silence.box.height:
                x, y = silence.box.x + INDENT * em, silence.box.y + silence.box.height / 2 + 0.35 * share * em
                for number, line in enumerate(lines):
                    _paint_line(painter, view, line, x, y + (number - (len(lines) - 1) / 2) * step)
                return

    def changed(self, seen: Box) -> list[Box]:
        """Where in an area, mm of the board, it is silent now and was not, or the other way round."""
        pages = self._editor.board.pages_in(seen.y, seen.bottom)
        before = {silence for page in pages if page in self._known for silence in self._known[page][2]}
        after = set(self._found(seen))
        return [silence.box for silence in before ^ after]

    def _found(self, seen: Box) -> list[Silence]:
        """Where the pages that reach into an area are silent; a page that is not drawn is asked later."""
        board = self._editor.board
        found: list[Silence] = []
        for page in board.pages_in(seen.y, seen.bottom):
            leaf, top = board.leaves[page], board.top(page)
            known = self._known.get(page)
            if known is None or known[0] is not leaf or known[1] != top:
                if not leaf.is_drawn:
                    continue
                known = self._known[page] = leaf, top, silences(self._editor, page)
            found += known[2]
        return found


def _columns_under(columns: Sequence[tuple[float, float]], strip: Strip, cards: Iterable[Box]) -> set[float]:
    """The left sides of the columns in which a card of a strip lies."""
    lefts = [left for left, _ in columns]
    taken: set[float] = set()
    for card in cards:
        if card.y < strip.bottom and strip.top < card.bottom:
            first = max(0, bisect.bisect_right(lefts, card.x) - 1)
            last = bisect.bisect_left(lefts, card.right)
            taken.update(left for left, right in columns[first:last] if card.x < right)
    return taken


def _paint_line(painter: QPainter, view: View, line: Line, x: float, y: float) -> None:
    """Letters of the poster's own faces, the baseline beginning at a place of the board (mm)."""
    for run in line.runs:
        glyphs, place = joined_run([(0.0, 0.0, run)])
        unit = run.em * view.zoom / glyphs.rawFont().pixelSize()
        painter.save()
        painter.translate(QPointF(*view.to_view(x, y)))
        painter.scale(unit, unit)
        painter.drawGlyphRun(place, glyphs)
        painter.restore()


def silences(editor: Editor, page: int) -> list[Silence]:
    """Every stage on a page, in a lane of pains or gains, that has no card there."""
    board = editor.board
    top = board.top(page)
    found: list[Silence] = []
    for band in board.bands_on(page):
        cards: dict[str, list[Box]] = {role: [] for role, _ in SAID.values()}
        for group in board.leaves[page].drawing.groups:
            if group.role in cards and group.box is not None:
                cards[group.role].append(group.box.moved(0, top))
        for strip in band.strips:
            lane = editor.journey.get(strip.record)
            if not isinstance(lane, Lane) or lane.kind not in SAID:
                continue
            role = SAID[lane.kind][0]
            taken = _columns_under(sorted((stage.left, stage.right) for stage in band.stages), strip, cards[role])
            for stage in band.stages:
                if stage.left not in taken:
                    box = Box(stage.left, strip.top, stage.right - stage.left, strip.bottom - strip.top)
                    found.append(Silence(box, lane.kind))
    return found
