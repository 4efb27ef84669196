"""What somebody is shown who says which column of a table holds what."""

import pytest

from journeyeditor.errors import BadInput
from journeyeditor.exchange.table import Way, doubtful, offer, read_csv, what_came
from journeyeditor.model.records import Emotion, Persona

LOG = (
    b"case_id;activity;timestamp;costs;org:resource\n"
    b"3;register;2010-12-30 14:32;50;Pete\n"
    b"3;decide;2010-12-30 15:06;400;Mike\n"
    b"2;register;2010-12-31 09:00;50;Mike\n"
)


def came(data: bytes, **places: int) -> list[str]:
    return [one.english() for one in what_came(read_csv(data, name="log", way=Way(places=places)).journey)]


def test_an_event_log_is_offered_with_sensible_guesses() -> None:
    offered = offer(LOG)
    assert offered.headers == ("case_id", "activity", "timestamp", "costs", "org:resource")
    assert offered.places == {"touchpoint": 1}  # who does it works there, and is no persona
    assert (offered.separator, offered.encoding, offered.count) == (";", "utf-8", 3)
    assert offered.rows[0] == ("3", "register", "2010-12-30 14:32", "50", "Pete")
    assert came(LOG, **offered.places) == ["1 stage", "2 touchpoints"]


def test_a_log_as_mining_tools_write_it_is_known_too() -> None:
    log = b"org:resource,concept:name,time:timestamp,case:concept:name\nPete,register,2010,3\nMike,decide,2011,3\n"
    assert offer(log).places == {"touchpoint": 1}
    assert offer(b"case,stage,activity,persona\n1,Before,read,Zoe\n").places == {
        "stage": 1,
        "touchpoint": 2,
        "persona": 3,
    }  # what is said plainly counts
    assert offer(b"activity,resource\nread,Zoe\nread,Ann\n").places == {"stage": 0, "persona": 1}  # no cases, no log


def test_columns_are_guessed_by_what_stands_in_them() -> None:
    table = (
        "a,b,c,d,e\n"
        "Search,Read the leaflet,web,🙂,The leaflet is a long text that nobody ever reads to its very end\n"
        "Search,Ask a friend,phone,😡,The friend has no time at all and says so in the kindest of all words\n"
        "Buy,Pay,shop,😍,Paying works with every card that there is and takes less than a minute\n"
    ).encode()
    assert offer(table).places == {"stage": 0, "touchpoint": 1, "channel": 2, "emotion": 3, "description": 4}


def test_numbers_that_are_no_feelings_are_not_guessed_as_such() -> None:
    assert "emotion" not in offer(b"part,number\nSearch,1\nSearch,4\nBuy,5\n").places
    assert offer(b"part,value\nSearch,-1\nSearch,2\nBuy,0\n").places["emotion"] == 1
    assert "emotion" not in offer(b"part,feeling code\nSearch,x7\nSearch,x8\nBuy,x9\n").places


def test_words_in_a_header_tell_more_than_its_whole() -> None:
    assert offer("Étape (nom),Ressenti client\nA,1\nB,2\n".encode()).places == {"stage": 0, "emotion": 1}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (b"stage,touchpoint,emotion\nS,T,1\n", False),
        ("étape;point de contact\nS;T\n".encode(), False),
        (b"stage,touchpoint,owner\nS,T,\n", False),  # an empty column is no loss
        (b"stage,touchpoint,owner\nS,T,Zoe\n", True),
        (LOG, True),
        ("stage,touchpoint\nÉté,T\n".encode("cp1252"), True),
        (b"", False),
    ],
)
def test_a_person_is_asked_only_where_there_is_a_doubt(table: bytes, expected: bool) -> None:
    assert doubtful(table) is expected


def test_what_is_chosen_is_read_and_nothing_else() -> None:
    journey = read_csv(b"stage,who,mood\nSearch,Ann,1\nBuy,Bob,-1\n", way=Way(places={"touchpoint": 0})).journey
    assert [one.title for one in journey.touchpoints()] == ["Search", "Buy"]
    assert not journey.all(Persona)
    assert not journey.all(Emotion)


def test_touchpoints_without_stages_stand_in_one_that_is_called_as_the_table() -> None:
    imported = read_csv(LOG, name="log", way=Way(places={"touchpoint": 1}))
    assert [one.title for one in imported.journey.stages()] == ["log"]
    assert [one.title for one in imported.journey.touchpoints()] == ["register", "decide"]
    said = [one.message.english() for one in imported.report]
    assert "No column holds the stages: all touchpoints are in one." in said
    assert not any("empty cell" in one for one in said)


def test_neither_stages_nor_touchpoints_is_no_map() -> None:
    with pytest.raises(BadInput) as caught:
        read_csv(LOG, way=Way(places={"persona": 4}))
    assert caught.value.problem.english() == "No column is chosen for the stages."


def test_another_separator_and_encoding_can_be_chosen() -> None:
    data = "stage,x;touchpoint\nПоиск;Сайт\n".encode("cp1251")
    assert "Поиск" not in offer(data).rows[0]
    assert offer(data, Way(separator=";", encoding="cp1251")).rows[0] == ("Поиск", "Сайт")
    journey = read_csv(data, way=Way(";", "cp1251", {"stage": 0, "touchpoint": 1})).journey
    assert [one.title for one in journey.stages()] == ["Поиск"]


def test_a_report_names_the_command_lines_options_only_there() -> None:
    imported = read_csv(b"stage,touchpoint,owner\nS,T,Zoe\n")
    (left_out,) = [one for one in imported.report if one.kind == "dropped"]
    assert left_out.message.english() == "The column “owner” with 1 filled cell was left out."
    assert left_out.in_full.english().endswith("--column says what it holds.")
