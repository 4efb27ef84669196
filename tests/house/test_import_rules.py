"""The import rules hold, and a wrong import is seen and refused."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

importlinter = pytest.importorskip("importlinter", reason="the import rules need import-linter")


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "journeyeditor", tmp_path / "journeyeditor", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("room", "wrong", "contract"),
    [
        ("model/records.py", "import journeyeditor.layout.page", "Imports only point down"),
        ("layout/page.py", "import PySide6.QtGui", "Qt lives in qt"),
        ("drawing/shapes.py", "import networkx", "networkx lives in model"),
        ("layout/page.py", "import reportlab.pdfgen", "Only paint knows ReportLab"),
        ("novelty.py", "'''A module that no layer names.'''", "Imports only point down"),
    ],
)
def test_a_wrong_import_is_refused(copy: Path, room: str, wrong: str, contract: str) -> None:
    path = copy / "journeyeditor" / room
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{text}\n{wrong}\n", encoding="utf-8")
    result = lint(copy)
    assert result.returncode != 0
    assert contract in result.stdout + result.stderr


def test_the_rules_hold(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout
