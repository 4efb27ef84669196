"""The journey as text or data: Markdown, Mermaid, CSV, JSON. Each kind loads what it needs alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from journeyeditor.exchange.outcome import Exported
from journeyeditor.exchange.report import Report
from journeyeditor.model.journey import Journey
from journeyeditor.publish.options import Kind, Options
from journeyeditor.publish.outcome import File, Published
from journeyeditor.publish.people import chosen, suffix, travellers

Writer = Callable[[tuple[str, ...]], Exported]
"""Ids of personas -> the file of these."""


def text_files(journey: Journey, kind: Kind, options: Options) -> Published:
    """The files of a kind that is not drawn."""
    if kind == "json":
        from journeyeditor.files import to_bytes  # noqa: PLC0415

        return Published((File("", to_bytes(journey, bare=True)),))
    writers = {"markdown": _markdown, "mermaid": _mermaid, "csv": _csv}
    write = writers[kind](journey, options)
    made = [(name, write(personas)) for name, personas in _groups(journey, kind, options)]
    return Published(tuple(File(name, exported.data, report=exported.report) for name, exported in made))


def _groups(journey: Journey, kind: Kind, options: Options) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Suffix of each file, and whose it is.

    Mermaid in Markdown has a diagram for each persona in any case. Data are whole where nobody was named, whatever the
    poster shows.
    """
    if options.each_persona and not options.blocks:
        for number, one in enumerate(travellers(journey, options), start=1):
            yield suffix(number, one), (one.id,)
    elif kind == "csv":
        yield "", options.personas or ()
    else:
        yield "", chosen(journey, options)


def _markdown(journey: Journey, options: Options) -> Writer:
    from journeyeditor.exchange.markdown import to_markdown  # noqa: PLC0415

    def write(personas: tuple[str, ...]) -> Exported:
        text = to_markdown(journey, language=options.language, personas=personas)
        return Exported(text.encode("utf-8"), Report("markdown"))

    return write


def _mermaid(journey: Journey, options: Options) -> Writer:
    from journeyeditor.exchange.mermaid_out import to_mermaid, to_mermaid_markdown  # noqa: PLC0415

    write = to_mermaid_markdown if options.blocks else to_mermaid
    return lambda personas: write(journey, personas=personas, language=options.language)


def _csv(journey: Journey, options: Options) -> Writer:
    from journeyeditor.exchange.table import table, to_csv  # noqa: PLC0415

    kind = options.table
    if kind is not None:
        return lambda _: Exported(table(journey, kind, language=options.language), Report("csv"))
    return lambda personas: to_csv(journey, personas=personas, language=options.language)
