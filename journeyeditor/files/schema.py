"""The JSON Schema of the file, made from the records: what another program must write to be read here.

It describes the JSON of both forms. A reader of ours is kinder: it keeps unknown keys and words and mends references.
"""

from __future__ import annotations

from typing import Any

import msgspec

from journeyeditor.files import limits
from journeyeditor.files.form import FORMAT, FORMAT_VERSION, HEAD_KEY, IMAGES_KEY
from journeyeditor.files.shape import KEEPERS
from journeyeditor.model.records import SECTIONS, Head

Schema = dict[str, Any]

_ID_PATTERNS = {"Emotion": "^emotion:.+:.+$", "Answers": "^answers:.+:.+$"}

_FIELDS: dict[str, str] = {
    "id": "Never reused; other records name this one by it.",
    "order": "A fractional-index string: its place in the list, by code points; ties are broken by id.",
    "stage": "Id of the stage that it lies in.",
    "lane": "Id of the lane that it lies in.",
    "channel": "Id of a channel: one of `channels`, or a built-in one such as `channel:web`.",
    "first": "Id of the touchpoint or stage where its place begins; null = the parking lot.",
    "last": "Id of the touchpoint or stage where its place ends; the same as `first` unless it spans.",
    "personas": "Ids of personas; empty = everyone.",
    "channels": "Ids of channels; empty = all.",
    "image": "SHA-256 of a picture in the file.",
    "portrait": "SHA-256 of a picture in the file.",
    "logos": "SHA-256 of pictures in the file: the client's, then the facilitator's.",
    "links": "Addresses: http, https or mailto.",
    "loyalty_critical": "The reason (may be empty), or null if it is not.",
    "blind_spot": "The reason (may be empty), or null if it is not.",
    "moment_of_truth": "The reason (may be empty), or null if it is not one.",
    "room": "Factor on the width of its touchpoints' slots.",
    "share": "Per cent of the customers.",
    "phase_titles": "The user's own titles for `before`, `during` and `after`.",
    "language": "Tag of the language that the map is written in.",
    "persona": "Id of a persona.",
    "touchpoint": "Id of a touchpoint.",
    "opportunity": "Id of an opportunity.",
    "pain": "Id of a pain.",
    "hidden": "Not shown on the poster.",
    "ends_here": "No implied step leads on from here.",
    "style": "Colour, marker and dash.",
    "sample": "How many were asked.",
    "margin": "Millimetres; null = the standard one.",
    "accent": "Colour of the title; null = the theme's.",
}
_OWN_FIELDS: dict[tuple[str, str], str] = {
    ("Channel", "title"): "Null = the standard word in the reader's language.",
    ("Lane", "title"): "Null = the standard word in the reader's language.",
    ("Flow", "source"): "Id of a touchpoint or stage.",
    ("Flow", "target"): "Id of a touchpoint or stage.",
    ("Poster", "personas"): "Ids of the personas that the poster shows; empty = all that are not hidden.",
    ("Quote", "source"): "Who said it, or where it was found.",
}


def schema() -> Schema:
    """The JSON Schema (draft 2020-12) as plain data."""
    _, definitions = msgspec.json.schema_components([Head, *SECTIONS.values()], ref_template="#/$defs/{name}")
    for name, definition in definitions.items():
        _opened(name, definition)
    sections = {
        section: {"type": "array", "items": {"$ref": f"#/$defs/{kind.__name__}"}, "maxItems": limits.RECORDS}
        for section, kind in SECTIONS.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT}:file:{FORMAT_VERSION}",
        "title": "Journey Editor file",
        "description": "journey.json inside a .journey, or a bare .journey.json. See file-format.md.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "format_version": {"type": "integer", "minimum": 1},
            "readable_from": {
                "description": "The oldest format version whose programs may edit the file.",
                "type": "integer",
                "minimum": 1,
            },
            HEAD_KEY: {"$ref": "#/$defs/Head"},
            **sections,
            IMAGES_KEY: _images(),
        },
        "required": ["format", "format_version", HEAD_KEY],
        "additionalProperties": True,
        "$defs": definitions,
    }


def schema_text() -> str:
    """The schema as it is published: sorted and indented JSON."""
    import json  # noqa: PLC0415 - only whoever wants the schema needs it

    return json.dumps(schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _opened(name: str, definition: Schema) -> None:
    """Turns msgspec's closed description of a record into one of the file, where unknown keys may stand."""
    definition["additionalProperties"] = True
    properties: dict[str, Schema] = definition["properties"]
    for keeper in KEEPERS:
        properties.pop(keeper, None)
    for key, described in properties.items():
        default = described.get("default")
        if isinstance(default, dict):
            default.pop("extra", None)
        text = _OWN_FIELDS.get((name, key)) or _FIELDS.get(key)
        if text is not None:
            described["description"] = text
        _plain_patterns(described)
    if name in _ID_PATTERNS:
        properties["id"]["pattern"] = _ID_PATTERNS[name]


def _plain_patterns(described: Schema) -> None:
    """Python's `$` also stands before a last line feed and needs a guard; JSON Schema's does not."""
    if "pattern" in described:
        described["pattern"] = described["pattern"].removesuffix(r"(?!\n)")
    for choice in described.get("anyOf", []):
        _plain_patterns(choice)


def _images() -> Schema:
    return {
        "description": "Pictures by the SHA-256 of their bytes; in the bare form only.",
        "type": "object",
        "patternProperties": {
            "^[0-9a-f]{64}$": {
                "type": "object",
                "properties": {
                    "type": {"enum": ["png", "jpeg", "webp"]},
                    "base64": {"type": "string", "contentEncoding": "base64"},
                },
                "required": ["type", "base64"],
            }
        },
        "additionalProperties": False,
        "maxProperties": limits.IMAGES,
    }
