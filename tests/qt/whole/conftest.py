"""One real window for a module, with a small map that every test finds as it was; and windows of a test's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeyeditor.assets import resource
from journeyeditor.editor.document import Document
from journeyeditor.edits.emotions import set_emotions
from journeyeditor.edits.flows import connect
from journeyeditor.edits.personas import add_persona
from journeyeditor.edits.stages import add_stage
from journeyeditor.edits.touchpoints import add_touchpoint
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Head, Persona, Stage
from journeyeditor.qt import look
from journeyeditor.qt.application import Program
from journeyeditor.tools.pointing import Pointing
from tests.qt.whole.hand import Hand, looks_into

SHOP = {
    "Discover": ("See an advert", "Ask a friend"),
    "Buy": ("Compare", "Order", "Pay"),
    "After-sales": ("Unpack", "Complain"),
}
FEELINGS = {"Nadia": (0.5, 1, 0, 0.5, -1, 1.5, -2), "Omar": (0, -0.5, 1, 1, 0.5, None, -1)}
LOOKS = os.environ.get("JOURNEYEDITOR_LOOK", "")
"""A folder for pictures of each step, if somebody wants to look."""


def shop() -> Journey:
    """A shop with three stages, seven touchpoints and two people."""
    journey = Document.open(resource("templates", "blank.en.journey")).journey
    head = Head(id="journey_shop", title="Buying a lamp", scenario="From the first look to the repair")
    made = Journey.of(head, [one for one in journey if not isinstance(one, Head | Stage | Persona)])
    people = []
    for number, name in enumerate(FEELINGS, start=1):
        made.apply(add_persona(made, id=f"persona_{name.lower()}", name=name, style=number))
        people.append(f"persona_{name.lower()}")
    keys = []
    for place, (title, touchpoints) in enumerate(SHOP.items()):
        made.apply(add_stage(made, id=f"stage_{place}", title=title))
        for each in touchpoints:
            keys.append(f"touchpoint_{len(keys)}")
            made.apply(add_touchpoint(made, f"stage_{place}", id=keys[-1], title=each, channel="channel:web"))
    for person, values in zip(people, FEELINGS.values(), strict=True):
        wished = {key: value for key, value in zip(keys, values, strict=True) if value is not None}
        made.apply(set_emotions(made, person, wished))
    made.apply(connect(made, keys[5], keys[1]))
    return made


@pytest.fixture(scope="module")
def running(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """A program with settings of its own, in English and light, for the tests of a module."""
    patch = pytest.MonkeyPatch()
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        patch.setenv(name, str(home / name.lower()))
    patch.setenv("LANGUAGE", "en")
    patch.setenv("LC_ALL", "en_GB.UTF-8")
    program = Program(home / "settings.json")
    look.apply("light")
    yield program
    for window in tuple(program.windows):
        window.close_at_once()
    program.end()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    patch.undo()


@pytest.fixture(scope="module")
def shop_window(running: Program):
    """A window of 1600 × 1000 with the shop."""
    window = running.new_window(Document(shop(), saved=True))
    window.resize(1600, 1000)
    window.show()
    return window


@pytest.fixture
def hand(shop_window, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Hand]:
    """A hand at that window; afterwards everything is as it was."""
    window = shop_window
    window.resize(1600, 1000)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.canvas.setFocus()
    window.canvas.fit_page()
    looks = looks_into(Path(LOOKS), window, request.node.name) if LOOKS else None
    made = Hand(window, looks)
    made.rest()
    window.editor.activate("persona_nadia")
    yield made
    as_it_was(window)


def as_it_was(window) -> None:
    """Nothing is held, open, selected or changed."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    window.turn_to("map")
    canvas, editor = window.canvas, window.editor
    canvas.cancel_text()
    canvas._hand.let_go()
    canvas._hand._waits = canvas._hand.space = canvas._by_keys = False
    editor.use(Pointing())
    while editor.history.position:
        editor.undo()
    editor.select([])
    editor.connecting = ""
    canvas.desk.show()
    canvas.desk.hover(None)
    editor.settle()
    QApplication.clipboard().clear()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
