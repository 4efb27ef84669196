"""The themes. Each keeps 4.5:1 for all text on its own ground, and tells personas and severities apart in grey."""

from __future__ import annotations

from msgspec.structs import replace

from journeyeditor.drawing.theme import PersonaStyle, Theme, Tint


def _twelve(six: tuple[PersonaStyle, ...]) -> tuple[PersonaStyle, ...]:
    """Personas 7 to 12 repeat the colours with other markers and dashes."""
    shifted = six[3:] + six[:3]
    repeated = [
        PersonaStyle(style.colour, other.marker, (1.2, 1.2, *(other.dash or (5.0, 1.2))), other.double)
        for style, other in zip(six, shifted, strict=True)
    ]
    return (*six, *repeated)


CALM = Theme(
    name="calm",
    ink="#1F2933",
    muted="#52606D",
    hairline="#D9E2EC",
    wash="#F5F7FA",
    paper="#FFFFFF",
    zero="#7B8794",
    flow="#748291",
    grid="#E4EAF0",
    hatch="#D5DEE8",
    pain="#B3261E",
    gain="#1B6E3C",
    gain_ground="#E0F1E6",
    opportunity="#6A4BC3",
    opportunity_ground="#EDE8F8",
    truth="#8A5A00",
    star="#F2B01E",
    phases={
        "before": Tint("#2F5D9B", "#E7EEF9", "#C9DAF3"),
        "during": Tint("#9A5B00", "#FDF1DD", "#FCE9C6"),
        "after": Tint("#1E6B45", "#E4F3EA", "#C3E4D0"),
        "none": Tint("#3E4C59", "#EEF2F6", "#DCE4EC"),
    },
    personas=_twelve(
        (
            PersonaStyle("#0B6AA8", "circle"),
            PersonaStyle("#B84A00", "triangle", (3.8, 1.9)),
            PersonaStyle("#00755A", "square", (0.1, 2.2)),
            PersonaStyle("#9C3F78", "diamond", (4.4, 1.8, 0.1, 1.8)),
            PersonaStyle("#7A5A00", "cross", (7.0, 2.2)),
            PersonaStyle("#4B4FA8", "star", (), double=True),
        )
    ),
)

VIVID = replace(
    CALM,
    name="vivid",
    muted="#46535F",
    hairline="#C6D3E0",
    wash="#EFF4FA",
    grid="#D6E1EC",
    hatch="#BCCBDC",
    pain="#C8102E",
    gain="#00692F",
    gain_ground="#C4EDD2",
    opportunity="#5B2FD0",
    opportunity_ground="#DED2FA",
    phases={
        "before": Tint("#1248A0", "#D3E4FF", "#A9CBFF"),
        "during": Tint("#8A4B00", "#FFE7BD", "#FFD58A"),
        "after": Tint("#005C33", "#CBF0DA", "#99DFB7"),
        "none": Tint("#32404D", "#E3EAF1", "#CAD6E2"),
    },
    personas=_twelve(
        tuple(
            replace(style, colour=colour)
            for style, colour in zip(
                CALM.personas[:6], ("#0060C7", "#BA3A00", "#007A4B", "#B01E7D", "#7D5C00", "#5638C9"), strict=True
            )
        )
    ),
    severity=(0.07, 0.12, 0.2, 0.32, 0.48),
    voice=0.12,
    shade=1.5,
)
"""For a large wall: the same hues, stronger."""

INK = replace(
    CALM,
    name="ink",
    muted="#4A5660",
    hairline="#C3CCD5",
    wash="#FFFFFF",
    grid="#EDF0F3",
    hatch="#DCE2E8",
    gain_ground="#FFFFFF",
    opportunity_ground="#FFFFFF",
    phases={
        "before": Tint("#2F5D9B", "#F7F9FC", "#E9EFF8"),
        "during": Tint("#8F5300", "#FDFAF4", "#FBF1DE"),
        "after": Tint("#1E6B45", "#F6FAF8", "#E6F2EB"),
        "none": Tint("#3E4C59", "#F8F9FA", "#EDF0F2"),
    },
    severity=(0.0, 0.0, 0.03, 0.07, 0.13),
    voice=0.0,
    shade=0.35,
    outline="#8A96A3",
)
"""For cheap printers: hardly any area is filled, edges take over."""

THEMES: dict[str, Theme] = {theme.name: theme for theme in (CALM, VIVID, INK)}
"""By name."""
