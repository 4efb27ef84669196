"""Laws of set text, for every script and for texts that nobody would write."""

from __future__ import annotations

import re

import pytest
from alphabets import texts
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_clusters

from journeyeditor import fonts
from journeyeditor.fonts import Line, Style, breaking, fallback, paragraph, ruler, segmentation, shaping

BODY = Style(9)
rooms = st.floats(1.5, 70)
styles = st.builds(
    Style,
    st.sampled_from([6.0, 9.0, 9.5, 24.0]),
    bold=st.booleans(),
    italic=st.booleans(),
    language=st.sampled_from(["", "ja", "zh-Hans", "ko", "fr", "ar"]),
    direction=st.sampled_from(["auto", "ltr", "rtl"]),
)
BLANK = re.compile("[ \u2003\u200b\u3000]")


MARKS_OF_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Between two words they part what the glyphs alone cannot show to be parted."""


def visible(text: str) -> str:
    """Without characters that are invisible by nature: they may go where no glyph can carry them."""
    return re.sub("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]", "", text)


@settings(max_examples=300, deadline=None)
@given(texts, styles, rooms, st.booleans())
def test_no_character_is_lost_or_doubled_and_no_line_is_too_wide(
    text: str, style: Style, room: float, balance: bool
) -> None:
    lines = fonts.wrap(text, style, room, balance=balance)
    assert BLANK.sub("", "".join(line.text for line in lines)) == BLANK.sub("", text)
    for line in lines:
        assert line.width <= room + 1e-6 or len(list(grapheme_clusters(line.text.rstrip("\u00ad")))) == 1
        assert line.width == pytest.approx(sum(g.advance for run in line.runs for g in run.glyphs), abs=1e-6)
        assert not line.text.endswith((" ", "\u2003", "\u3000"))
        assert MARKS_OF_DIRECTION.search(text) or visible(fonts.logical(line)) == visible(line.text)


@settings(max_examples=200, deadline=None)
@given(texts, rooms, st.floats(0, 10))
def test_more_room_never_gives_more_lines(text: str, room: float, more: float) -> None:
    assert fonts.line_count(text, BODY, room + more) <= fonts.line_count(text, BODY, room)


@settings(max_examples=200, deadline=None)
@given(texts, rooms)
def test_balanced_lines_are_as_many_and_none_is_longer(text: str, room: float) -> None:
    plain, even = fonts.wrap(text, BODY, room), fonts.wrap(text, BODY, room, balance=True)
    assert len(even) == len(plain)
    assert max((line.width for line in even), default=0) <= max((line.width for line in plain), default=0) + 1e-6


@settings(max_examples=200, deadline=None)
@given(texts, styles)
def test_a_line_reads_as_it_was_written_and_stands_from_left_to_right(text: str, style: Style) -> None:
    line = fonts.shape(text, style)
    assert MARKS_OF_DIRECTION.search(text) or visible(fonts.logical(line)) == visible(line.text)
    assert line.width == pytest.approx(fonts.width(text, style), abs=1e-6)
    pen = 0.0
    for run in line.runs:
        assert run.glyphs
        assert run.rightward == (run.level % 2 == 0)
        for glyph in run.glyphs:
            pen += glyph.advance
    assert pen == pytest.approx(line.width, abs=1e-6)


@settings(max_examples=200, deadline=None)
@given(texts, styles)
def test_no_glyph_is_an_empty_box(text: str, style: Style) -> None:
    line = fonts.shape(text, style)
    assert all(glyph.id != 0 for run in line.runs for glyph in run.glyphs)
    shown = fonts.faces()["NotoSans-Regular"].font.get_nominal_glyph(0xFFFD)
    replaced = [g.text for run in fonts.shape(text, Style(9)).runs for g in run.glyphs if g.id == shown]
    if fonts.unknown_characters(text):
        assert set("".join(replaced)) >= fonts.unknown_characters(text)


def forget() -> None:
    for remembered in (
        *(ruler.shape, ruler.width, ruler.wrap, paragraph.paragraph, paragraph._plain_atoms),
        *(shaping.shape_piece, shaping.replacement, segmentation.breaks, segmentation._clusters),
        *(fallback._choice, fallback.has),
    ):
        remembered.cache_clear()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(texts, styles, rooms), min_size=2, max_size=4))
def test_what_is_remembered_is_what_would_be_worked_out_again(cases: list[tuple[str, Style, float]]) -> None:
    forget()
    together = [fonts.wrap(text, style, room, balance=True) for text, style, room in cases]
    alone: list[tuple[Line, ...]] = []
    for text, style, room in cases:
        forget()
        alone.append(fonts.wrap(text, style, room, balance=True))
    assert together == alone


@settings(max_examples=150, deadline=None)
@given(texts, rooms)
def test_lines_end_only_where_they_may_unless_a_word_is_too_long(text: str, room: float) -> None:
    ready = paragraph.paragraph(text.strip(" "), bold=False, italic=False, language="", direction="auto")
    if ready.widest * BODY.em > room:
        return
    allowed, place = {0}, 0
    for atom in ready.atoms:
        place += atom.length + atom.gap
        allowed.add(place - atom.gap)
    assert {line.end for line in breaking.break_lines(ready, room / BODY.em)} <= allowed


@settings(max_examples=300, deadline=None)
@given(texts, styles, rooms, st.booleans())
def test_ink_is_known_without_making_lines(text: str, style: Style, room: float, balance: bool) -> None:
    lines = fonts.wrap(text, style, room, balance=balance)
    assert fonts.ink(text, style, room) == fonts.ink_of(lines)
    assert fonts.line_count(text, style, room) == len(lines)


@settings(max_examples=200, deadline=None)
@given(texts, rooms)
def test_balanced_lines_settle_on_the_room_that_plain_halving_settles_on(text: str, room: float) -> None:
    ready = paragraph.paragraph(
        paragraph.clean(text).replace("\n", " "), bold=False, italic=False, language="", direction="auto"
    )
    ems = room / BODY.em
    count = breaking.count_lines(ready, ems)
    if not ready.even or not breaking.holds_words(ready, ems) or count < 2 or ready.widest > ems:
        return
    low = min(max(ready.rights[-1] / count, ready.widest), ems)
    high = ems
    if breaking.count_lines(ready, low) <= count:
        high = low
    for _ in range(breaking.BALANCE_STEPS):
        middle = (low + high) / 2
        if breaking.count_lines(ready, middle) <= count:
            high = middle
        else:
            low = middle
    assert breaking.balanced_lines(ready, ems) == breaking.break_lines(ready, high)
