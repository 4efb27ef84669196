"""The personas bar over the map: everyone first, then who travels, and "+" last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from journeyeditor.editor.commands import personas as commands
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.errors import Message, message
from journeyeditor.model.change import Change
from journeyeditor.model.records import Persona
from journeyeditor.qt.canvas.pictures import holds_picture, put_picture
from journeyeditor.qt.look import hairline, tool_button, wear
from journeyeditor.qt.parts.dropped import answer, offers_copy
from journeyeditor.qt.parts.listening import listen
from journeyeditor.qt.parts.symbols import style_icon
from journeyeditor.qt.personas.chip import Chip
from journeyeditor.qt.personas.dialog import PersonaDialog
from journeyeditor.qt.personas.portrait import choose_portrait

HEIGHT = 60
STYLES = range(1, 13)


class PersonasBar(QScrollArea):
    """60 px high, on the desk; scrolls sideways when there are many."""

    def __init__(self, desk: EditorDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.chips: list[Chip] = []
        self.setFixedHeight(HEIGHT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        wear(self.viewport(), "desk")
        inside = self._inside = wear(QWidget(), "desk")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(20, 7, 16, 7)
        self._row.setSpacing(4)
        column.addLayout(self._row, 1)
        self.everyone = Chip()
        self.everyone.clicked.connect(lambda: desk.editor.activate(None))
        self._upright = hairline(upright=True)
        self._upright.setFixedHeight(20)
        self.plus = tool_button("plus", role="muted")
        self.plus.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plus.clicked.connect(self.add)
        for widget in (self.everyone, self._upright, self.plus):
            self._row.addWidget(widget)
        self._row.insertSpacing(2, 8)
        self._row.addStretch(1)
        self.setWidget(inside)
        self.setAcceptDrops(True)
        listen(self, desk.editor.changed, self._changed)
        listen(self, desk.editor.viewed, self._viewed)
        self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language of now."""
        say = self.desk.editor.speech.say
        self.plus.setToolTip(say(message("Add persona")))
        self.plus.setAccessibleName(say(message("Add persona")))
        self.setAccessibleName(say(message("Personas")))
        self.refresh()

    def refresh(self) -> None:
        """Shows who travels now."""
        speech, journey, active = self.desk.editor.speech, self.desk.journey, self.desk.editor.persona
        personas = journey.personas()
        while len(self.chips) > len(personas):
            chip = self.chips.pop()
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        while len(self.chips) < len(personas):
            self._add_chip()
        self.everyone.show_person(None, journey.images, speech.say(message("Everyone")), "", active=active is None)
        self.everyone.setToolTip(speech.say(message("Emotions and findings are for everyone")))
        for chip, persona in zip(self.chips, personas, strict=True):
            name = persona.name.strip() or speech.say(message("No name yet"))
            maturity = speech.term("maturity", persona.maturity) if persona.maturity else ""
            caption = speech.say(message("hidden")) if persona.hidden else maturity
            chip.show_person(persona, journey.images, name, caption, active=persona.id == active)
            chip.setToolTip(speech.say(message("Click: active. Double-click: edit. Drag or Alt+arrows: move.")))
            chip.setAccessibleDescription(caption)
        self._upright.setVisible(bool(personas))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return QSize(480, HEIGHT)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scrolls sideways."""
        bar = self.horizontalScrollBar()
        delta = event.angleDelta()
        bar.setValue(bar.value() - (delta.x() or delta.y()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """A picture may be dropped on a persona; other files are the window's."""
        answer(event, taken=holds_picture(event.mimeData()))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Only on a persona."""
        answer(event, taken=self._dropped_on(event) is not None and holds_picture(event.mimeData()))

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """It becomes the persona's portrait, as on the paper."""
        key = self._dropped_on(event) if offers_copy(event) else None
        answer(event, taken=key is not None and put_picture(self.desk.editor, key, event.mimeData()))

    def _dropped_on(self, event: QDropEvent) -> str | None:
        place = self._inside.mapFrom(self, event.position().toPoint())
        there = (one for one in self.chips if one.persona is not None and one.geometry().contains(place))
        return next((one.persona.id for one in there if one.persona is not None), None)

    def add(self) -> None:
        """Somebody new, whose fields open."""
        key = commands.add(self.desk.editor)
        if key is not None:
            self.edit(key)

    def edit(self, key: str) -> None:
        """Every field of a persona in a dialog."""
        PersonaDialog(self.desk, key, self.window()).open()

    def menu(self, key: str) -> QMenu:
        """What can be done with a persona."""
        editor = self.desk.editor
        persona = editor.journey.get(key)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        hidden = isinstance(persona, Persona) and persona.hidden

        def entry(into: QMenu, text: Message, then: Callable[[], object]) -> QAction:
            action = into.addAction(editor.speech.say(text))
            action.triggered.connect(lambda _checked=False: then())
            return action

        entry(menu, message("Edit…"), lambda: self.edit(key))
        entry(menu, message("Copy"), lambda: commands.copy(editor, key))
        entry(menu, message("Show") if hidden else message("Hide"), lambda: commands.show_or_hide(editor, key))
        menu.addSeparator()
        styles = menu.addMenu(editor.speech.say(message("Colour and marker")))
        for style in STYLES:
            name = editor.speech.say(message("Style {number}", number=style))
            action = styles.addAction(style_icon(style), name)
            action.setCheckable(True)
            action.setChecked(isinstance(persona, Persona) and persona.style == style)
            action.triggered.connect(lambda _checked=False, style=style: commands.restyle(editor, key, style))
        entry(menu, message("Portrait…"), lambda: choose_portrait(editor, key, self.window()))
        if isinstance(persona, Persona) and persona.portrait:
            entry(menu, message("Remove portrait"), lambda: commands.set_portrait(editor, key, None))
        menu.addSeparator()
        places = [one.id for one in editor.journey.personas()]
        at = places.index(key) if key in places else 0
        entry(menu, message("Move left"), lambda: commands.move_by(editor, key, -1)).setEnabled(at > 0)
        entry(menu, message("Move right"), lambda: commands.move_by(editor, key, 1)).setEnabled(at < len(places) - 1)
        menu.addSeparator()
        entry(menu, message("Delete"), lambda: commands.remove(editor, key))
        return menu

    def _add_chip(self) -> None:
        chip = Chip()
        chip.clicked.connect(lambda: self._activate(chip))
        chip.edited.connect(lambda: self._edit_chip(chip))
        chip.asked.connect(lambda place: chip.persona is not None and self.menu(chip.persona.id).exec(place))
        chip.moved.connect(lambda by: self._move_by(chip, by))
        chip.dragged.connect(lambda place, done: self._drag(chip, place, done=done))
        self._row.insertWidget(self._row.indexOf(self.plus), chip)
        self.chips.append(chip)

    def _activate(self, chip: Chip) -> None:
        if chip.persona is not None:
            self.desk.editor.activate(chip.persona.id)

    def _edit_chip(self, chip: Chip) -> None:
        if chip.persona is not None:
            self.edit(chip.persona.id)

    def _move_by(self, chip: Chip, by: int) -> None:
        if chip.persona is None:
            return
        key, at = chip.persona.id, self.chips.index(chip) + by
        if 0 <= at < len(self.chips):
            commands.move(self.desk.editor, key, at)
            self.chips[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _drag(self, chip: Chip, place: QPoint, *, done: bool) -> None:
        """The order shows while the hand moves; it is one edit when it lets go."""
        x = self._inside.mapFromGlobal(place).x()
        if not done:
            chip.raise_()
            chip.move(max(0, x - 24), chip.y())
            return
        others = [one for one in self.chips if one is not chip]
        at = sum(1 for one in others if one.x() + one.width() / 2 < x)
        if chip.persona is not None:
            commands.move(self.desk.editor, chip.persona.id, at)
        self._row.invalidate()
        self._row.activate()
        self.refresh()

    def _changed(self, change: Change) -> None:
        if any(isinstance(before or after, Persona) for before, after in change.pairs.values()):
            self.refresh()

    def _viewed(self, _none: None) -> None:
        self.retranslate()
