"""A face inside an SVG: the characters that were used, and all that a browser needs to shape them as we did."""

from __future__ import annotations

import base64
import io
import warnings
from collections.abc import Iterable

import uharfbuzz

from journeyeditor.fonts import Face


def family(face: Face) -> str:
    """What an SVG calls the faces of one family, told apart by weight and style."""
    return face.name.partition("-")[0]


def css_face(face: Face, characters: Iterable[str], glyphs: Iterable[int]) -> str:
    """The `@font-face` rule that embeds the face, as WOFF: every browser reads it, and Python packs it by itself."""
    weight, style = (700 if face.bold else 400), ("italic" if face.italic else "normal")
    data = base64.b64encode(_woff(_subset(face, characters, glyphs))).decode("ascii")
    return (
        f'@font-face{{font-family:"{family(face)}";font-weight:{weight};font-style:{style};'
        f'src:url("data:font/woff;base64,{data}") format("woff")}}'
    )


def css_font(face: Face) -> str:
    """What a piece of text says to get this face; a program that ignores embedded fonts finds a likely one."""
    spaced = "".join(
        f" {letter}" if n and letter.isupper() and not family(face)[n - 1].isupper() else letter
        for n, letter in enumerate(family(face))
    )
    weight, style = (700 if face.bold else 400), ("italic" if face.italic else "normal")
    return f'font-family:"{family(face)}","{spaced}",sans-serif;font-weight:{weight};font-style:{style}'


def _subset(face: Face, characters: Iterable[str], glyphs: Iterable[int]) -> bytes:
    wish = uharfbuzz.SubsetInput()
    wish.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    wish.unicode_set.update(map(ord, characters))
    wish.glyph_set.update(glyphs)
    return bytes(uharfbuzz.subset(face.font.face, wish).blob.data)


def _woff(data: bytes) -> bytes:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - loaded for SVG only

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        font = TTFont(io.BytesIO(data), recalcBBoxes=False, recalcTimestamp=False)
        font.flavor = "woff"
        out = io.BytesIO()
        font.save(out, reorderTables=False)
    return out.getvalue()
