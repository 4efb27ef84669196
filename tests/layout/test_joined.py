"""Facts of both directions in one line keep their order and stay whole."""

from __future__ import annotations

import pytest

from journeyeditor import fonts
from journeyeditor.fonts import Style
from journeyeditor.layout.text import DOT, joined

NADIA, MAY, PLANNED = "\u0646\u0627\u062f\u064a\u0629", "\u0645\u0627\u064a\u0648", "\u0645\u062e\u0637\u0637"


def drawn(text: str, language: str) -> str:
    """The letters and figures as they stand on the paper from the left."""
    (line,) = fonts.wrap(text, Style(9, language=language), 1000)
    glyphs = [glyph.text for run in line.runs for glyph in run.glyphs]
    return "".join(letter for text in glyphs for letter in text if letter.isalnum())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_parts_follow_one_another_in_the_direction_of_the_language(language: str) -> None:
    seen = drawn(joined((NADIA, "interview", MAY), DOT, language), language)
    nadia, may = NADIA[::-1], MAY[::-1]
    assert seen == (f"{nadia}interview{may}" if language == "en" else f"{may}interview{nadia}")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_number_stays_with_its_words(language: str) -> None:
    seen = drawn(joined(("impact 3", "effort 2", PLANNED), DOT, language), language)
    assert "impact3" in seen
    assert "effort2" in seen
    assert (seen.index("impact3") < seen.index("effort2")) == (language == "en")


def test_one_direction_needs_nothing() -> None:
    assert joined(("Camille", " ", "", "2026"), DOT, "fr") == "Camille\u00a0· 2026"
    assert joined(("Camille",), DOT, "fr") == "Camille"
    assert joined((), DOT, "ar") == ""
