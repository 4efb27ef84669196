"""Values that a context menu offers for what is selected: channels, evidence, phases; what holds has a check mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from journeyeditor.editor.asking import Ask, Choice
from journeyeditor.editor.commands.channels import give_channel, give_new_channel, used_channels
from journeyeditor.editor.editor import Editor
from journeyeditor.editor.pointed import chosen
from journeyeditor.edits.describing import describe_all
from journeyeditor.edits.stages import set_phase
from journeyeditor.errors import message
from journeyeditor.model import naming
from journeyeditor.model.channels import BUILT_IN_CHANNELS
from journeyeditor.model.records import Evidence, Gain, Pain, Phase, Stage, Touchpoint
from journeyeditor.qt.parts.new_channel import ask_new_channel
from journeyeditor.qt.window.lists import plain

if TYPE_CHECKING:
    from journeyeditor.qt.window.main_window import MainWindow

NEW = "new"
EVIDENCE: tuple[Evidence, ...] = ("assumption", "research")
PHASES: tuple[Phase, ...] = ("before", "during", "after")
Rows = Sequence[tuple[str | None, str]]
"""Value, and what is read. No icon, which would stand where the check mark is."""


# -- channels -------------------------------------------------------------------------------------------------------
def channels(window: MainWindow, menu: QMenu) -> None:
    """The channels of the journey, and the way to another one."""
    editor = window.editor
    used = used_channels(editor)
    rows: list[tuple[str | None, str]] = [(key, channel_name(editor, key)) for key in used]
    held = {touchpoint.channel for touchpoint in chosen(editor, Touchpoint)}
    _offer(menu, rows, held, lambda key: give_channel(editor, key))
    if used:
        menu.addSeparator()
    _offer(menu, [(None, window.speech.say(message("No channel")))], held, lambda key: give_channel(editor, key))
    another = menu.addAction(window.speech.say(message("Another channel…")))
    another.triggered.connect(lambda: ask_channel(window))


def channel_name(editor: Editor, key: str) -> str:
    """A channel's own title, or the standard word of its icon."""
    channel = editor.journey.channel(key)
    if channel is None:
        return ""
    return naming.channel_name(channel, editor.speech)


def ask_channel(window: MainWindow) -> None:
    """Asks for one of the channels that the journey does not use yet, or for the name of a new one."""
    editor = window.editor
    others = [key for key in BUILT_IN_CHANNELS if key not in used_channels(editor)]
    choices = (*(Choice(key, channel_name(editor, key)) for key in others), Choice(NEW, message("New channel…")))

    def go_on(key: str) -> None:
        if key == NEW:
            _name_channel(window)
        else:
            give_channel(editor, key)

    editor.asked.tell(Ask(message("Over which channel?"), choices, go_on))


def _name_channel(window: MainWindow) -> None:
    title, icon = ask_new_channel(window, window.speech)
    if title:
        give_new_channel(window.editor, title, icon)


# -- evidence and phases --------------------------------------------------------------------------------------------
def evidence(window: MainWindow, menu: QMenu) -> None:
    """What it rests on: nothing said, an assumption, research."""
    editor, say = window.editor, window.speech.say
    some = chosen(editor, Touchpoint, Pain, Gain)
    keys = [one.id for one in some]
    rows: list[tuple[str | None, str]] = [(None, say(message("Nothing said")))]
    rows += [(one, _capital(window.speech.term("evidence", one))) for one in EVIDENCE]
    held = {getattr(one, "evidence", None) for one in some}
    _offer(menu, rows, held, lambda value: editor.do(lambda journey: describe_all(journey, keys, evidence=value)))


def phases(window: MainWindow, menu: QMenu) -> None:
    """Before, during and after, as the journey calls them."""
    editor = window.editor
    stages = chosen(editor, Stage)
    keys, titles = [one.id for one in stages], editor.journey.head.phase_titles
    rows: list[tuple[str | None, str]] = [
        (phase, titles.get(phase) or window.speech.term("phase", phase)) for phase in PHASES
    ]
    rows.append((None, window.speech.say(message("No phase"))))

    def give(value: str | None) -> None:
        phase = next((one for one in PHASES if one == value), None)
        editor.do(lambda journey: set_phase(journey, keys, phase))

    _offer(menu, rows, {one.phase for one in stages}, give)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _offer(menu: QMenu, rows: Rows, held: set[str | None], give: Callable[[str | None], object]) -> None:
    """One of several; none has a mark where those selected differ."""
    group = QActionGroup(menu)
    for value, text in rows:
        action = menu.addAction(plain(text))
        action.setCheckable(True)
        action.setChecked(held == {value})
        group.addAction(action)
        action.triggered.connect(lambda _=False, value=value: give(value))
