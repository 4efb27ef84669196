"""What can go wrong, as message ids with arguments.

The lowest room: it knows no language. `words` puts a `Message` into a reader's words where it is shown. It asks for
nothing but Python's own library, so that the command line's help is there at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

Argument = str | int | float


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be said to a person: the English text as its id, and what fills its `{gaps}`.

    An argument that is itself a `Message` is translated first. `plural` is the form for other counts than one, and
    `count` the number that chooses between them; empty for a sentence without one.
    """

    text: str
    arguments: Mapping[str, Argument | Message] = field(default_factory=dict)
    plural: str = ""
    count: int = 1

    def filled(self, **arguments: Argument | Message) -> Message:
        """The same sentence with these in its gaps."""
        return replace(self, arguments={**self.arguments, **arguments})

    def counting(self, count: int) -> Message:
        """The same sentence about that many."""
        return replace(self, count=count)

    def english(self) -> str:
        """The sentence in English, for logs and tests; `words` says it in other languages."""
        filled = {
            key: value.english() if isinstance(value, Message) else _plain(value)
            for key, value in self.arguments.items()
        }
        text = self.plural if self.plural and self.count != 1 else self.text
        if self.plural:
            filled = {"n": self.count, **filled}
        return text.format(**filled) if filled else text


def _plain(value: Argument) -> Argument:
    """A number without a needless ".0"."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def message(text: str, /, **arguments: Argument | Message) -> Message:
    """A `Message` whose gaps are given by name."""
    return Message(text, arguments)


def counted(singular: str, plural: str, n: int, /, **arguments: Argument | Message) -> Message:
    """A `Message` that counts something: `counted("{n} pain", "{n} pains", 3)`. The number fills the gap `{n}`."""
    return Message(singular, arguments, plural, n)


class JourneyError(Exception):
    """Anything that a facilitator must be told: what is wrong, and what to do next.

    `problem` and `advice` are messages; `place` names where (a path inside the file, a line), or is empty.
    """

    def __init__(self, problem: Message, advice: Message | None = None, place: str = "") -> None:
        super().__init__(problem.english())
        self.problem = problem
        self.advice = advice
        self.place = place


class BadInput(JourneyError):  # noqa: N818 - named for what the reader did, not for the mechanism
    """A file, an option or a value that cannot be used. Exit status 2."""


class CannotWrite(JourneyError):  # noqa: N818
    """The result could not be put where it was wanted. Exit status 3."""


class StaleChange(JourneyError):  # noqa: N818
    """A change was made for another state of the journey than the one it meets."""
