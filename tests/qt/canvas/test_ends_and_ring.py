"""What a selected flow shows, and where the keys are while nothing is selected."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from journeyeditor.editor.commands import typing
from journeyeditor.editor.cursor import cursor_box
from journeyeditor.editor.grid import Cell
from journeyeditor.edits.findings import add_finding
from journeyeditor.edits.flows import connect
from journeyeditor.geometry import Box
from journeyeditor.model.records import Flow, Lane, Pain
from journeyeditor.tools.flow_trails import Trail, trails_of
from tests.qt.canvas.conftest import Hand
from tests.qt.canvas.test_over import changed, screen


def back_loop(hand: Hand) -> tuple[str, Trail]:
    """A loop back over the stages, put there by an edit."""
    stages = [stage.id for stage in hand.editor.journey.stages()]
    change = hand.editor.do(lambda journey: connect(journey, stages[3], stages[1]))
    assert change is not None
    key = change.added()[0].id
    return key, trails_of(hand.editor.board, key)[0]


def seen(hand: Hand, place: tuple[float, float]) -> QPoint:
    return hand.canvas.to_view(*place).toPoint()


def test_a_selected_flow_shows_a_handle_at_each_end_and_is_marked_all_along(hand: Hand) -> None:
    key, trail = back_loop(hand)
    before = screen(hand)
    hand.editor.select([key])
    after = screen(hand)
    for end in (trail.start, trail.tip):
        middle = seen(hand, end)
        assert after.pixelColor(middle).lightness() > 240, "a paper-coloured handle"
        ring = [after.pixelColor(middle + QPoint(dx, 0)) for dx in (-6, -5, -4, 4, 5, 6)]
        assert min(colour.red() for colour in ring) < 90, "with a rim of the accent"
    marked = changed(before, after)
    for x, y in trail.points:
        assert marked.adjusted(-1, -1, 1, 1).contains(hand.canvas.to_view(x, y))


def test_the_mark_of_a_selected_flow_does_not_strike_through_its_label(hand: Hand) -> None:
    first, last = hand.touchpoints[0], hand.touchpoints[3]
    change = hand.editor.do(lambda journey: connect(journey, first, last, label="in a gap", share=38.0))
    assert change is not None
    key = change.added()[0].id
    (trail,) = trails_of(hand.editor.board, key)
    label = Box.around(trail.label)
    assert trail.start[0] < label.x < label.right < trail.tip[0]
    inner = hand.canvas.view.box(label.grown(-0.2, -0.2))
    before = screen(hand).copy(int(inner.x), int(inner.y), int(inner.width), int(inner.height))
    hand.editor.select([key])
    after = screen(hand).copy(int(inner.x), int(inner.y), int(inner.width), int(inner.height))
    assert after == before


@pytest.mark.parametrize("end", ["start", "end"])
def test_either_end_is_led_elsewhere_from_where_it_is_seen(hand: Hand, end: str) -> None:
    key, trail = back_loop(hand)
    other = hand.editor.journey.stages()[0].id
    hand.click(seen(hand, trail.tip))
    assert hand.editor.selection == (key,)
    hand.drag(seen(hand, trail.tip if end == "end" else trail.start), hand.at(other, "stage"))
    flow = hand.editor.journey.get(key)
    assert isinstance(flow, Flow)
    assert (flow.target if end == "end" else flow.source) == other


def test_after_a_line_is_let_go_its_label_is_typed_and_then_its_share(hand: Hand) -> None:
    first, last = hand.touchpoints[0], hand.touchpoints[5]
    known = {one.id for one in hand.editor.journey.all(Flow)}
    hand.click(hand.at(first, "touchpoint"))
    place = hand.editor.board.slot(first)
    assert place is not None
    from journeyeditor.editor.targets import handle_place  # noqa: PLC0415

    handle = handle_place(hand.editor, first)
    assert handle is not None
    hand.drag(seen(hand, handle), hand.at(last, "touchpoint"))
    field = hand.canvas._typing.field
    assert field is not None
    QTest.keyClicks(field, "pain")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    again = hand.canvas._typing.field
    assert again is not None
    QTest.keyClicks(again, "38")
    QTest.keyClick(again, Qt.Key.Key_Return)
    (flow,) = [one for one in hand.editor.journey.all(Flow) if one.id not in known]
    assert (flow.source, flow.target, flow.label, flow.share) == (first, last, "pain", 38.0)


def ring_around(hand: Hand) -> bool:
    """Whether something thin and dashed is drawn somewhere that was not there without the keys."""
    with_keys = screen(hand)
    hand.canvas.clearFocus()
    without = screen(hand)
    hand.canvas.setFocus()
    return not changed(with_keys, without).isEmpty()


def test_while_nothing_is_selected_a_ring_says_where_keys_would_act(hand: Hand) -> None:
    hand.canvas.setFocus()
    hand.click(hand.at(hand.touchpoints[2], "touchpoint"))
    selected = screen(hand)
    QTest.keyClick(hand.canvas, Qt.Key.Key_Escape)
    assert hand.editor.selection == ()
    assert ring_around(hand)
    assert screen(hand) != selected, "it looks unlike a selection"
    scale = hand.editor.board.bands()[0].scales
    stage = hand.editor.board.bands()[0].stages[1]
    strips = hand.editor.board.bands()[0].strips
    assert scale
    empty = next(
        (stage.left + 2, strip.bottom - 0.3)
        for strip in strips
        if not hand.desk.target(stage.left + 2, strip.bottom - 0.3).record
    )
    hand.click(seen(hand, empty))
    assert hand.editor.selection == ()
    assert ring_around(hand), "after a click on bare paper too"


def test_the_ring_of_an_empty_cell_does_not_cross_a_card_that_reaches_into_it(hand: Hand) -> None:
    editor, (first, last) = hand.editor, hand.touchpoints[:2]
    editor.do(lambda journey: add_finding(journey, Pain, first=first, last=last, text="All along from here to there"))
    pain = next(one.id for one in editor.journey.all(Pain) if (one.first, one.last) == (first, last))
    lane = next(one.id for one in editor.journey.all(Lane) if one.kind == "pains")
    hand.canvas.show_record(pain)
    hand.canvas.setFocus()
    editor.cursor.go(Cell("header", editor.journey.head.id))
    editor.select([])
    card = hand.canvas.view.box(editor.board.boxes(pain)[0].grown(-0.3, -0.3))
    area = QRect(int(card.x), int(card.y), int(card.width), int(card.height))
    before = screen(hand)
    editor.cursor.go(Cell(lane, last))
    editor.select([])
    ring, after = cursor_box(editor), screen(hand)
    assert ring is not None
    left = hand.canvas.to_view(ring.x, 0).x()
    assert area.left() + 8 < left < area.right() - 8, "its left side is within the card"
    assert after != before
    assert after.copy(area) == before.copy(area)


def test_hover_click_and_f2_agree_about_the_touchpoint_under_the_pointer(hand: Hand) -> None:
    """A little above its circle there is its plate already."""
    key = hand.touchpoints[2]
    box = hand.canvas.view.box(hand.editor.board.boxes(key, "touchpoint")[0])
    above = QPoint(round(box.x + box.width / 2), round(box.y - 4))
    hand.hover(above)
    assert hand.desk.hovered is not None
    assert hand.desk.hovered.record == key
    hand.click(above)
    assert hand.editor.selection == (key,)
    typing.open_text(hand.editor)
    assert hand.canvas._typing.record == key
    hand.canvas.cancel_text()


def test_f2_opens_what_the_ring_goes_around(hand: Hand) -> None:
    key = hand.touchpoints[2]
    hand.editor.cursor.show(key)
    hand.press(Qt.Key.Key_Escape)
    assert hand.editor.selection == ()
    typing.open_text(hand.editor)
    assert hand.canvas._typing.record == key
    assert hand.editor.selection == (key,)
    hand.canvas.cancel_text()
