"""A face inside a PDF: Type0 with Identity-H, only the glyphs that were used, and a map back to text."""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import Any

import uharfbuzz

from journeyeditor.paint.letters import Letters, utf16
from journeyeditor.paint.reportlab_objects import pdfdoc

DEFLATE = 5
"""A third faster than the usual 6, and one to seven parts in a hundred larger."""
NEEDED = frozenset({"glyf", "loca", "head", "hhea", "hmtx", "maxp"})
"""What a reader takes from a TrueType file whose glyphs are asked for by number."""

_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""
_CMAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def font_object(document: Any, letters: Letters) -> Any:
    """The font dictionary of one face, all that it leads to having been entered in the document."""
    objects = pdfdoc()
    name, reference = objects.PDFName, document.Reference
    data, glyphs = subset(letters)
    tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
    base = name(f"{tag}+{letters.face.name}")
    file = stream(data, Length1=len(data))
    descendant = objects.PDFDictionary(
        {
            "Type": name("Font"),
            "Subtype": name("CIDFontType2"),
            "BaseFont": base,
            "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
            "FontDescriptor": reference(_descriptor(letters, base, reference(file))),
            "CIDToGIDMap": reference(stream(_glyph_map(letters, glyphs))),
            "DW": 0,
            "W": _widths(letters),
        }
    )
    return objects.PDFDictionary(
        {
            "Type": name("Font"),
            "Subtype": name("Type0"),
            "BaseFont": base,
            "Encoding": name("Identity-H"),
            "DescendantFonts": objects.PDFArray([reference(descendant)]),
            "ToUnicode": reference(stream(to_unicode(letters).encode())),
        }
    )


def stream(data: bytes, **entries: Any) -> Any:
    """A PDF stream of the data, deflated once and here."""
    objects = pdfdoc()
    dictionary = objects.PDFDictionary({**entries, "Filter": objects.PDFName("FlateDecode")})
    return objects.PDFStream(dictionary=dictionary, content=zlib.compress(data, DEFLATE), filters=[])


def subset(letters: Letters) -> tuple[bytes, dict[int, int]]:
    """A TrueType file of the used glyphs without tables that only shaping needs, and their numbers in it."""
    wish = uharfbuzz.SubsetInput()
    flags = uharfbuzz.SubsetFlags
    wish.flags = flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
    wish.glyph_set.update(code.glyph for code in letters.codes)
    face = letters.face.font.face
    wish.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in face.table_tags if tag not in NEEDED)
    plan = uharfbuzz.SubsetPlan(face, wish)
    return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping.items())


def _glyph_map(letters: Letters, glyphs: dict[int, int]) -> bytes:
    """The number of the glyph of each code, two bytes each."""
    numbers = [glyphs[code.glyph] for code in letters.codes]
    return struct.pack(f">{len(numbers)}H", *numbers)


def _descriptor(letters: Letters, base: str, file: Any) -> Any:
    objects = pdfdoc()
    face = letters.face
    extents = face.font.get_font_extents("ltr")
    box = struct.unpack(">4h", face.font.face.reference_table("head").data[36:44])
    return objects.PDFDictionary(
        {
            "Type": objects.PDFName("FontDescriptor"),
            "FontName": base,
            "Flags": 4,  # symbolic: glyphs are numbers
            "FontBBox": objects.PDFArray([_thousandths(value, face.units) for value in box]),
            "ItalicAngle": -12 if face.italic else 0,
            "Ascent": _thousandths(extents.ascender, face.units),
            "Descent": _thousandths(extents.descender, face.units),
            "CapHeight": _thousandths(face.cap_height, face.units),
            "StemV": 140 if face.bold else 80,
            "FontFile2": file,
        }
    )


def _thousandths(value: float, units: int) -> int:
    return round(value * 1000 / units)


def _widths(letters: Letters) -> str:
    """Widths of all codes in thousandths of the em."""
    widths = (f"{code.advance * 1000:.2f}".rstrip("0").rstrip(".") for code in letters.codes)
    return f"[0 [{' '.join(widths)}]]"


def to_unicode(letters: Letters) -> str:
    """The map from codes to the text they stand for, as a CMap. At most a hundred entries may stand in a block."""
    rows = [f"<{number:04X}> <{utf16(code.text)}>" for number, code in enumerate(letters.codes) if code.text]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    body = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join([_CMAP_HEAD, *body, _CMAP_FOOT])
