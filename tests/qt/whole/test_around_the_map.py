"""What stands around the map: people, pages, lists, files, closing; each once through the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QTableView

from journeyeditor.editor.document import Document
from journeyeditor.model.records import Persona
from journeyeditor.qt.files import closing, opening
from tests.qt.whole.conftest import shop
from tests.qt.whole.hand import Hand, chip, palette


def test_the_personas_bar_chooses_adds_and_hides(hand: Hand) -> None:
    hand.click(chip("Omar"))
    assert hand.editor.persona == hand.find("Omar", Persona).id
    hand.click("Pay")
    hand.press("1")
    assert hand.feels("Omar", "Pay") == -2
    hand.press("A")
    assert hand.editor.persona is None
    hand.click(chip("Nadia"))
    hand.menu("hide-show")
    assert hand.find("Nadia", Persona).hidden
    hand.menu("show-all")
    hand.menu("copy-persona")
    assert len(hand.journey.personas()) == 3


def test_persona_chips_are_dragged_into_another_order(hand: Hand) -> None:
    first = hand.on_screen(chip("Nadia"))
    hand.drag(chip("Omar"), to=first - (hand.on_screen(chip("Omar")) - first))
    assert [one.name for one in hand.journey.personas()] == ["Omar", "Nadia"]


@pytest.mark.parametrize(("key", "page"), [("Ctrl+2", "table"), ("Ctrl+3", "compare"), ("Alt+Home", "start")])
def test_pages_open_and_are_left_by_key(hand: Hand, key: str, page: str) -> None:
    hand.press(key)
    assert hand.window.page == page
    hand.look(page)
    hand.press("Ctrl+1")
    assert hand.window.page == "map"
    assert hand.canvas.hasFocus()


def test_a_touchpoint_is_renamed_in_the_table(hand: Hand) -> None:
    hand.press("Ctrl+2")
    view = hand.work.part("table")
    assert view.table.hasFocus(), "the keyboard is not in the table"
    model = view.table.model()
    index = next(
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if model.index(row, column).data() == "Pay"
    )
    view.table.setCurrentIndex(index)
    hand.press("F2")
    hand.type("Pay now")
    hand.press("Enter")
    hand.rest()
    assert "Pay now" in hand.map()["Buy"]


def test_find_health_and_history_open_by_key_and_close(hand: Hand) -> None:
    hand.press("Ctrl+F")
    assert hand.work.part("find").isVisible()
    hand.type("Pay")
    hand.press("Escape")
    assert not hand.work.part("find").isVisible()
    hand.canvas.setFocus()
    hand.press("F12")
    assert hand.work.health.is_open
    hand.press("F12")
    hand.press("F9")
    assert hand.work.history_shown
    hand.press("F9")
    assert not hand.work.history_shown


def test_replacing_all_is_one_step(hand: Hand) -> None:
    hand.press("Ctrl+H")
    bar = hand.work.part("find")
    assert bar.isVisible()
    hand.press("Escape")


@pytest.mark.parametrize("name", ["settings", "shortcuts", "export"])
def test_dialogs_open_and_close(hand: Hand, name: str) -> None:
    titles: list[str] = []
    with hand.meanwhile(lambda dialog: titles.append(dialog.windowTitle())):
        hand.menu(name)
    assert titles[0]
    hand.canvas.setFocus()


def test_priorities_stand_beside_the_map(hand: Hand) -> None:
    hand.menu("priorities")
    (shown,) = [one for one in hand.window.findChildren(QDialog) if one.isVisible()]
    hand.window.activateWindow()
    hand.click("Pay")
    hand.press("P")
    hand.type("No receipt")
    hand.press("Enter")
    rows = shown.findChild(QTableView).model()
    assert "No receipt" in [rows.index(row, 1).data() for row in range(rows.rowCount())]
    shown.close()


def test_presentation_opens_shows_stages_and_ends(hand: Hand) -> None:
    def shows() -> int:
        return sum(type(one).__name__ == "Presentation" and one.isVisible() for one in QApplication.topLevelWidgets())

    hand.menu("present")
    hand.rest()
    assert shows() == 1
    hand.press("Right", "Right", "Left", "Escape")
    hand.rest()
    assert shows() == 0


@pytest.fixture
def own(running, qtbot, tmp_path: Path) -> Iterator[Hand]:
    """A hand at a window of the test's own, whose document has a file."""
    window = running.new_window(Document(shop(), saved=True))
    window.document.save(tmp_path / "lamp.journey")
    window.resize(1300, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.canvas.setFocus()
    hand = Hand(window)
    hand.rest()
    yield hand
    if window in running.windows:
        window.close_at_once()


def test_saving_and_the_mark_of_changes(own: Hand, tmp_path: Path) -> None:
    own.click("Pay")
    own.press("T")
    assert own.window.isWindowModified()
    own.press("Ctrl+S")
    assert not own.window.isWindowModified()
    assert Document.open(tmp_path / "lamp.journey").journey.get(own.find("Pay").id).moment_of_truth is not None
    own.press("Ctrl+Z")
    assert own.window.isWindowModified()


def test_saving_under_another_name_asks_for_it(own: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "chair"), ""))
    own.press("Ctrl+Shift+S")
    assert (tmp_path / "chair.journey").exists()
    assert own.window.windowTitle().startswith("chair.journey")


def test_opening_comes_in_a_window_of_its_own(
    own: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, running
) -> None:
    Document(shop()).save(tmp_path / "other.journey")
    monkeypatch.setattr(opening.QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "other.journey")], ""))
    count = len(running.windows)
    own.press("Ctrl+O")
    assert len(running.windows) == count + 1
    running.windows[-1].close_at_once()


@pytest.mark.parametrize(("answer", "stays"), [("", True), ("save", False), ("lose", False)])
def test_closing_asks_what_becomes_of_unsaved_work(
    own: Hand, monkeypatch: pytest.MonkeyPatch, running, answer: str, stays: bool
) -> None:
    asked: list[str] = []

    def ask(_parent, speech, question, _more, answers):
        asked.append(speech.say(question))
        assert {key for key, *_ in answers} >= {answer}, answers
        return answer

    monkeypatch.setattr(closing, "ask", ask)
    own.click("Pay")
    own.press("T")
    own.press("Ctrl+W")
    assert len(asked) == 1
    assert (own.window in running.windows) == stays


def test_a_narrow_window_can_still_be_used(own: Hand) -> None:
    own.window.resize(860, 700)
    own.rest()
    own.drag(palette("pain"), to="Pay")
    own.type("Too small")
    own.press("Enter")
    assert own.sees("Pay")
    assert own.find("Too small").first == own.find("Pay").id
