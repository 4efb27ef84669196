"""Bytes of a stranger's text file as text: any encoding that occurs, nothing that a map cannot hold."""

from __future__ import annotations

import re

from journeyeditor.errors import BadInput, message
from journeyeditor.exchange.report import Report

MOST_BYTES = 8 * 1024 * 1024
"""The largest text file that is read. The longest real diagram seen has 9 kB."""
MOST_LINES = 200_000
SAMPLE = 4096
OLD_ENCODINGS = (("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"))
FREQUENT = frozenset("àâäáãåæçéèêëíîïìñóôöòõøœßúûüùÉÈÀÇÊÎÔÄÖÜ’‘“”«»–—…€°£\u00a0")
"""Signs beyond ASCII that western texts are full of."""
HIGH = re.compile(b"[\x80-\xff]")
MOST_HIGH = 5_000
MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""The same that the file leaves out."""


def decoded(data: bytes, report: Report) -> str:
    """The text of a file. Raises BadInput for one that is empty, too large, or no text at all."""
    if len(data) > MOST_BYTES:
        raise BadInput(
            message("This text file has more than {most} MB.", most=MOST_BYTES // 2**20),
            message("Give only the part that holds the journey."),
        )
    text = _text(data, report)
    clean = CONTROLS.sub("", text)
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


def _text(data: bytes, report: Report) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    sample = data[:SAMPLE]
    if b"\0" in sample:
        return _wide(data, sample, report)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        encoding, name = max(OLD_ENCODINGS, key=lambda old: _likeness(_beyond_ascii(data), old[0]))
        report.guessed(message("The file is not UTF-8; it was read as {encoding}.", encoding=name))
        return data.decode(encoding, errors="replace")


def _wide(data: bytes, sample: bytes, report: Report) -> str:
    """UTF-16 without its mark: every other byte of most texts is zero. Raises BadInput for anything else."""
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[first::2].count(0), sample[1 - first :: 2].count(0)
        if not others and zeros * 2 > len(sample) // 2:
            report.guessed(message("The file is not UTF-8; it was read as {encoding}.", encoding="UTF-16"))
            return data.decode(encoding, errors="replace")
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
