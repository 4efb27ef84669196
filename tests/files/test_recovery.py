"""Work that was not saved survives the program: whatever ends it, the next start can offer it."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journeyeditor.editor.document import Document
from journeyeditor.editor.recording import Recording, document_of
from journeyeditor.edits.describing import describe, rename
from journeyeditor.edits.stages import add_stage
from journeyeditor.errors import BadInput, CannotWrite
from journeyeditor.files.recovery import checked_folder, discard, left_behind, leftovers, recovered

ROOT = Path(__file__).resolve().parents[2]
MAP = ROOT / "resources" / "templates" / "ambassador-4.en.journey"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f0005fe02fea7350d"
    "0c0000000049454e44ae426082"
)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.journey"
    path.write_bytes(MAP.read_bytes())
    return path


def worked(path: Path, folder: Path) -> tuple[Document, Recording]:
    document = Document.open(path)
    recording = Recording(document, folder)
    stage = document.journey.stages()[0].id
    for title in ("One", "Two", "Three"):
        document.history.do(rename(document.journey, stage, title))
        recording.flush()
    return document, recording


def test_what_was_done_is_offered_and_found_whole(mine: Path, tmp_path: Path) -> None:
    document, recording = worked(mine, tmp_path / "logs")
    image = document.journey.images.add(PIXEL)
    touchpoint = document.journey.touchpoints()[0].id
    document.history.do(describe(document.journey, touchpoint, image=image))
    recording.close(keep=True)
    (found,) = leftovers(tmp_path / "logs")
    assert found.facts.title == document.journey.head.title
    assert (found.facts.path, found.facts.steps) == (str(mine), 4)
    work = recovered(found)
    assert work.is_whole
    assert {record.id: record for record in work.journey} == {record.id: record for record in document.journey}
    assert work.journey.images.get(image) == PIXEL
    again = document_of(work)
    assert (again.path, again.is_saved) == (mine, False)


def test_the_users_file_is_never_written(mine: Path, tmp_path: Path) -> None:
    before = mine.read_bytes()
    _, recording = worked(mine, tmp_path / "logs")
    recording.close(keep=True)
    recovered(leftovers(tmp_path / "logs")[0])
    assert mine.read_bytes() == before


def test_nothing_is_offered_after_a_save_or_when_it_was_thrown_away(mine: Path, tmp_path: Path) -> None:
    document, recording = worked(mine, tmp_path / "logs")
    document.save()
    recording.flush()
    recording.close(keep=True)
    assert leftovers(tmp_path / "logs") == []
    _, recording = worked(mine, tmp_path / "logs")
    recording.close(keep=False)
    assert leftovers(tmp_path / "logs") == []
    assert list((tmp_path / "logs").iterdir()) == []


def test_undo_to_what_was_saved_leaves_nothing_to_offer(mine: Path, tmp_path: Path) -> None:
    document, recording = worked(mine, tmp_path / "logs")
    document.history.jump(0)
    recording.flush()
    recording.close(keep=True)
    assert leftovers(tmp_path / "logs") == []


def test_what_is_only_tried_is_not_kept(mine: Path, tmp_path: Path) -> None:
    document, recording = worked(mine, tmp_path / "logs")
    document.history.show(add_stage(document.journey, title="Dragged"))
    recording.flush()
    document.history.let_go()
    document.history.do(rename(document.journey, document.journey.stages()[0].id, "Four"))
    recording.close(keep=True)
    titles = [stage.title for stage in recovered(leftovers(tmp_path / "logs")[0]).journey.stages()]
    assert titles[0] == "Four"
    assert "Dragged" not in titles


def test_a_log_in_use_is_passed_over(mine: Path, tmp_path: Path) -> None:
    _, recording = worked(mine, tmp_path / "logs")
    recording.log.wait()
    code = "import sys; from pathlib import Path; from journeyeditor.files.recovery import leftovers;"
    code += "print(len(leftovers(Path(sys.argv[1]))))"
    command = [sys.executable, "-c", code, str(tmp_path / "logs")]
    there = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert there.stdout.strip() == "0"
    recording.close(keep=True)
    assert len(leftovers(tmp_path / "logs")) == 1


KILLED = """
import sys, time
from pathlib import Path
sys.path.insert(0, {root!r})
from journeyeditor.editor.document import Document
from journeyeditor.editor.recording import Recording
from journeyeditor.edits.describing import rename
document = Document.open({path!r})
recording = Recording(document, Path({folder!r}))
stage = document.journey.stages()[0].id
for number in range(100000):
    document.history.do(rename(document.journey, stage, f"Title {{number}}"))
    recording.flush()
    recording.log.wait()
    print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such way to end a process here")
@pytest.mark.parametrize("after", [1, 7])
def test_a_killed_program_loses_nothing_that_was_on_the_disk(mine: Path, tmp_path: Path, after: int) -> None:
    code = KILLED.format(root=str(ROOT), path=str(mine), folder=str(tmp_path / "logs"))
    running = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    last = -1
    for line in running.stdout:
        last = int(line)
        if last >= after:
            break
    os.kill(running.pid, signal.SIGKILL)
    for line in running.stdout.read().split():
        last = int(line)
    running.wait()
    running.stdout.close()
    (found,) = leftovers(tmp_path / "logs")
    title = recovered(found).journey.stages()[0].title
    assert int(title.split()[1]) >= last


def test_a_damaged_log_gives_what_it_can_or_a_sentence(mine: Path, tmp_path: Path) -> None:
    _, recording = worked(mine, tmp_path / "logs")
    recording.close(keep=True)
    (found,) = leftovers(tmp_path / "logs")
    base = sqlite3.connect(found.log)
    base.execute("UPDATE changes SET data = ? WHERE number = 2", (b"{nonsense",))
    base.commit()
    base.close()
    work = recovered(found)
    assert not work.is_whole
    assert work.journey.stages()[0].title == "Two"
    found.log.write_bytes(os.urandom(5000))
    assert leftovers(tmp_path / "logs") == []
    with pytest.raises(BadInput, match="cannot be read"):
        recovered(found)
    discard(found.log)
    assert not found.log.exists()


def test_a_folder_that_takes_nothing_costs_no_work(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be", encoding="utf-8")
    document, recording = worked(mine, tmp_path / "logs")
    recording.log.wait()
    assert recording.log.trouble
    assert document.journey.stages()[0].title == "Three"
    recording.close(keep=True)


def test_logging_holds_nobody_up(mine: Path, tmp_path: Path) -> None:
    document = Document.open(mine)
    recording = Recording(document, tmp_path / "logs")
    stage = document.journey.stages()[0].id
    document.history.do(rename(document.journey, stage, "first"))
    recording.flush()
    start = time.process_time()
    for number in range(50):
        document.history.do(rename(document.journey, stage, f"{number}"))
        recording.flush()
    assert (time.process_time() - start) / 50 < 0.02
    recording.close(keep=False)


def test_where_the_folder_takes_nothing_the_usual_one_does(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "chosen").write_text("a file where the folder should be", encoding="utf-8")
    document = Document.open(mine)
    recording = Recording(document, tmp_path / "chosen", tmp_path / "usual")
    document.history.do(rename(document.journey, document.journey.stages()[0].id, "One"))
    recording.flush()
    recording.log.wait()
    document.history.do(rename(document.journey, document.journey.stages()[0].id, "Two"))
    recording.flush()
    recording.log.wait()
    assert not recording.log.trouble
    recording.close(keep=True)
    (found,) = leftovers(tmp_path / "usual")
    assert recovered(found).journey.stages()[0].title == "Two"


def test_a_program_that_ends_at_once_falls_back_too(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "chosen").write_text("a file where the folder should be", encoding="utf-8")
    document = Document.open(mine)
    recording = Recording(document, tmp_path / "chosen", tmp_path / "usual")
    document.history.do(rename(document.journey, document.journey.stages()[0].id, "One"))
    recording.close(keep=True)
    (found,) = leftovers(tmp_path / "usual")
    assert recovered(found).journey.stages()[0].title == "One"


def test_a_disk_that_goes_away_in_the_middle_costs_nothing(mine: Path, tmp_path: Path) -> None:
    document = Document.open(mine)
    recording = Recording(document, tmp_path / "stick", tmp_path / "usual")
    stage = document.journey.stages()[0].id
    for title in ("One", "Two", "Three", "Four"):
        document.history.do(rename(document.journey, stage, title))
        recording.flush()
        recording.log.wait()
        if title == "Two":
            shutil.rmtree(tmp_path / "stick")
    recording.close(keep=True)
    (found,) = leftovers(tmp_path / "usual")
    work = recovered(found)
    assert (work.is_whole, work.journey.stages()[0].title) == (True, "Four")
    assert not (tmp_path / "stick").exists()


def test_a_log_moves_to_another_folder_whole(mine: Path, tmp_path: Path) -> None:
    document, recording = worked(mine, tmp_path / "before")
    recording.move(tmp_path / "after")
    recording.log.wait()
    document.history.do(rename(document.journey, document.journey.stages()[0].id, "Four"))
    recording.flush()
    recording.close(keep=True)
    assert leftovers(tmp_path / "before") == []
    (found,) = leftovers(tmp_path / "after")
    assert recovered(found).journey.stages()[0].title == "Four"


def test_nothing_is_left_of_a_log_that_gave_way_to_another(mine: Path, tmp_path: Path) -> None:
    _, recording = worked(mine, tmp_path / "before")
    recording.move(tmp_path / "after")
    recording.close(keep=False)
    assert [*(tmp_path / "before").iterdir(), *(tmp_path / "after").iterdir()] == []


def test_both_folders_are_looked_into(mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeyeditor.files.recovery.recovery_folder", lambda: tmp_path / "usual")
    for name in ("usual", "chosen"):
        _, recording = worked(mine, tmp_path / name)
        recording.close(keep=True)
    assert [one.log.parent.name for one in left_behind(str(tmp_path / "chosen"))] == ["chosen", "usual"]
    assert [one.log.parent.name for one in left_behind("")] == ["usual"]


@pytest.mark.parametrize("typed", ["/proc/nowhere", "logs", "a\0b", "{file}/logs"])
def test_a_folder_that_can_hold_nothing_is_refused(mine: Path, typed: str) -> None:
    with pytest.raises(CannotWrite, match="Nothing can be kept"):
        checked_folder(typed.format(file=mine))


def test_a_folder_that_is_chosen_is_made(tmp_path: Path) -> None:
    assert checked_folder(f"  {tmp_path / 'logs'} ") == str(tmp_path / "logs")
    assert list((tmp_path / "logs").iterdir()) == []
    assert checked_folder(" ") == ""
