"""Mermaid in: every row of the table of what Mermaid does and what we do, and what strangers write."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.errors import BadInput
from journeyeditor.exchange.mermaid import Imported, read_mermaid
from journeyeditor.model.records import Lane
from journeyeditor.model.rules import broken_rules

SAMPLES = Path(os.environ.get("JOURNEYEDITOR_SAMPLES") or Path(__file__).resolve().parents[3] / "shared" / "samples")


def read(body: str, **options: object) -> Imported:
    return read_mermaid(f"journey\n{body}\n".encode("utf-8", "replace"), **options)  # type: ignore[arg-type]


def one(line: str) -> tuple[str, dict[str, float], str]:
    """The one step of a line: its name, what each persona feels, and what the report says of it."""
    came = read(f"section S\n{line}")
    (touchpoint,) = came.journey.touchpoints()
    felt = {
        persona.name: came.journey.emotions(persona.id)[touchpoint.id].value
        for persona in came.journey.personas()
        if touchpoint.id in came.journey.emotions(persona.id)
    }
    return touchpoint.title, felt, "\n".join(n.message.english() for n in came.report)


def test_the_example_of_mermaids_own_handbook() -> None:
    came = read(
        """
        title My working day
        section Go to work
          Make tea: 5: Me
          Go upstairs: 3: Me, Cat
        section Go home
          Sit down: 1: Me"""
    )
    journey = came.journey
    assert journey.head.title == "My working day"
    assert [s.title for s in journey.stages()] == ["Go to work", "Go home"]
    assert [t.title for t in journey.touchpoints()] == ["Make tea", "Go upstairs", "Sit down"]
    assert [(p.name, p.style) for p in journey.personas()] == [("Me", 1), ("Cat", 2)]
    me, cat = journey.personas()
    assert [e.value for e in journey.emotions(me.id).values()] == [2, 0, -2]
    assert len(journey.emotions(cat.id)) == 1
    assert [lane.kind for lane in journey.all(Lane)] == ["touchpoints", "emotions"]
    assert len(came.report) == 0


# -- the table, row by row --------------------------------------------------------------------------------------
def test_a_score_without_actors_has_no_persona() -> None:
    assert one("X: 4")[:2] == ("X", {})
    assert read("X: 4").journey.personas() == []


def test_an_empty_actor_is_dropped() -> None:
    assert one("X: 4:")[:2] == ("X", {})
    assert one("X: 4: , Me,,")[:2] == ("X", {"Me": 1})


@pytest.mark.parametrize("line", ["X", "X:", "X :  ", "X：", "X: nan: Me", "X: : Me", "X: inf: Me", "X: high: Me: you"])
def test_a_missing_score_is_an_error_with_its_line(line: str) -> None:
    with pytest.raises(BadInput, match=r"Line 3: the score of “X.*” is missing") as caught:
        one(line)
    assert caught.value.advice is not None
    assert "“X: 3”" in caught.value.advice.english()


def test_a_remark_with_a_colon_is_a_step_without_feelings() -> None:
    name, felt, report = one("size: 2rem")
    assert (name, felt) == ("size: 2rem", {})
    assert "“size: 2rem” has no score" in report


def test_a_name_that_stands_twice_is_reported() -> None:
    name, felt, report = one("X: 4: Me, You,Me , me, Me")
    assert (name, felt) == ("X", {"Me": 1, "You": 1, "me": 1})
    assert report == "“Me” is named more than once at “X”."


@pytest.mark.parametrize(
    ("score", "kept"), [("2.5", -0.5), ("-1", -2), ("12", 2), ("2,5", -0.5), ("1e999", 2), ("٤", 1)]
)
def test_scores_off_the_scale_are_clamped_and_all_odd_ones_reported(score: str, kept: float) -> None:
    name, felt, report = one(f"X: {score}: Me")
    assert (name, felt) == ("X", {"Me": kept})
    assert score in report or score == "٤"


def test_a_time_of_day_belongs_to_the_name() -> None:
    name, felt, report = one("7:30 Wake up: 3: Me")
    assert (name, felt) == ("7:30 Wake up", {"Me": 0})
    assert "“7:30 Wake up”" in report


def test_a_number_in_brackets_belongs_to_the_name() -> None:
    name, felt, report = one("Code OTP (ex: 5832): 5: Client")
    assert (name, felt) == ("Code OTP (ex: 5832)", {"Client": 2})
    assert "taken as part of the name" in report


def test_what_stands_after_the_actors_is_reported() -> None:
    name, felt, report = one("X: 4: Me: extra")
    assert (name, felt) == ("X", {"Me": 1})
    assert "extra" in report


def test_a_semicolon_is_text() -> None:
    name, felt, report = one("Pay; wait: 4: Me")
    assert (name, felt) == ("Pay; wait", {"Me": 1})
    assert "“;”" in report


def test_a_hash_before_the_score_is_text() -> None:
    name, felt, report = one("Issue #4: 5: Me")
    assert (name, felt) == ("Issue #4", {"Me": 2})
    assert "“#”" in report


def test_an_entity_is_decoded() -> None:
    assert one("A #35; b #lt;#35;: 5: Me") == ("A # b <#", {"Me": 2}, "“#35; #lt;” was read as “# <”.")
    assert one("A: 5: Me#44; too")[1:] == ({"Me, too": 2}, "“#44;” was read as “,”.")
    assert one("A#10;b: 5: Me")[2] == "“#10;” was read as “U+000A”."
    assert one("A #nosuch; b: 5: Me")[2] == ""
    assert one("#35;1 in town: 5: Me")[0] == "#1 in town"
    assert one("Tea #amp; cake #quot;x#quot;: 5: Me")[0] == 'Tea & cake "x"'
    assert one("At 7#58; 30: 5: Me")[0] == "At 7: 30"


def test_a_section_may_hold_a_colon() -> None:
    assert read("section A: part\nX: 3: Me").journey.stages()[0].title == "A: part"


def test_steps_before_any_section_have_an_unnamed_stage() -> None:
    came = read("X: 3: Me\nsection S\nY: 3: Me")
    assert [s.title for s in came.journey.stages()] == ["", "S"]
    assert "without a name" in came.report.notices[0].message.english()


def test_the_same_section_twice_is_two_stages() -> None:
    came = read("section S\nX: 3: Me\nsection S\nY: 3: Me")
    assert [s.title for s in came.journey.stages()] == ["S", "S"]
    assert [len(came.journey.touchpoints(s.id)) for s in came.journey.stages()] == [1, 1]


def test_the_last_title_wins_and_the_other_is_reported() -> None:
    came = read("title One\ntitle Two")
    assert came.journey.head.title == "Two"
    assert "One" in came.report.notices[0].message.english()


def test_a_title_with_nothing_after_it_is_empty() -> None:
    came = read("title\nsection S\nX: 3: Me", name="file")
    assert came.journey.head.title == ""
    assert len(came.journey.stages()) == 1


def test_a_step_that_begins_with_title_is_the_title_and_reported() -> None:
    came = read("section S\ntitle deed signed: 3: Me")
    assert came.journey.head.title == "deed signed: 3: Me"
    assert "looks like a step" in came.report.notices[0].message.english()


def test_a_step_called_title_or_section_is_a_step() -> None:
    assert one("Title: 3: Me")[0] == "Title"
    assert one("Section: 3: Me")[0] == "Section"
    assert one("Titles: 3: Me")[0] == "Titles"


def test_a_colon_after_title_or_section_is_forgiven() -> None:
    came = read("title: Tea\nsection: Kitchen\nX: 3: Me")
    assert came.journey.head.title == "Tea"
    assert came.journey.stages()[0].title == "Kitchen"
    assert len(came.report) == 2


def test_a_step_may_begin_with_journey() -> None:
    assert one("journey home: 5: Me")[:2] == ("journey home", {"Me": 2})
    assert one("Journey: 5: Me")[:2] == ("Journey", {"Me": 2})


def test_keywords_in_capitals() -> None:
    came = read_mermaid(b"JOURNEY\nTITLE T\nSECTION S\nX: 3: Me")
    assert (came.journey.head.title, came.journey.stages()[0].title) == ("T", "S")


def test_a_comment_behind_a_step_is_stripped_and_reported() -> None:
    for line in ("X: 4: Me %% note", "X: 4: Me # note", "X: 4 # note", "X: 4 %% note"):
        name, felt, report = one(line)
        assert name == "X"
        assert list(felt) in (["Me"], [])
        assert "note" in report


def test_percent_signs_before_the_only_score_are_text() -> None:
    name, felt, report = one("Save 50%% now: 3: Me")
    assert (name, felt) == ("Save 50%% now", {"Me": 0})
    assert "“%%”" in report


def test_full_width_colons_and_commas() -> None:
    assert one("お茶：５：私，猫")[:2] == ("お茶", {"私": 2, "猫": 2})


def test_blanks_around_a_name_are_trimmed() -> None:
    assert one("Task : 3 : Me")[:2] == ("Task", {"Me": 0})
    assert one("Task \t one: 3:  New   Customer ")[:2] == ("Task one", {"New Customer": 0})


def test_br_is_a_line_break() -> None:
    assert one("Pay<br>wait <BR /> go: 3: Me")[::2] == ("Pay\nwait\ngo", "“<br>” was read as a line break.")
    assert one("Pay: 3: Me<br>and you")[1:] == ({"Me and you": 0}, "“<br>” in a name was read as a blank.")
    came = read("title A<br>b\nsection #35;1\naccTitle: A#35;\naccDescr {\na<br>b\n}\nX: 3: Me")
    told = [(n.line, n.kind, n.message.english()) for n in came.report if "was read" in n.message.english()]
    assert told == [
        (2, "changed", "“<br>” was read as a line break."),
        (3, "changed", "“#35;” was read as “#”."),
        (4, "changed", "“#35;” was read as “#”."),
        (6, "changed", "“<br>” was read as a line break."),
    ]


# -- the file around the diagram --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "This file is empty."),
        ("  \n\t\n", "This file is empty."),
        ("%% only a comment", "There is no diagram in this file."),
        ("title T\nsection S\nX: 3: Me", "This file has no line that says “journey”."),
        ("flowchart LR\nA-->B", "This Mermaid diagram is a flowchart, not a journey."),
        ("sequenceDiagram\nA->>B: hi", "This Mermaid diagram is a sequenceDiagram, not a journey."),
        ("# Notes\n\nNo diagram here.", "This file has no line that says “journey”."),
        (
            "```mermaid\nflowchart LR\n```\n```mermaid\npie\n```",
            "None of the 2 Mermaid diagrams in this file is a journey.",
        ),
        ("```mermaid\n```", "There is no diagram in this file."),
    ],
)
def test_what_is_no_journey_is_answered_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_mermaid(text.encode())
    assert caught.value.problem.english() == sentence
    assert caught.value.advice is not None


def test_front_matter_directives_and_comments() -> None:
    came = read_mermaid(
        b"""
        ---
        title: "From the top"
        config:
          journey:
            title: not this
        ---
        %%{init: {'theme': 'dark',
                  'x': 1}}%%
        %% a comment
        journey
          # another
          section S
            X: 3: Me
        """
    )
    assert came.journey.head.title == "From the top"
    assert len(came.journey.touchpoints()) == 1
    assert [n.kind for n in came.report] == ["dropped"]


def test_a_title_in_the_diagram_is_stronger_than_front_matter() -> None:
    assert read_mermaid(b"---\ntitle: A\n---\njourney\ntitle B").journey.head.title == "B"


def test_texts_for_screen_readers() -> None:
    came = read("accTitle: T\naccDescr {\n  several\n  lines\n}\nsection S\nX: 3: Me")
    assert came.journey.head.title == "T"
    assert came.journey.head.scenario == "several\nlines"
    assert len(came.journey.touchpoints()) == 1


@pytest.mark.parametrize("rest", ["", "\nsection S\nX: 3: Me\nY: 4: Me"])
def test_a_description_that_is_not_closed_does_not_swallow_the_diagram(rest: str) -> None:
    with pytest.raises(BadInput, match=r"Line 3: the description \(accDescr\) is not closed.") as caught:
        read("title T\naccDescr { several lines" + rest)
    assert caught.value.advice is not None


MARKDOWN = b"""# Our journeys

```mermaid
flowchart LR
```

* first
  ```mermaid
  journey
    title First
    X: 3: Me
  ```

~~~~ Mermaid
journey
  title Second
  Y: 3: Me
~~~
  Z: 3: Me
~~~~
"""


def test_markdown_gives_its_first_journey_and_says_so() -> None:
    came = read_mermaid(MARKDOWN)
    assert came.journey.head.title == "First"
    assert "holds 2 journeys" in came.report.notices[0].message.english()


def test_a_block_is_chosen_by_number() -> None:
    assert read_mermaid(MARKDOWN, block=1).journey.head.title == "First"
    with pytest.raises(BadInput, match="Line 18"):
        read_mermaid(MARKDOWN, block=2)
    for number in (0, 3, -1):
        with pytest.raises(BadInput, match="no journey number"):
            read_mermaid(MARKDOWN, block=number)


def test_the_file_names_the_map_when_the_diagram_does_not() -> None:
    came = read("section S\nX: 3: Me", name="tea")
    assert came.journey.head.title == "tea"
    assert [n.kind for n in came.report] == ["guessed"]


def test_windows_and_utf16_files() -> None:
    text = "journey\r\ntitle Café\r\nsection S\r\nX: 3: Zoé\r\n"
    for data in (text.encode("cp1252"), b"\xff\xfe" + text.encode("utf-16-le"), b"\xef\xbb\xbf" + text.encode()):
        came = read_mermaid(data)
        assert came.journey.head.title == "Café"
        assert came.journey.personas()[0].name == "Zoé"


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Louer un vélo à l'année, de la boutique au bilan avec le client", "fr"),
        ("Renting a bicycle for a year", "en"),
        ("رحلة العميل", "ar"),
        ("מסע הלקוח", "he"),
        ("顧客の旅", "ja"),
        ("客户旅程", "zh"),
        ("고객 여정", "ko"),
        ("ग्राहक यात्रा", "hi"),
        ("👤 🛒", "en"),
    ],
)
def test_the_language_is_guessed_only_where_it_is_evident(title: str, language: str) -> None:
    came = read(f"title {title}")
    assert came.journey.head.language == language
    assert len(came.report) == (0 if language == "en" else 1)
    assert read(f"title {title}", language="de").journey.head.language == "de"


def test_many_actors_share_twelve_styles() -> None:
    came = read("section S\nX: 3: " + ", ".join(f"P{n}" for n in range(30)))
    assert {p.style for p in came.journey.personas()} == set(range(1, 13))
    assert "30 actors" in came.report.notices[0].message.english()


def test_a_report_is_plain_data_in_the_order_of_the_file() -> None:
    plain = read("section S\n7:30: 2.5: Me: x\nY: 9: Me\ntitle T\ntitle U").report.to_plain()
    assert [n["line"] for n in plain["notices"]] == [3, 3, 3, 4, 6]
    assert plain["format"] == "mermaid"
    assert (plain["guessed"], plain["changed"], plain["dropped"], plain["more"]) == (2, 1, 2, 0)


# -- strangers --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "journey\n" * 150_000,
        "journey\n" + "\n" * 1_000_000,
        "journey\n" + "X: 3: Me\n" * 1_000_000,
        "journey\n" + "section S\n" * 50_000,
        "journey\nsection S\nX: 3: " + "a," * 9_000,
        "journey\n" + "".join(f"X: 3: P{n}\n" for n in range(3_000)),
        "journey\n" + "X" * 3_000_000,
        "journey\n" + "%%{" * 2_000_000,
        "journey\n" + ("#" * 19_000 + "\n") * 300,
        "journey\n" + (":" * 19_000 + "\n") * 300,
        "journey\n" + (" <" * 9_000 + ": 3: M\n") * 300,
        "journey\n" + ("; #1" * 4_000 + ": 3: M\n") * 300,
        "```mermaid\njourney\n```\n" * 60_000,
        "---\n" * 200_000,
        "\0" * 100_000,
        "journey\naccDescr {\n" + "x\n" * 190_000,
        "journey\naccDescr: " + "x" * 19_000 + "\naccDescr {" + ("y" * 19_000 + "\n") * 5,
    ],
    ids=range(17),
)
def test_hostile_files_are_answered_soon(text: str) -> None:
    begun = time.process_time()
    with contextlib.suppress(BadInput):
        read_mermaid(text.encode())
    assert time.process_time() - begun < 8


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from(":#%;,{}-`~ \n\tjX5.é①：()<br>/title") | st.characters(), max_size=120))
def test_any_text_becomes_a_map_or_a_sentence(body: str) -> None:
    try:
        came = read(body)
    except BadInput:
        return
    assert broken_rules(came.journey) == []
    assert all(persona.name for persona in came.journey.personas())


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_become_a_map_or_a_sentence(data: bytes) -> None:
    for beginning in (b"", b"journey\n"):
        with contextlib.suppress(BadInput):
            assert broken_rules(read_mermaid(beginning + data, name="caf\udce9").journey) == []


@pytest.mark.skipif(not (SAMPLES / "mermaid").is_dir(), reason="the folder of real samples is not here")
def test_every_real_diagram_comes_in() -> None:
    for path in sorted((SAMPLES / "mermaid").iterdir()):
        came = read_mermaid(path.read_bytes(), name=path.stem)
        assert came.journey.head.title
        assert came.journey.stages()
