"""Two personas side by side: where they differ, and where one of them is silent."""

from __future__ import annotations

import msgspec

from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Emotion

STEP = 1.0
"""From here on two feelings differ."""
NEARLY = 1e-9


class Pair(msgspec.Struct, frozen=True):
    """What two personas feel at one touchpoint; None where one of them is silent."""

    stage: str
    touchpoint: str
    first: Emotion | None
    second: Emotion | None

    @property
    def difference(self) -> float | None:
        """How much better the second feels than the first; None where one is silent."""
        if self.first is None or self.second is None:
            return None
        return self.second.value - self.first.value

    @property
    def is_gap(self) -> bool:
        """Whether exactly one of them is silent."""
        return (self.first is None) != (self.second is None)


class Comparison(msgspec.Struct, frozen=True):
    """Two personas over all touchpoints, in reading order."""

    first: str
    second: str
    pairs: tuple[Pair, ...]

    @property
    def differing(self) -> tuple[Pair, ...]:
        """Where they differ by a step or more, in reading order: what is listed and shaded."""
        return tuple(pair for pair in self.pairs if self.differs(pair))

    @property
    def ranked(self) -> tuple[Pair, ...]:
        """The same, the largest difference first."""
        return tuple(sorted(self.differing, key=lambda pair: -abs(pair.difference or 0.0)))

    @property
    def gaps(self) -> tuple[Pair, ...]:
        """Where one of them is silent and the other is not."""
        return tuple(pair for pair in self.pairs if pair.is_gap)

    @property
    def mean_difference(self) -> float | None:
        """How much better the second feels on the whole, where both speak; None if they never do."""
        known = [pair.difference for pair in self.pairs if pair.difference is not None]
        return sum(known) / len(known) if known else None

    def differs(self, pair: Pair) -> bool:
        """Whether two feelings differ by a step or more."""
        return pair.difference is not None and abs(pair.difference) >= STEP - NEARLY


def compare(journey: Journey, first: str, second: str) -> Comparison:
    """Compares what two personas (ids) feel, touchpoint by touchpoint."""
    one, other = journey.emotions(first), journey.emotions(second)
    pairs = tuple(Pair(t.stage, t.id, one.get(t.id), other.get(t.id)) for t in journey.touchpoints())
    return Comparison(first, second, pairs)
