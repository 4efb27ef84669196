"""Breaking text into lines: the cases that people notice."""

from __future__ import annotations

import pytest

from journeyeditor import fonts
from journeyeditor.fonts import Style

BODY = Style(9)


def broken(text: str, room: float, **options: bool) -> list[str]:
    return [line.text for line in fonts.wrap(text, BODY, room, **options)]


def test_words_stay_whole_where_they_fit() -> None:
    assert broken("The customer calls twice", 24) == ["The customer", "calls twice"]


def test_a_word_that_is_too_long_is_divided_and_nothing_is_lost() -> None:
    lines = broken("Donaudampfschifffahrtsgesellschaft", 20)
    assert len(lines) > 1
    assert "".join(lines) == "Donaudampfschifffahrtsgesellschaft"


def test_a_long_address_is_divided_after_its_marks() -> None:
    assert broken("siehe https://example.com/customer_service/openingHours", 24) == [
        *("siehe https://", "example.com/", "customer_", "service/", "openingHours")
    ]
    assert broken("openingHours", 15) == ["opening", "Hours"]


def test_no_grapheme_is_torn_apart_however_narrow_the_box() -> None:
    assert broken("👨‍👩‍👧🇫🇷e\u0301क्षि", 0.5) == ["👨‍👩‍👧", "🇫🇷", "e\u0301", "क्षि"]


@pytest.mark.parametrize("sign", ["«", "»", "?", "!", ";", ":", "€"])
def test_french_punctuation_does_not_stray(sign: str) -> None:
    text = f"{sign}\u00a0déçu" if sign == "«" else f"déçu\u00a0{sign}"
    for room in range(12, 40):
        assert any(text in line for line in broken(f"il est {text}", room))


def test_a_soft_hyphen_shows_only_where_the_line_ends_there() -> None:
    text = "dampf\u00adschiff"
    whole = fonts.shape(text, BODY)
    assert whole.width == pytest.approx(fonts.width("dampf", BODY) + fonts.width("schiff", BODY), abs=0.01)
    first, second = fonts.wrap(text, BODY, 14)
    assert first.text == "dampf\u00ad"
    assert second.text == "schiff"
    assert first.runs[-1].glyphs[-1].text == "\u00ad"
    assert first.runs[-1].glyphs[-1].advance > 0
    assert first.width == pytest.approx(fonts.width("dampf\u2010", BODY), abs=0.2)


def test_a_soft_hyphen_at_the_end_of_the_text_shows_nothing() -> None:
    (line,) = fonts.wrap("dampf\u00ad", BODY, 14)
    assert line.width == fonts.width("dampf", BODY)


def test_line_ends_are_kept_and_an_empty_line_between_two_others_too() -> None:
    assert broken("one\ntwo\r\nthree\u2028four", 50) == ["one", "two", "three", "four"]
    assert broken("\n\none\n \n two \n", 50) == ["one", "", "two"]


@pytest.mark.parametrize("nothing", ["", " ", "\n", " \n\t\n", "\x00\x07"])
def test_nothing_gives_no_line(nothing: str) -> None:
    assert fonts.wrap(nothing, BODY, 20) == ()


def test_spaces_inside_a_line_are_there_to_be_copied_and_those_at_its_end_are_not() -> None:
    first, second = fonts.wrap("The customer   calls twice", BODY, 24)
    assert fonts.logical(first) == "The customer"
    assert fonts.logical(second) == "calls twice"
    assert second.width == pytest.approx(fonts.width("calls twice", BODY))


def test_balanced_lines_are_about_equally_long_and_as_many() -> None:
    text = "The customer calls twice because nothing came"
    plain, even = fonts.wrap(text, BODY, 50), fonts.wrap(text, BODY, 50, balance=True)
    assert len(plain) == len(even) == 2
    spread = [max(line.width for line in lines) - min(line.width for line in lines) for lines in (plain, even)]
    assert spread[1] < spread[0] / 2


def test_chinese_breaks_anywhere_but_before_a_full_stop() -> None:
    for room in range(7, 40):
        lines = broken("客户拨打了两次电话。没有回音。", room)
        assert not any(line.startswith("。") for line in lines)
        assert "".join(lines) == "客户拨打了两次电话。没有回音。"


def test_a_zero_width_space_allows_a_break_and_leaves_nothing() -> None:
    lines = fonts.wrap("aaaaaaaa\u200bbbbbbbbb", BODY, 16)
    assert [line.text for line in lines] == ["aaaaaaaa", "bbbbbbbb"]


@pytest.mark.parametrize("room", [0.0, -5.0, float("inf")])
def test_a_senseless_room_is_answered_all_the_same(room: float) -> None:
    assert "".join(broken("a bc", room)).replace(" ", "") == "abc"


def test_the_number_of_lines_is_known_without_setting_them() -> None:
    text = "The customer calls twice\n\nand Donaudampfschifffahrtsgesellschaft"
    for room in (5, 10, 20, 40, 80):
        assert fonts.line_count(text, BODY, room) == len(fonts.wrap(text, BODY, room))


def test_the_longest_word_is_what_a_break_cannot_divide() -> None:
    assert fonts.longest_word("un l’étape-clé", BODY) == fonts.width("l’étape-", BODY)
    assert fonts.longest_word("", BODY) == 0.0
