"""The PDF: right size, whole, closed, the same every time."""

import math
import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.drawing import Drawing, Group, Halo, Picture, Sketch, Stroke, Symbol, Words
from journeyeditor.errors import BadInput, JourneyError
from journeyeditor.fonts import Line, Style, shape
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import circle, polyline, rectangle
from journeyeditor.paint import Metadata, pdf

ABOUT = Metadata("Un vélo à l’année", "Inès B.", "Parcours client", "vélo, 客户", "fr")
INK = "#1F2933"
needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not here")
needs_poppler = pytest.mark.skipif(shutil.which("pdffonts") is None, reason="pdffonts (poppler-utils) is not here")


def no_images(_: str) -> bytes | None:
    return None


def rich() -> Drawing:
    """A little of everything that a drawing can hold."""
    dot = circle(0, 0, 1)
    groups = (
        Group("s1", "stage", (Words(14, 20, shape("Étape d’achat", Style(12, bold=True)), INK, Halo("#FFFFFF", 0.6)),)),
        Group(
            "p1",
            "pain",
            (
                Sketch(rectangle(10, 25, 50, 20, 1.4), "#F4D5D2", Stroke("#B3261E", 0.4, (1.5, 1.1), opacity=0.5), 0.4),
                Words(12.4, 30, shape("顧客 العميل", Style(9, bold=True, italic=True)), INK),
                *(Symbol("dot", dot, 13 + 2.6 * n, 40, 0.9, "#B3261E") for n in range(5)),
            ),
            Box(10, 25, 50, 20),
            link="https://example.org/é?x=1",
            clip=rectangle(10, 25, 50, 20),
        ),
        Group("c1", "curve", (Sketch(rectangle(70, 10, 40, 40), "#0B6AA8", fade=((10, 0.2), (30, 0.02), (50, 0.2))),)),
        Group("i1", "image", (Picture(Box(70, 60, 30, 20), "gone", circle(85, 70, 10)),)),
        Group("h1", "hint", (Words(10, 60, shape("only on screen", Style(9)), INK),), screen_only=True),
    )
    return Drawing(148.5, 105, groups, bookmarks=(("Achat", 10, 10), ("رحلة", 70, 10)))


def operators(data: bytes, folder: Path) -> str:
    """The whole file with its streams unpacked, as qpdf writes it."""
    (folder / "packed.pdf").write_bytes(data)
    command = ["qpdf", "--qdf", "--object-streams=disable", str(folder / "packed.pdf"), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("latin-1")


def one(*shapes: Sketch | Symbol | Words | Picture, **more: object) -> Drawing:
    """A small sheet with one group."""
    return Drawing(100, 100, (Group("r", "card", shapes, **more),))  # type: ignore[arg-type]


@needs_qpdf
@pytest.mark.parametrize("count", [1, 3])
def test_qpdf_has_nothing_to_say(count: int, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(pdf([rich()] * count, ABOUT, no_images))
    check = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert check.returncode == 0, check.stdout + check.stderr
    assert "WARNING" not in check.stdout + check.stderr


@needs_poppler
def test_every_font_is_embedded_subset_and_told_in_unicode(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(pdf([rich()], ABOUT, no_images))
    listing = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
    fonts = listing.splitlines()[2:]
    assert len(fonts) >= 3
    assert all(re.search(r"Identity-H +yes yes yes", font) for font in fonts), listing
    assert "Helvetica" not in listing


@needs_poppler
def test_a_sheet_without_words_has_no_font(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(pdf([one(Sketch(rectangle(10, 10, 20, 20), INK))], Metadata(), no_images))
    assert (
        len(subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout.splitlines())
        == 2
    )


@pytest.mark.parametrize("size", [(1189, 841), (420, 297), (210, 148), (215.9, 279.4), (5080, 30), (33.3, 44.4)])
def test_a_page_has_the_size_of_its_sheet_to_a_tenth_of_a_millimetre(size: tuple[float, float]) -> None:
    document = pypdfium2.PdfDocument(pdf([Drawing(*size, ())], Metadata(), no_images))
    points = document[0].get_size()
    document.close()
    assert [length * 25.4 / 72 for length in points] == pytest.approx(size, abs=0.01)


@pytest.mark.parametrize("size", [(5081, 100), (100, 20_000)])
def test_a_page_larger_than_a_reader_shows_is_refused(size: tuple[float, float]) -> None:
    with pytest.raises(BadInput, match=r"larger than a PDF can be \(5080 mm\)"):
        pdf([Drawing(*size, ())], Metadata(), no_images)


@pytest.mark.parametrize("size", [(0, 100), (-5, 100), (math.nan, 100), (100, math.inf)])
def test_a_sheet_without_size_is_refused(size: tuple[float, float]) -> None:
    with pytest.raises(BadInput, match="width and a height"):
        pdf([Drawing(*size, ())], Metadata(), no_images)


def test_no_page_is_refused() -> None:
    with pytest.raises(JourneyError, match="no page"):
        pdf([], Metadata(), no_images)


@given(st.sampled_from([math.nan, math.inf, -math.inf]), st.integers(0, 8))
def test_a_number_that_is_none_is_never_written(bad: float, where: int) -> None:
    line = shape("x", Style(9))
    shapes = [
        Sketch(polyline([(10, 10), (bad, 20)]), INK),
        Sketch(polyline([(10, 10), (20, 20)]), None, Stroke(INK, bad)),
        Sketch(polyline([(10, 10), (20, 20)]), None, Stroke(INK, 1, (bad, 1))),
        Symbol("dot", circle(0, 0, 1), bad, 10, 1, INK),
        Symbol("dot", circle(0, 0, bad), 10, 10, 1, INK),
        Words(10, bad, line, INK),
        Words(bad, 10, line, INK, Halo("#FFFFFF", 1)),
        Sketch(rectangle(10, 10, 20, 20), INK, opacity=bad),
        Sketch(rectangle(10, 10, 20, 20), INK, fade=((10, 0.5), (bad, 0.1))),
    ]
    with pytest.raises(JourneyError, match="no place on the sheet"):
        pdf([one(shapes[where])], Metadata(), no_images)


def test_bookmarks_and_links_must_have_a_place_too() -> None:
    with pytest.raises(JourneyError, match="no place on the sheet"):
        pdf([Drawing(100, 100, (), bookmarks=(("Achat", math.nan, 0),))], Metadata(), no_images)
    with pytest.raises(JourneyError, match="no place on the sheet"):
        pdf(
            [Drawing(100, 100, (Group("r", "c", (), Box(0, 0, math.inf, 1), link="https://a.b"),))],
            Metadata(),
            no_images,
        )


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert pdf([rich(), rich()], ABOUT, no_images) == pdf([rich(), rich()], ABOUT, no_images)


class Made(Sequence[Drawing]):
    """Pages that are drawn when they are asked for, each unlike the one before, and held by nobody."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number):  # type: ignore[no-untyped-def]
        if number >= self._count:
            raise IndexError(number)
        name = chr(ord("A") + number)
        shapes = (
            Words(10, 20, shape(f"{name}{name} العميل", Style(9, language=f"x-{name}")), INK),
            Words(10, 30, shape(name * 3, Style(9, language=f"x-{name}")), INK, Halo("#FFFFFF", 0.5)),
            Symbol("dot", circle(0, 0, 1 + number // 4), 20, 20, 1, INK),
            Symbol("dot", circle(0, 0, 2 + number // 3), 40, 20, 1, INK, Stroke(INK, 1 + number // 2)),
        )
        return Drawing(100 + number, 100, (Group("", "card", shapes),), label=name, bookmarks=((name, 1, 2),))


def test_pages_that_are_let_go_when_they_are_painted_give_the_same_bytes() -> None:
    assert pdf(Made(20), ABOUT, no_images) == pdf(list(Made(20)), ABOUT, no_images)


def test_another_process_gives_the_same_bytes() -> None:
    code = """
        import hashlib, sys
        sys.path.insert(0, sys.argv[1])
        from test_pdf import ABOUT, no_images, pdf, rich
        print(hashlib.sha256(pdf([rich()], ABOUT, no_images)).hexdigest())
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(Path(__file__).parent)]
    runs = {
        subprocess.run(
            command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_it_says_what_it_is_and_nothing_of_when() -> None:
    data = pdf([rich()], ABOUT, no_images)
    document = pypdfium2.PdfDocument(data)
    said = document.get_metadata_dict()
    document.close()
    assert said["Title"] == "Un vélo à l’année"
    assert (said["Author"], said["Subject"], said["Keywords"]) == ("Inès B.", "Parcours client", "vélo, 客户")
    assert (said["Creator"], said["CreationDate"], said["ModDate"]) == ("Journey Editor", "", "")


@needs_qpdf
def test_it_says_its_language_and_shows_its_title(tmp_path: Path) -> None:
    text = operators(pdf([rich()], ABOUT, no_images), tmp_path)
    assert "/Lang (fr)" in text
    assert "/DisplayDocTitle true" in text


def test_bookmarks_lead_to_their_place_on_their_page() -> None:
    document = pypdfium2.PdfDocument(pdf([rich(), rich()], ABOUT, no_images))
    marks = [(mark.get_title(), mark.get_dest().get_index(), mark.get_dest().get_view()) for mark in document.get_toc()]
    document.close()
    assert [(title, page) for title, page, _ in marks] == [("Achat", 0), ("رحلة", 0), ("Achat", 1), ("رحلة", 1)]
    _, (left, top, _) = marks[0][2]
    assert (left * 25.4 / 72, 105 - top * 25.4 / 72) == pytest.approx((10, 10), abs=0.01)


@needs_qpdf
def test_readers_show_the_bookmarks_where_there_are_any(tmp_path: Path) -> None:
    assert "/PageMode /UseOutlines" in operators(pdf([rich()], ABOUT, no_images), tmp_path)
    assert "/PageMode /UseNone" in operators(pdf([Drawing(100, 100, ())], ABOUT, no_images), tmp_path)


@needs_qpdf
def test_nothing_in_it_acts(tmp_path: Path) -> None:
    text = operators(pdf([rich()], ABOUT, no_images), tmp_path)
    assert not re.findall(
        r"/(?:JavaScript|JS|Launch|OpenAction|EmbeddedFiles?|AA|SubmitForm|GoToR|XFA|AcroForm)\b", text
    )
    assert re.findall(r"/S /(\w+)", text).count("URI") == 1


@needs_qpdf
@pytest.mark.parametrize(
    ("link", "written"),
    [
        ("https://example.org/a?b=1#c", "https://example.org/a?b=1#c"),
        ("HTTP://EXAMPLE.org", "http://EXAMPLE.org"),
        ("https://example.org/é", "https://example.org/%C3%A9"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("mailto:ines@example.org", "mailto:ines@example.org"),
    ],
)
def test_addresses_are_live(link: str, written: str, tmp_path: Path) -> None:
    group = Group("r", "card", (Sketch(rectangle(0, 0, 1, 1), INK),), Box(10, 10, 20, 30), link)
    text = operators(pdf([Drawing(100, 100, (group,))], Metadata(), no_images), tmp_path)
    assert f"/URI ({written})" in text
    corners = re.search(r"/Rect \[([^]]+)]", text)
    assert corners is not None
    assert [float(n) * 25.4 / 72 for n in corners[1].split()] == pytest.approx([10, 60, 30, 90], abs=0.01)


@needs_qpdf
@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//example.org", "example.org", "https://", " ",
     "https://a b", "ftp://example.org", "https://exa\nmple.org", "https://[::1", "x" * 3000, "java\tscript:alert(1)"],
)  # fmt: skip
def test_other_addresses_are_dead(link: str, tmp_path: Path) -> None:
    text = operators(pdf([one(Sketch(rectangle(10, 10, 20, 20), INK), link=link)], Metadata(), no_images), tmp_path)
    assert "/Annot" not in text


@needs_qpdf
def test_a_symbol_that_recurs_is_written_once(tmp_path: Path) -> None:
    dots = [Symbol("dot", circle(0, 0, 1), 3 * n, 10, 1, INK) for n in range(30)]
    markers = [Symbol("dot", circle(0, 0, 1), 3 * n, 20, 1, "#B3261E") for n in range(30)]
    text = operators(pdf([one(*dots, *markers)], Metadata(), no_images), tmp_path)
    assert text.count("/Subtype /Form") == 2
    assert text.count(" Do Q") == 60


@needs_qpdf
def test_what_is_for_the_screen_only_is_not_printed(tmp_path: Path) -> None:
    data = pdf(
        [one(Sketch(rectangle(10, 10, 20, 20), "#ABCDEF"), screen_only=True, link="https://a.b")], ABOUT, no_images
    )
    text = operators(data, tmp_path)
    assert "0.6706 0.8039 0.9373 rg" not in text
    assert "/Annot" not in text


def test_empty_shapes_are_skipped() -> None:
    empty = Words(0, 0, Line("", 0, (), Style(9)), INK)
    shapes = (
        Sketch(()),
        Sketch(rectangle(0, 0, 1, 1)),
        Symbol("n", (), 0, 0, 1, INK),
        empty,
        Picture(Box(0, 0, 0, 5), "x"),
    )
    document = pypdfium2.PdfDocument(pdf([one(*shapes)], Metadata(), no_images))
    assert len(list(document[0].get_objects())) == 0
    document.close()


def test_lone_surrogates_do_not_break_a_title() -> None:
    document = pypdfium2.PdfDocument(pdf([rich()], Metadata(title="a\ud800b (\\) c"), no_images))
    assert document.get_metadata_dict()["Title"] == "a?b (\\) c"
    document.close()


def test_no_settings_file_is_run_and_none_is_left_out_afterwards(tmp_path: Path) -> None:
    trap = f"open({str(tmp_path / 'sprung')!r}, 'w').close()\nuseA85 = 1\n"
    (tmp_path / ".reportlab_settings").write_text(trap)
    (tmp_path / "reportlab_settings.py").write_text(trap)
    code = """
        import sys
        from journeyeditor.drawing import Drawing
        from journeyeditor.paint import Metadata, pdf
        assert "reportlab" not in sys.modules and "PIL" not in sys.modules and "pypdfium2" not in sys.modules
        assert b"ASCII85" not in pdf([Drawing(10, 10, ())], Metadata(), lambda _: None)
        assert "reportlab_settings" not in sys.modules
        from reportlab import rl_config
        assert not rl_config.useA85 and rl_config.toColorCanUse is None
    """
    environment = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=True, env=environment, cwd=tmp_path)
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "", "#GGGGGG", "#000000 rg"])
def test_a_colour_that_is_none_is_refused(colour: str) -> None:
    with pytest.raises(JourneyError, match="is not a colour"):
        pdf([one(Sketch(rectangle(10, 10, 20, 20), colour))], Metadata(), no_images)
