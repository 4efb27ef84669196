"""The mouse and the touchpad, as what tools understand: presses, moves and releases in mm of the board."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent

from journeyeditor.tools.events import (
    Carry,
    DoublePress,
    Escape,
    Event,
    ItemKind,
    Leave,
    Modifiers,
    Move,
    Press,
    Release,
)
from journeyeditor.tools.marks import InHand

if TYPE_CHECKING:
    from journeyeditor.qt.canvas.canvas import Canvas

RIM = 32.0
"""So near to an edge of the viewport a drag makes the map scroll, px."""
FASTEST = 22.0
"""px for each tick."""
TICK = 16
"""Milliseconds."""
DELAY = 12
"""Ticks that the hand must stay at the edge before anything moves."""
BESIDE = 64.0
"""So much beside the sheets can be reached by scrolling with something that may be let go there, px."""
ON_PAPER = ("stage", "touchpoint", "lane", "line", "persona")
"""What lands on paper alone: at the end of the map it stays over it."""

MODIFIERS = {
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
}


def keys_of(modifiers: Qt.KeyboardModifier, *, drags: bool = False) -> Modifiers:
    """The keys held down. While something is dragged Option on macOS counts as control: it copies."""
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
    if drags and sys.platform == "darwin":
        control = control or alt
    return Modifiers(bool(modifiers & Qt.KeyboardModifier.ShiftModifier), control, alt)


class Hand:
    """What the pointer is doing on a canvas: nothing, a gesture, pushing the map, or bringing something in."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._place = QPointF()
        """Of the pointer, px of the viewport."""
        self._keys = Modifiers()
        self._pushed: QPointF | None = None
        """Where the map is held while it is pushed."""
        self.is_down = False
        """Whether the main button is down in a gesture."""
        self._waits = False
        """Whether the gesture was let go while the button is still down."""
        self.space = False
        """Whether the space bar is down: then the main button pushes the map."""
        self._item: tuple[ItemKind, str, tuple[str, ...]] | None = None
        self._carried_in = False
        self._patience = 0
        self._seen: tuple[float, float] | None = None
        """The place of the board that was in the corner of the view before the edges scrolled it."""
        self._is_over = False
        """Whether the pointer is over the canvas."""
        self._later = QTimer(canvas)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look_again)
        self._ticker = QTimer(canvas)
        self._ticker.setInterval(TICK)
        self._ticker.timeout.connect(self._tick)

    @property
    def is_busy(self) -> bool:
        """Whether a gesture, a push or something from outside is under way."""
        return self.is_down or self._pushed is not None or self._item is not None

    @property
    def is_pushing(self) -> bool:
        """Whether the map is held to be pushed."""
        return self._pushed is not None

    # -- the mouse --------------------------------------------------------------------------------------------------
    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        self._place, self._is_over = event.position(), True
        pushes = event.button() == Qt.MouseButton.MiddleButton or self.space
        if pushes and not self.is_down:
            self._pushed = event.position()
        elif event.button() == Qt.MouseButton.LeftButton:
            self.is_down, self._waits = True, False
            self._patience, self._seen = 0, None
            self._keys = keys_of(event.modifiers(), drags=True)
            self._tell(Press(*self._board(), keys_of(event.modifiers())))
            self._ticker.start()
        elif event.button() == Qt.MouseButton.RightButton and self.is_down:
            self.let_go()

    def double_press(self, event: QMouseEvent) -> None:
        """The button goes down for the second time."""
        if event.button() != Qt.MouseButton.LeftButton or self.space:
            self.press(event)
            return
        self._place = event.position()
        self.is_down = True
        self._tell(DoublePress(*self._board(), keys_of(event.modifiers())))

    def move(self, event: QMouseEvent) -> None:
        """The pointer moves."""
        before, self._place, self._is_over = self._place, event.position(), True
        if self._pushed is not None:
            self._canvas.scroll_by(self._place.x() - before.x(), self._place.y() - before.y())
            return
        self._keys = keys_of(event.modifiers(), drags=self.is_down)
        if not self.space:
            self._tell(Move(*self._board(), self._keys))

    def hold_keys(self, event: QKeyEvent, *, down: bool) -> None:
        """Ctrl, Alt or Shift goes down or up while something is in the hand: it is seen before the hand moves."""
        one = MODIFIERS.get(Qt.Key(event.key()))
        if one is None or not self.is_down:
            return
        held = event.modifiers() | one if down else event.modifiers() & ~one
        keys = keys_of(held, drags=True)
        if keys != self._keys:
            self._keys = keys
            self._tell(Move(*self._board(), keys))

    def release(self, event: QMouseEvent) -> None:
        """A button goes up."""
        self._place = event.position()
        if self._pushed is not None:
            self._pushed = None
        elif event.button() == Qt.MouseButton.LeftButton and (self.is_down or self._waits):
            self.is_down = self._waits = False
            self._ticker.stop()
            self._tell(Release(*self._board(), keys_of(event.modifiers(), drags=True)))

    def leave(self) -> None:
        """The pointer leaves the canvas."""
        self._is_over = False
        if not self.is_busy:
            self._tell(Leave())

    def let_go(self) -> None:
        """Escape: whatever is under way ends, and nothing has happened; what the edges scrolled is in view again."""
        self._ticker.stop()
        self._pushed = None
        self._waits = self._waits or self.is_down
        self.is_down = False
        carried, self._item = self._item, None
        self._tell(Escape())
        if carried is not None:
            self._carried_in = False
            self._tell(Leave())
        if self._seen is not None:
            x, y = self._seen
            at = self._canvas.to_view(x, y)
            self._seen = None
            self._canvas.scroll_by(-at.x(), -at.y())

    # -- from outside -----------------------------------------------------------------------------------------------
    def carry(self, item: ItemKind, detail: str, records: tuple[str, ...]) -> None:
        """Something from outside is lifted."""
        self._item, self._carried_in, self._patience, self._seen = (item, detail, records), False, 0, None
        self._ticker.start()

    def carry_to(self, place: QPointF, keys: Modifiers) -> None:
        """It is over a point of the viewport (px), or beside it."""
        if self._item is None:
            return
        self._place, self._keys = place, keys
        inside = self._canvas.viewport().rect().contains(place.toPoint())
        if inside:
            self._carried_in = True
            item, detail, records = self._item
            self._tell(Carry(*self._board(), item, detail, records, keys))
        elif self._carried_in:
            self._carried_in = False
            self._tell(Leave())

    def put_down(self, place: QPointF, keys: Modifiers) -> bool:
        """It is put down; True if that was on the canvas."""
        if self._item is None:
            return False
        self.carry_to(place, keys)
        self._item = None
        self._ticker.stop()
        if self._carried_in:
            self._tell(Release(*self._board(), keys))
        return self._carried_in

    # -- at the edges -----------------------------------------------------------------------------------------------
    def _tick(self) -> None:
        speed = self._speed()
        if speed.isNull() or not (self.is_down or self._carried_in):
            self._patience = 0
            return
        self._patience += 1
        if self._patience < DELAY:
            return
        if self._seen is None:
            self._seen = self._canvas.to_board(QPointF(0, 0))
        held = next((mark.item for mark in self._canvas.desk.marks if isinstance(mark, InHand)), "")
        self._canvas.scroll_by(speed.x(), speed.y(), 0.0 if held in ON_PAPER else BESIDE)
        self.stay()

    def stay(self) -> None:
        """The map has moved under the hand."""
        if self._item is not None:
            self.carry_to(self._place, self._keys)
        elif self.is_down:
            self._tell(Move(*self._board(), self._keys))

    def look_again(self) -> None:
        """Something else may lie under the pointer, which rests: as soon as all is done, that is what it hovers."""
        if self._is_over:
            self._later.start(0)

    def _look_again(self) -> None:
        if self._is_over and not self.is_busy and not self.space:
            self._tell(Move(*self._board(), self._keys))

    def _speed(self) -> QPointF:
        """How far the map moves in a tick, for a pointer near the edges."""
        room = self._canvas.viewport().rect()
        return QPointF(_pull(self._place.x(), room.width()), _pull(self._place.y(), room.height()))

    def _board(self) -> tuple[float, float]:
        return self._canvas.to_board(self._place)

    def _tell(self, event: Event) -> None:
        self._canvas.desk.handle(event)


def _pull(place: float, length: float) -> float:
    before, after = RIM - place, place - (length - RIM)
    if before > 0:
        return FASTEST * min(1.0, before / RIM)
    return -FASTEST * min(1.0, after / RIM) if after > 0 else 0.0
