"""Draws the touchpoints' pictures and the logos of the worked examples: flat scenes in slate, one warm spot in each.

Run it from the checkout: `python packaging/draw_scenes.py`. Scenes are 840 × 600 pixels, logos 720 × 240.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flat_pictures import OVERSAMPLING, Colour, Point, Sheet, arc, rgb, tint
from PIL import ImageFont

SLATE = "#3E5568"
WARM = "#E09A2B"
BOLD = Path(__file__).resolve().parent.parent / "resources" / "fonts" / "NotoSans-Bold.ttf"

PALE, SOFT, MIDDLE, STRONG, DEEP = (tint(SLATE, part) for part in (0.1, 0.25, 0.45, 0.75, 1.25))
WHITE: Colour = (255, 255, 255)
GLOW, EMBER = tint(WARM, 0.35), rgb(WARM)


def scene() -> Sheet:
    """An empty scene."""
    return Sheet(840, 600, PALE)


def person(
    sheet: Sheet, foot: Point, height: float, clothes: Colour, hair: Colour, skin: Colour = WHITE, long: bool = False
) -> None:
    """A standing person: head, body and legs, with the feet at a point; hair short or down to the neck."""
    x, y = foot
    unit = height / 100
    if long:
        sheet.box(x - 11.5 * unit, y - 96 * unit, x + 11.5 * unit, y - 73 * unit, hair, 10 * unit)
    for side in (-1, 1):
        sheet.box(x + (side * 6 - 5) * unit, y - 42 * unit, x + (side * 6 + 5) * unit, y, DEEP, 4 * unit)
    sheet.box(x - 15 * unit, y - 74 * unit, x + 15 * unit, y - 34 * unit, clothes, 11 * unit)
    sheet.box(x - 3.5 * unit, y - 80 * unit, x + 3.5 * unit, y - 68 * unit, tint(SLATE, 0.2), 3 * unit)
    sheet.oval((x, y - 90 * unit), (10.6 * unit, 11 * unit), hair)
    sheet.oval((x + 0.6 * unit, y - 86 * unit), (9 * unit, 9.6 * unit), skin)
    sheet.blob([(x - 10.4 * unit, y - 88 * unit), (x - 7 * unit, y - 98.5 * unit), (x + 4 * unit, y - 99.5 * unit),
                (x + 10.5 * unit, y - 90 * unit), (x + 2 * unit, y - 92.5 * unit), (x - 6 * unit, y - 91 * unit)],
               hair)  # fmt: skip
    for side in (-1, 1):
        sheet.dot((x + (0.6 + side * 3.6) * unit, y - 86.5 * unit), 1.1 * unit, DEEP)
    smile = [(x - 2.2 * unit, y - 81.8 * unit), (x + 0.6 * unit, y - 80.6 * unit), (x + 3.4 * unit, y - 81.8 * unit)]
    sheet.curve(smile, 0.9 * unit, DEEP)


def house(sheet: Sheet, left: float, top: float, right: float, foot: float, wall: Colour) -> None:
    """A gabled house without windows; the eaves stand at `top`."""
    middle, rise = (left + right) / 2, (right - left) * 0.36
    sheet.box(left, top, right, foot, wall)
    sheet.shape([(left - 34, top + 12), (middle, top - rise), (right + 34, top + 12)], DEEP)
    sheet.shape([(left + 22, top + 12), (middle, top - rise + 48), (right - 22, top + 12)], wall)


def window(sheet: Sheet, left: float, top: float, wide: float, high: float, glass: Colour) -> None:
    """A window with a cross of bars."""
    sheet.box(left - 8, top - 8, left + wide + 8, top + high + 8, WHITE, 4)
    sheet.box(left, top, left + wide, top + high, glass, 2)
    sheet.box(left + wide / 2 - 4, top, left + wide / 2 + 4, top + high, WHITE)
    sheet.box(left, top + high / 2 - 4, left + wide, top + high / 2 + 4, WHITE)


def audit() -> Sheet:
    """A thermal camera held up to a house: warmth shows where it leaks."""
    sheet = scene()
    sheet.box(0, 500, 840, 600, SOFT)
    house(sheet, 190, 262, 650, 520, tint(SLATE, 0.36))
    window(sheet, 250, 330, 90, 100, MIDDLE)
    window(sheet, 500, 330, 90, 100, MIDDLE)
    sheet.box(382, 370, 458, 520, STRONG, 6)
    sheet.box(206, 176, 634, 476, DEEP, 34)
    sheet.box(234, 204, 606, 448, tint(SLATE, 0.62), 10)
    sheet.box(234, 300, 606, 448, tint(SLATE, 0.5), 0)
    sheet.shape([(234, 300), (420, 222), (606, 300)], tint(WARM, 0.55))
    sheet.shape([(290, 300), (420, 246), (550, 300)], EMBER)
    for left in (272, 494):
        sheet.box(left - 14, 326, left + 88, 426, tint(WARM, 0.3), 18)
        sheet.box(left, 338, left + 74, 414, GLOW, 8)
        sheet.box(left + 14, 352, left + 60, 400, EMBER, 6)
    sheet.box(392, 360, 448, 448, MIDDLE, 4)
    for x, y in ((262, 232), (578, 232), (262, 420), (578, 420)):
        sheet.dot((x, y), 5, WHITE)
    sheet.ring((420, 282), (26, 26), 5, WHITE)
    sheet.box(330, 470, 510, 600, DEEP, 30)
    sheet.blob([(286, 600), (292, 540), (322, 504), (352, 520), (352, 600)], tint(SLATE, 0.16))
    sheet.blob([(488, 600), (488, 520), (518, 504), (548, 540), (554, 600)], tint(SLATE, 0.16))
    return sheet


def works() -> Sheet:
    """A scaffold in front of a house, half of the wall already clad."""
    sheet = scene()
    sheet.dot((690, 110), 46, GLOW)
    sheet.box(0, 516, 840, 600, SOFT)
    house(sheet, 210, 236, 630, 530, MIDDLE)
    sheet.box(210, 248, 424, 530, GLOW)
    for y in (304, 360, 416, 472):
        sheet.box(210, y, 424, y + 4, WHITE)
    window(sheet, 268, 316, 92, 96, STRONG)
    window(sheet, 486, 316, 92, 96, STRONG)
    for x in (170, 330, 510, 670):
        sheet.box(x - 6, 150, x + 6, 540, DEEP, 6)
    for y in (262, 440):
        sheet.box(150, y, 690, y + 16, tint(SLATE, 0.9), 4)
    sheet.line([(170, 440), (330, 278)], 7, DEEP)
    sheet.line([(510, 278), (670, 440)], 7, DEEP)
    sheet.box(150, 206, 690, 214, DEEP, 4)
    person(sheet, (420, 440), 150, EMBER, DEEP)
    sheet.line([(434, 352), (478, 330)], 13, EMBER)
    sheet.box(470, 306, 520, 350, WHITE, 5)
    return sheet


def neighbours() -> Sheet:
    """Neighbours with cups in front of a warm wall; one lays a hand on it."""
    sheet = scene()
    sheet.box(0, 0, 840, 470, tint(SLATE, 0.16))
    sheet.box(560, 0, 840, 470, GLOW)
    sheet.box(0, 470, 840, 600, SOFT)
    window(sheet, 70, 44, 250, 120, tint(SLATE, 0.28))
    people = (
        (170, 326, STRONG, DEEP, WHITE, True),
        (320, 350, tint(SLATE, 0.55), STRONG, tint(SLATE, 0.3), False),
        (470, 322, DEEP, tint(SLATE, 0.45), WHITE, True),
        (640, 352, EMBER, DEEP, WHITE, False),
    )
    for x, height, clothes, hair, skin, long in people:
        person(sheet, (x, 560), height, clothes, hair, skin, long)
    sheet.line([(680, 372), (752, 318)], 26, EMBER)
    sheet.oval((766, 306), (17, 20), WHITE)
    for x, y in ((208, 398), (360, 392), (512, 402)):
        sheet.ring((x + 18, y), (9, 10), 6, WHITE)
        sheet.box(x - 16, y - 18, x + 16, y + 20, WHITE, 7)
    for radius in (46, 78):
        sheet.line(arc((766, 306), (radius, radius), -70, 70), 6, tint(WARM, 0.65))
    return sheet


def counter() -> Sheet:
    """A reception counter with a nurse and a form."""
    sheet = scene()
    sheet.box(0, 0, 840, 420, tint(SLATE, 0.14))
    sheet.box(90, 70, 300, 236, WHITE, 12)
    for y, end in ((112, 260), (148, 236), (184, 250)):
        sheet.box(122, y, end, y + 12, SOFT, 6)
    sheet.box(574, 60, 764, 250, WHITE, 95)
    sheet.line([(669, 96), (669, 156), (712, 178)], 10, STRONG)
    person(sheet, (450, 660), 440, tint(SLATE, 0.55), DEEP, long=True)
    sheet.box(40, 400, 800, 440, DEEP, 12)
    sheet.box(70, 440, 770, 600, STRONG)
    sheet.box(70, 440, 770, 456, tint(SLATE, 0.95))
    for x in (208, 378, 548):
        sheet.box(x, 478, x + 8, 600, tint(SLATE, 0.62), 4)
    sheet.shape([(214, 402), (244, 330), (360, 330), (350, 402)], WHITE)
    for y in (348, 366, 384):
        sheet.line([(250 - (y - 348) * 0.3, y), (334, y)], 5, SOFT)
    sheet.line([(352, 396), (392, 322)], 9, EMBER)
    sheet.box(560, 312, 690, 400, DEEP, 10)
    sheet.box(572, 324, 678, 388, tint(SLATE, 0.3), 4)
    sheet.box(612, 396, 640, 410, DEEP)
    return sheet


def steps() -> Sheet:
    """First steps on a walking frame, towards a window full of light."""
    sheet = scene()
    sheet.box(0, 0, 840, 480, tint(SLATE, 0.15))
    sheet.box(0, 480, 840, 600, SOFT)
    sheet.box(500, 60, 780, 400, WHITE, 8)
    sheet.box(520, 80, 760, 380, tint(WARM, 0.28))
    sheet.dot((640, 210), 62, EMBER)
    sheet.shape([(520, 380), (520, 316), (590, 276), (660, 330), (760, 286), (760, 380)], tint(SLATE, 0.32))
    sheet.box(636, 80, 648, 380, WHITE)
    sheet.shape([(500, 400), (780, 400), (700, 560), (330, 560)], tint(WARM, 0.22))
    sheet.box(-20, 330, 176, 420, WHITE, 16)
    sheet.box(-20, 396, 200, 450, MIDDLE, 12)
    sheet.box(160, 300, 180, 520, STRONG, 8)
    person(sheet, (330, 548), 400, STRONG, DEEP, tint(SLATE, 0.4))
    sheet.line([(366, 300), (430, 352), (466, 350)], 32, STRONG)
    sheet.dot((470, 350), 18, tint(SLATE, 0.4))
    for shift in (0, 54):
        sheet.line([(428 + shift, 362), (402 + shift * 1.5, 556)], 11, DEEP)
    sheet.line([(420, 362), (494, 362)], 14, DEEP)
    sheet.line([(414, 466), (492, 466)], 9, DEEP)
    return sheet


def phone() -> Sheet:
    """A phone with an exercise film, its counter and a button."""
    sheet = scene()
    sheet.dot((420, 320), 270, tint(SLATE, 0.17))
    sheet.box(270, 30, 570, 640, DEEP, 46)
    sheet.box(290, 76, 550, 640, WHITE, 16)
    sheet.box(380, 48, 460, 58, MIDDLE, 5)
    sheet.box(310, 98, 530, 300, tint(SLATE, 0.2), 14)
    sheet.line([(340, 262), (500, 262)], 9, MIDDLE)
    sheet.line([(372, 246), (420, 214), (448, 236)], 20, STRONG)
    sheet.line([(448, 236), (498, 176)], 18, DEEP)
    sheet.line([(372, 244), (352, 190)], 22, STRONG)
    sheet.dot((346, 158), 19, DEEP)
    sheet.dot((502, 128), 19, WHITE)
    sheet.shape([(496, 117), (513, 128), (496, 139)], EMBER)
    for number in range(5):
        x = 330 + number * 45
        sheet.dot((x, 344), 15, EMBER if number < 3 else SOFT)
        if number < 3:
            sheet.line([(x - 6, 344), (x - 2, 350), (x + 7, 338)], 4.5, WHITE)
    for y, end in ((392, 520), (420, 470)):
        sheet.box(316, y, end, y + 12, SOFT, 6)
    sheet.box(316, 466, 524, 528, STRONG, 31)
    sheet.box(362, 490, 478, 503, WHITE, 6)
    return sheet


# -- logos --------------------------------------------------------------------------------------------------------
def logo(words: tuple[str, str], colour: str, mark: Callable[[Sheet, Colour], None]) -> Sheet:
    """A mark in the left square, a name in two lines beside it."""
    ink = rgb(colour)
    sheet = Sheet(720, 240, WHITE)
    mark(sheet, ink)
    size = min(72, *(_size_for(word, 466) for word in words))
    face = ImageFont.truetype(str(BOLD), round(size * OVERSAMPLING))
    for y, word in zip((40, 124), words, strict=True):
        sheet.draw.text((246 * OVERSAMPLING, y * OVERSAMPLING), word, font=face, fill=ink)
    return sheet


def _size_for(word: str, room: float) -> float:
    """The size in pixels at which a word fills the room."""
    return room / ImageFont.truetype(str(BOLD), 1000).getlength(word) * 1000


def roof_mark(sheet: Sheet, ink: Colour) -> None:
    """A roof over a rising sun."""
    sheet.box(10, 10, 220, 230, ink, 44)
    sheet.shape(arc((115, 186), (52, 52), 180, 360), EMBER)
    sheet.line([(48, 118), (115, 58), (182, 118)], 18, WHITE)
    sheet.line([(48, 188), (182, 188)], 14, WHITE)


def bridge_mark(sheet: Sheet, ink: Colour) -> None:
    """A footbridge: two arches under a deck."""
    sheet.line([(20, 108), (210, 108)], 20, ink)
    for middle in (68, 162):
        sheet.line(arc((middle, 188), (36, 58), 180, 360), 16, ink)
    for x in (28, 115, 202):
        sheet.line([(x, 64), (x, 108)], 12, ink)


def joint_mark(sheet: Sheet, ink: Colour) -> None:
    """A ball in its socket, in a ring."""
    sheet.dot((115, 120), 104, ink)
    sheet.line(arc((115, 126), (58, 58), 150, 390), 20, WHITE)
    sheet.dot((115, 130), 30, EMBER)
    sheet.line([(115, 148), (115, 206)], 20, WHITE)


SCENES: dict[str, Callable[[], Sheet]] = {
    "scene-audit": audit,
    "scene-works": works,
    "scene-neighbours": neighbours,
    "scene-counter": counter,
    "scene-steps": steps,
    "scene-phone": phone,
    "logo-guichet": lambda: logo(("Guichet", "habitat"), "#14532D", roof_mark),
    "logo-passerelle": lambda: logo(("Studio", "Passerelle"), "#37474F", bridge_mark),
    "logo-hospital": lambda: logo(("Joint unit", "St Alder"), "#0B4F6C", joint_mark),
    "logo-footbridge": lambda: logo(("Footbridge", "Studio"), "#37474F", bridge_mark),
}


def main() -> None:
    """Draws every scene and logo."""
    for name, draw in SCENES.items():
        draw().save(name)


if __name__ == "__main__":
    main()
