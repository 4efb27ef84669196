"""What can be put on the map, and what can be said of what is there."""

from __future__ import annotations

import functools

from journeyeditor.editor.commands import adding, capturing, connecting, deleting, feeling, marking, reshaping
from journeyeditor.errors import Message, message
from journeyeditor.model.records import (
    Flow,
    Gain,
    LaneKind,
    LineKind,
    Note,
    Opportunity,
    Pain,
    Quote,
    Stage,
    Touchpoint,
)
from journeyeditor.qt.actions.action import CHOICE, Action, StandardKey, shown
from journeyeditor.qt.actions.commanding import command, flagged, selected, selected_on_map
from journeyeditor.qt.window import deeds
from journeyeditor.words.terms import TERMS

LANES: tuple[LaneKind, ...] = (
    "touchpoints", "actions", "thoughts", "emotions", "pains", "gains", "opportunities", "quotes", "measures",
    "company_actions", "backstage", "support", "images", "free",
)  # fmt: skip
LINES: tuple[LineKind, ...] = ("interaction", "visibility", "internal")

ADD: tuple[Action, ...] = (
    command("add-next", message("Next in the row"), adding.enter,
            message("Add what comes next: a touchpoint, a card or a stage, open to type"), ("Return", "Enter")),
    command("add-stage", message("Stage"), adding.next_stage, message("Add a stage behind this one"),
            ("Ctrl+Return", "Ctrl+Enter")),
    command("add-touchpoint", message("Touchpoint"), adding.next_touchpoint,
            message("Add a touchpoint behind this one"), ("N",)),
    command("add-pain", message("Pain point"), adding.add_pain,
            message("Add what hurts the active persona here"), ("P",)),
    command("add-gain", message("Gain"), adding.add_gain, message("Add what delights the active persona here"), ("G",)),
    command("add-quote", message("Quote"), adding.add_quote, message("Add what the active persona said here"), ("Q",)),
    command("add-opportunity", message("Opportunity"), adding.add_opportunity,
            message("Add what to do about it"), ("O",)),
    command("add-measure", message("Measure"), adding.add_measure,
            message("Add an indicator that is followed over time"), ("M",)),
    command("add-note", message("Note"), adding.add_note_here, message("Add a note to the parking lot"), ("I",)),
    command("add-persona", message("Add persona"), adding.add_persona_here, message("Add somebody who travels"),
            ("Ctrl+Alt+P",)),
    command("add-lane", message("Lane…"), adding.add_lane_here, message("Choose a kind of lane and add it below"),
            ("Shift+L",)),
    command("add-line", message("Line…"), adding.add_line_here,
            message("Choose one of the three lines and add it below"), ("Shift+K",)),
    command("connect-here", message("Connect from here"), connecting.connect,
            message("Begin a flow at this step; at another step, lead it there"), ("K",)),
    command("lead-start", message("Lead the start elsewhere…"), connecting.lead_start,
            message("Let the flow begin at another step: go there with the arrow keys, Enter takes it"),
            ("Ctrl+Shift+K",), when=selected(Flow)),
    command("lead-end", message("Lead the end elsewhere…"), connecting.lead_end,
            message("Let the flow end at another step: go there with the arrow keys, Enter takes it"), ("Ctrl+K",),
            when=selected(Flow)),
    Action("capture", message("Quick capture"), deeds.capture,
           message("Type what people call out, a line each, into the parking lot"), ("F4",), shown),
    command("send-here", message("Place the note here"), capturing.send_here,
            message("Send notes of the parking lot to where the cursor is"), ("Shift+F4",)),
    command("park", message("Put into the parking lot"), capturing.park_selected,
            message("Take what is selected off the map, into the parking lot"), ("Shift+I",),
            when=selected(Pain, Gain, Opportunity, Quote, Note)),
)  # fmt: skip

LANE: tuple[Action, ...] = tuple(
    command(
        f"lane-{kind}",
        TERMS["lane"][kind],
        functools.partial(adding.add_lane_of, kind=kind),
        message("Add a lane below the cursor’s: {lane}", lane=TERMS["lane"][kind]),
        why_no_key=CHOICE,
    )
    for kind in LANES
)
LINE: tuple[Action, ...] = tuple(
    command(
        f"line-{kind}",
        TERMS["line"][kind],
        functools.partial(adding.add_line_of, kind=kind),
        message("Add a line below the cursor’s lane: {line}", line=TERMS["line"][kind]),
        why_no_key=CHOICE,
    )
    for kind in LINES
)

CHANGE: tuple[Action, ...] = (
    command("delete", message("Delete"), deleting.delete_selected, message("Take away what is selected"),
            (StandardKey.Delete, "Backspace"), when=selected_on_map),
    command("duplicate", message("Duplicate"), deleting.duplicate_selected,
            message("Put a copy of what is selected beside it"), ("Ctrl+Shift+D",), when=selected_on_map),
    command("truth", message("Moment of truth"), marking.moment_of_truth,
            message("Say that this contact decides, or that it does not"), ("T",), when=selected(Touchpoint),
            on=flagged(Touchpoint, "moment_of_truth")),
    command("evidence", message("Assumption or research"), marking.evidence,
            message("Say what it rests on: nothing said, an assumption, research"), ("E",),
            when=selected(Touchpoint, Pain, Gain)),
    command("loyalty", message("Loyalty-critical"), marking.loyalty_critical,
            message("Say that this stage decides whether customers stay, or that it does not"), ("Y",),
            when=selected(Stage), on=flagged(Stage, "loyalty_critical")),
    command("blind-spot", message("Blind spot"), marking.blind_spot,
            message("Say that the company does not see this stage, or that it does"), ("B",), when=selected(Stage),
            on=flagged(Stage, "blind_spot")),
    command("split-stage", message("Split the stage here"), reshaping.split_stage,
            message("Let a new stage begin with this touchpoint"), ("S",), when=selected(Touchpoint)),
    command("merge-stages", message("Merge stages"), reshaping.merge_selected,
            message("Make one stage of those selected, with all that is in them"), ("Shift+S",),
            when=selected(Stage, Touchpoint)),
    command("replace-channel", message("Replace the channel everywhere…"), reshaping.replace_everywhere,
            message("Put another channel wherever that of this touchpoint is used"), ("R",),
            when=selected(Touchpoint)),
    command("vote", message("Vote for it"), marking.vote_up, message("A vote more for what is selected"),
            when=selected(Pain, Gain, Opportunity), position_keys="+"),
    command("unvote", message("Take a vote back"), marking.vote_down, message("A vote less for what is selected"),
            ("-",), when=selected(Pain, Gain, Opportunity)),
    command("note-touchpoint", message("Make it a touchpoint"), capturing.become_touchpoint,
            message("The note becomes a touchpoint"), when=selected(Note), why_no_key=CHOICE),
    command("note-pain", message("Make it a pain point"), capturing.become_pain,
            message("The note becomes a pain point"), when=selected(Note), why_no_key=CHOICE),
    command("note-gain", message("Make it a gain"), capturing.become_gain,
            message("The note becomes a gain"), when=selected(Note), why_no_key=CHOICE),
    command("note-opportunity", message("Make it an opportunity"), capturing.become_opportunity,
            message("The note becomes an opportunity"), when=selected(Note), why_no_key=CHOICE),
    command("note-quote", message("Make it a quote"), capturing.become_quote,
            message("The note becomes a quote"), when=selected(Note), why_no_key=CHOICE),
)  # fmt: skip

_FEELINGS: tuple[tuple[str, str, Message], ...] = (
    ("1", "-2", message("−2, or severity 1")),
    ("2", "-1", message("−1, or severity 2")),
    ("3", "0", message("0, or severity 3")),
    ("4", "1", message("+1, or severity 4")),
    ("5", "2", message("+2, or severity 5")),
)
FEEL: tuple[Action, ...] = (
    *(
        command(
            f"feel-{key}",
            message("{value}: {feeling}", value=text, feeling=TERMS["feeling"][step]),
            functools.partial(feeling.digit, number=int(key)),
            message("What the active persona feels here; on a pain point its severity, on a gain its strength"),
            position_keys=key,
        )
        for key, step, text in _FEELINGS
    ),
    command("feel-0", message("No emotion"), feeling.digit_0,
            message("Leave a gap in the active persona’s curve here"), position_keys="0"),
    command("feel-up", message("Half a step up"), feeling.half_step_up,
            message("The active persona feels half a step better here"), ("Shift+Up",)),
    command("feel-down", message("Half a step down"), feeling.half_step_down,
            message("The active persona feels half a step worse here"), ("Shift+Down",)),
)  # fmt: skip
