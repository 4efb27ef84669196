"""All that shows one document: toolbar, panels, pages and status bar around one editor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.document import Document
from journeyeditor.editor.editor import Editor, Told
from journeyeditor.model.change import Change
from journeyeditor.model.records import Lane
from journeyeditor.qt.accessible import announce
from journeyeditor.qt.look import hairline, wear
from journeyeditor.qt.messages import MARGIN, Banner
from journeyeditor.qt.parts.in_place import keep_typed
from journeyeditor.qt.window import asking
from journeyeditor.qt.window.clipboard import SystemClipboard
from journeyeditor.qt.window.health_popup import HealthPopup
from journeyeditor.qt.window.menus import show_context_menu
from journeyeditor.qt.window.mounting import mount
from journeyeditor.qt.window.panels import Panels
from journeyeditor.qt.window.status_bar import StatusBar
from journeyeditor.qt.window.toolbar import Toolbar
from journeyeditor.qt.window.workspace import Workspace

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

PageName = Literal["map", "table", "compare"]
BESIDE = 24
"""Around a text that is being typed nothing is covered, px."""


class Work(QWidget):
    """One document in a window. Pages and panels that are not asked for are not made."""

    turned = Signal()
    """Another page or panel is shown."""

    def __init__(self, window: MainWindow, document: Document) -> None:
        super().__init__(window)
        self.window_, self.document = window, document
        self.editor = Editor(document, window.program.settings, window.program.speech)
        self.desk = EditorDesk(self.editor)
        self.page: PageName = "map"
        self._told_about = ""
        self.notice: QWidget | None = None
        """A strip over the map that waits for an answer."""
        self._later: dict[str, Any] = {}
        self.toolbar = Toolbar(window.actions_by_id, self)
        self.workspace: Workspace = Workspace(self)
        self._map = QWidget()
        self.canvas: Any = mount("canvas", self.desk, self._map)
        self.panels = Panels(self.desk, self.canvas, self.workspace)
        self.status = StatusBar(window, self)
        self.health: HealthPopup = HealthPopup(self)
        self._lay_out()
        self.banner = Banner(self.workspace.middle, lambda text: self.editor.speech.say(text))  # noqa: PLW0108 - it changes
        self.editor.clipboard = SystemClipboard()
        self._ends: list[Callable[[], None]] = [
            self.editor.told.listen(self._tell),
            self.editor.changed.listen(self._untell),
            self.editor.selected.listen(self.banner.pass_on),
            self.editor.asked.listen(lambda ask: asking.show_ask(self, ask)),
            self.editor.announce.listen(lambda text: announce(self.canvas, text)),
        ]
        self.banner.said.connect(lambda text: announce(self.canvas, text))
        self.canvas.menu_wanted.connect(lambda target, place: show_context_menu(window, target, place))
        self.canvas.files_dropped.connect(window.open_files)
        self.workspace.arranged.connect(self._arranged)
        self.workspace.left_palette.connect(self.canvas.setFocus)
        self.workspace.middle.installEventFilter(self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.toolbar, hairline()):
            column.addWidget(part)
        column.addWidget(self.workspace, 1)
        column.addWidget(hairline())
        column.addWidget(self.status)
        wear(self._map, "desk")
        over = self._over = QVBoxLayout(self._map)
        over.setContentsMargins(0, 0, 0, 0)
        over.setSpacing(0)
        over.addWidget(self.panels.over)
        over.addWidget(self.canvas, 1)
        self._under_people = hairline()
        self._under_people.setParent(self._map)
        self._under_people.hide()
        self.canvas.moved.connect(self._show_edge)
        self.workspace.middle.addWidget(self._map)

    @property
    def inspector(self) -> Any:
        """Shows what is selected."""
        return self.panels.part("inspector")

    @property
    def parking_lot(self) -> Any:
        """Notes without a place."""
        return self.panels.part("parking lot")

    # -- pages ------------------------------------------------------------------------------------------------------
    def turn_to(self, page: PageName) -> None:
        """Shows the map, the table or the comparison."""
        if page != "map":
            self.commit_text()
        self.page = page
        shown = self._map if page == "map" else self.part(page)
        if self.workspace.middle.indexOf(shown) < 0:
            self.workspace.middle.addWidget(shown)
        self.workspace.middle.setCurrentWidget(shown)
        self.banner.place()
        self.workspace.go_with(palette=page == "map", inspector=page != "compare")
        (self.canvas if page == "map" else shown).setFocus()
        self.turned.emit()

    def part(self, name: str) -> Any:
        """A page or panel that is made when it is first asked for: table, compare, find, history."""
        if name not in self._later:
            parents = {"find": self._map, "history": self.panels.side, "table": self, "compare": self}
            arguments = (self.desk, self.canvas) if name == "find" else (self.desk,)
            made = mount(name, *arguments, parents[name])
            self._later[name] = made
            if name == "find":
                self._over.insertWidget(1, made)
            elif name == "history":
                self.panels.side.addWidget(made)
        return self._later[name]

    def put_over(self, notice: QWidget) -> None:
        """Shows a strip over the map that waits for an answer."""
        self.notice = notice
        self._over.insertWidget(1, notice)
        notice.show()

    def made(self, name: str) -> Any | None:
        """Such a page or panel, if it has been made."""
        return self._later.get(name)

    # -- panels -----------------------------------------------------------------------------------------------------
    @property
    def history_shown(self) -> bool:
        """Whether the list of steps stands in the inspector's place."""
        history = self.made("history")
        return history is not None and self.panels.side.currentWidget() is history and self.workspace.inspector_shown

    def toggle_history(self) -> None:
        """Puts the list of steps into the inspector's place, or takes it away again."""
        shown = self.history_shown
        self.panels.side.setCurrentWidget(self.inspector if shown else self.part("history"))
        if not shown and not self.workspace.inspector_shown:
            self.workspace.toggle_inspector()
        self.turned.emit()

    def show_inspector(self) -> None:
        """Brings the inspector before the history, and shows it if it is hidden."""
        self.panels.side.setCurrentWidget(self.inspector)
        if not self.workspace.inspector_shown:
            self.workspace.toggle_inspector()

    def _show_edge(self) -> None:
        """The line under the personas, only while paper lies beneath them."""
        top = float(self.canvas.to_view(0, 0).y())
        self._under_people.setGeometry(0, self.canvas.y(), self._map.width(), 1)
        self._under_people.setVisible(top < 0)
        self._under_people.raise_()

    # -- keeping up -------------------------------------------------------------------------------------------------
    def retranslate(self) -> None:
        """Everything in the language of the editor."""
        for part in (*self.panels.all(), *self._later.values()):
            part.retranslate()
        self.health.retranslate()
        self.status.retranslate()
        self.banner.retranslate()

    def close_down(self) -> None:
        """Nobody listens any more."""
        self.commit_text()
        for end in self._ends:
            end()
        self.status.close_down()
        self.editor.close()

    def commit_text(self) -> None:
        """Keeps what is being typed on the map, in a list or in a field."""
        self.canvas.commit_text()
        keep_typed(self.window())

    def _tell(self, told: Told) -> None:
        self._told_about = told.about
        about = (told.about,) if told.about else ()
        alarming = not told.about and not told.calm
        self.banner.tell(told.problem, told.advice, alarming=alarming, about=about)
        QTimer.singleShot(0, self, self._clear_way)  # what it tells of may be opened to be typed now

    def _clear_way(self) -> None:
        """The banner does not cover the text that is being typed."""
        typed = QApplication.focusWidget()
        if typed is None or not self.canvas.viewport().isAncestorOf(typed):
            return
        around, corner = self.workspace.middle, QPoint(0, 0)
        box = QRect(typed.mapTo(around, corner), typed.size()).adjusted(-BESIDE, -BESIDE, BESIDE, BESIDE)
        if box.intersects(self.banner.geometry()):
            self.banner.move(self.banner.x(), self.canvas.mapTo(around, corner).y() + MARGIN)

    def _untell(self, change: Change) -> None:
        """What was taken back, or is not what is being done, is not said any longer."""
        self.banner.pass_on(change.pairs)
        if self._told_about and not self._is_there(self._told_about):
            self._told_about = ""
            self.banner.hide()

    def _is_there(self, key: str) -> bool:
        record = self.editor.journey.get(key)
        return record is not None and not (isinstance(record, Lane) and record.hidden)

    def _arranged(self) -> None:
        self.panels.fit()
        self.turned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """What lies over the desk goes along."""
        super().resizeEvent(event)
        self.toolbar.fit(self.width())
        self.status.fit(self.width())
        self.health.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses the button that has the keyboard, as in dialogs."""
        button = QApplication.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(button, QAbstractButton):
            button.click()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The banner stays at the bottom of the page."""
        if watched is self.workspace.middle and event.type() == QEvent.Type.Resize:
            self.banner.place()
        return super().eventFilter(watched, event)
