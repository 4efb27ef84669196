"""The whole sheet as pixels at one scale, so that a frame in which it lies still costs next to nothing."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from journeyeditor.drawing import Drawing
from journeyeditor.geometry import Box

MOST_PIXELS = 9_000_000
"""A sheet of more device pixels is painted part by part as it is seen."""
BAND = 128
"""Rows of pixels that are painted in one go while working ahead."""
FRINGE = 2
"""Device pixels that smoothed edges and letters may reach beyond a box."""

Paint = Callable[[QPainter, float, QRect], None]
"""Paints the sheet on an image of device pixels: scale in device pixels per mm, and which pixels."""


class SheetPicture(msgspec.Struct):
    """Pixels of a sheet. `scale` is device pixels per mm, `on_top` whose feelings lie over those of others."""

    image: QImage
    scale: float
    on_top: str | None
    rows: int = 0
    """How many rows from the top have been painted."""
    stale: list[QRect] = msgspec.field(default_factory=list)
    """What has to be painted again, because the drawing has changed."""

    @classmethod
    def blank(cls, drawing: Drawing, scale: float, on_top: str | None) -> SheetPicture:
        """A picture with nothing painted yet."""
        return cls(QImage(*size(drawing, scale), QImage.Format.Format_RGB32), scale, on_top)

    @property
    def whole(self) -> bool:
        """Whether all rows have been painted."""
        return self.rows >= self.image.height()

    def band(self, paint: Paint) -> None:
        """Paints the next rows."""
        top = self.rows
        self.rows = min(self.image.height(), top + BAND)
        self._paint(paint, QRect(0, top, self.image.width(), self.rows - top))

    def spoil(self, areas: Sequence[Box]) -> None:
        """Notes where (mm) the drawing looks different now."""
        new = [pixels(area, self.scale, FRINGE).intersected(self.image.rect()) for area in areas]
        self.stale = _apart([*self.stale, *new])  # put together at once: nobody may ever look at this sheet again

    def stale_share(self) -> float:
        """How much of the sheet has to be painted again, 0 to 1 or a little more."""
        whole = self.image.width() * self.image.height()
        return sum(one.width() * one.height() for one in self.stale) / whole

    def renew(self, paint: Paint) -> None:
        """Paints again what is stale."""
        for part in self.stale:
            self._paint(paint, part)
        self.stale = []

    def _paint(self, paint: Paint, part: QRect) -> None:
        painter = QPainter(self.image)
        painter.setClipRect(part)
        paint(painter, self.scale, part)
        painter.end()


def size(drawing: Drawing, scale: float) -> tuple[int, int]:
    """Device pixels across and down that a sheet takes."""
    return round(drawing.width * scale), round(drawing.height * scale)


def pixels(area: Box, scale: float, fringe: int = 0) -> QRect:
    """The whole device pixels that an area (mm) touches, and some around."""
    left, top = math.floor(area.x * scale) - fringe, math.floor(area.y * scale) - fringe
    right, bottom = math.ceil(area.right * scale) + fringe, math.ceil(area.bottom * scale) + fringe
    return QRect(QPoint(left, top), QPoint(right - 1, bottom - 1))


def put(painter: QPainter, picture: SheetPicture, drawing: Drawing, scale: float, ratio: float, area: Box) -> None:
    """Shows the part of a picture that lies in the area (mm), scaled if it was made for another zoom.

    `scale` is device-independent pixels per mm, `ratio` device pixels in one of them.
    """
    if picture.scale == scale * ratio:
        part = pixels(area, picture.scale, FRINGE).intersected(picture.image.rect())
        target = QRectF(part.x() / ratio, part.y() / ratio, part.width() / ratio, part.height() / ratio)
        painter.drawImage(target, picture.image, QRectF(part))
        return
    image = picture.image
    width, height = size(drawing, scale * ratio)
    across, down = width / image.width(), height / image.height()
    part = pixels(area, scale * ratio, FRINGE).intersected(QRect(0, 0, width, height))
    target = QRectF(part.x() / ratio, part.y() / ratio, part.width() / ratio, part.height() / ratio)
    source = QRectF(part.x() / across, part.y() / down, part.width() / across, part.height() / down)
    painter.drawImage(target, image, source)


def _apart(parts: Sequence[QRect]) -> list[QRect]:
    """Rectangles that cover the same, those that meet put together."""
    found: list[QRect] = []
    for part in parts:
        if part.isEmpty():
            continue
        grown = part
        while any(grown.intersects(one) for one in found):
            grown = next(one for one in found if grown.intersects(one)).united(grown)
            found = [one for one in found if not grown.contains(one)]
        found.append(grown)
    return found
