"""What a file is, by its name and by what is in it."""

from __future__ import annotations

import pytest

from journeyeditor.exchange.recognising import kind_of

DIAGRAM = b"journey\n  title My day\n  section Morning\n    Make tea: 5: Me\n"
TABLE = b"Stage,Touchpoint\nSearch,Looks around\n"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("day.mmd", DIAGRAM, "mermaid"),
        ("NOTES.MD", b"no diagram at all", "mermaid"),
        ("day.txt", DIAGRAM, "mermaid"),
        ("day.csv", TABLE, "csv"),
        ("day.txt", TABLE, "csv"),
        ("day.tsv", b"", "csv"),
        ("day.csv", b"PK\x03\x04", "journey"),
        ("day.txt", b' {"format_version": 1}', "journey"),
        ("day.journey", b"PK\x03\x04", "journey"),
        ("log.xes", b"<log/>", "journey"),
        ("-", DIAGRAM, "mermaid"),
    ],
)
def test_name_and_contents_tell(name: str, data: bytes, kind: str) -> None:
    assert kind_of(name, data) == kind
