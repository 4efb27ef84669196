"""Several findings in one cell, a line each: `Nobody answers [severity 4, votes 7]`.

In brackets stands only what is not as usual. A further line of the same finding is indented; where a line begins with
what would mean something else, a backslash stands before it. So every text comes back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from journeyeditor.exchange.table.tags import Detail, FindingKind, TableFinding, details_of, in_brackets, split
from journeyeditor.model.text import clean

INDENT = "  "
BULLET = re.compile(r"[-*•–—▪◦·‣]\s+")
LIKE_ANOTHER = re.compile(r"\\|\s|$|[-*•–—▪◦·‣]\s")
"""How no line of a text may begin without a mark."""
MARK = "\\"


class Item(msgspec.Struct, frozen=True):
    """One finding in a cell: its text, and what stood in brackets."""

    text: str
    details: tuple[Detail, ...] = ()


def item_of(finding: TableFinding) -> Item:
    """A finding as it stands in a cell."""
    return Item(clean(finding.text).strip(), details_of(finding))


def cell_of(items: Iterable[tuple[Item, FindingKind]]) -> str:
    """Items as one cell."""
    return "\n".join(_written(item, kind) for item, kind in items)


def items_of(cell: str, kind: FindingKind) -> list[Item]:
    """The items of a cell, ours or a stranger's. Bullets before them are left out."""
    groups: list[list[str]] = []
    for line in cell.split("\n"):
        if not line.strip():
            continue
        bare = line.lstrip()
        if line[0].isspace() and groups:
            groups[-1].append(_unmarked(bare))
        else:
            bullet = BULLET.match(bare)
            groups.append([bare[bullet.end() :] if bullet else _unmarked(bare)])
    return [_read("\n".join(lines).strip(), kind) for lines in groups]


def _read(text: str, kind: FindingKind) -> Item:
    bare, details = split(text, kind)
    return Item(bare, details or ())


def _written(item: Item, kind: FindingKind) -> str:
    whole = item.text
    # An empty pair of brackets shows that the ones before it belong to the text.
    if item.details or split(whole, kind)[1] is not None:
        whole = f"{whole} {in_brackets(item.details)}"
    return f"\n{INDENT}".join(f"{MARK}{line}" if LIKE_ANOTHER.match(line) else line for line in whole.split("\n"))


def _unmarked(line: str) -> str:
    return line.removeprefix(MARK)
