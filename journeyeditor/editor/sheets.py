"""The sheet that a journey asks for: nothing may ask for one that there is not."""

from __future__ import annotations

from typing import Any

from journeyeditor.edits.head import set_poster
from journeyeditor.errors import BadInput, Message, message
from journeyeditor.layout.paper import find_paper
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Head
from journeyeditor.tools.desk import Wish

OF_THE_SHEET = frozenset({"paper", "orientation", "margin"})
"""What of a poster makes its sheet."""
AUTO = "auto"
"""The paper of a file made for the command line: the smallest that can be read."""
USUAL = "A3"


def poster_wish(**fields: Any) -> Wish:
    """The edit that gives the poster other values. It raises BadInput for a sheet that cannot be made."""

    def wish(journey: Journey) -> Change:
        change = set_poster(journey, **fields)
        for _, after in change.pairs.values():
            if isinstance(after, Head) and OF_THE_SHEET & set(fields):
                find_paper(after.poster.paper, after.poster.orientation, after.poster.margin)
        return change

    return wish


def with_a_sheet(journey: Journey) -> tuple[Message, ...]:
    """Gives a journey that was read a sheet that can be made, and says what was wrong with its own."""
    wished = journey.head.poster
    if wished.paper.strip().lower() == AUTO:
        return ()
    notes: list[Message] = []
    try:
        find_paper(wished.paper, wished.orientation)
    except BadInput as error:
        notes.append(message("{problem} It has {paper} instead.", problem=error.problem, paper=USUAL))
        journey.apply(set_poster(journey, paper=USUAL))
    wished = journey.head.poster
    try:
        find_paper(wished.paper, wished.orientation, wished.margin)
    except BadInput as error:
        notes.append(message("{problem} It has the standard margin instead.", problem=error.problem))
        journey.apply(set_poster(journey, margin=None))
    return tuple(notes)
