"""Splitting a stage, merging stages, and putting another channel wherever one is used."""

from __future__ import annotations

from journeyeditor.editor.asking import Ask, Choice
from journeyeditor.editor.editor import Editor
from journeyeditor.editor.naming import spoken_title
from journeyeditor.editor.pointed import chosen, open_new, step_under, tell
from journeyeditor.edits.channels import replace_channel
from journeyeditor.edits.stages import merge_stages
from journeyeditor.edits.stages import split_stage as split
from journeyeditor.errors import counted, message
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.naming import channel_name
from journeyeditor.model.records import Channel, Stage, Touchpoint


def split_stage(editor: Editor) -> object:
    """Lets a new stage begin at the touchpoint that is selected, its title open to type."""
    touchpoint = _touchpoint(editor)
    column = [one.id for one in editor.journey.touchpoints(touchpoint.stage)] if touchpoint is not None else []
    if touchpoint is None or column[0] == touchpoint.id:
        return tell(
            editor,
            message("A stage is split at one of its touchpoints, but not at the first."),
            message("Select the touchpoint that the new stage shall begin with."),
        )
    coming = len(column) - column.index(touchpoint.id)
    change = editor.do(lambda journey: split(journey, touchpoint.id))
    key = open_new(editor, change, Stage)
    if key is not None:
        what = counted(
            "The new stage has {n} touchpoint. Type its title.",
            "The new stage has {n} touchpoints. Type its title.",
            coming,
        )
        editor.announce.tell(editor.speech.say(what))
    return key


def merge_selected(editor: Editor) -> object:
    """Makes one stage of those that are selected, or that what is selected stands in."""
    keys = _stages(editor)
    if len(keys) < 2:
        return tell(
            editor,
            message("Choose two or more stages to merge."),
            message("Shift with a click or with the arrow keys selects several."),
        )
    change = editor.do(lambda journey: merge_stages(journey, keys))
    if change is None:
        return None
    left = next(key for key in keys if key in editor.journey)
    editor.cursor.show(left)
    said = counted(
        "{n} stage merged: {title}", "{n} stages merged: {title}", len(keys), title=spoken_title(editor, left)
    )
    editor.announce.tell(editor.speech.say(said))
    return change


def replace_everywhere(editor: Editor) -> object:
    """Asks which channel shall be used wherever that of the touchpoint selected is now."""
    touchpoint = _touchpoint(editor)
    channel = editor.journey.channel(touchpoint.channel) if touchpoint is not None else None
    if channel is None:
        what = message("This touchpoint has no channel.") if touchpoint else message("Which channel?")
        return tell(editor, what, message("Select a touchpoint whose channel shall be another one everywhere."))
    known = {**BUILT_IN_CHANNELS, **{one.id: one for one in editor.journey.all(Channel)}}
    others = [one for key in known if key != channel.id and (one := editor.journey.channel(key)) is not None]
    used = {one.channel for one in editor.journey.touchpoints()}
    others.sort(key=lambda one: one.id not in used)  # what is on the map is the likeliest answer
    choices = tuple(Choice(one.id, channel_name(one, editor.speech)) for one in others)
    name = channel_name(channel, editor.speech)
    question = message("Instead of “{channel}”, everywhere:", channel=name)
    ask = Ask(question, choices, lambda key: _replace(editor, channel.id, key))
    editor.asked.tell(ask)
    return ask


def _replace(editor: Editor, channel: str, by: str) -> object:
    count = sum(one.channel == channel for one in editor.journey.touchpoints())
    change = editor.do(lambda journey: replace_channel(journey, channel, by))
    now = editor.journey.channel(by)
    if change and now is not None:
        said = counted(
            "{n} touchpoint now has the channel “{channel}”",
            "{n} touchpoints now have the channel “{channel}”",
            count,
            channel=channel_name(now, editor.speech),
        )
        editor.announce.tell(editor.speech.say(said))
    return change


def _touchpoint(editor: Editor) -> Touchpoint | None:
    """The touchpoint that was selected last, else the one of the cell under the cursor."""
    some = chosen(editor, Touchpoint)
    record = some[-1] if some else editor.journey.get(step_under(editor) or "")
    return record if isinstance(record, Touchpoint) else None


def _stages(editor: Editor) -> list[str]:
    """Ids of the stages selected, or else of those that the selected touchpoints stand in, in reading order."""
    named = {one.id for one in chosen(editor, Stage)} | {one.stage for one in chosen(editor, Touchpoint)}
    return [stage.id for stage in editor.journey.stages() if stage.id in named]
