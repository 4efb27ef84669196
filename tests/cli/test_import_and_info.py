"""Diagrams and bare JSON come in; `info` tells what is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journeyeditor.files import load
from tests.cli.running import TEA, Cli


def test_a_diagram_becomes_a_journey_file_with_a_preview(cli: Cli, tea: Path, tmp_path: Path) -> None:
    ended = cli("import", tea, "-o", "map.journey", "--report", "report.json")
    assert (ended.status, ended.text) == (0, "Written: map.journey\n")
    assert f"journeyeditor: {tea}: line 5: guessed: The colon in “7:30 Go upstairs”" in ended.err
    journey = load(tmp_path / "map.journey").journey
    assert [touchpoint.title for touchpoint in journey.touchpoints()] == ["Make tea", "7:30 Go upstairs", "Sit down"]
    assert b"preview.png" in (tmp_path / "map.journey").read_bytes()
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert (report["guessed"], report["notices"][0]["line"]) == (1, 5)


def test_bare_json_goes_out_and_comes_in_again(cli: Cli, tea_journey: Path, tmp_path: Path) -> None:
    assert cli("export", tea_journey, "map.journey.json").status == 0
    assert cli("import", "map.journey.json", "-o", "again.journey").status == 0
    assert list(load(tmp_path / "again.journey").journey) == list(load(tea_journey).journey)


def test_a_journey_is_not_told_its_language(cli: Cli, tea_journey: Path, tmp_path: Path) -> None:
    ended = cli("import", tea_journey, "-o", "map.journey", "--lang", "fr")
    assert ended.status == 2
    assert "--lang: A journey says itself in which language it is. Leave --lang out." in ended.err
    assert not (tmp_path / "map.journey").exists()


def test_a_report_on_standard_output_stands_there_alone(cli: Cli) -> None:
    ended = cli("import", "-", "-o", "map.journey", "--report", "-", stdin=TEA.replace("7:30 ", "").encode())
    report = json.loads(ended.out)
    assert (ended.status, report["format"], report["notices"]) == (0, "mermaid", [])


def test_info_for_programs_speaks_the_users_language(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    english = json.loads(cli("info", "-", "--json", stdin=TEA.encode()).out)["report"]["notices"][0]["message"]
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    french = json.loads(cli("info", "-", "--json", stdin=TEA.encode()).out)["report"]["notices"][0]["message"]
    assert english != french


def test_pipes_in_and_out(cli: Cli) -> None:
    ended = cli("import", "-", "-o", "-", "--to", "json", stdin=TEA.encode())
    assert ended.status == 0
    assert json.loads(ended.out)["journey"]["title"] == "My working day"
    assert "journeyeditor: standard input: line 5" in ended.err
    back = cli("info", "-", "--json", stdin=ended.out)
    assert json.loads(back.out)["counts"]["touchpoints"] == 3
    zipped = cli("import", "-", "-o", "-", "--from", "mermaid", stdin=TEA.encode())
    assert zipped.out.startswith(b"PK")


def test_a_file_without_an_ending_is_told_by_its_contents(
    cli: Cli, tea: Path, tea_journey: Path, tmp_path: Path
) -> None:
    for source in (tea, tea_journey):
        (tmp_path / "unnamed").write_bytes(source.read_bytes())
        assert cli("info", "unnamed").status == 0


def test_info_for_people(cli: Cli, tea_journey: Path) -> None:
    ended = cli("info", tea_journey)
    assert ended.text == (
        "My working day\n  as-is · language en · format version 1\n  2 stages\n  3 touchpoints\n  2 personas\n"
        "  2 lanes\n  4 emotions\nPersonas\n  Me\n  Cat\n"
    )


def test_info_for_programs(cli: Cli, tea_journey: Path) -> None:
    told = json.loads(cli("info", tea_journey, "--json").out)
    assert told["title"] == "My working day"
    assert told["languages"] == ["en"]
    assert told["format_version"] == 1
    assert told["counts"]["stages"] == 2
    assert [(p["name"], p["emotions"]) for p in told["personas"]] == [("Me", 3), ("Cat", 1)]


def test_a_block_of_markdown(cli: Cli, tmp_path: Path) -> None:
    fence = "```"
    (tmp_path / "notes.md").write_text(
        f"# A\n{fence}mermaid\n{TEA}{fence}\n{fence}mermaid\njourney\ntitle Second\n{fence}\n"
    )
    assert "holds 2 journeys" in cli("info", "notes.md").err
    assert cli("info", "notes.md", "--block", 2).text.startswith("Second\n")
    ended = cli("import", "notes.md", "-o", "x.journey", "--block", "3")
    assert (ended.status, ended.err) == (
        2,
        "journeyeditor: notes.md: There is no journey number 3 in this file. It holds 2, at line 3, 12.\n",
    )
    assert cli("info", "notes.md", "--block", "0").status == 2


def test_the_language_may_be_given(cli: Cli, tea: Path, tmp_path: Path) -> None:
    cli("import", tea, "-o", "x.journey", "--lang", "pt_BR")
    assert load(tmp_path / "x.journey").journey.head.language == "pt-BR"


def test_a_long_report_is_cut_on_the_screen_and_whole_in_the_file(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "many.mmd").write_text("journey\ntitle T\nsection S\n" + "a:b: 3: Me\n" * 50)
    ended = cli("import", "many.mmd", "-o", "x.journey", "--report", "r.json")
    assert ended.err.count("\n") == 21
    assert ended.err.endswith("journeyeditor: many.mmd: … and 30 more remarks.\n")
    assert len(json.loads((tmp_path / "r.json").read_text("utf-8"))["notices"]) == 50
