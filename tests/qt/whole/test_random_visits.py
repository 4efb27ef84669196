"""Somebody who opens every dialog and page and does this and that in it: the journey's laws hold, undo leads back."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from journeyeditor.assets import resource
from journeyeditor.edits.describing import rename
from journeyeditor.files.keeping_versions import keeper
from journeyeditor.model.records import AnyRecord
from journeyeditor.model.rules import broken_rules
from journeyeditor.qt.files import importing, opening, saving
from journeyeditor.qt.health.list import HealthList
from journeyeditor.qt.presentation.show import Presentation
from journeyeditor.qt.window.deeds import present, show_priorities
from journeyeditor.qt.window.main_window import MainWindow
from tests.qt.whole.hand import Hand
from tests.qt.whole.test_random_user import NOT
from tests.qt.whole.visitor import Visitor

SEEDS = [int(one) for one in os.environ.get("JOURNEYEDITOR_SEEDS", "11").split(",")]
LOG = "case_id;activity;timestamp;org:resource\n3;register;2010;Pete\n3;decide;2011;Mike\n2;register;2012;Mike\n"
LEFT_ALONE = NOT - {"priorities"} | {"recent"}


class Guest:
    """Opens one thing after the other, by chance."""

    def __init__(self, window: MainWindow, table: Path, seed: int) -> None:
        self.window, self._table = window, table
        self.start: dict[str, AnyRecord] = {}
        """What the file held before anything was done."""
        self.hand = Hand(window)
        self.chance = random.Random(seed)  # noqa: S311 - not for secrets
        self.visitor = Visitor(self.hand, seed, LEFT_ALONE)
        self.ways: tuple[Callable[[], object], ...] = (
            self.versions, self.columns, self.priorities, self.presentation, self.find, self.table, self.compare,
            self.persona, self.settings, self.shortcuts, self.export, self.template, self.inspector, self.history,
            self.health, self.parking_lot,
        )  # fmt: skip

    def go(self, times: int) -> None:
        """So many visits; each is followed by the look whether all is well."""
        self.visitor.begin()
        for number in range(times):
            way = self.chance.choice(self.ways)
            print(number, way.__name__)  # noqa: T201 - pytest shows it where it fails
            self.select()
            way()
            self.hand.rest()
            self.leave()
            assert not broken_rules(self.window.editor.journey)
        self.visitor.end()

    def leave(self) -> None:
        """Closes what else has opened."""
        for one in tuple(self.window.program.windows):
            if one is not self.window:
                one.close_at_once()
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.window.activateWindow()

    def select(self) -> None:
        """Something on the map."""
        editor = self.window.editor
        keys = [one.id for one in editor.journey if editor.board.boxes(one.id)]
        self.window.editor.select(self.chance.sample(keys, self.chance.choice([0, 1, 1, 1, 2, 5])))

    def versions(self) -> None:
        self.trigger("versions")
        self.wait()

    def columns(self) -> None:
        importing.import_path(self.window, self._table)

    def priorities(self) -> None:
        show_priorities(self.window)
        self.visitor.visit(next(one for one in self.window.findChildren(QDialog, "priorities") if one.isVisible()))

    def presentation(self) -> None:
        present(self.window)
        self.visitor.visit(next(one for one in self.window.findChildren(Presentation) if one.isVisible()))

    def find(self) -> None:
        self.trigger(self.chance.choice(["find", "replace"]))
        self.visitor.stay(self.window.work.part("find"))

    def table(self) -> None:
        self.page("table")

    def compare(self) -> None:
        self.page("compare")

    def page(self, name: str) -> None:
        self.window.turn_to(name)
        self.visitor.stay(self.window.work.part(name))
        self.window.turn_to("map")

    def persona(self) -> None:
        people = self.window.editor.journey.personas()
        if people:
            self.window.work.panels.part("personas").edit(self.chance.choice(people).id)
            self.wait()

    def settings(self) -> None:
        self.trigger("settings")

    def shortcuts(self) -> None:
        self.trigger("shortcuts")

    def export(self) -> None:
        self.trigger("export")

    def template(self) -> None:
        self.trigger("save-template")

    def inspector(self) -> None:
        self.window.work.show_inspector()
        self.visitor.stay(self.window.work.inspector)

    def history(self) -> None:
        self.trigger("history")
        self.visitor.stay(self.window.work.panels.side)

    def health(self) -> None:
        self.trigger("health")
        for found in self.window.findChildren(HealthList):
            if found.isVisible():
                self.visitor.stay(found)

    def parking_lot(self) -> None:
        self.trigger("capture")
        self.visitor.stay(self.window.work.parking_lot)

    def trigger(self, name: str) -> None:
        self.window.action_set.refresh()
        self.window.actions_by_id[name].trigger()

    def wait(self) -> None:
        """Until a dialog that opened beside the loop has been looked into."""
        found = QApplication.activeModalWidget()
        if found is not None:
            self.visitor.visit(found)


@pytest.fixture
def guest_of(program, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Guest]:
    """Makes a guest at a window whose file has earlier versions; files and browsers are left alone."""
    for name, nothing in (("getOpenFileName", ""), ("getSaveFileName", ""), ("getOpenFileNames", [])):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_a, nothing=nothing, **_k: (nothing, "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_a, **_k: ""))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: 0)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    path, table = tmp_path / "map.journey", tmp_path / "log.csv"
    path.write_bytes(resource("templates", "loyalty-6.en.journey").read_bytes())
    table.write_text(LOG)

    def made(seed: int) -> Guest:
        window = opening.open_path(program.new_window(), path)
        assert window is not None
        start = {record.id: record for record in window.editor.journey}
        for title in ("One", "Two", "Three"):
            window.editor.do(lambda journey, title=title: rename(journey, journey.stages()[0].id, title))
            assert saving.save(window)
            keeper.wait()
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        guest = Guest(window, table, seed)
        guest.start = start
        return guest

    return made


def look_in(guest: Guest, times: int) -> None:
    """Goes everywhere, then back to the start."""
    editor = guest.window.editor
    guest.go(times)
    guest.window.turn_to("map")
    guest.window.commit_text()
    while editor.history.position:
        editor.undo()
    assert {record.id: record for record in editor.journey} == guest.start


def test_somebody_looks_into_everything(guest_of: Callable[[int], Guest]) -> None:
    look_in(guest_of(3), 24)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_somebody_looks_into_everything_for_a_whole_day(guest_of: Callable[[int], Guest], seed: int) -> None:
    look_in(guest_of(seed), 600)
