"""Findings that hang on a step, as wash cards: the text, dots, whom it is for, votes, owner and date."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journeyeditor.editor import Editor
from journeyeditor.edits.describing import describe
from journeyeditor.edits.findings import vote
from journeyeditor.errors import message
from journeyeditor.model import naming
from journeyeditor.model.records import Gain, Measure, Note, Opportunity, Pain, Persona, Quote, Record
from journeyeditor.qt.inspector.reading import owners, people_words
from journeyeditor.qt.look import body_font, colour, watcher, wear
from journeyeditor.qt.parts.dates import DateField
from journeyeditor.qt.parts.dots import Dots
from journeyeditor.qt.parts.labels import CAPTION, Elided, Tone
from journeyeditor.qt.parts.owners import OwnerField
from journeyeditor.qt.parts.ring import paint_ring
from journeyeditor.qt.parts.symbols import paint_marker, persona_colour, persona_marker
from journeyeditor.qt.parts.votes import Votes

WASH: dict[type[Record], str] = {Pain: "pain-wash", Gain: "gain-wash", Opportunity: "opportunity-wash"}


class Card(QFrame):
    """A finding. A click or Enter goes there; Delete takes it away; its own controls change it in place."""

    opened = Signal(str)
    deleted = Signal(str)

    def __init__(self, kind: type[Record], editor: Editor) -> None:
        super().__init__()
        self.kind, self.editor = kind, editor
        self.key = ""
        if kind in WASH:
            wear(self, WASH[kind])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.column = QVBoxLayout(self)
        side = 10 if kind in WASH else 0
        self.column.setContentsMargins(side, 7 if side else 2, side, 7 if side else 2)
        self.column.setSpacing(3)
        self.text = Tone("", "text", 13 if kind is not Quote else 12.5, italic=kind is Quote)
        self.text.setWordWrap(True)
        self.column.addWidget(self.text)
        watcher.changed.connect(self.update)

    def show_record(self, record: Record) -> None:
        """Shows a finding."""
        if record.id != self.key:
            self.forget()
        self.key = record.id
        words = getattr(record, "text", "") or getattr(record, "name", "")
        shown = words.strip() or self.editor.speech.say(message("No text yet"))
        if isinstance(record, Quote) and words.strip():
            shown = self.editor.speech.quoted(words.strip())
        self.text.setText(shown)
        self.text.set_role("text" if words.strip() else "muted")
        self.setAccessibleName(shown)

    def forget(self) -> None:
        """From now on it is about another finding."""

    def flush(self) -> None:
        """What is being typed is told."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.key)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit(self.key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click goes there."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Its ground, and the focus ring."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ring(painter, QRectF(self.rect()), 6)


class WeightCard(Card):
    """A pain or a gain: dots (a pain's severity; a gain's strength), whom it is for, votes."""

    def __init__(self, kind: type[Record], editor: Editor) -> None:
        super().__init__(kind, editor)
        self.field, most, role = ("severity", 5, "pain") if kind is Pain else ("strength", 3, "gain")
        self.dots = Dots(most, role)
        self.dots.chosen.connect(self._weigh)
        self.people = People(editor)
        self.votes = Votes()
        self.votes.voted.connect(lambda by: editor.do(lambda journey: vote(journey, [self.key], by)))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.dots.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.dots, 0), (self.people, 1), (self.votes, 0)):
            row.addWidget(widget, stretch)
        self.column.addLayout(row)

    def show_record(self, record: Record) -> None:
        """See `Card`."""
        super().show_record(record)
        if not isinstance(record, Pain | Gain):
            return
        speech = self.editor.speech
        self.dots.show_value(getattr(record, self.field))
        self.dots.setAccessibleName(speech.say(message("Severity") if self.kind is Pain else message("Strength")))
        self.people.show_people(record.personas)
        self.votes.show_votes(speech.number(record.votes))
        self.votes.setAccessibleName(speech.plural("{n} vote", "{n} votes", record.votes))
        self.votes.setToolTip(speech.say(message("Click: one vote more. Shift+click: one less.")))

    def _weigh(self, value: object) -> None:
        fields: dict[str, Any] = {self.field: value}
        self.editor.do(lambda journey: describe(journey, self.key, **fields))


class CaptionedCard(Card):
    """A card with a muted line under its words."""

    def __init__(self, kind: type[Record], editor: Editor) -> None:
        super().__init__(kind, editor)
        self.caption = Elided("", "muted", CAPTION)
        self.column.addWidget(self.caption)


class QuoteCard(CaptionedCard):
    """What was said, by whom, where from, when."""

    def show_record(self, record: Record) -> None:
        """See `Card`."""
        super().show_record(record)
        if isinstance(record, Quote):
            speech = self.editor.speech
            people = people_words(self.editor.journey, record.personas, speech) if record.personas else ""
            parts = [part for part in (people, record.source.strip(), speech.date(record.date)) if part]
            self.caption.setText(" · ".join(parts))
            self.caption.setVisible(bool(parts))


class MeasureCard(CaptionedCard):
    """An indicator: its last value and its target."""

    def show_record(self, record: Record) -> None:
        """See `Card`."""
        super().show_record(record)
        if not isinstance(record, Measure):
            return
        speech, parts = self.editor.speech, []
        unit = f" {record.unit}" if record.unit else ""
        if record.values:
            last = record.values[-1]
            parts.append(f"{speech.number(last.value)}{unit} ({speech.date(last.date)})")
        if record.target is not None:
            parts.append(speech.say(message("target {value}", value=speech.number(record.target) + unit)))
        self.caption.setText(" · ".join(parts) or speech.say(message("No value yet")))


class OpportunityCard(Card):
    """What to do: owner and date, side by side where the name is short."""

    def __init__(self, kind: type[Record], editor: Editor) -> None:
        super().__init__(kind, editor)
        self.owner, self.due = OwnerField(), DateField()
        self.owner.typing.said.connect(lambda text, opening: self._set(opening, owner=text))
        self.due.said.connect(lambda date, opening: self._set(opening, due=date))
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(8)
        self._row.addWidget(self.owner, 1)
        self._row.addWidget(self.due, 1)
        self._row.setAlignment(self.owner, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(self._row)
        self.owner.textChanged.connect(lambda _text: self._arrange())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt's."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """A long name has a row of its own."""
        room = (self._row.geometry().width() - self._row.spacing()) // 2
        ways = QBoxLayout.Direction
        wanted = ways.TopToBottom if room > 0 and self.owner.wide() > room else ways.LeftToRight
        if wanted != self._row.direction():
            self._row.setDirection(wanted)

    def show_record(self, record: Record) -> None:
        """See `Card`."""
        super().show_record(record)
        if not isinstance(record, Opportunity):
            return
        say = self.editor.speech.say
        self.owner.offer(owners(self.editor.journey))
        self.owner.setPlaceholderText(say(message("Owner")))
        self.owner.setAccessibleName(say(message("Owner")))
        self.owner.typing.show(record.owner)
        self.due.show_date(record.due, self.editor.speech, say(message("Due")))
        self.due.line.setAccessibleName(say(message("Due")))

    def forget(self) -> None:
        """See `Card`."""
        self.owner.typing.forget()
        self.due.forget()

    def flush(self) -> None:
        """See `Card`."""
        self.owner.typing.flush()
        self.due.line.typing.flush()

    def _set(self, opening: int, **fields: str) -> None:
        self.editor.do(lambda journey: describe(journey, self.key, **fields), f"{self.key} {opening}")


class People(QWidget):
    """Markers and names of whom something is for, in a line."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.editor = editor
        self._people: tuple[str, ...] = ()
        self._font = body_font(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        watcher.changed.connect(self.update)

    def show_people(self, people: tuple[str, ...]) -> None:
        """Shows these; nobody = everyone."""
        self._people = people
        self.setAccessibleName(people_words(self.editor.journey, people, self.editor.speech))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return QSize(60, 18)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Qt's."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        metrics = painter.fontMetrics()
        middle, x = self.height() / 2, 0.0
        for key in self._people or ("",):
            persona = self.editor.journey.get(key)
            if isinstance(persona, Persona):
                ink = persona_colour(persona.style)
                paint_marker(painter, persona_marker(persona.style), QPointF(x + 5, middle), 9, ink)
                x += 15
            name = short_name(self.editor, persona)
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(0, round(self.width() - x)))
            painter.setPen(colour("muted"))
            aligned = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            painter.drawText(QRectF(x, 0, self.width() - x, self.height()), aligned, shown)
            x += metrics.horizontalAdvance(shown) + 10
            if x > self.width():
                break


def short_name(editor: Editor, persona: object) -> str:
    """A first name where that is enough; "everyone" for nobody in particular."""
    if not isinstance(persona, Persona):
        return editor.speech.say(message("everyone"))
    journey = editor.journey
    return naming.short_name(persona, journey.personas(), journey.head.language) or editor.speech.say(
        message("No name yet")
    )


CARDS: dict[type[Record], type[Card]] = {
    Pain: WeightCard,
    Gain: WeightCard,
    Quote: QuoteCard,
    Opportunity: OpportunityCard,
    Measure: MeasureCard,
    Note: Card,
}
