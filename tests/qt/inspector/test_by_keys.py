"""The inspector without a mouse: Tab goes as one reads, what has the keyboard is seen, Enter presses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeyeditor.edits.describing import describe
from journeyeditor.edits.findings import add_finding
from journeyeditor.edits.personas import add_persona
from journeyeditor.model.records import Emotion, Gain, Pain, Persona
from journeyeditor.qt.inspector.fields import PAGES, rows_of
from journeyeditor.words import speak


def walked(inspector) -> Iterator[tuple[int, int, QWidget]]:
    """Everything that Tab comes to from the title on, with its place on the page."""
    inspector.page.title.setFocus()
    first = now = QApplication.focusWidget()
    while True:
        at = now.mapTo(inspector.page, QPoint(0, 0))
        yield at.y(), at.x(), now
        QTest.keyClick(now, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is first or not inspector.page.isAncestorOf(now):
            return


def test_tab_goes_down_the_page_of_a_touchpoint_and_all_of_it_is_seen(inspector, desk, qtbot) -> None:
    found = desk.journey.touchpoints()[0]
    desk.editor.select([found.id])
    for number in range(3):  # rows and cards that come later than the page
        desk.editor.do(lambda journey, n=number: add_persona(journey, name=f"Person {n}"))
        desk.editor.do(lambda journey: add_finding(journey, Pain, found.id, text="Late"))
        desk.editor.do(lambda journey: add_finding(journey, Gain, found.id, text="Kind"))
    inspector.resize(320, 420)
    qtbot.wait(20)
    places, sliders, seen = [], 0, []
    for y, _x, widget in walked(inspector):
        places.append(y)
        sliders += type(widget).__name__ == "FaceSlider"
        top = widget.mapTo(inspector.area.viewport(), QPoint(0, 0)).y()
        seen.append(top >= -1 and top + min(widget.height(), 60) <= inspector.area.viewport().height() + 1)
    assert sliders >= 4
    rows = [place - place % 12 for place in places]  # what stands in one line is not quite as high
    steps = [after - before for before, after in pairwise(rows)]
    assert min(steps) >= -24, "Tab went back up the page"
    assert all(seen)


def test_what_gets_the_keyboard_from_elsewhere_is_seen_too(inspector, desk, qtbot) -> None:
    desk.editor.select([desk.journey.touchpoints()[0].id])
    inspector.resize(320, 420)
    qtbot.wait(20)
    inspector._more.setFocus()
    inspector.area.verticalScrollBar().setValue(inspector.area.verticalScrollBar().maximum())
    QTest.keyClick(inspector._more, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is inspector.page.title
    assert inspector.page.title.mapTo(inspector.area.viewport(), QPoint(0, 0)).y() >= 0


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_point_of_a_curve_says_whose_it_is(inspector, desk, language) -> None:
    emotion = next(iter(desk.journey.all(Emotion)))
    who = desk.journey.get(emotion.persona)
    desk.editor.do(lambda journey: describe(journey, who.id, name="Nadia"))
    desk.editor.speak(speak(language))
    desk.editor.select([emotion.id])
    assert "· Nadia ·" in inspector._heading.text()


def test_the_menu_of_whom_it_is_for_has_room_for_its_check_marks(inspector, desk) -> None:
    pain, persona = next(iter(desk.journey.all(Pain))), next(iter(desk.journey.all(Persona)))
    desk.editor.do(lambda journey: describe(journey, pain.id, personas=(persona.id,)))
    desk.editor.select([pain.id])
    editor = inspector.page.editor_of("personas")
    editor.fill()
    lines = editor.menu.actions()
    assert [one.data() for one in lines if one.isChecked()] == [persona.id]
    assert all(one.icon().isNull() for one in lines), "an icon stands where the check mark is"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_two_fields_of_a_page_are_called_the_same(language: str) -> None:
    say = speak(language).say
    for kind in PAGES:
        names = [say(field.label) for field in rows_of(kind)]
        twice = {name for name in names if names.count(name) > 1}
        assert not twice, kind
