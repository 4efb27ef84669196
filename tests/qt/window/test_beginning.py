"""The very beginning: one window, which becomes the window of the first file; what goes wrong is not swallowed."""

import os
import subprocess
import sys

from journeyeditor.assets import resource

MAP = resource("templates", "example-new-hip.en.journey")
SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from journeyeditor.qt import application, beginning
from journeyeditor.qt.window.main_window import MainWindow

made = application.Program.new_window

def new_window(self, document=None):
    if "--fault" in sys.argv:
        raise RuntimeError("on purpose")
    QTimer.singleShot(300, lambda: (tell(self), self.quit()))
    return made(self, document)

def tell(program):
    tops = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
    print(len(tops), len(program.windows), *(window.windowTitle() for window in program.windows), flush=True)

application.Program.new_window = new_window
sys.exit(beginning.run([word for word in sys.argv[1:] if word != "--fault"]))
"""


def run(tmp_path, *words):
    places = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), str(tmp_path))
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "LANGUAGE": "en"}
    command = [sys.executable, "-c", SCRIPT, *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_the_window_that_came_first_is_the_window_of_the_file(tmp_path):
    ended = run(tmp_path, str(MAP))
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines()[0] == "1 1 example-new-hip.en.journey[*]"


def test_without_a_file_it_is_the_start_page(tmp_path):
    assert run(tmp_path).stdout.splitlines()[0] == "1 1 Start a journey"


def test_a_file_that_is_named_twice_is_open_once(tmp_path):
    ended = run(tmp_path, str(MAP), str(MAP))
    assert ended.stdout.splitlines()[0].startswith("1 1 ")


def test_two_files_have_a_window_each(tmp_path):
    other = resource("templates", "blank.en.journey")
    titles = "example-new-hip.en.journey[*] blank.en.journey[*]"
    assert run(tmp_path, str(MAP), str(other)).stdout.splitlines()[0] == f"2 2 {titles}"


def test_a_fault_is_raised_and_not_swallowed(tmp_path):
    ended = run(tmp_path, "--fault")
    assert ended.returncode == 1
    assert "on purpose" in ended.stderr
