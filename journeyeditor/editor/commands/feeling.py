"""Feelings by digits and by half steps."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from journeyeditor.editor.commands.marking import gauge
from journeyeditor.editor.commands.walking import extend_down, extend_up
from journeyeditor.editor.editor import Editor
from journeyeditor.editor.naming import selection_spoken, spoken
from journeyeditor.editor.pointed import chosen, felt_at, lane_under, tell, with_persona
from journeyeditor.edits.emotions import clear_emotion, set_emotion
from journeyeditor.errors import Message, message
from journeyeditor.model.records import HIGHEST_EMOTION, LOWEST_EMOTION, Emotion, Gain, Pain, emotion_id

NEUTRAL = 3
"""The digit of a neutral feeling."""


def digit(editor: Editor, number: int) -> object:
    """Severity or strength of what is selected; else a feeling: 1 to 5 for -2 to +2, 0 takes it away."""
    if chosen(editor, Pain, Gain):
        return gauge(editor, number)
    if number == 0:
        return _for_each(editor, message("Clear emotion"), lambda one, at: _clear(editor, one, at))
    value = float(number - NEUTRAL)
    return _for_each(editor, message("Set emotion"), lambda one, at: _set(editor, one, at, value))


def digit_0(editor: Editor) -> object:
    """Takes the feeling of the active persona away: a gap in the curve."""
    return digit(editor, 0)


def digit_1(editor: Editor) -> object:
    """The active persona feels -2; a pain of severity 1, a gain of strength 1."""
    return digit(editor, 1)


def digit_2(editor: Editor) -> object:
    """The active persona feels -1; a pain of severity 2, a gain of strength 2."""
    return digit(editor, 2)


def digit_3(editor: Editor) -> object:
    """The active persona feels 0; a pain of severity 3, a gain of strength 3."""
    return digit(editor, 3)


def digit_4(editor: Editor) -> object:
    """The active persona feels +1; a pain of severity 4."""
    return digit(editor, 4)


def digit_5(editor: Editor) -> object:
    """The active persona feels +2; a pain of severity 5."""
    return digit(editor, 5)


def half_step_up(editor: Editor) -> object:
    """The active persona feels half a step better; elsewhere selects up to the row above."""
    return _half_step(editor, 1) if felt_at(editor) else extend_up(editor)


def half_step_down(editor: Editor) -> object:
    """The active persona feels half a step worse; elsewhere selects down to the row below."""
    return _half_step(editor, -1) if felt_at(editor) else extend_down(editor)


def next_half(value: float, by: int) -> float:
    """The next half step above (`by` 1) or below (-1), never beyond the scale."""
    halves = math.floor(value * 2 + 1e-9) + 1 if by > 0 else math.ceil(value * 2 - 1e-9) - 1
    return max(LOWEST_EMOTION, min(HIGHEST_EMOTION, halves / 2))


def _half_step(editor: Editor, by: int) -> object:
    def move(persona: str, touchpoint: str) -> None:
        felt = editor.journey.get(emotion_id(persona, touchpoint))
        value = next_half(felt.value if isinstance(felt, Emotion) else 0.0, by)
        editor.do(lambda journey: set_emotion(journey, persona, touchpoint, value), f"half {persona} {touchpoint}")

    return _for_each(editor, message("Set emotion"), move)


def _set(editor: Editor, persona: str, touchpoint: str, value: float) -> None:
    editor.do(lambda journey: set_emotion(journey, persona, touchpoint, value))


def _clear(editor: Editor, persona: str, touchpoint: str) -> None:
    editor.do(lambda journey: clear_emotion(journey, persona, touchpoint))


def _for_each(editor: Editor, label: Message, act: Callable[[str, str], None]) -> object:
    """Does something to every feeling that is meant: an emotion's own persona's, else that of whoever is spoken of."""
    own = {(one.persona, one.touchpoint): None for one in chosen(editor, Emotion)}
    others = [key for key in felt_at(editor) if all(key != touchpoint for _, touchpoint in own)]

    def go_on(persona: str) -> object:
        places = [*own, *((persona, touchpoint) for touchpoint in others)]
        if len(places) == 1:
            act(*places[0])
        else:
            with editor.together(label):
                for place in places:
                    act(*place)
        return _say(editor, places)

    if not own and not others:
        return tell(editor, message("A feeling needs a touchpoint."), message("Go to a touchpoint first."))
    return with_persona(editor, go_on) if others else go_on("")


def _say(editor: Editor, places: Sequence[tuple[str, str]]) -> object:
    """Tells a listener what is felt at the first of the places now; an empty cell that was filled is selected."""
    emotion = editor.journey.get(emotion_id(*places[0]))
    cell, lane = editor.cursor.cell, lane_under(editor)
    in_curve = lane is not None and lane.kind == "emotions" and not editor.selection
    if isinstance(emotion, Emotion) and in_curve:
        return editor.cursor.show(emotion.id)
    if emotion is None and cell is not None and in_curve:
        return editor.cursor.go(cell)
    text = spoken(editor, emotion) if isinstance(emotion, Emotion) else selection_spoken(editor)
    editor.announce.tell(text)
    return text
