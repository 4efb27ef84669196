"""The texts of a list in a record, one by one: the goals of a persona."""

from __future__ import annotations

from journeyeditor.edits.describing import describe
from journeyeditor.edits.draft import Draft
from journeyeditor.errors import BadInput, message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey


def set_listed(journey: Journey, key: str, field: str, text: str, *, keeps_gap: bool = False) -> Change:
    """Another text at one place of a list (`goals.0`); a place behind the last one adds it.

    An empty text takes its place away; `keeps_gap` leaves the place open, for while somebody is typing there. Raises
    BadInput if the record has no such list.
    """
    name, _, part = field.partition(".")
    before = getattr(Draft(journey).find(key), name, None)
    if not isinstance(before, tuple) or not part.isdecimal():
        raise BadInput(message("There is no field “{field}” here.", field=field), place=field)
    at = min(int(part), len(before))
    stays = bool(text.strip()) or (keeps_gap and at < len(before))
    return describe(journey, key, **{name: (*before[:at], *([text] if stays else ()), *before[at + 1 :])})
