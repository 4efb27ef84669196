"""Titles that a grammar might stumble over, for the tests of every format."""

from __future__ import annotations

from hypothesis import strategies as st

from journeyeditor.model.text import clean

PIECES = (
    *("journey", "title ", "section ", "accTitle: ", "accDescr {", "}", "%%", "%%{init: {}}%%", "style: #x;"),
    *("#", "#35;", "&amp;", ";", ":", "：", ",", "，", "、", "<br>", '<b x="y">', "```", "~~~", "---", "C4Container"),
    *("\n", "\t", "  ", " ", "\r\n", "\u00a0", "\u202f", "\u3000", "\u200b", "\ufeff"),
    *("3", "-1", "٤", "2.5", "[severity 4]", "[2]", "[]", "[", "]", "\\", "•", "'", "=", "+", "-", "@", '"', "|"),
    *("ﬂ°°35¶ß", "مرحبا", "שלום", "👩\u200d👧", "é", "e\u0301", "漢字", "a", "Buy"),
)
ANY = st.characters(exclude_categories=["Cs", "Cc"])
TITLES = st.lists(st.sampled_from(PIECES) | ANY, max_size=6).map("".join).map(clean).map(str.strip)
"""Clean texts without blanks at their ends, as a person or an enemy might type them."""
