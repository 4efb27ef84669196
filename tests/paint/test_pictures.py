"""Sheets that were looked at once: they must go on looking like this."""

from collections.abc import Callable

import pytest

from journeyeditor.drawing import Drawing, Halo
from journeyeditor.paint import Metadata, pdf, png
from tests.paint.sheets import KEY, PORTRAIT, scripts_sheet, shapes_sheet


def seen(drawing: Drawing) -> bytes:
    return png(pdf([drawing], Metadata(), {KEY: PORTRAIT}.get), 110)


def test_shapes(same_picture: Callable[[str, bytes], None]) -> None:
    same_picture("shapes", seen(shapes_sheet()))


@pytest.mark.parametrize(
    ("name", "bold", "italic"),
    [("regular", False, False), ("bold", True, False), ("italic", False, True), ("bold-italic", True, True)],
)
def test_scripts(name: str, bold: bool, italic: bool, same_picture: Callable[[str, bytes], None]) -> None:
    same_picture(f"scripts-{name}", seen(scripts_sheet(bold=bold, italic=italic)))


def test_scripts_on_a_busy_ground(same_picture: Callable[[str, bytes], None]) -> None:
    same_picture("scripts-halo", seen(scripts_sheet(bold=True, italic=False, halo=Halo("#FFFFFF", 0.6))))


def test_a_moved_card_would_be_noticed(
    same_picture: Callable[[str, bytes], None], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--store-pictures"):
        pytest.skip("nothing to store")
    drawing = shapes_sheet()
    moved = Drawing(drawing.width, drawing.height, drawing.groups[1:])
    with pytest.raises(pytest.fail.Exception, match="shapes looks otherwise"):
        same_picture("shapes", seen(moved))
