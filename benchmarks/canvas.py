"""Frames of the map on the screen, 95th percentile, beside a `QGraphicsScene` that shows the same.

    python benchmarks/canvas.py [TOUCHPOINTS …]          (default 1000 10000)

Both paint on Qt's offscreen platform into 1920 × 1080 pixels, the pages of an A0 poster one below the other. Ours keeps
a frame as the canvas does: pushed by scrolling it and painting the strip, zoomed by scaling it until the hand rests.
The scene has one item for each group, which paints paths and `drawText`.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from benchmarks.journeys import generated
from benchmarks.scene import SceneOfPages
from journeyeditor.drawing import Drawing, Group, Symbol, Words
from journeyeditor.geometry import Box
from journeyeditor.layout import find_paper, poster
from journeyeditor.qt.painter import SheetPainter

WIDTH, HEIGHT = 1920, 1080
GAP = 30.0
"""Between pages, mm."""
READING = 1.3
"""Pixels per mm at which a page of A0 fills the view."""


class Pages:
    """Our pages on a kept frame, seen from (left, top) px at a scale of px per mm."""

    def __init__(self, drawings: Sequence[Drawing]) -> None:
        self.painters = [SheetPainter(lambda _: None) for _ in drawings]
        for painter, drawing in zip(self.painters, drawings, strict=True):
            painter.show(drawing)
        self.tops = [sum(drawing.height + GAP for drawing in drawings[:n]) for n in range(len(drawings))]
        self.frame = QPixmap(WIDTH, HEIGHT)
        self.screen = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        self.scale, self.left, self.top = READING, 0, 0

    def paint(self, part: QRect) -> None:
        """Paints a part of the frame, px."""
        painter = QPainter(self.frame)
        painter.setClipRect(part)
        painter.fillRect(part, QColor("#E4E9EE"))
        for sheet, area, x, y in self._seen(part):
            painter.save()
            painter.translate(x, y)
            sheet.paint(painter, self.scale, area, in_view=True)
            painter.restore()
        painter.end()

    def _seen(self, part: QRect) -> Iterable[tuple[SheetPainter, Box, float, float]]:
        for sheet, top in zip(self.painters, self.tops, strict=True):
            x, y = -self.left, round(top * self.scale) - self.top
            drawing = sheet.drawing
            seen = QRectF(x, y, drawing.width * self.scale, drawing.height * self.scale).intersected(QRectF(part))
            if not seen.isEmpty():
                k = 1 / self.scale
                area = Box((seen.x() - x) * k, (seen.y() - y) * k, seen.width() * k, seen.height() * k)
                yield sheet, area, x, y

    def look(self, scale: float, left: float = 0.0, top: float = 0.0) -> None:
        """Another place and scale, painted whole."""
        self.scale, self.left, self.top = scale, round(left), round(top)
        self.paint(self.frame.rect())
        self.put()

    def rest(self) -> None:
        """What the canvas does while nothing happens: work ahead, then paint what was crude."""
        for sheet, *_ in self._seen(self.frame.rect()):
            while sheet.warm(self.scale, 5):
                pass
        self.paint(self.frame.rect())

    def push(self, dx: int, dy: int) -> None:
        """Scrolls the frame and paints the strips that come into view."""
        self.left, self.top = self.left + dx, self.top + dy
        self.frame.scroll(-dx, -dy, self.frame.rect())
        if dx:
            self.paint(QRect(WIDTH - dx, 0, dx, HEIGHT))
        if dy:
            self.paint(QRect(0, HEIGHT - dy, WIDTH, dy))
        self.put()

    def magnify(self, factor: float) -> None:
        """The frame larger or smaller, as while the zoom moves."""
        painter = QPainter(self.screen)
        painter.fillRect(self.screen.rect(), QColor("#E4E9EE"))
        wide, high = WIDTH * factor, HEIGHT * factor
        target = QRectF((WIDTH - wide) / 2, (HEIGHT - high) / 2, wide, high)
        painter.drawPixmap(target, self.frame, QRectF(self.frame.rect()))
        painter.end()

    def drag(self, number: int, dx: float) -> None:
        """A group of the first page elsewhere: what changed is painted again."""
        sheet = self.painters[0]
        groups = list(sheet.drawing.groups)
        groups[number] = moved(groups[number], dx)
        for area in sheet.show(replace(sheet.drawing, groups=tuple(groups))):
            k = self.scale
            part = QRectF(area.x * k - self.left, area.y * k - self.top, area.width * k, area.height * k)
            self.paint(part.toAlignedRect().adjusted(-2, -2, 2, 2))
        self.put()

    def put(self) -> None:
        """The frame on the screen."""
        painter = QPainter(self.screen)
        painter.drawPixmap(QPointF(0, 0), self.frame)
        painter.end()


def moved(group: Group, dx: float) -> Group:
    """The letters and signs of a group, `dx` mm to the right."""
    shapes = [replace(one, x=one.x + dx) if isinstance(one, Words | Symbol) else one for one in group.shapes]
    return replace(group, shapes=tuple(shapes))


def p95(frames: Iterable[Callable[[], object]]) -> float:
    """Milliseconds of processor time that 95 of 100 frames do not exceed."""
    times = []
    for frame in frames:
        start = time.process_time()
        frame()
        times.append((time.process_time() - start) * 1000)
    return statistics.quantiles(times, n=20, method="inclusive")[18] if len(times) > 1 else times[0]


def zooms(first: float, last: float, count: int) -> list[float]:
    """Scales in even steps of the eye."""
    return [first * (last / first) ** (n / (count - 1)) for n in range(count)]


def ours(drawings: Sequence[Drawing]) -> dict[str, float]:
    """Our frames, ms."""
    pages = Pages(drawings)
    whole = HEIGHT / (pages.tops[-1] + drawings[-1].height)
    start = time.process_time()
    pages.look(whole)
    found = {"whole, first": (time.process_time() - start) * 1000}
    pages.rest()
    found["whole"] = p95(lambda: pages.look(whole) for _ in range(40))
    pages.look(READING)
    pages.rest()
    found["pan"] = p95(lambda: pages.push(0, 24) for _ in range(120))
    pages.look(2 * READING, 300, 300)
    pages.rest()
    found["pan at 200 %"] = p95((lambda n=n: pages.push(16 if n % 2 else 0, 12)) for n in range(120))
    found["zoom, moving"] = p95((lambda k=k: pages.magnify(k)) for k in zooms(0.5, 2.5, 40))
    sharp = zooms(READING / 4, READING * 8, 40)
    found["zoom, sharp"] = p95((lambda k=k: pages.look(k, 200 * k, 100 * k)) for k in sharp)
    pages.look(READING)
    pages.rest()
    card = next(n for n, group in enumerate(drawings[0].groups) if group.role == "pain")
    found["drag"] = p95((lambda n=n: pages.drag(card, 1 if n % 40 < 20 else -1)) for n in range(120))
    return found


def scenes(drawings: Sequence[Drawing], frames: int) -> dict[str, float]:
    """The scene's frames, ms."""
    scene = SceneOfPages(drawings, GAP, WIDTH, HEIGHT)
    whole = HEIGHT / scene.height
    scene.look(whole)
    found = {"whole": p95(lambda: scene.look(whole) for _ in range(max(2, frames // 4)))}
    scene.look(READING)
    found["pan"] = p95(lambda: scene.push(0, 24) for _ in range(frames * 3))
    scene.look(2 * READING, 300, 300)
    found["pan at 200 %"] = p95((lambda n=n: scene.push(16 if n % 2 else 0, 12)) for n in range(frames * 3))
    sharp = zooms(READING / 4, READING * 8, frames)
    found["zoom, sharp"] = p95((lambda k=k: scene.look(k, 200 * k, 100 * k)) for k in sharp)
    found["zoom, moving"] = found["zoom, sharp"]
    scene.look(READING)
    card = next(n for n, group in enumerate(drawings[0].groups) if group.role == "pain")
    found["drag"] = p95((lambda n=n: scene.drag(card, 1 if n % 40 < 20 else -1)) for n in range(frames * 3))
    return found


def measure(touchpoints: int) -> None:
    """Prints the frames of a journey of that many touchpoints."""
    application = QApplication.instance() or QApplication([])
    drawings = poster(generated(touchpoints, personas=2), find_paper("A0", "landscape")).drawings
    mine = ours(drawings)
    theirs = scenes(drawings, 24 if touchpoints <= 1000 else 8)
    del application
    print(f"{touchpoints:>6} touchpoints on {len(drawings)} pages, ms per frame (95 of 100 are faster):")
    for name, value in mine.items():
        other = theirs.get(name)
        beside = "" if other is None else f"   scene {other:8.1f} = {other / value:6.1f} x"
        print(f"{'':>13} {name:<14} {value:6.2f}{beside}", flush=True)


if __name__ == "__main__":
    for argument in sys.argv[1:] or ["1000", "10000"]:
        measure(int(argument))
