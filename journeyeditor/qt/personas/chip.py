"""One person in the bar: portrait, badge, name, maturity."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from journeyeditor.model.images import Images
from journeyeditor.model.records import Persona
from journeyeditor.qt.look import body_font, colour, pixmap, watcher
from journeyeditor.qt.parts.portraits import SIZE, paint_badge, paint_portrait, paint_ring_around
from journeyeditor.qt.parts.ring import paint_ring

TALL = 44
WIDEST = 200
HIDDEN = 0.45


class Chip(QAbstractButton):
    """Click chooses, double-click edits, the mouse drags it along the bar, Alt+arrows move it."""

    edited = Signal()
    asked = Signal(object)
    """A menu is wanted at this global place."""
    moved = Signal(int)
    """Places to the left or right."""
    dragged = Signal(object, bool)
    """The hand is at this global place with it; True when it lets go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.persona: Persona | None = None
        """None = everyone."""
        self._images: Images | None = None
        self._caption = ""
        self._pressed: QPointF | None = None
        self._dragging = False
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        watcher.changed.connect(self.update)

    def show_person(self, persona: Persona | None, images: Images, name: str, caption: str, *, active: bool) -> None:
        """Shows somebody, or everyone."""
        self.persona, self._images, self._caption = persona, images, caption
        self.setText(name)
        self.setChecked(active)
        self.setFixedSize(self.sizeHint())
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802
        """The editor says who is active."""

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        name = QFontMetrics(body_font(12.5, bold=self.persona is not None)).horizontalAdvance(self.text())
        caption = QFontMetrics(body_font(11)).horizontalAdvance(self._caption)
        wide = 52 + max(name, caption) + 16
        return QSize(min(wide, WIDEST), TALL)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses, F2 edits, Alt+arrows move."""
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_F2:
            self.edited.emit()
        elif alt and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(-1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt's."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt's."""
        if self._pressed is not None and self.persona is not None:
            far = (event.globalPosition() - self._pressed).manhattanLength()
            if self._dragging or far >= QApplication.startDragDistance():
                self._dragging = True
                self.setDown(False)
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.dragged.emit(event.globalPosition().toPoint(), False)  # noqa: FBT003
                return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt's."""
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self.setDown(False)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.dragged.emit(event.globalPosition().toPoint(), True)  # noqa: FBT003
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Edits."""
        if self.persona is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = None
            self.edited.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """By mouse or by key."""
        if self.persona is not None:
            self.asked.emit(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Qt's."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        active = self.isChecked()
        if active or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            ground = colour("chrome")
            ground.setAlphaF(1.0 if active else 0.5)
            painter.setBrush(ground)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), TALL / 2, TALL / 2)
        portrait = QRectF(6, (TALL - SIZE) / 2, SIZE, SIZE)
        hidden = self.persona is not None and self.persona.hidden
        painter.setOpacity(HIDDEN if hidden else 1.0)
        if self.persona is None or self._images is None:
            picture = pixmap("users", "text" if active else "muted", 20, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(portrait.center().x() - 10, portrait.center().y() - 10), picture)
        else:
            paint_portrait(painter, portrait, self.persona, self._images)
            painter.setOpacity(1.0)
            if active:
                paint_ring_around(painter, portrait, self.persona)
            paint_badge(painter, portrait, self.persona, colour("chrome"))
        painter.setOpacity(1.0)
        self._paint_words(painter, active=active, hidden=hidden)
        if self.hasFocus():
            paint_ring(painter, box, TALL / 2)

    def _paint_words(self, painter: QPainter, *, active: bool, hidden: bool) -> None:
        left, wide = 49, self.width() - 49 - 10
        font = body_font(12.5, bold=active)
        painter.setFont(font)
        quiet = hidden or (self.persona is None and not active)
        painter.setPen(colour("muted" if quiet else "text"))
        elide = Qt.TextElideMode.ElideRight
        top = QRectF(left, 5, wide, 17) if self._caption else QRectF(left, 0, wide, TALL)
        aligned = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(top, aligned, painter.fontMetrics().elidedText(self.text(), elide, wide))
        if self._caption:
            painter.setFont(body_font(11))
            painter.setPen(colour("muted"))
            shown = painter.fontMetrics().elidedText(self._caption, elide, wide)
            painter.drawText(QRectF(left, 22, wide, 16), aligned, shown)
