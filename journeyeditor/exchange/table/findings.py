"""Findings as a table gathers them: the same words in the rows of two personas are one finding of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from journeyeditor.exchange.building import Building
from journeyeditor.exchange.table.items import Item
from journeyeditor.exchange.table.tags import FindingKind
from journeyeditor.model.ids import new_id
from journeyeditor.model.plain import kind_name
from journeyeditor.model.records import Gain, Opportunity, Pain, Quote

KINDS: Mapping[str, FindingKind] = {"pains": Pain, "gains": Gain, "opportunities": Opportunity, "quotes": Quote}
"""Key of the column -> what its lines are."""


class FindingBook:
    """The findings of one import, in the order in which they first appear."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, FindingKind, Item, bool], dict[str, None]] = {}

    def __len__(self) -> int:
        return len(self._found)

    def add(self, place: str, kind: FindingKind, item: Item, personas: Sequence[str]) -> None:
        """One finding at a stage or touchpoint (id), for these personas (ids) or, without any, for everyone."""
        self._found.setdefault((place, kind, item, bool(personas)), {}).update(dict.fromkeys(personas))

    def keep(self, building: Building) -> None:
        """Hands all findings on."""
        for (place, kind, item, _), personas in self._found.items():
            values: dict[str, Any] = dict(item.details)
            building.finding(
                kind(
                    id=new_id(kind_name(kind)),
                    text=item.text,
                    first=place,
                    last=place,
                    personas=tuple(personas),
                    **values,
                )
            )
