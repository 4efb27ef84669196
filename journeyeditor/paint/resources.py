"""What pages refer to by name, as PDF objects: fonts, states, recurring shapes, pictures."""

from __future__ import annotations

import itertools
import re
import zlib
from graphlib import TopologicalSorter
from typing import Any

from journeyeditor.drawing import Sketch
from journeyeditor.drawing.bounds import shape_box
from journeyeditor.paint.content import Content
from journeyeditor.paint.embedding import font_object, stream
from journeyeditor.paint.marks import Fade, Form, Marks
from journeyeditor.paint.numbers import assert_finite
from journeyeditor.paint.rasters import Pixels, Raster, pixels
from journeyeditor.paint.reportlab_objects import pdfdoc

_SHOWN = re.compile(r"/(D\d+) Do\b")


def resources(document: Any, marks: Marks) -> Any:
    """One resource dictionary for all pages; everything in it is entered in the document."""
    objects = pdfdoc()
    dictionary, reference = objects.PDFDictionary, document.Reference
    insets = _insets(marks)  # first of all: what they show is named by them
    forms = [form for same in marks.forms.values() for form in same]
    bodies = {form.name: _form(form, marks) for form in forms}  # before the states: shapes may use some of their own
    states = {name: _opacity(*pair) for pair, name in marks.opacities.items()}
    shared = reference(dictionary({"ExtGState": dictionary(dict(states))}))
    for body in bodies.values():
        body.dictionary["Resources"] = shared
    states |= {name: _fade(document, stops) for stops, name in marks.fades.items()}
    bodies |= {picture.name: _picture(document, picture) for picture in marks.rasters.values() if picture}
    fonts = {letters.name: reference(font_object(document, letters)) for letters in marks.letters.values()}
    parts = {
        "Font": fonts,
        "ExtGState": states,
        "XObject": {name: reference(body) for name, body in bodies.items()},
    }
    for name, body in insets:  # each may show those before it, and has no way back to itself
        body.dictionary["Resources"] = reference(_dictionary(parts))
        parts["XObject"] = {**parts["XObject"], name: reference(body)}
    return _dictionary(parts)


def _dictionary(parts: dict[str, dict[str, Any]]) -> Any:
    dictionary = pdfdoc().PDFDictionary
    return dictionary({name: dictionary(entries) for name, entries in parts.items() if entries})


def _insets(marks: Marks) -> list[tuple[str, Any]]:
    """The drawings that are shown in others, each after those that it shows itself."""
    bodies: dict[str, Any] = {}
    shown: dict[str, list[str]] = {}
    for number, drawing in enumerate(marks.insets):  # grows meanwhile
        content = Content(marks, part=True)
        content.drawing(drawing)
        operators = "\n".join(content.operators)
        assert_finite(operators)
        corners = (0, 0, drawing.width, drawing.height)
        bodies[f"D{number}"] = stream(operators.encode("ascii"), **_form_entries(corners))
        shown[f"D{number}"] = sorted(set(_SHOWN.findall(operators)))
    return [(name, bodies[name]) for name in TopologicalSorter(shown).static_order()]


def _opacity(fill: float, stroke: float) -> Any:
    assert_finite(f"{fill} {stroke}")
    return pdfdoc().PDFDictionary({"ca": f"{fill:.4f}", "CA": f"{stroke:.4f}"})


def _form(form: Form, marks: Marks) -> Any:
    content = Content(marks, part=True)
    sketch = Sketch(form.outline, form.fill, form.stroke)
    content.sketch(sketch)
    operators = "\n".join(content.operators)
    assert_finite(operators)
    box = shape_box(sketch)
    corners = (box.x, box.y, box.right, box.bottom) if box else (0, 0, 0, 0)
    return stream(operators.encode("ascii"), **_form_entries(corners))


def _form_entries(corners: tuple[float, float, float, float]) -> dict[str, Any]:
    name = pdfdoc().PDFName
    box = f"[{' '.join(f'{corner:.3f}' for corner in corners)}]"
    return {"Type": name("XObject"), "Subtype": name("Form"), "FormType": 1, "BBox": box}


def _fade(document: Any, stops: Fade) -> Any:
    """A state whose opacity is read off a grey ramp down the sheet, in the page's own millimetres."""
    objects = pdfdoc()
    name, reference = objects.PDFName, document.Reference
    top, bottom = stops[0][0], stops[-1][0]
    numbers = " ".join(f"{value:.4f}" for stop in stops for value in stop)
    assert_finite(numbers)
    shading = (
        f"<</ShadingType 2 /ColorSpace /DeviceGray /Coords [0 {top:.4f} 0 {bottom:.4f}]"
        f" /Domain [{top:.4f} {bottom:.4f}] /Extend [true true] /Function {_ramp(stops)}>>"
    )
    entries = _form_entries((-1e4, -1e4, 1e4, 1e4))
    entries["Group"] = "<</S /Transparency /CS /DeviceGray>>"
    entries["Resources"] = f"<</Shading <</R {shading}>>>>"
    mask = {"Type": name("Mask"), "S": name("Luminosity"), "G": reference(stream(b"/R sh", **entries))}
    return objects.PDFDictionary({"SMask": objects.PDFDictionary(mask)})


def _ramp(stops: Fade) -> str:
    """A PDF function from y to grey, straight between the stops."""
    pieces = [
        f"<</FunctionType 2 /Domain [0 1] /C0 [{a:.4f}] /C1 [{b:.4f}] /N 1>>"
        for (_, a), (_, b) in itertools.pairwise(stops)
    ]
    bounds = " ".join(f"{y:.4f}" for y, _ in stops[1:-1])
    encode = " ".join("0 1" for _ in pieces)
    domain = f"{stops[0][0]:.4f} {stops[-1][0]:.4f}"
    return (
        f"<</FunctionType 3 /Domain [{domain}] /Functions [{' '.join(pieces)}] /Bounds [{bounds}] /Encode [{encode}]>>"
    )


def _picture(document: Any, picture: Raster) -> Any:
    found = pixels(picture)
    if found is None:  # damaged behind its header: an even grey, as where there is no picture
        found = Pixels(1, 1, "DeviceRGB", "FlateDecode", zlib.compress(b"\xe4\xe9\xef"))
    return _image(document, found)


def _image(document: Any, found: Pixels) -> Any:
    objects = pdfdoc()
    name = objects.PDFName
    entries = {
        "Type": name("XObject"),
        "Subtype": name("Image"),
        "Width": found.width,
        "Height": found.height,
        "BitsPerComponent": 8,
        "ColorSpace": name(found.colours),
        "Filter": name(found.packing),
    }
    if found.opacity is not None:
        entries["SMask"] = document.Reference(_image(document, found.opacity))
    return objects.PDFStream(dictionary=objects.PDFDictionary(entries), content=found.data, filters=[])
