"""Every action can be reached by menu and by key, has a French text, and says what it does."""

import pytest

from journeyeditor.qt.actions.action import CHOICE, sequences
from journeyeditor.qt.actions.context import IN_LANE, ITEMS, ON_DESK, ON_PAPER
from journeyeditor.qt.actions.menus import BAR, TOOLBAR_LEFT, TOOLBAR_MIDDLE, TOOLBAR_PAGES, TOOLBAR_RIGHT, Menu
from journeyeditor.qt.actions.table import BY_ID, TABLE
from journeyeditor.words import speak


def ids_in(items):
    for item in items:
        if isinstance(item, Menu):
            yield from ids_in(item.items)
        elif item != "|" and not item.startswith("@"):
            yield item


IN_MENUS = [one for menu in BAR for one in ids_in(menu.items)]


def test_no_action_is_there_twice():
    assert len(BY_ID) == len(TABLE)


IN_TWO = ["add-persona"]
"""Looked for with what is put on the map, and with the personas."""


def test_every_action_is_in_a_menu_and_once_only():
    assert sorted(IN_MENUS) == sorted([*BY_ID, *IN_TWO])


@pytest.mark.parametrize("action", TABLE, ids=lambda action: action.id)
def test_every_action_has_a_key_unless_it_is_one_of_several_to_choose_from(action):
    has_key = bool(action.keys or action.position_keys)
    assert has_key != bool(action.why_no_key)
    assert action.why_no_key in ("", CHOICE)


def test_what_has_no_key_is_one_of_a_submenus_choices():
    choices = {one for menu in BAR for item in menu.items if isinstance(item, Menu) for one in ids_in(item.items)}
    assert {action.id for action in TABLE if action.why_no_key == CHOICE} <= choices


def test_no_key_means_two_things():
    keys = {}
    for action in TABLE:
        texts = {sequence.toString() for key in action.keys for sequence in sequences(key)}
        for text in texts | ({action.position_keys} if action.position_keys else set()):
            assert text not in keys, f"{text}: {keys[text]} and {action.id}"
            keys[text] = action.id


def test_context_menus_and_toolbar_name_actions_that_there_are():
    lists = [*ITEMS.values(), *IN_LANE.values(), ON_PAPER, ON_DESK]
    lists += [TOOLBAR_LEFT, TOOLBAR_MIDDLE, TOOLBAR_PAGES, TOOLBAR_RIGHT]
    assert {one for items in lists for one in ids_in(items)} <= set(BY_ID)


@pytest.mark.parametrize("action", TABLE, ids=lambda action: action.id)
def test_every_action_says_what_it_does_in_french_too(action):
    french = speak("fr")
    if not action.id.startswith(("map-language", "paper-")):
        assert french.say(action.text) != action.text.english() or action.text.text in SAME_IN_FRENCH
    assert action.tip.english().strip()
    assert french.say(action.tip) != action.tip.english()


SAME_IN_FRENCH = {"Table", "Palette", "Persona {number}", "Note", "Zoom", "Orientation", "Images", "Notes", "Portrait"}


def test_menus_have_french_titles():
    french = speak("fr")

    def titles(menus):
        for menu in menus:
            yield menu.title
            yield from titles([item for item in menu.items if isinstance(item, Menu)])

    same = {"&Persona", "Theme"}
    assert [
        title.text for title in titles(BAR) if french.say(title) == title.english() and title.text not in same
    ] == []
