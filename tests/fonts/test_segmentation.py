"""The short cuts around uniseg give what uniseg gives."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_cluster_boundaries
from uniseg.linebreak import line_break, line_break_boundaries

from journeyeditor.fonts.segmentation import _LETTERS, _MARKS, _SQUARE, breaks, grapheme_ends, stretches

ALPHABET = [
    *"aéZяαאب19  .,!?()[]«»“”‘’'\"-–—/%€$&@#*+=_\\|客户あアーゃ々、。「」（）！고객…한ाक्ी¡¿:;<^~£°〜・：·…",
    *["😀", "👍", "🏽", "🇫", "🇷", "\u200d", "\u200c", "\ufe0f", "\u0301", "\u05b0", "\u0651", "\u00ad", "\u00a0"],
    *["\u202f", "\u2060", "\u200b", "\u1100", "\u1161"],
]
texts = st.lists(st.sampled_from(ALPHABET), max_size=12).map("".join)
plain_texts = st.text(st.sampled_from("ab1é .,:;!?()[]«»“”‘’'\"-–—/%€$+·…\u00a0\u202f客あ、。「」"), max_size=8)


def places(text: str) -> list[int]:
    found, start = [], 0
    for stretch in stretches(text):
        found += [start + place for place in breaks(stretch)]
        start += len(stretch)
    return found


@settings(max_examples=700, deadline=None)
@given(texts | plain_texts)
def test_lines_may_break_where_the_rules_of_unicode_say_and_never_inside_a_grapheme(text: str) -> None:
    graphemes = set(grapheme_cluster_boundaries(text))
    assert places(text) == [place for place in line_break_boundaries(text) if place and place in graphemes]


@settings(max_examples=300, deadline=None)
@given(texts)
def test_graphemes_are_those_of_unicode(text: str) -> None:
    assert list(grapheme_ends(text)) == [place for place in grapheme_cluster_boundaries(text) if place]


def test_the_letters_of_the_short_cuts_have_the_classes_that_the_short_cuts_rely_on() -> None:
    def classes(ranges: str) -> set[str]:
        found = re.findall(f"[{ranges}]", "".join(map(chr, range(0x20, 0xD800))))
        return {str(line_break(ch)) for ch in found}

    assert classes(_LETTERS) == {"AL", "HL"}
    assert classes(_SQUARE) == {"ID", "H2", "H3"}
    assert classes(_MARKS) == {"CM"}


def test_a_long_text_without_a_place_to_break_is_looked_at_in_parts() -> None:
    text = "กข" * 1000
    assert max(map(len, stretches(text))) <= 400
    assert "".join(stretches(text)) == text
    assert len(grapheme_ends("e\u0301" * 3000)) == 3000
