"""What each key does to a map."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from journeyeditor.editor.clipboard import Clipboard
from journeyeditor.editor.commands import KEYS, capturing
from journeyeditor.editor.grid import Cell
from journeyeditor.edits.describing import describe
from journeyeditor.model.blank import blank
from journeyeditor.model.records import (
    Emotion,
    Entry,
    Flow,
    Gain,
    Lane,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Stage,
    Touchpoint,
    emotion_id,
)
from tests.editor.keys import Keys
from tests.edits.doing import need, titles
from tests.edits.samples import contents, full, picture, small


@pytest.fixture
def keys() -> Keys:
    return Keys(small())


@pytest.fixture
def more() -> Keys:
    keys = Keys(full())
    keys.editor.activate("p0")
    return keys


def felt(keys: Keys, persona: str = "marie", touchpoint: str = "till") -> float | None:
    record = keys.journey.get(emotion_id(persona, touchpoint))
    return record.value if isinstance(record, Emotion) else None


@pytest.mark.parametrize("meant", KEYS, ids=lambda one: one.name)
def test_every_command_is_there_and_says_what_it_does(meant: object) -> None:
    command = getattr(import_module(f"journeyeditor.editor.commands.{meant.module}"), meant.name)  # type: ignore[attr-defined]
    assert command.__doc__


def test_no_key_means_two_things() -> None:
    keys = [key for one in KEYS for key in one.keys]
    assert len(keys) == len(set(keys))


# -- adding -----------------------------------------------------------------------------------------------------------
def test_enter_adds_the_next_touchpoint_behind_the_one_under_the_cursor(keys: Keys) -> None:
    keys.editor.cursor.show("advert")
    keys.press("Enter")
    keys.write("Shop window")
    keys.press("Enter", "Enter")
    keys.write("Website")
    keys.press("Enter")
    assert titles(keys.journey) == "Search: Advert, Shop window, Website | Buy: Till"


def test_enter_on_a_stage_opens_its_first_touchpoint_or_adds_it(keys: Keys) -> None:
    keys.editor.cursor.show("buy")
    keys.press("Enter")
    assert keys.editor.typing is not None
    assert keys.editor.typing.key == "till"
    keys.press("Esc", "Ctrl+Return")
    keys.write("Use")
    keys.press("Enter", "Enter")
    keys.write("Manual")
    keys.press("Enter")
    assert titles(keys.journey) == "Search: Advert | Buy: Till | Use: Manual"


def test_a_new_touchpoint_takes_its_neighbours_channel_where_the_lane_has_several(more: Keys) -> None:
    more.editor.cursor.show("t0")
    more.press("Enter")
    more.write("New")
    more.press("Enter")
    assert {one.title: one.channel for one in more.journey.touchpoints()}["New"] == "channel:web"


def test_an_empty_cell_of_a_lane_with_several_channels_asks_which(more: Keys) -> None:
    more.editor.cursor.go(Cell("l0", "s3"))
    more.press("Enter")
    (ask,) = more.asked
    assert [choice.key for choice in ask.choices] == ["channel:web", "channel:app"]
    more.answer("channel:app")
    more.write("New")
    more.press("Enter")
    assert more.journey.touchpoints("s3")[0].channel == "channel:app"


def test_enter_in_an_empty_cell_makes_what_belongs_there(more: Keys) -> None:
    more.editor.cursor.go(Cell("l3", "t5"))
    more.press("Enter")
    more.write("Walks in")
    more.press("Enter")
    more.editor.cursor.go(Cell("l6", "t5"))
    more.press("Enter")
    more.write("Hurts")
    more.press("Enter")
    more.editor.cursor.go(Cell("l5", "t5"))
    more.press("Enter")
    entry = next(one for one in more.journey.all(Entry) if one.text == "Walks in")
    pain = next(one for one in more.journey.all(Pain) if one.text == "Hurts")
    assert (entry.lane, entry.first, entry.personas) == ("l3", "t5", ())
    assert (pain.first, pain.personas) == ("t5", ("p0",))
    assert felt(more, "p0", "t5") == 0.0


@pytest.mark.parametrize(("key", "kind"), [("P", Pain), ("G", Gain), ("Q", Quote), ("O", Opportunity)])
def test_a_card_where_it_hurts_for_the_active_persona_and_back(keys: Keys, key: str, kind: type[Pain]) -> None:
    keys.editor.activate("marie")
    keys.editor.cursor.show("advert")
    keys.press(key)
    keys.write("Something")
    keys.press("Enter")
    card = next(one for one in keys.journey.all(kind) if one.text == "Something")
    assert (card.first, card.last) == ("advert", "advert")
    assert card.personas == (() if kind is Opportunity else ("marie",))


def test_escape_leads_from_the_card_back_to_the_touchpoint() -> None:
    keys = Keys(blank(stages=1))
    keys.press("Right", "Enter")
    keys.write("Till")
    keys.press("Enter", "P")
    keys.write("Slow")
    keys.press("Enter", "4", "G")
    keys.write("Friendly")
    keys.press("Enter", "Esc")
    assert keys.editor.selection == (keys.journey.touchpoints()[0].id,)
    assert keys.journey.all(Pain)[0].severity == 4


def test_in_everyone_mode_a_card_is_for_everyone(keys: Keys) -> None:
    keys.press("A")
    keys.editor.cursor.show("buy")
    keys.press("P")
    keys.write("Slow")
    keys.press("Enter")
    pain = next(one for one in keys.journey.all(Pain) if one.text == "Slow")
    assert (pain.first, pain.personas) == ("buy", ())


def test_without_a_place_it_is_said_what_to_do(keys: Keys) -> None:
    keys.press("Ctrl+Home", "P", "K")
    assert keys.told == ["Where does it belong?", "Where does the flow begin?"]


# -- feelings and marks -----------------------------------------------------------------------------------------------
def test_digits_set_what_the_active_persona_feels_and_zero_clears(keys: Keys) -> None:
    keys.editor.activate("marie")
    keys.editor.cursor.show("advert")
    values = []
    for digit in "12345":
        keys.press(digit)
        values.append(felt(keys, touchpoint="advert"))
    assert values == [-2, -1, 0, 1, 2]
    assert keys.said[-1] == "Marie feels +2 at Advert"
    keys.press("0")
    assert felt(keys, touchpoint="advert") is None
    assert keys.editor.selection == ("advert",)


def test_half_steps_are_one_step_of_the_history_and_end_at_the_scale(keys: Keys) -> None:
    keys.editor.cursor.show("till")
    keys.press("Shift+Up")
    assert felt(keys) == 1.5
    keys.press("Shift+Up", "Shift+Up", "Shift+Up")
    assert felt(keys) == 2.0
    keys.press("Shift+Down")
    assert felt(keys) == 1.5
    keys.press("Ctrl+Z")
    assert felt(keys) == 1.0


def test_digits_on_several_touchpoints_are_one_step(keys: Keys) -> None:
    keys.editor.select(["advert", "till"])
    keys.press("5")
    assert (felt(keys), felt(keys, touchpoint="advert")) == (2.0, 2.0)
    keys.press("Ctrl+Z")
    assert (felt(keys), felt(keys, touchpoint="advert")) == (1.0, None)


def test_everyone_mode_asks_once_whose_feeling_it_is(more: Keys) -> None:
    more.press("A")
    more.editor.cursor.show("t1")
    more.press("4")
    (ask,) = more.asked
    assert [choice.label for choice in ask.choices] == ["Marie", "Paul"]
    more.answer("p1")
    more.editor.cursor.show("t2")
    more.press("2")
    assert (felt(more, "p1", "t1"), felt(more, "p1", "t2")) == (1.0, -1.0)
    assert more.asked == []
    more.press("Ctrl+1", "A")
    more.editor.cursor.show("t2")
    more.press("3")
    assert len(more.asked) == 1


def test_a_digit_on_an_emotion_is_its_own_personas(more: Keys) -> None:
    more.press("A")
    more.editor.select([emotion_id("p1", "t4")])
    more.press("5")
    assert felt(more, "p1", "t4") == 2.0
    assert more.asked == []


def test_nobody_to_feel_is_said() -> None:
    keys = Keys(blank(stages=1))
    keys.press("Right", "Enter")
    keys.write("Till")
    keys.press("Enter", "5")
    assert keys.told == ["Nobody travels on this map yet."]


def test_severity_strength_and_votes(more: Keys) -> None:
    more.editor.select(["pain0"])
    more.press("2", "+", "+", "-")
    assert (need(more.journey, "pain0", Pain).severity, need(more.journey, "pain0", Pain).votes) == (2, 5)
    more.editor.select(["gain"])
    more.press("3", "5")
    assert need(more.journey, "gain", Gain).strength == 3


def test_moments_of_truth_and_evidence(more: Keys) -> None:
    more.editor.do(lambda journey: describe(journey, "t0", moment_of_truth="why"))
    more.editor.select(["t0", "t1"])
    more.press("T")
    assert need(more.journey, "t0", Touchpoint).moment_of_truth == "why"
    assert need(more.journey, "t1", Touchpoint).moment_of_truth == ""
    more.press("T")
    assert need(more.journey, "t0", Touchpoint).moment_of_truth is None
    found = []
    for _ in range(3):
        more.press("E")
        found.append(need(more.journey, "t1", Touchpoint).evidence)
    assert found == ["assumption", "research", None]
    more.editor.select(["s0"])
    more.do("loyalty_critical")
    more.do("blind_spot")
    assert need(more.journey, "s0", Stage).loyalty_critical == ""
    assert need(more.journey, "s0", Stage).blind_spot == ""


# -- moving -----------------------------------------------------------------------------------------------------------
def test_touchpoints_move_within_their_stage_and_on_into_the_next(keys: Keys) -> None:
    keys.editor.cursor.show("advert")
    keys.press("Alt+Right")
    assert titles(keys.journey) == "Search:  | Buy: Advert, Till"
    keys.press("Alt+Right")
    assert titles(keys.journey) == "Search:  | Buy: Till, Advert"
    keys.press("Alt+Right")
    assert titles(keys.journey) == "Search:  | Buy: Till, Advert"
    keys.press("Alt+Left", "Alt+Left")
    assert titles(keys.journey) == "Search: Advert | Buy: Till"
    assert keys.editor.selection == ("advert",)


def test_stages_personas_and_rows_move(more: Keys) -> None:
    more.editor.cursor.show("s0")
    more.press("Alt+Right")
    assert [one.id for one in more.journey.stages()][:2] != ["s0", "s1"]
    more.editor.cursor.show("p0")
    more.press("Alt+Right")
    assert [one.id for one in more.journey.personas()] == ["p1", "p0", "p2"]
    more.editor.cursor.go(Cell("l7", "l7", "l7"))
    more.press("Alt+Up")
    rows = [one.id for one in more.journey.rows()]
    assert rows.index("l7") == rows.index("l6") - 1
    more.press("Alt+Down")
    rows = [one.id for one in more.journey.rows()]
    assert rows.index("l7") == rows.index("l6") + 1


def test_findings_move_to_the_neighbouring_step(more: Keys) -> None:
    more.editor.select(["pain0"])
    more.press("Alt+Right")
    assert need(more.journey, "pain0", Pain).first == "t4"
    more.editor.select(["pain1"])
    more.press("Alt+Left")
    assert (need(more.journey, "pain1", Pain).first, need(more.journey, "pain1", Pain).last) == ("t0", "t5")
    more.editor.select(["pain2"])
    more.press("Alt+Left")
    assert need(more.journey, "pain2", Pain).first == "s0"


def test_texts_move_within_their_cell_and_into_the_next_lane(more: Keys) -> None:
    more.editor.select(["e0"])
    more.press("Alt+Down")
    assert [one.id for one in more.journey.all(Entry) if one.lane == "l3" and one.first == "t0"] == ["e1", "e0"]
    more.press("Alt+Down")
    assert need(more.journey, "e0", Entry).lane == "l4"


# -- copying ----------------------------------------------------------------------------------------------------------
def test_copy_and_paste_behind_the_cursor(keys: Keys) -> None:
    keys.editor.cursor.show("till")
    keys.press("Ctrl+C")
    assert keys.editor.clipboard.text.splitlines()[0] == "Till"
    keys.editor.cursor.show("advert")
    keys.press("Ctrl+V")
    assert titles(keys.journey) == "Search: Advert, Till | Buy: Till"
    copy = keys.journey.touchpoints("search")[1]
    assert keys.editor.selection == (copy.id,)
    assert felt(keys, touchpoint=copy.id) == 1.0
    assert {one.first for one in keys.journey.all(Pain)} == {"till", copy.id}


def test_feelings_of_those_who_are_not_on_this_map_stay_away_and_that_is_said() -> None:
    source, keys = Keys(full()), Keys(small())
    source.editor.select(["s1"])
    source.press("Ctrl+C")
    keys.editor.do(lambda journey: describe(journey, "marie", name="Zoe"))
    before = contents(keys.journey)
    keys.editor.clipboard = source.editor.clipboard
    keys.editor.cursor.show("buy")
    keys.press("Ctrl+V")
    assert keys.told[-1] == "The feelings of Marie and Paul were left out: they are not on this map."
    assert not [one for one in keys.journey.all(Pain) if one.first is None]
    keys.press("Ctrl+Z")
    assert contents(keys.journey) == before
    keys.editor.do(lambda journey: describe(journey, "marie", name="marie "))
    keys.press("Ctrl+V")
    assert keys.told[-1] == "The feelings of Paul were left out: this persona is not on this map."


def test_stages_are_pasted_behind_the_stage_under_the_cursor(keys: Keys) -> None:
    keys.editor.cursor.show("buy")
    keys.press("Ctrl+X")
    assert titles(keys.journey) == "Search: Advert"
    keys.editor.cursor.show("search")
    keys.press("Ctrl+V", "Ctrl+V")
    assert titles(keys.journey) == "Search: Advert | Buy: Till | Buy: Till"


def test_what_lies_on_the_clipboard_may_be_anything(keys: Keys) -> None:
    before = contents(keys.journey)
    keys.editor.cursor.show("till")
    for data in (b"{", b"[]", b"null", b'{"records":[1],"context":[],"images":[]}', b"\xff\xfe"):
        keys.editor.clipboard = Clipboard(records=data)
        keys.press("Ctrl+V")
    assert len(keys.told) == 5
    assert contents(keys.journey) == before


def test_a_block_from_a_spreadsheet_fills_cells(keys: Keys) -> None:
    keys.editor.cursor.show("search")
    keys.editor.clipboard = Clipboard(text='Poster\tCounter\n-2 "sad"\t1,5\n')
    keys.press("Ctrl+V")
    assert titles(keys.journey) == "Search: Poster | Buy: Counter"
    assert (felt(keys, touchpoint="advert"), felt(keys)) == (-2.0, 1.5)
    assert len(keys.editor.history.names) == 1
    keys.press("Ctrl+Home")
    keys.editor.clipboard = Clipboard(text="a\tb")
    keys.press("Ctrl+V")
    assert keys.told == ["3 cells say something else now.", "Where do these cells go?"]


def test_twenty_lines_are_twenty_notes_and_one_step(keys: Keys) -> None:
    keys.editor.clipboard = Clipboard(text="\n".join(f"- idea {n}" for n in range(20)) + "\n\n")
    keys.press("Ctrl+V")
    notes = [one.text for one in keys.journey.all(Note)]
    assert notes[1:] == [f"idea {n}" for n in range(20)]
    assert keys.said[-1] == "20 notes in the parking lot"
    keys.press("Ctrl+Z")
    assert len(keys.journey.all(Note)) == 1


def test_a_picture_goes_on_a_touchpoint_or_a_persona(keys: Keys) -> None:
    keys.editor.clipboard = Clipboard(picture=picture())
    keys.editor.cursor.show("till")
    keys.press("Ctrl+V")
    assert need(keys.journey, "till", Touchpoint).image in keys.journey.images
    keys.editor.cursor.show("marie")
    keys.press("Ctrl+V")
    assert need(keys.journey, "marie", Persona).portrait in keys.journey.images
    keys.editor.clipboard = Clipboard(picture=b"GIF89a")
    keys.press("Ctrl+V")
    refused = "This picture cannot be used: it is not a PNG, JPEG or WebP picture."
    assert keys.told == ["Lane “Images” added", refused]


@pytest.mark.parametrize("text", ["Poster\tCounter\n", "Poster\n", "first\nsecond"])
def test_a_text_goes_before_the_picture_that_an_office_program_adds(keys: Keys, text: str) -> None:
    keys.editor.clipboard = Clipboard(text=text, picture=picture())
    keys.editor.cursor.show("till")
    keys.press("Ctrl+V")
    assert {one.image for one in keys.journey.touchpoints()} == {None}
    assert keys.editor.history.names


@pytest.mark.parametrize("text", ["", " \n", "https://shop.example/till.png", "file:///tmp/till.png"])
def test_a_picture_is_meant_where_the_text_is_only_its_address(keys: Keys, text: str) -> None:
    keys.editor.clipboard = Clipboard(text=text, picture=picture())
    keys.editor.cursor.show("till")
    keys.press("Ctrl+V")
    assert need(keys.journey, "till", Touchpoint).image in keys.journey.images
    assert len(keys.journey.all(Note)) == 1


def test_the_file_of_a_picture_is_pasted_as_that_picture(keys: Keys, tmp_path: Path) -> None:
    path = tmp_path / "pic.PNG"
    path.write_bytes(picture())
    keys.editor.clipboard = Clipboard(text=path.as_uri(), files=(tmp_path / "list.txt", path))
    keys.editor.cursor.show("till")
    keys.press("Ctrl+V")
    image = need(keys.journey, "till", Touchpoint).image
    assert keys.journey.images.get(image or "") == picture()
    path.unlink()
    keys.press("Ctrl+V")
    assert keys.told[-1] == "There is no such file."


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("map.journey", "Open…"),
        ("map.journey.json", "Open…"),
        ("table.csv", "Import…"),
        ("flow.mmd", "Import…"),
        ("photo.heic", "PNG, JPEG or WebP"),
        ("letter.pdf", "Copy the text"),
    ],
)
def test_of_another_file_it_is_said_what_can_be_done(keys: Keys, tmp_path: Path, name: str, advice: str) -> None:
    before, advised = contents(keys.journey), []
    keys.editor.told.listen(lambda told: advised.append(told.advice.english()))
    keys.editor.clipboard = Clipboard(text=(tmp_path / name).as_uri(), files=(tmp_path / name,))
    keys.editor.cursor.show("till")
    keys.press("Ctrl+V")
    assert keys.told == [f"“{name}” is a file, and cannot be pasted into a map."]
    assert advice in advised[0]
    assert contents(keys.journey) == before


def test_duplicate_and_select(more: Keys) -> None:
    more.editor.cursor.show("t3")
    more.press("Ctrl+D")
    assert [one.title for one in more.journey.touchpoints("s1")][:2] == ["Touchpoint 3", "Touchpoint 3"]
    assert len(more.editor.selection) == 1
    more.press("Ctrl+Shift+A")
    assert {type(more.journey.get(key)) for key in more.editor.selection} == {Touchpoint}
    more.press("Ctrl+A")
    assert {"s0", "t0", "pain0", "e0"} <= set(more.editor.selection)
    assert more.journey.head.id not in more.editor.selection
    more.press("Esc", "Esc")
    assert more.editor.selection == ()


# -- people, flows, notes ---------------------------------------------------------------------------------------------
def test_the_next_persona_then_everyone(more: Keys) -> None:
    active = []
    for _ in range(3):
        more.press("]")
        active.append(more.editor.persona)
    assert active == ["p1", None, "p0"]
    more.press("[", "[")
    assert more.editor.persona == "p1"
    assert more.said[-1] == "Paul is active"
    more.press("Ctrl+9")
    assert more.editor.persona == "p1"


def test_the_active_persona_is_hidden_and_shown_again(more: Keys) -> None:
    more.press("H")
    assert need(more.journey, "p0", Persona).hidden
    assert more.editor.persona == "p1"
    more.press("Shift+H")
    assert not any(one.hidden for one in (*more.journey.personas(), *more.journey.all(Lane)))


def test_two_steps_are_connected_by_keys(keys: Keys) -> None:
    keys.editor.cursor.show("till")
    keys.press("K", "Left", "K")
    (flow,) = keys.journey.all(Flow)
    assert (flow.source, flow.target) == ("till", "advert")
    assert keys.editor.selection == (flow.id,)
    assert keys.editor.connecting == ""
    keys.write("then again")
    keys.press("Tab")
    keys.write("12.5 %")
    keys.press("Enter")
    flow = need(keys.journey, flow.id, Flow)
    assert (flow.label, flow.share) == ("then again", 12.5)
    keys.editor.cursor.show("till")
    keys.press("K", "Esc")
    assert keys.editor.connecting == ""
    keys.press("K", "K")
    assert len(keys.journey.all(Flow)) == 1


def test_a_new_flow_needs_no_label(keys: Keys) -> None:
    for leaving in ("Enter", "Esc"):
        keys.editor.cursor.show("till")
        keys.press("K", "Left", "K")
        assert keys.editor.typing is not None
        keys.press(leaving)
        assert keys.editor.typing is None
        assert len(keys.journey.all(Flow)) == 1
        keys.editor.undo()
        assert not keys.journey.all(Flow)


def test_notes_become_what_belongs_where_they_are_sent(more: Keys) -> None:
    capturing.capture(more.editor, "Slow\nQuick\nDesk\nOdd")
    slow, quick, desk, odd = (one.id for one in more.journey.all(Note) if one.text in {"Slow", "Quick", "Desk", "Odd"})
    capturing.send(more.editor, [slow], Cell("l6", "t5"))
    capturing.send(more.editor, [quick], Cell("l3", "t5"))
    capturing.send(more.editor, [desk], Cell("l1", "t5"))
    capturing.send(more.editor, [odd], "s3")
    assert "t5" in {one.first for one in more.journey.all(Pain) if one.text == "Slow"}
    assert "t5" in {one.first for one in more.journey.all(Entry) if one.text == "Quick"}
    assert [one.title for one in more.journey.touchpoints("s2")][1] == "Desk"
    assert need(more.journey, odd, Note).first == "s3"
    more.editor.select(["pain0"])
    more.press("Shift+I")
    assert need(more.journey, "pain0", Pain).first is None


def test_the_last_note_is_sent_to_the_cursor(keys: Keys) -> None:
    keys.editor.cursor.show("advert")
    keys.press("Shift+F4")
    assert [one.title for one in keys.journey.touchpoints("search")] == ["Advert", "Self-service?"]
    keys.press("Shift+F4")
    assert keys.told == ["The parking lot is empty."]


def test_something_is_made_of_notes_in_one_step(keys: Keys) -> None:
    capturing.capture(keys.editor, "One\nTwo")
    keys.editor.select([one.id for one in keys.journey.all(Note)])
    steps = len(keys.editor.history.names)
    keys.do("become_opportunity")
    assert len(keys.journey.all(Opportunity)) == 3
    assert len(keys.editor.history.names) == steps + 1


def test_lanes_and_lines_are_added_below_the_cursor(keys: Keys) -> None:
    keys.editor.cursor.show("till")
    keys.do("add_lane_here")
    keys.answer("thoughts")
    assert [getattr(one, "kind", "") for one in keys.journey.rows()] == ["touchpoints", "thoughts", "emotions"]
    keys.do("add_line_here")
    keys.answer("visibility")
    assert [one.kind for one in keys.journey.rows()][2] == "visibility"


def test_a_document_of_a_newer_program_is_only_read(keys: Keys) -> None:
    before = contents(keys.journey)
    keys.editor.document.read_only = True
    keys.editor.cursor.show("till")
    keys.press("Enter", "P", "5", "Del", "Ctrl+D", "Alt+Left", "T")
    assert contents(keys.journey) == before
    assert set(keys.told) == {"Only a newer version of the program may edit this file."}


def test_a_digit_or_a_vote_with_nothing_that_takes_it_says_what_it_needs(keys: Keys) -> None:
    before = contents(keys.journey)
    keys.editor.select([])
    keys.press("4")
    assert keys.told[-1] == "A feeling needs a touchpoint."
    keys.editor.cursor.show(keys.journey.stages()[0].id)
    keys.press("0")
    assert keys.told[-1] == "A feeling needs a touchpoint."
    keys.press("+")
    assert keys.told[-1] == "Pain points, gains and opportunities have votes."
    assert contents(keys.journey) == before


def test_a_feeling_that_was_cleared_is_set_again_though_a_quote_is_in_its_place(keys: Keys) -> None:
    keys.editor.activate("marie")
    keys.editor.cursor.show("till")
    keys.press("Q")
    keys.write("So slow")
    keys.editor.typing.commit()  # type: ignore[union-attr]
    keys.editor.cursor.show("till")
    keys.press("2")
    keys.editor.cursor.show(emotion_id("marie", "till"))
    keys.press("0")
    assert felt(keys) is None
    keys.press("4")
    assert felt(keys) == 1.0
