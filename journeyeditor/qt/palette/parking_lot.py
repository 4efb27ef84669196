"""The parking lot: notes that have no place yet, typed as fast as people call them out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.edits.notes import NoteBecomes
from journeyeditor.errors import Message, message
from journeyeditor.model.change import Change
from journeyeditor.model.plain import kind_name
from journeyeditor.model.records import Anchored, Note
from journeyeditor.qt.look import wear
from journeyeditor.qt.palette import parked
from journeyeditor.qt.palette.carrying import Carrier
from journeyeditor.qt.palette.note_list import NoteList
from journeyeditor.qt.palette.quick_line import QuickLine
from journeyeditor.qt.parts.labels import BODY, SMALL, Tone
from journeyeditor.qt.parts.listening import listen

WIDTH, MARGIN = 208, 16
TONES = {"pain": "pain", "gain": "gain", "opportunity": "opportunity"}
EMPTY = message("Notes without a place wait here.")


class ParkingLot(QWidget):
    """Title with count, a line to type in, and what waits."""

    def __init__(self, desk: EditorDesk, canvas: Carrier | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._map: object = canvas
        self._place = parked.place_in(desk.journey, desk.editor.selection)
        wear(self, "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, 0, 12)
        column.setSpacing(8)
        self._title, self._count = Tone("", "text", BODY, bold=True), Tone("", "muted", SMALL)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        column.addLayout(head)
        self.line = QuickLine()
        self.notes = NoteList(canvas, lambda key, text: parked.reword(desk.editor, key, text))
        self._empty = Tone("", "muted", SMALL)
        self._empty.setWordWrap(True)
        typing = QVBoxLayout()
        typing.setContentsMargins(0, 0, MARGIN, 0)
        typing.addWidget(self.line)
        typing.addWidget(self._empty)
        column.addLayout(typing)
        column.addWidget(self.notes, 1)
        self.notes.setViewportMargins(0, 0, MARGIN, 0)
        self.notes.grip.ended.connect(self._let_go)
        self.notes.typed.connect(self.refresh)
        column.addStretch(0)
        self.line.setText(desk.editor.jotted)
        self.line.textChanged.connect(desk.editor.jot)
        self.line.said.connect(self._note_down)
        self.line.left_down.connect(self._to_notes)
        self.line.left.connect(self._to_map)
        self.notes.installEventFilter(self)
        self.notes.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.notes.customContextMenuRequested.connect(self._open_menu)
        listen(self, desk.editor.changed, self._changed)
        listen(self, desk.editor.selected, self._selected)
        listen(self, desk.editor.viewed, self._viewed)
        listen(self, desk.editor.jotting, self._jotted)
        self.retranslate()

    def focus_field(self) -> None:
        """Leads to the line to type in."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def retranslate(self) -> None:
        """Says everything in the language of now."""
        say = self.desk.editor.speech.say
        self._title.setText(say(message("Parking lot")))
        self.line.setPlaceholderText(say(message("Type what you hear")))
        self.line.setAccessibleName(say(message("Parking lot: type what you hear, Enter for each note")))
        self.notes.setAccessibleName(say(message("Parking lot")))
        self.notes.setToolTip(say(message("Drag onto the map, or Ctrl+Enter sends to what is selected there")))
        self._empty.setText(say(EMPTY))
        self.refresh()

    def refresh(self) -> None:
        """Shows what waits now; while a note is in the hand or typed on, what waited when that began."""
        if self.notes.grip.lifted or self.notes.is_typed_in:
            return
        records = parked.parked(self.desk.journey)
        say = self.desk.editor.speech.say
        kinds = {
            record.id: (say(parked.KINDS[type(record)]), TONES.get(kind_name(record), "muted"))  # type: ignore[index]
            for record in records
            if not isinstance(record, Note)
        }
        chosen, row = self.notes.chosen(), self.notes.currentIndex().row()
        if self.notes.notes.fill(records, kinds):
            self.notes.choose(chosen)
            if row >= 0 and not self.notes.currentIndex().isValid() and records:
                index = self.notes.notes.index(min(row, len(records) - 1))
                self.notes.selectionModel().setCurrentIndex(index, self.notes.selectionModel().SelectionFlag.NoUpdate)
        self._count.setText(str(len(records)) if records else "")
        self._empty.setVisible(not records)
        if not records and self.notes.hasFocus():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)  # not to whatever comes next
        self.notes.setVisible(bool(records))
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As tall as its notes."""
        column = self.layout()
        tall = column.sizeHint().height() if column is not None else 0
        if not self.notes.isHidden():
            tall += self.notes.height_of_all() - self.notes.sizeHint().height()
        return QSize(WIDTH, tall)

    def send(self, becomes: NoteBecomes | None = None) -> None:
        """Sends what is selected here to what is selected on the map, as it is or as something else."""
        keys = self.notes.chosen()
        if keys:
            parked.send(self.desk.editor, keys, self._place, becomes)

    def menu(self) -> QMenu:
        """What can be done with the selected notes."""
        say = self.desk.editor.speech.say
        keys = self.notes.chosen()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        notes_only = all(isinstance(self.desk.journey.get(key), Note) for key in keys)

        def entry(text: Message, shortcut: str, then: object, *, enabled: bool = True) -> None:
            action = menu.addAction(f"{say(text)}\t{shortcut}")
            action.setEnabled(enabled)
            action.triggered.connect(lambda _checked=False: then())  # type: ignore[operator]

        there = self._place is not None
        entry(message("Edit"), "Enter", self._edit, enabled=len(keys) == 1)
        entry(message("Send to selection"), "Ctrl+Enter", self.send, enabled=there)
        menu.addSeparator()
        for letter, (kind, name) in parked.BECOMES.items():
            text = message("Make it there: {kind}", kind=name)
            entry(text, letter, lambda kind=kind: self.send(kind), enabled=there and notes_only)
        menu.addSeparator()
        entry(message("Show in the inspector"), "", lambda: self.desk.select(keys))
        entry(message("Delete"), "Del", self._delete)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The keys of the list."""
        if (
            watched is self.notes
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and not self.notes.is_typed_in
        ):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        letter = event.text().upper()
        free = not held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if held & Qt.KeyboardModifier.ControlModifier:
                self.send()
            else:
                self._edit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._delete()
        elif free and letter in parked.BECOMES and self.notes.chosen():
            self.send(parked.BECOMES[letter][0])
        elif key == Qt.Key.Key_Up and self.notes.currentIndex().row() <= 0 and free:
            self.focus_field()
        else:
            return False
        return True

    def _note_down(self, text: str) -> None:
        parked.note_down(self.desk.editor, text)
        self.notes.scrollToTop()

    def _to_map(self) -> None:
        if isinstance(self._map, QWidget):
            self._map.setFocus()

    def _to_notes(self) -> None:
        if self.notes.notes.rowCount():
            self.notes.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.notes.chosen():
                self.notes.choose(self.notes.notes.keys()[:1])

    def _edit(self) -> None:
        if len(self.notes.chosen()) == 1:
            self.notes.begin(self.notes.selectedIndexes()[0])

    def _delete(self) -> None:
        parked.throw_away(self.desk.editor, self.notes.chosen())

    def _open_menu(self, place: QPoint) -> None:
        if self.notes.chosen():
            self.menu().exec(self.notes.viewport().mapToGlobal(place))

    def _let_go(self) -> None:
        """What was carried onto the map is selected there: so are the keys."""
        self.refresh()
        if not set(self.notes.grip.records) <= set(self.notes.notes.keys()):
            self._to_map()

    def _changed(self, change: Change) -> None:
        if any(isinstance(before or after, Anchored) for before, after in change.pairs.values()):
            self.refresh()
        if self._place is not None and self._place not in self.desk.journey:
            self._place = None

    def _selected(self, selection: tuple[str, ...]) -> None:
        self._place = parked.place_in(self.desk.journey, selection)
        known = set(self.notes.notes.keys())
        waiting = [key for key in selection if key in known]
        if waiting and set(waiting) != set(self.notes.chosen()):
            self.notes.choose(waiting)

    def _jotted(self, text: str) -> None:
        if self.line.text() != text:
            self.line.setText(text)

    def _viewed(self, _none: None) -> None:
        self.retranslate()
