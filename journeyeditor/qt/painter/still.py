"""Pictures of a whole drawing: as paper shows it for the clipboard, with a detail of its own for the start page."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from journeyeditor.drawing import Drawing, Group, Sketch
from journeyeditor.qt.painter.compiling import Compiled
from journeyeditor.qt.painter.pictures import Images, PictureStock
from journeyeditor.qt.painter.view import Detail, View

SMALL = Detail(letters=7.0, bars=0.5, opacity=0.35, rounded=True)
CURVE = 2.0
"""Device-independent pixels that a curve of a thumbnail is wide at least: it is what a map is known by."""


def render(drawing: Drawing, scale: float, image: Images) -> QImage:
    """The drawing as paper shows it, `scale` pixels per mm; `image` finds the bytes of a picture by its hash."""
    width, height = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    return _painted(drawing, (width, height), scale, image, Detail())


def thumbnail(drawing: Drawing, width_px: float, height_px: float, dpr: float, image: Images) -> QImage:
    """The drawing in a box of device-independent pixels: text as bars, curves that can be seen.

    It is as large as fits without distortion; `dpr` is device pixels in one of those.
    """
    scale = min(width_px / drawing.width, height_px / drawing.height) * dpr
    size = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    small = replace(SMALL, letters=SMALL.letters * dpr)
    found = _painted(drawing, size, scale, image, small, CURVE * dpr)
    found.setDevicePixelRatio(dpr)
    return found


def _painted(
    drawing: Drawing, size: tuple[int, int], scale: float, image: Images, detail: Detail, curve: float = 0.0
) -> QImage:
    found = QImage(*size, QImage.Format.Format_RGB32)
    found.fill(QColor(drawing.background))
    painter = QPainter(found)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(scale, scale)
    view = View(painter, scale, QRectF(0, 0, drawing.width, drawing.height), PictureStock(image), detail)
    for group in drawing.groups:
        if not group.screen_only:
            widest = _widest(group, drawing.background) * scale if group.role == "curve" else 0.0
            view.detail = replace(detail, swell=curve / widest) if 0 < widest < curve else detail
            Compiled(group).paint(view)
    view.detail = detail
    view.finish()
    painter.end()
    return found


def _widest(group: Group, ground: str) -> float:
    """How wide the widest line is (mm) that does not have the colour of the ground, as the rim of a curve has."""
    strokes = [shape.stroke for shape in group.shapes if isinstance(shape, Sketch) and shape.stroke is not None]
    return max((one.width for one in strokes if one.colour.upper() != ground.upper()), default=0.0)
