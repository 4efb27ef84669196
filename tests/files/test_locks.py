"""Two windows, two programs, two computers at one file: each knows of the other."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from journeyeditor.files import locks, machine
from journeyeditor.files.locks import Holder, InUse, holder_of, lock_place, take

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.journey"
    path.write_bytes(b"x")
    return path


def left(path: Path, **facts: object) -> Path:
    """A lock as somebody else wrote it."""
    here = {"person": "Anna Berg", "host": "laptop-7", "machine": "another", "process": 7, "token": "t", "since": 1.0}
    place = lock_place(path)
    place.write_bytes(msgspec.json.encode({**here, **facts}))
    return place


OTHER = """
import sys, time
sys.path.insert(0, {root!r})
from journeyeditor.files.locks import take
lock = take(sys.argv[1])
print("taken", lock is not None, flush=True)
sys.stdin.readline()
lock.release()
"""


@pytest.fixture
def other(mine: Path):
    """Another program that has the file open."""
    with subprocess.Popen(
        [sys.executable, "-c", OTHER.format(root=str(ROOT)), str(mine)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().split() == ["taken", "True"]
        yield process
        if process.poll() is None:
            process.kill()


def test_a_lock_says_whose_it_is_and_goes_when_it_is_released(mine: Path) -> None:
    lock = take(mine)
    assert lock is not None
    holder = holder_of(mine)
    assert holder is not None
    assert (holder.process, holder.host, holder.is_this_process) == (os.getpid(), machine.host(), True)
    with pytest.raises(InUse, match="another window"):
        take(mine)
    lock.release()
    assert [one.name for one in mine.parent.iterdir()] == ["mine.journey"]
    assert holder_of(mine) is None


def test_another_program_is_seen_and_seen_to_go(mine: Path, other: subprocess.Popen[str]) -> None:
    with pytest.raises(InUse) as told:
        take(mine)
    assert (told.value.holder.process, told.value.holder.state) == (other.pid, "here")
    assert not told.value.holder.is_this_process
    other.communicate("\n", timeout=10)
    assert take(mine) is not None


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_what_a_killed_program_left_behind_frightens_nobody(mine: Path, other: subprocess.Popen[str]) -> None:
    other.send_signal(signal.SIGKILL)
    other.wait(10)
    assert lock_place(mine).exists()
    lock = take(mine)
    assert lock is not None
    assert lock.is_mine
    lock.release()
    assert len(list(mine.parent.iterdir())) == 1


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="when a process began is not told here")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc tells it")
def test_a_process_that_has_ended_and_was_not_looked_at_yet_does_not_run() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        deadline = time.monotonic() + 10
        while machine.runs(ended.pid) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not machine.runs(ended.pid)
        assert ended.returncode is None, "its number must still be kept for this to say anything"
    assert machine.runs(os.getpid())


def test_a_number_that_another_process_has_now_is_no_holder(mine: Path) -> None:
    left(mine, machine=machine.machine(), process=os.getppid(), started="long ago")
    lock = take(mine)
    assert lock is not None
    assert lock.is_mine


def test_another_computer_is_believed_and_after_a_while_doubted(mine: Path) -> None:
    place = left(mine)
    with pytest.raises(InUse, match="Anna Berg") as told:
        take(mine)
    assert told.value.holder.state == "elsewhere"
    before = time.time() - 2 * locks.SILENT
    os.utime(place, (before, before))
    holder = holder_of(mine)
    assert holder is not None
    assert (holder.state, holder.person, holder.host) == ("silent", "Anna Berg", "laptop-7")
    with pytest.raises(InUse):
        take(mine)  # the person decides
    lock = take(mine, from_whomever=True)
    assert lock is not None
    assert lock.is_mine


def test_whoever_lost_a_lock_does_not_take_away_the_other_ones(mine: Path) -> None:
    first = take(mine)
    second = take(mine, from_whomever=True)
    assert first is not None
    assert second is not None
    assert not first.renew()
    first.release()
    assert second.is_mine
    assert second.renew()


def test_a_sign_of_life_is_seen(mine: Path) -> None:
    lock = take(mine)
    assert lock is not None
    os.utime(lock.place, (1, 1))
    assert lock.renew()
    assert time.time() - lock.place.stat().st_mtime < 60


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\0" * 5000, b'{"token": 7}', b'{"process": "x"}', b"[" * 4000, b"\xff\xfe"]
)
def test_a_lock_that_cannot_be_read_is_somebodys(mine: Path, data: bytes) -> None:
    lock_place(mine).write_bytes(data)
    with pytest.raises(InUse) as told:
        take(mine)
    assert told.value.holder.state == "unknown"
    assert take(mine, from_whomever=True) is not None


def test_what_a_stranger_wrote_into_a_lock_is_short_plain_text(mine: Path) -> None:
    left(mine, person="\x1b[31mA\n" + "n" * 500, host="<b>h</b>\x00")
    holder = holder_of(mine)
    assert holder is not None
    assert len(holder.person) <= 80
    assert holder.person.startswith("[31mA n")
    assert holder.host == "<b>h</b>"


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EIO])
def test_where_no_lock_can_be_written_work_goes_on(mine: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("journeyeditor.files.locks.os.open", refuse)
    assert take(mine) is None


def test_a_folder_that_is_not_there_and_a_name_that_is_too_long_are_no_hindrance(tmp_path: Path) -> None:
    assert take(tmp_path / "gone" / "mine.journey") is None
    assert take(tmp_path / ("n" * 250)) is None


def test_half_a_lock_is_not_left_behind(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeyeditor.files.locks.os.write", lambda *_: 3)
    assert take(mine) is None
    assert not lock_place(mine).exists()


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_and_its_file_have_one_lock(mine: Path, tmp_path: Path) -> None:
    link = tmp_path / "desk" / "link.journey"
    link.parent.mkdir()
    link.symlink_to(mine)
    assert take(link) is not None
    with pytest.raises(InUse):
        take(mine)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files")
def test_a_trap_in_a_locks_place_is_not_walked_into(mine: Path) -> None:
    os.mkfifo(lock_place(mine))
    with pytest.raises(InUse):
        take(mine)


def test_of_two_who_find_the_same_left_over_lock_one_gets_it(mine: Path) -> None:
    """The one that judged it later must not take away the lock that the other made of it in the meantime."""
    left(mine, token="stale")  # noqa: S106
    stale = Holder(token="stale")  # noqa: S106
    lock = take(mine, from_whomever=True)
    assert lock is not None
    locks._take_away(lock.place, stale)
    assert lock.is_mine
    assert len(list(mine.parent.iterdir())) == 2
