"""One thing to begin with: its picture, its name, and a line on what is special."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from journeyeditor.qt.look import colour, paper_colour
from journeyeditor.qt.parts.sheets import paint_picture, paint_shadow

WIDTH, HEIGHT = 282, 199
"""Of the picture, px."""
EXAMPLE_WIDTH, EXAMPLE_HEIGHT = 212, 150
MARGIN = 6
"""Around the picture, for the frame of the selected one."""
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
PLUS = 18
"""Half of what the plus on the empty map clears around itself, px."""
TEXT = 52
"""Height of name and line below it."""


class Tile(QAbstractButton):
    """A template. Chosen by a click or a key, begun by a double click or Enter."""

    begun = Signal()
    walked = Signal(int)
    """An arrow key: another tile is wanted."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.name = ""
        self.line = ""
        self.picture: QPixmap | None = None
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Picture, name and line."""
        return QSize(WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN + TEXT)

    def say(self, name: str, line: str) -> None:
        """What it is called, and what is special about it."""
        self.name, self.line = name, line
        self.setAccessibleName(name)
        self.setAccessibleDescription(line)
        self.update()

    def picture_area(self) -> QRectF:
        """Where the picture is."""
        return QRectF(MARGIN, MARGIN, WIDTH, HEIGHT)

    def text_area(self) -> QRectF:
        """Where name and line are."""
        area = self.picture_area()
        return QRectF(area.left(), area.bottom() + 10, area.width(), TEXT - 10)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paper, picture, frame, name and line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.picture_area()
        paint_shadow(painter, area)
        self.paint_paper(painter, area)
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(-5, -5, 5, 5), 4, 4)
        elif self.underMouse():
            painter.setPen(QPen(colour("control-border"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(-5, -5, 5, 5), 4, 4)
        self.paint_text(painter, self.text_area())
        painter.end()

    def paint_paper(self, painter: QPainter, area: QRectF) -> None:
        """The sheet itself."""
        paint_picture(painter, area, self.picture)

    def paint_text(self, painter: QPainter, area: QRectF) -> None:
        """Name in bold over the line; what is too long ends in an ellipsis."""
        font = self.font()
        font.setBold(True)
        height = QFontMetricsF(font).height()
        self._paint_line(painter, QRectF(area.left(), area.top(), area.width(), height), self.name, bold=True)
        below = QRectF(area.left(), area.top() + height + 2, area.width(), height)
        self._paint_line(painter, below, self.line)

    def _paint_line(self, painter: QPainter, area: QRectF, text: str, *, bold: bool = False) -> None:
        font = self.font()
        font.setPixelSize(13 if bold else 12)
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(colour("text") if bold else colour("muted"))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begins at once."""
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.setChecked(True)
            self.begun.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter begins, the space bar chooses, arrows go to another one."""
        if event.key() in ARROWS:
            self.walked.emit(event.key())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            self.begun.emit()
            return
        super().keyPressEvent(event)


class ExampleTile(Tile):
    """A worked example: the picture at the left, its texts at the right."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        self.facts = ""
        super().__init__(key, parent)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as two templates."""
        return QSize(2 * WIDTH + 24, EXAMPLE_HEIGHT + 2 * MARGIN)

    def picture_area(self) -> QRectF:
        """Smaller than a template's."""
        return QRectF(MARGIN, MARGIN, EXAMPLE_WIDTH, EXAMPLE_HEIGHT)

    def text_area(self) -> QRectF:
        """Beside the picture."""
        left = MARGIN + EXAMPLE_WIDTH + 16
        return QRectF(left, MARGIN, self.width() - left - 8, EXAMPLE_HEIGHT)

    def paint_text(self, painter: QPainter, area: QRectF) -> None:
        """Name, a few lines, and what is in it."""
        line = QRectF(area.left(), area.top(), area.width(), 20)
        self._paint_line(painter, line, self.name, bold=True)
        font = self.font()
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(colour("muted"))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        box = QRectF(area.left(), area.top() + 22, area.width(), 56)
        used = painter.boundingRect(box, flags, self.line)
        painter.drawText(box, flags, self.line)
        facts = QRectF(area.left(), min(used.bottom(), box.bottom()) + 6, area.width(), 18)
        self._paint_line(painter, facts, self.facts)


class BlankTile(Tile):
    """The empty map, with a plus on it."""

    def paint_paper(self, painter: QPainter, area: QRectF) -> None:
        """The sheet, and the plus below its stages."""
        super().paint_paper(painter, area)
        middle = QPointF(area.center().x(), area.top() + area.height() * 0.6)
        painter.fillRect(QRectF(middle.x() - PLUS, middle.y() - PLUS, 2 * PLUS, 2 * PLUS), paper_colour("paper"))
        painter.setPen(QPen(paper_colour("ink"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        arm = PLUS * 0.65
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))


class FileTile(Tile):
    """The place to drop a file, or to choose one."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """A dashed sheet with an arrow into it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.picture_area()
        pen = QPen(colour("accent") if self.hasFocus() or self.underMouse() else colour("placeholder"), 1)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        middle = area.center() - QPointF(0, 14)
        self.icon().paint(painter, QRectF(middle.x() - 11, middle.y() - 16, 22, 22).toRect())
        font = self.font()
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(colour("muted"))
        box = QRectF(area.left() + 12, middle.y() + 14, area.width() - 24, 40)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), self.text())
        self.paint_text(painter, self.text_area())
        painter.end()
