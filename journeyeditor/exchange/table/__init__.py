"""Tables of plain text (CSV), in and out: for a spreadsheet, and back from one.

`read_csv` and `to_csv` speak of the whole map, one row per touchpoint and persona; `table` writes one list of it
(actions, measures, notes). Rules of this room: what it writes it reads back; a spreadsheet that a person has made is
read as that person meant it, and every guess is reported; nothing that a cell holds is ever taken for a formula.
"""

from __future__ import annotations

from journeyeditor.exchange.table.choosing import Offer, doubtful, offer, what_came
from journeyeditor.exchange.table.columns import KEYS, columns_asked
from journeyeditor.exchange.table.lists import TABLES, Table, table
from journeyeditor.exchange.table.reading import looks_like_csv, read_csv
from journeyeditor.exchange.table.sheet import SEPARATORS, Way
from journeyeditor.exchange.table.writing import to_csv

__all__ = [
    "KEYS",
    "SEPARATORS",
    "TABLES",
    "Offer",
    "Table",
    "Way",
    "columns_asked",
    "doubtful",
    "looks_like_csv",
    "offer",
    "read_csv",
    "table",
    "to_csv",
    "what_came",
]
