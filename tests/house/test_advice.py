"""Whoever is told that something does not work is told what to do next."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "journeyeditor"
ROOMS = ("cli", "exchange", "files", "layout", "paint", "publish")
ERRORS = {"BadInput", "CannotWrite", "ChangedOnDisk", "_StillHeld"}
WITHOUT: dict[str, str] = {}
"""Sentences that say by themselves what to do, and why no more is said."""


def _errors(path: Path) -> Iterator[tuple[int, str, bool]]:
    """Line, sentence and whether there is advice, of each error that a file makes."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS):
            continue
        given = [argument for argument in node.args if not isinstance(argument, ast.Starred)]
        keywords = {keyword.arg: keyword.value for keyword in node.keywords}
        advice = given[1] if len(given) > 1 else keywords.get("advice")
        starred = any(isinstance(argument, ast.Starred) for argument in node.args)
        nothing = advice is None or (isinstance(advice, ast.Constant) and advice.value is None)
        yield node.lineno, ast.unparse(node.args[0]) if node.args else "", starred or not nothing


@pytest.mark.parametrize("path", sorted(p for room in ROOMS for p in (PACKAGE / room).rglob("*.py")), ids=str)
def test_every_error_says_what_to_do_next(path: Path) -> None:
    lacking = [
        f"line {line}: {sentence}"
        for line, sentence, advised in _errors(path)
        if not advised and not any(said in sentence for said in WITHOUT)
    ]
    assert lacking == [], f"{path.name}: no advice"


def test_every_allowed_exception_is_still_there() -> None:
    sentences = [text for path in PACKAGE.rglob("*.py") for _, text, advised in _errors(path) if not advised]
    assert [said for said in WITHOUT if not any(said in sentence for sentence in sentences)] == []
