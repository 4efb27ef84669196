"""Figures of RESULTS.md: `python -m benchmarks [load|layout|live|paint|export|subset|canvas|start|window]…`, or all."""

from __future__ import annotations

import sys

from benchmarks import exporting, filing, laying, living, subsetting

SIZES = (100, 1000, 10_000)


def _said(title: str, found: dict[str, float]) -> None:
    print(f"{title}: " + ", ".join(f"{name} {value:.3g}" for name, value in found.items()), flush=True)


def _load() -> None:
    for size in SIZES:
        _said(f"load and save, {size} touchpoints", filing.measure(size))


def _layout() -> None:
    for size in SIZES:
        _said(f"layout, {size} touchpoints", laying.measure(size))


def _live() -> None:
    for name in ("example-new-hip.en", "example-renovation.fr"):
        _said(f"live poster, {name} on A3", living.measure_example(name))
    for size in (1000, 10_000):
        _said(f"live poster, {size} touchpoints", living.measure(size))


def _paint() -> None:
    from benchmarks import painting  # noqa: PLC0415 - ReportLab is loaded where it is measured

    for count in (1000, 10_000):
        painting.measure(count)


def _export() -> None:
    _said("export of the richest example on A0", exporting.measure_richest())
    for size in SIZES:
        _said(f"export, {size} touchpoints", exporting.measure(size))


def _subset() -> None:
    _said("one face cut down", subsetting.measure())


def _canvas() -> None:
    from benchmarks import canvas  # noqa: PLC0415 - Qt is loaded where it is measured

    for count in (1000, 10_000):
        canvas.measure(count)


def _start() -> None:
    from benchmarks import starting  # noqa: PLC0415 - Qt is loaded where it is measured

    starting.report()


def _window() -> None:
    from benchmarks import window  # noqa: PLC0415 - Qt is loaded where it is measured

    for count in (1000, 10_000):
        window.measure(count)


PARTS = {
    "load": _load,
    "layout": _layout,
    "live": _live,
    "paint": _paint,
    "export": _export,
    "subset": _subset,
    "canvas": _canvas,
    "start": _start,
    "window": _window,
}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
