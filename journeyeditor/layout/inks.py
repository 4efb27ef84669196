"""Colours that are worked out again and again, of a few that a theme has."""

from __future__ import annotations

import functools

from journeyeditor.drawing import theme

COLOURS = 1_000
"""How many are remembered."""

mixed = functools.lru_cache(maxsize=COLOURS)(theme.mixed)
"""As `drawing.theme.mixed`: a colour laid over a ground at an opacity."""

readable = functools.lru_cache(maxsize=COLOURS)(theme.readable)
"""As `drawing.theme.readable`: a colour, darkened until it can be read on a ground."""
