"""The templates and examples, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from journeyeditor.editor.starting import Choice
from journeyeditor.errors import Message, counted, message
from journeyeditor.model.journey import Journey
from journeyeditor.qt.look import label, put_icon, wear
from journeyeditor.qt.parts.emptying import empty
from journeyeditor.qt.start.pictures import template_picture
from journeyeditor.qt.start.tile import MARGIN, WIDTH, BlankTile, ExampleTile, FileTile, Tile
from journeyeditor.words import Words

GAP_ACROSS, GAP_DOWN = 24, 20
SIDE, RIGHT = 40, 16
"""Beside the tiles; the scroll bar, which comes and goes, stands beside them at the right. Px."""
LANGUAGES = {"en": "English", "fr": "Français"}
"""Each in its own words."""


class Known(msgspec.Struct, frozen=True):
    """What is in a file: how many personas and touchpoints, and what it is about in its own words."""

    people: int = 0
    touchpoints: int = 0
    scenario: str = ""


class Gallery(QScrollArea):
    """Everything to begin with. One of it is chosen."""

    chosen = Signal(object)
    """The `Choice`."""
    begun = Signal(object)
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its tiles take the keys
        self._inside = wear(QWidget(), "desk")
        self._inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(self._inside)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(SIDE - MARGIN, 32, RIGHT, 32)
        self._column.setSpacing(12)
        self._grids: list[tuple[QGridLayout, list[Tile]]] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._across = 0
        self.tiles: list[Tile] = []
        self._choices: dict[str, Choice] = {}

    def fill(self, choices: list[Choice], speech: Words, facts: Callable[[Choice], Known]) -> None:
        """Shows these, in the words of a language. `facts` tells what is in one."""
        before = self.choice
        self._clear()
        self._choices = {self._key(one): one for one in choices}
        self._section(message("Your templates"), [one for one in choices if one.own], speech)
        shipped = [one for one in choices if not one.own and not one.example]
        self._section(message("Start a journey"), shipped, speech, with_file=True)
        examples = [one for one in choices if one.example]
        self._section(message("Worked examples"), examples, speech, facts)
        self._column.addStretch(1)
        self._across = 0
        self._arrange()
        wanted = self._key(before) if before is not None else "shipped/loyalty-6"
        tile = next((tile for tile in self.tiles if tile.key == wanted), self.tiles[0] if self.tiles else None)
        if tile is not None:
            tile.setChecked(True)

    @property
    def choice(self) -> Choice | None:
        """What is chosen."""
        return next((self._choices.get(tile.key) for tile in self.tiles if tile.isChecked()), None)

    # -- filling ----------------------------------------------------------------------------------------------------
    def _section(
        self,
        title: Message,
        choices: list[Choice],
        speech: Words,
        facts: Callable[[Choice], Known] | None = None,
        *,
        with_file: bool = False,
    ) -> None:
        if not choices:
            return
        heading = label(speech.say(title), "heading")
        heading.setContentsMargins(MARGIN, 12 if self._grids else 0, 0, 0)
        self._column.addWidget(heading)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_ACROSS - 2 * MARGIN)
        grid.setVerticalSpacing(GAP_DOWN - MARGIN)
        self._column.addLayout(grid)
        tiles = [self._tile(choice, speech, facts) for choice in choices]
        if with_file:
            tiles.append(self._file_tile(speech))
        self._grids.append((grid, tiles))

    def _tile(self, choice: Choice, speech: Words, facts: Callable[[Choice], Known] | None) -> Tile:
        key = self._key(choice)
        plain = BlankTile(key) if choice.is_blank else Tile(key)
        tile = ExampleTile(key) if facts is not None else plain
        tile.say(speech.say(choice.title), speech.say(choice.line))
        path = choice.path(speech.language)
        tile.picture = template_picture(path)
        if facts is not None and isinstance(tile, ExampleTile):
            known = facts(choice)
            tile.say(tile.name, known.scenario or tile.line)
            language = next(iter(choice.languages))
            parts = [
                LANGUAGES.get(language, language),
                speech.say(counted("{n} persona", "{n} personas", known.people)),
                speech.say(counted("{n} touchpoint", "{n} touchpoints", known.touchpoints)),
            ]
            tile.facts = " · ".join(parts)
        tile.clicked.connect(lambda _checked=False, one=choice: self.chosen.emit(one))
        tile.begun.connect(lambda one=choice: self.begun.emit(one))
        tile.walked.connect(lambda key, one=tile: self.walk(one, key))
        self._group.addButton(tile)
        self.tiles.append(tile)
        return tile

    def _file_tile(self, speech: Words) -> Tile:
        tile = FileTile("file")
        tile.setCheckable(False)
        put_icon(tile, "download", "muted")
        tile.setText(speech.say("Drop a file here, or choose one"))
        tile.say(speech.say("From a file"), speech.say("CSV, Mermaid or JSON, with a preview"))
        tile.clicked.connect(self.file_wanted)
        tile.walked.connect(lambda key: self.walk(tile, key))
        return tile

    def _clear(self) -> None:
        self.tiles = []
        self._grids = []
        empty(self._column)

    # -- keys ------------------------------------------------------------------------------------------------------
    def walk(self, tile: Tile, key: int) -> bool:
        """Goes from a tile to the next one in the direction of an arrow, as they stand; False where none is there.

        At the end of a row Left and Right go on with the row above or below.
        """
        rows = self._rows()
        row = next(number for number, some in enumerate(rows) if tile in some)
        flat = [one for some in rows for one in some]
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            at = flat.index(tile) + (1 if key == Qt.Key.Key_Right else -1)
            found = flat[at] if 0 <= at < len(flat) else None
        else:
            y = row + (1 if key == Qt.Key.Key_Down else -1)
            wanted = tile.geometry().center().x()
            beside = rows[y] if 0 <= y < len(rows) else []
            found = min(beside, key=lambda one: abs(one.geometry().center().x() - wanted), default=None)
        if found is None:
            return False
        found.setFocus(Qt.FocusReason.TabFocusReason)
        if found.isCheckable():
            found.click()
        self.ensureWidgetVisible(found)
        return True

    def _rows(self) -> list[list[Tile]]:
        """All tiles as they stand, row by row."""
        made: list[list[Tile]] = []
        for grid, tiles in self._grids:
            rows: dict[int, list[Tile]] = {}
            for tile in tiles:
                place = grid.getItemPosition(grid.indexOf(tile))
                rows.setdefault(int(place[0]), []).append(tile)  # type: ignore[index]
            made += [rows[y] for y in sorted(rows)]
        return made

    # -- places -----------------------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """As many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        gap = GAP_ACROSS - 2 * MARGIN
        room = self.viewport().width() - (SIDE - MARGIN) - RIGHT
        across = max(1, (room + gap) // (WIDTH + 2 * MARGIN + gap))
        if across == self._across:
            return
        self._across = across
        for grid, tiles in self._grids:
            wide = 2 if tiles and isinstance(tiles[0], ExampleTile) else 1
            columns = max(1, across // wide)
            for number, tile in enumerate(tiles):
                row, column = divmod(number, columns)
                grid.addWidget(
                    tile, row, column * wide, 1, wide, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
                )
            grid.setColumnStretch(across, 1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """One column."""
        return QSize(WIDTH + 2 * SIDE, 320)

    @staticmethod
    def _key(choice: Choice) -> str:
        return f"{'own' if choice.own else 'shipped'}/{choice.name}"


def known_of(journey: Journey) -> Known:
    """What a tile tells of a journey."""
    scenario = " ".join(journey.head.scenario.split())
    return Known(len(journey.personas()), len(journey.touchpoints()), scenario)
