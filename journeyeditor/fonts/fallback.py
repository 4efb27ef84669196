"""Which face shows which grapheme: the first bundled family that has it, with manners for emoji and the Far East."""

from __future__ import annotations

import functools
import re
import unicodedata

import msgspec

from journeyeditor.fonts.catalogue import (
    EMOJI,
    FAR_EAST,
    JAPANESE,
    KOREAN,
    SANS,
    SIMPLIFIED_CHINESE,
    SYMBOLS,
    Cut,
    Face,
    cut,
    family_order,
)
from journeyeditor.fonts.segmentation import grapheme_ends

_IGNORED = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U000e0000-\U000e0fff]"
)
"""Characters that are invisible by their nature (Default_Ignorable_Code_Point): no face need have them."""

_KANA = re.compile("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa1-\uffdc]")
_SPACES = frozenset(" \u00a0\u202f")

_BORROWED = frozenset("·‐–—―‘’“”‥…")
"""Punctuation that is as wide as an ideograph when it stands beside one."""

_SANS_ONLY = re.compile("[ -~\u00a0-\u024f–—‘’“”„•…‹›€Ͱ-ͷͻ-ͽΆ-ΊΌΎ-ΡΣ-ϡϰ-ϿЀ-ҁҊ-ԯḀ-ỿ]*\\Z")
"""Texts that Noto Sans shows alone."""

_EMOJI_SIGNS = re.compile("[\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]")
FIRST_EMOJI = "\u231a"
"""The first character that is a picture by its nature."""


class Choice(msgspec.Struct, frozen=True):
    """How a grapheme is shown: in which face, and whether a replacement stands for it because no face has it."""

    cut: Cut
    known: bool = True


def needs_sans_only(text: str) -> bool:
    """Whether Noto Sans shows the whole text, letter by letter."""
    return _SANS_ONLY.match(text) is not None


def far_east(language: str, text: str) -> tuple[str, ...]:
    """The order of the Chinese, Japanese and Korean faces: by the language, else by the letters that only one uses."""
    named = {"zh": SIMPLIFIED_CHINESE, "ja": JAPANESE, "ko": KOREAN}.get(language.lower().partition("-")[0])
    if named is None:
        named = JAPANESE if _KANA.search(text) else KOREAN if _HANGUL.search(text) else SIMPLIFIED_CHINESE
    return (named, *(family for family in FAR_EAST if family != named))


def _is_wide(grapheme: str) -> bool:
    """Whether it is Han, kana or the punctuation that goes with them."""
    code = ord(grapheme[0])
    return code >= 0x2E80 and (
        code < 0x2FE0
        or 0x3000 <= code < 0xA000
        or 0xF900 <= code < 0xFB00
        or 0xFF00 <= code < 0xFFF0
        or 0x20000 <= code < 0x40000
    )


def choices(text: str, bold: bool, italic: bool, language: str) -> list[tuple[int, Choice]]:
    """How the text is shown: stretches of one choice, each by where it ends; unknown characters stand singly."""
    stretches: list[tuple[int, Choice]] = []
    for end, choice in _by_grapheme(text, bold, italic, language):
        if stretches and choice.known and stretches[-1][1] == choice:
            stretches.pop()
        stretches.append((end, choice))
    return stretches


def _by_grapheme(text: str, bold: bool, italic: bool, language: str) -> list[tuple[int, Choice]]:
    """The graphemes of the text, each by where it ends and how it is shown."""
    if needs_sans_only(text):
        return [(len(text), Choice(cut(SANS, bold, italic)))] if text else []
    ends = grapheme_ends(text)
    graphemes = [text[start:end] for start, end in zip((0, *ends), ends, strict=False)]
    eastern = far_east(language, text)
    wide = [_is_wide(grapheme) for grapheme in graphemes]
    wide_text = any(wide) or bool(_HANGUL.search(text))
    usual = family_order(eastern, in_far_east=wide_text)
    result: list[tuple[int, Choice]] = []
    previous: Choice | None = None
    for index, (end, grapheme) in enumerate(zip(ends, graphemes, strict=True)):
        beside = (index > 0 and wide[index - 1]) or (index + 1 < len(wide) and wide[index + 1])
        if grapheme in _BORROWED and beside:
            families = (*eastern, *usual)
            wide[index] = index > 0 and wide[index - 1]  # so that a second mark follows the first
        else:
            families = usual
        if previous is not None and previous.known and _stays(grapheme, previous.cut.face):
            choice = previous
        else:
            choice = _choice(grapheme, families, bold, italic)
        if choice.known or len(grapheme) == 1:
            result.append((end, choice))
        else:  # no face has all of it: show what can be shown, one by one
            singly = [_choice(ch, families, bold, italic) for ch in grapheme]
            result += [(end - len(grapheme) + at + 1, choice) for at, choice in enumerate(singly)]
        previous = result[-1][1]
    return result


def _stays(grapheme: str, face: Face) -> bool:
    """Spaces and invisible characters stay with what stands before them; an emoji's space would be far too wide."""
    if grapheme in _SPACES:
        return not face.name.startswith(EMOJI) and face.covers(ord(grapheme))
    return all(_IGNORED.match(ch) for ch in grapheme)


@functools.lru_cache(maxsize=20_000)
def _choice(grapheme: str, families: tuple[str, ...], bold: bool, italic: bool) -> Choice:
    """The first family that has the whole grapheme."""
    if is_emoji(grapheme):
        families = (EMOJI, *families)
    elif "\ufe0e" in grapheme:
        families = (families[0], SYMBOLS, *families)
    for family in families:
        found = cut(family, bold, italic)
        if has(found.face, grapheme):
            return Choice(found)
    return Choice(cut(SANS, bold, italic), known=False)


def is_emoji(grapheme: str) -> bool:
    """Whether a grapheme asks to be a picture (UTS 51): by its nature, by selector, as flag, keycap or sequence."""
    if grapheme.isascii() or "\ufe0e" in grapheme:
        return False
    if grapheme[0].isascii():
        return grapheme.endswith("\u20e3")  # a keycap; a digit alone is text
    if _EMOJI_SIGNS.search(grapheme):
        return True
    if grapheme[0] < FIRST_EMOJI and "\u200d" not in grapheme:
        return False
    from uniseg.emoji import emoji_presentation, extended_pictographic  # noqa: PLC0415 - Latin text need not pay

    if "\u200d" in grapheme:
        return bool(extended_pictographic(grapheme[0]))
    return bool(emoji_presentation(grapheme[0]))


@functools.lru_cache(maxsize=50_000)
def has(face: Face, grapheme: str) -> bool:
    """Whether the face can show the grapheme, as it is written, composed or taken apart (HarfBuzz does either)."""
    forms = (grapheme, unicodedata.normalize("NFC", grapheme), unicodedata.normalize("NFD", grapheme))
    return any(all(face.covers(ord(ch)) for ch in form if not _IGNORED.match(ch)) for form in forms)


def unknown(text: str) -> frozenset[str]:
    """The characters of a text that no bundled face can show."""
    missing: set[str] = set()
    start = 0
    for end, choice in choices(text, bold=False, italic=False, language=""):
        if not choice.known:
            missing.update(text[start:end])
        start = end
    return frozenset(missing)
