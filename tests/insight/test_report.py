"""What a person reads in a terminal."""

from __future__ import annotations

from journeyeditor.insight import report_lines
from journeyeditor.words import speak
from tests.insight.good_map import Map


def told(at: Map, most: int | None = 10) -> list[str]:
    return report_lines(at.health(), speak("en"), most)


def test_a_good_map_is_praised() -> None:
    assert told(Map()) == ["Nothing is missing: this is a good map."]


def test_problems_and_hints_stand_under_headings_each_check_once() -> None:
    at = Map()
    at.set("t1", "t5", channel=None)
    at.set("head", next_review="2026-10")
    assert told(at) == [
        "2 problems",
        "",
        "  • “Contact 1” has no channel.",
        "  • “Contact 5” has no channel.",
        "    The channel says where they meet, and so who in the company can change something. Choose a",
        "    channel: shop, website, phone, or one of your own.",
        "",
        "1 hint",
        "",
        "  • The next review is earlier than the date of the journey.",
        "    A review looks back on what was agreed, so it comes later. Correct one of the two dates.",
    ]


def test_many_findings_of_one_check_are_counted() -> None:
    at = Map()
    at.set(*(f"t{n}" for n in range(10)), channel=None)
    lines = told(at, most=3)
    assert lines[0] == "10 problems"
    assert [line for line in lines if "•" in line] == [f"  • “Contact {n}” has no channel." for n in range(3)]
    assert "    … and 7 more" in lines
    for most in (9, 10, None):
        assert not any("more" in line for line in told(at, most))


def test_numbers_are_written_as_the_reader_writes_them() -> None:
    at = Map()
    at.set("nps", target=150.5)
    (line,) = [line for line in report_lines(at.health(), speak("fr")) if "150" in line]
    assert "150,5" in line


def test_nothing_is_wider_than_a_terminal_but_a_long_word() -> None:
    at = Map()
    at.set("t1", channel=None, title="word " * 40)
    at.set("t2", channel=None, title="x" * 300)
    assert max(map(len, told(at))) <= 100
