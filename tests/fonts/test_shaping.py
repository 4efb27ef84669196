"""Glyphs: their clusters, their weights and slopes, and how quickly known words come back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor import fonts
from journeyeditor.fonts import Line, Style, paragraph, ruler, shaping

BODY = Style(9)


def advances(line: Line) -> list[tuple[int, float]]:
    return [(glyph.id, glyph.advance) for run in line.runs for glyph in run.glyphs]


def test_a_ligature_is_one_glyph_for_its_letters() -> None:
    (run,) = fonts.shape("office", BODY).runs
    assert [glyph.text for glyph in run.glyphs] == ["o", "ffi", "c", "e"] or len(run.glyphs) == 6


def test_further_glyphs_of_a_cluster_carry_no_text() -> None:
    (run,) = fonts.shape("שָׁלוֹם", BODY).runs
    assert len(run.glyphs) > 4
    assert [glyph.text for glyph in run.glyphs if glyph.text] == ["ם", "וֹ", "ל", "שָׁ"]


def test_letters_are_kerned() -> None:
    assert fonts.width("AV", BODY) < fonts.width("A", BODY) + fonts.width("V", BODY)


def test_arabic_letters_join_and_go_on_joining_where_a_long_word_is_divided() -> None:
    whole = {glyph.id for run in fonts.shape("العميل", BODY).runs for glyph in run.glyphs}
    parts = {glyph.id for line in fonts.wrap("العميل", BODY, 4.0) for run in line.runs for glyph in run.glyphs}
    assert len(fonts.wrap("العميل", BODY, 4.0)) > 1
    assert parts == whole


@pytest.mark.parametrize("text", ["客户旅程", "カスタマー", "고객", "→★"])
def test_a_missing_bold_or_italic_is_made_from_the_same_glyphs_with_the_same_advances(text: str) -> None:
    plain, heavy = fonts.shape(text, BODY), fonts.shape(text, Style(9, bold=True))
    oblique = fonts.shape(text, Style(9, bold=True, italic=True))
    assert advances(plain) == advances(heavy) == advances(oblique)
    assert [(run.embolden, run.slant) for run in (plain.runs[0], heavy.runs[0], oblique.runs[0])] == [
        *((False, False), (True, False), (True, True))
    ]


@pytest.mark.parametrize("text", ["הלקוח", "العميل", "ग्राहक"])
def test_a_bold_face_that_exists_is_used_and_only_slanted(text: str) -> None:
    (run,) = fonts.shape(text, Style(9, bold=True, italic=True)).runs
    assert run.face.endswith("-Bold")
    assert (run.embolden, run.slant) == (False, True)


def test_pictures_are_neither_emboldened_nor_slanted() -> None:
    (run,) = fonts.shape("😀", Style(9, bold=True, italic=True)).runs
    assert (run.embolden, run.slant) == (False, False)


@settings(max_examples=60, deadline=None)
@given(st.floats(1, 200), st.sampled_from(["The customer", "العميل", "क्षेत्र", "客户"]))
def test_type_of_another_size_is_the_same_type(size: float, text: str) -> None:
    one, other = fonts.shape(text, BODY), fonts.shape(text, Style(size))
    assert other.width == pytest.approx(one.width * size / 9)
    assert [glyph.id for run in one.runs for glyph in run.glyphs] == [g.id for run in other.runs for g in run.glyphs]


def test_the_language_of_the_machine_does_not_matter_and_a_senseless_one_does_no_harm() -> None:
    plain = advances(fonts.shape("şţ fi", BODY))
    for language in ("xx-????", "§", "a" * 500, "und"):
        assert advances(fonts.shape("şţ fi", Style(9, language=language))) == plain


def test_known_words_are_not_shaped_again() -> None:
    words = [f"{a}{b}" for a in ("order", "deliver", "invoice", "wait") for b in ("ing", "ed", "s", "", "able")]
    sentences = [" ".join(words[(n * k) % len(words)] for k in range(1, 9)) for n in range(300)]
    remembered = (ruler.shape, paragraph.paragraph, paragraph._plain_atoms, shaping.shape_piece)

    def seconds(*, forget_words: bool) -> float:
        best = float("inf")
        for _ in range(3):
            start = time.perf_counter()
            for sentence in sentences:
                for cache in remembered if forget_words else remembered[:2]:
                    cache.cache_clear()
                fonts.shape(sentence, BODY)
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds(forget_words=True) > 1.5 * seconds(forget_words=False)
