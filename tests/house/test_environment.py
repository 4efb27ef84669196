"""The Debian packages that the scripts see to: under whichever name, and without a network."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SH = shutil.which("sh")
pytestmark = pytest.mark.skipif(SH is None, reason="there is no sh")


def tool(folder: Path, name: str, lines: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(0o755)


def install(
    tmp_path: Path, wanted: str, *, installed: str = "", known: str = "", online: bool = True
) -> tuple[subprocess.CompletedProcess[str], str]:
    """What happens on a system with these packages, and which apt-get was asked to install."""
    tools = tmp_path / "tools"
    tools.mkdir()
    status = 0 if online else 100
    tool(tools, "id", "echo 0")
    tool(
        tools,
        "dpkg-query",
        f'for last; do :; done; case " {installed} " in *" $last "*) echo install ok installed;; esac',
    )
    tool(
        tools,
        "apt-cache",
        f'case " {known} " in *" $2 "*) echo "Package: $2";; *) echo "N: No packages found" >&2;; esac',
    )
    tool(tools, "apt-get", f'echo "$@" >> "{tmp_path}/asked"; exit {status}')
    script = f'DEBIAN_PACKAGES="{wanted}"; . packaging/environment.sh; install_packages; echo went on'
    assert SH is not None
    done = subprocess.run(
        [SH, "-c", script, "packaging/any.sh"],
        cwd=ROOT,
        env={"PATH": f"{tools}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    asked = tmp_path / "asked"
    return done, asked.read_text() if asked.exists() else ""


@pytest.mark.parametrize("name", ["libglib2.0-0", "libglib2.0-0t64"])
def test_either_name_will_do(tmp_path: Path, name: str) -> None:
    done, asked = install(tmp_path, "qpdf libglib2.0-0t64|libglib2.0-0", installed=f"qpdf {name}")
    assert (done.returncode, done.stdout, done.stderr, asked) == (0, "went on\n", "", "")


@pytest.mark.parametrize("name", ["libglib2.0-0", "libglib2.0-0t64"])
def test_the_name_that_the_system_knows_is_installed(tmp_path: Path, name: str) -> None:
    done, asked = install(tmp_path, "qpdf libglib2.0-0t64|libglib2.0-0", installed="qpdf", known=name)
    assert done.returncode == 0
    assert asked.splitlines()[1].split()[-1] == name
    assert "qpdf" not in asked


def test_without_a_network_it_is_said_and_things_go_on(tmp_path: Path) -> None:
    done, _ = install(tmp_path, "qpdf", online=False)
    assert (done.returncode, done.stdout) == (0, "went on\n")
    assert "These packages could not be installed: qpdf" in done.stderr
