import pytest
from PySide6.QtWidgets import QFileDialog

from journeyeditor.qt.files import closing, in_use, saving


class Answers(list):
    """Answers to questions, in order; without one a question is closed. What was asked is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = []

    def give(self, _parent, speech, question, more, choices):
        self.asked.append((speech.say(question), more, [speech.say(text) for _, text, _ in choices]))
        return self.pop(0) if self else ""


@pytest.fixture
def answers(monkeypatch):
    given = Answers()
    for module in (saving, closing, in_use):
        monkeypatch.setattr(module, "ask", given.give)
    return given


@pytest.fixture
def proposed(monkeypatch):
    """The names that were proposed for a file; each is taken."""
    found = []

    def chosen(_parent, _title, start, _kinds):
        found.append(start)
        return start, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    return found
