"""Steps from one version of the file to the next: numbered, named functions on plain dicts.

A step takes the whole document as JSON has it (the top level as a dict) and returns the next version's. It never
looks at today's records, so it stays right for ever. `tests/files/old/` keeps a file of every version.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from journeyeditor.files.form import FORMAT_VERSION

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """Leads to version `to` from the one before it; `change` is named for what became different."""

    to: int
    change: Callable[[Document], Document]


STEPS: tuple[Step, ...] = ()
"""All steps in order. The first will be `Step(2, …)`."""


def migrated(
    document: Document, version: int, steps: Sequence[Step] = STEPS, current: int = FORMAT_VERSION
) -> Document:
    """The document of an older `version` as the current one has it."""
    for step in sorted(steps, key=lambda step: step.to):
        if version < step.to <= current:
            document = step.change(document)
            document["format_version"] = step.to
    return document
