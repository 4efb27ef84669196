"""The window's colours by role, for light and dark surroundings. On the paper the colours are the light ones always.

Pairs of text and ground have a contrast of at least 4.5; `attention` is for icons only.
"""

from __future__ import annotations

LIGHT: dict[str, str] = {
    "chrome": "#F8FAFB",
    "desk": "#E4E9EE",
    "hairline": "#D9E0E7",
    "control": "#FFFFFF",
    "control-border": "#CDD6DF",
    "hover": "#EBF0F4",
    "pressed": "#DFE6EC",
    "trough": "#DFE6EC",
    "chosen": "#FFFFFF",
    "text": "#1F2933",
    "muted": "#52606D",
    "placeholder": "#66737F",
    "accent": "#2563EB",
    "accent-wash": "#EAF1FE",
    "filled": "#2563EB",
    "filled-text": "#FFFFFF",
    "persona-1": "#0B6AA8",
    "persona-2": "#B84A00",
    "persona-3": "#00755A",
    "persona-4": "#9C3F78",
    "persona-5": "#7A5A00",
    "persona-6": "#4B4FA8",
    "pain": "#B3261E",
    "gain": "#1B6E3C",
    "opportunity": "#6A4BC3",
    "pain-wash": "#FBEDEB",
    "gain-wash": "#E9F5ED",
    "opportunity-wash": "#F0ECFB",
    "truth": "#8A5A00",
    "truth-fill": "#F2B01E",
    "attention": "#B7791F",
    "ink": "#1F2933",
    "paper": "#FFFFFF",
}

DARK: dict[str, str] = {
    "chrome": "#22272D",
    "desk": "#191D21",
    "hairline": "#343B43",
    "control": "#2B3138",
    "control-border": "#434C56",
    "hover": "#2D343B",
    "pressed": "#39414A",
    "trough": "#191D21",
    "chosen": "#3D454E",
    "text": "#E8ECF0",
    "muted": "#AAB5C0",
    "placeholder": "#97A3AF",
    "accent": "#7FAAFF",
    "accent-wash": "#26344F",
    "filled": "#2F68E0",
    "filled-text": "#FFFFFF",
    "persona-1": "#5FB4EA",
    "persona-2": "#F0924F",
    "persona-3": "#43C2A0",
    "persona-4": "#E08BC0",
    "persona-5": "#D9B24A",
    "persona-6": "#A3A7F2",
    "pain": "#F2918A",
    "gain": "#74CF9B",
    "opportunity": "#B6A2F5",
    "pain-wash": "#3A2827",
    "gain-wash": "#23352B",
    "opportunity-wash": "#2E2A40",
    "truth": "#E8BC5A",
    "truth-fill": "#E8BC5A",
    "attention": "#E8BC5A",
    "ink": "#1F2933",
    "paper": "#FFFFFF",
}
"""The same roles in the dark. `ink` and `paper` are what lies on the paper, the same in both."""

PERSONAS = 6
"""So many personas have a colour of their own; the seventh takes that of the first."""


def colour_name(role: str, *, dark: bool, contrast: bool = False) -> str:
    """A role's colour as `#RRGGBB`. With high `contrast` borders and quiet words take the text's colour.

    `persona-7` is `persona-1` again. Raises KeyError for a role that there is not.
    """
    table = DARK if dark else LIGHT
    if contrast and role in ("control-border", "hairline", "muted", "placeholder"):
        role = "text"
    if role.startswith("persona-"):
        role = f"persona-{(int(role.removeprefix('persona-')) - 1) % PERSONAS + 1}"
    return table[role]
