"""What each persona feels at the selected touchpoints: a slider with the face, and words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from journeyeditor.editor import Editor
from journeyeditor.errors import message
from journeyeditor.model.records import Persona
from journeyeditor.qt.inspector.cards import short_name
from journeyeditor.qt.inspector.editors.base import MIXED_WORD
from journeyeditor.qt.inspector.writing import feeling_wish, words_wish
from journeyeditor.qt.look import colour, watcher, wear
from journeyeditor.qt.parts.face_slider import FaceSlider
from journeyeditor.qt.parts.labels import BODY, SMALL, Elided, Tone
from journeyeditor.qt.parts.portraits import paint_portrait
from journeyeditor.qt.parts.section import Section
from journeyeditor.qt.parts.symbols import persona_colour
from journeyeditor.qt.parts.texts import LineField

NARROW = 272
"""In a row narrower than this the slider stands below the name, px."""


class FeelingsSection(Section):
    """A row for every persona who is not hidden."""

    def __init__(self, editor: Editor, *, line: bool) -> None:
        super().__init__(line=line)
        self.editor = editor
        self.rows: list[FeelingRow] = []
        self._empty = Tone("", "muted", SMALL)
        self._empty.setWordWrap(True)
        self.body.addWidget(self._empty)

    def fill(self, keys: tuple[str, ...]) -> None:
        """Shows what is felt at these touchpoints."""
        personas = [persona for persona in self.editor.journey.personas() if not persona.hidden]
        while len(self.rows) < len(personas):
            row = FeelingRow(self.editor)
            self.body.addWidget(row)
            self.rows.append(row)
            row.retranslate()
        for row, persona in zip(self.rows, personas, strict=False):
            row.show_persona(persona, keys)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(personas))
        self._empty.setVisible(not personas)

    def forget(self) -> None:
        """From now on it is about other touchpoints."""
        for row in self.rows:
            row.forget()

    def flush(self) -> None:
        """What is being typed is told."""
        for row in self.rows:
            if not row.isHidden():
                row.words.typing.flush()

    def retranslate(self) -> None:
        """Says everything in the language of now."""
        say = self.editor.speech.say
        self.header.name(say(message("Emotion")))
        self._empty.setText(say(message("Add a persona to say what is felt here.")))
        for row in self.rows:
            row.retranslate()


class FeelingRow(QWidget):
    """One persona: portrait, name, slider, value; words below."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.editor = editor
        self.persona = ""
        self.keys: tuple[str, ...] = ()
        self._serial = 0
        self.portrait = _Portrait(editor)
        self.name = Elided("", "text", BODY)
        self.slider = FaceSlider()
        self.value = Tone("", "text", BODY, bold=True)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.value.setFixedWidth(42)
        self.words = wear(LineField(), "bare")
        self.words.setStyleSheet("QLineEdit { padding: 0; min-height: 20px; font-size: 12px; }")
        self.slider.felt.connect(self._felt)
        self.slider.let_go.connect(self._let_go)
        self.words.typing.said.connect(self._said)
        self._is_narrow = False
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.portrait, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.slider, 0, 2)
        grid.addWidget(self.value, 0, 3)
        grid.addWidget(self.words, 2, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        self.slider.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where there is little room the slider goes below the name, which would be cut beside it."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        for part in (self.name, self.slider):
            self._grid.removeWidget(part)
        self._grid.addWidget(self.name, 0, 1, 1, 2 if narrow else 1)
        self._grid.addWidget(self.slider, *((1, 1, 1, 2) if narrow else (0, 2, 1, 1)))

    def show_persona(self, persona: Persona, keys: tuple[str, ...]) -> None:
        """Shows what somebody feels at some touchpoints."""
        if persona.id != self.persona:
            self.forget()
        self.persona, self.keys = persona.id, keys
        felt = self.editor.journey.emotions(persona.id)
        values = {felt[key].value if key in felt else None for key in keys}
        texts = {felt[key].words for key in keys if key in felt}
        mixed = len(values) > 1
        value = None if mixed else next(iter(values), None)
        ink = persona_colour(persona.style)
        self.portrait.show_persona(persona)
        name = short_name(self.editor, persona)
        self.name.setText(name)
        self.name.set_bold(persona.id == self.editor.persona)
        self.slider.show_feeling(value, ink, mixed=mixed)
        say = self.editor.speech
        shown = say.say(MIXED_WORD) if mixed else "–" if value is None else say.signed(value)
        self.value.setText(shown)
        role = "muted" if mixed or value is None else f"persona-{persona.style}"
        self.value.set_role(role)
        self.words.setVisible(bool(texts))
        self.words.setPlaceholderText(say.say(MIXED_WORD) if len(texts) > 1 else say.say(message("in words")))
        self.words.typing.show(next(iter(texts)) if len(texts) == 1 else "")
        self.slider.setAccessibleName(say.say(message("{name} feels", name=name)))
        feeling = say.signed(value) if value is not None else say.say(message("nothing noted"))
        self.slider.setAccessibleDescription(f"{shown} {feeling}")
        self.slider.setToolTip(feeling)
        self.words.setAccessibleName(say.say(message("{name} feels, in words", name=name)))

    def forget(self) -> None:
        """From now on it is about others."""
        self._serial += 1
        self.words.typing.forget()

    def retranslate(self) -> None:
        """Says everything in the language of now."""
        persona = self.editor.journey.get(self.persona)
        if isinstance(persona, Persona):
            self.show_persona(persona, self.keys)

    def _felt(self, value: float | None) -> None:
        run = f"feeling {self.persona} {self.keys} {self._serial}"
        self.editor.do(feeling_wish(self.persona, self.keys, value), run)

    def _let_go(self) -> None:
        self._serial += 1

    def _said(self, text: str, opening: int) -> None:
        self.editor.do(words_wish(self.persona, self.keys, text), f"words {self.persona} {opening}")


class _Portrait(QWidget):
    """A persona's portrait of 24."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.editor = editor
        self._persona: Persona | None = None
        self.setFixedSize(QSize(24, 24))
        watcher.changed.connect(self.update)

    def show_persona(self, persona: Persona) -> None:
        """Shows somebody."""
        if persona != self._persona:
            self._persona = persona
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Qt's."""
        if self._persona is not None:
            painter = QPainter(self)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            painter.setPen(colour("text"))
            paint_portrait(painter, QRectF(0, 0, 24, 24), self._persona, self.editor.journey.images)
