"""Fields that are picked from a few: segments, switches, dots, feelings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from journeyeditor.editor import Editor
from journeyeditor.errors import Message, message
from journeyeditor.model.records import Emotion, Persona, Record
from journeyeditor.qt.inspector.editors.base import MIXED_WORD, FieldEditor
from journeyeditor.qt.inspector.shapes import Field
from journeyeditor.qt.look import colour, pixmap, watcher
from journeyeditor.qt.parts.dots import Dots
from journeyeditor.qt.parts.face_slider import FaceSlider
from journeyeditor.qt.parts.labels import SMALL, Tone
from journeyeditor.qt.parts.segmented import Segmented
from journeyeditor.qt.parts.switch import Switch
from journeyeditor.qt.parts.symbols import drawn_pixmap, paint_heart, paint_star, persona_colour
from journeyeditor.qt.parts.texts import GrowingText

SHORT: dict[str, dict[str, Message]] = {
    "evidence_short": {"assumption": message("Assumption"), "research": message("Research")},
    "started_by_short": {"customer": message("Customer"), "company": message("Company")},
    "better_short": {"higher": message("Higher"), "lower": message("Lower")},
}
"""Shorter words than the poster's, where a row says the rest."""


class SegmentsEditor(FieldEditor):
    """One of two or three."""

    def __init__(self, field: Field, kind: type[Record], editor: Editor) -> None:
        super().__init__(field, kind, editor)
        self.input = Segmented(field.values, icons=field.icons, can_be_empty=field.empty)
        self.input.chosen.connect(self.give)
        self.column.addWidget(self.input)
        self.setFocusProxy(next(iter(self.input.buttons.values())))

    def main(self) -> QWidget:
        """See `FieldEditor`."""
        return self.input

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """See `FieldEditor`."""
        self.input.show_value(None if mixed else value)
        self.input.setToolTip(self.say(MIXED_WORD) if mixed else "")

    def retranslate(self, label: str) -> None:
        """See `FieldEditor`."""
        super().retranslate(label)
        short = SHORT.get(self.field.terms)
        if short is not None:
            self.input.name([self.say(short[value]) for value in self.field.values])
        else:
            terms = [self.words.term(self.field.terms, value) for value in self.field.values]
            self.input.name([term[:1].upper() + term[1:] for term in terms])


class SwitchEditor(FieldEditor):
    """On or off."""

    def __init__(self, field: Field, kind: type[Record], editor: Editor) -> None:
        super().__init__(field, kind, editor)
        self.input = Switch()
        self.input.clicked.connect(lambda: self.give(self.input.isChecked()))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.input)
        self.sign = QLabel()
        self.mixed = Tone("", "muted", SMALL)
        row.addWidget(self.sign)
        row.addWidget(self.mixed)
        row.addStretch(1)
        self.column.addLayout(row)
        self.setFocusProxy(self.input)

    def main(self) -> QWidget:
        """See `FieldEditor`."""
        return self.input

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """See `FieldEditor`."""
        self.input.show_state(None if mixed else bool(value))
        self.mixed.setText(self.say(MIXED_WORD) if mixed else "")
        self.mixed.setVisible(mixed)


class ReasonEditor(SwitchEditor):
    """On with a reason, which may be empty, or off."""

    def __init__(self, field: Field, kind: type[Record], editor: Editor) -> None:
        super().__init__(field, kind, editor)
        self.input.clicked.disconnect()
        self.input.clicked.connect(lambda: self.give("" if self.input.isChecked() else None))
        self.reason = GrowingText(most=8)
        self.reason.typing.said.connect(lambda text, opening: self.give(text, f"{field.name} {opening}"))
        self.column.addWidget(self.reason)
        watcher.changed.connect(self._draw)
        self._draw()

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """See `FieldEditor`."""
        super().show_value(value is not None, mixed=mixed)
        on = not mixed and value is not None
        self.sign.setVisible(on)
        if on:
            self.reason.typing.show(value)
        self.reason.setVisible(on)

    def forget(self) -> None:
        """See `FieldEditor`."""
        super().forget()
        self.reason.typing.forget()

    def flush(self) -> None:
        """See `FieldEditor`."""
        if not self.reason.isHidden():
            self.reason.typing.flush()

    def retranslate(self, label: str) -> None:
        """See `FieldEditor`."""
        super().retranslate(label)
        self.reason.setPlaceholderText(self.say(message("Why?")))
        self.reason.setAccessibleName(self.say(message("{label}: {value}", label=label, value=message("Why?"))))

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        if self.field.role == "eye-off":
            self.sign.setPixmap(pixmap("eye-off", "muted", 16, ratio))
            return

        def draw(painter: QPainter, box: Any) -> None:
            if self.field.role == "star":
                paint_star(painter, box.center(), 15)
            else:
                paint_heart(painter, box.center(), 13, colour("gain"))

        self.sign.setPixmap(drawn_pixmap(18, 18, draw, ratio))


class DotsEditor(FieldEditor):
    """A weight of 1 to 5 or 1 to 3."""

    def __init__(self, field: Field, kind: type[Record], editor: Editor) -> None:
        super().__init__(field, kind, editor)
        self.input = Dots(field.most, field.role, can_be_empty=field.empty)
        self.input.chosen.connect(self.give)
        self.number = Tone("", "muted", SMALL)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.input)
        row.addWidget(self.number)
        row.addStretch(1)
        self.setMinimumHeight(28)
        self.column.addLayout(row)
        self.setFocusProxy(self.input)

    def main(self) -> QWidget:
        """See `FieldEditor`."""
        return self.input

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """See `FieldEditor`."""
        self.input.show_value(value, mixed=mixed)
        none = self.say(message("not said")) if value is None else str(value)
        self.number.setText(self.say(MIXED_WORD) if mixed else none)


class FeelingEditor(FieldEditor):
    """What a selected emotion is, with the face."""

    def __init__(self, field: Field, kind: type[Record], editor: Editor) -> None:
        super().__init__(field, kind, editor)
        self.input = FaceSlider()
        self.number = Tone("", "text", bold=True)
        self.number.setFixedWidth(40)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._serial = 0
        self.input.felt.connect(self._felt)
        self.input.let_go.connect(self._let_go)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.input, 1)
        row.addWidget(self.number)
        self.column.addLayout(row)
        self.setFocusProxy(self.input)

    def main(self) -> QWidget:
        """See `FieldEditor`."""
        return self.input

    def show_value(self, value: Any, *, mixed: bool) -> None:
        """See `FieldEditor`."""
        record = self.editor.journey.get(self.editor.selection[-1]) if self.editor.selection else None
        persona = self.editor.journey.get(record.persona) if isinstance(record, Emotion) else None
        ink = persona_colour(persona.style) if isinstance(persona, Persona) else colour("text")
        self.input.show_feeling(None if mixed else value, ink, mixed=mixed)
        self.number.setText(self.say(MIXED_WORD) if mixed else self.words.signed(value))

    def _felt(self, value: float | None) -> None:
        if value is not None:
            self.give(value, f"feeling {id(self)} {self._serial}")

    def _let_go(self) -> None:
        self._serial += 1
