"""Cards of notes: slips of paper with an edge, so that they tell themselves from findings."""

from __future__ import annotations

from collections.abc import Sequence

from journeyeditor.drawing import Shape, Sketch
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import rectangle
from journeyeditor.layout.cards import Card, Found
from journeyeditor.layout.findings import Look, card
from journeyeditor.layout.foot import Piece, markers_piece, rule_piece, words_piece
from journeyeditor.layout.sheet import Sheet
from journeyeditor.model.records import Note

BAR, RULE = 1.1, 24.0
"""Thickness of the edge of a note, and length of the rule for its place, in units."""


def note_cards(sheet: Sheet, found: Sequence[Found]) -> list[Card]:
    """A slip for each note; one of the parking lot has a rule for its place."""
    return [_slip(sheet, one) for one in found]


def _slip(sheet: Sheet, found: Found) -> Card:
    note, theme, unit = found[0], sheet.theme, sheet.unit
    assert isinstance(note, Note)  # noqa: S101 - `anchored` keeps the kind

    def dress(box: Box) -> list[Shape]:
        return [Sketch(rectangle(box.x, box.y, BAR * unit, box.height, 0.4 * unit), theme.zero)]

    def pieces(_: float) -> list[list[Piece | None]]:
        place = words_piece(sheet.speech.say("where"), sheet.caption(), theme.muted)
        blank = [place, rule_piece(sheet, RULE * unit)] if note.first is None else []
        return [[*blank, markers_piece(sheet, note.personas)]]

    return card(sheet, found, "note", note.text, Look(theme.wash, theme.ink, dress=dress), pieces)
