"""Which face shows what."""

from __future__ import annotations

import pytest

from journeyeditor import fonts
from journeyeditor.fonts import Style
from journeyeditor.fonts.fallback import is_emoji, needs_sans_only

BODY = Style(9)


def faces(text: str, style: Style = BODY) -> list[str]:
    return [run.face.removesuffix("-Regular") for run in fonts.shape(text, style).runs]


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("Étape", "NotoSans"),
        ("Путь", "NotoSans"),
        ("πελάτη", "NotoSans"),
        ("הלקוח", "NotoSansHebrew"),
        ("العميل", "NotoSansArabic"),
        ("ग्राहक", "NotoSansDevanagari"),
        ("客户", "NotoSansSC"),
        ("カスタマー", "NotoSansJP"),
        ("고객", "NotoSansKR"),
        ("★✓→", "DejaVuSans"),
        ("😀🇫🇷", "NotoEmoji"),
    ],
)
def test_each_script_has_its_face(text: str, face: str) -> None:
    assert faces(text) == [face]


@pytest.mark.parametrize(
    ("language", "face"),
    [
        ("ja", "NotoSansJP"),
        ("zh-Hans", "NotoSansSC"),
        ("zh-Hant-TW", "NotoSansSC"),
        ("ko", "NotoSansKR"),
        ("fr", "NotoSansSC"),
    ],
)
def test_the_language_decides_how_ideographs_look(language: str, face: str) -> None:
    assert faces("直骨角", Style(9, language=language)) == [face]


def test_without_a_language_the_other_letters_of_the_text_decide() -> None:
    assert faces("直の") == ["NotoSansJP"]
    assert faces("直 고객") == ["NotoSansKR"]
    assert faces("直") == ["NotoSansSC"]


def test_a_name_with_a_rare_ideograph_borrows_it_from_another_face() -> None:
    assert fonts.unknown_characters("王玥喆龘 髙橋﨑 𠮷野 彅 뷁 犇") == frozenset()


def test_quotation_marks_are_as_wide_as_the_ideographs_they_embrace() -> None:
    assert faces("“你好”") == ["NotoSansSC"]
    assert faces("“hello”") == ["NotoSans"]
    assert faces("你 don’t") == ["NotoSansSC", "NotoSans"]


@pytest.mark.parametrize("text", ["1", "#", "©", "®", "™", "↔", "a\ufe0f", "☎", "1\ufe0f"])
def test_digits_and_signs_do_not_become_pictures(text: str) -> None:
    assert not any(face == "NotoEmoji" for face in faces(text))


@pytest.mark.parametrize("text", ["😀", "👨‍👩‍👧", "👍🏽", "🇫🇷", "1️⃣", "❤️", "☎️", "🏳️‍🌈", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🧑‍💻", "©️"])
def test_an_emoji_is_one_glyph_that_stands_for_the_whole_sequence(text: str) -> None:
    (run,) = fonts.shape(text, BODY).runs
    (glyph,) = run.glyphs
    assert (run.face, glyph.text) == ("NotoEmoji-Regular", text)
    assert is_emoji(text)


def test_an_emoji_that_asks_to_be_text_is_text() -> None:
    assert faces("☎\ufe0e") == ["DejaVuSans"]


def test_a_space_after_an_emoji_is_as_wide_as_any() -> None:
    assert fonts.width("😀 😀", BODY) == pytest.approx(2 * fonts.width("😀", BODY) + fonts.width(" ", BODY))


def test_marks_and_joiners_stay_with_their_letter() -> None:
    for text in ("e\u0301", "क्ष", "می\u200cخواهم", "葛\U000e0100"):
        (run,) = fonts.shape(text, BODY).runs
        assert "".join(glyph.text for glyph in run.glyphs if glyph.text)
    assert fonts.width("e\u0301", BODY) == fonts.width("é", BODY)
    assert faces("각") == ["NotoSansKR"]  # taken apart, as some systems write file names


def test_what_no_face_has_is_reported_and_shown() -> None:
    text = "a\u0378b\ue000"
    assert fonts.unknown_characters(text) == {"\u0378", "\ue000"}
    line = fonts.shape(text, BODY)
    sign = fonts.shape("\ufffd", BODY).runs[0].glyphs[0]
    shown = [glyph for run in line.runs for glyph in run.glyphs]
    assert [glyph.text for glyph in shown] == ["a", "\u0378", "b", "\ue000"]
    assert [glyph.id == sign.id for glyph in shown] == [False, True, False, True]
    assert sign.advance > 0


def test_a_letter_whose_mark_no_face_has_is_still_shown() -> None:
    line = fonts.shape("a\U0001e8d0", BODY)  # a mark of a script that is not bundled
    assert line.runs[0].glyphs[0].id == fonts.shape("a", BODY).runs[0].glyphs[0].id
    assert fonts.unknown_characters("a\U0001e8d0") == {"\U0001e8d0"}


def test_invisible_characters_are_neither_unknown_nor_drawn() -> None:
    text = "a\u200bb\u2060c\ufeff\u200ed"
    assert fonts.unknown_characters(text) == frozenset()
    assert fonts.width(text, BODY) == pytest.approx(fonts.width("abcd", BODY), abs=0.05)


def test_control_characters_are_dropped_and_broken_ones_replaced() -> None:
    assert fonts.shape("a\x00\x1b\x7f\u0085b", BODY).text == "a b"
    assert fonts.shape("a\tb\nc", BODY).text == "a b c"
    assert fonts.shape("a\ud800", BODY).text == "a\ufffd"


def test_what_is_set_in_one_face_alone_is_in_all_four_of_its_cuts() -> None:
    alone = [code for code in range(0xD800) if needs_sans_only(chr(code)) and code != 0xAD]
    assert len(alone) > 1000
    for name in ("Regular", "Bold", "Italic", "BoldItalic"):
        face = fonts.faces()[f"NotoSans-{name}"]
        assert [hex(code) for code in alone if not face.covers(code)] == []
