"""Posters, pictures, documents and data from the command line."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from tests.cli.running import TEA, Cli

SAMPLES = Path(os.environ.get("JOURNEYEDITOR_SAMPLES") or Path(__file__).resolve().parents[3] / "shared" / "samples")


STEPS = "".join(f"A step with a rather long name, and that is number {n}: 3: Me, You\n" for n in range(60))
LONG = f"journey\ntitle Long\nsection S\n{STEPS}"
"""Too much for a small sheet."""


def millimetres(data: bytes) -> tuple[float, float]:
    document = pypdfium2.PdfDocument(data)
    width, height = document[0].get_size()
    document.close()
    return round(width / 72 * 25.4, 1), round(height / 72 * 25.4, 1)


def test_a_poster_as_the_map_says_it(cli: Cli, tea_journey: Path, tmp_path: Path) -> None:
    ended = cli("export", tea_journey, "poster.pdf")
    assert ended.status == 0
    assert ended.text.startswith("Written: poster.pdf (A3, 420 × 297 mm, smallest type ")
    assert millimetres((tmp_path / "poster.pdf").read_bytes()) == (420.0, 297.0)


@pytest.mark.parametrize(
    ("options", "size"),
    [
        (("--paper", "A4", "--portrait"), (210.0, 297.0)),
        (("--paper", "letter", "--margin", "7,5"), (279.4, 215.9)),
        (("--paper", "600x420mm", "--landscape"), (600.0, 420.0)),
    ],
)
def test_the_paper_is_what_was_asked_for(
    cli: Cli, tea: Path, tmp_path: Path, options: tuple[str, ...], size: object
) -> None:
    assert cli("export", tea, "poster.pdf", *options).status == 0
    assert millimetres((tmp_path / "poster.pdf").read_bytes()) == size


def test_auto_takes_a_sheet_on_which_all_can_be_read(cli: Cli, tea: Path, tmp_path: Path) -> None:
    (tmp_path / "long.mmd").write_text(LONG)
    small, large = (cli("export", name, f"{name}.pdf", "--paper", "auto") for name in ("tea.mmd", "long.mmd"))
    assert "smallest type" not in small.err + large.err
    sizes = [millimetres((tmp_path / f"{name}.pdf").read_bytes()) for name in ("tea.mmd", "long.mmd")]
    assert sizes[0][0] <= sizes[1][0] in (210.0, 297.0, 420.0, 594.0, 841.0, 1189.0)


def test_a_map_of_several_pages(cli: Cli, tmp_path: Path) -> None:
    """A PDF holds them all; pictures lie beside the first, with their number."""
    steps = "".join(
        f"A step with a rather long name, number {n}: 3: Me\n{'section S' * (n % 4 == 0)}\n" for n in range(90)
    )
    (tmp_path / "map.mmd").write_text(f"journey\ntitle Long\nsection S\n{steps}")
    told = cli("export", "map.mmd", "map.pdf", "--paper", "A4").text
    document = pypdfium2.PdfDocument((tmp_path / "map.pdf").read_bytes())
    pages = len(document)
    document.close()
    assert pages > 1
    assert f"({pages} pages A4, 297 × 210 mm," in told
    names = ["map.svg", *(f"map-{number}.svg" for number in range(2, pages + 1))]
    ended = cli("export", "map.mmd", "map.svg", "--paper", "A4")
    assert [line.split(" (")[0] for line in ended.text.splitlines()] == [f"Written: {name}" for name in names]
    assert all((tmp_path / name).read_bytes().startswith(b"<?xml") for name in names)
    piped = cli("export", "map.mmd", "-", "--to", "svg", "--paper", "A4")
    assert piped.out.startswith(b"<?xml")
    assert f"Only the first of {pages} pages was written." in piped.err


def test_a_picture_has_the_dots_that_were_asked_for(cli: Cli, tea: Path, tmp_path: Path) -> None:
    assert cli("export", tea, "poster.PNG", "--paper", "A5", "--dpi", "100").status == 0
    with Image.open(tmp_path / "poster.PNG") as picture:
        assert abs(picture.width - 827) <= 1
        assert round(picture.info["dpi"][0]) == 100


def test_every_kind_through_a_pipe(cli: Cli) -> None:
    begins = {"pdf": b"%PDF", "svg": b"<?xml", "png": b"\x89PNG", "json": b"{", "markdown": b"# My working day\n"}
    for kind, beginning in begins.items():
        ended = cli("export", "-", "-", "--from", "mermaid", "--to", kind, "--paper", "A5", stdin=TEA.encode())
        assert (ended.status, ended.out[: len(beginning)]) == (0, beginning)


def test_the_legend_speaks_another_language_and_the_user_does_not(cli: Cli, tea: Path, tmp_path: Path) -> None:
    cli("export", tea, "poster.md", "--lang", "fr")
    told = (tmp_path / "poster.md").read_text("utf-8")
    assert "*Parcours client · état actuel*" in told
    assert "Make tea" in told
    cli("export", tea, "poster.pdf", "--lang", "fr")
    page = pypdfium2.PdfDocument((tmp_path / "poster.pdf").read_bytes())
    text = page[0].get_textpage().get_text_range()
    page.close()
    assert "Légende" in text


def test_the_same_map_gives_the_same_bytes(cli: Cli, tea_journey: Path, tmp_path: Path) -> None:
    cli("export", tea_journey, "a.pdf")
    cli("export", tea_journey, "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_type_that_cannot_be_read_is_warned_of_with_the_paper_that_fits(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "long.mmd").write_text(LONG)
    ended = cli("export", "long.mmd", "long.pdf", "--paper", "A5")
    assert ended.status == 0
    assert "journeyeditor: long.mmd: The smallest type on A5 is" in ended.err
    assert (tmp_path / "long.pdf").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("poster.xyz",), "journeyeditor: poster.xyz: This name has no ending that says what to write. Use "),
        (("poster.journey",), "journeyeditor: poster.journey: An export makes posters, documents and data"),
        (("-",), "journeyeditor: standard output: It has no ending that says what to write. Add --to"),
        (("p.pdf", "--paper", "B7"), "There is no paper “B7”. Use "),
        (("p.pdf", "--paper", "nanxinfmm"), "There is no paper “nanxinfmm”."),
        (("p.pdf", "--margin", "999"), "leaves no room on A3"),
        (("p.pdf", "--margin", "nan"), "“nan” is not a margin in mm"),
        (("p.pdf", "--theme", "noisy"), "There is no theme “noisy”."),
        (("p.png", "--dpi", "0"), "“0” is not a number of dots per inch"),
        (("p.png", "--dpi", "2400", "--paper", "A0"), "million pixels"),
        (("p.pdf", "--lang", "??"), "“??” is not a language"),
        (("p.pdf", "--landscape", "--portrait"), "not allowed with argument"),
        (("p.pdf", "--to", "docx"), "invalid choice"),
        (("p.pdf", "--block", "1"), ""),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    cli: Cli, tea: Path, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    before = sorted(tmp_path.iterdir())
    ended = cli("export", tea, *arguments)
    if not sentence:
        assert ended.status == 0
        return
    assert ended.status == 2
    assert sentence in ended.err
    assert ended.err.startswith("journeyeditor: ")
    assert "Traceback" not in ended.err
    assert ended.out == b""
    assert sorted(tmp_path.iterdir()) == before


def test_an_old_poster_stays_when_the_new_one_cannot_be_made(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "poster.pdf").write_bytes(b"old")
    (tmp_path / "bad.mmd").write_text("journey\nno score\n")
    assert cli("export", "bad.mmd", "poster.pdf").status == 2
    assert (tmp_path / "poster.pdf").read_bytes() == b"old"


def test_a_place_that_cannot_be_written_is_status_three(cli: Cli, tea: Path, tmp_path: Path) -> None:
    ended = cli("export", tea, "nowhere/poster.pdf")
    assert ended.status == 3
    assert ended.err.splitlines()[-1].startswith("journeyeditor: nowhere/poster.pdf: The folder is not there.")
    if Path("/proc").is_dir():  # a folder that is there, and that says of every new file that it is not
        assert "/proc/x.pdf: Nothing can be written in this folder." in cli("export", tea, "/proc/x.pdf").err
    (tmp_path / "old.pdf").write_bytes(b"old")
    (tmp_path / "old.pdf").chmod(0o444)
    assert cli("export", tea, "old.pdf").status == 3
    (tmp_path / "folder.pdf").mkdir()
    assert cli("export", tea, "folder.pdf").status == 3
    assert cli("import", tea, "-o", "nowhere/map.journey").status == 3


def test_json_is_the_bare_form(cli: Cli, tea: Path, tmp_path: Path) -> None:
    cli("export", tea, "map.json")
    assert json.loads((tmp_path / "map.json").read_bytes())["format"] == "journeyeditor"


@pytest.mark.skipif(not (SAMPLES / "mermaid").is_dir(), reason="the folder of real samples is not here")
@pytest.mark.parametrize("path", sorted((SAMPLES / "mermaid").glob("*.mmd")), ids=lambda path: path.name[-30:])
def test_every_real_diagram_becomes_a_poster(cli: Cli, path: Path) -> None:
    if path.name.startswith("karodgers"):
        pytest.skip("forty-two personas: tried with the slow tests")
    ended = cli("export", path, "-", "--to", "pdf")
    assert ended.status == 0
    assert millimetres(ended.out) == (420.0, 297.0)


@pytest.mark.slow
@pytest.mark.skipif(not (SAMPLES / "mermaid").is_dir(), reason="the folder of real samples is not here")
def test_a_diagram_with_forty_two_personas_becomes_a_poster(cli: Cli) -> None:
    (path,) = (SAMPLES / "mermaid").glob("karodgers*")
    ended = cli("export", path, "-", "--to", "png", "--dpi", "30")
    assert ended.status == 0
    assert Image.open(io.BytesIO(ended.out)).width > 400
