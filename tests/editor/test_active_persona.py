"""Who is active when the one who was is no more."""

from __future__ import annotations

import pytest

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.commands import stepping
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.personas import copy_persona
from journeyeditor.model.records import Persona
from tests.edits.samples import full


@pytest.fixture
def editor() -> Editor:
    return Editor(Document(full()))


def copied(editor: Editor, key: str) -> str:
    change = editor.do(lambda journey: copy_persona(journey, key))
    assert change is not None
    new = next(one.id for one in change.added() if isinstance(one, Persona))
    editor.activate(new)
    return new


def test_undoing_a_copy_makes_the_one_active_who_was_before(editor: Editor) -> None:
    second = editor.journey.personas()[1].id
    editor.activate(second)
    copied(editor, second)
    stepping.undo(editor)
    assert editor.persona == second


def test_a_jump_in_the_history_over_several_copies_does_too(editor: Editor) -> None:
    first = editor.journey.personas()[0].id
    editor.activate(first)
    copied(editor, copied(editor, first))
    editor.jump(0)
    assert editor.persona == first


def test_who_worked_for_everyone_does_so_again(editor: Editor) -> None:
    editor.activate(None)
    copied(editor, editor.journey.personas()[0].id)
    editor.undo()
    assert editor.persona is None


def test_deleting_the_active_persona_goes_back_to_the_one_before(editor: Editor) -> None:
    first, second = (one.id for one in editor.journey.personas()[:2])
    editor.activate(first)
    editor.activate(second)
    editor.do(lambda journey: delete(journey, [second]))
    assert editor.persona == first


def test_who_was_active_is_active_again_when_her_deletion_is_taken_back(editor: Editor) -> None:
    first, second = (one.id for one in editor.journey.personas()[:2])
    editor.activate(second)
    editor.do(lambda journey: delete(journey, [second]))
    assert editor.persona != second
    editor.undo()
    assert editor.persona == second
    editor.do(lambda journey: delete(journey, [second]))
    editor.activate(None)
    editor.activate(first)
    editor.undo()
    assert editor.persona == first, "somebody was chosen since"
