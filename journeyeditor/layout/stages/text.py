"""What a stage's header says: title with its marks, goal, duration, reasons, the link to a closer map."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from journeyeditor import fonts
from journeyeditor.drawing import Halo, Shape
from journeyeditor.drawing.icons import heart, icon
from journeyeditor.drawing.theme import Tint
from journeyeditor.fonts import Style
from journeyeditor.layout.columns import Column
from journeyeditor.layout.columns_text import closer_map
from journeyeditor.layout.inks import readable
from journeyeditor.layout.mirror import runs_leftward
from journeyeditor.layout.narrow import is_broken, narrowest
from journeyeditor.layout.sheet import STAGE, Sheet
from journeyeditor.layout.text import Paragraph, joined, paragraph
from journeyeditor.layout.touchpoints.circle import closer_mark
from journeyeditor.model.records import Stage

HEART, EYE, CLOSER = 3.8, 4.9, 4.2
"""Sizes of the marks beside a title, in units."""
MARK_GAP = 1.6
SMALL_HEART, SMALL_EYE, SMALL_INDENT = 0.88, 1.12, 1.55
"""Sizes of the marks before a caption and its indent, in ems of the caption."""
TITLE_GAP, PART_GAP = 1.0, 0.9
"""Below the title, and between captions, in units."""
ASIDE_GAP = 4.0
"""Free room between a title with its marks and a duration on the same line, in units."""
CALM_HEIGHT = 12.5
"""Headers whose text is taller than this, in units, give up short lines."""
MEASURE = 47.0
"""Captions are not set wider than this, in units, if two lines are enough for them."""
STEP = 0.5
"""Points by which titles shrink until their words fit."""


class Note(msgspec.Struct, frozen=True):
    """A caption with a small mark before it (`heart`, `eye`, `link`), or none."""

    mark: str
    words: Paragraph


class StageText(msgspec.Struct, frozen=True):
    """The text of one header, measured.

    `marks` stand behind the title, or under it where it leaves no room (`beside` tells); `aside` is the duration at the
    right end of the title's line, where that is free.
    """

    title: Paragraph
    marks: tuple[str, ...]
    beside: bool
    aside: Paragraph | None
    notes: tuple[Note, ...]
    room: float
    tint: Tint
    unit: float
    broken: bool
    """True if a word had to be broken."""

    @property
    def height(self) -> float:
        """Of everything."""
        parts = [note.words.height for note in self.notes]
        gaps = (TITLE_GAP + PART_GAP * (len(parts) - 1)) * self.unit if parts else 0.0
        return self._title_height + gaps + sum(parts)

    @property
    def _title_height(self) -> float:
        return self._first_height + (0.0 if self.beside or not self.marks else (HEART + 1.0) * self.unit)

    @property
    def _first_height(self) -> float:
        """Of the title. Its line is kept free where it is missing, so that what follows stands level with others'."""
        return self.title.height if self.title.lines else fonts.line_height(self.title.style)

    @property
    def marks_width(self) -> float:
        """Of the marks and the gaps behind them."""
        return sum((mark_size(mark) + MARK_GAP) * self.unit for mark in self.marks)

    @property
    def _last_width(self) -> float:
        """Where the last line of the title ends, from its left edge."""
        last = self.title.lines[-1]
        mirrored = runs_leftward(self.title.style.language)
        return last.width if last.rightward or mirrored else self.title.width

    def at(self, sheet: Sheet, x: float, top: float) -> list[Shape]:
        """Everything with its upper left corner at (x, top)."""
        unit = self.unit
        shapes: list[Shape] = list(self.title.at(x, top))
        cap = 0.36 * self.title.style.em
        if self.beside:
            baseline = top + fonts.ascent(self.title.style) + max(0, len(self.title.lines) - 1) * self.title.step
            start = x + (self._last_width + MARK_GAP * unit if self.title.lines else 0.0)
            shapes += self._marks(sheet, start, baseline - cap)
        else:
            shapes += self._marks(sheet, x, top + self._first_height + (1.0 + HEART / 2) * unit)
        y = top + self._title_height + TITLE_GAP * unit
        if self.aside is not None:
            drop = fonts.ascent(self.title.style) - fonts.ascent(self.aside.style)
            shapes += self.aside.at(x + self.room - self.aside.width, top + drop)
        for note in self.notes:
            shapes += self._note(note, x, y)
            y += note.words.height + PART_GAP * unit
        return shapes

    def _marks(self, sheet: Sheet, x: float, middle: float) -> list[Shape]:
        unit, colour = self.unit, self.tint.strong
        shapes: list[Shape] = []
        for mark in self.marks:
            size = mark_size(mark) * unit
            if mark == "heart":
                shapes.append(heart(x + size / 2, middle, size, colour))
            elif mark == "eye":
                shapes.append(icon("eye_off", x + size / 2, middle, size, colour, 0.5 * unit))
            else:
                shapes += closer_mark(sheet, x + size / 2, middle, size)
            x += size + MARK_GAP * unit
        return shapes

    def _note(self, note: Note, x: float, y: float) -> list[Shape]:
        em, colour = note.words.style.em, self.tint.strong
        shapes: list[Shape] = list(note.words.at(x + (SMALL_INDENT * em if note.mark else 0.0), y))
        middle = y + fonts.ascent(note.words.style) - 0.3 * em
        if note.mark == "heart":
            shapes.append(heart(x + SMALL_HEART / 2 * em, middle, SMALL_HEART * em, colour))
        elif note.mark:
            name = "eye_off" if note.mark == "eye" else "link"
            shapes.append(icon(name, x + SMALL_EYE / 2 * em, middle, SMALL_EYE * em, colour, 0.12 * em))
        return shapes


def mark_size(mark: str) -> float:
    """Width of a mark beside a title, in units."""
    return {"heart": HEART, "eye": EYE}.get(mark, CLOSER)


def marks_of(stage: Stage) -> tuple[str, ...]:
    """The marks beside a stage's title."""
    found = ("heart", stage.loyalty_critical), ("eye", stage.blind_spot), ("link", stage.journey)
    return tuple(name for name, given in found if given is not None)


def title_style(sheet: Sheet, rooms: dict[str, float]) -> Style:
    """The type of all titles: stage size, or smaller, down to body, until no word must be broken. Rooms by stage id."""
    size = STAGE * sheet.unit
    while size > sheet.fit.body:
        style = sheet.style(size, bold=True)
        if all(fonts.longest_word(c.stage.title, style) <= rooms[c.stage.id] for c in sheet.columns):
            return style
        size -= STEP * sheet.unit
    return sheet.body(bold=True)


def stage_text(sheet: Sheet, column: Column, style: Style, room: float, ground: str) -> StageText:
    """The text of a stage on a ground of this colour, broken for `room` mm."""
    stage, tint, unit = column.stage, sheet.theme.phase(column.stage.phase), sheet.unit
    halo = Halo(ground, 0.65 * unit) if stage.blind_spot is not None else None
    title = paragraph(stage.title, style, readable(tint.strong, ground), room, halo=halo)
    title = replace(title, room=title.width)  # a title that runs leftward stands at the left like its neighbours
    marks = marks_of(stage)
    wide = sum((mark_size(mark) + MARK_GAP) * unit for mark in marks)
    last = title.lines[-1].width if title.lines else -MARK_GAP * unit
    beside = last + wide <= room
    aside: Paragraph | None = None
    if stage.duration.strip() and len(title.lines) == 1 and beside:
        free = room - last - wide - ASIDE_GAP * unit
        if fonts.width(stage.duration, sheet.caption()) <= free:
            muted = readable(sheet.theme.muted, ground)
            aside = paragraph(stage.duration, sheet.caption(), muted, free, halo=halo)
    duration = "" if aside is not None else stage.duration.strip()
    notes = _notes(sheet, stage, duration, room, ground, MEASURE * unit)
    text = StageText(title, marks, beside, aside, notes, room, tint, unit, _breaks(sheet, stage, style, room))
    if text.height <= CALM_HEIGHT * unit:
        return text
    # much to say: lines as long as there is room for, so that the header stays low
    return replace(text, notes=_notes(sheet, stage, duration, room, ground, room))


def _breaks(sheet: Sheet, stage: Stage, style: Style, room: float) -> bool:
    """True if a word of the title, or of the captions, is wider than the room."""
    inner = room - SMALL_INDENT * sheet.caption().em
    captions = ((stage.goal, room), (stage.loyalty_critical, inner), (stage.blind_spot, inner))
    return is_broken(stage.title, style, room, sheet.unit) or any(
        is_broken(text or "", sheet.caption(), wide, sheet.unit) for text, wide in captions
    )


def _notes(sheet: Sheet, stage: Stage, duration: str, room: float, ground: str, measure: float) -> tuple[Note, ...]:
    """What stands under the title. `measure` is the length of line that is liked where two lines are enough."""
    ink, muted = sheet.theme.ink, readable(sheet.theme.muted, ground)
    halo = Halo(ground, 0.42 * sheet.unit) if stage.blind_spot is not None else None
    style = sheet.caption()
    goal = stage.goal
    both = joined((goal, duration), " · ", sheet.journey.head.language)
    if goal.strip() and duration and fonts.line_count(both, style, room) == fonts.line_count(goal, style, room):
        goal, duration = both, ""
    parts = (
        ("", goal, ink),
        ("", duration, muted),
        ("heart", stage.loyalty_critical or "", muted),
        ("eye", stage.blind_spot or "", muted),
        ("link", closer_map(stage), muted),
    )
    notes = []
    for mark, text, colour in parts:
        if text.strip():
            most = room - (SMALL_INDENT * style.em if mark else 0.0)
            wide = min(most, max(measure, narrowest(text, style, 2, most)))
            notes.append(Note(mark, paragraph(text, style, colour, wide, balance=not mark, halo=halo)))
    return tuple(notes)
