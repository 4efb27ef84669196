"""Sheets made by hand, with everything that a painter must paint."""

import hashlib
import io

from PIL import Image, ImageDraw

from journeyeditor.drawing import Drawing, Group, Halo, Picture, Shape, Sketch, Stroke, Symbol, Words
from journeyeditor.fonts import Style, shape
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import circle, joined, polyline, rectangle

INK, BLUE, RED, ORANGE, MUTED = "#1F2933", "#0B6AA8", "#B3261E", "#B84A00", "#52606D"
STAR = polyline(
    [
        (0, -5),
        (1.2, -1.6),
        (4.8, -1.5),
        (1.9, 0.6),
        (2.9, 4),
        (0, 2),
        (-2.9, 4),
        (-1.9, 0.6),
        (-4.8, -1.5),
        (-1.2, -1.6),
    ],
    closed=True,
)


def text(x: float, y: float, what: str, style: Style, colour: str = INK, halo: Halo | None = None) -> Words:
    return Words(x, y, shape(what, style), colour, halo)


def portrait() -> bytes:
    """A picture with a face in it."""
    image = Image.new("RGB", (240, 320), "#CFE1EE")
    brush = ImageDraw.Draw(image)
    brush.ellipse((60, 60, 180, 200), fill="#F2CDB0")
    brush.rectangle((50, 210, 190, 320), fill=BLUE)
    brush.line((0, 0, 240, 320), fill="#0B6AA8", width=3)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


PORTRAIT = portrait()
KEY = hashlib.sha256(PORTRAIT).hexdigest()


def shapes_sheet() -> Drawing:
    """Outlines, pens, tints, symbols, rims, pictures."""
    hatch = joined(polyline([(x, 8), (x + 22, 30)]) for x in range(48, 110, 3))
    curve = (
        ("M", (8.0, 62.0)),
        ("C", (28.0, 30.0, 48.0, 90.0, 68.0, 60.0)),
        ("C", (80.0, 42.0, 96.0, 44.0, 112.0, 66.0)),
    )
    fill = (*curve, ("L", (112.0, 62.0)), ("L", (8.0, 62.0)), ("Z", ()))
    card: tuple[Shape, ...] = (
        Sketch(rectangle(8, 8, 36, 18, 1.4), "#F4D5D2", Stroke(RED, 0.4, (1.5, 1.1))),
        text(10.4, 13, "Cinq jours sans", Style(9)),
        text(10.4, 17.25, "nouvelles du dossier", Style(9)),
        *(
            Symbol(
                "dot",
                circle(0, 0, 0.9),
                11.3 + 2.6 * n,
                22.5,
                1,
                RED if n < 3 else None,
                None if n < 3 else Stroke(RED, 0.3),
            )
            for n in range(5)
        ),
        text(25, 23.3, "6 voix", Style(6.8), MUTED),
    )
    groups = (
        Group("card", "pain", card, Box(8, 8, 36, 18)),
        Group("hatch", "stage", (Sketch(hatch, None, Stroke("#D5DEE8", 0.65)),), clip=rectangle(48, 8, 50, 20)),
        Group("name", "stage", (text(51, 20, "Usage", Style(16, bold=True), "#1E6B45", Halo("#FFFFFF", 0.65)),)),
        Group("tint", "curve", (Sketch(fill, BLUE, fade=((46, 0.35), (62, 0.03), (76, 0.35))),)),
        Group(
            "rim",
            "curve",
            (
                Sketch(curve, None, Stroke("#FFFFFF", 2.9, round=True)),
                Sketch(curve, None, Stroke(BLUE, 1.5, round=True)),
            ),
        ),
        Group(
            "dashes",
            "curve",
            (Sketch(polyline([(8, 70), (60, 52), (112, 56)]), None, Stroke(ORANGE, 1.5, (3.8, 1.9))),),
        ),
        Group(
            "star",
            "mark",
            (
                Symbol("star", STAR, 60, 38, 0.6, "#F2B01E", Stroke("#8A5A00", 0.6)),
                Symbol("star", STAR, 70, 38, 0.3, "#F2B01E"),
            ),
        ),
        Group(
            "veil",
            "mark",
            (
                Sketch(circle(104, 18, 8), RED, Stroke(INK, 2, opacity=0.4), 0.4),
                Sketch(circle(110, 18, 8), BLUE, opacity=0.4),
            ),
        ),
        Group(
            "face",
            "persona",
            (Picture(Box(8, 78, 18, 18), KEY, circle(17, 87, 9)), Sketch(circle(17, 87, 9), None, Stroke(BLUE, 0.8))),
        ),
        Group(
            "photo",
            "image",
            (
                Picture(Box(32, 78, 30, 18), KEY),
                Picture(Box(66, 78, 12, 18), "not there", rectangle(66, 78, 12, 18, 2)),
            ),
        ),
        Group("hint", "hint", (text(85, 90, "not on paper", Style(9)),), screen_only=True),
    )
    return Drawing(120, 102, groups)


SCRIPTS = {
    "": "Étape d’achat — office ffi AVATAR",
    "el": "Ταξίδι πελάτη · Путь клиента",
    "ar": "رحلة العميل (42 %) كِتَابٌ",
    "he": "מסע הלקוח 42 € שָׁלוֹם",
    "hi": "ग्राहक यात्रा क्षेत्र की ज़रूरत",
    "ja": "顧客の旅 カスタマージャーニー",
    "zh-Hans": "客户旅程地图，很好。",
    "ko": "고객 여정 지도",
    "en": "😀🚀👨‍👩‍👧 → ★ ✓ ☐ ♥",
}


def scripts_sheet(*, bold: bool, italic: bool, halo: Halo | None = None) -> Drawing:
    """A line of each script."""
    lines = tuple(
        text(8, 10 + 8 * n, what, Style(12, bold, italic, language), halo=halo)
        for n, (language, what) in enumerate(SCRIPTS.items())
    )
    ground = Sketch(joined(polyline([(x, 0), (x, 82)]) for x in range(0, 90, 2)), None, Stroke("#C9DAF3", 0.6))
    return Drawing(90, 82, (Group("r", "card", ((ground,) if halo else ()) + lines),))
