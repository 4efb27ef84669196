"""Every field of every kind of record can be edited in the inspector, and undone."""

import msgspec
import pytest

from journeyeditor.model.records import SECTIONS, Answers, Head, Lane, Measure, Poster, Touchpoint
from journeyeditor.qt.inspector.fields import LEFT_OUT, PAGES, rows_of
from journeyeditor.qt.inspector.reading import value_of
from tests.qt.inspector import giving

KINDS = [Head, *(kind for kind in SECTIONS.values() if kind is not Answers)]
EVERY = [(kind, field) for kind in KINDS for field in rows_of(kind)]


@pytest.mark.parametrize("kind", KINDS)
def test_no_field_of_the_model_is_forgotten(kind):
    shown = {PAGES[kind].title} | {field.name for field in rows_of(kind)}
    for field in msgspec.structs.fields(kind):
        if (None, field.name) in LEFT_OUT or (kind, field.name) in LEFT_OUT:
            continue
        parts = {name for name in shown if name.startswith(f"{field.name}.")}
        assert field.name in shown or parts, f"{kind.__name__}.{field.name}"


def test_every_part_of_the_poster_is_there():
    shown = {field.name for field in rows_of(Head)}
    wanted = {f"poster.{field.name}" for field in msgspec.structs.fields(Poster)} - {"poster.extra"}
    assert wanted <= shown


def subject(journey, kind, field):
    """A record whose field can be given another value."""
    if kind is Head:
        return journey.head
    records = journey.all(kind)
    if kind is Lane:
        return next(one for one in records if one.title == "Behind")
    if field.name in ("personas", "pains", "opportunities"):
        everybody = len(journey.personas())
        return next(one for one in records if len(value_of(journey, one, field.name)) < everybody)
    if field.name in ("minimum", "maximum"):
        return next(one for one in journey.all(Measure))
    return next((one for one in records if getattr(one, "first", None) is not None), records[0])


@pytest.mark.parametrize(("kind", "field"), EVERY, ids=[f"{kind.__name__}.{field.name}" for kind, field in EVERY])
def test_it_can_be_edited_and_undone(shared, kind, field, monkeypatch):
    inspector, desk = shared, shared.desk
    journey = desk.journey
    record = subject(journey, kind, field)
    desk.editor.select([] if kind is Head else [record.id])
    before = value_of(journey, record, field.name)
    told = []
    end = desk.editor.told.listen(told.append)
    wanted = giving.GIVE[field.shape](inspector.page.editor_of(field.name), before, monkeypatch)
    after = value_of(journey, journey.get(record.id), field.name)
    end()
    brought = ["Lane “Images” added"] if field.name == "image" else []
    assert [one.problem.english() for one in told] == brought
    assert wanted(after) if callable(wanted) else after == wanted
    while desk.editor.history.undo_name is not None:
        desk.editor.undo()
    assert value_of(journey, journey.get(record.id), field.name) == before
    assert journey.get(record.id) == record


TITLED = [kind for kind in KINDS if PAGES[kind].title]


@pytest.mark.parametrize("kind", TITLED)
def test_its_title_is_typed_in_large_and_undone(shared, kind):
    inspector, desk = shared, shared.desk
    record = desk.journey.head if kind is Head else desk.journey.all(kind)[0]
    desk.editor.select([] if kind is Head else [record.id])
    giving.type_into(inspector.page.title, "Another name")
    assert getattr(desk.journey.get(record.id), PAGES[kind].title) == "Another name"
    desk.editor.undo()
    assert desk.journey.get(record.id) == record
    assert inspector.page.title.toPlainText() == (getattr(record, PAGES[kind].title) or "")


def test_a_built_in_channel_is_edited_too(inspector, desk):
    touchpoint = next(one for one in desk.journey.all(Touchpoint) if one.channel == "channel:phone")
    desk.editor.select([touchpoint.id])
    inspector.inspect(["channel:phone"])
    giving.type_into(inspector.page.title, "Hotline")
    assert desk.journey.channel("channel:phone").title == "Hotline"
    inspector.go_back()
    assert inspector.keys == (touchpoint.id,)
    assert inspector.page.editor_of("channel").input.currentText() == "Hotline"
