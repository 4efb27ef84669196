"""The text twin: everything that the poster says, in reading order, and nothing that breaks Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from journeyeditor.errors import message
from journeyeditor.exchange.markdown import to_markdown
from journeyeditor.exchange.markdown_text import bullet, document, escaped, link, one_line, paragraph, quotation
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Answers,
    AnyRecord,
    Emotion,
    Entry,
    Flow,
    Gain,
    Head,
    Lane,
    Line,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
    Value,
)
from journeyeditor.model.text import clean

NB = "\u00a0"


def journey(records: Sequence[AnyRecord], **head: object) -> Journey:
    made = Journey(Head(id="j", **head))  # type: ignore[arg-type]
    made.apply(Change(message("Made"), {record.id: (None, record) for record in records}))
    return made


def bicycle() -> Journey:
    """A small map with one of everything."""
    return journey(
        [
            Persona(
                id="camille",
                order="a0",
                name="Camille",
                role="34 ans",
                maturity="prospect",
                quote="Enfin !",
                goals=("Rouler",),
            ),
            Persona(id="marc", order="a1", name="Marc", style=2),
            Persona(id="ghost", order="a2", name="Fantôme", hidden=True),
            Stage(id="s1", order="a0", title="Recherche", phase="before", goal="Trouver", duration="2 semaines"),
            Stage(id="s2", order="a1", title="Usage", phase="after", loyalty_critical="Elle décide ici", blind_spot=""),
            Touchpoint(
                id="t1",
                stage="s1",
                order="a0",
                title="Avis d'une amie",
                channel="channel:word_of_mouth",
                evidence="assumption",
            ),
            Touchpoint(
                id="t2",
                stage="s1",
                order="a1",
                title="Essai",
                channel="channel:shop",
                moment_of_truth="Tout se joue là",
            ),
            Touchpoint(
                id="t3", stage="s2", order="a0", title="Crevaison", links=("https://example.org/a_b",), ends_here=True
            ),
            Lane(id="l1", order="a0", kind="touchpoints"),
            Lane(id="l2", order="a1", kind="emotions"),
            Lane(id="l3", order="a2", kind="pains", title="Ce qui fâche"),
            Line(id="v", order="a3", kind="visibility"),
            Lane(id="l4", order="a4", kind="backstage"),
            Lane(id="l5", order="a5", kind="support", hidden=True),
            Emotion(id="emotion:camille:t1", persona="camille", touchpoint="t1", value=0.5, words="curieuse"),
            Emotion(id="emotion:camille:t3", persona="camille", touchpoint="t3", value=-2.0),
            Emotion(id="emotion:ghost:t3", persona="ghost", touchpoint="t3", value=1.0, words="invisible"),
            Pain(
                id="p1", text="Personne ne répond", severity=5, votes=14, first="t3", last="t3", personas=("camille",)
            ),
            Pain(id="p2", text="Prix flou", severity=2, votes=1, first="t1", last="t2", evidence="research"),
            Gain(id="g1", text="Selle réglée", strength=2, first="s1", last="s1"),
            Opportunity(
                id="o1",
                text="Assistance jusqu'à 22 h",
                owner="Hugo P.",
                due="2027-04-30",
                status="planned",
                impact=4,
                first="t3",
                last="t3",
            ),
            Opportunity(id="o2", text="Plus tard", first="t3", last="t3"),
            Answers(id="answers:o1:p1", opportunity="o1", pain="p1"),
            Quote(
                id="q1",
                text="19 h, roue crevée",
                source="entretien",
                date="2026-10-12",
                first="t3",
                last="t3",
                personas=("camille",),
            ),
            Measure(
                id="m1",
                name="Satisfaction",
                unit="/ 10",
                target=8,
                values=(Value(date="2026-02", value=7.5), Value(date="2026-09", value=6.8, sample=120)),
                first="s2",
                last="s2",
            ),
            Entry(id="e1", lane="l4", order="a0", title="Atelier", text="Préparer le vélo", first="t2", last="t2"),
            Entry(id="e2", lane="l5", order="a0", text="Caché", first="t2", last="t2"),
            Flow(id="f1", source="t3", target="t1", share=62.0, label="relancent une recherche", personas=("camille",)),
            Flow(id="f2", source="t1", target="t2", share=48.0),
            Note(id="n1", order="a0", text="Et les pros ?"),
        ],
        title="Un vélo électrique",
        scenario="Un foyer\ndeux vélos",
        goal="Rouler",
        language="fr",
        owner="Inès",
        date="2026-11-21",
    )


def test_the_whole_map_is_told_in_reading_order() -> None:
    told = to_markdown(bicycle())
    places = [
        told.index(part)
        for part in (
            "# Un vélo électrique",
            "état actuel",
            "Un foyer\\\ndeux vélos",
            "## Personas",
            "### Camille",
            "## Courbe émotionnelle",
            "## 1. Recherche",
            f"Phase{NB}: Avant",
            "Selle réglée",
            "### 1.1 Avis d'une amie",
            f"Canal{NB}: Bouche-à-oreille",
            "hypothèse",
            "+0,5 (curieuse)",
            "Prix flou",
            "### 1.2 Essai",
            "Tout se joue là",
            "Préparer le vélo",
            "## 2. Usage",
            "Elle décide ici",
            "Angle mort",
            "Satisfaction",
            "### 2.1 Crevaison",
            f"Camille{NB}: -2 (excédé)",
            "Personne ne répond",
            "Hugo P.",
            "30 avr. 2027",
            "19 h, roue crevée",
            "Ligne de visibilité",
            "Et les pros ?",
        )
    ]
    assert places == sorted(places)


def test_weights_votes_values_and_answers_are_there() -> None:
    told = to_markdown(bicycle())
    assert "gravité 5 sur 5 · 14 voix · Camille" in told
    assert f"jusqu’à «{NB}Essai{NB}»" in told
    assert f"répond à{NB}: «{NB}Personne ne répond{NB}»" in told
    assert f"**6,8{NB}/ 10 (sept. 2026, 120 réponses)**" in told
    assert "cible manquée" in told
    assert f"retour à «{NB}Avis d'une amie{NB}»" in told
    assert "62" in told
    assert told.count("encore à préciser") == 2
    assert "**Ce qui fâche**" in told


def test_what_is_hidden_on_the_poster_is_hidden_here() -> None:
    told = to_markdown(bicycle())
    assert "Fantôme" not in told
    assert "invisible" not in told
    assert "Caché" not in told


def test_one_persona_alone() -> None:
    told = to_markdown(bicycle(), personas=["marc"])
    assert "### Marc" in told
    assert "Camille" not in told
    assert "Personne ne répond" in told.split("répond à")[1]
    assert "19 h, roue crevée" not in told


def test_in_english_the_users_words_stay_french() -> None:
    told = to_markdown(bicycle(), language="en")
    assert "severity 5 of 5 · 14 votes" in told
    assert "owner: Hugo P. · due: Apr 30, 2027 · planned · impact 4 of 5" in told
    assert "Channel: Word of mouth" in told


def test_an_empty_journey_is_a_document_too() -> None:
    assert to_markdown(journey([])) == "# Untitled journey\n\n*Customer journey · as-is*\n"


def shown(markdown: str) -> str:
    """What a reader of the rendered document sees, as words."""
    html = MarkdownIt("commonmark").enable("table").enable("strikethrough").render(markdown)
    text = re.sub(r"<br />|</?(p|li|ul|blockquote|h\d)[^>]*>", " ", html)
    assert "<" not in text, html
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return " ".join(text.split())


TEXTS = st.text(
    alphabet=st.sampled_from("\\`*_{}[]()#+-.!|~<>&:=$^ \t\n1ab2é漢") | st.characters(codec="utf-8"), max_size=60
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_text_of_a_user_is_taken_for_markup(text: str) -> None:
    words = " ".join(clean(text).split())
    for block in (paragraph(escaped(text)), bullet(escaped(text))):
        assert shown(document([block])) == words
    if words:
        assert shown(f"# {one_line(text)}") == words
        assert shown(quotation(escaped(text), "")) == words
        assert shown(f"x: {one_line(text)}") == f"x: {words}"


@settings(max_examples=30, deadline=None)
@given(TEXTS.filter(lambda text: clean(text).strip()))
def test_odd_titles_keep_the_document_whole(text: str) -> None:
    made = journey(
        [
            Persona(id="p", order="a0", name=text, quote=text, goals=(text,)),
            Stage(id="s", order="a0", title=text),
            Touchpoint(id="t", stage="s", order="a0", title=text, description=text, links=(text,)),
            Pain(id="x", text=text, first="t", last="t"),
            Quote(id="q", text=text, source=text, first="t", last="t"),
            Flow(id="f", source="t", target="s", label=text),
        ],
        title=text,
    )
    tokens = MarkdownIt("commonmark").parse(to_markdown(made))
    assert [t.tag for t in tokens if t.type == "heading_open"] == ["h1", "h2", "h3", "h2", "h3"]
    assert {t.type for t in tokens} <= {
        "heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close", "bullet_list_open",
        "bullet_list_close", "list_item_open", "list_item_close", "blockquote_open", "blockquote_close",
    }  # fmt: skip


def test_only_harmless_links_are_links() -> None:
    assert link("https://example.org/a?b=c") == "<https://example.org/a?b=c>"
    assert link("javascript:alert(1)") == "javascript:alert(1)"
    assert link("file:///etc/passwd") == "file:///etc/passwd"
    assert "](" not in link("[x](https://example.org)").replace("\\]", "")
