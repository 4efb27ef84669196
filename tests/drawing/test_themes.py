"""Every theme can be read, and by those who do not see colours too."""

from __future__ import annotations

import itertools

import pytest

from journeyeditor.drawing.theme import Theme, contrast, luminance, mixed
from journeyeditor.drawing.themes import THEMES

every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))


def severity_grounds(theme: Theme) -> list[str]:
    return [mixed(theme.pain, theme.paper, depth) for depth in theme.severity]


@every_theme
def test_text_can_be_read_on_its_own_ground(theme: Theme) -> None:
    pairs = [
        (theme.ink, theme.paper), (theme.ink, theme.wash), (theme.muted, theme.paper), (theme.muted, theme.wash),
        (theme.ink, theme.grid), (theme.ink, theme.gain_ground), (theme.gain, theme.wash),
        (theme.ink, theme.opportunity_ground), (theme.muted, theme.opportunity_ground),
        (theme.opportunity, theme.opportunity_ground), (theme.opportunity, theme.wash), (theme.pain, theme.wash),
        (theme.paper, theme.opportunity),
    ]  # fmt: skip
    pairs += [(theme.ink, ground) for ground in severity_grounds(theme)]
    for tint in theme.phases.values():
        pairs += [
            (colour, ground) for colour in (tint.strong, theme.ink, theme.muted) for ground in (tint.ground, tint.deep)
        ]
        pairs += [(tint.strong, theme.paper)]
    for style in theme.personas:
        voice = mixed(style.colour, theme.paper, theme.voice)
        pairs += [(style.colour, theme.paper), (style.colour, voice), (theme.ink, voice), (theme.muted, voice)]
    assert [(a, b, round(contrast(a, b), 2)) for a, b in pairs if contrast(a, b) < 4.5] == []


@every_theme
def test_there_are_twelve_personas_that_differ_without_colour(theme: Theme) -> None:
    looks = [(style.marker, style.dash, style.double) for style in theme.personas]
    assert len(looks) == len(set(looks)) == 12
    assert theme.persona(13) == theme.persona(1)


@every_theme
def test_severities_grow_darker(theme: Theme) -> None:
    light = [luminance(ground) for ground in severity_grounds(theme)]
    assert all(a >= b for a, b in itertools.pairwise(light))
    assert light[0] - light[-1] > 0.1


@every_theme
def test_cards_are_seen_on_their_lane(theme: Theme) -> None:
    grounds = [theme.gain_ground, theme.opportunity_ground, *severity_grounds(theme)]
    assert theme.outline is not None or all(ground not in {theme.wash, theme.paper} for ground in grounds)


@every_theme
def test_neighbouring_personas_have_colours_that_the_colour_blind_tell_apart(theme: Theme) -> None:
    """Simulated protanopia and deuteranopia (Viénot, Brettel and Mollon 1999, linear RGB)."""
    for matrix in (
        ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
        ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    ):
        seen = [simulated(style.colour, matrix) for style in theme.personas[:6]]
        for one, other in itertools.pairwise(seen[:4]):
            assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 0.06


def simulated(colour: str, matrix: tuple[tuple[float, float, float], ...]) -> list[float]:
    linear = [(int(colour[n : n + 2], 16) / 255) ** 2.2 for n in (1, 3, 5)]
    return [max(0.0, sum(part * value for part, value in zip(row, linear, strict=True))) ** (1 / 2.2) for row in matrix]
