"""The map page's parts side by side: palette and parking lot, the desk with the personas above it, the inspector.

Wide windows show all three; under 1200 px the inspector is a drawer over the desk, under 900 px the palette a strip.
"""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget

from journeyeditor.qt.look import colour, hairline, less_motion, watcher, wear

DRAWER_BELOW, STRIP_BELOW = 1200, 900
"""Widths of the window, px."""
LEFT, STRIP = 208, 56
INSPECTOR, NARROWEST, WIDEST = 320, 280, 400
MOTION = 120
"""Milliseconds."""


class Grip(QWidget):
    """The edge of the inspector: a hairline that can be dragged."""

    dragged = Signal(int)
    """To this x of the parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFixedWidth(5)
        watcher.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """One pixel in the middle."""
        painter = QPainter(self)
        painter.fillRect(2, 0, 1, self.height(), colour("hairline"))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follows the pointer."""
        self.dragged.emit(self.mapToParent(event.position().toPoint()).x())


class Workspace(QWidget):
    """Three columns; their widths in px."""

    arranged = Signal()
    """A panel came, went, or became a drawer."""
    left_palette = Signal()
    """The opened strip was closed by the keyboard, which is to go to the map."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.left = wear(QFrame(self), "chrome")
        self._left_edge = hairline(upright=True)
        self._left_edge.setParent(self)
        self.middle = QStackedWidget(self)
        wear(self.middle, "desk")
        self.right = wear(QFrame(self), "chrome")
        self._grip = Grip(self)
        self._grip.dragged.connect(self._resize_inspector)
        columns: list[QVBoxLayout] = []
        for frame in (self.left, self.right):
            column = QVBoxLayout(frame)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            columns.append(column)
        self.left_column, self.right_column = columns
        self.palette_wanted = True
        self.inspector_wanted = True
        self.drawer_open = False
        self.palette_opened = False
        """Whether the strip is opened to the whole palette."""
        self.inspector_width = INSPECTOR
        self.has_palette = self.has_inspector = True
        """Whether the page that is shown goes with them."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)
        self._slide = QPropertyAnimation(self.right, b"pos", self)
        self._slide.setDuration(MOTION)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)

    # -- what is shown ----------------------------------------------------------------------------------------------
    @property
    def is_narrow(self) -> bool:
        """Whether the inspector is a drawer."""
        return self.width() < DRAWER_BELOW

    @property
    def inspector_shown(self) -> bool:
        """Whether the inspector can be seen."""
        return self.has_inspector and (self.drawer_open if self.is_narrow else self.inspector_wanted)

    @property
    def palette_shown(self) -> bool:
        """Whether the palette can be seen."""
        return self.has_palette and self.palette_wanted

    @property
    def palette_width(self) -> int:
        """Of the palette as it is now; it shows names and the parking lot only if it is wide."""
        return STRIP if self.is_strip and not self.palette_opened else LEFT

    @property
    def is_strip(self) -> bool:
        """Whether there is room for a strip only; it can be opened, and lies over the map's edge then."""
        return self.width() < STRIP_BELOW

    def open_palette(self, *, opened: bool = True) -> None:
        """Shows the whole palette with the parking lot, over the edge of the map where it is a strip; or ends that."""
        self.palette_opened = opened and self.is_strip
        self.palette_wanted = self.palette_wanted or opened
        self.arrange()

    def toggle_palette(self) -> None:
        """Shows or hides the palette and the parking lot."""
        self.palette_wanted = not self.palette_wanted
        self.arrange()

    def toggle_inspector(self) -> None:
        """Shows or hides the inspector."""
        if self.is_narrow:
            self.drawer_open = not self.drawer_open
            self.arrange(slides=True)
        else:
            self.inspector_wanted = not self.inspector_wanted
            self.arrange()

    def go_with(self, *, palette: bool, inspector: bool) -> None:
        """Says which of the panels belong to the page that is shown."""
        self.has_palette, self.has_inspector = palette, inspector
        self.arrange()

    # -- where it lies ----------------------------------------------------------------------------------------------
    def arrange(self, *, slides: bool = False) -> None:
        """Puts every part in its place."""
        width, height = self.width(), self.height()
        self.palette_opened = self.palette_opened and self.is_strip and self.palette_shown
        palette = self.palette_width if self.palette_shown else 0
        start = min(palette, STRIP) if self.palette_opened else palette
        self.left.setVisible(bool(palette))
        self._left_edge.setVisible(bool(palette))
        self.left.setGeometry(0, 0, max(0, palette - 1), height)
        self._left_edge.setGeometry(palette - 1, 0, 1, height)
        wide = min(self.inspector_width, max(NARROWEST, width // 3))
        shown = self.inspector_shown
        beside = wide if shown and not self.is_narrow else 0
        self.middle.setGeometry(start, 0, max(1, width - start - beside), height)
        if self.palette_opened:
            self.left.raise_()
            self._left_edge.raise_()
        self.right.resize(wide - 1, height)
        self._place_drawer(QPoint(width - wide + 1, 0), shown=shown, slides=slides)
        self.arranged.emit()

    def _place_drawer(self, place: QPoint, *, shown: bool, slides: bool) -> None:
        away = QPoint(self.width(), 0)
        self._slide.stop()
        if slides and shown and not less_motion():
            self.right.move(away)
            self._slide.setStartValue(away)
            self._slide.setEndValue(place)
            self._slide.start()
        else:
            self.right.move(place)
        self.right.setVisible(shown)
        self._grip.setVisible(shown)
        self._grip.setGeometry(QRect(place.x() - 3, 0, 5, self.height()))
        self.right.raise_()
        self._grip.raise_()

    def _resize_inspector(self, x: int) -> None:
        self.inspector_width = max(NARROWEST, min(WIDEST, self.width() // 3, self.width() - x))
        self.arrange()

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A hand goes on elsewhere: an opened strip is one again."""
        if self.palette_opened and now is not None and self.isAncestorOf(now) and not self.left.isAncestorOf(now):
            self.open_palette(opened=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes an opened strip."""
        if event.key() == Qt.Key.Key_Escape and self.palette_opened:
            self.open_palette(opened=False)
            self.left_palette.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Everything finds its place again."""
        super().resizeEvent(event)
        self.arrange()
