"""From an empty window to a poster: six stages, twenty-four touchpoints, two people, three pain points.

Once with keys alone, once with the mouse, in English and in French. With JOURNEYEDITOR_LOOK=folder each step leaves a
picture there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pypdfium2
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.model.records import Pain, Persona, Stage, Touchpoint
from journeyeditor.model.rules import broken_rules
from journeyeditor.qt.application import Program
from journeyeditor.qt.export import saving as exporting
from tests.qt.whole.conftest import LOOKS
from tests.qt.whole.hand import Hand, behind, chip, looks_into, palette, stage, value_at
from tests.qt.whole.talk import ENGLISH, FRENCH, Talk

BOTH = pytest.mark.parametrize(("talk", "language"), [(ENGLISH, "en"), (FRENCH, "fr")], ids=["en", "fr"])
FEELING = {1: -2, 2: -1, 3: 0, 4: 1, 5: 2}


@pytest.fixture
def fresh(running: Program, qtbot: QtBot, request: pytest.FixtureRequest, language: str) -> Iterator[Hand]:
    """A hand at an empty window: the start page, in a language."""
    before = running.settings
    running.change(msgspec.structs.replace(before, language=language))
    window = running.new_window()
    window.resize(1600, 1000)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    looks = looks_into(Path(LOOKS), window, request.node.name) if LOOKS else None
    yield Hand(window, looks)
    window.close_at_once()
    running.change(msgspec.structs.replace(before, language="en"))
    QApplication.processEvents()


def begin_by_keys(hand: Hand) -> None:
    """Walks to the blank template and begins with it."""
    hand.look("start page")
    assert getattr(hand.has_keys(), "key", "") == "shipped/loyalty-6", "the keys begin at what is chosen"
    hand.press("Left")
    assert getattr(hand.has_keys(), "key", "") == "shipped/blank"
    hand.look("blank chosen")
    hand.press("Enter")
    hand.rest()
    assert hand.window.page == "map"
    assert hand.canvas.hasFocus(), "the keyboard is not on the map"


def name_by_keys(hand: Hand, talk: Talk) -> None:
    """The title and two people."""
    hand.press("Ctrl+Home", "F2")
    hand.type(talk.title)
    hand.press("Tab", "Tab", "Tab")
    hand.type(talk.people[0])
    hand.press("Enter", "Ctrl+Alt+P")
    hand.type(talk.people[1])
    hand.press("Enter")
    hand.look("named")


def fill_stage_by_keys(hand: Hand, touchpoints: tuple[tuple[str, int, int], ...], pains: dict[str, str]) -> None:
    """From the head of a stage: touchpoints, what both feel, and what hurts."""
    for title, first, second in touchpoints:
        hand.press("Enter")
        hand.type(title)
        hand.press("Enter", "Alt+1", str(first), "Alt+2", str(second))
        if title in pains:
            hand.press("Alt+1", "P")
            hand.type(pains[title])
            hand.press("Enter", "5", "Escape")


def map_by_keys(hand: Hand, talk: Talk) -> None:
    """Everything that people say."""
    hand.press("Ctrl+Home", "Down")
    for number, (title, touchpoints) in enumerate(talk.stages.items(), start=1):
        if number <= 5:  # the blank template has five
            hand.press("F2")
        else:
            hand.press("Ctrl+Enter")
        hand.type(title)
        hand.press("Enter")
        fill_stage_by_keys(hand, touchpoints, talk.pains)
        hand.look(f"stage {number}")
        if number < 5:
            hand.press("Up", "Right")


def is_all_there(hand: Hand, talk: Talk) -> None:
    """The map holds what was said, and its laws hold."""
    assert hand.journey.head.title == talk.title
    assert hand.map() == {title: [each[0] for each in some] for title, some in talk.stages.items()}
    assert [one.name for one in hand.journey.personas()] == list(talk.people)
    for some in talk.stages.values():
        for title, *digits in some:
            felt = [hand.feels(person, title) for person in talk.people]
            assert felt == [FEELING[digit] for digit in digits], title
    pains = {hand.journey.get(one.first).title: one.text for one in hand.journey.all(Pain)}
    assert pains == talk.pains
    assert not broken_rules(hand.journey)


def poster_text(hand: Hand, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, target: Path, *, by_keys: bool) -> str:
    """Exports the poster; what can be read in it, without breaks."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(exporting.Saver, "offer", lambda *_: None)

    def save(dialog: QWidget) -> None:
        qtbot.waitUntil(dialog.save_button.isEnabled, timeout=30_000)
        if hand._looks is not None:
            dialog.grab().save(str(Path(LOOKS) / f"export {target.stem} {'keys' if by_keys else 'mouse'}.png"))
        if by_keys:
            for _ in range(60):
                if dialog.save_button.hasFocus():
                    break
                hand.press("Tab")
            hand.press("Enter")
        else:
            hand.click(dialog.save_button)
        qtbot.waitUntil(target.exists, timeout=30_000)

    with hand.meanwhile(save):
        if by_keys:
            hand.press("Ctrl+E")
        else:
            hand.menu("export")
    with pypdfium2.PdfDocument(target) as document:
        return "".join(document[0].get_textpage().get_text_bounded().split()).replace("\u00ad", "")


def can_be_read(text: str, *wanted: str) -> None:
    missing = [one for one in wanted if "".join(one.split()) not in text]
    assert not missing, missing


@BOTH
def test_with_keys_alone(
    fresh: Hand, talk: Talk, language: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    begin_by_keys(fresh)
    name_by_keys(fresh, talk)
    map_by_keys(fresh, talk)
    is_all_there(fresh, talk)
    file = tmp_path / "map.journey"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    fresh.press("Ctrl+S")
    assert file.exists()
    assert not fresh.window.isWindowModified()
    text = poster_text(fresh, monkeypatch, qtbot, tmp_path / f"poster-{language}.pdf", by_keys=True)
    touchpoints = [each[0] for some in talk.stages.values() for each in some]
    can_be_read(text, talk.title, *talk.people, *talk.stages, *touchpoints, *talk.pains.values())
    before = fresh.editor.history.position
    for _ in range(before):
        fresh.press("Ctrl+Z")
    assert not list(fresh.journey.all(Touchpoint))
    assert len(fresh.journey.personas()) == 1


# -- with the mouse ----------------------------------------------------------------------------------------------------
def begin_by_mouse(hand: Hand, qtbot: QtBot) -> None:
    """Double-clicks the blank template."""
    page = hand.window.start_page
    tile = next(one for one in page.gallery.tiles if one.key == "shipped/blank")
    page.gallery.ensureWidgetVisible(tile)
    hand.rest()
    hand.double_click(tile.mapToGlobal(tile.rect().center()))
    qtbot.waitUntil(lambda: hand.window.page == "map")
    hand.rest()


def named(hand: Hand, text: str) -> None:
    """Types into the text that is open."""
    hand.types_into()
    hand.type(text)
    hand.press("Enter")


def stages_by_mouse(hand: Hand, talk: Talk) -> None:
    """Names the five stages that are there, drags a sixth behind them."""
    there = [one.title for one in hand.journey.stages()]
    for old, new in zip(there, talk.stages, strict=False):
        hand.double_click(stage(old))
        named(hand, new)
    titles = list(talk.stages)
    hand.drag(palette("stage"), to=behind(titles[4]))
    named(hand, titles[5])
    hand.look("stages")


def touchpoints_by_mouse(hand: Hand, talk: Talk) -> None:
    """Drags every touchpoint from the palette into its stage."""
    for title, some in talk.stages.items():
        before = None
        for each, *_ in some:
            hand.drag(palette("touchpoint"), to=behind(before) if before else stage(title))
            named(hand, each)
            before = each
    hand.look("touchpoints")


def feelings_by_mouse(hand: Hand, talk: Talk) -> None:
    """One stroke of the pencil for each; clicks where the stroke was a little off."""
    for number, person in enumerate(talk.people):
        hand.click(chip(person))
        wished = {each[0]: FEELING[each[1 + number]] for some in talk.stages.values() for each in some}
        hand.click(hand.tool("tool-curve"))
        hand.stroke(*(value_at(title, value) for title, value in wished.items()))
        hand.click(hand.tool("tool-select"))
        for title, value in wished.items():
            if hand.feels(person, title) != value:
                hand.curve(person, title, value)
        hand.look(f"curve of {person}")
    hand.click(chip(talk.people[0]))


@BOTH
def test_with_the_mouse(
    fresh: Hand, talk: Talk, language: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    hand = fresh
    begin_by_mouse(hand, qtbot)
    hand.double_click(hand.journey.head.title)
    named(hand, talk.title)
    hand.double_click(hand.journey.personas()[0].name)
    named(hand, talk.people[0])
    hand.drag(palette("persona"), to=hand.on_screen(talk.people[0]) + QPoint(90, 0))
    hand.type(talk.people[1])
    hand.press("Enter")
    hand.look("people")
    stages_by_mouse(hand, talk)
    touchpoints_by_mouse(hand, talk)
    feelings_by_mouse(hand, talk)
    for title, text in talk.pains.items():
        hand.drag(palette("pain"), to=title)
        named(hand, text)
    hand.look("pains")
    is_all_there(hand, talk)
    text = poster_text(hand, monkeypatch, qtbot, tmp_path / f"poster-{language}.pdf", by_keys=False)
    can_be_read(text, talk.title, *talk.stages, *talk.pains.values())
    assert {type(one) for one in hand.journey} >= {Stage, Touchpoint, Persona, Pain}
