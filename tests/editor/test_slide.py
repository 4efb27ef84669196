"""A stage for a slide: its column and the names of the lanes, and no word of another stage."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from journeyeditor.drawing import Inset
from journeyeditor.editor.document import Document
from journeyeditor.editor.editor import Editor
from journeyeditor.editor.slide import EDGE, stage_slide
from journeyeditor.publish.exporting import painted
from journeyeditor.publish.options import Options
from tests.tools.fake_desk import template


@pytest.fixture
def editor() -> Editor:
    return Editor(Document(template("classic-5.en")))


def test_it_is_as_wide_as_lane_names_and_column(editor: Editor) -> None:
    stage = editor.journey.stages()[2]
    slide = stage_slide(editor.board, stage.id)
    found = editor.board.stage(stage.id)
    assert slide is not None
    assert found is not None
    band, place = found
    names = band.labels[1] - band.labels[0]
    assert slide.width == pytest.approx(names + place.right - place.left + 2 * EDGE)
    assert slide.height == pytest.approx(band.bottom - band.header[0] + 2 * EDGE)


def test_what_is_seen_is_of_this_stage_alone(editor: Editor) -> None:
    stages = editor.journey.stages()
    found = editor.board.stage(stages[2].id)
    slide = stage_slide(editor.board, stages[2].id)
    assert slide is not None
    assert found is not None
    band, place = found
    names, column = (inset for group in slide.groups for inset in group.shapes)
    assert isinstance(names, Inset)
    assert isinstance(column, Inset)
    assert names.box.right == pytest.approx(column.box.x), "side by side"
    assert (names.box.x - names.x, names.box.right - names.x) == pytest.approx(band.labels)
    assert (column.box.x - column.x, column.box.right - column.x) == pytest.approx((place.left, place.right))
    assert column.box.y - column.y == pytest.approx(band.header[0])


def test_it_is_painted_with_its_words(editor: Editor) -> None:
    stage = editor.journey.stages()[2]
    slide = stage_slide(editor.board, stage.id)
    assert slide is not None
    page = pypdfium2.PdfDocument(io.BytesIO(next(painted(editor.journey, (slide,), "pdf", Options()))))[0]
    text = page.get_textpage().get_text_bounded()
    assert stage.title in text
    assert all(one.title.split()[0] in text for one in editor.journey.touchpoints(stage.id))
    assert "Stages" in text, "the names of the lanes stand beside it"


def test_a_stage_that_is_nowhere(editor: Editor) -> None:
    assert stage_slide(editor.board, "nothing") is None
