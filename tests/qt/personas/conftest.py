import pytest

from journeyeditor.assets import resource
from journeyeditor.editor import Document, Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.qt import look


@pytest.fixture
def desk():
    look.apply("light")
    found = Document.open(resource("templates", "example-new-hip.en.journey"))
    return EditorDesk(Editor(Document(found.journey, saved=True)))
