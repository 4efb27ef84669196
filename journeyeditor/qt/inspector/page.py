"""A page of the inspector: title and sections of one kind of record, made once and filled again."""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeyeditor.editor import Editor
from journeyeditor.model.records import Record
from journeyeditor.qt.inspector.editors import FieldEditor
from journeyeditor.qt.inspector.editors.base import MIXED_WORD
from journeyeditor.qt.inspector.feelings import FeelingsSection
from journeyeditor.qt.inspector.fields import shared_page
from journeyeditor.qt.inspector.findings import CardsSection
from journeyeditor.qt.inspector.kinds import KindsSection
from journeyeditor.qt.inspector.reading import MIXED, common
from journeyeditor.qt.inspector.rows import RowsSection
from journeyeditor.qt.inspector.shapes import Cards, Feelings, Rows
from journeyeditor.qt.parts import tab_order
from journeyeditor.qt.parts.section import MARGIN
from journeyeditor.qt.parts.texts import TitleField

SomeSection = RowsSection | CardsSection | FeelingsSection


class Pages(QWidget):
    """Pages of which one is shown, as high as that one is, and never wider than the panel."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[PageView] = []
        self._current: PageView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def add(self, page: PageView) -> None:
        """Takes a page in, unseen."""
        page.hide()
        self.pages.append(page)
        self._column.addWidget(page)

    def drop_unseen(self) -> None:
        """Lets go at once of every page but the one that is shown."""
        for page in self.pages:
            if page is not self._current:
                shiboken6.delete(page)
        self.pages = [self._current] if self._current is not None else []

    def turn_to(self, page: PageView) -> None:
        """Shows a page."""
        if page is not self._current:
            if self._current is not None:
                self._current.hide()
            self._current = page
            page.show()

    def current(self) -> PageView:
        """The page that is shown."""
        if self._current is None:
            raise RuntimeError("No page is shown yet")
        return self._current

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt's."""
        return QSize(0, super().minimumSizeHint().height())


class PageView(QWidget):
    """Everything under the inspector's heading."""

    chosen = Signal(str, object, str)
    opened = Signal(str)
    deleted = Signal(str)
    added = Signal(object)

    def __init__(self, kinds: frozenset[type[Record]], editor: Editor) -> None:
        super().__init__()
        self.kinds, self.editor = kinds, editor
        self.kind: type[Record] = next(iter(kinds)) if len(kinds) == 1 else Record
        self.page = shared_page(kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.title: TitleField | None = None
        if self.page.title:
            column.addWidget(self._make_title())
        self.together = KindsSection(editor) if len(kinds) > 1 else None
        if self.together is not None:
            column.addWidget(self.together)
        self.sections: list[SomeSection] = []
        self._stops: list[QWidget] = []
        """What Tab stops at, as it was last put in order."""
        some_kind = min(kinds, key=lambda kind: kind.__name__)
        for section in self.page.sections:
            made = self._make(section, some_kind)
            self.sections.append(made)
            column.addWidget(made)
        column.addStretch(1)
        self.retranslate()

    def fill(self, records: Sequence[Record]) -> None:
        """Shows these records."""
        if self.title is not None:
            value = common(self.editor.journey, records, self.page.title)
            hint = MIXED_WORD if value is MIXED else self.page.placeholder
            self.title.setPlaceholderText(self.editor.speech.say(hint))
            self.title.typing.show("" if value is MIXED else value or "")
        if self.together is not None:
            self.together.fill(records)
        keys = tuple(record.id for record in records)
        for section in self.sections:
            if isinstance(section, RowsSection):
                section.fill(records)
            elif isinstance(section, FeelingsSection):
                section.fill(keys)
            else:
                section.setVisible(len(keys) == 1)
                section.fill(keys)
        self._order()

    def _order(self) -> None:
        """Tab goes through the fields as they stand, also through those that came with these records."""
        found = tab_order.stops(self)
        if found != self._stops:
            self._stops = found
            tab_order.chain(found)

    def forget(self) -> None:
        """From now on it is about other records."""
        if self.title is not None:
            self.title.typing.forget()
        for section in self.sections:
            section.forget()

    def flush(self) -> None:
        """What is being typed is told."""
        if self.title is not None:
            self.title.typing.flush()
        for section in self.sections:
            section.flush()

    def retranslate(self) -> None:
        """Says everything in the language of now."""
        if self.title is not None:
            self.title.setAccessibleName(self.editor.speech.say(self.page.placeholder))
        if self.together is not None:
            self.together.retranslate()
        for section in self.sections:
            section.retranslate()

    def editor_of(self, name: str) -> FieldEditor:
        """The editor of a field."""
        for section in self.sections:
            if isinstance(section, RowsSection) and name in section.editors:
                return section.editors[name]
        raise KeyError(name)

    def cards(self, kind: type[Record]) -> CardsSection:
        """The section of cards of a kind."""
        return next(one for one in self.sections if isinstance(one, CardsSection) and one.kind is kind)

    def feelings(self) -> FeelingsSection:
        """The section of emotions."""
        return next(one for one in self.sections if isinstance(one, FeelingsSection))

    def _make_title(self) -> QWidget:
        self.title = TitleField()
        self.title.typing.said.connect(
            lambda text, opening: self.chosen.emit(self.page.title, text, f"{self.page.title} {opening}")
        )
        around = QWidget()
        inside = QVBoxLayout(around)
        inside.setContentsMargins(MARGIN - 9, 0, MARGIN - 9, 2)
        inside.addWidget(self.title)
        return around

    def _make(self, section: Rows | Cards | Feelings, kind: type[Record]) -> SomeSection:
        line = bool(self.sections) or self.together is not None
        if isinstance(section, Rows):
            rows = RowsSection(section, kind, self.editor, line=line)
            rows.chosen.connect(self.chosen)
            return rows
        if isinstance(section, Feelings):
            return FeelingsSection(self.editor, line=line)
        cards = CardsSection(section.kind, self.editor, line=line)
        cards.opened.connect(self.opened)
        cards.deleted.connect(self.deleted)
        cards.added.connect(self.added)
        return cards
