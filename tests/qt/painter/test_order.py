"""One persona over the others; groups that are faded."""

from PySide6.QtGui import QColor

from journeyeditor.drawing import Drawing, Group, Sketch, Stroke
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import polyline, rectangle
from tests.qt.painter.looking import painted, painter_of, plain, same_pixels, sheet, template, warmed

RED, BLUE, GREEN = "#C00000", "#0000C0", "#00A000"


def curve(persona: str, colour: str) -> Group:
    return Group(persona, "curve", (Sketch(polyline([(2, 10), (38, 10)]), None, Stroke(colour, 6)),))


def mark(record: str, colour: str) -> Group:
    return Group(record, "emotion", (Sketch(rectangle(28, 4, 8, 12), colour),))


CROSSED = Drawing(
    40,
    20,
    (
        Group("ann", "tint", (Sketch(rectangle(2, 2, 10, 16), RED),)),
        Group("bob", "tint", (Sketch(rectangle(2, 2, 10, 16), BLUE),)),
        curve("ann", RED),
        curve("bob", BLUE),
        mark("emotion:ann:touchpoint_1", RED),
        mark("emotion:bob:touchpoint_1", BLUE),
        Group("note", "callout", (Sketch(rectangle(20, 8, 4, 4), GREEN),)),
    ),
)


def colours(on_top: str | None) -> list[str]:
    """Of the tint, the line, the note on it and the mark."""
    image = painted(painter_of(CROSSED), 10, on_top=on_top)
    return [image.pixelColor(*place).name().upper() for place in ((50, 30), (160, 100), (220, 100), (320, 60))]


def test_the_last_persona_lies_over_the_others() -> None:
    assert colours(None) == [BLUE, BLUE, GREEN, BLUE]


def test_the_persona_on_top_lies_over_the_others_and_under_what_is_written() -> None:
    assert colours("ann") == [RED, RED, GREEN, RED]
    assert colours("bob") == [BLUE, BLUE, GREEN, BLUE]
    assert colours("nobody") == [BLUE, BLUE, GREEN, BLUE]


def test_another_persona_comes_on_top_of_the_picture_of_the_sheet_too() -> None:
    drawing = sheet(template("classic-5.en"))
    one, other = dict.fromkeys(group.record for group in drawing.groups if group.role == "curve")
    painter = painter_of(drawing)
    for persona in (one, other, None, one):
        painted(painter, 2.0, on_top=persona, in_view=True)
        warmed(painter, 2.0)
        shown = painted(painter, 2.0, on_top=persona, in_view=True)
        assert same_pixels(shown, painted(painter_of(drawing), 2.0, on_top=persona))
    assert not same_pixels(painted(painter, 2.0, on_top=one), painted(painter, 2.0, on_top=other))


def test_faded_groups_are_paler_or_gone() -> None:
    painter = painter_of(CROSSED)
    full = painted(painter, 10).pixelColor(320, 60)
    half = painted(painter, 10, faded=lambda group: 0.5 if group.role == "emotion" else 1.0).pixelColor(320, 60)
    gone = painted(painter, 10, faded=lambda group: 0.0 if group.role == "emotion" else 1.0).pixelColor(320, 60)
    assert full == QColor(BLUE)
    assert full.lightness() < half.lightness() < gone.lightness()
    assert gone == QColor("#FFFFFF")


def test_fading_letters_fades_their_bars_too() -> None:
    drawing = sheet(template("classic-5.en"))
    painter = painter_of(drawing)
    area = Box(0, 0, drawing.width, drawing.height)
    for scale in (0.8, 2.0):
        gone = painted(painter, scale, area=area, faded=lambda _: 0.0)
        assert same_pixels(gone, painted(painter_of(Drawing(drawing.width, drawing.height, ())), scale))
        pale = painted(painter, scale, faded=lambda _: 0.2)
        assert min(low for low, _ in plain(pale).getextrema()) > 90
