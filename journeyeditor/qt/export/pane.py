"""The left side of the dialog: everything that can be wished, in five groups. What does not apply stays visible,
switched off, with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.editor.exporting import Wish, reasons
from journeyeditor.errors import JourneyError, Message, message
from journeyeditor.layout.paper import SIZES, find_paper
from journeyeditor.model.journey import Journey
from journeyeditor.model.naming import NAMELESS
from journeyeditor.model.records import Persona
from journeyeditor.qt.export.own_size import OwnSizeDialog
from journeyeditor.qt.look import hairline, label, wear
from journeyeditor.qt.look.icons import faint_pixmap
from journeyeditor.qt.parts.portraits import paint_portrait
from journeyeditor.qt.parts.segmented import Segmented
from journeyeditor.qt.parts.symbols import style_icon
from journeyeditor.words import TERMS, Words

WIDTH, LABEL, BAR, MARKER = 320, 100, 12, 16
"""Of the pane, of the labels' column, of the scroll bar, and of a persona's marker; px."""
DIM = 0.45
"""How strong the portrait of a hidden persona is."""
PAPERS = ("A4", "A3", "A2", "A1", "A0", "B1", "B0", "Letter", "Tabloid", "Arch D", "Arch E")
OWN = "\0own"
"""What is chosen to ask for a size of one's own; it stands last."""
SHEETS = ("A4", "A3", "Letter", "Legal", "Tabloid")
TILES: tuple[tuple[int, int] | None, ...] = (None, (2, 1), (2, 2), (3, 2), (3, 3), (4, 3), (4, 4), (5, 5))
DPI = (96, 150, 200, 300, 600)
FURTHER = {
    "actions": message("Action list"),
    "personas": message("A page for each persona"),
    "priorities": message("Priorities"),
    "parking-lot": message("Parking lot"),
    "measures": message("Measures"),
}
DATA = {
    "csv": message("Table of the whole map (CSV)"),
    "actions": message("Action list (CSV)"),
    "measures": message("Measures (CSV)"),
    "notes": message("Notes (CSV)"),
    "json": message("The whole journey (JSON)"),
    "mermaid": message("Mermaid diagram"),
    "markdown": message("Markdown text"),
}


class SettingsPane(QScrollArea):
    """Shows a wish, and tells of another one as soon as a hand asks for it."""

    changed = Signal(object)
    """A `Wish`."""

    def __init__(self, journey: Journey, wish: Wish, speech: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keys
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.wish = wish
        self._journey, self._speech = journey, speech
        self._say = speech.say
        self._controls: dict[str, list[QWidget]] = {}
        self._reasons: dict[str, tuple[QCheckBox, Message]] = {}
        self._boxes: dict[str, QCheckBox] = {}
        self._refill: list[Callable[[Wish], None]] = []
        self._filling = False
        inside = wear(QWidget(), "chrome")
        self._column = QVBoxLayout(inside)
        inside.setFixedWidth(WIDTH - BAR)
        self._column.setContentsMargins(16, 16, 8, 16)
        self._column.setSpacing(8)
        self.setWidget(inside)
        self._build()
        self._show()

    @property
    def last(self) -> QWidget:
        """The control that Tab comes to last."""
        return [one for one in self.findChildren(QCheckBox) if one.focusPolicy() & Qt.FocusPolicy.TabFocus][-1]

    def ask(self, **fields: Any) -> None:
        """Another wish, as if a hand had asked for it."""
        if self._filling:
            return
        self.wish = replace(self.wish, **fields)
        self._show()
        self.changed.emit(self.wish)

    # -- building ---------------------------------------------------------------------------------------------------
    def _build(self) -> None:
        say = self._say
        self._segments("format", {"pdf": "PDF", "svg": "SVG", "png": "PNG", "data": say("Data")}, wide=True)
        self.data = self._choice("data", say("What"), [(say(text), key) for key, text in DATA.items()], alone=True)
        self._line()
        self._heading(say("Poster"))
        sizes = [(self._paper_name(name), name) for name in PAPERS]
        self.paper = self._choice("paper", say("Size"), [*sizes, (say("A size of your own…"), OWN)], others=True)
        ways = {"landscape": say("Landscape"), "portrait": say("Portrait")}
        self._segments("orientation", ways, say("Direction"))
        self._choice("dpi", say("Resolution"), [(say("{dpi} dpi", dpi=dpi), float(dpi)) for dpi in DPI])
        self._line()
        self._sheets()
        self._line()
        self._heading(say("Personas"))
        for persona in self._journey.personas():
            self._persona(persona)
        self._check("each_persona", message("One poster for each persona"))
        self._line()
        self._heading(say("Look"))
        self._choice("theme", say("Theme"), [(say(text), key) for key, text in TERMS["theme"].items()])
        inks = {"colour": say("Colour"), "grey": say("Grey")}
        self._segments(
            "grey", inks, say("Ink"), to=lambda key: key == "grey", back=lambda on: "grey" if on else "colour"
        )
        self._check("blank", message("Empty, for sticky notes"))
        self._check("keep_touchpoints", message("Keep its touchpoints"))
        self._check("bleed", message("Bleed 3 mm"))
        self._line()
        self._heading(say("Pages after the poster"))
        for key, text in FURTHER.items():
            self._further(key, text)
        self._column.addStretch(1)

    def _sheets(self) -> None:
        say = self._say
        self._heading(say("Sheets"))
        ways = {"one": say("One sheet"), "tiles": say("Tiles")}
        self._segments(
            "tiles", ways, say("Print on"), to=lambda key: key == "tiles", back=lambda on: "tiles" if on else "one"
        )
        sheets = [(name, name) for name in SHEETS]
        self._choice("sheet", say("Printer paper"), sheets)
        tiles = [
            (say("True size"), None),
            *(
                (say("{columns} × {rows}, made to fit", columns=found[0], rows=found[1]), found)
                for found in TILES
                if found is not None
            ),
        ]
        self._choice("sheets", say("Tiles"), tiles)
        self._length("overlap", say("Overlap"), 0, 60)
        self._length("printer_margin", say("Printer margin"), 0, 30)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        for field, text in (("marks", message("Cut marks")), ("sheet_map", message("Sheet map"))):
            row.addWidget(self._box(field, text), 1)
        holder = QWidget()
        holder.setLayout(row)
        self._column.addWidget(holder)

    def _paper_name(self, name: str) -> str:
        """With its size; a size of one's own is its name."""
        try:
            sheet = find_paper(name, self.wish.orientation)
        except JourneyError:
            return name
        sides = [self._speech.number(side, 1 if side % 1 else 0) for side in (sheet.width, sheet.height)]
        if name not in SIZES:
            return self._say("{width} × {height} mm", width=sides[0], height=sides[1])
        return self._say("{paper}, {width} × {height} mm", paper=name, width=sides[0], height=sides[1])

    def _heading(self, text: str) -> None:
        self._column.addWidget(label(text, "section"))

    def _line(self) -> None:
        self._column.addSpacing(2)
        self._column.addWidget(hairline())
        self._column.addSpacing(2)

    def _row(self, name: str, control: QWidget, field: str) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        told = label(name, "muted")
        told.setFixedWidth(LABEL - 12)
        told.setBuddy(control)
        control.setAccessibleName(name)
        grid.addWidget(told, 0, 0)
        grid.addWidget(control, 0, 1)
        grid.setColumnStretch(1, 1)
        holder = QWidget()
        holder.setLayout(grid)
        self._column.addWidget(holder)
        self._controls.setdefault(field, []).append(holder)

    def _choice(
        self, field: str, name: str, items: Sequence[tuple[str, object]], *, others: bool = False, alone: bool = False
    ) -> QComboBox:
        """A list beside its name; `alone` over the whole width, where its lines are long. With `others` it shows a
        value that is none of its items too.
        """
        box = QComboBox()
        keys = [key for _, key in items]
        for text, _ in items:
            box.addItem(text)

        def refill(wish: Wish) -> None:
            value = getattr(wish, field)
            if value not in keys and others:
                keys.insert(-1, value)
                box.insertItem(len(keys) - 2, str(value))
            if field == "paper":
                for number, key in enumerate(keys[:-1]):
                    box.setItemText(number, self._paper_name(str(key)))
            box.setCurrentIndex(keys.index(value) if value in keys else 0)

        box.activated.connect(lambda index: self._take(field, keys[index]))
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._refill.append(refill)
        if alone:
            box.setAccessibleName(name)
            self._column.addWidget(box)
            self._controls.setdefault(field, []).append(box)
        else:
            self._row(name, box, field)
        return box

    def _take(self, field: str, value: object) -> None:
        if value != OWN:
            self.ask(**{field: value})
            return
        try:
            sheet = find_paper(self.wish.paper, self.wish.orientation)
        except JourneyError:
            sheet = find_paper("A3", self.wish.orientation)
        dialog = OwnSizeDialog(sheet.width, sheet.height, self._speech, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.ask(paper=dialog.paper, orientation=dialog.orientation)
        else:
            self._show()
        dialog.deleteLater()

    def _segments(
        self,
        field: str,
        texts: dict[str, str],
        name: str = "",
        *,
        to: Callable[[str], object] = str,
        back: Callable[[Any], str] = str,
        wide: bool = False,
    ) -> None:
        segments = Segmented(list(texts), can_be_empty=False)
        segments.name(list(texts.values()))
        segments.chosen.connect(lambda key: self.ask(**{field: to(key)}))
        self._refill.append(lambda wish: segments.show_value(back(getattr(wish, field))))
        if wide:
            self._column.addWidget(segments)
            self._controls.setdefault(field, []).append(segments)
        else:
            self._row(name, segments, field)

    def _length(self, field: str, name: str, least: float, most: float) -> None:
        spin = QDoubleSpinBox()
        spin.setRange(least, most)
        spin.setDecimals(0)
        spin.setSuffix(" mm")
        spin.setKeyboardTracking(False)
        spin.lineEdit().setTextMargins(6, 0, 0, 0)
        spin.valueChanged.connect(lambda value: self.ask(**{field: value}))
        self._refill.append(lambda wish: spin.setValue(getattr(wish, field)))
        self._row(name, spin, field)

    def _check(self, field: str, text: Message) -> None:
        self._column.addWidget(self._box(field, text))
        self._reasons[field] = (self._boxes[field], text)

    def _box(self, field: str, text: Message) -> QCheckBox:
        box = self._boxes[field] = QCheckBox(self._say(text))
        box.clicked.connect(lambda on: self.ask(**{field: on}))
        self._refill.append(lambda wish: box.setChecked(getattr(wish, field)))
        self._controls.setdefault(field, []).append(box)
        return box

    def _further(self, key: str, text: Message) -> None:
        box = QCheckBox(self._say(text))

        def clicked(on: bool) -> None:
            chosen = {*self.wish.further, key} if on else set(self.wish.further) - {key}
            self.ask(further=tuple(one for one in FURTHER if one in chosen))

        box.clicked.connect(clicked)
        self._refill.append(lambda wish: box.setChecked(key in wish.further))
        self._column.addWidget(box)
        self._controls.setdefault("further", []).append(box)

    def _persona(self, persona: Persona) -> None:
        box = QCheckBox(persona.name.strip() or self._say(NAMELESS))
        picture = QPixmap(QSize(44, 44))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_portrait(painter, picture.rect().toRectF(), persona, self._journey.images)
        painter.end()
        marker_picture = style_icon(persona.style, MARKER).pixmap(MARKER, MARKER)
        if persona.hidden:
            picture, marker_picture = faint_pixmap(picture, DIM), faint_pixmap(marker_picture, DIM)
        box.setIcon(QIcon(picture))
        box.setIconSize(QSize(22, 22))

        def clicked(on: bool) -> None:
            chosen = {*self.wish.personas, persona.id} if on else set(self.wish.personas) - {persona.id}
            kept = tuple(one.id for one in self._journey.personas() if one.id in chosen)
            if kept:
                self.ask(personas=kept)
            else:
                self._show()  # nobody at all is no poster

        box.clicked.connect(clicked)
        box.setMaximumWidth(WIDTH - BAR - 60)
        box.setToolTip(persona.name)
        self._refill.append(lambda wish: box.setChecked(persona.id in wish.personas))
        marker = QLabel()
        marker.setPixmap(marker_picture)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(box)
        row.addWidget(marker)
        row.addStretch(1)
        holder = QWidget()
        holder.setLayout(row)
        self._column.addWidget(holder)
        self._controls.setdefault("personas", []).append(box)

    # -- showing ----------------------------------------------------------------------------------------------------
    def _show(self) -> None:
        self._filling = True
        for refill in self._refill:
            refill(self.wish)
        without = reasons(self.wish)
        for field, controls in self._controls.items():
            for control in controls:
                control.setEnabled(field not in without)
                control.setToolTip(self._say(without[field]) if field in without else "")
        for field, (box, text) in self._reasons.items():
            told = self._say(text)
            if field in without and field != "keep_touchpoints":
                told = self._say("{option} ({reason})", option=told, reason=without[field])
            box.setText(told)
        for control in self._controls["data"]:
            control.setVisible(self.wish.format == "data")
        for control in self._controls["dpi"]:
            control.setVisible(self.wish.format == "png")
        self._filling = False
