"""Typing in place: a field over the poster's own text, in its own type, at every zoom."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QRectF, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from journeyeditor.drawing import Words
from journeyeditor.editor.commands.typing import next_text, previous_text
from journeyeditor.editor.naming import spoken_text
from journeyeditor.editor.text_apart import Meant, is_apart
from journeyeditor.editor.text_lines import TextPlace
from journeyeditor.editor.text_place import emptied, text_place
from journeyeditor.editor.texting import DAYS, OpenText, label_of, text_of, usual_field, write
from journeyeditor.errors import BadInput
from journeyeditor.fonts.line import MM_PER_POINT
from journeyeditor.geometry import Box
from journeyeditor.model.journey import Journey
from journeyeditor.qt.canvas.field_seat import READABLE, seated
from journeyeditor.qt.canvas.over.carried import paint_plate
from journeyeditor.qt.canvas.text_field import TextField
from journeyeditor.tools.board import Board

if TYPE_CHECKING:
    from journeyeditor.qt.canvas.canvas import Canvas

BODY_LEAST = 10.0
"""The map's own text is at least as large while one types, px."""
SMALL_LEAST = 8.0
"""The smallest text is, px."""
HAIR = 1e-6
REST = 500
"""Milliseconds without a key after which what was typed goes into the journey."""
SOON = 15
"""The same where the map follows fast: the letter is painted first."""
QUICK = 0.04
"""Seconds: a map that follows this fast follows every key, so that each break is the poster's own."""
PROBES = {True: "\u05d0", False: "x"}
"""A letter that shows where a text will stand which nobody has written yet, by whether the map runs leftward."""
PROBE_DAY = "2000-10-10"
"""The same of a day."""
SAMPLES = (0.02, 0.25, 0.5, 0.75, 0.98)
"""Where the ground of a text is looked at, of its width and height."""

HALF_LIGHT = 128
"""Ink that is darker is seen on white."""


class Hide(Protocol):
    """How printed lines are kept out of view."""

    def __call__(self, record: str, words: Sequence[Words], *, at_once: bool = True) -> None:
        """Leaves lines of a record (places of the board) out of what the map shows, at once or with the next board."""


class Typing:
    """Opens one text at a time on a canvas."""

    def __init__(self, canvas: Canvas, turned: Callable[[], None], hide: Hide) -> None:
        """`turned` is called when a text was opened or closed, `hide` leaves printed lines of a record out of view."""
        self._canvas = canvas
        self._hide = hide
        self._tell_turned = turned
        self._editor = canvas.editor
        self._open: OpenText | None = None
        self._field: TextField | None = None
        self._place: TextPlace | None = None
        self._near: tuple[float, float] | None = None
        """Where on the board it is meant, mm: it may stand there several times."""
        self._pace: float | None = None
        """Seconds that the map took to follow the last time."""
        self._filled: TextPlace | None = None
        """The place as it was the last time that words stood there."""
        self._middle = 0.0, 0.0
        """Of what the text was when it was opened, mm."""
        self._card: QRectF | None = None
        self._frame: QRectF | None = None
        """Around a text on the map as long as it is empty."""
        self._ground = QColor("#FFFFFF")
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

    @property
    def is_on_card(self) -> bool:
        """Whether the text that is open is shown on a card of its own, because its type is too small to be read."""
        return self._card is not None

    def is_under(self, other: QWidget) -> bool:
        """Whether a text is open that another part of the viewport would cover."""
        return self._field is not None and self._field.geometry().intersects(other.geometry())

    # -- opening ----------------------------------------------------------------------------------------------------
    def open(self, key: str, field: str = "", near: tuple[float, float] | None = None) -> bool:
        """Opens a text, the one nearest to a place of the board (mm); False if it cannot be typed on the map."""
        record = self._editor.journey.get(key)
        field = field or (usual_field(record) if record is not None else "")
        if record is None or text_place(*self._known(), key, field, near) is None:
            return False  # before it is opened: what is new and stays without words would be taken away again
        if self._editor.typing is not None:
            self._editor.typing.commit()
        self._close_field()
        self._near = near
        self._filled = self._tried(key, field) if not text_of(record, field) else None
        place = self._find(key, field)
        try:
            opened = OpenText(self._editor, key, field)
        except BadInput:
            return False
        if place is None:
            opened.cancel()
            return False
        if self._editor.selection != (key,):
            self._editor.select([key])
        self._editor.meant = Meant(key, field, place.box.middle) if is_apart(record, field) else None
        self._near = near or place.box.middle
        self._open, self._place = opened, place
        opened.closed.listen(lambda kept: self._closed(opened, kept=kept))
        opened.refreshed.listen(self._refreshed)
        self._canvas.show_area(place.beginning, self._reading_zoom(place))
        self._show_field(opened, place, spoken_text(self._editor, record, field))
        self._tell_turned()
        return True

    def _reading_zoom(self, place: TextPlace) -> float:
        """How near one comes to type, px per mm: to where the map's own text is read; 0 for a text that is read from
        here. From the next text there is no coming nearer then, and none going back.
        """
        zoom, body, em = self._canvas.zoom, self._editor.live.body_type * MM_PER_POINT, place.style.em
        least = max(BODY_LEAST, self._editor.settings.reading_size)
        if em * zoom >= least or (body * zoom >= least - HAIR and em * zoom >= READABLE):
            return 0.0
        return max(least / body, SMALL_LEAST / em)

    def _show_field(self, opened: OpenText, place: TextPlace, name: str) -> None:
        label = label_of(opened.field)
        pale = self._editor.speech.say(label) if label is not None else ""
        made = TextField(self._canvas.viewport(), opened.text, place, pale)
        made.typed.connect(self._typed)
        made.committed.connect(self.commit)
        made.cancelled.connect(self.cancel)
        made.turned.connect(self._turn)
        made.left.connect(self._left)
        made.undone.connect(self._undo_beyond)
        made.grown.connect(self._fit)
        made.setAccessibleName(name)
        self._field = made
        self._middle = made.extent().middle
        self._hide(place.shown or opened.key, place.hidden)
        self._ground = self._colour_below(made.extent())
        self._follow()
        made.show()
        made.begin()

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
        self._timer.start(SOON if self._pace is None or self._pace < QUICK else REST)

    def _take(self) -> None:
        if self._open is not None and self._field is not None:
            self._open.typed(self._field.text())

    def _rest(self) -> None:
        if self._open is None or self._open.is_resting:
            return
        start = time.perf_counter()
        self._open.rest()
        self._pace = time.perf_counter() - start

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
        self._card = self._frame = self._filled = None
        if field is None:
            return
        self._hide("", ())
        had_keys = field.hasFocus()
        field.end()
        if had_keys:
            self._canvas.setFocus()
        field.hide()
        field.deleteLater()
        self._canvas.viewport().update()

    # -- where it is ------------------------------------------------------------------------------------------------
    def _known(self) -> tuple[Journey, Board, float]:
        return self._editor.journey, self._editor.board, self._editor.live.body_type

    def _find(self, key: str, field: str) -> TextPlace | None:
        """Where a text stands; an empty one, where it was when it had words."""
        record = self._editor.journey.get(key)
        place = text_place(*self._known(), key, field, self._near)
        if record is None or place is None:
            return None
        if place.lines:
            self._filled = place
        elif place.shown and place.hidden:
            return place  # it has standard words
        elif self._filled is not None and not text_of(record, field).strip():
            return emptied(self._filled, self._editor.board, key)
        return place

    def _tried(self, key: str, field: str) -> TextPlace | None:
        """Where a text would stand that is empty: as the poster has it with a letter in it."""
        editor, letter = self._editor, PROBE_DAY if field in DAYS else PROBES[self._editor.board.leftward]
        try:
            problem = editor.preview(lambda journey: write(journey, key, field, letter))
            return text_place(*self._known(), key, field, self._near) if problem is None else None
        finally:
            editor.preview(None)

    def _colour_below(self, extent: Box) -> QColor:
        """The colour of the ground that a text stands on: the one that is met most."""
        box = self._canvas.view.box(extent)
        seen = Counter(
            self._canvas.ground_at(box.x + across * box.width, box.y + down * box.height).rgb()
            for across in SAMPLES
            for down in SAMPLES
        )
        return QColor(seen.most_common(1)[0][0])

    def relaid(self) -> None:
        """The board is another, and not painted yet: the text may stand elsewhere."""
        if self._open is None or not self._open.is_open or self._field is None:
            return
        self._place = self._find(self._open.key, self._open.field) or self._place
        if self._place is not None:
            self._hide(self._place.shown or self._open.key, self._place.hidden, at_once=False)
            self._follow()

    def _follow(self) -> None:
        """Puts the field over its text as it is in view now."""
        if self._field is not None and self._place is not None:
            self._field.wear(self._place)
            self._fit()

    def _fit(self) -> None:
        field, place = self._field, self._place
        if field is None or place is None:
            return
        found = seated(
            self._canvas.view, self._editor.board, place, field.extent(), self._middle, is_empty=not field.text()
        )
        field.sit(found.seat, found.field)
        if (found.card, found.frame) != (self._card, self._frame):
            self._card, self._frame = found.card, found.frame
            self._canvas.viewport().update()

    def paint_card(self, painter: QPainter) -> None:
        """The card below a text whose type is too small to be read on the map; a frame around one that is empty."""
        if self._card is not None:
            paint_plate(painter, self._card, self._ground)
        elif self._frame is not None:
            is_dark = self._place is not None and QColor(self._place.colour).lightness() < HALF_LIGHT
            paint_plate(painter, self._frame, None if is_dark else self._ground)


def is_input(event: QEvent) -> bool:
    """Whether an event is a key or the pointer: somebody is at work."""
    return event.type() in {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.InputMethod,
    }
