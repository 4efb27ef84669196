"""A journey becomes a poster, a document or data: the bytes, what there is to say about them, and their facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeyeditor.errors import Message, message
from journeyeditor.model.journey import Journey
from journeyeditor.publish.options import AUTO, Kind, Options

if TYPE_CHECKING:
    from journeyeditor.layout import Laid, Paper
    from journeyeditor.paint import Metadata

Step = Callable[[Message], None]
"""Is told what is being done, for whoever waits."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was printed: the sheet in mm and its smallest type in points."""

    paper: str
    width: float
    height: float
    smallest_type: float
    pages: int = 1
    """Pages in each file."""


@dataclass(frozen=True, slots=True)
class Published:
    """A finished export. `facts` is None for what has no sheet."""

    data: bytes
    notices: tuple[Message, ...] = ()
    facts: Facts | None = None
    further: tuple[bytes, ...] = ()
    """The second page and on, of a kind that holds only one (PNG, SVG)."""


def _no_step(_: Message) -> None:
    """Nobody waits."""


def export(journey: Journey, kind: Kind, options: Options | None = None, step: Step = _no_step) -> Published:
    """The journey as a file of a kind. Raises BadInput for options that nothing can be made of."""
    wishes = options or Options()
    if kind == "json":
        from journeyeditor.files import to_bytes  # noqa: PLC0415 - each kind loads what it needs alone

        return Published(to_bytes(journey, bare=True))
    if kind == "markdown":
        from journeyeditor.exchange.markdown import to_markdown  # noqa: PLC0415

        text = to_markdown(journey, language=wishes.language, personas=_personas(journey, wishes))
        return Published(text.encode("utf-8"))
    step(message("Laying out the poster"))
    laid = laid_out(journey, wishes)
    step(message("Writing the {kind}", kind=kind.upper()))
    paper = laid.paper
    data, *further = painted(journey, laid, kind, wishes)
    pages = 1 if further else len(laid.drawings)
    facts = Facts(paper.name, paper.width, paper.height, laid.smallest_type, pages)
    return Published(data, laid.notices, facts, tuple(further))


def _personas(journey: Journey, options: Options) -> tuple[str, ...]:
    return journey.head.poster.personas if options.personas is None else options.personas


def laid_out(journey: Journey, options: Options) -> Laid:
    """The journey's poster as a drawing, on the sheet that the options and its own settings ask for."""
    from journeyeditor.layout import poster  # noqa: PLC0415

    return poster(
        journey,
        _paper(journey, options),
        theme=options.theme or journey.head.poster.theme,
        language=options.language,
        personas=_personas(journey, options),
    )


def _paper(journey: Journey, options: Options) -> Paper:
    from journeyeditor.layout import find_paper, smallest_paper  # noqa: PLC0415

    own = journey.head.poster
    name = options.paper or own.paper
    orientation = options.orientation or own.orientation
    margin = own.margin if options.margin is None else options.margin
    if name.strip().lower() != AUTO:
        return find_paper(name, orientation, margin)
    return smallest_paper(
        journey,
        orientation=orientation,
        margin=margin,
        theme=options.theme or own.theme,
        language=options.language,
        personas=_personas(journey, options),
    )


def painted(journey: Journey, laid: Laid, kind: Kind, options: Options) -> Iterator[bytes]:
    """A poster's drawings as one PDF, or as one SVG or PNG for each page."""
    from journeyeditor import paint  # noqa: PLC0415

    metadata = _metadata(journey, options)
    if kind == "svg":
        yield from (paint.svg(drawing, metadata, journey.images.get) for drawing in laid.drawings)
        return
    data = paint.pdf(laid.drawings, metadata, journey.images.get)
    if kind == "pdf":
        yield data
    else:
        yield from (paint.png(data, options.dpi, page) for page in range(len(laid.drawings)))


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
