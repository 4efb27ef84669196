"""Painting again and again leaves nothing behind."""

import gc
import sys
import tracemalloc
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

from journeyeditor.geometry import Box
from journeyeditor.qt.painter import SheetPainter
from journeyeditor.qt.painter.shelf import Shelf
from tests.qt.painter.looking import canvas, painted, painter_of, same_pixels, sheet, template

AREAS = (Box(0, 0, 60, 40), Box(110.5, 60, 80, 60), Box(0, 0, 420, 297))


def repaint(painter: SheetPainter, image: QImage, times: int) -> None:
    for n in range(times):
        brush = QPainter(image)
        painter.paint(brush, 0.6 + 0.4 * (n % 3), AREAS[n % len(AREAS)], in_view=n % 2 == 0)
        brush.end()
        painter.warm(0.6 + 0.4 * (n % 3), 0.2)


def grown(painter: SheetPainter, image: QImage, times: int) -> tuple[int, int, int]:
    """By how much references to None, Python's blocks and its objects grew."""
    repaint(painter, image, 60)
    gc.collect()
    tracemalloc.start()
    none, objects = sys.getrefcount(None), len(gc.get_objects())
    held, _ = tracemalloc.get_traced_memory()
    repaint(painter, image, times)
    gc.collect()
    now, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return sys.getrefcount(None) - none, now - held, len(gc.get_objects()) - objects


def test_three_hundred_frames_leave_nothing_behind() -> None:
    painter = painter_of(sheet(template("classic-5.en")))
    none, held, objects = grown(painter, canvas(painter.drawing, 1.4), 300)
    assert none > -100  # PySide6 6.12 loses them on CPython 3.11, and aborts when they are gone
    assert held < 200_000
    assert objects < 200  # fewer is no fault: what other tests left may go in the meantime


def test_painters_that_are_gone_take_their_pictures_with_them() -> None:
    drawing = sheet(template("classic-5.en"))
    gc.collect()
    before = sum(isinstance(one, SheetPainter) for one in gc.get_objects())
    for _ in range(5):
        painter = painter_of(drawing)
        repaint(painter, canvas(drawing, 1.4), 4)
    del painter
    gc.collect()
    assert sum(isinstance(one, SheetPainter) for one in gc.get_objects()) <= before


@pytest.mark.slow
def test_twenty_thousand_frames_leave_nothing_behind() -> None:
    painter = painter_of(sheet(template("classic-5.en")))
    image = canvas(painter.drawing, 1.4)
    repaint(painter, image, 500)
    before, none = _resident(), sys.getrefcount(None)
    repaint(painter, image, 20_000)
    assert sys.getrefcount(None) - none > -1_000
    assert _resident() - before < 30_000_000


def _resident() -> int:
    """Bytes of memory in use, where the system tells."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * 4096


class Keeper:
    kept = 10

    def forget(self) -> None:
        self.kept = 0


def test_who_was_not_seen_for_longest_makes_room() -> None:
    shelf = Shelf(25, lambda keeper: keeper.kept, Keeper.forget)
    keepers = [Keeper() for _ in range(3)]
    for keeper in (*keepers, keepers[0]):
        shelf.seen(keeper)
    shelf.tidy()
    assert [keeper.kept for keeper in keepers] == [10, 0, 10]
    del keepers[2], keeper
    gc.collect()
    shelf.tidy()
    assert [keeper.kept for keeper in keepers] == [10, 0]


def test_a_sheet_whose_parts_were_let_go_looks_the_same() -> None:
    painter = painter_of(sheet(template("classic-5.en")))
    before = painted(painter, 2.0)
    assert painter.parts_kept() > 500
    painter.forget_parts()
    assert painter.parts_kept() == 0
    assert same_pixels(painted(painter, 2.0), before)
