"""What cannot stand in a field is refused at the field, with a sentence, and the map stays as it was."""

import pytest

from journeyeditor.edits.describing import describe
from journeyeditor.model.records import Flow, Head, Measure, Pain, Stage
from journeyeditor.qt.inspector.fields import PAGES, rows_of
from journeyeditor.qt.inspector.reading import value_of
from tests.qt.inspector import giving

NONSENSE = {
    (Head, "poster.margin"): {"500": "It may be 126 mm at most.", "2000": "between 0 and 1,000", "-1": "between 0"},
    (Stage, "room"): {"0": "between 1 and 100", "101": "between 1 and 100"},
    (Pain, "votes"): {"1.5": "a whole number", "-3": "between 0", "5e12": "between 0"},
    (Flow, "share"): {"101": "between 0 and 100", "-1": "between 0 and 100"},
    (Measure, "minimum"): {"1e20": "between", "1000000": "The maximum must be above the minimum."},
    (Measure, "maximum"): {"-1000000": "The maximum must be above the minimum."},
    (Measure, "target"): {"1e300": "between"},
}
EVERY = [(kind, name, text, said) for (kind, name), texts in NONSENSE.items() for text, said in texts.items()]


@pytest.mark.parametrize(("kind", "name", "text", "said"), EVERY)
def test_nonsense_is_answered_at_the_field(shared, kind, name, text, said):
    desk = shared.desk
    if kind is Measure:
        measure = desk.journey.all(Measure)[0].id
        desk.editor.do(lambda journey: describe(journey, measure, minimum=0, maximum=10))
    record = desk.journey.head if kind is Head else desk.journey.all(kind)[0]
    desk.editor.select([] if kind is Head else [record.id])
    told = []
    end = desk.editor.told.listen(told.append)
    editor = shared.page.editor_of(name)
    giving.type_into(editor.input, text)
    end()
    assert desk.journey.get(record.id) == record
    assert told == []
    assert said in editor._problem.text()
    assert editor._problem.isVisibleTo(shared)
    editor.input.clear()
    giving.type_into(editor.input, editor.written(value_of(desk.journey, record, name)))
    assert not editor._problem.isVisibleTo(shared)
    assert desk.journey.get(record.id) == record


def test_no_number_is_forgotten():
    votes = {(kind, "votes") for kind in PAGES}
    numbers = {(kind, field.name) for kind in PAGES for field in rows_of(kind) if field.shape == "number"} - votes
    assert numbers <= set(NONSENSE)


def test_a_paper_too_small_for_the_margin_is_refused_at_the_field(inspector, desk):
    desk.editor.select([])
    giving.type_into(inspector.page.editor_of("poster.margin").input, "100")
    assert desk.journey.head.poster.margin == 100
    paper = inspector.page.editor_of("poster.paper")
    before = desk.journey.head.poster.paper
    paper.input.pick("A5")
    assert desk.journey.head.poster.paper == before
    assert "A margin of 100 mm leaves no room on A5. It may be" in paper._problem.text()
    assert paper.input.currentText() == before


def test_a_closer_map_that_is_not_there_is_said_at_its_field(inspector, desk, tmp_path):
    desk.editor.document.path = tmp_path / "mine.journey"
    desk.editor.select([desk.journey.touchpoints()[0].id])
    closer = inspector.page.editor_of("journey")
    giving.type_into(closer.path, "closer.journey")
    assert closer._problem.text() == "There is no such file beside this map."
    assert closer._problem.isVisibleTo(inspector)
    (tmp_path / "other.journey").write_bytes(b"")
    giving.type_into(closer.path, "other.journey")
    assert not closer._problem.isVisibleTo(inspector)
