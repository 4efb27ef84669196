"""Every way to print, from the command line: pages, their sizes, the names of files, and what is said."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from tests.cli.running import Cli

TEMPLATES = Path(__file__).resolve().parents[2] / "resources" / "templates"
A4, A4_LYING, A3 = (210.0, 297.0), (297.0, 210.0), (420.0, 297.0)
LONG = "journey\ntitle Long\n" + "".join(
    f"{f'section Part {n // 6}' if n % 6 == 0 else ''}\nA step with a rather long name, number {n}: {n % 5 + 1}: Me\n"
    for n in range(90)
)
"""Too much for one band on a small sheet."""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A whole map: three personas, six stages, actions, measures, notes."""
    return Path(shutil.copy(TEMPLATES / "example-renovation.fr.journey", tmp_path / "house.journey"))


def pages(path: Path) -> list[tuple[float, float]]:
    """The size of each page, mm."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    found = [tuple(round(side / 72 * 25.4, 1) for side in page.get_size()) for page in document]
    document.close()
    return [(width, height) for width, height in found]


def texts(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path.read_bytes())
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


def written(told: str) -> list[str]:
    return [line.removeprefix("Written: ").split(" (")[0] for line in told.splitlines()]


# -- papers -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("paper", "size"),
    [("B2", (707.0, 500.0)), ("legal", (355.6, 215.9)), ("archd", (914.4, 609.6)), ("Tabloid", (431.8, 279.4))],
)
def test_papers_of_the_world(cli: Cli, tea: Path, tmp_path: Path, paper: str, size: tuple[float, float]) -> None:
    assert cli("export", tea, "p.pdf", "--paper", paper).status == 0
    assert pages(tmp_path / "p.pdf") == [size]
    assert cli("export", tea, "p.pdf", "--paper", paper, "--portrait").status == 0
    assert pages(tmp_path / "p.pdf") == [size[::-1]]


def test_themes_and_grey_change_the_colours(cli: Cli, house: Path, tmp_path: Path) -> None:
    for name, options in {"a": (), "b": ("--theme", "vivid"), "c": ("--theme", "ink"), "d": ("--grey",)}.items():
        assert cli("export", house, f"{name}.svg", *options).status == 0
    pictures = {(tmp_path / f"{name}.svg").read_text("utf-8") for name in "abcd"}
    assert len(pictures) == 4
    colours = {part[:6] for part in (tmp_path / "d.svg").read_text("utf-8").split('fill="#')[1:]}
    assert colours
    assert all(colour[:2] == colour[2:4] == colour[4:] for colour in colours)


def test_a_map_in_bands_says_so_and_which_paper_has_room(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "long.mmd").write_text(LONG)
    ended = cli("export", "long.mmd", "long.pdf", "--paper", "A4")
    assert "long.mmd: On A4 the map is broken into" in ended.err
    assert "has room for the whole map in one band." in ended.err


# -- sheets -----------------------------------------------------------------------------------------------------------
def test_tiles_are_a_sheet_map_and_sheets_of_the_printers_paper(cli: Cli, house: Path, tmp_path: Path) -> None:
    ended = cli("export", house, "t.pdf", "--paper", "A1", "--tile", "A4")
    assert ended.text == "Written: t.pdf (13 pages A4, 297 × 210 mm, scale 1:1, smallest type 10.6 pt)\n"
    assert pages(tmp_path / "t.pdf") == [A4_LYING] * 13
    sheets = texts(tmp_path / "t.pdf")
    assert "Plan des feuilles" in sheets[0]
    assert "1-2" in sheets[2]


def test_the_way_round_margin_and_overlap_can_be_said(cli: Cli, house: Path, tmp_path: Path) -> None:
    assert cli("export", house, "t.pdf", "--paper", "A1", "--tile", "A4-portrait").status == 0
    upright = pages(tmp_path / "t.pdf")
    assert set(upright) == {A4}
    wide = ("--tile-margin", "15mm", "--overlap", "25,5")
    assert cli("export", house, "t.pdf", "--paper", "A1", "--tile", "A4-PORTRAIT", *wide).status == 0
    assert len(pages(tmp_path / "t.pdf")) > len(upright)


def test_sheets_scale_the_poster_and_it_no_longer_calls_itself_one_to_one(
    cli: Cli, house: Path, tmp_path: Path
) -> None:
    ended = cli("export", house, "t.pdf", "--tile", "A4-portrait", "--sheets", "3x2")
    assert ended.text.startswith("Written: t.pdf (7 pages A4, 210 × 297 mm, scale 138%, ")
    assert pages(tmp_path / "t.pdf") == [A4] * 7
    assert cli("export", house, "t.svg", "--tile", "A4-portrait", "--sheets", "3x2").status == 0
    poster = (tmp_path / "t-2-3.svg").read_text("utf-8")
    assert "A3, échelle 138\u00a0%" in poster
    assert "échelle 1" not in poster.replace("échelle 138", "")


def test_each_poster_of_several_has_a_letter_on_its_sheets(cli: Cli, house: Path, tmp_path: Path) -> None:
    ended = cli("export", house, "t.svg", "--tile", "A4", "--each-persona", "--persona", "sonia", "--persona", "thomas")
    assert ended.status == 0
    names = written(ended.text)
    assert names[0] == "t-01-sonia-aubry-A.svg"
    assert names[1] == "t-01-sonia-aubry-A1-1.svg"
    assert "t-02-thomas-vidal-B.svg" in names
    assert "B1-2" in (tmp_path / "t-02-thomas-vidal-B1-1.svg").read_text("utf-8")  # what is glued on there


# -- the empty poster -------------------------------------------------------------------------------------------------
def test_the_empty_poster_is_a0_and_holds_no_finding(cli: Cli, house: Path, tmp_path: Path) -> None:
    assert cli("export", house, "b.pdf", "--blank", "--paper", "auto").status == 0
    assert pages(tmp_path / "b.pdf") == [(1189.0, 841.0)]
    (text,) = texts(tmp_path / "b.pdf")
    assert "Financement" in text
    assert "Sonia Aubry" in text
    assert "Rien à avancer" not in text
    assert "Accord" not in text
    assert cli("export", house, "b.pdf", "--blank", "--paper", "auto", "--keep", "touchpoints").status == 0
    assert "Accord" in texts(tmp_path / "b.pdf")[0]


def test_where_the_usual_notes_have_no_room_another_paper_is_named(cli: Cli, house: Path) -> None:
    told = cli("export", house, "b.pdf", "--blank", "--paper", "A2").err
    assert "house.journey: On A2 the cells take notes of" in told or "No sticky notes fit" in told
    assert "has room for notes of 76 mm." in told


def test_scaled_sheets_of_an_empty_poster_are_warned_of(cli: Cli, house: Path) -> None:
    options = ("--blank", "--paper", "auto", "--tile", "A3")
    assert "no longer fit its cells" in cli("export", house, "b.pdf", *options, "--sheets", "2x2").err
    assert "no longer fit its cells" not in cli("export", house, "b.pdf", *options).err


# -- the print shop ---------------------------------------------------------------------------------------------------
def test_bleed_is_around_a_sheet_of_the_right_size(cli: Cli, house: Path, tmp_path: Path) -> None:
    ended = cli("export", house, "s.pdf", "--bleed", "3", "--with", "actions")
    assert "A3, 420 × 297 mm, bleed 3 mm, " in ended.text
    document = pypdfium2.PdfDocument((tmp_path / "s.pdf").read_bytes())
    for page in document:
        left, low, right, top = (edge / 72 * 25.4 for edge in page.get_trimbox())
        assert (round(right - left, 1), round(top - low, 1)) == A3
        left, low, right, top = (edge / 72 * 25.4 for edge in page.get_bleedbox())
        assert (round(right - left, 1), round(top - low, 1)) == (426.0, 303.0)
    assert "fond perdu 3 mm" in document[0].get_textpage().get_text_range()
    document.close()


# -- pages after the poster -------------------------------------------------------------------------------------------
def test_further_pages_come_in_the_order_asked_for(cli: Cli, house: Path, tmp_path: Path) -> None:
    assert cli("export", house, "w.pdf", "--with", "measures,actions", "--with", "personas").status == 0
    assert pages(tmp_path / "w.pdf") == [A3] * 6
    told = texts(tmp_path / "w.pdf")
    assert ["Indicateurs" in told[1], "Plan d’action" in told[2], "Sonia Aubry" in told[3]] == [True] * 3


def test_further_pages_of_pictures_are_named_by_their_kind(cli: Cli, house: Path) -> None:
    ended = cli("export", house, "w.svg", "--with", "actions,personas,parking-lot")
    assert written(ended.text) == [
        "w.svg", "w-actions.svg", "w-personas.svg", "w-personas-2.svg", "w-personas-3.svg", "w-parking-lot.svg",
    ]  # fmt: skip


def test_after_sheets_they_are_on_the_printers_paper(cli: Cli, house: Path, tmp_path: Path) -> None:
    assert cli("export", house, "w.pdf", "--paper", "A2", "--tile", "A4", "--with", "actions").status == 0
    sizes = pages(tmp_path / "w.pdf")
    assert len(set(sizes)) == 1
    assert sorted(sizes[0]) == [210.0, 297.0]
    assert "Plan d’action" in texts(tmp_path / "w.pdf")[-1]


def test_what_has_nothing_to_show_is_said(cli: Cli, tea: Path, tmp_path: Path) -> None:
    ended = cli("export", tea, "w.pdf", "--with", "actions,measures")
    assert ended.status == 0
    assert "tea.mmd: There is no action yet, so there is no action list." in ended.err
    assert len(pages(tmp_path / "w.pdf")) == 1


# -- all at once ------------------------------------------------------------------------------------------------------
def test_an_empty_poster_for_each_persona_on_sheets_in_grey_with_pages_after_it(
    cli: Cli, house: Path, tmp_path: Path
) -> None:
    options = ("--blank", "--each-persona", "--paper", "A1", "--tile", "A3", "--grey", "--with", "actions,priorities")
    assert cli("export", house, "all.pdf", *options).status == 0
    told = texts(tmp_path / "all.pdf")
    assert sum("Plan des feuilles" in text for text in told) == 3
    assert "Plan d’action" in told[-2]
    assert {tuple(sorted(size)) for size in pages(tmp_path / "all.pdf")} == {(297.0, 420.0)}


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_every_pdf_is_sound(cli: Cli, house: Path, tmp_path: Path) -> None:
    for options in (
        ("--tile", "A4", "--sheets", "2x2", "--grey"),
        ("--bleed", "5", "--each-persona", "--with", "personas,priorities"),
        ("--blank", "--theme", "ink"),
    ):
        assert cli("export", house, "x.pdf", *options).status == 0
        checked = subprocess.run(["qpdf", "--check", tmp_path / "x.pdf"], capture_output=True, check=False)
        assert checked.returncode == 0, checked.stdout


# -- what makes no sense ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("x.pdf", "--keep", "touchpoints"), "--keep says more about --blank, which is not there. Add --blank, or "),
        (("x.pdf", "--sheets", "3x2"), "--sheets says more about --tile"),
        (("x.pdf", "--tile-margin", "3"), "--tile-margin says more about --tile"),
        (("x.pdf", "--overlap", "3"), "--overlap says more about --tile"),
        (("x.pdf", "--tile", "A4", "--bleed", "3"), "--tile is for a printer of your own, --bleed for a print shop"),
        (("x.csv", "--tile", "A4"), "--tile has no meaning for CSV. Leave it out, or write PDF, SVG, PNG."),
        (("x.md", "--blank"), "--blank has no meaning for Markdown."),
        (("x.mmd", "--bleed", "3"), "--bleed has no meaning for Mermaid."),
        (("x.journey.json", "--with", "actions"), "--with has no meaning for JSON."),
        (("x.pdf", "--table", "actions"), "--table has no meaning for PDF. Leave it out, or write CSV."),
        (("x.csv", "--table", "actions", "--each-persona"), "The lists of --table are those of the whole map."),
        (("x.json", "--persona", "sonia"), "--persona has no meaning for JSON."),
        (("-", "--to", "svg", "--tile", "A4"), "Several files cannot go to standard output."),
        (("-", "--to", "mermaid", "--each-persona"), "Several files cannot go to standard output."),
        (("x.pdf", "--tile", "A9"), "There is no paper “A9”."),
        (("x.pdf", "--tile", "A4-sideways"), "There is no paper “A4-sideways”."),
        (("x.pdf", "--tile", "A5", "--tile-margin", "70"), "has no room for the poster"),
        (("x.pdf", "--tile", "A4", "--sheets", "0x2"), "“0x2” is not a number of columns and rows, such as 3x2"),
        (("x.pdf", "--tile", "A4", "--sheets", "200x200"), "200 × 200 sheets cannot be made."),
        (("x.pdf", "--tile", "A4", "--sheets", "40x1"), "too long and narrow"),
        (("x.pdf", "--paper", "5000x5000mm", "--tile", "A5"), "sheets of A5."),
        (("x.pdf", "--bleed", "-1"), "--bleed"),
        (("x.pdf", "--bleed", "99"), "The bleed must be a length from nought to 50 mm."),
        (("x.pdf", "--bleed", "wide"), "“wide” is not a length in mm, such as 3"),
        (("x.pdf", "--with", "actions,lunch"), "“lunch” is no kind of page; there are actions, personas"),
        (("x.pdf", "--with", ","), "“,” is no kind of page"),
    ],
)
def test_it_is_refused_with_a_sentence_and_nothing_is_written(
    cli: Cli, tea_journey: Path, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    before = sorted(tmp_path.iterdir())
    ended = cli("export", tea_journey, *arguments)
    assert ended.status == 2
    assert sentence in ended.err
    assert ended.err.startswith("journeyeditor: ")
    assert ended.err.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before


def test_settings_without_use_are_told_and_change_nothing(cli: Cli, tea_journey: Path, tmp_path: Path) -> None:
    assert cli("export", tea_journey, "a.md").err == ""
    ended = cli("export", tea_journey, "b.md", "--paper", "A0", "--landscape", "--grey")
    assert ended.status == 0
    assert ended.err.splitlines() == [
        "journeyeditor: --paper changes nothing in Markdown.",
        "journeyeditor: --landscape, --portrait changes nothing in Markdown.",
        "journeyeditor: --grey changes nothing in Markdown.",
    ]
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.md").read_bytes()
    assert "--dpi changes nothing in PDF." in cli("export", tea_journey, "a.pdf", "--dpi", "300").err


# -- several files ----------------------------------------------------------------------------------------------------
def test_either_all_files_are_replaced_or_none(cli: Cli, house: Path, tmp_path: Path) -> None:
    before = {}
    for name in ("o-01-sonia-aubry.svg", "o-02-thomas-vidal.svg"):
        (tmp_path / name).write_text("old")
        before[name] = "old"
    (tmp_path / "o-03-monique-perrin.svg").mkdir()  # cannot be written
    ended = cli("export", house, "o.svg", "--each-persona")
    assert ended.status == 3
    assert ended.err.startswith("journeyeditor: o-03-monique-perrin.svg: This is a folder")
    assert {name: (tmp_path / name).read_text() for name in before} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["house.journey", *before, "o-03-monique-perrin.svg"]
