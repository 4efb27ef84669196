"""Copies the window's icons into `resources/icons/ui` from the npm package `lucide-static` (ISC licence).

    python packaging/copy_ui_icons.py FOLDER/lucide-static/icons

They stay as drawn, but thinner: strokes of 1.6 on a field of 24, in the colour that the window gives them.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

NAMES = """
activity align-left angry annoyed arrow-down arrow-left arrow-right arrow-up arrow-up-down between-vertical-start
bold calendar calendar-days chart-column chart-line check chevron-down chevron-left chevron-right chevron-up circle
circle-alert circle-check circle-plus clipboard clipboard-paste clock columns-2 copy copy-plus corner-down-left
corner-up-left download ellipsis expand external-link eye eye-off file-down file-plus file-spreadsheet file-text
file-x filter flag folder-open frown gauge git-branch grid-2x2 grip-vertical hand hard-drive heart history house
image info keyboard languages laugh layout-grid lightbulb link list list-ordered lock log-out map maximize meh
message-square-quote milestone minus monitor-play moon mouse-pointer-2 move package palette panel-left panel-right
paperclip pause pencil-line pin play plus pointer presentation printer quote redo-2 refresh-cw replace replace-all
reply rotate-ccw route rows-3 ruler scan scissors search settings shapes share sliders-horizontal smile spline split
square square-dashed square-plus star sticky-note sun table table-2 tag target thumbs-up timer trash-2 trending-up
triangle-alert undo-2 unlink upload user user-plus users vote waypoints x zoom-in zoom-out
"""
IN_SHEET = {
    "chevron-down": {"light": "#52606D", "dark": "#AAB5C0"},
    "chevron-up": {"light": "#52606D", "dark": "#AAB5C0"},
    "chevron-right": {"light": "#52606D", "dark": "#AAB5C0"},
    "check": {"white": "#FFFFFF", "light": "#1F2933", "dark": "#E8ECF0"},
}
"""What the style sheet names: it can give no colour to a file."""
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons" / "ui"


def thinner(text: str) -> str:
    """The SVG without comment, class and line breaks, with the window's stroke."""
    text = re.sub(r"<!--.*?-->|\s*class=\"[^\"]*\"", "", text, flags=re.DOTALL)
    text = text.replace('stroke-width="2"', 'stroke-width="1.6"')
    return re.sub(r"\s*\n\s*", " ", text).replace(" >", ">").replace("> <", "><").strip() + "\n"


def main() -> None:
    """Copies them all."""
    source = Path(sys.argv[1])
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in NAMES.split():
        text = (source / f"{name}.svg").read_text(encoding="utf-8")
        (FOLDER / f"{name}.svg").write_text(thinner(text), encoding="utf-8")
    for name, tints in IN_SHEET.items():
        text = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
        for word, tint in tints.items():
            (FOLDER / f"sheet-{name}-{word}.svg").write_text(text.replace("currentColor", tint), encoding="utf-8")
    print(f"{FOLDER}: {len(NAMES.split())} icons")


if __name__ == "__main__":
    main()
