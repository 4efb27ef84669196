"""Where windows come up: where the last one was, and always whole on a screen."""

import json

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from journeyeditor.qt.window.placing import place, placed

SCREEN = QRect(0, 0, 800, 800)  # of the offscreen platform


@pytest.fixture
def bare(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    assert QGuiApplication.primaryScreen().availableGeometry() == SCREEN
    return window


def test_it_stands_where_the_last_one_stood(bare):
    place(bare, json.dumps([40, 60, 700, 500, False]))
    assert bare.geometry() == QRect(40, 60, 700, 500)
    assert json.loads(placed(bare)) == [40, 60, 700, 500, False]


def test_a_further_one_stands_aside(bare):
    place(bare, json.dumps([40, 60, 640, 500, False]), beside=2)
    assert bare.geometry() == QRect(96, 116, 640, 500)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "[1, 2]",
        json.dumps([40, 60, 1440, 900, False]),
        json.dumps([700, 700, 640, 480, False]),
        json.dumps([5000, 5000, 640, 480, False]),
        json.dumps([-1, -1, 9000, 9000, False]),
    ],
)
@pytest.mark.parametrize("beside", [0, 1, 40])
def test_it_is_whole_on_the_screen_whatever_was_remembered(bare, text, beside):
    place(bare, text, beside=beside)
    assert SCREEN.contains(bare.geometry())


def test_it_comes_back_as_large_as_the_screen(bare):
    place(bare, json.dumps([0, 0, 700, 500, True]))
    assert bare.isMaximized()
