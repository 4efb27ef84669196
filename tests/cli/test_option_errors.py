"""A sentence about an option names the option, not the file, which may be without fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Cli


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("p.pdf", "--paper", "Z9"), "--paper: There is no paper “Z9”. Use "),
        (("p.pdf", "--paper", "1x1"), "--paper: A sheet of 1 × 1 mm cannot be made."),
        (("p.pdf", "--margin", "999"), "--margin: A margin of 999 mm leaves no room on A3."),
        (("p.pdf", "--margin", "999", "--paper", "auto"), "--margin: A margin of 999 mm leaves no room"),
        (("p.pdf", "--theme", "noisy"), "--theme: There is no theme “noisy”. Use calm"),
        (("p.pdf", "--theme", "noisy", "--paper", "auto"), "--theme: There is no theme “noisy”."),
        (("p.pdf", "--theme", ""), "--theme: There is no theme “”."),
        (("p.pdf", "--persona", "nobody"), "--persona: There is no persona “nobody”. Use Me, Cat."),
        (("p.pdf", "--tile", "Z9"), "--tile: There is no paper “Z9”."),
        (("p.pdf", "--tile", "A5", "--paper", "5000x5000mm"), "--tile: The poster would need "),
        (("p.pdf", "--tile", "A4", "--sheets", "40x1"), "--sheets: "),
        (("p.pdf", "--bleed", "99"), "--bleed: The bleed must be a length from nought to 50 mm."),
        (("p.png", "--dpi", "2400", "--paper", "A0"), "--dpi: At 2,400 dpi the picture would have "),
        (("p.pdf", "--block", "2"), "There is no journey number 2 in this file."),
        (("p.pdf", "--column", "stage=X"), "--column: Only a CSV table has columns. Leave --column out."),
    ],
)
def test_the_option_is_named(cli: Cli, tea: Path, arguments: tuple[str, ...], sentence: str) -> None:
    ended = cli("export", "tea.mmd", *arguments)
    assert ended.status == 2
    said = ended.err.splitlines()[-1]
    assert said.startswith("journeyeditor: tea.mmd: There" if "--block" in arguments else "journeyeditor: --"), said
    assert sentence in said
    assert not (tea.parent / arguments[0]).exists()


def test_options_of_other_commands(cli: Cli, tea_journey: Path) -> None:
    assert "journeyeditor: --block: Only a Markdown or" in cli("info", tea_journey, "--block", "1").err
    assert "journeyeditor: --template: There is no template “x”." in cli("new", "a.journey", "--template", "x").err
    ended = cli("import", "table.csv", "-o", "a.journey", "--column", "x")
    assert "journeyeditor: table.csv: There is no such file." in ended.err


def test_a_setting_of_the_map_is_a_fault_of_the_file(cli: Cli, tea: Path, tmp_path: Path) -> None:
    assert cli("export", tea, "map.json").status == 0
    plain = json.loads((tmp_path / "map.json").read_bytes())
    plain["journey"]["poster"] = {"paper": "Z9"}
    (tmp_path / "map.json").write_text(json.dumps(plain))
    assert "journeyeditor: map.json: There is no paper “Z9”." in cli("export", "map.json", "p.pdf").err
    assert cli("export", "map.json", "p.pdf", "--paper", "A4").status == 0


def test_numbers_are_written_in_the_users_way(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    steps = "".join(f"A step with a rather long name, and that is number {n}: 3: Me\n" for n in range(60))
    (tmp_path / "long.mmd").write_text(f"journey\ntitle Long\nsection S\n{steps}")
    ended = cli("export", "long.mmd", "p.pdf", "--paper", "A5")
    (size,) = [word for word in ended.text.replace("\u202f", " ").split() if "," in word and word[0].isdigit()][-1:]
    assert size.rstrip(",")
    assert "." not in next(line for line in ended.err.splitlines() if " pt" in line).split("long.mmd", 1)[1].rstrip(".")


@pytest.mark.parametrize("kind", ["pdf", "md", "csv", "mmd"])
def test_a_language_without_words_is_told_of(cli: Cli, tea: Path, kind: str) -> None:
    ended = cli("export", tea, f"p.{kind}", "--lang", "de_AT", "--paper", "A5" if kind == "pdf" else "A4")
    assert ended.status == 0
    assert "journeyeditor: --lang: There are no words in “de-AT”: they will be English. Dates and numbers" in ended.err
    assert "there are words in en, fr." in ended.err
    assert "--lang: There" not in cli("export", tea, f"q.{kind}", "--lang", "fr-CA").err
    assert "--lang: There" not in cli("export", tea, f"r.{kind}", "--lang", "en_GB").err


@pytest.mark.parametrize("word", ["klingon", "f", "de-", "français", "../fr", ""])
def test_what_is_no_tag_of_a_language_is_refused(cli: Cli, tea: Path, word: str) -> None:
    for command in (("export", tea, "p.md"), ("import", tea, "-o", "x.journey"), ("new", "x.journey")):
        ended = cli(*command, "--lang", word)
        assert (ended.status, f"“{word}” is not a language, such as fr or pt-BR" in ended.err) == (2, True)
