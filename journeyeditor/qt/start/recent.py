"""The files that were open last, with their pictures. One that is not there is shown pale, and never forgotten."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from journeyeditor.editor.settings import Recent
from journeyeditor.qt.look import colour
from journeyeditor.qt.parts.sheets import paint_picture
from journeyeditor.qt.start.pictures import file_picture
from journeyeditor.words import Words
from journeyeditor.words.moments import moment_said

PICTURE = (84, 59)
ROW = 75


def folder_said(path: Path) -> str:
    """The folder of a file, with the one that it lies in."""
    return " / ".join(path.parent.parts[-2:]).replace("/ /", "/")


class RecentRow(QAbstractButton):
    """A file: picture, title, its own name, folder, and when it was last open."""

    forgotten = Signal()
    shown_in_folder = Signal()

    def __init__(self, recent: Recent, speech: Words, now: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = Path(recent.path)
        self.is_there = self.path.exists()
        self.picture = file_picture(self.path) if self.is_there else None
        self._speech = speech
        self._title = recent.title.strip() or self.path.stem
        self._folder = folder_said(self.path)
        self._when = (
            moment_said(recent.opened, now, speech, always_time=False)
            if self.is_there
            else speech.say("drive not plugged in")
        )
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(f"{self.path.name}, {self._folder}, {self._when}")
        self.setToolTip(str(self.path))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Across the column."""
        return QSize(272, ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Picture at the left, three lines beside it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("pressed" if self.isDown() else "hover"))
            painter.drawRoundedRect(self.rect().adjusted(0, 2, 0, -2), 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 3, -1, -3), 6, 6)
        area = QRectF(4, (self.height() - PICTURE[1]) / 2, *PICTURE)
        paint_picture(painter, area, self.picture, 1.0 if self.is_there else 0.45)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("hairline"), 1))
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        left = area.right() + 12
        tall = (13, 11, 11)
        y = area.top() - 1
        for size, number in zip(tall, range(3), strict=True):
            font = self.font()
            font.setPixelSize(size)
            painter.setFont(font)
            painter.setPen(colour("muted" if number or not self.is_there else "text"))
            line = QRectF(left, y, self.width() - left - 6, size + 8)
            shown = self.lines(QFontMetricsF(font), line.width())[number]
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), shown)
            y += size + 8
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Forgetting is asked for, never done by itself."""
        menu = QMenu(self)
        if self.is_there:
            menu.addAction(self._speech.say("Show in folder"), self.shown_in_folder.emit)
        menu.addAction(self._speech.say("Remove from this list"), self.forgotten.emit)
        menu.exec(event.globalPos())

    def lines(self, metrics: QFontMetricsF, room: float) -> tuple[str, str, str]:
        """What is read beside the picture where there are so many px: of the file's name beginning and end stay, of
        the folder what the moment leaves.
        """
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        name = metrics.elidedText(self.path.name, Qt.TextElideMode.ElideMiddle, room)
        left = room - metrics.horizontalAdvance(f" · {self._when}")
        folder = metrics.elidedText(self._folder, Qt.TextElideMode.ElideLeft, left) if self._folder else ""
        return title, name, f"{folder} · {self._when}" if len(folder) > 1 else self._when
