"""The active persona is moved, copied and taken away by keys."""

from PySide6.QtCore import Qt

MODIFIERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def names(window):
    return [one.name for one in window.editor.journey.personas()]


def press(window, qtbot, key):
    window.action_set.refresh()
    qtbot.keyClick(window.canvas, key, MODIFIERS)


def test_alt_and_shift_mean_the_active_persona(window, qtbot):
    editor = window.editor
    first = names(window)
    editor.activate(editor.journey.personas()[0].id)
    press(window, qtbot, Qt.Key.Key_D)
    assert names(window) == [first[0], f"{first[0]} 2", *first[1:]]
    assert editor.persona == editor.journey.personas()[1].id, "the copy is active"
    press(window, qtbot, Qt.Key.Key_Left)
    assert names(window)[:2] == [f"{first[0]} 2", first[0]]
    press(window, qtbot, Qt.Key.Key_Right)
    assert names(window)[:2] == [first[0], f"{first[0]} 2"]
    press(window, qtbot, Qt.Key.Key_Delete)
    assert names(window) == first
    assert len(editor.history.names) == 4
