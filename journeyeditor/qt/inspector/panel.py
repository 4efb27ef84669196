"""The inspector: whatever is selected, one or many; the journey's own fields where nothing is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from journeyeditor.editor.commands.adding import hang_new
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.edits.deleting import delete
from journeyeditor.errors import message
from journeyeditor.model.change import Change
from journeyeditor.model.homes import FindingKind
from journeyeditor.model.records import (
    AnyRecord,
    Channel,
    Emotion,
    Gain,
    Note,
    Opportunity,
    Pain,
    Record,
    Stage,
    Touchpoint,
)
from journeyeditor.qt.inspector.heading import ICONS, heading
from journeyeditor.qt.inspector.menu import fill_menu
from journeyeditor.qt.inspector.page import Pages, PageView
from journeyeditor.qt.inspector.reading import record_of
from journeyeditor.qt.inspector.writing import wish_for
from journeyeditor.qt.look import icon, tool_button, watcher, wear
from journeyeditor.qt.parts.labels import SMALL, Elided, Tone
from journeyeditor.qt.parts.listening import listen
from journeyeditor.qt.parts.overlay import OverlayArea
from journeyeditor.qt.parts.section import MARGIN
from journeyeditor.qt.parts.symbols import channel_icon

WIDTH, LEAST, MOST = 320, 280, 400
AHEAD = 700
"""Milliseconds between pages that are made ahead."""
OFTEN: tuple[type[Record], ...] = (Touchpoint, Stage, Pain, Gain, Opportunity, Emotion)


class InspectorPanel(QWidget):
    """Heading, "…", and the page of what is selected. With `fixed` it stays with those records."""

    def __init__(self, desk: EditorDesk, parent: QWidget | None = None, *, fixed: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self.desk, self.editor = desk, desk.editor
        self._fixed = fixed
        self._keys: tuple[str, ...] = ()
        self._back: list[tuple[str, ...]] = []
        self._going = False
        self._behind = False
        """Whether something has changed that it does not show yet, for it is hidden."""
        self._spoken = self.editor.speech
        self._pages: dict[frozenset[type[Record]], PageView] = {}
        wear(self, "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(LEAST)
        if not fixed:
            self.setMaximumWidth(MOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        self.area = OverlayArea()
        wear(self.area.viewport(), "chrome")
        self.stack = Pages()
        self.area.setWidget(wear(self.stack, "chrome"))
        column.addWidget(self.area, 1)
        listen(self, self.editor.changed, self._changed)
        listen(self, self.editor.selected, self._selected)
        listen(self, self.editor.viewed, self._viewed)
        watcher.changed.connect(self._show_sign)
        watcher.changing.connect(self._drop_unseen)
        self._keys = self._wanted()
        self._ahead = QTimer(self)
        self._ahead.setInterval(AHEAD)
        self._ahead.timeout.connect(self._make_ahead)
        if not fixed:
            self._ahead.start()
        self.retranslate()

    # -- what it shows ----------------------------------------------------------------------------------------------
    @property
    def keys(self) -> tuple[str, ...]:
        """Ids of what it shows; the journey's own where nothing is selected."""
        return self._keys

    @property
    def page(self) -> PageView:
        """The page that is shown."""
        if self._behind:
            self.refresh()
        return self.stack.current()

    def inspect(self, keys: Sequence[str]) -> None:
        """Goes to other records; the arrow leads back."""
        before = self._keys
        self._going = True
        if all(key in self.editor.journey for key in keys) and not self._fixed:
            self.editor.select(keys)
        self._going = False
        if tuple(keys) != before:
            self._back.append(before)
        self._turn_to(tuple(keys))

    def go_back(self) -> None:
        """To what was shown before."""
        while self._back:
            keys = tuple(key for key in self._back.pop() if record_of(self.editor.journey, key) is not None)
            if keys:
                self._going = True
                self.editor.select([key for key in keys if key != self.editor.journey.head.id])
                self._going = False
                self._turn_to(keys)
                return

    def flush(self) -> None:
        """What is being typed goes into the journey now."""
        if self.stack.pages:
            self.stack.current().flush()

    def focus_title(self, back: QWidget | None = None) -> None:
        """Leads to the title, all of it selected; Enter leads `back`, or on to the next field."""
        if self.page.title is not None:
            self.page.title.back = back
            self.page.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.page.title.selectAll()

    def retranslate(self) -> None:
        """Says everything in the language of now."""
        say = self.editor.speech.say
        self.setAccessibleName(say(message("Inspector")))
        self._arrow.setToolTip(say(message("Back")))
        self._arrow.setAccessibleName(say(message("Back")))
        self._more.setToolTip(say(message("More")))
        self._more.setAccessibleName(say(message("More")))
        self._spoken = self.editor.speech
        for page in self._pages.values():
            page.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Shows what the journey holds now; what is being typed stays."""
        self._behind = False
        records = self._records()
        kinds: frozenset[type[Record]] = frozenset(type(record) for record in records)
        page = self._pages.get(kinds)
        if page is None:
            page = self._make_page(kinds)
        tried = self.editor.history.tried
        self._heading.setText(heading(self.editor.journey, records, self.editor.speech, tried))
        self._arrow.setVisible(bool(self._back))
        self._more.setVisible(bool(records) and records[0] is not self.editor.journey.head)
        self._show_sign()
        page.fill(records)
        self.stack.turn_to(page)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return QSize(WIDTH, 600)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What has changed while it was hidden."""
        if self._behind:
            self.refresh()
        super().showEvent(event)

    def menu(self) -> QMenu:
        """What can be done with what is shown."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self.editor, self._keys, self.inspect)
        return menu

    # -- how it follows -----------------------------------------------------------------------------------------------
    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 8, MARGIN - 6, 2)
        row.setSpacing(6)
        self._arrow = tool_button("arrow-left", role="muted", size=16)
        self._arrow.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._arrow.clicked.connect(self.go_back)
        self._sign = Tone()
        self._heading = Elided("", "muted", SMALL)
        self._more = tool_button("ellipsis", size=18)
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.clicked.connect(lambda: self.menu().popup(self._more.mapToGlobal(QPoint(0, 32))))
        row.addWidget(self._arrow)
        row.addWidget(self._sign)
        row.addWidget(self._heading, 1)
        row.addWidget(self._more)
        return row

    def _make_ahead(self) -> None:
        """Makes a page that will be wanted, while nothing happens: the first one of a kind is slow."""
        kind = next((kind for kind in OFTEN if frozenset({kind}) not in self._pages), None)
        if kind is None:
            self._ahead.stop()
        elif self.isVisible():
            self._make_page(frozenset({kind}))

    def _drop_unseen(self) -> None:
        """Other colours are coming: pages that are not seen are made again when they are wanted."""
        self.stack.drop_unseen()
        self._pages = {kinds: page for kinds, page in self._pages.items() if page in self.stack.pages}
        if not self._fixed:
            self._ahead.start()

    def _make_page(self, kinds: frozenset[type[Record]]) -> PageView:
        page = PageView(kinds, self.editor)
        page.chosen.connect(self._write)
        page.opened.connect(lambda key: self.inspect([key]))
        page.deleted.connect(lambda key: self.editor.do(lambda journey: delete(journey, [key])))
        page.added.connect(self._add)
        self._pages[kinds] = page
        self.stack.add(page)
        return page

    def _show_sign(self) -> None:
        records = self._records()
        first = records[0]
        ratio = self.devicePixelRatioF()
        channel = self.editor.journey.channel(first.channel) if isinstance(first, Touchpoint) else None
        if isinstance(first, Channel):
            channel = first
        sign = channel_icon(channel.icon) if channel is not None else icon(ICONS[type(first)], "muted", 16, chosen=None)
        self._sign.setPixmap(sign.pixmap(QSize(16, 16), ratio))

    def _records(self) -> list[AnyRecord]:
        found = [record for key in self._keys if (record := record_of(self.editor.journey, key)) is not None]
        return found or [self.editor.journey.head]

    def _wanted(self) -> tuple[str, ...]:
        return self._fixed or self.editor.selection or (self.editor.journey.head.id,)

    def _turn_to(self, keys: tuple[str, ...]) -> None:
        """Shows other records; what was being typed goes to those before."""
        if keys != self._keys:
            self.flush()
            if self.stack.pages:
                self.stack.current().forget()
            self._keys = keys
            self.area.verticalScrollBar().setValue(0)
            records = self._records()
            known = self._pages.get(frozenset(type(record) for record in records))
            if known is not None:
                known.forget()
        self._keep_up()

    def _write(self, name: str, value: Any, run: str) -> None:
        kind = self.page.kind if self.page.kind is not Record else type(self._records()[0])
        whole = f"{name} {self._keys} {run}" if run else None
        if self.editor.do(wish_for(self._keys, kind, name, value), whole) is None:
            self.page.forget()
            self.refresh()

    def _add(self, kind: FindingKind | type[Note]) -> None:
        change = hang_new(self.editor, kind, self._keys[-1])
        added = [record.id for record in change.added() if isinstance(record, kind)] if change is not None else []
        if added:
            self.inspect(added)
            self.focus_title()

    def _changed(self, _change: Change) -> None:
        if any(record_of(self.editor.journey, key) is None for key in self._keys):
            self._gone()
        else:
            self._keep_up()

    def _keep_up(self) -> None:
        """Shows what is now, or will when it is seen."""
        if self.isVisible():
            self.refresh()
        else:
            self._behind = True

    def _gone(self) -> None:
        """What it showed is no more: back to what is left."""
        left = tuple(key for key in self._keys if record_of(self.editor.journey, key) is not None)
        self.stack.current().forget()
        if self._back and not left:
            self.go_back()
            return
        self._keys = left or (self.editor.journey.head.id,)
        self._keep_up()

    def _selected(self, _selection: tuple[str, ...]) -> None:
        if not self._going and not self._fixed:
            self._back.clear()
            self._turn_to(self._wanted())

    def _viewed(self, _none: None) -> None:
        """Another persona is active, or the language is another."""
        if self._spoken is not self.editor.speech:
            self.retranslate()
        else:
            self._keep_up()
