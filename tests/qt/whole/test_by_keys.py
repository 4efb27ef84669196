"""What keys do on the map, once each, through the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journeyeditor.model.records import Gain, Note, Pain, Persona, Quote
from tests.qt.whole.hand import Hand, lane

K = Qt.Key
FRENCH = {1: (K.Key_Ampersand, "&"), 2: (K.Key_Eacute, "é"), 3: (K.Key_QuoteDbl, '"'), 4: (K.Key_Apostrophe, "'"),
          5: (K.Key_ParenLeft, "("), 0: (K.Key_Agrave, "à")}  # fmt: skip
GERMAN_SHIFTED = {1: (K.Key_Exclam, "!"), 2: (K.Key_QuoteDbl, '"'), 3: (K.Key_section, "§"), 4: (K.Key_Dollar, "$"),
                  5: (K.Key_Percent, "%"), 0: (K.Key_Equal, "=")}  # fmt: skip
US = {digit: (K(K.Key_0.value + digit), str(digit)) for digit in (0, 1, 2, 3, 4, 5)}
FELT = {1: -2, 2: -1, 3: 0, 4: 1, 5: 2, 0: None}


def test_enter_types_and_adds_and_tab_goes_on(hand: Hand) -> None:
    hand.click("Pay")
    hand.press("Enter")
    hand.type("Wait")
    hand.press("Enter")
    assert hand.map()["Buy"] == ["Compare", "Order", "Pay", "Wait"]
    hand.press("Enter")
    hand.type("Collect")
    hand.press("Enter", "Ctrl+Enter")
    hand.type("Enjoy")
    hand.press("Enter")
    assert list(hand.map()) == ["Discover", "Buy", "Enjoy", "After-sales"]
    hand.click("Compare")
    hand.press("F2")
    hand.type("Compare prices")
    hand.press("Tab")
    assert hand.types_into() is not None
    assert hand.selected() != ["Compare prices"]
    hand.press("Shift+Tab", "Enter")
    assert "Compare prices" in hand.map()["Buy"]


def test_shift_enter_is_a_new_line_and_escape_gives_back_what_was(hand: Hand) -> None:
    hand.click("Pay")
    hand.press("F2")
    hand.type("By")
    hand.press("Shift+Enter")
    hand.type("card")
    hand.press("Escape")
    assert hand.map()["Buy"][-1] == "Pay"
    assert hand.window.document.is_saved
    hand.press("Enter", "Escape")
    assert hand.map()["Buy"] == ["Compare", "Order", "Pay"], "an empty new card stayed"


def test_undo_takes_back_typing_first(hand: Hand) -> None:
    hand.click("Pay")
    hand.press("F2")
    hand.type("Cash")
    hand.press("Ctrl+Z")
    assert hand.types_into().toPlainText() != "Cash"
    hand.press("Escape")
    assert hand.map()["Buy"][-1] == "Pay"


def test_what_is_typed_is_in_the_journey_after_a_rest_and_is_one_step(hand: Hand, qtbot) -> None:
    hand.click("Pay")
    hand.press("F2")
    hand.type("Pay at once")
    qtbot.waitUntil(lambda: "Pay at once" in hand.map()["Buy"], timeout=2_000)
    assert hand.editor.typing is not None
    hand.type(" or later")
    hand.press("Enter")
    assert hand.map()["Buy"][-1] == "Pay at once or later"
    assert hand.editor.history.position == 1
    hand.press("Ctrl+Z")
    assert hand.map()["Buy"][-1] == "Pay"


@pytest.mark.parametrize(
    ("letters", "keys"), [(FRENCH, ""), (US, "Shift"), (GERMAN_SHIFTED, "Shift"), (US, "")],
    ids=["azerty", "azerty-shift", "qwertz-shift", "us"],
)  # fmt: skip
def test_digits_set_feelings_by_their_place(hand: Hand, letters: dict, keys: str) -> None:
    hand.click("Pay")
    for digit in (1, 2, 3, 4, 5, 0):
        key, text = letters[digit]
        hand.key_at(key, 9 + (digit or 10), text, keys)
        assert hand.feels("Nadia", "Pay") == FELT[digit]
    hand.key_at(*_of(letters[4]), keys)
    hand.press("Shift+Up")
    assert hand.feels("Nadia", "Pay") == 1.5
    hand.press("Shift+Down", "Shift+Down")
    assert hand.feels("Nadia", "Pay") == 0.5


def _of(letter: tuple[Qt.Key, str]) -> tuple[Qt.Key, int, str]:
    return letter[0], 13, letter[1]


@pytest.mark.parametrize(("key", "kind"), [("P", Pain), ("G", Gain)])
def test_findings_are_written_where_they_hurt_with_severity_and_votes(hand: Hand, key: str, kind: type) -> None:
    hand.click("Pay")
    hand.press(key)
    hand.type("It matters 3 times")
    hand.press("Enter")
    found = hand.find("It matters 3 times", kind)
    assert found.first == hand.find("Pay").id
    assert found.personas == (hand.find("Nadia", Persona).id,)
    hand.press("2", "+", "+", "+", "-")
    found = hand.find("It matters 3 times", kind)
    assert found.votes == 2
    assert (found.severity if kind is Pain else found.strength) == 2
    hand.press("Escape")
    assert hand.selected() == ["Pay"]


def test_a_quote_is_kept_also_where_no_lane_shows_it(hand: Hand) -> None:
    hand.click("Pay")
    hand.press("Q")
    hand.type("Where is the button?")
    hand.press("Enter")
    hand.canvas.setFocus()
    assert hand.find("Where is the button?", Quote).first == hand.find("Pay").id


def test_everyone_means_all(hand: Hand) -> None:
    hand.click("Pay")
    hand.press("A", "P")
    hand.type("Too slow")
    hand.press("Enter")
    assert hand.find("Too slow", Pain).personas == ()


def test_walking_moving_and_deleting(hand: Hand) -> None:
    hand.click("Compare")
    hand.press("Right")
    assert hand.selected() == ["Order"]
    hand.press("Alt+Right")
    assert hand.map()["Buy"] == ["Compare", "Pay", "Order"]
    hand.press("Alt+Right")
    assert hand.map()["After-sales"][0] == "Order"
    hand.press("Del")
    assert "Order" not in str(hand.map())
    hand.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert hand.map()["Buy"] == ["Compare", "Order", "Pay"]


def test_quick_capture_takes_a_line_each(hand: Hand) -> None:
    hand.press("F4")
    for line in ("No parking", "Nice people"):
        hand.type(line)
        hand.press("Enter")
    assert {one.text for one in hand.journey.all(Note)} == {"No parking", "Nice people"}
    assert all(one.first is None for one in hand.journey.all(Note))


@pytest.mark.parametrize("where", ["map", "parking lot"])
def test_twenty_lines_pasted_are_twenty_notes(hand: Hand, where: str) -> None:
    QApplication.clipboard().setText("\n".join(f"Line {number}" for number in range(20)))
    if where == "parking lot":
        hand.press("F4")
    hand.press("Ctrl+V")
    assert len(list(hand.journey.all(Note))) == 20
    assert hand.editor.history.position == 1


def test_a_block_of_a_spreadsheet_fills_cells(hand: Hand) -> None:
    hand.click(lane("pains", at="Compare"))
    hand.click("Compare")
    while hand.editor.cursor.cell.row != next(one.id for one in hand.journey.rows() if one.kind == "pains"):
        hand.press("Down")
    QApplication.clipboard().setText("Too many\tToo dear\nNo advice\tNo cash")
    hand.press("Ctrl+V")
    assert {"Too many", "Too dear"} <= {one.text for one in hand.journey.all(Pain)}
    assert hand.find("Too dear", Pain).first == hand.find("Order").id


def test_copying_pasting_and_duplicating(hand: Hand) -> None:
    hand.click("Pay")
    hand.press("Ctrl+C")
    hand.click("Complain")
    hand.press("Ctrl+V")
    assert hand.map()["After-sales"].count("Pay") == 1
    hand.press("Ctrl+Shift+D")
    assert hand.map()["After-sales"].count("Pay") == 2
    hand.press("Ctrl+Z", "Ctrl+Z")
    assert hand.window.document.is_saved


def test_a_flow_is_connected_by_keys(hand: Hand) -> None:
    hand.click("Complain")
    hand.press("K")
    hand.click("Order")
    hand.press("K")
    ends = {(hand.journey.get(one.source).title, hand.journey.get(one.target).title) for one in _flows(hand)}
    assert ("Complain", "Order") in ends


def _flows(hand: Hand):
    from journeyeditor.model.records import Flow  # noqa: PLC0415

    return hand.journey.all(Flow)
