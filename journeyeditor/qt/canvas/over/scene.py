"""All that lies over the map, in the order in which it is painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from journeyeditor.drawing.themes import CALM, THEMES
from journeyeditor.editor import Editor
from journeyeditor.editor.cursor import cursor_box
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.pointed import under_ring
from journeyeditor.geometry import Box
from journeyeditor.model.records import Anchored, Emotion, Flow, Persona, Stage, Touchpoint
from journeyeditor.qt.canvas.over.arrows import paint_arrow, paint_ends
from journeyeditor.qt.canvas.over.carried import Carrier, paint_carried, plate_place
from journeyeditor.qt.canvas.over.curve_point import bubble_room, paint_ghost, paint_point
from journeyeditor.qt.canvas.over.outlines import (
    outline_of,
    paint_focus,
    paint_handle,
    paint_hover,
    paint_hovered_text,
    paint_ring,
    paint_selected,
)
from journeyeditor.qt.canvas.over.pens import rectangle
from journeyeditor.qt.canvas.over.places import (
    paint_band,
    paint_bar,
    paint_connection,
    paint_edge,
    paint_glow,
    paint_pencil,
    paint_place,
)
from journeyeditor.qt.canvas.pages import Pages
from journeyeditor.qt.canvas.view import View
from journeyeditor.tools.board import Board
from journeyeditor.tools.desk import Part, Target
from journeyeditor.tools.marks import (
    Connection,
    EdgeInHand,
    Glow,
    InHand,
    LandingBar,
    LandingPlace,
    Mark,
    Pencil,
    PointInHand,
    RubberBand,
)

RIM = 8.0
"""Around a shape there is room for its line, px."""


class Scene:
    """Paints outlines and marks for a desk."""

    def __init__(self, desk: EditorDesk, pages: Pages) -> None:
        self._desk = desk
        self._editor = desk.editor
        self.carrier = Carrier(desk.editor, pages)

    def paint(self, painter: QPainter, view: View, *, has_keys: bool, focused: bool, typed: str = "") -> None:
        """`has_keys`: keys come to the canvas; `focused`: and were used last; `typed` is the record being typed.

        While nothing is selected a ring says where keys would act.
        """
        moving = is_held(self._desk.marks)
        self._paint_outlines(painter, view, moving=moving, typed=typed)
        if not moving and not typed:
            if self._editor.selection and focused:
                self._paint_focus(painter, view)
            elif has_keys and not self._editor.selection:
                self._paint_ring(painter, view)
            self._paint_handles(painter, view)
        for mark in self._desk.marks:
            self._paint_mark(painter, view, mark)

    def _paint_outlines(self, painter: QPainter, view: View, *, moving: bool, typed: str) -> None:
        editor, hovered = self._editor, self._desk.hovered
        selection = editor.selection
        if hovered is not None and not moving:
            self._paint_hover(painter, view, hovered)
        for key in selection:
            if key == typed:
                continue  # its own words are all that should be seen of it
            if isinstance(editor.journey.get(key), Flow):
                paint_arrow(painter, editor.board, key, view, selected=True)
            else:
                round_about = isinstance(editor.journey.get(key), Emotion)
                paint_selected(painter, outline_of(editor, key, view), round_about=round_about)

    def _paint_hover(self, painter: QPainter, view: View, hovered: Target) -> None:
        """A plate behind what the pointer is over; where a click would set a feeling, its point."""
        editor = self._editor
        if hovered.part == "text":
            paint_hovered_text(painter, hovered.box, view)
        elif hovered.record:
            if hovered.record not in editor.selection:
                paint_hover(painter, editor, hovered.record, view)
        elif hovered.role == "emotion" and hovered.box is not None and editor.persona is not None:
            paint_ghost(painter, view, hovered.box, persona_ink(editor, editor.persona))

    def _paint_handles(self, painter: QPainter, view: View) -> None:
        """From which what is selected or hovered is connected."""
        editor, hovered = self._editor, self._desk.hovered
        over = [hovered.record] if hovered is not None and hovered.record else []
        for key in dict.fromkeys([*editor.selection[-1:], *over]):
            record = editor.journey.get(key)
            part: Part = hovered.part if hovered is not None and hovered.record == key else "body"
            if isinstance(record, Touchpoint):
                paint_handle(painter, editor, key, view, lit=part == "handle")
            elif isinstance(record, Flow):
                paint_ends(painter, editor.board, key, view, part, both=editor.selection == (key,))

    def _paint_focus(self, painter: QPainter, view: View) -> None:
        for key in self._editor.selection[-1:]:
            for shape in outline_of(self._editor, key, view)[:1]:
                if not isinstance(self._editor.journey.get(key), Flow):
                    paint_focus(painter, shape)

    def _paint_ring(self, painter: QPainter, view: View) -> None:
        """Where the keys are: around the stage or touchpoint there, as its outline would be, else around the cell."""
        key, box = under_ring(self._editor, Stage, Touchpoint), cursor_box(self._editor)
        shapes = outline_of(self._editor, key, view)[:1] if key is not None else []
        cell = self._editor.cursor.cell
        painter.save()
        if not shapes and box is not None:
            shapes = [rectangle(view, box).adjusted(2, 2, -2, -2)]
            cards = cards_in(self._editor, box, cell.record if cell is not None else "")
            painter.setClipPath(_beside(shapes[0], [rectangle(view, card) for card in cards]))
        for shape in shapes:
            paint_ring(painter, shape)
        painter.restore()

    def _paint_mark(self, painter: QPainter, view: View, mark: Mark) -> None:
        match mark:
            case LandingBar():
                paint_bar(painter, view, mark)
            case LandingPlace():
                paint_place(painter, view, mark)
            case Glow():
                paint_glow(painter, view, mark)
            case RubberBand():
                paint_band(painter, view, mark)
            case Connection():
                paint_connection(painter, view, mark)
            case Pencil():
                paint_pencil(painter, view, mark, persona_ink(self._editor, mark.persona))
            case EdgeInHand():
                paint_edge(painter, view, mark, self._editor.speech)
            case PointInHand():
                page = self._editor.board.page_box(self._editor.board.page_at(mark.y))
                right = view.to_view(page.right, 0)[0]
                ink = persona_ink(self._editor, mark.persona)
                written = callouts_in(self._editor.board, bubble_room(mark, view))
                paint_point(painter, view, mark, ink, self._editor.speech, paper_right=right, written=written)
            case InHand():
                plate = self.carrier.plate(mark, view)
                place = plate_place(mark, plate, view)
                sheer = any(place.intersects(rectangle(view, box)) for box in landing_boxes(self._desk.marks))
                paint_carried(painter, place, plate, copies=mark.copies, count=len(mark.records), sheer=sheer)


def _beside(shape: QRectF, cards: Sequence[QRectF]) -> QPainterPath:
    """Where a ring is painted: not across cards that reach over from other cells, whose text it would cross."""
    room = QPainterPath()
    room.addRect(shape.adjusted(-RIM, -RIM, RIM, RIM))
    for card in cards:
        path = QPainterPath()
        path.addRect(card)
        room -= path
    return room


def cards_in(editor: Editor, area: Box, but: str = "") -> list[Box]:
    """The cards that reach into an area, mm; not those of one record."""
    board, journey = editor.board, editor.journey
    return [
        group.box.moved(0, board.top(page))
        for page, group in board.touching(area)
        if group.box is not None and group.record != but and isinstance(journey.get(group.record), Anchored)
    ]


def callouts_in(board: Board, area: Box) -> list[Box]:
    """The call-outs beside a curve in an area."""
    return [
        group.box.moved(0, board.top(page))
        for page, group in board.touching(area)
        if group.role == "callout" and group.box is not None
    ]


def landing_boxes(marks: Sequence[Mark]) -> list[Box]:
    """Where something would land."""
    return [mark.box for mark in marks if isinstance(mark, LandingPlace)]


def persona_ink(editor: Editor, key: str) -> QColor:
    """A persona's colour on the paper."""
    record = editor.journey.get(key)
    theme = THEMES.get(editor.journey.head.poster.theme, CALM)
    return QColor(theme.persona(record.style).colour if isinstance(record, Persona) else theme.ink)


def is_held(marks: Sequence[Mark]) -> bool:
    """Whether something hangs on the pointer."""
    return any(isinstance(mark, InHand | PointInHand | Connection | EdgeInHand | Pencil | RubberBand) for mark in marks)
