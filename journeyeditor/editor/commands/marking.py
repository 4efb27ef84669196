"""Marks on what is selected: severity, strength, votes, moment of truth, evidence."""

from __future__ import annotations

from collections.abc import Sequence

from journeyeditor.editor.editor import Editor
from journeyeditor.editor.naming import selection_spoken
from journeyeditor.editor.pointed import chosen, tell
from journeyeditor.edits.describing import describe_all
from journeyeditor.edits.findings import vote
from journeyeditor.edits.labels import EDIT
from journeyeditor.errors import message
from journeyeditor.model.records import Evidence, Gain, Opportunity, Pain, Stage, Touchpoint

MOST_STRENGTH = 3
NEXT_EVIDENCE: dict[Evidence | None, Evidence | None] = {
    None: "assumption",
    "assumption": "research",
    "research": None,
}


def gauge(editor: Editor, number: int) -> object:
    """Severity of the pains that are selected, 1 to 5, or strength of the gains, 1 to 3."""
    pains = [one.id for one in chosen(editor, Pain)]
    gains = [one.id for one in chosen(editor, Gain)] if number <= MOST_STRENGTH else []
    if number < 1 or not (pains or gains):
        return None
    with editor.together(EDIT[Pain] if pains else EDIT[Gain]):
        if pains:
            editor.do(lambda journey: describe_all(journey, pains, severity=number))
        if gains:
            editor.do(lambda journey: describe_all(journey, gains, strength=number))
    return _say(editor)


def vote_up(editor: Editor) -> object:
    """A vote more for what is selected."""
    return _vote(editor, 1)


def vote_down(editor: Editor) -> object:
    """A vote less for what is selected."""
    return _vote(editor, -1)


def moment_of_truth(editor: Editor) -> object:
    """Says that the touchpoints selected are moments of truth, or that they are not if all of them are."""
    return _mark(editor, chosen(editor, Touchpoint), "moment_of_truth")


def loyalty_critical(editor: Editor) -> object:
    """Says that the stages selected are loyalty-critical, or that they are not if all of them are."""
    return _mark(editor, chosen(editor, Stage), "loyalty_critical")


def blind_spot(editor: Editor) -> object:
    """Says that the stages selected are blind spots, or that they are not if all of them are."""
    return _mark(editor, chosen(editor, Stage), "blind_spot")


def evidence(editor: Editor) -> object:
    """Nothing said, assumption, research: the next of them for what is selected."""
    some = chosen(editor, Touchpoint, Pain, Gain)
    if not some:
        return None
    following = NEXT_EVIDENCE[getattr(some[-1], "evidence", None)]
    keys = [one.id for one in some]
    editor.do(lambda journey: describe_all(journey, keys, evidence=following))
    return _say(editor)


def _mark(editor: Editor, records: Sequence[Stage | Touchpoint], field: str) -> object:
    """A mark that a record has where its field holds a reason, be it an empty one."""
    if not records:
        return None
    without = [one.id for one in records if getattr(one, field) is None]
    keys = without or [one.id for one in records]
    editor.do(lambda journey: describe_all(journey, keys, **{field: "" if without else None}))
    return _say(editor)


def _vote(editor: Editor, by: int) -> object:
    keys = [one.id for one in chosen(editor, Pain, Gain, Opportunity)]
    if not keys:
        what = message("Pain points, gains and opportunities have votes.")
        return tell(editor, what, message("Go to one of them first."))
    editor.do(lambda journey: vote(journey, keys, by), f"vote {' '.join(keys)} {by > 0}")
    return _say(editor)


def _say(editor: Editor) -> str:
    """Tells a listener what is selected, as it is now."""
    text = selection_spoken(editor)
    editor.announce.tell(text)
    return text
