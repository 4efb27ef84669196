"""The script that cuts the fonts."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.ttLib import TTFont

from journeyeditor import fonts

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "build_fonts.py"


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    found = importlib.util.spec_from_file_location("build_fonts", SCRIPT)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules["build_fonts"] = module
    found.loader.exec_module(module)
    return module


def test_the_list_holds_what_the_faces_cover(builder: ModuleType) -> None:
    for face in fonts.faces().values():
        with TTFont(face.path, lazy=True) as font:
            assert tuple(builder.coverage(font)) == face.coverage


def test_a_font_is_cut_to_the_same_bytes_each_time_and_keeps_what_it_should(
    builder: ModuleType, tmp_path: Path
) -> None:
    face = fonts.faces()["NotoSansHebrew-Regular"]
    wanted = {ord(ch) for ch in "שלום"}
    data = builder.cut(face.path, wanted)
    assert data == builder.cut(face.path, wanted)
    path = tmp_path / "cut.ttf"
    path.write_bytes(data)
    with TTFont(path) as font:
        assert set(font.getBestCmap()) == wanted
        assert not {"fpgm", "prep", "cvt ", "vmtx"} & set(font.keys())


def test_koreans_keep_all_syllables_and_the_latin_letters_come_from_elsewhere(builder: ModuleType) -> None:
    korean = next(source for source in builder.SOURCES if source.korean)
    characters = {ord(ch) for ch in "a각힣漢㐀“"}
    assert builder.wanted(korean, characters, {ord("a"), ord("“")}) == {ord(ch) for ch in "각힣漢“"}


def test_only_the_section_on_fonts_is_rewritten(builder: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "LICENSES.md"
    path.write_text("# All\n\n## Fonts\n\nold\n\n## Icons\n\nkept\n", "utf-8")
    builder.put_section(path, "## Fonts\n\nnew\n")
    assert path.read_text("utf-8") == "# All\n\n## Fonts\n\nnew\n\n## Icons\n\nkept\n"
    path.write_text("# All\n\n## Icons\n\nkept\n", "utf-8")
    builder.put_section(path, "## Fonts\n\nnew\n")
    assert path.read_text("utf-8") == "# All\n\n## Icons\n\nkept\n\n## Fonts\n\nnew\n"
