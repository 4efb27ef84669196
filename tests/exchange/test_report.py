"""What an import has to say, as a reader meets it."""

from __future__ import annotations

from journeyeditor.errors import message
from journeyeditor.exchange.report import MOST_NOTICES, Report
from journeyeditor.words import speak


def report() -> Report:
    found = Report("csv")
    found.dropped(message("A drawing is left out."), 9)
    found.guessed(message("The first column holds stages."), otherwise=message("Say --column."))
    found.dropped(message("A colour is left out."), 3)
    return found


def test_notices_are_told_in_the_order_of_the_file_with_kind_and_line() -> None:
    assert report().told(speak("en")) == [
        "guessed: The first column holds stages.",
        "line 3: dropped: A colour is left out.",
        "line 9: dropped: A drawing is left out.",
    ]


def test_a_command_line_tells_what_to_write_to_have_it_another_way() -> None:
    first = next(iter(report()))
    assert first.told(speak("en"), in_full=True) == "guessed: The first column holds stages. Say --column."


def test_they_are_counted_by_kind_and_those_too_many_are_counted_alone() -> None:
    assert report().summary(speak("en")) == "1 guess and 2 things left out"
    assert Report("csv").summary(speak("en")) == ""
    flood = report()
    for number in range(MOST_NOTICES):
        flood.changed(message("Changed."), number)
    assert flood.told(speak("en"))[-1] == "… and 3 more remarks."
