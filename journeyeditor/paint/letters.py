"""Text by glyph id: what a page says, and what each face must then be able to tell a reader of the PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeyeditor.fonts import Face, Glyph, Run

CODE = tuple(f"{number:04X}" for number in range(0x10000))
"""Glyph ids as the two bytes that Identity-H takes them for."""
NEAR = 0.0005
"""A glyph that stands nearer than this part of the em to where its neighbour's width ends needs no shift."""

_SPACE = 0x20


class Letters:
    """One face in one document: the glyphs that were used, their widths, and the text that each stands for."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        """Its name in the pages' resources."""
        self.advances: dict[int, float] = {}
        """Width of each used glyph in em."""
        self.texts: dict[int, str] = {}
        """The text of each glyph that has stood for a cluster of its own; the first text wins."""
        self._shown: dict[int, tuple[Run, str]] = {}
        space = face.font.get_nominal_glyph(_SPACE)
        if space:
            self._learn(space, " ")

    def show(self, run: Run) -> str:
        """The operators that show a run from where its first glyph stands; the font has been chosen before."""
        known = self._shown.get(id(run))
        if known is None:
            # The run is kept beside its operators: as long as it lives, no other run can have its id.
            known = self._shown[id(run)] = (run, self._plain(run) or self._spelled(run))
        return known[1]

    def _learn(self, glyph: int, text: str) -> float:
        advance: float = round(
            self.face.font.get_glyph_h_advance(glyph) / self.face.units, 5
        )  # as exact as it is written
        self.advances[glyph] = advance
        if text:
            self.texts.setdefault(glyph, text)
        return advance

    def _plain(self, run: Run) -> str:
        """One array for the run, if each glyph is a cluster on the baseline that its own text tells; else nothing."""
        advances, texts, em = self.advances, self.texts, run.em
        near, thousandth = em * NEAR, em / 1000
        array: list[str] = []
        codes: list[str] = []
        pen = run.glyphs[0].x
        if "" in [glyph.text for glyph in run.glyphs]:
            return ""
        for glyph in run.glyphs:
            number = glyph.id
            if number not in texts:
                self._learn(number, glyph.text)
            if texts[number] != glyph.text or glyph.y:
                return ""
            back = pen - glyph.x
            if back > near or back < -near:
                shift = round(back / thousandth)
                array.append(f"<{''.join(codes)}>{shift}")
                codes = []
                pen -= shift * thousandth
            codes.append(CODE[number])
            pen += advances[number] * em
        if not array:
            return f"<{''.join(codes)}> Tj"
        return f"[{''.join(array)}<{''.join(codes)}>] TJ"

    def _spelled(self, run: Run) -> str:
        """The run cluster by cluster; ActualText says what the glyphs of a cluster cannot say for themselves."""
        speech = _Speech(run)
        for cluster, text in clusters(run.glyphs):
            for glyph in cluster:
                self._learn(glyph.id, text if len(cluster) == 1 else "")
            told = len(cluster) == 1 and self.texts.get(cluster[0].id) == text
            if not told and text:
                speech.say(f"/Span<</ActualText<FEFF{utf16(text)}>>>BDC")
            for glyph in cluster:
                speech.put(glyph, self.advances[glyph.id])
            if not told and text:
                speech.say("EMC")
        return speech.done()


class _Speech:
    """Collects arrays of glyphs between marks, each glyph shifted to its place."""

    def __init__(self, run: Run) -> None:
        self._em = run.em
        self._pen = run.glyphs[0].x
        self._rise = 0.0
        self._array: list[str] = []
        self._operators: list[str] = []

    def put(self, glyph: Glyph, advance: float) -> None:
        if abs(glyph.y + self._rise) > self._em * NEAR:
            self.say(f"{-glyph.y:.3f} Ts")
            self._rise = -glyph.y
        shift = round((self._pen - glyph.x) / self._em * 1000)
        if shift:
            self._array.append(str(shift))
            self._pen -= shift * self._em / 1000
        self._array.append(f"<{CODE[glyph.id]}>")
        self._pen += advance * self._em

    def say(self, operator: str) -> None:
        if self._array:
            self._operators.append(f"[{''.join(self._array).replace('><', '')}] TJ")
            self._array = []
        self._operators.append(operator)

    def done(self) -> str:
        self.say("0 Ts" if self._rise else "")
        return " ".join(self._operators).rstrip()


def clusters(glyphs: Sequence[Glyph]) -> Iterator[tuple[Sequence[Glyph], str]]:
    """The glyphs that belong together, with the text that they stand for. Only a cluster's first glyph carries text."""
    start = 0
    for end in range(1, len(glyphs) + 1):
        if end == len(glyphs) or glyphs[end].text:
            yield glyphs[start:end], glyphs[start].text
            start = end


def utf16(text: str) -> str:
    """The text as hexadecimal UTF-16, as names and maps in a PDF want it."""
    return text.encode("utf-16-be", "replace").hex().upper()
