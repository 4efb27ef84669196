"""Forms in straight pieces look as the curves do, at every zoom, and are worked out once wherever they stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath

from journeyeditor.drawing import Stroke
from journeyeditor.geometry.outline import circle, moved, rectangle
from journeyeditor.qt.painter.forms import ink_at, level_of, path_at, symbol_ink
from journeyeditor.qt.painter.pens import path_of
from journeyeditor.qt.painter.piecewise import inked_in_pieces

SIZE = 240
UNSEEN = 12
"""Of 255: by so much more than Qt's curves may the edge of a form be off. Those are off by up to 33 in a disc."""
FINER = 8
"""The truth is painted so many times as large, and made smaller."""
INK = QBrush(QColor("#000000"))
PEN = Stroke("#000000", 0.4, round=True)
OUTLINES = {
    "disc": circle(0.0, 0.0, 3.4),
    "dot": circle(0.0, 0.0, 0.7),
    "card": rectangle(0.0, 0.0, 12.0, 7.0, 1.5),
    "bar": rectangle(0.0, 0.0, 5.0, 0.4),
}


def picture(paths: list[QPainterPath], scale: float, finer: int = 1) -> Image.Image:
    """Paths on white, the origin in the middle."""
    size = SIZE * finer
    image = QImage(size, size, QImage.Format.Format_Grayscale8)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size / 2, size / 2)
    painter.scale(scale * finer, scale * finer)
    for path in paths:
        painter.fillPath(path, INK)
    painter.end()
    whole = Image.frombytes("L", (size, size), bytes(image.constBits()), "raw", "L", image.bytesPerLine())
    return whole.reduce(finer)


def apart(one: Image.Image, other: Image.Image) -> int:
    """How far two pictures are from each other where they differ most."""
    return int(ImageChops.difference(one, other).getextrema()[1])


@pytest.mark.parametrize("stroked", [False, True])
@pytest.mark.parametrize("name", OUTLINES)
@settings(max_examples=20)
@given(scale=st.floats(1, 30), dx=st.floats(-1, 1), dy=st.floats(-1, 1))
def test_straight_pieces_are_as_true_as_curves(name: str, *, stroked: bool, scale: float, dx: float, dy: float) -> None:
    outline = moved(OUTLINES[name], dx, dy)
    curves = inked_in_pieces(outline, PEN) if stroked else [path_of(outline)]
    placed = ink_at(outline, PEN) if stroked else [path_at(outline)]
    pieces = [form.straight(level_of(scale)).translated(x, y) for form, x, y in placed]
    truth = picture(curves, scale, FINER)
    assert apart(truth, picture(pieces, scale)) <= apart(truth, picture(curves, scale)) + UNSEEN


def test_from_afar_all_zooms_have_the_same_pieces() -> None:
    assert {level_of(scale) for scale in (0.02, 0.5, 1.3, 2.0)} == {0}
    assert level_of(2.1) == level_of(8) == 1
    assert level_of(9) == 2


def test_a_form_is_worked_out_once_wherever_it_stands() -> None:
    one, x, y = path_at(OUTLINES["card"])
    other, x2, y2 = path_at(moved(OUTLINES["card"], 123.4567, -8.9))
    assert one is other
    assert (x2 - x, y2 - y) == pytest.approx((123.4567, -8.9))
    assert path_at(rectangle(0.0, 0.0, 12.001, 7.0, 1.5))[0] is not one
    assert ink_at(OUTLINES["dot"], PEN)[0][0] is ink_at(moved(OUTLINES["dot"], 3.0, 4.0), PEN)[0][0]
    assert ink_at(OUTLINES["dot"], Stroke("#000000", 0.2))[0][0] is not ink_at(OUTLINES["dot"], PEN)[0][0]


def test_a_symbol_is_as_large_as_it_is_scaled() -> None:
    small, large = (symbol_ink(OUTLINES["disc"], PEN, scale) for scale in (0.1, 0.3))
    assert large[0].box.width() == pytest.approx(3 * small[0].box.width(), rel=0.001)


def test_pieces_of_a_few_zooms_are_kept() -> None:
    form = path_at(circle(0.0, 0.0, 5.123))[0]
    first = form.straight(0)
    assert form.straight(0) is first
    assert form.straight(1).elementCount() > first.elementCount()
    assert form.straight(0) is first
    form.straight(2)
    form.straight(3)
    assert form.straight(0) is not first
