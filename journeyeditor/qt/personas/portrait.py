"""A portrait from a file: cropped square by hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QSlider, QVBoxLayout, QWidget

from journeyeditor.editor import Editor
from journeyeditor.editor.commands import personas
from journeyeditor.errors import message
from journeyeditor.qt.look import colour, wear
from journeyeditor.qt.parts.labels import SMALL, Tone
from journeyeditor.qt.parts.picking import pick_picture
from journeyeditor.qt.parts.pictures import stored, taken
from journeyeditor.words import Words

SIDE = 512
"""Pixels of a stored portrait at most."""
SHOWN = 320
CLOSEST = 8.0


def choose_portrait(editor: Editor, key: str, parent: QWidget | None) -> None:
    """Asks for a file and for the part of it; what is wrong with the file is told."""
    path = pick_picture(parent, editor.speech.say(message("Portrait")), editor.speech, editor.document)
    found = taken(editor, path, path.name) if path is not None else None
    if found is not None:
        crop(editor, found[1], parent, lambda picture: personas.set_portrait(editor, key, picture))


def crop(editor: Editor, image: QImage, parent: QWidget | None, take: Callable[[bytes], object]) -> None:
    """Opens the dialog in which the square is chosen; `take` gets the portrait as it is kept."""
    dialog = CropDialog(editor.speech, image, parent)
    dialog.accepted.connect(lambda: take(dialog.picture()))
    dialog.open()


class CropView(QWidget):
    """The picture under a round window: dragged with the mouse or arrows, closer with the wheel or + and -."""

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = image
        self._closer = 1.0
        self._middle = QPointF(image.width() / 2, image.height() * (0.5 if image.height() <= image.width() else 0.42))
        self._grip: QPointF | None = None
        self.slider: QSlider | None = None
        self.setFixedSize(SHOWN, SHOWN)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._keep_inside()

    def square(self) -> QRect:
        """What is inside, in pixels of the picture."""
        side = self._side()
        return QRect(round(self._middle.x() - side / 2), round(self._middle.y() - side / 2), round(side), round(side))

    def come_closer(self, factor: float) -> None:
        """So many times as close as the whole."""
        self._closer = max(1.0, min(CLOSEST, factor))
        self._keep_inside()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return QSize(SHOWN, SHOWN)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt's."""
        self._grip = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Qt's."""
        if self._grip is not None:
            self._shift(self._grip - event.position())
            self._grip = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, ARG002
        """Qt's."""
        self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Qt's."""
        self._zoom(1.0015 ** event.angleDelta().y())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows, plus, minus."""
        steps = {
            Qt.Key.Key_Left: QPointF(-8, 0),
            Qt.Key.Key_Right: QPointF(8, 0),
            Qt.Key.Key_Up: QPointF(0, -8),
            Qt.Key.Key_Down: QPointF(0, 8),
        }
        if event.key() in steps:
            self._shift(steps[Qt.Key(event.key())])
        elif event.text() in {"+", "=", "-"}:
            self._zoom(1 / 1.1 if event.text() == "-" else 1.1)
        else:
            super().keyPressEvent(event)

    def _zoom(self, factor: float) -> None:
        self.come_closer(self._closer * factor)
        if self.slider is not None:
            self.slider.setValue(round(100 * self._closer))

    def _side(self) -> float:
        return min(self._image.width(), self._image.height()) / self._closer

    def _shift(self, by: QPointF) -> None:
        self._middle += by * (self._side() / SHOWN)
        self._keep_inside()
        self.update()

    def _keep_inside(self) -> None:
        half = self._side() / 2
        x = max(half, min(self._image.width() - half, self._middle.x()))
        y = max(half, min(self._image.height() - half, self._middle.y()))
        self._middle = QPointF(x, y)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Qt's."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image, QRectF(self.square()))
        around = QPainterPath()
        around.addRect(QRectF(self.rect()))
        disc = QPainterPath()
        disc.addEllipse(QRectF(self.rect()).adjusted(4, 4, -4, -4))
        shade = colour("chrome")
        shade.setAlphaF(0.7)
        painter.fillPath(around.subtracted(disc), shade)
        painter.setPen(QPen(colour("accent" if self.hasFocus() else "control-border"), 2))
        painter.drawPath(disc)


class CropDialog(QDialog):
    """Which part of a picture is the portrait."""

    def __init__(self, speech: Words, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = speech.say
        self.setWindowTitle(say(message("Portrait")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._image = image
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        self.view = CropView(image)
        self.view.setAccessibleName(say(message("Part of the picture")))
        hint = Tone(say(message("Drag the picture; the wheel or + and − bring it closer.")), "muted", SMALL)
        hint.setWordWrap(True)
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(100, round(100 * CLOSEST))
        slider.setAccessibleName(say(message("Closer")))
        slider.valueChanged.connect(lambda value: self.view.come_closer(value / 100))
        self.view.slider = slider
        buttons = QDialogButtonBox()
        take = buttons.addButton(say(message("Use portrait")), QDialogButtonBox.ButtonRole.AcceptRole)
        wear(take, "filled")
        buttons.addButton(say(message("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for widget in (self.view, slider, hint, buttons):
            column.addWidget(widget)

    def picture(self) -> bytes:
        """The portrait as it is kept."""
        return stored(self._image, SIDE, self.view.square())
