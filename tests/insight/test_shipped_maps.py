"""What map health says of every journey that is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeyeditor.files import load
from journeyeditor.insight import health

SHIPPED = sorted((Path(__file__).resolve().parents[2] / "resources" / "templates").glob("*.journey"))
NOTES = "notes-in-parking-lot"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_it_has_nothing_but_what_it_is_meant_to_have(path: Path) -> None:
    """A blank journey asks to be begun; the others are good maps with some notes left to go through."""
    codes = {finding.code for finding in health(load(path).journey)}
    if path.name.startswith("blank"):
        assert codes == {"journey-without-scenario", "journey-without-goal", "no-touchpoints"}
    elif path.name.startswith("ambassador-4"):
        assert codes <= {NOTES, "few-stages"}  # this model of the field has four stages
    else:
        assert codes <= {NOTES}
