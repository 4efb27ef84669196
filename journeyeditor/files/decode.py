"""JSON bytes into records: msgspec's strict decoders first, and a careful second way where they find something new.

The strict way takes a section in one go. Unknown keys, unknown words, control characters or a mistake send the
section down the careful way, record by record, which keeps what is unknown and names the place of what is wrong.
"""

from __future__ import annotations

from typing import Any

import msgspec

from journeyeditor.errors import BadInput, counted, message
from journeyeditor.files import limits
from journeyeditor.files.cleaning import Cleaner, may_hold_unwanted
from journeyeditor.files.faults import ADVICE, fault, title_of
from journeyeditor.files.form import FORMAT_VERSION, HEAD_KEY, IMAGES_KEY, VERSION_KEYS
from journeyeditor.files.keeping import Plain, UnknownWord, depth, taken_apart
from journeyeditor.files.migrations import migrated
from journeyeditor.files.notes import Notes
from journeyeditor.files.problems import FEWER_PICTURES, OTHER_FILE, SMALLER
from journeyeditor.files.shape import shape_of
from journeyeditor.files.text import check_brackets, checked_text, readable
from journeyeditor.model.records import PHASES, SECTIONS, AnyRecord, Head, Record

_TOP = msgspec.json.Decoder(dict[str, msgspec.Raw])
_HEAD = msgspec.json.Decoder(Head)
_LISTS: dict[str, msgspec.json.Decoder[Any]] = {
    name: msgspec.json.Decoder(list[kind])  # type: ignore[valid-type]
    for name, kind in SECTIONS.items()
}


class StoredImage(msgspec.Struct, frozen=True, kw_only=True):
    """A picture inside the bare form."""

    type: str = ""
    base64: bytes = b""


class Parsed(msgspec.Struct):
    """What the JSON says, before references are looked at."""

    head: Head
    records: list[AnyRecord]
    images: dict[str, bytes] = msgspec.field(default_factory=dict)
    version: int = FORMAT_VERSION
    read_only: bool = False


def parse(data: bytes, notes: Notes) -> Parsed:
    """Reads the JSON of either form. Raises BadInput with a sentence that names the place."""
    text = checked_text(data)
    top = readable(text, lambda: _TOP.decode(text), message("The file is not a journey: it holds no JSON object."))
    if len(text) - len(top.get(IMAGES_KEY, b"")) > limits.JSON_BYTES:
        raise BadInput(
            message("The file is larger than {size} MB.", size=limits.JSON_BYTES // limits.MEGABYTE), SMALLER
        )
    return readable(text, lambda: _Reader(text, top, notes).parsed(), message("The file is not a journey."))


class _Reader:
    """One reading of one file."""

    def __init__(self, text: bytes, top: dict[str, msgspec.Raw], notes: Notes) -> None:
        self.top = top
        self.notes = notes
        self.version, self.readable_from = _versions(top)
        self.read_only = self.readable_from > FORMAT_VERSION
        # A key that is called as our own field for unknown keys must not be taken for it.
        self.careful = b'"extra"' in text or may_hold_unwanted(text)
        self.cleaner = Cleaner()
        self.kept: Plain = {}
        self.count = 0

    def parsed(self) -> Parsed:
        if self.version < FORMAT_VERSION:
            self._migrate()
        images = self._images()
        records = [record for name, kind in SECTIONS.items() for record in self._section(name, kind)]
        known = {*SECTIONS, HEAD_KEY, IMAGES_KEY, *VERSION_KEYS}
        for name, raw in self.top.items():
            if name not in known:
                self.kept[self.cleaner.text(name)] = self._foreign(raw, self.cleaner.text(name[:80]))
        if self.version > FORMAT_VERSION:
            self.kept.update(format_version=self.version, readable_from=self.readable_from)
        head = self._head()
        if texts := self.cleaner.texts:
            self.notes.add(
                counted(
                    "Control characters were left out of one text.",
                    "Control characters were left out of {n} texts.",
                    texts,
                )
            )
        return Parsed(head, records, images, self.version, self.read_only)

    def _migrate(self) -> None:
        document = {name: _any(raw, name) for name, raw in self.top.items() if name != IMAGES_KEY}
        images = {name: raw for name, raw in self.top.items() if name == IMAGES_KEY}
        document = migrated(document, self.version)
        self.top = {name: msgspec.Raw(msgspec.json.encode(value)) for name, value in document.items()} | images

    def _head(self) -> Head:
        raw = self.top.get(HEAD_KEY)
        if raw is None:
            raise BadInput(message("“{key}” is missing: the file is not a whole journey.", key=HEAD_KEY), ADVICE)
        try:
            head = _HEAD.decode(raw)
        except msgspec.ValidationError:
            head = None
        new_phase = head is not None and not head.phase_titles.keys() <= set(PHASES)
        if head is None or new_phase or self.careful or b'"foreign"' in bytes(raw):
            plain = self._plain(_any(raw, HEAD_KEY), HEAD_KEY)
            head = self._converted(plain, Head, HEAD_KEY)
        return msgspec.structs.replace(head, foreign=self.kept) if self.kept else head

    def _section(self, name: str, kind: type[Record]) -> list[AnyRecord]:
        raw = self.top.get(name)
        if raw is None:
            return []
        records: list[AnyRecord]
        try:
            records = self._carefully(name, kind, raw) if self.careful else _LISTS[name].decode(raw)
        except msgspec.ValidationError as error:
            records = self._carefully(name, kind, raw, error)
        self.count += len(records)
        if self.count > limits.RECORDS:
            raise BadInput(message("The file holds more than {limit} records.", limit=limits.RECORDS), SMALLER)
        return records

    def _carefully(
        self, name: str, kind: type[Record], raw: msgspec.Raw, error: Exception | None = None
    ) -> list[AnyRecord]:
        items = _any(raw, name, error)
        if not isinstance(items, list):
            raise BadInput(message("“{key}” is not a list.", key=name), ADVICE, name)
        if len(items) > limits.RECORDS:
            raise BadInput(message("The file holds more than {limit} records.", limit=limits.RECORDS), SMALLER)
        records: list[AnyRecord] = []
        for index, item in enumerate(items):
            place = f"{name}[{index}]"
            try:
                plain = self._plain(item, place)
                records.append(self._converted(plain, kind, place))
            except UnknownWord:
                self.kept.setdefault(name, []).append(plain)
                self._note_unknown(plain, place)
            except BadInput as refused:
                if not self.read_only:
                    raise
                self.notes.add(message("Not understood and left out: {problem}", problem=refused.problem))
        return records

    def _plain(self, item: Any, place: str) -> Plain:
        if not isinstance(item, dict):
            raise BadInput(message("{place} is not an object.", place=place), ADVICE, place)
        plain: Plain = self.cleaner.clean(item) if self.careful else item
        return plain

    def _converted(self, plain: Plain, kind: type[Record], place: str) -> Any:
        known = taken_apart(plain, shape_of(kind))
        if depth(plain) > limits.DEPTH:
            raise BadInput(message("{place} is nested too deeply.", place=place), ADVICE, place)
        try:
            return msgspec.convert(known, kind)
        except msgspec.ValidationError as error:
            raise fault(error, place, plain) from None

    def _note_unknown(self, plain: Plain, place: str) -> None:
        self.notes.add(
            message(
                "{place} (“{title}”) is of a kind that only a newer version knows; it is kept but not shown.",
                place=place,
                title=title_of(plain),
            )
        )

    def _foreign(self, raw: msgspec.Raw, name: str) -> Any:
        value = _any(raw, name)
        if depth(value) > limits.DEPTH:
            raise BadInput(message("{place} is nested too deeply.", place=name), ADVICE, name)
        return self.cleaner.clean(value) if self.careful else value

    def _images(self) -> dict[str, bytes]:
        raw = self.top.get(IMAGES_KEY)
        if raw is None:
            return {}
        try:
            entries = msgspec.json.decode(raw, type=dict[str, msgspec.Raw])
        except msgspec.ValidationError:
            raise BadInput(message("{place} is not an object.", place=IMAGES_KEY), ADVICE, IMAGES_KEY) from None
        if len(entries) > limits.IMAGES:
            raise BadInput(message("The pictures in the file are too many or too large."), FEWER_PICTURES)
        images: dict[str, bytes] = {}
        for key, entry in entries.items():
            try:
                images[key] = msgspec.json.decode(entry, type=StoredImage).base64
            except msgspec.ValidationError:
                continue  # where it is used, a note says that it is missing
        return images


def _any(raw: msgspec.Raw, place: str, known: Exception | None = None) -> Any:
    """Plain data; what no number type can hold is a fault at its place, which a `known` error may say better."""
    check_brackets(raw, b"{", b"[")
    try:
        return msgspec.json.decode(raw)
    except msgspec.ValidationError as error:
        better = known if known is not None and "out of range" in str(known) else error
        raise fault(better, place) from None


def _versions(top: dict[str, msgspec.Raw]) -> tuple[int, int]:
    """`format_version` and `readable_from`, after a look at whether this is a journey at all."""
    if "format" not in top or bytes(top["format"]).strip() != b'"journeyeditor"':
        raise BadInput(
            message("This JSON is not a journey: “{key}” must be “{word}”.", key="format", word="journeyeditor"),
            OTHER_FILE,
            "format",
        )
    version = _whole(top, "format_version")
    return version, _whole(top, "readable_from") if "readable_from" in top else version


def _whole(top: dict[str, msgspec.Raw], key: str) -> int:
    try:
        number: int = msgspec.json.decode(top[key], type=int)
    except (KeyError, msgspec.ValidationError):
        number = 0
    if not 1 <= number <= 1_000_000:
        raise BadInput(message("“{key}” must be a whole number from 1.", key=key), ADVICE, key)
    return number
