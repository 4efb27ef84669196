import pytest

from journeyeditor.assets import resource
from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.qt import look


class FakeCanvas:
    """Notes down what is carried onto it."""

    def __init__(self):
        self.told = []

    def carry_begin(self, item, detail="", records=()):
        self.told.append(("begin", item, records, detail))

    def carry_move(self, place, keys):
        self.told.append(("move", place, keys))

    def carry_end(self, place, keys):
        self.told.append(("end", place, keys))

    def carry_cancel(self):
        self.told.append(("cancel",))


@pytest.fixture
def desk():
    look.apply("light")
    found = Document.open(resource("templates", "loyalty-6.en.journey"))
    return EditorDesk(Editor(Document(found.journey, saved=True)))


@pytest.fixture
def canvas():
    return FakeCanvas()
