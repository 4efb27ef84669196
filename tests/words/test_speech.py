"""What a reader sees in each language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.drawing.themes import THEMES
from journeyeditor.errors import counted, message
from journeyeditor.words import TERMS, language_of_user, languages, speak

NB, NNB = "\u00a0", "\u202f"


def test_french_words_are_those_of_the_field() -> None:
    french = speak("fr")
    assert french.term("lane", "pains") == "Irritants"
    assert french.term("lane", "emotions") == "Courbe émotionnelle"
    assert french.term("line", "visibility") == "Ligne de visibilité"
    assert french.term("state", "to_be") == "état cible"
    assert french.feeling(-1.9) == "excédé"


def test_every_term_has_a_french_word() -> None:
    french = speak("fr")
    same = {
        (kind, value)
        for kind, values in TERMS.items()
        for value in values
        if french.term(kind, value) == speak("en").term(kind, value)
    }
    assert same <= {
        ("lane", "images"),
        ("lane", "free"),
        ("channel", "chat"),
        ("channel", "document"),
        ("channel", "email"),
        ("maturity", "prospect"),
        ("orientation", "portrait"),
        ("feeling", "1"),
    }


def test_a_word_nobody_knows_is_shown_as_it_is() -> None:
    assert speak("fr").term("lane", "hologram") == "hologram"
    assert speak("fr").term("nothing", "x") == "x"


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("fr", "fr"),
        ("fr-CA", "fr"),
        ("FR_fr", "fr"),
        ("en-GB", "en"),
        ("ar", "en"),
        ("tlh", "en"),
        ("", "en"),
        ("../x", "en"),
    ],
)
def test_a_language_without_sentences_speaks_english(tag: str, language: str) -> None:
    assert speak(tag).language == language


def test_there_are_english_and_french() -> None:
    assert languages() == ("en", "fr")


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("fr", "15 févr. 2027"),
        ("en", "Feb 15, 2027"),
        ("en-GB", "15 Feb 2027"),
        ("de", "15.02.2027"),
        ("ja", "2027/02/15"),
        ("he", "15 בפבר׳ 2027"),
    ],
)
def test_dates_follow_the_language_asked_for(tag: str, written: str) -> None:
    assert speak(tag).date("2027-02-15") == written


def test_months_years_and_the_first_of_a_month() -> None:
    french = speak("fr")
    assert french.date("2027-02") == "févr. 2027"
    assert french.date("2027") == "2027"
    assert french.date("2027-03-01") == "1er mars 2027"
    assert french.date("2027-03-11") == "11 mars 2027"


@pytest.mark.parametrize(
    "text", ["", "soon", "2027-13-01", "2027-02-30", "0000-01-01", "20270215", "٢٠٢٧", "2027-02-15T10:00"]
)
def test_an_odd_date_comes_back_unchanged(text: str) -> None:
    assert speak("fr").date(text) == text


def test_numbers_and_shares() -> None:
    french, english = speak("fr"), speak("en")
    assert french.number(6.8) == "6,8"
    assert french.number(12345.5) == f"12{NNB}345,5"
    assert english.number(12345.5) == "12,345.5"
    assert french.number(41, sign=True) == "+41"
    assert french.number(0, sign=True) == "0"
    assert [french.signed(value) for value in (-1.5, 0, 2)] == ["\u22121,5", "0", "+2"]
    assert french.number(2, digits=1) == "2,0"
    assert french.number(2.345, digits=0) == "2"
    assert french.percent(48) == f"48{NNB}%" or french.percent(48) == f"48{NB}%"
    assert english.percent(12.5) == "12.5%"
    assert speak("de").number(1234.5) == "1.234,5"


@given(st.floats(allow_nan=True, allow_infinity=True), st.sampled_from(["fr", "en", "ar", "hi"]))
def test_any_number_can_be_said(value: float, tag: str) -> None:
    assert speak(tag).number(value)
    assert speak(tag).percent(value)


@given(st.text(), st.sampled_from(["fr", "en", "ja"]))
def test_any_text_can_be_quoted_or_dated(text: str, tag: str) -> None:
    assert text.strip('«»“”„"‘’「」 \u00a0\n\t\r') in speak(tag).quoted(text) or text.strip() != text
    speak(tag).date(text)


def test_quotation_marks_are_not_doubled() -> None:
    assert speak("fr").quoted("Enfin !") == f"«{NB}Enfin !{NB}»"
    assert speak("fr").quoted("« Enfin »") == f"«{NB}Enfin{NB}»"
    assert speak("en").quoted('"At last"') == "“At last”"
    assert speak("en").quoted('"Yes" and "no"') == '“"Yes" and "no"”'
    assert speak("ja").quoted("x") == "「x」"


def test_lists_end_with_and() -> None:
    assert speak("fr").list(["a", "b", "c"]) == "a, b et c"
    assert speak("en").list(["a"]) == "a"
    assert speak("fr").list([]) == ""


def test_a_message_says_its_inner_message_in_the_same_language() -> None:
    outer = message("{what}: {n}", what=message("Pain points"), n=1234.5)
    assert speak("fr").say(outer) == f"Irritants: 1{NNB}234,5"
    assert speak("en").say(outer) == "Pain points: 1,234.5"


def test_braces_of_the_user_stay_braces() -> None:
    assert speak("fr").say("{quote}", quote="{0} {x} {") == "{0} {x} {"
    assert speak("fr").say("no gap {here") == "no gap {here"
    assert speak("fr").say("a {gap} nobody fills", other="x") == "a {gap} nobody fills"


def test_a_count_chooses_its_form() -> None:
    pains = counted("{n} thing", "{n} things", 1)
    assert speak("en").say(pains) == "1 thing" == pains.english()
    assert speak("en").say(counted("{n} thing", "{n} things", 2000)) == "2,000 things"
    assert speak("en").plural("{n} thing of {who}", "{n} things of {who}", 0, who="Ann") == "0 things of Ann"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr-FR"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "fr_CH"}, "fr-CH"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:en"}, "fr"),
        ({"LANG": "C", "LANGUAGE": "fr"}, "en"),
        ({"LANGUAGE": "fr"}, "fr"),
        ({"LANG": "de_DE@euro"}, "de-DE"),
        ({}, "en"),
    ],
)
def test_the_users_language_is_told_as_gettext_does(environment: dict[str, str], language: str) -> None:
    assert language_of_user(environment) == language


def test_every_theme_of_the_poster_has_a_word() -> None:
    assert set(TERMS["theme"]) == set(THEMES)
