"""Day and time as people say them."""

from __future__ import annotations

import datetime as dt

import pytest

from journeyeditor.words import speak
from journeyeditor.words.moments import clock, moment_said

NOW = dt.datetime(2026, 11, 21, 15, 0).astimezone().timestamp()


@pytest.mark.parametrize(
    ("language", "ago", "said"),
    [
        ("en", 1680, "today, 14:32"),
        ("en", 86400, "yesterday, 15:00"),
        ("fr", 86400, "hier, 15:00"),
        ("en-GB", 40 * 86400, "12 Oct 2026, 15:00"),
    ],
)
def test_a_moment_is_said_by_how_long_ago_it_was(language: str, ago: int, said: str) -> None:
    assert moment_said(NOW - ago, NOW, speak(language)) == said


def test_long_ago_the_time_may_be_left_out() -> None:
    assert moment_said(NOW - 40 * 86400, NOW, speak("fr"), always_time=False) == "12 oct. 2026"


@pytest.mark.parametrize("moment", [-1e18, 0.0, 1e18])
def test_damage_is_some_date_and_no_fault(moment: float) -> None:
    assert moment_said(moment, NOW, speak("en"))


@pytest.mark.parametrize("tag", ["en", "en-GB", "fr", "xx-nowhere"])
def test_the_clock_has_twenty_four_hours(tag: str) -> None:
    assert clock(speak(tag), NOW - 1680) == "14:32"


def test_but_not_in_america() -> None:
    assert clock(speak("en-US"), NOW - 1680).replace("\u202f", " ") == "2:32 PM"
