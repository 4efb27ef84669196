"""What comes of an import and of an export: the thing itself, and the report beside it."""

from __future__ import annotations

from dataclasses import dataclass

from journeyeditor.exchange.report import Report
from journeyeditor.model.journey import Journey


@dataclass(frozen=True, slots=True)
class Imported:
    """A journey that came in, and what had to be guessed, changed or dropped for it."""

    journey: Journey
    report: Report


@dataclass(frozen=True, slots=True)
class Exported:
    """The bytes of a file in another format, and what of the journey it had to change or leave out."""

    data: bytes
    report: Report
