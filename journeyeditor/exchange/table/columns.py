"""Which column of a table says what: by its header in English or French, or as the user says.

The headers that we write are the keys themselves, in every language, so that a file means the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from journeyeditor.errors import BadInput, Message, message
from journeyeditor.exchange.left_out import joined
from journeyeditor.exchange.short import shortened
from journeyeditor.exchange.table.cells import unguarded
from journeyeditor.exchange.table.folding import folded

KEYS = (
    "stage",
    "touchpoint",
    "description",
    "channel",
    "persona",
    "emotion",
    "words",
    "pains",
    "gains",
    "opportunities",
    "quotes",
)
"""The headers, in the order in which they are written."""

ENGLISH: Mapping[str, str] = {
    "stage": "stage; stages; journey stage; stage name; phase; phases; section",
    "touchpoint": "touchpoint; touchpoints; touch point; touch points; touchpoint name; contact; contacts; step; "
    "steps; interaction; interactions",
    "description": "description; descriptions; details; detail; desc",
    "channel": "channel; channels; medium",
    "persona": "persona; personas; actor; actors; customer; client; segment; profile; who",
    "emotion": "emotion; emotions; feeling; feelings; sentiment; sentiments; score; mood; satisfaction",
    "words": "words; feeling words; emotion words; in words",
    "pains": "pains; pain; pain point; pain points; painpoint; painpoints; frustration; frustrations; problem; "
    "problems; negatives",
    "gains": "gains; gain; delight; delights; positives; highlights",
    "opportunities": "opportunities; opportunity; idea; ideas; improvements; improvement; solutions; solution",
    "quotes": "quotes; quote; customer quotes; verbatim; verbatims",
}
FRENCH: Mapping[str, str] = {
    "stage": "étape; étapes; étape du parcours; nom de l'étape",
    "touchpoint": "point de contact; points de contact",
    "description": "détails; détail; descriptif",
    "channel": "canal; canaux; média",
    "persona": "acteur; acteurs; profil; qui",
    "emotion": "émotion; émotions; ressenti; ressentis; humeur",
    "words": "mots; mots du ressenti; en mots",
    "pains": "irritant; irritants; point de friction; points de friction; friction; frictions; point de douleur; "
    "points de douleur; problème; problèmes; points négatifs",
    "gains": "enchantement; enchantements; points positifs; point positif",
    "opportunities": "opportunité; opportunités; idée; idées; amélioration; améliorations; pistes d'amélioration",
    "quotes": "citation; citations; verbatim client; verbatims clients",
}
"""Key -> headers that mean it, the likeliest first: of two such columns the one that stands first here is taken."""

_RANKS: dict[str, tuple[str, int]] = {
    folded(header): (key, rank)
    for headers in (FRENCH, ENGLISH)
    for key, said in headers.items()
    for rank, header in enumerate(said.split(";"))
}
_FRENCH_ALONE = {folded(header) for said in FRENCH.values() for header in said.split(";")} - {
    folded(header) for said in ENGLISH.values() for header in said.split(";")
}
MOST_LISTED = 30
"""More names than this are no answer to anybody."""
MOST_COLUMNS = 1_000


class Columns(msgspec.Struct, frozen=True):
    """Where each key stands in a row, counted from 0, and the headers as they were written."""

    places: Mapping[str, int]
    headers: tuple[str, ...]

    def cell(self, cells: Sequence[str], key: str) -> str:
        """What a row says under a key; empty where it says nothing."""
        place = self.places.get(key)
        return cells[place] if place is not None and place < len(cells) else ""

    @property
    def language(self) -> str | None:
        """The language of the headers where they are in one that we know and that is not English."""
        return "fr" if any(folded(self.headers[place]) in _FRENCH_ALONE for place in self.places.values()) else None

    def unread(self) -> list[int]:
        """Places of the named columns that nothing is read from."""
        used = set(self.places.values())
        return [place for place, header in enumerate(self.headers) if header and place not in used]


def columns_asked(options: Iterable[str]) -> dict[str, str]:
    """`KEY=NAME` options as key -> name of a column. Raises BadInput for what is no such option."""
    asked: dict[str, str] = {}
    for option in options:
        key, equals, name = option.partition("=")
        if not equals or not name.strip():
            raise BadInput(
                message("“{option}” does not say which column it means.", option=option),
                message("Write KEY=NAME, for example stage=Phase."),
            )
        asked[key.strip().casefold()] = name.strip()
    return asked


def columns_of(cells: Sequence[str], asked: Mapping[str, str]) -> Columns:
    """The columns of a row that is read as headers."""
    headers = tuple(unguarded(cell).strip() for cell in cells)
    best: dict[str, tuple[int, int]] = {}
    for place, header in enumerate(headers):
        key, rank = _RANKS.get(folded(header), ("", 0))
        if key and (key not in best or rank < best[key][0]):
            best[key] = (rank, place)
    places = {key: place for key, (_, place) in best.items()}
    for key, name in asked.items():
        asked_for = _place(headers, name)
        if asked_for is not None:
            places = {other: at for other, at in places.items() if at != asked_for or other in asked}
            places[key] = asked_for
    return Columns(places, headers)


def _place(headers: Sequence[str], name: str) -> int | None:
    """The column of a name: as it is written, else but for case, accents and blanks."""
    if name in headers:
        return headers.index(name)
    alike = [place for place, header in enumerate(headers) if header and folded(header) == folded(name)]
    return alike[0] if alike else None


def check_keys(asked: Mapping[str, str]) -> None:
    """Raises BadInput for a key that is none of ours."""
    for key in asked:
        if key not in KEYS:
            raise BadInput(
                message("“{key}” is not what a column can hold.", key=shortened(key)),
                message("Use one of {keys}.", keys=", ".join(KEYS)),
            )


def check_found(columns: Columns, asked: Mapping[str, str], example: str) -> None:
    """Raises BadInput unless every column that was asked for is there, and one that holds the stages.

    `example` is the name of a column that might.
    """
    for key, name in asked.items():
        if key not in columns.places or _place(columns.headers, name) is None:
            raise BadInput(message("There is no column “{name}”.", name=shortened(name)), _found(columns))
    if "stage" not in columns.places:
        raise BadInput(
            message("No column holds the stages. {found}", found=_found(columns)),
            message("Say which does, for example --column stage={name}.", name=_shell_word(example)),
        )


def _found(columns: Columns) -> Message:
    named = [header for header in columns.headers if header]
    if not named:
        return message("No column has a name.")
    listed = joined([message("“{name}”", name=shortened(header)) for header in named[:MOST_LISTED]])
    more = message("{first}, {next}", first=listed, next="…")
    return message("Columns found: {names}.", names=more if len(named) > MOST_LISTED else listed)


def _shell_word(name: str) -> str:
    line = shortened(name)
    return f'"{line}"' if " " in line else line
