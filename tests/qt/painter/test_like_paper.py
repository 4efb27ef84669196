"""What is on the screen is the poster: the same letters and shapes in the same places."""

from collections.abc import Callable

import pytest

from journeyeditor.drawing import Drawing, Halo
from tests.paint.sheets import KEY, PORTRAIT, scripts_sheet, shapes_sheet
from tests.qt.painter.looking import furthest_off, off, on_paper, painted, painter_of, plain, png, sheet, template

VISIBLE, PLAIN = 48, 96
CELL = 12
SamePicture = Callable[[str, bytes], None]


def without_hints(drawing: Drawing) -> Drawing:
    groups = tuple(group for group in drawing.groups if not group.screen_only)
    return Drawing(drawing.width, drawing.height, groups)


@pytest.mark.parametrize(
    ("name", "scale"),
    [
        ("example-new-hip.en", 3.6),
        ("example-renovation.fr", 2.5),
        ("service-blueprint.en", 4.3),
        ("buying-cycle-5.fr", 5.0),
    ],
)
def test_a_poster_looks_as_its_pdf_does(name: str, scale: float) -> None:
    journey = template(name)
    drawing = sheet(journey)
    screen = plain(painted(painter_of(drawing, journey.images.get), scale))
    paper = on_paper(drawing, scale, journey.images.get)
    assert off(screen, paper, VISIBLE) < 0.012
    assert off(screen, paper, PLAIN) < 0.003
    assert furthest_off(screen, paper, CELL) < 25


def test_a_missing_line_of_text_would_be_noticed() -> None:
    drawing = scripts_sheet(bold=False, italic=False)
    (group,) = drawing.groups
    shorter = Drawing(drawing.width, drawing.height, (type(group)("r", "card", group.shapes[1:]),))
    screen, paper = plain(painted(painter_of(shorter), 5)), on_paper(drawing, 5)
    assert furthest_off(screen, paper, CELL) > 50


@pytest.mark.parametrize("scale", [4.0, 9.0, 15.0])
@pytest.mark.parametrize(("bold", "italic"), [(False, False), (True, False), (False, True), (True, True)])
def test_every_script_has_its_letters(bold: bool, italic: bool, scale: float) -> None:
    drawing = scripts_sheet(bold=bold, italic=italic)
    screen, paper = plain(painted(painter_of(drawing), scale)), on_paper(drawing, scale)
    assert off(screen, paper, PLAIN) < (0.02 if scale < 10 else 0.01)
    assert furthest_off(screen, paper, round(3 * scale)) < 25


@pytest.mark.parametrize("scale", [4.0, 15.0])
def test_rims_cover_what_lies_under_them(scale: float) -> None:
    drawing = scripts_sheet(bold=True, italic=False, halo=Halo("#FFFFFF", 0.6))
    screen, paper = plain(painted(painter_of(drawing), scale)), on_paper(drawing, scale)
    assert off(screen, paper, PLAIN) < 0.02
    assert furthest_off(screen, paper, round(3 * scale)) < 25


@pytest.mark.parametrize("scale", [3.0, 6.0, 9.0])
def test_every_kind_of_shape(scale: float) -> None:
    drawing = without_hints(shapes_sheet())
    screen = plain(painted(painter_of(drawing, {KEY: PORTRAIT}.get), scale))
    paper = on_paper(drawing, scale, {KEY: PORTRAIT}.get)
    assert off(screen, paper, PLAIN) < 0.004
    assert furthest_off(screen, paper, CELL) < 60


@pytest.mark.parametrize("size", [40.0, 59.0, 61.0, 63.0, 64.0, 65.0, 90.0, 150.0])
def test_letters_stay_as_zoom_goes_past_what_qt_paints_as_glyphs(size: float) -> None:
    drawing = scripts_sheet(bold=False, italic=False)
    scale = size / (12 * 25.4 / 72)
    line = Drawing(drawing.width, 11, (type(drawing.groups[0])("r", "card", drawing.groups[0].shapes[:1]),))
    screen, paper = plain(painted(painter_of(line), scale)), on_paper(line, scale)
    assert min(paper.resize((1, 1)).getpixel((0, 0))) < 250
    assert furthest_off(screen, paper, max(8, round(scale))) < 35
    assert off(screen, paper, PLAIN) < 0.01


def test_shapes_look_as_they_did(same_picture: SamePicture) -> None:
    same_picture("shapes", png(painted(painter_of(shapes_sheet(), {KEY: PORTRAIT}.get), 4.33)))


def test_scripts_look_as_they_did(same_picture: SamePicture) -> None:
    same_picture("scripts", png(painted(painter_of(scripts_sheet(bold=True, italic=True)), 4.33)))
