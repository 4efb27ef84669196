"""A drawing becomes an SVG: text stays text, fonts come along, nothing in it acts."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from journeyeditor.drawing import Drawing, Group, Inset, Picture, Shape, Sketch, Stroke, Symbol, Words
from journeyeditor.drawing.bounds import MITRE
from journeyeditor.geometry import Outline
from journeyeditor.geometry.outline import rectangle
from journeyeditor.paint.content import MISSING
from journeyeditor.paint.links import safe_address
from journeyeditor.paint.marks import Form, Images, Marks
from journeyeditor.paint.markup import attribute, clean
from journeyeditor.paint.metadata import Metadata
from journeyeditor.paint.numbers import hexadecimal
from journeyeditor.paint.rasters import Raster, web_file
from journeyeditor.paint.sheet import check_sheet
from journeyeditor.paint.svg_text import Lettering, number

_ROOT = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
# Links are spelled the old way, `xlink:href`: every browser and every drawing program reads it.


def svg(drawing: Drawing, metadata: Metadata, images: Images) -> bytes:
    """The bytes of an SVG in millimetres; the same drawing gives the same bytes.

    `images` finds the bytes of a picture by its hash. Raises BadInput for a sheet without size.
    """
    check_sheet(drawing)
    body = _Body(images)
    shown = [line for group in drawing.groups if not group.screen_only for line in body.group(group)]
    around = drawing.surround
    width, height = number(drawing.width + 2 * around), number(drawing.height + 2 * around)
    corner = f"{number(-around)} {number(-around)}"
    language = f" xml:lang={attribute(metadata.language)} lang={attribute(metadata.language)}"
    root = f'{_ROOT} width="{width}mm" height="{height}mm" viewBox="{corner} {width} {height}"'
    definitions = list(body.definitions())
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'{root}{language if metadata.language else ""} xml:space="preserve">',
        f"<title>{clean(metadata.title)}</title>" if metadata.title else "",
        f"<desc>{clean(metadata.subject)}</desc>" if metadata.subject else "",
        f"<style>{body.lettering.style_sheet()}</style>",
        "<defs>",
        *definitions,
        "</defs>",
        _ground(drawing),
        *shown,
        "</svg>",
    ]
    return "".join(f"{line}\n" for line in lines if line).encode()


class _Body:
    """The elements of the sheet, and what they refer to."""

    def __init__(self, images: Images) -> None:
        self.lettering = Lettering()
        self._marks = Marks(images)
        self._clips: dict[str, str] = {}
        self._fades: dict[tuple[str, tuple[tuple[float, float], ...]], str] = {}

    def group(self, group: Group) -> Iterator[str]:
        """A group with its record and role, inside its link and its clip."""
        address = safe_address(group.link) if group.link else None
        if address is not None:
            yield f'<a xlink:href={attribute(address)} rel="noopener noreferrer">'
        clip = f' clip-path="url(#{self._clip(group.clip)})"' if group.clip else ""
        yield f"<g data-record={attribute(group.record)} data-role={attribute(group.role)}{clip}>"
        if group.description:
            yield f"<desc>{clean(group.description)}</desc>"
        for shape in group.shapes:
            yield from self._shape(shape)
        yield "</g>"
        if address is not None:
            yield "</a>"

    def definitions(self) -> Iterator[str]:
        """What has been referred to, once the body has been written."""
        done = 0
        while done < len(self._marks.insets):  # what they show may be named below, or be insets again
            inset = self._marks.insets[done]
            yield f'<g id="D{done}">{_ground(inset)}'
            yield from (line for group in inset.groups if not group.screen_only for line in self.group(group))
            yield "</g>"
            done += 1
        for data, name in self._clips.items():
            yield f'<clipPath id="{name}"><path d="{data}"/></clipPath>'
        for (colour, stops), name in self._fades.items():
            yield from _gradient(name, colour, stops)
        for same in self._marks.forms.values():
            for form in same:
                yield _symbol(form)
        yield from self.lettering.rims()
        for picture in self._marks.rasters.values():
            if picture is not None:
                yield _image(picture)

    def _shape(self, shape: Shape) -> Iterator[str]:
        if isinstance(shape, Words):
            yield from self.lettering.words(shape)
        elif isinstance(shape, Sketch):
            if shape.outline and (shape.fill or shape.stroke):
                yield f'<path d="{_data(shape.outline)}"{self._paint(shape)}/>'
        elif isinstance(shape, Symbol):
            if shape.outline and (shape.fill or shape.stroke):
                place = f"translate({number(shape.x)} {number(shape.y)}) scale({number(shape.scale, 5)})"
                yield f'<use xlink:href="#{self._marks.form(shape).name}" transform="{place}"/>'
        elif isinstance(shape, Picture):
            yield from self._picture(shape)
        else:
            yield from self._inset(shape)

    def _paint(self, sketch: Sketch) -> str:
        if sketch.fill and len(sketch.fade) > 1:
            name = self._fades.setdefault((sketch.fill, sketch.fade), f"h{len(self._fades)}")
            return f' fill="url(#{name})"{_stroke(sketch.stroke)}'
        return _fill(sketch.fill, sketch.opacity) + _stroke(sketch.stroke)

    def _picture(self, picture: Picture) -> Iterator[str]:
        box = picture.box
        if box.width <= 0 or box.height <= 0:
            return
        frame = rectangle(box.x, box.y, box.width, box.height)
        raster = self._marks.raster(picture)
        if raster is None:
            yield f'<path d="{_data(picture.clip or frame)}" fill="{MISSING}"/>'
            return
        x, y, scale = raster.placed(box, picture.fit)
        yield f'<g clip-path="url(#{self._clip(frame)})">'
        yield f'<g clip-path="url(#{self._clip(picture.clip)})">' if picture.clip else "<g>"
        if picture.description:
            yield f"<title>{clean(picture.description)}</title>"
        place = f"translate({number(x)} {number(y)}) scale({number(scale, 6)})"
        yield f'<use xlink:href="#{raster.name}" transform="{place}"/></g></g>'

    def _inset(self, inset: Inset) -> Iterator[str]:
        box, scale = inset.box, inset.scale
        if box.width <= 0 or box.height <= 0 or scale <= 0:
            return
        window = self._clip(rectangle(box.x, box.y, box.width, box.height))
        place = f"translate({number(inset.x, 5)} {number(inset.y, 5)}) scale({number(scale, 8)})"
        name = self._marks.inset(inset.drawing)
        yield f'<g clip-path="url(#{window})"><use xlink:href="#{name}" transform="{place}"/></g>'

    def _clip(self, outline: Outline) -> str:
        return self._clips.setdefault(_data(outline), f"c{len(self._clips)}")


def _ground(drawing: Drawing) -> str:
    """The sheet itself, as far as its background reaches."""
    edge = drawing.bleed
    corner = f' x="{number(-edge)}" y="{number(-edge)}"' if edge else ""
    size = f'width="{number(drawing.width + 2 * edge)}" height="{number(drawing.height + 2 * edge)}"'
    return f'<rect{corner} {size} fill="{hexadecimal(drawing.background)}"/>'


def _data(outline: Outline) -> str:
    return "".join(operator + " ".join(map(number, numbers)) for operator, numbers in outline)


def _fill(colour: str | None, opacity: float) -> str:
    if colour is None:
        return ' fill="none"'
    return f' fill="{hexadecimal(colour)}"' + (f' fill-opacity="{number(opacity)}"' if opacity < 1 else "")


def _stroke(stroke: Stroke | None) -> str:
    if stroke is None:
        return ""
    parts = [f' stroke="{hexadecimal(stroke.colour)}" stroke-width="{number(stroke.width)}"']
    if stroke.dash:
        parts.append(f'stroke-dasharray="{" ".join(map(number, stroke.dash))}"')
    if stroke.round:
        parts.append('stroke-linecap="round" stroke-linejoin="round"')
    else:
        parts.append(f'stroke-miterlimit="{MITRE:g}"')
    if stroke.opacity < 1:
        parts.append(f'stroke-opacity="{number(stroke.opacity)}"')
    return " ".join(parts)


def _gradient(name: str, colour: str, stops: tuple[tuple[float, float], ...]) -> Iterator[str]:
    """Opacity that changes down the sheet."""
    top, bottom = stops[0][0], stops[-1][0]
    ends = f'x1="0" y1="{number(top)}" x2="0" y2="{number(bottom)}"'
    yield f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" {ends}>'
    for y, opacity in stops:
        share = (y - top) / (bottom - top) if bottom > top else 0.0
        shade = f'stop-color="{hexadecimal(colour)}" stop-opacity="{number(opacity)}"'
        yield f'<stop offset="{share:.4f}" {shade}/>'
    yield "</linearGradient>"


def _symbol(form: Form) -> str:
    paint = _fill(form.fill, 1.0) + _stroke(form.stroke)
    return f'<symbol id="{form.name}" overflow="visible"><path d="{_data(form.outline)}"{paint}/></symbol>'


def _image(picture: Raster) -> str:
    """One image for all its places, in a unit of one pixel of the original."""
    found = web_file(picture)
    size = f'width="{picture.width}" height="{picture.height}"'
    if found is None:
        return f'<rect id="{picture.name}" {size} fill="{MISSING}"/>'
    kind, data = found
    address = f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"
    return f'<image id="{picture.name}" {size} preserveAspectRatio="none" xlink:href="{address}"/>'
