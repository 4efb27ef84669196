"""The menu bar, made from the nested lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from journeyeditor.qt.actions.context import context_menu
from journeyeditor.qt.actions.menus import BAR, Menu
from journeyeditor.qt.window import lists
from journeyeditor.tools.desk import Target

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow


def fill_menus(window: MainWindow) -> None:
    """Builds the menu bar anew, in the language of the window."""
    bar = window.menuBar()
    before = [action.menu() for action in bar.actions()]
    bar.clear()
    for menu_before in before:
        if isinstance(menu_before, QMenu):
            menu_before.deleteLater()
    bar.setFixedHeight(max(28, bar.sizeHint().height())) if not bar.isNativeMenuBar() else None
    for menu in BAR:
        made = build(window, menu)
        bar.addMenu(made)
        if menu.needs_map:
            made.menuAction().setVisible(window.has_map and window.page != "start")


def show_fitting_menus(window: MainWindow) -> None:
    """Shows the menus that go with what is shown: those of the map are of no use on the start page."""
    for menu, action in zip(BAR, window.menuBar().actions(), strict=True):
        if menu.needs_map:
            action.setVisible(window.has_map and window.page != "start")


def show_context_menu(window: MainWindow, target: Target, place: QPoint) -> QMenu:
    """Shows the menu that fits what is under the pointer; that is selected first, unless it is part of a selection."""
    editor = window.editor
    if target.record and target.record not in editor.selection:
        editor.select((target.record,))
    menu = build(window, context_menu(target, editor.journey))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
    return menu


def build(window: MainWindow, menu: Menu, parent: QMenu | None = None) -> QMenu:
    """A menu with its submenus, which end with it."""
    made = QMenu(window.speech.say(menu.title), parent or window)
    made.setToolTipsVisible(False)
    made.aboutToShow.connect(window.action_set.refresh)
    fill(window, made, menu)
    return made


def fill(window: MainWindow, made: QMenu, menu: Menu) -> None:
    """Puts the items of a list into a menu."""
    group: QActionGroup | None = None
    for item in menu.items:
        if isinstance(item, Menu):
            made.addMenu(build(window, item, made))
        elif item == "|":
            made.addSeparator()
        elif item.startswith("@"):
            lists.follow(window, made, item)
        else:
            action = window.actions_by_id[item]
            made.addAction(action)
            if menu.exclusive:
                group = group or QActionGroup(made)
                group.setExclusive(True)
                group.addAction(action)
