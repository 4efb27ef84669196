"""From one drawing to the next: what is said to look different is all that looks different."""

import random

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage, QPainter

from journeyeditor.drawing import Drawing, Group, Index, Sketch, Symbol, Words
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import moved
from journeyeditor.qt.painter import SheetPainter
from tests.qt.painter.looking import (
    canvas,
    off,
    painted,
    painter_of,
    plain,
    same_pixels,
    sheet,
    template,
    warmed,
    whole,
)

SCALE = 3.3
ROUNDED = 4
"""Of 255: where a shape is cut, Qt rounds the colours of smoothed edges otherwise."""


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    return sheet(template("classic-5.en"))


def shifted(group: Group, dx: float, dy: float) -> Group:
    """The group elsewhere."""
    shapes = []
    for shape in group.shapes:
        if isinstance(shape, Words | Symbol):
            shapes.append(replace(shape, x=shape.x + dx, y=shape.y + dy))
        elif isinstance(shape, Sketch):
            fade = tuple((y + dy, opacity) for y, opacity in shape.fade)
            shapes.append(replace(shape, outline=moved(shape.outline, dx, dy), fade=fade))
    clip = None if group.clip is None else moved(group.clip, dx, dy)
    return replace(group, shapes=tuple(shapes), clip=clip)


def edited(drawing: Drawing, dice: random.Random) -> Drawing:
    """The drawing with a few groups gone, moved, new, copied without change, now and then in another order."""
    groups = list(drawing.groups)
    for _ in range(dice.randint(1, 4)):
        n = dice.randrange(len(groups))
        way = dice.choice(
            ("go", "move", "copy", "new", "order") if dice.random() < 0.3 else ("go", "move", "copy", "new")
        )
        if way == "go":
            del groups[n]
        elif way == "move":
            groups[n] = shifted(groups[n], dice.uniform(-9, 9), dice.uniform(-9, 9))
        elif way == "copy":
            groups[n] = replace(groups[n], shapes=tuple(groups[n].shapes), link="https://example.org")
        elif way == "new":
            groups.insert(n, replace(shifted(groups[n], dice.uniform(-9, 9), 3), record=f"new{dice.random()}"))
        else:
            groups.append(groups.pop(n))
    return replace(drawing, groups=tuple(groups))


def again(painter: SheetPainter, image: QImage, areas: list[Box], scale: float) -> QImage:
    """Those areas painted again on an old frame, cut to them and two device pixels around."""
    ratio = image.devicePixelRatio()
    for area in areas:
        painted(painter, scale, ratio, on=image, area=area)
    return image


@pytest.mark.parametrize("seed", range(12))
def test_painting_the_areas_again_is_as_painting_all(drawing: Drawing, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    scale, ratio = dice.choice([(0.3, 1.0), (0.8, 1.0), (SCALE, 1.0), (2.7, 2.0), (2.0, 1.5)])
    painter = painter_of(drawing)
    frame = painted(painter, scale, ratio)
    for _ in range(3):
        drawing = edited(drawing, dice)
        frame = again(painter, frame, painter.show(drawing), scale)
        assert off(plain(frame), plain(painted(painter_of(drawing), scale, ratio)), ROUNDED) == 0


def test_the_areas_are_small_when_a_card_moves(drawing: Drawing) -> None:
    painter = painter_of(drawing)
    n, card = next((n, group) for n, group in enumerate(drawing.groups) if group.role == "pain")
    groups = (*drawing.groups[:n], shifted(card, 2, 1), *drawing.groups[n + 1 :])
    areas = painter.show(replace(drawing, groups=groups))
    assert len(areas) == 2
    assert sum(area.width * area.height for area in areas) < 0.05 * drawing.width * drawing.height


def test_nothing_looks_different_when_only_a_link_is_new(drawing: Drawing) -> None:
    painter = painter_of(drawing)
    assert painter.show(drawing) == []
    assert painter.show(replace(drawing, groups=tuple(replace(group) for group in drawing.groups))) == []
    linked = tuple(replace(group, link="https://example.org") for group in drawing.groups)
    assert painter.show(replace(drawing, groups=linked)) == []
    assert next(painter.index.all_at(*_middle(linked))).link == "https://example.org"


def _middle(groups: tuple[Group, ...]) -> tuple[float, float]:
    return next(group.box for group in groups if group.role == "pain" and group.box is not None).middle


def test_another_sheet_looks_different_everywhere(drawing: Drawing) -> None:
    painter = painter_of(drawing)
    larger = replace(drawing, width=drawing.width + 10)
    assert painter.show(larger) == [whole(larger)]
    assert painter.show(replace(larger, background="#FFF0E0")) == [whole(larger)]


def test_the_index_is_that_of_the_drawing_shown(drawing: Drawing) -> None:
    dice = random.Random(5)  # noqa: S311
    painter = painter_of(drawing)
    for _ in range(4):
        drawing = edited(drawing, dice)
        painter.show(drawing)
        fresh = Index(drawing)
        for _ in range(60):
            x, y = dice.uniform(0, drawing.width), dice.uniform(0, drawing.height)
            assert painter.index.at(x, y) is fresh.at(x, y)
            area = Box(x, y, dice.uniform(0, 90), dice.uniform(0, 90))
            assert painter.index.touching(area) == fresh.touching(area)
            assert painter.index.drawn_in(area) == fresh.drawn_in(area)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_the_picture_of_a_sheet_is_the_sheet(drawing: Drawing, ratio: float) -> None:
    painter = painter_of(drawing)
    live = painted(painter, 1.9, ratio, in_view=True)
    warmed(painter, 1.9)
    assert painter.bytes_kept() > 0
    assert same_pixels(painted(painter, 1.9, ratio, in_view=True), live)
    changed = edited(drawing, random.Random(3))  # noqa: S311
    painter.show(changed)
    assert same_pixels(painted(painter, 1.9, ratio, in_view=True), painted(painter_of(changed), 1.9, ratio))


def test_a_part_of_a_picture_changes_nothing_around_it(drawing: Drawing) -> None:
    painter = painter_of(drawing)
    before = painted(painter, SCALE, in_view=True)
    warmed(painter, SCALE)
    frame = before.copy()
    for area in (Box(0, 0, 30, 20), Box(101.3, 77.7, 44.4, 33.3), Box(400, 280, 50, 50)):
        painted(painter, SCALE, on=frame, area=area, in_view=True)
    assert same_pixels(frame, before)


def test_very_small_sheets_in_view_wait_for_their_picture(drawing: Drawing) -> None:
    painter = painter_of(drawing)
    painted(painter, 0.5, in_view=True)
    assert painter.crude
    assert not painter.better
    warmed(painter, 0.5)
    assert painter.better
    shown = painted(painter, 0.5, in_view=True)
    assert not painter.crude
    assert same_pixels(shown, painted(painter_of(drawing), 0.5))


def test_a_small_sheet_is_shown_from_another_zoom_until_then(drawing: Drawing) -> None:
    painter = painter_of(drawing)
    painted(painter, SCALE, in_view=True)
    warmed(painter, SCALE)
    crude = painted(painter, 0.5, in_view=True)
    assert painter.crude
    assert not same_pixels(crude, canvas(drawing, 0.5))


def test_a_small_sheet_is_shown_from_an_overview_until_then(drawing: Drawing) -> None:
    painter = painter_of(drawing)
    painted(painter, 0.2)
    crude = painted(painter, 0.5, in_view=True)
    assert painter.crude
    assert not same_pixels(crude, canvas(drawing, 0.5))


def test_what_went_from_the_shelf_is_not_made_again_before_it_is_seen(drawing: Drawing) -> None:
    painter = painter_of(drawing)
    painted(painter, SCALE, in_view=True)
    warmed(painter, SCALE)
    painter.forget()
    warmed(painter, SCALE)
    assert painter.bytes_kept() == 0
    painted(painter, SCALE, in_view=True)
    warmed(painter, SCALE)
    assert painter.bytes_kept() > 0


def test_warming_ahead_keeps_to_its_time(drawing: Drawing) -> None:
    painter = painter_of(drawing)
    painted(painter, SCALE, in_view=True)
    painter.show(replace(drawing, groups=tuple(shifted(group, 1, 1) for group in drawing.groups)))
    slices = 1
    while painter.warm(SCALE, 0.5):
        slices += 1
    assert slices > 5


def test_the_corner_lies_on_a_whole_pixel(drawing: Drawing) -> None:
    painter = painter_of(drawing)
    frames = []
    for x in (10.0, 10.3, 9.6):
        image = canvas(drawing, 2.0)
        brush = QPainter(image)
        brush.translate(x, x)
        painter.paint(brush, 2.0, whole(drawing))
        brush.end()
        frames.append(image)
    assert same_pixels(frames[0], frames[1])
    assert same_pixels(frames[0], frames[2])
