"""Opportunities on a grid of impact (up) and effort (to the right), to be dragged there or moved by arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
)
from PySide6.QtWidgets import QToolTip, QWidget

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.edits.describing import describe
from journeyeditor.insight.ranking import HIGH, QUADRANTS
from journeyeditor.model.change import Change
from journeyeditor.model.records import Opportunity
from journeyeditor.qt.look import body_font, colour, watcher
from journeyeditor.qt.parts.labels import plain_tip
from journeyeditor.qt.parts.listening import listen

STEPS = 5
TRAY = 76
"""Height of the place for those that are not rated yet, px."""
LEFT, BOTTOM, TOP = 44, 40, 8
CHIP, TALL = 24, 58
"""Height of an opportunity in the tray, and at most in a cell; px."""
FOCUS = 2.0
"""Width of the ring around it while keys come to it, px."""
INSIDE = (FOCUS / 2, FOCUS / 2, -FOCUS / 2, -FOCUS / 2)
"""So far within its rim that ring runs."""
FAR = 4.0
"""From here on a press is a drag, px."""
Cell = tuple[int | None, int | None]
"""Impact and effort; None both = not said."""


class PriorityGrid(QWidget):
    """Each opportunity is a chip in its cell; those without impact or effort wait in the tray below."""

    chosen = Signal(str)
    """An opportunity was clicked."""

    def __init__(self, desk: EditorDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = desk.editor
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.current = ""
        self._pressed: tuple[str, QPointF] | None = None
        self._at: QPointF | None = None
        listen(self, self._editor.changed, self._changed)
        watcher.changed.connect(self.update)
        self.retranslate()

    def _changed(self, _change: Change) -> None:
        self.update()

    def retranslate(self) -> None:
        """The language as it is now."""
        say = self._editor.speech.say
        self.setAccessibleName(say("Opportunities by impact and effort"))
        self.setToolTip(say("Drag an opportunity to where it belongs, or choose it and use the arrow keys"))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for five by five cells."""
        return QSize(620, 560)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Smaller, and still readable."""
        return QSize(420, 400)

    # -- places -----------------------------------------------------------------------------------------------------
    def field(self) -> QRectF:
        """The grid itself."""
        return QRectF(LEFT, TOP, self.width() - LEFT - 8, self.height() - TOP - BOTTOM - TRAY)

    def cell_box(self, impact: int, effort: int) -> QRectF:
        """One cell."""
        field = self.field()
        wide, tall = field.width() / STEPS, field.height() / STEPS
        return QRectF(field.left() + (effort - 1) * wide, field.bottom() - impact * tall, wide, tall)

    def tray(self) -> QRectF:
        """Where those wait that are not rated."""
        return QRectF(LEFT, self.height() - TRAY, self.width() - LEFT - 8, TRAY - 8)

    def cell_at(self, place: QPointF) -> Cell:
        """Impact and effort at a place; (None, None) in the tray."""
        field = self.field()
        if place.y() > field.bottom() + BOTTOM / 2:
            return None, None
        effort = 1 + int((place.x() - field.left()) / field.width() * STEPS)
        impact = 1 + int((field.bottom() - place.y()) / field.height() * STEPS)
        return max(1, min(STEPS, impact)), max(1, min(STEPS, effort))

    def chips(self) -> list[tuple[Opportunity, QRectF]]:
        """Every opportunity that is not dropped, and where it is."""
        found: list[tuple[Opportunity, QRectF]] = []
        cells: dict[Cell, list[Opportunity]] = {}
        for one in self._editor.journey.all(Opportunity):
            if one.status != "dropped":
                rated = one.impact is not None and one.effort is not None
                cells.setdefault((one.impact, one.effort) if rated else (None, None), []).append(one)
        for (impact, effort), some in cells.items():
            if impact is None or effort is None:
                found += self._in_tray(some)
                continue
            box = self.cell_box(impact, effort).adjusted(4, 4, -4, -4)
            tall = min(TALL, box.height() / len(some))
            for number, one in enumerate(some):
                found.append((one, QRectF(box.left(), box.top() + number * tall, box.width(), tall - 2)))
        return found

    def _in_tray(self, some: list[Opportunity]) -> list[tuple[Opportunity, QRectF]]:
        tray = self.tray()
        rows = max(1, int((tray.height() - 18) // CHIP))
        across = max(1, -(-len(some) // rows))
        wide = min(180.0, tray.width() / across)
        top = tray.top() + 18
        return [
            (one, QRectF(tray.left() + n // rows * wide + 2, top + n % rows * CHIP, wide - 4, CHIP - 2))
            for n, one in enumerate(some)
        ]

    def event(self, event: QEvent) -> bool:
        """Over a chip its whole text is read: what has no room in it too."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = QPointF(event.pos())
            under = next((one.text for one, box in reversed(self.chips()) if box.contains(place)), "")
            QToolTip.showText(event.globalPos(), plain_tip(under.strip() or self.toolTip()), self)
            return True
        return super().event(event)

    # -- hands ------------------------------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Takes the chip that is under the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        hit = next((one.id for one, box in reversed(self.chips()) if box.contains(event.position())), "")
        self.current = hit
        self._pressed = (hit, event.position()) if hit else None
        if hit:
            self.chosen.emit(hit)
        self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Carries it."""
        if self._pressed is not None and (event.position() - self._pressed[1]).manhattanLength() > FAR:
            self._at = event.position()
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Puts it down."""
        pressed, at = self._pressed, self._at
        self._pressed = self._at = None
        if pressed is not None and at is not None:
            self.put(pressed[0], self.cell_at(at))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows move the chosen one by a step, or choose the first; Space goes to the next, Delete puts it back among
        those that are not rated, Escape lets go of what is carried.
        """
        steps = {
            Qt.Key.Key_Up: (1, 0),
            Qt.Key.Key_Down: (-1, 0),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Left: (0, -1),
        }
        key = Qt.Key(event.key())
        has_one = any(one.id == self.current for one, _ in self.chips())
        if key == Qt.Key.Key_Escape and self._at is not None:
            self._pressed = self._at = None
            self.update()
        elif key in steps and has_one:
            self._step(*steps[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and has_one:
            self.put(self.current, (None, None))
        elif key in steps or key in (Qt.Key.Key_Space, Qt.Key.Key_N):
            self._next()
        else:
            super().keyPressEvent(event)

    def put(self, key: str, cell: Cell) -> None:
        """Says impact and effort of an opportunity."""
        impact, effort = cell
        self._editor.do(lambda journey: describe(journey, key, impact=impact, effort=effort))
        self._tell()

    def _step(self, up: int, right: int) -> None:
        one = self._editor.journey.get(self.current)
        if isinstance(one, Opportunity):
            impact, effort = (one.impact or 3) + up, (one.effort or 3) + right
            self.put(one.id, (max(1, min(STEPS, impact)), max(1, min(STEPS, effort))))

    def _next(self) -> None:
        keys = [one.id for one, _ in self.chips()]
        if keys:
            at = keys.index(self.current) + 1 if self.current in keys else 0
            self.current = keys[at % len(keys)]
            self.chosen.emit(self.current)
            self._tell()

    def _tell(self) -> None:
        """For those who hear the window."""
        one, say = self._editor.journey.get(self.current), self._editor.speech.say
        if isinstance(one, Opportunity):
            rated = one.impact is not None and one.effort is not None
            told = say("impact {impact}, effort {effort}", impact=one.impact or 0, effort=one.effort or 0)
            self.setAccessibleDescription(f"{one.text}: {told if rated else say('not rated yet')}")
        self.update()

    # -- painting ---------------------------------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Quadrants, axes, chips."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_field(painter)
        self._paint_axes(painter)
        landing = self.cell_at(self._at) if self._at is not None else None
        if landing is not None:
            box = self.tray() if landing[0] is None or landing[1] is None else self.cell_box(landing[0], landing[1])
            wash = colour("accent")
            wash.setAlphaF(0.12)
            painter.setPen(QPen(colour("accent"), 1.2, Qt.PenStyle.DashLine))
            painter.setBrush(wash)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 6, 6)
        for one, box in self.chips():
            carried = self._at is not None and self._pressed is not None and self._pressed[0] == one.id
            self._paint_chip(painter, one, box, faint=carried)
        if self._at is not None and self._pressed is not None:
            held = self._editor.journey.get(self._pressed[0])
            if isinstance(held, Opportunity):
                self._paint_chip(painter, held, QRectF(self._at.x() - 80, self._at.y() - 12, 160, CHIP - 2))
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(*INSIDE), 6, 6)
        painter.end()

    def _paint_field(self, painter: QPainter) -> None:
        field = self.field()
        painter.fillRect(field, colour("control"))
        good = QRectF(self.cell_box(STEPS, 1).topLeft(), self.cell_box(HIGH, HIGH - 1).bottomRight())
        painter.fillRect(good, colour("gain-wash"))
        painter.setPen(QPen(colour("hairline"), 1))
        for step in range(STEPS + 1):
            x = field.left() + step * field.width() / STEPS
            y = field.top() + step * field.height() / STEPS
            painter.drawLine(QPointF(x, field.top()), QPointF(x, field.bottom()))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
        names = [self._editor.speech.say(text) for text in QUADRANTS.values()]
        corners = ((HIGH, 1), (HIGH, HIGH), (1, 1), (1, HIGH))
        painter.setFont(body_font(11, bold=True))
        painter.setPen(colour("muted"))
        for name, (impact, effort) in zip(names, corners, strict=True):
            box = self.cell_box(impact, effort)
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            painter.drawText(box.adjusted(8, 0, 200, -5), flags, name)
        split = QPen(colour("control-border"), 1.4)
        painter.setPen(split)
        x, y = self.cell_box(1, HIGH).left(), self.cell_box(HIGH, 1).bottom()
        painter.drawLine(QPointF(x, field.top()), QPointF(x, field.bottom()))
        painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))

    def _paint_axes(self, painter: QPainter) -> None:
        say, field = self._editor.speech.say, self.field()
        painter.setFont(body_font(11))
        painter.setPen(colour("muted"))
        middle = int(Qt.AlignmentFlag.AlignCenter)
        for step in range(1, STEPS + 1):
            across = self.cell_box(1, step)
            painter.drawText(QRectF(across.left(), field.bottom() + 2, across.width(), 16), middle, str(step))
            up = self.cell_box(step, 1)
            painter.drawText(QRectF(LEFT - 20, up.top(), 18, up.height()), middle, str(step))
        painter.setPen(colour("text"))
        painter.drawText(QRectF(field.left(), field.bottom() + 18, field.width(), 16), middle, say("Effort") + " →")
        painter.save()
        painter.translate(10, field.center().y())
        painter.rotate(-90)
        painter.drawText(QRectF(-field.height() / 2, -8, field.height(), 16), middle, say("Impact") + " →")
        painter.restore()
        painter.setPen(colour("muted"))
        tray = self.tray()
        painter.drawText(QRectF(tray.left(), tray.top(), tray.width(), 16), 0, say("Not rated yet"))

    def _paint_chip(self, painter: QPainter, one: Opportunity, box: QRectF, *, faint: bool = False) -> None:
        painter.save()
        painter.setOpacity(0.35 if faint else 1.0)
        chosen = one.id == self.current
        painter.setPen(QPen(colour("accent" if chosen else "opportunity"), 2 if chosen else 1))
        painter.setBrush(colour("opportunity-wash"))
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(body_font(11))
        painter.setPen(colour("text"))
        text = one.text.strip() or self._editor.speech.say("(no text)")
        inner = box.adjusted(6, 2, -6, -2)
        lines = lines_of(" ".join(text.split()), painter.font(), inner)
        line = QFontMetricsF(painter.font()).lineSpacing()
        top = inner.center().y() - line * len(lines) / 2
        for number, shown in enumerate(lines):
            place = QRectF(inner.left(), top + number * line, inner.width(), line)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        painter.restore()


def lines_of(text: str, font: QFont, room: QRectF) -> list[str]:
    """A text in as many whole lines as a room holds, at least one; the last ends in "…" where there is more."""
    metrics = QFontMetricsF(font)
    most = max(1, int(room.height() / metrics.lineSpacing()))
    layout = QTextLayout(text, font)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room.width())
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts[:most], ends[:most], strict=True)]
    if len(starts) > most:
        rest = text[starts[most - 1] :]
        lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room.width())
    return lines
