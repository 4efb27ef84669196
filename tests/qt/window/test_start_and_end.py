"""How the program begins and ends: which words open the window, and what signals do. Processes of their own."""

import os
import signal
import subprocess
import sys
import time

import pytest

from journeyeditor.__main__ import main, wants_window
from journeyeditor.assets import resource

TEMPLATE = resource("templates", "blank.en.journey")


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["map.journey"], True),
        (["somewhere/a.journey", "b.csv"], True),
        (["export", "map.journey", "out.pdf"], False),
        (["new", "map.journey"], False),
        (["--help"], False),
        (["--version"], False),
        (["exprot"], False),
        (["map.journey", "--paper", "A0"], False),
    ],
)
def test_files_open_the_window_and_words_go_to_the_command_line(words, window):
    assert wants_window(words) is window


def test_without_qt_there_is_a_sentence(monkeypatch, capsys):
    monkeypatch.delitem(sys.modules, "journeyeditor.qt.beginning", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    assert main([]) == 70
    said = capsys.readouterr().err
    assert "PySide6" in said
    assert "Traceback" not in said


SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from journeyeditor.qt import application, beginning
from journeyeditor.edits.describing import describe
shown = application.Program.new_window
def new_window(self, document=None):
    window = shown(self, document)
    def dirty():
        head = window.editor.journey.head.id
        window.editor.do(lambda journey: describe(journey, head, scenario="Something unsaved"))
        print("ready", "networkx" in sys.modules, "reportlab" in sys.modules, flush=True)
    QTimer.singleShot(200, dirty)
    return window
application.Program.new_window = new_window
sys.exit(beginning.run(sys.argv[1:]))
"""


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_at_once_without_a_question(tmp_path, number):
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path),
    }
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(TEMPLATE)], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline().split() == ["ready", "False", "False"]
            begin = time.monotonic()
            process.send_signal(number)
            assert process.wait(timeout=10) == 0
            assert time.monotonic() - begin < 5
        finally:
            if process.poll() is None:
                process.kill()
