"""The palette: everything that can be put on the map, in groups."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from journeyeditor.editor.commands.adding import add_item
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.errors import Message, message
from journeyeditor.model.records import Line
from journeyeditor.qt.look import wear
from journeyeditor.qt.palette.carrying import Carrier
from journeyeditor.qt.palette.tile import Tile
from journeyeditor.qt.parts.labels import SMALL, Tone
from journeyeditor.qt.parts.listening import listen
from journeyeditor.qt.parts.overlay import OverlayArea
from journeyeditor.tools.events import ItemKind
from journeyeditor.words import TERMS

WIDTH, NARROW, MARGIN, GAP = 208, 56, 16, 8
"""Of the panel, of the strip; px."""

GROUPS: tuple[tuple[Message, tuple[ItemKind, ...]], ...] = (
    (message("Structure"), ("stage", "touchpoint", "lane", "line")),
    (message("Findings"), ("pain", "gain", "opportunity", "quote", "measure", "note")),
    (message("People"), ("persona",)),
)
NAMES: dict[ItemKind, Message] = {
    "stage": message("Stage"),
    "touchpoint": message("Touchpoint"),
    "lane": message("Lane"),
    "line": message("Line"),
    "pain": message("Pain point"),
    "gain": message("Gain"),
    "opportunity": message("Opportunity"),
    "quote": message("Quote"),
    "measure": message("Measure"),
    "note": message("Note"),
    "persona": message("Persona"),
}
TIP = message("{item}: drag it onto the map, or click to add it at the selection")
LANE_KINDS = tuple(TERMS["lane"])
LINE_KINDS = tuple(TERMS["line"])


class PalettePanel(OverlayArea):
    """Tiles to drag or click, 208 px wide, or a strip of 56 px of miniatures."""

    def __init__(self, desk: EditorDesk, canvas: Carrier | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.tiles: dict[ItemKind, Tile] = {}
        self._titles: list[tuple[Tone, Message]] = []
        self._grids: list[QGridLayout] = []
        self._narrow = False
        inside = wear(QWidget(), "chrome")
        wear(self.viewport(), "chrome")
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(GAP)
        for title, items in GROUPS:
            self._group(title, items, canvas)
        self._column.addStretch(1)
        self._inside = inside
        self.setWidget(inside)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)  # the parking lot says what it needs
        self.setFocusProxy(self.tiles["stage"])
        self.set_narrow(narrow=False)
        listen(self, desk.editor.viewed, self._viewed)
        self.retranslate()

    def set_narrow(self, narrow: bool) -> None:
        """A strip of miniatures without names, or the whole panel."""
        self._narrow = narrow
        side = (NARROW - 48) // 2 if narrow else MARGIN
        self._column.setContentsMargins(side, 12, side, 12)
        self.setFixedWidth(NARROW if narrow else WIDTH)
        for label, _ in self._titles:
            label.setVisible(not narrow)
        columns = 1 if narrow else 2
        for grid, (_, items) in zip(self._grids, GROUPS, strict=True):
            for number, item in enumerate(items):
                tile = self.tiles[item]
                tile.set_narrow(narrow)
                wide = 2 if not narrow and item == "persona" else 1
                grid.addWidget(tile, number // columns, number % columns, 1, wide)

    def retranslate(self) -> None:
        """Says everything in the language of now."""
        say = self.desk.editor.speech.say
        for label, title in self._titles:
            label.setText(say(title))
        for item, tile in self.tiles.items():
            name = say(NAMES[item])
            tile.setText(name)
            tile.setAccessibleName(name)
            tile.setToolTip(say(TIP.filled(item=NAMES[item])))

    def _viewed(self, _none: None) -> None:
        self.retranslate()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As tall as its tiles."""
        return QSize(NARROW if self._narrow else WIDTH, self._inside.sizeHint().height())

    def _group(self, title: Message, items: tuple[ItemKind, ...], canvas: Carrier | None) -> None:
        label = Tone("", "muted", SMALL, bold=True)
        self._titles.append((label, title))
        self._column.addWidget(label)
        grid = QGridLayout()
        grid.setSpacing(GAP)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, item in enumerate(items):
            tile = Tile(item, canvas, wide=item == "persona")
            tile.clicked.connect(lambda _checked=False, item=item: self._clicked(item))
            grid.addWidget(tile, number // 2, number % 2)
            self.tiles[item] = tile
        self._grids.append(grid)
        self._column.addLayout(grid)
        self._column.addSpacing(4)

    def _clicked(self, item: ItemKind) -> None:
        if item in ("lane", "line"):
            tile = self.tiles[item]
            self.kinds_menu(item).exec(tile.mapToGlobal(QPoint(0, tile.height() + 2)))
        else:
            self._add(item)

    def kinds_menu(self, item: ItemKind) -> QMenu:
        """The kinds of lane or line to choose from; a line that is there already cannot be added again."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        there = {line.kind for line in self.desk.journey.all(Line)} if item == "line" else set()
        for kind in LANE_KINDS if item == "lane" else LINE_KINDS:
            action = QAction(self.desk.editor.speech.term(item, kind).replace("&", "&&"), menu)
            action.setEnabled(kind not in there)
            action.triggered.connect(lambda _checked=False, kind=kind: self._add(item, kind))
            menu.addAction(action)
        return menu

    def _add(self, item: ItemKind, detail: str = "") -> None:
        add_item(self.desk.editor, item, detail)
