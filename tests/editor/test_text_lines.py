"""What is typed breaks where the poster breaks it."""

from pathlib import Path

import pytest

from journeyeditor.drawing import Words
from journeyeditor.editor import Document, Editor
from journeyeditor.editor.text_lines import TextPlace, find_text, typed_lines, wrapped
from journeyeditor.editor.text_place import text_place
from journeyeditor.editor.texting import DAYS, fields_of, text_of
from journeyeditor.fonts import Style, shape, wrap
from journeyeditor.geometry import Box
from tests.tools.fake_desk import template

STYLE = Style(10)
TEMPLATES = sorted(one.stem for one in (Path(__file__).parents[2] / "resources" / "templates").glob("*.journey"))
SCRIPTS = [
    "مرحبا بالعالم",
    "שלום olam",
    "日本語のテキスト",
    "a\u00adb e\u0301 👩\u200d👧",
    "\u2066x\u2069",
]


def place_for(text: str, room: float, before: str = "", after: str = "") -> TextPlace:
    lines = wrap(before + text + after, STYLE, room, balance=True)
    words = tuple(Words(10, 20 + 5 * number, line, "#000000") for number, line in enumerate(lines))
    return TextPlace(Box(10, 15, room, 10), 20, STYLE, lines=words, text=text, before=before, after=after)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_text_of_every_template_is_opened_on_the_very_lines_of_the_poster(name: str) -> None:
    editor = Editor(Document(template(name)))
    count = 0
    for record in editor.journey:
        for field in fields_of(record):
            text = text_of(record, field)
            place = text_place(editor.journey, editor.board, editor.live.body_type, record.id, field)
            if place is None or not place.lines or field in DAYS:
                continue
            count += 1
            printed = [line.line.text for line in place.lines]
            lines = [line for block in typed_lines(place, text) for line in block]
            assert [line.words for line in lines] == list(place.lines)
            assert "".join(text[line.start : line.end] for line in lines) == text
            if field != "share":  # its space is the poster's own
                assert [line.line.text for line in wrapped(place, text)] == printed
    assert count > 5
    editor.close()


def test_the_marks_around_a_quote_are_no_part_of_what_is_typed() -> None:
    place = place_for("I walked to the window and cried", 30, "“", "”")
    first, *_, last = typed_lines(place, "I walked to the window and cried")[0]
    assert first.x == pytest.approx(10 + shape("“", STYLE).width)
    assert last.words is not None
    assert last.x + last.width == pytest.approx(10 + last.words.line.width - shape("”", STYLE).width)


def test_what_the_poster_has_not_followed_yet_is_broken_as_it_will_break_it() -> None:
    place = place_for("Compare the prices of two shops", 30)
    text = "Compare the prices of two shops and ask a friend"
    lines = [line.words.line.text for line in typed_lines(place, text)[0] if line.words is not None]
    assert lines == [line.text for line in wrap(text, STYLE, 30, balance=True)]


@pytest.mark.parametrize("place", [0, 3, 11, 20, 31])
def test_a_letter_goes_on_the_line_where_it_is_typed_until_the_poster_has_followed(place: int) -> None:
    text = "Compare the prices of two shops"
    stands = place_for(text, 40)
    printed = [line.line.text for line in stands.lines]
    typed = text[:place] + "x" + text[place:]
    lines = [line.words.line.text for line in typed_lines(stands, typed)[0] if line.words is not None]
    assert len(lines) == len(printed)
    assert sum(one != other for one, other in zip(lines, printed, strict=True)) == 1
    shorter = [line.words.line.text for line in typed_lines(stands, text[:-1])[0] if line.words is not None]
    assert shorter == [*printed[:-1], printed[-1][:-1]]


def test_empty_paragraphs_and_spaces_at_the_end_have_a_line_for_the_caret() -> None:
    place = place_for("One two", 100)
    blocks = typed_lines(place, "One two \n\n")
    assert [len(block) for block in blocks] == [1, 1, 1]
    assert blocks[0][0].end == len("One two ")
    assert blocks[2][0].y == pytest.approx(blocks[0][0].y + 2 * place.step)
    assert [line.words for line in typed_lines(place, "")[0]] == [None]


@pytest.mark.parametrize(
    "text", ["مرحبا بالعالم", "שלום olam", "日本語のテキスト", "a\u00adb e\u0301 👩\u200d👧", "\u2066x\u2069"]
)
def test_every_character_of_any_script_has_its_line(text: str) -> None:
    place = place_for(text, 12)
    lines = [line for block in typed_lines(place, text) for line in block]
    assert "".join(text[line.start : line.end] for line in lines) == text


def test_a_short_name_is_found_where_it_stands_whole() -> None:
    lines = [shape(text, STYLE) for text in ("N", "A Note on N", "Thomas · N", "N")]
    found = find_text(lines, "N")
    assert found is not None
    assert (found.first, found.last, found.before, found.after) == (3, 4, "", "")
    assert find_text(lines, "ote") is None
    assert find_text(lines, " \n") is None


def test_a_text_that_is_cut_short_is_found_by_its_beginning() -> None:
    found = find_text([shape("Ask ten", STYLE), shape("patients…", STYLE)], "Ask ten patients to keep a diary")
    assert found is not None
    assert (found.first, found.last) == (0, 2)
