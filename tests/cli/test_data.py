"""Mermaid, CSV and lists, in and out, from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import TEA, Cli

TEMPLATES = Path(__file__).resolve().parents[2] / "resources" / "templates"
TABLE = "Moment,Touchpoint,Persona,Emotion\nBefore,Read a review,Ann,1\nBefore,Ask a friend,Bo,-1\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return Path(shutil.copy(TEMPLATES / "example-renovation.fr.journey", tmp_path / "house.journey"))


def counts(cli: Cli, place: object) -> dict[str, int]:
    found: dict[str, int] = json.loads(cli("info", place, "--json").text)["counts"]
    return found


@pytest.mark.parametrize("ending", ["csv", "mmd"])
def test_out_and_in_again(cli: Cli, house: Path, tmp_path: Path, ending: str) -> None:
    ended = cli("export", house, f"map.{ending}")
    assert ended.text == f"Written: map.{ending}\n"
    assert f"journeyeditor: {house}: dropped: Left out of the " in ended.err
    assert cli("import", f"map.{ending}", "-o", "back.journey").status == 0
    old, new = counts(cli, house), counts(cli, "back.journey")
    kept = ("stages", "touchpoints", "personas", "emotions")
    assert {kind: old[kind] for kind in kept} == {kind: new[kind] for kind in kept}


def test_a_table_is_read_by_every_command(cli: Cli, house: Path, tmp_path: Path) -> None:
    cli("export", house, "map.csv")
    assert counts(cli, "map.csv") == counts(cli, tmp_path / "map.csv")
    assert cli("check", "map.csv").status == 1
    assert cli("export", "map.csv", "poster.svg").status == 0
    piped = cli("export", "-", "-", "--to", "mermaid", stdin=(tmp_path / "map.csv").read_bytes())
    assert piped.text.startswith("journey\n")


def test_columns_by_their_names(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE)
    ended = cli("import", "t.csv", "-o", "t.journey")
    assert ended.status == 2
    assert "No column holds the stages. Columns found: “Moment”" in ended.err
    assert "--column stage=Moment" in ended.err
    ended = cli("import", "t.csv", "-o", "t.journey", "--column", "stage=Moment", "--report", "report.json")
    assert ended.status == 0
    assert counts(cli, "t.journey")["touchpoints"] == 2
    report = json.loads((tmp_path / "report.json").read_bytes())
    assert report["format"] == "csv"
    assert counts(cli, "t.journey") == json.loads(
        cli("info", "t.csv", "--json", "--column", "stage=Moment").text
    )["counts"]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("t.csv", "--column", "lunch=Moment"), "“lunch” is not what a column can hold."),
        (("t.csv", "--column", "Moment"), "does not say which column it means."),
        (("t.csv", "--column", "stage=Dessert"), "There is no column “Dessert”."),
        (("t.mmd", "--column", "stage=Moment"), "Only a CSV table has columns. Leave --column out."),
        (("t.csv", "--block", "1"), "Only a Markdown or Mermaid file has blocks."),
        (("t.csv", "--from", "mermaid"), "t.csv"),
        (("t.csv", "--from", "xml"), "invalid choice"),
    ],
)
def test_what_cannot_be_read_so_is_said(cli: Cli, tmp_path: Path, arguments: tuple[str, ...], sentence: str) -> None:
    (tmp_path / "t.csv").write_text(TABLE)
    (tmp_path / "t.mmd").write_text(TEA)
    ended = cli("import", *arguments, "-o", "out.journey")
    assert ended.status == 2
    assert sentence in ended.err
    assert not (tmp_path / "out.journey").exists()


@pytest.mark.parametrize(("table", "word"), [("actions", "Rachid B."), ("measures", "NPS"), ("notes", "relevés")])
def test_lists_for_a_spreadsheet(cli: Cli, house: Path, tmp_path: Path, table: str, word: str) -> None:
    ended = cli("export", house, "list.csv", "--table", table)
    assert (ended.text, ended.err) == ("Written: list.csv\n", "")
    told = (tmp_path / "list.csv").read_text("utf-8-sig")
    assert ";" in told.splitlines()[0]  # the map is French
    assert word in told
    english = cli("export", house, "-", "--to", "csv", "--table", table, "--lang", "en").out.decode("utf-8-sig")
    assert english.splitlines()[0] != told.splitlines()[0]
    assert len(english.splitlines()) > 2


def test_mermaid_in_markdown_has_a_diagram_for_each_persona(cli: Cli, house: Path, tmp_path: Path) -> None:
    assert cli("export", house, "page.md", "--to", "mermaid").status == 0
    page = (tmp_path / "page.md").read_text("utf-8")
    assert page.count("```mermaid") == 3
    assert cli("info", "page.md", "--block", "2").status == 0
    assert cli("export", house, "page.md").status == 0
    assert "```mermaid" not in (tmp_path / "page.md").read_text("utf-8")


def test_what_is_left_out_is_told_once_and_of_each_file_what_is_its_own(cli: Cli, house: Path) -> None:
    told = cli("export", house, "m.mmd", "--each-persona").err.splitlines()
    assert len(told) == len(set(told))
    assert sum("Left out of the stages" in line for line in told) == 1
    assert any(line.startswith("journeyeditor: m-02-thomas-vidal.mmd: ") for line in told)
