"""A tile of the palette: the miniature of what it becomes, over its name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journeyeditor.qt.look import body_font, colour, watcher
from journeyeditor.qt.palette.carrying import Carrier, Grip
from journeyeditor.qt.palette.miniatures import HEIGHT, WIDTH, paint_miniature
from journeyeditor.qt.parts.ring import paint_ring
from journeyeditor.tools.events import ItemKind

TILE = QSize(84, 60)
WIDE = QSize(176, 44)
NARROW = QSize(48, 40)
LIFTED = 0.35
SHRUNK = 0.8


class Tile(QAbstractButton):
    """Click or Enter adds at the selection; a drag places."""

    def __init__(self, item: ItemKind, canvas: Carrier | None, *, wide: bool = False, parent: QWidget | None = None):
        super().__init__(parent)
        self.item = item
        self._wide = wide
        self._narrow = False
        self.grip = Grip(self, canvas, item)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        watcher.changed.connect(self.update)
        self.setFixedSize(self.sizeHint())

    def set_narrow(self, narrow: bool) -> None:
        """Only the miniature, for a strip of 56 px."""
        self._narrow = narrow
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return NARROW if self._narrow else WIDE if self._wide else TILE

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter does what Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt's."""
        self.grip.press(event)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt's."""
        if self.grip.move(event):
            self.setDown(False)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt's."""
        if self.grip.release(event):
            self.setDown(False)
        else:
            super().mouseReleaseEvent(event)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Qt's."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lifted = self.grip.lifted
        if lifted:
            painter.setPen(QPen(colour("accent"), 1.2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            hovered, down = self.underMouse(), self.isDown()
            painter.setPen(QPen(colour("control-border"), 1))
            painter.setBrush(colour("pressed" if down else "hover" if hovered else "control"))
        painter.drawRoundedRect(box, 8, 8)
        painter.setOpacity(LIFTED if lifted else 1.0)
        paint_miniature(painter, self.item, self._place(), SHRUNK if self._narrow else 1.0)
        painter.setOpacity(1.0)
        if not self._narrow:
            self._paint_name(painter, "accent" if lifted else "text")
        if self.hasFocus() and not lifted:
            paint_ring(painter, QRectF(self.rect()), 8)

    def _place(self) -> QPointF:
        if self._narrow:
            return QPointF((NARROW.width() - SHRUNK * WIDTH) / 2, (NARROW.height() - SHRUNK * HEIGHT) / 2)
        if self._wide:
            return QPointF(9, (WIDE.height() - HEIGHT) / 2)
        return QPointF((TILE.width() - WIDTH) / 2, 7)

    def _paint_name(self, painter: QPainter, role: str) -> None:
        box = QRectF(62, 0, WIDE.width() - 70, WIDE.height()) if self._wide else QRectF(2, 38, TILE.width() - 4, 18)
        aligned = Qt.AlignmentFlag.AlignVCenter
        aligned |= Qt.AlignmentFlag.AlignLeft if self._wide else Qt.AlignmentFlag.AlignHCenter
        font = body_font(12)
        if QFontMetrics(font).horizontalAdvance(self.text()) > box.width():
            font = body_font(11)
            wanted = QFontMetrics(font).horizontalAdvance(self.text()) + 2
            font.setStretch(round(100 * max(0.85, min(1.0, box.width() / wanted))))
        painter.setFont(font)
        painter.setPen(colour(role))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(box.width()))
        painter.drawText(box, int(aligned), shown)
