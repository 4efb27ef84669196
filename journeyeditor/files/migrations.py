"""Steps from one version of the file to the next: numbered, named functions on plain dicts.

A step takes the whole document as JSON has it (the top level as a dict) and returns the next version's. It never
looks at today's records, so it stays right for ever. `tests/files/old/` keeps a file of every version.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from journeyeditor.errors import BadInput, message

Document = dict[str, Any]


class Step(msgspec.Struct, frozen=True):
    """Leads to version `to` from the one before it; `change` is named for what became different."""

    to: int
    change: Callable[[Document], Document]


STEPS: tuple[Step, ...] = ()
"""All steps in order, the last one leading to `form.FORMAT_VERSION`. The first will be `Step(2, …)`."""


def migrated(document: Document, version: int) -> Document:
    """The document of an older `version` as the current one has it. Raises BadInput if it is not what it says."""
    for step in STEPS:
        if step.to > version:
            try:
                document = step.change(document)
            except (LookupError, TypeError, ValueError, AttributeError):
                raise BadInput(
                    message(
                        "The file says that it is of version {version}, but is not built like that.", version=version
                    ),
                    message("Open it with the version that wrote it, or try a backup of the file."),
                ) from None
            document["format_version"] = step.to
    return document
