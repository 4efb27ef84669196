"""The texts of a list are set one by one."""

from __future__ import annotations

import pytest

from journeyeditor.edits.describing import describe
from journeyeditor.edits.listed import set_listed
from journeyeditor.errors import BadInput
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Persona
from tests.edits.doing import done, need
from tests.edits.samples import full


@pytest.fixture
def journey() -> Journey:
    made = full()
    done(made, describe(made, "p0", goals=("One", "Two")))
    return made


@pytest.mark.parametrize(
    ("field", "text", "goals"),
    [
        ("goals.0", "First", ("First", "Two")),
        ("goals.2", "Three", ("One", "Two", "Three")),
        ("goals.9", "Three", ("One", "Two", "Three")),
        ("goals.0", " ", ("Two",)),
        ("goals.2", "", ("One", "Two")),
    ],
)
def test_one_text_is_another_comes_or_goes(journey: Journey, field: str, text: str, goals: tuple[str, ...]) -> None:
    done(journey, set_listed(journey, "p0", field, text))
    assert need(journey, "p0", Persona).goals == goals


def test_a_gap_is_kept_while_somebody_types_there(journey: Journey) -> None:
    done(journey, set_listed(journey, "p0", "goals.0", "", keeps_gap=True))
    assert need(journey, "p0", Persona).goals == ("", "Two")
    assert not set_listed(journey, "p0", "goals.2", "", keeps_gap=True)


@pytest.mark.parametrize("field", ["name", "name.0", "goals", "goals.x", "goals.-1", "nothing.0"])
def test_what_is_no_list_is_refused(journey: Journey, field: str) -> None:
    with pytest.raises(BadInput):
        set_listed(journey, "p0", field, "x")
