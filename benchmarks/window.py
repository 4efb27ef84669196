"""How the window feels: from a key to the painted letter, a touchpoint dragged, a card selected, and whether it grows.

    python -m benchmarks.window [--long] [TOUCHPOINTS …]          (default 1000 10000)

The real window on Qt's offscreen platform, 1920 × 1080. Times are processor time, from the event to the end of the
repaint; what timers do after that (typed text goes into the map when it has rested, the type is chosen) is driven to
its end and told apart as the longest single stretch in which the window does not answer.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QWidget

from benchmarks.journeys import generated
from journeyeditor.editor.document import Document
from journeyeditor.qt.application import Program
from journeyeditor.qt.beginning import make_application
from journeyeditor.qt.tidying import Tidying
from journeyeditor.qt.window.main_window import MainWindow
from journeyeditor.tools.board import Board

KEYS = 100
Found = dict[str, float]


def painted(application: QApplication, do: Callable[[], object]) -> float:
    """Milliseconds from something done to its end on the screen: Qt gathers what is to be painted for five first."""
    start = time.process_time()
    do()
    application.processEvents()
    time.sleep(0.007)
    application.processEvents()
    return (time.process_time() - start) * 1000


def press(field: QWidget, letter: str) -> None:
    """A key of the row of letters, as it would come from the keyboard."""
    key = Qt.Key.Key_Space if letter == " " else Qt.Key(ord(letter.upper()))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


class Bench:
    """A window with a generated map, and a clock."""

    def __init__(self, application: QApplication, touchpoints: int, folder: Path) -> None:
        self.application = application
        self.program = Program(folder / "settings.json")
        tidying = Tidying(self.program)
        document = Document(generated(touchpoints, personas=2), saved=True)
        start = time.process_time()
        self.window: MainWindow = self.program.new_window(document)
        self.window.resize(1920, 1080)
        self.window.show()
        application.processEvents()
        self.opened = time.process_time() - start
        tidying.begin()
        self.window.activateWindow()
        self.after_opening = self.rest(20.0 if touchpoints > 1000 else 5.0)
        self.editor, self.canvas = self.window.editor, self.window.canvas
        self.steps = [one.id for one in self.editor.journey.touchpoints()]

    def timed(self, do: Callable[[], object]) -> float:
        """Milliseconds from something done to its end on the screen."""
        return painted(self.application, do)

    def rest(self, seconds: float) -> float:
        """Lets the window do what it does by itself; the longest stretch of it, ms."""
        longest, end = 0.0, time.perf_counter() + seconds
        while time.perf_counter() < end:
            start = time.process_time()
            self.application.processEvents()
            longest = max(longest, (time.process_time() - start) * 1000)
            time.sleep(0.002)
        return longest

    def p95(self, *, times: int, do: Callable[[int], object], between: float = 0.0) -> float:
        """Milliseconds that 95 of 100 do not exceed; the window may work for itself in between (seconds)."""
        found = []
        for number in range(times):
            found.append(self.timed(partial(do, number)))
            if between:
                self.rest(between)
        return statistics.quantiles(found, n=20, method="inclusive")[18]

    def mouse(self, kind: QEvent.Type, place: QPointF, *, held: bool = True) -> None:
        """An event of the left button on the map, px of the viewport."""
        port = self.canvas.viewport()
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind == QEvent.Type.MouseMove else left
        event = QMouseEvent(
            kind, place, port.mapToGlobal(place), button, left if held else none, Qt.KeyboardModifier.NoModifier
        )
        self.application.sendEvent(port, event)

    def place(self, key: str) -> QPointF:
        """Where a touchpoint's circle is seen."""
        return QPointF(self.canvas.to_view(*self.editor.board.boxes(key, "touchpoint")[0].middle))

    def close(self) -> None:
        """The window goes, and asks nothing."""
        self.window.close_at_once()
        self.application.processEvents()


def typing(bench: Bench) -> Found:
    """A text open in place: each key; then the map that follows, at each rest."""
    bench.canvas.open_text(bench.steps[5])
    bench.rest(0.5)
    field = bench.canvas._typing.field  # noqa: SLF001 - where a hand would type
    letters = "compare the prices of two shops "
    found = {"key to letter": bench.p95(times=KEYS, do=lambda n: press(field, letters[n % len(letters)]))}
    follow = []
    for number in range(20):
        press(field, letters[number])
        follow.append(bench.timed(bench.canvas._typing.rest))  # noqa: SLF001 - as its timer would
    found["letter on the map"] = statistics.quantiles(follow, n=20, method="inclusive")[18]
    bench.rest(0.5)
    bench.canvas.cancel_text()
    return found


def digits(bench: Bench) -> Found:
    """An emotion and a severity by key, each painted with all that depends on it."""
    bench.editor.select([bench.steps[5]])
    bench.canvas.setFocus()
    bench.rest(0.5)
    keys = (Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_2, Qt.Key.Key_5)
    found = {"emotion": bench.p95(times=KEYS, do=lambda n: QTest.keyClick(bench.canvas, keys[n % 4]))}
    shown = [
        record.id
        for record in bench.editor.journey
        if type(record).__name__ == "Pain" and any(box.y < 800 for box in bench.editor.board.boxes(record.id))
    ]
    bench.editor.select(shown[:1])
    bench.rest(0.5)
    found["severity"] = bench.p95(times=KEYS, do=lambda n: QTest.keyClick(bench.canvas, keys[n % 4]))
    return found


def selecting(bench: Bench) -> Found:
    """Clicks on one touchpoint after another, the inspector shown."""
    places = [bench.place(key) for key in bench.steps[:4]]

    def click(number: int) -> None:
        bench.mouse(QEvent.Type.MouseButtonPress, places[number % 4])
        bench.mouse(QEvent.Type.MouseButtonRelease, places[number % 4], held=False)

    bench.rest(0.5)
    return {"click selects": bench.p95(times=40, do=click, between=0.05)}


def dragging(bench: Bench) -> Found:
    """A touchpoint dragged to and fro between its neighbours."""
    start, places = bench.place(bench.steps[1]), [bench.place(key) for key in bench.steps[2:5]]
    bench.mouse(QEvent.Type.MouseButtonPress, start)
    other: list[float] = []
    same: list[float] = []
    for turn in range(12):
        for place in places if turn % 2 else reversed(places):
            before = bench.editor.board
            spent = bench.timed(partial(bench.mouse, QEvent.Type.MouseMove, place + QPointF(9, 0)))
            (other if bench.editor.board is not before else same).append(spent)
            same.append(bench.timed(partial(bench.mouse, QEvent.Type.MouseMove, place + QPointF(8, 1))))
    QTest.keyClick(bench.canvas, Qt.Key.Key_Escape)
    bench.mouse(QEvent.Type.MouseButtonRelease, start, held=False)
    quantile = [statistics.quantiles(some, n=20, method="inclusive")[18] for some in (other, same)]
    return {"new landing place": quantile[0], "move without one": quantile[1]}


def dragging_stage(bench: Bench) -> Found:
    """A stage dragged over the others of its page and the next ones, and back; the map scrolls under it."""
    board, canvas = bench.editor.board, bench.canvas
    stages = [one.id for one in bench.editor.journey.stages()]
    canvas.show_record(stages[0])
    bench.rest(0.5)
    start = QPointF(canvas.to_view(*board.boxes(stages[0], "stage")[0].middle))
    bench.mouse(QEvent.Type.MouseButtonPress, start)
    other: list[float] = []
    same: list[float] = []
    middles = [_head(board, key) for key in stages[1:6]]
    for turn in range(8):
        for x, y in middles if turn % 2 == 0 else reversed(middles):
            view = canvas.view
            canvas.scroll_by(0.0, view.height / 2 - canvas.to_view(x, y).y())
            bench.rest(0.1)
            before = bench.editor.board
            place = QPointF(canvas.to_view(x, y))
            spent = bench.timed(partial(bench.mouse, QEvent.Type.MouseMove, place))
            (other if bench.editor.board is not before else same).append(spent)
            same.append(bench.timed(partial(bench.mouse, QEvent.Type.MouseMove, place + QPointF(1, 1))))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    bench.mouse(QEvent.Type.MouseButtonRelease, start, held=False)
    quantile = [statistics.quantiles(some, n=20, method="inclusive")[18] for some in (other, same)]
    return {
        "a stage dragged": quantile[0],
        "the same, half of all": statistics.median(other),
        "a stage moved on, same landing": quantile[1],
    }


def _head(board: Board, key: str) -> tuple[float, float]:
    """The middle of a stage's head, mm of the board."""
    found = board.stage(key)
    assert found is not None  # noqa: S101 - it is on the map
    band, place = found
    return (place.left + place.right) / 2, sum(band.header) / 2


def growth(bench: Bench, repaints: int, steps: int) -> Found:
    """Objects and megabytes that many repaints and many steps back and forth leave behind."""
    bench.editor.select([bench.steps[5]])
    keys = (Qt.Key.Key_1, Qt.Key.Key_5)
    for number in range(50):
        QTest.keyClick(bench.canvas, keys[number % 2])

    def paint(times: int) -> None:
        for _ in range(times):
            bench.canvas.viewport().repaint()

    def step(times: int) -> None:
        for number in range(times // 2):
            (bench.editor.undo if number % 40 < 20 else bench.editor.redo)()
            bench.application.processEvents()

    found: Found = {}
    for name, do, times in (("repaints", paint, repaints), ("steps", step, steps)):
        do(times // 4)
        objects, memory = _held()
        do(times)
        after, more = _held()
        found |= {f"objects after {times} {name}": after - objects, f"MB after {times} {name}": more - memory}
    return found


def _held() -> tuple[int, float]:
    """Living objects of Python, and MB of memory."""
    gc.unfreeze()
    gc.collect()
    status = Path("/proc/self/statm")
    pages = int(status.read_text().split()[1]) if status.exists() else 0
    return len(gc.get_objects()), pages * 4096 / 1e6


def yardstick(application: QApplication) -> float:
    """Milliseconds of a key in a bare text field of Qt that paints all of its 1920 × 1080 pixels, 95 of 100."""
    window, field = QMainWindow(), QPlainTextEdit("compare the prices of two shops " * 400)
    window.setCentralWidget(field)
    window.resize(1920, 1080)
    window.show()
    application.processEvents()

    def key(number: int) -> None:
        press(field, "abcdefgh "[number % 9])
        field.viewport().repaint()

    times = [painted(application, partial(key, number)) for number in range(KEYS)]
    window.close()
    return statistics.quantiles(times, n=20, method="inclusive")[18]


def measure(touchpoints: int, *, whole: bool = False) -> None:
    """Prints the figures of a map of that many touchpoints; `whole` with 20,000 repaints and 5,000 steps."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else make_application([])
    bare = yardstick(application)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(application, touchpoints, Path(folder))
        found = {"opened and painted": bench.opened * 1000, "longest stretch after opening": bench.after_opening}
        for part in (typing, digits, selecting, dragging, dragging_stage):
            found |= part(bench)
            found[f"longest stretch after {part.__name__}"] = bench.rest(5.0)
        print(f"{touchpoints:>6} touchpoints, ms (95 of 100 are faster), beside a key in a bare field of that size:")
        for name, value in found.items():
            print(f"{'':>8} {name:<34} {value:9.1f} {value / bare:9.1f} x", flush=True)
        for name, value in growth(bench, *((20_000, 5_000) if whole else (2_000, 400))).items():
            print(f"{'':>8} {name:<34} {value:9.1f}", flush=True)
        bench.close()


if __name__ == "__main__":
    sizes = [argument for argument in sys.argv[1:] if argument != "--long"]
    for size in sizes or ["1000", "10000"]:
        measure(int(size), whole="--long" in sys.argv)
