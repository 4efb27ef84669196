"""Other colours: Qt dresses every widget, so pages that nobody sees are let go of before."""

from PySide6.QtWidgets import QWidget

from journeyeditor.model.records import Pain
from journeyeditor.qt import look
from tests.qt.inspector import giving


def test_pages_that_are_not_seen_go_and_come_again(inspector, desk, qtbot):
    touchpoint, pain = desk.journey.touchpoints()[0], desk.journey.all(Pain)[0]
    for key in (touchpoint.id, pain.id):
        desk.editor.select([key])
    assert len(inspector.stack.pages) > 1
    many = len(inspector.findChildren(QWidget))
    title = inspector.page.title.toPlainText()
    look.apply("dark")
    assert inspector.stack.pages == [inspector.page]
    assert len(inspector.findChildren(QWidget)) < many
    assert inspector.page.title.toPlainText() == title
    desk.editor.select([touchpoint.id])
    giving.type_into(inspector.page.title, "After dark")
    assert desk.journey.get(touchpoint.id).title == "After dark"
    qtbot.waitUntil(lambda: len(inspector.stack.pages) > 3, timeout=8000)  # the usual ones are made ahead again
    look.apply("light")


def test_what_is_being_typed_stays(inspector, desk):
    desk.editor.select([desk.journey.touchpoints()[0].id])
    inspector.page.title.setFocus()
    inspector.page.title.setPlainText("Half a w")
    look.apply("dark")
    assert inspector.page.title.toPlainText() == "Half a w"
    inspector.flush()
    assert desk.journey.touchpoints()[0].title == "Half a w"
    look.apply("light")
