"""The window looks as it was found good: both languages, light and dark, on a plain screen and on one of 200 %.

The pictures are taken in processes that know no type but the bundled one, without hinting, so that they are the same
on every machine. What is compared and stored has few colours, so that the files stay small.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from journeyeditor.assets import resource

ROOT = Path(__file__).resolve().parents[3]
PICTURES = {
    100: ("start-en-light", "selection-en-light", "point-en-dark", "start-fr-dark", "export-fr-dark"),
    200: ("start-fr-light", "selection-fr-dark", "point-fr-light", "export-en-light"),
}
NAMES = {scale: [f"{name}-{scale}" for name in names] for scale, names in PICTURES.items()}
COLOURS = 128
"""Of each picture, so that the files stay small."""
SECONDS = 100
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <edit name="family" mode="append" binding="strong"><string>Noto Sans</string></edit>
  </match>
  <match target="font">
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt takes the system's type")


def surroundings(home: Path, scale: int) -> dict[str, str]:
    """Of a process: a home, type and scale of its own, and a clock that is nowhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_", "LC_"))}
    fonts = home / "fonts.conf"
    fonts.write_text(FONTS.format(fonts=resource("fonts"), cache=home / "cache"), encoding="utf-8")
    own = {f"XDG_{name}_HOME": str(home) for name in ("STATE", "CONFIG", "DATA", "CACHE")}
    return {
        **kept,
        **own,
        "HOME": str(home),
        "FONTCONFIG_FILE": str(fonts),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": str(scale / 100),
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "en",
        "TZ": "UTC",
    }


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], bytes]]:
    """Gives a picture by its name. Both processes run at the same time."""
    running = {}
    for scale, names in NAMES.items():
        home = tmp_path_factory.mktemp(f"pictures-{scale}")
        command = [sys.executable, "-m", "tests.qt.whole.posing", str(home), *names]
        running[home] = subprocess.Popen(
            command, cwd=ROOT, env=surroundings(home, scale), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    said = {home: process.communicate(timeout=SECONDS)[0].decode() for home, process in running.items()}

    def give(name: str) -> bytes:
        found = [home / f"{name}.png" for home in said if (home / f"{name}.png").exists()]
        assert found, f"{name} was not taken: {''.join(said.values())}"
        return few_colours(found[0])

    yield give
    for process in running.values():
        process.kill()


def few_colours(path: Path) -> bytes:
    """A picture as a small PNG."""
    data = io.BytesIO()
    picture = Image.open(path).convert("RGB").quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    picture.save(data, "PNG", optimize=True)
    return data.getvalue()


@pytest.mark.parametrize("name", [name for names in NAMES.values() for name in names])
def test_the_window_looks_like(
    name: str, taken: Callable[[str], bytes], same_picture: Callable[[str, bytes], None]
) -> None:
    same_picture(name, taken(name))
