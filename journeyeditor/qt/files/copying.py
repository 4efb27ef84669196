"""The map as a picture: on the clipboard for slides, and small for file managers."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from journeyeditor.editor.areas import selected_stage
from journeyeditor.editor.slide import stage_slide
from journeyeditor.errors import message
from journeyeditor.geometry import Box
from journeyeditor.qt.painter.still import render
from journeyeditor.qt.parts.pictures import png
from journeyeditor.qt.window.deeds import say_quietly

if TYPE_CHECKING:
    from journeyeditor.drawing import Drawing
    from journeyeditor.model.journey import Journey
    from journeyeditor.qt.window.main_window import MainWindow

SHARPNESS = 300 / 25.4
"""Pixels per mm that a picture has if it is small enough."""
MOST_PIXELS = 24_000_000
ROOM = 3.0
"""Around what was selected, mm."""
SVG = "image/svg+xml"
_VIEW = re.compile(rb'width="[^"]*" height="[^"]*" viewBox="[^"]*"')


def copy_picture(window: MainWindow, area: Box | None) -> None:
    """Puts an area of the board (None = all of it) on the clipboard, as PNG and as SVG."""
    window.commit_text()
    board = window.editor.board
    whole = area.grown(ROOM) if area is not None else Box(0.0, 0.0, board.width, board.height)
    _hand_over(window, window.canvas.picture(whole, _scale(whole.width, whole.height)), _svg(window, whole))


def copy_stage(window: MainWindow) -> None:
    """Puts the stage that is selected, or that the selection belongs to, on the clipboard by itself."""
    window.commit_text()
    stage = selected_stage(window.editor)
    slide = stage_slide(window.editor.board, stage) if stage is not None else None
    if slide is None:
        return
    journey = window.editor.journey
    picture = render(slide, _scale(slide.width, slide.height), journey.images.get)
    _hand_over(window, picture, _painted(journey, slide))


def _hand_over(window: MainWindow, image: QImage, drawn: bytes | None) -> None:
    data = QMimeData()
    data.setImageData(image)
    data.setData("image/png", QByteArray(png(image)))
    if drawn is not None:
        data.setData(SVG, QByteArray(drawn))
    QGuiApplication.clipboard().setMimeData(data)
    say_quietly(window, message("Copied as a picture"), message("Paste it into a slide or a document."))


def png_of(window: MainWindow, width: int) -> bytes:
    """A small picture of the first page, so many pixels wide."""
    board = window.editor.board
    page = board.page_box(0)
    return png(window.canvas.picture(page, width / page.width))


def _scale(width: float, height: float) -> float:
    most = math.sqrt(MOST_PIXELS / max(1.0, width * height))
    return max(0.5, min(SHARPNESS, most))


def _svg(window: MainWindow, area: Box) -> bytes | None:
    """The page that the area lies on, cut to it; None where it lies on several."""
    editor = window.editor
    board = editor.board
    page = board.page_at(area.y + min(area.height, ROOM + 0.1))
    if area.bottom > board.page_box(page).bottom + ROOM + 0.1:
        return None
    data = _painted(editor.journey, board.pages[page])
    top = area.y - board.top(page)
    size = f'width="{area.width:.3f}mm" height="{area.height:.3f}mm"'
    view = f'{size} viewBox="{area.x:.3f} {top:.3f} {area.width:.3f} {area.height:.3f}"'
    return _VIEW.sub(view.encode(), data, count=1)


def _painted(journey: Journey, drawing: Drawing) -> bytes:
    """A drawing as SVG."""
    from journeyeditor.publish.exporting import painted  # noqa: PLC0415 - the exporters are loaded when used
    from journeyeditor.publish.options import Options  # noqa: PLC0415

    return next(painted(journey, (drawing,), "svg", Options()))
