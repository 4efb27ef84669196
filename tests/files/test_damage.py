"""A damaged file is answered with a journey or with a sentence, never with anything else."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor import files
from journeyeditor.errors import BadInput
from journeyeditor.model.records import Persona, Stage, Touchpoint
from journeyeditor.model.rules import broken_rules
from tests.files.building import by_id, journey_of, picture, rich

SMALL = journey_of(
    Stage(id="s", order="a0", title="Été"),
    Touchpoint(id="t", order="a0", stage="s", title="Pay", links=("https://example.org",)),
    Persona(id="p", order="a0", name="Ana"),
)
FORMS = {
    "zip": files.to_bytes(SMALL, preview=picture()),
    "bare": files.to_bytes(SMALL, bare=True),
    "rich zip": files.to_bytes(rich()),
    "rich bare": files.to_bytes(rich(), bare=True),
}


def answer(data: bytes) -> str:
    """The sentence that a file is refused with, or nothing if it was opened. Anything else fails the test."""
    try:
        loaded = files.load(data)
    except BadInput as error:
        sentence = error.problem.english()
        assert sentence.strip(), "a refusal needs words"
        assert "Traceback" not in sentence
        assert "msgspec" not in sentence
        return sentence
    assert broken_rules(loaded.journey) == []
    assert all(note.english() for note in loaded.notes)
    return ""


@pytest.mark.parametrize("form", ["zip", "bare"])
def test_a_file_cut_at_any_byte_is_refused(form: str) -> None:
    data = FORMS[form]
    whole = len(data) if form == "zip" else len(data.rstrip())
    for length in range(whole):
        assert answer(data[:length]), f"cut at {length}"


@pytest.mark.parametrize("form", ["rich zip", "rich bare"])
def test_a_rich_file_cut_anywhere_is_refused(form: str) -> None:
    data = FORMS[form]
    for length in range(0, len(data.rstrip()), 97):
        assert answer(data[:length]), f"cut at {length}"


@pytest.mark.parametrize("form", FORMS)
def test_a_flipped_bit_is_survived_or_refused(form: str) -> None:
    data = FORMS[form]
    chance = random.Random(form)  # noqa: S311
    for _ in range(400):
        changed = bytearray(data)
        for _ in range(chance.choice([1, 1, 3])):
            changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        answer(bytes(changed))


def test_a_flipped_bit_in_the_packed_text_never_goes_unnoticed() -> None:
    data = FORMS["rich zip"]
    start = data.index(b"journey.json") + len(b"journey.json")
    for place in range(start, start + 600, 7):
        changed = bytearray(data)
        changed[place] ^= 4
        sentence = answer(bytes(changed))
        if sentence:
            assert sentence == "The file is damaged: its contents cannot be unpacked."
        else:  # some bits only choose another way to say the same
            assert by_id(files.from_bytes(bytes(changed))) == by_id(rich())


PIECES = [
    b"{",
    b"}",
    b"[",
    b"]",
    b'"',
    b",",
    b":",
    b"null",
    b"true",
    b"-1",
    b"1e999",
    b"NaN",
    b"\\u0000",
    b"\xff",
    b"\0",
]


@settings(max_examples=150, deadline=None)
@given(
    form=st.sampled_from(sorted(FORMS)),
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(PIECES) | st.binary(max_size=12)),
        min_size=1,
        max_size=4,
    ),
)
def test_whatever_is_done_to_the_bytes_there_is_an_answer(form: str, edits: list[tuple[float, int, bytes]]) -> None:
    data = FORMS[form]
    for where, removed, put in edits:
        place = int(where * len(data))
        data = data[:place] + put + data[place + removed :]
    answer(data)


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=200), start=st.sampled_from([b"", b"PK\x03\x04", b"{", b'{"format": "journeyeditor", ']))
def test_bytes_of_any_kind_are_answered(data: bytes, start: bytes) -> None:
    assert answer(start + data)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty: it has 0 bytes."),
        (b"\0" * 5000, "The file is empty: nothing but zeros or blanks is in it."),
        (b" \n ", "The file is empty: nothing but zeros or blanks is in it."),
        (b"%PDF-1.7 ...", "This is a PDF, not a journey."),
        (picture(), "This is a picture, not a journey."),
        (b"GIF89a....", "This kind of picture is not read."),
        (b"BM\x36\x10\0\0\0\0\0\0\x36\0\0\0", "This kind of picture is not read."),
        (b"BMW is a car", "This is not a journey."),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "This kind of picture is not read."),
        (b"<mxfile></mxfile>", "This is XML or a web page, not a journey."),
        (b"\xff\xfe{\0}\0", "The file is UTF-16 text; a journey is UTF-8."),
        (b"journey\n title My day\n", "This is not a journey."),
        (b"[]", "This is not a journey."),
        (b"{}", "This JSON is not a journey: “format” must be “journeyeditor”."),
        (b'{"format": "other", "a": 1}', "This JSON is not a journey: “format” must be “journeyeditor”."),
        (b'{"format": "journeyeditor"', "The file ends too early: the rest of it is missing."),
        (b'{"format": "journeyeditor"}', "“format_version” must be a whole number from 1."),
        (b'{"format": "journeyeditor", "format_version": true}', "“format_version” must be a whole number from 1."),
        (b'{"format": "journeyeditor", "format_version": 0}', "“format_version” must be a whole number from 1."),
        (b'{"format": "journeyeditor", "format_version": 1.0}', "“format_version” must be a whole number from 1."),
        (
            b'{"format": "journeyeditor", "format_version": 1, "readable_from": "1"}',
            "“readable_from” must be a whole number from 1.",
        ),
        (
            b'{"format": "journeyeditor", "format_version": 1}',
            "“journey” is missing: the file is not a whole journey.",
        ),
    ],
)
def test_what_is_no_journey_is_named(data: bytes, sentence: str) -> None:
    assert answer(data) == sentence


def test_a_broken_place_is_named_by_line_and_column() -> None:
    data = FORMS["bare"].replace(b'"order": "a0",', b'"order" "a0",', 1)
    line = data[: data.index(b'"order" "a0"')].count(b"\n") + 1
    assert answer(data).startswith(f"The file is damaged in line {line}, column ")


def test_a_character_that_is_not_utf8_is_named_by_line_and_column() -> None:
    data = FORMS["bare"].replace("Été".encode(), "Été".encode("latin-1"))
    line = data[: data.index(b"\xc9t")].count(b"\n") + 1
    assert answer(data) == (f"The file is damaged in line {line}, column 17: a character is damaged or not in UTF-8.")


def test_a_file_with_a_byte_order_mark_is_opened() -> None:
    assert answer(b"\xef\xbb\xbf" + FORMS["bare"]) == ""


def test_a_folder_a_missing_file_and_a_pipe_are_refused(tmp_path: Path) -> None:
    for path, sentence in (
        (tmp_path, "This is a folder, not a file."),
        (tmp_path / "none.journey", "There is no such file."),
        (tmp_path / "a\0b", "This is not the name of a file."),
        (tmp_path / ("x" * 300), "The name of the file is too long."),
    ):
        with pytest.raises(BadInput) as refused:
            files.load(path)
        assert refused.value.problem.english() == sentence
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(BadInput, match="not an ordinary file"):
            files.load(tmp_path / "pipe")


def test_opening_changes_nothing_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(FORMS["zip"][:-30])
    before = path.stat()
    with pytest.raises(BadInput):
        files.load(path)
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert [entry.name for entry in tmp_path.iterdir()] == ["map.journey"]
