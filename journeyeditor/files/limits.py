"""The limits of a journey's file: what is beyond them is refused with a sentence, before it takes time or memory.

They are far above what a person makes (a large map has 3,000 records and 1 MB of JSON).
"""

from __future__ import annotations

MEGABYTE = 1_000_000

FILE_BYTES = 256 * MEGABYTE
"""A whole file, pictures included."""
JSON_BYTES = 32 * MEGABYTE
"""The journey's JSON without its pictures."""
RECORDS = 50_000
"""Records in one journey."""
BRACKETS = 1_000_000
"""Objects in the JSON, and objects and lists in what is only kept."""
DEPTH = 60
"""Levels of what a newer program wrote and this one only keeps."""
IMAGES = 2_000
"""Pictures in one file."""
IMAGE_BYTES = 64 * MEGABYTE
"""One picture as it is stored."""
IMAGE_PIXELS = 40_000_000
"""One picture, width times height."""
MEMBERS = IMAGES + 100
"""Entries of the zip."""
NOTES = 20
"""Remarks of one kind that are told one by one; what is beyond is counted."""
