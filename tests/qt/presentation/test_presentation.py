"""The map told on the whole screen: by keys, by a remote, by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.presenting import FAINT, column, opacity, scenes
from journeyeditor.edits.stages import add_stage
from journeyeditor.qt.presentation.show import Presentation

ROOT = Path(__file__).resolve().parents[3]
MAP = ROOT / "resources" / "templates" / "example-new-hip.en.journey"


@pytest.fixture
def editor() -> Editor:
    return Editor(Document.open(MAP))


@pytest.fixture
def show(qtbot: QtBot, editor: Editor) -> Presentation:
    made = Presentation(EditorDesk(editor))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    return made


def test_it_tells_the_map_then_each_stage_then_each_persona(editor: Editor) -> None:
    told = scenes(editor.journey, editor.board)
    stages = [one.title for one in editor.journey.stages()]
    people = [one.name for one in editor.journey.personas() if not one.hidden]
    assert [one.title for one in told] == [editor.journey.head.title, *stages, *people]


def test_a_stage_is_strong_and_its_neighbours_are_faint(editor: Editor) -> None:
    board, journey = editor.board, editor.journey
    scene = next(one for one in scenes(journey, board) if one.kind == "stage")
    strength = opacity(journey, board, scene)
    assert strength is not None
    other = journey.stages()[3]
    for group in board.pages[0].groups:
        if group.role == "stage":
            assert strength(group) == (1.0 if group.record == scene.record else FAINT)
        if group.role == "touchpoint" and group.record in {one.id for one in journey.touchpoints(other.id)}:
            assert strength(group) == FAINT


@pytest.mark.parametrize(
    ("on", "back"), [(Qt.Key.Key_PageDown, Qt.Key.Key_PageUp), (Qt.Key.Key_Right, Qt.Key.Key_Left)]
)
def test_keys_of_a_keyboard_and_of_a_remote(show: Presentation, qtbot: QtBot, on: Qt.Key, back: Qt.Key) -> None:
    qtbot.keyClick(show, on)
    qtbot.keyClick(show, on)
    assert show.number == 2
    qtbot.keyClick(show, back)
    assert show.number == 1
    qtbot.keyClick(show, Qt.Key.Key_Home)
    qtbot.keyClick(show, back)
    assert show.number == 0
    qtbot.keyClick(show, Qt.Key.Key_End)
    qtbot.keyClick(show, on)
    assert show.number == len(show.scenes) - 1


def test_the_screen_can_go_dark_and_come_back(show: Presentation, qtbot: QtBot) -> None:
    before = show.grab().toImage()
    qtbot.keyClick(show, Qt.Key.Key_B)
    dark = show.grab().toImage()
    assert dark.pixelColor(600, 300) == dark.pixelColor(10, 10)
    qtbot.keyClick(show, Qt.Key.Key_B)
    assert show.grab().toImage() == before


def test_the_red_point_follows_the_pointer(show: Presentation, qtbot: QtBot) -> None:
    from PySide6.QtCore import QPoint  # noqa: PLC0415

    qtbot.keyClick(show, Qt.Key.Key_L)
    qtbot.mouseMove(show, QPoint(400, 300))
    show.laser = show.laser and show.laser.__class__(400, 300)
    at: QColor = show.grab().toImage().pixelColor(400, 300)
    assert at.red() > 200
    assert at.green() < 120
    qtbot.keyClick(show, Qt.Key.Key_L)
    assert show.laser is None


def test_a_scene_fills_the_screen(show: Presentation) -> None:
    show.go(1)
    scale, corner = show.view()
    scene = show.scene
    assert scene is not None
    assert scale * scene.box.height == pytest.approx(700 - 16 - 44, abs=1)
    page = show.scenes[0].box.width * scale
    assert 16 - 0.01 <= corner.x() <= 1200 - 16 - page + 0.01


def test_it_follows_the_map(show: Presentation, editor: Editor) -> None:
    before = len(show.scenes)
    editor.do(lambda journey: add_stage(journey, title="After all"))
    assert len(show.scenes) == before + 1


def test_leaving_selects_the_stage_that_was_shown(show: Presentation, qtbot: QtBot, editor: Editor) -> None:
    show.go(2)
    stage = show.scene
    assert stage is not None
    show.show()
    qtbot.keyClick(show, Qt.Key.Key_Escape)
    assert editor.selection == (stage.record,)


def test_what_runs_on_beside_the_stage_that_is_spoken_of_is_faint_there(show: Presentation, editor: Editor) -> None:
    scene = next(each for each in show.scenes if each.kind == "stage")
    stage = next(place for band in editor.board.plans for place in band.stages if place.stage == scene.record)
    box = column(editor.board, scene)
    assert box is not None
    assert (box.x, box.right) == pytest.approx((stage.left, stage.right))
    assert column(editor.board, show.scenes[0]) is None
    here = opacity(editor.journey, editor.board, scene)
    aside = opacity(editor.journey, editor.board, scene, aside=True)
    assert here is not None
    assert aside is not None
    running = {"curve", "step", "tint", "answers", "leader", "moment_of_truth"}
    found = [group for group in editor.board.pages[0].groups if group.role in running]
    assert {"curve", "step"} <= {group.role for group in found}
    for group in found:
        assert here(group) > aside(group) or here(group) == aside(group) == FAINT


def test_arrows_of_other_stages_are_painted_faint(show: Presentation, editor: Editor) -> None:
    """What is seen between the touchpoints of a stage: as dark as ever while it is spoken of, else not."""
    stages = [n for n, scene in enumerate(show.scenes) if scene.kind == "stage"]
    band = editor.board.plans[0]
    place = next(one for one in band.stages if len(one.slots) > 1)
    row = next(g.box.middle[1] for g in editor.board.pages[0].groups if g.role == "touchpoint" and g.box is not None)

    def darkest() -> int:
        scale, corner = show.view()
        image = show.grab().toImage()
        x = corner.x() + (place.slots[0].x + place.slots[1].x) / 2 * scale
        y = corner.y() + row * scale
        around = range(round(y) - 14, round(y) + 15)
        return min(image.pixelColor(round(x), at).lightness() for at in around if 0 <= at < image.height())

    mine = next(n for n in stages if show.scenes[n].record == place.stage)
    other = next(n for n in reversed(stages) if n != mine)
    show.go(mine)
    strong = darkest()
    show.go(other)
    assert darkest() > strong + 40


def test_it_covers_the_screen_of_its_window(show: Presentation) -> None:
    show.begin()
    assert show.geometry() == show.screen().geometry()
