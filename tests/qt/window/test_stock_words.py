"""What Qt says of its own is in the language of the window too."""

import msgspec
from PySide6.QtWidgets import QFileDialog, QLabel

from journeyeditor.qt import stock_words
from journeyeditor.words import Words


def test_qts_own_file_dialog_speaks_the_language_of_the_window(program, qtbot, monkeypatch):
    said = Words.say

    def say(words, text, **gaps):
        return f"<{said(words, text, **gaps)}>" if text in stock_words.MISSING.values() else said(words, text, **gaps)

    monkeypatch.setattr(Words, "say", say)  # whatever the catalogue holds of these words
    program.change(msgspec.structs.replace(program.settings, language="fr"))
    dialog = QFileDialog(None, "", "", "Tout (*)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = {part.objectName(): part.text() for part in dialog.findChildren(QLabel)}
    assert labels["lookInLabel"].startswith("<")
    assert labels["fileTypeLabel"].startswith("<")
    assert labels["fileNameLabel"] == "&Nom de fichier\u00a0:"
    program.change(msgspec.structs.replace(program.settings, language="en"))
    english = QFileDialog(None, "", "", "All (*)")
    english.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(english)
    assert english.findChild(QLabel, "lookInLabel").text() in ("&Look in:", "<&Look in:>")


def test_every_missing_word_is_one_of_ours():
    assert [ours.text for ours in stock_words.MISSING.values()] == list(stock_words.MISSING)
