"""Quick capture: what people call out, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from journeyeditor.edits.draft import Draft
from journeyeditor.edits.fields import made
from journeyeditor.errors import counted, message
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Note


def lines_of(text: str) -> list[str]:
    """The lines of a text that say something; marks of a list before them are taken off."""
    lines = (line.strip().lstrip("\u2022\u00b7\u25aa*").removeprefix("- ").strip() for line in text.splitlines())
    return [line for line in lines if line]


def add_notes(journey: Journey, texts: Sequence[str]) -> Change:
    """A note for each text, at the end of the parking lot."""
    draft = Draft(journey)
    orders = draft.place(draft.all(Note), None, len(texts))
    for text, order in zip(texts, orders, strict=True):
        draft.put(made(Note, {"text": text}, order=order))
    label = message("Add note") if len(texts) == 1 else counted("Add {n} note", "Add {n} notes", len(texts))
    return draft.change(label)
