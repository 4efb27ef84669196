"""Typing in place: a field over the poster's own text, in its own type, at every zoom."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QTimer
from PySide6.QtGui import QColor

from journeyeditor.editor.commands.typing import next_text, previous_text
from journeyeditor.editor.naming import spoken
from journeyeditor.editor.text_place import TextPlace, text_place
from journeyeditor.editor.texting import OpenText, usual_field
from journeyeditor.errors import BadInput
from journeyeditor.qt.canvas.text_field import TextField
from journeyeditor.qt.canvas.view import View

if TYPE_CHECKING:
    from journeyeditor.qt.canvas.canvas import Canvas

REST = 500
"""Milliseconds without a key after which what was typed goes into the journey."""
SOON = 90
"""The same while it is not known how long the map takes to follow."""
QUICK = 0.008
"""Seconds: a map that follows this fast follows every key."""
READABLE = 9.0
"""Type smaller than this (px) is opened on a plate of its own, in a size of that plate."""
PLATE_TYPE = 14.0
PLATE_WIDTH = 240.0
PLATE_SIDE = 8.0


class Typing:
    """Opens one text at a time on a canvas."""

    def __init__(self, canvas: Canvas, turned: Callable[[], None]) -> None:
        self._canvas = canvas
        self._tell_turned = turned
        self._editor = canvas.editor
        self._open: OpenText | None = None
        self._field: TextField | None = None
        self._place: TextPlace | None = None
        self._pace: float | None = None
        """Seconds that the map took to follow the last time."""
        self._ground = QColor("#FFFFFF")
        self._closing = False
        self._timer = QTimer(canvas)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._rest)
        canvas.moved.connect(self._follow)

    @property
    def record(self) -> str:
        """Id of the record whose text is open; empty if none is."""
        return self._open.key if self._open is not None and self._open.is_open else ""

    @property
    def field(self) -> TextField | None:
        """The field that is open, if any."""
        return self._field

    # -- opening ----------------------------------------------------------------------------------------------------
    def open(self, key: str, field: str = "") -> bool:
        """Opens a text; False if it cannot be typed on the map."""
        record = self._editor.journey.get(key)
        place = self._find(key, field or usual_field(record)) if record is not None else None
        if place is None:
            return False  # before it is opened: what is new and stays without words would be taken away again
        try:
            opened = OpenText(self._editor, key, field)
        except BadInput:
            return False
        self._close_field()
        if self._editor.selection != (key,):
            self._editor.select([key])
        self._open, self._place = opened, place
        opened.closed.listen(lambda kept: self._closed(opened, kept=kept))
        opened.refreshed.listen(self._refreshed)
        self._canvas.show_record(key)
        made = TextField(self._canvas.viewport(), opened.text)
        made.typed.connect(self._typed)
        made.committed.connect(self.commit)
        made.cancelled.connect(self.cancel)
        made.turned.connect(self._turn)
        made.left.connect(self._left)
        made.undone.connect(self._undo_beyond)
        made.grown.connect(self._fit)
        made.setAccessibleName(spoken(self._editor, record) if record is not None else "")
        self._field = made
        self._ground = self._colour_beside(place)
        self._follow()
        made.show()
        made.begin()
        self._tell_turned()
        return True

    def commit(self) -> None:
        """Keeps what was typed and closes."""
        if self._open is not None and self._open.is_open:
            self._take()
            self._open.commit()

    def cancel(self) -> None:
        """Gives back what was and closes."""
        if self._open is not None and self._open.is_open:
            self._open.cancel()

    def rest(self) -> None:
        """Puts what was typed into the journey and leaves the text open."""
        self._take()
        self._rest()

    # -- while it is open -------------------------------------------------------------------------------------------
    def _typed(self, text: str) -> None:
        if self._open is None:
            return
        self._open.typed(text)
        if self._pace is not None and self._pace < QUICK:
            self._rest()
        else:
            self._timer.start(SOON if self._pace is None else REST)

    def _take(self) -> None:
        if self._open is not None and self._field is not None:
            self._open.typed(self._field.text())

    def _rest(self) -> None:
        if self._open is None or self._open.is_resting:
            return
        start = time.perf_counter()
        self._open.rest()
        self._pace = time.perf_counter() - start
        self._place = self._find(self._open.key, self._open.field) or self._place
        self._follow()

    def _refreshed(self, text: str) -> None:
        if self._field is not None:
            self._field.put(text)

    def _undo_beyond(self) -> None:
        """There is nothing more to undo in the text itself: the map's own undo goes on."""
        if self._open is None:
            return
        if self._open.is_new:
            self.cancel()
        else:
            self.commit()
            self._editor.undo()

    def _turn(self, back: bool) -> None:
        self._take()
        (previous_text if back else next_text)(self._editor)

    def _left(self, window_stays: bool) -> None:
        """The keys went elsewhere: to another part of the window, or the window itself was left."""
        if window_stays:
            self.commit()
        else:
            self.rest()

    # -- closing ----------------------------------------------------------------------------------------------------
    def _closed(self, opened: OpenText, *, kept: bool) -> None:  # noqa: ARG002 - the map is right either way
        if opened is not self._open:
            return
        self._close_field()
        self._tell_turned()

    def _close_field(self) -> None:
        self._timer.stop()
        field, self._field, self._open, self._place = self._field, None, None, None
        if field is None:
            return
        had_keys = field.hasFocus()
        field.end()
        if had_keys:
            self._canvas.setFocus()
        field.hide()
        field.deleteLater()
        self._canvas.viewport().update()

    # -- where it is ------------------------------------------------------------------------------------------------
    def _find(self, key: str, field: str) -> TextPlace | None:
        editor = self._editor
        return text_place(editor.journey, editor.board, editor.live.body_type, key, field)

    def _colour_beside(self, place: TextPlace) -> QColor:
        """The colour of the ground that a text stands on."""
        view = self._canvas.view
        box = view.box(place.box)
        return self._canvas.ground_at(box.x - 2, box.y + min(box.height, place.style.em * view.zoom) / 2)

    def relaid(self) -> None:
        """The board is another: the text may stand elsewhere."""
        if self._open is not None and self._open.is_open and self._field is not None:
            place = self._find(self._open.key, self._open.field)
            if place is not None:
                self._place = place
                self._follow()

    def _follow(self) -> None:
        """Puts the field over its text as it is in view now."""
        field, place = self._field, self._place
        if field is None or place is None:
            return
        view = self._canvas.view
        pixels = place.style.em * view.zoom
        if pixels < READABLE:
            field.wear_plate(PLATE_TYPE)
        else:
            field.wear_place(pixels, place, self._ground)
        self._fit()

    def _fit(self) -> None:
        field, place = self._field, self._place
        if field is None or place is None:
            return
        view = self._canvas.view
        if field.is_plate:
            field.setGeometry(self._plate(field, place, view).toAlignedRect())
            return
        seen = view.box(place.box)
        extra = field.overhang
        before = 0.0 if place.align == "start" else extra
        wide = seen.width + before + (0.0 if place.align == "end" else extra)
        high = max(field.needed_height(wide), seen.height)
        top = view.to_view(0, place.baseline)[1] - field.baseline
        left = round(seen.x - before)
        field.setGeometry(left, round(top), ceil(seen.x - before + wide) - left, ceil(high))

    @staticmethod
    def _plate(field: TextField, place: TextPlace, view: View) -> QRectF:
        """Below the text, or above it where there is no room, and inside the viewport."""
        seen = view.box(place.box)
        wide = min(PLATE_WIDTH, view.width - 16)
        high = field.needed_height(wide)
        x = max(PLATE_SIDE, min(view.width - wide - PLATE_SIDE, seen.x + seen.width / 2 - wide / 2))
        y = seen.bottom + PLATE_SIDE
        if y + high > view.height - PLATE_SIDE:
            y = max(PLATE_SIDE, seen.y - high - PLATE_SIDE)
        return QRectF(x, y, wide, high)


def is_input(event: QEvent) -> bool:
    """Whether an event is a key or the pointer: somebody is at work."""
    return event.type() in {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.InputMethod,
    }
