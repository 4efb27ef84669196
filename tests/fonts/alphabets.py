"""Texts of every script for the laws of this room, among them such as nobody would write."""

from __future__ import annotations

from hypothesis import strategies as st

LETTERS = "aZéœßяΩשب中あア高한กि"
MARKS = "\u0301\u05b0\u0651ाक्षी\u3099"
PUNCTUATION = " \u2003\u3000.,;:!?()[]«»“”‘’'\"-–—/%€&@#_…、。「」\u00a0\u202f\u00ad\u2060\u200b"
DIGITS = "019٢"
EMOJI = ["😀", "👍🏽", "👨‍👩‍👧", "🇫🇷", "1️⃣", "❤️", "☎"]
ODD = ["\u0378", "\ue000", "\u200d", "\u200f", "\u202e", "\u2067", "\u2069", "\ufeff", "\ufe0f", "🏽"]

WORDS = st.sampled_from(
    [
        *("the", "customer", "déçu", "l’étape", "well-known", "12,50", "office", "Straße", "Путь", "πελάτη"),
        *("लंबा", "ग्राहक", "رحلة", "العميل", "می\u200cخواهم", "הלקוח", "שָׁלוֹם", "(Client)", "客户旅程", "“你好”。"),
        *("カスタマージャーニー", "「髙橋」", "고객", "여정", "😀", "👨‍👩‍👧", "🇫🇷", "→", "1️⃣", "«", "oui", "»"),
        *("donau\u00addampf\u00adschiff", "https://example.com/a_b/longPath", "Donaudampfschifffahrtsgesellschaft"),
    ]
)
sentences = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
pieces = st.sampled_from([*LETTERS, *MARKS, *PUNCTUATION, *DIGITS, *EMOJI, *ODD])
jumbles = st.lists(pieces, max_size=24).map("".join)
texts = sentences | jumbles
"""One paragraph."""
