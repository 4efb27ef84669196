"""Drawings without colours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.drawing import (
    Drawing,
    Greyer,
    Group,
    Halo,
    Inset,
    Picture,
    Shape,
    Sketch,
    Stroke,
    Symbol,
    Words,
    grey_of,
    greyed,
)
from journeyeditor.drawing.theme import contrast, luminance
from journeyeditor.drawing.themes import THEMES
from journeyeditor.fonts import Style, shape
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import rectangle

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


@given(COLOURS)
def test_a_grey_is_as_bright_as_its_colour(colour: str) -> None:
    grey = grey_of(colour)
    assert grey[1:3] == grey[3:5] == grey[5:7]
    assert luminance(grey) == pytest.approx(luminance(colour), abs=0.009)


@given(COLOURS, COLOURS)
def test_what_could_be_read_can_still_be_read(colour: str, ground: str) -> None:
    before = contrast(colour, ground)
    if before >= 4.5:
        assert contrast(grey_of(colour), grey_of(ground)) >= 4.5


@given(st.integers(0, 255))
def test_greys_stay(level: int) -> None:
    grey = f"#{level:02X}{level:02X}{level:02X}"
    assert grey_of(grey) == grey
    assert grey_of(grey.lower()) == grey


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_texts_of_every_theme_can_be_read_in_grey(theme: object) -> None:
    paper = theme.paper  # type: ignore[attr-defined]
    colours = [theme.ink, theme.muted, theme.pain, theme.gain, theme.opportunity, theme.truth]  # type: ignore[attr-defined]
    colours += [style.colour for style in theme.personas]  # type: ignore[attr-defined]
    assert all(contrast(grey_of(colour), grey_of(paper)) >= 4.5 for colour in colours)
    for tint in theme.phases.values():  # type: ignore[attr-defined]
        assert contrast(grey_of(tint.strong), grey_of(tint.ground)) >= min(4.5, contrast(tint.strong, tint.ground))


def colours_of(drawing: Drawing) -> set[str]:
    found = {drawing.background}
    for part in (part for group in drawing.groups for part in group.shapes):
        if isinstance(part, Words):
            found |= {part.colour, *([part.halo.colour] if part.halo else [])}
        elif isinstance(part, Sketch | Symbol):
            found |= {colour for colour in (part.fill, part.stroke.colour if part.stroke else None) if colour}
        elif isinstance(part, Inset):
            found |= colours_of(part.drawing)
    return found


def coloured() -> Drawing:
    pen = Stroke("#B84A00", 1, (2.0, 1.0), round=True, opacity=0.5)
    shapes: tuple[Shape, ...] = (
        Sketch(rectangle(0, 0, 10, 10), "#F4D5D2", pen, 0.5, ((0, 0.1), (10, 0.9))),
        Sketch(rectangle(0, 0, 10, 10)),
        Symbol("dot", rectangle(0, 0, 1, 1), 5, 5, 2, "#0B6AA8", pen),
        Words(5, 5, shape("Pain", Style(9)), "#B3261E", Halo("#FCE9C6", 0.5)),
        Words(5, 9, shape("Pain", Style(9)), "#B3261E"),
        Picture(Box(0, 0, 5, 5), "hash"),
    )
    inner = Drawing(10, 10, (Group("r", "pain", shapes),), "#EEF2FF")
    whole = (*shapes, Inset(inner, 0, 0, 0.5, Box(0, 0, 5, 5)))
    return Drawing(100, 50, (Group("r", "pain", whole, link="https://a.b"),), "#FFFDF5", bleed=3, surround=9)


def test_no_colour_is_left() -> None:
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours_of(greyed(coloured())))


def test_nothing_but_colours_changes() -> None:
    before, after = coloured(), greyed(coloured())
    assert (after.width, after.height, after.bleed, after.surround) == (100, 50, 3, 9)
    for old, new in zip(before.groups[0].shapes, after.groups[0].shapes, strict=True):
        assert type(old) is type(new)
    sketch, words = after.groups[0].shapes[0], after.groups[0].shapes[3]
    assert isinstance(sketch, Sketch)
    assert isinstance(words, Words)
    assert sketch.stroke == Stroke(grey_of("#B84A00"), 1, (2.0, 1.0), round=True, opacity=0.5)
    assert (sketch.opacity, sketch.fade) == (0.5, ((0, 0.1), (10, 0.9)))
    assert words.line.text == "Pain"


def test_pictures_are_shown_without_colours() -> None:
    picture = greyed(coloured()).groups[0].shapes[5]
    assert isinstance(picture, Picture)
    assert picture.grey


def test_a_drawing_that_several_show_stays_one() -> None:
    inner = Drawing(10, 10, ())
    pages = [Drawing(20, 20, (Group("", "tile", (Inset(inner, 0, 0, 1, Box(0, 0, 9, 9)),)),)) for _ in range(3)]
    greyer = Greyer()
    grey = [greyer.drawing(page) for page in pages]
    shown = {id(page.groups[0].shapes[0].drawing) for page in grey}  # type: ignore[union-attr]
    assert len(shown) == 1
