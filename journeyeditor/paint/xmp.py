"""What a file says of itself, once more as XMP: there, readers look whether it keeps to PDF/UA-1 (ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Iterator

from journeyeditor.paint.markup import attribute, clean
from journeyeditor.paint.metadata import Metadata

PRODUCER = "ReportLab"
_NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}


def accessible(metadata: Metadata) -> bool:
    """True if the file may call itself accessible: it must have a title and a language."""
    return bool(metadata.title.strip() and metadata.language.strip())


def xmp(metadata: Metadata) -> bytes:
    """The packet."""
    names = " ".join(f"xmlns:{short}={attribute(name)}" for short, name in _NAMES.items())
    lines = [
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
        f'<rdf:RDF {names}><rdf:Description rdf:about="">',
        *_said(metadata),
        "</rdf:Description></rdf:RDF></x:xmpmeta>",
        '<?xpacket end="r"?>',
    ]
    return "\n".join(lines).encode("utf-8", "replace")


def _said(metadata: Metadata) -> Iterator[str]:
    if accessible(metadata):
        yield "<pdfuaid:part>1</pdfuaid:part>"
    if metadata.title:
        yield _listed("dc:title", "Alt", metadata.title)
    if metadata.author:
        yield _listed("dc:creator", "Seq", metadata.author)
    if metadata.subject:
        yield _listed("dc:description", "Alt", metadata.subject)
    if metadata.language:
        yield _listed("dc:language", "Bag", metadata.language)
    if metadata.keywords:
        yield f"<pdf:Keywords>{clean(metadata.keywords)}</pdf:Keywords>"
    yield f"<pdf:Producer>{PRODUCER}</pdf:Producer>"
    yield f"<xmp:CreatorTool>{clean(metadata.creator)}</xmp:CreatorTool>"


def _listed(name: str, kind: str, text: str) -> str:
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    return f"<{name}><rdf:{kind}><rdf:li{language}>{clean(text)}</rdf:li></rdf:{kind}></{name}>"
