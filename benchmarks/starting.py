"""From the start of the program to its painted window, beside a bare main window of PySide6.

Each start is a process of its own on Qt's offscreen platform; it tells the processor time that it has used when the
first picture has come, the start of Python included. A bare window and ours take turns.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.journeys import generated
from benchmarks.timing import ROOT, python
from journeyeditor import files

EXAMPLE = ROOT / "resources" / "templates" / "example-new-hip.en.journey"
WATCH = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    name = ""
    seen = False

    def eventFilter(self, watched, event):
        names = type(watched).__name__, type(watched.parent()).__name__
        if not self.seen and event.type() == QEvent.Type.Paint and self.name in names:
            self.seen = True
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self):
        print(time.process_time(), flush=True)
        os._exit(0)
"""
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
import os, sys, time

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.tell)

    def tell(self):
        print(time.process_time(), flush=True)
        os._exit(0)

application = QApplication([])
window = Window()
window.resize(1920, 1080)
window.show()
application.exec()
"""
OURS = """
import gc, sys
gc.disable()  # as `journeyeditor.__main__` does
from journeyeditor.qt import beginning
made = beginning.make_application

def make(arguments):
    made_now = made(arguments)
    exec(compile(WATCH, "watch", "exec"), globals())
    made_now.watch = Watch()
    made_now.watch.name = sys.argv[1]
    made_now.installEventFilter(made_now.watch)
    return made_now

beginning.make_application = make
sys.exit(beginning.run(sys.argv[2:]))
"""

FIRST = """
import gc, os, sys, time
gc.disable()
from journeyeditor.qt import beginning

def tell(self):  # is called as soon as the first picture has come
    print(time.process_time(), flush=True)
    os._exit(0)

beginning.Beginning._go_on = tell
beginning.LONGEST = 60_000
sys.exit(beginning.run(sys.argv[1:]))
"""


def measure(sizes: tuple[int, ...] = (1000, 10_000), repeat: int = 7) -> dict[str, float]:
    """Seconds to the painted window: bare, with the start page, with an example, with maps of so many touchpoints."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that is installed is compiled
        environment["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        environment |= dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), folder)
        commands = {"bare": python("-c", BARE), "start page": _ours("StartPage")}
        commands["window of the example"] = python("-c", FIRST, str(EXAMPLE))
        commands["example"] = _ours("Canvas", EXAMPLE)
        for size in sizes:
            path = Path(folder) / f"{size}.journey"
            files.save(generated(size, personas=2), path)
            commands[f"{size} touchpoints"] = _ours("Canvas", path)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for name in ("bare", "start page", "window of the example", "example"):
            _started(commands[name], environment)
        for turn in range(repeat):
            for name, command in commands.items():
                if turn < 2 or "10000" not in name:
                    times[name].append(_started(command, environment))
    return {name: statistics.median(some) for name, some in times.items()}


def _ours(name: str, *paths: Path) -> list[str]:
    """A command that starts ours and ends with the first picture of a widget whose parent is of that class."""
    return python("-c", f"WATCH = {WATCH!r}\n{OURS}", name, *(str(path) for path in paths))


def _started(command: list[str], environment: Mapping[str, str]) -> float:
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    return float(said.split()[-1])


def report() -> None:
    """Prints them, each beside the bare window."""
    found = measure()
    bare = found["bare"]
    for name, value in found.items():
        print(f"start, {name:<18} {value:7.3f} s {value / bare:6.2f} x the bare window", flush=True)


if __name__ == "__main__":
    report()
