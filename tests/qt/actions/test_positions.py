"""Digits and + work by their place above the letters, as French, German and US keyboards give them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from journeyeditor.model.records import Emotion, Touchpoint
from journeyeditor.qt.actions.positions import meant

K, M = Qt.Key, Qt.KeyboardModifier
FRENCH = {"1": K.Key_Ampersand, "2": K.Key_Eacute, "3": K.Key_QuoteDbl, "4": K.Key_Apostrophe, "5": K.Key_ParenLeft,
          "0": K.Key_Agrave}  # fmt: skip
US_SHIFTED = {"1": K.Key_Exclam, "2": K.Key_At, "3": K.Key_NumberSign, "4": K.Key_Dollar, "5": K.Key_Percent,
              "0": K.Key_ParenRight}  # fmt: skip
GERMAN_SHIFTED = {"1": K.Key_Exclam, "2": K.Key_QuoteDbl, "3": K.Key_section, "4": K.Key_Dollar, "5": K.Key_Percent,
                  "0": K.Key_Equal}  # fmt: skip
PLACE = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "0": 10}
MAC = {"1": 18, "2": 19, "3": 20, "4": 21, "5": 23, "0": 29}


def pressed(key, *, scan=0, virtual=0, modifiers=M.NoModifier):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, "")


def digit(text):
    return K(int(K.Key_0.value) + int(text))


@pytest.mark.parametrize("text", "012345")
@pytest.mark.parametrize(
    ("plain", "shifted"),
    [(FRENCH.get, digit), (digit, US_SHIFTED.get), (digit, GERMAN_SHIFTED.get)],
    ids=["azerty", "us", "qwertz"],
)
@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_the_row_above_the_letters_means_digits_with_and_without_shift(text, plain, shifted, system):
    where = {
        "linux": {"scan": 9 + PLACE[text]},
        "win32": {"scan": 1 + PLACE[text], "virtual": 48 + int(text)},
        "darwin": {"virtual": MAC[text]},
    }[system]
    assert meant(pressed(plain(text), **where), system) == text
    assert meant(pressed(shifted(text), **where, modifiers=M.ShiftModifier), system) == text


@pytest.mark.parametrize("text", "012345")
def test_the_number_pad_means_digits(text):
    scan = {"1": 87, "2": 88, "3": 89, "4": 83, "5": 84, "0": 90}[text]
    assert meant(pressed(digit(text), scan=scan, modifiers=M.KeypadModifier), "linux") == text


@pytest.mark.parametrize(
    ("key", "scan", "modifiers"),
    [
        (K.Key_Equal, 21, M.NoModifier),  # US and AZERTY, without Shift
        (K.Key_Plus, 21, M.ShiftModifier),  # the same key with it
        (K.Key_Plus, 35, M.NoModifier),  # QWERTZ has a key of its own
        (K.Key_Plus, 86, M.KeypadModifier),
    ],
)
def test_plus_is_a_vote_wherever_it_lies(key, scan, modifiers):
    assert meant(pressed(key, scan=scan, modifiers=modifiers), "linux") == "+"


@pytest.mark.parametrize("key", [K.Key_A, K.Key_P, K.Key_Minus, K.Key_Return, K.Key_Eacute])
def test_other_keys_mean_nothing_of_the_kind(key):
    assert meant(pressed(key, scan=38), "linux") == ""


def test_without_a_place_the_letter_is_what_there_is_to_go_by():
    assert meant(pressed(K.Key_3), "linux") == "3"
    assert meant(pressed(K.Key_QuoteDbl), "linux") == "3"


def test_a_french_keyboard_sets_an_emotion_on_the_map(window, qtbot):
    editor = window.editor
    touchpoint = next(iter(editor.journey.all(Touchpoint)))
    editor.select((touchpoint.id,))
    QApplication.sendEvent(window.canvas, pressed(K.Key_Ampersand, scan=10))
    assert feeling(editor, touchpoint.id) == -2
    QApplication.sendEvent(window.canvas, pressed(K.Key_5, scan=14, modifiers=M.ShiftModifier))
    assert feeling(editor, touchpoint.id) == 2
    QApplication.sendEvent(window.canvas, pressed(K.Key_Agrave, scan=19))
    assert feeling(editor, touchpoint.id) is None


def test_ctrl_with_a_key_of_the_french_row_is_that_digit_too(window):
    QApplication.sendEvent(window.canvas, pressed(K.Key_Eacute, scan=11, modifiers=M.ControlModifier))
    assert window.page == "table"


def feeling(editor, touchpoint):
    found = [
        one.value
        for one in editor.journey.all(Emotion)
        if one.persona == editor.persona and one.touchpoint == touchpoint
    ]
    return found[0] if found else None
