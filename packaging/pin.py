"""Writes the pinned requirements, with hashes and without any address.

    pip install pip-tools && python packaging/pin.py

`requirements.txt` is everything that building, running and testing need; `requirements-core.txt` is the same without
Qt, for the proof that the core does not need it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
WITHOUT_QT = ("pyside6-essentials", "shiboken6", "pytest-qt")


def main() -> None:
    """Runs pip-compile, then leaves Qt out of a copy."""
    target = HERE / "requirements.txt"
    options = ["--extra", "dev", "--generate-hashes", "--no-emit-index-url", "--no-emit-trusted-host", "--no-header"]
    options += ["--no-annotate", "--allow-unsafe", "--strip-extras", "--quiet", "--output-file", str(target)]
    options += ["--no-emit-find-links", "--no-emit-options"]
    subprocess.run(
        [sys.executable, "-m", "piptools", "compile", *options, "pyproject.toml"], cwd=HERE.parent, check=True
    )
    entries: list[list[str]] = []
    for line in target.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace():
            entries[-1].append(line)
        else:
            entries.append([line])
    # One version of Qt for every Python: the marker in pyproject.toml keeps 6.12 off Python 3.11 only.
    entries = [[entry[0].partition(" ;")[0] + " \\", *entry[1:]] if " ;" in entry[0] else entry for entry in entries]
    kept = [entry for entry in entries if entry[0].partition("==")[0].lower() not in WITHOUT_QT]
    target.write_text("".join(f"{line}\n" for entry in entries for line in entry), encoding="utf-8")
    (HERE / "requirements-core.txt").write_text("".join(f"{line}\n" for entry in kept for line in entry), "utf-8")
    print(f"{len(entries)} packages pinned, {len(kept)} of them for the core")


if __name__ == "__main__":
    main()
