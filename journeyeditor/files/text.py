"""JSON text as a stranger may send it: what it is when it is no JSON, and where a mistake lies."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

import msgspec

from journeyeditor.errors import BadInput, Message, message
from journeyeditor.files import limits
from journeyeditor.files.pictures import READ
from journeyeditor.files.problems import OTHER_FILE, SMALLER
from journeyeditor.model.images import image_type

Result = TypeVar("Result")

_BYTE = re.compile(r"\(byte (\d+)\)")
_LONE_HALF = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
_ADVICE = message("Try an earlier version or a backup of the file, or copy it again from where it came.")

ON_A_MAP = message("Open a map, and drop the picture on a touchpoint or a persona.")
_AS_UTF_8 = message("Save it as UTF-8 in a text editor.")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")

_OTHERS: tuple[tuple[bytes, Message], ...] = (
    (b"%PDF-", message("This is a PDF, not a journey.")),
    (b"RIFF", message("This is a picture or a recording, not a journey.")),
    (b"\xd0\xcf\x11\xe0", message("This is an old office document, not a journey.")),
    (b"SQLite format 3", message("This is a database, not a journey.")),
    (b"<", message("This is XML or a web page, not a journey.")),
    (b"\x1f\x8b", message("This is a gzip archive, not a journey.")),
    (b"7z\xbc\xaf", message("This is a 7-Zip archive, not a journey.")),
    (b"\xff\xfe", message("The file is UTF-16 text; a journey is UTF-8.")),
    (b"\xfe\xff", message("The file is UTF-16 text; a journey is UTF-8.")),
)


def checked_text(data: bytes) -> bytes:
    """The JSON text without a byte order mark. Raises BadInput for what is visibly something else, or too much."""
    text = data.removeprefix(b"\xef\xbb\xbf")
    if image_type(text[:64]) is not None:
        raise BadInput(message("This is a picture, not a journey."), ON_A_MAP)
    if _is_unread_picture(text[:64]):
        raise BadInput(message("This kind of picture is not read."), READ)
    start = text[:64].lstrip()
    for signature, sentence in _OTHERS:
        if start.startswith(signature):
            raise BadInput(sentence, _AS_UTF_8 if start.startswith(_UTF_16) else OTHER_FILE)
    if start[:1] in (b"", b"\0") and not text.strip(b" \t\r\n\0"):
        raise BadInput(message("The file is empty: nothing but zeros or blanks is in it."), _ADVICE)
    if not start.startswith(b"{"):
        raise BadInput(message("This is not a journey."), OTHER_FILE)
    check_brackets(text, b"{")
    return text


def _is_unread_picture(start: bytes) -> bool:
    """Whether it begins as GIF, TIFF, BMP, HEIC or AVIF do."""
    if start.startswith((b"GIF8", b"II*\0", b"MM\0*")):
        return True
    if start.startswith(b"BM"):
        return start[6:10] == b"\0\0\0\0"
    return start[4:8] == b"ftyp" and start[8:12] in {b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif"}


def check_brackets(text: bytes, *kinds: bytes) -> None:
    """Bounds how many objects (and lists) are made from a text. An object takes at least two characters."""
    if len(text) > limits.BRACKETS and sum(bytes(text).count(kind) for kind in kinds) > limits.BRACKETS:
        raise BadInput(message("The file holds more than a map can have."), SMALLER)


def readable(text: bytes, read: Callable[[], Result], wrong: Message) -> Result:
    """What `read` returns; what msgspec raises becomes a sentence, `wrong` if the JSON is right but no journey."""
    try:
        return read()
    except RecursionError:
        raise BadInput(message("This is not a journey file: its data is nested too deeply."), OTHER_FILE) from None
    except UnicodeDecodeError:
        raise _bad_character(text) from None
    except msgspec.ValidationError:
        raise BadInput(wrong, _ADVICE) from None
    except msgspec.DecodeError as error:
        raise _broken(text, str(error)) from None


def _bad_character(text: bytes) -> BadInput:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as error:
        return _at(text, error.start, message("a character is damaged or not in UTF-8"))
    return _broken(text, "")


def _broken(text: bytes, said: str) -> BadInput:
    if half := _LONE_HALF.search(text):
        return _at(text, half.start(), message("half a character (a lone surrogate) stands here"))
    try:
        msgspec.json.decode(text)  # for the place in the whole text: `said` may count from a section's start
    except msgspec.DecodeError as error:
        said = str(error)
    except (RecursionError, UnicodeDecodeError):
        pass  # another damage, which lies before this one
    if "truncated" in said:
        return BadInput(message("The file ends too early: the rest of it is missing."), _ADVICE)
    found = _BYTE.search(said)
    if found is None:
        return BadInput(message("The file is damaged: its JSON cannot be read."), _ADVICE)
    return _at(text, int(found[1]), message("the JSON is broken"))


def _at(text: bytes, offset: int, what: Message) -> BadInput:
    before = text[:offset]
    line = before.count(b"\n") + 1
    column = offset - (before.rfind(b"\n") + 1) + 1
    place = message("line {line}, column {column}", line=line, column=column)
    return BadInput(
        message("The file is damaged in {place}: {what}.", place=place, what=what), _ADVICE, place.english()
    )
