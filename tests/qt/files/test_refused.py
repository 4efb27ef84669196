"""A file of another program is refused with the same words, whether it is opened or imported."""

import pytest

from journeyeditor.qt.files import importing, opening

OTHERS = {
    "log.xes": b'<?xml version="1.0"?><log xes.version="1.0"><trace/></log>',
    "map.drawio": b"<mxfile></mxfile>",
    "letter.pdf": b"%PDF-1.7",
    "words.txt": b"Hello, world",
    "other.json": b'{"a": 1}',
}


@pytest.mark.parametrize("name", ["photo.heic", "photo.bmp"])
def test_a_picture_of_another_kind_says_which_are_read(program, tmp_path, monkeypatch, name):
    told = []
    for module in (opening, importing):
        monkeypatch.setattr(module, "tell_error", lambda _parent, _speech, error, _name="": told.append(error))
    path = tmp_path / name
    path.write_bytes({"photo.heic": b"\0\0\0\x18ftypheic\0\0", "photo.bmp": b"BM\x36\x10\0\0\0\0\0\0\x36"}[name])
    opening.open_path(program.new_window(), path)
    assert told[0].problem.english() == "This kind of picture is not read."
    assert "PNG, JPEG or WebP" in told[0].advice.english()


@pytest.mark.parametrize("name", OTHERS)
def test_import_says_the_same_right_thing_as_opening(program, tmp_path, monkeypatch, name):
    told = []
    for module in (opening, importing):
        monkeypatch.setattr(module, "tell_error", lambda _parent, _speech, error, _name="": told.append(error))
    path = tmp_path / name
    path.write_bytes(OTHERS[name])
    window = program.new_window()
    opening.open_journey(window, path)
    importing.import_path(window, path)
    opened, imported = ((one.problem.english(), one.advice.english()) for one in told)
    assert opened == imported
    assert "opens .journey and .journey.json, and imports CSV tables, Mermaid diagrams" in imported[1]
