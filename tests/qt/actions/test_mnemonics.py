"""Every item of every menu has a letter of its own, in both languages; icons stand where people look for them."""

import sys

import msgspec
import pytest
from PySide6.QtWidgets import QMenu

from journeyeditor.assets import resource
from journeyeditor.qt.actions.menu_icons import MENU_ICONS, has_menu_icon
from journeyeditor.qt.actions.mnemonics import with_mnemonics
from journeyeditor.qt.actions.table import BY_ID


def letter(text):
    bare = text.replace("&&", "")
    return bare[bare.index("&") + 1].lower() if "&" in bare else ""


def test_the_first_free_letter_is_taken():
    assert with_mnemonics(["Cut", "Copy", "Paste"]) == ["&Cut", "C&opy", "&Paste"]


def test_who_has_other_letters_gives_way():
    assert sorted(letter(text) for text in with_mnemonics(["ab", "a", "abc"])) == ["a", "b", "c"]


def test_the_beginning_of_a_word_comes_first():
    assert with_mnemonics(["Save", "Save as…"]) == ["&Save", "Save &as…"]


def test_plain_ampersands_and_keys_stay_and_marks_are_set_anew():
    assert with_mnemonics(["R && D", "&Save\tCtrl+S"]) == ["&R && D", "&Save\tCtrl+S"]
    assert with_mnemonics(["−2: angry\t1", "中文", "Éa"]) == ["−&2: angry\t1", "中文", "É&a"]


@pytest.mark.skipif(sys.platform == "darwin", reason="menus have no letters there")
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_item_of_every_menu_has_a_letter_of_its_own(program, window, language):
    program.change(msgspec.structs.replace(program.settings, language=language))
    assert window.speech.language == language

    def check(name, actions):
        items = [action for action in actions if not action.isSeparator()]
        texts = [action.text() for action in items]
        letters = [letter(text) for text in texts if any(sign.isascii() and sign.isalnum() for sign in text)]
        assert all(letters), f"{name}: {texts}"
        assert len(letters) == len(set(letters)), f"{name}: {texts}"
        for action in items:
            menu = action.menu()
            if isinstance(menu, QMenu):
                menu.aboutToShow.emit()
                check(action.text(), menu.actions())

    check("bar", window.menuBar().actions())


def test_icons_of_menus_are_there_and_on_macos_nowhere():
    for key, name in MENU_ICONS.items():
        assert key in BY_ID
        assert resource("icons", "ui", f"{name}.svg").is_file()
        assert BY_ID[key].icon is None
    assert has_menu_icon(BY_ID["open"], "linux")
    assert not has_menu_icon(BY_ID["open"], "darwin")
    assert not has_menu_icon(BY_ID["palette"], "linux")  # its check mark stands there


@pytest.mark.skipif(sys.platform == "darwin", reason="menus have no icons there")
def test_menu_items_show_their_icons(window):
    for key in ("open", "cut", "add-pain", "print"):
        action = window.actions_by_id[key]
        assert action.isIconVisibleInMenu()
        assert not action.icon().isNull()
    assert not window.actions_by_id["tool-select"].isIconVisibleInMenu()


def test_personas_stand_behind_everyone_however_often_the_menu_opens(window):
    bar = [action.menu() for action in window.menuBar().actions()]
    menu = next(one for one in bar if window.actions_by_id["everyone"] in one.actions())
    names = [one.name for one in window.editor.journey.personas()]
    for _ in range(2):
        menu.aboutToShow.emit()
        texts = [action.text().replace("&", "") for action in menu.actions()]
        assert texts[: len(names) + 1] == ["Everyone", *names]
        assert menu.actions()[len(names) + 1].isSeparator()
        assert len(texts) == len(menu.actions())
    assert menu.actions()[-1] is window.actions_by_id["delete-persona"]
