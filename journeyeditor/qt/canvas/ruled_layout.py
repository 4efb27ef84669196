"""A text document that is laid out by the poster's ruler: its lines break, begin and look as they do on the map."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QFont,
    QPainter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from journeyeditor.drawing import Group, Words
from journeyeditor.editor.text_lines import Paragraphs, TypedLine
from journeyeditor.qt.canvas.faces import poster_font
from journeyeditor.qt.painter.compiling import Compiled
from journeyeditor.qt.painter.pictures import PictureStock
from journeyeditor.qt.painter.view import View

FAR = 1e6
LEAST_SPACING, MOST_SPACING = 50.0, 200.0
"""Per cent: what Qt's letters are spaced by, so that its line is as wide as the ruler's, stays between these."""
NEAR = 0.25
"""Lines that are as wide as they should be to so many px are left as they are."""
TRIES = 8
PALE = 0.35
THICK = 24.0
"""Type from so many px has a caret of two."""


class Seat(msgspec.Struct, frozen=True):
    """A place of the board (mm) is seen at `(x, y) + place * scale`, px."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0

    def rectangle(self, left: float, top: float, right: float, bottom: float) -> QRectF:
        """A box of the board (mm) as it is seen, px."""
        width, height = (right - left) * self.scale, (bottom - top) * self.scale
        return QRectF(self.x + left * self.scale, self.y + top * self.scale, width, height)


class RuledLayout(QAbstractTextDocumentLayout):
    """Qt knows every line, so caret, selection, input methods and screen readers find their way; what is painted are
    the ruler's own glyphs, but for a paragraph in which an input method is at work.
    """

    def __init__(self, document: QTextDocument, lines_of: Callable[[str], Paragraphs]) -> None:
        super().__init__(document)
        self.lines_of = lines_of
        """Where a text breaks and stands, in places of the board."""
        self.ink = QColor("#000000")
        self.tint = QColor("#000000")
        """Behind what is selected."""
        self._seat = Seat()
        self._pixels = 12.0
        self._wanted = 0.0
        """The width of all lines together, px."""
        self._is_dressing = False
        self._looks: dict[int, Compiled] = {}
        self._pale: Compiled | None = None
        self._stock = PictureStock(lambda _: None)

    def sit(self, seat: Seat, pixels: float, *, bold: bool, italic: bool) -> None:
        """Where in the field the text is shown, and in type of so many px."""
        self._seat = seat
        self._pixels = pixels
        self._wear(bold, italic, 100.0)
        self.lay()
        natural = sum(line.naturalTextWidth() for line in self._made_lines())
        if natural > 0 and self._wanted > 0 and abs(natural - self._wanted) > NEAR:
            self._wear(bold, italic, max(LEAST_SPACING, min(MOST_SPACING, 100 * self._wanted / natural)))
            self.lay()

    def _wear(self, bold: bool, italic: bool, spacing: float) -> None:
        """Qt knows type in whole px alone, so its letters are spaced to take the room that they have on the poster."""
        font = poster_font(12.0, bold=bold, italic=italic)
        font.setPixelSize(max(1, round(self._pixels)))
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
        if font != self.document().defaultFont():
            self._is_dressing = True
            self.document().setDefaultFont(font)
            self._is_dressing = False

    def stand_in(self, words: Sequence[Words]) -> None:
        """What is shown pale as long as nothing is typed, in places of the board."""
        self._pale = Compiled(Group("", "", tuple(words))) if words else None

    @property
    def pixels(self) -> float:
        """The size of the type, px."""
        return self._pixels

    # -- laying out -------------------------------------------------------------------------------------------------
    def documentChanged(self, start: int, removed: int, added: int) -> None:  # noqa: ARG002, N802
        """Something was typed: all of it is laid out again, for it is never long."""
        if not self._is_dressing:
            self.lay()

    def lay(self) -> None:
        """Puts every line where the ruler has it."""
        blocks = list(self._blocks())
        paragraphs = self.lines_of("\n".join(_shown(block) for block in blocks))
        self._looks.clear()
        self._wanted = sum(line.width for lines in paragraphs for line in lines) * self._seat.scale
        for block, lines in zip(blocks, paragraphs, strict=True):
            self._lay_block(block, lines)
            words = tuple(line.words for line in lines if line.words is not None)
            if len(words) == len(lines):
                self._looks[block.blockNumber()] = Compiled(Group("", "", words))

    def _lay_block(self, block: QTextBlock, lines: Sequence[TypedLine]) -> None:
        layout, text, seat = block.layout(), _shown(block), self._seat
        option = QTextOption()
        option.setUseDesignMetrics(True)
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        layout.setTextOption(option)
        layout.setPosition(QPointF(0, 0))
        layout.beginLayout()
        for line in lines:
            made = layout.createLine()
            if not made.isValid():
                break
            _hold(made, _units(text[line.start : line.end]), is_last=line is lines[-1])
            made.setPosition(QPointF(seat.x + line.x * seat.scale, seat.y + line.y * seat.scale - made.ascent()))
        layout.endLayout()
        block.setLineCount(max(1, layout.lineCount()))

    def _made_lines(self) -> Iterator[QTextLine]:
        for block in self._blocks():
            layout = block.layout()
            yield from (layout.lineAt(number) for number in range(layout.lineCount()))

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    # -- painting ---------------------------------------------------------------------------------------------------
    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """What is selected, the letters, the caret."""
        selections = [(one.cursor.selectionStart(), one.cursor.selectionEnd()) for one in context.selections]
        looks: list[Compiled] = []
        for block in self._blocks():
            layout = block.layout()
            look = None if layout.preeditAreaText() else self._looks.get(block.blockNumber())
            painter.setPen(QColor(Qt.GlobalColor.transparent) if look is not None else self.ink)
            ranges = [self._range(block, *one, seen=look is None) for one in selections]
            layout.draw(painter, QPointF(0, 0), [one for one in ranges if one is not None])
            looks += [look] if look is not None else []
        if self._pale is not None and not "".join(_shown(block) for block in self._blocks()):
            painter.setOpacity(PALE)
            self._paint_letters(painter, [self._pale])
            painter.setOpacity(1.0)
        self._paint_letters(painter, looks)
        for block in self._blocks():
            self._paint_caret(painter, block, context.cursorPosition)

    def _range(self, block: QTextBlock, start: int, end: int, *, seen: bool) -> QTextLayout.FormatRange | None:
        """What is selected of a paragraph; its letters are `seen` there if Qt paints them."""
        first, last = max(0, start - block.position()), min(block.length(), end - block.position())
        if last <= first:
            return None
        made = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setBackground(QBrush(self.tint))
        look.setForeground(QBrush(self.ink if seen else QColor(Qt.GlobalColor.transparent)))
        made.start, made.length, made.format = first, last - first, look
        return made

    def _paint_letters(self, painter: QPainter, looks: Sequence[Compiled]) -> None:
        seat, ratio = self._seat, painter.deviceTransform().m11()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.translate(seat.x, seat.y)
        painter.scale(seat.scale, seat.scale)
        view = View(painter, seat.scale * ratio, QRectF(-FAR, -FAR, 2 * FAR, 2 * FAR), self._stock)
        for look in looks:
            look.paint(view)
        view.finish()
        painter.restore()

    def _paint_caret(self, painter: QPainter, block: QTextBlock, place: int) -> None:
        """`place` is a place of the document; below -1 it is counted within what an input method has at hand."""
        layout = block.layout()
        within = place - block.position()
        if place < -1:
            if not layout.preeditAreaText():
                return
            within = layout.preeditAreaPosition() - (place + 2)
        elif not 0 <= within < block.length():
            return
        painter.setPen(self.ink)
        layout.drawCursor(painter, QPointF(0, 0), within, 2 if self._pixels >= THICK else 1)

    # -- what Qt asks -----------------------------------------------------------------------------------------------
    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # type: ignore[override]  # noqa: N802
        """The place between letters that is nearest to a point."""
        best: tuple[float, QTextBlock, QTextLine] | None = None
        for block in self._blocks():
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                away = max(line.y() - point.y(), point.y() - line.y() - line.height(), 0.0)
                if best is None or away < best[0]:
                    best = away, block, line
        if best is None:
            return 0
        away, block, line = best
        if accuracy == Qt.HitTestAccuracy.ExactHit and (away > 0 or not line.naturalTextRect().contains(point)):
            return -1
        within = line.xToCursor(point.x())
        if within >= line.textStart() + line.textLength() and line.lineNumber() + 1 < block.layout().lineCount():
            within = max(line.textStart(), line.textStart() + line.textLength() - 1)  # not the start of the next line
        return block.position() + within

    def pageCount(self) -> int:  # noqa: N802
        """There are no pages."""
        return 1

    def documentSize(self) -> QSizeF:  # noqa: N802
        """It never needs to be scrolled: its field is as large as it has to be."""
        return QSizeF(1, 1)

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:  # noqa: ARG002, N802
        """Where all of it lies."""
        return QRectF(0, 0, FAR, FAR)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        """From the field's corner to the end of a paragraph: places of lines are counted from its upper left."""
        return QRectF(QPointF(0, 0), block.layout().boundingRect().bottomRight())


def _shown(block: QTextBlock) -> str:
    """A paragraph with what an input method has at hand."""
    layout, text = block.layout(), block.text()
    place = layout.preeditAreaPosition()
    return text[:place] + layout.preeditAreaText() + text[place:] if layout.preeditAreaText() else text


def _hold(line: QTextLine, units: int, *, is_last: bool) -> None:
    """Makes a line hold so many units; Qt counts those that stand together as one, so it is asked until it fits."""
    columns = units + 1 if is_last else max(1, units)
    for _ in range(TRIES):
        line.setNumColumns(columns)
        missing = units - line.textLength()
        if missing == 0 or (is_last and missing < 0):
            return
        columns = max(1, columns + missing)


def _units(text: str) -> int:
    """The length of a text as Qt counts it, in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
