"""The same pages as a `QGraphicsScene`: an item for each group, which paints paths and `drawText`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEventLoop, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from journeyeditor.assets import resource
from journeyeditor.drawing import Drawing, Group, Sketch, Symbol, Words
from journeyeditor.drawing.bounds import group_box
from journeyeditor.qt.painter.pens import fill_of, path_of, pen_of, solid

UNIT = 10.0
"""Units of the scene in a mm: fonts have whole sizes."""


class Item(QGraphicsItem):
    """One group."""

    def __init__(self, group: Group, families: dict[str, str]) -> None:
        super().__init__()
        box = group_box(group)
        self._box = QRectF() if box is None else QRectF(box.x, box.y, box.width, box.height)
        self._paths: list[tuple[QPainterPath, object, QPen, float, float, float]] = []
        self._texts: list[tuple[QPointF, str, QFont, QColor]] = []
        for shape in group.shapes:
            if isinstance(shape, Words):
                self._texts.append(
                    (QPointF(shape.x, shape.y) * UNIT, shape.line.text, font(shape, families), QColor(shape.colour))
                )
            elif isinstance(shape, Sketch | Symbol):
                pen = QPen(Qt.PenStyle.NoPen) if shape.stroke is None else pen_of(shape.stroke)
                if isinstance(shape, Sketch):
                    brush = fill_of(shape) if shape.fill else Qt.BrushStyle.NoBrush
                    place = (0.0, 0.0, 1.0)
                else:
                    brush = solid(shape.fill) if shape.fill else Qt.BrushStyle.NoBrush
                    place = (shape.x, shape.y, shape.scale)
                self._paths.append((path_of(shape.outline), brush, pen, *place))

    def boundingRect(self) -> QRectF:  # noqa: N802
        """Where it paints."""
        return self._box

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        """Paths, then texts."""
        for path, brush, pen, x, y, scale in self._paths:
            painter.setPen(pen)
            painter.setBrush(brush)
            if scale != 1.0 or x or y:
                painter.save()
                painter.translate(x, y)
                painter.scale(scale, scale)
                painter.drawPath(path)
                painter.restore()
            else:
                painter.drawPath(path)
        if self._texts:
            painter.save()
            painter.scale(1 / UNIT, 1 / UNIT)
            for place, text, font_, colour in self._texts:
                painter.setFont(font_)
                painter.setPen(colour)
                painter.drawText(place, text)
            painter.restore()


def font(words: Words, families: dict[str, str]) -> QFont:
    """The font that shows a line."""
    style = words.line.style
    face = words.line.runs[0].face if words.line.runs else "NotoSans-Regular"
    found = QFont(families.get(face, families["NotoSans-Regular"]))
    found.setPixelSize(max(1, round(style.em * UNIT)))
    found.setBold(style.bold)
    found.setItalic(style.italic)
    return found


class CountingView(QGraphicsView):
    """Knows how often it was painted."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Counts."""
        super().paintEvent(event)
        self.painted += 1


class SceneOfPages:
    """A view of 1 px per px on the pages, one below the other."""

    def __init__(self, drawings: Sequence[Drawing], gap: float, width: int, height: int) -> None:
        self.scene = QGraphicsScene()
        self.items: list[Item] = []
        names = {
            run.face
            for drawing in drawings
            for group in drawing.groups
            for shape in group.shapes
            if isinstance(shape, Words)
            for run in shape.line.runs
        }
        families = {}
        for name in {*names, "NotoSans-Regular"}:
            number = QFontDatabase.addApplicationFont(str(resource("fonts", f"{name}.ttf")))
            families[name] = QFontDatabase.applicationFontFamilies(number)[0]
        top = 0.0
        for drawing in drawings:
            paper = self.scene.addRect(
                QRectF(0, top, drawing.width, drawing.height), QPen(Qt.PenStyle.NoPen), QColor(drawing.background)
            )
            paper.setZValue(-1)
            for group in drawing.groups:
                item = Item(group, families)
                item.setPos(0, top)
                self.scene.addItem(item)
                self.items.append(item)
            top += drawing.height + gap
        self.height = top - gap
        self.view = CountingView(self.scene)
        self.view.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setBackgroundBrush(QColor("#E4E9EE"))
        self.view.resize(width, height)
        self.view.show()
        QApplication.processEvents()

    def look(self, scale: float, left: float = 0.0, top: float = 0.0) -> None:
        """Another place and scale, painted whole."""
        self.view.resetTransform()
        self.view.scale(scale, scale)
        self._scroll(left, top)
        self.view.viewport().repaint()

    def push(self, dx: int, dy: int) -> None:
        """A little further."""
        bars = self.view.horizontalScrollBar(), self.view.verticalScrollBar()
        before = self.view.painted
        self._scroll(bars[0].value() + dx, bars[1].value() + dy)
        self._wait(before)

    def drag(self, number: int, dx: float) -> None:
        """An item elsewhere."""
        before = self.view.painted
        self.items[number].moveBy(dx, 0)
        self._wait(before)

    def _wait(self, before: int) -> None:
        """Until Qt has painted what changed; waiting takes no processor time."""
        while self.view.painted == before:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _scroll(self, left: float, top: float) -> None:
        self.view.horizontalScrollBar().setValue(round(left))
        self.view.verticalScrollBar().setValue(round(top))
