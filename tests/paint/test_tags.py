"""What someone hears who has a PDF read aloud."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from journeyeditor.drawing import Drawing, Group, Inset, Shape, Sketch, Stroke, Symbol, Words
from journeyeditor.fonts import Style, shape, wrap
from journeyeditor.geometry import Box
from journeyeditor.geometry.outline import circle, rectangle
from journeyeditor.paint import Metadata, pdf
from tests.paint.test_pdf import needs_qpdf, operators

ABOUT = Metadata("Un lave-linge fait pour durer", language="fr")
needs_poppler = pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="pdfinfo (poppler-utils) is not here")
INK = "#1F2933"


def no_images(_: str) -> bytes | None:
    return None


def lines(x: float, y: float, *texts: str, size: float = 9, language: str = "") -> list[Words]:
    return [Words(x, y + 5 * n, shape(text, Style(size, language=language)), INK) for n, text in enumerate(texts)]


def group(role: str, *shapes: Shape | Sequence[Shape], record: str = "r", **more: object) -> Group:
    flat = tuple(part for shape in shapes for part in (shape if isinstance(shape, list | tuple) else [shape]))
    return Group(record, role, flat, **more)  # type: ignore[arg-type]


DOT = Symbol("dot", circle(0, 0, 1), 22, 99, 1, INK)
CARD = Sketch(rectangle(10, 10, 40, 20), "#F4D5D2", Stroke("#B3261E", 0.3))
CURVE = Sketch((("M", (10.0, 60.0)), ("C", (30.0, 40.0, 60.0, 80.0, 90.0, 60.0))), None, Stroke("#0B6AA8", 1.5))


def poster(*further: Group) -> Drawing:
    groups = (
        group("background", CARD),
        group("title", lines(10, 8, "Parcours client"), lines(10, 16, "Un lave-linge", size=30)),
        group("header", lines(10, 22, "But", "Du linge propre")),
        group("label", lines(10, 30, "Étapes", size=9), lines(10, 34, "et but", size=7)),
        group("stage", CARD, lines(20, 30, "Achat", size=14), lines(40, 30, "5 jours", size=7)),
        group("lane", lines(10, 40, "Courbe", size=9), lines(10, 44, "enchanté", size=7)),
        group("tint", CURVE),
        group("curve", CURVE, description="Courbe de Léa : Commande +1, Livraison −2"),
        group("lane", lines(10, 90, "Irritants")),
        group(
            "pain", CARD, lines(20, 90, "Cinq jours", "sans nouvelles"), Symbol("dot", circle(0, 0, 1), 22, 99, 1, INK)
        ),
        group("pain", CARD, lines(60, 90, "Trop cher")),
        *further,
        group("footer", lines(10, 140, "Version 1")),
    )
    return Drawing(210, 148, groups)


def heard(data: bytes, folder: Path) -> list[str]:
    """What poppler finds in the structure tree: tags and texts, without attributes."""
    (folder / "tagged.pdf").write_bytes(data)
    command = ["pdfinfo", "-struct-text", str(folder / "tagged.pdf")]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    rows = (row.replace(" (block)", "").replace(" (inline)", "").rstrip(":") for row in text.splitlines())
    return [row for row in rows if row.strip() and not row.lstrip().startswith("/")]


def flat(data: bytes, folder: Path) -> str:
    """The same in one line, without empty texts."""
    return " ".join(row.strip() for row in heard(data, folder) if row.strip() != '""')


@needs_poppler
def test_headings_lists_and_figures_come_in_reading_order(tmp_path: Path) -> None:
    assert flat(pdf([poster()], ABOUT, no_images), tmp_path) == (
        'Document P "Parcours client" H1 "Un lave-linge" P "But Du linge propre" H2 "Étapes" P "et but"'
        ' H3 "Achat" P "5 jours" H2 "Courbe" P "enchanté" Figure H2 "Irritants"'
        ' L LI LBody "Cinq jours sans nouvelles" LI LBody "Trop cher" P "Version 1"'
    )


@needs_poppler
def test_levels_of_headings_are_not_skipped(tmp_path: Path) -> None:
    drawing = Drawing(210, 148, (group("stage", lines(10, 20, "Achat")), group("lane", lines(10, 40, "Irritants"))))
    assert flat(pdf([drawing], ABOUT, no_images), tmp_path) == 'Document H1 "Achat" H2 "Irritants"'


@needs_poppler
def test_entries_with_something_between_them_are_two_lists(tmp_path: Path) -> None:
    groups = [group("pain", lines(10, 10, "a")), group("lane", lines(10, 30, "b")), group("gain", lines(10, 50, "c"))]
    found = flat(pdf([Drawing(210, 148, tuple(groups))], ABOUT, no_images), tmp_path)
    assert found == 'Document L LI LBody "a" H1 "b" L LI LBody "c"'


@needs_poppler
def test_decoration_does_not_break_a_list(tmp_path: Path) -> None:
    groups = [group("pain", lines(10, 10, "a")), group("step", CURVE), group("pain", lines(10, 50, "c"))]
    found = flat(pdf([Drawing(210, 148, tuple(groups))], ABOUT, no_images), tmp_path)
    assert found == 'Document L LI LBody "a" LI LBody "c"'


@needs_poppler
def test_the_lines_of_a_wrapped_text_are_not_run_together(tmp_path: Path) -> None:
    text = "Personne ne nous a dit que la boutique ferme à midi"
    shapes = [Words(10, 10 + 4.25 * n, line, INK) for n, line in enumerate(wrap(text, Style(9), 30))]
    drawing = Drawing(100, 60, (group("pain", shapes),))
    assert flat(pdf([drawing], ABOUT, no_images), tmp_path) == f'Document L LI LBody "{text}"'


@needs_qpdf
def test_what_runs_from_the_right_says_itself(tmp_path: Path) -> None:
    drawing = Drawing(100, 60, (group("pain", lines(10, 10, "مسع", "שלום 42 Zoé", "ok")),))
    text = operators(pdf([drawing], ABOUT, no_images), tmp_path)
    said = re.search(r"/ActualText <([0-9a-f]+)>", text)
    assert said is not None
    assert bytes.fromhex(said[1]).decode("utf-16") == "مسع שלום 42 Zoé ok"


@needs_qpdf
def test_figures_say_what_they_show_and_where(tmp_path: Path) -> None:
    text = operators(pdf([poster()], ABOUT, no_images), tmp_path)
    told = re.findall(r"/Alt <([0-9a-f]+)>", text)
    assert [bytes.fromhex(one).decode("utf-16") for one in told] == ["Courbe de Léa : Commande +1, Livraison −2"]
    assert len(re.findall(r"/BBox \[\s*[\d.]+\s+[\d.]+\s+[\d.]+\s+[\d.]+\s*]\s+/O /Layout", text)) == 1


@needs_poppler
def test_a_portrait_is_a_figure_before_the_words_beside_it(tmp_path: Path) -> None:
    persona = group("persona", CARD, lines(60, 12, "Léa", "31 ans"), description="Léa, portrait")
    found = heard(pdf([Drawing(210, 148, (persona,))], ABOUT, no_images), tmp_path)
    assert [row.strip() for row in found] == ["Document", "P", "Figure", '""', '"Léa 31 ans"']


@needs_poppler
def test_another_language_is_told(tmp_path: Path) -> None:
    drawing = poster(group("quote", lines(10, 120, "I gave up", language="en")))
    (tmp_path / "tagged.pdf").write_bytes(pdf([drawing], ABOUT, no_images))
    command = ["pdfinfo", "-struct", str(tmp_path / "tagged.pdf")]
    assert subprocess.run(command, capture_output=True, check=True).stdout.decode().count("LBody (block)") == 3
    text = operators((tmp_path / "tagged.pdf").read_bytes(), tmp_path)
    assert [bytes.fromhex(one).decode("utf-16") for one in re.findall(r"/Lang <([0-9a-f]+)>", text)] == ["en"]


def marked(text: str) -> tuple[list[str], str]:
    """The marked parts of the first page by their tags, and what is painted outside of any."""
    page = next(found for found in re.findall(r"stream\n(.*?)endstream", text, re.DOTALL) if " cm\n" in found)
    outside = re.sub(r"/(?:Artifact BMC|\w+<</MCID \d+>>BDC)\n.*?\nEMC", "", page, flags=re.DOTALL)
    return re.findall(r"^/(Artifact|\w+)(?: BMC|<</MCID)", page, re.MULTILINE), outside


@needs_qpdf
def test_everything_on_the_page_is_marked(tmp_path: Path) -> None:
    drawing = poster(group("pain", lines(20, 120, "x"), clip=rectangle(0, 0, 50, 140)))
    tags, outside = marked(operators(pdf([drawing], ABOUT, no_images), tmp_path))
    assert tags.count("Artifact") == 2
    assert set(tags) == {"Artifact", "H1", "H2", "H3", "P", "LBody", "Figure"}
    assert not re.search(r"\b(?:f|S|B|Tj|TJ|Do)$", outside, re.MULTILINE)


@needs_qpdf
def test_each_mark_has_its_element_and_finds_it_again(tmp_path: Path) -> None:
    text = operators(pdf([poster(), poster()], ABOUT, no_images), tmp_path)
    for page in re.findall(r"stream\n(.*?)endstream", text, re.DOTALL):
        numbers = [int(number) for number in re.findall(r"/MCID (\d+)", page)]
        assert numbers == list(range(len(numbers)))
    assert text.count("/S /Sect") == 2
    assert text.count("/S /Document") == 1
    assert sorted(map(int, re.findall(r"/StructParents (\d+)", text))) == [0, 1]


@needs_qpdf
def test_links_are_elements_with_their_area_and_say_where_they_lead(tmp_path: Path) -> None:
    linked = group("pain", CARD, lines(20, 20, "Avis"), box=Box(10, 10, 40, 20), link="https://example.org/é")
    alone = group("touchpoint", CARD, box=Box(60, 10, 40, 20), link="https://example.org/b", description="La boutique")
    data = pdf([Drawing(210, 148, (linked, alone))], ABOUT, no_images)
    text = operators(data, tmp_path)
    assert text.count("/S /Link") == 2
    assert text.count("/Type /OBJR") == 2
    assert sorted(map(int, re.findall(r"/StructParent (\d+)", text))) == [1, 2]
    assert text.count("/Tabs /S") == 1
    assert "/Contents (https://example.org/%C3%A9)" in text
    assert "/Contents (La boutique)" in text


@needs_poppler
def test_a_live_circle_without_words_is_a_figure_in_a_link(tmp_path: Path) -> None:
    alone = group("touchpoint", CARD, box=Box(60, 10, 40, 20), link="https://example.org/b")
    found = heard(pdf([Drawing(210, 148, (alone,))], ABOUT, no_images), tmp_path)
    assert [row.strip() for row in found][:5] == ["Document", "L", "LI", "LBody", "Link"]
    assert "Figure" in [row.strip() for row in found]


@needs_qpdf
def test_what_is_shown_in_a_window_is_a_figure_and_holds_no_marks(tmp_path: Path) -> None:
    seen = group("tile", Inset(poster(), 0, 0, 1, Box(0, 0, 210, 148)), description="Feuille 1-1")
    text = operators(pdf([Drawing(210, 148, (seen,))], ABOUT, no_images), tmp_path)
    assert len(re.findall(r"/MCID", text)) == 1
    assert text.count("/S /Figure") == 1


@needs_qpdf
@pytest.mark.parametrize(("metadata", "claimed"), [(ABOUT, 1), (Metadata("Un titre"), 0), (Metadata(language="fr"), 0)])
def test_a_file_calls_itself_accessible_if_it_says_its_title_and_language(
    metadata: Metadata, claimed: int, tmp_path: Path
) -> None:
    text = operators(pdf([poster()], metadata, no_images), tmp_path)
    assert text.count("<pdfuaid:part>1</pdfuaid:part>") == claimed
    assert text.count("/Marked true") == 1


def test_the_packet_says_what_the_file_says() -> None:
    said = Metadata("Vélo <&> d’Inès", "Inès \x00 B.", "Un “sujet”", "a, b", "fr")
    data = pdf([poster()], said, no_images)
    packet = data[data.index(b"<?xpacket begin") : data.index(b'<?xpacket end="r"?>')].decode()
    assert "Vélo &lt;&amp;&gt; d’Inès" in packet
    assert "Inès \ufffd B." in packet
    assert "<pdf:Keywords>a, b</pdf:Keywords>" in packet
    assert "<rdf:li>fr</rdf:li>" in packet


def test_a_checker_of_accessible_pdfs_finds_nothing(tmp_path: Path) -> None:
    checker = pytest.importorskip("page", reason="page-validation, which checks PDF/UA-1, is not installed")
    linked = group("pain", CARD, lines(20, 20, "Avis"), box=Box(10, 10, 40, 20), link="https://example.org/é")
    rtl = group("quote", lines(10, 120, "مسع"))
    seen = group("tile", Inset(poster(), 0, 0, 1, Box(0, 0, 210, 148)), description="Feuille 1-1")
    pages = [poster(linked, rtl), Drawing(210, 148, (seen,))]
    report = checker.validate_pdf_bytes(pdf(pages, ABOUT, no_images), profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
