"""Where a text may be divided: graphemes by UAX 29 and line breaks by UAX 14, both from uniseg.

uniseg is exact and slow (55 µs a character, 30 ms to load), so a text is first cut at places where the rules cannot
see across (a letter, spaces, a letter; two ideographs side by side), and what lies between is remembered. Plain words
need no uniseg at all, nor do most texts in English and French. The tests hold all short cuts against uniseg on whole
texts.
"""

from __future__ import annotations

import functools
import re
import unicodedata

LONGEST_STRETCH = 400
"""Characters that uniseg is given at once; it takes squared time for some texts. A longer stretch is cut."""

_LETTERS = "A-Za-zÀ-ÖØ-öø-ʯͰ-ͳͶ-ͷͻ-ͽΆΈ-ΊΌΎ-ΡΣ-ϿЀ-ҁҊ-ԯא-תؠ-ؿف-يऄ-हḀ-ỿ"
_LATIN = "A-Za-zÀ-ÖØ-öø-ʯ"
"""Letters between which a hyphen may end a line."""
_LATIN_TEXT = re.compile("[\0-ʯ‐-‧\u202f€]*\\Z")
_SQUARE = "㐀-䶿一-鿿あいうえお-ぢつ-もやゆよら-ろわ-ゔアイウエオ-ヂツ-モヤユヨラ-ロワ-ヴ가-힣"
"""Ideographs, kana that are not small, Korean syllables: a line may break between any two."""

_MARKS = (
    "\u0300-\u034e\u0350-\u035b\u0363-\u036f\u05b0-\u05bd\u064b-\u0655\u0901-\u0903\u093a-\u093c\u093e-\u094d\u200c"
)
"""What hangs on a letter: for the rules it is a part of it."""
_TIES = "\u00a0\u202f"
"""No-break spaces."""
_CLOSING = "、。，．！？」』）"


@functools.cache
def _cut(latin: bool) -> re.Pattern[str]:
    """Places where every rule of UAX 14 allows a break (after the spaces) and looks no further."""
    letters = _LATIN if latin else f"{_LETTERS}{_SQUARE}"
    before = f'[0-9.,:;!?)\\]%€$£°*+="”’»–—·/{letters}-]'
    after = f'[0-9(\\[€$£*+=&@#"“‘«·{letters}]'
    places = f"(?<={before}) +(?={after})|(?<=[0-9.,:;!?){letters}]) +(?=[–—-])|(?<=[{_LATIN}]-)(?=[{_LATIN}])"
    if not latin:
        places += f"|(?<=[{_MARKS}]) +(?={after})|(?<=[{_SQUARE}{_CLOSING}])(?=[{_SQUARE}「『（])"
    return re.compile(places)


@functools.cache
def _mark() -> re.Pattern[str]:
    """One mark."""
    return re.compile(f"[{_MARKS}]")


@functools.cache
def _word(latin: bool) -> re.Pattern[str]:
    """A stretch without a break inside: words that no-break spaces tie together, or one square letter."""
    letters = f"[0-9{_LATIN}]+" if latin else f"[0-9{_LETTERS}][0-9{_LETTERS}{_MARKS}]*"
    core = f"(?:\\+?{letters}(?:['’.,:;]+{letters})*%?|[%€$£°·/])"
    word = f'(?:[(\\["“‘«]*{core}[.,:;!?)\\]"”’»…]*|[(\\["“‘«]+|[.,:;!?)\\]"”’»…]+)'
    tied = f"(?:(?:\\A|(?<=[{_TIES}])){word}[{_TIES}]*)+(?: +[:;!?]|-)?"
    square = "" if latin else f"|[「『（]*[{_SQUARE}][ーっゃゅょッャュョ々{_CLOSING}]*"
    return re.compile(f"(?:{tied}{square}) *\\Z")


@functools.cache
def _plain(latin: bool) -> re.Pattern[str]:
    """A text each of whose characters is a grapheme of its own."""
    more = "" if latin else f"{_LETTERS}{_SQUARE}ぁ-ゖァ-ヺー、。「」『』々"
    return re.compile(f"[ -~\u00a0-¬®-ÿ\u202f–—‘’“”…€{_LATIN}{more}]*\\Z")


def _is_latin(text: str) -> bool:
    """Whether the rules need to know no letters but Latin ones: with them alone, they are ready much sooner."""
    return text.isascii() or _LATIN_TEXT.match(text) is not None


def stretches(text: str) -> list[str]:
    """The text in stretches that can be looked at one by one; each ends where a line may break."""
    latin = _is_latin(text)
    if latin and len(text) <= LONGEST_STRETCH:  # no marks, nothing to be cut
        ends = [match.end() for match in _cut(latin).finditer(text)]
        return [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True) if end > start]
    cuts = [match.end() for match in _cut(latin).finditer(text) if _stands_on_letter(text, match.start())]
    result = []
    start = 0
    for end in [*cuts, len(text)]:
        while end - start > LONGEST_STRETCH:
            middle = _safe_cut(text, start + LONGEST_STRETCH)
            result.append(text[start:middle])
            start = middle
        if end > start:
            result.append(text[start:end])
        start = end
    return result


def _stands_on_letter(text: str, place: int) -> bool:
    """Whether a mark before this place hangs on a letter; true where no mark is."""
    start = place
    while _mark().match(text, start - 1):
        start -= 1
        if start == 0:
            return False
    return start == place or text[start - 1].isalnum()


def _safe_cut(text: str, place: int) -> int:
    """A place near this one with no mark after it and no joiner before it."""
    for back in range(place, place - 100, -1):
        after, before = text[back], text[back - 1]
        if before.isalnum() and after.isalnum() and not unicodedata.combining(after):
            return back
    return place


@functools.lru_cache(maxsize=20_000)
def breaks(stretch: str) -> tuple[int, ...]:
    """Where a line may break inside a stretch, its end included."""
    if _word(_is_latin(stretch)).match(stretch):
        return (len(stretch),)
    from uniseg.linebreak import line_break_boundaries  # noqa: PLC0415 - 26 ms that plain words need not pay

    allowed = set(grapheme_ends(stretch))
    found = [place for place in line_break_boundaries(stretch) if place in allowed]
    return tuple(found) if found and found[-1] == len(stretch) else (*found, len(stretch))


def grapheme_ends(text: str) -> tuple[int, ...]:
    """Where each grapheme of the text ends."""
    if _plain(_is_latin(text)).match(text):
        return tuple(range(1, len(text) + 1))
    ends: list[int] = []
    start = 0
    for stretch in stretches(text):
        ends += [start + place for place in _clusters(stretch)]
        start += len(stretch)
    return tuple(ends)


@functools.lru_cache(maxsize=20_000)
def _clusters(text: str) -> tuple[int, ...]:
    """The ends of the extended grapheme clusters of a stretch."""
    if _plain(_is_latin(text)).match(text):
        return tuple(range(1, len(text) + 1))
    from uniseg.graphemecluster import grapheme_cluster_boundaries  # noqa: PLC0415

    return tuple(place for place in grapheme_cluster_boundaries(text) if place)
