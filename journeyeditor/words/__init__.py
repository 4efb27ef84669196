"""Words for people: gettext catalogues, dates and numbers, in every language that Babel knows.

`speak("fr")` returns the one `Words` of that language. Sentences exist in English and French; asked for another
language they come in English, while dates and numbers follow the language asked for.

Rules of this room: it imports nothing of the house but `errors` and `assets`; Babel is loaded when the first date
or number is written; nothing here raises for odd text, because these words are often on the way to tell an error.
"""

from __future__ import annotations

from journeyeditor.words.choose import language_of_user
from journeyeditor.words.speech import Words, languages, speak
from journeyeditor.words.terms import TERMS

__all__ = ["TERMS", "Words", "language_of_user", "languages", "speak"]
