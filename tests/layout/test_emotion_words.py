"""Names and words of feeling on the curve's ground: near what they belong to, kept, and reported where they are not."""

from __future__ import annotations

from tests.layout.maps import Sample
from tests.layout.test_emotion import TOP, lay


def test_the_name_stands_at_the_end_of_its_line() -> None:
    felt = [[0, 1, 1.5, 1], [0, -1, 0.5, 0.5], [1, 0, -0.5, -2]]
    personas = ({"name": "Ana Lee"}, {"name": "Bernard Roy"}, {"name": "Chloé Martin"})
    laid = lay(Sample(stages=(4,), personas=personas, felt=felt, quotes={}, truths=()))
    ends = {group.record: group.box for group in laid.of("emotion")}
    for group in laid.of("persona"):
        end = ends[f"emotion:{group.record}:t3"]
        assert end is not None
        assert group.box is not None
        assert group.box.grown(5 * laid.sheet.unit).meets(end), group.record


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
