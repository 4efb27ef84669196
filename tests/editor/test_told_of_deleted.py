"""Whoever deletes a persona, a stage or a lane is told what went along, and that undo brings it back."""

from __future__ import annotations

import pytest

from journeyeditor.editor.document import Document
from journeyeditor.editor.editor import Editor
from journeyeditor.editor.writing import Told
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.findings import add_finding
from journeyeditor.edits.personas import add_persona
from journeyeditor.model.records import Pain
from tests.insight.good_map import Map


@pytest.fixture
def told() -> list[Told]:
    return []


@pytest.fixture
def editor(told: list[Told]) -> Editor:
    made = Editor(Document(Map().journey, saved=True))
    made.told.listen(told.append)
    return made


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["ana"], "Deleted: “Ana”, with 10 emotions."),
        (["ana", "ben"], "Deleted: 2 personas, with 20 emotions."),
        (["s3"], "Deleted: “Stage 3”, with 4 emotions and 2 more things."),
    ],
)
def test_what_went_along_is_told_calmly(editor: Editor, told: list[Told], keys: list[str], said: str) -> None:
    editor.do(lambda journey: delete(journey, keys))
    (one,) = told
    assert one.problem.english() == said
    assert one.advice is not None
    assert one.advice.english().endswith("Undo brings all of it back.")
    assert one.calm


def test_what_goes_to_the_parking_lot_is_told_too(editor: Editor, told: list[Told]) -> None:
    editor.do(lambda journey: add_persona(journey, id="cleo", name="Cleo"))
    editor.do(lambda journey: add_finding(journey, Pain, "t1", text="Hers", personas=("cleo",)))
    editor.do(lambda journey: delete(journey, ["cleo"]))
    (one,) = told
    assert one.problem.english() == "Deleted: “Cleo”."
    assert one.advice is not None
    assert one.advice.english() == "1 thing lies in the parking lot now. Undo brings all of it back."


def test_what_is_seen_to_go_is_not_told(editor: Editor, told: list[Told]) -> None:
    editor.do(lambda journey: delete(journey, ["queue"]))
    editor.do(lambda journey: delete(journey, ["t5"]))
    editor.do(lambda journey: delete(journey, ["gains"]))
    assert not told


def test_undo_and_redo_say_nothing(editor: Editor, told: list[Told]) -> None:
    editor.do(lambda journey: delete(journey, ["ana"]))
    editor.undo()
    editor.redo()
    assert len(told) == 1
