"""The bundled faces."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uharfbuzz

from journeyeditor.assets import resource


@dataclass(frozen=True, eq=False)
class Face:
    """One font file. `name` is its key in runs and its name in a PDF."""

    name: str
    path: Path
    bold: bool = False
    italic: bool = False
    cache: dict[str, Any] = field(default_factory=dict, repr=False)

    @functools.cached_property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.path.read_bytes()

    @functools.cached_property
    def font(self) -> Any:
        """HarfBuzz's font."""
        return uharfbuzz.Font(uharfbuzz.Face(self.data))

    @functools.cached_property
    def units(self) -> int:
        """Units per em."""
        return int(self.font.face.upem)

    @functools.cached_property
    def characters(self) -> frozenset[int]:
        """Code points that it has a glyph for."""
        return frozenset(self.font.face.unicodes)


@functools.cache
def faces() -> dict[str, Face]:
    """All bundled faces by name."""
    styles = [("Regular", False, False), ("Bold", True, False), ("Italic", False, True), ("BoldItalic", True, True)]
    return {
        f"NotoSans-{name}": Face(f"NotoSans-{name}", resource("fonts", f"NotoSans-{name}.ttf"), bold, italic)
        for name, bold, italic in styles
    }
