"""Loading and saving against msgspec and zlib on the same bytes."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import Any
from unittest import mock

import msgspec

from benchmarks.journeys import generated
from benchmarks.timing import interleaved
from journeyeditor import files
from journeyeditor.files.archive import _LEVEL
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import SECTIONS, Head

_FIELDS: list[Any] = [("format", str), ("format_version", int), ("readable_from", int), ("journey", Head)]
_DOCUMENT = msgspec.defstruct("_DOCUMENT", [*_FIELDS, *((name, list[kind]) for name, kind in SECTIONS.items())])  # type: ignore[valid-type]
_DECODER = msgspec.json.Decoder(_DOCUMENT)


def _deflated(text: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    return packer.compress(text) + packer.flush()


def _asked(journey: Journey) -> Journey:
    """The journey, after a question that makes its graph."""
    journey.flows("nothing")
    return journey


def measure(touchpoints: int) -> dict[str, float]:
    """Ratios and seconds. The raw codec checks the types of all records, as we do, and writes the same bytes."""
    data = files.to_bytes(generated(touchpoints, personas=2))
    journey = files.load(data).journey  # as a person has it: opened, then saved
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("journey.json")
    packed = _deflated(text)
    document = _DECODER.decode(text)
    repeat = 15 if touchpoints <= 1000 else 7
    raw_load, load = interleaved(
        lambda: _DECODER.decode(zlib.decompress(packed, -15)), lambda: files.load(data), repeat
    )
    raw_graph, graph = interleaved(
        lambda: _DECODER.decode(zlib.decompress(packed, -15)), lambda: _asked(files.load(data).journey), repeat
    )
    encode = msgspec.json.Encoder(order="sorted").encode
    # In memory where that can be: without `fsync` before it, some file systems write at once when a file is replaced.
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of its own is made there
    with tempfile.TemporaryDirectory(dir=memory) as folder, mock.patch.object(os, "fsync", return_value=None):
        target = Path(folder) / "map.journey"
        raw_save, save = interleaved(
            lambda: _deflated(msgspec.json.format(encode(document), indent=2)),
            lambda: files.save(journey, target),
            repeat,
        )
    return {
        "load": load / raw_load,
        "load_graph": graph / raw_graph,
        "save": save / raw_save,
        "load_seconds": load,
        "save_seconds": save,
        "megabytes": len(text) / 1e6,
        "records": len(journey),
    }
