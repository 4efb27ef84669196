"""What README and the command line's page say can be typed as it stands there."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeyeditor.cli import values
from journeyeditor.cli.completion import SHELLS
from journeyeditor.exchange.table import KEYS, TABLES
from journeyeditor.layout.further import KINDS as FURTHER
from journeyeditor.publish import KINDS
from tests.cli.running import TEA, Cli

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "docs/command-line.md")
COMMANDS = ("templates", "new", "import", "export", "check", "info", "schema")


def examples(page: str) -> Iterator[list[str]]:
    """The commands in the shell blocks of a page, without those that send their output on."""
    for block in re.findall(r"```sh\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL):
        for line in block.splitlines():
            if line.startswith("journeyeditor ") and " > " not in line:
                arguments = shlex.split(line, comments=True)[1:]
                if arguments and arguments[0] in (*COMMANDS, "--help", "--version"):  # all else opens the window
                    yield arguments


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the files that the examples speak of."""
    shutil.copy(ROOT / "resources" / "templates" / "example-renovation.fr.journey", tmp_path / "house.journey")
    block = f"```mermaid\n{TEA}```\n"
    (tmp_path / "diagram.mmd").write_text(TEA)
    (tmp_path / "notes.md").write_text(f"# Notes\n{block}\n{block}")
    (tmp_path / "table.csv").write_text("stage,touchpoint,persona,emotion\nSearch,Read,Nadia,1\nSearch,Ask,Sam,-1\n")
    (tmp_path / "survey.csv").write_text("Moment,Contact,Problems\nSearch,Read,Too long\n")
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_every_example_works(cli: Cli, desk: Path, page: str) -> None:
    found = list(examples(page))
    assert len(found) > 5
    assert cli("import", "table.csv", "-o", "map.journey").status == 0
    for arguments in found:
        ended = cli(*arguments)
        assert ended.status in (0, 1 if arguments[0] == "check" else 0), (arguments, ended.err)
    assert list(desk.glob("*poster*.pdf"))


def test_every_option_is_on_the_page_and_every_command(cli: Cli) -> None:
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    for command in COMMANDS:
        assert f"journeyeditor {command}" in page
        for option in re.findall(r"(?<![\w-])--[a-z-]+", cli(command, "--help").text):
            assert option in page, option
    assert all(f"`{theme}`" in page for theme in ("calm", "vivid", "ink"))
    assert "|".join(SHELLS) in page


def test_the_lists_of_the_grammar_are_those_of_the_program(cli: Cli) -> None:
    assert set(values.EXPORT_KINDS) == set(KINDS)
    assert values.FURTHER == FURTHER
    assert values.COLUMNS == KEYS
    assert set(values.TABLES) == set(TABLES)
