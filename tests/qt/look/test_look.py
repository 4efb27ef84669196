"""Colours, icons and the style sheet."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from journeyeditor.assets import resource
from journeyeditor.drawing.theme import contrast
from journeyeditor.qt import look
from journeyeditor.qt.colours import DARK, LIGHT, colour_name

PAIRS = [
    ("text", "chrome"), ("text", "control"), ("muted", "chrome"), ("muted", "desk"), ("placeholder", "chrome"),
    ("accent", "accent-wash"), ("accent", "chrome"), ("filled-text", "filled"), ("pain", "pain-wash"),
    ("gain", "gain-wash"), ("opportunity", "opportunity-wash"), ("text", "pain-wash"), ("muted", "trough"),
    *((f"persona-{n}", "chrome") for n in range(1, 7)), ("truth", "chrome"),
]  # fmt: skip


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_text_can_be_read_on_its_ground(pair, dark):
    text, ground = (colour_name(role, dark=dark) for role in pair)
    assert contrast(text, ground) >= 4.5


def test_every_role_is_there_in_both_modes():
    assert LIGHT.keys() == DARK.keys()


def test_high_contrast_draws_controls_with_the_colour_of_text():
    assert colour_name("control-border", dark=False, contrast=True) == LIGHT["text"]


def test_the_seventh_persona_has_the_colour_of_the_first():
    assert look.colour("persona-7") == look.colour("persona-1")


def test_what_paints_itself_hears_of_the_dark(qtbot):
    look.apply("light")
    with qtbot.waitSignal(look.watcher.changed):
        look.apply("dark")
    assert look.is_dark()
    assert look.colour("chrome").name() == "#22272d"
    assert look.paper_colour("accent").name() == "#2563eb"
    look.apply("light")
    assert not look.is_dark()


def test_every_icon_can_be_drawn():
    for path in resource("icons", "ui").glob("*.svg"):
        image = look.pixmap(path.stem, "text", 20).toImage()
        assert any(image.pixelColor(x, y).alpha() > 100 for x in range(20) for y in range(20)), path.stem


def test_an_icon_follows_the_colours_of_its_button_only_as_long_as_that_lives(qtbot):
    button = look.tool_button("house")
    qtbot.addWidget(button)
    before = button.icon().pixmap(20, 20).toImage()
    look.apply("dark")
    assert button.icon().pixmap(20, 20).toImage() != before
    button.deleteLater()
    QApplication.processEvents()
    look.apply("light")


def test_user_text_in_a_label_is_only_text():
    assert look.label("<b>bold</b>").textFormat().name == "PlainText"


def test_buttons_have_the_height_of_the_grid(qtbot):
    look.apply("light")
    for widget in (QPushButton("Save"), look.tool_button("house"), look.wear(QToolButton(), "bordered")):
        qtbot.addWidget(widget)
        widget.show()
        assert widget.sizeHint().height() == 32
    assert isinstance(look.label("x"), QLabel)
