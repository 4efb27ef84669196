"""How tall a stage's header would be in a column of some width: an estimate, because columns come before everything."""

from __future__ import annotations

import math

import msgspec

from journeyeditor import fonts
from journeyeditor.layout.type_sizes import TypeSizes
from journeyeditor.model.records import Stage

ORDINARY_LINES = 4
"""Lines of caption under a title of one line that any header has room for."""
CALM_SHARE, BESIDES = 0.1, 13.0
"""Part of the sheet's height that headers may take without relief; what they hold besides the text, in units."""
AROUND = 10.0
"""Room beside the text: notch, point and padding, in units."""
INDENT, MARK = 1.55, 5.9
"""Indent of a reason in ems of its type; width of a mark beside the title with its gap, in units."""
RAGGED = 1.14
"""Lines are not filled to their ends: a text of several takes this much more than its length."""


class HeaderText(msgspec.Struct, frozen=True):
    """What a header says, as lengths in mm: the title with its marks, and the captions with their indents."""

    title: float
    captions: tuple[tuple[float, float], ...]
    title_line: float
    caption_line: float
    around: float
    enough: float
    """A height that needs no relief."""

    def height(self, width: float) -> float:
        """About the height of the text in a column of a width, mm."""
        room = max(width - self.around, self.caption_line)
        under = sum(_lines(length, max(room - indent, self.caption_line)) for length, indent in self.captions)
        return _lines(self.title, room) * self.title_line + under * self.caption_line


def _lines(length: float, room: float) -> int:
    if length <= room:
        return 1
    return math.ceil(RAGGED * length / room)


def closer_map(stage: Stage) -> str:
    """What the closer map of a stage is called; empty without one."""
    return "" if stage.journey is None else stage.journey.title or stage.journey.path


def header_text(sizes: TypeSizes, stage: Stage) -> HeaderText:
    """Measures what a stage's header says."""
    caption, title = sizes.caption(), sizes.stage()
    indent = INDENT * caption.em
    marks = sum(given is not None for given in (stage.loyalty_critical, stage.blind_spot, stage.journey))
    plain = " · ".join(text for text in (stage.goal.strip(), stage.duration.strip()) if text)
    marked = (stage.loyalty_critical or "", stage.blind_spot or "", closer_map(stage))
    captions = [(fonts.width(text, caption), 0.0) for text in (plain,) if text]
    captions += [(fonts.width(text, caption), indent) for text in marked if text.strip()]
    ordinary = fonts.line_height(title) + ORDINARY_LINES * fonts.line_height(caption)
    return HeaderText(
        fonts.width(stage.title, title) + marks * MARK * sizes.unit,
        tuple(captions),
        fonts.line_height(title),
        fonts.line_height(caption),
        AROUND * sizes.unit,
        max(ordinary, CALM_SHARE * sizes.paper.printable[1] - BESIDES * sizes.unit),
    )
