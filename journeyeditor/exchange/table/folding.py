"""Words as they are compared: without case, accents, blanks and punctuation."""

from __future__ import annotations

import re
import unicodedata

BETWEEN = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """`Points de  Friction :` and `points_de_friction` are both `points de friction`."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    return BETWEEN.sub(" ", bare).strip()
