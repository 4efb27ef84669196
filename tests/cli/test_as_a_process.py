"""The real program: other locales, closed pipes, an interruption, a full disk, and what it does not import."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import TEA

PROGRAM = [sys.executable, "-m", "journeyeditor"]
ROOT = Path(__file__).resolve().parents[2]


def environment(**more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON", "COV"))}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def start(*arguments: str, stdin: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *arguments], input=stdin, capture_output=True, env=environment(**more), check=False
    )


def test_in_french() -> None:
    ended = start("info", "rien.journey", LANG="fr_FR.UTF-8")
    assert ended.returncode == 2
    assert ended.stderr.decode().startswith("journeyeditor: rien.journey: ")
    assert "There is" not in ended.stderr.decode()


def test_under_a_locale_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "thé.mmd").write_text(TEA.replace("My working day", "Thé “noir” 茶"), encoding="utf-8")
    for more in ({"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "cp1252"}):
        ended = start("info", str(tmp_path / "thé.mmd"), LANGUAGE="fr", **more)
        assert ended.returncode == 0, ended.stderr
        assert b"Traceback" not in ended.stderr
        assert "茶".encode() not in ended.stdout
        assert b"\\u8336" in ended.stdout
        copied = start("import", str(tmp_path / "thé.mmd"), "-o", str(tmp_path / "thé.journey"), **more)
        assert copied.returncode == 0, copied.stderr
        data = start("export", str(tmp_path / "thé.journey"), "-", "--to", "markdown", **more)
        assert data.stdout.decode().startswith("# Thé “noir” 茶\n")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of this kind are not on Windows")
def test_a_reader_that_leaves_is_no_reason_to_complain() -> None:
    for command in ("--help", "templates"):
        read, write = os.pipe()
        os.close(read)
        ended = subprocess.run(
            [*PROGRAM, command], stdout=write, stderr=subprocess.PIPE, env=environment(), check=False
        )
        os.close(write)
        assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of this kind are not on Windows")
def test_data_that_nobody_took_is_not_called_written() -> None:
    read, write = os.pipe()
    os.close(read)
    ended = subprocess.run(
        [*PROGRAM, "export", "-", "-", "--to", "json"],
        input=TEA.encode(), stdout=write, stderr=subprocess.PIPE, env=environment(), check=False,
    )  # fmt: skip
    os.close(write)
    assert ended.returncode == 3
    assert ended.stderr.splitlines()[-1].startswith(b"journeyeditor: standard output: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_standard_output() -> None:
    for command in (["schema"], ["--help"]):
        with Path("/dev/full").open("wb") as full:
            ended = subprocess.run(
                [*PROGRAM, *command], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
            )
        assert ended.returncode == 3
        assert b"The disk is full" in ended.stderr
        assert ended.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="closed descriptors are a matter of POSIX")
def test_closed_outputs(tmp_path: Path) -> None:
    (tmp_path / "tea.mmd").write_text(TEA)
    line = f"exec '{sys.executable}' -m journeyeditor"
    for command, status in (
        (f"{line} info '{tmp_path}/tea.mmd' >&-", 0),
        (f"{line} info '{tmp_path}/tea.mmd' 2>&-", 0),
        (f"{line} schema >&-", 3),
        (f"{line} info nothing.journey 2>&-", 2),
        (f"{line} info - <&-", 2),
    ):
        ended = subprocess.run(["sh", "-c", command], capture_output=True, env=environment(), check=False)
        assert (ended.returncode, b"Traceback" in ended.stderr) == (status, False), (command, ended.stderr)


def hear() -> None:
    """A program that a shell started in the background would not hear of an interruption; these shall."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT is sent otherwise on Windows")
def test_an_interruption_ends_quietly_and_leaves_nothing(tmp_path: Path) -> None:
    steps = "".join(f"Step {n} with some words: {n % 5 + 1}: A, B, C, D, E, F\n" for n in range(3000))
    with subprocess.Popen(
        [*PROGRAM, "export", "-", "long.pdf"],
        cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
        preexec_fn=hear,  # noqa: PLW1509 - no thread of the tests holds what the child needs
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(f"journey\ntitle Long\nsection S\n{steps}".encode())  # more than a pipe holds
        process.stdin.close()
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
        assert process.wait(timeout=60) == 130
    assert b"Traceback" not in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT is sent otherwise on Windows")
def test_an_interruption_that_python_loses_ends_the_next_step() -> None:
    """Raised in a callback of a weak reference it is only printed: the step after it must end the work all the same."""
    code = """
import os, signal, weakref
from journeyeditor.cli import interruption
from journeyeditor.cli.progress import Progress
from journeyeditor.errors import message
from journeyeditor.words import speak
interruption.listen()
class Thing: pass
thing = Thing()
watch = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.SIGINT))
del thing
try:
    Progress(speak("en")).step(message("Saving"))
except KeyboardInterrupt:
    os._exit(42)
"""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, check=False, preexec_fn=hear)
    assert done.returncode == 42, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="/bin/sh is not on Windows")
def test_one_after_the_other_as_in_a_shell(tmp_path: Path) -> None:
    """From a table through a pipe to sheets, with the status of each step."""
    (tmp_path / "t.csv").write_text("stage,touchpoint,persona,emotion\nSearch,Read,Nadia,1\nSearch,Ask,Sam,-1\n")
    line = f"'{sys.executable}' -m journeyeditor"
    script = f"""
        {line} import t.csv -o t.journey || exit 10
        {line} check t.journey > health.txt; [ $? -eq 1 ] || exit 11
        {line} export t.journey - --to csv | {line} export - - --to mermaid > t.mmd || exit 12
        {line} export t.mmd t.pdf --paper A2 --tile A4 --each-persona --grey || exit 13
        {line} export t.mmd t.svg --tile A4 --bleed 3; [ $? -eq 2 ] || exit 14
        {line} export t.mmd missing/t.svg; [ $? -eq 3 ] || exit 15
    """
    ended = subprocess.run(["sh", "-c", script], cwd=tmp_path, capture_output=True, env=environment(), check=False)
    assert ended.returncode == 0, ended.stderr.decode()
    assert (tmp_path / "t.pdf").read_bytes().startswith(b"%PDF")
    assert "problem" in (tmp_path / "health.txt").read_text()
    assert (tmp_path / "t.mmd").read_text().startswith("journey\n")


def imported(*arguments: str, stdin: str = "") -> set[str]:
    code = (
        "import sys\nfrom journeyeditor.cli import run\n"
        f"status = run({list(arguments)!r})\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)\nsys.exit(status)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], input=stdin, capture_output=True, text=True, env=environment(), check=True
    )
    return set(ended.stderr.splitlines())


HEAVY = {"PySide6", "reportlab", "fontTools", "networkx", "uharfbuzz", "PIL", "pypdfium2", "shtab", "babel"}


def test_help_loads_nothing_heavy() -> None:
    loaded = imported("--help")
    assert not loaded & HEAVY
    assert not {name for name in loaded if name.startswith(("journeyeditor.model", "journeyeditor.layout", "msgspec"))}


def test_reading_loads_no_painter() -> None:
    assert not imported("info", "-", stdin=TEA) & HEAVY
    assert not imported("export", "-", "-", "--to", "svg", stdin=TEA) & {"PySide6", "networkx"}
    assert not imported("export", "-", "-", "--to", "mermaid", stdin=TEA) & {"reportlab", "fontTools", "uharfbuzz"}
    assert not imported("schema") & {"PySide6", "reportlab", "fontTools", "uharfbuzz"}
