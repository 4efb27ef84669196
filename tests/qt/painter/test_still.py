"""Thumbnails, and the map as a picture."""

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage

from journeyeditor.drawing import Drawing, Group, Sketch, Stroke, Words
from journeyeditor.fonts import Style, shape
from journeyeditor.geometry.outline import polyline
from journeyeditor.qt.painter import render, thumbnail
from tests.qt.painter.looking import off, painted, painter_of, plain, sheet, template


def none(_: str) -> None:
    return None


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_thumbnail_fits_its_box(ratio: float) -> None:
    found = thumbnail(Drawing(420, 297, ()), 282, 199, ratio, none)
    assert found.devicePixelRatio() == ratio
    assert (found.width(), found.height()) == (round(281.41 * ratio), round(199 * ratio))
    upright = thumbnail(Drawing(297, 420, ()), 282, 199, ratio, none)
    assert upright.height() == round(199 * ratio)
    assert upright.width() < 150 * ratio


def one_line(points: float) -> Drawing:
    words = Words(20, 50, shape("Mmmmmmm mmmmm", Style(points)), "#000000")
    return Drawing(200, 100, (Group("r", "card", (words,)),))


def darkest(image: QImage) -> int:
    return min(image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height()))


def test_small_text_is_a_pale_bar_and_large_text_is_text() -> None:
    assert 140 < darkest(thumbnail(one_line(9), 200, 100, 1.0, none)) < 200
    assert darkest(thumbnail(one_line(40), 200, 100, 1.0, none)) < 60


def thickness(image: QImage, x: int) -> float:
    """Pixels of ink in a column."""
    return sum(255 - image.pixelColor(x, y).lightness() for y in range(image.height())) / 255


def test_a_curve_is_at_least_two_pixels_wide() -> None:
    line = Sketch((("M", (0.0, 50.0)), ("C", (60.0, 50.0, 120.0, 50.0, 200.0, 50.0))), None, Stroke("#000000", 0.4))
    curve, other = (Drawing(200, 100, (Group("r", role, (line,)),)) for role in ("curve", "flow"))
    assert thickness(thumbnail(curve, 200, 100, 1.0, none), 90) == pytest.approx(2, abs=0.1)
    assert thickness(thumbnail(curve, 200, 100, 2.0, none), 180) == pytest.approx(4, abs=0.2)
    assert thickness(thumbnail(other, 200, 100, 1.0, none), 90) == pytest.approx(0.4, abs=0.1)


def test_a_rim_does_not_cover_the_curve_that_it_belongs_to() -> None:
    middle = polyline([(0, 50), (100, 50.01), (200, 50)])
    shapes = (
        Sketch(middle, None, Stroke("#FFFFFF", 0.8)),
        Sketch(middle, None, Stroke("#000000", 0.4)),
        Sketch(middle, None, Stroke("#FFFFFF", 0.1)),
    )
    found = thumbnail(Drawing(200, 100, (Group("r", "curve", shapes),)), 200, 100, 1.0, none)
    assert 1.2 < thickness(found, 90) < 1.9


def test_hints_for_the_screen_are_neither_in_thumbnails_nor_in_pictures() -> None:
    hint = Group("h", "hint", one_line(40).groups[0].shapes, screen_only=True)
    drawing = Drawing(200, 100, (hint,))
    for image in (thumbnail(drawing, 200, 100, 1.0, none), render(drawing, 2.0, none)):
        assert darkest(image) == 255
    assert darkest(painted(painter_of(drawing), 2.0)) < 60


def test_the_map_as_a_picture_is_what_the_screen_shows() -> None:
    journey = template("classic-5.en")
    drawing = sheet(journey)
    drawing = replace(drawing, groups=tuple(group for group in drawing.groups if not group.screen_only))
    shown = painted(painter_of(drawing, journey.images.get), 3.0)
    assert off(plain(render(drawing, 3.0, journey.images.get)), plain(shown), 4) == 0


def test_the_ground_has_the_colour_of_the_sheet() -> None:
    assert render(Drawing(20, 10, (), background="#FFF0E0"), 4, none).pixelColor(3, 3) == QColor("#FFF0E0")
