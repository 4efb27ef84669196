import pytest
from PySide6.QtTest import QTest

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.edits.lanes import add_lane
from journeyeditor.model.journey import Journey
from journeyeditor.qt import look
from journeyeditor.qt.inspector import InspectorPanel
from tests.edits import samples


def complete() -> Journey:
    """A small map with records of every kind, and a lane without texts."""
    journey = samples.full()
    journey.apply(add_lane(journey, "backstage", title="Behind"))
    return journey


def opened() -> InspectorPanel:
    """An inspector of a map of its own, in an active window."""
    look.apply("light")
    made = InspectorPanel(EditorDesk(Editor(Document(complete(), saved=True))))
    made.resize(320, 900)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    return made


@pytest.fixture
def inspector(qtbot):
    made = opened()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def desk(inspector):
    return inspector.desk


@pytest.fixture(scope="module")
def shared(qapp):
    """One inspector for many tests, each of which takes back what it did."""
    made = opened()
    yield made
    made.close()
    made.deleteLater()
