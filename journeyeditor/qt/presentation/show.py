"""The presentation: keys of a keyboard and of a presenter's remote, a laser pointer, a timer."""

from __future__ import annotations

import time

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.presenting import Scene, column, opacity, scenes
from journeyeditor.geometry import Box
from journeyeditor.qt.look import body_font, less_motion
from journeyeditor.qt.painter.sheet_painter import SheetPainter

INK, TEXT, PALE = QColor("#14181C"), QColor("#FFFFFF"), QColor("#97A3AF")
LASER = QColor("#E5484D")
FOOT = 44
"""Height of the line under the map, px."""
MOTION = 260
"""Milliseconds from scene to scene."""
NEXT = frozenset(
    {
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Space,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_N,
        Qt.Key.Key_MediaNext,
        Qt.Key.Key_Forward,
    }
)
BEFORE = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Up,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_P,
        Qt.Key.Key_MediaPrevious,
        Qt.Key.Key_Back,
    }
)
DARK = frozenset({Qt.Key.Key_B, Qt.Key.Key_Period})
LEAVE = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_Q})


class Presentation(QWidget):
    """Shows one scene after the other on the whole screen; what a scene does not speak of is faint."""

    def __init__(self, desk: EditorDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._editor = desk.editor
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._painters: list[SheetPainter] = []
        self.scenes: list[Scene] = []
        self.number = 0
        self.is_dark = False
        self.laser: QPointF | None = None
        self._laser_on = False
        self.timer_shown = False
        self._began = time.monotonic()
        self._box = self._from = Box(0, 0, 1, 1)
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(MOTION)
        self._motion.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._motion.valueChanged.connect(self._moved)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.update)
        self._ends = [self._editor.relaid.listen(lambda _board: self._renew())]
        self._renew()
        self.retranslate()

    def retranslate(self) -> None:
        """The language as it is now."""
        self.setWindowTitle(self._editor.speech.say("Presentation"))
        self.setAccessibleName(self._editor.speech.say("Presentation"))
        self._tell()

    def begin(self) -> None:
        """From the stage that is selected, or from the whole map, on the whole screen."""
        chosen = [n for n, scene in enumerate(self.scenes) if scene.record and scene.record in self._editor.selection]
        self.number = chosen[0] if chosen else 0
        self._began = time.monotonic()
        if self.scene is not None:
            self._box = self.scene.box
        above = self.parentWidget()
        self.setGeometry((above.screen() if above is not None else self.screen()).geometry())
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()
        self._tick.start()
        self._tell()

    @property
    def scene(self) -> Scene | None:
        """What is shown."""
        return self.scenes[self.number] if self.scenes else None

    # -- moving -----------------------------------------------------------------------------------------------------
    def go(self, number: int) -> None:
        """To another scene; beyond the ends nothing happens."""
        if not 0 <= number < len(self.scenes) or number == self.number:
            return
        before, self.number = self._box, number
        self.is_dark = False
        self._motion.stop()
        if less_motion() or not self.isVisible():
            self._box = self.scenes[number].box
            self.update()
        else:
            self._motion.setStartValue(0.0)
            self._motion.setEndValue(1.0)
            self._from = before
            self._motion.start()
        self._tell()

    def _moved(self, part: float) -> None:
        scene = self.scene
        if scene is None:
            return
        ends = zip(_sides(self._from), _sides(scene.box), strict=True)
        self._box = Box(*(here + (there - here) * part for here, there in ends))
        self.update()

    def _renew(self) -> None:
        board = self._editor.board
        here = self.scene
        self.scenes = scenes(self._editor.journey, board)
        self.number = min(self.number, max(0, len(self.scenes) - 1))
        if here is not None:
            same = [n for n, one in enumerate(self.scenes) if (one.kind, one.record) == (here.kind, here.record)]
            self.number = same[0] if same else self.number
        self._painters = self._painters[: len(board.pages)]
        for page, drawing in enumerate(board.pages):
            if page == len(self._painters):
                self._painters.append(SheetPainter(self._editor.journey.images.get))
            self._painters[page].show(drawing)
        if self.scene is not None and self._motion.state() != QVariantAnimation.State.Running:
            self._box = self.scene.box
        self.update()

    def _tell(self) -> None:
        """For those who hear the screen."""
        if self.scene is not None:
            self.setAccessibleDescription(f"{self.number + 1} / {len(self.scenes)} {self.scene.title}")

    # -- hands ------------------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys of a keyboard and of a presenter's remote."""
        key = Qt.Key(event.key())
        if key in LEAVE:
            self.close()
        elif key in NEXT:
            self.go(self.number + 1)
        elif key in BEFORE:
            self.go(self.number - 1)
        elif key in DARK:
            self.is_dark = not self.is_dark
            self.update()
        elif key == Qt.Key.Key_Home:
            self.go(0)
        elif key == Qt.Key.Key_End:
            self.go(len(self.scenes) - 1)
        elif key == Qt.Key.Key_L:
            self._point(on=not self._laser_on)
        elif key == Qt.Key.Key_T:
            self.timer_shown = not self.timer_shown
            self.update()
        elif key == Qt.Key.Key_R:
            self._began = time.monotonic()
            self.update()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The left button goes on, the right one back; with Ctrl it points."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._point(on=True, at=event.position())
        elif event.button() == Qt.MouseButton.LeftButton and not self._laser_on:
            self.go(self.number + 1)
        elif event.button() == Qt.MouseButton.RightButton:
            self.go(self.number - 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Pointing with Ctrl ends."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._point(on=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The red point follows."""
        if self._laser_on:
            self._point(on=True, at=event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """On and back."""
        if event.angleDelta().y():
            self.go(self.number + (1 if event.angleDelta().y() < 0 else -1))

    def _point(self, *, on: bool, at: QPointF | None = None) -> None:
        self._laser_on = on
        self.laser = (at or self.laser or QPointF(self.mapFromGlobal(self.cursor().pos()))) if on else None
        self.setCursor(Qt.CursorShape.BlankCursor if on else Qt.CursorShape.ArrowCursor)
        self.update()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Nothing goes on behind it; the map's window shows where the presentation ended."""
        self._tick.stop()
        self._motion.stop()
        for end in self._ends:
            end()
        scene = self.scene
        if scene is not None and scene.kind == "stage":
            self._editor.select([scene.record])
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another screen."""
        super().resizeEvent(event)
        self.update()

    # -- painting ---------------------------------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The scene, the line under it, the red point."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), INK)
        scene = self.scene
        if scene is not None and not self.is_dark:
            self._paint_scene(painter, scene)
            self._paint_foot(painter, scene)
        if self.laser is not None and not self.is_dark:
            self._paint_laser(painter, self.laser)
        painter.end()

    def view(self) -> tuple[float, QPointF]:
        """Pixels for a millimetre, and where the board's corner lies."""
        room = QRectF(self.rect()).adjusted(16, 16, -16, -FOOT)
        scale = min(room.width() / self._box.width, room.height() / self._box.height)
        x, y = self._box.middle
        corner = QPointF(room.center().x() - x * scale, room.center().y() - y * scale)
        scene = self.scene
        if scene is not None and self._editor.board.pages:
            wide = self._editor.board.page_box(scene.page).width * scale
            low, high = sorted((room.right() - wide, room.left()))
            corner.setX(max(low, min(high, corner.x())))  # the map stays on the screen as far as it can
        return scale, corner

    def _paint_scene(self, painter: QPainter, scene: Scene) -> None:
        board = self._editor.board
        scale, corner = self.view()
        journey = self._editor.journey
        page = board.page_box(scene.page)
        place = QRectF(corner.x(), corner.y() + page.y * scale, page.width * scale, page.height * scale)
        painter.save()
        painter.setClipRect(QRectF(self.rect()).adjusted(0, 0, 0, -FOOT))
        painter.fillRect(place, QColor(board.pages[scene.page].background))
        painter.translate(place.topLeft())
        left, top = max(0.0, -place.left() / scale), max(0.0, -place.top() / scale)
        area = Box(left, top, min(page.width, self.width() / scale), min(page.height, self.height() / scale))
        on_top = scene.record if scene.kind == "persona" else None
        here, sheet = column(board, scene), self._painters[scene.page]
        sheet.paint(painter, scale, area, on_top=on_top, faded=opacity(journey, board, scene, aside=True))
        if here is not None:
            clip = QRectF(here.x * scale, here.y * scale, here.width * scale, here.height * scale)
            painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
            sheet.paint(painter, scale, area, faded=opacity(journey, board, scene))
        painter.restore()

    def _paint_foot(self, painter: QPainter, scene: Scene) -> None:
        line = QRectF(self.rect()).adjusted(24, self.height() - FOOT, -24, 0)
        painter.fillRect(QRectF(0, line.top(), self.width(), FOOT), INK)
        painter.setFont(body_font(17, bold=True))
        painter.setPen(TEXT)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(line, middle | int(Qt.AlignmentFlag.AlignLeft), scene.title)
        painter.setFont(body_font(14))
        painter.setPen(PALE)
        told = f"{self.number + 1} / {len(self.scenes)}"
        if self.timer_shown:
            minutes, seconds = divmod(int(time.monotonic() - self._began), 60)
            told = f"{minutes}:{seconds:02}    {told}"
        painter.drawText(line, middle | int(Qt.AlignmentFlag.AlignRight), told)

    def _paint_laser(self, painter: QPainter, at: QPointF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for radius, strength in ((16.0, 0.18), (11.0, 0.3), (6.0, 0.95)):
            glow = QColor(LASER)
            glow.setAlphaF(strength)
            painter.setBrush(glow)
            painter.drawEllipse(at, radius, radius)


def _sides(box: Box) -> tuple[float, float, float, float]:
    return box.x, box.y, box.width, box.height
