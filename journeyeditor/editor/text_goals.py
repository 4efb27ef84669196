"""The goals on a persona's card: each stands behind a tick, at the end of the card.

They are counted and not looked for, for a goal may say what the role or another goal says.
"""

from __future__ import annotations

from itertools import groupby

from msgspec.structs import replace

from journeyeditor.drawing import Group, Words
from journeyeditor.editor.text_lines import squeezed
from journeyeditor.model.records import AnyRecord, Persona

GOALS = "goals."
"""What the fields begin with."""


def goals_on(group: Group, record: AnyRecord) -> dict[str, Group]:
    """The part of a persona's card that says each goal, by its field; nothing for a card that shows none."""
    if not isinstance(record, Persona) or group.role != "persona":
        return {}
    told = [(f"{GOALS}{number}", squeezed(text)) for number, text in enumerate(record.goals) if squeezed(text)]
    runs = [tuple(run) for is_text, run in groupby(group.shapes, lambda shape: isinstance(shape, Words)) if is_text]
    last = runs[len(runs) - len(told) :] if len(runs) > len(told) else []
    said = [squeezed("".join(one.line.text for one in run if isinstance(one, Words))) for run in last]
    if said != [text for _, text in told]:
        return {}
    return {field: replace(group, shapes=run) for (field, _), run in zip(told, last, strict=True)}


def beside_goals(group: Group, record: AnyRecord) -> Group:
    """A persona's card without its goals; any other group as it is."""
    goals = {id(shape) for part in goals_on(group, record).values() for shape in part.shapes}
    return replace(group, shapes=tuple(shape for shape in group.shapes if id(shape) not in goals)) if goals else group
