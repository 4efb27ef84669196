"""Pages of a board that are drawn when they are asked for."""

from __future__ import annotations

import pytest

from benchmarks.journeys import generated
from journeyeditor.editor.document import Document
from journeyeditor.editor.laying import Laying
from journeyeditor.edits.describing import describe
from journeyeditor.model.records import Touchpoint
from journeyeditor.tools.board import Board


@pytest.fixture(scope="module")
def laying() -> Laying:
    """A map of several pages."""
    return Laying(Document(generated(150, personas=2)))


def test_no_page_is_drawn_before_it_is_asked_for(laying: Laying) -> None:
    board = Laying(laying.document).board
    assert len(board.leaves) > 3
    last = laying.journey.touchpoints()[-1]
    assert board.height > 1000
    assert not any(leaf.is_drawn for leaf in board.leaves)
    assert board.boxes(last.id)
    assert [leaf.is_drawn for leaf in board.leaves].count(True) == 1


def test_every_record_is_found_where_it_would_be_found_by_looking_at_every_page(laying: Laying) -> None:
    board = laying.board
    everywhere = Board.of(tuple(board.pages), board.plans)
    assert {record.id for record in laying.journey if board.groups(record.id)}
    for record in laying.journey:
        assert list(board.groups(record.id)) == list(everywhere.groups(record.id)), record
        if isinstance(record, Touchpoint):
            assert board.slot(record.id) == everywhere.slot(record.id)


def test_a_change_leaves_the_other_pages_as_they_are(laying: Laying) -> None:
    before = laying.board.leaves
    first = laying.journey.touchpoints()[0]
    change = describe(laying.journey, first.id, title="Something else")
    laying.journey.apply(change)
    laying._lay(change)
    same = [one is other for one, other in zip(before, laying.board.leaves, strict=True)]
    assert not same[0]
    assert all(same[1:])
