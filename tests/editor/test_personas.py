"""What is done with one persona."""

from __future__ import annotations

import pytest

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.commands import personas
from tests.edits.samples import full


@pytest.fixture
def editor() -> Editor:
    return Editor(Document(full()))


def order(editor: Editor) -> list[str]:
    return [one.id for one in editor.journey.personas()]


def test_a_new_one_and_a_copy_are_active_and_selected(editor: Editor) -> None:
    for make in (personas.add, lambda editor: personas.copy(editor, order(editor)[0])):
        before = order(editor)
        key = make(editor)
        assert set(order(editor)) - set(before) == {key}
        assert editor.persona == key
        assert editor.selection == (key,)


def test_one_goes_from_place_to_place_and_not_beyond_the_ends(editor: Editor) -> None:
    first, *others = order(editor)
    steps = editor.history.position
    personas.move_by(editor, first, -1)
    assert editor.history.position == steps
    personas.move_by(editor, first, 1)
    assert order(editor) == [others[0], first, *others[1:]]
    assert editor.history.position == steps + 1
    personas.move_by(editor, first, 99)
    assert order(editor) == [*others, first]
    personas.move_by(editor, first, 1)
    assert editor.history.position == steps + 2


def test_one_is_hidden_shown_and_taken_away(editor: Editor) -> None:
    key = order(editor)[0]
    hidden = []
    for _ in range(2):
        personas.show_or_hide(editor, key)
        hidden.append(next(one.hidden for one in editor.journey.personas() if one.id == key))
    assert sorted(hidden) == [False, True]
    personas.remove(editor, key)
    assert key not in editor.journey
