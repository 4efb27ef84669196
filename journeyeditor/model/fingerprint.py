"""The fingerprint of a journey: the same records give the same one, in whatever order they were made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from journeyeditor.model.plain import record_to_plain
from journeyeditor.model.records import AnyRecord


def fingerprint(records: Iterable[AnyRecord]) -> str:
    """SHA-256, in hexadecimal digits, over all records sorted by id. A `Journey` may be given as it is."""
    plain = [record_to_plain(record) for record in sorted(records, key=lambda record: record.id)]
    return hashlib.sha256(msgspec.json.encode(plain, order="sorted")).hexdigest()
