"""The operators of one page, or of one recurring shape, as text. The hot path: strings only, no objects in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeyeditor.drawing import Drawing, Group, Halo, Inset, Picture, Shape, Sketch, Stroke, Symbol, Words
from journeyeditor.drawing.bounds import MITRE
from journeyeditor.fonts import Glyph, Run
from journeyeditor.fonts.line import EMBOLDEN, SLANT
from journeyeditor.geometry import Outline
from journeyeditor.geometry.outline import rectangle
from journeyeditor.paint.glyph_outlines import glyph_path
from journeyeditor.paint.marks import Marks
from journeyeditor.paint.numbers import path, rgb
from journeyeditor.paint.tags import ARTIFACT, PageTags

OPAQUE = (1.0, 1.0)
MISSING = "#E4E9EF"
"""Stands where a picture should be that the store has not, or that cannot be read."""


@dataclass(slots=True)
class _State:
    """What the page has been told last, so that it is not told twice."""

    fill: str = "#000000"
    stroke: str = "#000000"
    pen: tuple[float, tuple[float, ...], bool] | None = None
    opacity: tuple[float, float] = (1.0, 1.0)
    font: tuple[str, float] | None = None


class Content:
    """Writes shapes as operators in millimetres, y down.

    A `part` of a page starts with whatever colours the page has, a page in black.
    """

    def __init__(self, marks: Marks, *, part: bool = False) -> None:
        self._marks = marks
        self._state = _State(fill="", stroke="") if part else _State()
        self._kept: list[_State] = []
        self.operators: list[str] = []

    def drawing(self, drawing: Drawing, tags: PageTags | None = None) -> None:
        """The whole sheet: its ground, then its groups, marked as what they are if there are tags for that."""
        if drawing.background.upper() != "#FFFFFF":
            edge = drawing.bleed
            whole = rectangle(-edge, -edge, drawing.width + 2 * edge, drawing.height + 2 * edge)
            self._marked(ARTIFACT if tags else "", [Sketch(whole, drawing.background)])
        for group in drawing.groups:
            if not group.screen_only:
                self.group(group, tags)

    def group(self, group: Group, tags: PageTags | None = None) -> None:
        """The shapes of a group, cut to its clip."""
        if group.clip is not None:
            self._keep(clip=group.clip)
        if tags is None:
            self._marked("", group.shapes)
        else:
            for opening, shapes in tags.parts(group):
                self._marked(opening, shapes)
        if group.clip is not None:
            self._restore()

    def _marked(self, opening: str, shapes: Sequence[Shape]) -> None:
        """Some shapes, marked by an operator unless it is empty."""
        if opening:
            self.operators.append(opening)
        for shape in shapes:
            if isinstance(shape, Words):
                self.words(shape)
            elif isinstance(shape, Symbol):
                self.symbol(shape)
            elif isinstance(shape, Sketch):
                self.sketch(shape)
            elif isinstance(shape, Picture):
                self.picture(shape)
            else:
                self.inset(shape)
        if opening:
            self.operators.append("EMC")

    # Outlines

    def sketch(self, sketch: Sketch) -> None:
        """An outline, filled, stroked or both."""
        fill, stroke = sketch.fill, sketch.stroke
        if not sketch.outline or (fill is None and stroke is None):
            return
        outline = path(sketch.outline)
        if fill is not None and len(sketch.fade) > 1:
            self._faded(outline, fill, sketch)
            fill = None
        if fill is not None:
            self._fill(fill)
        if stroke is not None:
            self._pen(stroke)
        if fill is None and stroke is None:
            return
        self._opacity(1.0 if fill is None else sketch.opacity, 1.0 if stroke is None else stroke.opacity)
        if fill is not None and stroke is not None and stroke.opacity < 1:
            self.operators.append(f"{outline} f")  # the fill shows through the pen: `B` would cut it away
            fill = None
        ending = "f" if stroke is None else "S" if fill is None else "B"
        self.operators.append(f"{outline} {ending}")

    def _faded(self, outline: str, colour: str, sketch: Sketch) -> None:
        self._fill(colour)
        self._opacity(1.0, 1.0)
        self.operators.append(f"q /{self._marks.fade(sketch.fade)} gs {outline} f Q")

    def symbol(self, symbol: Symbol) -> None:
        """A recurring shape, by its name."""
        if not symbol.outline or (symbol.fill is None and symbol.stroke is None):
            return
        form = self._marks.form(symbol)
        if self._state.opacity != OPAQUE:
            self._opacity(1.0, 1.0)
        scale = symbol.scale
        self.operators.append(f"q {scale:.5f} 0 0 {scale:.5f} {symbol.x:.3f} {symbol.y:.3f} cm /{form.name} Do Q")

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
        self._opacity(1.0, 1.0)
        cuts = " ".join(f"{path(cut)} W n" for cut in (frame, picture.clip) if cut)
        self.operators.append(f"q {cuts} {width:.3f} 0 0 {-height:.3f} {x:.3f} {y + height:.3f} cm /{raster.name} Do Q")

    def inset(self, inset: Inset) -> None:
        """Another drawing behind its window."""
        box, scale = inset.box, inset.scale
        if box.width <= 0 or box.height <= 0 or scale <= 0:
            return
        self._opacity(1.0, 1.0)
        window = path(rectangle(box.x, box.y, box.width, box.height))
        place = f"{scale:.8f} 0 0 {scale:.8f} {inset.x:.5f} {inset.y:.5f} cm"
        self.operators.append(f"q {window} W n {place} /{self._marks.inset(inset.drawing)} Do Q")

    # Letters

    def words(self, words: Words) -> None:
        """A line of text, on its rim if it has one."""
        runs = [run for run in words.line.runs if run.glyphs]
        if not runs:
            return
        if self._state.opacity != OPAQUE:
            self._opacity(1.0, 1.0)
        if words.halo is not None:
            self._rim(words, words.halo, runs)
        if self._state.fill != words.colour:
            self._fill(words.colour)
        code = ["BT"]
        drawn = [(run, glyph) for run in runs for glyph in self._run(run, words, code)]
        code.append("ET")
        self.operators.append(" ".join(code))
        if drawn:
            self._outlines(words, drawn)

    def _run(self, run: Run, words: Words, code: list[str]) -> tuple[Glyph, ...]:
        """Adds the operators of a run to the code; what is to be drawn as outlines is returned."""
        font = (run.face, run.em)
        if self._state.font != font:
            self._state.font = font
            code.append(f"/{self._marks.letters_of(run.face).name} {run.em:.4f} Tf")
        if run.embolden:
            # Width and colour of this stroke are forgotten again, whatever the page's pen is.
            code.append(f"{rgb(words.colour)} RG {run.em * EMBOLDEN:.4f} w 1 j 2 Tr")
            self._state.stroke, self._state.pen = "", None
        lean = f"{SLANT:.4f}" if run.slant else "0"
        shown = self._marks.spelled(run)
        operators, outlines = (shown, ()) if isinstance(shown, str) else (shown.operators, shown.outlines)
        code.append(f"1 0 {lean} -1 {words.x + run.glyphs[0].x:.3f} {words.y:.3f} Tm {operators}")
        if run.embolden:
            code.append("0 Tr")
        return outlines

    def _rim(self, words: Words, halo: Halo, runs: list[Run]) -> None:
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
            self.operators.append(f"{rgb(colour)} rg")

    def _pen(self, stroke: Stroke) -> None:
        if self._state.stroke != stroke.colour:
            self._state.stroke = stroke.colour
            self.operators.append(f"{rgb(stroke.colour)} RG")
        pen = (stroke.width, stroke.dash, stroke.round)
        if self._state.pen != pen:
            self._state.pen = pen
            dash = " ".join(f"{length:.3f}" for length in stroke.dash)
            ends = "1 J 1 j" if stroke.round else f"0 J 0 j {MITRE:g} M"
            self.operators.append(f"{stroke.width:.4f} w [{dash}] 0 d {ends}")

    def _opacity(self, fill: float, stroke: float) -> None:
        if self._state.opacity != (fill, stroke):
            self._state.opacity = (fill, stroke)
            self.operators.append(f"/{self._marks.opacity(fill, stroke)} gs")
