"""Pictures of records: chosen from a file, dropped, pasted, removed; logos one after the other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from journeyeditor.editor import Editor
from journeyeditor.errors import message
from journeyeditor.model.records import Persona, Record
from journeyeditor.qt.inspector.editors.base import MIXED_WORD, FieldEditor
from journeyeditor.qt.inspector.shapes import Field
from journeyeditor.qt.look import tool_button, wear
from journeyeditor.qt.parts.dropped import answer, offers_copy
from journeyeditor.qt.parts.labels import SMALL, Tone
from journeyeditor.qt.parts.picking import pick_picture
from journeyeditor.qt.parts.pictures import png, stored, taken, thumbnail
from journeyeditor.qt.personas.portrait import crop

THUMB, LOGO = (72, 48), (34, 28)
"""Width and height, px."""
LARGEST = 1600
"""Pixels of a picture or logo that is kept, along its longer side."""


class PictureEditor(FieldEditor):
    """One picture. A persona's is cropped to a square."""

    def __init__(self, field: Field, kind: type[Record], editor: Editor) -> None:
        super().__init__(field, kind, editor)
        self.setAcceptDrops(True)
        self.thumb = _Thumb(self)
        self.thumb.clicked.connect(self.choose)
        self.remove = tool_button("x", role="muted", size=14)
        self.remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.remove.clicked.connect(lambda: self.give(None))
        self.button = QPushButton()
        self.button.clicked.connect(self.choose)
        self.mixed = Tone("", "muted", SMALL)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.thumb, self.button, self.mixed, self.remove):
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)

    def main(self) -> QWidget:
        """See `FieldEditor`."""
        return self.thumb if not self.thumb.isHidden() else self.button

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """See `FieldEditor`."""
        data = self.editor.journey.images.get(value) if value and not mixed else None
        self.thumb.setVisible(data is not None)
        self.remove.setVisible(mixed or value is not None)
        self.button.setVisible(data is None)
        self.mixed.setVisible(mixed)
        if data is not None:
            self.thumb.setIcon(thumbnail(data, *THUMB))

    def retranslate(self, label: str) -> None:
        """See `FieldEditor`."""
        for widget in (self.thumb, self.button):
            widget.setAccessibleName(label)
        self.mixed.setText(self.say(MIXED_WORD))
        self.button.setText(self.say(message("Choose…")))
        self.thumb.setToolTip(self.say(message("Another picture: click, drop or paste one")))
        self.remove.setToolTip(self.say(message("Remove picture")))
        self.remove.setAccessibleName(self.say(message("Remove picture")))

    def choose(self) -> None:
        """Asks for a file."""
        title, editor = self.say(self.field.label), self.editor
        path = pick_picture(self.window(), title, editor.speech, editor.document)
        if path is not None:
            self.take(path, path.name)

    def take(self, source: Path | bytes, name: str) -> bool:
        """A file, or the bytes of a picture; False if it cannot be used, which is told."""
        found = taken(self.editor, source, name)
        if found is None:
            return False
        if self.kind is Persona:
            crop(self.editor, found[1], self.window(), self._give_picture)
        else:
            self._give_picture(_kept(found))
        return True

    def _give_picture(self, data: bytes) -> None:
        self.give(self.editor.journey.images.add(data))

    def paste(self) -> bool:
        """A picture from the clipboard; False if there is none."""
        image = QApplication.clipboard().image()
        if image.isNull():
            return False
        self.take(png(image), self.say(message("Clipboard")))
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Qt's."""
        mime = event.mimeData()
        answer(event, taken=mime.hasImage() or any(url.isLocalFile() for url in mime.urls()))

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Qt's."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        done = False
        if offers_copy(event) and files:
            done = self.take(files[0], files[0].name)
        elif offers_copy(event) and event.mimeData().hasImage():
            done = self.take(png(QImage(event.mimeData().imageData())), self.say(message("Picture")))
        answer(event, taken=done)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Paste and Delete."""
        if event.matches(QKeySequence.StandardKey.Paste) and self.paste():
            return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self.remove.isHidden():
            self.give(None)
            return
        super().keyPressEvent(event)


class PicturesEditor(FieldEditor):
    """Logos: the client's first, then the facilitator's."""

    def __init__(self, field: Field, kind: type[Record], editor: Editor) -> None:
        super().__init__(field, kind, editor)
        self._value: tuple[str, ...] = ()
        self._thumbs: list[_Thumb] = []
        self.plus = tool_button("plus", role="muted", size=16)
        self.plus.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plus.clicked.connect(self.choose)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self.plus)
        self._row.addStretch(1)
        self.column.addLayout(self._row)

    def main(self) -> QWidget:
        """See `FieldEditor`."""
        return self.plus

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """See `FieldEditor`."""
        new = () if mixed else tuple(value)
        if new == self._value and len(self._thumbs) == len(new):
            return
        self._value = new
        for thumb in self._thumbs:
            thumb.hide()
            thumb.deleteLater()
        self._thumbs = []
        for number, key in enumerate(new):
            thumb = _Thumb(self, LOGO)
            data = self.editor.journey.images.get(key)
            if data is not None:
                thumb.setIcon(thumbnail(data, *LOGO))
            thumb.setToolTip(self.say(message("Logo {number}", number=number + 1)))
            thumb.setAccessibleName(self.say(message("Logo {number}", number=number + 1)))
            thumb.clicked.connect(lambda _checked=False, number=number: self._open(number))
            self._row.insertWidget(number, thumb)
            self._thumbs.append(thumb)

    def retranslate(self, label: str) -> None:
        """See `FieldEditor`."""
        super().retranslate(label)
        self.plus.setToolTip(self.say(message("Add logo")))

    def choose(self) -> None:
        """Asks for a file."""
        title, editor = self.say(message("Add logo")), self.editor
        path = pick_picture(self.window(), title, editor.speech, editor.document)
        if path is not None:
            self.take(path, path.name)

    def take(self, source: Path | bytes, name: str) -> None:
        """The file of another logo, or its bytes."""
        found = taken(self.editor, source, name)
        if found is not None:
            key = self.editor.journey.images.add(_kept(found))
            self.give((*(one for one in self._value if one != key), key))

    def remove(self, number: int) -> None:
        """Takes one away."""
        self.give(tuple(key for at, key in enumerate(self._value) if at != number))

    def shift(self, number: int, by: int) -> None:
        """Puts one earlier or later."""
        keys = list(self._value)
        keys.insert(number + by, keys.pop(number))
        self.give(tuple(keys))

    def menu(self, number: int) -> QMenu:
        """What can be done with one."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        earlier = menu.addAction(self.say(message("Move left")), lambda: self.shift(number, -1))
        earlier.setEnabled(number > 0)
        later = menu.addAction(self.say(message("Move right")), lambda: self.shift(number, 1))
        later.setEnabled(number < len(self._value) - 1)
        menu.addAction(self.say(message("Delete")), lambda: self.remove(number))
        return menu

    def _open(self, number: int) -> None:
        thumb = self._thumbs[number]
        self.menu(number).popup(thumb.mapToGlobal(QPoint(0, thumb.height() + 2)))


class _Thumb(QToolButton):
    """A small picture that can be clicked."""

    def __init__(self, parent: QWidget, size: tuple[int, int] = THUMB) -> None:
        super().__init__(parent)
        wear(self, "bordered")
        self.setStyleSheet("QToolButton { padding: 2px; }")
        self.setIconSize(QSize(*size))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _kept(found: tuple[bytes, QImage]) -> bytes:
    """The bytes as they are kept: scaled down where they are larger than any poster needs."""
    data, image = found
    return data if max(image.width(), image.height()) <= LARGEST else stored(image, LARGEST)
