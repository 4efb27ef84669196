"""Every gesture of the mouse, once, through the real window."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from journeyeditor.model.records import (
    Emotion,
    Flow,
    Gain,
    Lane,
    Line,
    Note,
    Opportunity,
    Pain,
    Persona,
    Stage,
    emotion_id,
)
from journeyeditor.tools.events import ItemKind
from journeyeditor.tools.marks import InHand
from tests.qt.whole.hand import (
    Hand,
    before,
    behind,
    edge,
    handle,
    lane,
    note,
    palette,
    point,
    stage,
    title_of,
    value_at,
)

START = {
    "Discover": ["See an advert", "Ask a friend"],
    "Buy": ["Compare", "Order", "Pay"],
    "After-sales": ["Unpack", "Complain"],
}


def undone(hand: Hand) -> bool:
    """One step back makes the map what it was."""
    assert hand.editor.history.position == 1, "that was not one step"
    hand.press("Ctrl+Z")
    return hand.map() == START and hand.window.document.is_saved


def flows(hand: Hand) -> set[tuple[str, str]]:
    titled = hand.journey.get
    return {(title_of(titled(one.source)), title_of(titled(one.target))) for one in hand.journey.all(Flow)}


# -- selecting ---------------------------------------------------------------------------------------------------------
def test_a_click_selects_and_shift_or_ctrl_adds_and_takes_out(hand: Hand) -> None:
    hand.click("Pay")
    assert hand.selected() == ["Pay"]
    hand.click("Compare", "Shift")
    hand.click("Unpack", "Ctrl")
    assert hand.selected() == ["Pay", "Compare", "Unpack"]
    hand.click("Pay", "Ctrl")
    assert hand.selected() == ["Compare", "Unpack"]
    assert hand.work.inspector.isVisible()


def test_a_marquee_takes_what_is_inside(hand: Hand) -> None:
    start = hand.on_screen(behind("Ask a friend")) - QPoint(6, 34)
    end = hand.on_screen(behind("Order")) + QPoint(6, 50)
    hand.drag(start, to=end)
    assert hand.selected() == ["Compare", "Order"]
    assert hand.window.document.is_saved


def test_all_of_a_kind(hand: Hand) -> None:
    hand.click("Pay")
    hand.press("Ctrl+Shift+A")
    assert len(hand.selected()) == 7
    hand.press("Ctrl+D")
    assert hand.selected() == []


# -- moving ------------------------------------------------------------------------------------------------------------
def test_a_stage_is_dragged_before_another_with_all_that_is_in_it(hand: Hand) -> None:
    hand.drag(stage("After-sales"), to=before("Discover"))
    assert list(hand.map().items()) == [(key, START[key]) for key in ("After-sales", "Discover", "Buy")]
    assert undone(hand)


def test_a_touchpoint_is_dragged_within_its_stage(hand: Hand) -> None:
    hand.drag("Pay", to=before("Compare"))
    assert hand.map()["Buy"] == ["Pay", "Compare", "Order"]
    assert undone(hand)


def test_a_touchpoint_is_dragged_into_another_stage(hand: Hand) -> None:
    hand.drag("Pay", to=stage("After-sales"))
    assert hand.map()["Buy"] == ["Compare", "Order"]
    assert "Pay" in hand.map()["After-sales"]
    assert hand.feels("Nadia", "Pay") == -1
    assert undone(hand)


def test_several_touchpoints_travel_together(hand: Hand) -> None:
    hand.click("Compare")
    hand.click("Pay", "Shift")
    hand.drag("Pay", to=before("See an advert"))
    assert hand.map()["Discover"] == ["Compare", "Pay", "See an advert", "Ask a friend"]
    assert undone(hand)


def test_ctrl_drag_copies(hand: Hand) -> None:
    hand.drag("Pay", to=behind("Complain"), keys="Ctrl")
    assert hand.map()["Buy"] == START["Buy"]
    assert hand.map()["After-sales"] == ["Unpack", "Complain", "Pay"]
    assert undone(hand)


def test_escape_lets_go_of_what_is_in_the_hand(hand: Hand) -> None:
    hand.drag("Pay", to=before("Compare"), drop=False)
    assert hand.map()["Buy"] == ["Pay", "Compare", "Order"], "the landing is not previewed"
    hand.press("Escape")
    hand.let_go("Compare")
    assert hand.map() == START
    assert hand.window.document.is_saved


def test_a_stages_edge_gives_it_room(hand: Hand) -> None:
    width = stage_width(hand, "Discover")
    hand.drag(edge("Discover"), to=hand.on_screen(edge("Discover")) + QPoint(80, 0))
    assert stage_width(hand, "Discover") > width
    assert hand.find("Discover", Stage).room > 1
    assert undone(hand)


def stage_width(hand: Hand, name: str) -> float:
    _, place = hand.editor.board.stage(hand.find(name, Stage).id)
    return place.right - place.left


def test_a_lane_is_dragged_by_its_head(hand: Hand) -> None:
    order = [row.kind for row in hand.journey.rows()]
    hand.drag(lane("gains"), to=lane("touchpoints"))
    kinds = [row.kind for row in hand.journey.rows()]
    assert kinds != order
    assert kinds.index("gains") < order.index("gains")
    assert undone(hand)


# -- connecting --------------------------------------------------------------------------------------------------------
def test_a_flow_is_drawn_from_a_handle_also_backwards(hand: Hand) -> None:
    hand.click("Complain")
    hand.drag(handle("Complain"), to="Compare")
    assert ("Complain", "Compare") in flows(hand)
    assert undone(hand)


def test_a_flow_to_empty_space_makes_a_touchpoint(hand: Hand) -> None:
    hand.click("Pay")
    hand.drag(handle("Pay"), to=behind("Complain"))
    hand.type("Call the hotline")
    hand.press("Enter")
    assert hand.map()["After-sales"][-1] == "Call the hotline"
    assert ("Pay", "Call the hotline") in flows(hand)


def test_the_connect_tool_draws_from_anywhere_on_a_touchpoint(hand: Hand) -> None:
    hand.press("L")
    hand.drag("Pay", to="Ask a friend")
    assert ("Pay", "Ask a friend") in flows(hand)
    assert hand.canvas.is_typing, "its label is not open"
    hand.press("Escape")
    assert ("Pay", "Ask a friend") in flows(hand)
    hand.press("V")
    hand.press("Ctrl+Z")
    assert flows(hand) == {("Unpack", "Ask a friend")}


def test_the_end_of_a_flow_is_led_elsewhere(hand: Hand) -> None:
    flow = next(iter(hand.journey.all(Flow)))
    box = hand.editor.board.boxes(flow.id)[0]
    grip = hand.canvas.viewport().mapToGlobal(hand.canvas.to_view(box.x + 0.4, box.y + box.height - 1).toPoint())
    _, slot = hand.editor.board.slot(flow.target)
    grip.setX(hand.canvas.viewport().mapToGlobal(hand.canvas.to_view(slot.x, 0).toPoint()).x())
    hand.drag(grip, to="See an advert")
    assert flows(hand) == {("Unpack", "See an advert")}
    assert undone(hand)


# -- what lies under the hand ------------------------------------------------------------------------------------------
def under(hand: Hand) -> str:
    """The record that is hovered, once the window has come to rest."""
    hand.rest()
    hovered = hand.window.desk.hovered
    return hovered.record if hovered is not None else ""


def test_a_point_that_a_click_has_set_is_what_is_hovered(hand: Hand) -> None:
    hand.editor.activate(hand.find("Omar", Persona).id)
    hand.curve("Omar", "Unpack", 0.5)
    assert under(hand) == emotion_id(hand.find("Omar", Persona).id, hand.find("Unpack").id), "a ghost of it stays"


def test_after_connecting_the_source_is_not_hovered_any_more(hand: Hand) -> None:
    hand.click("Complain")
    hand.drag(handle("Complain"), to="Compare")
    assert under(hand) != hand.find("Complain").id


def test_what_a_key_puts_under_a_hand_that_rests_is_hovered(hand: Hand) -> None:
    hand.click("Compare")
    hand.press("Alt+Right")
    assert under(hand) == hand.find("Order").id
    hand.press("Ctrl+Z")
    assert under(hand) == hand.find("Compare").id


def test_what_the_wheel_brings_under_the_hand_is_hovered(hand: Hand) -> None:
    hand.move("Pay")
    assert under(hand) == hand.find("Pay").id
    hand.canvas.scroll_by(0.0, -300.0)
    assert under(hand) != hand.find("Pay").id
    hand.canvas.scroll_by(0.0, 300.0)
    assert under(hand) == hand.find("Pay").id


# -- feelings ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("value", "keys", "seen"), [(-1.5, "", -1.5), (1.3, "", 1.5), (0.3, "Ctrl", 0.3)])
def test_a_point_of_the_curve_is_dragged_by_half_steps_and_freely(
    hand: Hand, value: float, keys: str, seen: float
) -> None:
    hand.curve("Nadia", "Pay", value, keys)
    assert hand.feels("Nadia", "Pay") == pytest.approx(seen, abs=0.03)
    assert hand.feels("Omar", "Pay") == 0.5
    assert undone(hand)
    assert hand.feels("Nadia", "Pay") == -1


def test_face_and_number_show_while_a_point_is_in_the_hand(hand: Hand) -> None:
    hand.drag(point("Nadia", "Pay"), to=value_at("Pay", 1.0), drop=False)
    hint = hand.window.desk.hint
    assert hint is not None
    assert "Nadia" in hint.what.english()
    hand.look("point in the hand")
    hand.let_go(value_at("Pay", 1.0))
    assert hand.feels("Nadia", "Pay") == 1.0


def test_a_click_where_there_is_no_feeling_sets_one(hand: Hand) -> None:
    hand.editor.activate(hand.find("Omar", Persona).id)
    hand.curve("Omar", "Unpack", 0.5)
    assert hand.feels("Omar", "Unpack") == 0.5
    assert undone(hand)


def test_only_the_active_personas_points_can_be_gripped(hand: Hand) -> None:
    hand.drag(point("Omar", "Order"), to=value_at("Order", -1.0))
    assert hand.feels("Omar", "Order") == 1


def test_the_pencil_draws_a_whole_curve_in_one_stroke(hand: Hand) -> None:
    hand.press("C")
    wished = {"See an advert": -1, "Ask a friend": 0, "Compare": 1, "Order": 2, "Pay": 1, "Unpack": 0, "Complain": -1}
    hand.stroke(*(value_at(name, value) for name, value in wished.items()))
    drawn = {name: hand.feels("Nadia", name) for name in wished}
    assert drawn == pytest.approx(wished, abs=0.5)
    hand.press("V")
    assert undone(hand)


# -- the palette and the parking lot -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("item", "kind"),
    [("pain", Pain), ("gain", Gain), ("opportunity", Opportunity), ("quote", None), ("measure", None), ("note", Note)],
)
def test_findings_are_dragged_from_the_palette_onto_a_touchpoint(hand: Hand, item: str, kind: type | None) -> None:
    hand.drag(palette(item), to="Pay")
    hand.type("Six fields")
    hand.press("Enter")
    found = hand.find("Six fields", kind)
    assert found.first == hand.find("Pay").id
    if item in {"pain", "gain", "quote"}:
        assert found.personas == (hand.find("Nadia", Persona).id,)
    for _ in range(hand.editor.history.position):
        hand.menu("undo")
    assert hand.window.document.is_saved


def test_a_stage_and_a_touchpoint_come_from_the_palette(hand: Hand) -> None:
    hand.drag(palette("stage"), to=behind("After-sales"))
    hand.type("Renew")
    hand.press("Enter")
    assert list(hand.map()) == [*START, "Renew"]
    hand.drag(palette("touchpoint"), to=before("Compare"))
    hand.type("Try it on")
    hand.press("Enter")
    assert hand.map()["Buy"] == ["Try it on", "Compare", "Order", "Pay"]


def test_an_item_let_go_beside_the_map_is_not_added(hand: Hand) -> None:
    hand.drag(palette("pain"), to=hand.window.mapToGlobal(QPoint(800, 20)))
    assert hand.window.document.is_saved


def test_a_persona_a_lane_and_a_line_come_from_the_palette(hand: Hand) -> None:
    hand.drag(palette("persona"), to="Buying a lamp")
    hand.rest()
    hand.canvas.commit_text()
    assert len(hand.journey.personas()) == 3
    lanes, lines = len(list(hand.journey.all(Lane))), len(list(hand.journey.all(Line)))
    for item in ("lane", "line"):
        hand.drag(palette(item), to=lane("pains"))
        menu = popup()
        entry = next(action for action in menu.actions() if action.isEnabled())
        menu.close()
        entry.trigger()
    assert len(list(hand.journey.all(Lane))) == lanes + 1
    assert len(list(hand.journey.all(Line))) == lines + 1


def popup() -> QMenu:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def test_a_click_on_a_tile_adds_at_the_selection(hand: Hand) -> None:
    hand.click("Order")
    hand.click(palette("pain"))
    hand.type("Hidden costs")
    hand.press("Enter")
    assert hand.find("Hidden costs", Pain).first == hand.find("Order").id


def test_a_note_is_dragged_from_the_parking_lot_into_place(hand: Hand) -> None:
    hand.press("F4")
    hand.type("Too dear")
    hand.press("Enter")
    hand.rest()
    assert hand.find("Too dear", Note).first is None
    hand.drag(note("Too dear"), to=lane("pains", at="Pay"))
    found = hand.find("Too dear", Pain)
    assert found.first == hand.find("Pay").id
    hand.press("Ctrl+Z")
    assert hand.find("Too dear", Note).first is None


# -- typing and menus --------------------------------------------------------------------------------------------------
def test_double_click_types_on_the_card(hand: Hand) -> None:
    hand.double_click("Pay")
    assert hand.types_into().toPlainText() == "Pay"
    hand.type("Pay by card")
    hand.click(stage("Buy"))
    assert hand.map()["Buy"] == ["Compare", "Order", "Pay by card"]
    assert undone(hand)


def test_the_title_of_the_map_is_typed_in_place(hand: Hand) -> None:
    hand.double_click("Buying a lamp")
    hand.type("Buying a chair")
    hand.press("Enter")
    assert hand.window.windowTitle().startswith("Buying a chair")


def test_context_menus_fit_what_is_under_the_pointer(hand: Hand) -> None:
    menu = hand.context_menu("Pay")
    assert hand.selected() == ["Pay"]
    hand.choose(menu, "Moment of truth")
    assert hand.find("Pay").moment_of_truth is not None
    menu = hand.context_menu(stage("Buy"))
    hand.choose(menu, "Loyalty-critical")
    assert hand.find("Buy", Stage).loyalty_critical is not None
    menu = hand.context_menu("Complain")
    hand.choose(menu, "Delete")
    assert hand.map()["After-sales"] == ["Unpack"]
    for _ in range(3):
        hand.press("Ctrl+Z")
    assert hand.map() == START
    assert hand.window.document.is_saved


def test_the_wheel_scrolls_and_with_ctrl_zooms_about_the_pointer(hand: Hand) -> None:
    zoom, at = hand.canvas.zoom, hand.on_screen("Pay")
    hand.wheel("Pay", 3, "Ctrl")
    assert hand.canvas.zoom > zoom
    off = hand.canvas.viewport().mapToGlobal(hand.canvas.to_view(*_circle(hand, "Pay")).toPoint()) - at
    assert off.manhattanLength() <= 2
    top = hand.canvas.to_view(0, 0).y()
    hand.wheel("Pay", -2)
    assert hand.canvas.to_view(0, 0).y() < top


def _circle(hand: Hand, name: str) -> tuple[float, float]:
    circle = min(hand.editor.board.boxes(hand.find(name).id, "touchpoint"), key=lambda box: box.y)
    return circle.middle[0], circle.y + min(circle.width, circle.height) / 2


def test_a_feeling_is_taken_away_by_its_menu(hand: Hand) -> None:
    menu = hand.context_menu(point("Nadia", "Pay"))
    hand.choose(menu, "Delete")
    assert hand.feels("Nadia", "Pay") is None
    assert len(list(hand.journey.all(Emotion))) == 12
    assert undone(hand)


@pytest.mark.parametrize("item", get_args(ItemKind))
def test_whatever_is_in_the_hand_is_painted(hand: Hand, item: str) -> None:
    """Also what is on no page while it is carried, such as a text of a hidden lane."""
    carrier = hand.canvas._scene.carrier
    assert not carrier.plate(InHand(10, 10, item, ("not_there",)), hand.canvas.view).isNull()
