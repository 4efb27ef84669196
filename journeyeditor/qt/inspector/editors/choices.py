"""Fields that choose from a list: standard words, stages, channels, lanes, steps, icons, styles, papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from journeyeditor.drawing.themes import CALM
from journeyeditor.editor import Editor
from journeyeditor.editor.commands.channels import ADDED, new_channel
from journeyeditor.errors import message
from journeyeditor.layout.paper import SIZES
from journeyeditor.model import naming
from journeyeditor.model.channels import BUILT_IN_CHANNELS, CHANNEL_ICONS
from journeyeditor.model.naming import lane_name
from journeyeditor.model.records import ENTRY_LANES, Channel, Lane, Record, Stage
from journeyeditor.qt.inspector.editors.base import MIXED_WORD, FieldEditor
from journeyeditor.qt.inspector.reading import step_name
from journeyeditor.qt.inspector.shapes import Field
from journeyeditor.qt.look import icon, is_dark
from journeyeditor.qt.parts.labels import plain_tip
from journeyeditor.qt.parts.new_channel import STANDARD, ask_new_channel
from journeyeditor.qt.parts.symbols import channel_icon, style_icon, swatch_icon
from journeyeditor.words import TERMS, Words

ASIDE, BESIDE_ICON = 1, 6
"""Px that the style leaves beside the text, and between icon and text."""
NEW = "\0new"
"""What is chosen to make something new."""


class Option(msgspec.Struct, frozen=True):
    """A line of the list."""

    value: Any
    label: str
    icon: QIcon | None = None


class Choice(QComboBox):
    """A list that is filled when it is opened or come to, so that a thousand lines cost nothing before."""

    picked = Signal(object)

    def __init__(self, offer: Callable[[], Sequence[Option]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._values: list[Any] = []
        self._full = False
        self.setIconSize(QSize(16, 16))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(16)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._activated)

    def show_option(self, option: Option) -> None:
        """Shows one line as the chosen one."""
        with QSignalBlocker(self):
            if self._full and option.value in self._values and not self.view().isVisible():
                self._full = False
            if not self._full:
                self.clear()
                self._values = []
                self._add(option)
            self.setCurrentIndex(self._values.index(option.value) if option.value in self._values else -1)
        self._tip()
        if self.hasFocus():
            self.fill()

    def fill(self) -> None:
        """Puts all lines in, the chosen one as it is."""
        if self._full:
            return
        chosen = self._values[self.currentIndex()] if self.currentIndex() >= 0 else None
        shown = self.currentText()
        with QSignalBlocker(self):
            self.clear()
            self._values = []
            for option in self._offer():
                self._add(option)
            self._full = True
            if chosen in self._values:
                self.setCurrentIndex(self._values.index(chosen))
            else:
                self.setCurrentIndex(-1)
                self.setPlaceholderText(shown)

    def shown_text(self) -> str:
        """The chosen line as far as there is room for it; what is cut ends in an ellipsis."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - 2 * ASIDE
        if not self.itemIcon(self.currentIndex()).isNull():
            room -= self.iconSize().width() + BESIDE_ICON
        text = self.currentText() or self.placeholderText()
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt's, which cuts a long line off in the middle of a letter."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
        option.currentText = self.shown_text()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt's."""
        super().resizeEvent(event)
        self._tip()

    def _tip(self) -> None:
        """The whole text, where it is cut."""
        text = self.currentText() or self.placeholderText()
        self.setToolTip(plain_tip(text) if self.shown_text() != text else "")

    def showPopup(self) -> None:  # noqa: N802
        """Qt's."""
        self.fill()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Qt's."""
        self.fill()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """The panel scrolls; nothing is changed by accident."""
        event.ignore()

    def pick(self, value: Any) -> None:
        """Chooses a value as a hand would."""
        self.fill()
        at = self._values.index(value)
        self.setCurrentIndex(at)
        self._activated(at)

    def values(self) -> list[Any]:
        """All that can be chosen."""
        self.fill()
        return list(self._values)

    def _add(self, option: Option) -> None:
        self._values.append(option.value)
        text = option.label
        if option.icon is None:
            self.addItem(text)
        else:
            self.addItem(option.icon, text)

    def _activated(self, row: int) -> None:
        self.picked.emit(self._values[row])


class ChoiceEditor(FieldEditor):
    """One of the standard words of a field."""

    def __init__(self, field: Field, kind: type[Record], editor: Editor) -> None:
        super().__init__(field, kind, editor)
        self.input = Choice(self._all)
        self.input.picked.connect(self.picked)
        self.column.addWidget(self.input)
        self.setFocusProxy(self.input)
        self._shown: tuple[Any, bool] | None = None

    def main(self) -> QWidget:
        """See `FieldEditor`."""
        return self.input

    def picked(self, value: Any) -> None:
        """A line was chosen."""
        if self._shown != (value, False):
            self.give(value)

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """See `FieldEditor`."""
        self._shown = (value, mixed)
        self.input.show_option(Option(None, self.say(MIXED_WORD)) if mixed else self.option(value))

    def option(self, value: Any) -> Option:
        """How a value is read."""
        if value is None:
            return Option(None, self.say(message("not said")))
        term = self.words.term(self.field.terms, value)
        return Option(value, term[:1].upper() + term[1:])

    def options(self) -> Sequence[Any]:
        """All values, but None."""
        return self.field.values or tuple(TERMS[self.field.terms])

    def _all(self) -> list[Option]:
        empty = [self.option(None)] if self.field.empty else []
        return [*empty, *(self.option(value) for value in self.options())]


class StageEditor(ChoiceEditor):
    """The stage of a touchpoint, with the colour of its phase."""

    def option(self, value: Any) -> Option:
        """See `ChoiceEditor`."""
        stage = self.editor.journey.get(value)
        tint = CALM.phase(stage.phase if isinstance(stage, Stage) else None)
        return Option(value, step_name(self.editor.journey, value, self.words), swatch_icon(_phase_ink(tint.strong)))

    def options(self) -> Sequence[Any]:
        """See `ChoiceEditor`."""
        return [stage.id for stage in self.editor.journey.stages()]


class StepEditor(ChoiceEditor):
    """A stage or touchpoint."""

    def option(self, value: Any) -> Option:
        """See `ChoiceEditor`."""
        if value is None:
            return Option(None, self.say(message("Parking lot")))
        stage = isinstance(self.editor.journey.get(value), Stage)
        name = step_name(self.editor.journey, value, self.words)
        return Option(value, name, icon("milestone" if stage else "circle", "muted", 14, chosen=None))

    def options(self) -> Sequence[Any]:
        """See `ChoiceEditor`."""
        journey = self.editor.journey
        return [
            key
            for stage in journey.stages()
            for key in (stage.id, *(touchpoint.id for touchpoint in journey.touchpoints(stage.id)))
        ]


class ChannelEditor(ChoiceEditor):
    """A channel with its icon; a new one can be made."""

    def option(self, value: Any) -> Option:
        """See `ChoiceEditor`."""
        if value is None:
            return Option(None, self.say(message("not said")))
        if value == NEW:
            return Option(NEW, self.say(message("New channel…")), icon("plus", "muted", 14, chosen=None))
        channel = self.editor.journey.channel(value)
        found = channel.icon if channel is not None else "third_party"
        return Option(value, channel_name(channel, self.words), channel_icon(found))

    def options(self) -> Sequence[Any]:
        """See `ChoiceEditor`."""
        own = [channel.id for channel in self.editor.journey.all(Channel)]
        return [*dict.fromkeys([*BUILT_IN_CHANNELS, *own]), NEW]

    def picked(self, value: Any) -> None:
        """See `ChoiceEditor`."""
        if value != NEW:
            super().picked(value)
            return
        if self._shown is not None:
            self.input.show_option(self.option(self._shown[0]))
        title, sign = ask_new_channel(self.window(), self.words)
        if title:
            self.make(title, sign)

    def make(self, title: str, sign: str = STANDARD) -> None:
        """A channel of the journey's own, which is chosen at once; one step of the history."""
        with self.editor.together(ADDED):
            key = new_channel(self.editor, title, sign)
            if key is not None:
                self.give(key)


class LaneEditor(ChoiceEditor):
    """The lane of a text."""

    def option(self, value: Any) -> Option:
        """See `ChoiceEditor`."""
        lane = self.editor.journey.get(value)
        if not isinstance(lane, Lane):
            return Option(value, "")
        return Option(value, lane_name(lane, self.words))

    def options(self) -> Sequence[Any]:
        """See `ChoiceEditor`."""
        return [lane.id for lane in self.editor.journey.all(Lane) if lane.kind in ENTRY_LANES]


class IconEditor(ChoiceEditor):
    """The icon of a channel."""

    def option(self, value: Any) -> Option:
        """See `ChoiceEditor`."""
        return Option(value, self.words.term("channel", value), channel_icon(value))

    def options(self) -> Sequence[Any]:
        """See `ChoiceEditor`."""
        return CHANNEL_ICONS


class StyleEditor(ChoiceEditor):
    """Colour, marker and dash of a persona."""

    def option(self, value: Any) -> Option:
        """See `ChoiceEditor`."""
        return Option(value, self.say(message("Style {number}", number=value)), style_icon(value, 16))

    def options(self) -> Sequence[Any]:
        """See `ChoiceEditor`."""
        return range(1, 13)


class PaperEditor(ChoiceEditor):
    """A size of paper."""

    def option(self, value: Any) -> Option:
        """See `ChoiceEditor`."""
        return Option(value, str(value))

    def options(self) -> Sequence[Any]:
        """See `ChoiceEditor`."""
        return tuple(SIZES)


def channel_name(channel: Channel | None, words: Words) -> str:
    """A channel's own title, or the standard word of its icon."""
    if channel is None:
        return words.say(message("not said"))
    return naming.channel_name(channel, words)


def _phase_ink(strong: str) -> QColor:
    ink = QColor(strong)
    return ink.lighter(135) if is_dark() else ink
