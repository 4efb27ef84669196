"""A browser shows the SVG as the PDF looks: the same glyphs at the same places, in every script.

Slow, and only where Chromium is installed: `pytest -m slow tests/paint`.
"""

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageFilter

from journeyeditor.drawing import Drawing, Group, Halo, Inset
from journeyeditor.geometry import Box
from journeyeditor.paint import Metadata, pdf, png, svg
from tests.paint.sheets import KEY, PORTRAIT, scripts_sheet, shapes_sheet

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DPI = 144
FAR = 55
"""Two pictures, both a little blurred, may differ by this much of 255 in a pixel; 0.3 mm are 77."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not here"),
]
SHEETS = {
    "shapes": shapes_sheet(),
    "regular": scripts_sheet(bold=False, italic=False),
    "bold italic": scripts_sheet(bold=True, italic=True),
    "rims": scripts_sheet(bold=True, italic=False, halo=Halo("#FFFFFF", 0.6)),
    "inset": Drawing(90, 70, (Group("", "tile", (Inset(shapes_sheet(), 5, 4, 0.6, Box(8, 6, 60, 52)),)),)),
    "bleed": replace(shapes_sheet(), background="#FDF1DD", surround=12, bleed=3),
}


def browsed(drawing: Drawing, folder: Path, size: tuple[int, int]) -> Image.Image:
    """The SVG as Chromium shows it."""
    width, height = size
    (folder / "sheet.svg").write_bytes(svg(drawing, Metadata("x"), {KEY: PORTRAIT}.get))
    style = f"width:{width}px;height:{height}px;display:block"
    (folder / "sheet.html").write_text(f'<body style="margin:0"><img src="sheet.svg" style="{style}">')
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={width},{height}"]
    shot = [f"--screenshot={folder / 'sheet.png'}", f"--user-data-dir={folder / 'profile'}"]
    command = [str(CHROMIUM), *options, *shot, (folder / "sheet.html").as_uri()]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return Image.open(folder / "sheet.png").convert("L")


@pytest.mark.parametrize("name", SHEETS)
def test_the_svg_looks_like_the_pdf(name: str, tmp_path: Path) -> None:
    drawing = SHEETS[name]
    printed = Image.open(io.BytesIO(png(pdf([drawing], Metadata(), {KEY: PORTRAIT}.get), DPI))).convert("L")
    shown = browsed(drawing, tmp_path, printed.size)
    one, other = (picture.filter(ImageFilter.GaussianBlur(1.5)) for picture in (printed, shown))
    difference = ImageChops.difference(one, other)
    ImageChops.invert(difference).save(tmp_path / "difference.png")
    assert difference.getextrema()[1] < FAR, f"see {tmp_path}"
