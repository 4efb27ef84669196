"""The window, read by a real AT-SPI client on a screen of its own."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from journeyeditor.assets import resource

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PYTHON = "/usr/bin/python3"
LAUNCHERS = [Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher")]
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
PATIENCE = 60


def lacking() -> str:
    """What the test needs and this system has not; empty if it has everything."""
    if not shutil.which("Xvfb"):
        return "There is no Xvfb: install the package xvfb to try the window with a screen reader's client."
    if not shutil.which("dbus-daemon"):
        return "There is no dbus-daemon: install the package dbus to try the window with a screen reader's client."
    if not any(one.exists() for one in LAUNCHERS):
        return "There is no AT-SPI bus: install the package at-spi2-core to try the window with a client of it."
    if (
        not Path(PYTHON).exists()
        or subprocess.run([PYTHON, "-c", BINDINGS], capture_output=True, check=False).returncode
    ):
        return "The system's Python has no AT-SPI bindings: install python3-gi and gir1.2-atspi-2.0."
    return ""


@contextmanager
def running(
    command: list[str], environment: dict[str, str], log: Path, **more: object
) -> Iterator[subprocess.Popen[bytes]]:
    """A process with a group of its own, which is ended with all that it started."""
    with log.open("wb") as written:
        process = subprocess.Popen(
            command, env=environment, stdout=written, stderr=written, cwd=ROOT, start_new_session=True, **more
        )
        try:
            yield process
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
        except ProcessLookupError:
            break
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            continue
    process.wait(5)


def first_line(number: int, seconds: float = 20) -> str:
    """The line that a process writes into a pipe; read to its end, for who writes it dies of a pipe that closes."""
    text, end = b"", time.monotonic() + seconds
    while not text.endswith(b"\n") and time.monotonic() < end:
        ready, _, _ = select.select([number], [], [], 0.2)
        got = os.read(number, 4096) if ready else b""
        if ready and not got:
            break
        text += got
    return text.decode().strip()


def display(stack: ExitStack, folder: Path) -> str:
    """A screen that nobody else has."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
    stack.enter_context(running(command, dict(os.environ), folder / "screen.log", pass_fds=(write,)))
    os.close(write)
    number = first_line(read)
    os.close(read)
    return f":{number}" if number else ""


def session_bus(stack: ExitStack, folder: Path, environment: dict[str, str]) -> str:
    """The address of a bus that nobody else is on."""
    read, write = os.pipe()
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={write}"]
    stack.enter_context(running(command, environment, folder / "bus.log", pass_fds=(write,)))
    os.close(write)
    address = first_line(read)
    os.close(read)
    return address


@pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is for Linux alone.")
def test_a_client_walks_to_a_touchpoint_reads_it_and_moves_the_focus(tmp_path):
    if missing := lacking():
        pytest.skip(missing)
    run = tmp_path / "run"
    run.mkdir(mode=0o700)
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "VIRTUAL_ENV") if name in os.environ}
    environment = {
        **kept, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(run), "LC_ALL": "C.UTF-8", "LANGUAGE": "en",
        "NO_AT_BRIDGE": "0",
    }  # fmt: skip
    with ExitStack() as stack:
        environment["DISPLAY"] = display(stack, tmp_path)
        environment["DBUS_SESSION_BUS_ADDRESS"] = session_bus(stack, tmp_path, environment)
        if not environment["DISPLAY"] or not environment["DBUS_SESSION_BUS_ADDRESS"]:
            pytest.skip("Neither a screen nor a bus could be started here.")
        launcher = next(str(one) for one in LAUNCHERS if one.exists())
        stack.enter_context(running([launcher, "--launch-immediately"], environment, tmp_path / "launcher.log"))
        window = stack.enter_context(
            running(
                [sys.executable, "-m", "journeyeditor", str(resource("templates", "loyalty-6.en.journey"))],
                {**environment, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"},
                tmp_path / "window.log",
            )
        )
        client = subprocess.run(
            [PYTHON, str(HERE / "at_spi_client.py"), "Touchpoint: Online comparison", "Touchpoint: Exchange offer"],
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        log = (tmp_path / "window.log").read_text(errors="replace")
        if window.poll() is not None and "platform plugin" in log and "could not connect" not in log:
            pytest.skip(
                "Qt has no xcb platform here: install libxcb-cursor0 and its kin to try the window on a screen."
            )
        assert window.poll() is None, log
        assert client.returncode == 0, client.stderr + log
    check(json.loads(client.stdout))


def check(met: dict) -> None:
    """What the client told is what the window shows."""
    assert met["map"][0] == "list"
    assert met["map"][1] > 100
    assert met["name"] == (
        "Touchpoint: Online comparison, stage Search, Third party; Ellie Garner feels −0.5; backed by research"
    )
    assert met["role"] == "list item"
    assert met["parent"] == "Map"
    x, y, width, height = met["place"]
    left, top, wide, tall = met["window"]
    assert left + 150 < x < x + width < left + wide
    assert top + 60 < y < y + height < top + tall
    assert width > 30
    assert met["at its place"] == met["name"]
    assert {"Press", "SetFocus", "ShowMenu", "Edit", "Delete"} <= set(met["actions"])
    assert {"focusable", "selectable", "showing"} <= set(met["before"])
    assert not {"focused", "selected"} & set(met["before"])
    assert {"focused", "selected"} <= set(met["after"])
    assert met["selected"] == [met["name"]]
    assert {"focused", "selected"} <= set(met["other"])
    assert not {"focused", "selected"} & set(met["left"])
    focused = [name for kind, gained, name in met["heard"] if kind == "object:state-changed:focused" and gained]
    assert met["name"] in focused
    assert focused[-1].startswith("Touchpoint: Exchange offer")
