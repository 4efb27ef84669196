"""Writes `resources/icons/icons.json` from the SVG files of the npm package `lucide-static` (ISC licence).

    python packaging/build_icons.py FOLDER/lucide-static/icons

Every icon becomes a list of segments on a field of 24 × 24, to be stroked with round ends.
"""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import SVGPath, parse_path

SOURCES = {
    "shop": "store", "web": "globe", "phone": "phone", "email": "mail", "app": "smartphone", "social": "share-2",
    "chat": "messages-square", "post": "mailbox", "word_of_mouth": "message-circle", "product": "package",
    "event": "calendar-days", "third_party": "handshake", "advert": "megaphone", "kiosk": "monitor",
    "visit": "map-pin", "workshop": "wrench", "document": "file-text", "payment": "credit-card", "delivery": "truck",
    "car": "car", "bike": "bike", "home": "house", "person": "user", "school": "graduation-cap",
    "health": "heart-pulse", "travel": "plane", "food": "utensils", "message": "message-square-text",
    "video": "video", "review": "message-square-quote", "eye": "eye", "eye_off": "eye-off", "check": "check",
    "plus": "plus", "quote": "quote", "link": "link", "scissors": "scissors",
}  # fmt: skip


def segments(path: Path) -> list[list[object]]:
    """The icon's outline as `[["M", [x, y]], …]`, curves as cubics."""
    pen = RecordingPen()
    for element in ET.parse(path).getroot().iter():  # noqa: S314
        tag = element.tag.split("}")[-1]
        if tag == "path":
            parse_path(element.attrib["d"], pen)
        elif tag in {"circle", "ellipse", "rect", "line", "polyline", "polygon"}:
            single = f'<svg xmlns="http://www.w3.org/2000/svg">{ET.tostring(element, encoding="unicode")}</svg>'
            SVGPath.fromstring(single.encode()).draw(pen)
    out: list[list[object]] = []
    here = (0.0, 0.0)
    for verb, points in pen.value:
        if verb in {"moveTo", "lineTo"}:
            out.append(["M" if verb == "moveTo" else "L", rounded(points)])
        elif verb == "curveTo":
            out.append(["C", rounded(points)])
        elif verb == "qCurveTo":
            (qx, qy), (x, y) = points
            handles = [(here[0] + 2 / 3 * (qx - here[0]), here[1] + 2 / 3 * (qy - here[1]))]
            handles += [(x + 2 / 3 * (qx - x), y + 2 / 3 * (qy - y)), (x, y)]
            out.append(["C", rounded(handles)])
        elif verb == "closePath":
            out.append(["Z", []])
        if points:
            here = points[-1]
    return out


def rounded(points: list[tuple[float, float]]) -> list[float]:
    """Coordinates in a row, to a thousandth."""
    return [round(value, 3) for point in points for value in point]


def main() -> None:
    """Writes the file."""
    folder = Path(sys.argv[1])
    icons = {name: segments(folder / f"{source}.svg") for name, source in sorted(SOURCES.items())}
    target = Path(__file__).resolve().parent.parent / "resources" / "icons" / "icons.json"
    target.write_text(json.dumps(icons, separators=(",", ":")).replace('],"', '],\n"') + "\n", encoding="utf-8")
    print(f"{target}: {len(icons)} icons, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
