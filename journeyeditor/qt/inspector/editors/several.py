"""Fields that hold several records: personas, channels, pains that an opportunity answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from journeyeditor.editor import Editor
from journeyeditor.errors import message
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.records import Anchored, Channel, Opportunity, Pain, Persona, Record
from journeyeditor.qt.inspector.editors.base import MIXED_WORD, FieldEditor
from journeyeditor.qt.inspector.editors.choices import channel_name
from journeyeditor.qt.inspector.reading import place_words
from journeyeditor.qt.inspector.shapes import Field
from journeyeditor.qt.look import colour, pixmap, watcher
from journeyeditor.qt.parts.labels import plain_tip

LONGEST = 44
"""Letters of a name in the menu."""
LEFT, RIGHT = 9, 24
"""Beside the names, px."""


class _Names(QPushButton):
    """A button as wide as there is room, its text cut where it must be."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        watcher.changed.connect(self.update)

    def name(self, whole: str) -> None:
        """Shows a text."""
        self._whole = whole
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt's."""
        super().resizeEvent(event)
        self._cut()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return QSize(80, 28)

    def _cut(self) -> None:
        room = max(20, self.width() - LEFT - RIGHT)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """The frame as the style draws it, the names at the left."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.features = QStyleOptionButton.ButtonFeature.None_
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setPen(colour("text"))
        box = QRect(LEFT, 0, self.width() - LEFT - RIGHT, self.height())
        aligned = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(box, aligned, self.text().replace("&&", "&"))
        chevron = pixmap("chevron-down", "muted", 14, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - RIGHT + 4, (self.height() - 14) // 2, chevron)


class SeveralEditor(FieldEditor):
    """A menu whose lines are checked; it stays open while one checks."""

    def __init__(self, field: Field, kind: type[Record], editor: Editor) -> None:
        super().__init__(field, kind, editor)
        self.input = _Names()
        self.menu = _StayingMenu(self)
        self.menu.aboutToShow.connect(self.fill)
        self.input.setMenu(self.menu)
        self.column.addWidget(self.input)
        self.setFocusProxy(self.input)
        self._value: tuple[str, ...] = ()
        self._mixed = False

    def main(self) -> QWidget:
        """See `FieldEditor`."""
        return self.input

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """See `FieldEditor`."""
        self._value, self._mixed = (() if mixed else tuple(value)), mixed
        self.input.name(self.say(MIXED_WORD) if mixed else self.summary())
        if self.menu.isVisible():
            for action in self.menu.actions():
                action.setChecked(action.data() in self._value)

    def summary(self) -> str:
        """What is chosen, in a line."""
        names = [self.name_of(key) for key in self._value]
        return ", ".join(names) if names else self.nothing()

    def nothing(self) -> str:
        """What is read where nothing is chosen."""
        return self.say(message("none"))

    def options(self) -> Sequence[str]:
        """Ids that can be checked."""
        raise NotImplementedError

    def name_of(self, key: str) -> str:
        """How one is read."""
        raise NotImplementedError

    def fill(self) -> None:
        """Puts the lines in, without icons, which would stand where the check mark of what holds is."""
        self.menu.clear()
        for key in self.options():
            name = self.name_of(key)
            action = QAction(name.replace("&", "&&") if len(name) <= LONGEST else name[: LONGEST - 1] + "…", self.menu)
            action.setCheckable(True)
            action.setChecked(key in self._value)
            action.setData(key)
            action.triggered.connect(lambda _checked=False, key=key: self.turn(key))
            self.menu.addAction(action)
        if not self.menu.actions():
            empty = QAction(self.say(message("There is nothing to choose from yet.")), self.menu)
            empty.setEnabled(False)
            self.menu.addAction(empty)

    def turn(self, key: str) -> None:
        """Checks one, or takes the check back."""
        taken = [one for one in self._value if one != key]
        new = taken if key in self._value else [*self._value, key]
        order = list(self.options())
        self.give(tuple(sorted(new, key=lambda one: order.index(one) if one in order else len(order))))


class _StayingMenu(QMenu):
    """Does not close when a line is checked."""

    def mouseReleaseEvent(self, event: Any) -> None:  # noqa: N802
        """Qt's."""
        action = self.activeAction()
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)


class PersonasEditor(SeveralEditor):
    """Whom it is for; nobody chosen = everyone."""

    def nothing(self) -> str:
        """See `SeveralEditor`."""
        return self.say(message("everyone"))

    def options(self) -> Sequence[str]:
        """See `SeveralEditor`."""
        return [persona.id for persona in self.editor.journey.personas()]

    def name_of(self, key: str) -> str:
        """See `SeveralEditor`."""
        persona = self.editor.journey.get(key)
        return (persona.name.strip() if isinstance(persona, Persona) else "") or self.say(message("No name yet"))


class ChannelsEditor(SeveralEditor):
    """The channels of a lane; none chosen = all."""

    def nothing(self) -> str:
        """See `SeveralEditor`."""
        return self.say(message("all channels"))

    def options(self) -> Sequence[str]:
        """See `SeveralEditor`."""
        own = [channel.id for channel in self.editor.journey.all(Channel)]
        return list(dict.fromkeys([*BUILT_IN_CHANNELS, *own]))

    def name_of(self, key: str) -> str:
        """See `SeveralEditor`."""
        return channel_name(self.editor.journey.channel(key), self.words)


class LinkedEditor(SeveralEditor):
    """The other side of an answer: pains of an opportunity, opportunities of a pain; those of the same place first."""

    def options(self) -> Sequence[str]:
        """See `SeveralEditor`."""
        journey = self.editor.journey
        here = [journey.get(key) for key in self.editor.selection]
        places = {one.first for one in here if isinstance(one, Anchored)}
        wanted: type[Record] = Pain if self.field.shape == "pains" else Opportunity
        found = [one for one in journey.all(wanted) if isinstance(one, Anchored)]
        reading = journey.reading()
        found.sort(key=lambda one: (one.first not in places, reading.starts(one.first or "") or (10**6, 0), one.id))
        return [one.id for one in found]

    def name_of(self, key: str) -> str:
        """See `SeveralEditor`."""
        record = self.editor.journey.get(key)
        if not isinstance(record, Pain | Opportunity):
            return ""
        text = record.text.strip().replace("\n", " ") or self.say(message("No text yet"))
        place = place_words(self.editor.journey, record, self.words)
        return f"{text}  ({place})" if self.menu.isVisible() or record.first is None else text
