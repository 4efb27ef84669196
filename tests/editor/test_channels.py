"""The channel of what is selected, given and made."""

from __future__ import annotations

from journeyeditor.editor import Document, Editor
from journeyeditor.editor.commands.channels import give_channel, give_new_channel, used_channels
from journeyeditor.model.records import Channel, Touchpoint
from tests.edits.samples import small


def test_a_channel_is_given_to_all_touchpoints_selected_and_taken_from_them() -> None:
    editor = Editor(Document(small()))
    keys = [one.id for one in editor.journey.touchpoints()[:2]]
    editor.select([*keys, editor.journey.stages()[0].id])
    give_channel(editor, "channel:phone")
    assert "channel:phone" in used_channels(editor)
    for channel in ("channel:phone", None):
        give_channel(editor, channel)
        assert {one.channel for one in editor.journey.all(Touchpoint) if one.id in keys} == {channel}


def test_a_new_one_is_made_and_given_in_one_step_and_offered_from_then_on() -> None:
    editor = Editor(Document(small()))
    touchpoint = editor.journey.touchpoints()[0]
    editor.select([touchpoint.id])
    steps = editor.history.position
    give_new_channel(editor, "Fair & show")
    (made,) = [one for one in editor.journey.all(Channel) if one.title == "Fair & show"]
    given = editor.journey.get(touchpoint.id)
    assert isinstance(given, Touchpoint)
    assert given.channel == made.id
    assert made.id in used_channels(editor)
    assert editor.history.position == steps + 1
    editor.undo()
    assert editor.journey.get(touchpoint.id) == touchpoint
    assert made.id not in editor.journey
