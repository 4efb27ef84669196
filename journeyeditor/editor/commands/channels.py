"""Over which channel the touchpoints that are selected run."""

from __future__ import annotations

from journeyeditor.editor.editor import Editor
from journeyeditor.editor.pointed import chosen
from journeyeditor.edits.channels import add_channel
from journeyeditor.edits.describing import describe_all
from journeyeditor.errors import message
from journeyeditor.model.change import Change
from journeyeditor.model.records import Channel, Lane, Touchpoint

ADDED = message("Add channel")


def used_channels(editor: Editor) -> list[str]:
    """Ids of the channels that a journey's lanes and touchpoints name, and of those that it has of its own."""
    journey = editor.journey
    named = [
        *(key for lane in journey.all(Lane) for key in lane.channels),
        *(touchpoint.channel for touchpoint in journey.touchpoints() if touchpoint.channel),
        *(channel.id for channel in journey.all(Channel)),
    ]
    return [key for key in dict.fromkeys(named) if journey.channel(key) is not None]


def give_channel(editor: Editor, key: str | None) -> Change | None:
    """The touchpoints selected are contacts over this channel, or over none."""
    keys = [touchpoint.id for touchpoint in chosen(editor, Touchpoint)]
    return editor.do(lambda journey: describe_all(journey, keys, channel=key))


def give_new_channel(editor: Editor, title: str, icon: str = "") -> None:
    """A channel of the journey's own for the touchpoints selected; one step of the history."""
    with editor.together(ADDED):
        key = new_channel(editor, title, icon)
        if key is not None:
            give_channel(editor, key)


def new_channel(editor: Editor, title: str, icon: str = "") -> str | None:
    """A channel of the journey's own, with the standard icon if none is said; its id, or None if it cannot be."""
    fields = {"icon": icon} if icon else {}
    change = editor.do(lambda journey: add_channel(journey, title, **fields))
    return change.added()[0].id if change is not None else None
