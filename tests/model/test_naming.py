"""What a record without a name of its own is called, everywhere the same."""

import re
from pathlib import Path

import pytest

import journeyeditor
from journeyeditor.exchange.table.channels import title_of
from journeyeditor.model.naming import channel_name, lane_name, persona_name
from journeyeditor.model.records import Channel, Lane, Persona
from journeyeditor.words import speak


@pytest.mark.parametrize("blank", ["", "  ", "\n", None])
def test_blanks_are_no_name(blank: str | None) -> None:
    french = speak("fr")
    assert persona_name(Persona(id="p", order="a0", name=blank or ""), french) == "Persona"
    assert channel_name(Channel(id="c", title=blank, icon="phone"), french) == french.term("channel", "phone")
    assert lane_name(Lane(id="l", order="a0", kind="pains", title=blank), french) == french.term("lane", "pains")
    assert title_of(Channel(id="c", title=blank, icon="phone"), french) == french.term("channel", "phone")


def test_a_name_of_ones_own_is_kept() -> None:
    english = speak("en")
    assert persona_name(Persona(id="p", order="a0", name=" Zoë B. "), english) == "Zoë B."
    assert channel_name(Channel(id="c", title="Fax", icon="phone"), english) == "Fax"
    assert lane_name(Lane(id="l", order="a0", kind="pains", title="What hurts"), english) == "What hurts"


def test_nobody_finds_a_name_in_a_way_of_their_own() -> None:
    package = Path(journeyeditor.__file__).parent
    own = re.compile(r'(title|name)\b[^\n]* or [^\n]*(term\("(lane|channel)"|say\((message\()?"Persona"\))')
    found = [str(path) for path in package.rglob("*.py") if own.search(path.read_text(encoding="utf-8"))]
    assert found == [str(package / "model" / "naming.py")]
