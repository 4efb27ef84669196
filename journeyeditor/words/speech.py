"""`Words`: everything that is said to a person in one language."""

from __future__ import annotations

import functools
import gettext
from collections.abc import Mapping, Sequence
from pathlib import Path

from journeyeditor.assets import resource
from journeyeditor.errors import Argument, Message
from journeyeditor.words import figures
from journeyeditor.words.fill import filled
from journeyeditor.words.quotes import quoted
from journeyeditor.words.terms import TERMS

DOMAIN = "journeyeditor"


def translations() -> Path:
    """The folder of compiled catalogues, `<language>/LC_MESSAGES/journeyeditor.mo`."""
    return resource("translations")


def languages() -> tuple[str, ...]:
    """The languages that sentences exist in: English, and every one with a catalogue."""
    found = {path.parent.parent.name for path in translations().glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    return tuple(sorted(found | {"en"}))


@functools.lru_cache(maxsize=64)
def speak(language: str) -> Words:
    """The words of a language, given as a tag (`fr`, `fr-CA`, `pt_BR`); English where there are none.

    Dates and numbers follow the tag as far as Babel knows it, so a German poster has German dates.
    """
    tag = language.strip().replace("_", "-")
    base = tag.partition("-")[0].lower()
    if base == "en":
        return Words("en", tag, gettext.NullTranslations())
    try:
        return Words(base, tag, gettext.translation(DOMAIN, translations(), [base]))
    except (OSError, ValueError):
        return Words("en", tag or "en", gettext.NullTranslations())


class Words:
    """Sentences, terms, dates and numbers in one language.

    `language` is the one its sentences are in (`en` or `fr`); `tag` the one that was asked for, which dates,
    numbers and quotation marks follow.
    """

    def __init__(self, language: str, tag: str, catalogue: gettext.NullTranslations) -> None:
        self.language = language
        self.tag = tag
        self._catalogue = catalogue

    # -- sentences ----------------------------------------------------------------------------------------------
    def say(self, text: Message | str, /, **arguments: Argument | Message) -> str:
        """A message in this language. A plain text is taken as a message id, its gaps filled by `arguments`."""
        if isinstance(text, Message):
            if text.plural:
                return self.plural(text.text, text.plural, text.count, **text.arguments)
            return self._fill(text.text, self._translated(text.text), {**text.arguments, **arguments})
        return self._fill(text, self._translated(text), arguments)

    def plural(self, singular: str, plural: str, n: int, /, **arguments: Argument | Message) -> str:
        """The form of a sentence that goes with a number, which fills its gap `{n}`."""
        english = singular if n == 1 else plural
        return self._fill(english, self._catalogue.ngettext(singular, plural, n), {"n": n, **arguments})

    def term(self, kind: str, value: str) -> str:
        """The standard word for a value, for example `term("lane", "pains")`; a value nobody knows is its own word."""
        found = TERMS.get(kind, {}).get(value)
        return value if found is None else self.say(found)

    def feeling(self, value: float) -> str:
        """The word on the scale that is nearest to an emotion from -2 to +2."""
        step = max(-2, min(2, round(value)))
        return self.term("feeling", str(step))

    def _translated(self, text: str) -> str:
        return self._catalogue.gettext(text) if text else ""

    def _fill(self, english: str, translated: str, arguments: Mapping[str, Argument | Message]) -> str:
        spoken = {key: self.say(value) if isinstance(value, Message) else value for key, value in arguments.items()}
        return filled(english, translated, spoken, self.tag)

    # -- dates, numbers, marks ----------------------------------------------------------------------------------
    def date(self, text: str) -> str:
        """A date of the file (`2027-02-15`, `2027-02` or `2027`) as people write it; any other text unchanged."""
        return figures.date(text, self.tag)

    def number(self, value: float, digits: int | None = None, *, sign: bool = False) -> str:
        """A number with the language's separators; `digits` after the point if given; `sign` puts a plus too."""
        return figures.number(value, self.tag, digits, sign=sign)

    def signed(self, value: float) -> str:
        """How somebody feels, with its sign: `+0.5`, `−1.5` with a true minus, `0`."""
        return self.number(round(value, 2), sign=True).replace("-", "\u2212")

    def percent(self, value: float) -> str:
        """A share given in per cent: 48 is "48 %" in French, "48%" in English."""
        return figures.percent(value, self.tag)

    def quoted(self, text: str) -> str:
        """A text in the language's quotation marks; marks around it already are replaced, not doubled."""
        return quoted(text, self.tag)

    def list(self, items: Sequence[str]) -> str:
        """Several texts as one: "a, b and c"."""
        return figures.listed(items, self.tag if self.language == self.tag.partition("-")[0].lower() else self.language)
