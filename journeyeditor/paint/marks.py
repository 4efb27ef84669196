"""What the pages of one document share: faces, degrees of opacity, recurring shapes, pictures. Each has one name."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from journeyeditor.drawing import Drawing, Picture, Stroke, Symbol
from journeyeditor.fonts import Run
from journeyeditor.fonts.catalogue import faces
from journeyeditor.geometry import Outline
from journeyeditor.paint.letters import Letters
from journeyeditor.paint.rasters import Raster, raster
from journeyeditor.paint.spelling import Spelled, spelled

Images = Callable[[str], bytes | None]
"""The store of images: bytes by hash."""
OPAQUE = (1.0, 1.0)
"""Opacity of fills and of strokes, as everything has it that says nothing else."""
Fade = tuple[tuple[float, float], ...]


class Form(msgspec.Struct):
    """A shape that recurs: painted once, under a name."""

    name: str
    outline: Outline
    fill: str | None
    stroke: Stroke | None


class Marks(msgspec.Struct):
    """Everything that pages refer to by name, in the order in which it was first used."""

    images: Images
    letters: dict[str, Letters] = msgspec.field(default_factory=dict)
    opacities: dict[tuple[float, float], str] = msgspec.field(default_factory=dict)
    """Names by opacity of fills and of strokes."""
    fades: dict[Fade, str] = msgspec.field(default_factory=dict)
    forms: dict[tuple[str, str | None, Stroke | None], list[Form]] = msgspec.field(default_factory=dict)
    rasters: dict[tuple[str, bool], Raster | None] = msgspec.field(default_factory=dict)
    """Pictures by their hash, and whether they are shown in grey; None where there is no picture to be had."""
    insets: list[Drawing] = msgspec.field(default_factory=list)
    """Drawings that are shown in others, by their number."""
    # What has been worked out, by the id of its object: a page keeps all of them alive while it is painted. Plain
    # strings, because thousands of small objects would make Python's garbage collector walk the whole drawing again.
    _spelled: dict[int, str | Spelled] = msgspec.field(default_factory=dict)
    _formed: dict[tuple[int, str | None, int], Form] = msgspec.field(default_factory=dict)
    stamps: dict[tuple[int, str | None, int, float], str] = msgspec.field(default_factory=dict)
    """The operators that show symbols: by the ids of outline and stroke, the fill and the scale."""
    _inset: dict[int, str] = msgspec.field(default_factory=dict)

    def letters_of(self, face: str) -> Letters:
        """The letters of the face of that name."""
        known = self.letters.get(face)
        if known is None:
            known = self.letters[face] = Letters(faces()[face], f"F{len(self.letters)}")
        return known

    def let_go(self) -> None:
        """Forgets what was found out of the objects of a page that is painted: others may get their ids."""
        for remembered in (self._spelled, self._formed, self.stamps):
            remembered.clear()
        for letters in self.letters.values():
            letters.pieces.clear()

    def spelled(self, run: Run) -> str | Spelled:
        """How a run is shown; lines that recur are spelled once."""
        known = self._spelled.get(id(run))
        if known is None:
            known = self._spelled[id(run)] = spelled(run, self.letters_of(run.face))
        return known

    def space(self, run: Run) -> str:
        """A space at the end of a line whose last run this is."""
        space = self.letters_of(run.face).space
        return f"<{space}> Tj" if space else ""

    def opacity(self, fill: float, stroke: float) -> str:
        """The name of a state in which fills and strokes are that opaque."""
        return self.opacities.setdefault((fill, stroke), f"G{len(self.opacities)}")

    def fade(self, stops: Fade) -> str:
        """The name of a state in which opacity changes down the sheet."""
        return self.fades.setdefault(stops, f"H{len(self.fades)}")

    def stamp(self, symbol: Symbol) -> str:
        """The operators that show a symbol, with gaps for its place; remembered in `stamps`."""
        scale = f"{symbol.scale:.5f}".rstrip("0").rstrip(".")
        stamp = f"q {scale} 0 0 {scale} %.3f %.3f cm /{self.form(symbol).name} Do Q"
        self.stamps[id(symbol.outline), symbol.fill, id(symbol.stroke), symbol.scale] = stamp
        return stamp

    def form(self, symbol: Symbol) -> Form:
        """The recurring shape that a symbol shows."""
        key = (id(symbol.outline), symbol.fill, id(symbol.stroke))
        known = self._formed.get(key)
        if known is None:
            known = self._formed[key] = self._form(symbol)
        return known

    def _form(self, symbol: Symbol) -> Form:
        same = self.forms.setdefault((symbol.name, symbol.fill, symbol.stroke), [])
        for form in same:
            if form.outline is symbol.outline or form.outline == symbol.outline:
                return form
        count = sum(len(forms) for forms in self.forms.values())
        same.append(Form(f"S{count}", symbol.outline, symbol.fill, symbol.stroke))
        return same[-1]

    def raster(self, picture: Picture) -> Raster | None:
        """What a picture shows; None if the store has no image with its hash or it cannot be read."""
        key = (picture.image, picture.grey)
        if key not in self.rasters:
            data = self.images(picture.image)
            self.rasters[key] = raster(data, f"P{len(self.rasters)}", grey=picture.grey) if data else None
        return self.rasters[key]

    def inset(self, drawing: Drawing) -> str:
        """The name under which another drawing is shown."""
        known = self._inset.get(id(drawing))
        if known is None:
            known = self._inset[id(drawing)] = f"D{len(self.insets)}"
            self.insets.append(drawing)
        return known
