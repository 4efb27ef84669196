"""Whole exports, process start included, against a Python that imports nothing and against LibreOffice."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from benchmarks.timing import ROOT, of_processes, python

RICHEST = ROOT / "resources" / "templates" / "example-renovation.fr.journey"
EXPORT = ("-m", "journeyeditor", "export")


def measure_richest(repeat: int = 9) -> dict[str, float]:
    """A0 of the richest example: seconds of an empty Python, of ours, of LibreOffice making a PDF of the same sheet."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = python(*EXPORT, str(RICHEST), str(folder / "poster.pdf"), "--paper", "A0")
        commands = [python("-c", "pass"), ours, python("-m", "journeyeditor", "--version")]
        if office := shutil.which("soffice"):
            of_processes([python(*EXPORT, str(RICHEST), str(folder / "poster.svg"), "--paper", "A0")], 1)
            profile = f"-env:UserInstallation=file://{folder}/profile"
            convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", name]
            of_processes([[*convert[:-4], "--convert-to", "odg", "--outdir", name, str(folder / "poster.svg")]], 1)
            commands += [[*convert, str(folder / "poster.svg")], [*convert, str(folder / "poster.odg")]]
        found = of_processes(commands, repeat)
    names = ("empty", "ours", "version", "office_svg", "office_odg")
    result = {name: seconds for name, (seconds, _) in zip(names, found, strict=False)}
    return result | {"memory": found[1][1]}


def measure(touchpoints: int) -> dict[str, float]:
    """A0 of a generated map: seconds and MB."""
    with tempfile.TemporaryDirectory() as name:
        source, target = str(Path(name) / "map.journey"), str(Path(name) / "map.pdf")
        of_processes([python("-m", "benchmarks.journeys", str(touchpoints), source)], 1)
        command = python(*EXPORT, source, target, "--paper", "A0")
        ((seconds, memory),) = of_processes([command], 3 if touchpoints <= 1000 else 1)
    return {"seconds": seconds, "memory": memory}
