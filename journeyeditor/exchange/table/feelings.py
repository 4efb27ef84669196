"""What people write where a feeling is asked for: numbers on some scale, signs, smileys, stars, words.

The scale of a column is guessed from all its numbers, for one of them alone says nothing. Our own is -2 to +2.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping

import msgspec

from journeyeditor.exchange.building import EXACT
from journeyeditor.exchange.table.folding import folded
from journeyeditor.model.records import HIGHEST_EMOTION, LOWEST_EMOTION

NUMBER = re.compile(r"([+-]?\d{1,15}(?:([.,])\d{1,400})?(?:[eE][+-]?\d{1,3})?) ?(?:(%)|/ ?(\d{1,4}))?")
STARS = re.compile(r"(?:[★⭐✭✮]\ufe0f?)+[☆✩]*|[☆✩]+")
INVISIBLE = re.compile("[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff♀♂]")
"""What gives a smiley a colour or a sex."""
MINUS = str.maketrans("−–‒﹣－", "-----")
MOST_STARS = 5

_SIGNS: Mapping[float, str] = {
    2.0: "+++ ++ :-D :D",
    1.0: "+ :-) :) (: ↑ ↗",
    0.0: "= ~ ± +/- o :-| :| →",
    -1.0: "- :-/ :/ :-( :( ↘ ↓",
    -2.0: "--- -- :'( :,( >:(",
}
SIGNS: Mapping[str, float] = {sign: value for value, said in _SIGNS.items() for sign in said.split()}
SMILEYS: Mapping[str, float] = {
    **dict.fromkeys("😍🤩🥰😁😀😃😄😆🥳❤💚💖😻🎉", 2.0),
    **dict.fromkeys("🙂😊☺😉😌😋😎🤗👍👌😇😺", 1.0),
    **dict.fromkeys("😐😶😑🤔🙄😏😬⚪🟡", 0.0),
    **dict.fromkeys("🙁☹😕😟😒😞😔😣😖😥😓😰😧👎🟠😿", -1.0),
    **dict.fromkeys("😡😠🤬😤😭😢😱😫😩💔🤮🔴👿😾", -2.0),
    **dict.fromkeys("🟢", 1.0),
}
_WORDS: Mapping[float, str] = {
    2.0: "delighted; very happy; very satisfied; very positive; excellent; enthusiastic; amazed; thrilled; excited; "
    "enchanté; ravi; ravie; très satisfait; très satisfaite; très content; très positif; enthousiaste; émerveillé",
    1.0: "content; happy; satisfied; positive; good; pleased; relieved; confident; curious; interested; hopeful; "
    "satisfait; satisfaite; contente; positif; positive; bon; bien; rassuré; rassurée; soulagé; confiant; confiante; "
    "curieux; curieuse; intéressé; intéressée; heureux; heureuse",
    0.0: "neutral; indifferent; ok; okay; so so; mixed; average; neutre; indifférent; indifférente; moyen; mitigé; bof",
    -1.0: "annoyed; unhappy; dissatisfied; negative; bad; worried; confused; disappointed; anxious; bored; impatient; "
    "uncertain; stressed; sad; agacé; agacée; mécontent; mécontente; insatisfait; insatisfaite; négatif; mauvais; "
    "inquiet; inquiète; déçu; déçue; perdu; perdue; anxieux; stressé; stressée; impatiente; triste; hésitant",
    -2.0: "angry; very unhappy; very dissatisfied; very negative; frustrated; furious; desperate; terrible; awful; "
    "excédé; excédée; très mécontent; très insatisfait; très négatif; frustré; frustrée; furieux; furieuse; "
    "en colère; désespéré; énervé; énervée",
}
WORDS: Mapping[str, float] = {folded(word): value for value, said in _WORDS.items() for word in said.split(";")}


class Scale(msgspec.Struct, frozen=True):
    """From the worst to the best feeling that a column can say."""

    low: float
    high: float

    def feeling(self, value: float) -> float:
        """The value on our own scale."""
        if self == OWN:
            return value
        share = (value - self.low) / (self.high - self.low)
        return round(LOWEST_EMOTION + share * (HIGHEST_EMOTION - LOWEST_EMOTION), EXACT)


OWN = Scale(LOWEST_EMOTION, HIGHEST_EMOTION)
PER_CENT = Scale(0, 100)
SCALES = (OWN, Scale(1, 5), Scale(0, 5), Scale(1, 7), Scale(1, 10), Scale(0, 10), PER_CENT)
"""Scales that people use, the likeliest first."""
SCALES_WITH_MINUS = (OWN, Scale(-3, 3), Scale(-5, 5), Scale(-10, 10), Scale(-100, 100))


class Said(msgspec.Struct, frozen=True):
    """What one cell says: a number still to be read on the column's scale, or a feeling; and words beside it."""

    number: float | None = None
    feeling: float | None = None
    words: str = ""
    comma: bool = False
    """Whether a comma was the decimal sign."""


def said_in(cell: str) -> Said | None:
    """What a cell of feelings says; None for an empty one."""
    bare = " ".join(unicodedata.normalize("NFKC", cell).translate(MINUS).split())
    if not bare:
        return None
    if (found := NUMBER.fullmatch(bare)) and math.isfinite(float(found[1].replace(",", "."))):
        return _number(found)
    if bare in SIGNS:
        return Said(feeling=SIGNS[bare])
    if STARS.fullmatch(bare.replace(" ", "")):
        return Said(feeling=_stars(bare))
    return _worded(cell.strip(), bare)


def _number(found: re.Match[str]) -> Said:
    value, comma = float(found[1].replace(",", ".")), found[2] == ","
    if found[3]:
        return Said(feeling=_clamped(PER_CENT.feeling(value)), comma=comma)
    if found[4]:
        most = int(found[4])
        return Said(feeling=_clamped(Scale(min(1, most - 1), most).feeling(value)) if most else 0.0, comma=comma)
    return Said(number=value, comma=comma)


def _stars(text: str) -> float:
    full = sum(sign in "★⭐✭✮" for sign in text)
    return _clamped(Scale(1, MOST_STARS).feeling(max(1, full)))


def _worded(cell: str, bare: str) -> Said:
    """A smiley with or without words, or words alone; the feeling stays open where they are not known."""
    visible = INVISIBLE.sub("", bare)
    faces = [sign for sign in visible if sign in SMILEYS]
    if faces:
        rest = "".join(sign for sign in INVISIBLE.sub("", cell) if sign not in SMILEYS).strip()
        return Said(feeling=SMILEYS[faces[0]], words=rest)
    for sign, value in SIGNS.items():
        if len(sign) > 1 and sign in bare.split(" "):
            return Said(feeling=value, words=cell.replace(sign, "", 1).strip())
    return Said(feeling=WORDS.get(folded(bare)), words=cell)


def _clamped(value: float) -> float:
    return min(HIGHEST_EMOTION, max(LOWEST_EMOTION, value))


def scale_of(numbers: Iterable[float]) -> Scale | None:
    """The scale that all numbers of a column fit; None where there is none that people use."""
    found = list(numbers)
    low, high = min(found, default=0.0), max(found, default=0.0)
    scales = SCALES_WITH_MINUS if low < 0 else SCALES
    return next((scale for scale in scales if scale.low <= low and high <= scale.high), None)
