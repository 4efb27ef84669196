"""What a stranger made to do harm: bombs, tricks with names, numbers, depth; refused in little time and space."""

from __future__ import annotations

import io
import json
import struct
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PIL import Image

from journeyeditor import files
from journeyeditor.errors import BadInput
from journeyeditor.files import limits
from journeyeditor.files.form import MIMETYPE
from journeyeditor.files.pictures import why_not
from tests.files.building import HASH, picture, rich

TOP = {"format": "journeyeditor", "format_version": 1, "readable_from": 1, "journey": {"id": "j", "title": "Map"}}
STAGE = {"id": "s", "order": "a0", "title": "Buy"}
TOUCHPOINT = {"id": "t", "order": "a0", "stage": "s", "title": "Pay"}


def refusal(data: bytes) -> str:
    with pytest.raises(BadInput) as refused:
        files.load(data)
    return refused.value.problem.english()


def bare(**sections: Any) -> bytes:
    return json.dumps({**TOP, **sections}).encode()


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return buffer.getvalue()


@contextmanager
def little(seconds: float = 5.0, megabytes: float = 300.0) -> Iterator[None]:
    """Fails if what is inside takes too much of the processor, or makes too many objects."""
    tracemalloc.start()
    start = time.process_time()
    yield
    spent, (_, peak) = time.process_time() - start, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert spent < seconds
    assert peak < megabytes * 1e6


# -- zips ------------------------------------------------------------------------------------------------------------
def test_a_zip_bomb_is_not_unpacked() -> None:
    data = zipped(("journey.json", b" " * (limits.JSON_BYTES + 1)))
    assert len(data) < 100_000
    with little():
        assert refusal(data) == "“journey.json” in the file is larger than 32 MB."


def test_a_zip_that_lies_about_a_size_is_not_unpacked_further() -> None:
    data = bytearray(zipped(("journey.json", b" " * (limits.JSON_BYTES + 1))))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<L", 1000)
    with little():
        assert refusal(bytes(data)).startswith("The file is damaged")


def test_a_bomb_of_pictures_is_left_out() -> None:
    bomb = (f"images/{HASH}.png", b"\0" * (limits.IMAGE_BYTES + 1))
    with little(megabytes=400):
        loaded = files.load(zipped(("journey.json", bare()), bomb))
    assert len(loaded.journey.images) == 0


def test_pictures_that_are_small_one_by_one_but_not_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 50_000)
    many = [(f"images/{n:064x}.png", b"\0" * 10_000) for n in range(9)]
    assert refusal(zipped(("journey.json", bare()), *many)) == "The pictures in the file are too many or too large."


def test_names_that_lead_outside_do_nothing_but_make_a_note() -> None:
    names = [
        "\x1b[31mred",
        "../../evil.py",
        "/etc/passwd",
        "..\\evil.exe",
        "images/../../x.png",
        "C:\\x",
        "images/" + HASH + ".svg",
    ]
    loaded = files.load(zipped(("journey.json", bare()), *((name, b"x") for name in names)))
    said = [note.english() for note in loaded.notes]
    assert len(said) == len(names)
    assert not any("\x1b" in sentence for sentence in said)
    assert "“../../evil.py” in the file is no part of a journey and was left out." in said


def test_the_same_name_twice_is_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped(("journey.json", bare()), ("journey.json", bare(stages=[STAGE])))
    assert refusal(data) == "The file holds “journey.json” twice."


def test_a_zip_with_a_password_is_refused() -> None:
    data = bytearray(zipped(("journey.json", bare())))
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)) == "The file is locked with a password."


def test_unusual_packing_is_refused() -> None:
    assert refusal(zipped(("journey.json", bare()), method=zipfile.ZIP_LZMA)) == (
        "The file is packed in a way that this program does not read."
    )


def test_a_directory_of_a_million_entries_is_not_read() -> None:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65535, 65535, 46_000_000, 100, 0)
    with little():
        assert refusal(b"PK\x03\x04" + bytes(46_000_096) + end) == "The file holds more parts than a journey has."


def test_other_zips_are_named() -> None:
    assert refusal(zipped(("word/document.xml", b"<x/>"))) == (
        "This zip is not a journey: there is no “journey.json” in it."
    )
    other = zipped(("mimetype", b"application/epub+zip"), ("journey.json", bare()))
    assert refusal(other) == "This is not a journey but another program's file."


def test_a_journey_that_a_person_packed_again_is_opened() -> None:
    json_text = files.to_bytes(rich(), bare=True)
    for members in (
        [("journey.json", json_text)],
        [("images/", b""), ("journey.json", json_text), ("mimetype", MIMETYPE.encode() + b"\n")],
    ):
        assert files.load(zipped(*members)).journey.head.title == rich().head.title


# -- JSON ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("opening", [b"[", b'{"a":'])
def test_json_a_hundred_thousand_levels_deep_is_refused(opening: bytes) -> None:
    closing = b"]" if opening == b"[" else b"}"
    for levels in (100_000, 900, 200):
        nested = opening * levels + b"1" + closing * levels
        for data in (
            b'{"format": "journeyeditor", "format_version": 1, "journey": {"id": "j"}, "x": ' + nested + b"}",
            b'{"format": "journeyeditor", "format_version": 1, "journey": {"id": "j", "y": ' + nested + b"}}",
            bare(stages=[STAGE]).replace(b'"Buy"', nested),
        ):
            with little():
                assert refusal(data)


def test_what_is_nested_a_little_is_kept_and_can_be_saved() -> None:
    nested: Any = 1
    for _ in range(limits.DEPTH - 5):
        nested = [nested]
    journey = files.load(bare(stages=[{**STAGE, "future": nested}])).journey
    assert files.load(files.to_bytes(journey)).journey.stages()[0].extra == {"future": nested}


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 5000, "1e309"])
@pytest.mark.parametrize("field", ["room", "future"])
def test_numbers_that_are_none_are_refused(number: str, field: str) -> None:
    data = bare(stages=[{**STAGE, field: "@"}]).replace(b'"@"', number.encode())
    assert refusal(data)


def test_a_number_out_of_range_names_its_place() -> None:
    data = bare(stages=[STAGE, {**STAGE, "id": "s2", "room": "@"}]).replace(b'"@"', b"1e999")
    assert refusal(data) == "stages[1].room: the number is too large."


def test_half_a_character_is_refused_with_its_place() -> None:
    for half in (b'"\\ud83d"', b'"\\ude00"', b'"a\\ud83dz"', b'"\\ud83d\\n"'):
        assert "half a character (a lone surrogate) stands here" in refusal(
            bare(stages=[STAGE]).replace(b'"Buy"', half)
        )
    whole = files.load(bare(stages=[STAGE]).replace(b'"Buy"', b'"\\ud83d\\ude00"'))
    assert whole.journey.stages()[0].title == "😀"


def test_control_characters_are_left_out_with_a_note() -> None:
    data = bare(stages=[{**STAGE, "title": "B\0u\x1b[31my\x7f\x85", "goal": "a\tb\nc"}])
    for text in (data, data.replace(b"\\u007f", b"\x7f").replace(b"\\u0085", b"\xc2\x85")):
        loaded = files.load(text)
        assert loaded.journey.stages()[0].title.replace("\n", "") == "Bu[31my"
        assert loaded.journey.stages()[0].goal == "a\tb\nc"
        assert [note.english() for note in loaded.notes] == ["Control characters were left out of one text."]


def test_a_million_records_are_refused_before_they_are_made() -> None:
    for count, record in ((1_000_001, b'{"id":"s","order":"a0"}'), (limits.RECORDS + 1, b'{"id":"s","order":"a0"}')):
        data = bare(stages=["@"]).replace(b'"@"', b",".join([record] * count))
        with little(10):
            assert refusal(data) in {
                "The file holds more than a map can have.",
                "The file holds more than 50000 records.",
            }


def test_millions_of_empty_lists_are_refused_before_they_are_made() -> None:
    data = bare(future=["@"]).replace(b'"@"', b",".join([b"[]"] * 5_000_000))
    with little():
        assert refusal(data) == "The file holds more than a map can have."


def test_a_file_of_a_gigabyte_is_not_read(tmp_path: Any) -> None:
    path = tmp_path / "map.journey"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    with little(megabytes=600), pytest.raises(BadInput, match="larger than 256 MB"):
        files.load(path)


def test_text_without_end_is_refused() -> None:
    assert refusal(bare(stages=[{**STAGE, "title": "x" * 100_001}])) == (
        f"stages[0].title (“{'x' * 59}…”): the text has more than 100000 characters."
    )


# -- pictures --------------------------------------------------------------------------------------------------------
def png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(8_000, 8_000), (10_000, 10_000), (50_000, 50_000), (2**31 - 1, 2**31 - 1)])
def test_a_picture_that_would_unpack_to_gigabytes_is_left_out(size: tuple[int, int]) -> None:
    with little():
        why = why_not(png_header(*size))
    assert why is not None
    assert why.english() == "it is too large; it may have 40 million pixels, 8000 wide and 5000 high for instance"
    assert why_not(png_header(6_000, 6_000)) is None


@pytest.mark.parametrize(
    "data", [b"GIF89a" + bytes(50), b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"BM" + bytes(60), b"", b"%PDF-1.4"]
)
def test_only_png_jpeg_and_webp_are_pictures_whatever_they_are_called(data: bytes) -> None:
    why = why_not(data)
    assert why is not None
    assert why.english() == "it is not a PNG, JPEG or WebP picture"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_cut_picture_is_refused_or_left_to_the_painter_but_never_raises(kind: str) -> None:
    data = picture(kind, (40, 40))
    assert why_not(data) is None
    for length in range(0, len(data), 5):
        why_not(data[:length])


def test_a_picture_of_a_million_parts_is_not_walked_through() -> None:
    chunk = struct.pack(">L", 0) + b"abCd" + struct.pack(">L", zlib.crc32(b"abCd"))
    whole = png_header(10, 10)
    data, jpeg = whole[:33] + chunk * 1_000_000 + whole[33:], picture("JPEG")
    floods = [data, whole[:-12] + chunk * 1_000_000 + whole[-12:]]
    floods += [jpeg[:20] + filling * 2_000_000 + jpeg[20:] for filling in (b"\xff\xe5\x00\x02", b"\xff", b"x")]
    for flood in floods:
        with little(1.0):
            why = why_not(flood)
        assert why is not None
        assert why.english() == "it is damaged"


def test_odd_data_about_a_picture_is_not_talked_about(capsys: pytest.CaptureFixture[str]) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (5, 5)).save(buffer, "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0")
    assert why_not(buffer.getvalue()) is None
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("form", ["zip", "bare"])
def test_a_picture_that_is_not_what_its_name_says_costs_only_the_picture(form: str) -> None:
    journey = rich()
    data = files.to_bytes(journey, bare=form == "bare")
    image = journey.touchpoints()[0].image
    assert image is not None
    other = "f" * 64
    changed = data.replace(image.encode(), other.encode())
    if form == "bare":
        text = json.loads(changed)
        text["images"][other]["base64"] = "not base64!"
        changed = json.dumps(text).encode()
    else:
        changed = files_with_json(changed, other)
    loaded = files.load(changed)
    assert loaded.journey.touchpoints()[0].image == other
    assert other not in loaded.journey.images
    assert len(loaded.notes) == 1
    assert loaded.notes[0].english().startswith("A picture of “Visit the showroom” cannot be shown: it is ")


def files_with_json(data: bytes, other: str) -> bytes:
    """The zip with the hash in its JSON changed like the names of its members."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    image = rich().touchpoints()[0].image or ""
    members["journey.json"] = members["journey.json"].replace(image.encode(), other.encode())
    return zipped(*members.items())
