"""One line of a Mermaid journey: `name: score: actor, actor`, read more kindly than Mermaid reads it.

The score is the rightmost colon-separated field that is wholly a number; what stands before it is the name, the next
field the actors. `#` begins a comment only at the start of a line or after the score; `%%` begins one anywhere.
"""

from __future__ import annotations

import html.entities
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

import msgspec

from journeyeditor.errors import message
from journeyeditor.exchange import short
from journeyeditor.exchange.report import Report

NUMBER = re.compile(r"\s*([+\-−]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d{1,3})?)\s*")
ENTITY = re.compile(r"#(\d{1,7}|[A-Za-z]\w{0,30});")
BREAK = re.compile(r" ?< ?br ?/? ?> ?", re.IGNORECASE)
COLON = re.compile("[:：]")
COMMA = re.compile("[,，、]")
BLANKS = ("\n", "\t", "\ufeff")
"""What an entity may stand for although nobody sees it; besides every kind of space."""
HASH = re.compile(r"#(?!(?:\d{1,7}|[A-Za-z]\w{0,30});)")


class Task(msgspec.Struct, frozen=True):
    """One step: its name, its score as written (None if it has none) and who feels it."""

    name: str
    score: float | None
    actors: tuple[str, ...]
    line: int


def text_of(raw: str) -> str:
    """The text that was meant: trimmed, entities such as `#35;` decoded, `<br>` a line break."""
    lines = BREAK.sub("\n", " ".join(raw.split()))
    return ENTITY.sub(_entity, lines).strip()


def _entity(found: re.Match[str]) -> str:
    body = found[1]
    if not body.isdigit():
        return html.entities.html5.get(f"{body};", found[0])
    meant = html.unescape(f"&#{body};")
    return (
        meant if meant and (meant.isprintable() or meant in BLANKS or unicodedata.category(meant) == "Zs") else found[0]
    )


def tell_signs(raw: str, number: int, report: Report) -> None:
    """Notices what `text_of` changes in a text besides blanks."""
    if BREAK.search(raw):
        report.changed(message("“<br>” was read as a line break."), number)
    entities = {found[0]: _entity(found) for found in ENTITY.finditer(raw)}
    meant = {written: _visible(sign) for written, sign in entities.items() if sign != written}
    if meant:
        report.changed(
            message("“{written}” was read as “{meant}”.", written=_some(meant), meant=_some(meant.values())), number
        )


def _visible(sign: str) -> str:
    return f"U+{ord(sign[0]):04X}" if sign.isspace() or not sign.isprintable() else sign


def _some(signs: Iterable[str]) -> str:
    """A few of them, for a notice."""
    return short.shortened(" ".join(signs))


def without_comment(text: str, number: int, report: Report) -> str:
    """A line without its `%%` comment, unless its only score stands behind the marks."""
    bare, marks, rest = text.partition("%%")
    if not marks:
        return text
    if score_place(fields_of(bare)) is None and score_place(fields_of(text)) is not None:
        report.guessed(message("“%%” is taken as part of the text."), number)
        return text
    if rest.strip() and bare.strip():
        report.dropped(message("The comment “{text}” was left out.", text=shortened(rest)), number)
    return bare


def fields_of(text: str) -> list[str]:
    """The colon-separated fields of a line; a full-width colon counts too."""
    return COLON.split(text)


def score_place(fields: list[str]) -> int | None:
    """The place of the field that is the score, or None. The first field is never one: it is a name."""
    return next((n for n in range(len(fields) - 1, 0, -1) if NUMBER.fullmatch(fields[n])), None)


def read_task(line: str, number: int, report: Report) -> Task | None:
    """The step of a line; None where its score is missing (`X`, `X:`, `X: nan: Me`)."""
    text = _without_hash(line, number, report)
    fields = fields_of(text)
    place = score_place(fields)
    if place is None:
        return _remark(text, fields, number, report)
    raw_name = _joined(text, fields, place)
    name = text_of(raw_name)
    _tell_marks(raw_name, text, number, report)
    tell_signs(raw_name, number, report)
    if place > 1:
        report.guessed(message("The colon in “{name}” is taken as part of the name.", name=shortened(name)), number)
    rest = fields[place + 1 :]
    actors = _actors(rest[0], name, number, report) if rest else ()
    if extra := [text_of(field) for field in rest[1:] if field.strip()]:
        report.dropped(message("“{text}” after the actors was left out.", text=shortened(": ".join(extra))), number)
    return Task(name, number_of(fields[place], number, report), actors, number)


def _joined(text: str, fields: list[str], place: int) -> str:
    """The first fields with the colons that stood between them."""
    length = sum(len(field) for field in fields[:place]) + place - 1
    return text[:length]


def _remark(text: str, fields: list[str], number: int, report: Report) -> Task | None:
    """A line with one colon and words behind it, such as `size: 2rem`, is a step at which nobody feels anything."""
    if len(fields) != 2 or not fields[1].strip():
        return None
    name = text_of(text)
    _tell_marks(text, text, number, report)
    tell_signs(text, number, report)
    report.guessed(message("“{name}” has no score; nobody's feeling is shown there.", name=shortened(name)), number)
    return Task(name, None, (), number)


def _without_hash(line: str, number: int, report: Report) -> str:
    """A line without the comment that `#` begins after the score."""
    start, scored = 0, False
    for place, field in enumerate(fields_of(line)):
        found = HASH.search(field)
        if found and (scored or (place > 0 and NUMBER.fullmatch(field[: found.start()]))):
            rest = line[start + found.end() :]
            if rest.strip():
                report.dropped(message("The comment “{text}” was left out.", text=shortened(rest)), number)
            return line[: start + found.start()]
        scored = scored or (place > 0 and NUMBER.fullmatch(field) is not None)
        start += len(field) + 1
    return line


def _tell_marks(name: str, text: str, number: int, report: Report) -> None:
    if HASH.search(name):
        report.guessed(message("“#” is taken as part of the text, not as a comment."), number)
    tell_semicolon(text, number, report)


def tell_semicolon(text: str, number: int, report: Report) -> None:
    """Notes a semicolon that is no part of an entity: Mermaid would end the statement there."""
    if ";" in ENTITY.sub("", text):
        report.guessed(message("“;” is taken as part of the text."), number)


def _actors(field: str, step: str, number: int, report: Report) -> tuple[str, ...]:
    """The names behind the score, each once."""
    bare = BREAK.sub(" ", field)
    if bare != field:
        report.changed(message("“<br>” in a name was read as a blank."), number)
    tell_signs(bare, number, report)
    names = [unicodedata.normalize("NFC", text_of(part)).replace("\n", " ") for part in COMMA.split(bare)]
    found = Counter(name for name in names if name)
    for name in (name for name, count in found.items() if count > 1):
        report.dropped(
            message("“{name}” is named more than once at “{step}”.", name=shortened(name), step=shortened(step)), number
        )
    return tuple(found)


def number_of(field: str, number: int, report: Report) -> float:
    """The score as a number from 1 to 5, clamped with a notice; what lies between two steps is kept with one."""
    written = field.strip()
    value = float(unicodedata.normalize("NFKC", written).replace("−", "-").replace(",", "."))
    clamped = min(5.0, max(1.0, value))
    if clamped != value:
        report.changed(
            message(
                "The score {score} lies outside 1 to 5; it became {kept}.", score=written[:30], kept=plain(clamped)
            ),
            number,
        )
    elif "," in written:
        report.guessed(message("The score “{score}” is read as a decimal number.", score=written[:30]), number)
    elif value != int(value):
        report.guessed(message("The score {score} lies between two steps; it was kept.", score=written[:30]), number)
    return clamped


def plain(score: float) -> float:
    """A score as people write it: 5, not 5.0."""
    return int(score) if score == int(score) else score


def shortened(text: str) -> str:
    """A text as a notice quotes it. A notice is no map: here a long text may be cut."""
    return short.shortened(text_of(text))
