"""The field that a text on the map is typed in. It knows keys and type, and nothing of journeys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from journeyeditor.drawing import Words
from journeyeditor.editor.text_lines import Paragraphs, TextPlace, typed_lines, wrapped
from journeyeditor.fonts import ascent, descent
from journeyeditor.geometry import Box
from journeyeditor.qt.canvas.over.pens import accent
from journeyeditor.qt.canvas.ruled_layout import PALE, STANDARD, RuledLayout, Seat
from journeyeditor.qt.canvas.wheel import pass_on
from journeyeditor.qt.parts.dropped import TakesTexts
from journeyeditor.qt.parts.texts import written

OWN_KEYS = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.Delete,
    QKeySequence.StandardKey.Backspace,
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.DeleteEndOfWord,
    QKeySequence.StandardKey.DeleteEndOfLine,
    QKeySequence.StandardKey.DeleteCompleteLine,
    QKeySequence.StandardKey.MoveToNextWord,
    QKeySequence.StandardKey.MoveToPreviousWord,
    QKeySequence.StandardKey.SelectNextWord,
    QKeySequence.StandardKey.SelectPreviousWord,
    QKeySequence.StandardKey.MoveToStartOfDocument,
    QKeySequence.StandardKey.MoveToEndOfDocument,
    QKeySequence.StandardKey.SelectStartOfDocument,
    QKeySequence.StandardKey.SelectEndOfDocument,
)
"""What these do is done in the text; no command of the window answers to them meanwhile."""
RESTYLING = {
    QEvent.Type.ApplicationFontChange,
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.Polish,
    QEvent.Type.Show,
}
STYLE = """QTextEdit {{ background: transparent; border: none; border-radius: 0; padding: 0; margin: 0; color: {ink};
selection-color: {ink}; selection-background-color: {tint}; }}"""


class TextField(TakesTexts, QTextEdit):
    """Plain text over the map, as wide as the text's place and as high as it needs."""

    typed = Signal(str)
    committed = Signal()
    cancelled = Signal()
    turned = Signal(bool)
    """To the next text, or to the one before (True)."""
    left = Signal(bool)
    """The keys went elsewhere; True if the window still has them."""
    undone = Signal()
    """Undo was asked for where there is nothing to undo in the text."""
    grown = Signal()
    """It may need another height."""

    def __init__(self, parent: QWidget, text: str, place: TextPlace, label: str = "") -> None:
        """`label` says what the text is, as long as it is empty."""
        super().__init__(parent)
        self._label = label
        self.setAccessibleDescription(label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self._ended = False
        self._quiet = False
        self._place = place
        self._layout = RuledLayout(self.document(), self._lines_of)
        self.document().setDocumentLayout(self._layout)
        self.setCursorWidth(1)
        self.put(text)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self.viewport().update)
        self.selectionChanged.connect(self.viewport().update)

    # -- what is in it ----------------------------------------------------------------------------------------------
    def text(self) -> str:
        """What is typed, with its no-break spaces."""
        return written(self.document())

    def put(self, text: str) -> None:
        """Shows a text; there is nothing to undo then."""
        self._quiet = True
        self.setPlainText(text)
        self.document().clearUndoRedoStacks()
        self._quiet = False

    def begin(self) -> None:
        """Takes the keys; all of the text is selected."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def end(self) -> None:
        """From now on nothing is told any more."""
        self._ended = True
        self.blockSignals(True)  # noqa: FBT003 - Qt knows no names for its arguments

    # -- how it looks -----------------------------------------------------------------------------------------------
    def wear(self, place: TextPlace) -> None:
        """Takes the type, the colour and the breaks of a place on the poster."""
        ink = place.colour
        if ink != self._place.colour or not self.styleSheet():
            self.setStyleSheet(STYLE.format(ink=ink, tint=accent(0.25).name(QColor.NameFormat.HexArgb)))
        self._place = place
        self._layout.ink, self._layout.tint = QColor(ink), accent(0.25)
        standard = _standard(place)
        self._layout.stand_in(standard or _stand_ins(place, self._label), STANDARD if standard else PALE)

    def extent(self) -> Box:
        """Where the text stands on the board as it is now, mm, from the tops of its letters to their feet."""
        place, style = self._place, self._place.style
        lines = [line for block in self._lines_of(self.text()) for line in block]
        left, right = min(line.x for line in lines), max(line.x + line.width for line in lines)
        words = [line.words for line in lines if line.words is not None]
        words += _stand_ins(place, self._label) if not self.text() else ()
        left = min([left, *(one.x for one in words)])
        right = max([right, *(one.x + one.line.width for one in words)])
        top = min(lines[0].y, place.baseline) - ascent(style)
        bottom = max(lines[-1].y, *(one.y for one in words), place.baseline)
        return Box(left, top, right - left, bottom + descent(style) - top)

    @property
    def pixels(self) -> float:
        """The size of its type, px."""
        return self._layout.pixels

    def sit(self, seat: Seat, geometry: QRect) -> None:
        """Takes its place in the viewport; `seat` says where the board is seen there."""
        if geometry != self.geometry():
            self.setGeometry(geometry)
        style = self._place.style
        own = Seat(seat.x - geometry.x(), seat.y - geometry.y(), seat.scale)
        step = self._place.step * seat.scale
        self._layout.sit(own, style.em * seat.scale, step, bold=style.bold, italic=style.italic)
        self.viewport().update()

    def _lines_of(self, text: str) -> Paragraphs:
        return typed_lines(self._place, text)

    # -- keys -------------------------------------------------------------------------------------------------------
    def event(self, event: QEvent) -> bool:
        """Keys that belong to typing are no shortcuts while the text is open."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._is_next_stage(event):
                self.committed.emit()
                event.ignore()
                return False
            if self._is_own(event):
                event.accept()
                return True
            event.ignore()
            return False
        done = bool(super().event(event))
        if event.type() in RESTYLING:
            self._layout.dress()
        return done

    @staticmethod
    def _is_next_stage(event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        return enter and held == Qt.KeyboardModifier.ControlModifier

    @staticmethod
    def _is_own(event: QKeyEvent) -> bool:
        if any(event.matches(key) for key in OWN_KEYS):
            return True
        control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
        held = event.modifiers() & (control | alt | Qt.KeyboardModifier.MetaModifier)
        writes = bool(event.text()) and event.text().isprintable()
        if held in {control | alt, alt} and writes:
            return True  # AltGr, which Windows reports as both
        if not held & ~alt:
            return not Qt.Key.Key_F3 <= event.key() <= Qt.Key.Key_F35 and event.key() != Qt.Key.Key_F1
        return event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter keeps, Escape gives back, Tab goes on."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Escape:
                self.cancelled.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not shift:
                self.committed.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.textCursor().insertText("\n")
                self.ensureCursorVisible()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self.turned.emit(shift or event.key() == Qt.Key.Key_Backtab)
            case _:
                if event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
                    self.undone.emit()
                    return
                super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Plain text only, whatever was copied."""
        if source.hasText():
            self.textCursor().insertText("\n".join(source.text().splitlines()))

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """What is selected as plain text, with its no-break spaces."""
        made = QMimeData()
        made.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return made

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """It is the map's: the text shows all of itself. (A text field keeps even those that it ignores.)"""
        pass_on(self.viewport(), event, self.parentWidget())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, ARG002, N802
        """Tab goes to the next text, not to the next part of the window."""
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The keys go elsewhere."""
        super().focusOutEvent(event)
        if not self._ended and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit(event.reason() != Qt.FocusReason.ActiveWindowFocusReason)

    def _changed(self) -> None:
        if not self._quiet and not self._ended:
            self.grown.emit()
            self.typed.emit(self.text())


def _stand_ins(place: TextPlace, label: str) -> tuple[Words, ...]:
    """The standard words in the place of a text that is not written yet, or else its label."""
    return () if place.lines else _standard(place) or wrapped(place, label)


def _standard(place: TextPlace) -> tuple[Words, ...]:
    """What the poster writes in the place of a text that is not written."""
    if place.lines:
        return ()
    return tuple(words for words in place.hidden if words.line.runs and _is_near(place, words))


def _is_near(place: TextPlace, words: Words) -> bool:
    """Whether words stand where a text will be typed, and not at another part of its record."""
    em = place.style.em
    return place.box.grown(em, em).contains(words.x, words.y) or abs(words.y - place.baseline) < em / 2
