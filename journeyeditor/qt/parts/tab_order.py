"""Tab goes through fields as they stand on the screen, also those that came later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget


def stops(widget: QWidget) -> list[QWidget]:
    """The widgets in one that Tab stops at, in the order in which they are laid out; hidden ones have their place."""
    found: list[QWidget] = []
    _gather(widget, found)
    return found


def chain(widgets: list[QWidget]) -> None:
    """Tab goes from each to the next."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def _gather(widget: QWidget, found: list[QWidget]) -> None:
    layout = widget.layout()
    for child in _laid_out(layout) if layout is not None else ():
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(child)
        _gather(child, found)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    order = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        order.sort(key=lambda number: layout.getItemPosition(number)[:2])  # type: ignore[index]
    for number in order:
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inside = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inside is not None:
            yield from _laid_out(inside)
