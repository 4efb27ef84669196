"""The journey as a whole: its poster, the titles of its phases, and a to-be copy of it."""

from __future__ import annotations

from typing import Any

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import with_fields
from journeyeditor.errors import message
from journeyeditor.model.change import Change, replaced
from journeyeditor.model.fingerprint import fingerprint
from journeyeditor.model.ids import new_id
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Head, Origin, Phase


def set_poster(journey: Journey, /, **fields: Any) -> Change:
    """Other values for the printed map: paper, margin, theme, personas, logos, accent."""
    draft = Draft(journey)
    draft.put(replaced(journey.head, poster=with_fields(journey.head.poster, fields)))
    return draft.change(message("Set poster"))


def set_phase_title(journey: Journey, phase: Phase, title: str) -> Change:
    """The user's own word for before, during or after; an empty one gives the standard word back."""
    draft = Draft(journey)
    titles = {key: value for key, value in journey.head.phase_titles.items() if key != phase}
    if title.strip():
        titles[phase] = title
    draft.set(journey.head.id, {"phase_titles": titles})
    return draft.change(message("Rename phase"))


def to_be_copy(journey: Journey, title: str | None = None) -> Journey:
    """A journey of its own in the state to-be, with the same records under the same ids.

    Its head has a new id and says which journey it was based on and what that was then. The pictures are shared: the
    store only grows.
    """
    head = replaced(
        journey.head,
        id=new_id("journey"),
        title=journey.head.title if title is None else title,
        state="to_be",
        based_on=Origin(id=journey.head.id, hash=fingerprint(journey)),
    )
    return Journey.of(head, (record for record in journey if not isinstance(record, Head)), journey.images)
