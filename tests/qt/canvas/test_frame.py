"""The kept frame: whatever way it came about, it looks as if it had been painted at once."""

import random

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from journeyeditor.edits.describing import rename
from journeyeditor.edits.emotions import set_emotion
from journeyeditor.geometry import Box
from journeyeditor.qt.canvas.canvas import Canvas
from journeyeditor.qt.canvas.frame import Frame
from journeyeditor.qt.canvas.view import View
from tests.qt.canvas.conftest import open_editor, shown

ROUNDED = 24


def unlike(one: QImage, other: QImage) -> list[tuple[int, int]]:
    """The pixels in which two pictures differ by more than rounding."""
    if one == other:
        return []
    assert one.size() == other.size()
    found = []
    for y in range(one.height()):
        if one.copy(0, y, one.width(), 1) == other.copy(0, y, one.width(), 1):
            continue
        for x in range(one.width()):
            a, b = one.pixelColor(x, y), other.pixelColor(x, y)
            if max(abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue())) > 3:
                found.append((x, y))
    return found


def painted(canvas: Canvas, view: View) -> QImage:
    """All of it at once."""
    frame = Frame(canvas._paint_part)
    frame.freshen(view)
    return frame.image()


def compare(canvas: Canvas, view: View, told: str) -> None:
    canvas._frame.freshen(view)
    kept, once = canvas._frame.image(), painted(canvas, view)
    off = unlike(kept, once)
    # a dot whose edge lies just between two pixels may be rounded to either
    assert len(off) < ROUNDED, f"{told}: {len(off)} pixels, from {off[0]} to {off[-1]}"


@pytest.mark.parametrize(("seed", "ratio"), [(1, 1.0), (2, 1.25), (3, 2.0)])
def test_it_is_the_same_painted_whole_or_in_parts(qtbot: QtBot, seed: int, ratio: float) -> None:
    canvas = shown(qtbot, open_editor(), 700, 500)
    editor, chance = canvas.editor, random.Random(seed)  # noqa: S311
    touchpoints = [one.id for one in editor.journey.touchpoints()]
    persona = editor.persona
    assert persona is not None
    for step in range(12):
        match chance.choice(["pan", "pan", "pan", "zoom", "name", "feel", "undo"]):
            case "pan":
                canvas.scroll_by(chance.uniform(-200, 200), chance.uniform(-150, 150))
            case "zoom":
                canvas.zoom_by(chance.uniform(0.7, 1.5))
            case "name":
                key, text = chance.choice(touchpoints), chance.choice(["Pay", "Waits for a long time", "Ask"])
                editor.do(lambda journey, key=key, text=text: rename(journey, key, text))
            case "feel":
                key, value = chance.choice(touchpoints), chance.choice([-2.0, -0.5, 1.5])
                editor.do(lambda journey, key=key, value=value: set_emotion(journey, persona, key, value))
            case "undo":
                editor.undo()
        compare(canvas, replace(canvas.view, ratio=ratio), f"step {step}")
    editor.close()


def test_panning_paints_the_strip_that_comes_into_view_and_no_more(qtbot: QtBot) -> None:
    painted: list[Box] = []
    frame = Frame(lambda _painter, _view, area: painted.append(area))
    view = View(zoom=3, width=600, height=400)
    frame.freshen(view)
    assert painted == [Box(0, 0, 600, 400)]
    painted.clear()
    frame.freshen(view.moved(-30, 0))
    assert painted == [Box(570, 0, 30, 400)]
    painted.clear()
    frame.freshen(view.moved(-30, 0))
    assert painted == []


def test_a_change_paints_its_own_places_and_no_more(qtbot: QtBot) -> None:
    painted: list[Box] = []
    frame = Frame(lambda _painter, _view, area: painted.append(area))
    view = View(zoom=2, width=600, height=400)
    frame.freshen(view)
    painted.clear()
    frame.spoil([Box(50, 50, 10, 10), Box(5000, 50, 10, 10)])
    frame.freshen(view)
    assert len(painted) == 1
    assert painted[0].holds(Box(100, 100, 20, 20))
    assert Box(90, 90, 40, 40).holds(painted[0])


def blocks(image: QImage) -> float:
    """How much of a picture consists of blocks of three by three pixels of one colour."""
    places = [(x, y) for y in range(0, image.height(), 3) for x in range(0, image.width(), 3)]
    whole = [image.pixel(x, y) == image.pixel(x + 2, y) == image.pixel(x + 1, y + 2) for x, y in places]
    return sum(whole) / len(whole)


def test_a_denser_screen_gets_more_pixels_not_larger_ones(qtbot: QtBot) -> None:
    canvas = shown(qtbot, open_editor(), 500, 400)
    canvas.show_record(next(iter(canvas.editor.journey.touchpoints())).id)
    canvas.zoom_by(1.5)
    view = canvas.view
    dense = painted(canvas, replace(view, ratio=3.0))
    assert (dense.width(), dense.height()) == (1500, 1200)
    plain = painted(canvas, view)
    assert blocks(plain.scaled(1500, 1200)) > 0.99
    assert blocks(dense) < 0.99
    canvas.editor.close()
