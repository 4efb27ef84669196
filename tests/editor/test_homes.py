"""Where a finding is shown is answered alike by the edits, the keyboard's grid and the map itself."""

from __future__ import annotations

from itertools import product

import pytest

from journeyeditor.editor import Document, Editor
from journeyeditor.edits.describing import hide, set_personas
from journeyeditor.edits.findings import add_finding
from journeyeditor.edits.lanes import add_lane
from journeyeditor.edits.notes import add_note
from journeyeditor.edits.personas import add_persona
from journeyeditor.model.homes import HOMES, home_of, is_for, shown_people
from journeyeditor.model.records import Gain, Lane, Measure, Note, Opportunity, Pain, Persona
from tests.edits.samples import small

KINDS = (Pain, Gain, Opportunity, Measure, Note)
GIVEN = ("", "a", "b", "ab")


@pytest.mark.parametrize("kind", KINDS)
def test_the_home_of_a_finding_is_where_the_map_shows_it(kind: type[Pain]) -> None:
    editor = Editor(Document(small()))
    for name in "ab":
        editor.do(lambda journey, name=name: add_persona(journey, name=name))  # type: ignore[misc]
    people = {one.name: one.id for one in editor.journey.all(Persona)}
    step = editor.journey.touchpoints()[0].id
    found = {}
    for names in GIVEN:
        whose = [people[name] for name in names]
        change = editor.do(
            lambda journey, whose=whose: (  # type: ignore[misc]
                add_note(journey, step, personas=whose)
                if kind is Note
                else add_finding(journey, kind, step, personas=whose)
            )
        )
        assert change is not None
        found[names] = next(record for record in change.added() if isinstance(record, kind))
    for hidden, first, second in product(("", "a"), GIVEN, ("none", *GIVEN)):
        _arrange(editor, HOMES[kind], [first, second], people, hidden)
        shown = shown_people(editor.journey.head, editor.journey.personas())
        for names, finding in found.items():
            home = home_of(finding, editor.journey.all(Lane), shown) if is_for(finding.personas, shown) else None
            cell = editor.cursor.grid.cell_of(finding.id)
            assert (cell.row if cell else None) == (home.id if home else None), (hidden, first, second, names)
            assert bool(editor.board.boxes(finding.id)) == (home is not None), (hidden, first, second, names)


def _arrange(editor: Editor, kind: str, lanes: list[str], people: dict[str, str], hidden: str) -> None:
    """Two lanes of a kind for some personas (one where it says none), and who is hidden."""
    with editor.together(editor.history.last.label):  # type: ignore[union-attr]
        there = [lane for lane in editor.journey.all(Lane) if lane.kind == kind]
        for lane in there[2:]:
            editor.do(lambda journey, lane=lane: hide(journey, [lane.id], hidden=True))  # type: ignore[misc]
        while len(there) < 2:
            change = editor.do(lambda journey: add_lane(journey, kind))  # type: ignore[arg-type]
            there += change.added()  # type: ignore[union-attr, arg-type]
        for lane, names in zip(there, lanes, strict=False):
            whose = [people[name] for name in names if name in people and names != "none"]
            away = names == "none"
            editor.do(lambda journey, lane=lane, away=away: hide(journey, [lane.id], hidden=away))  # type: ignore[misc]
            editor.do(lambda journey, lane=lane, whose=whose: set_personas(journey, [lane.id], whose))  # type: ignore[misc]
        for name, key in people.items():
            editor.do(lambda journey, key=key, name=name: hide(journey, [key], hidden=name in hidden))  # type: ignore[misc]
