"""The operators of one page, or of one recurring shape, as text. The hot path: strings only, no objects in between."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from journeyeditor.drawing import Drawing, Group, Halo, Inset, Picture, Shape, Sketch, Stroke, Symbol, Words
from journeyeditor.drawing.bounds import MITRE
from journeyeditor.fonts import Glyph, Run
from journeyeditor.fonts.line import EMBOLDEN, SLANT
from journeyeditor.geometry import Outline
from journeyeditor.geometry.outline import rectangle
from journeyeditor.paint.glyph_outlines import glyph_path
from journeyeditor.paint.marks import OPAQUE, Marks
from journeyeditor.paint.numbers import fill, path, pen, rgb
from journeyeditor.paint.spelling import pieced
from journeyeditor.paint.tags import PageTags

ROUND, SQUARE = "1 J 1 j", f"0 J 0 j {MITRE:g} M"
"""Ends and corners of lines."""
MISSING = "#E4E9EF"
"""Stands where a picture should be that the store has not, or that cannot be read."""


class _State(msgspec.Struct):
    """What the page has been told last, so that it is not told twice."""

    fill: str = "#000000"
    pen: Stroke | None = None
    drawn: str = ""
    """The operators of that pen."""
    opacity: tuple[float, float] = OPAQUE
    face: str = ""
    em: float = 0.0


class Content:
    """Writes shapes as operators in millimetres, y down.

    A `part` of a page starts with whatever colours the page has, a page in black.
    """

    def __init__(self, marks: Marks, *, part: bool = False) -> None:
        self._marks = marks
        self._stamps, self._letters = marks.stamps, marks.letters
        self._state = _State(fill="") if part else _State()
        self._kept: list[_State] = []
        self.operators: list[str] = []

    def drawing(self, drawing: Drawing, tags: PageTags | None = None) -> None:
        """The whole sheet: its ground, then its groups, marked as what they are if there are tags for that."""
        if drawing.background.upper() != "#FFFFFF":
            edge = drawing.bleed
            whole = rectangle(-edge, -edge, drawing.width + 2 * edge, drawing.height + 2 * edge)
            ground = Group("", "artifact", (Sketch(whole, drawing.background),))
            self.group(ground, tags)
        for group in drawing.groups:
            if not group.screen_only:
                self.group(group, tags)

    def group(self, group: Group, tags: PageTags | None = None) -> None:
        """The shapes of a group, cut to its clip."""
        if group.clip is not None:
            self._keep(clip=group.clip)
        if tags is None:
            self._shapes(group.shapes)
        else:
            for opening, shapes in tags.parts(group):
                self.operators.append(opening)
                self._shapes(shapes)
                self.operators.append("EMC")
        if group.clip is not None:
            self._restore()

    def _shapes(self, shapes: Sequence[Shape]) -> None:
        """Some shapes that belong together. A line of text that others follow ends in a space, or whoever has them read
        aloud would hear its last word and their first one as one.
        """
        lines = [*map(type, shapes)].count(Words)
        for shape in shapes:
            if isinstance(shape, Words):
                lines -= 1
                self.words(shape, spaced=lines > 0)
            elif isinstance(shape, Symbol):
                self.symbol(shape)
            elif isinstance(shape, Sketch):
                self.sketch(shape)
            elif isinstance(shape, Picture):
                self.picture(shape)
            else:
                self.inset(shape)

    # Outlines

    def sketch(self, sketch: Sketch) -> None:
        """An outline, filled, stroked or both."""
        colour, stroke = sketch.fill, sketch.stroke
        if not sketch.outline or (colour is None and stroke is None):
            return
        outline = path(sketch.outline)
        if colour is not None and len(sketch.fade) > 1:
            self._faded(outline, colour, sketch)
            colour = None
        if colour is not None:
            self._fill(colour)
        if stroke is not None:
            self._pen(stroke)
        if colour is None and stroke is None:
            return
        opacity = 1.0 if colour is None else sketch.opacity, 1.0 if stroke is None else stroke.opacity
        if opacity != self._state.opacity:
            self._opacity(opacity)
        if colour is not None and stroke is not None and stroke.opacity < 1:
            self.operators.append(f"{outline} f")  # the fill shows through the pen: `B` would cut it away
            colour = None
        ending = "f" if stroke is None else "S" if colour is None else "B"
        self.operators.append(f"{outline} {ending}")

    def _faded(self, outline: str, colour: str, sketch: Sketch) -> None:
        self._fill(colour)
        self._opacity(OPAQUE)
        self.operators.append(f"q /{self._marks.fade(sketch.fade)} gs {outline} f Q")

    def symbol(self, symbol: Symbol) -> None:
        """A recurring shape, by its name."""
        stamp = self._stamps.get((id(symbol.outline), symbol.fill, id(symbol.stroke), symbol.scale))
        if stamp is None:
            if not symbol.outline or (symbol.fill is None and symbol.stroke is None):
                return
            stamp = self._marks.stamp(symbol)
        if self._state.opacity is not OPAQUE:
            self._opacity(OPAQUE)
        self.operators.append(stamp % (symbol.x, symbol.y))

    def picture(self, picture: Picture) -> None:
        """An image in its box."""
        box = picture.box
        if box.width <= 0 or box.height <= 0:
            return
        frame = rectangle(box.x, box.y, box.width, box.height)
        raster = self._marks.raster(picture)
        if raster is None:
            self.sketch(Sketch(picture.clip or frame, MISSING))
            return
        x, y, scale = raster.placed(box, picture.fit)
        width, height = raster.width * scale, raster.height * scale
        self._opacity(OPAQUE)
        cuts = " ".join(f"{path(cut)} W n" for cut in (frame, picture.clip) if cut)
        self.operators.append(f"q {cuts} {width:.3f} 0 0 {-height:.3f} {x:.3f} {y + height:.3f} cm /{raster.name} Do Q")

    def inset(self, inset: Inset) -> None:
        """Another drawing behind its window."""
        box, scale = inset.box, inset.scale
        if box.width <= 0 or box.height <= 0 or scale <= 0:
            return
        self._opacity(OPAQUE)
        window = path(rectangle(box.x, box.y, box.width, box.height))
        place = f"{scale:.8f} 0 0 {scale:.8f} {inset.x:.5f} {inset.y:.5f} cm"
        self.operators.append(f"q {window} W n {place} /{self._marks.inset(inset.drawing)} Do Q")

    # Letters

    def words(self, words: Words, *, spaced: bool = False) -> None:
        """A line of text, on its rim if it has one, ended by a space if it is `spaced`."""
        state = self._state
        runs = words.line.runs
        if state.opacity is not OPAQUE:
            self._opacity(OPAQUE)
        if len(runs) == 1 and words.halo is None:
            run = runs[0]
            letters = self._letters.get(run.face) or self._marks.letters_of(run.face)
            codes = pieced(run, letters)
            if codes:
                if state.fill != words.colour:
                    self._fill(words.colour)
                change = self._font(run)
                if spaced:
                    codes += letters.space
                shown = f"[<{codes}>] TJ" if ">" in codes else f"<{codes}> Tj"
                self.operators.append(f"BT {change}1 0 0 -1 {words.x:.3f} {words.y:.3f} Tm {shown} ET")
                return
        if runs:
            self._line(words, runs, spaced=spaced)

    def _line(self, words: Words, runs: Sequence[Run], *, spaced: bool) -> None:
        if words.halo is not None:
            self._rim(words, words.halo, runs)
        if self._state.fill != words.colour:
            self._fill(words.colour)
        code = ["BT"]
        drawn = [(run, glyph) for run in runs for glyph in self._run(run, words, code)]
        if spaced:
            code.append(self._marks.space(runs[-1]))
        code.append("ET")
        self.operators.append(" ".join(code))
        if drawn:
            self._outlines(words, drawn)

    def _font(self, run: Run) -> str:
        """The operator that chooses the face of a run and its size (mm), unless the page has them already."""
        state = self._state
        em = run.em
        if state.em == em and state.face == run.face:
            return ""
        state.face, state.em = run.face, em
        letters = self._marks.letters_of(run.face)
        return letters.sizes.get(em) or letters.size(em)

    def _run(self, run: Run, words: Words, code: list[str]) -> tuple[Glyph, ...]:
        """Adds the operators of a run to the code; what is to be drawn as outlines is returned."""
        if change := self._font(run):
            code.append(change.rstrip())
        if run.embolden:
            # Width and colour of this stroke are forgotten again, whatever the page's pen is.
            code.append(f"{rgb(words.colour)} RG {run.em * EMBOLDEN:.4f} w 1 j 2 Tr")
            self._state.pen, self._state.drawn = None, ""
        lean = f"{SLANT:.4f}" if run.slant else "0"
        shown = self._marks.spelled(run)
        operators, outlines = (shown, ()) if isinstance(shown, str) else (shown.operators, shown.outlines)
        code.append(f"1 0 {lean} -1 {words.x + run.start:.3f} {words.y:.3f} Tm {operators}")
        if run.embolden:
            code.append("0 Tr")
        return outlines

    def _rim(self, words: Words, halo: Halo, runs: Sequence[Run]) -> None:
        """The outlines of the letters, stroked. Not text, or it would be read and found twice."""
        self.operators.append(f"q {rgb(halo.colour)} RG [] 0 d 1 j")
        for run in runs:
            width = 2 * halo.width + (run.em * EMBOLDEN if run.embolden else 0)
            self.operators += [self._outline(words, run, glyph, "S", width) for glyph in run.glyphs]
        self.operators.append("Q")

    def _outlines(self, words: Words, drawn: list[tuple[Run, Glyph]]) -> None:
        """Glyphs that are drawn and not written."""
        self.operators.append(f"q {rgb(words.colour)} RG [] 0 d 1 j")
        for run, glyph in drawn:
            bold = run.em * EMBOLDEN if run.embolden else 0.0
            self.operators.append(self._outline(words, run, glyph, "B" if bold else "f", bold))
        self.operators.append("Q")

    def _outline(self, words: Words, run: Run, glyph: Glyph, ending: str, width: float) -> str:
        """One glyph as a path, painted with that operator and a pen of that width (mm)."""
        face = self._marks.letters_of(run.face).face
        outline = glyph_path(face, glyph.id)
        if not outline:
            return ""
        scale = run.em / face.units
        lean = scale * SLANT if run.slant else 0.0
        place = f"{scale:.8f} 0 {lean:.8f} {-scale:.8f} {words.x + glyph.x:.3f} {words.y + glyph.y:.3f} cm"
        return f"q {place} {width / scale:.3f} w {outline} {ending} Q"

    # What the page remembers

    def _keep(self, clip: Outline) -> None:
        self._kept.append(replace(self._state))
        self.operators.append(f"q {path(clip)} W n" if clip else "q")

    def _restore(self) -> None:
        self._state = self._kept.pop()
        self.operators.append("Q")

    def _fill(self, colour: str) -> None:
        if self._state.fill != colour:
            self._state.fill = colour
            self.operators.append(fill(colour))

    def _pen(self, stroke: Stroke) -> None:
        """Colour, width, dash and ends at once: what changes one of them mostly changes others too."""
        state = self._state
        if state.pen is not stroke:
            state.pen = stroke
            operators = pen(stroke.colour, stroke.width, stroke.dash, ROUND if stroke.round else SQUARE)
            if state.drawn != operators:
                state.drawn = operators
                self.operators.append(operators)

    def _opacity(self, wanted: tuple[float, float]) -> None:
        if self._state.opacity != wanted:
            self._state.opacity = OPAQUE if wanted == OPAQUE else wanted
            self.operators.append(f"/{self._marks.opacity(*wanted)} gs")
