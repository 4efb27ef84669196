"""Mermaid out: what is written comes back through our importer, and the report says what could not be written."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.errors import message
from journeyeditor.exchange.left_out import DETAILS, STRUCTURE, WHOLE
from journeyeditor.exchange.mermaid import read_mermaid
from journeyeditor.exchange.mermaid_out import mermaid_of_each, to_mermaid, to_mermaid_markdown
from journeyeditor.exchange.outcome import Exported
from journeyeditor.files import load
from journeyeditor.model.change import Change
from journeyeditor.model.journey import Journey
from journeyeditor.model.order import keys_between
from journeyeditor.model.records import (
    SECTIONS,
    AnyRecord,
    Emotion,
    Flow,
    Head,
    Pain,
    Persona,
    Stage,
    Touchpoint,
    emotion_id,
)
from tests.exchange.strange_texts import TITLES

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "resources" / "templates").glob("*.journey"))
Feelings = dict[str, float]
"""Name of the persona -> value."""
Told = list[tuple[str, list[tuple[str, Feelings]]]]
"""Stages with their touchpoints and what is felt there."""


def journey_of(stages: Told, personas: Sequence[str] = (), **head: object) -> Journey:
    """A journey of these stages; personas in the order given."""
    made = Journey(Head(id="j", **head))  # type: ignore[arg-type]
    records: list[AnyRecord] = [
        Persona(id=f"p{n}", order=order, name=name, style=n + 1)
        for n, (name, order) in enumerate(zip(personas, keys_between(None, None, len(personas)), strict=True))
    ]
    for s, ((title, steps), order) in enumerate(zip(stages, keys_between(None, None, len(stages)), strict=True)):
        records.append(Stage(id=f"s{s}", order=order, title=title))
        for t, ((name, felt), place) in enumerate(zip(steps, keys_between(None, None, len(steps)), strict=True)):
            key = f"s{s}t{t}"
            records.append(Touchpoint(id=key, stage=f"s{s}", order=place, title=name))
            for who, value in felt.items():
                persona = f"p{personas.index(who)}"
                records.append(Emotion(id=emotion_id(persona, key), persona=persona, touchpoint=key, value=value))
    made.apply(Change(message("Made"), {record.id: (None, record) for record in records}))
    return made


def told(journey: Journey) -> Told:
    """The same the other way round, in no order of personas."""
    people = journey.personas()
    felt = {persona.id: journey.emotions(persona.id) for persona in people}
    return [
        (
            stage.title,
            [
                (t.title, {p.name: felt[p.id][t.id].value for p in people if t.id in felt[p.id]})
                for t in journey.touchpoints(stage.id)
            ],
        )
        for stage in journey.stages()
    ]


def said(exported: Exported) -> str:
    return "\n".join(f"{notice.kind}: {notice.message.english()}" for notice in exported.report)


def test_a_small_map_is_a_readable_diagram() -> None:
    made = journey_of(
        [("Go to work", [("Make tea", {"Me": 2}), ("Go upstairs", {"Me": 0, "Cat": 0})]), ("Home", [("Sit", {})])],
        ["Me", "Cat"],
        title="My working day",
        scenario="A Monday",
    )
    written = to_mermaid(made)
    assert written.data.decode() == (
        "journey\n  title My working day\n  accDescr {\n    A Monday\n  }\n"
        "  section Go to work\n    Make tea: 5: Me\n    Go upstairs: 3: Me, Cat\n"
        "  section Home\n    Sit: 3\n"
    )
    assert said(written) == (
        "changed: At 1 touchpoint nobody feels anything; it got score 3, for Mermaid wants one, and no name."
    )


def test_several_personas_give_the_mean_and_the_report_says_so() -> None:
    made = journey_of([("S", [("X", {"A": 2, "B": -1, "C": -1}), ("Y", {"A": 1.5})])], ["A", "B", "C"])
    written = to_mermaid(made)
    assert "X: 3: A, B, C\n    Y: 4.5: A\n" in written.data.decode()
    assert "At 1 touchpoint personas feel differently; the mean was written." in said(written)


def test_one_persona_alone_and_each_in_a_file() -> None:
    made = journey_of([("S", [("X", {"A": 2, "B": -1})])], ["A", "B"])
    assert "X: 2: B\n" in to_mermaid(made, personas=("p1",)).data.decode()
    assert "1 other persona is not in this file." in said(to_mermaid(made, personas=("p1",)))
    each = mermaid_of_each(made)
    assert [persona.name for persona, _ in each] == ["A", "B"]
    assert "X: 5: A\n" in each[0][1].data.decode()


def test_markdown_holds_a_diagram_for_each_persona() -> None:
    made = journey_of([("S", [("X", {"A *b*": 2, "B": -1})])], ["A *b*", "B"], title="T_i_")
    data = to_mermaid_markdown(made).data
    assert data.decode().startswith("# T\\_i\\_\n\n## A \\*b\\*\n\n```mermaid\njourney\n")
    for block, name, value in ((1, "A *b*", 2.0), (2, "B", -1.0)):
        assert told(read_mermaid(data, block=block).journey) == [("S", [("X", {name: value})])]
    nobody = to_mermaid_markdown(journey_of([("S", [("X", {})])])).data
    assert told(read_mermaid(nobody).journey) == [("S", [("X", {})])]


def test_hidden_personas_stay_hidden() -> None:
    made = journey_of([("S", [("X", {"A": 2})])], ["A"])
    made.apply(Change(message("Hide"), {"p0": (made.get("p0"), Persona(id="p0", order="a0", name="A", hidden=True))}))
    assert "A" not in to_mermaid(made).data.decode()
    assert "X: 5: A" in to_mermaid(made, personas=("p0",)).data.decode()


def test_who_has_no_name_gets_one_and_namesakes_are_told_apart() -> None:
    feelings = {"A": 1.0}
    made = journey_of([("S", [("X", feelings)])], ["A", "", "A"])
    extra = [Emotion(id=emotion_id(key, "s0t0"), persona=key, touchpoint="s0t0", value=1.0) for key in ("p1", "p2")]
    made.apply(Change(message("Feel"), {record.id: (None, record) for record in extra}))
    written = to_mermaid(made)
    assert "X: 4: A, Persona 2, A 2\n" in written.data.decode()
    assert "2 personas without a name of their own got one." in said(written)
    assert "Persona 2" in to_mermaid(made, language="fr").data.decode()


def test_what_has_no_title_gets_a_mark() -> None:
    made = journey_of([("", [("", {"A": 1})]), ("", []), ("Z", [])], ["A"])
    written = to_mermaid(made)
    assert written.data.decode() == "journey\n    …: 4: A\n  section …\n  section Z\n"
    assert "2 stages or touchpoints without a title are called “…”." in said(written)
    assert "2 stages without touchpoints are written, but Mermaid does not draw them." in said(written)


def test_a_text_beyond_all_measure_is_cut() -> None:
    made = journey_of([("S" * 3_000, [("X" * 90_000, {"A" * 2_500: 1})] * 30)], ["A" * 2_500])
    written = to_mermaid(made)
    assert "32 very long texts were cut." in said(written)
    assert "Mermaid draws at most 50000" in said(written)
    assert len(read_mermaid(written.data).journey.touchpoints()) == 30


@settings(max_examples=200, deadline=None)
@given(TITLES, TITLES, TITLES, TITLES, TITLES, st.floats(-2, 2))
def test_any_text_comes_back_as_it_was(
    title: str, scenario: str, stage: str, step: str, name: str, value: float
) -> None:
    name = unicodedata.normalize("NFC", " ".join(name.split("\n")).strip())
    exact = round(value, 9)
    made = journey_of([(stage, [(step, {name: value})])], [name], title=title, scenario=scenario)
    for data in (to_mermaid(made).data, to_mermaid_markdown(made).data):
        came = read_mermaid(data).journey
        assert came.head.title == title
        assert came.head.scenario == "\n".join(line.strip() for line in scenario.split("\n"))
        assert told(came) == [(stage, [(step or "…", {name or "Persona 1": exact})])]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            TITLES.filter(bool), st.lists(st.tuples(TITLES.filter(bool), st.sets(st.integers(0, 2))), max_size=3)
        ),
        max_size=3,
    ),
    st.lists(st.integers(-4, 4), min_size=9, max_size=9),
)
def test_in_out_in_is_the_same_map(stages: list[tuple[str, list[tuple[str, set[int]]]]], values: list[int]) -> None:
    """What a diagram can say: one score at a step for all who are named there."""
    names = ["Anna", "Ben", "Çelik, A."]
    steps = iter(range(100))
    full: Told = [
        (title, [(name, {names[who]: values[next(steps) % 9] / 2 for who in [*felt][:1]}) for name, felt in column])
        for title, column in stages
    ]
    first = read_mermaid(to_mermaid(journey_of(full, names)).data).journey
    second = read_mermaid(to_mermaid(first).data).journey
    assert told(first) == full
    assert told(second) == full
    assert [p.name for p in second.personas()] == [p.name for p in first.personas()]


def test_a_step_of_several_comes_in_and_goes_out_unchanged() -> None:
    text = b"journey\n  title T\n  section S\n    X: 4.5: B, A\n    Y: 2: A\n    Z: 3\n"
    assert to_mermaid(read_mermaid(text).journey).data == text


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_every_template_goes_out_and_comes_back(path: Path) -> None:
    journey = load(path).journey
    for persona, written in mermaid_of_each(journey):
        came = read_mermaid(written.data).journey
        felt = {t: emotion.value for t, emotion in journey.emotions(persona.id).items()}
        assert told(came) == [
            (
                s.title,
                [(t.title, {persona.name: felt[t.id]} if t.id in felt else {}) for t in journey.touchpoints(s.id)],
            )
            for s in journey.stages()
        ]


# -- what is left out -------------------------------------------------------------------------------------------
def test_what_a_diagram_cannot_hold_is_counted() -> None:
    made = journey_of([("S", [("X", {"A": 1}), ("Y", {"A": 1})])], ["A"], goal="Sleep", state="to_be")
    more = [
        Pain(id="x1", text="Cold", first="s0t0", last="s0t0"),
        Pain(id="x2", text="Late"),
        Flow(id="f", source="s0t0", target="s0t1"),
        Stage(id="s9", order="b00", title="T", phase="after", blind_spot="", goal="Rest"),
    ]
    made.apply(Change(message("More"), {record.id: (None, record) for record in more}))
    told_all = said(to_mermaid(made))
    assert "dropped: Left out: 2 pain points, 1 flow." in told_all
    assert "dropped: Left out of the journey as a whole: goal, state (as-is or to-be)." in told_all
    assert "dropped: Left out of the stages: 1 goal, 1 phase, 1 mark as a blind spot." in told_all


def test_no_field_of_any_record_is_forgotten() -> None:
    """A field that is new in the model must be told in the report, or be part of the structure."""
    for kind in (Head, *SECTIONS.values()):
        assert kind in WHOLE or kind in DETAILS
        if kind in DETAILS:
            assert set(kind.__struct_fields__) - STRUCTURE == set(DETAILS[kind])
