"""Names and words of feeling on the curve's ground: near what they belong to, kept, and reported where they are not."""

from __future__ import annotations

import dataclasses
import itertools

import pytest

from journeyeditor.drawing import Sketch, Words
from tests.layout.maps import Sample, sheet_of
from tests.layout.test_emotion import TOP, ink, lay


def test_the_name_stands_at_the_end_of_its_line() -> None:
    felt = [[0, 1, 1.5, 1], [0, -1, 0.5, 0.5], [1, 0, -0.5, -2]]
    personas = ({"name": "Ana Lee"}, {"name": "Bernard Roy"}, {"name": "Chloé Martin"})
    laid = lay(Sample(stages=(4,), personas=personas, felt=felt, quotes={}, truths=()))
    ends = {group.record: group.box for group in laid.of("emotion")}
    assert len(laid.of("persona")) == 3
    for group in laid.of("persona"):
        end = ends[f"emotion:{group.record}:t3"]
        assert end is not None
        assert group.box is not None
        assert group.box.grown(5 * laid.sheet.unit).meets(end), group.record


def test_names_never_read_as_one_with_what_stands_beside_them() -> None:
    felt = [[0.0, 1.2, (1.6, "convaincue"), 1.1], [0.0, -0.4, 0.4, (1.7, "fier")], [-1.0, 0.5, 1.5, 1.4]]
    personas = ({"name": "Valérie Roy"}, {"name": "Harpreet Gill"}, {"name": "Josephine Lee"})
    laid = lay(Sample(stages=(4,), personas=personas, felt=felt, quotes={}, truths=()))
    groups = [*laid.of("persona"), *laid.of("emotion"), *laid.of("callout")]
    texts = [(group, ink(shape)) for group in groups for shape in group.shapes if isinstance(shape, Words)]
    assert len(laid.of("persona")) == 3
    for (group, one), (other, two) in itertools.combinations(texts, 2):
        level = one.y < two.bottom and two.y < one.bottom
        if level and group.role == "persona" and other is not group:
            assert max(one.x, two.x) - min(one.right, two.right) > 1.4 * laid.sheet.unit


def test_a_line_that_goes_on_is_named_at_one_of_its_last_markers_without_a_leader() -> None:
    felt = [[1.0, -1.0, 0.5, 0.5, -0.5, 0.0, 1.0], [-1.0, 1.0, 0.4, 0.6, -0.5, 0.1, -1.0]]
    felt += [[0.0, 0.0, 1.5, -1.5, 0.6, 0.1, 0.0], [1.5, 0.2, -1.8, 0.4, -0.2, -0.1, 1.0]]
    personas = [{"name": f"Persona {n}"} for n in "1234"]
    sample = Sample(stages=(6, 1), personas=personas, felt=felt, quotes={}, truths=())
    laid = lay(sample, 45.0, dataclasses.replace(sheet_of(sample), window=(0, 1)))
    marks = {group.record: group.box for group in laid.of("emotion")}
    assert len(laid.of("persona")) == 4
    for group in laid.of("persona"):
        assert not any(isinstance(shape, Sketch) for shape in group.shapes), "a leader"
        near = [marks[f"emotion:{group.record}:t{n}"] for n in range(1, 6)]
        assert group.box is not None
        assert any(mark and group.box.grown(6 * laid.sheet.unit).meets(mark) for mark in near), group.record


@pytest.mark.parametrize("count", [1, 4])
def test_a_name_that_is_a_sentence_takes_two_lines_and_says_that_there_is_more(count: int) -> None:
    sentence = "Propriétaires qui habitent depuis longtemps une maison de famille et qui hésitent encore à la vendre"
    personas = [{"name": sentence}, *({"name": f"Persona {n}"} for n in range(count - 1))]
    felt = [[0.0, 1.0, -1.0, 0.5]] * count
    laid = lay(Sample(stages=(4,), personas=personas, felt=felt, quotes={}, truths=()))
    (label,) = (group for group in laid.of("persona") if group.record == "p0")
    said = [shape.line.text for shape in label.shapes if isinstance(shape, Words)]
    assert len(said) == 2
    assert sentence.startswith(" ".join(said).removesuffix("…"))
    assert said[-1].endswith("…")


def test_every_word_at_a_turning_point_is_kept() -> None:
    felt = [[(round(((n * 7 + k * 5) % 9) / 2 - 2, 1), f"mot {k}{n}") for n in range(10)] for k in range(3)]
    laid = lay(Sample(stages=(10,), personas=[{"name": name} for name in "ABC"], felt=felt, quotes={}, truths=()))
    said = " ".join(laid.texts)
    assert laid.row.notices(TOP, laid.height) == ()
    assert sum(f"mot {k}{n}" in said for k in range(3) for n in range(10)) >= 14


def test_words_without_room_are_reported() -> None:
    felt = [[((n + k) % 5 - 2, f"se sent tout à fait étrange {k} {n}") for n in range(30)] for k in range(5)]
    sample = Sample(stages=(30,), personas=[{"name": name} for name in "ABCDE"], felt=felt, quotes={}, truths=())
    laid = lay(sample, ideal=0)
    (notice,) = laid.row.notices(TOP, laid.height)
    assert notice.count > 1
    assert "words of feeling" in notice.english()
