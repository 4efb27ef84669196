"""Every edit in one table, with how to choose its arguments for a journey at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from hypothesis import strategies as st

from journeyeditor.edits import (
    anchoring,
    capturing,
    cell_lines,
    cells,
    channels,
    clip,
    copying,
    deleting,
    describing,
    emotions,
    entries,
    findings,
    flows,
    head,
    lanes,
    listed,
    measures,
    notes,
    pasting,
    personas,
    replacing,
    stages,
    touchpoints,
)
from journeyeditor.model.change import Change
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.journey import Journey
from journeyeditor.model.records import (
    Channel,
    Emotion,
    Entry,
    Flow,
    Gain,
    Lane,
    Line,
    Measure,
    Note,
    Opportunity,
    Pain,
    Persona,
    Quote,
    Record,
    Stage,
    Touchpoint,
)
from tests.edits import samples

TEXTS = st.text(alphabet="aé漢\n\x00\ud800😀 ", max_size=4)
STEPS = (Stage, Touchpoint)
FINDINGS = (Entry, Pain, Gain, Quote, Opportunity, Measure, Note)
SOURCES = tuple(make() for make in (samples.small, samples.full))


class Hand(msgspec.Struct):
    """Picks arguments: mostly what is on the map, now and then what is not."""

    journey: Journey
    draw: Callable[[st.SearchStrategy[Any]], Any]

    def ids(self, *kinds: type[Record]) -> list[str]:
        return sorted(record.id for record in self.journey if isinstance(record, kinds or Record))

    def one(self, *kinds: type[Record]) -> str:
        return self.draw(st.sampled_from(self.ids(*kinds) or ["nothing"]))

    def maybe(self, *kinds: type[Record]) -> str | None:
        return self.draw(st.sampled_from([None, *self.ids(*kinds)]))

    def some(self, *kinds: type[Record]) -> list[str]:
        found = self.ids(*kinds)
        return (
            self.draw(st.lists(st.sampled_from(found), min_size=1, max_size=3, unique=True)) if found else ["nothing"]
        )

    def few(self, *kinds: type[Record]) -> list[str]:
        """Perhaps none."""
        found = self.ids(*kinds)
        return self.draw(st.lists(st.sampled_from(found), max_size=2, unique=True)) if found else []

    def text(self) -> str:
        return self.draw(TEXTS)

    def at(self) -> int | None:
        return self.draw(st.none() | st.integers(-1, 6))

    def of(self, *values: Any) -> Any:
        return self.draw(st.sampled_from(values))

    def channel(self) -> str | None:
        return self.of(None, "channel:web", "channel:app", "channel:shop", *self.ids(Channel))


Edit = Callable[[Journey, Hand], Change]
LANE_KINDS = ("touchpoints", "actions", "emotions", "pains", "images", "free")


def _describe(journey: Journey, hand: Hand) -> Change:
    wishes: list[tuple[str, dict[str, Any]]] = [
        (journey.head.id, {"scenario": hand.text(), "language": "fr", "next_review": "2027-01"}),
        (hand.one(Stage), {"goal": hand.text(), "room": 2, "blind_spot": hand.of(None, "", "why")}),
        (
            hand.one(Touchpoint),
            {
                "links": [hand.of("https://example.org", "example.org", "data:x")],
                "channel": hand.channel(),
                "ends_here": True,
            },
        ),
        (hand.one(Persona), {"goals": (hand.text(),), "maturity": "new", "style": 12}),
        (hand.one(Lane), {"channels": hand.few(Channel), "kind": hand.of(*LANE_KINDS)}),
        (hand.of(*BUILT_IN_CHANNELS), {"title": hand.of(None, "Own"), "icon": "home"}),
        (hand.one(Pain), {"severity": hand.of(1, 5), "votes": 3, "evidence": "assumption"}),
        (hand.one(Opportunity), {"impact": 5, "effort": None, "status": "done", "due": "2027"}),
        (hand.one(Measure), {"minimum": 0, "maximum": hand.of(10, -1), "better": "lower"}),
        (hand.one(Flow), {"share": hand.of(None, 0, 33.3), "label": hand.text()}),
        (hand.one(Emotion), {"value": hand.of(-2, 0.25), "words": hand.text()}),
    ]
    key, fields = hand.of(*wishes)
    return describing.describe(journey, key, **fields)


def _paste_between(journey: Journey, hand: Hand) -> Change:
    source = hand.of(*SOURCES)
    keys = sorted(record.id for record in source if record.id != source.head.id)
    chosen = hand.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=6, unique=True))
    return pasting.paste(journey, clip.copied(source, chosen), hand.maybe(*STEPS), at=hand.at())


def _paste_within(journey: Journey, hand: Hand) -> Change:
    taken = clip.copied(journey, hand.some())
    return pasting.paste(journey, taken, hand.maybe(*STEPS), hand.maybe(*STEPS), hand.at())


def _paste_cells(journey: Journey, hand: Hand) -> Change:
    words = st.sampled_from(["1", "word", "", " ", "-1,5 lost", "7"])
    wide = hand.draw(st.integers(1, 3))
    block = hand.draw(st.lists(st.lists(words, min_size=wide, max_size=wide), min_size=1, max_size=3))
    lane, at, persona = hand.one(Lane), hand.one(Touchpoint, hand.of(Touchpoint, Stage)), hand.maybe(Persona)
    return cells.fill_cells(journey, block, lane, at, persona, hand.of("", "2026")).change


def _move_touchpoints(journey: Journey, hand: Hand) -> Change:
    lane = hand.maybe(Lane)
    return touchpoints.move_touchpoints(
        journey, hand.some(Touchpoint), hand.maybe(Stage), hand.at(), lane, hand.channel()
    )


EDITS: dict[str, Edit] = {
    "add stage": lambda j, h: stages.add_stage(j, h.at(), title=h.text()),
    "move stages": lambda j, h: stages.move_stages(j, h.some(Stage), h.at()),
    "set phase": lambda j, h: stages.set_phase(j, h.some(Stage), h.of(None, "before", "after")),
    "split stage": lambda j, h: stages.split_stage(j, h.one(*STEPS), h.text()),
    "merge stages": lambda j, h: stages.merge_stages(j, h.some(Stage)),
    "add touchpoint": lambda j, h: touchpoints.add_touchpoint(j, h.one(Stage), h.at(), h.maybe(Lane), title=h.text()),
    "move touchpoints": _move_touchpoints,
    "copy stages": lambda j, h: copying.copy_stages(j, h.some(Stage), h.at()),
    "copy touchpoints": lambda j, h: copying.copy_touchpoints(
        j, h.some(Touchpoint), h.one(Stage), h.at(), h.maybe(Lane), h.channel()
    ),
    "copy findings": lambda j, h: copying.copy_findings(
        j, h.some(*FINDINGS), h.one(*STEPS), h.maybe(*STEPS), h.maybe(Lane)
    ),
    "add channel": lambda j, h: channels.add_channel(j, h.text(), icon="car"),
    "replace channel": lambda j, h: channels.replace_channel(j, h.of("channel:web", "fax"), h.of("channel:web", "fax")),
    "add persona": lambda j, h: personas.add_persona(j, h.at(), name=h.text()),
    "move personas": lambda j, h: personas.move_personas(j, h.some(Persona), h.at()),
    "copy persona": lambda j, h: personas.copy_persona(j, h.one(Persona), h.of(None, "Zoé")),
    "add lane": lambda j, h: lanes.add_lane(j, h.of(*LANE_KINDS), h.at(), personas=h.few(Persona)),
    "add line": lambda j, h: lanes.add_line(j, h.of("interaction", "visibility", "internal"), h.at()),
    "move rows": lambda j, h: lanes.move_rows(j, h.some(Lane, Line), h.at()),
    "give lane": lambda j, h: lanes.give_lane(j, h.one(Lane), h.few(Persona)),
    "add text": lambda j, h: entries.add_entry(j, h.one(Lane), h.maybe(*STEPS), h.maybe(*STEPS), h.at(), text=h.text()),
    "move texts": lambda j, h: entries.move_entries(j, h.some(Entry), h.one(Lane), h.maybe(*STEPS), at=h.at()),
    "move findings": lambda j, h: entries.move_findings(
        j, {key: (h.one(*STEPS), h.one(*STEPS)) for key in h.some(*FINDINGS)}, h.maybe(Lane), h.at()
    ),
    "add finding": lambda j, h: findings.add_finding(
        j, h.of(Pain, Gain, Quote, Opportunity, Measure), h.maybe(*STEPS), h.maybe(*STEPS), personas=h.few(Persona)
    ),
    "anchor": lambda j, h: anchoring.anchor(j, h.some(*FINDINGS), h.one(*STEPS), h.maybe(*STEPS)),
    "park": lambda j, h: anchoring.park(j, h.some(*FINDINGS)),
    "vote": lambda j, h: findings.vote(j, h.some(Pain, Gain, Opportunity), h.of(1, -1, -9)),
    "link": lambda j, h: findings.link(j, h.one(Opportunity), h.one(Pain)),
    "link all": lambda j, h: findings.link_all(j, h.some(Opportunity), h.one(Pain)),
    "add answer": lambda j, h: findings.add_answer(j, h.one(Pain), text=h.text()),
    "unlink": lambda j, h: findings.unlink(j, h.one(Opportunity), h.one(Pain)),
    "set value": lambda j, h: measures.set_value(j, h.one(Measure), h.of("2024-02", "2025", "soon"), h.of(1, 2.5)),
    "remove value": lambda j, h: measures.remove_value(j, h.one(Measure), h.of("2025", "2025", "2024-02")),
    "add note": lambda j, h: notes.add_note(j, h.maybe(*STEPS), at=h.at(), text=h.text()),
    "add notes": lambda j, h: capturing.add_notes(j, [h.text(), h.text()]),
    "replace texts": lambda j, h: replacing.replace_texts(
        j, {(h.one(Stage, Touchpoint), "title"): h.text(), (h.one(Lane), "title"): h.text()}
    ),
    "move notes": lambda j, h: notes.move_notes(j, h.some(Note), h.at()),
    "note becomes": lambda j, h: notes.become(
        j, h.some(Note), h.of(Touchpoint, Pain, Gain, Opportunity, Quote), h.maybe(Stage)
    ),
    "notes become touchpoints": lambda j, h: notes.become_touchpoints(
        j, h.some(Note), h.one(Stage), h.at(), h.maybe(Lane)
    ),
    "notes become cards": lambda j, h: notes.become_there(
        j, h.some(Note), h.of(Entry, Pain, Gain, Opportunity, Quote), h.one(Lane), h.one(*STEPS)
    ),
    "set emotion": lambda j, h: emotions.set_emotion(
        j, h.one(Persona), h.one(Touchpoint), h.of(-2, 0.5, 2.0, 3), h.of(None, "glad")
    ),
    "set emotions": lambda j, h: emotions.set_emotions(
        j, h.one(Persona), {key: h.of(-2, 0.25, 3) for key in h.some(Touchpoint)}
    ),
    "clear emotion": lambda j, h: emotions.clear_emotion(j, h.one(Persona), h.one(Touchpoint)),
    "connect": lambda j, h: flows.connect(j, h.one(*STEPS), h.one(*STEPS), label=h.text(), share=h.of(None, 50)),
    "connect to new": lambda j, h: flows.connect_to_new(
        j, h.one(*STEPS), h.one(Stage), h.at(), h.maybe(Lane), title=h.text()
    ),
    "reconnect": lambda j, h: flows.reconnect(j, h.one(Flow), h.maybe(*STEPS), h.maybe(*STEPS)),
    "describe": _describe,
    "describe all": lambda j, h: describing.describe_all(j, h.some(Touchpoint), evidence=h.of(None, "research")),
    "rename": lambda j, h: describing.rename(j, h.one(), h.text()),
    "hide": lambda j, h: describing.hide(j, h.some(Lane, Persona), hidden=h.draw(st.booleans())),
    "set personas": lambda j, h: describing.set_personas(j, h.some(*FINDINGS, Flow, Lane), h.few(Persona)),
    "set poster": lambda j, h: head.set_poster(
        j, paper=h.of("A0", "A3"), margin=h.of(None, 5), personas=h.few(Persona)
    ),
    "set phase title": lambda j, h: head.set_phase_title(j, h.of("before", "after"), h.text()),
    "set listed": lambda j, h: listed.set_listed(
        j, h.one(Persona), f"goals.{h.of(0, 1, 7)}", h.text(), keeps_gap=h.draw(st.booleans())
    ),
    "delete": lambda j, h: deleting.delete(j, h.some()),
    "delete several": lambda j, h: deleting.delete(j, h.some(*STEPS, Persona, Channel, Lane)),
    "cut": lambda j, h: clip.cut(j, h.some())[1],
    "duplicate": lambda j, h: pasting.duplicate(j, h.some()),
    "paste within": _paste_within,
    "paste between": _paste_between,
    "paste cells": _paste_cells,
    "set lines": lambda j, h: cell_lines.set_lines(
        j, h.one(Lane), h.one(Touchpoint), [h.text(), h.text()][: h.at() or 1]
    ),
}
