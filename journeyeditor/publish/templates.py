"""The library of templates: the shipped ones, and the user's own folder. A template is an ordinary journey file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from journeyeditor.assets import resource
from journeyeditor.errors import BadInput, JourneyError, Message, message
from journeyeditor.files import BARE_SUFFIX, SUFFIX, Loaded, load
from journeyeditor.folders import data_folder
from journeyeditor.model.change import replaced
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Head

PURPOSES: dict[str, Message] = {
    "loyalty-6": message("Six stages around the purchase, with what makes customers stay or leave"),
    "funnel-9": message("Nine stages from first hearing of you to lasting loyalty, with an indicator at each"),
    "classic-5": message("Five stages with pains, gains, measures and an action plan"),
    "buying-cycle-5": message("The customer's way beside your own sales cycle"),
    "ambassador-4": message("A cycle that closes: customers who bring new customers"),
    "blank": message("An empty map to begin with"),
    "service-blueprint": message("What customers see and what happens behind it, with the three lines"),
}
"""What each shipped template is for."""
LANGUAGE = re.compile(r"(.+)\.([A-Za-z]{2,3})")
EXAMPLE = "example-"
EXAMPLE_PURPOSE = message("A finished map to look at and learn from")


class Template(msgspec.Struct, frozen=True):
    """A template in one language."""

    name: str
    """What `--template` takes, for example `loyalty-6`."""
    language: str
    title: str
    purpose: Message | str
    """What it is for; for the user's own, the map's scenario."""
    path: Path
    own: bool = False
    """Whether it lies in the user's folder."""


class Library(msgspec.Struct, frozen=True):
    """All templates, the user's own first, and a sentence for each file that could not be read."""

    templates: tuple[Template, ...]
    problems: tuple[Message, ...] = ()


def users_folder() -> Path:
    """Where the user's own templates lie."""
    return data_folder() / "templates"


def own_titles() -> dict[str, Path]:
    """What the user's own templates are called, and where they lie; those that cannot be read by their file's name."""
    found: dict[str, Path] = {}
    for path in _files(users_folder()):
        try:
            found.setdefault(" ".join(_template(path, is_own=True).title.split()), path)
        except JourneyError:
            found.setdefault(_parts(path)[0], path)
    return found


def titled(journey: Journey, title: str) -> Journey:
    """A journey of its own under another title, with the same records; the pictures are shared."""
    head = replaced(journey.head, title=title)
    return Journey.of(head, (record for record in journey if not isinstance(record, Head)), journey.images)


def shipped_folder() -> Path:
    """Where the templates lie that every copy has."""
    return resource("templates")


def library(own: Path | None = None, shipped: Path | None = None) -> Library:
    """Every template that can be had. Folders that are not there hold none."""
    templates: list[Template] = []
    problems: list[Message] = []
    for folder, is_own in ((own or users_folder(), True), (shipped or shipped_folder(), False)):
        for path in _files(folder):
            try:
                templates.append(_template(path, is_own=is_own))
            except JourneyError as error:
                problems.append(message("{file}: {problem}", file=str(path), problem=error.problem))
    return Library(tuple(templates), tuple(problems))


def find_template(name: str, language: str | None, users_language: str) -> Loaded:
    """The journey of a template by its name, or by the path of any journey file.

    Without a `language` the user's is preferred, then English, then whichever there is. Raises BadInput, naming what
    there is, for a template that there is not.
    """
    by_language: dict[str, Path] = {}
    if not name.lower().endswith((SUFFIX, BARE_SUFFIX)):
        for path, spoken in _matching(name):
            by_language.setdefault(spoken, path)
    if not by_language:
        return _from_file(name)
    if language is not None and _base(language) not in by_language:
        raise BadInput(
            message("There is no template “{name}” in the language “{language}”.", name=name, language=language),
            message("It can be had in: {languages}.", languages=", ".join(sorted(by_language))),
            "--lang",
        )
    wishes = [_base(language)] if language is not None else [_base(users_language), "en"]
    chosen = next((by_language[wish] for wish in wishes if wish in by_language), next(iter(by_language.values())))
    return load(chosen)


def _matching(name: str) -> Iterator[tuple[Path, str]]:
    """Files of templates with this name, and their languages; the user's own first."""
    for folder in (users_folder(), shipped_folder()):
        for path in _files(folder):
            bare, language = _parts(path)
            if name.lower() in (bare.lower(), f"{bare}.{language}".lower()):
                yield path, language or _base(load(path).journey.head.language)


def _from_file(name: str) -> Loaded:
    path = Path(name)
    if path.name == name and not path.exists():
        names = sorted({_parts(found)[0] for folder in (users_folder(), shipped_folder()) for found in _files(folder)})
        raise BadInput(
            message("There is no template “{name}”.", name=name),
            message("Choose one of {names}, or give the path of a journey file.", names=", ".join(names)),
            "--template",
        )
    return load(path)


def _template(path: Path, *, is_own: bool) -> Template:
    name, language = _parts(path)
    head = load(path).journey.head
    purpose: Message | str = head.scenario
    if not is_own:
        purpose = PURPOSES.get(name) or (EXAMPLE_PURPOSE if name.startswith(EXAMPLE) else purpose)
    return Template(name, language or _base(head.language), head.title, purpose, path, is_own)


def _files(folder: Path) -> list[Path]:
    """The journey files of a folder, by name; none where it is not there or may not be read."""
    try:
        found = [path for path in folder.iterdir() if path.name.lower().endswith((SUFFIX, BARE_SUFFIX))]
    except OSError:
        return []
    return sorted(found, key=lambda path: path.name)


def _parts(path: Path) -> tuple[str, str]:
    """Name and language in a file's name: `loyalty-6.fr.journey` is `loyalty-6` in `fr`; no language is empty."""
    bare = path.name.removesuffix(".json").removesuffix(SUFFIX)
    found = LANGUAGE.fullmatch(bare)
    return (found[1], found[2].lower()) if found else (bare, "")


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
