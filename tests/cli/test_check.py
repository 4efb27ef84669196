"""Map health from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journeyeditor.insight import CHECKS
from tests.cli.running import Cli


def test_findings_are_status_one_with_why_and_what_to_do(cli: Cli, tea: Path) -> None:
    ended = cli("check", "tea.mmd")
    assert ended.status == 1
    first = ended.text.splitlines()[0]
    assert first.endswith(("problem", "problems"))
    assert "Nobody" in ended.text or "no " in ended.text
    assert all(len(line) <= 100 for line in ended.text.splitlines())


def test_a_good_map_is_status_zero(cli: Cli, monkeypatch: pytest.MonkeyPatch, tea_journey: Path) -> None:
    monkeypatch.setattr("journeyeditor.cli.commands.check.health", lambda _: ())
    ended = cli("check", tea_journey)
    assert (ended.status, ended.text) == (0, "Nothing is missing: this is a good map.\n")
    ended = cli("check", tea_journey, "--json")
    assert ended.status == 0
    assert json.loads(ended.text)["findings"] == []


def test_as_json_for_other_programs(cli: Cli, tea_journey: Path) -> None:
    ended = cli("check", tea_journey, "--json")
    assert ended.status == 1
    plain = json.loads(ended.text)
    assert plain["file"] == str(tea_journey)
    assert plain["title"] == "My working day"
    codes = {check.code for check in CHECKS}
    assert {finding["code"] for finding in plain["findings"]} <= codes
    assert plain["problems"] + plain["hints"] == len(plain["findings"])
    assert all(finding["records"] and finding["why"] and finding["advice"] for finding in plain["findings"])


def test_in_the_users_language_not_the_maps(cli: Cli, tea_journey: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english = cli("check", tea_journey).text
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    french = cli("check", tea_journey)
    assert french.status == 1
    assert french.text != english
    assert "problème" in french.text


def test_bad_input_is_two(cli: Cli) -> None:
    ended = cli("check", "nothing.journey")
    assert (ended.status, ended.out) == (2, b"")
