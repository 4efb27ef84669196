"""A text document that is laid out by the poster's ruler: its lines break, begin and look as they do on the map."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import cast

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
from journeyeditor.fonts.metrics import ASCENT
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
PALE, STANDARD = 0.5, 0.85
"""Opacity of what stands where nothing is typed yet: a label; the poster's standard words, which are pale as such."""
NONE = QColor(Qt.GlobalColor.transparent)
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
        self._pixels = self._step = 12.0
        self._wanted = 0.0
        """The width of all lines together, px."""
        self._is_dressing = False
        self._font = document.defaultFont()
        self._looks: dict[int, Compiled] = {}
        self._pale: Compiled | None = None
        self._opacity = PALE
        self._stock = PictureStock(lambda _: None)

    def sit(self, seat: Seat, pixels: float, step: float, *, bold: bool, italic: bool) -> None:
        """Where in the field the text is shown, in type of so many px, its lines `step` px apart."""
        self._seat, self._pixels, self._step = seat, pixels, step
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
        self._font = font
        self.dress()

    def dress(self) -> None:
        """Gives the document its type, which the window's style replaces by its own now and then."""
        if self._font != self.document().defaultFont():
            self._is_dressing = True
            self.document().setDefaultFont(self._font)
            self._is_dressing = False
            self.lay()

    def stand_in(self, words: Sequence[Words], opacity: float = PALE) -> None:
        """What is shown pale as long as nothing is typed, in places of the board."""
        self._opacity = opacity
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
            within = [(start - block.position(), end - block.position()) for start, end in selections]
            if look is not None:
                looks.append(look)
                for start, end in within:
                    self._paint_selected(painter, layout, start, end)
            else:
                painter.setPen(self.ink)
                layout.draw(painter, QPointF(0, 0), [_marked(*one, self.tint, self.ink) for one in within])
        if self._pale is not None and not "".join(_shown(block) for block in self._blocks()):
            painter.setOpacity(self._opacity)
            self._paint_letters(painter, [self._pale])
            painter.setOpacity(1.0)
        self._paint_letters(painter, looks)
        for block in self._blocks():
            self._paint_caret(painter, block, context.cursorPosition)

    def _paint_selected(self, painter: QPainter, layout: QTextLayout, start: int, end: int) -> None:
        """The ground of what is selected, no higher in each line than the lines are apart, whatever its script."""
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                painter.save()
                painter.setClipRect(self._band(line), Qt.ClipOperation.IntersectClip)
                painter.setPen(NONE)
                layout.draw(painter, QPointF(0, 0), [_marked(first, last, self.tint, NONE)])
                painter.restore()

    def _band(self, line: QTextLine) -> QRectF:
        """A line's part of the height."""
        above = ASCENT * self._pixels + (self._step - self._pixels) / 2
        return QRectF(-FAR, round(line.y() + line.ascent() - above), 2 * FAR, round(self._step))

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
        line = layout.lineForTextPosition(within)
        painter.save()
        if line.isValid():
            painter.setClipRect(self._band(line), Qt.ClipOperation.IntersectClip)
        painter.setPen(self.ink)
        layout.drawCursor(painter, QPointF(0, 0), within, 2 if self._pixels >= THICK else 1)
        painter.restore()

    # -- what Qt asks -----------------------------------------------------------------------------------------------
    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # type: ignore[override]  # noqa: N802
        """The place between letters that is nearest to a point."""
        best: tuple[float, QTextBlock, QTextLine] | None = None
        for block in self._blocks():
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                band = self._band(line)
                away = max(band.top() - point.y(), point.y() - band.bottom(), 0.0)
                if best is None or away < best[0]:
                    best = away, block, line
        if best is None:
            return 0
        away, block, line = best
        if accuracy == Qt.HitTestAccuracy.ExactHit and (away > 0 or not line.naturalTextRect().contains(point)):
            return -1
        layout, start = block.layout(), line.textStart()
        goes_on = line.lineNumber() + 1 < layout.lineCount()  # then its end is the start of the next line
        places = range(start, start + max(1, line.textLength() + (0 if goes_on else 1)))
        valid = [place for place in places if layout.isValidCursorPosition(place)] or [start]
        return block.position() + min(valid, key=lambda place: abs(_x_of(line, place) - point.x()))

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


def _x_of(line: QTextLine, place: int) -> float:
    """Where a place between letters is, px. (Qt answers with the place that it took, too.)"""
    x, _ = cast("tuple[float, int]", line.cursorToX(place))
    return x


def _marked(start: int, end: int, tint: QColor, ink: QColor) -> QTextLayout.FormatRange:
    """What is selected of a paragraph, for Qt to paint."""
    made, look = QTextLayout.FormatRange(), QTextCharFormat()
    look.setBackground(QBrush(tint))
    look.setForeground(QBrush(ink))
    made.start, made.length, made.format = max(0, start), max(0, end - max(0, start)), look
    return made


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
