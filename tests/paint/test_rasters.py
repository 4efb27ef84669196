"""Pictures on paper: fine enough, never finer, each once, and never a reason to fail."""

import hashlib
import io
import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from journeyeditor.drawing import Drawing, Group, Picture
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import circle
from journeyeditor.paint import Metadata, pdf, png, svg

needs_poppler = pytest.mark.skipif(shutil.which("pdfimages") is None, reason="pdfimages (poppler-utils) is not here")


def file(kind: str, mode: str, size: tuple[int, int], **options: object) -> bytes:
    """A picture whose left half is red and right half blue."""
    image = Image.new("RGB", size, (200, 30, 30))
    image.paste((30, 30, 200), (size[0] // 2, 0, size[0], size[1]))
    if mode == "RGBA":
        image.putalpha(Image.new("L", size, 128))
    elif mode == "P":
        image = image.quantize(8)
    else:
        image = image.convert(mode)
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


class Store(dict[str, bytes]):
    """Pictures by hash."""

    def add(self, data: bytes) -> str:
        key = hashlib.sha256(data).hexdigest()
        self[key] = data
        return key


def sheet(*pictures: Picture) -> Drawing:
    return Drawing(120, 80, (Group("r", "image", pictures),))


def listed(data: bytes, folder: Path) -> list[list[str]]:
    """What `pdfimages` says: page, number, type, width, height, colour, components, bits, encoding …"""
    (folder / "sheet.pdf").write_bytes(data)
    listing = subprocess.run(
        ["pdfimages", "-list", str(folder / "sheet.pdf")], capture_output=True, text=True, check=True
    )
    return [line.split() for line in listing.stdout.splitlines()[2:]]


def seen(drawing: Drawing, store: Store) -> Image.Image:
    """The sheet at 25.4 dpi times 4: four pixels to the millimetre."""
    return Image.open(io.BytesIO(png(pdf([drawing], Metadata(), store.get), 101.6))).convert("RGB")


@needs_poppler
def test_a_jpeg_that_is_not_too_fine_stays_byte_for_byte(tmp_path: Path) -> None:
    store = Store()
    data = file("JPEG", "RGB", (400, 300), quality=80)
    found = pdf([sheet(Picture(Box(10, 10, 60, 45), store.add(data)))], Metadata(), store.get)
    assert data in found
    assert listed(found, tmp_path)[0][2:9] == ["image", "400", "300", "rgb", "3", "8", "jpeg"]


@needs_poppler
@pytest.mark.parametrize(("kind", "packing"), [("JPEG", "jpeg"), ("PNG", "image"), ("WEBP", "image")])
def test_no_picture_is_finer_than_300_dpi(kind: str, packing: str, tmp_path: Path) -> None:
    store = Store()
    key = store.add(file(kind, "RGB", (3000, 2000)))
    found = listed(pdf([sheet(Picture(Box(10, 10, 30, 20), key))], Metadata(), store.get), tmp_path)
    assert found[0][3:5] == ["355", "237"]  # 30 mm are 354.3 dots
    assert found[0][8] == packing


@needs_poppler
def test_a_picture_used_often_is_held_once_in_the_finest_size_asked_for(tmp_path: Path) -> None:
    store = Store()
    key = store.add(file("PNG", "RGB", (3000, 2000)))
    small, large = Picture(Box(10, 10, 15, 10), key), Picture(Box(10, 30, 60, 40), key)
    data = pdf([sheet(small, large, small), sheet(small)], Metadata(), store.get)
    assert {tuple(row[3:5]) for row in listed(data, tmp_path)} == {("709", "473")}
    assert data.count(b"/Subtype /Image") == 1


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "P"), ("PNG", "L"), ("PNG", "1"), ("PNG", "I;16"), ("JPEG", "CMYK"), ("WEBP", "RGB")]
)
def test_every_sort_of_pixel_is_shown(kind: str, mode: str) -> None:
    store = Store()
    image = seen(sheet(Picture(Box(10, 10, 60, 40), store.add(file(kind, mode, (90, 60))))), store)
    left, right = image.getpixel((80, 120)), image.getpixel((240, 120))
    assert left != (255, 255, 255)
    assert right != (255, 255, 255) or mode in {"1", "I;16"}
    if mode in {"P", "CMYK", "RGB"}:
        assert left[0] > 150 > left[2]
        assert right[2] > 150 > right[0]


def test_what_is_clear_in_a_picture_is_clear_on_paper() -> None:
    store = Store()
    image = seen(sheet(Picture(Box(10, 10, 60, 40), store.add(file("PNG", "RGBA", (90, 60))))), store)
    assert image.getpixel((80, 120)) == pytest.approx((227, 142, 142), abs=3)


def test_a_picture_covers_its_box_and_nothing_else() -> None:
    store = Store()
    wide = Picture(Box(10, 10, 20, 40), store.add(file("PNG", "RGB", (400, 100))))
    image = seen(sheet(wide), store)
    assert image.getpixel((42, 42)) == image.getpixel((42, 198)) == (200, 30, 30)
    assert image.getpixel((118, 120)) == (30, 30, 200)
    assert image.getpixel((38, 120)) == image.getpixel((122, 120)) == image.getpixel((80, 38)) == (255, 255, 255)


def test_a_picture_can_be_shown_whole() -> None:
    store = Store()
    wide = Picture(Box(10, 10, 20, 40), store.add(file("PNG", "RGB", (400, 200))), fit="contain")
    image = seen(sheet(wide), store)
    assert image.getpixel((42, 120)) == (200, 30, 30)
    assert image.getpixel((118, 120)) == (30, 30, 200)
    assert image.getpixel((80, 96)) == image.getpixel((80, 144)) == (255, 255, 255)


def test_a_picture_is_cut_to_its_clip() -> None:
    store = Store()
    image = seen(
        sheet(Picture(Box(10, 10, 40, 40), store.add(file("PNG", "RGB", (40, 40))), circle(30, 30, 20))), store
    )
    assert image.getpixel((44, 44)) == (255, 255, 255)
    assert image.getpixel((60, 120)) == (200, 30, 30)


def test_a_photograph_taken_sideways_stands_upright() -> None:
    store = Store()
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter to the right
    image = seen(sheet(Picture(Box(10, 10, 30, 60), store.add(file("JPEG", "RGB", (600, 300), exif=exif)))), store)
    top, bottom = image.getpixel((100, 60)), image.getpixel((100, 260))
    assert top[0] > 150 > top[2]
    assert bottom[2] > 150 > bottom[0]


def bombs() -> dict[str, bytes]:
    good = file("PNG", "RGB", (300, 200))
    huge = bytearray(good)
    huge[16:24] = (50_000).to_bytes(4, "big") * 2
    return {
        "cut short": good[: len(good) // 2],
        "cut in its head": good[:20],
        "not a picture": b"GIF89a" + bytes(100),
        "empty": b"",
        "too large": bytes(huge),
        "a JPEG cut short": file("JPEG", "RGB", (300, 200))[:900],
        "an SVG": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    }


@pytest.mark.parametrize("name", bombs())
def test_where_no_picture_can_be_had_stands_an_even_grey(name: str) -> None:
    store = Store()
    drawing = sheet(Picture(Box(10, 10, 40, 40), store.add(bombs()[name])))
    image = seen(drawing, store)
    assert image.getpixel((120, 120)) == pytest.approx((228, 233, 239), abs=1)
    assert b"#E4E9EF" in svg(drawing, Metadata(), store.get)


def test_an_svg_holds_its_pictures_once_too() -> None:
    store = Store()
    photograph, drawing = store.add(file("JPEG", "RGB", (400, 300))), store.add(file("PNG", "RGB", (3000, 2000)))
    pictures = [Picture(Box(10 + 20 * n, 10, 15, 10), key) for n in range(2) for key in (photograph, drawing)]
    text = svg(sheet(*pictures), Metadata(), store.get).decode()
    assert [len(re.findall(f"data:image/{kind};base64", text)) for kind in ("jpeg", "png")] == [1, 1]
    assert text.count("<use ") == 4


def test_pictures_come_from_the_store_only() -> None:
    asked = []

    def images(key: str) -> bytes | None:
        asked.append(key)
        return None

    drawing = sheet(
        Picture(Box(10, 10, 40, 40), "/etc/passwd"), Picture(Box(10, 10, 40, 40), "http://example.org/a.png")
    )
    document = pypdfium2.PdfDocument(pdf([drawing], Metadata(), images))
    assert len(document) == 1
    document.close()
    assert asked == ["/etc/passwd", "http://example.org/a.png"]
