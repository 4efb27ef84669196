"""A poster that follows its journey: laid out again after each change, with the type that was chosen once."""

from __future__ import annotations

from collections.abc import Sequence

from journeyeditor.layout.fit import fit
from journeyeditor.layout.ground_plan import BandPlan
from journeyeditor.layout.paper import Paper
from journeyeditor.layout.plans import page_plans
from journeyeditor.layout.poster import Laid, bare_sheet, laid_out
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey


class Live:
    """The pages of a journey as they are now, and where things lie on them.

    `follow` keeps the type size and the bands that were chosen, so nothing trembles while somebody types or drags;
    `refit` chooses them again, as `poster` would.
    """

    def __init__(
        self,
        journey: Journey,
        paper: Paper,
        *,
        theme: str = "calm",
        language: str | None = None,
        personas: Sequence[str] = (),
    ) -> None:
        self._wish = (journey, paper, theme, language, tuple(personas))
        self.laid: Laid
        self.plans: tuple[BandPlan, ...] = ()
        self.refit()

    def follow(self, change: Change) -> None:  # noqa: ARG002 - all of it is laid out again
        """Lays out again what a change touched, after it was carried out; the type stays as it is."""
        self.refit()

    def refit(self) -> bool:
        """Chooses the type again, as `poster` would; True if that made another drawing."""
        journey, paper, theme, language, personas = self._wish
        fitted = fit(bare_sheet(journey, paper, theme, language, personas))
        before = getattr(self, "laid", None)
        self.laid = laid_out(fitted)
        self.plans = tuple(
            plan for number, page in enumerate(fitted.pages) for plan in page_plans(fitted.sheet, page, number)
        )
        return before is None or before.drawings != self.laid.drawings
