"""Two personas on a sheet of their own, shaded and listed where they differ, and printed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.compare import compare
from journeyeditor.editor.compare_sheet import LANE, SHADE, comparison_journey, comparison_sheets
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.emotions import set_emotion
from journeyeditor.errors import BadInput, message
from journeyeditor.model.records import Entry, Lane, Persona
from journeyeditor.model.rules import broken_rules
from journeyeditor.qt.compare import handing_on
from journeyeditor.qt.compare.view import CompareView
from journeyeditor.words import speak

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "resources" / "templates"
MAP = TEMPLATES / "example-new-hip.en.journey"


@pytest.fixture
def editor() -> Editor:
    return Editor(Document.open(MAP))


@pytest.fixture
def view(qtbot: QtBot, editor: Editor) -> CompareView:
    made = CompareView(EditorDesk(editor))
    qtbot.addWidget(made)
    made.resize(1400, 800)
    made.show()
    return made


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.journey")), ids=lambda path: path.name)
def test_any_two_of_every_shipped_map(path: Path) -> None:
    editor = Editor(Document.open(path))
    people = editor.journey.personas()
    if len(people) < 2:
        pytest.skip("one persona alone cannot be compared")
    found = compare(editor.journey, people[0].id, people[1].id)
    made = comparison_journey(editor.journey, found, speak("fr"))
    assert not list(broken_rules(made))
    assert {one.id for one in made.all(Persona)} == {people[0].id, people[1].id}
    assert len([one for one in made.all(Entry) if one.lane == LANE]) == len(found.differing)
    assert sum(lane.kind == "emotions" for lane in made.all(Lane)) == 1


def test_differing_touchpoints_are_shaded(editor: Editor) -> None:
    one, other = (persona.id for persona in editor.journey.personas()[:2])
    found = compare(editor.journey, one, other)
    sheets = comparison_sheets(editor.journey, found, editor.paper(), speak("en"))
    shades = [group for sheet in sheets for group in sheet.groups if group.role == "shade"]
    assert len(shades) == len(found.differing) > 0
    assert all(shape.fill == SHADE for group in shades for shape in group.shapes)  # type: ignore[union-attr]


def test_the_list_goes_to_the_touchpoint(view: CompareView, editor: Editor) -> None:
    assert view.list.count() == len(view.pairs) > 0
    view.list.itemClicked.emit(view.list.item(0))
    assert editor.selection == (view.pairs[0].touchpoint,)


def test_others_can_be_chosen_and_nobody_is_compared_with_themselves(view: CompareView) -> None:
    before = view.chosen()
    view.second.setCurrentIndex(2)
    view.second.activated.emit(2)
    assert view.chosen() != before
    view.first.setCurrentIndex(2)
    view.first.activated.emit(2)
    pair = view.chosen()
    assert pair is not None
    assert pair[0] != pair[1]


def test_it_follows_the_map(view: CompareView, editor: Editor, qtbot: QtBot) -> None:
    pair = view.chosen()
    assert pair is not None
    before = view.list.count()
    known = {one.touchpoint for one in view.pairs}
    touchpoint = next(one.id for one in editor.journey.touchpoints() if one.id not in known)
    editor.do(lambda journey: set_emotion(journey, pair[0], touchpoint, 2))
    editor.do(lambda journey: set_emotion(journey, pair[1], touchpoint, -2))
    qtbot.waitUntil(lambda: view.list.count() == before + 1)
    assert view.pairs[0].touchpoint == touchpoint


def test_one_persona_alone_is_told_what_to_do(view: CompareView, editor: Editor, qtbot: QtBot) -> None:
    people = [one.id for one in editor.journey.personas()]
    editor.do(lambda journey: delete(journey, people[1:]))
    qtbot.waitUntil(lambda: view.chosen() is None)
    assert "Two personas" in view.pages.message
    assert not view.save_button.isEnabled()


def test_it_is_saved_as_a_searchable_pdf(
    view: CompareView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "two.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    offered: list[Path] = []
    monkeypatch.setattr(handing_on.Saver, "offer", lambda _self, files, _notes: offered.extend(files))
    qtbot.mouseClick(view.save_button, Qt.MouseButton.LeftButton)
    assert offered == [target]  # to be opened, or shown in its folder
    text = subprocess.run(["pdftotext", str(target), "-"], capture_output=True, text=True, check=True).stdout
    assert "Apart by a step" in text
    assert "Walter" in text


def test_its_title_is_set_as_the_language_sets_it(editor: Editor) -> None:
    one, other = (persona.id for persona in editor.journey.personas()[:2])
    found = compare(editor.journey, one, other)
    title = editor.journey.head.title
    assert comparison_journey(editor.journey, found, speak("en")).head.title.startswith(f"{title}: ")
    assert comparison_journey(editor.journey, found, speak("fr")).head.title.startswith(f"{title}\u00a0: ")


@pytest.mark.parametrize("wide", [500, 660, 1000, 1400])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_over_the_sheet_lies_on_anything_else(
    qtbot: QtBot, editor: Editor, view: CompareView, language: str, wide: int
) -> None:
    editor.speak(speak(language))
    view.retranslate()
    view.resize(wide, 600)
    qtbot.wait(30)
    parts: list[QWidget] = [view.first, view._with, view.second, view.print_button, view.save_button]
    places = [QRect(one.mapTo(view, one.rect().topLeft()), one.size()) for one in parts]
    for number, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[number + 1 :])
        assert view.rect().contains(place)
        assert place.width() >= min(parts[number].sizeHint().width(), 240), parts[number]


def test_a_comparison_that_cannot_be_drawn_is_a_sentence_and_nothing_to_save(
    view: CompareView, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise BadInput(message("There is no room for it."))

    assert view.pages.pages
    with monkeypatch.context() as patch:
        patch.setattr("journeyeditor.qt.compare.view.comparison_sheets", refuse)
        view.renew()
    assert view.pages.message == "There is no room for it."
    assert not view.pages.pages
    assert view.list.count() == 0
    assert not view.save_button.isEnabled()
    assert not view.print_button.isEnabled()
    view.renew()
    assert view.pages.pages
    assert view.save_button.isEnabled()
