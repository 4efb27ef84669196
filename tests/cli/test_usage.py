"""Help, completion, languages, and what is said when something is wrong."""

from __future__ import annotations

import argparse
import ast
import gettext
import json
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest

from journeyeditor import __version__
from journeyeditor.cli import program
from journeyeditor.cli.completion import SHELLS
from journeyeditor.cli.console import Console
from journeyeditor.cli.progress import Progress
from journeyeditor.errors import message
from journeyeditor.words import speak
from tests.cli.running import Cli

COMMANDS = ("templates", "new", "import", "export", "check", "info", "schema")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples_in_both_languages(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    english = cli(command, "--help")
    assert english.status == 0
    assert f"usage: journeyeditor {command}" in english.text
    assert f"examples:\n  journeyeditor {command}" in english.text
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    french = cli(command, "-h")
    assert "usage\u00a0: journeyeditor" in french.text
    assert "exemples\u00a0:\n  journeyeditor" in french.text
    assert english.err == french.err == ""


def test_help_of_the_whole_names_every_command(cli: Cli) -> None:
    told = cli("--help").text
    assert all(f"\n    {command}" in told for command in COMMANDS)


def test_version(cli: Cli) -> None:
    assert cli("--version").text == f"journeyeditor {__version__}\n"


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_knows_commands_options_and_names(cli: Cli, shell: str) -> None:
    ended = cli("--print-completion", shell)
    assert ended.status == 0
    for word in ("templates", "check", "each-persona", "tile-margin", "parking-lot", "A4-landscape", "vivid", "ArchD"):
        assert word in ended.text, word
    assert cli("export", "--help").status == 0  # the next line is read by a grammar of its own


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes_an_option_and_its_value(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "complete.sh").write_bytes(cli("--print-completion", "bash").out)
    for typed, offered in (
        (("export", "--each"), "--each-persona"),
        (("export", "a", "b", "--theme", "viv"), "vivid"),
        (("export", "a", "b", "--tile", "A4-p"), "A4-portrait"),
        (("ch",), "check"),
    ):
        words = " ".join(f"'{word}'" for word in ("journeyeditor", *typed))
        script = (
            f"source complete.sh; COMP_WORDS=({words}); COMP_CWORD={len(typed)}; "
            "$(complete -p journeyeditor | sed 's/.*-F \\([^ ]*\\).*/\\1/') "
            f"journeyeditor '{typed[-1]}' ''; echo \"${{COMPREPLY[@]}}\""
        )
        ended = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert offered in ended.stdout.split(), (typed, ended.stdout, ended.stderr)


@pytest.mark.parametrize(
    "arguments",
    [(), ("frobnicate",), ("export",), ("export", "a", "b", "c"), ("info", "--jsn", "x"), ("new",), ("import", "x")],
)
def test_a_wrong_command_line_is_status_two_with_a_hint(cli: Cli, arguments: tuple[str, ...]) -> None:
    ended = cli(*arguments)
    assert ended.status == 2
    assert ended.err.startswith("journeyeditor: ")
    assert "--help”.\n" in ended.err
    assert ended.err.count("\n") == 1
    assert ended.out == b""


def test_mistakes_are_told_in_french_too(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_CH.UTF-8")
    assert cli("export", "x").err == (
        "journeyeditor: il manque les arguments suivants\u00a0: OUT. Voir «\u00a0journeyeditor export --help\u00a0».\n"
    )
    Path("t.mmd").write_text("journey\nThé")
    assert cli("info", "t.mmd").err == (
        "journeyeditor: t.mmd: Ligne 2\u00a0: la note de «\u00a0Thé\u00a0» manque. "
        "Écrivez ensuite un nombre de 1 à 5, par exemple «\u00a0Thé: 3\u00a0».\n"
    )


def test_the_environment_is_left_as_it_was(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    before = gettext.textdomain()
    cli("frobnicate")
    assert gettext.textdomain() == before
    assert __import__("os").environ["LANGUAGE"] == "de"


def test_argparse_says_nothing_that_has_no_french() -> None:
    """A new Python may say new things; those that only a programmer can cause are listed here."""
    ours_alone = (
        "callable", "positionals", "__call__", "mode %r", "merge actions", "multiple subparser", "conflict", "dest=",
        "must start with", "mutually exclusive", "deprecated",
    )  # fmt: skip
    french = speak("fr")
    source = Path(argparse.__file__).read_text("utf-8")
    untold = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
            text = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
            if isinstance(text, str) and text != "options" and not any(part in text for part in ours_alone):
                said = (
                    french._catalogue.ngettext(text, text, 1)
                    if node.func.id == "ngettext"
                    else french._translated(text)
                )
                untold += [text] if said == text else []
    assert untold == []


def test_the_schema_is_one(cli: Cli) -> None:
    schema = json.loads(cli("schema").out)
    jsonschema.validators.validator_for(schema).check_schema(schema)


def test_odd_files_are_answered(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty.journey").write_bytes(b"")
    (tmp_path / "cut.journey").write_bytes(b"PK\x03\x04xx")
    (tmp_path / "picture.journey").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "text.txt").write_text("Dear Sir or Madam")
    (tmp_path / "list.json").write_text("[1, 2]")
    for name in (
        "empty.journey",
        "cut.journey",
        "picture.journey",
        "text.txt",
        "list.json",
        "missing.journey",
        ".",
        "a\0b",
    ):
        ended = cli("info", name)
        assert ended.status == 2
        assert ended.err.startswith(f"journeyeditor: {name}: ")
        assert ended.err.rstrip().endswith(".")


def test_a_fault_is_one_sentence_and_a_log(cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(*_: object) -> int:
        raise RuntimeError("the inner workings")

    monkeypatch.setattr(program, "_run", broken)
    ended = cli("info", "x")
    assert ended.status == 70
    assert "the inner workings" not in ended.err
    (log,) = (tmp_path / "home").rglob("fault-*.log")
    assert str(log) in ended.err
    assert "the inner workings" in log.read_text("utf-8")
    monkeypatch.setenv("JOURNEYEDITOR_DEBUG", "1")
    with pytest.raises(RuntimeError):
        cli("info", "x")


def test_an_interruption_is_status_130(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "_run", interrupted)
    ended = cli("info", "x")
    assert (ended.status, ended.err.count("\n")) == (130, 1)


class Terminal:
    encoding = "ascii"

    def __init__(self) -> None:
        self.shown = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.shown += text

    def flush(self) -> None:
        pass


def test_progress_is_told_after_a_second_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("journeyeditor.cli.progress.PATIENCE", 0.01)
    monkeypatch.setattr("journeyeditor.cli.progress.PULSE", 0.01)
    with Progress(speak("fr")) as progress:
        progress.step(message("Laying out the poster"))
        while not terminal.shown:
            progress._done.wait(0.005)
    assert "Mise en page de l?affiche" in terminal.shown
    assert terminal.shown.endswith("\r\x1b[K")


def test_a_pdf_is_not_poured_upon_a_screen(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Console, "is_terminal", lambda _: True)
    ended = cli("export", "-", "-", "--to", "pdf", stdin=b"journey\ntitle T")
    assert ended.status == 2
    assert "This is a terminal" in ended.err
    assert cli("export", "-", "-", "--to", "markdown", stdin=b"journey\ntitle T").status == 0


def test_what_is_said_meanwhile_has_a_line_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("journeyeditor.cli.progress.PATIENCE", 0.01)
    console = Console(speak("en"))
    with console.working() as progress:
        progress.step(message("Laying out the poster"))
        while not terminal.shown:
            progress._done.wait(0.005)
        console.tell(message("It is closed."))
    assert "s\r\x1b[Kjourneyeditor: It is closed.\n" in terminal.shown
