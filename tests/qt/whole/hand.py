"""A hand at the window: real pointer and key events, told in the words of somebody who stands behind the chair.

Records are named by what stands on them. A place is a name, or one of the `Spot`s below: `stage("After-sales")` is the
column of that stage, `palette("pain")` a tile of the palette, `note("Too dear")` a card of the parking lot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QTextEdit, QToolButton, QWidget

from journeyeditor.editor.targets import handle_place
from journeyeditor.edits.describing import naming_field
from journeyeditor.model.records import (
    AnyRecord,
    Emotion,
    Lane,
    Persona,
    Stage,
    Touchpoint,
    emotion_id,
)

LEFT, RIGHT, MIDDLE, NONE = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.NoButton,
)
MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
STEPS = 4
"""Moves of the pointer on the way of a drag."""


class Spot(msgspec.Struct, frozen=True):
    """Somewhere on the window."""

    where: str
    name: str = ""
    other: str = ""


def stage(name: str) -> Spot:
    """The header of a stage, to be gripped; as an aim, the far end of its column."""
    return Spot("stage", name)


def before(name: str) -> Spot:
    """The near side of a touchpoint or stage."""
    return Spot("before", name)


def behind(name: str) -> Spot:
    """The far side of a touchpoint or stage."""
    return Spot("behind", name)


def edge(name: str) -> Spot:
    """The far edge of a stage's header."""
    return Spot("edge", name)


def lane(kind: str, *, at: str = "") -> Spot:
    """The head of a lane of a kind, or its cell in the column of a touchpoint."""
    return Spot("lane", kind, at)


def handle(name: str) -> Spot:
    """The handle of a touchpoint from which it is connected."""
    return Spot("handle", name)


def point(persona: str, touchpoint: str) -> Spot:
    """The point of a persona's curve at a touchpoint."""
    return Spot("point", persona, touchpoint)


def value_at(touchpoint: str, value: float) -> Spot:
    """The place of a value in the emotion lane over a touchpoint."""
    return Spot("value", touchpoint, str(value))


def palette(item: str) -> Spot:
    """A tile of the palette."""
    return Spot("palette", item)


def note(text: str) -> Spot:
    """A card of the parking lot."""
    return Spot("note", text)


def chip(persona: str) -> Spot:
    """Somebody in the personas bar."""
    return Spot("chip", persona)


Place = str | Spot | QPoint
"""A name, a spot, or a point of the screen (global, px)."""


def title_of(record: AnyRecord) -> str:
    """What a person would call it."""
    field = naming_field(record)
    return str(getattr(record, field) or "") if field is not None else ""


class Hand:
    """Drives one window."""

    def __init__(self, window: QWidget, looks: Callable[[str], object] | None = None) -> None:
        self.window = window
        self._looks = looks

    # -- what there is ----------------------------------------------------------------------------------------------
    @property
    def work(self):
        return self.window.work

    @property
    def editor(self):
        return self.window.editor

    @property
    def canvas(self):
        return self.window.canvas

    @property
    def journey(self):
        return self.editor.journey

    def find(self, name: str, kind: type | None = None) -> AnyRecord:
        """The record of that name; AssertionError with those that there are."""
        found = [one for one in self.journey if title_of(one) == name and (kind is None or isinstance(one, kind))]
        assert found, f"nothing on the map is called {name!r}: {sorted(filter(None, map(title_of, self.journey)))}"
        return found[0]

    def sees(self, *names: str) -> bool:
        """Whether records of these names are drawn on the map."""
        drawn = {title_of(one) for one in self.journey if self.editor.board.boxes(one.id)}
        return set(names) <= drawn

    def map(self) -> dict[str, list[str]]:
        """Stages and their touchpoints, by name, in reading order."""
        journey = self.journey
        return {one.title: [each.title for each in journey.touchpoints(one.id)] for one in journey.stages()}

    def feels(self, persona: str, touchpoint: str) -> float | None:
        """What somebody feels at a touchpoint."""
        record = self.journey.get(emotion_id(self.find(persona, Persona).id, self.find(touchpoint, Touchpoint).id))
        return record.value if isinstance(record, Emotion) else None

    def selected(self) -> list[str]:
        """Names of what is selected."""
        return [title_of(self.journey.get(key)) for key in self.editor.selection]

    def look(self, name: str) -> None:
        """Takes a picture of the window, if somebody wants to look."""
        if self._looks is not None:
            self.rest()
            self._looks(name)

    def rest(self) -> None:
        """Lets the window do what waits."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    # -- places -----------------------------------------------------------------------------------------------------
    def on_screen(self, place: Place, *, aim: bool = False) -> QPoint:
        """A place as a point of the screen. `aim` means: as the end of a drag."""
        if isinstance(place, QPoint):
            return place
        spot = place if isinstance(place, Spot) else Spot("record", place)
        match spot.where:
            case "palette":
                return _middle(self.work.panels.part("palette").tiles[spot.name])
            case "note":
                return self._of_note(spot.name)
            case "chip":
                return _middle(self._chip(spot.name))
        x, y = self._on_board(spot, aim=aim)
        self._bring(x, y)
        return self.canvas.viewport().mapToGlobal(self.canvas.to_view(x, y).toPoint())

    def _on_board(self, spot: Spot, *, aim: bool) -> tuple[float, float]:
        if spot.where == "stage" and aim:
            return self._column_end(self.find(spot.name, Stage).id)
        ways = {
            "before": self._beside, "behind": self._beside, "edge": self._at_edge, "lane": self._in_lane,
            "handle": self._at_handle, "point": self._at_point, "value": self._at_value,
        }  # fmt: skip
        return ways.get(spot.where, self._at_record)(spot)

    def _at_edge(self, spot: Spot) -> tuple[float, float]:
        band, column = self.editor.board.stage(self.find(spot.name, Stage).id)
        return (column.left if band.leftward else column.right), sum(band.header) / 2

    def _at_handle(self, spot: Spot) -> tuple[float, float]:
        return handle_place(self.editor, self.find(spot.name, Touchpoint).id)

    def _at_point(self, spot: Spot) -> tuple[float, float]:
        key = emotion_id(self.find(spot.name, Persona).id, self.find(spot.other, Touchpoint).id)
        return self.editor.board.boxes(key, "emotion")[0].middle

    def _at_value(self, spot: Spot) -> tuple[float, float]:
        band, slot = self.editor.board.slot(self.find(spot.name, Touchpoint).id)
        return slot.x, band.scales[0].y(float(spot.other))

    def _at_record(self, spot: Spot) -> tuple[float, float]:
        board = self.editor.board
        key = self.find(spot.name, Stage if spot.where == "stage" else None).id
        boxes = board.boxes(key)
        assert boxes, f"{spot.name!r} is not drawn"
        if isinstance(self.journey.get(key), Touchpoint):
            circle = min(board.boxes(key, "touchpoint"), key=lambda box: box.y)
            return circle.middle[0], circle.y + min(circle.width, circle.height) / 2
        return boxes[0].middle

    def _beside(self, spot: Spot) -> tuple[float, float]:
        board = self.editor.board
        record = self.find(spot.name)
        far = spot.where == "behind"
        if isinstance(record, Stage):
            band, column = board.stage(record.id)
            part = 0.9 if far != band.leftward else 0.1
            return column.left + part * (column.right - column.left), sum(band.header) / 2
        band, slot = board.slot(record.id)
        by = 0.4 * slot.width * (1 if far != band.leftward else -1)
        return slot.x + by, board.boxes(record.id, "touchpoint")[0].middle[1]

    def _column_end(self, key: str) -> tuple[float, float]:
        band, column = self.editor.board.stage(key)
        kinds = {one.id for one in self.journey.all(Lane) if one.kind == "touchpoints"}
        strip = next(one for one in band.strips if one.record in kinds)
        end = column.left + 0.04 * (column.right - column.left) if band.leftward else column.right - 1.0
        return end, (strip.top + strip.bottom) / 2

    def _in_lane(self, spot: Spot) -> tuple[float, float]:
        found = next(one.id for one in self.journey.all(Lane) if one.kind == spot.name)
        band = self.editor.board.bands()[0]
        if spot.other:
            band, slot = self.editor.board.slot(self.find(spot.other, Touchpoint).id)
        strip = next(one for one in band.strips if one.record == found)
        x = slot.x if spot.other else sum(band.labels) / 2
        return x, (strip.top + strip.bottom) / 2

    def _of_note(self, text: str) -> QPoint:
        notes = self.work.parking_lot.notes
        row = notes.notes.keys().index(self.find(text).id)
        return notes.viewport().mapToGlobal(notes.visualRect(notes.notes.index(row)).center())

    def _chip(self, name: str) -> QWidget:
        chips = self.work.panels.part("personas").chips
        return next(one for one in chips if one.persona is not None and one.persona.name == name)

    def _bring(self, x: float, y: float) -> None:
        """Scrolls until a place of the board is well in view, as a person does before reaching for it."""
        view, around = self.canvas.to_view(x, y), self.canvas.viewport().rect().adjusted(40, 40, -40, -40)
        if not around.contains(view.toPoint()) and not self.canvas._hand.is_busy:
            middle = around.center()
            self.canvas.scroll_by(middle.x() - view.x(), middle.y() - view.y())

    # -- the pointer ------------------------------------------------------------------------------------------------
    def pointer(
        self, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton = NONE, held: Qt.MouseButton = NONE, keys: str = ""
    ) -> None:
        """One event of the pointer, given to the window (or the menu, or the dialog) that lies there."""
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        window = over.windowHandle() if over is not None and over.isVisible() else self.window.windowHandle()
        local = QPointF(window.mapFromGlobal(at))
        event = QMouseEvent(kind, local, QPointF(at), button, held, _modifiers(keys))
        QApplication.sendEvent(window, event)

    def move(self, place: Place, *, held: Qt.MouseButton = NONE, keys: str = "", aim: bool = False) -> None:
        """The pointer goes there."""
        self.pointer(QEvent.Type.MouseMove, self.on_screen(place, aim=aim), NONE, held, keys)

    def click(self, place: Place | QWidget, keys: str = "", button: Qt.MouseButton = LEFT) -> None:
        """A click; `keys` are held down: "Shift", "Ctrl+Shift"."""
        at = _middle(place) if isinstance(place, QWidget) else self.on_screen(place)
        self.pointer(QEvent.Type.MouseMove, at, keys=keys)
        self.pointer(QEvent.Type.MouseButtonPress, at, button, button, keys)
        self.pointer(QEvent.Type.MouseButtonRelease, at, button, NONE, keys)

    def double_click(self, place: Place) -> None:
        """Two quick clicks."""
        at = self.on_screen(place)
        self.click(at)
        self.pointer(QEvent.Type.MouseButtonDblClick, at, LEFT, LEFT)
        self.pointer(QEvent.Type.MouseButtonRelease, at, LEFT)

    def grip(self, place: Place, keys: str = "") -> QPoint:
        """Presses the button there, and holds it."""
        at = self.on_screen(place)
        self.pointer(QEvent.Type.MouseMove, at, keys=keys)
        self.pointer(QEvent.Type.MouseButtonPress, at, LEFT, LEFT, keys)
        return at

    def carry(self, start: QPoint, to: Place, keys: str = "") -> QPoint:
        """With the button held the pointer goes on to another place."""
        end = self.on_screen(to, aim=True)
        for part in range(1, STEPS + 1):
            at = start + (end - start) * part / STEPS
            self.pointer(QEvent.Type.MouseMove, at, NONE, LEFT, keys)
        return end

    def drag(self, place: Place, to: Place, keys: str = "", *, drop: bool = True) -> None:
        """Presses, goes there, lets go (or holds it still)."""
        self.on_screen(to, aim=True)  # both ends in view, if they can be
        start = self.grip(place, "")
        end = self.carry(start, to, keys)
        if drop:
            self.pointer(QEvent.Type.MouseButtonRelease, end, LEFT, NONE, keys)

    def stroke(self, *places: Place) -> None:
        """One line through places."""
        at = self.grip(places[0])
        for one in places[1:]:
            at = self.carry(at, one)
        self.pointer(QEvent.Type.MouseButtonRelease, at, LEFT)

    def let_go(self, place: Place) -> None:
        """The button comes up."""
        self.pointer(QEvent.Type.MouseButtonRelease, self.on_screen(place, aim=True), LEFT)

    def curve(self, persona: str, touchpoint: str, value: float, keys: str = "") -> None:
        """Drags a point of a curve to a value; a click where there is none sets one there."""
        who = self.find(persona, Persona)
        assert self.editor.persona in (None, who.id), f"{persona} is not active"
        if self.feels(persona, touchpoint) is None:
            self.click(value_at(touchpoint, value))
        else:
            self.drag(point(persona, touchpoint), to=value_at(touchpoint, value), keys=keys)

    def wheel(self, place: Place, notches: float, keys: str = "") -> None:
        """Turns the wheel over a place; towards the screen is positive."""
        at = self.on_screen(place)
        window = self.window.windowHandle()
        event = QWheelEvent(
            QPointF(window.mapFromGlobal(at)), QPointF(at), QPoint(), QPoint(0, round(120 * notches)), NONE,
            _modifiers(keys), Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt's arguments
        )  # fmt: skip
        QApplication.sendEvent(window, event)

    # -- keys -------------------------------------------------------------------------------------------------------
    def has_keys(self) -> QWidget:
        """What the keyboard is at."""
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or QApplication.activeModalWidget() or self.window

    def press(self, *names: str) -> None:
        """Keys as menus write them, one after the other: `Ctrl+Enter`, `Alt+Left`, `F2`."""
        for name in names:
            self.rest()  # between two keys of a person the window has long done what waited
            combination = QKeySequence(name.replace("Enter", "Return"))[0]
            QTest.keyClick(self.has_keys(), combination.key(), combination.keyboardModifiers())

    def key_at(self, key: Qt.Key, scan: int, text: str, keys: str = "") -> None:
        """A key by its place on the keyboard, as a French or German one gives it."""
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.has_keys(), QKeyEvent(kind, key, _modifiers(keys), scan, 0, 0, text))

    def type(self, text: str) -> None:
        """Letters, to what has the keyboard."""
        for letter in text:
            widget = self.has_keys()
            if letter.isascii():
                QTest.keyClick(widget, letter)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, event)

    def types_into(self) -> QTextEdit:
        """The field on the map in which a text is open; AssertionError if none is."""
        field = self.canvas._typing.field
        assert field is not None, "no text is open on the map"
        return field

    # -- menus and dialogs ------------------------------------------------------------------------------------------
    def tool(self, name: str) -> QToolButton:
        """A button of the toolbar, by the id of its action."""
        wanted = self.window.actions_by_id[name]
        return next(one for one in self.work.toolbar.findChildren(QToolButton) if one.defaultAction() is wanted)

    def menu(self, name: str) -> None:
        """An entry of the menu bar, by its id."""
        self.window.action_set.refresh()
        action = self.window.actions_by_id[name]
        assert action.isEnabled(), f"{name} cannot be done now"
        action.trigger()

    def context_menu(self, place: Place) -> QMenu:
        """Right-clicks there; the menu that opened."""
        at = self.on_screen(place)
        viewport = self.canvas.viewport()
        self.click(at, button=RIGHT)
        if QApplication.activePopupWidget() is None:  # a platform's own plugin sends it, offscreen's does not
            event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, viewport.mapFromGlobal(at), at)
            QApplication.sendEvent(viewport, event)
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu), "no menu has opened"
        return found

    def choose(self, menu: QMenu, text: str) -> None:
        """Takes the entry of a menu that says this."""
        entries = {action.text().replace("&", "").split("\t")[0]: action for action in menu.actions()}
        found = next((action for said, action in entries.items() if text in said), None)
        assert found is not None, f"{text!r} is not in the menu: {list(entries)}"
        menu.close()
        found.trigger()
        self.window.activateWindow()  # a window manager gives it back the keys, the offscreen platform does not
        self.rest()

    @contextmanager
    def meanwhile(self, then: Callable[[QWidget], object]) -> Iterator[list[QWidget]]:
        """What is done in the block opens a dialog and waits for it; `then` is done in the dialog, which then closes.

        Failing in the dialog fails the block.
        """
        seen: list[QWidget] = []
        failed: list[BaseException] = []
        timer = QTimer()

        def look() -> None:
            dialog = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if dialog is None:
                return
            timer.stop()
            seen.append(dialog)
            try:
                then(dialog)
            except BaseException as error:  # noqa: BLE001 - it is raised again outside the dialog's loop
                failed.append(error)
            finally:
                dialog.close()

        timer.timeout.connect(look)
        timer.start(10)
        yield seen
        timer.stop()
        self.window.activateWindow()
        self.rest()
        if failed:
            raise failed[0]
        assert seen, "no dialog has opened"


def button(parent: QWidget, text: str) -> QAbstractButton:
    """The button that says this."""
    found = [one for one in parent.findChildren(QAbstractButton) if one.text().replace("&", "").strip() == text]
    assert found, f"no button says {text!r}: {[one.text() for one in parent.findChildren(QAbstractButton)]}"
    return found[0]


def looks_into(folder: Path, window: QWidget, prefix: str) -> Callable[[str], object]:
    """Pictures of a window, numbered as they are taken."""
    folder.mkdir(parents=True, exist_ok=True)
    count = iter(range(1, 1000))
    return lambda name: window.grab().save(str(folder / f"{prefix}-{next(count):02}-{name}.png"))


def _middle(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().center())


def _modifiers(keys: str) -> Qt.KeyboardModifier:
    held = Qt.KeyboardModifier.NoModifier
    for name in filter(None, keys.split("+")):
        held |= MODIFIERS[name]
    return held
