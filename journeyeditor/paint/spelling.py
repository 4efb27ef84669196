"""Runs of glyphs as text operators that every reader of a PDF turns back into the same text.

Readers put letters in order by their place and turn round what is written from the right, letter by letter. So a run
from the right shows them one code for each character, in visual order and side by side: a ligature, or a letter with
marks, takes the room of its last character only and is followed by silent codes for the others. Marks, which would
stand across their letter, are drawn as outlines.
In a run from the left, ActualText says what the glyphs of a cluster cannot say one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from journeyeditor.fonts import Glyph, Run
from journeyeditor.fonts.line import Shaped
from journeyeditor.paint.letters import Letters, utf16

NEAR = 0.0005
"""A glyph that stands nearer than this part of the em to where its neighbour's width ends needs no shift."""


class Spelled(msgspec.Struct, frozen=True):
    """Operators that show a run from where its first glyph stands, and the glyphs to be drawn as outlines."""

    operators: str
    outlines: tuple[Glyph, ...] = ()


def pieced(run: Run, letters: Letters) -> str:
    """The codes of a run of words from the left, with the shifts between them, to be put in an array.

    Empty if codes cannot say it all.
    A word that recurs is spelled once, for all sizes. Its shifts are in thousandths of the em and exact to a tenth, so
    that a line of a hundred pairs that are kerned ends within a hundredth of its em.
    """
    known = letters.pieces
    try:
        codes = "".join(map(known.__getitem__, map(id, run.pieces)))  # type: ignore[arg-type] # None: see below
    except KeyError:
        for piece in run.pieces:
            if id(piece) not in known:
                known[id(piece)] = _piece(piece, letters)
        return pieced(run, letters)
    except TypeError:
        return ""
    return codes if run.rightward and not (run.embolden or run.slant) else ""


def _piece(piece: Shaped, letters: Letters) -> str | None:
    """The codes of a word, if each of its glyphs is a cluster of its own on the baseline."""
    known = letters.spelled
    try:
        return "".join(map(known.__getitem__, piece))  # type: ignore[arg-type] # None: see below
    except TypeError:
        return None
    except KeyError:
        for shaped in piece:
            glyph, dx, dy, advance, text = shaped
            if dx or dy or not text:
                known[shaped] = None
                continue
            code = letters.code(glyph, text)
            closer = letters.usual[glyph][2] - advance
            known[shaped] = f"{code}>{round(closer * 1000, 1):g}<" if abs(closer) > NEAR else code
        return _piece(piece, letters)


def spelled(run: Run, letters: Letters) -> str | Spelled:
    """How a run is shown, once its font has been chosen: by operators alone, if they can say it all."""
    plain = _plain(run, letters)
    if plain:
        return plain
    return _from_left(run, letters) if run.rightward else _from_right(run, letters)


def _plain(run: Run, letters: Letters) -> str:
    """One array for the run, if each glyph is a cluster of its own on the baseline; else nothing."""
    glyphs = run.glyphs
    if not run.rightward and max(len(glyph.text) for glyph in glyphs) > 1:
        return ""
    usual, em = letters.usual, run.em
    near, thousandth = em * NEAR, em / 1000
    array: list[str] = []
    codes: list[str] = []
    pen = glyphs[0].x
    for glyph in glyphs:
        try:
            text, code, advance = usual[glyph.id]
        except KeyError:
            letters.code(glyph.id, glyph.text)
            text, code, advance = usual[glyph.id]
        if text != glyph.text:
            if not glyph.text:
                return ""
            code = letters.code(glyph.id, glyph.text)
        if glyph.y:
            return ""
        back = pen - glyph.x
        if not -near <= back <= near:
            shift = round(back / thousandth)
            array.append(f"<{''.join(codes)}>{shift}")
            codes = []
            pen -= shift * thousandth
        codes.append(code)
        pen += advance * em
    if not array:
        return f"<{''.join(codes)}> Tj"
    return f"[{''.join(array)}<{''.join(codes)}>] TJ"


def _from_left(run: Run, letters: Letters) -> Spelled:
    speech = _Speech(run, letters)
    for cluster, text in clusters(run.glyphs):
        if len(cluster) == 1:
            speech.put(cluster[0], letters.code(cluster[0].id, text))
            continue
        if text:
            speech.say(f"/Span<</ActualText<FEFF{utf16(text)}>>>BDC")
        for glyph, part in zip(cluster, _shared(text, len(cluster)), strict=True):
            speech.put(glyph, letters.code(glyph.id, part))
        if text:
            speech.say("EMC")
    return Spelled(speech.done())


def _shared(text: str, count: int) -> list[str]:
    """The text of a cluster dealt out to its glyphs, so that readers that know no ActualText find the same."""
    rest = max(0, min(count, len(text)) - 1)
    first = text[: len(text) - rest]
    return [first, *text[len(first) :], *[""] * (count - 1 - rest)]


def _from_right(run: Run, letters: Letters) -> Spelled:
    speech = _Speech(run, letters)
    outlines: list[Glyph] = []
    for cluster, text in clusters(run.glyphs):
        letter = max(cluster, key=lambda glyph: glyph.advance)
        outlines += [glyph for glyph in cluster if glyph is not letter]
        if len(text) < 2:
            speech.put(letter, letters.code(letter.id, text))
            continue
        share = letter.advance / run.em / len(text)
        speech.put(letter, letters.narrow(letter.id, text[-1], share), share)
        for further in reversed(text[:-1]):
            speech.whisper(letters.silent(further, share), share)
    return Spelled(speech.done(), tuple(outlines))


class _Speech:
    """Collects arrays of codes between marks, each glyph shifted to its place."""

    def __init__(self, run: Run, letters: Letters) -> None:
        self._em = run.em
        self._letters = letters
        self._pen = run.start
        self._rise = 0.0
        self._array: list[str] = []
        self._operators: list[str] = []

    def put(self, glyph: Glyph, code: str, advance: float | None = None) -> None:
        """A glyph at its place. `advance` in em if the code has not the glyph's own."""
        self._go(glyph)
        self.whisper(code, self._letters.usual[glyph.id][2] if advance is None else advance)

    def whisper(self, code: str, advance: float) -> None:
        """A code where the last one ended."""
        self._array.append(f"<{code}>")
        self._pen += advance * self._em

    def say(self, operator: str) -> None:
        """An operator between glyphs."""
        if self._array:
            self._operators.append(f"[{''.join(self._array).replace('><', '')}] TJ")
            self._array = []
        self._operators.append(operator)

    def done(self) -> str:
        """All operators; the baseline is where it was."""
        self.say("0 Ts" if self._rise else "")
        return " ".join(self._operators).rstrip()

    def _go(self, glyph: Glyph) -> None:
        if abs(glyph.y + self._rise) > self._em * NEAR:
            self.say(f"{-glyph.y:.3f} Ts")
            self._rise = -glyph.y
        shift = round((self._pen - glyph.x) / self._em * 1000)
        if shift:
            self._array.append(str(shift))
            self._pen -= shift * self._em / 1000


def clusters(glyphs: Sequence[Glyph]) -> Iterator[tuple[Sequence[Glyph], str]]:
    """The glyphs that belong together, with the text that they stand for. Only a cluster's first glyph carries text."""
    start = 0
    for end in range(1, len(glyphs) + 1):
        if end == len(glyphs) or glyphs[end].text:
            yield glyphs[start:end], glyphs[start].text
            start = end
