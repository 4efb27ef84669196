"""Two windows, two programs, two computers at one file: whoever comes second is told, and nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import msgspec
import pytest
from PySide6.QtWidgets import QFileDialog

from journeyeditor.assets import resource
from journeyeditor.editor.document import Document
from journeyeditor.editor.recording import Recording
from journeyeditor.edits.describing import rename
from journeyeditor.files import from_bytes, load
from journeyeditor.files.generations import Generations, generations_folder
from journeyeditor.files.keeping_versions import keeper
from journeyeditor.files.locks import SILENT, holder_of, lock_place
from journeyeditor.files.recovery import leftovers, recovery_folder
from journeyeditor.qt.files import guarding, opening, saving
from journeyeditor.qt.recovery import recovering

TEMPLATE = resource("templates", "ambassador-4.en.journey")
FOUR = ["Open read-only", "Open a copy", "Open anyway", "Cancel"]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "folder" / "map.journey"
    path.parent.mkdir()
    path.write_bytes(TEMPLATE.read_bytes())
    return path


def left(path, age=0.0, **facts):
    """The lock of somebody at another computer."""
    now = time.time()
    here = {"person": "Anna Berg", "host": "laptop-7", "machine": "another", "process": 7, "token": "t", "since": now}
    place = lock_place(path)
    place.write_bytes(msgspec.json.encode({**here, "since": now - age, **facts}))
    os.utime(place, (now - age, now - age))


def touch(window, text="Another name"):
    window.editor.do(lambda journey: rename(journey, journey.stages()[0].id, text))


def first_stage(path):
    return load(path).journey.stages()[0].title


# -- whose it is ------------------------------------------------------------------------------------------------------
def test_an_open_file_is_locked_and_a_closed_one_is_not(program, file, answers):
    window = opening.open_path(program.new_window(), file)
    assert holder_of(file).is_this_process
    assert window.close()
    assert [one.name for one in file.parent.iterdir()] == ["map.journey"]
    assert answers.asked == []


def test_a_file_that_the_program_was_started_with_is_locked_too(program, file):
    opening.open_at_start(program, file)
    (window,) = program.windows
    assert window.document.lock.is_mine
    window.close()
    assert holder_of(file) is None


def test_no_refused_file_stays_locked(program, file, monkeypatch):
    monkeypatch.setattr(opening, "tell_error", lambda *_: None)
    file.write_bytes(b"no journey")
    assert opening.open_path(program.new_window(), file) is None
    assert [one.name for one in file.parent.iterdir()] == ["map.journey"]


def test_another_computer_is_told_by_name_and_cancelling_opens_nothing(program, file, answers):
    left(file)
    window = program.new_window()
    assert opening.open_path(window, file) is None
    (question, more, buttons) = answers.asked[0]
    assert question == "“map.journey” is open on another computer."
    assert more.startswith("Anna Berg opened it on “laptop-7” (today, ")
    assert buttons == FOUR
    assert window.page == "start"
    assert holder_of(file).person == "Anna Berg"


def test_read_only_is_edited_freely_and_saved_under_another_name(program, file, answers, proposed):
    left(file)
    answers.append("read")
    window = opening.open_path(program.new_window(), file)
    assert window.work.status.saved.text() == "Open elsewhere"
    touch(window, "Mine")
    assert window.isWindowModified()
    before = file.read_bytes()
    assert saving.save(window)
    assert proposed == [str(file.with_name("map (mine).journey"))]
    assert file.read_bytes() == before
    assert first_stage(window.path) == "Mine"
    assert holder_of(file).person == "Anna Berg"
    assert holder_of(window.path).is_this_process
    touch(window, "Mine again")
    assert saving.save(window)
    assert len(proposed) == 1


def test_choosing_that_very_file_for_it_is_refused_with_a_way_out(program, file, answers, monkeypatch):
    left(file)
    answers.append("read")
    window = opening.open_path(program.new_window(), file)
    touch(window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    before = file.read_bytes()
    assert not saving.save(window)
    assert answers.asked[-1][2] == ["Save as…", "Cancel"]
    assert file.read_bytes() == before
    assert window.isWindowModified()


def test_a_copy_has_no_file_and_its_name_says_what_it_is(program, file, answers, monkeypatch):
    left(file)
    answers.append("copy")
    window = opening.open_path(program.new_window(), file)
    assert window.path is None
    assert window.windowTitle() == "map.journey (a copy)[*]"
    touch(window, "Copied")
    proposed = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _p, _t, start, _k: proposed.append(start) or ("", ""))
    assert not saving.save(window)
    assert proposed == [str(file.with_name("map (copy).journey"))]


def test_open_anyway_takes_the_lock_and_both_saves_are_kept(program, file, answers):
    left(file)
    answers.append("anyway")
    window = opening.open_path(program.new_window(), file)
    assert holder_of(file).is_this_process
    theirs = Document.open(file)
    theirs.history.do(rename(theirs.journey, theirs.journey.stages()[0].id, "Theirs"))
    theirs.save()
    touch(window, "Mine")
    answers.append("both")
    assert saving.save(window)
    assert first_stage(file) == "Theirs"
    assert first_stage(window.path) == "Mine"
    assert holder_of(file) is None
    assert holder_of(window.path).is_this_process


def test_what_is_replaced_of_another_one_is_kept_as_an_earlier_version(program, file, answers):
    window = opening.open_path(program.new_window(), file)
    theirs = Document.open(file)
    theirs.history.do(rename(theirs.journey, theirs.journey.stages()[0].id, "Theirs"))
    theirs.save()
    touch(window, "Mine")
    answers.append("replace")
    assert saving.save(window)
    assert first_stage(file) == "Mine"
    keeper.wait()
    kept = Generations(generations_folder())
    titles = [from_bytes(kept.read(file, one)).stages()[0].title for one in kept.versions(file)]
    assert titles == ["Mine", "Theirs"]


def test_a_computer_that_has_been_silent_for_long_is_doubted(program, file, answers):
    left(file, age=3 * SILENT)
    opening.open_path(program.new_window(), file)
    question, more, buttons = answers.asked[0]
    assert question == "“map.journey” may still be open on another computer."
    assert "the last sign of life came" in more
    assert buttons[0] == "Open anyway"


def test_a_lock_that_cannot_be_read_leaves_the_choice(program, file, answers):
    lock_place(file).write_bytes(b"")
    answers.append("anyway")
    assert opening.open_path(program.new_window(), file).path == file
    assert answers.asked[0][0] == "Somebody may have “map.journey” open."


@pytest.mark.parametrize("age", [0.0, 3 * SILENT])
def test_saving_over_a_file_that_somebody_has_open_is_asked_about(program, file, answers, monkeypatch, tmp_path, age):
    window = opening.open_path(program.new_window(), file)
    other = tmp_path / "theirs.journey"
    other.write_bytes(b"theirs")
    left(other, age=age)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    assert not saving.save_as(window)
    assert answers.asked[0][2] == ["Save as…", "Save anyway", "Cancel"]
    assert other.read_bytes() == b"theirs"
    assert (window.path, holder_of(file).is_this_process) == (file, True)
    answers.append("anyway")
    assert saving.save_as(window)
    assert (window.path, holder_of(file), holder_of(other).is_this_process) == (other, None, True)


# -- in one program ---------------------------------------------------------------------------------------------------
def test_a_file_that_is_open_here_comes_forward_without_a_question(program, file, answers):
    window = opening.open_path(program.new_window(), file)
    assert opening.open_path(program.new_window(), file) is window
    assert answers.asked == []


def test_the_file_of_another_window_is_not_saved_over(program, file, answers, monkeypatch, tmp_path):
    opening.open_path(program.new_window(), file)
    second = tmp_path / "second.journey"
    second.write_bytes(TEMPLATE.read_bytes())
    window = opening.open_path(program.new_window(), second)
    before = file.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    assert not saving.save_as(window)
    assert answers.asked[0][0] == "map.journey: This file is open in another window."
    assert file.read_bytes() == before
    assert window.path == second


def test_work_that_was_kept_of_an_open_file_comes_into_it_unless_it_was_changed(program, file, answers):
    document = Document.open(file)
    recording = Recording(document, recovery_folder())
    document.history.do(rename(document.journey, document.journey.stages()[0].id, "Before the crash"))
    recording.flush()
    recording.close(keep=True)
    (leftover,) = leftovers(recovery_folder())
    window = opening.open_path(program.new_window(), file)
    touch(window, "Mine")
    shown = recovering.recover(program.new_window(), leftover)
    assert shown.path is None
    assert shown.isWindowModified()
    assert shown.editor.journey.stages()[0].title == "Before the crash"
    assert window.editor.journey.stages()[0].title != "Before the crash"
    assert not answers.asked  # it is no question of another window


def test_save_as_takes_path_lock_and_log_along(program, file, tmp_path, monkeypatch):
    window = opening.open_path(program.new_window(), file)
    touch(window, "One")
    before = file.read_bytes()
    other = tmp_path / "other.journey"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    assert saving.save_as(window)
    touch(window, "Two")
    window.keeper.recording.flush()
    window.close_at_once()
    (leftover,) = leftovers(recovery_folder())
    assert (leftover.facts.path, leftover.facts.hash) == (str(other), load(other).hash)
    assert file.read_bytes() == before
    assert list(tmp_path.rglob(".~lock*")) == []


def test_a_sign_of_life_is_given_and_a_lost_lock_is_told_once(program, file, qtbot):
    window = opening.open_path(program.new_window(), file)
    guard = program.findChild(guarding.Guard)
    os.utime(lock_place(file), (1, 1))
    guard.look()
    assert time.time() - lock_place(file).stat().st_mtime < 60
    left(file)
    window.show()
    guard.look()
    assert "Somebody else has opened this file" in window.work.banner.accessibleName()
    window.close_at_once()
    assert holder_of(file).person == "Anna Berg"


def test_where_no_lock_can_be_written_all_goes_on(program, file, answers, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "no")

    monkeypatch.setattr("journeyeditor.files.locks.os.open", refuse)
    window = opening.open_path(program.new_window(), file)
    touch(window, "Saved")
    monkeypatch.undo()
    assert window.document.lock is None
    assert saving.save(window)
    assert first_stage(file) == "Saved"
    assert window.close()


# -- two programs -----------------------------------------------------------------------------------------------------
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from journeyeditor.qt import application, beginning
shown = application.Program.new_window
def new_window(self, document=None):
    window = shown(self, document)
    QTimer.singleShot(50, lambda: print("open", flush=True))
    return window
application.Program.new_window = new_window
sys.exit(beginning.run(sys.argv[1:]))
"""


@pytest.fixture
def other(file):
    """Another Journey Editor that has the file open."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(file)], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline().strip() == "open"
        yield process
        if process.poll() is None:
            process.kill()


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_second_program_asks_and_after_the_first_has_ended_it_does_not(program, file, other, answers, number):
    assert opening.open_path(program.new_window(), file) is None
    assert answers.asked[0][0] == "“map.journey” is open in another Journey Editor on this computer."
    assert holder_of(file).process == other.pid
    other.send_signal(number)
    other.wait(10)
    assert lock_place(file).exists() == (number == signal.SIGKILL)
    assert opening.open_path(program.new_window(), file).path == file
    assert len(answers.asked) == 1
    assert holder_of(file).is_this_process
