"""The view follows the keyboard: what a key selects, moves or brings back is in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from journeyeditor.editor.cursor import cursor_box
from journeyeditor.geometry import Box
from journeyeditor.model.change import Change

if TYPE_CHECKING:
    from journeyeditor.qt.canvas.canvas import Canvas
    from journeyeditor.qt.canvas.hand import Hand

ROOM = 40.0
"""Around what was brought into view, px."""
BESIDE = 8.0
"""Between that and what lies over the view, px."""


class Following:
    """Watches the editor of a canvas. What a hand does moves nothing: it only says where it is.

    It must be told of keys and hands as they come.
    """

    def __init__(self, canvas: Canvas, hand: Hand, cover: QWidget) -> None:
        """`cover` lies over the view: what it hides is not in view."""
        self._canvas, self._hand, self._cover = canvas, hand, cover
        self._by_key = False
        """Whether the last thing that came was a key."""
        self._touched: tuple[str, ...] | None = None
        """Ids of what a change touched that may have to be shown; empty = where the keys are."""
        self._later = QTimer(canvas)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._follow)
        editor = canvas.editor
        self.ends = [
            editor.selected.listen(self._selected),
            editor.cursor.moved.listen(self._moved),
            editor.changed.listen(self._changed),
        ]
        """Called when the canvas goes."""

    def key_came(self) -> None:
        """What happens from now on is meant by the keyboard."""
        self._by_key = True

    def hand_came(self) -> None:
        """What happens from now on is done by a hand, and nothing that is to be shown waits any more."""
        self._by_key, self._touched = False, None
        self._later.stop()

    # -- what happens -----------------------------------------------------------------------------------------------
    def _selected(self, keys: Sequence[str]) -> None:
        if keys:
            self._wish(())

    def _moved(self, _: object) -> None:
        self._wish(())

    def _changed(self, change: Change) -> None:
        """What was changed is shown where it is not what is selected: by undoing, or a feeling set by a digit."""
        editor = self._canvas.editor
        if editor.history.is_trying:
            return
        keys = tuple(change.pairs)
        here = set(keys) & {*editor.selection, editor.cursor.cell.record if editor.cursor.cell is not None else ""}
        if here:
            self._wish(())
        elif self._touched is None:
            self._wish(keys)

    def _wish(self, keys: tuple[str, ...]) -> None:
        if self._by_key and not self._hand.is_busy:
            self._touched = keys
            self._later.start(0)  # once all that the key does is done, and before it is painted

    def _follow(self) -> None:
        touched, self._touched = self._touched, None
        if touched is None or self._hand.is_busy or self._canvas.is_typing:
            return
        boxes = [box for key in touched for box in self._canvas.editor.board.boxes(key)[:1]]
        view, board = self._canvas.view, self._canvas.editor.board
        if any(view.seen.holds(box) and not self._hidden(view.box(box)) for box in boxes):
            return
        box = boxes[0] if boxes else self._here()
        if box is None:
            return
        dx, dy = view.way_to(box, ROOM, leftward=board.leftward)
        dy -= self._hidden(view.box(box).moved(dx, dy))
        if dx or dy:
            self._canvas.scroll_by(dx, dy)

    def _hidden(self, box: Box) -> float:
        """How far a box of the viewport must go up so that the cover hides nothing of it, px; 0 if it has no room."""
        cover = self._cover.geometry()
        if self._cover.isHidden() or not box.meets(Box(cover.x(), cover.y(), cover.width(), cover.height())):
            return 0.0
        up = box.bottom - cover.y() + BESIDE
        return up if box.y - up >= 0 else 0.0

    def _here(self) -> Box | None:
        """Where the keys are, mm of the board."""
        editor = self._canvas.editor
        cell, selection = editor.cursor.cell, editor.selection
        if selection and (cell is None or cell.record != selection[-1]):
            return next(iter(editor.board.boxes(selection[-1])), None)
        return cursor_box(editor)
