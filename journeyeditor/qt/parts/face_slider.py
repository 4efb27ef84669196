"""A slider from -2 to +2 whose knob is the face itself, filled from zero."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from journeyeditor.model.records import HIGHEST_EMOTION, LOWEST_EMOTION
from journeyeditor.qt.actions.positions import meant
from journeyeditor.qt.look import colour, watcher
from journeyeditor.qt.parts.ring import paint_ring
from journeyeditor.qt.parts.symbols import paint_face

HALVES = 2
"""Steps of the slider for one step of the scale."""
KNOB, TALL, WIDTH = 24, 28, 136


class FaceSlider(QSlider):
    """One feeling. Arrows go by half steps, `1` to `5` set -2 to +2, `0` or Delete takes it away; Ctrl frees the hand
    from the half steps.

    A slider too for whoever cannot see it, in half steps.
    """

    felt = Signal(object)
    """A hand chose this value (a float), or took it away (None). Told while the knob moves, too."""
    let_go = Signal()
    """The hand left the knob: what comes next is another edit."""

    def __init__(self, ink: QColor | None = None, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._feeling: float | None = None
        self._mixed = False
        self._ink = ink or colour("text")
        self.setRange(round(LOWEST_EMOTION * HALVES), round(HIGHEST_EMOTION * HALVES))
        self.setPageStep(HALVES)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        watcher.changed.connect(self.update)

    @property
    def feeling(self) -> float | None:
        """What it shows; None where nothing is felt."""
        return self._feeling

    def show_feeling(self, value: float | None, ink: QColor | None = None, *, mixed: bool = False) -> None:
        """Shows a feeling in a persona's colour, and tells nobody."""
        self._feeling, self._mixed = value, mixed
        if ink is not None:
            self._ink = ink
        self.setValue(0 if value is None else round(value * HALVES))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return QSize(WIDTH, TALL)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return QSize(96, TALL)

    def place(self, value: float) -> float:
        """Where a value lies, px from the left."""
        left, right = self._ends()
        return left + (value - LOWEST_EMOTION) / (HIGHEST_EMOTION - LOWEST_EMOTION) * (right - left)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows, digits by their place on the keyboard, Home, End, Delete."""
        key, text = event.key(), meant(event)
        steps = {Qt.Key.Key_Left: -0.5, Qt.Key.Key_Down: -0.5, Qt.Key.Key_Right: 0.5, Qt.Key.Key_Up: 0.5}
        if key in steps:
            now = self._feeling or 0.0
            self._feel(round((now + steps[Qt.Key(key)]) * HALVES) / HALVES)
        elif key == Qt.Key.Key_Home:
            self._feel(LOWEST_EMOTION)
        elif key == Qt.Key.Key_End:
            self._feel(HIGHEST_EMOTION)
        elif text in {"1", "2", "3", "4", "5"}:
            self._feel(float(int(text) - 3))
        elif text == "0" or key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._feel(None)
        else:
            event.ignore()
            return
        self.let_go.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Goes where it is pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follows the hand."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._to(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The hand leaves it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.let_go.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """The panel scrolls; a feeling is not changed by accident."""
        event.ignore()

    def _ends(self) -> tuple[float, float]:
        return KNOB / 2 + 1, self.width() - KNOB / 2 - 1

    def _to(self, event: QMouseEvent) -> None:
        left, right = self._ends()
        part = (event.position().x() - left) / max(1.0, right - left)
        value = LOWEST_EMOTION + part * (HIGHEST_EMOTION - LOWEST_EMOTION)
        free = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._feel(round(value, 2) if free else round(value * HALVES) / HALVES)

    def _feel(self, value: float | None) -> None:
        if value is not None:
            value = max(LOWEST_EMOTION, min(HIGHEST_EMOTION, value)) + 0.0
        if value == self._feeling and not self._mixed:
            return
        self.show_feeling(value)
        self.felt.emit(value)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Qt's."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        left, right = self._ends()
        painter.setPen(QPen(colour("control-border"), 3, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        for value in (-2, -1, 1, 2):
            painter.setPen(QPen(colour("control-border"), 1.2))
            painter.drawLine(QPointF(self.place(value), middle - 5), QPointF(self.place(value), middle + 5))
        zero = self.place(0)
        painter.setPen(QPen(colour("placeholder"), 1.6))
        painter.drawLine(QPointF(zero, middle - 7), QPointF(zero, middle + 7))
        if self._feeling is not None:
            at = self.place(self._feeling)
            painter.setPen(QPen(self._ink, 3, c=Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(zero, middle), QPointF(at, middle))
            knob = QRectF(at - KNOB / 2, middle - KNOB / 2, KNOB, KNOB)
            paint_face(painter, knob, self._feeling, self._ink, colour("chrome"), 1.8)
        elif self.hasFocus() or self._mixed:
            painter.setPen(QPen(colour("placeholder"), 1.4, Qt.PenStyle.DashLine))
            painter.setBrush(colour("chrome"))
            painter.drawEllipse(QPointF(zero, middle), 9, 9)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()))
