"""The field that a text on the map is typed in. It knows keys and type, and nothing of journeys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from journeyeditor.editor.text_place import TextPlace
from journeyeditor.fonts.line import LINE_STEP
from journeyeditor.qt.canvas.faces import poster_font
from journeyeditor.qt.canvas.over.pens import accent, shade
from journeyeditor.qt.canvas.wheel import pass_on

ALIGNMENTS = {
    "start": Qt.AlignmentFlag.AlignLeft,
    "middle": Qt.AlignmentFlag.AlignHCenter,
    "end": Qt.AlignmentFlag.AlignRight,
}
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
STYLE = """QTextEdit {{ background: transparent; border: none; border-radius: 0; padding: 0; margin: 0; color: {ink};
selection-color: {ink}; selection-background-color: {tint}; }}"""
PLATE_INSET = 8.0
PLATE = 14.0
CARET_ROOM = 3.0
"""Beside the widest line, so that the caret behind its last letter is seen, px."""


class TextField(QTextEdit):
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

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.is_plate = False
        self.overhang = CARET_ROOM
        self._ground = QColor("#FFFFFF")
        self._type = poster_font(PLATE)
        self._ended = False
        self._quiet = False
        self.put(text)
        self.textChanged.connect(self._changed)

    # -- what is in it ----------------------------------------------------------------------------------------------
    def text(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def put(self, text: str) -> None:
        """Shows a text; there is nothing to undo then."""
        self._quiet = True
        self.setPlainText(text)
        self._step_lines()
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
    def wear_place(self, pixels: float, place: TextPlace, ground: QColor) -> None:
        """In the poster's type of so many px, on the ground that is there."""
        self.is_plate, self._ground, self.overhang = False, ground, CARET_ROOM
        self.setViewportMargins(0, 0, 0, 0)
        self._wear(
            pixels, QColor(place.colour), ALIGNMENTS[place.align], bold=place.style.bold, italic=place.style.italic
        )

    def wear_plate(self, pixels: float) -> None:
        """On a white plate of its own, in a size that can be read."""
        self.is_plate, self._ground, self.overhang = True, shade("paper"), 0.0
        inset = int(PLATE_INSET)
        self.setViewportMargins(inset, inset, inset, inset)
        self._wear(pixels, shade("ink"), ALIGNMENTS["start"])

    def _wear(
        self, pixels: float, ink: QColor, align: Qt.AlignmentFlag, *, bold: bool = False, italic: bool = False
    ) -> None:
        self._quiet = True
        palette = self.palette()
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
            palette.setColor(role, ink)
        self.setPalette(palette)
        tint = accent(0.25).name(QColor.NameFormat.HexArgb)
        self.setStyleSheet(STYLE.format(ink=ink.name(), tint=tint))
        font = poster_font(pixels, bold=bold, italic=italic, points_to_pixels=self.logicalDpiY() / 72)
        self._type = font
        self.document().setDefaultFont(font)
        option = self.document().defaultTextOption()
        if option.alignment() != align:
            option.setAlignment(align)
            self.document().setDefaultTextOption(option)
        self._quiet = False
        self.viewport().update()

    def _step_lines(self) -> None:
        """Lines lie as far apart as on the poster."""
        natural = poster_metrics_step(self)
        step = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        step.setLineHeight(100 * LINE_STEP / natural, kind)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(step)
        self.document().clearUndoRedoStacks()

    @property
    def baseline(self) -> float:
        """From the top of the field to the first baseline, px."""
        block = self.document().firstBlock()
        self.document().documentLayout().blockBoundingRect(block)
        layout = block.layout()
        inset = PLATE_INSET if self.is_plate else 0.0
        if layout is None or not layout.lineCount():
            return inset + self.fontMetrics().ascent()
        line = layout.lineAt(0)
        return inset + layout.position().y() + line.y() + line.ascent()

    def needed_height(self, width: float) -> float:
        """So that all lines show at a width, px."""
        inset = PLATE_INSET if self.is_plate else 0.0
        self.document().setPageSize(QSizeF(max(10.0, width - 2 * inset), -1))
        return float(self.document().size().height()) + 2 * inset + 2

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ground that hides the printed text, a thin outline, then the text."""
        painter = QPainter(self.viewport())
        if not self.is_plate:
            painter.fillRect(self.viewport().rect(), self._ground)
        painter.end()
        super().paintEvent(event)

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
        done = super().event(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.document().setDefaultFont(self._type)  # the window's style brings its own type along
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
            self.textCursor().insertText(source.text())

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


def poster_metrics_step(field: QTextEdit) -> float:
    """Qt's own distance between lines of the poster's type, in ems."""
    from PySide6.QtGui import QFontMetricsF  # noqa: PLC0415 - beside its only use

    font = poster_font(100.0, points_to_pixels=field.logicalDpiY() / 72)
    return QFontMetricsF(font).lineSpacing() / 100.0
