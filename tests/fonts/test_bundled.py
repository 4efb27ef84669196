"""The fonts that are shipped: whole, licensed, small enough, and opened only when a letter asks for them."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from journeyeditor import fonts
from journeyeditor.assets import resource

NAMES = list(fonts.faces())


def test_the_fonts_take_less_than_25_megabytes() -> None:
    assert sum(path.stat().st_size for path in resource("fonts").iterdir()) < 25_000_000


def test_every_font_file_is_listed_and_every_listed_one_is_there() -> None:
    assert sorted(path.stem for path in resource("fonts").glob("*.ttf")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_face_is_what_the_list_says(name: str) -> None:
    face = fonts.faces()[name]
    listed = {entry["name"]: entry for entry in json.loads(resource("fonts", "faces.json").read_text("utf-8"))}[name]
    assert hashlib.sha256(face.data).hexdigest() == listed["sha256"]
    with TTFont(face.path, lazy=True) as font:
        assert "glyf" in font
        covered = zip(face.edges[::2], face.edges[1::2], strict=True)
        assert sorted(font.getBestCmap()) == [code for start, end in covered for code in range(start, end)]
        assert font["head"].unitsPerEm == face.units


@pytest.mark.parametrize("name", NAMES)
def test_every_face_has_its_licence_beside_it_and_in_the_list_of_licences(name: str) -> None:
    texts = [path.read_text("utf-8") for path in resource("fonts").glob("*.txt")]
    (text,) = (text for text in texts if f"{name}.ttf" in text)
    assert "Copyright" in text or "(c)" in text
    assert "SIL OPEN FONT LICENSE Version 1.1" in text or "Permission is hereby granted" in text
    assert f"| {name} |" in resource("LICENSES.md").read_text("utf-8")


def test_coverage_is_known_without_opening_a_font() -> None:
    program = """
import sys
from journeyeditor import fonts
from journeyeditor.fonts import catalogue
assert "uharfbuzz" not in sys.modules and "uniseg" not in sys.modules and "bidi" not in sys.modules
assert fonts.unknown_characters("\\ue000") and not fonts.unknown_characters("客户 고객")
assert "uharfbuzz" not in sys.modules
assert fonts.shape("déçu", fonts.Style(9)).width > 0
opened = [face.name for face in fonts.faces().values() if "font" in face.__dict__]
assert opened == ["NotoSans-Regular"], opened
"""
    root = Path(fonts.__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
