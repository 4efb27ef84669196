"""What ARCHITECTURE.md says of the rooms is what is checked."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def rooms(layers: list[str]) -> list[set[str]]:
    return [set(re.findall(r"\w+", layer)) for layer in layers]


def test_the_order_of_the_rooms_is_that_of_the_import_rules() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    shown = re.search(r"```text\n(__main__ .*?)```", page, re.DOTALL)
    assert shown is not None
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    assert rooms(shown[1].split("/")) == rooms(contracts[0]["layers"])


def test_every_room_is_explained() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    table = "".join(line for line in page.splitlines() if line.startswith("| `"))
    named = {path.name for path in (ROOT / "journeyeditor").iterdir() if path.is_dir() and path.name[0].isalpha()}
    assert {room for room in named if f"`{room}`" not in table} == set()
