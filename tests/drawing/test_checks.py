"""A drawing can be asked whether its words keep apart and stay on the sheet."""

from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.drawing import Drawing, Group, Words
from journeyeditor.fonts import Style, shape
from journeyeditor.geometry import Box
from tests.drawing.checks import beyond_sheet, overlapping_words, overlaps, word_boxes

lengths = st.floats(0.1, 60)
boxes = st.lists(st.builds(Box, st.floats(0, 100), st.floats(0, 100), lengths, lengths), max_size=20)


def line(x: float, y: float, text: str) -> Words:
    return Words(x, y, shape(text, Style(9)), "#000000")


def test_word_boxes_know_whose_they_are() -> None:
    drawing = Drawing(
        200,
        100,
        (
            Group("p1", "pain", (line(10, 20, "Too slow"), line(10, 25, "and dear"))),
            Group("h", "hint", (line(10, 80, "no pain noted"),), screen_only=True),
        ),
    )
    assert [(found.text, found.record, found.role, found.size) for found in word_boxes(drawing)] == [
        ("Too slow", "p1", "pain", 9),
        ("and dear", "p1", "pain", 9),
    ]
    assert [found.text for found in word_boxes(drawing, screen=True)] == ["Too slow", "and dear", "no pain noted"]


def test_lines_that_cover_one_another_are_named() -> None:
    apart = Drawing(200, 100, (Group("a", "card", (line(10, 20, "one"), line(10, 25, "two"))),))
    assert overlapping_words(apart) == []
    close = Drawing(200, 100, (Group("a", "card", (line(10, 20, "one"),)), Group("b", "card", (line(12, 21, "two"),))))
    assert [(one.text, two.text) for one, two in overlapping_words(close)] == [("one", "two")]


def test_words_that_leave_the_sheet_are_named() -> None:
    inside, outside = Group("a", "card", (line(10, 20, "in"),)), Group("b", "card", (line(195, 20, "out of it"),))
    assert beyond_sheet(Drawing(200, 100, (inside, outside))) == (outside,)
    assert beyond_sheet(Drawing(200, 100, (inside,)), margin=12) == (inside,)


@given(boxes, st.sampled_from([0.0, 0.5]))
def test_the_sweep_finds_what_comparing_all_pairs_finds(found: list[Box], slack: float) -> None:
    slow = {frozenset((a, b)) for a in range(len(found)) for b in range(a) if found[a].meets(found[b], -slack)}
    swept = overlaps([(box, number) for number, box in enumerate(found)], slack)
    assert {frozenset(pair) for pair in swept} == slow
    assert len(swept) == len(slow)
