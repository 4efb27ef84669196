"""Splitting and merging stages and replacing a channel, by key."""

import pytest

from journeyeditor.edits.touchpoints import add_touchpoint
from journeyeditor.model.records import Channel, Touchpoint
from tests.editor.keys import Keys
from tests.edits.samples import full


@pytest.fixture
def keys() -> Keys:
    return Keys(full())


def stages(keys: Keys) -> list[tuple[str, int]]:
    return [(one.title, len(keys.journey.touchpoints(one.id))) for one in keys.journey.stages()]


def long_stage(keys: Keys) -> list[Touchpoint]:
    stage = keys.journey.stages()[0].id
    while len(keys.journey.touchpoints(stage)) < 4:
        keys.editor.do(lambda journey: add_touchpoint(journey, stage, title="Step"))
    return list(keys.journey.touchpoints(stage))


def test_a_stage_is_split_at_a_touchpoint_and_named_in_one_step(keys: Keys) -> None:
    column = long_stage(keys)
    before, position = stages(keys), keys.editor.history.position
    keys.editor.cursor.show(column[2].id)
    keys.press("S")
    assert "The new stage has 2 touchpoints. Type its title." in keys.said
    keys.write("After that")
    keys.editor.typing.commit()  # type: ignore[union-attr]
    assert stages(keys)[:2] == [(before[0][0], 2), ("After that", 2)]
    assert keys.editor.history.position == position + 1
    keys.press("Ctrl+Z")
    assert stages(keys) == before


@pytest.mark.parametrize("typed", ["", "Half a ti"])
def test_escape_leaves_the_new_stage_without_a_title_and_undo_makes_one_of_both(keys: Keys, typed: str) -> None:
    column = long_stage(keys)
    before, position = stages(keys), keys.editor.history.position
    keys.editor.cursor.show(column[1].id)
    keys.press("S")
    keys.write(typed)
    if typed:
        keys.editor.typing.rest()  # type: ignore[union-attr]
        assert stages(keys)[1] == (typed, 3)
    keys.press("Esc")
    assert stages(keys)[:2] == [(before[0][0], 1), ("", 3)]
    assert keys.editor.history.position == position + 1
    keys.press("Ctrl+Z")
    assert stages(keys) == before
    assert keys.editor.history.position == position


def test_a_stage_is_not_split_at_its_first_touchpoint_and_that_is_said(keys: Keys) -> None:
    column = long_stage(keys)
    before = stages(keys)
    keys.editor.cursor.show(column[0].id)
    keys.press("S")
    assert stages(keys) == before
    assert keys.told == ["A stage is split at one of its touchpoints, but not at the first."]


def test_selected_stages_become_one(keys: Keys) -> None:
    first, second, *_ = keys.journey.stages()
    before, position = stages(keys), keys.editor.history.position
    keys.editor.select([second.id, first.id])
    keys.press("Shift+S")
    assert stages(keys)[0] == (f"{first.title} / {second.title}", before[0][1] + before[1][1])
    assert keys.editor.selection == (first.id,)
    assert any(one.startswith("2 stages merged: ") for one in keys.said)
    assert keys.editor.history.position == position + 1


def test_one_stage_is_not_merged_and_that_is_said(keys: Keys) -> None:
    keys.editor.select([keys.journey.stages()[0].id])
    before = stages(keys)
    keys.press("Shift+S")
    assert stages(keys) == before
    assert keys.told == ["Choose two or more stages to merge."]


def test_a_channel_is_replaced_wherever_it_is_used(keys: Keys) -> None:
    touchpoint = next(one for one in keys.journey.touchpoints() if one.channel)
    count = sum(one.channel == touchpoint.channel for one in keys.journey.touchpoints())
    keys.editor.select([touchpoint.id])
    keys.press("R")
    choices = [choice.key for choice in keys.asked[-1].choices]
    assert touchpoint.channel not in choices
    assert len(choices) == len(set(choices)) > 10
    position = keys.editor.history.position
    keys.answer("channel:post")
    assert not any(one.channel == touchpoint.channel for one in keys.journey.touchpoints())
    assert keys.journey.get(touchpoint.id).channel == "channel:post"  # type: ignore[union-attr]
    assert any(f"{count} touchpoint" in one for one in keys.said)
    assert keys.editor.history.position == position + 1
    if touchpoint.channel is not None and isinstance(keys.journey.get(touchpoint.channel), Channel):
        pytest.fail("a channel of the journey's own that nobody uses is left")


def test_without_a_channel_there_is_nothing_to_replace(keys: Keys) -> None:
    stage = keys.journey.stages()[0].id
    keys.editor.do(lambda journey: add_touchpoint(journey, stage, title="Bare"))
    bare = next(one for one in keys.journey.touchpoints() if one.title == "Bare")
    keys.editor.select([bare.id])
    keys.press("R")
    assert keys.asked == []
    assert len(keys.told) == 1
