"""Photographs keep their pixels and lose what the camera wrote into them."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from journeyeditor.drawing import Drawing, Group, Picture
from journeyeditor.geometry import Box
from journeyeditor.paint import Metadata, pdf, svg
from journeyeditor.paint.jpeg import stripped
from journeyeditor.paint.rasters import pixels, raster, web_file

SECRET = "N48 52 E2 21 Ines"


def photograph(kind: str = "JPEG", **options: object) -> bytes:
    """A picture that says where it was taken, in every way a camera and its programs know."""
    image = Image.effect_noise((96, 64), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = SECRET
    exif.get_ifd(0x8825)[29] = SECRET
    out = io.BytesIO()
    if kind == "JPEG":
        options = {"comment": SECRET, "xmp": SECRET.encode(), **options}
    image.save(out, kind, exif=exif, **options)  # type: ignore[arg-type]
    return out.getvalue()


def same(one: bytes, other: bytes) -> bool:
    return Image.open(io.BytesIO(one)).tobytes() == Image.open(io.BytesIO(other)).tobytes()


@pytest.mark.parametrize("progressive", [False, True])
def test_the_place_is_gone_and_the_pixels_are_not_touched(progressive: bool) -> None:
    data = photograph(progressive=progressive)
    assert data.count(SECRET.encode()) >= 3
    clean = stripped(data)
    assert SECRET.encode() not in clean
    assert same(clean, data)
    assert not Image.open(io.BytesIO(clean)).getexif()


def test_what_tells_how_colours_are_meant_stays() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    clean = Image.open(io.BytesIO(stripped(photograph(icc_profile=profile, dpi=(300, 300)))))
    assert clean.info["icc_profile"] == profile
    assert clean.info["dpi"] == (300, 300)


def test_nothing_is_left_behind_the_end() -> None:
    data = photograph()
    film = data + b"a short film with sound" + photograph()
    assert stripped(film) == stripped(data)


def test_restarts_within_pixels_are_pixels() -> None:
    data = photograph(restart_marker_blocks=2)
    assert b"\xff\xd0" in data
    assert same(stripped(data), data)


@given(st.binary(max_size=200))
def test_any_bytes_at_all_are_let_through_or_cut(data: bytes) -> None:
    assert len(stripped(b"\xff\xd8" + data)) <= len(data) + 4


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_no_file_of_ours_says_where_a_picture_was_taken(kind: str) -> None:
    data = photograph(kind)
    drawing = Drawing(50, 50, (Group("r", "image", (Picture(Box(5, 5, 40, 40), "photo"),), description="A shop"),))
    assert SECRET.encode() not in pdf([drawing], Metadata(), {"photo": data}.get)
    picture = raster(data, "P0")
    assert picture is not None
    picture.printed = 40
    found = web_file(picture)
    assert found is not None
    assert SECRET.encode() not in found[1]
    assert b"data:image/" in svg(drawing, Metadata(), {"photo": data}.get)


@pytest.mark.parametrize(
    ("kind", "mode"), [("JPEG", "RGB"), ("JPEG", "L"), ("PNG", "RGBA"), ("PNG", "LA"), ("PNG", "P")]
)
def test_a_picture_can_be_shown_in_grey(kind: str, mode: str) -> None:
    image = Image.new("RGBA", (40, 30), (200, 40, 40, 128 if "A" in mode else 255)).convert(mode)
    out = io.BytesIO()
    image.save(out, kind)
    picture = raster(out.getvalue(), "P0", grey=True)
    assert picture is not None
    picture.printed = 40
    found = pixels(picture)
    assert found is not None
    assert found.colours == "DeviceGray"
    assert (found.opacity is not None) == ("A" in mode)
    file = web_file(picture)
    assert file is not None
    assert Image.open(io.BytesIO(file[1])).mode in {"L", "LA"}


def test_the_same_picture_may_be_shown_with_colours_and_without() -> None:
    image = io.BytesIO()
    Image.new("RGB", (40, 30), "#FF0000").save(image, "PNG")
    pictures = Picture(Box(0, 0, 10, 10), "one"), Picture(Box(20, 0, 10, 10), "one", grey=True)
    drawing = Drawing(50, 50, (Group("r", "image", pictures),))
    data = pdf([drawing], Metadata(), {"one": image.getvalue()}.get)
    assert data.count(b"/DeviceGray") == 1
    assert data.count(b"/DeviceRGB") == 1
