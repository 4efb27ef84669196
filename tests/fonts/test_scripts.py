"""Every script that a journey may be written in is set, in the right face and the right order."""

from __future__ import annotations

import pytest

from journeyeditor import fonts
from journeyeditor.fonts import Style

BODY = Style(9)
SAMPLES = {
    "French": "Étape d’achat — « déçu », l’œuvre coûte 12 €",
    "Greek": "Το ταξίδι του πελάτη",
    "Russian": "Путь клиента",
    "Vietnamese": "Hành trình khách hàng",
    "Hebrew": "מסע הלקוח (Client) CRM",
    "Arabic": "رحلة العميل، الخطوة ١٢",
    "Persian": "می\u200cخواهم بروم",
    "Hindi": "ग्राहक यात्रा क्षेत्र",
    "Chinese": "客户旅程“你好”，第一步。",
    "Japanese": "顧客の旅 カスタマージャーニー",
    "Korean": "고객 여정 지도",
    "Emoji": "😀 👨‍👩‍👧 🇫🇷 1️⃣ 👍🏽 ❤️ 🏳️‍🌈",
    "Symbols": "→ ★ ✓ ● ½ ≥ ∞",
    "Mixed": "Client العميل 42 ok 客户 אבג!",
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_line_gives_its_text_back_in_reading_order(name: str) -> None:
    assert fonts.logical(fonts.shape(SAMPLES[name], BODY)) == SAMPLES[name]


@pytest.mark.parametrize("name", SAMPLES)
def test_no_glyph_is_missing(name: str) -> None:
    line = fonts.shape(SAMPLES[name], BODY)
    assert all(glyph.id != 0 for run in line.runs for glyph in run.glyphs)
    assert fonts.unknown_characters(SAMPLES[name]) == frozenset()
