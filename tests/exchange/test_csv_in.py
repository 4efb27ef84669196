"""CSV in: tables that people make, with what is guessed of them, and tables that nobody should make."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.errors import BadInput
from journeyeditor.exchange.outcome import Imported
from journeyeditor.exchange.table import columns_asked, looks_like_csv, read_csv
from journeyeditor.exchange.table.channels import icon_for
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import Gain, Lane, Opportunity, Pain, Quote
from journeyeditor.model.rules import broken_rules

SAMPLES = Path(os.environ.get("JOURNEYEDITOR_SAMPLES") or Path(__file__).resolve().parents[3] / "shared" / "samples")


def read(text: str, **options: Any) -> Imported:
    return read_csv(text.encode(), **options)


def steps(journey: Journey) -> list[tuple[str, list[str]]]:
    return [(stage.title, [t.title for t in journey.touchpoints(stage.id)]) for stage in journey.stages()]


def feelings(journey: Journey) -> dict[tuple[str, str], tuple[float, str]]:
    """(persona, touchpoint) -> (value, words)."""
    return {
        (persona.name, t.title): (emotion.value, emotion.words)
        for persona in journey.personas()
        for t in journey.touchpoints()
        if (emotion := journey.emotions(persona.id).get(t.id)) is not None
    }


def said(came: Imported) -> list[str]:
    return [notice.message.english() for notice in came.report]


# -- a table as it should be ------------------------------------------------------------------------------------
TABLE = """stage,touchpoint,description,channel,persona,emotion,words,pains,gains,opportunities,quotes
Search,,Before anything is bought,,,,,,,,
Search,Ask a friend,,Word of mouth,Anna,1,hopeful,,"Knows the shop [strength 3, votes 4]",,
Search,Ask a friend,,Word of mouth,Ben,-0.5,,,,,"I have no idea [source Interview 2, date 2026-10]"
Search,Compare,Twelve sites,Website,Anna,-2,,"Too many sites
No price [severity 5, votes 7, evidence research]",,"Say the price [owner Zoë, due 2026-12-24,
  impact 4, effort 2, status doing]",
Buy,,,,,,,,,,
"""


def test_a_table_becomes_a_map() -> None:
    came = read(TABLE, language="en")
    journey = came.journey
    assert steps(journey) == [("Search", ["Ask a friend", "Compare"]), ("Buy", [])]
    assert [(p.name, p.style) for p in journey.personas()] == [("Anna", 1), ("Ben", 2)]
    assert feelings(journey) == {
        ("Anna", "Ask a friend"): (1, "hopeful"),
        ("Anna", "Compare"): (-2, ""),
        ("Ben", "Ask a friend"): (-0.5, ""),
    }
    assert [t.channel for t in journey.touchpoints()] == ["channel:word_of_mouth", "channel:web"]
    assert journey.stages()[0].description == "Before anything is bought"
    assert journey.touchpoints()[1].description == "Twelve sites"
    pains = {pain.text: (pain.severity, pain.votes, pain.evidence) for pain in journey.all(Pain)}
    assert pains == {"Too many sites": (3, 0, None), "No price": (5, 7, "research")}
    (gain,), (quote,), (action,) = journey.all(Gain), journey.all(Quote), journey.all(Opportunity)
    assert (gain.text, gain.strength, gain.votes) == ("Knows the shop", 3, 4)
    assert (quote.text, quote.source, quote.date) == ("I have no idea", "Interview 2", "2026-10")
    assert (action.owner, action.due, action.impact, action.effort) == ("Zoë", "2026-12-24", 4, 2)
    assert action.status == "doing"
    assert [lane.kind for lane in journey.all(Lane)] == [
        "touchpoints", "emotions", "gains", "pains", "opportunities", "quotes",
    ]  # fmt: skip
    assert said(came) == []


def test_findings_are_for_the_persona_of_the_row_and_without_one_for_everyone() -> None:
    journey = read(
        'stage,touchpoint,persona,pains\nS,T,,for all\nS,T,Anna,for two\nS,T,Ben,"for two\nfor Ben"\nS,,,at the stage\n'
    ).journey
    names = {p.id: p.name for p in journey.personas()}
    found = {pain.text: ([names[key] for key in pain.personas], pain.first) for pain in journey.all(Pain)}
    touchpoint, stage = journey.touchpoints()[0].id, journey.stages()[0].id
    assert found == {
        "for all": ([], touchpoint),
        "for two": (["Anna", "Ben"], touchpoint),
        "for Ben": (["Ben"], touchpoint),
        "at the stage": ([], stage),
    }


# -- tables as people make them -----------------------------------------------------------------------------------
def test_french_headers_accents_case_and_blanks() -> None:
    came = read(
        "ÉTAPE;Point  de contact;Détails;Canal;Persona;Ressenti;Mots;Irritants;Enchantements;Opportunités;Verbatims\n"
        "Recherche;Avis;…;Téléphone;Nadia;-1,5;perdue;cher [gravité 5, voix 3];vite;rappeler [responsable Léa, "
        "échéance 2027-01, statut en cours];ah !\n"
    )
    journey = came.journey
    assert steps(journey) == [("Recherche", ["Avis"])]
    assert feelings(journey) == {("Nadia", "Avis"): (-1.5, "perdue")}
    assert journey.touchpoints()[0].channel == "channel:phone"
    assert [(p.text, p.severity, p.votes) for p in journey.all(Pain)] == [("cher", 5, 3)]
    assert [(o.text, o.owner, o.due, o.status) for o in journey.all(Opportunity)] == [
        ("rappeler", "Léa", "2027-01", "doing")
    ]
    assert journey.head.language == "fr"
    assert "The columns are separated by “;”." in said(came)
    assert "The comma in the numbers is the decimal sign." in said(came)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_usual_separator(separator: str) -> None:
    text = f'stage|touchpoint|pains\n"a, b; c"|T|"x{separator}y"\nB|U|\n'.replace("|", separator)
    journey = read(text).journey
    assert [pain.text for pain in journey.all(Pain)] == [f"x{separator}y"]
    assert steps(journey) == [("a, b; c", ["T"]), ("B", ["U"])]


def test_the_line_that_names_the_separator() -> None:
    assert steps(read("sep=|\nstage|touchpoint\nS|T\n").journey) == [("S", ["T"])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
def test_any_usual_encoding(encoding: str) -> None:
    text = "Étape;Irritants\r\nÀ l’écoute – déjà ?;« très » déçu…\rÉtonné;ça coûte\n"
    came = read_csv(text.encode(encoding))
    assert [s.title for s in came.journey.stages()] == ["À l’écoute – déjà ?", "Étonné"]
    told = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
    expected = f"The file is not UTF-8; it was read as {told[encoding]}." if encoding in told else None
    assert (expected is None) == (not any("UTF-8" in line for line in said(came)))
    assert expected is None or expected in said(came)


def test_empty_cells_mean_what_stands_above() -> None:
    came = read("persona,stage,touchpoint,emotion\nAnna,S,T,1\n,,U,2\nBen,S,T,-1\n,,U,1\n,R,V,0\n")
    assert steps(came.journey) == [("S", ["T", "U"]), ("R", ["V"])]
    assert feelings(came.journey) == {
        ("Anna", "T"): (1, ""),
        ("Anna", "U"): (2, ""),
        ("Ben", "T"): (-1, ""),
        ("Ben", "U"): (1, ""),
        ("Ben", "V"): (0, ""),
    }
    assert "2 empty cells under the stages mean the stage above." in said(came)
    assert "No persona is named; “Anna” from above was taken." in said(came)


def test_rows_of_the_second_persona_may_come_after_all_of_the_first() -> None:
    came = read("stage,touchpoint,persona,emotion\nS,T,A,1\nR,U,A,2\nS,T,B,-1\nR,U,B,0\n")
    assert steps(came.journey) == [("S", ["T"]), ("R", ["U"])]
    assert "The rows of 2 stages stand apart; they were put together." in said(came)


def test_what_contradicts_itself_is_two_touchpoints() -> None:
    came = read("stage,touchpoint,persona,emotion,channel\nS,Call,A,1,\nS,Call,A,-1,\nS,Go,,,Shop\nS,Go,,,Website\n")
    assert steps(came.journey) == [("S", ["Call", "Call", "Go", "Go"])]
    assert "“Call” is taken as another touchpoint of that name." in said(came)


def test_one_row_for_each_pain_is_still_one_touchpoint() -> None:
    came = read("stage,touchpoint,persona,emotion,pains\nS,T,A,1,cold\nS,T,A,,wet\nS,T,A,1,late\n")
    assert steps(came.journey) == [("S", ["T"])]
    assert sorted(pain.text for pain in came.journey.all(Pain)) == ["cold", "late", "wet"]


def test_feelings_without_a_touchpoint_get_one() -> None:
    came = read("Phase,Emotion,Irritants\nSearch,2,slow\nBuy,4,\n")
    assert steps(came.journey) == [("Search", ["Search"]), ("Buy", ["Buy"])]
    assert feelings(came.journey) == {("", "Search"): (-1, ""), ("", "Buy"): (1, "")}
    assert [pain.personas for pain in came.journey.all(Pain)] == [()]
    assert "Nobody is named: the feelings belong to one persona without a name." in said(came)
    assert "2 feelings stand at a stage; touchpoints of the same names were made for them." in said(came)


def test_a_stage_keeps_its_word_where_two_columns_might_hold_it() -> None:
    came = read("Phase,Stage\nBefore,Search\nBefore,Compare\n")
    assert steps(came.journey) == [("Search", []), ("Compare", [])]
    assert "The column “Phase” with 2 filled cells was left out." in said(came)


def test_lines_above_the_headers() -> None:
    came = read("My journey,,\n,,\nby Zoë,2026,\nStage,Touchpoint,\nS,T,\n", name="file")
    assert came.journey.head.title == "My journey"
    assert steps(came.journey) == [("S", ["T"])]
    assert "“by Zoë, 2026” above the headers was left out." in said(came)


def test_the_file_names_the_map_where_nothing_else_does() -> None:
    assert read("stage,touchpoint\nS,T\n", name="tea").journey.head.title == "tea"


def test_bullets_are_left_out_and_indented_lines_belong_to_the_one_before() -> None:
    journey = read('stage,pains\nS,"- too slow\n• too far:\n  - from home\n  - from work\n\n* dear"\n').journey
    assert sorted(pain.text for pain in journey.all(Pain)) == ["dear", "too far:\n- from home\n- from work", "too slow"]


def test_brackets_that_mean_nothing_are_text() -> None:
    journey = read('stage,pains\nS,"a [sic]\nb [severity 9]\nc [severity 4, colour red]\nd []\ne [votes 2]"\n').journey
    assert sorted((p.text, p.severity, p.votes) for p in journey.all(Pain)) == [
        ("a [sic]", 3, 0), ("b [severity 9]", 3, 0), ("c [severity 4, colour red]", 3, 0), ("d", 3, 0), ("e", 3, 2),
    ]  # fmt: skip


def test_numbers_in_brackets_after_a_title_count_only_in_a_row() -> None:
    assert steps(read("stage\nS\nS [2]\nAnnex [2]\n").journey) == [("S", []), ("S", []), ("Annex [2]", [])]


def test_a_persona_cell_may_name_several() -> None:
    journey = read('stage,touchpoint,persona,emotion\nS,T,"Anna\nBen",1\n').journey
    assert feelings(journey) == {("Anna", "T"): (1, ""), ("Ben", "T"): (1, "")}


def test_a_channel_of_their_own_gets_the_likeliest_icon() -> None:
    journey = read(
        "stage,touchpoint,channel\nS,T,Call centre Lyon\nS,U,Showroom\nS,V,Zoo\nS,W,Call centre Lyon\n"
    ).journey
    channels = [journey.channel(t.channel) for t in journey.touchpoints()]
    assert [(c.title, c.icon) for c in channels if c] == [
        ("Call centre Lyon", "phone"), ("Showroom", "shop"), ("Zoo", "third_party"), ("Call centre Lyon", "phone"),
    ]  # fmt: skip
    assert channels[0] is channels[3]
    assert icon_for("") == "third_party"


def test_one_apostrophe_is_taken_off_and_no_more() -> None:
    journey = read("stage,touchpoint\n'=1+1,''tis\n'tis,'-2\n").journey
    assert steps(journey) == [("=1+1", ["'tis"]), ("'tis", ["-2"])]


# -- feelings -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("cells", "values", "scale"),
    [
        ("-2 0 1.5", [-2, 0, 1.5], None),
        ("0 1 2", [0, 1, 2], None),
        ("1 3 5", [-2, 0, 2], "from 1 to 5"),
        ("2 4", [-1, 1], "from 1 to 5"),
        ("0 5", [-2, 2], "from 0 to 5"),
        ("1 4 7", [-2, 0, 2], "from 1 to 7"),
        ("0 5 10", [-2, 0, 2], "from 0 to 10"),
        ("-3 3", [-2, 2], "from -3 to 3"),
        ("-5 0 4", [-2, 0, 1.6], "from -5 to 5"),
        ("0 50 100", [-2, 0, 2], "from 0 to 100"),
        ("-1,5 0,5", [-1.5, 0.5], None),
        ("−1 +1", [-1, 1], None),
        ("4/5 1/5 80%", [1, -2, 1.2], None),
        ("++ + 0 - --", [2, 1, 0, -1, -2], None),
        ("😀 🙂 😐 🙁 😡", [2, 1, 0, -1, -2], None),
        (":-) :-( 👍🏽 ❤️", [1, -1, 1, 2], None),
        ("★★★★★ ★★★☆☆ ★", [2, 0, -2], None),
        ("Happy neutre FRUSTRÉ", [1, 0, -2], None),
    ],
)
def test_feelings_on_any_scale(cells: str, values: list[float], scale: str | None) -> None:
    rows = "".join(f"S\tT{n}\tA\t{cell}\n" for n, cell in enumerate(cells.split()))
    came = read(f"stage\ttouchpoint\tpersona\temotion\n{rows}")
    assert [value for value, _ in feelings(came.journey).values()] == values
    told = [line for line in said(came) if "scale" in line]
    assert told == ([f"The feelings are read on a scale {scale}."] if scale else [])


def test_words_beside_a_feeling_are_kept() -> None:
    came = read(
        "stage,touchpoint,persona,emotion,words\nS,A,x,😡 far too long,\nS,B,x,angry,\nS,C,x,,meh\nS,D,x,happy,glad\n"
    )
    assert feelings(came.journey) == {
        ("x", "A"): (-2, "far too long"),
        ("x", "B"): (-2, "angry"),
        ("x", "C"): (0, "meh"),
        ("x", "D"): (1, "glad"),
    }
    assert "How “meh” feels is not known; it was put in the middle." in said(came)


def test_numbers_that_are_no_feelings_are_left_out() -> None:
    came = read("stage,touchpoint,persona,emotion\nS,T,A,1500\nS,U,A,2\nS,V,A,😀\n")
    assert feelings(came.journey) == {("A", "V"): (2, "")}
    assert "2 feelings were left out: the numbers go from 2 to 1500, which is no scale of feelings." in said(came)


# -- columns that somebody names ----------------------------------------------------------------------------------
def test_columns_are_named_by_the_user() -> None:
    asked = columns_asked(["stage=Moment", "TOUCHPOINT= what happens ", "pains=Stage"])
    came = read("Moment,What Happens,Stage\nMorning,Tea,cold\n", columns=asked)
    assert steps(came.journey) == [("Morning", ["Tea"])]
    assert [pain.text for pain in came.journey.all(Pain)] == ["cold"]


@pytest.mark.parametrize(
    ("asked", "sentence", "advice"),
    [
        (["stage=Nowhere"], "There is no column “Nowhere”.", "Columns found: “Moment”, “What”."),
        (["pain=What"], "“pain” is not what a column can hold.", "Use one of stage, touchpoint, description"),
        ([], "No column holds the stages. Columns found: “Moment”, “What”.", "for example --column stage=Moment."),
    ],
)
def test_columns_that_are_not_there(asked: list[str], sentence: str, advice: str) -> None:
    with pytest.raises(BadInput) as caught:
        read("Moment,What\nMorning,Tea\n", columns=columns_asked(asked))
    assert caught.value.problem.english() == sentence
    assert caught.value.advice is not None
    assert advice in caught.value.advice.english()


@pytest.mark.parametrize("option", ["stage", "stage=", "=", ""])
def test_an_option_that_says_nothing(option: str) -> None:
    with pytest.raises(BadInput, match="does not say which column"):
        columns_asked([option, "x"])


@pytest.mark.skipif(not (SAMPLES / "csv").is_dir(), reason="the folder of real samples is not here")
def test_an_event_log_is_answered_with_its_columns() -> None:
    data = (SAMPLES / "csv" / "pm4py-running_example.csv").read_bytes()
    with pytest.raises(BadInput) as caught:
        read_csv(data)
    assert caught.value.problem.english() == (
        "No column holds the stages. Columns found: “case_id”, “activity”, “timestamp”, “costs”, “org:resource”."
    )
    assert caught.value.advice is not None
    assert "--column stage=activity" in caught.value.advice.english()
    assert "register request" in [s.title for s in read_csv(data, columns={"stage": "activity"}).journey.stages()]


# -- strangers ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty."),
        (b"\n\n ,,\n", "This table is empty."),
        (b"stage,touchpoint\n", "Under the headers there are no rows."),
        (b'stage,touchpoint\nS,"T\nS,U\n', "Line 2: a quotation mark is never closed."),
        (b"PK\x03\x04\x00\x00\x00\x01", "This is not a text file."),
        (b"stage,touchpoint\nS," + b"x" * 5_000_000, "Line 2: a cell holds more than 100000 characters."),
        (b"stage,touchpoint\nS," + b"x" * 10_000_000, "This text file has more than 8 MB."),
        (b"stage,touchpoint\n" + b"S,T\n" * 1_000_000, "This text file has more than 200000 lines."),
        (b"stage,touchpoint\n" + b"S,T\n" * 150_000, "This table has more than 100000 rows."),
        (b"stage" + b"," * 5_000 + b"\nS\n", "Line 1 has more than 1000 columns."),
    ],
    ids=range(10),
)
def test_what_cannot_be_read_is_answered_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_csv(data)
    assert caught.value.problem.english() == sentence
    assert caught.value.advice is not None


@pytest.mark.parametrize(
    "text",
    [
        "stage,touchpoint\n" + "".join(f"S,T{n}\n" for n in range(30_000)),
        "stage\n" + "".join(f"S{n}\n" for n in range(30_000)),
        "stage,persona\n" + "".join(f"S,P{n}\n" for n in range(30_000)),
        "stage,touchpoint,persona,emotion\n" + "".join(f"S,T,A,{n % 2}\n" for n in range(30_000)),
        "stage,touchpoint,description\n" + "".join(f"S,T,{n}\n" for n in range(30_000)),
        "stage,touchpoint,channel\n" + "".join(f"S,T,{n}\n" for n in range(30_000)),
        "stage,pains\n" + "".join(f"S,{n}\n" for n in range(30_000)),
        'stage,pains\nS,"' + "[\\" * 49_000 + ']"\n',
        'stage,pains\nS,"' + "\\[" * 49_000 + ']"\n',
        'stage,opportunities\nS,"a [' + "owner x," * 12_000 + ']"\n',
        "stage,emotion\n" + "".join(f"S,{'9' * 300}\n" for n in range(10_000)),
        "stage,channel,touchpoint\n" + "S," + "web " * 24_000 + ",T\n",
        '"' * 7_000_000,
        "," * 7_000_000,
        ('stage,"' + "a" * 60_000 + '"\n') * 100,
    ],
    ids=range(15),
)
def test_hostile_tables_are_answered_soon(text: str) -> None:
    begun = time.process_time()
    with contextlib.suppress(BadInput):
        read(text)
    assert time.process_time() - begun < 8


CELLS = st.text(alphabet=st.sampled_from("\"'\\,;\t|\n\r=+-@[]0123. S😀ée") | st.characters(), max_size=12)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=6), st.sampled_from([",", ";", "\t", "|"]))
def test_any_cells_become_a_map_or_a_sentence(rows: list[list[str]], separator: str) -> None:
    head = separator.join(["stage", "touchpoint", "persona", "emotion", "pains", "opportunities"])
    body = "\n".join(separator.join(row) for row in rows)
    with contextlib.suppress(BadInput):
        assert broken_rules(read_csv(f"{head}\n{body}".encode("utf-8", "replace")).journey) == []


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_become_a_map_or_a_sentence(data: bytes) -> None:
    for beginning in (b"", b"stage,touchpoint,emotion\n", b"\xff\xfes\0t\0a\0g\0e\0\n\0"):
        looks_like_csv(beginning + data)
        with contextlib.suppress(BadInput):
            assert broken_rules(read_csv(beginning + data, name="caf\udce9").journey) == []


def test_a_table_is_known_by_its_headers() -> None:
    assert looks_like_csv(TABLE.encode())
    assert looks_like_csv("Étape;Émotion\nA;1\n".encode("cp1252"))
    for length in range(65_500, 65_540):
        assert looks_like_csv(f'étape;émotion\n"{"é" * (length // 2)}{"a" * (length % 2)}\nb";1\nA;1\n'.encode())
    for other in (
        b"",
        b"journey\n section S\n X: 3: Me\n",
        b'{"stage": 1}',
        b"# stage\n\nAbout a touchpoint, and more\n",
    ):
        assert not looks_like_csv(other)
