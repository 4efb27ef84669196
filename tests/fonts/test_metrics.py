"""Heights of letters."""

from __future__ import annotations

import pytest

from journeyeditor import fonts
from journeyeditor.fonts import Style

BODY = Style(9)


def test_letters_are_as_high_as_the_face_says() -> None:
    assert fonts.cap_height(BODY) == pytest.approx(fonts.shape("H", BODY).ascent, abs=0.01)
    assert fonts.shape("b", BODY).ascent <= fonts.ascent(BODY) + 0.01
    assert fonts.shape("gpqy", BODY).descent <= fonts.descent(BODY) + 0.01
