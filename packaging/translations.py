"""Keeps the catalogues of sentences in step with the program.

    python packaging/translations.py update     collect the sentences of the code, keep what is translated, compile
    python packaging/translations.py missing    list what still has no translation
    python packaging/translations.py compile    .po -> .mo only

The `.mo` files are committed, so that a checkout speaks French without a build.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import string
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "journeyeditor"
FOLDER = ROOT / "resources" / "translations"
DOMAIN = "journeyeditor"
LANGUAGES = ("fr",)
KEYWORDS = {"message": None, "say": None, "plural": (1, 2), "counted": (1, 2)}
FIXED = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
"""The catalogues carry no date of their own: the same sentences make the same bytes."""

PERCENT_GAP = re.compile(r"%(?:\(\w+\))?[sdr]")


def catalogue_path(language: str, ending: str = "po") -> Path:
    """Where the catalogue of a language lies, as source (`po`) or compiled (`mo`)."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.{ending}"


def extracted() -> Catalog:
    """Every sentence of the package, with the files that say it.

    In `paint`, `say` speaks to a PDF, not to a person.
    """
    found = Catalog(charset="utf-8", fuzzy=False)
    everywhere = [("paint/**.py", "ignore"), ("**.py", "python")]
    without_say = {keyword: places for keyword, places in KEYWORDS.items() if keyword != "say"}
    for methods, keywords in ((everywhere, KEYWORDS), ([("paint/**.py", "python")], without_say)):
        for name, _line, text, comments, context in extract_from_dir(
            PACKAGE, method_map=methods, keywords=keywords, comment_tags=("Translators:",)
        ):
            found.add(text, locations=[(f"journeyeditor/{name}", 0)], auto_comments=comments, context=context)
    return found


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
