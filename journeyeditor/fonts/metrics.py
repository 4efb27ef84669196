"""Heights of letters and of lines, in millimetres."""

from __future__ import annotations

from journeyeditor.fonts.catalogue import SANS, cut
from journeyeditor.fonts.line import LINE_STEP, Style

ASCENT, DESCENT = 0.76, 0.24
"""Ems above and below the baseline that Latin text takes: the top of a b, the foot of a g."""


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
