"""Which way letters run, held against another program's bidi algorithm."""

from __future__ import annotations

import unicodedata

import bidi
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor import fonts
from journeyeditor.fonts import Style
from journeyeditor.fonts.direction import levels, visual_order

BODY = Style(9)
texts = st.text(st.sampled_from("abcאבגعرب123١٢()[] .,-+%$:/«»\u0301\u05b0"), max_size=16)


def as_seen(text: str, direction: str) -> str:
    base, found = levels(text, direction)  # type: ignore[arg-type]
    each = list(found) if found is not None else [base] * len(text)
    for index in range(len(text) - 1, -1, -1):  # rule L1: white space at the line's end
        if unicodedata.bidirectional(text[index]) != "WS":
            break
        each[index] = base
    return "".join(ch for ch, _ in visual_order(list(zip(text, each, strict=True)), lambda pair: pair[1]))


@settings(max_examples=800, deadline=None)
@given(texts, st.sampled_from([("auto", None), ("ltr", "L"), ("rtl", "R")]))
def test_characters_stand_where_another_implementation_puts_them(text: str, way: tuple[str, str | None]) -> None:
    ours, theirs = way
    assert as_seen(text, ours) == bidi.get_display(text, base_dir=theirs)


@pytest.mark.parametrize(
    "odd", ["\u2067אב\u2069 c", "\u2068a\u2069א", "\u202bא\u202c", "א\u0378\U000e1234", "א" + "\u2067" * 200]
)
def test_isolates_and_unassigned_characters_do_no_harm(odd: str) -> None:
    base, found = levels(odd)
    assert base in {0, 1}
    assert found is not None
    assert len(found) == len(odd)


def test_a_paragraph_runs_as_its_first_strong_letter_or_as_it_is_told() -> None:
    assert fonts.shape("42 العميل", BODY).rightward is False
    assert fonts.shape("Client العميل", BODY).rightward is True
    assert fonts.shape("42", BODY).rightward is True
    assert fonts.shape("Client", Style(9, direction="rtl")).rightward is False
    assert fonts.shape("العميل", Style(9, direction="ltr")).rightward is True


def test_brackets_in_a_right_to_left_text_look_the_right_way() -> None:
    line = fonts.shape("א(ב)", BODY)
    (run,) = (run for run in line.runs if run.face == "NotoSans-Regular" and run.glyphs[0].text == "(")
    mirrored = fonts.shape(")", BODY).runs[0].glyphs[0].id
    assert run.glyphs[0].id == mirrored


def test_the_levels_of_the_paragraph_hold_on_each_of_its_lines() -> None:
    # "abc" opens a left-to-right paragraph: the Hebrew line keeps its direction, the mark at its end does not join it.
    first, second = fonts.wrap("abc אבג, דהו!", BODY, 13.0)
    assert (first.rightward, second.rightward) == (True, True)
    assert second.runs[-1].glyphs[-1].text == "!"


def test_words_of_one_line_are_turned_round_after_the_line_was_broken() -> None:
    lines = fonts.wrap("אבג דהו זחט יכל", BODY, 15.0)
    assert [line.text for line in lines] == ["אבג דהו", "זחט יכל"]
    seen = "".join(glyph.text for run in lines[0].runs for glyph in run.glyphs)
    assert seen == "והד גבא"
