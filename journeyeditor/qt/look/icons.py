"""The window's icons: one set of SVG files on a field of 24, coloured by role when they are loaded."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton

from journeyeditor.assets import resource
from journeyeditor.qt.look.appearance import colour, watcher

SIZE = 20
"""Of an icon in a button, px."""
DISABLED = 0.55
SHARP = (1.0, 2.0, 3.0)
"""Screens that an icon is drawn for, in device pixels for each pixel."""


def icon(name: str, role: str = "text", size: int = SIZE, *, chosen: str | None = "accent") -> QIcon:
    """An icon in the colour that a role has now; `chosen` is the role where its button is checked (None = the same).

    It does not follow a change of colours: ask again when `watcher.changed`, or use `put_icon`. Raises OSError for a
    name that there is not.
    """
    return _icon(name, colour(role).name(), colour(chosen or role).name(), size)


def pixmap(name: str, role: str = "text", size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` px, for what paints itself; `ratio` is the screen's device pixel ratio."""
    return _drawn(name, colour(role).name(), size, ratio)


def put_icon(
    target: QObject, name: str, role: str = "text", size: int = SIZE, *, chosen: str | None = "accent"
) -> None:
    """Gives a button or an action an icon that follows every change of colours as long as it lives."""
    follower = target.findChild(_Follower, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if follower is None:
        follower = _Follower(target)
    follower.follow(name, role, size, chosen)


class _Follower(QObject):
    """Lives and dies with what it gives an icon to."""

    def __init__(self, target: QObject) -> None:
        super().__init__(target)
        watcher.changed.connect(self.renew)

    def follow(self, name: str, role: str, size: int, chosen: str | None) -> None:
        """From now on it is this icon."""
        self._wish = (name, role, size, chosen)
        self.renew()

    def renew(self) -> None:
        """Draws it in the colours as they are now."""
        name, role, size, chosen = self._wish
        target = self.parent()
        if isinstance(target, QAbstractButton | QAction):
            target.setIcon(icon(name, role, size, chosen=chosen))


@functools.lru_cache(maxsize=512)
def _icon(name: str, ordinary: str, chosen: str, size: int) -> QIcon:
    made = QIcon()
    for ratio in SHARP:
        plain = _drawn(name, ordinary, size, ratio)
        made.addPixmap(plain, QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(faint_pixmap(plain), QIcon.Mode.Disabled, QIcon.State.Off)
        if chosen != ordinary:
            other = _drawn(name, chosen, size, ratio)
            made.addPixmap(other, QIcon.Mode.Normal, QIcon.State.On)
            made.addPixmap(faint_pixmap(other), QIcon.Mode.Disabled, QIcon.State.On)
    return made


@functools.lru_cache(maxsize=2048)
def _drawn(name: str, tint: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - loaded with the first icon

    svg = _source(name).replace("currentColor", tint)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def faint_pixmap(picture: QPixmap, opacity: float = DISABLED) -> QPixmap:
    """The same picture, paler."""
    faint = QPixmap(picture.size())
    faint.setDevicePixelRatio(picture.devicePixelRatio())
    faint.fill(Qt.GlobalColor.transparent)
    painter = QPainter(faint)
    painter.setOpacity(opacity)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return faint


@functools.lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource("icons", "ui", f"{name}.svg").read_text(encoding="utf-8")
