"""A journey becomes what it was, pictures and all, and undo takes that back."""

from __future__ import annotations

import pytest

from journeyeditor.edits.bringing_back import bring_back, since
from journeyeditor.edits.deleting import delete
from journeyeditor.edits.describing import describe, rename
from journeyeditor.edits.stages import add_stage
from journeyeditor.errors import BadInput
from journeyeditor.files import from_bytes, to_bytes
from journeyeditor.model.change import replaced
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Head, Stage
from tests.files.building import by_id, journey_of, picture, rich


def later(journey: Journey) -> Journey:
    """The same, after some work."""
    now = from_bytes(to_bytes(journey))
    now.apply(rename(now, "stage_a", "Another name"))
    now.apply(add_stage(now, title="New"))
    now.apply(describe(now, "touchpoint_a", image=None))
    now.apply(delete(now, ["persona_b", "pain_a"]))
    return now


def test_the_map_is_what_it_was_and_undo_takes_it_back() -> None:
    earlier = rich()
    now = later(earlier)
    before = by_id(now)
    change = bring_back(now, earlier)
    assert by_id(now) == before, "an edit must not write"
    now.apply(change)
    assert by_id(now) == by_id(earlier)
    now.apply(change.inverse())
    assert by_id(now) == before


def test_pictures_that_are_not_there_any_more_come_along() -> None:
    earlier = rich()
    name = earlier.images.add(picture("PNG", (9, 9)))
    earlier.apply(describe(earlier, "touchpoint_b", image=name))
    now = from_bytes(to_bytes(rich()))
    assert name not in now.images
    now.apply(bring_back(now, earlier))
    assert now.images.get(name) == earlier.images.get(name)
    assert by_id(from_bytes(to_bytes(now))) == by_id(earlier)


def test_nothing_has_changed_in_the_same_map() -> None:
    assert not since(rich(), rich())
    assert not bring_back(rich(), rich())


def test_another_journey_that_lay_in_the_file_can_be_brought_back_too() -> None:
    earlier = journey_of(
        Head(id="journey_other", title="Another map"), Stage(id="stage_x", order="a0", title="Its stage")
    )
    now = rich()
    now.apply(bring_back(now, earlier))
    assert now.head == replaced(earlier.head, id=rich().head.id)
    assert [one.title for one in now.stages()] == ["Its stage"]


def test_a_version_that_has_nothing_to_do_with_it_is_a_sentence() -> None:
    earlier = journey_of(Head(id="journey_other"), Stage(id="pain_a", order="a0"))
    with pytest.raises(BadInput, match="another map"):
        bring_back(rich(), earlier)
