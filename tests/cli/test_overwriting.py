"""Nobody's work is lost by a slip in the name of OUT."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.running import Cli


@pytest.fixture
def own(tea_journey: Path) -> Path:
    """A journey, with a symbolic and a hard link to it."""
    folder = tea_journey.parent
    (folder / "link.pdf").symlink_to(tea_journey)
    os.link(tea_journey, folder / "hard.pdf")
    (folder / "link.journey").symlink_to(tea_journey)
    return tea_journey


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "tea.journey", "tea.journey", "--to", "pdf"),
        ("export", "tea.journey", "./tea.journey", "--to", "csv"),
        ("export", "tea.journey", "link.pdf"),
        ("export", "tea.journey", "hard.pdf"),
        ("export", "tea.mmd", "tea.mmd"),
        ("import", "tea.journey", "-o", "link.journey", "--from", "json"),
        ("import", "tea.mmd", "-o", "new.journey", "--report", "tea.mmd"),
        ("new", "tea.journey", "--template", "tea.journey"),
        ("new", "link.journey", "--template", "tea.journey"),
    ],
    ids=" ".join,
)
def test_what_is_read_is_never_written_over(cli: Cli, own: Path, arguments: tuple[str, ...]) -> None:
    before = {path: path.read_bytes() for path in own.parent.iterdir() if path.is_file()}
    ended = cli(*arguments)
    assert ended.status == 2
    assert "This is the file that is read: it would be lost. Give another name." in ended.err
    assert {path: path.read_bytes() for path in own.parent.iterdir() if path.is_file()} == before


def test_a_further_file_of_an_export_does_not_hit_the_input(cli: Cli, tea: Path) -> None:
    data = tea.read_bytes()
    tea.rename(tea.parent / "tea-01-me.mmd")
    ended = cli("export", "tea-01-me.mmd", "tea.mmd", "--each-persona")
    assert (ended.status, "tea-01-me.mmd: This is the file that is read" in ended.err) == (2, True)
    assert (tea.parent / "tea-01-me.mmd").read_bytes() == data
    assert not tea.exists()


@pytest.mark.parametrize(
    ("name", "kind", "sentence"),
    [
        ("other.journey", "pdf", "other.journey: This is a journey, and would be lost. Give the PDF another name."),
        ("other.journey.json", "csv", "This is a journey, and would be lost. Give the CSV another name."),
        ("other.mmd", "svg", "This is a Mermaid diagram, and would be lost. Give the SVG another name."),
        ("other.CSV", "json", "This is a CSV table, and would be lost. Give the JSON another name."),
        ("other.md", "png", "This is a Markdown document, and would be lost."),
    ],
)
def test_a_name_that_says_another_kind_is_refused_where_such_a_file_is(
    cli: Cli, tea: Path, tmp_path: Path, name: str, kind: str, sentence: str
) -> None:
    (tmp_path / name).write_bytes(b"work")
    ended = cli("export", tea, name, "--to", kind)
    assert (ended.status, sentence in ended.err) == (2, True), ended.err
    assert (tmp_path / name).read_bytes() == b"work"


def test_a_report_does_not_take_the_place_of_a_journey(cli: Cli, tea: Path, tea_journey: Path) -> None:
    before = tea_journey.read_bytes()
    ended = cli("import", tea, "-o", "new.journey", "--report", tea_journey)
    assert (ended.status, "This is a journey, and would be lost." in ended.err) == (2, True)
    assert tea_journey.read_bytes() == before
    assert not (tea.parent / "new.journey").exists()


def test_a_file_of_the_same_kind_is_replaced_as_ever(cli: Cli, tea: Path, tmp_path: Path) -> None:
    for name in ("old.journey.json", "old.mmd", "old.csv", "old.md"):
        (tmp_path / name).write_bytes(b"old")
        assert cli("export", tea, name).status == 0
        assert (tmp_path / name).read_bytes() != b"old"
    assert cli("export", tea, "old.md", "--to", "mermaid").status == 0


@pytest.fixture
def newer(cli: Cli, tea: Path, tmp_path: Path) -> Path:
    """A file that only a newer version may edit, with something in it that this one does not know."""
    assert cli("export", tea, "bare.json").status == 0
    plain = json.loads((tmp_path / "bare.json").read_bytes())
    plain |= {"format_version": 7, "readable_from": 7, "holograms": [{"id": "h", "of": "Me"}]}
    path = tmp_path / "newer.journey.json"
    path.write_text(json.dumps(plain))
    return path


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "newer.journey.json", "-o", "out.journey"),
        ("import", "newer.journey.json", "-o", "-", "--to", "json"),
        ("new", "out.journey", "--template", "newer.journey.json"),
        ("new", "out.journey", "--template", "newer.journey.json", "--empty"),
        ("export", "newer.journey.json", "out.json"),
    ],
    ids=" ".join,
)
def test_a_newer_file_is_not_made_into_one_of_ours_with_less_in_it(
    cli: Cli, newer: Path, arguments: tuple[str, ...]
) -> None:
    ended = cli(*arguments)
    assert (ended.status, ended.out) == (2, b"")
    assert "journeyeditor: newer.journey.json: This file was written by a newer version: a copy" in ended.err
    assert "Use the newer version, or export it as a poster, as Markdown or as a table." in ended.err
    assert not [path for path in newer.parent.iterdir() if path.name.startswith("out")]


@pytest.mark.parametrize("name", ["out.pdf", "out.md", "out.csv", "out.mmd"])
def test_a_newer_file_can_be_printed_with_a_warning(cli: Cli, newer: Path, name: str) -> None:
    ended = cli("export", newer, name)
    assert ended.status == 0
    assert "written by a newer version of Journey Editor. It can be looked at and printed here" in ended.err
