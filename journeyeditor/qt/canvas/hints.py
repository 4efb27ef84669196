"""Pale words on the screen where the map is silent: "no pain noted". They are never printed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from journeyeditor.editor import Editor
from journeyeditor.errors import Message, message
from journeyeditor.fonts import Line, Style, shape
from journeyeditor.fonts.line import MM_PER_POINT
from journeyeditor.geometry import Box
from journeyeditor.model.records import Lane
from journeyeditor.qt.canvas.view import View
from journeyeditor.qt.look import paper_colour
from journeyeditor.qt.painter.lettering import joined_run
from journeyeditor.tools.board import Board

SAID: dict[str, tuple[str, Message]] = {
    "pains": ("pain", message("no pain noted")),
    "gains": ("gain", message("no gain noted")),
}
"""Kind of lane -> role of its cards, and what is said where there is none."""
LEAST = 4.5
"""Smaller letters (px) are left out."""
INDENT = 0.7
"""From the edge of the stage, ems."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A stage in which a lane has nothing to say, mm of the board."""

    box: Box
    kind: str
    """Of the lane."""


class Hints:
    """Knows where the map is silent, as long as the board stays the same."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._board: Board | None = None
        self._silences: list[Silence] = []

    def paint(self, painter: QPainter, view: View, area: Box) -> None:
        """Paints the words in an area of the viewport (px)."""
        em = self._editor.live.laid.body_type * MM_PER_POINT
        if em * view.zoom < LEAST:
            return
        seen = view.area(area)
        style = Style(self._editor.live.laid.body_type)
        painter.setPen(paper_colour("placeholder"))
        for silence in self._found():
            if silence.box.meets(seen):
                line = shape(self._editor.speech.say(SAID[silence.kind][1]), style)
                x, y = silence.box.x + INDENT * em, silence.box.y + silence.box.height / 2 + 0.35 * em
                _paint_line(painter, view, line, x, y)

    def changed(self) -> list[Box]:
        """Where, mm of the board, it is silent now and was not, or the other way round."""
        before = set(self._silences)
        after = set(self._found())
        return [silence.box for silence in before ^ after]

    def _found(self) -> list[Silence]:
        board = self._editor.board
        if self._board is not board:
            self._board = board
            self._silences = silences(self._editor)
        return self._silences


def _paint_line(painter: QPainter, view: View, line: Line, x: float, y: float) -> None:
    """Letters of the poster's own faces, the baseline beginning at a place of the board (mm)."""
    for run in line.runs:
        glyphs = joined_run([(0.0, 0.0, run)])
        unit = run.em * view.zoom / glyphs.rawFont().pixelSize()
        painter.save()
        painter.translate(QPointF(*view.to_view(x, y)))
        painter.scale(unit, unit)
        painter.drawGlyphRun(QPointF(0, 0), glyphs)
        painter.restore()


def silences(editor: Editor) -> list[Silence]:
    """Every stage in a lane of pains or gains that has no card there."""
    board = editor.board
    found: list[Silence] = []
    for band in board.bands():
        top = board.top(band.page)
        groups = board.pages[band.page].groups
        for strip in band.strips:
            lane = editor.journey.get(strip.record)
            if not isinstance(lane, Lane) or lane.kind not in SAID:
                continue
            role = SAID[lane.kind][0]
            cards = [group.box.moved(0, top) for group in groups if group.role == role and group.box is not None]
            for stage in band.stages:
                box = Box(stage.left, strip.top, stage.right - stage.left, strip.bottom - strip.top)
                if not any(card.meets(box) for card in cards):
                    found.append(Silence(box, lane.kind))
    return found
