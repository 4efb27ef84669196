"""A journey becomes files: posters, pictures, documents or data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from journeyeditor.errors import message
from journeyeditor.model.journey import Journey
from journeyeditor.publish.options import DRAWN, Kind, Options, about, kind_name
from journeyeditor.publish.outcome import File, Published, Step, no_step

if TYPE_CHECKING:
    from journeyeditor.drawing import Drawing
    from journeyeditor.paint import Metadata


def export(journey: Journey, kind: Kind, options: Options | None = None, step: Step = no_step) -> Published:
    """The journey as files of a kind. Raises BadInput for options that nothing can be made of."""
    wishes = options or Options()
    if kind not in DRAWN:
        from journeyeditor.publish.texts import text_files  # noqa: PLC0415 - each kind loads what it needs alone

        step(message("Writing the {kind}", kind=kind_name(kind)))
        return text_files(journey, kind, wishes)
    from journeyeditor.drawing.in_turn import InTurn  # noqa: PLC0415
    from journeyeditor.publish.pages import leaves  # noqa: PLC0415

    laid = leaves(journey, wishes, step)
    drawings = InTurn(len(laid.pages), lambda number: laid.pages[number].drawing)
    step(message("Writing the {kind}", kind=kind_name(kind)))
    painted_files = painted(journey, drawings, kind, wishes, step)
    if kind == "pdf":
        files = tuple(File("", data, replace(laid.facts, pages=len(drawings))) for data in painted_files)
    else:
        after = replace(laid.facts, smallest_type=None, scale=None)
        files = tuple(
            File(page.suffix, data, after if page.after else laid.facts)
            for page, data in zip(laid.pages, painted_files, strict=True)
        )
    return Published(files, laid.notices, laid.tilings)


def painted(
    journey: Journey, drawings: Sequence[Drawing], kind: Kind, options: Options, step: Step = no_step
) -> Iterator[bytes]:
    """Drawings as one PDF, or as one SVG or PNG each."""
    from journeyeditor import paint  # noqa: PLC0415

    metadata = _metadata(journey, options)
    if kind == "svg":
        yield from (paint.svg(drawing, metadata, journey.images.get) for drawing in drawings)
        return
    data = paint.pdf(drawings, metadata, journey.images.get)
    if kind == "pdf":
        yield data
        return
    for page in range(len(drawings)):
        if page:
            step(message("Writing picture {number} of {count}", number=page + 1, count=len(drawings)))
        with about("--dpi"):
            picture = paint.png(data, options.dpi, page)
        yield picture


def _metadata(journey: Journey, options: Options) -> Metadata:
    """What readers of the file show beside it. The language is that of the texts, which are the user's."""
    from journeyeditor.paint import Metadata  # noqa: PLC0415
    from journeyeditor.words import speak  # noqa: PLC0415

    head = journey.head
    words = speak(options.language or head.language)
    keywords = [words.say("Customer journey"), *(persona.name for persona in journey.personas() if not persona.hidden)]
    return Metadata(
        title=_line(head.title),
        author=_line(head.owner or head.facilitator),
        subject=_line(head.scenario),
        keywords=", ".join(_line(keyword) for keyword in keywords if keyword.strip()),
        language=head.language,
    )


def _line(text: str) -> str:
    return " ".join(text.split())
