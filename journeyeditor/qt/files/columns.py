"""Asks which column of a table holds what, and shows at once what comes of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeyeditor.errors import JourneyError, Message, message
from journeyeditor.exchange.outcome import Imported
from journeyeditor.exchange.table import KEYS, SEPARATORS, Offer, Way, offer, read_csv, what_came
from journeyeditor.exchange.text import ENCODINGS
from journeyeditor.qt.files.columns_table import LABELS, ColumnsTable, column_name
from journeyeditor.qt.look import hairline, label, wear
from journeyeditor.qt.parts.labels import Tone
from journeyeditor.words import Words

SIZE = (1040, 640)
FIELDS, NAMES = 320, 128
"""Widths of the left side and of the names in it, px."""
REST = 120
"""Milliseconds after a choice until the table is read anew."""
SIGNS: dict[str, Message] = {
    ",": message("Comma"),
    ";": message("Semicolon"),
    "\t": message("Tabulator"),
    "|": message("Vertical bar"),
}
NOTHING = -1


class ColumnsDialog(QDialog):
    """Reads nothing into any document: whoever opened it takes `came` after it was accepted."""

    def __init__(self, data: bytes, name: str, speech: Words, parent: QWidget | None = None) -> None:
        """`name` is the file's, with its ending. Raises BadInput for a file that is no table."""
        super().__init__(parent)
        self._data, self._title, self._speech = data, name.rpartition(".")[0] or name, speech
        self.offer: Offer = offer(data)
        self.came: Imported | None = None
        """The journey as it comes in with what is chosen now; None where nothing can come of it."""
        say = speech.say
        self.setWindowTitle(say("Import a table"))
        self.resize(*SIZE)
        self.fields: dict[str, QComboBox] = {}
        self.separator, self.encoding = QComboBox(), QComboBox()
        self.table = ColumnsTable()
        self.table.setAccessibleName(say("First rows"))
        self.outcome, self.advice = Tone(), label(look="muted", wraps=True)
        self.outcome.setWordWrap(True)
        self.cancel_button = QPushButton(say("Cancel"))
        self.import_button = wear(QPushButton(say("Import")), "filled")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.read)
        self._fill_ways()
        self._lay_out(say("Which column of “{file}” holds what?", file=name))
        self._fill_fields()
        self.cancel_button.clicked.connect(self.reject)
        self.import_button.clicked.connect(self.accept)
        self.import_button.setDefault(True)
        self.read()

    # -- the parts ----------------------------------------------------------------------------------------------
    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(4)
        column.addWidget(label(title, "title", wraps=True))
        column.addWidget(label(self._speech.say("What is not chosen is left out."), "muted", wraps=True))
        column.addSpacing(12)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(self._fields())
        middle.addWidget(self.table, 1)
        column.addLayout(middle, 1)
        column.addSpacing(12)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self.outcome)
        told.addWidget(self.advice)
        foot.addLayout(told, 1)
        for button in (self.cancel_button, self.import_button):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(foot)

    def _fields(self) -> QWidget:
        """A field for everything that a column can hold, then how the file is read."""
        side = QWidget()
        side.setFixedWidth(FIELDS)
        grid = QGridLayout(side)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, NAMES)
        grid.setColumnStretch(1, 1)
        say = self._speech.say
        rows: list[tuple[str, QComboBox]] = []
        for key in KEYS:
            self.fields[key] = QComboBox()
            self.fields[key].activated.connect(lambda _=0, key=key: self._chosen(key))
            rows.append((say(LABELS[key]), self.fields[key]))
        ways = [(say("Separated by"), self.separator), (say("Encoding"), self.encoding)]
        for number, (text, box) in enumerate([*rows, *ways]):
            at = number if number < len(rows) else number + 1
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            box.setAccessibleName(text)
            grid.addWidget(label(text, wraps=True), at, 0)
            grid.addWidget(box, at, 1)
        grid.addWidget(hairline(), len(rows), 0, 1, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        return side

    def _fill_ways(self) -> None:
        say = self._speech.say
        for sign in SEPARATORS:
            self.separator.addItem(say(SIGNS[sign]), sign)
        if self.offer.separator not in SEPARATORS:  # a sign that the file itself names
            self.separator.addItem(self.offer.separator, self.offer.separator)
        for encoding, name in ENCODINGS.items():
            self.encoding.addItem(name, encoding)
        self.separator.setCurrentIndex(self.separator.findData(self.offer.separator))
        self.encoding.setCurrentIndex(self.encoding.findData(self.offer.encoding))
        self.separator.activated.connect(lambda _: self._turn())
        self.encoding.activated.connect(lambda _: self._turn())

    def _fill_fields(self) -> None:
        """The columns to choose from, what is likely chosen already."""
        for key, box in self.fields.items():
            box.clear()
            box.addItem(self._speech.say("No column"), NOTHING)
            for place in range(len(self.offer.headers)):
                box.addItem(column_name(self.offer, place, self._speech), place)
            box.setCurrentIndex(self.offer.places.get(key, NOTHING) + 1)

    # -- what is chosen -----------------------------------------------------------------------------------------
    @property
    def way(self) -> Way:
        """How the table is to be read, as it is chosen now."""
        chosen = {key: int(box.currentData()) for key, box in self.fields.items()}
        places = {key: place for key, place in chosen.items() if place != NOTHING}
        return Way(str(self.separator.currentData()), str(self.encoding.currentData()), places)

    def choose(self, key: str, place: int | None) -> None:
        """Lets a column (counted from 0) hold what a key says; None = no column does."""
        self.fields[key].setCurrentIndex(0 if place is None else place + 1)
        self._chosen(key)

    def _chosen(self, key: str) -> None:
        """A column holds one thing: what it held before has none now."""
        place = self.fields[key].currentIndex()
        for other, box in self.fields.items():
            if other != key and place > 0 and box.currentIndex() == place:
                box.setCurrentIndex(0)
        self.table.show_offer(self.offer, self.way.places or {}, self._speech)
        self._timer.start()

    def _turn(self) -> None:
        """Another separator or encoding: other columns."""
        try:
            way = Way(str(self.separator.currentData()), str(self.encoding.currentData()))
            self.offer = offer(self._data, way)
        except JourneyError as error:
            self._timer.stop()
            self._tell(error)
            return
        self._fill_fields()
        self.read()

    def read(self) -> None:
        """Reads the table as it is chosen, and says what comes in."""
        self._timer.stop()
        self.table.show_offer(self.offer, self.way.places or {}, self._speech)
        try:
            self.came = read_csv(self._data, name=self._title, way=self.way)
        except JourneyError as error:
            self._tell(error)
            return
        self.import_button.setEnabled(True)
        lacks = not self.came.journey.touchpoints()
        self.outcome.set_role("pain" if lacks else "text")
        told = self._speech.list([self._speech.say(one) for one in what_came(self.came.journey)])
        self.outcome.setText(self._speech.say("Comes in: {list}", list=told))
        rows = self._speech.plural("From {n} row.", "From {n} rows.", self.offer.count)
        way_out = self._speech.say("Without touchpoints there is hardly a map: choose the column that holds them.")
        self.advice.setText(f"{way_out} {rows}" if lacks else rows)

    def _tell(self, error: JourneyError) -> None:
        self.came = None
        self.import_button.setEnabled(False)
        self.outcome.set_role("pain")
        self.outcome.setText(self._speech.say(error.problem))
        self.advice.setText(self._speech.say(error.advice) if error.advice is not None else "")

    def accept(self) -> None:
        """What was chosen last counts, however fast."""
        if self._timer.isActive():
            self.read()
        if self.came is not None:
            super().accept()
