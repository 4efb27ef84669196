"""A journey on disk: format, checks, migrations, safe writing.

Rules of this room: the loader is pure and answers every file with a journey or with a sentence, in bounded time and
memory; the same journey gives the same bytes; what this version does not know is kept and written back; nothing is
ever written but through `write_safely` and `write_all`.
"""

from journeyeditor.files.form import BARE_SUFFIX, FORMAT_VERSION, MIMETYPE, SUFFIX
from journeyeditor.files.loading import Loaded, from_bytes, load, preview
from journeyeditor.files.safely import is_protected, write_all, write_safely
from journeyeditor.files.saving import ChangedOnDisk, Saved, save, to_bytes
from journeyeditor.files.schema import schema, schema_text

__all__ = [
    "BARE_SUFFIX",
    "FORMAT_VERSION",
    "MIMETYPE",
    "SUFFIX",
    "ChangedOnDisk",
    "Loaded",
    "Saved",
    "from_bytes",
    "is_protected",
    "load",
    "preview",
    "save",
    "schema",
    "schema_text",
    "to_bytes",
    "write_all",
    "write_safely",
]
