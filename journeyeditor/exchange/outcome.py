"""What comes of an import and of an export: the thing itself, and the report beside it."""

from __future__ import annotations

import msgspec

from journeyeditor.exchange.report import Report
from journeyeditor.model.journey import Journey


class Imported(msgspec.Struct, frozen=True):
    """A journey that came in, and what had to be guessed, changed or dropped for it."""

    journey: Journey
    report: Report


class Exported(msgspec.Struct, frozen=True):
    """The bytes of a file in another format, and what of the journey it had to change or leave out."""

    data: bytes
    report: Report
