"""The cards of the parking lot: a list that is painted, so that hundreds of notes cost nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QListView,
    QPlainTextEdit,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from journeyeditor.model.records import AnyRecord
from journeyeditor.qt.look import body_font, colour, watcher, wear
from journeyeditor.qt.palette.carrying import Carrier, Grip
from journeyeditor.qt.palette.parked import text_of
from journeyeditor.qt.parts.in_place import FieldDelegate, InPlace
from journeyeditor.qt.parts.overlay import OverlayBar
from journeyeditor.qt.parts.ring import paint_ring
from journeyeditor.qt.parts.texts import written

KEY = int(Qt.ItemDataRole.UserRole)
KIND = KEY + 1
GAP, GRIP, PAD = 6, 20, 7
"""Between cards; room of the grip; around the text; px."""
MOST_LINES = 6
MANY = 40
"""Cards that no window is high enough for."""
Index = QModelIndex | QPersistentModelIndex


class NoteModel(QAbstractListModel):
    """What waits, as rows: id, text, and the name of its kind where it is no note."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, str, str, str]] = []

    def fill(self, records: Sequence[AnyRecord], kinds: dict[str, tuple[str, str]]) -> bool:
        """Shows these; `kinds` gives name and colour role of those that are no notes, by id. True if others."""
        rows = [(record.id, text_of(record), *kinds.get(record.id, ("", ""))) for record in records]
        if rows == self._rows:
            return False
        if [row[0] for row in rows] == [row[0] for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return True
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def keys(self) -> list[str]:
        """Ids, from the top."""
        return [row[0] for row in self._rows]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Qt's."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Qt's."""
        key, text, kind, tone = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{kind}: {text}" if kind else text
        return {KEY: key, KIND: (kind, tone)}.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt's."""
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable if index.isValid() else flag.NoItemFlags


class CardDelegate(FieldDelegate):
    """A card with a grip, as high as its text."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.view = parent
        self.lifted: frozenset[str] = frozenset()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Qt's."""
        wide = self.view.viewport().width()
        kind = index.data(KIND)[0]
        box = self._text_box(QRect(0, 0, wide, 10_000), kind)
        metrics = QFontMetrics(_font())
        flags = int(Qt.TextFlag.TextWordWrap)
        tall = metrics.boundingRect(box, flags, index.data() or " ").height()
        tall = min(tall, MOST_LINES * metrics.lineSpacing()) + (16 if kind else 0)
        return QSize(wide, max(28, tall + 2 * PAD) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt's."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state, around = option.state, option.rect
        card = around.adjusted(0, 0, 0, -GAP)
        kind, tone = index.data(KIND)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        lifted = index.data(KEY) in self.lifted
        self._paint_frame(
            painter,
            QRectF(card),
            selected=selected,
            lifted=lifted,
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
        )
        self._paint_grip(painter, card)
        box = self._text_box(card, kind)
        painter.setOpacity(0.35 if lifted else 1.0)
        if kind:
            painter.setFont(body_font(11, bold=True))
            painter.setPen(colour(tone))
            painter.drawText(QRect(box.left(), card.top() + PAD - 1, box.width(), 16), 0, kind)
        painter.setFont(_font())
        painter.setPen(colour("text"))
        painter.setClipRect(box)
        painter.drawText(box, int(Qt.TextFlag.TextWordWrap), index.data())
        painter.setClipping(False)
        if state & QStyle.StateFlag.State_HasFocus and self.view.hasFocus():
            paint_ring(painter, QRectF(card), 7)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802, ARG002
        """Several lines; Enter is done, Shift+Enter a new line."""
        return QPlainTextEdit(parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Qt's."""
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(index.data())
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:  # noqa: N802, ARG002
        """Gives the text to the list."""
        if isinstance(editor, QPlainTextEdit) and isinstance(self.view, NoteList):
            self.view.reword(index.data(KEY), written(editor.document()))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802, ARG002
        """Qt's."""
        box = option.rect.adjusted(0, 0, 0, -GAP)
        editor.setGeometry(box.adjusted(0, 0, 0, 8))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter is done; Escape gives back what was."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget):
            plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
                return True
        return super().eventFilter(watched, event)

    def _text_box(self, card: QRect, kind: str) -> QRect:
        return card.adjusted(GRIP, PAD + (15 if kind else 0), -8, -PAD)

    @staticmethod
    def _paint_frame(painter: QPainter, card: QRectF, *, selected: bool, lifted: bool, hovered: bool) -> None:
        box = card.adjusted(0.5, 0.5, -0.5, -0.5)
        if lifted:
            painter.setPen(QPen(colour("accent"), 1.2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(QPen(colour("accent" if selected else "control-border"), 1.5 if selected else 1))
            painter.setBrush(colour("accent-wash" if selected else "hover" if hovered else "control"))
        painter.drawRoundedRect(box, 7, 7)

    @staticmethod
    def _paint_grip(painter: QPainter, card: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("control-border"))
        for row in range(3):
            for column in range(2):
                painter.drawEllipse(QRectF(card.left() + 9 + 4 * column, card.top() + PAD + 4 + 4 * row, 1.8, 1.8))


class NoteList(InPlace, QListView):
    """Select with clicks and arrows, several with Shift and Ctrl; drag onto the map."""

    typed = Signal()
    """Nobody types on a card any more."""

    def __init__(self, canvas: Carrier | None, reword: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        wear(self, "bare")
        self._reword = reword
        self._bar = OverlayBar(self)
        self.notes = NoteModel(self)
        self.cards = CardDelegate(self)
        self.grip = Grip(self, canvas, "parked")
        self.grip.ended.connect(self._let_go)
        self.setModel(self.notes)
        self.setItemDelegate(self.cards)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet("QListView::item, QListView::item:selected { background: transparent; padding: 0; }")
        watcher.changed.connect(self.viewport().update)

    def chosen(self) -> list[str]:
        """Ids of what is selected, from the top."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.notes.keys()[row] for row in rows]

    def choose(self, keys: Sequence[str]) -> None:
        """Selects these."""
        self.clearSelection()
        known = self.notes.keys()
        for key in keys:
            if key in known:
                index = self.notes.index(known.index(key))
                self.selectionModel().select(index, self.selectionModel().SelectionFlag.Select)
                self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)

    def height_of_all(self) -> int:
        """Of all cards together, px; of a good many where there are more."""
        return sum(self.sizeHintForRow(row) for row in range(min(MANY, self.notes.rowCount())))

    def reword(self, key: str, text: str) -> None:
        """What was typed on a card."""
        self._reword(key, text)  # type: ignore[operator]

    def left(self) -> None:
        """See `InPlace`."""
        self.typed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        self._bar.place(self.width(), self.height())
        self.scheduleDelayedItemsLayout()
        around = self.parentWidget()
        if around is not None and event.size().width() != event.oldSize().width():
            around.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """What is pressed while several are selected carries them all."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.grip.press(event)
            held = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
            if self.selectionModel().isSelected(index) and not held and len(self.chosen()) > 1:
                return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """What is in the hand was chosen when it was lifted, whatever the list shows meanwhile."""
        before = self.grip.lifted
        if not before:
            self.grip.records = tuple(self.chosen())
        if self.grip.records and self.grip.move(event):
            if not before:
                self.cards.lifted = frozenset(self.grip.records)
                self.viewport().update()
        elif not event.buttons():
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt's."""
        if self.grip.release(event):
            return
        index = self.indexAt(event.position().toPoint())
        held = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        if index.isValid() and not held and len(self.chosen()) > 1 and event.button() == Qt.MouseButton.LeftButton:
            self.choose([index.data(KEY)])
        super().mouseReleaseEvent(event)

    def _let_go(self) -> None:
        self.cards.lifted = frozenset()
        self.viewport().update()


def _font() -> QFont:
    return body_font(12)
