"""Nothing asks for a sheet that there is not: neither what is typed nor what is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from journeyeditor.assets import resource
from journeyeditor.editor import Document, Editor
from journeyeditor.editor.recording import document_of
from journeyeditor.editor.sheets import poster_wish
from journeyeditor.edits.head import set_poster
from journeyeditor.files import load, save
from journeyeditor.files.recovery import Facts, Recovered
from journeyeditor.layout.paper import find_paper


def document() -> Document:
    return Document(Document.open(resource("templates", "blank.en.journey")).journey, saved=True)


@pytest.mark.parametrize("wished", [{"margin": 500.0}, {"margin": 127.0}, {"paper": "A99"}, {"paper": "60x60mm"}])
def test_a_sheet_that_cannot_be_made_is_refused(wished: dict[str, Any]) -> None:
    editor = Editor(document())
    told = []
    editor.told.listen(told.append)
    before = editor.journey.head
    assert editor.do(poster_wish(**wished)) is None
    assert editor.journey.head == before
    assert told[0].advice is not None


def test_the_largest_margin_that_is_told_can_be_taken() -> None:
    editor = Editor(document())
    told = []
    editor.told.listen(told.append)
    editor.do(poster_wish(margin=500.0))
    assert [one.problem.english() for one in told] == ["A margin of 500 mm leaves no room on A3."]
    assert [one.advice.english() for one in told if one.advice] == ["It may be 126 mm at most."]
    assert editor.do(poster_wish(margin=126.0)) is not None
    assert len(told) == 1


def test_a_smaller_paper_that_has_no_room_for_the_margin_is_refused() -> None:
    editor = Editor(document())
    editor.do(poster_wish(margin=100.0))
    assert editor.do(poster_wish(paper="A5")) is None
    assert editor.do(poster_wish(theme="ink")) is not None


@pytest.mark.parametrize(
    ("wished", "said"),
    [
        ({"margin": 500.0}, "A margin of 500 mm leaves no room on A3. It has the standard margin instead."),
        ({"paper": "Wallpaper"}, "There is no paper “Wallpaper”. It has A3 instead."),
    ],
)
def test_a_file_that_asks_for_one_opens_with_a_notice_and_is_the_poster(
    tmp_path: Path, wished: dict[str, Any], said: str
) -> None:
    journey = document().journey
    journey.apply(set_poster(journey, **wished))
    save(journey, tmp_path / "odd.journey")
    opened = Document.open(tmp_path / "odd.journey")
    assert [note.english() for note in opened.notes] == [said]
    assert opened.is_saved
    editor = Editor(opened)
    poster = editor.journey.head.poster
    assert editor.paper() == find_paper(poster.paper, poster.orientation, poster.margin)


def test_kept_work_and_an_earlier_version_that_ask_for_one_open_with_a_notice_too(tmp_path: Path) -> None:
    journey = document().journey
    journey.apply(set_poster(journey, margin=500.0))
    save(journey, tmp_path / "odd.journey")
    copy = document().copy(load(tmp_path / "odd.journey"))
    kept = document_of(Recovered(journey, Facts()))
    for opened in (copy, kept):
        assert opened.journey.head.poster.margin is None
        assert len(opened.notes) == 1


def test_a_paper_that_is_chosen_when_it_is_printed_stays(tmp_path: Path) -> None:
    journey = document().journey
    journey.apply(set_poster(journey, paper="auto"))
    save(journey, tmp_path / "auto.journey")
    opened = Document.open(tmp_path / "auto.journey")
    assert (opened.notes, opened.journey.head.poster.paper) == ((), "auto")
