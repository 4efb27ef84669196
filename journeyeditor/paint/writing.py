"""The file itself: its objects packed into streams, and the table of where they are as a stream too (PDF 1.5).

ReportLab's own writer puts each object into the file as it is, which would make a tagged map twice as large.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from journeyeditor.paint.embedding import stream
from journeyeditor.paint.reportlab_objects import pdfdoc

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PACK = 400
"""Objects in one stream: a reader unpacks all of them to see one."""
_ENTRY = struct.Struct(">BIH")
_FREE, _PLACED, _PACKED = 0, 1, 2


def written(document: Any, further: Mapping[int, str]) -> bytes:
    """The bytes of a document of ReportLab's objects, and of `further` ones that are text already, by their numbers."""
    objects = pdfdoc()
    root, info = (document.Reference(found).format(document) for found in (document.Catalog, document.info))
    small = {number: text.encode("latin-1") for number, text in further.items()}
    large: dict[int, bytes] = {}
    number = 0
    while number < document.objectcounter:  # which may grow meanwhile
        number += 1
        if number in further:
            continue
        found = document.idToObject[document.numberToId[number]]
        if isinstance(found, objects.PDFStream):
            large[number] = _stream_text(document, found)
        else:
            small[number] = found.format(document)
    entry = _ENTRY.pack
    entries = {0: entry(_FREE, 0, 0xFFFF)}
    for pack, (numbers, body) in enumerate(_packs(small), start=number + 1):
        large[pack] = _stream_text(document, body)
        entries |= {packed: entry(_PACKED, pack, index) for index, packed in enumerate(numbers)}
    parts = [HEAD]
    place = len(HEAD)
    for each, text in large.items():
        entries[each] = entry(_PLACED, place, 0)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (each, text))
        place += len(parts[-1])
    last = len(entries)
    entries[last] = entry(_PLACED, place, 0)
    table = stream(
        b"".join(map(entries.__getitem__, range(last + 1))),
        Type=objects.PDFName("XRef"),
        Size=last + 1,
        W="[1 4 2]",
        Root=root,
        Info=info,
        ID=_identity(document),
    )
    parts.append(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (last, _stream_text(document, table), place))
    return b"".join(parts)


def _stream_text(document: Any, found: Any) -> bytes:
    """A stream with its dictionary, its end on a line of its own: some readers take `endstream` for data otherwise."""
    entries = pdfdoc().PDFDictionary({**found.dictionary.dict, "Length": len(found.content)})
    return b"%s\nstream\n%s\nendstream" % (entries.format(document), found.content)


def _packs(small: Mapping[int, bytes]) -> Iterator[tuple[Sequence[int], Any]]:
    """Streams of many objects, each with the numbers of those that it holds."""
    objects = pdfdoc()
    numbers = sorted(small)
    for start in range(0, len(numbers), PACK):
        held = numbers[start : start + PACK]
        bodies = [small[number] for number in held]
        places = accumulate((len(body) + 1 for body in bodies), initial=0)
        head = " ".join(f"{number} {place}" for number, place in zip(held, places, strict=False)).encode()
        data = b"\n".join([head, *bodies])
        yield held, stream(data, Type=objects.PDFName("ObjStm"), N=len(held), First=len(head) + 1)


def _identity(document: Any) -> str:
    """What tells this file from others: it comes from what is in it alone."""
    digest = document.signature.hexdigest()
    return f"[<{digest}> <{digest}>]"
