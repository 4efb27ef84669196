"""Bytes of a stranger's text file as text: any encoding that occurs, nothing that a map cannot hold."""

from __future__ import annotations

import re

from journeyeditor.errors import BadInput, message
from journeyeditor.exchange.report import Report
from journeyeditor.model.text import UNWANTED

MOST_BYTES = 8 * 1024 * 1024
"""The largest text file that is read. The longest real diagram seen has 9 kB."""
MOST_LINES = 200_000
SAMPLE = 4096
ENCODINGS: dict[str, str] = {
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252",
    "mac_roman": "Mac Roman",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16 BE",
}
"""The encodings that a person may choose, and what they are called."""
OLD_ENCODINGS = ("cp1252", "mac_roman")
FREQUENT = frozenset("àâäáãåæçéèêëíîïìñóôöòõøœßúûüùÉÈÀÇÊÎÔÄÖÜ’‘“”«»–—…€°£\u00a0")
"""Signs beyond ASCII that western texts are full of."""
HIGH = re.compile(b"[\x80-\xff]")
MOST_HIGH = 5_000
MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decoded(data: bytes, report: Report, encoding: str | None = None) -> str:
    """The text of a file, in an encoding (one of `ENCODINGS`) or in the likeliest.

    Raises BadInput for one that is empty, too large, or no text at all.
    """
    if len(data) > MOST_BYTES:
        raise BadInput(
            message("This text file has more than {most} MB.", most=MOST_BYTES // 2**20),
            message("Give only the part that holds the journey."),
        )
    text = _text(data, report) if encoding is None else _unmarked(data).decode(encoding, errors="replace")
    clean = UNWANTED.sub("", text)
    if clean != text:
        report.dropped(message("Characters that cannot be printed were left out."))
    if clean.count("\n") + clean.count("\r") > MOST_LINES:
        raise BadInput(
            message("This text file has more than {most} lines.", most=MOST_LINES),
            message("Give only the part that holds the journey."),
        )
    if not clean.strip():
        raise BadInput(message("This file is empty."), message("Choose a file that holds a journey."))
    return clean


def encoding_of(data: bytes) -> tuple[str, bool]:
    """The likeliest encoding (one of `ENCODINGS`), and whether it is a guess. Raises BadInput for what is no text."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding, False
    sample = data[:SAMPLE]
    if b"\0" in sample:
        return _wide(sample), True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return max(OLD_ENCODINGS, key=lambda old: _likeness(_beyond_ascii(data), old)), True
    return "utf-8", False


def _text(data: bytes, report: Report) -> str:
    encoding, is_guess = encoding_of(data)
    if is_guess:
        name = "UTF-16" if encoding.startswith("utf-16") else ENCODINGS[encoding]
        report.guessed(message("The file is not UTF-8; it was read as {encoding}.", encoding=name))
    return _unmarked(data).decode(encoding, errors="replace")


def _unmarked(data: bytes) -> bytes:
    """The bytes without the mark of their encoding."""
    return next((data[len(mark) :] for mark, _ in MARKS if data.startswith(mark)), data)


def _wide(sample: bytes) -> str:
    """UTF-16 without its mark: every other byte of most texts is zero. Raises BadInput for anything else."""
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[first::2].count(0), sample[1 - first :: 2].count(0)
        if not others and zeros * 2 > len(sample) // 2:
            return encoding
    raise BadInput(message("This is not a text file."), message("Choose a file that holds a journey as text."))


def _beyond_ascii(data: bytes) -> bytes:
    """The first bytes beyond ASCII with what stands around them: an old encoding shows in these alone."""
    found = [match.span() for match, _ in zip(HIGH.finditer(data), range(MOST_HIGH), strict=False)]
    return b"".join(data[max(0, begin - 1) : end + 1] for begin, end in found)


def _likeness(sample: bytes, encoding: str) -> int:
    """How much a text looks like one that people write when its bytes are read so."""
    text = f" {sample.decode(encoding, errors='replace')} "
    return sum(
        _habit(sign, before, after)
        for before, sign, after in zip(text, text[1:], text[2:], strict=False)
        if not sign.isascii()
    )


def _habit(sign: str, before: str, after: str) -> int:
    """Whether a sign stands where people put it: no capital behind a small letter, no ellipsis before a letter."""
    if sign not in FREQUENT:
        return -1
    if not sign.isalpha():
        return -1 if after.isalpha() and sign in "…€°£" else 1
    return -2 if sign.isupper() and before.islower() else 2
