"""The menu bar, made from the nested lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from journeyeditor.editor.text_apart import mean
from journeyeditor.model.records import LaneKind
from journeyeditor.qt.actions.action import shown
from journeyeditor.qt.actions.context import context_menu
from journeyeditor.qt.actions.menus import BAR, Menu
from journeyeditor.qt.actions.mnemonics import mark
from journeyeditor.qt.window import lists
from journeyeditor.tools.desk import Target
from journeyeditor.tools.places import lane_at
from journeyeditor.tools.steps import step_at

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
            made.menuAction().setVisible(shown(window))
    mark(bar.actions())


def show_fitting_menus(window: MainWindow) -> None:
    """Shows the menus that go with what is shown: those of the map are of no use on the start page."""
    for menu, action in zip(BAR, window.menuBar().actions(), strict=True):
        if menu.needs_map:
            action.setVisible(shown(window))


def show_context_menu(window: MainWindow, target: Target, place: QPoint) -> QMenu:
    """Shows the menu that fits what is under the pointer (`place`, global).

    What is there is selected first, unless it is part of a selection; of an empty cell the keys stand there, so that
    what is added is added there.
    """
    editor = window.editor
    lane: LaneKind | None = None
    if target.record and target.record not in editor.selection:
        editor.select((target.record,))
    elif not target.record and target.page:
        lane = _stand(window, place)
    if target.field:
        mean(editor, target, _on_board(window, place))
    menu = build(window, context_menu(target, editor.journey, lane=lane))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
    return menu


def _stand(window: MainWindow, place: QPoint) -> LaneKind | None:
    """Goes to the empty cell at a place of the screen; the kind of its lane, None if there is no cell."""
    editor = window.editor
    x, y = _on_board(window, place)
    if window.work is not None:
        window.work.desk.stand(x, y)
    lane = lane_at(editor.board, editor.journey, y)
    return lane.kind if lane is not None and step_at(editor.board, editor.journey, x, y) is not None else None


def _on_board(window: MainWindow, place: QPoint) -> tuple[float, float]:
    """A place of the screen as one of the board, mm."""
    canvas = window.canvas
    found: tuple[float, float] = canvas.to_board(QPointF(canvas.viewport().mapFromGlobal(place)))
    return found


def build(window: MainWindow, menu: Menu, parent: QMenu | None = None) -> QMenu:
    """A menu with its submenus, which end with it."""
    made = QMenu(window.speech.say(menu.title), parent or window)
    made.setToolTipsVisible(False)
    made.aboutToShow.connect(window.action_set.refresh)
    fill(window, made, menu)
    made.aboutToShow.connect(lambda: mark(made.actions()))
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
