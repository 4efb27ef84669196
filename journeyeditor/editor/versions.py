"""Earlier versions of a document, in words, and brought back."""

from __future__ import annotations

from journeyeditor.editor.editor import Editor
from journeyeditor.editor.losing import kinds_listed
from journeyeditor.edits.bringing_back import bring_back, since
from journeyeditor.errors import message
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import AnyRecord
from journeyeditor.words import Words

MOST_KINDS = 6
"""More kinds than these on a line are "and more"."""
ADDED = message("Added since: {list}")
REMOVED = message("Removed since: {list}")
CHANGED = message("Changed since: {list}")


def told_difference(earlier: Journey, now: Journey, speech: Words) -> list[str]:
    """What was added, removed and changed from an earlier version to now, a line each; none where nothing was."""
    added: list[AnyRecord] = []
    removed: list[AnyRecord] = []
    changed: list[AnyRecord] = []
    for before, after in since(earlier, now).pairs.values():
        if after is None:
            removed += [before] if before is not None else []
        else:
            (added if before is None else changed).append(after)
    told = ((ADDED, added), (REMOVED, removed), (CHANGED, changed))
    other = speech.say("small things")
    return [
        speech.say(text, list=kinds_listed(some, speech, most=MOST_KINDS, frequent_first=False) or other)
        for text, some in told
        if some
    ]


def go_back(editor: Editor, earlier: Journey) -> bool:
    """Makes the map what it was, as one step that can be undone; False where that cannot be, which is told."""
    return editor.do(lambda journey: bring_back(journey, earlier)) is not None
