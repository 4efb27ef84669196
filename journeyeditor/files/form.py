"""What the file is called and how its parts are named: the words that loader, writer and schema share."""

from __future__ import annotations

FORMAT = "journeyeditor"
FORMAT_VERSION = 1
"""The version that this program writes."""
READABLE_FROM = 1
"""The oldest version whose programs may edit what this program writes."""

SUFFIX = ".journey"
BARE_SUFFIX = ".journey.json"

MIMETYPE = "application/vnd.journeyeditor+zip"

MIMETYPE_MEMBER = "mimetype"
JSON_MEMBER = "journey.json"
IMAGE_FOLDER = "images/"
PREVIEW_MEMBER = "preview.png"

HEAD_KEY = "journey"
IMAGES_KEY = "images"
VERSION_KEYS = ("format", "format_version", "readable_from")


def is_bare(name: str) -> bool:
    """Whether a file of this name is the bare JSON (`.json`) and not the zip."""
    return name.lower().endswith(".json")
