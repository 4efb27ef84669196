"""Saving: the old file stays whole until the new one is whole, and every failure is said with a way out."""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from journeyeditor import files
from journeyeditor.errors import BadInput, CannotWrite, message
from journeyeditor.files import limits
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from tests.files.building import by_id, picture, rich

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


# -- a whole save ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["map.journey", "map.journey.json", "Carte d'été ✈.journey", "x" * 240 + ".journey"])
def test_what_is_saved_is_found_again(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for _ in range(2):
        saved = files.save(rich(), path, preview=picture())
        loaded = files.load(path)
        assert by_id(loaded.journey) == by_id(rich())
        assert saved.hash == loaded.hash == hashlib.sha256(path.read_bytes()).hexdigest()
        assert saved.notes == loaded.notes == ()
        assert only(path)
    assert path.read_bytes()[:2] == (b"{\n" if name.endswith("json") else b"PK")


def test_control_characters_in_the_map_do_not_keep_it_from_being_saved(tmp_path: Path) -> None:
    journey = rich()
    head = journey.head
    dirty = Journey.of(
        msgspec.structs.replace(head, title="Ti\x0btle\ud800\x00", goal="a\r\nb"),
        [record for record in journey if record is not head],
        journey.images,
    )
    files.save(dirty, tmp_path / "map.journey")
    again = files.load(tmp_path / "map.journey")
    assert again.journey.head.title.replace("\n", "") == "Title"
    assert again.journey.head.goal == "a\nb"
    assert again.notes == ()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 9.0])
def test_a_number_that_could_not_be_read_back_is_not_written(target: Path, number: float) -> None:
    journey = rich()
    emotion = journey.get("emotion:persona_a:touchpoint_a")
    assert emotion is not None
    records = [record for record in journey if record.id not in {emotion.id, journey.head.id}]
    wrong = Journey.of(journey.head, [*records, msgspec.structs.replace(emotion, value=number)], journey.images)  # type: ignore[call-arg]
    with pytest.raises(CannotWrite):
        files.save(wrong, target)
    assert target.read_bytes() == OLD
    assert only(target)


def test_somebody_elses_save_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    first = files.save(rich(), path)
    files.save(rich(), path, expected=first.hash)
    other = rich()
    head = other.head
    other.apply(Change(message("Edit"), {head.id: (head, msgspec.structs.replace(head, title="Theirs"))}))
    theirs = files.save(other, path)
    with pytest.raises(files.ChangedOnDisk) as refused:
        files.save(rich(), path, expected=first.hash)
    assert sentence(refused) == "Somebody else has saved this file since it was opened here."
    assert files.load(path).hash == theirs.hash
    path.unlink()
    files.save(rich(), path, expected=first.hash)


def test_saving_under_another_name_leaves_the_first_file_alone(tmp_path: Path) -> None:
    first = files.save(rich(), tmp_path / "first.journey")
    journey = files.load(first.path).journey
    head = journey.head
    journey.apply(Change(message("Edit"), {head.id: (head, msgspec.structs.replace(head, title="Second"))}))
    second = files.save(journey, tmp_path / "second.journey")
    assert files.load(first.path).hash == first.hash
    assert files.load(second.path).hash == second.hash != first.hash


def test_a_map_beyond_the_limits_is_not_written(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RECORDS", 10)
    with pytest.raises(CannotWrite) as refused:
        files.save(rich(), target)
    assert sentence(refused) == "The map could not be read back: The file holds more than 10 records."
    assert target.read_bytes() == OLD


# -- what stays as it was --------------------------------------------------------------------------------------------
@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_is_kept(target: Path, mode: int) -> None:
    target.chmod(mode)
    files.write_safely(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == mode


@posix
def test_a_new_file_gets_the_mode_that_the_user_wants_for_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        files.write_safely(tmp_path / "new.pdf", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.pdf").stat().st_mode) == 0o640


@posix
def test_the_owner_is_kept_where_that_is_allowed(target: Path) -> None:
    if os.getuid() != 0:
        pytest.skip("only root may give files away")
    os.chown(target, 1234, 4321)
    files.write_safely(target, b"new")
    assert (target.stat().st_uid, target.stat().st_gid) == (1234, 4321)


@posix
def test_a_symbolic_link_stays_one_and_its_target_is_written(target: Path) -> None:
    folder = target.parent / "elsewhere"
    folder.mkdir()
    link = folder / "link.journey"
    link.symlink_to("../map.journey")
    files.write_safely(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    dangling = folder / "dangling.journey"
    dangling.symlink_to("not yet there.journey")
    files.write_safely(dangling, b"newer")
    assert (folder / "not yet there.journey").read_bytes() == b"newer"
    assert dangling.is_symlink()


@posix
def test_a_hard_link_is_told(target: Path) -> None:
    other = target.with_name("other.journey")
    other.hardlink_to(target)
    (note,) = files.write_safely(target, b"new")
    assert note.english() == "The file has another name elsewhere (a hard link), which keeps the old contents."
    assert other.read_bytes() == OLD


# -- refusals --------------------------------------------------------------------------------------------------------
def test_a_read_only_file_is_refused(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(CannotWrite) as refused:
        files.write_safely(target, b"new")
    assert sentence(refused) == "The file is read-only."
    assert target.read_bytes() == OLD
    assert only(target)


def test_targets_that_are_no_files_are_refused(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path, "This is a folder, not a file."),
        (tmp_path / "none" / "map.journey", "The folder is not there."),
        (tmp_path / ("x" * 300), "The name of the file is too long."),
        (tmp_path / "a\0b", "This is not the name of a file."),
        *([(Path("/dev/null"), "This is not an ordinary file.")] if os.name == "posix" else []),
    ):
        with pytest.raises(CannotWrite) as refused:
            files.write_safely(path, b"new")
        assert sentence(refused) == words


def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(CannotWrite) as refused:
        files.write_safely(tmp_path / "a", b"new")
    assert sentence(refused) == "This link leads in a circle."
    with pytest.raises(BadInput, match="This link leads in a circle"):
        files.load(tmp_path / "a")


def test_a_check_that_says_no_leaves_the_old_file(target: Path) -> None:
    seen = []

    def check(data: bytes) -> None:
        seen.append(data)
        raise CannotWrite(message("It is not whole."), message("Try again."))

    with pytest.raises(CannotWrite, match="not whole"):
        files.write_safely(target, b"new", check=check)
    assert seen == [b"new"]
    assert target.read_bytes() == OLD
    assert only(target)


# -- languages -------------------------------------------------------------------------------------------------------
ROUND = """
import sys, locale, json
from journeyeditor import files
locale.setlocale(locale.LC_ALL, "")
if len(sys.argv) > 3:
    assert locale.str(1.5) == "1,5", "the locale has no decimal comma"
journey = files.load(sys.argv[1]).journey
files.save(journey, sys.argv[2])
assert files.load(sys.argv[2]).journey.head.title == journey.head.title
"""


@posix
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_the_file_is_utf8_whatever_the_machine_speaks(tmp_path: Path, encoding: str) -> None:
    source, copy = tmp_path / "a.journey.json", tmp_path / "b.journey.json"
    files.save(rich(), source)
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": encoding,
    }
    run = subprocess.run([sys.executable, "-c", ROUND, source, copy], env=environment, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode("utf-8", "replace")
    assert copy.read_bytes() == source.read_bytes()


@posix
@pytest.mark.parametrize("language", ["de_DE", "ar_EG"])
def test_numbers_have_points_where_people_write_commas(tmp_path: Path, language: str) -> None:
    made = tmp_path / f"{language}.UTF-8"
    try:
        run = subprocess.run(["localedef", "-i", language, "-f", "UTF-8", str(made)], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("no localedef on this machine")
    if not (made / "LC_NUMERIC").exists():
        pytest.skip(f"no sources of {language} on this machine: {run.stderr.decode('utf-8', 'replace')[:80]}")
    source, copy = tmp_path / "a.journey.json", tmp_path / "b.journey.json"
    files.save(rich(), source)
    environment = {**os.environ, "LC_ALL": f"{language}.UTF-8", "LOCPATH": str(tmp_path)}
    extra = ["comma"] if language == "de_DE" else []
    command = [sys.executable, "-c", ROUND, source, copy, *extra]
    run = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode("utf-8", "replace")
    assert copy.read_bytes() == source.read_bytes()
    assert b'"value": -1.25' in copy.read_bytes()
