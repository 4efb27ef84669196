"""The panels around the map: made once the map has been painted for the first time, so that it is seen early."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from journeyeditor.qt.look import hairline, wear
from journeyeditor.qt.window.mounting import mount
from journeyeditor.qt.window.workspace import STRIP, Workspace

if TYPE_CHECKING:
    from journeyeditor.editor.desk import EditorDesk

PERSONAS_HEIGHT = 60
LOT = 190
"""So many px the parking lot may take in any case, and all that the palette leaves."""


class Panels(QObject):
    """Personas bar, palette, parking lot, inspector. Whoever asks for one before its time gets it at once."""

    def __init__(self, desk: EditorDesk, canvas: Any, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._desk, self._canvas, self._workspace = desk, canvas, workspace
        self._made: dict[str, Any] = {}
        self.over = wear(QFrame(), "desk")
        """Where the personas stand."""
        self.over.setFixedHeight(PERSONAS_HEIGHT)
        self._over_column = QVBoxLayout(self.over)
        self._over_column.setContentsMargins(0, 0, 0, 0)
        self.side = QStackedWidget()
        """The inspector, and what takes its place."""
        workspace.right_column.addWidget(self.side)
        self._lot_edge = hairline()
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The first picture of the map is on its way: now the rest."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.make)
        return False

    def make(self) -> None:
        """Makes them all, if they are not there."""
        if self._made:
            return
        workspace, desk, canvas = self._workspace, self._desk, self._canvas
        made = self._made
        made["personas"] = mount("personas", desk, self.over)
        made["palette"] = mount("palette", desk, canvas, workspace.left)
        made["parking lot"] = mount("parking lot", desk, canvas, workspace.left)
        made["inspector"] = mount("inspector", desk, self.side)
        self._over_column.addWidget(made["personas"])
        left = workspace.left_column
        left.addWidget(made["palette"], 1)
        left.addWidget(self._lot_edge)
        left.addWidget(made["parking lot"])
        self.side.insertWidget(0, made["inspector"])
        if self.side.count() == 1:
            self.side.setCurrentWidget(made["inspector"])
        canvas.text_unseen.connect(self._named_there)
        self.fit()

    def _named_there(self, key: str) -> None:
        """Something was made that stands nowhere on the map: it is named in the inspector."""
        if self._desk.editor.selection != (key,):
            return
        if not self._workspace.inspector_shown:
            self._workspace.toggle_inspector()
        self.side.setCurrentWidget(self._made["inspector"])
        self._made["inspector"].focus_title(self._canvas)

    def part(self, name: str) -> Any:
        """One of them."""
        self.make()
        return self._made[name]

    def all(self) -> list[Any]:
        """Those that are made."""
        return list(self._made.values())

    def fit(self) -> None:
        """A strip shows no parking lot, and miniatures without names."""
        if self._made:
            strip = self._workspace.palette_width == STRIP
            self._made["palette"].set_narrow(strip)
            self._made["parking lot"].setVisible(not strip)
            self._lot_edge.setVisible(not strip)
            room = self._workspace.height() - self._made["palette"].sizeHint().height() - 1
            self._made["parking lot"].setMaximumHeight(max(room, LOT))
