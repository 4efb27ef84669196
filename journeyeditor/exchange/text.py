"""Bytes of a stranger's text file as text: any encoding that occurs, nothing that a map cannot hold."""

from __future__ import annotations

import re

from journeyeditor.errors import BadInput, message
from journeyeditor.exchange.report import Report

MOST_BYTES = 8 * 1024 * 1024
"""The largest text file that is read. The longest real diagram seen has 9 kB."""
MOST_LINES = 200_000
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
    if b"\0" in data[:4096]:
        raise BadInput(message("This is not a text file."), message("Choose a Mermaid or Markdown file."))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        report.guessed(message("The file is not UTF-8; it was read as Windows-1252."))
        return data.decode("cp1252", errors="replace")
