"""The house's sizes: files of at most 400 lines, functions that fit a screen, classes of at most 15 public methods."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "journeyeditor").rglob("*.py"))
MOST_LINES, MOST_FUNCTION_LINES, MOST_METHODS = 400, 50, 15

EXCEPTIONS: dict[str, str] = {
    "journeyeditor/model/journey.py:Journey": "one door for reading and writing; each method is a line or two",
}
"""`file` or `file:name` -> why it may be larger."""


def complaints(path: Path, name: str) -> list[str]:
    text = path.read_text(encoding="utf-8")
    found = []
    if (lines := text.count("\n")) > MOST_LINES and name not in EXCEPTIONS:
        found.append(f"{name}: {lines} lines")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            docstring = ast.get_docstring(node, clean=False)
            length = (node.end_lineno or 0) - node.lineno + 1 - (docstring.count("\n") + 1 if docstring else 0)
            if length > MOST_FUNCTION_LINES and f"{name}:{node.name}" not in EXCEPTIONS:
                found.append(f"{name}:{node.name}: {length} lines")
        if isinstance(node, ast.ClassDef):
            public = [
                item
                for item in node.body
                if isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef)) and not item.name.startswith("_")
            ]
            if len(public) > MOST_METHODS and f"{name}:{node.name}" not in EXCEPTIONS:
                found.append(f"{name}:{node.name}: {len(public)} public methods")
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_it_fits(path: Path) -> None:
    assert complaints(path, str(path.relative_to(ROOT))) == []


def test_what_is_too_large_is_seen(tmp_path: Path) -> None:
    long = tmp_path / "long.py"
    long.write_text("def f():\n" + "    x = 1\n" * 60 + "\n" * 400, encoding="utf-8")
    assert len(complaints(long, "long.py")) == 2


def test_no_exception_is_out_of_date() -> None:
    files = {str(path.relative_to(ROOT)) for path in FILES}
    assert {name.partition(":")[0] for name in EXCEPTIONS} <= files
