"""The bundled faces: what each is called, measures and covers. Nothing here opens a font before a glyph is needed.

A font that the user has installed is never used: the same file must print the same everywhere.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import msgspec

from journeyeditor.assets import resource


class Face(msgspec.Struct, frozen=True, eq=False, dict=True):
    """One font file. `name` is its key in runs and its name in a PDF; metrics are in units of the face."""

    name: str
    path: Path
    bold: bool = False
    italic: bool = False
    cache: dict[str, Any] = msgspec.field(default_factory=dict)
    """For painters: what they make of the face once and use again."""
    units: int = 1000
    """Units per em."""
    cap_height: int = 0
    coverage: tuple[int, ...] = msgspec.field(default=())
    """Gap, length, gap, length …: numbers between the stretches of covered characters, and in them."""

    @functools.cached_property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.path.read_bytes()

    @functools.cached_property
    def font(self) -> Any:
        """HarfBuzz's font, mapped into memory and not read as a whole."""
        import uharfbuzz  # noqa: PLC0415 - a program that shows no text yet does not pay for it

        return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.path))))

    @functools.cached_property
    def edges(self) -> tuple[int, ...]:
        """Where coverage begins, ends, begins again …"""
        return tuple(accumulate(self.coverage))

    def covers(self, code: int) -> bool:
        """Whether it has a glyph for this code point."""
        return bisect_right(self.edges, code) % 2 == 1


class _Entry(msgspec.Struct, frozen=True):
    """One face as `faces.json` tells of it."""

    name: str
    bold: bool
    italic: bool
    units: int
    cap_height: int
    coverage: tuple[int, ...]


@functools.cache
def faces() -> dict[str, Face]:
    """All bundled faces by name, in the order of `faces.json`."""
    entries = msgspec.json.decode(resource("fonts", "faces.json").read_bytes(), type=list[_Entry])
    return {
        entry.name: Face(
            entry.name,
            resource("fonts", f"{entry.name}.ttf"),
            entry.bold,
            entry.italic,
            units=entry.units,
            cap_height=entry.cap_height,
            coverage=entry.coverage,
        )
        for entry in entries
    }


class Cut(msgspec.Struct, frozen=True):
    """A face in the weight and slope that was asked for; what the face lacks is made from its glyphs."""

    face: Face
    embolden: bool = False
    slant: bool = False


SANS = "NotoSans"
SYMBOLS = "DejaVuSans"
EMOJI = "NotoEmoji"
SIMPLIFIED_CHINESE, JAPANESE, KOREAN = "NotoSansSC", "NotoSansJP", "NotoSansKR"
ALPHABETS = (SANS, "NotoSansHebrew", "NotoSansArabic", "NotoSansDevanagari")
FAR_EAST = (SIMPLIFIED_CHINESE, JAPANESE, KOREAN)


@functools.cache
def cut(family: str, bold: bool, italic: bool) -> Cut:
    """The face of a family that is nearest to this weight and slope. Emoji are pictures: they know neither."""
    if family == EMOJI:
        return Cut(faces()["NotoEmoji-Regular"])
    style = ("Bold" if bold else "") + ("Italic" if italic else "") or "Regular"
    for name in (f"{family}-{style}", f"{family}-{'Bold' if bold else 'Regular'}", f"{family}-Regular", family):
        face = faces().get(name)
        if face is not None:
            return Cut(face, embolden=bold and not face.bold, slant=italic and not face.italic)
    raise KeyError(family)


def family_order(far_east: Sequence[str], *, in_far_east: bool) -> tuple[str, ...]:
    """In which order families are asked for a character; `in_far_east`: symbols come as wide as the letters around."""
    if in_far_east:
        return (*ALPHABETS, *far_east, SYMBOLS, EMOJI)
    return (*ALPHABETS, SYMBOLS, *far_east, EMOJI)
