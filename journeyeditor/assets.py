"""Finds what lies in `resources/`, from a checkout, a wheel or a frozen bundle."""

from __future__ import annotations

import functools
import sys
from pathlib import Path


@functools.cache
def resources() -> Path:
    """The folder of fonts, icons, templates and translations."""
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [package / "resources", package.parent / "resources"]
    if frozen is not None:
        places.insert(0, Path(frozen) / "resources")
    return next((place for place in places if place.is_dir()), places[-1])


def resource(*parts: str) -> Path:
    """The path of one resource, for example `resource("icons", "icons.json")`."""
    return resources().joinpath(*parts)
