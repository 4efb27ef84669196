"""Sheets of paper."""

from __future__ import annotations

import pytest

from journeyeditor.errors import BadInput
from journeyeditor.layout import find_paper


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("A0", (1189, 841)), ("A1", (841, 594)), ("A2", (594, 420)), ("A3", (420, 297)), ("A4", (297, 210)),
        ("A5", (210, 148)), ("B0", (1414, 1000)), ("b4", (353, 250)), ("Legal", (355.6, 215.9)),

        ("Arch C", (609.6, 457.2)), ("arch-d", (914.4, 609.6)), ("ArchE", (1219.2, 914.4)),
        ("letter", (279.4, 215.9)), ("Tabloid", (431.8, 279.4)),
    ],
)  # fmt: skip
def test_named_papers_have_their_standard_size(name: str, size: tuple[float, float]) -> None:
    landscape, portrait = find_paper(name), find_paper(name, "portrait")
    assert (landscape.width, landscape.height) == size
    assert (portrait.width, portrait.height) == size[::-1]


@pytest.mark.parametrize("text", ["600x420mm", "600 x 420", "600×420 mm", "600,0X420.0MM"])
def test_a_size_of_ones_own(text: str) -> None:
    assert (find_paper(text).width, find_paper(text).height) == (600, 420)


@pytest.mark.parametrize("text", ["A9", "", "0x0mm", "-5x100", "nanxinf", "10x10mm", "9999x9999mm", "A3; rm", "1e3x5"])
def test_nonsense_is_answered_with_what_can_be_had(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        find_paper(text)
    assert caught.value.advice is not None


@pytest.mark.parametrize("margin", [-1.0, 150.0, float("nan"), float("inf")])
def test_a_margin_must_leave_room(margin: float) -> None:
    with pytest.raises(BadInput):
        find_paper("A3", "landscape", margin)


@pytest.mark.parametrize(("name", "points"), [("A5", 5), ("A4", 5), ("A3", 6), ("A0", 12)])
def test_least_type_of_the_rule(name: str, points: float) -> None:
    assert find_paper(name).least_type == pytest.approx(points, abs=1e-6)


def test_least_type_lies_between_on_sheets_between() -> None:
    assert 6 < find_paper("A2").least_type < find_paper("A1").least_type < 12
    assert find_paper("3000x2000mm").least_type == 12
