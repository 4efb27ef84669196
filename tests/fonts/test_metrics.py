"""Heights of letters and lines."""

from __future__ import annotations

import pytest

from journeyeditor import fonts
from journeyeditor.fonts import Style

BODY = Style(9)


def test_letters_are_as_high_as_the_face_says() -> None:
    assert fonts.cap_height(BODY) == pytest.approx(fonts.shape("H", BODY).ascent, abs=0.01)
    assert fonts.x_height(BODY) == pytest.approx(fonts.shape("x", BODY).ascent, abs=0.05)
    assert fonts.shape("b", BODY).ascent <= fonts.ascent(BODY) + 0.01
    assert fonts.shape("gpqy", BODY).descent <= fonts.descent(BODY) + 0.01


@pytest.mark.parametrize(
    "text",
    [
        "Étape gâchée",
        "Ắẫ gy",
        "שָׁלוֹם לךָ",
        "مُعَلِّمٌ لِلْعَمِيلِ",
        "ग्राहक र्ट्रीं क्षेत्र कृ",
        "客户旅程",
        "カスタマー",
        "고객",
        "😀🇫🇷",
        "★→",
    ],
)
def test_lines_of_any_script_never_touch(text: str) -> None:
    line = fonts.shape(text, BODY)
    step = fonts.line_step([line, line], BODY)
    assert step >= fonts.line_height(BODY)
    assert line.ascent + line.descent < step


@pytest.mark.parametrize("text", ["Étape gâchée", "הלקוח", "客户旅程", "カスタマー", "고객", "العميل"])
def test_ordinary_text_needs_no_more_than_the_ordinary_line(text: str) -> None:
    line = fonts.shape(text, BODY)
    assert fonts.line_step([line, line], BODY) == fonts.line_height(BODY)


def test_a_block_is_as_high_as_its_lines() -> None:
    lines = fonts.wrap("one\ntwo\nthree", BODY, 50)
    height = fonts.ascent(BODY) + fonts.descent(BODY) + 2 * fonts.line_height(BODY)
    assert fonts.text_block_height(lines, BODY) == pytest.approx(height)
    assert fonts.text_block_height([], BODY) == 0.0
    tall = fonts.wrap("Ắ", BODY, 50)
    assert fonts.text_block_height(tall, BODY) == pytest.approx(tall[0].ascent + fonts.descent(BODY))
