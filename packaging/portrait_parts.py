"""What portraits are made of: a head on shoulders, hair, beards and clothes, all in tints of one colour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flat_pictures import PERSONA_COLOURS, Colour, Point, Sheet, arc, mirrored, spline, tint

MIDDLE = 300.0
FACE: Point = (300, 296)
WIDE, HIGH = 90.0, 116.0
"""Half the face's width and height."""
WINDOW = (46.0, 78.0, 554.0, 586.0)
"""The part that is shown: head and shoulders fill the circle."""
COVERED_EARS = ("bob", "long", "curls", "scarf")


@dataclass(frozen=True)
class Look:
    """One face. Tones are strengths of the persona's colour: 0 white, 1 full, above 1 darker."""

    style: int
    hair: str
    clothes: str = "crew"
    skin: float = 0.06
    hair_tone: float = 1.25
    cloth_tone: float = 0.55
    glasses: str = ""
    beard: str = ""
    earrings: bool = False
    lines: bool = False
    """Lines of age beside the mouth and under the eyes."""


class Portrait:
    """A sheet with the colours of one look."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.colour = PERSONA_COLOURS[look.style - 1]
        self.sheet = Sheet(600, 600, tint(self.colour, 0.16))
        self.skin = tint(self.colour, look.skin)
        self.shade = tint(self.colour, look.skin + 0.17)
        self.hair = tint(self.colour, look.hair_tone)
        self.dark = tint(self.colour, 1.55)
        self.cloth = tint(self.colour, look.cloth_tone)

    def tone(self, strength: float) -> Colour:
        """The persona's colour at another strength."""
        return tint(self.colour, strength)

    def draw(self) -> Sheet:
        """Everything, from the back to the front."""
        back, front = HAIR[self.look.hair]
        back(self)
        self.body()
        self.head()
        if self.look.beard:
            BEARDS[self.look.beard](self)
        self.features()
        front(self)
        if self.look.glasses:
            self.glasses()
        if self.look.earrings:
            for side in (-1, 1):
                self.sheet.dot((MIDDLE + side * 96, 352), 10, self.dark)
        return self.sheet

    def body(self) -> None:
        """Neck, shoulders and clothes."""
        half = spline([(MIDDLE - 58, 452), (190, 480), (112, 520), (72, 580), (58, 660)])
        self.sheet.shape([*half, *mirrored(half, MIDDLE)], self.cloth)
        self.sheet.shape([(258, 380), (342, 380), (344, 470), (256, 470)], self.shade)
        self.sheet.oval((MIDDLE, 462), (46, 24), self.shade)
        CLOTHES[self.look.clothes](self)

    def head(self) -> None:
        """Ears and face."""
        for side in () if self.look.hair in COVERED_EARS else (-1, 1):
            self.sheet.oval((MIDDLE + side * 90, 306), (19, 26), self.skin)
            self.sheet.oval((MIDDLE + side * 92, 306), (9, 14), self.shade)
        self.sheet.shape(face_outline(), self.skin)

    def features(self) -> None:
        """Brows, eyes, nose, mouth and cheeks."""
        sheet = self.sheet
        for side in (-1, 1):
            sheet.dot((MIDDLE + side * 37, 300), 8.5, self.dark)
            brow = [(MIDDLE + side * 22, 272), (MIDDLE + side * 38, 266), (MIDDLE + side * 54, 273)]
            sheet.curve(brow, 6, self.tone(max(self.look.hair_tone, self.look.skin + 0.35)))
            if not self.look.beard:
                sheet.oval((MIDDLE + side * 56, 338), (15, 10), self.tone(self.look.skin + 0.1))
            if self.look.lines:
                sheet.curve([(MIDDLE + side * 46, 345), (MIDDLE + side * 54, 360), (MIDDLE + side * 50, 374)], 3.5,
                            self.tone(self.look.skin + 0.28))  # fmt: skip
                sheet.curve([(MIDDLE + side * 28, 318), (MIDDLE + side * 38, 322), (MIDDLE + side * 48, 318)], 3,
                            self.tone(self.look.skin + 0.2))  # fmt: skip
        sheet.curve([(302, 306), (308, 326), (297, 331)], 5, self.tone(self.look.skin + 0.22))
        drop = 8 if self.look.beard == "moustache" else 0
        mouth = [(274, 357 + drop), (286, 367 + drop), (300, 370 + drop), (314, 367 + drop), (326, 357 + drop)]
        sheet.curve(mouth, 6.5, self.skin if self.look.beard == "full" else self.dark)

    def glasses(self) -> None:
        """Round or square glasses."""
        for side in (-1, 1):
            centre = (MIDDLE + side * 38, 300)
            if self.look.glasses == "round":
                self.sheet.ring(centre, (29, 29), 6, self.dark)
            else:
                left, top, right, bottom = centre[0] - 31, 277, centre[0] + 31, 323
                corners = [(left, top), (right, top), (right - 3, bottom), (left + 3, bottom), (left, top)]
                self.sheet.line(corners, 6, self.dark)
            if self.look.hair != "scarf":
                self.sheet.line([(MIDDLE + side * 68, 297), (MIDDLE + side * 88, 292)], 5, self.dark)
        self.sheet.curve([(290, 298), (300, 293), (310, 298)], 5, self.dark)

    def cap(self, rise: float, breadth: float, low: float, hairline: list[Point]) -> None:
        """Hair on the upper head: from `low` at the left temple over the top (`rise` above the face) to the right."""
        outer = arc((FACE[0], low), (WIDE + breadth, low - (FACE[1] - HIGH) + rise), 180, 360)
        self.sheet.shape([*outer, *spline(hairline)], self.hair)


def face_outline() -> list[Point]:
    """An oval that is a little narrower towards the chin."""
    outline = []
    for x, y in arc(FACE, (WIDE, HIGH), 0, 360, 160):
        lower = max(0.0, (y - FACE[1]) / HIGH)
        outline.append((MIDDLE + (x - MIDDLE) * (1 - 0.14 * lower**2), y))
    return outline


# -- hair: what lies behind the head, and what lies before it -----------------------------------------------------
def nothing(_portrait: Portrait) -> None:
    """No hair on this side."""


def bob_back(p: Portrait) -> None:
    """A straight cut to the chin."""
    half = spline([(MIDDLE, 138), (222, 152), (178, 214), (166, 310), (160, 392), (172, 428), (226, 436)])
    p.sheet.shape([*half, *mirrored(half, MIDDLE)], p.hair)


def bob_front(p: Portrait) -> None:
    """A fringe to the side."""
    p.cap(34, 18, 300, [(390, 300), (378, 252), (346, 222), (300, 226), (250, 236), (222, 262), (210, 302)])


def long_back(p: Portrait) -> None:
    """Wavy hair that falls over the shoulders."""
    half = spline([(MIDDLE, 134), (214, 150), (170, 220), (168, 300), (150, 360), (164, 420), (140, 476), (176, 524),
                   (240, 520)])  # fmt: skip
    p.sheet.shape([*half, *mirrored(half, MIDDLE)], p.hair)


def parted_front(p: Portrait) -> None:
    """Hair parted in the middle."""
    p.cap(36, 20, 310, [(388, 320), (376, 268), (346, 236), (304, 196), (258, 236), (226, 268), (212, 320)])


def bun_back(p: Portrait) -> None:
    """A knot on top."""
    p.sheet.dot((MIDDLE, 142), 50, p.hair)


def bun_front(p: Portrait) -> None:
    """Hair drawn back, with a band."""
    p.cap(22, 12, 292, [(392, 296), (382, 250), (350, 216), (300, 206), (250, 216), (218, 250), (208, 296)])
    p.sheet.curve([(262, 166), (300, 158), (338, 166)], 9, p.tone(max(0.3, p.look.hair_tone - 0.75)))


def pony_back(p: Portrait) -> None:
    """A tail over one shoulder."""
    p.sheet.blob(
        [(366, 190), (430, 226), (450, 320), (436, 420), (452, 500), (404, 512), (384, 430), (392, 320)], p.hair
    )


def pony_front(p: Portrait) -> None:
    """Hair swept to one side."""
    p.cap(26, 14, 300, [(392, 300), (374, 262), (330, 238), (268, 210), (238, 236), (218, 262), (208, 302)])


def afro_back(p: Portrait) -> None:
    """A full round head of curls."""
    for x, y in arc((MIDDLE, 244), (112, 100), 150, 390, 15):
        p.sheet.dot((x, y), 52, p.hair)
    p.sheet.oval((MIDDLE, 240), (130, 112), p.hair)


def afro_front(p: Portrait) -> None:
    """Curls along the hairline."""
    for x, y in arc((MIDDLE, 282), (86, 84), 188, 352, 9):
        p.sheet.dot((x, y), 27, p.hair)
    p.sheet.oval((MIDDLE, 190), (82, 34), p.hair)


def curls_back(p: Portrait) -> None:
    """Shoulder-length curls."""
    places = [(198, 230), (182, 284), (176, 338), (180, 392), (206, 430), (226, 182), (268, 152)]
    for x, y in [*places, *mirrored(places, MIDDLE), (300, 146)]:
        p.sheet.dot((x, y), 46, p.hair)


def curls_front(p: Portrait) -> None:
    """Curls on the brow."""
    for x, y, r in ((222, 240, 32), (256, 206, 36), (304, 192, 38), (350, 206, 36), (380, 242, 30), (300, 172, 44)):
        p.sheet.dot((x, y), r, p.hair)


def short_front(p: Portrait) -> None:
    """Short hair with a parting."""
    p.cap(26, 10, 268, [(397, 290), (384, 250), (366, 232), (318, 232), (262, 218), (240, 206), (222, 244), (203, 290)])


def quiff_front(p: Portrait) -> None:
    """Short sides and a high front."""
    p.cap(10, 8, 262, [(396, 286), (384, 244), (340, 226), (260, 226), (216, 244), (204, 286)])
    p.sheet.blob(
        [(212, 224), (224, 176), (272, 142), (338, 132), (388, 154), (392, 200), (378, 232), (300, 222)], p.hair
    )


def crop_front(p: Portrait) -> None:
    """Very short hair."""
    p.cap(10, 5, 270, [(394, 282), (384, 240), (350, 218), (300, 212), (250, 218), (216, 240), (206, 282)])


def bald_front(p: Portrait) -> None:
    """Hair above the ears only."""
    half = [(203, 314), (192, 286), (193, 248), (204, 220), (220, 206), (229, 218), (224, 246), (217, 272), (216, 304)]
    p.sheet.blob(half, p.hair)
    p.sheet.blob(mirrored(half, MIDDLE), p.hair)
    p.sheet.curve([(268, 204), (288, 196), (306, 196)], 7, p.tone(max(0.0, p.look.skin - 0.06)))


def scarf_back(p: Portrait) -> None:
    """A headscarf, behind."""
    half = spline([(MIDDLE, 140), (226, 152), (186, 214), (178, 310), (190, 400), (168, 470), (150, 520), (220, 560)])
    p.sheet.shape([*half, *mirrored(half, MIDDLE)], p.hair)


def scarf_front(p: Portrait) -> None:
    """A headscarf around the face and over the neck."""
    half = spline(
        [(MIDDLE, 140), (226, 152), (186, 214), (180, 310), (196, 396), (186, 452), (220, 500), (MIDDLE, 528)]
    )
    hole = spline([(MIDDLE, 196), (248, 212), (222, 262), (220, 312), (238, 368), (272, 402), (MIDDLE, 410)])
    outline = [*half, *mirrored(half, MIDDLE)]
    inner = [*hole, *mirrored(hole, MIDDLE)]
    p.sheet.shape([*outline, outline[0], *reversed(inner), inner[-1]], p.hair)
    for fold in ([(214, 420), (262, 452), (338, 462)], [(206, 470), (270, 496), (350, 490)]):
        p.sheet.curve(fold, 5, p.tone(p.look.hair_tone - 0.25))
    p.sheet.curve([(232, 238), (258, 206), (300, 190), (342, 206), (368, 238)], 5, p.tone(p.look.hair_tone - 0.25))


def pixie_front(p: Portrait) -> None:
    """A short cut with a swept fringe."""
    p.cap(30, 12, 286, [(398, 310), (384, 264), (360, 240), (322, 248), (268, 256), (226, 244), (218, 270), (202, 312)])


def turban_front(p: Portrait) -> None:
    """A turban in three wraps."""
    half = [(200, 262), (186, 200), (220, 138), (300, 116)]
    p.sheet.blob([*half, *mirrored(half[:-1], MIDDLE), (350, 222), (300, 202), (250, 222)], p.hair)
    for wrap in ([(196, 232), (250, 180), (336, 128)], [(200, 200), (240, 156), (296, 122)],
                 [(404, 232), (356, 190), (304, 176)]):  # fmt: skip
        p.sheet.curve(wrap, 5, p.tone(p.look.hair_tone - 0.3))


HairPart = Callable[[Portrait], None]
HAIR: dict[str, tuple[HairPart, HairPart]] = {
    "bob": (bob_back, bob_front),
    "long": (long_back, parted_front),
    "bun": (bun_back, bun_front),
    "pony": (pony_back, pony_front),
    "afro": (afro_back, afro_front),
    "curls": (curls_back, curls_front),
    "short": (nothing, short_front),
    "quiff": (nothing, quiff_front),
    "crop": (nothing, crop_front),
    "bald": (nothing, bald_front),
    "scarf": (scarf_back, scarf_front),
    "pixie": (nothing, pixie_front),
    "turban": (nothing, turban_front),
}


# -- beards -------------------------------------------------------------------------------------------------------
def full_beard(p: Portrait) -> None:
    """A full beard, open at the mouth."""
    half = spline([(211, 318), (216, 362), (240, 406), (272, 428), (MIDDLE, 434)])
    inner = spline([(MIDDLE, 346), (268, 346), (246, 352), (230, 340), (220, 316)])
    p.sheet.shape([*half, *mirrored(half, MIDDLE), *mirrored(inner, MIDDLE)[::1], *inner], p.hair)


def moustache(p: Portrait) -> None:
    """A moustache."""
    half = spline([(MIDDLE, 338), (276, 336), (250, 350), (240, 364), (270, 362), (MIDDLE, 354)])
    p.sheet.shape([*half, *mirrored(half, MIDDLE)], p.hair)


def short_beard(p: Portrait) -> None:
    """A trimmed beard along the jaw."""
    half = spline([(210, 312), (214, 356), (238, 396), (270, 412), (MIDDLE, 414)])
    inner = spline([(MIDDLE, 392), (274, 388), (246, 368), (230, 338), (222, 312)])
    p.sheet.shape([*half, *mirrored(half, MIDDLE), *mirrored(inner, MIDDLE), *inner], p.hair)


BEARDS = {"full": full_beard, "moustache": moustache, "short": short_beard}


# -- clothes ------------------------------------------------------------------------------------------------------
def crew(p: Portrait) -> None:
    """A round neck."""
    p.sheet.curve([(250, 456), (268, 482), (300, 490), (332, 482), (350, 456)], 10, p.tone(p.look.cloth_tone + 0.2))


def v_neck(p: Portrait) -> None:
    """A pullover with a deep neck."""
    p.sheet.shape([(252, 452), (300, 528), (348, 452), (330, 440), (270, 440)], p.shade)
    p.sheet.line([(250, 452), (300, 532), (350, 452)], 11, p.tone(p.look.cloth_tone + 0.22))


def shirt(p: Portrait) -> None:
    """A shirt with a collar."""
    p.sheet.shape([(258, 450), (300, 500), (342, 450), (330, 440), (270, 440)], p.shade)
    collar = [(252, 438), (300, 500), (266, 530), (226, 466)]
    for part in (collar, mirrored(collar, MIDDLE)):
        p.sheet.shape(part, p.tone(max(0.04, p.look.cloth_tone - 0.32)))
    p.sheet.line([(300, 500), (300, 620)], 4, p.tone(p.look.cloth_tone + 0.18))


def blazer(p: Portrait) -> None:
    """A jacket over a light top."""
    p.sheet.shape([(246, 450), (300, 620), (354, 450), (330, 462), (270, 462)], p.tone(0.05))
    p.sheet.oval((MIDDLE, 458), (44, 26), p.shade)
    lapel = [(244, 446), (222, 474), (236, 530), (216, 546), (300, 640), (292, 600)]
    for part in (lapel, mirrored(lapel, MIDDLE)):
        p.sheet.shape(part, p.tone(p.look.cloth_tone + 0.22))


def roll_neck(p: Portrait) -> None:
    """A high collar."""
    p.sheet.box(246, 420, 354, 486, p.tone(p.look.cloth_tone + 0.12), 22)
    p.sheet.curve([(256, 452), (300, 462), (344, 452)], 5, p.cloth)


def hoodie(p: Portrait) -> None:
    """A hooded jumper."""
    half = spline(
        [(MIDDLE, 506), (262, 494), (238, 462), (234, 436), (206, 452), (212, 496), (256, 530), (MIDDLE, 540)]
    )
    p.sheet.shape([*half, *mirrored(half, MIDDLE)], p.tone(p.look.cloth_tone + 0.2))
    for side in (-1, 1):
        p.sheet.line([(MIDDLE + side * 22, 528), (MIDDLE + side * 24, 582)], 6, p.tone(0.06))


def apron(p: Portrait) -> None:
    """An apron over a shirt."""
    crew(p)
    p.sheet.box(222, 530, 378, 660, p.tone(p.look.cloth_tone + 0.5), 8)
    for side in (-1, 1):
        p.sheet.line([(MIDDLE + side * 72, 536), (MIDDLE + side * 56, 466)], 12, p.tone(p.look.cloth_tone + 0.5))


CLOTHES = {
    "crew": crew,
    "v-neck": v_neck,
    "shirt": shirt,
    "blazer": blazer,
    "roll-neck": roll_neck,
    "hoodie": hoodie,
    "apron": apron,
}
