"""Disks that fail, programs that hold the file, and kills: the old file stays whole and nothing is left lying."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from journeyeditor import files
from journeyeditor.errors import CannotWrite, message
from journeyeditor.files import litter, safely
from journeyeditor.model.change import Change
from tests.files.building import picture, rich

OLD = b"the old contents, which must not be lost"
posix = pytest.mark.skipif(os.name != "posix", reason="modes, links and signals as POSIX has them")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "map.journey"
    path.write_bytes(OLD)
    return path


def only(path: Path) -> bool:
    """Whether nothing else lies in the folder: no litter."""
    return [entry.name for entry in path.parent.iterdir()] == [path.name]


def sentence(error: pytest.ExceptionInfo[CannotWrite]) -> str:
    assert error.value.advice is not None, "a failed save needs a way out"
    return error.value.problem.english()


# -- disks that fail -------------------------------------------------------------------------------------------------
@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB."""
    if sys.platform != "linux" or os.getuid() != 0:
        pytest.skip("a small disk needs root on Linux")
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine mounts nothing")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("free", [0, 1, 4, 40, 100])
def test_a_full_disk_keeps_the_old_file_whole(small_disk: Path, free: int) -> None:
    path = small_disk / "map.journey"
    files.save(rich(), path)
    good = path.read_bytes()
    with (small_disk / "ballast").open("wb") as ballast:
        room = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
        ballast.write(b"x" * max(0, room - free * 1024))
    big = rich()
    touchpoint = big.touchpoints()[0]
    image = big.images.add(picture("PNG", (8, 8)) + os.urandom(150_000))
    after = msgspec.structs.replace(touchpoint, image=image)
    big.apply(Change(message("Edit"), {touchpoint.id: (touchpoint, after)}))
    with pytest.raises(CannotWrite) as refused:
        files.save(big, path)
    assert sentence(refused) == "The disk is full."
    assert path.read_bytes() == good
    assert sorted(entry.name for entry in small_disk.iterdir()) == ["ballast", "map.journey"]


@posix
def test_a_disk_that_takes_only_part_of_each_write_gets_the_whole(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data[:7])))
    files.write_safely(target, OLD * 9)
    assert target.read_bytes() == OLD * 9


@posix
@pytest.mark.parametrize("call", ["write", "fsync", "fstat", "open"])
def test_an_error_of_the_disk_at_any_step_keeps_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def fails(*_: object, **__: object) -> int:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, call, fails)
    with pytest.raises(CannotWrite) as refused:
        files.write_safely(target, b"new")
    monkeypatch.undo()
    assert sentence(refused) == "The disk or the network reports an error."
    assert target.read_bytes() == OLD
    assert only(target)


@posix
def test_a_write_that_says_zero_is_a_full_disk(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda *_: 0)
    with pytest.raises(CannotWrite, match="The disk is full"):
        files.write_safely(target, b"new")
    assert target.read_bytes() == OLD


def test_a_share_that_says_yes_and_keeps_half_is_found_out(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: read(path)[: 2 if path != target else None])
    with pytest.raises(CannotWrite) as refused:
        files.write_safely(target, b"new contents")
    monkeypatch.undo()
    assert sentence(refused) == "What lies on the disk is not what was written."
    assert target.read_bytes() == OLD
    assert only(target)


@posix
def test_a_file_system_without_fsync_is_written_all_the_same(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(_: int) -> None:
        raise OSError(errno.EINVAL, "no fsync here")

    monkeypatch.setattr(os, "fsync", unsupported)
    files.write_safely(target, b"new")
    assert target.read_bytes() == b"new"


def test_the_file_and_then_its_folder_are_made_durable(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def replaced(path: Path, to: Path) -> Path:
        steps.append("replace")
        return replace(path, to)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    files.write_safely(target, b"new")
    assert steps == (["file", "replace", "folder"] if os.name == "posix" else ["file", "replace"])


# -- Windows: somebody holds the file --------------------------------------------------------------------------------
def held(times: int, number: int, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Makes the first replacements fail as Windows does; returns the pauses that were made."""
    pauses: list[float] = []
    replace = Path.replace

    def busy(path: Path, to: Path) -> Path:
        if len(pauses) < times:
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = number  # type: ignore[attr-defined]
            raise error
        return replace(path, to)

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr(time, "sleep", pauses.append)
    return pauses


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_is_held_for_a_moment_is_waited_for(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    pauses = held(3, number, monkeypatch)
    files.write_safely(target, b"new")
    assert target.read_bytes() == b"new"
    assert len(pauses) == 3


def test_a_file_that_is_never_let_go_keeps_the_new_contents_beside_it(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses = held(1000, 32, monkeypatch)
    with pytest.raises(CannotWrite) as refused:
        files.write_safely(target, b"new")
    assert sentence(refused) == "Another program holds the file and does not let go."
    assert refused.value.advice is not None
    assert "“map (new 1).journey”" in refused.value.advice.english()
    assert sum(pauses) < 5
    assert target.read_bytes() == OLD
    assert target.with_name("map (new 1).journey").read_bytes() == b"new"


def test_other_errors_are_not_waited_for(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses = held(1000, 17, monkeypatch)
    with pytest.raises(CannotWrite):
        files.write_safely(target, b"new")
    assert pauses == []
    assert only(target)


# -- crashes ---------------------------------------------------------------------------------------------------------
SAVE_FOR_EVER = """
import sys, itertools
from journeyeditor import files
path = sys.argv[1]
journey = files.load(path).journey
print("ready", flush=True)
for number in itertools.count():
    files.save(journey, path)
"""


@posix
def test_a_kill_at_any_moment_leaves_a_whole_file_and_the_next_save_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    files.save(rich(), path)
    whole = path.read_bytes()
    littered = 0
    for number in range(8):
        process = subprocess.Popen([sys.executable, "-c", SAVE_FOR_EVER, str(path)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.002 + 0.0037 * number)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert path.read_bytes() == whole
        littered += not only(path)
    files.save(rich(), path)
    assert only(path), f"{littered} kills left something"


def test_only_litter_of_the_same_file_and_of_dead_processes_is_removed(target: Path) -> None:
    alive = litter.name_beside(target)
    other = litter.name_beside(target.with_name("other.journey"))
    ours = litter.name_beside(target)
    users = [target.with_name(name) for name in (".~lock.map.journey#", ".~map.part", "map.part")]
    elsewhere = alive.with_name(alive.name.replace(litter._host(), "0" * 8))
    for path in (alive, other, ours, elsewhere, *users):
        path.write_bytes(b"x")
    dead = ours.rename(ours.with_name(ours.name.replace(f"-{os.getpid()}-", "-4194399-")))
    os.utime(elsewhere, (1, 1))
    files.write_safely(target, b"new")
    assert not (dead.exists() and os.name == "posix")
    assert not elsewhere.exists()
    assert all(path.exists() for path in (alive, other, *users))


def test_the_waiting_has_an_end() -> None:
    assert sum(safely._PAUSES) < 3
