"""What a command line of a test comes to."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

TEA = """journey
  title My working day
  section Go to work
    Make tea: 5: Me
    7:30 Go upstairs: 3: Me, Cat
  section Go home
    Sit down: 1: Me
"""


class Ended(msgspec.Struct, frozen=True):
    status: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()


Cli = Callable[..., Ended]
