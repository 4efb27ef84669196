"""Heights: of letters, of lines and of blocks of lines. Millimetres."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from journeyeditor.fonts.catalogue import SANS, cut
from journeyeditor.fonts.line import LINE_STEP, Line, Style

ASCENT, DESCENT = 0.76, 0.24
"""Ems above and below the baseline that Latin text takes: the top of a b, the foot of a g."""

CLEARANCE = 0.04
"""Ems that stay free between the ink of two lines."""


def line_height(style: Style) -> float:
    """From one baseline to the next, mm."""
    return style.em * LINE_STEP


def ascent(style: Style) -> float:
    """From the baseline up to the top of tall letters, mm."""
    return style.em * ASCENT


def descent(style: Style) -> float:
    """From the baseline down to the foot of `g`, mm."""
    return style.em * DESCENT


def cap_height(style: Style) -> float:
    """From the baseline to the top of a capital H of Noto Sans, mm."""
    face = cut(SANS, style.bold, style.italic).face
    return style.em * face.cap_height / face.units


def x_height(style: Style) -> float:
    """From the baseline to the top of an x of Noto Sans, mm."""
    face = cut(SANS, style.bold, style.italic).face
    return style.em * face.x_height / face.units


def line_step(lines: Sequence[Line], style: Style) -> float:
    """From one baseline to the next in this block: the line height, or more where tall letters would touch."""
    clear = CLEARANCE * style.em
    needed = (above.descent + below.ascent + clear for above, below in pairwise(lines))
    return max((line_height(style), *needed))


def text_block_height(lines: Sequence[Line], style: Style) -> float:
    """From the top of the first line's tall letters to the foot of the last line's `g`, or as far as ink reaches."""
    if not lines:
        return 0.0
    top = max(ascent(style), lines[0].ascent)
    bottom = max(descent(style), lines[-1].descent)
    return top + (len(lines) - 1) * line_step(lines, style) + bottom
