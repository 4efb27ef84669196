"""Runs command lines in this process, in an environment of its own."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from journeyeditor.cli import run
from tests.cli.running import TEA, Cli, Ended


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder and no language of the person who runs the tests."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "JOURNEYEDITOR_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def cli(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Cli:
    def call(*arguments: object, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        status = run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Ended(status, out, err.decode())

    return call


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    path = tmp_path / "tea.mmd"
    path.write_text(TEA, encoding="utf-8")
    return path


@pytest.fixture
def tea_journey(cli: Cli, tea: Path, tmp_path: Path) -> Path:
    path = tmp_path / "tea.journey"
    assert cli("import", tea, "-o", path).status == 0
    return path
