"""Pictures of the journey's store on the screen."""

import io
import struct
import zlib

import pytest
from PIL import Image
from PySide6.QtGui import QColor

from journeyeditor.drawing import Drawing, Group, Picture
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import circle
from journeyeditor.paint.content import MISSING
from journeyeditor.qt.painter.pictures import PictureStock
from tests.paint.sheets import KEY, PORTRAIT
from tests.qt.painter.looking import painted, painter_of

QUIET = MISSING.lower()
BOX = Box(5, 5, 20, 10)


def with_picture(**how: object) -> Drawing:
    return Drawing(30, 20, (Group("photo", "image", (Picture(BOX, KEY, **how),)),))  # type: ignore[arg-type]


def encoded(image: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def halves() -> Image.Image:
    """Red at the left, blue at the right."""
    image = Image.new("RGB", (200, 100), "#C00000")
    image.paste("#0000C0", (100, 0, 200, 100))
    return image


@pytest.mark.parametrize(("kind", "how"), [("PNG", {}), ("JPEG", {"quality": 95}), ("WEBP", {"lossless": True})])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_pictures_of_each_kind_are_shown(kind: str, how: dict[str, object], ratio: float) -> None:
    data = encoded(halves(), kind, **how)
    image = painted(painter_of(with_picture(), {KEY: data}.get), 10, ratio)
    left, right = (image.pixelColor(round(x * ratio), round(100 * ratio)) for x in (80, 220))
    assert left.red() - left.blue() > 160
    assert right.blue() - right.red() > 160
    assert image.pixelColor(round(40 * ratio), round(100 * ratio)) == QColor("white")


def test_a_picture_stands_as_its_camera_was_held() -> None:
    turned = halves().rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6
    data = encoded(turned, "JPEG", quality=95, exif=exif)
    image = painted(painter_of(with_picture(), {KEY: data}.get), 10)
    assert image.pixelColor(80, 100).red() > 180
    assert image.pixelColor(220, 100).blue() > 180


def test_a_picture_without_colours() -> None:
    image = painted(painter_of(with_picture(grey=True), {KEY: encoded(halves(), "PNG")}.get), 10)
    colour = image.pixelColor(80, 100)
    assert colour.red() == colour.green() == colour.blue() < 120


def test_all_of_a_contained_picture_is_seen_in_the_middle_of_its_box() -> None:
    square = encoded(Image.new("RGB", (50, 50), "#C00000"), "PNG")
    image = painted(painter_of(with_picture(fit="contain"), {KEY: square}.get), 10)
    assert image.pixelColor(150, 100).red() > 180
    assert image.pixelColor(70, 100) == QColor("white")
    assert image.pixelColor(230, 100) == QColor("white")


def test_a_clip_cuts_a_picture() -> None:
    image = painted(painter_of(with_picture(clip=circle(15, 10, 4)), {KEY: PORTRAIT}.get), 10)
    assert image.pixelColor(150, 100) != QColor("white")
    assert image.pixelColor(80, 100) == QColor("white")


def huge() -> bytes:
    """A PNG that says it has 50 million pixels."""
    head = struct.pack(">IIBBBBB", 10_000, 5_000, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(None, id="not there"),
        pytest.param(b"", id="empty"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", id="no kind of ours"),
        pytest.param(encoded(halves(), "GIF"), id="another kind"),
        pytest.param(encoded(halves(), "PNG")[:60], id="cut PNG"),
        pytest.param(encoded(halves(), "JPEG")[:400], id="cut JPEG"),
        pytest.param(encoded(halves(), "WEBP")[:60], id="cut WebP"),
        pytest.param(PORTRAIT[:200] + bytes(200) + PORTRAIT[400:], id="spoilt"),
        pytest.param(huge(), id="too large"),
    ],
)
def test_what_cannot_be_shown_leaves_a_quiet_ground(data: bytes | None) -> None:
    painter = painter_of(with_picture(), lambda _: data)
    for _ in range(2):
        assert painted(painter, 10).pixelColor(150, 100).name() == QUIET


def test_a_picture_that_comes_later_is_shown() -> None:
    store: dict[str, bytes] = {}
    painter = painter_of(with_picture(), store.get)
    assert painted(painter, 10).pixelColor(150, 100).name() == QUIET
    store[KEY] = PORTRAIT
    assert painted(painter, 10).pixelColor(150, 100).name() != QUIET


def test_pictures_keep_to_their_room() -> None:
    data = encoded(Image.effect_noise((600, 600), 90).convert("RGB"), "PNG")
    stock = PictureStock(lambda _: data, room=4_000_000)
    for number in range(12):
        picture = Picture(Box(0, 0, 50, 50), f"image{number}")
        found = stock.raster(picture)
        assert found is not None
        found.placed(picture.box, "cover")
        for width in (600, 300, 150):
            assert stock.pixels(picture, found, width) is not None
    assert stock.bytes_kept() <= 4_000_000
