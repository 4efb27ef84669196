"""Heights of paragraphs: lines of any script keep apart, and those of Latin letters no farther than need be."""

from __future__ import annotations

import pytest

from journeyeditor import fonts
from journeyeditor.fonts import Style
from journeyeditor.layout.text import Paragraph, paragraph, text_height

BODY = Style(9)


def broken(text: str) -> Paragraph:
    return paragraph(text, BODY, "#000000", 50)


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
    made = broken(f"{text}\n{text}")
    first, second = made.at(0, 0)
    assert second.y - first.y == pytest.approx(made.step)
    assert made.step >= fonts.line_height(BODY)
    assert first.line.descent + second.line.ascent < made.step


@pytest.mark.parametrize("text", ["Étape gâchée", "הלקוח", "客户旅程", "カスタマー", "고객", "العميل"])
def test_ordinary_text_needs_no_more_than_the_ordinary_line(text: str) -> None:
    assert broken(f"{text}\n{text}").step == fonts.line_height(BODY)


def test_a_paragraph_is_as_high_as_its_lines() -> None:
    three = broken("one\ntwo\nthree")
    assert three.height == pytest.approx(fonts.ascent(BODY) + fonts.descent(BODY) + 2 * fonts.line_height(BODY))
    assert broken("").height == 0.0
    assert three.height == text_height("one\ntwo\nthree", BODY, 50)


def test_accents_may_reach_over_the_edge_but_not_far() -> None:
    stacked = "A\u0302\u0301\u0308"
    assert broken("Ắ").height == broken("a").height, "so that texts with and without accents share a baseline"
    (words,) = broken(stacked).at(0, 0)
    assert words.line.ascent > 1.1 * BODY.em
    assert words.y - words.line.ascent >= -0.25 * BODY.em - 1e-9
