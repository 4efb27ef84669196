"""A text that is open looks as it is printed: same place, type, colour and breaks at every zoom, but for the caret.

Run as a program it lays all texts side by side, closed and open, on a contact sheet to look at:
`python -m tests.qt.canvas.test_typed_as_printed FOLDER`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QImage, QPainter, QTextCursor
from PySide6.QtWidgets import QApplication

from journeyeditor.editor import Editor
from journeyeditor.editor.desk import EditorDesk
from journeyeditor.editor.text_lines import TextPlace
from journeyeditor.editor.text_place import text_place
from journeyeditor.editor.texting import DAYS, fields_of, text_of
from journeyeditor.fonts import width
from journeyeditor.model.records import AnyRecord, Entry, Lane
from journeyeditor.qt.canvas.canvas import Canvas
from journeyeditor.qt.canvas.text_field import TextField
from journeyeditor.qt.canvas.typing import Typing
from journeyeditor.qt.canvas.view import TRUE_SIZE
from tests.qt.canvas.conftest import open_editor

MAPS = ["example-renovation.fr", "example-new-hip.en", "blank.en"]
ZOOMS = [0.65, 1.0, 1.34, 2.0]
FAINT = 24
"""Colours that differ by less than this of 255 look the same."""
NEAR = 1.5
"""Pixels by which caret and selection may miss the letters."""
CARET = 4
"""Pixels beside the caret that are not compared."""
Text = tuple[str, str]


class Kinds:
    """A canvas over a map, and one text of each kind that is on it."""

    def __init__(self, map_: str | Editor) -> None:
        self.editor: Editor = open_editor(map_) if isinstance(map_, str) else map_
        self.canvas = Canvas(EditorDesk(self.editor))
        self.canvas.resize(1400, 900)
        self.canvas.show()
        QApplication.processEvents()
        self.texts = self._found()

    def _found(self) -> dict[tuple[str, ...], Text]:
        found: dict[tuple[str, ...], Text] = {}
        for record in self.editor.journey:
            for field in fields_of(record):
                if text_of(record, field) and self.printed((record.id, field)) is not None:
                    found.setdefault((type(record).__name__, field, _lane(record)), (record.id, field))
        return found

    def printed(self, text: Text) -> TextPlace | None:
        """Where a text is printed; None if it is not."""
        place = text_place(self.editor.journey, self.editor.board, self.editor.live.body_type, *text)
        return place if place is not None and place.lines else None

    def look_at(self, text: Text, zoom: float) -> QRect:
        """Brings a closed text to the middle; the part of the viewport around it."""
        place, canvas = self.printed(text), self.canvas
        assert place is not None
        self.editor.select([])
        canvas.clearFocus()
        canvas.desk.hover(None)
        canvas.zoom_to(zoom * TRUE_SIZE)
        canvas._look_at(*place.beginning.middle)
        canvas._zooming = False
        canvas.show_area(place.beginning)
        seen = canvas.view.box(place.box).grown(40, 24)
        return QRect(int(seen.x), int(seen.y), int(seen.width), int(seen.height)) & canvas.viewport().rect()

    def pictures(self, text: Text, zoom: float) -> tuple[QImage, QImage, TextField, QPoint]:
        """A text closed and open, the field, and where the pictures begin in the viewport."""
        around = self.look_at(text, zoom)
        viewport = self.canvas.viewport()
        closed = viewport.grab(around).toImage()
        assert self.canvas.open_text(*text)
        field = self.canvas._typing.field
        assert field is not None
        cursor = field.textCursor()
        cursor.clearSelection()
        field.setTextCursor(cursor)
        self.canvas.desk.hover(None)
        return closed, viewport.grab(around).toImage(), field, around.topLeft()

    def close(self) -> None:
        self.canvas.cancel_text()


def _lane(record: AnyRecord) -> str:
    if isinstance(record, Lane):
        return record.kind
    return record.lane if isinstance(record, Entry) else ""


@pytest.fixture(scope="module", params=MAPS)
def kinds(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Kinds]:
    made = Kinds(request.param)
    yield made
    made.editor.close()
    made.canvas.close()
    made.canvas.deleteLater()


@pytest.fixture(autouse=True)
def from_where_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """One comes no nearer to type: open and closed texts are compared at every size."""
    monkeypatch.setattr(Typing, "_reading_zoom", lambda *_: 0.0)


def shown_lines(field: TextField) -> list[str]:
    """The lines as Qt has them, by which caret and selection go."""
    found = []
    block = field.document().begin()
    while block.isValid():
        layout, text = block.layout(), block.text().encode("utf-16-le")
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            found.append(text[2 * line.textStart() : 2 * (line.textStart() + line.textLength())].decode("utf-16-le"))
        block = block.next()
    return found


def different(closed: QImage, opened: QImage, caret: QRect) -> int:
    """How many pixels differ, the caret's aside."""
    count = 0
    for y in range(closed.height()):
        for x in range(closed.width()):
            if closed.pixel(x, y) != opened.pixel(x, y) and not caret.contains(x, y):
                one, other = closed.pixelColor(x, y), opened.pixelColor(x, y)
                steps = one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue()
                count += max(map(abs, steps)) > FAINT
    return count


def caret_of(field: TextField, corner: QPoint) -> QRect:
    return field.cursorRect().translated(field.pos() - corner).adjusted(-CARET, -CARET, CARET, CARET)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_an_open_text_has_the_lines_of_the_poster(kinds: Kinds, zoom: float) -> None:
    for kind, text in kinds.texts.items():
        place = kinds.printed(text)
        assert place is not None
        kinds.look_at(text, zoom)
        assert kinds.canvas.open_text(*text)
        field = kinds.canvas._typing.field
        assert field is not None
        lines = ["".join(line.split()) for line in shown_lines(field)]
        printed = ["".join(words.line.text.split()) for words in place.lines]
        printed[0] = printed[0].removeprefix("".join(place.before.split()))
        printed[-1] = printed[-1].removesuffix("".join(place.after.split()))
        if text[1] not in DAYS:  # typed as a day of the calendar, printed as people write it
            assert lines == printed, kind
        assert kinds.canvas.viewport().rect().contains(field.geometry()), kind
        kinds.close()


@pytest.mark.parametrize("zoom", [1.0, 1.34, 2.0])
def test_an_open_text_looks_as_it_is_printed_but_for_the_caret(kinds: Kinds, zoom: float) -> None:
    compared = 0
    for kind, text in kinds.texts.items():
        if text[1] in DAYS:
            continue
        closed, opened, field, corner = kinds.pictures(text, zoom)
        assert not kinds.canvas._typing.is_on_card, kind
        assert different(closed, opened, caret_of(field, corner)) == 0, kind
        compared += 1
        kinds.close()
    assert compared


def test_the_texts_of_the_journey_that_stand_apart_are_among_them(kinds: Kinds) -> None:
    found = {field for kind, field, _ in kinds.texts if kind in {"Head", "Persona"}}
    if kinds.editor.journey.head.phase_titles:
        assert {"phase_titles.before", "phase_titles.during", "phase_titles.after"} <= found
    if kinds.editor.journey.head.owner:
        assert {"owner", "facilitator", "version", "date", "next_review", "goals.0", "goals.1"} <= found


@pytest.fixture
def in_the_windows_type(kinds: Kinds) -> Iterator[Kinds]:
    """The window's style has a type of its own, which must not come into a text."""
    kinds.canvas.setStyleSheet("* { font-size: 13px; }")
    yield kinds
    kinds.canvas.setStyleSheet("")


@pytest.mark.parametrize("zoom", ZOOMS)
def test_caret_and_selection_begin_and_end_where_each_printed_line_does(
    in_the_windows_type: Kinds, zoom: float
) -> None:
    kinds, seen = in_the_windows_type, 0
    for kind, text in kinds.texts.items():
        if text[1] in DAYS:
            continue
        kinds.look_at(text, zoom)
        assert kinds.canvas.open_text(*text)
        field, place = kinds.canvas._typing.field, kinds.canvas._typing._place
        assert field is not None
        assert place is not None
        QApplication.processEvents()
        for number, (line, left, right, baseline) in enumerate(ends_of_lines(field, place)):
            assert caret_x(field, line[0]) == pytest.approx(left, abs=NEAR), (kind, number)
            assert caret_x(field, line[1], at_end=True) == pytest.approx(right, abs=NEAR), (kind, number)
            ground = selected_ground(field, line)
            assert ground.left() <= left + NEAR, (kind, number)
            assert ground.right() + 1 >= right - NEAR, (kind, number)
            assert ground.top() <= baseline - 0.7 * field.pixels, (kind, number)
            assert ground.bottom() >= baseline + 0.15 * field.pixels, (kind, number)
            seen += 1
        kinds.close()
    assert seen


def ends_of_lines(field: TextField, place: TextPlace) -> list[tuple[tuple[int, int], float, float, float]]:
    """First and last place of each line, where its print begins and ends, and its baseline: px of the field."""
    seat, found, number = field._layout._seat, [], 0
    block = field.document().begin()
    while block.isValid():
        for at in range(block.layout().lineCount()):
            line, words = block.layout().lineAt(at), place.lines[number]
            before = width(place.before, place.style) if number == 0 else 0.0
            number += 1
            after = width(place.after, place.style) if number == len(place.lines) else 0.0
            first, length = block.position() + line.textStart(), line.textLength()
            written = block.text().encode("utf-16-le")[2 * line.textStart() : 2 * (line.textStart() + length)]
            spaces = len(written.decode("utf-16-le")) - len(written.decode("utf-16-le").rstrip())
            left, right = words.x + before, words.x + words.line.width - after
            ends = (seat.x + left * seat.scale, seat.x + right * seat.scale)
            found.append(((first, first + length - spaces), *ends, seat.y + words.y * seat.scale))
        block = block.next()
    assert number == len(place.lines)
    return found


def caret_x(field: TextField, place: int, *, at_end: bool = False) -> float:
    """Where the caret stands, px of the field."""
    cursor = field.textCursor()
    cursor.setPosition(place)
    field.setTextCursor(cursor)
    caret = field.cursorRect()
    return caret.x() + (caret.width() / 2 if at_end else 0)


def selected_ground(field: TextField, line: tuple[int, int]) -> QRect:
    """What looks otherwise in a field as soon as a line is selected."""
    cursor = field.textCursor()
    cursor.setPosition(line[0])
    field.setTextCursor(cursor)
    plain = field_picture(field)
    cursor.setPosition(line[1], QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    marked = field_picture(field)
    changed = [
        (x, y) for y in range(plain.height()) for x in range(plain.width()) if plain.pixel(x, y) != marked.pixel(x, y)
    ]
    across, down = [x for x, _ in changed], [y for _, y in changed]
    return QRect(QPoint(min(across), min(down)), QPoint(max(across), max(down)))


def field_picture(field: TextField) -> QImage:
    """The text alone, without its caret."""
    picture = QImage(field.size(), QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.white)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.cursorPosition = -1
    if field.textCursor().hasSelection():
        one = QAbstractTextDocumentLayout.Selection()
        one.cursor = field.textCursor()
        context.selections = [one]
    with QPainter(picture) as painter:
        field._layout.draw(painter, context)
    return picture


def test_what_is_too_small_lies_on_a_card_over_its_own_place(kinds: Kinds) -> None:
    for kind, text in kinds.texts.items():
        kinds.look_at(text, 0.4)
        assert kinds.canvas.open_text(*text)
        typing, place = kinds.canvas._typing, kinds.printed(text)
        assert typing.field is not None
        if typing.is_on_card and place is not None:
            assert typing.field.pixels >= 11, kind
            left = min(words.x for words in place.lines)
            right = max(words.x + words.line.width for words in place.lines)
            middle = kinds.canvas.to_view((left + right) / 2, (place.lines[0].y + place.lines[-1].y) / 2)
            assert QRect(typing.field.geometry()).contains(middle.toPoint()), kind
            room = kinds.canvas.viewport().rect()
            assert room.contains(typing.field.geometry()), kind
        kinds.close()


def contact_sheet(name: str, zoom: float, target: Path) -> None:
    """All kinds of text of a map, closed and open, side by side."""
    kinds, wide = Kinds(name), 1500
    sheet = QImage(wide, 4000, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#888888"))
    x = y = height = 0
    with QPainter(sheet) as painter:
        for kind, text in sorted(kinds.texts.items()):
            closed, opened, *_ = kinds.pictures(text, zoom)
            kinds.close()
            if x + closed.width() * 2 + 12 > wide:
                x, y, height = 0, y + height, 0
            painter.drawText(x + 2, y + 11, " ".join(kind))
            painter.drawImage(x, y + 15, closed)
            painter.drawImage(x + closed.width() + 4, y + 15, opened)
            x, height = x + closed.width() * 2 + 12, max(height, closed.height() + 20)
    sheet.copy(0, 0, wide, y + height).save(str(target / f"{name}-{zoom * 100:.0f}.png"))
    kinds.editor.close()


if __name__ == "__main__":
    application = QApplication([])
    application.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    for shown in MAPS:
        for wanted in ZOOMS:
            contact_sheet(shown, wanted, Path(sys.argv[1]))
