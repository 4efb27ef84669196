"""The share of a flow is typed beside its label: as a number, with or without its sign."""

from __future__ import annotations

import pytest

from journeyeditor.editor.text_place import field_at, text_place
from journeyeditor.editor.texting import OpenText, fields_of
from journeyeditor.edits.describing import describe
from journeyeditor.model.records import Flow
from tests.editor.keys import Keys
from tests.edits.doing import need
from tests.edits.samples import full


@pytest.fixture
def keys() -> Keys:
    return Keys(full(), laid_out=True)


@pytest.mark.parametrize(
    ("typed", "share"), [("38", 38.0), ("38%", 38.0), (" 38 % ", 38.0), ("12,5", 12.5), ("", None), ("0", 0.0)]
)
def test_a_share_is_typed_with_or_without_its_sign(keys: Keys, typed: str, share: float | None) -> None:
    text = OpenText(keys.editor, "loop", "share")
    refreshed: list[str] = []
    text.refreshed.listen(refreshed.append)
    for end in range(len(typed) + 1):
        text.typed(typed[:end])
        text.rest()
    assert text.commit()
    assert need(keys.journey, "loop", Flow).share == share
    assert refreshed == [], "the field is not written into while it is typed in"
    assert keys.told == []


def test_what_is_no_share_is_told_and_the_old_one_stays(keys: Keys) -> None:
    before = need(keys.journey, "loop", Flow).share
    for typed in ("many", "300"):
        text = OpenText(keys.editor, "loop", "share")
        text.typed(typed)
        assert text.rest() is None
        text.commit()
        assert keys.told.pop() == "A share is a number from 0 to 100."
        assert need(keys.journey, "loop", Flow).share == before


def test_tab_goes_from_the_label_to_the_share_and_back(keys: Keys) -> None:
    keys.editor.texts.tell(("loop", ""))
    keys.press("Tab")
    assert (keys.opened[-1].key, keys.opened[-1].field) == ("loop", "share")
    assert keys.opened[-1].text == "30 %"
    keys.press("Shift+Tab")
    assert (keys.opened[-1].key, keys.opened[-1].field) == ("loop", "label")
    keys.press("Tab", "Tab")
    assert keys.editor.typing is None or keys.editor.typing.key != "loop"


@pytest.mark.parametrize(("label", "share"), [("again", 30.0), ("again", None), ("", 30.0), ("", None)])
def test_label_and_share_each_have_their_place_on_the_map(keys: Keys, label: str, share: float | None) -> None:
    keys.editor.do(lambda journey: describe(journey, "loop", label=label, share=share))
    editor = keys.editor
    flow = need(editor.journey, "loop", Flow)
    places = {}
    for field, stands in (("label", label), ("share", share is not None)):
        place = text_place(editor.journey, editor.board, editor.live.body_type, "loop", field)
        assert place is not None
        assert place.new != bool(stands)
        places[field] = place.box
        if stands:
            width = place.box.height if place.align == "start" else place.box.width
            middle = (place.box.x + width / 2, place.box.y + place.box.height / 2)
            assert field_at(editor.journey, editor.board, "loop", fields_of(flow), middle) == field
    if share is not None:
        assert places["share"].right <= places["label"].x, "one does not cover the other"
