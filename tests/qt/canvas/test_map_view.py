"""Looking at the map: zooming, pushing, fitting, the overview."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.edits.describing import rename
from journeyeditor.edits.stages import add_stage
from journeyeditor.fonts import Style, shape
from journeyeditor.fonts.line import MM_PER_POINT
from journeyeditor.model.records import Lane
from journeyeditor.qt.canvas.hints import SAID
from journeyeditor.words import speak
from tests.qt.canvas.conftest import Hand, open_editor, shown

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_the_wheel_with_control_zooms_about_the_pointer(hand: Hand) -> None:
    pointer = QPoint(400, 300)
    place, before = hand.canvas.to_board(QPointF(pointer)), hand.canvas.zoom
    for _ in range(5):
        hand.wheel(pointer, QPoint(0, 120), CONTROL)
    assert hand.canvas.zoom == pytest.approx(before * 1.2**5, rel=0.01)
    seen = hand.canvas.to_view(*place)
    assert (seen.x(), seen.y()) == pytest.approx((400, 300), abs=1.8)  # half a pixel, 2.5 times as large
    assert hand.desk.pixel == pytest.approx(1 / hand.canvas.zoom)


def test_fine_steps_of_a_wheel_make_fine_zooms(hand: Hand) -> None:
    before = hand.canvas.zoom
    for _ in range(8):
        hand.wheel(QPoint(300, 300), QPoint(0, 15), CONTROL)
    assert hand.canvas.zoom == pytest.approx(before * 1.2, rel=0.01)


def test_a_pinch_zooms_about_the_fingers(hand: Hand) -> None:
    place = hand.canvas.to_board(QPointF(500, 200))
    before = hand.canvas.zoom
    viewport = hand.canvas.viewport()
    kind = Qt.NativeGestureType.ZoomNativeGesture
    point = QPointF(500, 200)
    device = QPointingDevice.primaryPointingDevice()
    away = QPointF(viewport.mapToGlobal(QPoint(500, 200)))
    event = QNativeGestureEvent(kind, device, 2, point, point, away, 0.25, QPointF())
    QApplication.sendEvent(viewport, event)
    seen = hand.canvas.to_view(*place)
    assert hand.canvas.zoom == pytest.approx(before * 1.25)
    assert (seen.x(), seen.y()) == pytest.approx((500, 200), abs=1.01)


@pytest.mark.parametrize(
    ("angle", "pixels", "keys", "moved"),
    [
        (QPoint(0, -120), None, Qt.KeyboardModifier.NoModifier, (0, -60)),
        (QPoint(0, -120), None, SHIFT, (-60, 0)),
        (QPoint(0, -120), QPoint(-7, -13), Qt.KeyboardModifier.NoModifier, (-7, -13)),
    ],
)
def test_the_wheel_and_two_fingers_push_the_map(
    hand: Hand, angle: QPoint, pixels: QPoint | None, keys: Qt.KeyboardModifier, moved: tuple[int, int]
) -> None:
    before = hand.canvas.to_view(0, 0)
    hand.wheel(QPoint(300, 300), angle, keys, pixels)
    after = hand.canvas.to_view(0, 0)
    assert (after.x() - before.x(), after.y() - before.y()) == pytest.approx(moved)


def test_the_middle_button_pushes_the_map(hand: Hand, qtbot: QtBot) -> None:
    before, viewport = hand.canvas.to_view(0, 0), hand.canvas.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.MiddleButton, pos=QPoint(300, 300))
    hand.touch("move", QPoint(340, 250), down=True)
    qtbot.mouseRelease(viewport, Qt.MouseButton.MiddleButton, pos=QPoint(340, 250))
    after = hand.canvas.to_view(0, 0)
    assert (after.x() - before.x(), after.y() - before.y()) == pytest.approx((40, -50))
    hand.touch("move", QPoint(500, 500))
    assert hand.canvas.to_view(0, 0) == after


def test_space_and_a_drag_push_the_map_and_touch_nothing(hand: Hand, qtbot: QtBot) -> None:
    before = hand.canvas.to_view(0, 0)
    qtbot.keyPress(hand.canvas, Qt.Key.Key_Space)
    start = hand.at(hand.touchpoints[2], "touchpoint")
    hand.drag(start, start + QPoint(30, 20))
    qtbot.keyRelease(hand.canvas, Qt.Key.Key_Space)
    after = hand.canvas.to_view(0, 0)
    assert (after.x() - before.x(), after.y() - before.y()) == pytest.approx((30, 20))
    assert hand.editor.selection == ()


def test_a_page_is_fitted_with_24_pixels_at_its_sides(hand: Hand) -> None:
    page = hand.editor.board.page_box(0)
    seen = hand.canvas.view.box(page)
    assert min(seen.x, seen.y) == pytest.approx(24, abs=1)
    hand.canvas.resize(900, 900)
    hand.qtbot.waitUntil(lambda: hand.canvas.view.width == 900)
    seen = hand.canvas.view.box(page)
    assert seen.x == pytest.approx(24, abs=1)
    assert seen.right == pytest.approx(876, abs=1)


def test_more_room_beside_the_map_bares_no_desk_while_the_paper_is_cut(hand: Hand) -> None:
    page = hand.editor.board.page_box(0)
    hand.canvas.zoom_by(2)
    hand.canvas.scroll_by(24 - hand.canvas.view.box(page).x, 0)
    for width in (900, 1200):
        hand.canvas.resize(width, 800)
        hand.qtbot.waitUntil(lambda width=width: hand.canvas.view.width == width)  # type: ignore[misc]
        seen = hand.canvas.view.box(page)
        assert seen.x == pytest.approx(24, abs=1)
        assert seen.right > width


def test_a_stage_is_fitted_with_all_its_lanes(hand: Hand) -> None:
    key = hand.editor.journey.stages()[2].id
    hand.canvas.fit_stage(key)
    found = hand.editor.board.stage(key)
    assert found is not None
    band, stage = found
    seen = hand.canvas.view.seen
    assert seen.x <= stage.left < stage.right <= seen.right
    assert seen.y <= band.header[0] < band.bottom <= seen.bottom


def test_a_record_out_of_view_is_shown(hand: Hand) -> None:
    hand.canvas.zoom_by(5)
    last = hand.touchpoints[-1]
    hand.canvas.show_record(last)
    assert hand.canvas.view.seen.holds(hand.editor.board.boxes(last)[0])


def test_a_dense_map_opens_at_a_size_that_can_be_read(qtbot: QtBot) -> None:
    canvas = shown(qtbot, open_editor("example-new-hip.en"), 900, 600)
    body = canvas.editor.live.laid.body_type * MM_PER_POINT * canvas.zoom
    assert body == pytest.approx(canvas.editor.settings.reading_size, abs=0.01)
    corner = canvas.to_view(0, 0)
    assert (corner.x(), corner.y()) == pytest.approx((24, 24), abs=1)
    assert canvas._overview.isVisible()
    canvas.editor.close()


def test_a_map_that_can_be_read_as_a_whole_opens_as_a_whole(qtbot: QtBot) -> None:
    canvas = shown(qtbot, open_editor("blank.en"), 1900, 1400)
    assert canvas.view.seen.holds(canvas.editor.board.page_box(0))
    assert not canvas._overview.isVisible()
    canvas.editor.close()


def test_the_overview_shows_where_one_is_and_goes_elsewhere(hand: Hand, qtbot: QtBot) -> None:
    overview = hand.canvas._overview
    assert not overview.isVisible()
    hand.canvas.zoom_by(4)
    assert overview.isVisible()
    qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(overview.width() - 12, overview.height() - 12))
    page = hand.editor.board.page_box(0)
    x, y = hand.canvas.to_board(QPointF(hand.canvas.view.width / 2, hand.canvas.view.height / 2))
    assert x > page.width * 0.9
    assert y > page.height * 0.9
    hand.canvas.fit_page()
    assert not overview.isVisible()


def test_scroll_bars_show_while_not_all_is_in_view_and_move_the_map(hand: Hand) -> None:
    across = hand.canvas._edges._across
    assert not across.isVisible()
    hand.canvas.zoom_by(3)
    assert across.isVisible()
    before = hand.canvas.to_view(0, 0).x()
    across.setValue(across.value() + 50)
    assert hand.canvas.to_view(0, 0).x() == pytest.approx(before - 50, abs=1)


def test_a_zoom_that_takes_long_to_paint_shows_the_last_picture_until_it_rests(hand: Hand, qtbot: QtBot) -> None:
    canvas = hand.canvas
    canvas._frame.whole_time = 1.0
    canvas.zoom_by(1.3)
    assert canvas._frame.view != canvas.view
    canvas.viewport().grab()
    assert canvas._frame.view != canvas.view
    qtbot.wait(120)
    canvas.viewport().grab()
    assert canvas._frame.view == canvas.view


def test_a_change_paints_only_where_the_map_is_another(qtbot: QtBot) -> None:
    canvas = shown(qtbot, open_editor())
    hand = Hand(canvas, qtbot)
    canvas.fit_page()
    hand.rest()
    canvas.viewport().grab()
    painted = []
    whole = canvas._frame._paint
    canvas._frame._paint = lambda painter, view, area: (painted.append(area), whole(painter, view, area))
    hand.editor.do(lambda journey: rename(journey, hand.touchpoints[3], "Look"))
    canvas.viewport().grab()
    assert painted
    assert sum(area.width * area.height for area in painted) < 0.3 * canvas.view.width * canvas.view.height
    canvas.editor.close()


def test_where_no_pain_is_noted_the_screen_says_so_and_paper_does_not(qtbot: QtBot) -> None:
    editor = open_editor("classic-5.en")
    canvas = shown(qtbot, editor)
    canvas.fit_page()
    before = {one.kind for one in canvas._hints._found(canvas.view.seen)}
    pains = [record for record in editor.journey if type(record).__name__ == "Pain"]
    from journeyeditor.edits.deleting import delete  # noqa: PLC0415

    editor.do(lambda journey: delete(journey, [pain.id for pain in pains[:-1]]))
    silent = [one for one in canvas._hints._found(canvas.view.seen) if one.kind == "pains"]
    assert silent
    assert len(silent) >= len([kind for kind in before if kind == "pains"])
    box = canvas.view.box(silent[0].box)
    screen = canvas.grab().toImage().copy(int(box.x) + 1, int(box.y) + 1, int(box.width) - 2, int(box.height) - 2)
    paper = canvas.picture(silent[0].box, canvas.zoom)
    assert darkest(screen) < 180 < darkest(paper)
    editor.close()


def test_in_a_narrow_stage_the_words_are_broken_and_do_not_vanish(qtbot: QtBot) -> None:
    editor = open_editor("blank.fr")
    editor.speak(speak("fr"))
    while len(editor.journey.stages()) < 9:
        editor.do(add_stage)
    lane = next(one for one in editor.journey.all(Lane) if one.kind in ("pains", "gains"))
    canvas = shown(qtbot, editor)
    canvas.fit_page()
    found = [one for one in canvas._hints._found(canvas.view.seen) if one.kind == lane.kind]
    said = editor.speech.say(SAID[lane.kind][1])
    assert len(found) == 9
    assert shape(said, Style(editor.live.body_type)).width > found[0].box.width, "on one line they have no room"
    for one in found:
        box = canvas.view.box(one.box)
        screen = canvas.grab().toImage().copy(int(box.x) + 2, int(box.y) + 2, int(box.width) - 4, int(box.height) - 4)
        assert darkest(screen) < 230, "there are letters"
    editor.close()


def darkest(picture: object) -> int:
    image = picture
    rows = range(2, image.height() - 2)  # type: ignore[attr-defined]
    return min(image.pixelColor(x, y).lightness() for y in rows for x in range(2, image.width() // 2))  # type: ignore[attr-defined]


def test_a_picture_is_of_the_size_that_is_asked_for(hand: Hand) -> None:
    page = hand.editor.board.page_box(0)
    image = hand.canvas.picture(None, 2)
    assert (image.width(), image.height()) == (round(page.width * 2), round(page.height * 2))
