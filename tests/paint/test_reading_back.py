"""What a poster says can be searched and copied: every text is read back from the PDF as it was written."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest

from journeyeditor.drawing import Drawing, Group, Halo, Words
from journeyeditor.fonts import Style, shape, wrap
from journeyeditor.paint import Metadata, pdf

TEXTS = {
    "en": ["Office staff fill in affidavits", "AVATAR Tokyo. WAVE To: Yes", "100 % – “done” … (maybe)"],
    "fr": ["Étape d’achat : l’œuvre à 19 €", "Où est-ce ? Ça déçoit, évidemment.", "« Très bien ! » dit-elle"],
    "el": ["Ταξίδι του πελάτη"],
    "ru": ["Путь клиента: ожидание"],
    "vi": ["Hành trình khách hàng", "Phở bò ngon lắm"],
    "ar": ["رحلة العميل مع السلامة", "أهلا وسهلا", "إعلانات", "الله أكبر", "مُحَمَّد كِتَابٌ", "هل هذا جيد؟"],
    "he": ["מסע הלקוח", "שָׁלוֹם עולם", "האם זה טוב?", "דו״ח על השירות"],
    "hi": ["ग्राहक यात्रा क्षेत्र", "अच्छी सेवा की ज़रूरत है", "स्त्री ने कहा कि"],
    "zh-Hans": ["客户旅程地图，很好。"],
    "ja": ["顧客の旅 カスタマージャーニー、です。"],
    "ko": ["고객 여정 지도"],
}
CONTROLS = dict.fromkeys((0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x0C))
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not here")


def sheet(texts: Sequence[str], style: Style, halo: Halo | None = None) -> bytes:
    """A page with one text under another."""
    lines = [Words(10, 10 + 9 * n, shape(text, style), "#1F2933", halo) for n, text in enumerate(texts)]
    drawing = Drawing(140, 10 + 9 * len(lines), tuple(Group(f"r{n}", "card", (line,)) for n, line in enumerate(lines)))
    return pdf([drawing], Metadata(), lambda _: None)


def lines_by_poppler(data: bytes, folder: Path, *options: str) -> list[str]:
    """The lines of text that poppler finds, without its marks of direction."""
    (folder / "sheet.pdf").write_bytes(data)
    command = ["pdftotext", *options, str(folder / "sheet.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return [line.strip() for line in text.translate(CONTROLS).splitlines() if line.strip()]


def lines_by_pdfium(data: bytes) -> list[str]:
    """The lines of text that the reader inside Chromium finds."""
    document = pypdfium2.PdfDocument(data)
    try:
        text: str = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    return text.splitlines()


@needs_poppler
@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(("bold", "italic"), [(False, False), (True, False), (False, True), (True, True)])
def test_every_script_reads_back_exactly(language: str, bold: bool, italic: bool, tmp_path: Path) -> None:
    data = sheet(TEXTS[language], Style(11, bold, italic, language=language))
    assert lines_by_poppler(data, tmp_path) == TEXTS[language]


@pytest.mark.parametrize("language", sorted(TEXTS.keys() - {"ar", "he"}))
def test_another_reader_finds_the_same(language: str) -> None:
    assert lines_by_pdfium(sheet(TEXTS[language], Style(11, language=language))) == TEXTS[language]


@pytest.mark.parametrize("text", ["رحلة العميل مع السلامة", "أهلا وسهلا", "العميل 42 مرة", "האם זה טוב? כן, מאוד!"])
def test_another_reader_finds_the_same_from_the_right(text: str) -> None:
    assert lines_by_pdfium(sheet([text], Style(11))) == [text]


@needs_poppler
def test_words_of_two_directions_on_a_line_are_all_found(tmp_path: Path) -> None:
    text = "מחיר 42 € עם iPhone חדש"
    data = sheet([text], Style(11))
    assert lines_by_pdfium(data) == [text]
    # Poppler puts the spaces around a number or a foreign word by its own lights, but no letter is lost or turned.
    found = " ".join(lines_by_poppler(data, tmp_path))
    assert all(word in found for word in text.split())
    assert len(found.replace(" ", "")) == len(text.replace(" ", ""))


@needs_poppler
def test_emoji_read_back_with_their_joiners(tmp_path: Path) -> None:
    texts = ["😀", "🚀", "👨‍👩‍👧", "👍🏽", "☹️"]
    assert lines_by_poppler(sheet(texts, Style(11)), tmp_path) == texts


@needs_poppler
def test_a_wrapped_paragraph_reads_as_its_lines(tmp_path: Path) -> None:
    text = "Nobody told me that the branch closes at noon, so I came back twice and found the office shut again."
    lines = wrap(text, Style(9), 45)
    assert len(lines) > 3
    shapes = tuple(Words(10, 10 + 4.25 * n, line, "#1F2933") for n, line in enumerate(lines))
    data = pdf([Drawing(80, 60, (Group("r", "card", shapes),))], Metadata(), lambda _: None)
    for options in [(), ("-raw",)]:
        assert " ".join(lines_by_poppler(data, tmp_path, *options)) == text


@needs_poppler
def test_groups_are_read_in_the_order_of_the_drawing(tmp_path: Path) -> None:
    words = ["last on the sheet", "first on the sheet", "in the middle"]
    places = [(10, 50), (10, 10), (60, 30)]
    groups = tuple(
        Group(text, "card", (Words(x, y, shape(text, Style(9)), "#000000"),))
        for text, (x, y) in zip(words, places, strict=True)
    )
    data = pdf([Drawing(120, 60, groups)], Metadata(), lambda _: None)
    assert lines_by_poppler(data, tmp_path, "-raw") == words


@needs_poppler
@pytest.mark.parametrize("text", ["Usage quotidien", "مع السلامة", "שלום", "यात्रा", "顧客"])
def test_a_rim_around_letters_is_not_read_as_text(text: str, tmp_path: Path) -> None:
    data = sheet([text], Style(14, bold=True), Halo("#FFFFFF", 0.65))
    assert lines_by_poppler(data, tmp_path) == [text]
    assert lines_by_poppler(data, tmp_path, "-raw") in ([text], [" ".join(reversed(text.split()))])
    assert lines_by_pdfium(data) == [text]


@needs_poppler
def test_spaces_that_do_not_break_are_kept_apart_from_those_that_do(tmp_path: Path) -> None:
    data = sheet(["19\u00a0€ et 20 €"], Style(11))
    assert lines_by_poppler(data, tmp_path) == ["19 € et 20 €"]
    assert lines_by_pdfium(data) == ["19\u00a0€ et 20 €"]


@needs_poppler
def test_a_text_without_any_known_letter_is_still_copied_as_it_was(tmp_path: Path) -> None:
    text = "\U00010400\U00010401"
    assert lines_by_poppler(sheet([text], Style(11)), tmp_path) == [text]
