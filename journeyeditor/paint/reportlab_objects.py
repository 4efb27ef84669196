"""ReportLab's layer of PDF objects, imported without running anybody's settings file.

ReportLab executes `reportlab_settings.py` from anywhere on the path, or `~/.reportlab_settings`, when it is imported.
A file that happens to lie there must not run inside this program, nor change what it prints.
"""

from __future__ import annotations

import functools
import importlib
import sys
from types import ModuleType
from typing import Any

SETTINGS = ("reportlab_settings", "reportlab.local_rl_settings", "reportlab.local_rl_mods")


@functools.cache
def pdfdoc() -> Any:
    """The module `reportlab.pdfbase.pdfdoc`."""
    # WORKAROUND: empty modules answer the imports that would otherwise run the settings (reportlab/rl_config.py,
    # `_defaults_init`). Can go when ReportLab offers a switch.
    stand_ins = [name for name in SETTINGS if name not in sys.modules]
    for name in stand_ins:
        sys.modules[name] = ModuleType(name)
    try:
        settings: Any = importlib.import_module("reportlab.rl_config")  # 35 ms, paid by the first PDF only
        objects = importlib.import_module("reportlab.pdfbase.pdfdoc")
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)
    settings.useA85 = 0  # a fifth less to write
    settings.toColorCanUse = None  # colours are parsed by us; ReportLab's parser once ran code (CVE-2023-33733)
    return objects


def number_of(document: Any, entry: Any) -> int:
    """The number in the file of an object that has been entered in the document."""
    number: int = document.idToObjectNumberAndVersion[document.Reference(entry).name][0]
    return number


def text_string(text: str) -> Any:
    """A text outside the pages, in any script."""
    return pdfdoc().PDFString(text.encode("utf-16", "replace").decode("utf-16"))
