"""Stored pictures: what was looked at once and found good, and must stay so.

A test asks `same_picture(name, png)`. The picture lies in the folder `pictures` beside the test. `pytest
--store-pictures` writes it anew: look at it before you commit it. When a test fails, the pictures *is*, *should* and
*difference* (darker = further off) lie in pytest's folder for temporary files, and the failure names them.

Two pictures count as the same if at most one pixel in a thousand differs by more than 48 of 255 in a colour: edges of
letters may fall a little differently with another version of the rasteriser, a moved or missing shape may not.
"""

import importlib.util
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from PIL import Image, ImageChops

VISIBLE = 48
SHARE = 0.001

settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.register_profile("searching", derandomize=False, deadline=None, database=None)
settings.load_profile("steady")
"""The usual run tries the same examples each time, so that what it says of a change is due to the change; new ones are
sought with `pytest --hypothesis-profile=searching`.
"""

SamePicture = Callable[[str, bytes], None]


WITH_QT = importlib.util.find_spec("PySide6") is not None
"""The core is also tested where Qt is not installed."""
collect_ignore = [] if WITH_QT else ["qt"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--store-pictures", action="store_true", help="write the pictures that tests compare with")
    if not WITH_QT:  # pytest-qt is not there either, to take its settings from pyproject.toml
        parser.addini("qt_log_level_fail", "of pytest-qt")
        parser.addini("qt_log_ignore", "of pytest-qt", type="linelist")


@pytest.fixture
def same_picture(request: pytest.FixtureRequest, tmp_path: Path) -> SamePicture:
    """Compares a PNG with the stored one of that name, or stores it."""

    def compare(name: str, data: bytes) -> None:
        stored = request.path.parent / "pictures" / f"{name}.png"
        if request.config.getoption("--store-pictures"):
            stored.parent.mkdir(exist_ok=True)
            stored.write_bytes(data)
            return
        assert stored.exists(), f"No picture {stored.name} yet: run pytest --store-pictures, and look at it."
        now, then = (Image.open(io.BytesIO(found)).convert("RGB") for found in (data, stored.read_bytes()))
        assert now.size == then.size, f"{name} is {now.size} pixels large and should be {then.size}."
        difference = ImageChops.difference(now, then)
        furthest = max_channel(difference)
        off = sum(furthest.histogram()[VISIBLE:])
        if off > SHARE * now.width * now.height:
            found = {"is": now, "should": then, "difference": ImageChops.invert(furthest)}
            for word, picture in found.items():
                picture.save(tmp_path / f"{name}-{word}.png")
            pytest.fail(f"{name} looks otherwise at {off} pixels: see {tmp_path}")

    return compare


def max_channel(picture: Image.Image) -> Image.Image:
    """The largest of red, green and blue at each pixel."""
    red, green, blue = picture.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)
