"""Keeps the catalogues of sentences in step with the program.

    python packaging/translations.py update     collect the sentences of the code, keep what is translated, compile
    python packaging/translations.py missing    list what still has no translation
    python packaging/translations.py compile    .po -> .mo only

The `.mo` files are committed, so that a checkout speaks French without a build.
"""

from __future__ import annotations

import ast
import datetime as dt
import io
import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "journeyeditor"
FOLDER = ROOT / "resources" / "translations"
DOMAIN = "journeyeditor"
LANGUAGES = ("fr",)
KEYWORDS = {"message": 1, "say": 1, "_say": 1, "plural": 2, "counted": 2}
"""Functions that say something, and how many of their first arguments are its forms."""
FIXED = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
"""The catalogues carry no date of their own: the same sentences make the same bytes."""

PERCENT_GAP = re.compile(r"%(?:\(\w+\))?[sdr]")


def catalogue_path(language: str, ending: str = "po") -> Path:
    """Where the catalogue of a language lies, as source (`po`) or compiled (`mo`)."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.{ending}"


def extracted() -> Catalog:
    """Every sentence of the package, with the files that say it."""
    found = Catalog(charset="utf-8", fuzzy=False)
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        for text in _said_in(ast.parse(path.read_text(encoding="utf-8")), in_paint=path.parent.name == "paint"):
            found.add(text, locations=[(place, 0)])
    return found


def _said_in(tree: ast.AST, *, in_paint: bool) -> Iterator[str | tuple[str, ...]]:
    """The texts given to the functions above. Babel's own collector does not look into f-strings before Python 3.12.

    In `paint`, `say` speaks to a PDF, not to a person.
    """
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        count = 0 if in_paint and name == "say" else KEYWORDS.get(name, 0)
        texts = [part.value for part in node.args[:count] if isinstance(part, ast.Constant)]
        if count and len(texts) == count and all(isinstance(text, str) and text for text in texts):
            yield texts[0] if count == 1 else tuple(texts)


def stored(language: str) -> Catalog:
    """The catalogue of a language as it is committed; an empty one if there is none."""
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8", fuzzy=False)
    return read_po(io.BytesIO(path.read_bytes()), locale=language, domain=DOMAIN)


def updated(language: str) -> Catalog:
    """The stored catalogue with exactly the sentences of the package."""
    old, new = (
        stored(language),
        Catalog(
            locale=language,
            domain=DOMAIN,
            charset="utf-8",
            fuzzy=False,
            project="Journey Editor",
            copyright_holder="The Journey Editor developers",
            creation_date=FIXED,
            revision_date=FIXED,
            header_comment="# Sentences of Journey Editor. Update with packaging/translations.py.",
        ),
    )
    for entry in sorted((e for e in extracted() if e.id), key=_key):
        known = old.get(entry.id)
        new.add(
            entry.id,
            known.string
            if known is not None and not known.fuzzy and known.pluralizable == entry.pluralizable
            else None,
            locations=sorted(set(entry.locations)),
            auto_comments=entry.auto_comments,
            flags=entry.flags,
        )
    return new


def _key(entry: Message) -> str:
    return "\0".join(_forms(entry.id))


def _forms(text: object) -> tuple[str, ...]:
    return tuple(str(part) for part in text) if isinstance(text, (tuple, list)) else (str(text or ""),)


def source(catalogue: Catalog) -> bytes:
    """A catalogue as the bytes of its `.po`."""
    out = io.BytesIO()
    write_po(out, catalogue, width=110, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return out.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as the bytes of its `.mo`."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def gaps(text: str) -> set[str]:
    """The names of the gaps in a sentence, `{name}` and `%(name)s`."""
    try:
        braces = {name for _, name, *_ in string.Formatter().parse(text) if name}
    except ValueError:
        braces = set()
    return braces | set(PERCENT_GAP.findall(text))


def faults(catalogue: Catalog) -> list[str]:
    """What is wrong with a catalogue: a sentence without translation, or with other gaps than the English one."""
    found = []
    for entry in catalogue:
        if not entry.id:
            continue
        english, translated = _forms(entry.id), _forms(entry.string)
        if not all(translated):
            found.append(f"not translated: {english[0]!r}")
        elif any(gaps(form) != gaps(english[-1]) and gaps(form) != gaps(english[0]) for form in translated):
            found.append(f"other gaps: {english[0]!r} -> {translated!r}")
    return found


def main(arguments: list[str]) -> int:
    """Runs one of the commands above."""
    if len(arguments) != 1 or arguments[0] not in ("update", "missing", "compile"):
        print(__doc__)
        return 2
    for language in LANGUAGES:
        path = catalogue_path(language)
        if arguments[0] == "update":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(source(updated(language)))
        wrong = faults(updated(language))
        if arguments[0] != "missing":
            catalogue_path(language, "mo").write_bytes(compiled(stored(language)))
        print(*wrong, f"{language}: {len(wrong)} to do", sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
