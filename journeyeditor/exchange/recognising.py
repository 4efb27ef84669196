"""What a file is: its name and its contents tell."""

from __future__ import annotations

from typing import Literal

DIAGRAM_ENDINGS = (".mmd", ".mermaid", ".md", ".markdown")
TABLE_ENDINGS = (".csv", ".tsv")
FOREIGN_ENDINGS = (*TABLE_ENDINGS, *DIAGRAM_ENDINGS)
ZIP, OBJECT = b"PK\x03\x04", b"{"
FileKind = Literal["mermaid", "csv", "journey"]


def kind_of(name: str, data: bytes) -> FileKind:
    """The kind of a file of this name: `journey` for either form of our own and for all that nobody knows."""
    name = name.lower()
    if name.endswith(DIAGRAM_ENDINGS):
        return "mermaid"
    if data.startswith(ZIP) or data.lstrip().startswith(OBJECT):
        return "journey"
    if name.endswith(TABLE_ENDINGS):
        return "csv"
    from journeyeditor.exchange.mermaid import looks_like_mermaid  # noqa: PLC0415
    from journeyeditor.exchange.table import looks_like_csv  # noqa: PLC0415

    if looks_like_mermaid(data):
        return "mermaid"
    return "csv" if looks_like_csv(data) else "journey"
