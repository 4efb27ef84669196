"""A crash costs nothing: the next start offers the work, and the file is touched by nobody."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeyeditor.editor.document import Document
from journeyeditor.editor.recording import Recording
from journeyeditor.edits.describing import rename
from journeyeditor.files.recovery import discard, left_behind, leftovers, recovered
from journeyeditor.model.records import Note
from journeyeditor.qt.application import Program
from journeyeditor.qt.files import importing, opening, saving
from journeyeditor.qt.recovery.keeper import WRITTEN
from journeyeditor.qt.recovery.recovering import recover
from journeyeditor.qt.window.deeds import after_saving
from journeyeditor.qt.window.main_window import MainWindow
from journeyeditor.words.moments import moment_said

ROOT = Path(__file__).resolve().parents[3]
MAP = ROOT / "resources" / "templates" / "ambassador-4.en.journey"


@pytest.fixture
def program(qapp: object, tmp_path: Path) -> Iterator[Program]:
    made = Program(tmp_path / "settings.json")
    made.change(msgspec.structs.replace(made.settings, autosave_folder=str(tmp_path / "logs"), language="en"))
    yield made
    made.end()


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.journey"
    path.write_bytes(MAP.read_bytes())
    return path


def crashed(path: Path, folder: Path, text: str = "Typed before the crash") -> None:
    """A program that ended in the middle of its work."""
    document = Document.open(path)
    recording = Recording(document, folder)
    document.history.do(rename(document.journey, document.journey.stages()[0].id, text))
    recording.flush()
    recording.close(keep=True)


def test_the_start_page_offers_it_and_recover_opens_it(
    program: Program, mine: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    crashed(mine, tmp_path / "logs")
    os.utime(mine, (1.7e9, 1.7e9))
    before = mine.read_bytes()
    window = program.new_window()
    (card,) = window.start_page.column.cards
    (left,) = leftovers(tmp_path / "logs")
    assert "1 change after the last save" in card.told
    for moment in (left.facts.changed, mine.stat().st_mtime):  # both dates, to choose by
        assert moment_said(moment, time.time(), program.speech) in card.told
    qtbot.mouseClick(card.recover_button, Qt.MouseButton.LeftButton)
    assert window.editor.journey.stages()[0].title == "Typed before the crash"
    assert window.path == mine
    assert window.isWindowModified()
    assert mine.read_bytes() == before
    assert leftovers(tmp_path / "logs") == []  # in use by this window
    window.close_at_once()
    (again,) = leftovers(tmp_path / "logs")  # the system closed it: offered once more
    assert again.facts.path == str(mine)


def test_what_is_typed_is_on_the_disk_within_a_second(
    program: Program, mine: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window: MainWindow = program.new_window(Document.open(mine))
    stage = window.editor.journey.stages()[0].id
    start = time.monotonic()
    window.editor.do(lambda journey: rename(journey, stage, "Said in the room"))
    logs = tmp_path / "logs"
    qtbot.waitUntil(lambda: any(logs.glob("*.recovery*")) if logs.exists() else False, timeout=1000)
    assert time.monotonic() - start < 1
    assert window.keeper is not None
    window.keeper.recording.log.wait()
    window.close_at_once()
    assert len(leftovers(logs)) == 1


def test_work_is_kept_in_the_usual_folder_where_the_chosen_one_takes_nothing(
    program: Program, mine: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program.change(msgspec.structs.replace(program.settings, autosave_folder="/proc/nowhere"))
    window = program.new_window(Document.open(mine))
    stage = window.editor.journey.stages()[0].id
    said: list[str] = []
    window.work.banner.said.connect(said.append)
    for number in range(3):
        window.editor.do(lambda journey, n=number: rename(journey, stage, f"Said {n}"))
        qtbot.wait(700)
    assert len(said) == 1
    assert "“/proc/nowhere” cannot be written, so unsaved work is kept in the usual folder." in said[0]
    window.close_at_once()  # as the system does it
    (card,) = program.new_window().start_page.column.cards
    assert recovered(card.leftover).journey.stages()[0].title == "Said 2"


def test_it_is_said_where_nothing_can_be_kept_at_all(
    program: Program, mine: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journeyeditor.files.recovery.recovery_folder", lambda: Path("/proc/nowhere"))
    program.change(msgspec.structs.replace(program.settings, autosave_folder=""))
    window = program.new_window(Document.open(mine))
    stage = window.editor.journey.stages()[0].id
    said: list[str] = []
    window.work.banner.said.connect(said.append)
    window.editor.do(lambda journey: rename(journey, stage, "Said"))
    qtbot.waitUntil(lambda: len(said) == 1, timeout=3000)
    assert "What is not saved yet cannot be kept against a crash" in said[0]


def test_another_folder_in_the_settings_counts_at_once(
    program: Program, mine: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.new_window(Document.open(mine))
    stage = window.editor.journey.stages()[0].id
    window.editor.do(lambda journey: rename(journey, stage, "Said"))
    qtbot.waitUntil(lambda: not window.keeper.recording.waits, timeout=2000)
    program.change(msgspec.structs.replace(program.settings, autosave_folder=str(tmp_path / "other")))
    window.close_at_once()
    assert leftovers(tmp_path / "logs") == []
    assert len(leftovers(tmp_path / "other")) == 1


def test_saved_work_leaves_nothing_behind(program: Program, mine: Path, tmp_path: Path, qtbot: QtBot) -> None:
    window = program.new_window(Document.open(mine))
    stage = window.editor.journey.stages()[0].id
    window.editor.do(lambda journey: rename(journey, stage, "Kept"))
    window.document.save()
    after_saving(window)
    window.close_at_once()
    assert leftovers(tmp_path / "logs") == []


def test_half_a_line_for_the_parking_lot_survives_a_crash(
    program: Program, mine: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    logs = tmp_path / "logs"
    window = program.new_window(Document.open(mine))
    line = window.work.parking_lot.line
    qtbot.keyClicks(line, "no seats in the wait")
    assert window.document.is_saved
    qtbot.waitUntil(lambda: window.keeper is not None and not window.keeper.recording.waits, timeout=1000)
    qtbot.keyClicks(line, "ing room")
    qtbot.waitUntil(lambda: not window.keeper.recording.waits, timeout=1000)
    window.close_at_once()  # as the system does it; what kill -9 leaves is the same log
    (left,) = leftovers(logs)
    assert left.facts.jotted == "no seats in the waiting room"
    again = recover(program.new_window(), left)
    assert again is not None
    assert again.work.parking_lot.line.text() == "no seats in the waiting room"
    qtbot.keyClick(again.work.parking_lot.line, Qt.Key.Key_Return)
    assert "no seats in the waiting room" in [note.text for note in again.editor.journey.all(Note)]
    again.close_at_once()


def test_a_line_that_was_noted_or_taken_back_leaves_nothing(
    program: Program, mine: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.new_window(Document.open(mine))
    line = window.work.parking_lot.line
    qtbot.keyClicks(line, "hm")
    qtbot.waitUntil(lambda: window.keeper is not None and not window.keeper.recording.waits, timeout=1000)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.keeper.recording.waits, timeout=1000)
    window.keeper.recording.log.wait()
    window.close_at_once()
    assert leftovers(tmp_path / "logs") == []


def opened_after_a_crash(program: Program, path: Path, logs: Path, qtbot: QtBot) -> MainWindow:
    crashed(path, logs)
    os.utime(path, (1.7e9, 1.7e9))
    opening.open_at_start(program, path)
    (window,) = program.windows
    window.show()
    qtbot.waitUntil(lambda: window.work.notice is not None, timeout=3000)
    return window


def test_opening_the_file_tells_of_the_kept_work_and_applies_nothing(
    program: Program, mine: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    window = opened_after_a_crash(program, mine, tmp_path / "logs", qtbot)
    window.editor.announce.listen(said.append)
    bar = window.work.notice
    assert bar.isVisible()
    (left,) = leftovers(tmp_path / "logs")
    assert "1 change" in bar.told
    for moment in (left.facts.changed, mine.stat().st_mtime):
        assert moment_said(moment, time.time(), program.speech) in bar.told
    assert window.document.is_saved
    title = window.editor.journey.stages()[0].title
    assert title != "Typed before the crash"
    qtbot.mouseClick(bar.recover_button, Qt.MouseButton.LeftButton)
    assert window.editor.journey.stages()[0].title == "Typed before the crash"
    assert not bar.isVisible()
    assert program.windows == [window]
    assert leftovers(tmp_path / "logs") == []  # this window holds it now
    window.editor.undo()
    assert window.editor.journey.stages()[0].title == title
    window.editor.redo()
    window.close_at_once()
    assert len(leftovers(tmp_path / "logs")) == 1


def test_kept_work_that_waits_outlives_saving_and_is_a_copy_then(
    program: Program, mine: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened_after_a_crash(program, mine, tmp_path / "logs", qtbot)
    stage = window.editor.journey.stages()[1].id
    window.editor.do(lambda journey: rename(journey, stage, "Done in the meantime"))
    assert saving.save(window)
    assert "copy" in window.work.notice.told
    (left,) = leftovers(tmp_path / "logs")
    qtbot.mouseClick(window.work.notice.recover_button, Qt.MouseButton.LeftButton)
    copy = program.windows[-1]
    assert copy is not window
    assert copy.path is None
    assert copy.editor.journey.stages()[0].title == "Typed before the crash"
    assert window.editor.journey.stages()[1].title == "Done in the meantime"
    assert window.document.is_saved
    assert not left.log.exists()
    for one in (copy, window):
        one.close_at_once()


def test_later_leaves_the_work_where_it_is(program: Program, mine: Path, tmp_path: Path, qtbot: QtBot) -> None:
    window = opened_after_a_crash(program, mine, tmp_path / "logs", qtbot)
    bar = window.work.notice
    bar.later_button.setFocus()
    qtbot.keyClick(bar.later_button, Qt.Key.Key_Return)
    assert not bar.isVisible()
    window.close_at_once()
    assert len(leftovers(tmp_path / "logs")) == 1


def test_the_start_page_brings_it_into_the_file_that_is_open(
    program: Program, mine: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened_after_a_crash(program, mine, tmp_path / "logs", qtbot)
    window.turn_to("start")
    (card,) = window.start_page.column.cards
    qtbot.mouseClick(card.recover_button, Qt.MouseButton.LeftButton)
    assert program.windows == [window]
    assert window.page == "map"
    assert window.editor.journey.stages()[0].title == "Typed before the crash"
    assert not window.work.notice.isVisible()
    window.close_at_once()


def test_of_several_kept_works_the_strip_says_how_many_there_are_and_leads_to_each(
    program: Program, mine: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    logs = tmp_path / "logs"
    crashed(mine, logs, "The day before")
    window = opened_after_a_crash(program, mine, logs, qtbot)
    bar, said = window.work.notice, []
    window.editor.announce.listen(said.append)
    assert ", 1 of 2: " in bar.told
    newest = bar.leftover
    qtbot.mouseClick(bar.next_button, Qt.MouseButton.LeftButton)
    assert ", 2 of 2: " in bar.told
    assert said == [bar.told]
    older = bar.leftover
    assert older.facts.changed <= newest.facts.changed
    qtbot.mouseClick(bar.recover_button, Qt.MouseButton.LeftButton)
    assert window.editor.journey.stages()[0].title == "The day before"
    assert bar.isVisible()  # the other one waits, and says that it would be a copy now
    assert bar.leftover == newest
    assert " of 2" not in bar.told
    assert "copy" in bar.told
    assert not bar.next_button.isVisible()
    discard(newest.log)  # as on the start page
    bar.hide()
    bar.show()
    assert not bar.isVisible()
    window.close_at_once()


class FullDisk(sqlite3.Connection):
    """A database on a disk that has no room now and then."""

    full = False

    def execute(self, *given: object) -> sqlite3.Cursor:  # type: ignore[override]
        if FullDisk.full:
            raise sqlite3.OperationalError("database or disk is full")
        return super().execute(*given)  # type: ignore[arg-type]

    def executescript(self, script: str) -> sqlite3.Cursor:  # type: ignore[override]
        if FullDisk.full:
            raise sqlite3.OperationalError("database or disk is full")
        return super().executescript(script)


@pytest.mark.parametrize("full_from", [0, 1])
def test_a_disk_that_is_full_for_a_while_is_told_once_and_then_all_work_is_kept(
    program: Program, mine: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, full_from: int
) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **more: connect(*given, **{**more, "factory": FullDisk}))
    window = program.new_window(Document.open(mine))
    told: list[str] = []
    window.work.banner.said.connect(told.append)
    keys = [stage.id for stage in window.editor.journey.stages()]
    for number in range(4):
        monkeypatch.setattr(FullDisk, "full", full_from <= number < full_from + 2)
        text = f"Typed {number}"
        window.editor.do(lambda journey, number=number, text=text: rename(journey, keys[number], text))  # type: ignore[misc]
        assert window.keeper is not None
        qtbot.waitUntil(lambda: not window.keeper.recording.waits, timeout=2000)
        qtbot.wait(WRITTEN + 100)
    assert ["(database or disk is full)" in text for text in told] == [True, False]  # and then that it is the usual one
    window.keeper.recording.log.wait()
    window.close_at_once()
    (left,) = left_behind(str(tmp_path / "logs"))
    titles = [stage.title for stage in recovered(left).journey.stages()]
    assert titles[:4] == ["Typed 0", "Typed 1", "Typed 2", "Typed 3"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.csv", "Stage,Touchpoint\nSearch,Looks around\n"),
        ("t.mmd", "journey\n  title My day\n  section Search\n    Looks around: 3: Me\n"),
    ],
)
def test_what_was_imported_is_kept_at_once_and_offered_at_the_next_start(
    program: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str, text: str
) -> None:
    monkeypatch.setattr(importing.ReportDialog, "exec", lambda _dialog: None)
    (tmp_path / name).write_text(text)
    window = importing.import_path(program.new_window(), tmp_path / name)
    assert window is not None
    qtbot.waitUntil(lambda: window.keeper is not None and not window.keeper.recording.waits, timeout=2000)
    window.close_at_once()  # as the system does it; what kill -9 leaves is the same log
    again = program.new_window()
    (card,) = again.start_page.column.cards
    assert "never saved" in card.told
    assert "change" not in card.told
    qtbot.mouseClick(card.recover_button, Qt.MouseButton.LeftButton)
    assert [one.title for one in again.editor.journey.touchpoints()] == ["Looks around"]
    qtbot.waitUntil(lambda: not again.keeper.recording.waits, timeout=2000)
    assert len(list((tmp_path / "logs").glob("*.recovery"))) == 1  # one log for one map
    again.close_at_once()


def test_a_copy_that_closing_would_ask_about_is_kept_at_once(
    program: Program, mine: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = program.new_window(Document.open(mine))
    window.action_set.refresh()
    window.actions_by_id["to-be"].trigger()
    copy = program.windows[-1]
    assert copy is not window
    qtbot.waitUntil(lambda: copy.keeper is not None and not copy.keeper.recording.waits, timeout=2000)
    for one in (window, copy):
        one.close_at_once()
    (left,) = leftovers(tmp_path / "logs")
    assert left.facts.path == ""
