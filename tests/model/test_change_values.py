"""Changes: joined, inverted, told field by field, written as plain data."""

from __future__ import annotations

import json
from typing import Any

import pytest

from journeyeditor.errors import BadInput, StaleChange, counted, message
from journeyeditor.model.change import Change, FieldChange, replaced
from journeyeditor.model.images import Images
from journeyeditor.model.plain import record_from_plain, record_to_plain
from journeyeditor.model.records import Head, Pain, Stage
from tests.edits.samples import full

ONE, TWO = Stage(id="s", order="a0", title="One"), Stage(id="s", order="a0", title="Two")


def test_what_comes_back_drops_out_of_a_squashed_list() -> None:
    there = Change(message("There"), {"s": (ONE, TWO)})
    back = Change(message("Back"), {"s": (TWO, ONE)})
    assert not there.then(back)
    assert there.then(back).label == message("There")
    assert there.inverse().pairs == back.pairs


def test_changes_that_do_not_follow_each_other_are_not_joined() -> None:
    change = Change(message("There"), {"s": (ONE, TWO)})
    with pytest.raises(StaleChange):
        change.then(change)


def test_a_change_tells_its_fields() -> None:
    pain = Pain(id="p", text="Slow")
    edit = Change(message("Edit"), {"s": (ONE, TWO), "p": (None, pain)})
    assert list(edit.fields()) == [FieldChange("s", "title", "One", "Two"), FieldChange("p", "", None, pain)]
    assert edit.added() == [pain]


def test_every_record_survives_as_plain_data() -> None:
    for record in full():
        assert record_from_plain(json.loads(json.dumps(record_to_plain(record)))) == record


def test_a_change_survives_as_plain_data_with_its_name() -> None:
    label = message("{what} of {who}", what=counted("{n} pain", "{n} pains", 2), who="Marie")
    pairs = {record.id: (record, None) for record in full() if not isinstance(record, Head)}
    change = Change(label, {**pairs, "s": (ONE, TWO)})
    again = Change.from_plain(json.loads(json.dumps(change.to_plain())))
    assert again == change
    assert again.label.english() == "2 pains of Marie"


GOOD = Change(message("Edit"), {"s": (ONE, TWO)}).to_plain()
STAGE = GOOD["records"]["s"][0]


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        7,
        {},
        {"label": GOOD["label"]},
        {"records": GOOD["records"]},
        {**GOOD, "label": "Edit"},
        {**GOOD, "label": {"text": "{gap}", "arguments": {}, "plural": "{n}", "count": "many"}},
        {**GOOD, "label": {"text": "{gap.__class__}", "arguments": {"other": 1}, "plural": "", "count": 1}},
        {**GOOD, "label": {"text": "x", "arguments": {"a": [1]}, "plural": "", "count": 1}},
        {**GOOD, "label": {"text": "{n:99999999999}", "arguments": {"n": 1}, "plural": "", "count": 1}},
        {**GOOD, "label": {"text": "{n!r}", "arguments": {"n": 1}, "plural": "", "count": 1}},
        {**GOOD, "records": [1]},
        {**GOOD, "records": {"s": None}},
        {**GOOD, "records": {"s": [None]}},
        {**GOOD, "records": {"s": [STAGE, None, None]}},
        {**GOOD, "records": {"s": [{"stage": {"id": "s"}}, None]}},
        {**GOOD, "records": {"s": [{"stage": 7}, None]}},
        {**GOOD, "records": {"s": [{"machine": {"id": "s"}}, None]}},
        {**GOOD, "records": {"s": [{**STAGE, "pain": {}}, None]}},
        {**GOOD, "records": {"s": [{"pain": {"id": "p", "severity": 9}}, None]}},
        {**GOOD, "records": {"s": [{"pain": {"id": "p", "first": "t"}}, None]}},
    ],
)
def test_anything_else_is_refused_with_a_sentence(plain: Any) -> None:
    with pytest.raises(BadInput) as refusal:
        Change.from_plain(plain)
    assert refusal.value.problem.english()


def test_replaced_leaves_the_rest() -> None:
    assert replaced(ONE, title="Two") == TWO


def test_only_pictures_go_into_the_store() -> None:
    with pytest.raises(BadInput):
        Images().add(b"GIF89a")
