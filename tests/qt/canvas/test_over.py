"""What lies over the map: every mark of a gesture, outlines, the focus, pale words."""

import random
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.edits.stages import add_stage
from journeyeditor.edits.touchpoints import add_touchpoint
from journeyeditor.geometry import Box
from journeyeditor.layout.ground_plan import Strip
from journeyeditor.qt.canvas.canvas import Canvas
from journeyeditor.qt.canvas.hints import _columns_under
from journeyeditor.qt.canvas.over.outlines import outline_of
from journeyeditor.tools.desk import Target
from journeyeditor.tools.events import ItemKind
from journeyeditor.tools.marks import (
    Connection,
    EdgeInHand,
    Glow,
    InHand,
    LandingBar,
    LandingPlace,
    Pencil,
    PointInHand,
    RubberBand,
)
from tests.qt.canvas.conftest import Hand, open_editor

ACCENT, INK = QColor("#2563EB"), QColor("#1F2933")


def screen(hand: Hand) -> QImage:
    hand.rest()
    return hand.canvas.viewport().grab().toImage()


def changed(before: QImage, after: QImage) -> QRectF:
    """A rectangle around all that two pictures differ in."""
    places = [
        (x, y)
        for y in range(before.height())
        if before.copy(0, y, before.width(), 1) != after.copy(0, y, before.width(), 1)
        for x in range(before.width())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return QRectF(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1) if places else QRectF()


def test_a_landing_bar_has_the_height_of_its_lane_and_round_ends(hand: Hand) -> None:
    before = screen(hand)
    hand.desk.show(LandingBar(150, 80, 150, 110))
    after = screen(hand)
    top, bottom = hand.canvas.to_view(150, 80), hand.canvas.to_view(150, 110)
    shape = changed(before, after)
    assert shape.top() == pytest.approx(top.y() - 3.2, abs=1.2)
    assert shape.bottom() == pytest.approx(bottom.y() + 3.2, abs=1.2)
    assert shape.width() == pytest.approx(6.4, abs=2.1)
    middle = (top + bottom) / 2
    assert after.pixelColor(int(middle.x()), int(middle.y())) == ACCENT
    hand.desk.show()
    assert screen(hand) == before


def test_a_landing_place_is_dashed_and_faintly_filled(hand: Hand) -> None:
    before = screen(hand)
    hand.desk.show(LandingPlace(Box(300, 8, 30, 12)))
    after = screen(hand)
    box = hand.canvas.view.box(Box(300, 8, 30, 12))
    middle = after.pixelColor(int(box.x + box.width / 2), int(box.y + box.height / 2))
    was = before.pixelColor(int(box.x + box.width / 2), int(box.y + box.height / 2))
    assert middle.red() == pytest.approx(was.red() - 0.09 * (was.red() - ACCENT.red()), abs=2)
    row = [after.pixelColor(x, round(box.y)).red() < 150 for x in range(int(box.x) + 8, int(box.x + box.width) - 8)]
    assert 0.2 < sum(row) / len(row) < 0.9


def test_a_point_in_the_hand_shows_its_scale_and_its_value_beside_it(hand: Hand) -> None:
    key, persona = hand.touchpoints[4], hand.editor.persona
    found = hand.editor.board.slot(key)
    assert found is not None
    assert persona is not None
    band, slot = found
    scale = band.scales[0]
    mark = PointInHand(slot.x, scale.y(-1.5), persona, key, -1.5, 1.0, scale.top, scale.bottom)
    before = screen(hand)
    hand.desk.show(mark)
    after = screen(hand)
    shape = changed(before, after)
    point, top = hand.canvas.to_view(slot.x, scale.y(-1.5)), hand.canvas.to_view(slot.x, scale.top)
    assert shape.top() == pytest.approx(top.y(), abs=3)
    assert shape.right() == pytest.approx(point.x() + 24 + 76, abs=2)
    assert after.pixelColor(int(point.x() + 24 + 4), int(point.y() + 20)) == INK
    assert after.pixelColor(int(point.x()), int(top.y() + 8)).blue() > 180


def test_the_bubble_turns_to_the_left_at_the_papers_edge(hand: Hand) -> None:
    page = hand.editor.board.page_box(0)
    persona = hand.editor.persona or ""
    mark = PointInHand(page.right - 12, 130, persona, hand.touchpoints[-1], 2.0, None, 110, 170)
    hand.desk.show(mark)
    after = screen(hand)
    point = hand.canvas.to_view(mark.x, mark.y)
    assert after.pixelColor(int(point.x() - 24 - 5), int(point.y() + 20)) == INK
    assert after.pixelColor(int(point.x() + 30), int(point.y() + 20)) != INK


ITEMS: list[ItemKind] = [
    "stage", "touchpoint", "lane", "line", "pain", "gain", "opportunity", "quote", "measure", "note", "persona",
    "parked",
]  # fmt: skip


@pytest.mark.parametrize("item", ITEMS)
def test_everything_of_the_palette_hangs_on_the_pointer_by_its_lower_right_corner(hand: Hand, item: ItemKind) -> None:
    before = screen(hand)
    hand.desk.show(InHand(200, 20, item))
    after = screen(hand)
    shape, pointer = changed(before, after), hand.canvas.to_view(200, 20)
    assert shape.width() == pytest.approx(92, abs=3)
    assert shape.height() == pytest.approx(77, abs=3)
    assert shape.right() == pytest.approx(pointer.x() + 10, abs=2)
    assert shape.bottom() == pytest.approx(pointer.y() + 9, abs=2)


def test_a_record_in_the_hand_has_its_own_size_and_says_if_it_is_copied(hand: Hand) -> None:
    pain = hand.of_kind("Pain")[0]
    box = hand.canvas.view.box(hand.editor.board.boxes(pain)[0])
    before = screen(hand)
    hand.desk.show(InHand(200, 20, "pain", (pain,)))
    plain = screen(hand)
    shape = changed(before, plain)
    assert shape.width() == pytest.approx(box.width + 16, abs=3)
    hand.desk.show(InHand(200, 20, "pain", (pain,), copies=True))
    assert screen(hand) != plain


def test_other_marks_show_and_go(hand: Hand) -> None:
    before = screen(hand)
    persona = hand.editor.persona or ""
    target = hand.editor.board.boxes(hand.touchpoints[3])[0]
    marks = [
        RubberBand(Box(20, 20, 50, 50)),
        Connection(60, 90, 150, 95),
        Connection(60, 90, 150, 95, target),
        Pencil(((60, 120), (80, 130), (100, 125)), persona),
        Glow(target),
        EdgeInHand(150, 50, 200, 1.25),
    ]
    seen = []
    for mark in marks:
        hand.desk.show(mark)
        seen.append(screen(hand))
        assert seen[-1] != before, mark
    assert all(one != other for one, other in pairwise(seen))
    hand.desk.show()
    assert screen(hand) == before


def test_the_overview_stands_aside_while_something_is_in_the_hand(hand: Hand) -> None:
    hand.canvas.zoom_by(3)
    assert hand.canvas._overview.isVisible()
    hand.desk.show(InHand(100, 100, "pain"))
    assert not hand.canvas._overview.isVisible()
    hand.desk.show()
    assert hand.canvas._overview.isVisible()


@pytest.mark.parametrize("name", ["blank.fr", "funnel-9.fr", "loyalty-6.en"])
def test_a_touchpoints_outline_cuts_through_no_word_of_its_name(name: str, qtbot: QtBot) -> None:
    editor = open_editor(name)
    canvas = Canvas(EditorDesk(editor))
    qtbot.addWidget(canvas)
    canvas.resize(1200, 700)
    if name == "blank.fr":
        editor.do(add_stage)
        stage = editor.journey.stages()[0].id
        for _ in range(26):
            editor.do(lambda journey: add_touchpoint(journey, stage, title="Demande par courriel"))
    assert editor.journey.touchpoints()
    wider = 0
    for touchpoint in editor.journey.touchpoints():
        shape = outline_of(editor, touchpoint.id, canvas.view)[0]
        found = editor.board.slot(touchpoint.id)
        assert found is not None
        boxes = [canvas.view.box(box) for box in editor.board.boxes(touchpoint.id, "touchpoint", "touchpoint_name")]
        assert boxes
        for box in boxes:
            assert shape.left() <= box.x - 4.9, touchpoint.title
            assert shape.right() >= box.right + 4.9, touchpoint.title
        wider += shape.width() > 0.92 * found[1].width * canvas.zoom + 0.1
    assert wider or name != "blank.fr", "names there fill their slots"


def test_a_touchpoints_outline_goes_around_circle_and_name_about_its_slot(hand: Hand) -> None:
    key = hand.touchpoints[2]
    shape = outline_of(hand.editor, key, hand.canvas.view)[0]
    found = hand.editor.board.slot(key)
    assert found is not None
    for box in hand.editor.board.boxes(key, "touchpoint", "touchpoint_name"):
        seen = hand.canvas.view.box(box)
        assert shape.top() < seen.y < seen.bottom < shape.bottom()
        assert shape.left() < seen.x - 4 < seen.right + 4 < shape.right()
    assert shape.width() >= found[1].width * 0.9 * hand.canvas.zoom


def test_the_handle_shows_on_the_touchpoint_that_is_hovered(hand: Hand) -> None:
    from journeyeditor.editor.targets import handle_place  # noqa: PLC0415

    key = hand.touchpoints[2]
    place = handle_place(hand.editor, key)
    assert place is not None
    point = hand.canvas.to_view(*place)

    def blue() -> bool:
        image = screen(hand)
        around = [(int(point.x()) + dx, int(point.y()) + dy) for dx in range(-7, 8) for dy in range(-7, 8)]
        return any(image.pixelColor(x, y) == ACCENT for x, y in around)

    assert not blue()
    hand.hover(hand.at(key, "touchpoint"))
    assert blue()
    hand.hover(QPoint(3, 3))
    assert not blue()


def test_a_handle_and_a_stages_edge_have_pointers_of_their_own(hand: Hand) -> None:
    shapes = {}
    for part in ("body", "handle", "edge", "point"):
        hand.desk.hover(Target(hand.touchpoints[2], "touchpoint", part, Box(0, 0, 1, 1)))  # type: ignore[arg-type]
        shapes[part] = hand.canvas.viewport().cursor().shape()
    assert shapes["body"] == Qt.CursorShape.ArrowCursor
    assert len(set(shapes.values())) == 4


def test_a_new_outline_is_where_the_map_is_looked_at(hand: Hand) -> None:
    key = hand.touchpoints[2]
    before = outline_of(hand.editor, key, hand.canvas.view)[0]
    hand.canvas.zoom_by(2, QPointF(before.center()))
    after = outline_of(hand.editor, key, hand.canvas.view)[0]
    assert after.width() == pytest.approx(before.width() * 2, abs=1)
    assert after.center().x() == pytest.approx(before.center().x(), abs=2)


def test_columns_under_cards_are_found_as_if_every_card_were_looked_at() -> None:
    chance = random.Random(5)  # noqa: S311
    for _ in range(200):
        edges = sorted({round(chance.uniform(0, 100), 1) for _ in range(chance.randint(2, 9))})
        columns = list(pairwise(edges))
        strip = Strip("lane", 10, 20)
        cards = [
            Box(chance.uniform(-5, 100), chance.choice([5, 12, 25]), chance.uniform(0.1, 30), 3)
            for _ in range(chance.randint(0, 5))
        ]
        slow = {left for left, right in columns if any(card.meets(Box(left, 10, right - left, 10)) for card in cards)}
        assert _columns_under(columns, strip, cards) == slow
