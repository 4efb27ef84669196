"""The status bar: map health, what a gesture does, when it was saved, paper, zoom."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from journeyeditor.editor.about_document import paper_name, saved_text
from journeyeditor.errors import Message
from journeyeditor.qt.look import hairline, label, put_icon, watcher, wear

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow
    from journeyeditor.qt.window.work import Work

HEIGHT = 32
TRUE_SIZE = 96 / 25.4
HEALTH_REST = 400
"""Milliseconds without a change after which the map is looked over."""
SHARE = 10
"""On a long map the hands have to rest this many times as long as looking it over takes."""
HEALTH_FIRST = 600
"""Milliseconds after the window opened: the picture comes before the graph is loaded."""
SHORT_BELOW = 760


class StatusBar(QFrame):
    """32 px along the bottom of the window."""

    def __init__(self, window: MainWindow, work: Work) -> None:
        super().__init__(work)
        self._window, self._work = window, work
        wear(self, "chrome")
        self.setFixedHeight(HEIGHT)
        self.health = wear(QToolButton(), "pill")
        self.health.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.health.setIconSize(QSize(16, 16))
        self.health.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.health.clicked.connect(lambda: work.health.toggle())  # noqa: PLW0108 - made later
        self._what, self._how = label(), label(look="muted")
        font = self._what.font()
        font.setBold(True)
        self._what.setFont(font)
        self.saved, self.paper = label(look="muted"), label(look="muted")
        self.zoom = label(look="")
        self.zoom.setMinimumWidth(44)
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._problems = -1
        self._rest = HEALTH_REST
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.timeout.connect(self._look_over)
        editor = work.editor
        self._ends: list[Callable[[], None]] = [
            work.desk.marked.listen(lambda _: self._show_hint()),
            editor.changed.listen(lambda _: self._changed()),
            editor.viewed.listen(lambda _: self.refresh()),
        ]
        work.canvas.zoomed.connect(lambda _zoom: self._show_zoom())
        watcher.changed.connect(self._show_health)
        self._looking.start(HEALTH_FIRST)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(self.health)
        row.addSpacing(12)
        row.addWidget(self._what)
        row.addSpacing(4)
        row.addWidget(self._how)
        row.addStretch(1)
        row.addWidget(self.saved)
        self._lines = [self._line(row)]
        row.addWidget(self.paper)
        self._lines.append(self._line(row))
        actions = self._window.actions_by_id
        for one in ("zoom-out", None, "zoom-in", "fit-page"):
            if one is None:
                row.addWidget(self.zoom)
                continue
            button = wear(QToolButton(), "status")
            button.setDefaultAction(actions[one])
            button.setIconSize(QSize(16, 16))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)

    def _line(self, row: QHBoxLayout) -> QFrame:
        line = hairline(upright=True)
        line.setFixedHeight(16)
        row.addSpacing(8)
        row.addWidget(line)
        row.addSpacing(8)
        return line

    def fit(self, width: int) -> None:
        """Leaves out what there is no room for."""
        short = width < SHORT_BELOW
        for part in (self.saved, self.paper, *self._lines):
            part.setVisible(not short)

    # -- what it says -----------------------------------------------------------------------------------------------
    def retranslate(self) -> None:
        """Everything in the language of the editor."""
        self.zoom.setToolTip(self._say("Size on the screen; 100 % is true size"))
        self.health.setToolTip(self._say("What the map still lacks"))
        self.refresh()
        self._show_health()
        self._show_hint()
        self._show_zoom()

    def refresh(self) -> None:
        """Shows file and paper as they are now."""
        speech, document = self._work.editor.speech, self._work.document
        self.saved.setText(saved_text(speech, document, self._window.saved_at))
        self.paper.setText(paper_name(speech, self._work.editor.paper()))

    def close_down(self) -> None:
        """Nobody listens any more."""
        self._looking.stop()
        for end in self._ends:
            end()

    def _say(self, text: Message | str) -> str:
        return self._work.editor.speech.say(text)

    def _changed(self) -> None:
        self.refresh()
        self._looking.start(self._rest)

    def _show_hint(self) -> None:
        hint = self._work.desk.hint
        self._what.setText(self._say(hint.what) if hint is not None else "")
        more = [self._say(one) for one in (hint.how, hint.leave) if one is not None] if hint is not None else []
        self._how.setText(" · ".join(more))

    def _show_zoom(self) -> None:
        zoom: float = self._work.canvas.zoom
        self.zoom.setText(self._work.editor.speech.percent(round(zoom / TRUE_SIZE * 100)))

    # -- health -----------------------------------------------------------------------------------------------------
    def _look_over(self) -> None:
        if self._work.health.is_open:  # the list looks by itself, and says how many it has found
            return
        if self._work.editor.history.is_trying or self._work.editor.typing is not None:
            self._looking.start(self._rest)
            return
        from journeyeditor.editor.whole_health import health_of  # noqa: PLC0415 - after the first picture

        start = time.process_time()
        self.show_problems(len(health_of(self._work.editor.journey, self._work.editor.document.path)))
        self._rest = max(HEALTH_REST, round((time.process_time() - start) * 1000 * SHARE))

    def show_problems(self, number: int) -> None:
        """How many things map health has found, as the list has just counted them."""
        self._problems = number
        self._show_health()

    def _show_health(self) -> None:
        number = max(0, self._problems)
        put_icon(self.health, "activity" if number else "check", "attention" if number else "gain", 16)
        text = self._say("Map health")
        self.health.setText(f" {text}  {number}" if number else f" {text}")
        told = self._work.editor.speech.plural("{n} thing to look at", "{n} things to look at", number)
        told = told if number else self._say("nothing is missing")
        self.health.setAccessibleName(self._work.editor.speech.say("{label}: {value}", label=text, value=told))
