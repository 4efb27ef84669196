"""Dots for a weight of 1 to 5 or 1 to 3, as on the poster: clicked, or set with keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from journeyeditor.qt.actions.positions import meant
from journeyeditor.qt.look import colour, watcher
from journeyeditor.qt.parts.ring import paint_ring

ACROSS, STEP, AROUND, TALL = 6.4, 10.0, 4.0, 18
"""Dot, step from dot to dot, room for the ring at the sides, height; px."""


class Dots(QAbstractSlider):
    """So many dots of `most` are filled. Digits, arrows and clicks set them; with `can_be_empty`, 0 takes them away.

    A slider for whoever cannot see it: it has a value, a least and a most.
    """

    chosen = Signal(object)
    """A hand chose this number; None where it took the value away."""

    def __init__(self, most: int, role: str, *, can_be_empty: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.most, self._role, self._can_be_empty = most, role, can_be_empty
        self._mixed = False
        self._hovered: int | None = None
        self.setRange(0, most)
        self.setPageStep(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        watcher.changed.connect(self.update)

    def show_value(self, value: int | None, *, mixed: bool = False) -> None:
        """Shows a number, or that there is none or that they differ; tells nobody."""
        self._mixed = mixed
        self.setValue(0 if mixed or value is None else value)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return QSize(round(2 * AROUND + ACROSS + (self.most - 1) * STEP), TALL)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Digits by their place on the keyboard, arrows, Home, End, Delete."""
        key = event.key()
        least = 0 if self._can_be_empty else 1
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_Minus: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Plus: 1,
        }
        digit = meant(event)
        if key in steps:
            self._choose(max(least, min(self.most, self.value() + steps[Qt.Key(key)])))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(max(1, least) if key == Qt.Key.Key_Home else self.most)
        elif digit.isdecimal() and least <= int(digit) <= self.most:
            self._choose(int(digit))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._can_be_empty:
            self._choose(0)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The dot under the pointer is the last one that is filled."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        number = self._number_at(event.position().x())
        if self._can_be_empty and number == self.value() and not self._mixed:
            number = 0
        self._choose(number)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Shows what a click would set."""
        self._hovered = self._number_at(event.position().x())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The press has done it."""
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802, ARG002
        """Qt's."""
        self._hovered = None
        self.update()

    def place(self, number: int) -> float:
        """Where the middle of a dot is, px from the left; the first is 1."""
        return AROUND + ACROSS / 2 + (number - 1) * STEP

    def _number_at(self, x: float) -> int:
        return max(1, min(self.most, round((x - AROUND - ACROSS / 2) / STEP) + 1))

    def _choose(self, number: int) -> None:
        self._mixed = False
        self.setValue(number)
        self.update()
        self.chosen.emit(number or None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Qt's."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = colour(self._role)
        faint = colour(self._role)
        faint.setAlphaF(0.5)
        middle = self.height() / 2
        for number in range(1, self.most + 1):
            box = QRectF(self.place(number) - ACROSS / 2, middle - ACROSS / 2, ACROSS, ACROSS)
            if number <= self.value():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink)
                painter.drawEllipse(box)
            else:
                lit = self._hovered is not None and number <= self._hovered
                style = Qt.PenStyle.DotLine if self._mixed else Qt.PenStyle.SolidLine
                painter.setPen(QPen(ink if lit else faint, 1, style))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), 5)
